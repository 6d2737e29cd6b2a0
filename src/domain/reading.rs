//! What a line of a note means, as it was understood when it was typed. It is kept with the note, by id
//! and day, so that it stays whatever becomes of names, goals and days afterwards.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::agreement::{Agreement, Answer};
use super::dates::When;
use super::ids::{AgreementId, GoalId, MeetingId, PersonId};

/// The content of an agreement's line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Understood {
    /// What will be done, without signs and without the mentions at its end.
    pub what: String,
    pub who: Vec<PersonId>,
    /// Whether everybody in the group does it: "iedereen", "we", "the group".
    #[serde(default)]
    pub everybody: bool,
    /// The people whom a name in it fits, when it fits several. Somebody has to say who: until one of
    /// them is in `who`, that is open.
    #[serde(default)]
    pub either: Vec<PersonId>,
    pub when: Option<When>,
    pub goal: Option<GoalId>,
}

impl Understood {
    /// The agreement of a meeting that says this.
    #[must_use]
    pub fn as_agreement(
        &self,
        id: AgreementId,
        made: MeetingId,
        answers: Vec<Answer>,
    ) -> Agreement {
        Agreement {
            id,
            text: self.what.clone(),
            who: self.who.clone(),
            everybody: self.everybody,
            either: self.undecided().to_vec(),
            when: self.when.clone(),
            goal: self.goal,
            made,
            answers,
            closed: None,
        }
    }

    /// Whether it says who does it, and leaves open of nobody whether they are meant.
    #[must_use]
    pub fn says_who(&self) -> bool {
        (self.everybody || !self.who.is_empty()) && self.undecided().is_empty()
    }

    /// Whether it does not say who, or when.
    #[must_use]
    pub fn is_half(&self) -> bool {
        !self.says_who() || self.when.is_none()
    }

    /// The people of whom somebody has to say which one is meant.
    #[must_use]
    pub fn undecided(&self) -> &[PersonId] {
        let decided = self.either.iter().any(|id| self.who.contains(id));
        if decided { &[] } else { &self.either }
    }
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
    /// The name that fits several people.
    #[serde(default)]
    pub either: String,
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
