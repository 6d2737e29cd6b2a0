//! The forms of phase 5: who is there next time, and the meetings.

use super::row::{Press, Row};
use super::{meetings, planning, ways};
use crate::domain::phase::Step;
use crate::domain::structure::MeetingKind;
use crate::screens::choices;
use crate::screens::circle::Circle;

/// The form of a step.
#[must_use]
pub fn rows(circle: &Circle<'_>, step: Step) -> Vec<Row> {
    match step {
        Step::DecideComposition => composition(circle),
        Step::FollowStructure => gatherings(circle),
        _ => Vec::new(),
    }
}

/// Who is there next time; the client decides after each meeting.
fn composition(circle: &Circle<'_>) -> Vec<Row> {
    let words = circle.words;
    let mut rows = vec![Row::heading(words.who_next_time(&circle.client()))];
    let Some(last) = circle.group.last_finished(None) else {
        rows.push(Row::quiet(words.after_first_meeting()));
        return rows;
    };
    rows.push(Row::quiet(words.after_meeting_of(last.id.date)));
    rows.extend(choices::composition(circle, Press::SameGroup, Press::Expect));
    rows.push(Row::gap());
    rows.extend(ways::newcomers(circle));
    rows
}

fn gatherings(circle: &Circle<'_>) -> Vec<Row> {
    let mut rows = vec![Row::heading(circle.words.at_next_meeting())];
    rows.extend(planning::next(circle));
    rows.push(Row::gap());
    rows.extend(meetings::rows(circle, &[MeetingKind::FollowUp, MeetingKind::Theme]));
    rows
}
