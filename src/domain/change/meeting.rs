//! The changes to one meeting.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::domain::attendance::Attendee;
use crate::domain::delta::{ListChange, Refusal, Splice, Swap, apply_unique, replace_by_key};
use crate::domain::form::Draft;
use crate::domain::hour::HourEvent;
use crate::domain::meeting::{AfterTalk, Meeting, Place, Reopening, Stage};
use crate::domain::minutes::Minutes;
use crate::domain::person::Roles;
use crate::domain::reading::LineReading;
use crate::domain::texts::MeetingText;

/// A change to one meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MeetingChange {
    /// An edit in a text.
    Text(MeetingText, Splice),
    /// Adds or removes an attendee.
    Attendees(ListChange<Attendee>),
    /// Replaces an attendee, by person.
    Attendance(Swap<Attendee>),
    /// The roles in this meeting.
    Roles(Swap<Roles>),
    /// Moves to another place in the meeting.
    Place(Swap<Place>),
    /// The day that somebody gave the meeting.
    Day(Swap<Option<NaiveDate>>),
    /// When a meeting without a clock began.
    Start(Swap<Option<NaiveTime>>),
    /// Whether it did not go on.
    Cancelled(Swap<bool>),
    /// Whether it was written down afterwards.
    Afterwards(Swap<bool>),
    /// The day on which the next date was typed, from which its words are read.
    NextTypedOn(Swap<Option<NaiveDate>>),
    /// Whether the time of the next meeting stands after its date.
    NextTimeInDay(Swap<bool>),
    /// Adds or removes an event of the hour.
    Hour(ListChange<HourEvent>),
    /// Adds or removes what a line of the note of an item means; the item by its index from 0.
    Readings(usize, Box<ListChange<LineReading>>),
    /// A line of the note of an item was read anew: the item and its reading, by their indices from 0.
    Reading(usize, usize, Box<Swap<LineReading>>),
    /// Whether somebody came who was expected later, said after the meeting was closed, and what its
    /// minutes are then.
    Came(Box<Swap<Attendee>>, Swap<Option<Box<Minutes>>>),
    /// Whether an item, by its index from 0, was discussed.
    Discussed(usize, Swap<bool>),
    /// The minutes planned for an item, by its index from 0.
    Budget(usize, Swap<u16>),
    /// Whether the signalling plan may be shown.
    PlanShown(Swap<bool>),
    /// Opens a form, goes to another question of it, or closes it.
    Draft(Swap<Option<Draft>>),
    /// Sets an unfinished form aside, or takes it up again.
    SetAside(ListChange<Draft>),
    /// Whether the minutes are agreed.
    Stage(Swap<Stage>),
    Minutes(Swap<Option<Box<Minutes>>>),
    /// Adds or removes a reopening of the minutes.
    Reopened(ListChange<Reopening>),
    /// What client and coordinator settled after the meeting.
    After(Swap<AfterTalk>),
}

impl MeetingChange {
    /// The change that reverts this one.
    #[must_use]
    pub fn inverse(&self) -> Self {
        match self {
            Self::Text(text, splice) => Self::Text(*text, splice.inverse()),
            Self::Attendees(change) => Self::Attendees(change.inverse()),
            Self::Attendance(swap) => Self::Attendance(swap.inverse()),
            Self::Roles(swap) => Self::Roles(swap.inverse()),
            Self::Place(swap) => Self::Place(swap.inverse()),
            Self::Day(swap) => Self::Day(swap.inverse()),
            Self::Start(swap) => Self::Start(swap.inverse()),
            Self::Cancelled(swap) => Self::Cancelled(swap.inverse()),
            Self::Afterwards(swap) => Self::Afterwards(swap.inverse()),
            Self::NextTypedOn(swap) => Self::NextTypedOn(swap.inverse()),
            Self::NextTimeInDay(swap) => Self::NextTimeInDay(swap.inverse()),
            Self::Came(came, minutes) => Self::Came(Box::new(came.inverse()), minutes.inverse()),
            Self::Hour(change) => Self::Hour(change.inverse()),
            Self::Readings(nr, change) => Self::Readings(*nr, Box::new(change.inverse())),
            Self::Reading(nr, at, swap) => Self::Reading(*nr, *at, Box::new(swap.inverse())),
            Self::Discussed(nr, swap) => Self::Discussed(*nr, swap.inverse()),
            Self::Budget(nr, swap) => Self::Budget(*nr, swap.inverse()),
            Self::PlanShown(swap) => Self::PlanShown(swap.inverse()),
            Self::Draft(swap) => Self::Draft(swap.inverse()),
            Self::SetAside(change) => Self::SetAside(change.inverse()),
            Self::Stage(swap) => Self::Stage(swap.inverse()),
            Self::Minutes(swap) => Self::Minutes(swap.inverse()),
            Self::Reopened(change) => Self::Reopened(change.inverse()),
            Self::After(swap) => Self::After(swap.inverse()),
        }
    }

    /// Whether the change replaces something by another value.
    #[must_use]
    pub fn makes_change(&self) -> bool {
        *self != self.inverse()
    }

    /// Whether the change is allowed once the meeting is closed: it changes nothing that the minutes say,
    /// or changes them along.
    fn allowed_when_finished(&self) -> bool {
        matches!(
            self,
            Self::Place(_)
                | Self::Draft(_)
                | Self::SetAside(_)
                | Self::Stage(_)
                | Self::Reopened(_)
                | Self::After(_)
                | Self::Came(..)
                | Self::Text(MeetingText::Draft(_), _)
        )
    }

    /// # Errors
    /// Why the change does not fit. The meeting is then unchanged.
    pub fn apply(&self, meeting: &mut Meeting) -> Result<(), Refusal> {
        if meeting.finished() && !self.allowed_when_finished() {
            return Err(Refusal::Finished);
        }
        match self {
            Self::Text(text, splice) => {
                splice.apply(meeting.text_mut(*text).ok_or(Refusal::Missing)?)
            }
            Self::Attendees(change) => {
                apply_unique(change, &mut meeting.attendance, |one| one.person)
            }
            Self::Came(came, minutes) => {
                // Both or neither.
                if meeting.minutes != minutes.from {
                    return Err(Refusal::Stale);
                }
                replace_by_key(came, &mut meeting.attendance, |one| one.person)?;
                minutes.apply(&mut meeting.minutes)
            }
            Self::Attendance(swap) => {
                replace_by_key(swap, &mut meeting.attendance, |one| one.person)
            }
            Self::Roles(swap) => swap.apply(&mut meeting.roles),
            Self::Place(swap) => swap.apply(&mut meeting.place),
            Self::Day(swap) => swap.apply(&mut meeting.day),
            Self::Start(swap) => swap.apply(&mut meeting.start),
            Self::Cancelled(swap) => swap.apply(&mut meeting.cancelled),
            Self::Afterwards(swap) => swap.apply(&mut meeting.afterwards),
            Self::NextTypedOn(swap) => swap.apply(&mut meeting.next.on),
            Self::NextTimeInDay(swap) => swap.apply(&mut meeting.next.time_in_day),
            Self::Hour(change) => change.apply(&mut meeting.hour),
            Self::Readings(nr, change) => {
                change.apply(&mut meeting.items.get_mut(*nr).ok_or(Refusal::Missing)?.readings)
            }
            Self::Reading(nr, at, swap) => {
                let item = meeting.items.get_mut(*nr).ok_or(Refusal::Missing)?;
                swap.apply(item.readings.get_mut(*at).ok_or(Refusal::Missing)?)
            }
            Self::Discussed(nr, swap) => {
                swap.apply(&mut meeting.items.get_mut(*nr).ok_or(Refusal::Missing)?.discussed)
            }
            Self::Budget(nr, swap) => {
                swap.apply(&mut meeting.items.get_mut(*nr).ok_or(Refusal::Missing)?.minutes)
            }
            Self::PlanShown(swap) => swap.apply(&mut meeting.plan_shown),
            Self::Draft(swap) => swap.apply(&mut meeting.draft),
            Self::SetAside(change) => change.apply(&mut meeting.set_aside),
            Self::Stage(swap) => swap.apply(&mut meeting.stage),
            Self::Minutes(swap) => swap.apply(&mut meeting.minutes),
            Self::Reopened(change) => change.apply(&mut meeting.reopened),
            Self::After(swap) => swap.apply(&mut meeting.after),
        }
    }
}
