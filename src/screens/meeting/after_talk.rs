//! Afterwards, client and coordinator alone: who is there next time, the evaluation, the minutes.

use super::action::{MeetingAction, Row};
use crate::domain::structure::MeetingKind;
use crate::domain::texts::GroupText;
use crate::screens::page::choices;
use crate::screens::page::day::{self, Tense};
use crate::view::group_view::GroupView;
use crate::view::meeting_view::MeetingView;

/// The rows of the page: first thanks to everybody, and once the two are alone what is theirs.
#[must_use]
pub(super) fn rows(view: &MeetingView<'_>, alone: bool) -> Vec<Row> {
    if view.meeting.cancelled {
        return vec![
            Row::heading(view.words.did_not_go_on()),
            Row::press(view.words.to_group(), "", MeetingAction::ToGroup),
        ];
    }
    // Whoever writes a meeting down afterwards is alone already.
    if !alone && !view.meeting.afterwards {
        return thanks(view);
    }
    let mut rows = Vec::new();
    let last = is_last(view);
    if last {
        rows.push(Row::quiet(view.words.after_intro(&view.client())));
        rows.push(Row::gap());
        if view.meeting.kind == MeetingKind::Handover {
            rows.extend(choices::future(view, MeetingAction::GoesOn));
            rows.push(Row::gap());
        }
        if view.meeting.kind != MeetingKind::Handover || view.group.future.goes_on == Some(true) {
            rows.extend(composition(view));
            rows.push(Row::gap());
        }
        rows.extend(evaluation(view));
        rows.extend(minutes(view));
    } else {
        rows.extend(minutes(view));
        rows.push(Row::gap());
        rows.extend(evaluation(view));
    }
    rows.push(Row::gap());
    rows.push(Row::press(view.words.to_group(), "", MeetingAction::ToGroup));
    rows
}

/// What everybody in the view may see when the meeting is over.
fn thanks(view: &MeetingView<'_>) -> Vec<Row> {
    let words = view.words;
    vec![
        Row::heading(words.meeting_is_over()),
        Row::read(words.thank_you()),
        Row::gap(),
        Row::press(words.alone_now(), "", MeetingAction::Alone),
        Row::press(words.read_minutes(), "", MeetingAction::ReadMinutes),
        Row::press(words.later_is_fine(), "", MeetingAction::ToGroup),
    ]
}

fn minutes(view: &MeetingView<'_>) -> Vec<Row> {
    let words = view.words;
    let mut rows = vec![Row::heading(words.the_minutes())];
    rows.extend(view.meeting.reopened.iter().map(|reopening| {
        Row::quiet(words.was_reopened(reopening.at.date_naive(), &reopening.reason))
    }));
    rows.push(Row::press(words.read_minutes(), "", MeetingAction::ReadMinutes));
    let read = view.meeting.after.read_by_client;
    let title = words.client_has_read(&view.client());
    rows.push(Row::press(title, words.yes_not_yet(read), MeetingAction::ReadByClient));
    rows.push(Row::press(words.save_minutes(), "", MeetingAction::SaveMinutes));
    rows.push(Row::press(words.reopen(), "", MeetingAction::Reopen));
    rows.push(Row::press(words.erase_something(), "", MeetingAction::Erase));
    rows
}

/// Whether this is the last meeting: only then there is a next time to decide about.
fn is_last(view: &MeetingView<'_>) -> bool {
    view.group.is_latest(view.meeting.id)
}

fn composition(view: &MeetingView<'_>) -> Vec<Row> {
    let mut rows = vec![Row::heading(view.words.who_next_time(&view.client()))];
    let (same, role) = (MeetingAction::SameGroup, MeetingAction::NextRole);
    rows.extend(choices::composition(view, same, MeetingAction::Expect, role));
    rows
}

/// When client and coordinator look back on the first meeting (phase 4, step 4).
fn evaluation(view: &MeetingView<'_>) -> Vec<Row> {
    if view.meeting.kind != MeetingKind::Start {
        return Vec::new();
    }
    let words = view.words;
    let mut rows = vec![Row::heading(words.evaluation())];
    // How far away that is counts from today, also when the meeting was long ago.
    let today = GroupView { day: view.now.date_naive(), ..view.group_view };
    rows.extend(day::rows(&today, words.date_label(), GroupText::Evaluation, Tense::Any));
    rows.push(Row::gap());
    rows
}
