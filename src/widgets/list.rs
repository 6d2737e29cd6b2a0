//! Which part of a long list is in sight, and the signs that it goes on.

use std::ops::Range;

use ratatui::style::Style;

use super::canvas::{Canvas, LESS, MORE};

/// The rows of a list of `len` that fit in `height` rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scroll {
    first: usize,
    height: usize,
    len: usize,
}

impl Scroll {
    /// From the top, as far down as needed to have `row` in sight.
    #[must_use]
    pub fn to(row: usize, len: usize, height: u16) -> Self {
        let height = usize::from(height);
        Self { first: (row + 1).saturating_sub(height), height, len }
    }

    /// From a row on.
    #[must_use]
    pub fn from(first: usize, len: usize, height: u16) -> Self {
        Self { first, height: usize::from(height), len }
    }

    /// The rows in sight.
    #[must_use]
    pub fn in_sight(self) -> Range<usize> {
        let end = (self.first + self.height).min(self.len);
        self.first.min(end)..end
    }

    /// How many rows are above those in sight.
    #[must_use]
    pub fn above(self) -> usize {
        self.first
    }

    /// How many rows are below those in sight.
    #[must_use]
    pub fn below(self) -> usize {
        self.len.saturating_sub(self.first + self.height)
    }

    /// Puts `»` at the right of the last row of the canvas when the list goes on below.
    pub fn mark_below(self, canvas: &mut Canvas<'_>, style: Style) {
        if self.below() > 0 {
            let (x, y) = (canvas.width().saturating_sub(1), canvas.height().saturating_sub(1));
            canvas.put(x, y, MORE, style);
        }
    }

    /// Puts `«` at the right of the first row when the list begins above, and `»` as
    /// [`Self::mark_below`] does.
    pub fn mark(self, canvas: &mut Canvas<'_>, style: Style) {
        if self.above() > 0 {
            canvas.put(canvas.width().saturating_sub(1), 0, LESS, style);
        }
        self.mark_below(canvas, style);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_row_is_in_sight_and_the_rest_is_counted() {
        for (len, height) in [(0usize, 0u16), (1, 0), (3, 5), (9, 4), (200, 20)] {
            for row in 0..len {
                let scroll = Scroll::to(row, len, height);
                let rows = scroll.in_sight();
                assert!(height == 0 || rows.contains(&row), "{row} of {len} in {height}");
                if height > 0 {
                    assert_eq!(scroll.above() + rows.len() + scroll.below(), len);
                }
            }
        }
    }
}
