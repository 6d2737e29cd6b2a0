//! What `kring show` tells of the work between meetings: steps, people, sociogram, plan, phase 6.

use super::{Fact, View, part};
use crate::domain::person::{Person, Standing};
use crate::domain::phase::{Phase, Step, StepState};
use crate::domain::reorientation::Condition;
use crate::domain::texts::GroupText;
use crate::harmless;
use crate::screens::dossier::section::Section;
use crate::screens::overview::late_text;
use crate::words::capital;

impl View<'_> {
    /// What is late; nothing when nothing is.
    pub(super) fn late(&self) -> Option<String> {
        let circle = self.circle();
        let late = self.circle().group.late(self.today);
        let facts: Vec<Fact> = late
            .into_iter()
            .map(|late| (harmless::line(&late_text(&circle, late)).into_owned(), String::new()))
            .collect();
        (!facts.is_empty()).then(|| part(self.words.what_is_late(), &facts, ""))
    }

    /// Every step of every phase, and where it stands.
    pub(super) fn steps(&self) -> String {
        let phases = Phase::ALL.into_iter().map(|phase| {
            let name = self.content.phase(phase).map_or("", |text| &text.name);
            let heading = self.words.phase_of_group(phase, name);
            let facts: Vec<Fact> = Step::of(phase).map(|step| self.step(step)).collect();
            part(&heading, &facts, "")
        });
        phases.collect::<Vec<_>>().join("\n")
    }

    fn step(&self, step: Step) -> Fact {
        let (words, group) = (self.words, self.group);
        let record = group.step(step);
        let state = words.step_state(record.map(|record| &record.state), group.step_shown(step));
        let title = self.circle().in_own_words(self.content.step_title(step));
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
        (state.to_owned(), harmless::line(&said.join(" · ")).into_owned())
    }

    /// What was arranged, in the order of the phases.
    pub(super) fn arrangements(&self) -> String {
        let (words, group) = (self.words, self.group);
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
                (label.to_owned(), harmless::line(&lines.join("; ")).into_owned())
            })
            .collect();
        part(words.heading_arrangements(), &facts, "")
    }

    /// Whom the client wants, and how far the asking has come. Nothing of who does not join, and
    /// nothing of what was said in an interview.
    pub(super) fn asking(&self) -> Option<String> {
        let others =
            self.group.people.iter().filter(|person| {
                person.nominated() && self.group.roles.coordinator != Some(person.id)
            });
        let facts: Vec<Fact> =
            others.map(|person| (self.called(person), self.asked(person))).collect();
        (!facts.is_empty()).then(|| part(self.words.heading_asking(), &facts, ""))
    }

    fn asked(&self, person: &Person) -> String {
        let words = self.words;
        let mut said = vec![words.standing(person.standing).to_owned()];
        said.extend(person.approach.map(|approach| words.approach(approach).to_owned()));
        let asked = person.asked.gone();
        said.extend(asked.map(|day| format!("{} {}", words.asked_on(), words.dated(day).trim())));
        let interview = !person.interview.is_blank();
        said.extend(interview.then(|| {
            let state = words.interview_state(&person.interview, self.today);
            format!("{} {state}", words.interview_label())
        }));
        said.join(" · ")
    }

    /// Who stands where, and the lines.
    pub(super) fn sociogram(&self) -> Option<String> {
        let words = self.words;
        let mut facts: Vec<Fact> = self
            .group
            .people
            .iter()
            .filter(|person| is_shown(person) && person.closeness.is_some())
            .map(|person| (self.called(person), words.ring(person.closeness).to_owned()))
            .collect();
        facts.extend(self.group.relations.iter().filter_map(|relation| {
            let shown = |id| self.group.people.iter().find(|it| it.id == id && is_shown(it));
            let (one, other) = (shown(relation.one)?, shown(relation.other)?);
            let line = words.line_with(&self.called(other), relation.strength);
            Some((self.called(one), line))
        }));
        let title = words.section_title(Section::Sociogram);
        (!facts.is_empty()).then(|| part(title, &facts, ""))
    }

    /// The parts of the signalling plan.
    pub(super) fn plan(&self) -> Option<String> {
        let words = self.words;
        let facts: Vec<Fact> = self
            .group
            .plan
            .levels
            .iter()
            .map(|level| {
                let reviewed = level.reviewed.map_or_else(
                    || words.not_reviewed().to_owned(),
                    |day| words.reviewed_on(day, self.today),
                );
                (harmless::line(&words.or_wordless(&level.name)).into_owned(), reviewed)
            })
            .collect();
        (!facts.is_empty()).then(|| part(words.section_title(Section::Plan), &facts, ""))
    }

    /// Whether it is time for phase 6; nothing before anybody said something of it.
    pub(super) fn reorientation(&self) -> Option<String> {
        let so = &self.group.reorientation;
        let client = self.circle().client();
        let facts: Vec<Fact> = Condition::ALL
            .into_iter()
            .chain([Condition::LessCare])
            .map(|condition| {
                let said = self.words.condition(condition, &harmless::line(&client));
                (said, self.words.yes_not_yet(so.contains(&condition)).to_owned())
            })
            .collect();
        (!so.is_empty()).then(|| part(&capital(self.words.is_it_time()), &facts, ""))
    }
}

/// Who was asked and does not join is nobody's business at a shell.
fn is_shown(person: &Person) -> bool {
    person.standing != Standing::DoesNotJoin
}
