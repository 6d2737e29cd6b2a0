//! The forms of phase 4: the start meeting, its four points, the hour, the evaluation.

use chrono::Days;

use super::action::Row;
use super::{meetings, proposal};
use crate::domain::held::{Course, HeldMeeting};
use crate::domain::phase::Step;
use crate::domain::structure::{MeetingKind, START_POINTS};
use crate::domain::texts::GroupText;
use crate::screens::page::day::{self, Tense};
use crate::view::group_view::GroupView;

/// The form of a step.
#[must_use]
pub(super) fn rows(view: &GroupView<'_>, step: Step) -> Vec<Row> {
    match step {
        Step::HoldStartMeeting => meeting(view),
        Step::DiscussWayOfWorking => points(view),
        Step::KeepToTheHour => vec![hour(view)],
        Step::PlanEvaluation => evaluation(view),
        _ => Vec::new(),
    }
}

fn meeting(view: &GroupView<'_>) -> Vec<Row> {
    let words = view.words;
    let mut rows = Vec::new();
    if view.group.start_meeting().is_none() {
        let next = view.group.appointment();
        rows.push(Row::read(words.next_planned(next.as_ref(), view.today())));
    }
    rows.extend(meetings::rows(view, &[MeetingKind::Start]));
    rows
}

/// When the first meeting was, once its hour began; what is past is told.
#[must_use]
pub(super) fn first_was(view: &GroupView<'_>) -> Option<Row> {
    let begun =
        |held: &&HeldMeeting| held.kind == MeetingKind::Start && held.course == Course::Begun;
    let first = view.group.meetings.iter().filter(begun).min_by_key(|held| held.order())?;
    Some(Row::read(view.words.first_meeting_was(first.day())))
}

fn points(view: &GroupView<'_>) -> Vec<Row> {
    let words = view.words;
    let held = view.group.start_meeting();
    START_POINTS
        .into_iter()
        .map(|kind| {
            let spoken = held.map(|held| held.discussed.contains(&kind));
            Row {
                value: words.spoken_about(spoken).to_owned(),
                ..Row::read(view.content.title(kind))
            }
        })
        .collect()
}

fn hour(view: &GroupView<'_>) -> Row {
    Row::read(view.words.start_lasted(view.group.start_meeting().map(|held| held.lasted)))
}

fn evaluation(view: &GroupView<'_>) -> Vec<Row> {
    let words = view.words;
    let text = GroupText::Evaluation;
    let mut rows = day::rows(view, words.evaluation(), text, Tense::Any);
    let held = view.group.start_meeting();
    let day = held.and_then(|held| held.day().checked_add_days(Days::new(14)));
    rows.extend(
        day.map(|day| proposal::row(view, words.two_weeks_later(&words.long_date(day)), text, day)),
    );
    rows
}
