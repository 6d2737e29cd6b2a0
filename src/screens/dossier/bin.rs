//! The page of something in the bin: take it back, or erase it for good.

use super::action::{DossierAction, Row};
use crate::domain::bin::Thing;
use crate::view::group_view::GroupView;

/// The rows of the page.
#[must_use]
pub(super) fn rows(view: &GroupView<'_>, nr: usize) -> Vec<Row> {
    let words = view.words;
    let Some(binned) = view.group.bin.get(nr) else { return Vec::new() };
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
        Row::press(words.take_back(), "", DossierAction::Restore(nr)),
        Row::press(words.erase_for_good(), "", DossierAction::EraseBinned(nr)),
    ]
}
