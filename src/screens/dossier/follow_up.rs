//! The forms of phase 5: who is there next time, and the meetings.

use super::action::{DossierAction, Row};
use super::{meetings, planning, ways};
use crate::domain::phase::Step;
use crate::domain::structure::MeetingKind;
use crate::screens::page::choices;
use crate::view::group_view::GroupView;

/// The form of a step.
#[must_use]
pub(super) fn rows(view: &GroupView<'_>, step: Step) -> Vec<Row> {
    match step {
        Step::DecideComposition => composition(view),
        Step::FollowStructure => gatherings(view),
        _ => Vec::new(),
    }
}

/// Who is there next time; the client decides after each meeting.
fn composition(view: &GroupView<'_>) -> Vec<Row> {
    let words = view.words;
    let mut rows = vec![Row::heading(words.who_next_time(&view.client()))];
    let Some(last) = view.group.last_finished(None) else {
        rows.push(Row::quiet(words.after_first_meeting()));
        return rows;
    };
    rows.push(Row::quiet(words.after_meeting_of(last.day())));
    let (same, role) = (DossierAction::SameGroup, DossierAction::Role);
    rows.extend(choices::composition(view, same, DossierAction::Expect, role));
    rows.push(Row::gap());
    rows.extend(ways::newcomers(view));
    rows
}

fn gatherings(view: &GroupView<'_>) -> Vec<Row> {
    let mut rows = vec![Row::heading(view.words.at_next_meeting())];
    rows.extend(planning::next(view));
    rows.push(Row::gap());
    rows.extend(meetings::rows(view, &[MeetingKind::FollowUp, MeetingKind::Theme]));
    rows
}
