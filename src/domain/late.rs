//! What is late in a group, on a day. Computed from dates, never stored.

use chrono::NaiveDate;

use super::dates::{When, add_months};
use super::group::{Group, HeldMeeting};
use super::ids::AgreementId;
use super::phase::{Phase, Step};
use super::structure::MeetingKind;

/// Phases 1 to 3 take the first months, counted from the start (phases 1 to 3).
const GUIDELINE_MONTHS: u16 = 3;
/// The responsible clinician is there at least once in so many months (roles).
const CLINICIAN_MONTHS: u16 = 12;

/// Something that is late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Late {
    /// A step is open past its guideline.
    Step(Step),
    /// There is no day for the next meeting, or it has gone by.
    NoNextDay,
    /// The client has not decided who is there next time, since the meeting of this day.
    Composition(NaiveDate),
    /// No day to look back on the first meeting, since it was held on this day.
    Evaluation(NaiveDate),
    /// The responsible clinician was not there for a year, since this day.
    Clinician(NaiveDate),
    /// An agreement is past its day.
    Agreement(AgreementId),
}

impl Group {
    /// The day by which a step is done, as a guideline: phases 1 to 3 and the first meeting, three
    /// months from the start. `None` for steps that have no day of their own.
    #[must_use]
    pub fn guideline(&self, step: Step) -> Option<NaiveDate> {
        let early = step.phase() <= Phase::Planning || step == Step::HoldStartMeeting;
        early.then(|| add_months(self.start_day(), GUIDELINE_MONTHS)).flatten()
    }

    /// What is late on a day, in the order of the method.
    #[must_use]
    pub fn late(&self, today: NaiveDate) -> Vec<Late> {
        let mut late: Vec<Late> = Step::ALL
            .into_iter()
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

    /// The last meeting, when the group goes on after it: a handover may be the end.
    fn goes_on_after(&self) -> Option<&HeldMeeting> {
        self.last_finished(None).filter(|held| held.kind != MeetingKind::Handover)
    }

    fn lacks_next_day(&self, today: NaiveDate) -> bool {
        if self.unfinished().is_some() {
            return false;
        }
        match self.appointment() {
            Some(next) => next.date < today,
            None => self.goes_on_after().is_some_and(|held| held.id.date < today),
        }
    }

    /// Phase 5, step 1: late from the day after the meeting.
    fn composition_missing(&self, today: NaiveDate) -> Option<NaiveDate> {
        let held = self.goes_on_after()?;
        (!self.composition_decided() && held.id.date < today).then_some(held.id.date)
    }

    /// Phase 4, step 4: late from the day after the first meeting.
    fn evaluation_missing(&self, today: NaiveDate) -> Option<NaiveDate> {
        let held = self.start_meeting()?;
        (!self.step_done(Step::PlanEvaluation) && held.id.date < today).then_some(held.id.date)
    }

    fn clinician_missing(&self, today: NaiveDate) -> Option<NaiveDate> {
        self.goes_on_after()?;
        let finished = || self.meetings.iter().filter(|held| held.finished);
        let there = finished().filter(|held| held.clinician).max_by_key(|held| held.id);
        let since = there.or_else(|| finished().min_by_key(|held| held.id))?.id.date;
        add_months(since, CLINICIAN_MONTHS).filter(|day| *day < today).map(|_| since)
    }

    /// The open agreements that are past their day.
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
    use crate::domain::ids::MeetingId;
    use crate::domain::phase::{StepRecord, StepState};

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn held(group: &mut Group, date: NaiveDate, kind: MeetingKind, clinician: bool) {
        let begun = HeldMeeting::begun(MeetingId::first(date), kind);
        group.meetings.push(HeldMeeting { finished: true, clinician, ..begun });
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
        for step in Step::ALL.into_iter().filter(|step| step.phase() <= Phase::Planning) {
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
