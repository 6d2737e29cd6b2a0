//! Work agreements: who does what, by when or how often, for which goal, and what came of it.

use serde::{Deserialize, Serialize};

use super::dates::When;
use super::ids::{AgreementId, GoalId, MeetingId, PersonId};

/// The answer to "how did it go?".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// It worked out.
    Done,
    /// Still going on.
    Running,
    /// Not yet; it stays open.
    NotYet,
    /// No longer needed.
    Dropped,
}

impl Outcome {
    /// In the order in which a person steps through them.
    pub const ALL: [Self; 4] = [Self::Done, Self::Running, Self::NotYet, Self::Dropped];
}

/// What was said of an agreement in one meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The meeting in which it was asked.
    pub meeting: MeetingId,
    /// How it went.
    pub outcome: Outcome,
}

/// One work agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    /// Fixed for life.
    pub id: AgreementId,
    /// What will be done.
    pub text: String,
    /// Who does it; empty when nobody was named.
    pub who: Vec<PersonId>,
    /// By when, or how often.
    pub when: Option<When>,
    /// The goal it helps, if one was named.
    pub goal: Option<GoalId>,
    /// The meeting in which it was made.
    pub made: MeetingId,
    /// What came of it, meeting by meeting, oldest first.
    pub answers: Vec<Answer>,
}

impl Agreement {
    /// The last answer, if it was ever asked for.
    #[must_use]
    pub fn outcome(&self) -> Option<Outcome> {
        self.answers.last().map(|answer| answer.outcome)
    }

    /// What was answered in a meeting.
    #[must_use]
    pub fn outcome_in(&self, meeting: MeetingId) -> Option<Outcome> {
        self.answers.iter().find(|answer| answer.meeting == meeting).map(|answer| answer.outcome)
    }

    /// Whether it still comes back.
    #[must_use]
    pub fn open(&self) -> bool {
        !matches!(self.outcome(), Some(Outcome::Done | Outcome::Dropped))
    }

    /// Whether a meeting asks how it went: made before it, and open when it began.
    #[must_use]
    pub fn asked_in(&self, meeting: MeetingId) -> bool {
        let before = self.answers.iter().rev().find(|answer| answer.meeting < meeting);
        let closed =
            before.is_some_and(|answer| matches!(answer.outcome, Outcome::Done | Outcome::Dropped));
        self.made < meeting && !closed
    }

    /// This agreement with another answer for a meeting, or none.
    #[must_use]
    pub fn answered(&self, meeting: MeetingId, outcome: Option<Outcome>) -> Self {
        let mut agreement = self.clone();
        agreement.answers.retain(|answer| answer.meeting != meeting);
        agreement.answers.extend(outcome.map(|outcome| Answer { meeting, outcome }));
        agreement.answers.sort_by_key(|answer| answer.meeting);
        agreement
    }
}
