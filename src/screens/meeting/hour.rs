//! What the hour has to say to the process guard, now.

use super::room::Room;
use crate::domain::hour::{HourState, Reading};
use crate::domain::meeting::Place;
use crate::screens::whole_minutes_left;

/// The minutes at which a word is said, once.
const SAID_AT: [i64; 3] = [15, 10, 5];

/// A sentence for the message row; empty when there is nothing to say.
#[must_use]
pub fn says(room: &Room<'_>) -> String {
    let words = room.words;
    let reading = room.reading();
    match reading.state {
        HourState::Waiting if room.meeting.afterwards => words.without_clock().to_owned(),
        HourState::Waiting if room.meeting.place == Place::Attendance => {
            words.ready_to_begin().to_owned()
        }
        HourState::Waiting => words.not_begun().to_owned(),
        HourState::Paused => words.in_pause().to_owned(),
        HourState::Ended => String::new(),
        HourState::Running => running(room, &reading),
    }
}

fn running(room: &Room<'_>, reading: &Reading) -> String {
    let words = room.words;
    let left = whole_minutes_left(reading);
    if let Some((person, kind)) = room.leaves_too_early() {
        return words.leaves_before(&room.name(person), room.content.title(kind));
    }
    if SAID_AT.contains(&left) {
        return words.minutes_to_go(left);
    }
    match room.meeting.place {
        Place::Attendance => return String::new(),
        Place::Closing if left >= 0 => return words.left_for_closing(left),
        _ => {}
    }
    let forecast = room.forecast();
    match to_come(room) {
        Some((first, last)) if forecast.to_come > 0 => {
            let late = forecast.to_come >= left || forecast.this_item == 0;
            words.still_asked(first, last, forecast.to_come, late)
        }
        _ if left < 0 => words.hour_is_over().to_owned(),
        _ => String::new(),
    }
}

/// The first and the last item that are still to come, counted from 1.
fn to_come(room: &Room<'_>) -> Option<(usize, usize)> {
    let here = room.meeting.place;
    let items = room.meeting.items.iter().enumerate();
    let mut numbers = items
        .filter(|(nr, item)| Place::Item(*nr) != here && !item.discussed)
        .map(|(nr, _)| nr + 1);
    let first = numbers.next()?;
    Some((first, numbers.next_back().unwrap_or(first)))
}
