//! Drawing the meeting: the structure at the left, the matter and the note at the right.

use super::note::{note_width, settled, written};
use super::questions::questions;
use super::room::Room;
use super::{Focus, MeetingScreen, matter, sidebar};
use crate::domain::hour::{HourState, Reading};
use crate::domain::meeting::Place;
use crate::domain::texts::MeetingText;
use crate::screens::page::layout::{self, field, lay_out, page_width};
use crate::screens::page::text::TextRef;
use crate::theme::Theme;
use crate::widgets::canvas::Canvas;
use crate::widgets::glyphs;

/// Columns of text stop here; longer lines read badly.
const READING_WIDTH: u16 = 90;

/// From this width on the matter stands beside the note instead of above it.
const WIDE: u16 = 130;

/// The columns of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Columns {
    /// Cells of the list of items.
    pub list: u16,
    /// Cells of the note.
    pub note: u16,
    /// Cells of the matter, when it stands beside the note.
    pub matter: Option<u16>,
}

/// The columns of a body `width` cells wide.
#[must_use]
pub fn columns(width: u16) -> Columns {
    let list = match width {
        0..100 => 22,
        100..WIDE => 26,
        _ => 30,
    };
    let right = width.saturating_sub(list + 2);
    if width < WIDE {
        return Columns { list, note: right.min(READING_WIDTH), matter: None };
    }
    let note = (right * 55 / 100).min(READING_WIDTH);
    let matter = (right - note - 3).min(READING_WIDTH);
    Columns { list, note, matter: Some(matter) }
}

/// The cells a text that is being typed has, in a body `width` cells wide.
#[must_use]
pub fn text_width(screen: &MeetingScreen, room: &Room<'_>, width: u16) -> u16 {
    let columns = columns(width);
    let matter = columns.matter.unwrap_or(columns.note);
    match screen.editing().map(|editing| editing.text) {
        Some(TextRef::Meeting(MeetingText::Note(_))) | None => note_width(columns.note),
        Some(TextRef::Meeting(MeetingText::Draft(_))) => columns.note.saturating_sub(4),
        Some(_) => {
            let rows = matter::rows(room, screen.open);
            let width = page_width(matter);
            rows.get(screen.at_hand.row()).map_or(width, |row| field(row, width).1)
        }
    }
}

/// Draws the body of the meeting.
pub fn draw(canvas: &mut Canvas<'_>, screen: &MeetingScreen, room: &Room<'_>, theme: Theme) {
    let columns = columns(canvas.width());
    let height = canvas.height();
    sidebar::list(&mut canvas.part(0, 0, columns.list, height), screen, room, theme);
    canvas.part(columns.list, 0, 1, height).upright(0, "│", theme.quiet());
    let right = canvas.width().saturating_sub(columns.list + 2);
    let mut right = canvas.part(columns.list + 2, 0, right, height);
    if let Some(draft) = &room.meeting.draft {
        let mut page = right.part(0, 0, columns.note, height);
        questions(&mut page, screen, room, draft, theme);
        return;
    }
    heading(&mut right, room, theme);
    let body_height = height.saturating_sub(1);
    match (room.meeting.place, columns.matter) {
        (Place::Item(nr), Some(matter)) => {
            written(&mut right.part(0, 1, columns.note, body_height), screen, room, nr, theme);
            right.part(columns.note + 1, 1, 1, body_height).upright(0, "│", theme.quiet());
            let mut beside = right.part(columns.note + 3, 1, matter, body_height);
            page(&mut beside, screen, room, theme);
        }
        (Place::Item(nr), None) => {
            stacked(&mut right.part(0, 1, columns.note, body_height), screen, room, nr, theme);
        }
        (_, matter) => {
            let width = matter.map_or(columns.note, |_| READING_WIDTH);
            page(&mut right.part(0, 1, width, body_height), screen, room, theme);
        }
    }
}

/// How the texts of the rows are read.
fn reading<'a>(room: &'a Room<'_>) -> impl Fn(TextRef) -> String + 'a {
    |text| text.read(room.group, Some(room.meeting))
}

/// The rows of the matter.
fn page(
    canvas: &mut Canvas<'_>,
    screen: &MeetingScreen,
    room: &Room<'_>,
    theme: Theme,
) -> (usize, usize) {
    let at_hand = (screen.focus == Focus::Matter).then_some(&screen.at_hand);
    layout::draw(canvas, &matter::rows(room, screen.open), at_hand, &reading(room), theme)
}

/// The rows the matter gets above a note, in a column of `width` by `height` cells.
fn matter_height(screen: &MeetingScreen, room: &Room<'_>, (width, height): (u16, u16)) -> u16 {
    let lines = lay_out(&matter::rows(room, screen.open), &reading(room), page_width(width)).len();
    let most = match screen.focus {
        Focus::Matter => height.saturating_sub(4),
        Focus::Note | Focus::Items => height * 55 / 100,
    };
    u16::try_from(lines).unwrap_or(u16::MAX).min(most)
}

/// Remembers what of the note is in sight, in a body of `size` cells.
pub fn settle(screen: &mut MeetingScreen, room: &Room<'_>, size: (u16, u16)) {
    let Place::Item(nr) = room.meeting.place else { return };
    let columns = columns(size.0);
    let height = size.1.saturating_sub(1);
    let height = match columns.matter {
        Some(_) => height,
        None => height
            .saturating_sub(matter_height(screen, room, (columns.note, height)))
            .saturating_sub(1),
    };
    screen.note_top = settled(screen, room, nr, (columns.note, height));
}

/// The matter above the note.
fn stacked(
    canvas: &mut Canvas<'_>,
    screen: &MeetingScreen,
    room: &Room<'_>,
    nr: usize,
    theme: Theme,
) {
    let (width, height) = (canvas.width(), canvas.height());
    let matter_height = matter_height(screen, room, (width, height));
    let hidden = page(&mut canvas.part(0, 0, width, matter_height), screen, room, theme);
    let mut rule = canvas.part(0, matter_height, width, 1);
    rule.rule(0, "─", theme.quiet());
    let more = room.words.hidden_lines(hidden.0, hidden.1);
    if !more.is_empty() {
        rule.put_right(0, &format!(" {more} "), theme.quiet());
    }
    let note_height = height.saturating_sub(matter_height + 1);
    written(&mut canvas.part(0, matter_height + 1, width, note_height), screen, room, nr, theme);
}

/// The name of the place, and the time it has.
fn heading(canvas: &mut Canvas<'_>, room: &Room<'_>, theme: Theme) {
    let words = room.words;
    let title = match room.meeting.place {
        Place::Attendance => words.who_is_there().to_owned(),
        Place::Closing => words.closing_title().to_owned(),
        Place::AfterTalk => words.after_title().to_owned(),
        Place::Item(nr) => {
            let kind = room.meeting.item(nr).map(|item| item.kind);
            format!("{} {}", nr + 1, kind.map_or("", |kind| room.content.title(kind)))
        }
    };
    // The time is said in words where there is room for them.
    let fits = |time: &String| glyphs::width(&title) + glyphs::width(time) < canvas.width();
    let times = time_of_item(room);
    let time = times.iter().find(|time| fits(time)).or(times.last()).cloned().unwrap_or_default();
    let room_left = canvas.width().saturating_sub(glyphs::width(&time) + 1);
    let used = canvas.put_in(0, 0, room_left, &title, theme.strong());
    // Whether it has to be there stands beside the title where there is room for it.
    if let Some(need) = need(room).filter(|need| used + glyphs::width(need) + 3 < room_left) {
        canvas.put(used, 0, &format!(" · {need}"), theme.quiet());
    }
    canvas.put_right(0, &time, theme.quiet());
}

/// The time that the item at hand took and has, in words and in short.
fn time_of_item(room: &Room<'_>) -> Vec<String> {
    let Place::Item(nr) = room.meeting.place else { return Vec::new() };
    let minutes = room.meeting.item(nr).map_or(0, |item| i64::from(item.minutes));
    let reading: Reading = room.reading();
    let spent = reading.spent_on(nr).num_minutes();
    match reading.state {
        HourState::Waiting => vec![room.words.minutes(minutes), minutes.to_string()],
        _ => vec![room.words.spent_of(spent, minutes), format!("{spent}/{minutes}")],
    }
}

/// Whether the item at hand has to be there, when it does not.
fn need(room: &Room<'_>) -> Option<&'static str> {
    let Place::Item(nr) = room.meeting.place else { return None };
    room.words.need(room.meeting.item(nr)?.need)
}
