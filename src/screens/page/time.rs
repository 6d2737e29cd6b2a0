//! A time of day to type, and below it what has to be said about it.

use chrono::Timelike;

use super::row::{Row, RowAction};
use crate::domain::arrangements::Planned;
use crate::domain::dates::read_time;
use crate::view::text::TextRef;
use crate::widgets::editor::LineMode;
use crate::words::Words;

/// The hour before which nobody meets.
const MORNING: u32 = 7;

/// A field for the time of an appointment; a word about one that cannot be read, that was said and not
/// written, that is at night, or that is not the one after the day, which counts then.
#[must_use]
pub fn rows<A: RowAction>(words: Words, text: TextRef, planned: &Planned) -> Vec<Row<A>> {
    let mut rows = vec![Row::field(words.time_label(), text, LineMode::One)];
    let typed = planned.time.as_str();
    let counts = planned.time();
    let said = match read_time(typed) {
        time if planned.time_in_day && counts.is_some() && time != counts => {
            counts.map(|time| Row::read(words.time_after_day(time)))
        }
        None if typed.trim().is_empty() => None,
        None => Some(Row::read(words.no_such_time()).strong()),
        Some(time) if time.hour() < MORNING => Some(Row::read(words.time_at_night(time)).strong()),
        // Who wrote the time needs not read it again.
        Some(time) if typed.trim() == words.clock_time(time) => None,
        Some(time) => Some(Row::quiet(words.said_time(time))),
    };
    rows.extend(said.map(|row| row.within(2)));
    rows
}
