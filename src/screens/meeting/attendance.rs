//! Who is there, and who does what, filled from last time.

use super::action::{MeetingAction, Row};
use crate::domain::attendance::{Attendee, Presence};
use crate::domain::hour::HourState;
use crate::domain::person::{MeetingRole, PersonKind};
use crate::domain::texts::MeetingText;
use crate::view::meeting_view::MeetingView;
use crate::view::text::TextRef;
use crate::widgets::editor::LineMode;

/// The rows of the page.
#[must_use]
pub(super) fn rows(view: &MeetingView<'_>) -> Vec<Row> {
    let words = view.words;
    let mut rows: Vec<Row> =
        view.meeting.attendance.iter().map(|attendee| person(view, attendee)).collect();
    if view.meeting.attendance.is_empty() {
        let known = view.group.people.iter().any(|person| person.kind != PersonKind::Client);
        let said = if known { words.nobody_joins_yet() } else { words.nobody_yet() };
        rows.push(Row::quiet(said));
    }
    rows.push(Row::press(words.add_person(), "", MeetingAction::AddPerson));
    rows.extend(view.missing().map(|text| Row::read(text).strong()));
    rows.push(Row::gap());
    rows.push(Row::heading(words.who_does_what()));
    for role in MeetingRole::ALL.iter().copied() {
        let name = match view.holder(role) {
            None => words.nobody().to_owned(),
            Some(id) if view.meeting.attendee(id).is_some_and(Attendee::comes) => view.name(id),
            Some(id) => words.role_needs_somebody(&view.name(id)),
        };
        rows.push(Row::press(words.role(role), name, MeetingAction::Role(role)));
    }
    let location = TextRef::Meeting(MeetingText::Location);
    rows.push(Row::field(words.place_label(), location, LineMode::One));
    if let Some(day) = view.meeting.day() {
        let began = view.meeting.began().map(|time| words.said_time(time));
        let when = std::iter::once(words.long_date(day)).chain(began).collect::<Vec<_>>();
        rows.push(Row::press(words.meeting_day(), when.join(", "), MeetingAction::Day));
    }
    rows.push(Row::gap());
    let waiting = view.reading().state == HourState::Waiting && !view.meeting.afterwards;
    rows.push(Row::press(words.start_or_go_on(waiting), "", MeetingAction::Start));
    rows
}

fn person(view: &MeetingView<'_>, attendee: &Attendee) -> Row {
    let words = view.words;
    let name = view.group.person(attendee.person).map_or("", |person| person.name.trim());
    let name = if name.is_empty() { view.name(attendee.person) } else { name.to_owned() };
    let relation = view.relation(attendee.person);
    let text = if name == relation { name } else { format!("{name}, {relation}") };
    let value = match attendee.presence {
        Presence::Present if attendee.expected => words.expected_at(attendee.from),
        Presence::Present => {
            let hours = words.from_until(attendee.from, attendee.until);
            words.presence(attendee.presence).to_owned() + &hours
        }
        away => words.presence(away).to_owned(),
    };
    Row::press(text, value, MeetingAction::Presence(attendee.person))
}
