//! The bin: what was deleted, and can come back until it is erased for good.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::goal::Goal;
use super::ids::{GoalId, PersonId};
use super::person::Person;
use super::plan::Level;

/// A thing that was deleted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Thing {
    /// Somebody.
    Person(Box<Person>),
    /// A goal.
    Goal(Box<Goal>),
    /// A part of the signalling plan.
    Level(Box<Level>),
    /// Somebody who was erased for good: the id is not given to anybody else.
    GonePerson(PersonId),
    /// A goal that was erased for good.
    GoneGoal(GoalId),
}

impl Thing {
    /// What it was called; empty for what had no name.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Person(person) => &person.name,
            Self::Goal(goal) => &goal.text,
            Self::Level(level) => &level.name,
            Self::GonePerson(_) | Self::GoneGoal(_) => "",
        }
    }

    /// Whether it can come back; what was erased for good cannot.
    #[must_use]
    pub fn can_return(&self) -> bool {
        !matches!(self, Self::GonePerson(_) | Self::GoneGoal(_))
    }
}

/// Something in the bin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Binned {
    /// What it is.
    pub thing: Thing,
    /// Since when.
    pub since: NaiveDate,
}
