//! A meeting of a group in a few facts, and its place in time.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::approval::{Approval, MinutesState};
use super::ids::MeetingId;
use super::structure::{ItemKind, MeetingKind};

/// How far a meeting came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Course {
    /// It has no day yet.
    Prepared,
    /// It has a day: its hour began, or it was written down afterwards.
    #[default]
    Begun,
    /// It did not go on.
    Cancelled,
}

/// The summary of a meeting, kept in the group so that the file of the meeting need not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeldMeeting {
    /// Also the name of the file of the meeting.
    pub id: MeetingId,
    pub kind: MeetingKind,
    pub finished: bool,
    /// How far it came. Version 1 did not tell.
    #[serde(default)]
    pub course: Course,
    /// The day on which it was held; `None` for the day in its id, as in version 1.
    #[serde(default)]
    pub day: Option<NaiveDate>,
    /// When it began.
    #[serde(default)]
    pub start: Option<NaiveTime>,
    /// Whether the responsible clinician was present, for part of it at least.
    pub clinician: bool,
    /// The items that were discussed.
    #[serde(default)]
    pub discussed: Vec<ItemKind>,
    /// How many minutes it took by the clock; `None` without a clock.
    #[serde(default)]
    pub lasted: Option<u16>,
    /// What was said about its minutes. In version 1 they were agreed when the meeting closed.
    #[serde(default)]
    pub approval: Option<Approval>,
}

/// Orders the meetings of a group by the time at which they were held; one that is prepared is yet to
/// come.
pub type Order = (bool, NaiveDate, Option<NaiveTime>, MeetingId);

impl HeldMeeting {
    /// A meeting that is prepared.
    #[must_use]
    pub fn prepared(id: MeetingId, kind: MeetingKind) -> Self {
        Self {
            id,
            kind,
            finished: false,
            course: Course::Prepared,
            day: None,
            start: None,
            clinician: false,
            discussed: Vec::new(),
            lasted: None,
            approval: Some(Approval::default()),
        }
    }

    /// The day on which it was held; of one that is prepared, the day on which it was first opened.
    #[must_use]
    pub fn day(&self) -> NaiveDate {
        self.day.unwrap_or(self.id.date)
    }

    /// How far its minutes are.
    #[must_use]
    pub fn minutes_state(&self) -> MinutesState {
        match &self.approval {
            _ if !self.finished => MinutesState::Concept,
            Some(approval) => approval.state(),
            None => MinutesState::Set,
        }
    }

    /// Whether it was held, and is closed.
    #[must_use]
    pub fn was_held(&self) -> bool {
        self.finished && self.course == Course::Begun
    }

    #[must_use]
    pub fn order(&self) -> Order {
        (self.course == Course::Prepared, self.day(), self.start, self.id)
    }
}
