//! The left column: where we are in the structure, who is there, who does what.

use super::room::Room;
use super::{Focus, MeetingScreen, attendance, items};
use crate::domain::meeting::{Place, Presence};
use crate::domain::person::MeetingRole;
use crate::theme::Theme;
use crate::widgets::canvas::Canvas;
use crate::widgets::glyphs;

/// The list of items, and who is there.
pub(super) fn list(canvas: &mut Canvas<'_>, screen: &MeetingScreen, room: &Room<'_>, theme: Theme) {
    let width = canvas.width();
    for (nr, place) in items::places(room.meeting).into_iter().enumerate() {
        let Ok(y) = u16::try_from(nr) else { break };
        let here = place == room.meeting.place;
        let style = if here { theme.strong() } else { theme.plain() };
        canvas.put(0, y, if here { ">" } else { " " }, theme.accent());
        let (text, mark) = entry(room, place);
        let used = canvas.put_in(1, y, width.saturating_sub(4), &text, style);
        // What does not fit beside the name is said in the item's own heading.
        let mark = if used + glyphs::width(&mark) + 3 > width { String::new() } else { mark };
        let at = width.saturating_sub(glyphs::width(&mark) + 1);
        canvas.put(at, y, &mark, theme.quiet());
        if screen.focus == Focus::Items
            && screen.item_row.min(items::places(room.meeting).len() - 1) == nr
        {
            canvas.style(0, y, width.saturating_sub(1), theme.at_hand());
        }
    }
    let Ok(y) = u16::try_from(items::places(room.meeting).len() + 1) else { return };
    let lines = people(room);
    for (nr, line) in (0u16..).zip(&lines) {
        canvas.put_in(1, y + nr, width.saturating_sub(2), line, theme.quiet());
    }
}

/// A place in the list, and its mark: spoken about, or not every time.
fn entry(room: &Room<'_>, place: Place) -> (String, String) {
    let words = room.words;
    match place {
        Place::Attendance => (words.who_is_there().to_owned(), String::new()),
        Place::Closing => (words.closing().to_owned(), String::new()),
        Place::AfterTalk => (words.after_talk().to_owned(), String::new()),
        Place::Item(nr) => {
            let Some(item) = room.meeting.item(nr) else { return Default::default() };
            let short = room.content.item(item.kind).map_or("", |item| &item.short);
            let mark = if item.discussed { "■" } else { words.need(item.need).unwrap_or("") };
            (format!("{} {short}", nr + 1), mark.to_owned())
        }
    }
}

/// Who is there and who does what, in a few short lines.
fn people(room: &Room<'_>) -> Vec<String> {
    let words = room.words;
    let expected = room.meeting.attendance.len();
    let mut lines = vec![words.so_many_there(room.present().count(), expected)];
    for presence in [Presence::SentWord, Presence::NotPresent] {
        let away = room.meeting.attendance.iter().filter(|one| one.presence == presence);
        let names: Vec<String> = away.map(|attendee| room.name(attendee.person)).collect();
        if !names.is_empty() {
            lines.push(format!("{} {}", words.presence(presence), names.join(", ")));
        }
    }
    lines.push(String::new());
    for role in MeetingRole::ALL {
        if let Some(person) = attendance::holder(room, role) {
            lines.push(format!("{} {}", words.role(role), room.name(person)));
        }
    }
    lines
}
