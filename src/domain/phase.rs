//! The six phases of the method and their twenty-five steps.

use serde::{Deserialize, Serialize};
use strum::VariantArray;

use super::day::Day;

/// A phase of the method. Phases 1 to 3 overlap in time, and no phase waits for another.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, VariantArray,
)]
pub enum Phase {
    /// Phase 1, months 1 to 3.
    Preparation,
    /// Phase 2, months 1 to 3.
    Deepening,
    /// Phase 3, months 1 to 3.
    Planning,
    /// Phase 4, the end of month 3.
    Start,
    /// Phase 5, open-ended.
    FollowUp,
    /// Phase 6.
    Reorientation,
}

impl Phase {
    /// In order.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;

    #[must_use]
    pub fn number(self) -> u8 {
        self as u8 + 1
    }
}

/// A numbered step of a phase.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, VariantArray,
)]
pub enum Step {
    /// Phase 1, step 1.
    ExplainMethod,
    /// Phase 1, step 2.
    DrawSociogram,
    /// Phase 1, step 3.
    StartGoals,
    /// Phase 1, step 4.
    NominateMembers,
    /// Phase 1, step 5.
    StartPlan,
    /// Phase 1, step 6.
    FixFirstWeek,
    /// Phase 2, step 1.
    ApproachNominees,
    /// Phase 2, step 2.
    HoldInterviews,
    /// Phase 3, step 1.
    PlanFirstDate,
    /// Phase 3, step 2.
    FinishPlan,
    /// Phase 3, step 3.
    PrepareFirstMeeting,
    /// Phase 3, step 4.
    ChooseMinuteTaker,
    /// Phase 3, step 5.
    ChoosePlace,
    /// Phase 3, step 6.
    ChooseFrequency,
    /// Phase 3, step 7.
    AgreeCommunication,
    /// Phase 4, step 1.
    HoldStartMeeting,
    /// Phase 4, step 2.
    DiscussWayOfWorking,
    /// Phase 4, step 3.
    KeepToTheHour,
    /// Phase 4, step 4.
    PlanEvaluation,
    /// Phase 5, step 1.
    DecideComposition,
    /// Phase 5, step 2.
    FollowStructure,
    /// Phase 6, step 1.
    ReviewComposition,
    /// Phase 6, step 2.
    ScaleDownOrHandOver,
    /// Phase 6, step 3.
    PrepareForRelapse,
    /// Phase 6, step 4.
    OrganiseHandover,
}

impl Step {
    /// In the order of the method.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;

    #[must_use]
    pub fn phase(self) -> Phase {
        match self as u8 {
            0..=5 => Phase::Preparation,
            6..=7 => Phase::Deepening,
            8..=14 => Phase::Planning,
            15..=18 => Phase::Start,
            19..=20 => Phase::FollowUp,
            _ => Phase::Reorientation,
        }
    }

    /// The steps of a phase, in order.
    pub fn of(phase: Phase) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |step| step.phase() == phase)
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StepState {
    Busy,
    Done,
    /// Not needed, with the reason. Counts as done once there is a reason.
    NotNeeded(String),
}

impl StepState {
    /// Whether the step is not needed, with a reason that is not blank.
    #[must_use]
    pub fn has_reason(&self) -> bool {
        matches!(self, Self::NotNeeded(reason) if !reason.trim().is_empty())
    }

    /// Whether the step is done, or not needed with a reason.
    #[must_use]
    pub fn done(&self) -> bool {
        match self {
            Self::Busy => false,
            Self::Done => true,
            Self::NotNeeded(reason) => !reason.trim().is_empty(),
        }
    }
}

/// The state that somebody set for a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepRecord {
    pub step: Step,
    pub state: StepState,
    /// The day since which the step is in this state.
    pub date: Day,
    /// Who did it, in free text.
    #[serde(default)]
    pub by: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_phases_have_the_steps_of_the_method() {
        let counts: Vec<usize> = Phase::ALL.iter().map(|phase| Step::of(*phase).count()).collect();
        assert_eq!(counts, [6, 2, 7, 4, 2, 4]);
    }
}
