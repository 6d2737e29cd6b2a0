//! What a line of a note means, as it was understood when it was typed. It is kept with the note, by id
//! and day, so that it stays whatever becomes of names, goals and days afterwards.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::agreement::{Agreement, Answer};
use super::ids::{AgreementId, GoalId, MeetingId, PersonId};
use super::when::{Unsettled, When};

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
    /// What it says of when besides: a doubt stays here once somebody chose what is meant.
    #[serde(default, skip_serializing_if = "Unsettled::is_nothing")]
    pub unsettled: Unsettled,
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
            unsettled: self.open_when(),
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
        let open = matches!(self.open_when(), Unsettled::Nothing | Unsettled::Doubt(_));
        !self.says_who() || self.when.is_none() && open
    }

    /// What is open about when: nothing once a day was chosen.
    #[must_use]
    pub fn open_when(&self) -> Unsettled {
        if self.when.is_some() { Unsettled::Nothing } else { self.unsettled.clone() }
    }

    /// The meanings of the words for the day from which somebody can choose; none where it is certain.
    #[must_use]
    pub fn possible_days(&self) -> &[When] {
        match &self.unsettled {
            Unsettled::Doubt(doubt) => &doubt.readings,
            Unsettled::Nothing | Unsettled::Words => &[],
        }
    }

    /// Whether nothing was chosen yet of all that can be: neither a person nor a day.
    #[must_use]
    pub fn nothing_is_chosen(&self) -> bool {
        let person = self.either.is_empty() || !self.undecided().is_empty();
        let day = self.possible_days().is_empty() || self.when.is_none();
        person && day && !(self.either.is_empty() && self.possible_days().is_empty())
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
