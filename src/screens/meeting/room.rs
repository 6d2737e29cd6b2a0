//! What the pieces of the meeting's screen are made from.

use chrono::{NaiveDate, TimeDelta};

use crate::content::Content;
use crate::domain::group::Group;
use crate::domain::hour::{Moment, Reading};
use crate::domain::ids::PersonId;
use crate::domain::meeting::{Forecast, Meeting, Presence};
use crate::domain::minutes::Minutes;
use crate::domain::notes;
use crate::domain::person::PersonKind;
use crate::domain::structure::ItemKind;
use crate::words::Words;

/// A group in its meeting, at a moment, in a language.
#[derive(Clone, Copy)]
pub struct Room<'a> {
    /// The words of the language.
    pub words: Words,
    /// The texts of the language.
    pub content: &'a Content,
    /// The group.
    pub group: &'a Group,
    /// The meeting.
    pub meeting: &'a Meeting,
    /// The minutes of the meeting before it.
    pub previous: Option<&'a Minutes>,
    /// Now.
    pub now: Moment,
}

impl Room<'_> {
    /// The day of the meeting.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.meeting.id.date
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

    /// The hour, now.
    #[must_use]
    pub fn reading(&self) -> Reading {
        self.meeting.reading(self.now)
    }

    /// What is still to come, now.
    #[must_use]
    pub fn forecast(&self) -> Forecast {
        Forecast::of(self.meeting, &self.reading())
    }

    /// Those who are there.
    pub fn present(&self) -> impl Iterator<Item = PersonId> {
        self.meeting
            .attendance
            .iter()
            .filter(|attendee| attendee.presence == Presence::Present)
            .map(|attendee| attendee.person)
    }

    /// Somebody who leaves before the item that needs them is due: who, and which item.
    #[must_use]
    pub fn leaves_too_early(&self) -> Option<(PersonId, ItemKind)> {
        let clinician = self.group.roles.clinician?;
        let until = self.meeting.attendee(clinician)?.until?;
        // Said in the last ten minutes, when something can still be done about it.
        let soon = until - self.now.time() <= TimeDelta::minutes(10);
        let reading = self.reading();
        let mut due = self.now;
        for (nr, item) in self.meeting.items.iter().enumerate() {
            if item.discussed {
                continue;
            }
            let needed = matches!(
                item.kind,
                ItemKind::SignallingPlan | ItemKind::PlanAndGoals | ItemKind::Composition
            );
            if needed && soon && due.time() >= until && self.now.time() < until {
                return Some((clinician, item.kind));
            }
            let left = TimeDelta::minutes(i64::from(item.minutes)) - reading.spent_on(nr);
            due += left.max(TimeDelta::zero());
        }
        None
    }
}
