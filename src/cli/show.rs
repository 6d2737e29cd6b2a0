//! `kring show`: where a group stands.

mod dossier;

use chrono::NaiveDate;
use unicode_width::UnicodeWidthStr;

use super::{Answer, Failure, Shell};
use crate::content::Content;
use crate::domain::agreement::Agreement;
use crate::domain::arrangements::RoleWords;
use crate::domain::goal::Term;
use crate::domain::group::Group;
use crate::domain::ids::PersonId;
use crate::domain::notes::short_name;
use crate::domain::person::{Person, PersonKind, Role};
use crate::domain::phase::Step;
use crate::domain::texts::GroupText;
use crate::harmless;
use crate::screens::circle::Circle;
use crate::words::{Words, capital};

impl Shell {
    pub(super) fn show(&self, asked: &str) -> Result<Answer, Failure> {
        let slug = self.find(asked)?;
        let opened = self.look(&slug)?;
        let view = View {
            group: &opened.dossier.group,
            content: &self.content()?,
            words: self.words,
            today: self.today()?,
            role_words: self.store()?.settings().map(|it| it.role_words).unwrap_or_default(),
        };
        let parts = [
            Some(view.head()),
            view.late(),
            Some(view.members()),
            view.asking(),
            view.sociogram(),
            Some(view.goals()),
            Some(view.agreements()),
            view.plan(),
            Some(view.arrangements()),
            view.reorientation(),
            Some(view.meetings()),
            Some(view.steps()),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        Ok(Answer::said(parts.join("\n")).doubting(&opened, self.words))
    }
}

struct View<'a> {
    group: &'a Group,
    content: &'a Content,
    words: Words,
    today: NaiveDate,
    role_words: RoleWords,
}

/// What stands before something, and what it is.
type Fact = (String, String);

impl View<'_> {
    fn circle(&self) -> Circle<'_> {
        let (words, content, group) = (self.words, self.content, self.group);
        Circle { words, content, group, role_words: &self.role_words, day: self.today }
    }

    fn head(&self) -> String {
        let (group, words) = (self.group, self.words);
        let phase = group.phase();
        let name = self.content.phase(phase).map_or("", |text| &text.name);
        let phase = words.phase_line(phase.number(), name, group.steps_done(), Step::ALL.len());
        let roles = Role::ALL.into_iter().filter_map(|role| {
            let holder = self.member(group.roles.holder(role)?)?;
            Some((capital(&harmless::line(&self.circle().role(role))), holder))
        });
        let mut facts: Vec<Fact> = roles.collect();
        facts.push((words.how_often().to_owned(), words.frequency(group.frequency)));
        facts.push((words.next_time().to_owned(), self.next()));
        format!("{}\n{phase}\n\n{}", harmless::line(&group.name), columns(&facts))
    }

    /// The name of a member; nothing for somebody who is not one.
    fn member(&self, id: PersonId) -> Option<String> {
        let person = self.group.person(id).filter(|person| person.joins())?;
        Some(self.called(person))
    }

    /// The name, or what the person is when there is none.
    fn called(&self, person: &Person) -> String {
        match person.name.trim() {
            "" => self.words.person_kind(person.kind).to_owned(),
            name => harmless::line(name).into_owned(),
        }
    }

    fn next(&self) -> String {
        let words = self.words;
        let Some(next) = self.group.appointment() else {
            return words.nothing_planned().to_owned();
        };
        let date = words.short_date(next.date, self.today);
        let mut said = vec![date, words.distance(next.date, self.today)];
        said.extend(next.time.map(|time| words.said_time(time)));
        said.extend(Some(harmless::line(next.place.trim()).into_owned()));
        said.retain(|piece| !piece.is_empty());
        said.join(", ")
    }

    fn members(&self) -> String {
        let facts: Vec<Fact> = self
            .group
            .members()
            .map(|person| {
                let relation = match person.relation.trim() {
                    "" => self.words.person_kind(person.kind).to_owned(),
                    relation => harmless::line(relation).into_owned(),
                };
                let core = person.core && person.kind != PersonKind::Client;
                let core = core.then(|| self.words.in_fixed_core().to_owned());
                let contact: Vec<&str> = person.contact.split_whitespace().collect();
                let contact = harmless::line(&contact.join(" ")).into_owned();
                let said = std::iter::once(relation).chain(core).chain([contact]);
                (
                    self.called(person),
                    said.filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" · "),
                )
            })
            .collect();
        part(self.words.heading_members(), &facts, self.words.no_members())
    }

    fn goals(&self) -> String {
        let words = self.words;
        let open = |term| self.group.open_goals(term).zip(1..);
        let goals = open(Term::Short).chain(open(Term::Long));
        let facts: Vec<Fact> = goals
            .map(|(goal, number)| {
                let state = words.goal_state(goal.state);
                let mut said = vec![state.to_owned()];
                let about = goal.dimensions.iter().map(|it| words.dimension(*it).to_owned());
                said.extend(about);
                let due = self.group.date(GroupText::GoalDue(goal.id));
                said.extend(
                    due.map(|day| format!("{} {}", words.hoped_by(), words.long_date(day))),
                );
                let text = format!("{} ({})", harmless::line(&goal.text), said.join(", "));
                (words.goal_label(goal.term, number), text)
            })
            .collect();
        part(words.heading_goals(), &facts, words.no_goals())
    }

    fn agreements(&self) -> String {
        let open = self.group.agreements.iter().filter(|agreement| agreement.open());
        let facts: Vec<Fact> = open.map(|agreement| self.agreement(agreement)).collect();
        part(self.words.heading_agreements(), &facts, self.words.nothing_open())
    }

    fn agreement(&self, agreement: &Agreement) -> Fact {
        let words = self.words;
        let names: Vec<String> =
            agreement.who.iter().map(|id| short_name(self.group, *id)).collect();
        let who = match names.join(", ") {
            names if names.is_empty() => words.nobody_named().to_owned(),
            names => harmless::line(&names).into_owned(),
        };
        let mut said = harmless::line(&agreement.text).into_owned();
        let when = agreement.when.as_ref().map(|when| words.when(when, self.today));
        let outcome = agreement.outcome().map(|outcome| words.outcome(Some(outcome)).to_owned());
        let known: Vec<String> = when.into_iter().chain(outcome).collect();
        if !known.is_empty() {
            said = format!("{said} ({})", known.join(", "));
        }
        (who, said)
    }

    fn meetings(&self) -> String {
        let words = self.words;
        let facts: Vec<Fact> = self
            .group
            .meetings
            .iter()
            .map(|held| {
                let kind = self.content.meeting_name(held.kind);
                let open = format!("{kind}, {}", words.meeting_unfinished());
                let lasted = held.lasted.map(|minutes| words.minutes(i64::from(minutes)));
                let held_all = [Some(kind.to_owned()), lasted].into_iter().flatten();
                let said = held_all.collect::<Vec<_>>().join(", ");
                (words.dated(held.id.date), if held.finished { said } else { open })
            })
            .collect();
        part(words.heading_meetings(), &facts, words.no_meetings())
    }
}

fn part(heading: &str, facts: &[Fact], none: &str) -> String {
    if facts.is_empty() {
        format!("{heading}\n  {none}\n")
    } else {
        format!("{heading}\n{}", columns(facts))
    }
}

/// Facts under each other, in two columns.
/// A longer label does not push the others aside.
const WIDEST: usize = 60;

fn columns(facts: &[Fact]) -> String {
    let widest = facts.iter().map(|(label, _)| label.width().min(WIDEST)).max().unwrap_or(0);
    let line = |(label, value): &Fact| {
        let spare = " ".repeat(widest.saturating_sub(label.width()));
        format!("{}\n", format!("  {label}{spare}  {value}").trim_end())
    };
    facts.iter().map(line).collect()
}
