//! A group on a day, in a language: what every screen of it is made from.

use chrono::NaiveDate;

use crate::content::Content;
use crate::domain::arrangements::RoleWords;
use crate::domain::group::Group;
use crate::domain::ids::{GoalId, PersonId};
use crate::domain::notes;
use crate::domain::person::{PersonKind, Role};
use crate::words::Words;

/// A group on a day.
#[derive(Clone, Copy)]
pub struct Circle<'a> {
    /// The words of the language.
    pub words: Words,
    /// The texts of the language.
    pub content: &'a Content,
    /// The group.
    pub group: &'a Group,
    /// What roles are called where the group has no word of its own.
    pub role_words: &'a RoleWords,
    /// The day: today, and in a meeting the day of the meeting.
    pub day: NaiveDate,
}

impl Circle<'_> {
    /// The day on which this is looked at.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.day
    }

    /// How somebody is called here; a client without a name is "cliënt".
    #[must_use]
    pub fn name(&self, id: PersonId) -> String {
        let name = notes::short_name(self.group, id);
        if name.is_empty() { self.words.nameless(self.group.person(id)).to_owned() } else { name }
    }

    /// How the client is called here.
    #[must_use]
    pub fn client(&self) -> String {
        let client = self.group.roles.client;
        client.map_or_else(|| self.words.the_client().to_owned(), |id| self.name(id))
    }

    /// What somebody is to the client, in the client's words or by kind.
    #[must_use]
    pub fn relation(&self, id: PersonId) -> String {
        let Some(person) = self.group.person(id) else { return String::new() };
        if person.relation.trim().is_empty() || person.kind == PersonKind::Client {
            self.words.person_kind(person.kind).to_owned()
        } else {
            person.relation.clone()
        }
    }

    /// "Kort 1", or only the term for a goal that is no longer numbered.
    #[must_use]
    pub fn goal_label(&self, goal: GoalId) -> String {
        if let Some((term, number)) = self.group.goal_number(goal, self.today()) {
            return self.words.goal_label(term, number);
        }
        let term = self.group.goal(goal).map_or(crate::domain::goal::Term::Short, |it| it.term);
        self.words.term(term).to_owned()
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

    /// A text of kring's own in the group's words for its roles.
    #[must_use]
    pub fn in_own_words(&self, text: &str) -> String {
        [Role::Coordinator, Role::Clinician].into_iter().fold(text.to_owned(), |text, role| {
            text.replace(self.words.role_name(role), &self.role(role))
        })
    }
}
