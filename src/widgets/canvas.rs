//! Drawing text into an area of the screen.
//!
//! Nothing is drawn outside the area, characters that would disturb the terminal are replaced, and
//! text that does not fit is marked as cut.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::glyphs::{graphemes, is_plain, shown, width};
use super::wrap;

/// Marks a text that was cut.
pub const MORE: &str = "»";
/// Marks a text or a list that begins above or before what is shown.
pub const LESS: &str = "«";

/// An area of the screen to draw in. Coordinates are relative to its top left.
pub struct Canvas<'a> {
    buffer: &'a mut Buffer,
    area: Rect,
    cursor: &'a mut Option<Position>,
}

impl<'a> Canvas<'a> {
    /// A canvas over an area of the buffer. The position of the terminal cursor is written to
    /// `cursor`.
    pub fn new(buffer: &'a mut Buffer, area: Rect, cursor: &'a mut Option<Position>) -> Self {
        let area = area.intersection(buffer.area);
        Self { buffer, area, cursor }
    }

    /// In cells.
    #[must_use]
    pub fn width(&self) -> u16 {
        self.area.width
    }

    /// In rows.
    #[must_use]
    pub fn height(&self) -> u16 {
        self.area.height
    }

    /// A part of this canvas, clipped to it.
    pub fn part(&mut self, x: u16, y: u16, width: u16, height: u16) -> Canvas<'_> {
        let area = Rect {
            x: self.area.x.saturating_add(x),
            y: self.area.y.saturating_add(y),
            width,
            height,
        };
        let area = area.intersection(self.area);
        Canvas { buffer: self.buffer, area, cursor: self.cursor }
    }

    pub fn clear(&mut self) {
        for position in self.area.positions() {
            if let Some(cell) = self.buffer.cell_mut(position) {
                cell.reset();
            }
        }
    }

    /// Sets the style of `width` cells of row `y`, from `x` on.
    pub fn style(&mut self, x: u16, y: u16, width: u16, style: Style) {
        let area = self.part(x, y, width, 1).area;
        self.buffer.set_style(area, style);
    }

    /// Draws a text; one that does not fit ends in `»`. Returns the number of cells used.
    pub fn put(&mut self, x: u16, y: u16, text: &str, style: Style) -> u16 {
        let room = self.area.width.saturating_sub(x);
        self.put_in(x, y, room, text, style)
    }

    /// Draws a text in at most `room` cells; one that does not fit ends in `»`. Returns the number
    /// of cells used.
    pub fn put_in(&mut self, x: u16, y: u16, room: u16, text: &str, style: Style) -> u16 {
        let room = room.min(self.area.width.saturating_sub(x));
        if y >= self.area.height || room == 0 {
            return 0;
        }
        if is_plain(text) && text.len() <= usize::from(room) {
            return self.put_plain(x, y, text, style);
        }
        let fits = width(text) <= room;
        let limit = if fits { room } else { room - 1 };
        let mut used = 0;
        for (_, grapheme) in graphemes(text) {
            let (symbol, cells) = shown(grapheme);
            if used + cells > limit {
                break;
            }
            self.cell(x + used, y, &symbol, style);
            if cells == 2 {
                self.cell(x + used + 1, y, "", style);
            }
            used += cells;
        }
        if !fits {
            self.cell(x + used, y, MORE, style);
            used += 1;
        }
        used
    }

    /// Draws a text that fits and in which every byte is a cell.
    fn put_plain(&mut self, x: u16, y: u16, text: &str, style: Style) -> u16 {
        let (x, y) = (self.area.x.saturating_add(x), self.area.y.saturating_add(y));
        let start = self.buffer.index_of(x, y);
        let cells = self.buffer.content.iter_mut().skip(start);
        for (cell, at) in cells.zip(0..text.len()) {
            cell.set_symbol(text.get(at..=at).unwrap_or(" "));
            cell.set_style(style);
        }
        u16::try_from(text.len()).unwrap_or(u16::MAX)
    }

    /// Draws a text aligned to the right edge.
    pub fn put_right(&mut self, y: u16, text: &str, style: Style) {
        let x = self.area.width.saturating_sub(width(text));
        self.put(x, y, text, style);
    }

    /// Draws a text centred in a row.
    pub fn put_middle(&mut self, y: u16, text: &str, style: Style) {
        let x = self.area.width.saturating_sub(width(text)) / 2;
        self.put(x, y, text, style);
    }

    /// Draws a text wrapped by word, from row `y` on. Returns the row after it. A text that does
    /// not fit below ends in `»`.
    pub fn put_wrapped(&mut self, x: u16, y: u16, room: u16, text: &str, style: Style) -> u16 {
        let room = room.min(self.area.width.saturating_sub(x));
        let rows = wrap::rows(text, room);
        let mut at = y;
        for (nr, row) in rows.iter().enumerate() {
            let words = text.get(row.start..row.end).unwrap_or("");
            let cut = at + 1 == self.area.height && nr + 1 < rows.len();
            self.put_in(
                x,
                at,
                room,
                &if cut { format!("{words} {MORE}") } else { words.into() },
                style,
            );
            at += 1;
            if cut || at >= self.area.height {
                break;
            }
        }
        at
    }

    /// Draws a horizontal line.
    pub fn rule(&mut self, y: u16, symbol: &str, style: Style) {
        if y < self.area.height {
            for x in 0..self.area.width {
                self.cell(x, y, symbol, style);
            }
        }
    }

    /// Draws a vertical line.
    pub fn upright(&mut self, x: u16, symbol: &str, style: Style) {
        if x < self.area.width {
            for y in 0..self.area.height {
                self.cell(x, y, symbol, style);
            }
        }
    }

    /// Places the terminal cursor. One cell after the last column is allowed, for the end of a full
    /// row.
    pub fn set_cursor(&mut self, x: u16, y: u16) {
        if x <= self.area.width && y < self.area.height {
            let right = self.buffer.area.right().saturating_sub(1);
            let x = self.area.x.saturating_add(x).min(right);
            *self.cursor = Some(Position { x, y: self.area.y.saturating_add(y) });
        }
    }

    pub fn hide_cursor(&mut self) {
        *self.cursor = None;
    }

    fn cell(&mut self, x: u16, y: u16, symbol: &str, style: Style) {
        let position =
            Position { x: self.area.x.saturating_add(x), y: self.area.y.saturating_add(y) };
        if x < self.area.width
            && let Some(cell) = self.buffer.cell_mut(position)
        {
            cell.set_symbol(symbol);
            cell.set_style(style);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(width: u16, height: u16, draw: impl FnOnce(&mut Canvas<'_>)) -> Vec<String> {
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        let mut cursor = None;
        draw(&mut Canvas::new(&mut buffer, Rect::new(0, 0, width, height), &mut cursor));
        let row = |y| (0..width).map(|x| buffer[(x, y)].symbol().to_owned()).collect::<String>();
        (0..height).map(row).collect()
    }

    #[test]
    fn what_does_not_fit_says_so() {
        assert_eq!(
            drawn(8, 1, |c| {
                c.put(0, 0, "werkafspraak", Style::new());
            }),
            ["werkafs»"]
        );
        assert_eq!(
            drawn(8, 1, |c| {
                c.put(0, 0, "afspraak", Style::new());
            }),
            ["afspraak"]
        );
        let rows = drawn(8, 2, |c| {
            c.put_wrapped(0, 0, 8, "een twee drie vier", Style::new());
        });
        assert_eq!(rows, ["een twee", "drie »  "]);
    }

    #[test]
    fn nothing_is_drawn_outside() {
        drawn(0, 0, |c| {
            c.put(5, 5, "x", Style::new());
            c.put_wrapped(1, 1, 3, "een twee", Style::new());
            c.set_cursor(4, 4);
            c.part(3, 3, 9, 9).rule(0, "─", Style::new());
        });
    }
}
