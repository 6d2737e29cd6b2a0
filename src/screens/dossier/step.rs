//! The page of a step: what it asks and why, where it stands, and the form that belongs to it.

use super::row::{Paper, Press, Row};
use super::{deepening, follow_up, planning, preparation, reorientation, start};
use crate::domain::phase::{Phase, Step, StepState};
use crate::domain::texts::GroupText;
use crate::screens::circle::Circle;
use crate::screens::page::day::{self, Tense};
use crate::screens::page::text::TextRef;
use crate::widgets::editor::Lines;

/// The rows of the page.
#[must_use]
pub fn rows(circle: &Circle<'_>, step: Step) -> Vec<Row> {
    let Some(text) = circle.content.step(step) else { return Vec::new() };
    let mut rows = vec![Row::heading(circle.in_own_words(&text.title))];
    rows.push(Row::read(circle.in_own_words(&text.ask)));
    rows.push(Row::gap());
    rows.extend(form(circle, step));
    rows.push(Row::gap());
    rows.extend(state(circle, step));
    rows.push(Row::gap());
    rows.push(Row::quiet(circle.in_own_words(&text.why)));
    rows.extend(appendices(circle, step));
    rows
}

/// The form that belongs to a step.
fn form(circle: &Circle<'_>, step: Step) -> Vec<Row> {
    match step.phase() {
        Phase::Preparation => preparation::rows(circle, step),
        Phase::Deepening => deepening::rows(circle, step),
        Phase::Planning => planning::rows(circle, step),
        Phase::Start => start::rows(circle, step),
        Phase::FollowUp => follow_up::rows(circle, step),
        Phase::Reorientation => reorientation::rows(circle, step),
    }
}

/// Where the step stands: its state, since when, who, and its guideline.
fn state(circle: &Circle<'_>, step: Step) -> Vec<Row> {
    let words = circle.words;
    let record = circle.group.step(step);
    let state = record.map(|record| &record.state);
    let shown = circle.group.step_shown(step);
    let mut rows =
        vec![Row::press(words.this_step(), words.step_state(state, shown), Press::StepState(step))];
    if let Some(StepState::NotNeeded(_)) = state {
        let text = TextRef::Group(GroupText::StepReason(step));
        rows.push(Row::field(words.because(), text, Lines::One).within(2));
    }
    if record.is_some() {
        let days = day::rows(circle, words.since_when(), GroupText::StepDay(step), Tense::Gone);
        rows.extend(days.into_iter().map(|row| Row { indent: row.indent + 2, ..row }));
        let by = TextRef::Group(GroupText::StepBy(step));
        rows.push(Row::field(words.by_whom(), by, Lines::One).within(2));
    }
    if shown && record.is_none() {
        rows.push(Row::quiet(words.kring_sees_it()).within(2));
    }
    if let Some(day) = circle.group.guideline(step).filter(|_| !circle.group.step_done(step)) {
        let text = words.guideline_is(day, circle.today());
        let late = day < circle.today();
        rows.push(if late { Row::read(text).strong() } else { Row::quiet(text) }.within(2));
    }
    rows
}

fn appendices(circle: &Circle<'_>, step: Step) -> Vec<Row> {
    let numbers = circle.content.appendices_of(step).enumerate();
    numbers
        .map(|(nr, number)| {
            let title = circle.content.appendix(number).map_or("", |(title, _)| title);
            let text = circle.words.read_appendix(number, title);
            Row::press(text, "", Press::Read(Paper::OfStep(step, nr)))
        })
        .collect()
}
