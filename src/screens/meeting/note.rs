//! The rows of a note: what was typed, wrapped by word, and below each agreement or decision what
//! kring understood of it.

use super::matter;
use super::room::Room;
use crate::domain::notes::{self, Line};
use crate::widgets::wrap;

/// A row as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoteRow {
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
    Understood(String),
}

/// The rows of a note, `width` cells wide.
#[must_use]
pub fn rows(room: &Room<'_>, note: &str, width: u16) -> Vec<NoteRow> {
    let lines: Vec<Option<String>> = note.split('\n').map(|line| understood(room, line)).collect();
    let mut rows = Vec::new();
    for row in wrap::rows(note, width) {
        let meaning = lines.get(row.line).and_then(Option::as_ref);
        rows.push(NoteRow::Text { start: row.start, end: row.end, marked: meaning.is_some() });
        if let Some(meaning) = meaning.filter(|_| row.last) {
            rows.push(NoteRow::Understood(meaning.clone()));
        }
    }
    rows
}

/// What kring understood of a line; `None` for words.
fn understood(room: &Room<'_>, line: &str) -> Option<String> {
    let words = room.words;
    match notes::read_line(line, room.group, room.today()) {
        Line::Words => None,
        Line::Decision(_) => Some(words.decision().to_owned()),
        Line::Agreement(found) => {
            Some(format!("{} · {}", words.agreement(), matter::understood(room, &found)))
        }
    }
}

/// The row on which a byte of the note stands, and how many bytes into it.
#[must_use]
pub fn locate(rows: &[NoteRow], at: usize) -> (usize, usize) {
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
