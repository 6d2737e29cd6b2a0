//! The left column: where we are in the structure, who is there, who does what.

use super::{Focus, MeetingScreen};
use crate::domain::agenda;
use crate::domain::attendance::{Attendee, Presence};
use crate::domain::ids::PersonId;
use crate::domain::meeting::Place;
use crate::domain::person::MeetingRole;
use crate::theme::Theme;
use crate::view::meeting_view::MeetingView;
use crate::widgets::canvas::Canvas;
use crate::widgets::glyphs;

/// The list of items, and who is there.
pub(super) fn list(
    canvas: &mut Canvas<'_>,
    screen: &MeetingScreen,
    view: &MeetingView<'_>,
    theme: Theme,
) {
    let width = canvas.width();
    for (nr, place) in agenda::places(view.meeting).into_iter().enumerate() {
        let Ok(y) = u16::try_from(nr) else { break };
        let here = place == view.meeting.place;
        let style = if here { theme.strong() } else { theme.plain() };
        canvas.put(0, y, if here { ">" } else { " " }, theme.accent());
        let (text, mark) = entry(view, place);
        let used = canvas.put_in(1, y, width.saturating_sub(4), &text, style);
        // What does not fit beside the name is said in the item's own heading.
        let mark = if used + glyphs::width(&mark) + 3 > width { String::new() } else { mark };
        let at = width.saturating_sub(glyphs::width(&mark) + 1);
        canvas.put(at, y, &mark, theme.quiet());
        if screen.focus == Focus::Items
            && screen.item_row.min(agenda::places(view.meeting).len() - 1) == nr
        {
            canvas.style(0, y, width.saturating_sub(1), theme.selected());
        }
    }
    let Ok(y) = u16::try_from(agenda::places(view.meeting).len() + 1) else { return };
    let room = usize::from(canvas.height().saturating_sub(y));
    let lines = people(view, room);
    for (nr, line) in (0u16..).zip(&lines) {
        canvas.put_in(1, y + nr, width.saturating_sub(2), line, theme.quiet());
    }
}

/// A place in the list, and its mark: spoken about, or not every time.
fn entry(view: &MeetingView<'_>, place: Place) -> (String, String) {
    let words = view.words;
    match place {
        Place::Attendance => (words.who_is_there().to_owned(), String::new()),
        Place::Closing => (words.closing().to_owned(), String::new()),
        Place::AfterTalk => (words.after_talk().to_owned(), String::new()),
        Place::Item(nr) => {
            let Some(item) = view.meeting.item(nr) else { return Default::default() };
            let short = view.content.item(item.kind).map_or("", |item| &item.short);
            let mark = if view.discussed(nr) { "■" } else { words.need(item.need).unwrap_or("") };
            (format!("{} {short}", nr + 1), mark.to_owned())
        }
    }
}

/// Who is there and who does what, in a few short lines. Where there is no room for all, who is expected
/// is said on the page alone.
fn people(view: &MeetingView<'_>, room: usize) -> Vec<String> {
    let words = view.words;
    let expected = view.meeting.attendance.len();
    let mut lines = vec![if view.meeting.finished() {
        words.so_many_were_there(view.present().count(), expected)
    } else {
        words.so_many_there(view.there_now().count(), expected)
    }];
    for presence in [Presence::SentWord, Presence::NotPresent] {
        let away = view.meeting.attendance.iter().filter(|one| one.presence == presence);
        let names: Vec<String> = away.map(|attendee| view.name(attendee.person)).collect();
        if !names.is_empty() {
            lines.push(format!("{} {}", words.presence(presence), names.join(", ")));
        }
    }
    let expected = view.meeting.attendance.iter().filter(|one| one.is_expected());
    let expected = expected.map(|one| words.comes_at(&view.name(one.person), one.from));
    let expected: Vec<String> = expected.collect();
    if lines.len() + expected.len() + 1 + MeetingRole::ALL.len() <= room {
        lines.extend(expected);
    }
    lines.push(String::new());
    for role in MeetingRole::ALL.iter().copied() {
        let there = |id: &PersonId| view.meeting.attendee(*id).is_some_and(Attendee::comes);
        if let Some(person) = view.holder(role).filter(there) {
            lines.push(format!("{} {}", words.role(role), view.name(person)));
        }
    }
    lines
}
