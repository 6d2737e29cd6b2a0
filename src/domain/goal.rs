//! Recovery goals: at most three for the short term and two for the long (phase 1, step 3).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ids::{GoalId, MeetingId};

/// How many short-term goals a group works on at a time (phase 1, step 3).
pub const MOST_SHORT: usize = 3;
/// How many long-term goals a group works on at a time (phase 1, step 3).
pub const MOST_LONG: usize = 2;

/// Short: preferably reached before the next meeting, three months away. Long: further.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Term {
    /// Feasible within three months.
    Short,
    /// Further away.
    Long,
}

impl Term {
    /// How many goals of this term a group works on at a time.
    #[must_use]
    pub fn most(self) -> usize {
        match self {
            Self::Short => MOST_SHORT,
            Self::Long => MOST_LONG,
        }
    }
}

/// What a goal has to do with; several at once, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Dimension {
    /// Meaning, grip, perspective.
    Personal,
    /// Taking part.
    Societal,
    /// Physical and mental symptoms.
    Health,
}

/// Where a goal stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum GoalState {
    /// Not begun.
    New,
    /// Being worked on.
    Underway,
    /// Reached, as far as the client is concerned.
    Reached,
    /// The client let go of it.
    LetGo,
}

impl GoalState {
    /// In the order in which a person steps through them.
    pub const ALL: [Self; 4] = [Self::New, Self::Underway, Self::Reached, Self::LetGo];

    /// Whether a goal in this state counts towards the limit of its term.
    #[must_use]
    pub fn open(self) -> bool {
        matches!(self, Self::New | Self::Underway)
    }
}

/// What the client says of a goal in a meeting: closer by, the same, further away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Movement {
    /// A step forward.
    Closer,
    /// As it was.
    Same,
    /// A step back.
    Further,
}

impl Movement {
    /// In the order in which a person steps through them.
    pub const ALL: [Self; 3] = [Self::Closer, Self::Same, Self::Further];
}

/// What was said of a goal in one meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Progress {
    /// The meeting in which it was said.
    pub meeting: MeetingId,
    /// What was said.
    pub movement: Movement,
}

/// One recovery goal, in the client's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Goal {
    /// Fixed for life.
    pub id: GoalId,
    /// Short or long.
    pub term: Term,
    /// The goal, in the client's words.
    pub text: String,
    /// None, one or several.
    pub dimensions: Vec<Dimension>,
    /// When the client hopes to be there.
    pub due: Option<NaiveDate>,
    /// Where it stands.
    pub state: GoalState,
    /// The day it became a goal.
    pub since: NaiveDate,
    /// The day it was reached or let go.
    pub ended: Option<NaiveDate>,
    /// What was said of it, meeting by meeting, oldest first.
    pub progress: Vec<Progress>,
}

impl Goal {
    /// What was said of this goal in a meeting.
    #[must_use]
    pub fn movement_in(&self, meeting: MeetingId) -> Option<Movement> {
        self.progress.iter().find(|said| said.meeting == meeting).map(|said| said.movement)
    }

    /// Whether a meeting on a day has this goal on its pages: it was a goal by then, and it had
    /// not ended before. One that ends on the day itself stays, so that the numbers of the others
    /// do not change while people speak of them.
    #[must_use]
    pub fn stands_on(&self, day: NaiveDate) -> bool {
        self.since <= day && self.ended.is_none_or(|ended| ended >= day)
    }

    /// This goal in another state, since a day.
    #[must_use]
    pub fn in_state(&self, state: GoalState, day: NaiveDate) -> Self {
        let ended = (!state.open()).then_some(self.ended.unwrap_or(day));
        Self { state, ended, ..self.clone() }
    }

    /// This goal with something else said of it in a meeting, or nothing.
    #[must_use]
    pub fn with_movement(&self, meeting: MeetingId, movement: Option<Movement>) -> Self {
        let mut goal = self.clone();
        goal.progress.retain(|said| said.meeting != meeting);
        goal.progress.extend(movement.map(|movement| Progress { meeting, movement }));
        goal
    }
}
