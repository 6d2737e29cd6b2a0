//! What follows from dates, against a slow and obvious model of it.

use chrono::{Datelike, Days, NaiveDate, NaiveTime};
use kring::domain::agreement::{Agreement, Outcome};
use kring::domain::goal::Term;
use kring::domain::group::Group;
use kring::domain::held::{Course, HeldMeeting};
use kring::domain::ids::MeetingId;
use kring::domain::late::Late;
use kring::domain::person::{PersonKind, Standing};
use kring::domain::phase::{Phase, Step, StepState};
use kring::domain::structure::{ItemKind, MeetingKind};
use kring::domain::texts::GroupText;
use kring::domain::week::{Due, Task};
use kring::domain::when::{How, When};
use proptest::prelude::*;

use super::wish::wishes;
use super::{Beginning, Story, stories};

/// The same day so many months later, day by day; the month's last where it has no such day.
fn months_later(from: NaiveDate, months: u32) -> NaiveDate {
    let counted = from.year() * 12 + i32::try_from(from.month0() + months).unwrap();
    let (year, month) = (counted.div_euclid(12), counted.rem_euclid(12) + 1);
    let month = u32::try_from(month).unwrap();
    (1..=from.day()).rev().find_map(|day| NaiveDate::from_ymd_opt(year, month, day)).unwrap()
}

/// When a meeting was, among all: by its day and its hour; one without a day is yet to come.
fn when(group: &Group, id: MeetingId) -> (bool, NaiveDate, Option<NaiveTime>, MeetingId) {
    let held = group.meetings.iter().find(|held| held.id == id);
    let (to_come, day, start) = held.map_or((false, None, None), |held| {
        (held.course == Course::Prepared, held.day, held.start)
    });
    (to_come, day.unwrap_or(id.date), start, id)
}

fn finished(group: &Group) -> Vec<&HeldMeeting> {
    let was_held = |held: &&HeldMeeting| held.finished && held.course == Course::Begun;
    let mut held: Vec<&HeldMeeting> = group.meetings.iter().filter(was_held).collect();
    held.sort_by_key(|held| when(group, held.id));
    held
}

fn ticked(group: &Group, step: Step) -> bool {
    group.steps.iter().filter(|record| record.step == step).any(|record| match &record.state {
        StepState::Busy => false,
        StepState::Done => true,
        StepState::NotNeeded(reason) => reason.chars().any(|c| !c.is_whitespace()),
    })
}

/// Whether a step is behind the group, rule by rule.
fn done(group: &Group, step: Step) -> bool {
    let held = |kind| finished(group).iter().any(|held| held.kind == kind);
    let start = finished(group).into_iter().find(|held| held.kind == MeetingKind::Start);
    if ticked(group, step) {
        return true;
    }
    match step {
        Step::FixFirstWeek => group.date(GroupText::FirstWeek).is_some(),
        Step::PlanFirstDate => group.date(GroupText::NextDay).is_some() || held(MeetingKind::Start),
        Step::ChooseMinuteTaker => group.roles.minute_taker.is_some(),
        Step::ChooseFrequency => group.frequency_chosen == Some(true),
        Step::ChoosePlace => group.place.chars().any(|c| !c.is_whitespace()),
        Step::HoldStartMeeting => held(MeetingKind::Start),
        Step::DiscussWayOfWorking => {
            let points = [
                ItemKind::WayOfWorking,
                ItemKind::Confidentiality,
                ItemKind::PracticalAgreements,
                ItemKind::PlanAndGoals,
                ItemKind::WorkAgreements,
            ];
            start.is_some_and(|it| points.iter().all(|point| it.discussed.contains(point)))
        }
        Step::KeepToTheHour => start.is_some_and(|it| it.lasted.is_some_and(|it| it <= 60)),
        Step::PlanEvaluation => group.date(GroupText::Evaluation).is_some(),
        Step::DecideComposition => decided(group),
        Step::FollowStructure => held(MeetingKind::FollowUp) || held(MeetingKind::Theme),
        Step::OrganiseHandover => held(MeetingKind::Handover),
        _ => false,
    }
}

fn decided(group: &Group) -> bool {
    match (finished(group).last(), &group.composition) {
        (Some(last), Some(composition)) => when(group, composition.after) >= when(group, last.id),
        _ => false,
    }
}

/// The last meeting, when the group goes on after it.
fn goes_on_after(group: &Group) -> Option<&HeldMeeting> {
    let last = finished(group).last().copied()?;
    let ends = last.kind == MeetingKind::Handover && group.future.goes_on != Some(true);
    (!ends).then_some(last)
}

/// The day of the handover after which nobody said whether the group goes on.
fn unsaid(group: &Group) -> Option<NaiveDate> {
    let last = finished(group).last().copied()?;
    let open = last.kind == MeetingKind::Handover && group.future.goes_on.is_none();
    open.then_some(last.day())
}

fn unevaluated(group: &Group) -> Option<NaiveDate> {
    let start = finished(group).into_iter().find(|it| it.kind == MeetingKind::Start)?;
    (!done(group, Step::PlanEvaluation)).then_some(start.day())
}

fn uncomposed(group: &Group) -> Option<NaiveDate> {
    let last = goes_on_after(group)?;
    (!decided(group)).then_some(last.day())
}

/// Of others' agreements the coordinator is told when the group agreed that.
fn reminded(group: &Group, agreement: &Agreement) -> bool {
    let own = group.roles.coordinator.is_some_and(|id| agreement.who.contains(&id));
    group.coordinator_reminds || own
}

fn late(group: &Group, today: NaiveDate) -> Vec<Late> {
    let mut late = Vec::new();
    let start_day = group.date(GroupText::Begun).unwrap_or(group.started);
    for step in Step::ALL.iter().copied() {
        let early = matches!(step.phase(), Phase::Preparation | Phase::Deepening | Phase::Planning);
        let has_guideline = early || step == Step::HoldStartMeeting;
        if has_guideline && today > months_later(start_day, 3) && !done(group, step) {
            late.push(Late::Step(step));
        }
    }
    let goes_on = goes_on_after(group);
    let running = group.meetings.iter().any(|held| !held.finished);
    let next = group.date(GroupText::NextDay);
    let gone = next.is_some_and(|day| day < today);
    let none = next.is_none() && goes_on.is_some_and(|held| held.day() < today);
    if !running && (gone || none) {
        late.push(Late::NoNextDay);
    }
    // Two weeks to do what follows from a meeting.
    let two_weeks_ago = |day: &NaiveDate| *day + Days::new(14) < today;
    late.extend(unsaid(group).filter(two_weeks_ago).map(Late::GoesOn));
    late.extend(unevaluated(group).filter(two_weeks_ago).map(Late::Evaluation));
    late.extend(uncomposed(group).filter(two_weeks_ago).map(Late::Composition));
    if goes_on.is_some() {
        let there = finished(group).into_iter().rfind(|held| held.clinician);
        let since = there.or(finished(group).first().copied()).unwrap().day();
        if today > months_later(since, 12) {
            late.push(Late::Clinician(since));
        }
    }
    for agreement in &group.agreements {
        let closed = agreement.answers.last().map(|answer| answer.outcome);
        let open = !matches!(closed, Some(Outcome::Done | Outcome::Ended | Outcome::Dropped))
            && agreement.closed.is_none()
            && reminded(group, agreement);
        if open && last_day(agreement).is_some_and(|day| day < today) {
            late.push(Late::Agreement(agreement.id));
        }
    }
    late
}

fn week(group: &Group, today: NaiveDate) -> Vec<Due> {
    let days: Vec<NaiveDate> = (0..=14).map(|days| today + Days::new(days)).collect();
    let (this_week, fortnight) = (&days[..=7], &days[..]);
    let mut week = Vec::new();
    let mut add = |on: Option<NaiveDate>, task| week.push(Due { on, task });
    for person in &group.people {
        let wanted = matches!(person.standing, Standing::ToAsk | Standing::Asked | Standing::Joins);
        let coordinates = group.roles.coordinator == Some(person.id);
        if person.kind == PersonKind::Client || !wanted || coordinates {
            continue;
        }
        let planned = group.date(GroupText::InterviewPlanned(person.id));
        let held = group.date(GroupText::InterviewHeld(person.id)).is_some_and(|day| day <= today);
        match (person.standing, planned) {
            (Standing::ToAsk, _) => add(None, Task::Ask(person.id)),
            _ if held => {}
            (_, Some(day)) if day <= this_week[7] => add(Some(day), Task::Interview(person.id)),
            (Standing::Asked, None) => add(None, Task::PlanInterview(person.id)),
            (_, None) if !done(group, Step::HoldInterviews) => {
                add(None, Task::PlanInterview(person.id));
            }
            _ => {}
        }
    }
    let running =
        group.meetings.iter().filter(|held| !held.finished).max_by_key(|held| when(group, held.id));
    let next = group.date(GroupText::NextDay);
    match (running, next) {
        (Some(held), _) => add(Some(held.day()), Task::Finish(held.id)),
        (None, Some(day)) if fortnight.contains(&day) => {
            add(Some(day), Task::Prepare);
            let there = finished(group).into_iter().rfind(|held| held.clinician);
            let since = there.or(finished(group).first().copied()).map(HeldMeeting::day);
            let one_later = group.frequency.after(day);
            let misses = since.is_some_and(|since| one_later > months_later(since, 12));
            if misses && goes_on_after(group).is_some() && group.roles.clinician.is_some() {
                add(Some(day), Task::InviteClinician);
            }
            for goal in group.open_goals(Term::Short) {
                let dated = group.date(GroupText::GoalDue(goal.id)).is_some();
                if !dated || today > months_later(goal.since, 3) {
                    add(Some(day), Task::AskAboutGoal(goal.id));
                }
            }
        }
        _ => {}
    }
    let no_day = late(group, today).contains(&Late::NoNextDay);
    let after = [
        (no_day, Task::PlanMeeting),
        (unevaluated(group).is_some(), Task::Evaluate),
        (uncomposed(group).is_some(), Task::Compose),
        (unsaid(group).is_some(), Task::AskGoesOn),
    ];
    after.into_iter().filter(|(there, _)| *there).for_each(|(_, task)| add(None, task));
    let evaluation = group.date(GroupText::Evaluation).filter(|day| this_week.contains(day));
    if evaluation.is_some() {
        add(evaluation, Task::Evaluate);
    }
    let own = group.agreements.iter().filter(|one| one.open() && reminded(group, one));
    for agreement in own {
        if let Some(day) = last_day(agreement).filter(|day| *day <= this_week[7]) {
            add(Some(day), Task::Remind(agreement.id));
        }
    }
    // A stable sort, day by day; what has no day comes last.
    let dated = week.iter().filter(|due| due.on.is_some()).copied();
    let mut sorted: Vec<Due> = dated.collect();
    sorted.sort_by_key(|due| due.on);
    sorted.extend(week.iter().filter(|due| due.on.is_none()).copied());
    sorted
}

proptest! {
    #![proptest_config(stories(128))]

    #[test]
    fn what_follows_from_dates_is_what_an_obvious_model_says(
        beginning in Beginning::any(),
        wishes in wishes(50),
        days in 0u64..900,
    ) {
        let mut story = Story::of(beginning);
        for wish in &wishes {
            if let Some(entry) = story.entry(wish) {
                let _ = story.dossier.record(&entry);
            }
        }
        let group = &story.dossier.group;
        let today = story.now.date_naive() + Days::new(days);
        for step in Step::ALL.iter().copied() {
            prop_assert_eq!(group.step_done(step), done(group, step), "{:?}", step);
        }
        let open = |step: &Step| !done(group, *step);
        let ended = goes_on_after(group).is_none() && unsaid(group).is_none();
        let stopped = ended && !finished(group).is_empty();
        let in_order = match group.phase() {
            Phase::Reorientation if stopped => Step::of(Phase::Reorientation).find(open),
            Phase::Reorientation => Step::ALL.iter().copied().find(open),
            _ => Step::ALL.iter().copied().filter(|it| it.phase() < Phase::Reorientation).find(open),
        };
        prop_assert_eq!(group.next_step(), in_order);
        prop_assert_eq!(group.late(today), late(group, today));
        prop_assert_eq!(group.week(today), week(group, today));
    }
}

/// The last day on which an agreement is kept in time: "before Friday" is until Thursday.
fn last_day(agreement: &Agreement) -> Option<NaiveDate> {
    match agreement.when.as_ref()? {
        When::Day(due) if due.how == How::Before => Some(due.date - Days::new(1)),
        When::Day(due) => Some(due.date),
        When::From(_) | When::Next | When::Recurs(_) => None,
    }
}
