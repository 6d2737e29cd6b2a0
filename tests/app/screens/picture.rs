//! What a window shows: its cells and its cursor.

use std::fmt::Write;

use ratatui::backend::TestBackend;
use ratatui::buffer::Cell;
use ratatui::layout::Position;
use ratatui::style::Modifier;

/// A window as it was drawn.
#[derive(Debug)]
pub(crate) struct Picture {
    size: (u16, u16),
    rows: Vec<Vec<(String, Modifier)>>,
    /// Where the cursor is, when it is shown.
    pub(crate) cursor: Option<Position>,
}

/// Cells beside one another that look the same in some way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    /// Its first column.
    pub(crate) x: u16,
    /// Its row.
    pub(crate) y: u16,
    /// What stands in it, without the blanks around it.
    pub(crate) text: String,
    /// How it looks besides.
    pub(crate) modifier: Modifier,
}

impl Picture {
    /// A picture of a text that was written by hand, for the tests of checks.
    pub(crate) fn by_hand(text: &str) -> Self {
        let lines: Vec<&str> = text.lines().collect();
        let width = lines.iter().map(|line| line.chars().count()).max().unwrap_or(0);
        let padded = |line: &&str| {
            let blanks = std::iter::repeat(' ');
            let cells = line.chars().chain(blanks).take(width);
            cells.map(|cell| (cell.to_string(), Modifier::empty())).collect::<Vec<_>>()
        };
        let rows: Vec<_> = lines.iter().map(padded).collect();
        let size = (u16::try_from(width).unwrap(), u16::try_from(rows.len()).unwrap());
        Self { size, rows, cursor: None }
    }

    /// What a terminal shows.
    pub(crate) fn of(terminal: &TestBackend) -> Self {
        let cursor = terminal.cursor_visible().then(|| terminal.cursor_position());
        let buffer = terminal.buffer();
        let look = |cell: &Cell| (cell.symbol().to_owned(), cell.modifier);
        let rows = buffer.content.chunks(usize::from(buffer.area.width));
        let rows = rows.map(|row| row.iter().map(look).collect()).collect();
        Self { size: (buffer.area.width, buffer.area.height), rows, cursor }
    }

    /// Its cells across.
    pub(crate) fn width(&self) -> u16 {
        self.size.0
    }

    /// Its rows.
    pub(crate) fn height(&self) -> u16 {
        self.size.1
    }

    fn cell(&self, x: u16, y: u16) -> Option<&(String, Modifier)> {
        self.rows.get(usize::from(y))?.get(usize::from(x))
    }

    /// A cell; a blank one outside the window.
    pub(crate) fn symbol(&self, x: u16, y: u16) -> &str {
        self.cell(x, y).map_or(" ", |(symbol, _)| symbol)
    }

    /// How a cell looks, besides its colours.
    pub(crate) fn modifier(&self, x: u16, y: u16) -> Modifier {
        self.cell(x, y).map_or(Modifier::empty(), |(_, modifier)| *modifier)
    }

    /// Whether there is nothing in a cell that is part of a text: a blank, a line, or the edge.
    pub(crate) fn ends_text(&self, x: u16, y: u16) -> bool {
        matches!(self.symbol(x, y), " " | "│" | "─" | "═" | "░")
    }

    /// A row, without the blanks at its end.
    pub(crate) fn row(&self, y: u16) -> String {
        self.piece(0, self.width(), y).trim_end().to_owned()
    }

    /// The columns `from..to` of a row.
    pub(crate) fn piece(&self, from: u16, to: u16, y: u16) -> String {
        (from..to).map(|x| self.symbol(x, y)).collect()
    }

    /// The columns `from..to` of every row, as a picture of their own.
    pub(crate) fn columns(&self, from: u16, to: u16) -> Self {
        let part = |row: &Vec<(String, Modifier)>| row[usize::from(from)..usize::from(to)].to_vec();
        let size = (to - from, self.height());
        Self { size, rows: self.rows.iter().map(part).collect(), cursor: None }
    }

    /// All of it.
    pub(crate) fn rows(&self) -> impl Iterator<Item = String> {
        (0..self.height()).map(|y| self.row(y))
    }

    /// Whether a text stands on one row.
    pub(crate) fn says(&self, text: &str) -> bool {
        self.rows().any(|row| row.contains(text))
    }

    /// The places where the cells are reversed.
    pub(crate) fn reversed(&self) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        for (y, x) in (0..self.height()).flat_map(|y| (0..self.width()).map(move |x| (y, x))) {
            let is_reversed = |x| self.modifier(x, y).contains(Modifier::REVERSED);
            if !is_reversed(x) {
                continue;
            }
            let goes_on = x.checked_sub(1).is_some_and(is_reversed);
            if let Some(run) = runs.last_mut().filter(|run| run.y == y && goes_on) {
                run.text.push_str(self.symbol(x, y));
            } else {
                let text = self.symbol(x, y).to_owned();
                runs.push(Run { x, y, text, modifier: self.modifier(x, y) });
            }
        }
        for run in &mut runs {
            run.text = run.text.trim().to_owned();
        }
        runs
    }

    /// All of it as a text: the rows, the cursor, and what is reversed.
    pub(crate) fn text(&self) -> String {
        self.text_of(self.height())
    }

    /// The same without the two rows of keys at the bottom, so that a key that changes does not
    /// change every picture. `checks` looks at them in every scene, `bars` shows each bar once.
    pub(crate) fn text_without_bar(&self) -> String {
        self.text_of(self.height() - 2)
    }

    fn text_of(&self, height: u16) -> String {
        let rule = "~".repeat(usize::from(self.width()));
        let mut text = format!("{rule}\n");
        for row in (0..height).map(|y| self.row(y)) {
            let _ = writeln!(text, "{row}");
        }
        let _ = writeln!(text, "{rule}");
        match self.cursor {
            Some(Position { x, y }) => drop(writeln!(text, "cursor {x},{y}")),
            None => text.push_str("no cursor\n"),
        }
        for Run { x, y, text: words, .. } in self.reversed() {
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            let _ = writeln!(text, "reversed {x},{y} {words}");
        }
        text
    }
}
