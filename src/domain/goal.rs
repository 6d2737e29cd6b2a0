//! Recovery goals: at most [`MOST_SHORT`] short-term and [`MOST_LONG`] long-term ones are open at a
//! time (phase 1, step 3).

use std::fmt;

use chrono::NaiveDate;
use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use strum::VariantArray;

use super::day::Day;
use super::ids::{GoalId, MeetingId};

/// The most short-term goals that are open at a time (phase 1, step 3).
pub const MOST_SHORT: usize = 3;
/// The most long-term goals that are open at a time (phase 1, step 3).
pub const MOST_LONG: usize = 2;

/// Whether a goal is for the short or the long term (phase 1, step 3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Term {
    /// Preferably reached within three months, the usual time between two meetings.
    Short,
    Long,
}

impl Term {
    /// The most goals of this term that are open at a time.
    #[must_use]
    pub fn most(self) -> usize {
        match self {
            Self::Short => MOST_SHORT,
            Self::Long => MOST_LONG,
        }
    }
}

/// A dimension of recovery. A goal has several or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, VariantArray)]
pub enum Dimension {
    /// Personal recovery: meaning, grip, perspective.
    Personal,
    /// Societal recovery: participation.
    Societal,
    /// Recovery of health: physical and mental symptoms.
    Health,
}

impl Dimension {
    /// In the order of the source.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, VariantArray)]
pub enum GoalState {
    New,
    Underway,
    /// Reached, according to the client.
    Reached,
    /// Given up by the client.
    LetGo,
}

impl GoalState {
    /// In the order in which the screens cycle through them.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;

    /// Whether a goal in this state counts towards the limit of its term.
    #[must_use]
    pub fn open(self) -> bool {
        matches!(self, Self::New | Self::Underway)
    }
}

/// What the client says of a goal in a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, VariantArray)]
pub enum Movement {
    Closer,
    Same,
    Further,
}

impl Movement {
    /// In the order in which the screens cycle through them.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Progress {
    pub meeting: MeetingId,
    pub movement: Movement,
}

/// The number of descriptions in [`Attainment::steps`].
pub const ATTAINMENT_STEPS: usize = 6;

/// Descriptions, in the client's words, of what reaching a goal looks like, on the scale of appendix 10:
/// -3 less than at the beginning, -2 as at the beginning, -1 a little further, 0 the goal, +1 more than
/// hoped, +2 much more.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Attainment {
    /// Whether the client uses this tool for the goal.
    pub wanted: bool,
    /// From -3 to +2. Version 1 had no +2.
    #[serde(deserialize_with = "steps")]
    pub steps: [String; ATTAINMENT_STEPS],
    /// The index in `steps` of how it is now, from 0.
    pub at: Option<usize>,
}

/// Reads the descriptions; those that a file does not have are empty.
fn steps<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<[String; ATTAINMENT_STEPS], D::Error> {
    struct Steps;

    impl<'de> Visitor<'de> for Steps {
        type Value = [String; ATTAINMENT_STEPS];

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "at most {ATTAINMENT_STEPS} descriptions")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut read: A) -> Result<Self::Value, A::Error> {
            let mut steps = Self::Value::default();
            for step in &mut steps {
                let Some(text) = read.next_element()? else { break };
                *step = text;
            }
            Ok(steps)
        }
    }

    deserializer.deserialize_tuple(ATTAINMENT_STEPS, Steps)
}

/// A recovery goal of the client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Goal {
    /// Assigned once, never changed.
    pub id: GoalId,
    pub term: Term,
    /// The goal, in the client's words.
    pub text: String,
    pub dimensions: Vec<Dimension>,
    /// The day by which the client hopes to reach it.
    pub due: Day,
    /// Whether the client thinks it is feasible; `None` if not asked yet.
    #[serde(default)]
    pub feasible: Option<bool>,
    /// Whether the client thinks it is realistic; `None` if not asked yet.
    #[serde(default)]
    pub realistic: Option<bool>,
    #[serde(default)]
    pub attainment: Attainment,
    pub state: GoalState,
    pub since: NaiveDate,
    /// The day it was reached or given up; `None` while it is open.
    pub ended: Option<NaiveDate>,
    /// At most one per meeting.
    pub progress: Vec<Progress>,
}

impl Goal {
    /// A new goal, a goal since the day `since`.
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

    /// Whether nothing was filled in, as after adding a goal by mistake.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        // Matched whole: a new field has to be thought of here.
        let Self {
            id: _,
            term: _,
            text,
            dimensions,
            due,
            feasible: _,
            realistic: _,
            attainment,
            state: _,
            since: _,
            ended: _,
            progress,
        } = self;
        text.trim().is_empty()
            && due.is_blank()
            && dimensions.is_empty()
            && progress.is_empty()
            && *attainment == Attainment::default()
    }

    /// The course of the goal, as a running total per meeting: a step forward counts 1, a step back
    /// -1. It starts at 0.
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

    /// What was said of this goal in `meeting`.
    #[must_use]
    pub fn movement_in(&self, meeting: MeetingId) -> Option<Movement> {
        self.progress.iter().find(|said| said.meeting == meeting).map(|said| said.movement)
    }

    /// Whether a meeting on `day` lists this goal: it was a goal by then and had not ended before.
    /// A goal that ends on the day itself stays, so that the numbers of the others do not change
    /// during the meeting.
    #[must_use]
    pub fn stands_on(&self, day: NaiveDate) -> bool {
        self.since <= day && self.ended.is_none_or(|ended| ended >= day)
    }

    /// A copy in another state. A goal that was open ends on `day`, one that opens again has no
    /// end.
    #[must_use]
    pub fn in_state(&self, state: GoalState, day: NaiveDate) -> Self {
        let ended = (!state.open()).then_some(self.ended.unwrap_or(day));
        Self { state, ended, ..self.clone() }
    }

    /// A copy with `movement` as what was said in `meeting`; `None` removes it.
    #[must_use]
    pub fn with_movement(&self, meeting: MeetingId, movement: Option<Movement>) -> Self {
        let mut goal = self.clone();
        goal.progress.retain(|said| said.meeting != meeting);
        goal.progress.extend(movement.map(|movement| Progress { meeting, movement }));
        goal
    }
}
