//! The page of something in the bin: take it back, or erase it for good.

use super::row::{Press, Row};
use crate::domain::bin::Thing;
use crate::screens::circle::Circle;

/// The rows of the page.
#[must_use]
pub fn rows(circle: &Circle<'_>, nr: usize) -> Vec<Row> {
    let words = circle.words;
    let Some(binned) = circle.group.bin.get(nr) else { return Vec::new() };
    let what = match &binned.thing {
        Thing::Person(_) => words.somebody(),
        Thing::Goal(_) => words.a_goal(),
        Thing::Level(_) => words.a_level(),
        Thing::GonePerson(_) | Thing::GoneGoal(_) => return Vec::new(),
    };
    let text = binned.thing.name();
    vec![
        Row::quiet(what),
        Row::heading(words.or_nameless(text)),
        Row::quiet(words.in_bin_since(&words.long_date(binned.since))),
        Row::gap(),
        Row::press(words.take_back(), "", Press::Restore(nr)),
        Row::press(words.erase_for_good(), "", Press::EraseBinned(nr)),
    ]
}
