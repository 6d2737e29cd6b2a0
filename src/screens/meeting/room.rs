//! What the pieces of the meeting's screen are made from.

use std::ops::Deref;

use chrono::TimeDelta;

use crate::domain::hour::{Moment, Reading};
use crate::domain::ids::PersonId;
use crate::domain::meeting::{Forecast, Meeting, Presence};
use crate::domain::minutes::Minutes;
use crate::domain::structure::ItemKind;
use crate::screens::circle::Circle;

/// A group in its meeting, at a moment. It is a circle on the day of the meeting.
#[derive(Clone, Copy)]
pub struct Room<'a> {
    /// The group on the day of the meeting.
    pub circle: Circle<'a>,
    /// The meeting.
    pub meeting: &'a Meeting,
    /// The minutes of the meeting before it.
    pub previous: Option<&'a Minutes>,
    /// Now.
    pub now: Moment,
}

impl<'a> Deref for Room<'a> {
    type Target = Circle<'a>;

    fn deref(&self) -> &Circle<'a> {
        &self.circle
    }
}

impl Room<'_> {
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
