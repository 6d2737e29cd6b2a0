//! Who is there in a meeting, from when until when.

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};
use strum::VariantArray;

use super::ids::PersonId;

/// Whether somebody is present.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, VariantArray)]
pub enum Presence {
    /// Present, for part of the meeting at least.
    Present,
    /// Absent with notice.
    SentWord,
    /// Absent without notice.
    NotPresent,
}

impl Presence {
    /// In the order in which the screens cycle through them.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attendee {
    pub person: PersonId,
    pub presence: Presence,
    /// When somebody who came late arrived, or is expected.
    pub from: Option<NaiveTime>,
    /// When somebody who left early did so, or is to.
    pub until: Option<NaiveTime>,
    /// Whether they are to leave then, and nobody said in the meeting that they did.
    #[serde(default)]
    pub leaving: bool,
    /// Whether they have said how they are, in the check-in.
    pub spoke: bool,
    /// Whether they are to come later, and nobody said in the meeting that they came.
    #[serde(default)]
    pub expected: bool,
    /// What was said of that after the meeting: they came, or did not.
    #[serde(default)]
    pub came: Option<bool>,
}

impl Attendee {
    /// Whether they are there or will be.
    #[must_use]
    pub fn comes(&self) -> bool {
        self.presence == Presence::Present
    }

    /// Whether they were to come later, and nobody has said whether they did.
    #[must_use]
    pub fn is_expected(&self) -> bool {
        self.presence == Presence::Present && self.expected && self.came.is_none()
    }

    /// Whether they were to come later and somebody has to say whether they did, or said so afterwards.
    #[must_use]
    pub fn was_expected(&self) -> bool {
        self.presence == Presence::Present && self.expected
    }

    /// Whether they were not there, without word.
    #[must_use]
    pub fn stayed_away(&self) -> bool {
        let not_come = self.was_expected() && self.came == Some(false);
        self.presence == Presence::NotPresent || not_come
    }

    /// The time at which they came late. That of somebody who was expected is nobody's word.
    #[must_use]
    pub fn came_at(&self) -> Option<NaiveTime> {
        self.from.filter(|_| !self.expected)
    }

    /// Whether somebody said that they are there, for part of the meeting at least.
    #[must_use]
    pub fn is_there(&self) -> bool {
        self.presence == Presence::Present && (!self.expected || self.came == Some(true))
    }

    /// Somebody as the list has them before anybody said otherwise.
    #[must_use]
    pub fn new(person: PersonId) -> Self {
        Self {
            person,
            presence: Presence::Present,
            from: None,
            until: None,
            leaving: false,
            spoke: false,
            expected: false,
            came: None,
        }
    }
}
