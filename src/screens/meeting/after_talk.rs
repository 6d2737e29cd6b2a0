//! Afterwards, client and coordinator alone: who is there next time, the evaluation, the minutes.

use super::room::Room;
use super::row::{Press, Row};
use crate::domain::structure::MeetingKind;
use crate::domain::texts::GroupText;
use crate::screens::choices;
use crate::screens::circle::Circle;
use crate::screens::page::day::{self, Tense};

/// The rows of the page: first thanks to everybody, and once the two are alone what is theirs.
#[must_use]
pub fn rows(room: &Room<'_>, alone: bool) -> Vec<Row> {
    // Whoever writes a meeting down afterwards is alone already.
    if !alone && !room.meeting.afterwards {
        return thanks(room);
    }
    let mut rows = Vec::new();
    let last = is_last(room);
    if last {
        rows.push(Row::quiet(room.words.after_intro(&room.client())));
        rows.push(Row::gap());
        rows.extend(composition(room));
        rows.push(Row::gap());
        rows.extend(evaluation(room));
        rows.extend(minutes(room));
    } else {
        rows.extend(minutes(room));
        rows.push(Row::gap());
        rows.extend(evaluation(room));
    }
    rows.push(Row::gap());
    rows.push(Row::press(room.words.to_group(), "", Press::ToGroup));
    rows
}

/// What everybody in the room may see when the meeting is over.
fn thanks(room: &Room<'_>) -> Vec<Row> {
    let words = room.words;
    vec![
        Row::heading(words.meeting_is_over()),
        Row::read(words.thank_you()),
        Row::gap(),
        Row::press(words.alone_now(), "", Press::Alone),
        Row::press(words.read_minutes(), "", Press::ReadMinutes),
        Row::press(words.later_is_fine(), "", Press::ToGroup),
    ]
}

fn minutes(room: &Room<'_>) -> Vec<Row> {
    let words = room.words;
    let mut rows = vec![Row::heading(words.the_minutes())];
    rows.extend(room.meeting.reopened.iter().map(|reopening| {
        Row::quiet(words.was_reopened(reopening.at.date_naive(), &reopening.reason))
    }));
    rows.push(Row::press(words.read_minutes(), "", Press::ReadMinutes));
    let read = room.meeting.after.read_by_client;
    let title = words.client_has_read(&room.client());
    rows.push(Row::press(title, words.yes_not_yet(read), Press::ReadByClient));
    rows.push(Row::press(words.save_minutes(), "", Press::SaveMinutes));
    rows.push(Row::press(words.reopen(), "", Press::Reopen));
    rows.push(Row::press(words.erase_something(), "", Press::Erase));
    rows
}

/// Whether this is the last meeting: only then there is a next time to decide about.
fn is_last(room: &Room<'_>) -> bool {
    room.group.meetings.iter().map(|held| held.id).max() == Some(room.meeting.id)
}

fn composition(room: &Room<'_>) -> Vec<Row> {
    let mut rows = vec![Row::heading(room.words.who_next_time(&room.client()))];
    rows.extend(choices::composition(room, Press::SameGroup, Press::Expect));
    rows
}

/// When client and coordinator look back on the first meeting (phase 4, step 4).
fn evaluation(room: &Room<'_>) -> Vec<Row> {
    if room.meeting.kind != MeetingKind::Start {
        return Vec::new();
    }
    let words = room.words;
    let mut rows = vec![Row::heading(words.evaluation())];
    // How far away that is counts from today, also when the meeting was long ago.
    let today = Circle { day: room.now.date_naive(), ..room.circle };
    rows.extend(day::rows(&today, words.date_label(), GroupText::Evaluation, Tense::Any));
    rows.push(Row::gap());
    rows
}
