//! Who is there, and who does what, filled from last time.

use super::room::Room;
use super::row::{Press, Row};
use crate::domain::hour::HourState;
use crate::domain::ids::PersonId;
use crate::domain::meeting::{Attendee, Presence};
use crate::domain::person::{MeetingRole, PersonKind};
use crate::domain::texts::MeetingText;
use crate::screens::page::text::TextRef;
use crate::widgets::editor::Lines;

/// The rows of the page.
#[must_use]
pub fn rows(room: &Room<'_>) -> Vec<Row> {
    let words = room.words;
    let mut rows: Vec<Row> =
        room.meeting.attendance.iter().map(|attendee| person(room, attendee)).collect();
    if room.meeting.attendance.is_empty() {
        let known = room.group.people.iter().any(|person| person.kind != PersonKind::Client);
        let said = if known { words.nobody_joins_yet() } else { words.nobody_yet() };
        rows.push(Row::quiet(said));
    }
    rows.push(Row::press(words.add_person(), "", Press::AddPerson));
    rows.extend(missing(room).map(|text| Row::read(text).strong()));
    rows.push(Row::gap());
    rows.push(Row::heading(words.who_does_what()));
    for role in MeetingRole::ALL {
        let name = holder(room, role).map_or_else(|| words.nobody().to_owned(), |id| room.name(id));
        rows.push(Row::press(words.role(role), name, Press::Role(role)));
    }
    let location = TextRef::Meeting(MeetingText::Location);
    rows.push(Row::field(words.place_label(), location, Lines::One));
    rows.push(Row::gap());
    let waiting = room.reading().state == HourState::Waiting && !room.meeting.afterwards;
    rows.push(Row::press(words.start_or_go_on(waiting), "", Press::Start));
    rows
}

/// Who has a role in this meeting.
#[must_use]
pub fn holder(room: &Room<'_>, role: MeetingRole) -> Option<PersonId> {
    match role {
        MeetingRole::Chair => room.meeting.roles.chair,
        MeetingRole::ProcessGuard => room.meeting.roles.process_guard,
        MeetingRole::MinuteTaker => room.meeting.roles.minute_taker,
    }
}

fn person(room: &Room<'_>, attendee: &Attendee) -> Row {
    let words = room.words;
    let name = room.group.person(attendee.person).map_or("", |person| person.name.trim());
    let name = if name.is_empty() { room.name(attendee.person) } else { name.to_owned() };
    let relation = room.relation(attendee.person);
    let text = if name == relation { name } else { format!("{name}, {relation}") };
    let mut value = words.presence(attendee.presence).to_owned();
    if attendee.presence == Presence::Present {
        value.push_str(&words.from_until(attendee.from, attendee.until));
    }
    Row::press(text, value, Press::Presence(attendee.person))
}

/// Who has to be there and is not. kring asks, and never blocks.
pub fn missing<'a>(room: &'a Room<'_>) -> impl Iterator<Item = String> + 'a {
    let words = room.words;
    let roles = room.group.roles;
    let client = (roles.client, words.without_client());
    let coordinator = (roles.coordinator, words.without_coordinator());
    [client, coordinator].into_iter().filter_map(move |(person, sentence)| {
        let person = person?;
        (!room.meeting.present(person)).then(|| sentence.to_owned())
    })
}
