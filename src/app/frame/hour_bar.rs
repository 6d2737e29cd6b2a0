//! The hour as a bar, and when it is over.

use chrono::TimeDelta;
use ratatui::style::Style;

use crate::app::model::Model;
use crate::domain::hour::{HOUR, HourState};
use crate::theme::Theme;
use crate::view::meeting_view::MeetingView;
use crate::widgets::canvas::Canvas;
use crate::widgets::glyphs;

pub(super) fn draw(canvas: &mut Canvas<'_>, model: &Model, theme: Theme) {
    let view = model.front.meeting_id().and_then(|id| model.session.meeting_view(id));
    let view = view.filter(|it| !it.meeting.finished() && !it.meeting.afterwards);
    let Some(view) = view else {
        canvas.rule(0, "─", theme.quiet());
        return;
    };
    let said = so_far(&view);
    let width = canvas.width().saturating_sub(glyphs::width(&said) + 2);
    let hour = HOUR.num_minutes();
    let elapsed = view.reading().elapsed.num_minutes().clamp(0, hour);
    let passed = u16::try_from(i64::from(width) * elapsed / hour).unwrap_or(width);
    canvas.part(0, 0, width, 1).rule(0, "░", theme.quiet());
    canvas.part(0, 0, passed, 1).rule(0, "═", done(theme));
    canvas.put_right(0, &said, theme.quiet());
}

fn so_far(view: &MeetingView<'_>) -> String {
    let reading = view.reading();
    let elapsed = reading.elapsed.num_minutes();
    let left = reading.remaining();
    match reading.state {
        HourState::Running if left > TimeDelta::zero() => {
            view.words.so_far_until(elapsed, (view.now + left).time())
        }
        _ => view.words.so_far(elapsed),
    }
}

/// The part of the hour that has passed.
fn done(theme: Theme) -> Style {
    theme.accent()
}
