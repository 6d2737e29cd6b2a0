//! The progress of a group in the method: which steps are done, and in which phase it is.

use super::frequency::Frequency;
use super::group::Group;
use super::held::HeldMeeting;
use super::hour::HOUR;
use super::phase::{Phase, Step, StepRecord};
use super::structure::{MeetingKind, START_POINTS};

impl Group {
    /// The record of a step, if somebody set its state.
    #[must_use]
    pub fn step(&self, step: Step) -> Option<&StepRecord> {
        self.steps.iter().find(|record| record.step == step)
    }

    /// Whether a step is done or not needed: its record says so, or the dossier shows it.
    #[must_use]
    pub fn step_done(&self, step: Step) -> bool {
        self.step(step).is_some_and(|record| record.state.done()) || self.step_shown(step)
    }

    /// Whether other data of the dossier shows that a step is done, so that nobody has to mark it.
    #[must_use]
    pub fn step_shown(&self, step: Step) -> bool {
        match step {
            Step::FixFirstWeek => self.first_week.until().is_some(),
            Step::PlanFirstDate => self.appointment().is_some() || self.held(MeetingKind::Start),
            Step::ChooseMinuteTaker => self.roles.minute_taker.is_some(),
            Step::ChooseFrequency => self.frequency_chosen == Some(true),
            Step::ChoosePlace => !self.place.trim().is_empty(),
            Step::KeepToTheHour => self.start_meeting().is_some_and(|held| {
                held.lasted.is_some_and(|minutes| i64::from(minutes) <= HOUR.num_minutes())
            }),
            Step::PlanEvaluation => self.evaluation.coming().is_some(),
            Step::HoldStartMeeting => self.held(MeetingKind::Start),
            Step::DiscussWayOfWorking => self.start_meeting().is_some_and(|held| {
                START_POINTS.iter().all(|point| held.discussed.contains(point))
            }),
            Step::DecideComposition => self.composition_decided(),
            Step::FollowStructure => {
                self.held(MeetingKind::FollowUp) || self.held(MeetingKind::Theme)
            }
            Step::OrganiseHandover => self.held(MeetingKind::Handover),
            _ => false,
        }
    }

    /// The first step that is not done, in the order of the method. Those of phase 6 are not next before
    /// the group has begun to think about its end, and only they are once it has stopped.
    #[must_use]
    pub fn next_step(&self) -> Option<Step> {
        let (ending, stopped) = (self.phase() == Phase::Reorientation, self.has_stopped());
        let comes = |step: &Step| match step.phase() {
            Phase::Reorientation => ending,
            _ => !stopped,
        };
        Step::ALL.iter().copied().filter(comes).find(|step| !self.step_done(*step))
    }

    /// Whether the group met for the last time: its latest meeting was a handover after which it does
    /// not go on.
    #[must_use]
    pub fn has_stopped(&self) -> bool {
        let last = self.last_finished(None);
        last.is_some_and(|held| held.kind == MeetingKind::Handover)
            && self.future.goes_on == Some(false)
    }

    /// How many steps of a phase are done or not needed, and how many it has.
    #[must_use]
    pub fn steps_of(&self, phase: Phase) -> (usize, usize) {
        let done = Step::of(phase).filter(|step| self.step_done(*step)).count();
        (done, Step::of(phase).count())
    }

    /// How many of the twenty-five steps are done or not needed.
    #[must_use]
    pub fn steps_done(&self) -> usize {
        Step::ALL.iter().copied().filter(|step| self.step_done(*step)).count()
    }

    /// The current phase: the first with an open step, 5 once the start meeting was held, and 6
    /// once reorientation has begun.
    #[must_use]
    pub fn phase(&self) -> Phase {
        let reorienting = self.held(MeetingKind::Handover)
            || !self.reorientation.is_empty()
            || self.steps.iter().any(|record| record.step.phase() == Phase::Reorientation);
        if reorienting {
            return Phase::Reorientation;
        }
        if self.held(MeetingKind::Start) {
            return Phase::FollowUp;
        }
        let open = |phase: &Phase| Step::of(*phase).any(|step| !self.step_done(step));
        Phase::ALL.iter().copied().find(open).unwrap_or(Phase::FollowUp)
    }

    /// Whether the client chose how often the group meets (phase 3, step 6). In a group of version 1
    /// that is so when it differs from the guideline, or when somebody marked the step.
    #[must_use]
    pub fn frequency_is_chosen(&self) -> bool {
        self.frequency_chosen.unwrap_or_else(|| {
            let step = self.step(Step::ChooseFrequency);
            self.frequency != Frequency::default() || step.is_some_and(|it| it.state.done())
        })
    }

    /// Whether the client decided on the composition after the latest meeting (phase 5, step 1).
    #[must_use]
    pub fn composition_decided(&self) -> bool {
        let Some(last) = self.last_finished(None) else { return false };
        self.composition
            .as_ref()
            .is_some_and(|composition| !self.is_before(composition.after, last.id))
    }

    /// The start meeting, once it was held.
    #[must_use]
    pub fn start_meeting(&self) -> Option<&HeldMeeting> {
        let held = self.meetings.iter().filter(|held| held.was_held());
        held.filter(|held| held.kind == MeetingKind::Start).min_by_key(|held| held.order())
    }

    /// Whether a meeting of this kind was held.
    #[must_use]
    pub fn held(&self, kind: MeetingKind) -> bool {
        self.meetings.iter().any(|held| held.kind == kind && held.was_held())
    }
}
