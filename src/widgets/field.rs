//! A field of one line, drawn with its cursor. A text that is longer than the field is shown around the
//! cursor.

use ratatui::style::Style;

use super::canvas::{Canvas, LESS};
use super::editor::Editor;
use super::glyphs;

/// Draws a text that is being typed, at most `room` cells of it, and puts the cursor in it.
pub fn draw(canvas: &mut Canvas<'_>, x: u16, y: u16, room: u16, editor: &Editor, style: Style) {
    let text = editor.text();
    let room = room.min(canvas.width().saturating_sub(x));
    let before = text.get(..editor.cursor()).unwrap_or("");
    let start = first_shown(before, room);
    let x = if start == 0 { x } else { x + canvas.put(x, y, LESS, style) };
    let shown = text.get(start..).unwrap_or("");
    canvas.put_in(x, y, room.saturating_sub(u16::from(start > 0)), shown, style);
    let behind = before.get(start..).unwrap_or("");
    let last = canvas.width().saturating_sub(1);
    canvas.set_cursor((x + glyphs::width(behind)).min(last), y);
}

/// The byte at which the shown text starts, so that the end of `before`, and the cursor behind it, fit
/// in so many cells; a sign that there is more takes one of them.
fn first_shown(before: &str, room: u16) -> usize {
    if glyphs::width(before) < room {
        return 0;
    }
    let starts = glyphs::graphemes(before).map(|(at, _)| at).skip(1);
    let fits = |at: &usize| glyphs::width(before.get(*at..).unwrap_or("")) + 1 < room;
    starts.into_iter().find(fits).unwrap_or(before.len())
}
