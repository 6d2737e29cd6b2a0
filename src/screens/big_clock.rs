//! What is left of the hour, in digits that a whole room can read.

use super::whole_minutes_left;
use crate::app::model::Model;
use crate::domain::hour::HourState;
use crate::theme::Theme;
use crate::widgets::canvas::Canvas;
use crate::widgets::{digits, glyphs};

/// Draws the clock, as large as the window allows.
pub fn draw(model: &Model, theme: Theme, canvas: &mut Canvas<'_>) {
    let Some(meeting) = model.meeting() else { return };
    let reading = meeting.reading(model.now.wall);
    let left = whole_minutes_left(&reading);
    let scale = if canvas.width() >= 120 && canvas.height() >= 30 { 4 } else { 2 };
    let rows = digits::rows(left.unsigned_abs(), scale);
    let tall = u16::try_from(rows.len()).unwrap_or(0);
    let top = canvas.height().saturating_sub(tall + 3) / 2;
    for (y, row) in (top..).zip(&rows) {
        let x = canvas.width().saturating_sub(glyphs::width(row)) / 2;
        canvas.put(x, y, row, theme.strong());
    }
    let words = model.words;
    let below = match reading.state {
        HourState::Waiting => words.hour_waits(),
        HourState::Paused => words.pause(),
        HourState::Running | HourState::Ended if left < 0 => words.minutes_over(),
        HourState::Running | HourState::Ended => words.minutes_left(),
    };
    canvas.put_middle(top + tall + 1, below, theme.plain());
    let last = canvas.height().saturating_sub(1);
    canvas.put_middle(last, words.clock_keys(), theme.quiet());
}
