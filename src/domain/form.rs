//! The forms of a meeting: questions that make something, and the answers typed so far.

use serde::{Deserialize, Serialize};

use super::ids::PersonId;

/// An open form with what was typed so far. Part of the meeting, so that it survives a crash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    pub form: Form,
    /// One answer per question; empty if not answered yet.
    pub answers: Vec<String>,
    /// The index of the current question, from 0.
    pub at: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// An agreement in the note of an item: what, who, when, which goal.
    Agreement {
        /// Index of the item, from 0.
        item: usize,
        /// The line of the note that is edited, from 0; `None` for a new agreement.
        line: Option<usize>,
    },
    /// A decision in the note of an item.
    Decision {
        /// Index of the item, from 0.
        item: usize,
    },
    /// When somebody arrived.
    Arrival(PersonId),
    /// When somebody left.
    Departure(PersonId),
    /// Somebody who is present but not in the group yet.
    NewPerson,
    /// Correcting somebody's name.
    PersonName(PersonId),
    NewShortGoal,
    NewLongGoal,
    /// The minutes planned for an item.
    Budget {
        /// Index of the item, from 0.
        item: usize,
    },
    /// On which day the meeting was, and when it began.
    MeetingDay,
    /// Why agreed minutes are reopened.
    Reopening,
}

impl Form {
    /// The item it belongs to, by index from 0.
    #[must_use]
    pub fn item(self) -> Option<usize> {
        match self {
            Self::Agreement { item, .. } | Self::Decision { item } | Self::Budget { item } => {
                Some(item)
            }
            _ => None,
        }
    }
}
