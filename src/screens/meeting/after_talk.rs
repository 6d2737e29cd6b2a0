//! Afterwards, client and coordinator alone: who is there next time, the evaluation, the minutes.

use super::action::{MeetingAction, Row};
use crate::domain::approval::MinutesState;
use crate::domain::attendance::Attendee;
use crate::domain::structure::MeetingKind;
use crate::domain::texts::GroupText;
use crate::screens::page::choices;
use crate::screens::page::day::{self, Tense};
use crate::view::agreement;
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
    let mut rows = minutes(view);
    rows.extend(who_came(view));
    if is_last(view) {
        if view.meeting.kind == MeetingKind::Handover {
            rows.push(Row::gap());
            rows.extend(choices::future(view, MeetingAction::GoesOn));
        }
        if view.meeting.kind != MeetingKind::Handover || view.group.future.goes_on == Some(true) {
            rows.push(Row::gap());
            rows.extend(composition(view));
        }
    }
    rows.extend(half_filled(view));
    rows.push(Row::gap());
    rows.extend(evaluation(view));
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

/// The minutes: whether the client finds them good, whether they may go to the group and went, and whether
/// the group agreed them.
fn minutes(view: &MeetingView<'_>) -> Vec<Row> {
    let words = view.words;
    let client = view.client();
    let mut rows = vec![Row::heading(words.the_minutes())];
    for (nr, reopening) in view.meeting.reopened.iter().enumerate() {
        let said = words.was_reopened(reopening.at.date_naive(), &reopening.reason);
        rows.push(match reopening.was {
            Some(_) => Row::press(said, words.as_it_was(), MeetingAction::AsItWas(nr)),
            None => Row::quiet(said),
        });
    }
    rows.push(Row::press(words.read_minutes(), "", MeetingAction::ReadMinutes));
    let held = view.group.held_meeting(view.meeting.id);
    if let Some(approval) = held.and_then(|held| held.approval.as_ref()) {
        let seen = words.seen_how(approval.seen);
        rows.push(match approval.set {
            Some(_) => {
                Row { value: seen.to_owned(), ..Row::read(words.client_finds_good(&client)) }
            }
            None => Row::press(words.client_finds_good(&client), seen, MeetingAction::Seen),
        });
        rows.push(Row::press(words.take_out(), "", MeetingAction::Erase));
        let may = words.may_go(approval.may_go);
        rows.push(Row::press(words.may_minutes_go(), may, MeetingAction::MayGo));
        rows.push(Row::press(words.save_minutes(), "", MeetingAction::SaveMinutes));
        let sent = words.sent_or_not(approval.sent, view.now.date_naive());
        rows.push(Row::press(words.minutes_went(), sent, MeetingAction::Sent));
        rows.push(match approval.set {
            Some(day) => Row::read(words.were_set_on(day)),
            None => Row::press(words.set_minutes(), "", MeetingAction::Set),
        });
    } else {
        rows.push(Row::press(words.save_minutes(), "", MeetingAction::SaveMinutes));
        rows.push(Row::press(words.erase_something(), "", MeetingAction::Erase));
    }
    let set = held.is_none_or(|held| held.minutes_state() == MinutesState::Set);
    let change = if set { words.reopen() } else { words.change_minutes() };
    rows.push(Row::press(change, "", MeetingAction::Reopen));
    rows
}

/// Who was to come later and of whom nobody has said whether they came.
fn who_came(view: &MeetingView<'_>) -> Vec<Row> {
    let words = view.words;
    let held = view.group.held_meeting(view.meeting.id);
    if held.is_none_or(|held| held.minutes_state() == MinutesState::Set) {
        return Vec::new();
    }
    let late = view.meeting.attendance.iter().filter(|one| one.was_expected());
    let row = |one: &Attendee| {
        let asks = words.did_they_come(&view.name(one.person), one.from);
        Row::press(asks, words.yes_no_unknown(one.came), MeetingAction::Came(one.person))
    };
    late.map(row).collect()
}

/// The agreements that lack who or when: they are filled in where they stand.
fn half_filled(view: &MeetingView<'_>) -> Vec<Row> {
    let half = agreement::made(view).filter(|(_, _, made)| made.is_half()).count();
    if half == 0 {
        return Vec::new();
    }
    let words = view.words;
    let said = words.agreements_half_open(half);
    vec![Row::gap(), Row::press(said, words.fill_in(), MeetingAction::Reopen)]
}

/// Whether this is the last meeting: only then there is a next time to decide about.
fn is_last(view: &MeetingView<'_>) -> bool {
    view.group.is_latest(view.meeting.id)
}

fn composition(view: &MeetingView<'_>) -> Vec<Row> {
    let mut rows = vec![Row::heading(view.words.who_next_time(&view.client()))];
    rows.push(Row::quiet(view.words.after_intro(&view.client())));
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
