//! What is overdue in a group on a given day. Computed from dates, never stored.

use chrono::{Days, NaiveDate};

use super::dates::add_months;
use super::goal::Term;
use super::group::Group;
use super::held::HeldMeeting;
use super::ids::{AgreementId, GoalId};
use super::phase::{Phase, Step};
use super::structure::MeetingKind;

/// The months from the start in which phases 1 to 3 are done.
const GUIDELINE_MONTHS: u16 = 3;
/// The days after a meeting in which what follows from it is done.
const AFTER_MEETING_DAYS: u64 = 14;
/// The months in which the responsible clinician is present at least once (section "roles" of the
/// method).
const CLINICIAN_MONTHS: u16 = 12;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Late {
    /// A step is still open after its guideline.
    Step(Step),
    /// The next meeting has no day, or its day has passed.
    NoNextDay,
    /// Nobody has said whether the group goes on after the handover of this day.
    GoesOn(NaiveDate),
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
        let after = |since: Option<NaiveDate>| since.filter(|since| is_past(*since, today));
        late.extend(after(self.going_on_unsaid()).map(Late::GoesOn));
        late.extend(after(self.evaluation_missing()).map(Late::Evaluation));
        late.extend(after(self.composition_missing()).map(Late::Composition));
        late.extend(self.clinician_missing(today).map(Late::Clinician));
        late.extend(self.overdue(today).map(Late::Agreement));
        late
    }

    /// The latest finished meeting, unless the group ended with it: it goes on after a handover only
    /// when somebody says so.
    fn goes_on_after(&self) -> Option<&HeldMeeting> {
        let ended = |held: &&HeldMeeting| {
            held.kind == MeetingKind::Handover && self.future.goes_on != Some(true)
        };
        self.last_finished(None).filter(|held| !ended(held))
    }

    /// The day of the handover, while nobody has said whether the group goes on after it.
    pub(super) fn going_on_unsaid(&self) -> Option<NaiveDate> {
        let held = self.last_finished(None).filter(|held| held.kind == MeetingKind::Handover)?;
        self.future.goes_on.is_none().then_some(held.day())
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

    /// Phase 5, step 1: to be done from the meeting on. The day of the meeting.
    pub(super) fn composition_missing(&self) -> Option<NaiveDate> {
        let held = self.goes_on_after()?;
        (!self.composition_decided()).then_some(held.day())
    }

    /// Phase 4, step 4: to be done from the first meeting on. The day of that meeting.
    pub(super) fn evaluation_missing(&self) -> Option<NaiveDate> {
        let held = self.start_meeting()?;
        (!self.step_done(Step::PlanEvaluation)).then_some(held.day())
    }

    /// The day of the next meeting when the responsible clinician has to be at that one: at the meeting
    /// after it, a year would have passed (section "roles" of the method).
    #[must_use]
    pub fn clinician_is_due_at_next(&self) -> Option<NaiveDate> {
        let since = self.clinician_was_there()?;
        let next = self.appointment()?.date;
        let year = add_months(since, CLINICIAN_MONTHS)?;
        (self.frequency.after(next) > year).then_some(next)
    }

    /// The open short-term goals to ask about on `today`: those that have no day or are older than the
    /// months in which one is reached (phase 1, step 3).
    pub fn goals_to_ask_about(&self, today: NaiveDate) -> impl Iterator<Item = GoalId> {
        self.open_goals(Term::Short)
            .filter(move |goal| {
                let old = add_months(goal.since, GUIDELINE_MONTHS).is_some_and(|day| day < today);
                goal.due.until().is_none() || old
            })
            .map(|goal| goal.id)
    }

    fn clinician_missing(&self, today: NaiveDate) -> Option<NaiveDate> {
        let since = self.clinician_was_there()?;
        add_months(since, CLINICIAN_MONTHS).filter(|day| *day < today).map(|_| since)
    }

    /// The day of the last meeting with the responsible clinician, else of the first meeting.
    fn clinician_was_there(&self) -> Option<NaiveDate> {
        self.goes_on_after()?;
        let finished = || self.meetings.iter().filter(|held| held.was_held());
        let there = finished().filter(|held| held.clinician).max_by_key(|held| held.order());
        Some(there.or_else(|| finished().min_by_key(|held| held.order()))?.day())
    }

    fn overdue(&self, today: NaiveDate) -> impl Iterator<Item = AgreementId> {
        let open = self.agreements.iter().filter(|one| one.open() && self.is_reminded_of(one));
        open.filter(move |one| one.day().is_some_and(|day| day < today))
            .map(|agreement| agreement.id)
    }
}

/// Whether what is to be done after a meeting of the day `since` is late.
fn is_past(since: NaiveDate, today: NaiveDate) -> bool {
    since.checked_add_days(Days::new(AFTER_MEETING_DAYS)).is_some_and(|day| day < today)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::Day;
    use crate::domain::held::Course;
    use crate::domain::ids::MeetingId;
    use crate::domain::phase::{StepRecord, StepState};
    use crate::domain::week::Task;

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
        assert_eq!(group.late(next), [Late::NoNextDay]);
        let tasks = |group: &Group, today| {
            let week = group.week(today).into_iter().map(|due| due.task);
            week.filter(|task| matches!(task, Task::Evaluate | Task::Compose | Task::AskGoesOn))
                .collect::<Vec<_>>()
        };
        assert_eq!(tasks(&group, first), [Task::Evaluate, Task::Compose], "to do at once");
        let (in_time, late) = (day(2026, 4, 16), day(2026, 4, 17));
        assert_eq!(group.late(in_time), [Late::NoNextDay]);
        let expected = [Late::NoNextDay, Late::Evaluation(first), Late::Composition(first)];
        assert_eq!(group.late(late), expected);
        group.evaluation = Day::new("16 april", first);
        group.next.day = Day::new("2 juli", first);
        assert_eq!(group.late(late), [Late::Composition(first)]);
        let handover = day(2026, 7, 2);
        held(&mut group, handover, MeetingKind::Handover, false);
        assert_eq!(group.late(handover), []);
        assert_eq!(tasks(&group, handover), [Task::AskGoesOn]);
        assert_eq!(group.late(day(2026, 7, 17)), [Late::NoNextDay, Late::GoesOn(handover)]);
        group.next.day = Day::default();
        assert_eq!(group.late(day(2026, 7, 17)), [Late::GoesOn(handover)], "it may be the last");
        group.future.goes_on = Some(false);
        assert_eq!(group.late(day(2027, 9, 1)), [], "the group ended");
        group.future.goes_on = Some(true);
        let expected = [Late::NoNextDay, Late::Composition(handover), Late::Clinician(first)];
        assert_eq!(group.late(day(2027, 9, 1)), expected, "it goes on, and so do its reminders");
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
