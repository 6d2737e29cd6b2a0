//! What stands around every screen: the title, the bar of the hour, the message and the keys.

mod hour_bar;
mod key_bar;
mod message;
mod title;

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::model::Model;
use crate::screens::front::{FOOT, HEAD, SMALLEST};
use crate::theme::Theme;
use crate::widgets::canvas::Canvas;
use crate::widgets::wrap;

/// The most rows of a message.
const MOST_MESSAGE_ROWS: u16 = 4;

/// Renders the model into an empty buffer, as large as the window. Returns where the terminal cursor
/// is to be.
pub fn render(model: &Model, theme: Theme, buffer: &mut Buffer) -> Option<Position> {
    let mut cursor = None;
    let area = buffer.area;
    draw_window(model, theme, &mut Canvas::new(buffer, area, &mut cursor));
    cursor
}

fn draw_window(model: &Model, theme: Theme, canvas: &mut Canvas<'_>) {
    let front = &model.front;
    let too_small = canvas.width() < SMALLEST.0 || canvas.height() < SMALLEST.1;
    if front.is_hidden() || (front.is_hour_clock() && !too_small) {
        front.top().draw(canvas, &model.session, theme);
    } else if too_small {
        draw_too_small(model, theme, canvas);
    } else {
        draw_framed(model, theme, canvas);
    }
}

fn draw_framed(model: &Model, theme: Theme, canvas: &mut Canvas<'_>) {
    let (session, front) = (&model.session, &model.front);
    let (width, height) = (canvas.width(), canvas.height());
    title::draw(&mut canvas.part(1, 0, width - 2, 1), model, theme);
    hour_bar::draw(&mut canvas.part(1, 1, width - 2, 1), model, theme);
    let message = message::text(model);
    let (body_width, body_height) = (width - 2, height - HEAD - FOOT);
    // A message that needs more rows than its own takes them from the body.
    let rows = u16::try_from(wrap::rows(&message, body_width).len()).unwrap_or(1);
    let more = rows.clamp(1, MOST_MESSAGE_ROWS) - 1;
    let mut body = canvas.part(1, HEAD, body_width, body_height - more);
    front.base.screen().draw(&mut body, session, theme);
    if let Some(overlay) = &front.overlay {
        overlay.screen().draw(&mut body, session, theme);
    }
    let mut below = canvas.part(1, height - FOOT - more, body_width, 1 + more);
    below.put_wrapped(0, 0, body_width, &message, theme.accent());
    key_bar::draw(&mut canvas.part(1, height - 2, width - 2, 2), model, theme);
}

fn draw_too_small(model: &Model, theme: Theme, canvas: &mut Canvas<'_>) {
    let (width, words) = (canvas.width(), model.session.words);
    let below = canvas.put_wrapped(0, 0, width, words.too_small(), theme.plain());
    canvas.put_wrapped(0, below, width, &title::safety(&model.session), theme.quiet());
}
