//! The parts about the work between meetings: steps, people, sociogram, plan, phase 6.

use super::{Fact, Report, part};
use crate::domain::person::{Person, Standing};
use crate::domain::phase::{Phase, Step, StepState};
use crate::domain::reorientation::Condition;
use crate::domain::section::Section;
use crate::domain::texts::GroupText;
use crate::sanitize;
use crate::view::attention;
use crate::words::capital;

impl Report<'_> {
    pub(super) fn late(&self) -> Option<String> {
        let line = |late| {
            let text = attention::late(&self.view, late);
            (sanitize::line(&text).into_owned(), String::new())
        };
        let late = self.view.group.late(self.view.day);
        let facts: Vec<Fact> = late.into_iter().map(line).collect();
        (!facts.is_empty()).then(|| part(self.view.words.what_is_late(), &facts, ""))
    }

    /// Every step of every phase, with its state.
    pub(super) fn steps(&self) -> String {
        let phases = Phase::ALL.iter().copied().map(|phase| {
            let name = self.view.content.phase(phase).map_or("", |text| &text.name);
            let heading = self.view.words.phase_of_group(phase, name);
            let facts: Vec<Fact> = Step::of(phase).map(|step| self.step(step)).collect();
            part(&heading, &facts, "")
        });
        phases.collect::<Vec<_>>().join("\n")
    }

    fn step(&self, step: Step) -> Fact {
        let (words, group) = (self.view.words, self.view.group);
        let record = group.step(step);
        let state = words.step_state(record.map(|record| &record.state), group.step_shown(step));
        let title = self.view.in_own_words(self.view.content.step_title(step));
        let mut said = vec![title];
        if let Some(record) = record {
            if let StepState::NotNeeded(reason) = &record.state {
                said.push(format!("{} {}", words.because(), reason.trim()));
            }
            let day = group.date(GroupText::StepDay(step)).map(|day| words.dated(day));
            said.extend(day.map(|day| day.trim().to_owned()));
            said.push(record.by.trim().to_owned());
        }
        said.retain(|piece| !piece.is_empty());
        (state.to_owned(), sanitize::line(&said.join(" · ")).into_owned())
    }

    /// What was arranged, in the order of the phases.
    pub(super) fn arrangements(&self) -> String {
        let (words, group) = (self.view.words, self.view.group);
        let text = |text| group.text(text).map_or("", String::as_str);
        let day = |text| group.date(text).map_or_else(String::new, |day| words.long_date(day));
        let chosen = |names: Vec<&str>| names.join(", ");
        let channels = group.channels.iter().map(|channel| words.channel(*channel)).collect();
        let receivers = group.receivers.iter().map(|it| words.receiver(*it)).collect();
        let facts: Vec<(&str, String)> = vec![
            (words.told_explained_to(), text(GroupText::ExplainedTo).to_owned()),
            (words.told_explained_on(), day(GroupText::ExplainedOn)),
            (words.begun_on(), words.long_date(group.start_day())),
            (words.told_first_week(), day(GroupText::FirstWeek)),
            (words.chair_does(), text(GroupText::ChairTasks).to_owned()),
            (words.guard_does(), text(GroupText::GuardTasks).to_owned()),
            (words.also_on_agenda(), text(GroupText::Agenda).to_owned()),
            (words.usual_place(), text(GroupText::Place).to_owned()),
            (words.communication(), chosen(channels)),
            (words.communication_words(), text(GroupText::Communication).to_owned()),
            (words.evaluation(), day(GroupText::Evaluation)),
            (words.who_takes_over(), chosen(receivers)),
            (words.responsibility(), text(GroupText::Responsibility).to_owned()),
            (words.handover(), text(GroupText::Handover).to_owned()),
            (words.relapse(), text(GroupText::Relapse).to_owned()),
        ];
        let facts: Vec<Fact> = facts
            .into_iter()
            .filter(|(_, said)| !said.trim().is_empty())
            .map(|(label, said)| {
                let lines: Vec<&str> = said.lines().filter(|it| !it.trim().is_empty()).collect();
                (label.to_owned(), sanitize::line(&lines.join("; ")).into_owned())
            })
            .collect();
        part(words.heading_arrangements(), &facts, "")
    }

    /// The people whom the client nominated, and whether they were asked. Without those who do not
    /// join, and without what was said in an interview.
    pub(super) fn asking(&self) -> Option<String> {
        let others = self.view.group.people.iter().filter(|person| {
            person.nominated() && self.view.group.roles.coordinator != Some(person.id)
        });
        let facts: Vec<Fact> =
            others.map(|person| (self.called(person), self.asking_state(person))).collect();
        (!facts.is_empty()).then(|| part(self.view.words.heading_asking(), &facts, ""))
    }

    fn asking_state(&self, person: &Person) -> String {
        let words = self.view.words;
        let mut said = vec![words.standing(person.standing).to_owned()];
        said.extend(person.approach.map(|approach| words.approach(approach).to_owned()));
        let asked = person.asked.done_by(self.view.day);
        said.extend(asked.map(|day| format!("{} {}", words.asked_on(), words.dated(day).trim())));
        let interview = !person.interview.is_blank();
        said.extend(interview.then(|| {
            let state = words.interview_state(&person.interview, self.view.day);
            format!("{} {state}", words.interview_label())
        }));
        said.join(" · ")
    }

    /// The ring of each person, and the relations.
    pub(super) fn sociogram(&self) -> Option<String> {
        let words = self.view.words;
        let mut facts: Vec<Fact> = self
            .view
            .group
            .people
            .iter()
            .filter(|person| is_shown(person) && person.closeness.is_some())
            .map(|person| (self.called(person), words.ring(person.closeness).to_owned()))
            .collect();
        facts.extend(self.view.group.relations.iter().filter_map(|relation| {
            let shown = |id| self.view.group.people.iter().find(|it| it.id == id && is_shown(it));
            let (one, other) = (shown(relation.one)?, shown(relation.other)?);
            let line = words.line_with(&self.called(other), relation.strength);
            Some((self.called(one), line))
        }));
        let title = words.section_title(Section::Sociogram);
        (!facts.is_empty()).then(|| part(title, &facts, ""))
    }

    /// The levels of the signalling plan, and when each was reviewed.
    pub(super) fn plan(&self) -> Option<String> {
        let words = self.view.words;
        let facts: Vec<Fact> = self
            .view
            .group
            .plan
            .levels
            .iter()
            .map(|level| {
                let reviewed = level.reviewed.map_or_else(
                    || words.not_reviewed().to_owned(),
                    |day| words.reviewed_on(day, self.view.day),
                );
                (sanitize::line(&words.or_wordless(&level.name)).into_owned(), reviewed)
            })
            .collect();
        (!facts.is_empty()).then(|| part(words.section_title(Section::Plan), &facts, ""))
    }

    /// The conditions for phase 6; `None` while none is met.
    pub(super) fn reorientation(&self) -> Option<String> {
        let so = &self.view.group.reorientation;
        let client = self.view.client();
        let facts: Vec<Fact> = Condition::ALL
            .into_iter()
            .chain([Condition::LessCare])
            .map(|condition| {
                let said = self.view.words.condition(condition, &sanitize::line(&client));
                (said, self.view.words.yes_not_yet(so.contains(&condition)).to_owned())
            })
            .collect();
        (!so.is_empty()).then(|| part(&capital(self.view.words.is_it_time()), &facts, ""))
    }
}

/// Somebody who does not join is not shown, for their privacy.
fn is_shown(person: &Person) -> bool {
    person.standing != Standing::DoesNotJoin
}
