//! How far a group is in the method: which steps are done and which phase is shown.

use super::group::Group;
use super::phase::{Phase, Step, StepState};
use super::structure::MeetingKind;

impl Group {
    /// Whether a step is done or not needed. The steps that a meeting shows are read off the
    /// meetings, so that nobody has to tick them.
    #[must_use]
    pub fn step_done(&self, step: Step) -> bool {
        let ticked = self.steps.iter().any(|record| {
            record.step == step && matches!(record.state, StepState::Done | StepState::NotNeeded(_))
        });
        ticked
            || match step {
                Step::HoldStartMeeting | Step::DiscussWayOfWorking => self.held(MeetingKind::Start),
                Step::DecideComposition => self.composition_decided(),
                Step::FollowStructure => {
                    self.held(MeetingKind::FollowUp) || self.held(MeetingKind::Theme)
                }
                Step::OrganiseHandover => self.held(MeetingKind::Handover),
                _ => false,
            }
    }

    /// How many of the twenty-five steps are done or not needed.
    #[must_use]
    pub fn steps_done(&self) -> usize {
        Step::ALL.into_iter().filter(|step| self.step_done(*step)).count()
    }

    /// The phase a list shows: the lowest with an open step; 5 once the start meeting is held;
    /// 6 once reorientation begins.
    #[must_use]
    pub fn phase(&self) -> Phase {
        let reorienting = self.held(MeetingKind::Handover)
            || self.steps.iter().any(|record| record.step.phase() == Phase::Reorientation);
        if reorienting {
            return Phase::Reorientation;
        }
        if self.held(MeetingKind::Start) {
            return Phase::FollowUp;
        }
        let open = |phase: &Phase| Step::of(*phase).any(|step| !self.step_done(step));
        Phase::ALL.into_iter().find(open).unwrap_or(Phase::FollowUp)
    }

    /// Whether the client decided who is there next time, after the last meeting (phase 5,
    /// step 1).
    #[must_use]
    pub fn composition_decided(&self) -> bool {
        let Some(last) = self.last_finished(None) else { return false };
        self.composition.as_ref().is_some_and(|composition| composition.after >= last.id)
    }

    fn held(&self, kind: MeetingKind) -> bool {
        self.meetings.iter().any(|held| held.kind == kind && held.finished)
    }
}
