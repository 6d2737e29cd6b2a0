//! A text editor: `tui-textarea` stores and edits the text, kring wraps and draws it.
//!
//! The undo, drawing and shortcuts of the widget are not used. kring has one undo history per
//! group, shows between the lines what it understood, and moves the cursor by grapheme.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use tui_textarea::{CursorMove, TextArea};

use super::glyphs::graphemes;
use super::wrap::{self, WrappedRow};

/// Whether Enter inserts a line break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineMode {
    One,
    Many,
}

#[derive(Clone, Copy)]
enum Direction {
    Back,
    Forward,
}

/// A text with a cursor.
#[derive(Clone, Debug)]
pub struct Editor {
    area: TextArea<'static>,
    lines: LineMode,
    /// The column, counted in graphemes, that moving up and down tries to keep.
    goal_column: Option<usize>,
}

impl Editor {
    /// An editor with the cursor at the end of the text.
    #[must_use]
    pub fn new(text: &str, lines: LineMode) -> Self {
        let mut area = TextArea::new(text.split('\n').map(str::to_owned).collect());
        area.set_max_histories(0);
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self { area, lines, goal_column: None }
    }

    #[must_use]
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// Whether Enter inserts a line break.
    #[must_use]
    pub fn lines(&self) -> LineMode {
        self.lines
    }

    /// The cursor, as a byte offset in the text.
    #[must_use]
    pub fn cursor(&self) -> usize {
        let (row, column) = self.area.cursor();
        let before: usize = self.area.lines().iter().take(row).map(|line| line.len() + 1).sum();
        let line = self.area.lines().get(row).map_or("", String::as_str);
        before + line.chars().take(column).map(char::len_utf8).sum::<usize>()
    }

    /// Replaces the text, and places the cursor at a byte offset in it.
    pub fn set(&mut self, text: &str, cursor: usize) {
        *self = Self::new(text, self.lines);
        self.go_to(text, cursor);
    }

    fn go_to(&mut self, text: &str, cursor: usize) {
        let before = text.get(..cursor).unwrap_or(text);
        let row = before.matches('\n').count();
        self.jump(row, before.rsplit('\n').next().unwrap_or("").chars().count());
    }

    fn jump(&mut self, row: usize, column: usize) {
        if let (Ok(row), Ok(column)) = (u16::try_from(row), u16::try_from(column)) {
            self.area.move_cursor(CursorMove::Jump(row, column));
        } else {
            // `CursorMove::Jump` takes u16, and a pasted text can be longer.
            self.area.set_lines(self.area.lines().to_vec(), (row, column));
        }
    }

    /// Handles a key, for a text wrapped at `width` cells. Returns whether the key did something.
    pub fn key(&mut self, key: KeyEvent, width: u16) -> bool {
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        let alt = key.modifiers.contains(KeyModifiers::ALT);
        let vertical = matches!(key.code, KeyCode::Up | KeyCode::Down);
        if !vertical {
            self.goal_column = None;
        }
        match key.code {
            // AltGr arrives as Ctrl and Alt together; the character is text.
            KeyCode::Char(typed) if control == alt => self.insert(&typed.to_string()),
            KeyCode::Enter if self.lines == LineMode::Many => self.area.insert_newline(),
            // Terminals send Ctrl+Backspace in several ways.
            KeyCode::Backspace if control || alt => drop(self.area.delete_word()),
            KeyCode::Char('h' | 'w') if control => drop(self.area.delete_word()),
            KeyCode::Delete if control => drop(self.area.delete_next_word()),
            KeyCode::Backspace => self.delete(Direction::Back),
            KeyCode::Delete => self.delete(Direction::Forward),
            KeyCode::Left if control => self.area.move_cursor(CursorMove::WordBack),
            KeyCode::Right if control => self.area.move_cursor(CursorMove::WordForward),
            KeyCode::Left => self.step(Direction::Back),
            KeyCode::Right => self.step(Direction::Forward),
            KeyCode::Home if control => self.go_to(&self.text(), 0),
            KeyCode::End if control => self.go_to(&self.text(), usize::MAX),
            KeyCode::Home => self.move_to_row_edge(width, |row| row.start),
            KeyCode::End => self.move_to_row_edge(width, |row| row.end),
            KeyCode::Up if !control => return self.move_by_row(width, -1),
            KeyCode::Down if !control => return self.move_by_row(width, 1),
            _ => return false,
        }
        true
    }

    /// Inserts a text at the cursor: a paste, or a completion. Line ends become `\n`, or spaces in
    /// a field of one line. Control characters are left out; returns whether there were any.
    pub fn paste(&mut self, text: &str) -> bool {
        let even = text.replace("\r\n", "\n").replace('\r', "\n");
        let keep = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
        let clean: String = even.chars().filter(keep).collect();
        let left_out = clean.len() < even.len();
        self.insert(&clean);
        left_out
    }

    fn insert(&mut self, text: &str) {
        match self.lines {
            LineMode::Many => drop(self.area.insert_str(text)),
            LineMode::One => drop(self.area.insert_str(text.replace('\n', " "))),
        }
    }

    /// Moves by one grapheme. The widget moves by cells, and gets stuck at characters without
    /// width.
    fn step(&mut self, direction: Direction) {
        let (row, column) = self.area.cursor();
        let line = self.area.lines().get(row).map_or("", String::as_str);
        let at: usize = line.chars().take(column).map(char::len_utf8).sum();
        let mut starts = graphemes(line).map(|(start, _)| start);
        let within = match direction {
            Direction::Back => starts.take_while(|start| *start < at).last(),
            Direction::Forward if at == line.len() => None,
            Direction::Forward => starts.find(|start| *start > at).or(Some(line.len())),
        };
        let target = within.map(|to| (row, line.get(..to).unwrap_or("").chars().count()));
        if let Some((row, column)) = target.or_else(|| self.over_line_end(direction)) {
            self.jump(row, column);
        }
    }

    /// The end of the previous line, or the beginning of the next one, as row and column.
    fn over_line_end(&self, direction: Direction) -> Option<(usize, usize)> {
        let (row, _) = self.area.cursor();
        match direction {
            Direction::Back => {
                let above = row.checked_sub(1)?;
                Some((above, self.area.lines().get(above)?.chars().count()))
            }
            Direction::Forward => self.area.lines().get(row + 1).map(|_| (row + 1, 0)),
        }
    }

    fn delete(&mut self, direction: Direction) {
        let from = self.cursor();
        self.step(direction);
        let to = self.cursor();
        let text = self.text();
        let (start, end) = (from.min(to), from.max(to));
        let characters = text.get(start..end).map_or(0, |gone| gone.chars().count());
        self.go_to(&text, start);
        self.area.delete_str(characters);
    }

    fn move_to_row_edge(&mut self, width: u16, edge: impl Fn(&WrappedRow) -> usize) {
        let text = self.text();
        let rows = wrap::rows(&text, width);
        let (row, _) = wrap::locate(&rows, self.cursor());
        if let Some(row) = rows.get(row) {
            self.go_to(&text, edge(row));
        }
    }

    /// Moves up or down by a row of the wrapped text. Returns false at its first or last row.
    fn move_by_row(&mut self, width: u16, step: isize) -> bool {
        let text = self.text();
        let rows = wrap::rows(&text, width);
        let (at, within) = wrap::locate(&rows, self.cursor());
        let Some(target) = at.checked_add_signed(step).and_then(|next| rows.get(next)) else {
            return false;
        };
        let row = rows.get(at).map_or("", |row| text.get(row.start..row.end).unwrap_or(""));
        let cell = row.get(..within).map_or(0, |before| graphemes(before).count());
        let goal_column = *self.goal_column.get_or_insert(cell);
        let words = text.get(target.start..target.end).unwrap_or("");
        let into = graphemes(words).nth(goal_column).map_or(words.len(), |(at, _)| at);
        self.go_to(&text, target.start + into);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(editor: &mut Editor, codes: &[KeyCode]) {
        for code in codes {
            editor.key(KeyEvent::new(*code, KeyModifiers::NONE), 10);
        }
    }

    #[test]
    fn a_combined_letter_is_one_step_and_one_backspace() {
        let mut editor = Editor::new("ze\u{301}", LineMode::Many);
        press(&mut editor, &[KeyCode::Left]);
        assert_eq!(editor.cursor(), 1);
        press(&mut editor, &[KeyCode::End, KeyCode::Backspace]);
        assert_eq!(editor.text(), "z");
    }

    #[test]
    fn no_sign_without_width_stops_the_cursor() {
        for text in
            ["a\u{301}\u{302}b", "\u{200b}\u{200b}", "👩\u{200d}👩\u{200d}👧\n\u{feff}", "\t\u{0}"]
        {
            let mut editor = Editor::new(text, LineMode::Many);
            press(&mut editor, &[KeyCode::Left; 9]);
            assert_eq!(editor.cursor(), 0, "{text:?}");
            press(&mut editor, &[KeyCode::Right; 9]);
            assert_eq!(editor.cursor(), text.len(), "{text:?}");
            press(&mut editor, &[KeyCode::Backspace; 9]);
            assert_eq!(editor.text(), "", "{text:?}");
        }
    }

    #[test]
    fn up_and_down_follow_the_rows_that_are_shown() {
        let mut editor = Editor::new("een twee drie", LineMode::Many);
        press(&mut editor, &[KeyCode::Up]);
        assert_eq!(editor.cursor(), 4, "the fifth cell of the first row");
        press(&mut editor, &[KeyCode::Down]);
        assert_eq!(editor.cursor(), 13);
        assert!(!editor.key(KeyEvent::new(KeyCode::Down, KeyModifiers::NONE), 10));
    }

    #[test]
    fn a_paste_keeps_its_lines_and_loses_its_controls() {
        let mut editor = Editor::new("", LineMode::Many);
        assert!(editor.paste("een\r\ntwee\rdrie\u{1b}[31m"));
        assert_eq!(editor.text(), "een\ntwee\ndrie[31m");
        let mut field = Editor::new("", LineMode::One);
        assert!(!field.paste("een\ntwee"));
        assert_eq!(field.text(), "een twee");
    }

    #[test]
    fn altgr_makes_text() {
        let mut editor = Editor::new("", LineMode::Many);
        let altgr = KeyModifiers::CONTROL | KeyModifiers::ALT;
        assert!(editor.key(KeyEvent::new(KeyCode::Char('€'), altgr), 10));
        assert!(!editor.key(KeyEvent::new(KeyCode::Char('x'), KeyModifiers::CONTROL), 10));
        assert_eq!(editor.text(), "€");
    }
}
