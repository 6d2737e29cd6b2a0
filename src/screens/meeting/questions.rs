//! An open form, drawn in the place of the matter and the note.

use super::room::Room;
use super::{MeetingScreen, form};
use crate::domain::meeting::Draft;
use crate::theme::Theme;
use crate::widgets::canvas::Canvas;
use crate::widgets::{glyphs, wrap};

/// An open form, in the place of the matter and the note.
pub(super) fn questions(
    canvas: &mut Canvas<'_>,
    screen: &MeetingScreen,
    room: &Room<'_>,
    draft: &Draft,
    theme: Theme,
) {
    let width = canvas.width();
    canvas.put(0, 0, &form::title(room, draft.form), theme.strong());
    let mut y = 2;
    for (nr, (question, hint)) in form::questions(room, draft.form).into_iter().enumerate() {
        let at_hand = nr == draft.at;
        let style = if at_hand { theme.strong() } else { theme.quiet() };
        y = canvas.put_wrapped(0, y, width, &question, style);
        let answer = draft.answers.get(nr).map_or("", String::as_str);
        let cursor = screen.editing().map(|editing| editing.editor.cursor()).filter(|_| at_hand);
        y = answer_rows(canvas, y, width.saturating_sub(4), answer, cursor, theme);
        if at_hand && !hint.is_empty() {
            y = canvas.put_wrapped(2, y, width.saturating_sub(2), &hint, theme.quiet());
        }
        if let Some(meaning) = form::understood(room, draft).filter(|_| at_hand) {
            y = canvas.put_wrapped(2, y, width.saturating_sub(2), &meaning, theme.accent());
        }
        y += 1;
    }
}

fn answer_rows(
    canvas: &mut Canvas<'_>,
    y: u16,
    width: u16,
    answer: &str,
    cursor: Option<usize>,
    theme: Theme,
) -> u16 {
    let rows = wrap::rows(answer, width);
    let at = cursor.map(|cursor| wrap::locate(&rows, cursor));
    // A long answer shows the rows around the cursor, three of them.
    let top = at.map_or(0, |(row, _)| row.saturating_sub(2));
    let mut bottom = y;
    if top > 0 {
        canvas.put(0, y, "«", theme.accent());
    }
    for (nr, row) in rows.iter().enumerate().skip(top).take(3) {
        let words = answer.get(row.start..row.end).unwrap_or("");
        canvas.put(2, bottom, words, theme.plain());
        if let Some((_, within)) = at.filter(|(line, _)| *line == nr) {
            let before = words.get(..within).unwrap_or(words);
            canvas.set_cursor(2 + glyphs::width(before), bottom);
        }
        bottom += 1;
    }
    if rows.len() > top + 3 {
        canvas.put(width + 2, bottom.saturating_sub(1), "»", theme.accent());
    }
    bottom
}
