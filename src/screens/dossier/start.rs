//! The forms of phase 4: the start meeting, its four points, the hour, the evaluation.

use chrono::Days;

use super::row::Row;
use super::{meetings, proposal};
use crate::domain::phase::Step;
use crate::domain::structure::{MeetingKind, START_POINTS};
use crate::domain::texts::GroupText;
use crate::screens::circle::Circle;
use crate::screens::page::day::{self, Tense};

/// The form of a step.
#[must_use]
pub fn rows(circle: &Circle<'_>, step: Step) -> Vec<Row> {
    match step {
        Step::HoldStartMeeting => meeting(circle),
        Step::DiscussWayOfWorking => points(circle),
        Step::KeepToTheHour => vec![hour(circle)],
        Step::PlanEvaluation => evaluation(circle),
        _ => Vec::new(),
    }
}

fn meeting(circle: &Circle<'_>) -> Vec<Row> {
    let words = circle.words;
    let mut rows = Vec::new();
    if circle.group.start_meeting().is_none() {
        let next = circle.group.appointment();
        rows.push(Row::read(words.next_planned(next.as_ref(), circle.today())));
    }
    rows.extend(meetings::rows(circle, &[MeetingKind::Start]));
    rows
}

fn points(circle: &Circle<'_>) -> Vec<Row> {
    let words = circle.words;
    let held = circle.group.start_meeting();
    START_POINTS
        .into_iter()
        .map(|kind| {
            let spoken = held.map(|held| held.discussed.contains(&kind));
            Row {
                value: words.spoken_about(spoken).to_owned(),
                ..Row::read(circle.content.title(kind))
            }
        })
        .collect()
}

fn hour(circle: &Circle<'_>) -> Row {
    Row::read(circle.words.start_lasted(circle.group.start_meeting().map(|held| held.lasted)))
}

fn evaluation(circle: &Circle<'_>) -> Vec<Row> {
    let words = circle.words;
    let text = GroupText::Evaluation;
    let mut rows = day::rows(circle, words.evaluation(), text, Tense::Any);
    let held = circle.group.start_meeting();
    let day = held.and_then(|held| held.id.date.checked_add_days(Days::new(14)));
    rows.extend(
        day.map(|day| {
            proposal::row(circle, words.two_weeks_later(&words.long_date(day)), text, day)
        }),
    );
    rows
}
