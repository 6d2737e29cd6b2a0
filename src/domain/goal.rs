//! Recovery goals: at most three for the short term and two for the long (phase 1, step 3).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::day::Day;
use super::ids::{GoalId, MeetingId};

/// How many short-term goals a group works on at a time (phase 1, step 3).
pub const MOST_SHORT: usize = 3;
/// How many long-term goals a group works on at a time (phase 1, step 3).
pub const MOST_LONG: usize = 2;

/// Short: preferably reached before the next meeting, three months away. Long: further.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
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

impl Dimension {
    /// In the order of the source.
    pub const ALL: [Self; 3] = [Self::Personal, Self::Societal, Self::Health];
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

/// How many steps a goal's attainment has.
pub const ATTAINMENT_STEPS: usize = 5;

/// What reaching a goal would look like, in the client's words: less than now, as now, a step
/// closer, as hoped, more than hoped.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Attainment {
    /// Whether the client wants it for this goal.
    pub wanted: bool,
    /// The words, from furthest away to further than hoped.
    pub steps: [String; ATTAINMENT_STEPS],
    /// The step at which it is now, counted from 0.
    pub at: Option<usize>,
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
    pub due: Day,
    /// Whether the client thinks it is feasible; `None` before anybody asked.
    #[serde(default)]
    pub feasible: Option<bool>,
    /// Whether the client thinks it is realistic; `None` before anybody asked.
    #[serde(default)]
    pub realistic: Option<bool>,
    /// What reaching it would look like.
    #[serde(default)]
    pub attainment: Attainment,
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
    /// A goal that becomes one on a day.
    #[must_use]
    pub fn new(id: GoalId, term: Term, text: &str, since: NaiveDate) -> Self {
        Self {
            id,
            term,
            text: text.to_owned(),
            dimensions: Vec::new(),
            due: Day::default(),
            feasible: None,
            realistic: None,
            attainment: Attainment::default(),
            state: GoalState::New,
            since,
            ended: None,
            progress: Vec::new(),
        }
    }

    /// Whether nothing was written down of this goal: a row that was begun by mistake.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
            && self.due.is_blank()
            && self.dimensions.is_empty()
            && self.progress.is_empty()
            && self.attainment == Attainment::default()
    }

    /// How far the goal has come, a number a meeting: each step forward is one more, each step
    /// back one less, counted from 0.
    #[must_use]
    pub fn course(&self) -> Vec<(MeetingId, i32)> {
        let mut said = self.progress.clone();
        said.sort_by_key(|said| said.meeting);
        let mut height = 0;
        said.into_iter()
            .map(|Progress { meeting, movement }| {
                height += match movement {
                    Movement::Closer => 1,
                    Movement::Same => 0,
                    Movement::Further => -1,
                };
                (meeting, height)
            })
            .collect()
    }

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
