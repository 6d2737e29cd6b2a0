//! The shape of the file of the practice group, `data/*/practice.ron`.

use serde::Deserialize;

use crate::domain::agreement::Outcome;
use crate::domain::attendance::Presence;
use crate::domain::frequency::Frequency;
use crate::domain::goal::{Dimension, GoalState, Movement, Term};
use crate::domain::ids::{AgreementId, PersonId};
use crate::domain::person::{Person, Roles};
use crate::domain::plan::SignallingPlan;
use crate::domain::sociogram::Relation;
use crate::domain::structure::{ItemKind, MeetingKind};

/// The whole file. Weeks are whole numbers before or after a day.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Practice {
    pub name: String,
    pub started_weeks_ago: u64,
    pub place: String,
    pub frequency: Frequency,
    pub communication: Vec<String>,
    pub people: Vec<Person>,
    pub relations: Vec<Relation>,
    pub explained_to: String,
    pub roles: Roles,
    pub goals: Vec<PracticeGoal>,
    pub plan: SignallingPlan,
    pub meetings: Vec<PracticeMeeting>,
    pub next_time: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PracticeGoal {
    pub term: Term,
    pub text: String,
    pub dimensions: Vec<Dimension>,
    pub since: usize,
    pub ended: Option<(usize, GoalState)>,
    pub moves: Vec<(usize, Movement)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PracticeMeeting {
    pub weeks_ago: u64,
    pub kind: MeetingKind,
    pub minutes: i64,
    pub away: Vec<(PersonId, Presence)>,
    pub late: Vec<(PersonId, String)>,
    pub early: Vec<(PersonId, String)>,
    pub notes: Vec<(ItemKind, Vec<String>)>,
    pub answers: Vec<(AgreementId, Outcome)>,
    pub topic: String,
    pub reviewed: Vec<usize>,
    pub evaluation: Option<u64>,
}
