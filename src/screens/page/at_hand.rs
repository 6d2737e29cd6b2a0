//! Which row of a page is at hand, and the text that is typed there.

use crossterm::event::KeyCode;

use super::row::{Act, Pressing, Row};
use super::text::TextRef;
use crate::domain::delta::Splice;
use crate::widgets::editor::{Editor, Lines};

/// A text that has the focus.
#[derive(Clone, Debug)]
pub struct Editing {
    /// Which text.
    pub text: TextRef,
    /// The text and the place in it.
    pub editor: Editor,
}

/// The row at hand.
#[derive(Clone, Debug)]
pub struct AtHand<P> {
    /// The row, counted from 0; one that cannot have the focus stands for the first that can.
    row: usize,
    /// What can be done with that row: the focus stays with it when rows come and go.
    held: Option<Act<P>>,
    editing: Option<Editing>,
    on_button: bool,
}

impl<P> Default for AtHand<P> {
    fn default() -> Self {
        Self { row: usize::MAX, held: None, editing: None, on_button: false }
    }
}

impl<P: Pressing> AtHand<P> {
    /// The row, counted from 0.
    #[must_use]
    pub fn row(&self) -> usize {
        self.row
    }

    /// Goes to a row; to the first that can have the focus when this one cannot.
    pub fn go_to(&mut self, row: usize) {
        self.row = row;
        self.held = None;
    }

    /// Goes to the row on which something can be done, once it is there.
    pub fn go_to_act(&mut self, act: Act<P>) {
        self.row = usize::MAX;
        self.held = Some(act);
    }

    /// Whether the row at hand is a button, which Enter presses.
    #[must_use]
    pub fn on_button(&self) -> bool {
        self.on_button
    }

    /// The text that has the focus.
    #[must_use]
    pub fn editing(&self) -> Option<&Editing> {
        self.editing.as_ref()
    }

    /// The text that has the focus, to type in.
    pub fn editing_mut(&mut self) -> Option<&mut Editing> {
        self.editing.as_mut()
    }

    /// Whether a text of many lines is being typed, so that Enter makes a new one.
    #[must_use]
    pub fn types_lines(&self) -> bool {
        self.editing.as_ref().is_some_and(|editing| editing.editor.lines() == Lines::Many)
    }

    /// Goes a line up or down in the text that has the focus, `width` cells wide, or at its edge to
    /// the next row.
    pub fn up_or_down(&mut self, rows: &[Row<P>], width: u16, down: bool) {
        let code = if down { KeyCode::Down } else { KeyCode::Up };
        if let Some(editing) = &mut self.editing
            && editing.editor.key(code.into(), width)
        {
            return;
        }
        if let Some(row) = next_row(rows, self.row, down) {
            self.go_to(row);
        }
    }

    /// Goes to the next row that can have the focus; whether there was one.
    pub fn leave(&mut self, rows: &[Row<P>], forward: bool) -> bool {
        let next = next_row(rows, self.row, forward);
        if let Some(row) = next {
            self.go_to(row);
        }
        next.is_some()
    }

    /// Begins again from the first row that can have the focus, or from the last.
    pub fn begin_again(&mut self, rows: &[Row<P>], forward: bool) {
        let last = || next_row(rows, rows.len(), false);
        self.go_to(if forward { 0 } else { last().unwrap_or(0) });
    }

    /// Makes the row at hand fit the rows that there are now. `first` is the row to begin on.
    pub fn settle(&mut self, rows: &[Row<P>], first: usize) {
        if let Some(held) = self.held
            && let Some(row) = rows.iter().position(|row| row.act == held)
        {
            self.row = row;
        }
        if !rows.get(self.row).is_some_and(Row::takes_focus) {
            // Where a row went, the one before it is nearest; on a new page it is the first.
            let near =
                (self.row < usize::MAX).then(|| next_row(rows, self.row.min(rows.len()), false));
            self.row = near.flatten().unwrap_or(first);
        }
        let row = rows.get(self.row);
        self.held = row.map(|row| row.act).filter(|act| *act != Act::Read);
        self.on_button = row.is_some_and(Row::is_button);
    }

    /// Makes the editor fit the text that ought to have the focus, as it stands.
    pub fn edit(&mut self, wanted: Option<(TextRef, Lines)>, stands: &str) {
        let Some((text, lines)) = wanted else {
            self.editing = None;
            return;
        };
        match self.editing.as_mut().filter(|editing| editing.text == text) {
            Some(editing) if editing.editor.text() == stands => {}
            Some(editing) => {
                let changed = Splice::between(&editing.editor.text(), stands);
                let cursor = changed.map_or(stands.len(), |it| it.at + it.inserted.len());
                editing.editor.set(stands, cursor);
            }
            None => self.editing = Some(Editing { text, editor: Editor::new(stands, lines) }),
        }
    }
}

/// The next row that can have the focus, from one on.
#[must_use]
pub fn next_row<P: Pressing>(rows: &[Row<P>], at: usize, forward: bool) -> Option<usize> {
    let takes = |row: &usize| rows.get(*row).is_some_and(Row::takes_focus);
    if forward { (at + 1..rows.len()).find(takes) } else { (0..at).rev().find(takes) }
}
