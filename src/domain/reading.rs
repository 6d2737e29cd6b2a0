//! What a line of a note means, as it was understood when it was typed. It is kept with the note, by id
//! and day, so that it stays whatever becomes of names, goals and days afterwards.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::dates::When;
use super::ids::{AgreementId, GoalId, PersonId};

/// The content of an agreement's line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Understood {
    /// What will be done, without signs and without the mentions at its end.
    pub what: String,
    pub who: Vec<PersonId>,
    /// The people whom a name in it fits, when it fits several: then somebody has to say who.
    #[serde(default)]
    pub either: Vec<PersonId>,
    pub when: Option<When>,
    pub goal: Option<GoalId>,
}

/// A name in a line, and whom it means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NameRead {
    pub words: String,
    pub person: PersonId,
}

/// The words of a line that mean something, and what they mean.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordsRead {
    /// Those in the line, and those that stood in it before it was edited.
    pub names: Vec<NameRead>,
    /// The words of the day or the rhythm.
    pub when: String,
    /// The words of the goal.
    pub goal: String,
}

/// An agreement in a note, as it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LineReading {
    /// That of the agreement once the meeting is closed. It stays while the line is edited.
    pub id: AgreementId,
    /// The line that was read, without its sign.
    pub line: String,
    pub understood: Understood,
    pub words: WordsRead,
    /// The day from which its words were read.
    pub on: NaiveDate,
}
