//! Which row of a page is selected, and the text that is typed there.

use crossterm::event::KeyCode;

use super::row::{Control, Row, RowAction};
use crate::domain::delta::Splice;
use crate::screens::action::Action;
use crate::view::text::TextRef;
use crate::widgets::editor::{Editor, LineMode};

/// A text that has the focus.
#[derive(Clone, Debug)]
pub struct Editing {
    /// Which text.
    pub text: TextRef,
    /// The text and the place in it.
    pub editor: Editor,
}

impl Editing {
    /// The line at the cursor, without blanks around it.
    #[must_use]
    pub fn line_at_cursor(&self) -> String {
        self.editor.text().split('\n').nth(self.line()).unwrap_or("").trim().to_owned()
    }

    /// The line of the text that has the cursor, counted from 0.
    #[must_use]
    pub fn line(&self) -> usize {
        let text = self.editor.text();
        text.get(..self.editor.cursor()).unwrap_or("").matches('\n').count()
    }
}

/// What a key on a page asks for, once the cursor has moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyResult {
    /// Nothing more.
    Done,
    /// To press the selected row, forward or back.
    Press(bool),
    /// To go on past the last row, or back before the first.
    Past(bool),
}

/// The selected row.
#[derive(Clone, Debug)]
pub struct RowCursor<A> {
    /// The row, counted from 0; one that cannot have the focus stands for the first that can.
    row: usize,
    /// What can be done with that row: the focus stays with it when rows come and go.
    held: Option<Control<A>>,
    editing: Option<Editing>,
    on_button: bool,
}

impl<A> Default for RowCursor<A> {
    fn default() -> Self {
        Self { row: usize::MAX, held: None, editing: None, on_button: false }
    }
}

impl<A: RowAction> RowCursor<A> {
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
    pub fn go_to_control(&mut self, control: Control<A>) {
        self.row = usize::MAX;
        self.held = Some(control);
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
        self.editing.as_ref().is_some_and(|editing| editing.editor.lines() == LineMode::Many)
    }

    /// Goes through the rows, as an action says. A text that has the focus is `width` cells wide.
    pub fn act(&mut self, rows: &[Row<A>], width: u16, action: Action) -> KeyResult {
        let mut leave = |forward| {
            if self.leave(rows, forward) { KeyResult::Done } else { KeyResult::Past(forward) }
        };
        match action {
            Action::Forward => leave(true),
            Action::Backward => leave(false),
            Action::Up | Action::Down => {
                self.up_or_down(rows, width, action == Action::Down);
                KeyResult::Done
            }
            // Arrows change a value; what happens at once asks for Enter or Space.
            Action::NextValue | Action::PreviousValue if self.on_button() => KeyResult::Done,
            Action::Press | Action::NextValue => KeyResult::Press(true),
            Action::PreviousValue => KeyResult::Press(false),
            _ => KeyResult::Done,
        }
    }

    /// Goes a line up or down in the text that has the focus, `width` cells wide, or at its edge to
    /// the next row.
    pub fn up_or_down(&mut self, rows: &[Row<A>], width: u16, down: bool) {
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
    pub fn leave(&mut self, rows: &[Row<A>], forward: bool) -> bool {
        let next = next_row(rows, self.row, forward);
        if let Some(row) = next {
            self.go_to(row);
        }
        next.is_some()
    }

    /// Begins again from the first row that can have the focus, or from the last.
    pub fn begin_again(&mut self, rows: &[Row<A>], forward: bool) {
        let last = || next_row(rows, rows.len(), false);
        self.go_to(if forward { 0 } else { last().unwrap_or(0) });
    }

    /// Makes the row at hand fit the rows that there are now. `first` is the row to begin on.
    pub fn fit_to(&mut self, rows: &[Row<A>], first: usize) {
        // Two rows may do the same: where it is still there, the one at hand stays.
        let is_held = |row: &Row<A>| self.held.is_some_and(|held| row.control == held);
        if !rows.get(self.row).is_some_and(is_held)
            && let Some(row) = rows.iter().position(is_held)
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
        self.held = row.map(|row| row.control).filter(|control| *control != Control::Read);
        self.on_button = row.is_some_and(Row::is_button);
    }

    /// Makes the editor fit the text that ought to have the focus, as it stands.
    pub fn edit(&mut self, wanted: Option<(TextRef, LineMode)>, stands: &str) {
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
pub fn next_row<A: RowAction>(rows: &[Row<A>], at: usize, forward: bool) -> Option<usize> {
    let takes = |row: &usize| rows.get(*row).is_some_and(Row::takes_focus);
    if forward { (at + 1..rows.len()).find(takes) } else { (0..at).rev().find(takes) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    struct Open;

    impl RowAction for Open {
        fn is_button(self) -> bool {
            true
        }
    }

    #[test]
    fn of_two_rows_that_do_the_same_the_one_at_hand_stays() {
        let mut rows =
            vec![Row::press("here", "", Open), Row::gap(), Row::press("there", "", Open)];
        let mut cursor = RowCursor::default();
        cursor.go_to(2);
        for _ in 0..2 {
            cursor.fit_to(&rows, 0);
            assert_eq!(cursor.row(), 2);
        }
        rows.remove(2);
        cursor.fit_to(&rows, 0);
        assert_eq!(cursor.row(), 0, "the other one, when it goes");
    }
}
