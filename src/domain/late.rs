//! What is overdue in a group on a given day. Computed from dates, never stored.

use chrono::NaiveDate;

use super::dates::{When, add_months};
use super::group::Group;
use super::held::HeldMeeting;
use super::ids::AgreementId;
use super::phase::{Phase, Step};
use super::structure::MeetingKind;

/// The months from the start in which phases 1 to 3 are done.
const GUIDELINE_MONTHS: u16 = 3;
/// The months in which the responsible clinician is present at least once (section "roles" of the
/// method).
const CLINICIAN_MONTHS: u16 = 12;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Late {
    /// A step is still open after its guideline.
    Step(Step),
    /// The next meeting has no day, or its day has passed.
    NoNextDay,
    /// The client has not decided on the composition after the meeting of this day.
    Composition(NaiveDate),
    /// The first meeting, on this day, has no appointment for its evaluation.
    Evaluation(NaiveDate),
    /// The responsible clinician has been absent for a year, since this day.
    Clinician(NaiveDate),
    /// An open agreement is past its day.
    Agreement(AgreementId),
}

impl Group {
    /// The day by which a step should be done: three months from the start for phases 1 to 3 and
    /// the first meeting, `None` for all other steps.
    #[must_use]
    pub fn guideline(&self, step: Step) -> Option<NaiveDate> {
        let early = step.phase() <= Phase::Planning || step == Step::HoldStartMeeting;
        early.then(|| add_months(self.start_day(), GUIDELINE_MONTHS)).flatten()
    }

    /// Everything that is overdue on `today`: steps first, in the order of the method.
    #[must_use]
    pub fn late(&self, today: NaiveDate) -> Vec<Late> {
        let mut late: Vec<Late> = Step::ALL
            .iter()
            .copied()
            .filter(|step| self.guideline(*step).is_some_and(|day| day < today))
            .filter(|step| !self.step_done(*step))
            .map(Late::Step)
            .collect();
        if self.lacks_next_day(today) {
            late.push(Late::NoNextDay);
        }
        late.extend(self.evaluation_missing(today).map(Late::Evaluation));
        late.extend(self.composition_missing(today).map(Late::Composition));
        late.extend(self.clinician_missing(today).map(Late::Clinician));
        late.extend(self.overdue(today).map(Late::Agreement));
        late
    }

    /// The latest finished meeting, unless it is a handover, after which the group may end.
    fn goes_on_after(&self) -> Option<&HeldMeeting> {
        self.last_finished(None).filter(|held| held.kind != MeetingKind::Handover)
    }

    fn lacks_next_day(&self, today: NaiveDate) -> bool {
        if self.unfinished().is_some() {
            return false;
        }
        match self.appointment() {
            Some(next) => next.date < today,
            None => self.goes_on_after().is_some_and(|held| held.day() < today),
        }
    }

    /// Phase 5, step 1: overdue from the day after the meeting.
    fn composition_missing(&self, today: NaiveDate) -> Option<NaiveDate> {
        let held = self.goes_on_after()?;
        (!self.composition_decided() && held.day() < today).then_some(held.day())
    }

    /// Phase 4, step 4: overdue from the day after the first meeting.
    fn evaluation_missing(&self, today: NaiveDate) -> Option<NaiveDate> {
        let held = self.start_meeting()?;
        (!self.step_done(Step::PlanEvaluation) && held.day() < today).then_some(held.day())
    }

    fn clinician_missing(&self, today: NaiveDate) -> Option<NaiveDate> {
        self.goes_on_after()?;
        let finished = || self.meetings.iter().filter(|held| held.was_held());
        let there = finished().filter(|held| held.clinician).max_by_key(|held| held.order());
        let since = there.or_else(|| finished().min_by_key(|held| held.order()))?.day();
        add_months(since, CLINICIAN_MONTHS).filter(|day| *day < today).map(|_| since)
    }

    fn overdue(&self, today: NaiveDate) -> impl Iterator<Item = AgreementId> {
        let open = self.agreements.iter().filter(|agreement| agreement.open());
        open.filter(move |one| matches!(one.when, Some(When::By(day)) if day < today))
            .map(|agreement| agreement.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::Day;
    use crate::domain::held::Course;
    use crate::domain::ids::MeetingId;
    use crate::domain::phase::{StepRecord, StepState};

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn held(group: &mut Group, date: NaiveDate, kind: MeetingKind, clinician: bool) {
        let begun = HeldMeeting::prepared(MeetingId::first(date), kind);
        group.meetings.push(HeldMeeting {
            finished: true,
            course: Course::Begun,
            clinician,
            ..begun
        });
    }

    #[test]
    fn a_step_is_late_the_day_after_three_calendar_months() {
        let group = Group::new("Zuid", day(2026, 11, 30));
        assert_eq!(group.late(day(2027, 2, 28)), []);
        let late = group.late(day(2027, 3, 1));
        assert_eq!(late.len(), 16);
        assert!(late.iter().all(|late| matches!(late, Late::Step(_))), "{late:?}");
    }

    #[test]
    fn what_follows_a_meeting_is_late_the_day_after_it() {
        let mut group = Group::new("Zuid", day(2026, 1, 1));
        for step in Step::ALL.iter().copied().filter(|step| step.phase() <= Phase::Planning) {
            let (state, date) = (StepState::Done, Day::default());
            group.steps.push(StepRecord { step, state, date, by: String::new() });
        }
        let first = day(2026, 4, 2);
        held(&mut group, first, MeetingKind::Start, true);
        assert_eq!(group.late(first), []);
        let next = first.succ_opt().unwrap();
        let expected = [Late::NoNextDay, Late::Evaluation(first), Late::Composition(first)];
        assert_eq!(group.late(next), expected);
        group.evaluation = Day::new("16 april", first);
        group.next.day = Day::new("2 juli", first);
        assert_eq!(group.late(next), [Late::Composition(first)]);
        held(&mut group, day(2026, 7, 2), MeetingKind::Handover, false);
        assert_eq!(group.late(day(2026, 7, 2)), []);
    }

    #[test]
    fn the_clinician_is_late_after_a_year_without() {
        let mut group = Group::new("Zuid", day(2024, 1, 1));
        held(&mut group, day(2025, 3, 1), MeetingKind::Start, true);
        held(&mut group, day(2026, 2, 1), MeetingKind::FollowUp, false);
        let clinician = |today| {
            let late = group.late(today).into_iter();
            late.filter(|late| matches!(late, Late::Clinician(_))).count()
        };
        assert_eq!(clinician(day(2026, 3, 1)), 0);
        assert_eq!(clinician(day(2026, 3, 2)), 1);
    }
}
