//! What is left of the hour, in digits that a whole room can read.

use std::time::Duration;

use crossterm::event::KeyCode::{Enter, Esc, F};

use super::action::Action;
use super::keys::{Layer, bind, key, layers, letter};
use super::screen::{Response, Screen, Size};
use crate::deeds::hour;
use crate::domain::hour::HourState;
use crate::domain::ids::MeetingId;
use crate::domain::meeting::Place;
use crate::session::Session;
use crate::theme::Theme;
use crate::view::meeting_view::whole_minutes_left;
use crate::widgets::canvas::Canvas;
use crate::widgets::{digits, glyphs};
use crate::words::Words;

layers! {
    /// The clock in digits.
    HOUR_CLOCK [
        bind(&[key(Esc), key(F(6)), key(Enter)], Action::Back, Words::key_back, 1),
        bind(&[key(F(5)), letter('p')], Action::PauseOrGo, Words::key_pause, 2),
    ];
}

/// The clock of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HourClock {
    pub id: MeetingId,
}

impl Screen for HourClock {
    fn layers(&self, _session: &Session) -> Vec<&'static Layer> {
        vec![&HOUR_CLOCK]
    }

    fn until_tick(&self, session: &Session) -> Option<Duration> {
        session.meeting_view(self.id).map(|view| view.until_minute_ends())
    }

    fn act(&mut self, session: &mut Session, _size: Size, action: Action) -> Response {
        if action != Action::PauseOrGo {
            return Response::close();
        }
        let changes = session.meeting_view(self.id).map(|view| hour::pause_or_go(&view));
        session.record_along(changes.unwrap_or_default()).into()
    }

    /// Fills the window: nothing of the screen below is drawn.
    fn draw(&self, canvas: &mut Canvas<'_>, session: &Session, theme: Theme) {
        let Some(meeting) = session.meeting(self.id) else { return };
        let reading = meeting.reading(session.now.wall);
        let left = whole_minutes_left(&reading);
        let scale = if canvas.width() >= 120 && canvas.height() >= 30 { 4 } else { 2 };
        let rows = digits::rows(left.unsigned_abs(), scale);
        let tall = u16::try_from(rows.len()).unwrap_or(0);
        let top = canvas.height().saturating_sub(tall + 4) / 2;
        for (y, row) in (top..).zip(&rows) {
            let x = canvas.width().saturating_sub(glyphs::width(row)) / 2;
            canvas.put(x, y, row, theme.strong());
        }
        let words = session.words;
        let below = match reading.state {
            HourState::Waiting => words.hour_waits(),
            HourState::Paused => words.pause(),
            HourState::Running | HourState::Ended if left < 0 => words.minutes_over(left),
            HourState::Running | HourState::Ended => words.minutes_left(left),
        };
        canvas.put_middle(top + tall + 1, below, theme.plain());
        if let Place::Item(nr) = meeting.place {
            let title = meeting.item(nr).map_or("", |item| session.content.title(item.kind));
            canvas.put_middle(top + tall + 2, &format!("{} {title}", nr + 1), theme.quiet());
        }
        let last = canvas.height().saturating_sub(1);
        canvas.put_middle(last, words.clock_keys(), theme.quiet());
    }
}
