//! Afterwards, client and coordinator alone: who is there next time, the evaluation, the minutes.

use super::TextRef;
use super::room::Room;
use super::row::{Press, Row};
use crate::domain::dates;
use crate::domain::structure::MeetingKind;
use crate::domain::texts::MeetingText;
use crate::widgets::editor::Lines;

/// The rows of the page.
#[must_use]
pub fn rows(room: &Room<'_>) -> Vec<Row> {
    let words = room.words;
    let mut rows = Vec::new();
    if is_last(room) {
        rows.push(Row::quiet(words.after_intro()));
        rows.push(Row::gap());
        rows.extend(composition(room));
        rows.push(Row::gap());
    }
    if room.meeting.kind == MeetingKind::Start {
        rows.extend(evaluation(room));
        rows.push(Row::gap());
    }
    rows.push(Row::heading(words.the_minutes()));
    rows.extend(room.meeting.reopened.iter().map(|reopening| {
        Row::quiet(words.was_reopened(reopening.at.date_naive(), &reopening.reason))
    }));
    rows.push(Row::press(words.read_minutes(), "", Press::ReadMinutes));
    let read = room.meeting.after.read_by_client;
    rows.push(Row::press(words.client_has_read(), words.yes_no(read), Press::ReadByClient));
    rows.push(Row::press(words.save_minutes(), "", Press::SaveMinutes));
    rows.push(Row::press(words.reopen(), "", Press::Reopen));
    rows.push(Row::gap());
    rows.push(Row::press(words.to_group(), "", Press::ToGroup));
    rows
}

/// Whether this is the last meeting: only then there is a next time to decide about.
fn is_last(room: &Room<'_>) -> bool {
    room.group.meetings.iter().map(|held| held.id).max() == Some(room.meeting.id)
}

fn composition(room: &Room<'_>) -> Vec<Row> {
    let words = room.words;
    let decided = room.group.composition.as_ref().is_some_and(|it| it.after == room.meeting.id);
    let expected = room.group.expected();
    let mut rows = vec![Row::heading(words.who_next_time(&client(room)))];
    rows.push(Row::press(words.same_group(), words.decided(decided), Press::SameGroup));
    rows.extend(room.group.members().map(|person| {
        let there = expected.contains(&person.id);
        let text = format!("{}, {}", room.name(person.id), room.relation(person.id));
        Row::press(text, words.yes_no(there), Press::Expect(person.id)).within(2)
    }));
    rows
}

fn client(room: &Room<'_>) -> String {
    room.group.roles.client.map_or_else(|| room.words.the_client().to_owned(), |id| room.name(id))
}

fn evaluation(room: &Room<'_>) -> Vec<Row> {
    let words = room.words;
    let typed = &room.meeting.after.evaluation;
    let understood = match dates::read_date(typed, room.today()) {
        Ok(date) => words.long_date(date),
        Err(problem) => words.date_problem(&problem).to_owned(),
    };
    vec![
        Row::heading(words.evaluation()),
        Row::field(words.date_label(), TextRef::Meeting(MeetingText::Evaluation), Lines::One),
        Row::quiet(understood),
    ]
}
