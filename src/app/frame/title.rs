//! The title: what is on the screen, what is left of the hour, and how far everything is saved.

use crate::app::model::Model;
use crate::domain::hour::HourState;
use crate::session::Session;
use crate::session::safety::Safety;
use crate::store::opened::Permission;
use crate::theme::Theme;
use crate::view::meeting_view::whole_minutes_left;
use crate::widgets::canvas::Canvas;
use crate::widgets::glyphs;

pub(super) fn draw(canvas: &mut Canvas<'_>, model: &Model, theme: Theme) {
    let session = &model.session;
    let saved = safety(session);
    let left = model.front.base.screen().title(session);
    let middle = remaining(model);
    let right = canvas.width().saturating_sub(glyphs::width(&saved) + 2);
    let hour = glyphs::width(&middle);
    // In the middle; where the name is long, as far to the right as it goes.
    let centre = canvas.width().saturating_sub(hour) / 2;
    let at = centre.max(glyphs::width(&left) + 2).min(right.saturating_sub(hour));
    let room = if middle.is_empty() { right } else { at.saturating_sub(2) };
    canvas.put_in(0, 0, room, &left, theme.strong());
    canvas.put_in(at, 0, right.saturating_sub(at), &middle, theme.strong());
    let is_unsaved = session.safety.safety == Safety::Unsaved;
    canvas.put_right(0, &saved, if is_unsaved { theme.alarm() } else { theme.quiet() });
}

/// What is left of the hour, in words.
fn remaining(model: &Model) -> String {
    let session = &model.session;
    let Some(meeting) = model.front.meeting(session) else { return String::new() };
    let reading = meeting.reading(session.now.wall);
    let words = session.words;
    match reading.state {
        HourState::Waiting if meeting.afterwards => words.written_afterwards().to_owned(),
        HourState::Waiting => words.hour_waits().to_owned(),
        HourState::Running => words.remaining(whole_minutes_left(&reading)),
        HourState::Paused => words.paused(whole_minutes_left(&reading)),
        HourState::Ended if meeting.finished() => words.finished().to_owned(),
        HourState::Ended => words.reopened_title().to_owned(),
    }
}

/// How far what was typed is safe, in a few words.
pub(super) fn safety(session: &Session) -> String {
    let words = session.words;
    match (session.open.as_ref().map(|open| &open.permission), session.safety.safety) {
        (Some(permission), _) if *permission != Permission::Write => words.read_only().to_owned(),
        (_, Safety::Unsaved) => words.unsaved_alarm().to_owned(),
        (_, Safety::Elsewhere(at)) => words.saved_elsewhere_at(at.time()),
        (_, Safety::Saved(at)) => words.saved_at(at.time()),
        (_, Safety::Untouched) => String::new(),
    }
}
