//! The bin: deleted items, which can be restored until they are erased for good.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::goal::Goal;
use super::ids::{GoalId, PersonId};
use super::person::Person;
use super::plan::Level;

/// A deleted item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Thing {
    Person(Box<Person>),
    Goal(Box<Goal>),
    /// A level of the signalling plan.
    Level(Box<Level>),
    /// A person who was erased for good. The id stays, so that nobody else gets it.
    GonePerson(PersonId),
    /// A goal that was erased for good. The id stays, so that no other goal gets it.
    GoneGoal(GoalId),
}

impl Thing {
    /// Its name or text; empty if it had none or was erased for good.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Person(person) => &person.name,
            Self::Goal(goal) => &goal.text,
            Self::Level(level) => &level.name,
            Self::GonePerson(_) | Self::GoneGoal(_) => "",
        }
    }

    /// Whether it can be restored: anything that was not erased for good.
    #[must_use]
    pub fn can_return(&self) -> bool {
        !matches!(self, Self::GonePerson(_) | Self::GoneGoal(_))
    }
}

/// A deleted item, with the day of deletion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Binned {
    pub thing: Thing,
    /// The day of deletion.
    pub since: NaiveDate,
}
