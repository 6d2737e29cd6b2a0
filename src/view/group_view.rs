//! A group on a day, in a language: how its people, goals and roles are called.

use chrono::NaiveDate;

use crate::content::Content;
use crate::domain::arrangements::RoleWords;
use crate::domain::goal::Term;
use crate::domain::group::Group;
use crate::domain::ids::{GoalId, MeetingId, PersonId};
use crate::domain::naming;
use crate::domain::onlookers::Onlookers;
use crate::domain::person::{PersonKind, Role};
use crate::words::Words;

/// A group on a day.
#[derive(Clone, Copy)]
pub struct GroupView<'a> {
    pub words: Words,
    pub content: &'a Content,
    pub group: &'a Group,
    /// What roles are called where the group has no word of its own.
    pub role_words: &'a RoleWords,
    /// Today; in a meeting the day of the meeting.
    pub day: NaiveDate,
    /// Who looks along.
    pub onlookers: &'a Onlookers,
}

impl GroupView<'_> {
    /// The day on which the group is looked at: today, and in a meeting the day of the meeting.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.day
    }

    /// The short name of somebody; a client without a name is "cliënt".
    #[must_use]
    pub fn name(&self, id: PersonId) -> String {
        let name = naming::short_name(self.group, id);
        if name.is_empty() { self.words.nameless(self.group.person(id)).to_owned() } else { name }
    }

    /// The short names of people, with a comma between them.
    #[must_use]
    pub fn names(&self, people: &[PersonId]) -> String {
        people.iter().map(|id| self.name(*id)).collect::<Vec<_>>().join(", ")
    }

    /// The name of the client.
    #[must_use]
    pub fn client(&self) -> String {
        let client = self.group.roles.client;
        client.map_or_else(|| self.words.the_client().to_owned(), |id| self.name(id))
    }

    /// What somebody is to the client, in the client's words, else by kind.
    #[must_use]
    pub fn relation(&self, id: PersonId) -> String {
        let Some(person) = self.group.person(id) else { return String::new() };
        if person.relation.trim().is_empty() || person.kind == PersonKind::Client {
            self.words.person_kind(person.kind).to_owned()
        } else {
            person.relation.clone()
        }
    }

    /// A name with what that person is to the client: "Noor, moeder".
    #[must_use]
    pub fn name_and_relation(&self, id: PersonId) -> String {
        format!("{}, {}", self.name(id), self.relation(id))
    }

    /// "Kort 1", or only the term for a goal that is no longer numbered.
    #[must_use]
    pub fn goal_label(&self, goal: GoalId) -> String {
        if let Some((term, number)) = self.group.goal_number(goal, self.today()) {
            return self.words.goal_label(term, number);
        }
        let term = self.group.goal(goal).map_or(Term::Short, |it| it.term);
        self.words.term(term).to_owned()
    }

    /// The goals that the group works on, the short ones first: "Kort 1" and its text.
    #[must_use]
    pub fn open_goals(&self) -> Vec<(String, String)> {
        let words = self.words;
        let numbered = |term| {
            self.group.open_goals(term).zip(1..).map(move |(goal, number)| {
                (words.goal_label(term, number), words.or_wordless(&goal.text))
            })
        };
        numbered(Term::Short).chain(numbered(Term::Long)).collect()
    }

    /// What the group calls a role: its own word, else the one of the settings, else kring's.
    #[must_use]
    pub fn role(&self, role: Role) -> String {
        let own = |words: &RoleWords| match role {
            Role::Coordinator => words.coordinator.trim().to_owned(),
            Role::Clinician => words.clinician.trim().to_owned(),
            Role::Chair | Role::ProcessGuard | Role::MinuteTaker => String::new(),
        };
        [own(&self.group.role_words), own(self.role_words)]
            .into_iter()
            .find(|word| !word.is_empty())
            .unwrap_or_else(|| self.words.role_name(role).to_owned())
    }

    /// One of kring's own texts, with the name of the client and the group's words for its roles.
    #[must_use]
    pub fn in_own_words(&self, text: &str) -> String {
        let text = match self.group.client().map(|client| self.name(client.id)) {
            Some(name) if name != self.words.nameless(self.group.client()) => {
                self.words.with_client(text, &name)
            }
            _ => text.to_owned(),
        };
        [Role::Coordinator, Role::Clinician]
            .into_iter()
            .fold(text, |text, role| text.replace(self.words.role_name(role), &self.role(role)))
    }

    /// The name of the phase the group is in.
    #[must_use]
    pub fn phase_name(&self) -> &str {
        self.content.phase(self.group.phase()).map_or("", |phase| &phase.name)
    }

    /// What kind of meeting one of the group's meetings was, as it is called on the screen.
    #[must_use]
    pub fn kind_of_meeting(&self, id: MeetingId) -> &str {
        let held = self.group.meetings.iter().find(|held| held.id == id);
        held.map_or("", |held| self.content.meeting_name(held.kind))
    }
}
