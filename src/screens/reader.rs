//! A long text to read at full height.

use crate::theme::Theme;
use crate::widgets::canvas::Canvas;
use crate::widgets::wrap;

/// Columns of text stop here; longer lines read badly.
const READING_WIDTH: u16 = 90;

/// A text, and how far it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    text: String,
    top: usize,
}

impl Reader {
    /// A text from its beginning.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self { text, top: 0 }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Goes up or down some rows of a body `size`, as far as there is text.
    pub fn scroll(&mut self, rows: isize, size: (u16, u16)) {
        let all = wrap::rows(&self.text, reading_width(size.0)).len();
        let last = all.saturating_sub(usize::from(size.1));
        self.top = self.top.saturating_add_signed(rows).min(last);
    }
}

/// What follows the first row of a list's item stands below its words, not below its dash.
const HANGING: u16 = 2;

fn reading_width(width: u16) -> u16 {
    width.saturating_sub(1 + HANGING).min(READING_WIDTH)
}

/// Where a row of the text begins, in cells.
fn indent(text: &str, start: usize) -> u16 {
    let before = text.get(..start).unwrap_or("");
    let line = before.rfind('\n').map_or(0, |end| end + 1);
    let in_item = line < start && before.get(line..).is_some_and(|line| line.starts_with("- "));
    if in_item { HANGING } else { 0 }
}

/// Draws the text over the body.
pub fn draw(canvas: &mut Canvas<'_>, reader: &Reader, theme: Theme) {
    canvas.clear();
    canvas.hide_cursor();
    let height = usize::from(canvas.height());
    let rows = wrap::rows(&reader.text, reading_width(canvas.width()));
    for (y, row) in (0u16..).zip(rows.iter().skip(reader.top).take(height)) {
        let line = reader.text.get(row.start..row.end).unwrap_or("");
        if !line.is_empty() {
            canvas.put(indent(&reader.text, row.start), y, line, theme.plain());
        }
    }
    if rows.len() > reader.top + height {
        let last = canvas.height().saturating_sub(1);
        canvas.put(canvas.width().saturating_sub(1), last, "»", theme.accent());
    }
}
