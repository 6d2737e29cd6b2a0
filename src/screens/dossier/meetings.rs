//! The way from a step into a meeting: begin one, go on with one, look at one that was held, or
//! write down one that was held without a computer.

use super::action::{DossierAction, Row};
use crate::domain::held::Course;
use crate::domain::structure::MeetingKind;
use crate::domain::texts::GroupText;
use crate::screens::page::day::{self, Tense};
use crate::view::group_view::GroupView;

/// Rows for the meetings of some kinds.
#[must_use]
pub(super) fn rows(view: &GroupView<'_>, kinds: &[MeetingKind]) -> Vec<Row> {
    let words = view.words;
    let mut rows = Vec::new();
    let of_kind = view.group.meetings.iter().rev().filter(|held| kinds.contains(&held.kind));
    let (held, open): (Vec<_>, Vec<_>) = of_kind.partition(|held| held.finished);
    rows.extend(open.iter().map(|held| {
        let name = view.content.meeting_name(held.kind);
        Row::press(words.go_on_with(name, held.day()), "", DossierAction::GoOn(held.id))
    }));
    if view.group.unfinished().is_none() {
        // There is one first meeting.
        let again = |kind: &&MeetingKind| **kind != MeetingKind::Start || held.is_empty();
        rows.extend(kinds.iter().filter(again).map(|kind| {
            let name = view.content.meeting_name(*kind);
            Row::press(words.begin_meeting(name), "", DossierAction::Begin(*kind))
        }));
    }
    if !held.is_empty() {
        rows.push(Row::gap());
        rows.push(Row::heading(words.held_so_far()));
    }
    rows.extend(held.iter().map(|held| {
        let name = view.content.meeting_name(held.kind);
        let lasted = held.lasted.map(|minutes| words.minutes(i64::from(minutes)));
        let text = format!("{}  {name}", words.dated(held.day()));
        let value = if held.course == Course::Cancelled {
            words.cancelled().to_owned()
        } else {
            lasted.unwrap_or_default()
        };
        Row::press(text, value, DossierAction::Look(held.id))
    }));
    let only_start = kinds == [MeetingKind::Start];
    if view.group.unfinished().is_none() && !(only_start && view.group.held(MeetingKind::Start)) {
        rows.push(Row::gap());
        rows.extend(afterwards(view, kinds));
    }
    rows
}

/// A meeting at a kitchen table, written down later, without a clock (phase 5).
fn afterwards(view: &GroupView<'_>, kinds: &[MeetingKind]) -> Vec<Row> {
    let words = view.words;
    let mut rows = day::rows(view, words.held_without(), GroupText::HeldOn, Tense::Gone);
    if view.group.held_on.done_by(view.today()).is_some() {
        rows.extend(kinds.iter().map(|kind| {
            let name = view.content.meeting_name(*kind);
            Row::press(words.write_down(name), "", DossierAction::WriteDown(*kind)).within(2)
        }));
    }
    rows
}
