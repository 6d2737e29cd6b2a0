//! The page of a step: what it asks and why, where it stands, and the form that belongs to it.

use super::action::{DossierAction, Row};
use super::{deepening, follow_up, planning, preparation, reorientation, start};
use crate::domain::onlookers::Privacy;
use crate::domain::phase::{Phase, Step, StepState};
use crate::domain::texts::GroupText;
use crate::screens::page::day::{self, Tense};
use crate::view::appendix::Appendix;
use crate::view::group_view::GroupView;
use crate::view::text::TextRef;
use crate::widgets::editor::LineMode;

/// The rows of the page.
#[must_use]
pub(super) fn rows(view: &GroupView<'_>, step: Step) -> Vec<Row> {
    let Some(text) = view.content.step(step) else { return Vec::new() };
    let mut rows = vec![Row::heading(view.in_own_words(&text.title))];
    rows.push(Row::read(view.in_own_words(&text.ask)));
    rows.push(Row::gap());
    rows.extend(form(view, step));
    rows.push(Row::gap());
    rows.extend(state(view, step));
    rows.push(Row::gap());
    rows.push(Row::quiet(view.in_own_words(&text.why)));
    rows.extend(appendices(view, step));
    rows
}

/// The form that belongs to a step.
fn form(view: &GroupView<'_>, step: Step) -> Vec<Row> {
    let privacy = Privacy::of_step(step);
    if !view.onlookers.may_see(privacy) {
        let said = view.words.is_not_for_everybody(&view.client());
        let show = DossierAction::AskWhoLooks(step);
        return vec![Row::quiet(said), Row::press(view.words.show_it(), "", show)];
    }
    match step.phase() {
        Phase::Preparation => preparation::rows(view, step),
        Phase::Deepening => deepening::rows(view, step),
        Phase::Planning => planning::rows(view, step),
        Phase::Start => start::rows(view, step),
        Phase::FollowUp => follow_up::rows(view, step),
        Phase::Reorientation => reorientation::rows(view, step),
    }
}

/// Where the step stands: its state, since when, who, and its guideline.
fn state(view: &GroupView<'_>, step: Step) -> Vec<Row> {
    let words = view.words;
    let record = view.group.step(step);
    let state = record.map(|record| &record.state);
    let shown = view.group.step_shown(step);
    let mut rows = vec![Row::press(
        words.this_step(),
        words.step_state(state, shown),
        DossierAction::StepState(step),
    )];
    if let Some(StepState::NotNeeded(_)) = state {
        let text = TextRef::Group(GroupText::StepReason(step));
        rows.push(Row::field(words.because(), text, LineMode::One).within(2));
    }
    if record.is_some() {
        let days = day::rows(view, words.since_when(), GroupText::StepDay(step), Tense::Gone);
        rows.extend(days.into_iter().map(|row| Row { indent: row.indent + 2, ..row }));
        let by = TextRef::Group(GroupText::StepBy(step));
        rows.push(Row::field(words.by_whom(), by, LineMode::One).within(2));
    }
    if shown && record.is_none() {
        rows.push(Row::quiet(words.kring_sees_it()).within(2));
    }
    if let Some(day) = view.group.guideline(step).filter(|_| !view.group.step_done(step)) {
        let text = words.guideline_is(day, view.today());
        let late = day < view.today();
        rows.push(if late { Row::read(text).strong() } else { Row::quiet(text) }.within(2));
    }
    rows
}

fn appendices(view: &GroupView<'_>, step: Step) -> Vec<Row> {
    let numbers = view.content.appendices_of(step).enumerate();
    numbers
        .map(|(nr, number)| {
            let title = view.content.appendix(number).map_or("", |(title, _)| title);
            let text = view.words.read_appendix(number, title);
            Row::press(text, "", DossierAction::Read(Appendix::OfStep(step, nr)))
        })
        .collect()
}
