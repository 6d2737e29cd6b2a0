//! The bin: what was deleted, and can come back until it is erased for good.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::goal::Goal;
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
