//! Work agreements: who does what, by when or how often, for which goal, and what came of it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::VariantArray;

use super::ids::{AgreementId, GoalId, MeetingId, PersonId};
use super::when::{Rhythm, Unsettled, When};

/// How an agreement went, as a later meeting answers it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, VariantArray)]
pub enum Outcome {
    /// Done, and not asked again. Version 1 said so of what recurs too.
    Done,
    /// What recurs went well this time, and goes on.
    WentWell,
    /// What recurs is done, and ends.
    Ended,
    /// In progress; later meetings ask again.
    Running,
    /// Not done yet; later meetings ask again.
    NotYet,
    /// No longer needed; not asked again.
    Dropped,
}

impl Outcome {
    /// In the order in which the screens cycle through them.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;

    /// Whether an agreement is not asked about any more after this answer.
    #[must_use]
    pub fn closes(self) -> bool {
        match self {
            Self::Done | Self::Ended | Self::Dropped => true,
            Self::WentWell | Self::Running | Self::NotYet => false,
        }
    }
}

/// How an agreement came to an end between meetings, and on which day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Closed {
    /// It is done.
    Ended(NaiveDate),
    /// It is no longer needed.
    Dropped(NaiveDate),
}

/// The answer that one meeting gave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The meeting that asked.
    pub meeting: MeetingId,
    pub outcome: Outcome,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    /// Assigned once, never changed.
    pub id: AgreementId,
    /// What will be done.
    pub text: String,
    /// Who does it; empty when nobody was named.
    pub who: Vec<PersonId>,
    /// Whether everybody in the group does it.
    #[serde(default)]
    pub everybody: bool,
    /// The people of whom nobody has said yet which one is meant.
    #[serde(default)]
    pub either: Vec<PersonId>,
    /// By when, or how often.
    pub when: Option<When>,
    /// What it says of when besides.
    #[serde(default, skip_serializing_if = "Unsettled::is_nothing")]
    pub unsettled: Unsettled,
    /// The goal it serves, if one was named.
    pub goal: Option<GoalId>,
    /// The meeting in which it was made.
    pub made: MeetingId,
    /// At most one answer per meeting, oldest first.
    pub answers: Vec<Answer>,
    /// That it ended or was dropped between meetings, and when.
    #[serde(default)]
    pub closed: Option<Closed>,
}

impl Agreement {
    /// The most recent answer; `None` if no meeting has answered yet.
    #[must_use]
    pub fn outcome(&self) -> Option<Outcome> {
        self.answers.last().map(|answer| answer.outcome)
    }

    /// The answer given in `meeting`, if any.
    #[must_use]
    pub fn outcome_in(&self, meeting: MeetingId) -> Option<Outcome> {
        self.answers.iter().find(|answer| answer.meeting == meeting).map(|answer| answer.outcome)
    }

    /// Whether later meetings still ask about it.
    #[must_use]
    pub fn open(&self) -> bool {
        self.closed.is_none() && !self.outcome().is_some_and(Outcome::closes)
    }

    /// The last day on which it can be done in time, when it has one.
    #[must_use]
    pub fn day(&self) -> Option<NaiveDate> {
        self.when.as_ref()?.last_day()
    }

    /// Whether it happens again and again.
    #[must_use]
    pub fn recurs(&self) -> bool {
        matches!(self.when, Some(When::Recurs(_)))
    }

    /// The answers that can be given, in the order in which the screens cycle through them.
    pub fn possible_outcomes(&self) -> impl Iterator<Item = Outcome> {
        let recurs = self.recurs();
        Outcome::ALL.iter().copied().filter(move |one| match one {
            Outcome::Done => !recurs,
            Outcome::WentWell | Outcome::Ended => recurs,
            Outcome::Running | Outcome::NotYet | Outcome::Dropped => true,
        })
    }

    /// Whether a meeting asks how it went: it was made in an earlier meeting, and no earlier one
    /// closed it. `is_before` says whether a meeting was held before that one.
    #[must_use]
    pub fn asked_after(&self, is_before: impl Fn(MeetingId) -> bool) -> bool {
        let before = self.answers.iter().rev().find(|answer| is_before(answer.meeting));
        let closed = before.is_some_and(|answer| answer.outcome.closes());
        is_before(self.made) && !closed && self.closed.is_none()
    }

    /// Whether it is time to ask how it went, on a day: what has a day, or a day from which it may be done,
    /// is asked about from that day on; what recurs or has no day, every time.
    #[must_use]
    pub fn due_on(&self, day: NaiveDate) -> bool {
        match &self.when {
            Some(When::Day(_)) => self.day().is_none_or(|due| due <= day),
            Some(When::From(from) | When::Recurs(Rhythm { from: Some(from), .. })) => *from <= day,
            Some(When::Next | When::Recurs(_)) | None => true,
        }
    }

    /// A copy with `outcome` as the answer of `meeting`, or without an answer of it. `order` says where
    /// a meeting stands among all.
    #[must_use]
    pub fn answered<K: Ord>(
        &self,
        meeting: MeetingId,
        outcome: Option<Outcome>,
        order: impl Fn(MeetingId) -> K,
    ) -> Self {
        let mut agreement = self.clone();
        agreement.answers.retain(|answer| answer.meeting != meeting);
        agreement.answers.extend(outcome.map(|outcome| Answer { meeting, outcome }));
        agreement.answers.sort_by_key(|answer| order(answer.meeting));
        agreement
    }
}
