//! An open form, drawn in the place of the note and the page.

use super::MeetingScreen;
use crate::domain::form::Draft;
use crate::theme::Theme;
use crate::view::form;
use crate::view::meeting_view::MeetingView;
use crate::widgets::canvas::Canvas;
use crate::widgets::list::Scroll;
use crate::widgets::{glyphs, wrap};

/// The most rows of an answer.
const ANSWER_ROWS: u16 = 3;

pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    screen: &MeetingScreen,
    view: &MeetingView<'_>,
    draft: &Draft,
    theme: Theme,
) {
    let width = canvas.width();
    canvas.put(0, 0, &form::title(view, draft.form), theme.strong());
    let mut y = 2;
    for (nr, (question, hint)) in form::questions(view, draft.form).into_iter().enumerate() {
        let asked = nr == draft.at;
        let style = if asked { theme.strong() } else { theme.quiet() };
        y = canvas.put_wrapped(0, y, width, &question, style);
        let answer = draft.answers.get(nr).map_or("", String::as_str);
        let cursor = screen.editing().map(|editing| editing.editor.cursor()).filter(|_| asked);
        y = answer_rows(canvas, y, width.saturating_sub(4), answer, cursor, theme);
        if asked && !hint.is_empty() {
            y = canvas.put_wrapped(2, y, width.saturating_sub(2), &hint, theme.quiet());
        }
        if let Some(meaning) = form::understood(view, draft).filter(|_| asked) {
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
    let scroll = Scroll::to(at.map_or(0, |(row, _)| row), rows.len(), ANSWER_ROWS);
    let shown = u16::try_from(scroll.in_sight().len()).unwrap_or(ANSWER_ROWS);
    let mut part = canvas.part(0, y, width + 3, shown);
    for (y, nr) in (0u16..).zip(scroll.in_sight()) {
        let words = answer.get(rows[nr].start..rows[nr].end).unwrap_or("");
        part.put(2, y, words, theme.plain());
        if let Some((_, within)) = at.filter(|(line, _)| *line == nr) {
            let before = words.get(..within).unwrap_or(words);
            part.set_cursor(2 + glyphs::width(before), y);
        }
    }
    if scroll.above() > 0 {
        part.put(0, 0, "«", theme.accent());
    }
    scroll.mark_below(&mut part, theme.accent());
    y + shown
}
