//! The hour as a bar, and when it will end.

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
    let said = forecast(&view);
    let width = canvas.width().saturating_sub(glyphs::width(&said) + 2);
    let hour = HOUR.num_minutes();
    let elapsed = view.reading().elapsed.num_minutes().clamp(0, hour);
    let passed = u16::try_from(i64::from(width) * elapsed / hour).unwrap_or(width);
    canvas.part(0, 0, width, 1).rule(0, "░", theme.quiet());
    canvas.part(0, 0, passed, 1).rule(0, "═", done(theme));
    canvas.put_right(0, &said, theme.quiet());
}

fn forecast(view: &MeetingView<'_>) -> String {
    let reading = view.reading();
    let elapsed = reading.elapsed.num_minutes();
    let ends = view.now + TimeDelta::minutes(view.forecast().ends_at - elapsed);
    match reading.state {
        HourState::Running => view.words.forecast(elapsed, ends.time()),
        HourState::Waiting | HourState::Paused | HourState::Ended => view.words.so_far(elapsed),
    }
}

/// The part of the hour that has passed.
fn done(theme: Theme) -> Style {
    theme.accent()
}
