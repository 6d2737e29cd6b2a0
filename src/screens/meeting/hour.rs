//! What the hour has to say to the process guard, now.

use crate::domain::hour::{HourEvent, HourState, Reading, WARN_AT_MINUTES_LEFT};
use crate::domain::meeting::Place;
use crate::view::meeting_view::MeetingView;
use crate::view::meeting_view::whole_minutes_left;

/// The last minutes of the hour, which are for closing.
const CLOSING_MINUTES: i64 = 5;
/// What is left, below zero, after the few minutes that may be added.
const MORE_MINUTES: i64 = -4;

/// A sentence for the message row; empty when there is nothing to say.
#[must_use]
pub(super) fn says(view: &MeetingView<'_>) -> String {
    let words = view.words;
    let reading = view.reading();
    match reading.state {
        HourState::Waiting if view.meeting.afterwards => words.without_clock().to_owned(),
        HourState::Waiting
            if view.meeting.place == Place::Attendance && view.meeting.draft.is_none() =>
        {
            words.ready_to_begin().to_owned()
        }
        HourState::Waiting => words.not_begun().to_owned(),
        HourState::Paused => words.in_pause().to_owned(),
        HourState::Ended => String::new(),
        HourState::Running => running(view, &reading),
    }
}

fn running(view: &MeetingView<'_>, reading: &Reading) -> String {
    let words = view.words;
    let left = whole_minutes_left(reading);
    if let Some((person, kind)) = view.leaves_too_early() {
        return words.leaves_before(&view.name(person), view.content.title(kind));
    }
    if WARN_AT_MINUTES_LEFT.contains(&left) {
        return words.minutes_to_go(left);
    }
    let closing = view.meeting.place == Place::Closing;
    match left {
        _ if closing => {}
        1..=CLOSING_MINUTES => return words.time_to_close().to_owned(),
        MORE_MINUTES..=0 => return words.hour_is_full(&view.client()),
        ..MORE_MINUTES => return words.hour_is_over().to_owned(),
        _ => {}
    }
    match view.meeting.place {
        Place::Attendance => return String::new(),
        Place::Closing if left >= 0 => return words.left_for_closing(left),
        _ => {}
    }
    let forecast = view.forecast();
    match to_come(view) {
        Some((first, last)) if forecast.to_come > 0 => {
            let late = forecast.to_come >= left || forecast.this_item == 0;
            words.still_asked(first, last, forecast.to_come, late)
        }
        _ => String::new(),
    }
}

/// The first and the last item that are still to come, counted from 1.
fn to_come(view: &MeetingView<'_>) -> Option<(usize, usize)> {
    let items = 0..view.meeting.items.len();
    let mut numbers = items.filter(|nr| view.meeting.is_to_come(*nr)).map(|nr| nr + 1);
    let first = numbers.next()?;
    Some((first, numbers.next_back().unwrap_or(first)))
}

/// What is said of a jump of the clock, and how it is taken off.
#[must_use]
pub(super) fn jump(view: &MeetingView<'_>, jump: HourEvent) -> String {
    match jump {
        HourEvent::Jumped { from, to, counted } => {
            view.words.jumped((to - from).num_minutes(), counted)
        }
        _ => String::new(),
    }
}
