//! The rows of a note: what was typed, wrapped by word, and below each agreement or decision what
//! kring understood of it.

use super::MeetingScreen;
use super::item_page::says_prompts;
use crate::domain::meeting::Item;
use crate::domain::notes::{self, NoteLine};
use crate::domain::rereading;
use crate::domain::structure::ItemKind;
use crate::domain::texts::MeetingText;
use crate::theme::Theme;
use crate::view::agreement;
use crate::view::meeting_view::MeetingView;
use crate::view::text::TextRef;
use crate::widgets::canvas::Canvas;
use crate::widgets::list::Scroll;
use crate::widgets::{glyphs, wrap};

/// A row as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NoteRow {
    /// A piece of the text, in bytes of it.
    Text {
        /// Where it begins.
        start: usize,
        /// Where it ends.
        end: usize,
        /// Whether its line is an agreement or a decision.
        marked: bool,
    },
    /// What kring understood of the line above.
    Understood {
        /// Where that line begins, in bytes of the text.
        start: usize,
        /// Where it ends.
        end: usize,
        /// Its number, from 0.
        line: usize,
    },
}

/// The rows of a note, `width` cells wide. What was understood is not read here: a note can be long,
/// and little of it is in sight.
#[must_use]
pub(super) fn rows(note: &str, width: u16) -> Vec<NoteRow> {
    let mut rows = Vec::new();
    let (mut line_start, mut marked) = (0, false);
    let mut line_nr = None;
    for row in wrap::rows(note, width) {
        if line_nr != Some(row.line) {
            (line_start, line_nr) = (row.start, Some(row.line));
            let rest = note.get(row.start..).unwrap_or("");
            marked = notes::is_marked(rest.split('\n').next().unwrap_or(""));
        }
        rows.push(NoteRow::Text { start: row.start, end: row.end, marked });
        if marked && row.last {
            rows.push(NoteRow::Understood { start: line_start, end: row.end, line: row.line });
        }
    }
    rows
}

/// What kring understood of a line; `None` for words.
fn understood(view: &MeetingView<'_>, item: &Item, nr: usize, line: &str) -> Option<String> {
    let words = view.words;
    let agreed = |found| format!("{} · {}", words.agreement(), agreement::understood(view, found));
    if let Some((_, read)) = rereading::of_line(item, nr) {
        return Some(agreed(&read.understood));
    }
    match notes::read_line(line, view.group, view.today()) {
        NoteLine::Words => None,
        NoteLine::Decision(_) => Some(words.decision().to_owned()),
        NoteLine::Agreement(found) => Some(agreed(&found)),
    }
}

/// The row on which a byte of the note stands, and how many bytes into it.
#[must_use]
pub(super) fn locate(rows: &[NoteRow], at: usize) -> (usize, usize) {
    let row = rows
        .iter()
        .rposition(|row| matches!(row, NoteRow::Text { start, .. } if *start <= at))
        .unwrap_or(0);
    let within = match rows.get(row) {
        Some(NoteRow::Text { start, end, .. }) => at.min(*end).saturating_sub(*start),
        _ => 0,
    };
    (row, within)
}

/// One cell is kept for the cursor behind a full row.
pub(super) fn note_width(column: u16) -> u16 {
    column.saturating_sub(1)
}

/// The note of an item.
pub(super) fn written(
    canvas: &mut Canvas<'_>,
    screen: &MeetingScreen,
    view: &MeetingView<'_>,
    nr: usize,
    theme: Theme,
) {
    let Some(item) = view.meeting.item(nr) else { return };
    let width = note_width(canvas.width());
    let rows = rows(&item.note, width);
    let text = TextRef::Meeting(MeetingText::Note(nr));
    let editing = screen.editing().filter(|editing| editing.text == text);
    let cursor = editing.map(|editing| editing.editor.cursor());
    let (cursor_row, within) = locate(&rows, cursor.unwrap_or(0));
    let top = top(&rows, cursor_row, usize::from(canvas.height()), screen.note_top);
    let scroll = Scroll::from(top, rows.len(), canvas.height());
    if item.note.is_empty() && cursor.is_some() {
        let y = canvas.put_wrapped(0, 0, width, view.words.note_is_empty(), theme.quiet()) + 1;
        empty_note(canvas, view, (y, width), item.kind, theme);
    }
    for (y, row) in (0u16..).zip(&rows[scroll.in_sight()]) {
        match row {
            NoteRow::Text { start, end, marked } => {
                let style = if *marked { theme.strong() } else { theme.plain() };
                let words = item.note.get(*start..*end).unwrap_or("");
                if !words.is_empty() {
                    canvas.put(0, y, words, style);
                }
            }
            NoteRow::Understood { start, end, line: nr } => {
                let line = item.note.get(*start..*end).unwrap_or("");
                let meaning = understood(view, item, *nr, line).unwrap_or_default();
                canvas.put_in(2, y, width.saturating_sub(2), &meaning, theme.accent());
            }
        }
    }
    if let (true, Some(y)) = (cursor.is_some(), cursor_row.checked_sub(top)) {
        place_cursor(canvas, &item.note, rows.get(cursor_row), within, y);
    }
    scroll.mark(canvas, theme.accent());
}

/// What the chair can say and ask at the item, in a note in which nothing was typed yet, as far as there
/// is room.
fn empty_note(
    canvas: &mut Canvas<'_>,
    view: &MeetingView<'_>,
    (mut y, width): (u16, u16),
    kind: ItemKind,
    theme: Theme,
) {
    let Some(item) = view.content.item(kind).filter(|_| !says_prompts(kind)) else { return };
    let prompts = item.prompts.iter().map(|prompt| format!("- {}", view.in_own_words(prompt)));
    for line in std::iter::once(view.in_own_words(&item.say)).chain(prompts) {
        let rows = u16::try_from(wrap::rows(&line, width).len()).unwrap_or(u16::MAX);
        if y.saturating_add(rows) > canvas.height() {
            return;
        }
        y = canvas.put_wrapped(0, y, width, &line, theme.quiet());
    }
}

/// The first row in sight: where it was, as far as the row at hand stays in sight, and what kring
/// understood of it too.
fn top(rows: &[NoteRow], cursor_row: usize, height: usize, was: usize) -> usize {
    let below = rows.iter().skip(cursor_row + 1);
    let tail = below.take_while(|row| matches!(row, NoteRow::Understood { .. })).count();
    let lowest = (cursor_row + tail + 1).saturating_sub(height).min(cursor_row);
    was.clamp(lowest, cursor_row).min(rows.len().saturating_sub(height).max(lowest))
}

/// The first row in sight of a note `width` by `height` cells, for the screen to remember.
pub(super) fn settled(
    screen: &MeetingScreen,
    view: &MeetingView<'_>,
    nr: usize,
    (width, height): (u16, u16),
) -> usize {
    let note = view.meeting.item(nr).map_or("", |item| item.note.as_str());
    let text = TextRef::Meeting(MeetingText::Note(nr));
    let editing = screen.editing().filter(|editing| editing.text == text);
    let Some(cursor) = editing.map(|editing| editing.editor.cursor()) else {
        return screen.note_top;
    };
    let rows = rows(note, note_width(width));
    let (cursor_row, _) = locate(&rows, cursor);
    top(&rows, cursor_row, usize::from(height), screen.note_top)
}

fn place_cursor(
    canvas: &mut Canvas<'_>,
    text: &str,
    row: Option<&NoteRow>,
    within: usize,
    y: usize,
) {
    if let (Some(NoteRow::Text { start, .. }), Ok(y)) = (row, u16::try_from(y)) {
        let before = text.get(*start..start + within).unwrap_or("");
        canvas.set_cursor(glyphs::width(before), y);
    }
}
