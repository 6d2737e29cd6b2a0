//! Drawing the meeting: the structure at the left, the note and the page of the item at the right.

use super::form_page;
use super::note::{note_width, settled, written};
use super::{Focus, MeetingScreen, item_page, sidebar};
use crate::domain::hour::{HourState, Reading};
use crate::domain::meeting::Place;
use crate::domain::texts::MeetingText;
use crate::screens::page::layout::{self, field, page_width};
use crate::theme::Theme;
use crate::view::meeting_view::MeetingView;
use crate::view::text::TextRef;
use crate::widgets::canvas::Canvas;
use crate::widgets::glyphs;
use crate::widgets::wrap::READING_WIDTH;

/// From this width on the page stands beside the note instead of above it.
const WIDE: u16 = 130;

/// The columns of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Columns {
    /// Cells of the list of items.
    pub list: u16,
    pub note: u16,
    /// Cells of the page, when it stands beside the note.
    pub page: Option<u16>,
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
        return Columns { list, note: right.min(READING_WIDTH), page: None };
    }
    let note = (right * 55 / 100).min(READING_WIDTH);
    let page = (right - note - 3).min(READING_WIDTH);
    Columns { list, note, page: Some(page) }
}

/// The cells a text that is being typed has, in a body `width` cells wide.
#[must_use]
pub(super) fn text_width(screen: &MeetingScreen, width: u16) -> u16 {
    let columns = columns(width);
    let page = columns.page.unwrap_or(columns.note);
    match screen.editing().map(|editing| editing.text) {
        Some(TextRef::Meeting(MeetingText::Note(_))) | None => note_width(columns.note),
        Some(TextRef::Meeting(MeetingText::Draft(_))) => columns.note.saturating_sub(4),
        Some(_) => {
            let width = page_width(page);
            screen.rows().get(screen.cursor.row()).map_or(width, |row| field(row, width).1)
        }
    }
}

/// Draws the body of the meeting.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    screen: &MeetingScreen,
    view: &MeetingView<'_>,
    theme: Theme,
) {
    let columns = columns(canvas.width());
    let height = canvas.height();
    sidebar::list(&mut canvas.part(0, 0, columns.list, height), screen, view, theme);
    canvas.part(columns.list, 0, 1, height).upright(0, "│", theme.quiet());
    let right = canvas.width().saturating_sub(columns.list + 2);
    let mut right = canvas.part(columns.list + 2, 0, right, height);
    if let Some(draft) = &view.meeting.draft {
        let mut page = right.part(0, 0, columns.note, height);
        form_page::draw(&mut page, screen, view, draft, theme);
        return;
    }
    heading(&mut right, view, theme);
    let body_height = height.saturating_sub(1);
    match (view.meeting.place, columns.page) {
        (Place::Item(nr), Some(width)) => {
            written(&mut right.part(0, 1, columns.note, body_height), screen, view, nr, theme);
            right.part(columns.note + 1, 1, 1, body_height).upright(0, "│", theme.quiet());
            let mut beside = right.part(columns.note + 3, 1, width, body_height);
            page(&mut beside, screen, view, theme);
        }
        (Place::Item(nr), None) => {
            stacked(&mut right.part(0, 1, columns.note, body_height), screen, view, nr, theme);
        }
        (_, beside) => {
            let width = beside.map_or(columns.note, |_| READING_WIDTH);
            page(&mut right.part(0, 1, width, body_height), screen, view, theme);
        }
    }
}

/// How the texts of the rows are read.
fn reading<'a>(view: &'a MeetingView<'_>) -> impl Fn(TextRef) -> String + 'a {
    |text| text.read(view.group, Some(view.meeting))
}

/// The rows of the page.
fn page(
    canvas: &mut Canvas<'_>,
    screen: &MeetingScreen,
    view: &MeetingView<'_>,
    theme: Theme,
) -> (usize, usize) {
    let cursor = (screen.focus == Focus::Page).then_some(&screen.cursor);
    // The rows are those of now: nothing happened since they were made.
    debug_assert_eq!(screen.rows(), item_page::rows(view, screen.unfolded));
    layout::draw(canvas, screen.rows(), cursor, &reading(view), theme)
}

/// The rows the page gets above a note, in a column of `width` by `height` cells.
fn page_height(screen: &MeetingScreen, view: &MeetingView<'_>, (width, height): (u16, u16)) -> u16 {
    let most = match screen.focus {
        Focus::Page => height.saturating_sub(4),
        Focus::Note | Focus::Items => height * 55 / 100,
    };
    let read = reading(view);
    let lines = layout::lines(screen.rows(), &read, page_width(width));
    u16::try_from(lines.take(usize::from(most)).count()).unwrap_or(most)
}

/// The first row of the note that is in sight, in a body of `size` cells.
pub(super) fn note_top(screen: &MeetingScreen, view: &MeetingView<'_>, size: (u16, u16)) -> usize {
    let Place::Item(nr) = view.meeting.place else { return screen.note_top };
    let columns = columns(size.0);
    let height = size.1.saturating_sub(1);
    let height = match columns.page {
        Some(_) => height,
        None => height
            .saturating_sub(page_height(screen, view, (columns.note, height)))
            .saturating_sub(1),
    };
    settled(screen, view, nr, (columns.note, height))
}

/// The page above the note.
fn stacked(
    canvas: &mut Canvas<'_>,
    screen: &MeetingScreen,
    view: &MeetingView<'_>,
    nr: usize,
    theme: Theme,
) {
    let (width, height) = (canvas.width(), canvas.height());
    let page_height = page_height(screen, view, (width, height));
    let hidden = page(&mut canvas.part(0, 0, width, page_height), screen, view, theme);
    let mut rule = canvas.part(0, page_height, width, 1);
    rule.rule(0, "─", theme.quiet());
    let more = view.words.hidden_lines(hidden.0, hidden.1);
    if !more.is_empty() {
        rule.put_right(0, &format!(" {more} "), theme.quiet());
    }
    let note_height = height.saturating_sub(page_height + 1);
    written(&mut canvas.part(0, page_height + 1, width, note_height), screen, view, nr, theme);
}

/// The name of the place, and the time it has.
fn heading(canvas: &mut Canvas<'_>, view: &MeetingView<'_>, theme: Theme) {
    let words = view.words;
    let title = match view.meeting.place {
        Place::Attendance => words.who_is_there().to_owned(),
        Place::Closing => words.closing_title().to_owned(),
        Place::AfterTalk => words.after_title().to_owned(),
        Place::Item(nr) => {
            let kind = view.meeting.item(nr).map(|item| item.kind);
            format!("{} {}", nr + 1, kind.map_or("", |kind| view.content.title(kind)))
        }
    };
    // The time is said in words where there is view for them.
    let fits = |time: &String| glyphs::width(&title) + glyphs::width(time) < canvas.width();
    let times = time_of_item(view);
    let time = times.iter().find(|time| fits(time)).or(times.last()).cloned().unwrap_or_default();
    let room_left = canvas.width().saturating_sub(glyphs::width(&time) + 1);
    let used = canvas.put_in(0, 0, room_left, &title, theme.strong());
    // Whether it has to be there stands beside the title where there is view for it.
    if let Some(need) = need(view).filter(|need| used + glyphs::width(need) + 3 < room_left) {
        canvas.put(used, 0, &format!(" · {need}"), theme.quiet());
    }
    canvas.put_right(0, &time, theme.quiet());
}

/// The time that the item at hand took and has, in words and in short.
fn time_of_item(view: &MeetingView<'_>) -> Vec<String> {
    let Place::Item(nr) = view.meeting.place else { return Vec::new() };
    let minutes = view.meeting.item(nr).map_or(0, |item| i64::from(item.minutes));
    let reading: Reading = view.reading();
    let spent = reading.spent_on(nr).num_minutes();
    match reading.state {
        HourState::Waiting => vec![view.words.minutes(minutes), minutes.to_string()],
        // What took longer is nobody's fault, and no number says so.
        _ if spent > minutes => vec![view.words.longer_than_planned().to_owned(), String::new()],
        _ => vec![view.words.spent_of(spent, minutes), format!("{spent}/{minutes}")],
    }
}

/// Whether the item at hand has to be there, when it does not.
fn need(view: &MeetingView<'_>) -> Option<&'static str> {
    let Place::Item(nr) = view.meeting.place else { return None };
    view.words.need(view.meeting.item(nr)?.need)
}
