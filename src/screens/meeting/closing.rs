//! Closing together, as a pause before people leave: what was agreed, read back.

use super::attendance;
use super::form;
use super::matter::{describe, next_understood, planned_already};
use super::room::Room;
use super::row::{Press, Row};
use crate::domain::meeting::Draft;
use crate::domain::minutes::next_meeting;
use crate::domain::notes;
use crate::domain::structure::MeetingKind;
use crate::domain::texts::MeetingText;
use crate::screens::page::text::TextRef;
use crate::widgets::editor::Lines;

/// The rows of the page.
#[must_use]
pub fn rows(room: &Room<'_>) -> Vec<Row> {
    let words = room.words;
    let mut rows = vec![Row::quiet(words.closing_intro()), Row::gap()];
    rows.push(Row::heading(words.agreed_today()));
    rows.extend(agreements(room));
    rows.push(Row::press(words.make_agreement(), "", Press::MakeAgreement));
    let decisions: Vec<String> =
        room.meeting.items.iter().flat_map(|item| notes::decisions(&item.note)).collect();
    if !decisions.is_empty() {
        rows.push(Row::gap());
        rows.push(Row::heading(words.decided_today()));
        rows.extend(decisions.into_iter().map(Row::read));
    }
    rows.push(Row::gap());
    rows.push(Row::heading(words.at_next_meeting()));
    rows.extend(next(room));
    rows.push(Row::gap());
    rows.extend(attendance::missing(room).map(|text| Row::read(text).strong()));
    rows.push(Row::press(words.finish(), "", Press::Finish).strong());
    rows
}

fn agreements(room: &Room<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    for (item, text) in room.meeting.items.iter().enumerate() {
        for found in notes::agreements(&text.note, room.group, room.today()) {
            let open = found.understood.who.is_empty() || found.understood.when.is_none();
            let value = if open { room.words.fill_in() } else { "" };
            let line = describe(room, &found.understood);
            rows.push(Row::press(line, value, Press::Mend(item, found.line)));
        }
    }
    if rows.is_empty() {
        rows.push(Row::quiet(room.words.no_agreements_yet()));
    }
    rows
}

fn next(room: &Room<'_>) -> Vec<Row> {
    let words = room.words;
    let field = |label, text| Row::field(label, TextRef::Meeting(text), Lines::One);
    let understood = Row::quiet(next_understood(room));
    let known = next_meeting(room.meeting).is_some() || planned_already(room).is_some();
    let understood = if known { understood } else { understood.strong() };
    vec![
        field(words.date_label(), MeetingText::NextDate),
        understood,
        field(words.time_label(), MeetingText::NextTime),
        field(words.place_label(), MeetingText::NextPlace),
    ]
}

/// What is still missing before the minutes can be agreed, in words.
#[must_use]
pub fn missing(room: &Room<'_>) -> Vec<String> {
    let items = room.meeting.items.iter();
    let found = items.flat_map(|item| notes::agreements(&item.note, room.group, room.today()));
    let open =
        |found: &notes::Found| found.understood.who.is_empty() || found.understood.when.is_none();
    let agreements = found.filter(open).count();
    let mut missing = Vec::new();
    if agreements > 0 {
        missing.push(room.words.agreements_half_open(agreements));
    }
    missing.extend(room.meeting.set_aside.iter().map(|draft| unfinished(room, draft)));
    let planned = planned_already(room).is_some();
    if next_meeting(room.meeting).is_none()
        && !planned
        && room.meeting.kind != MeetingKind::Handover
    {
        missing.push(room.words.next_date_is_missing().to_owned());
    }
    missing
}

/// A form that was left half-way, with the words that were typed first.
fn unfinished(room: &Room<'_>, draft: &Draft) -> String {
    let typed = draft.answers.iter().map(|answer| answer.trim()).find(|answer| !answer.is_empty());
    room.words.left_half_way(&form::title(room, draft.form), typed.unwrap_or_default())
}
