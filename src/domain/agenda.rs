//! The places of a meeting in order: attendance, its items, closing; afterwards only the talk.

use super::meeting::{Meeting, Place};

/// The places of a meeting, in the order of the list.
#[must_use]
pub fn places(meeting: &Meeting) -> Vec<Place> {
    if meeting.finished() {
        return vec![Place::AfterTalk];
    }
    let items = (0..meeting.items.len()).map(Place::Item);
    std::iter::once(Place::Attendance).chain(items).chain([Place::Closing]).collect()
}

/// The row of the list at which a place stands.
#[must_use]
pub fn row_of(place: Place) -> usize {
    match place {
        Place::Attendance | Place::AfterTalk => 0,
        Place::Item(nr) => nr + 1,
        Place::Closing => usize::MAX,
    }
}

/// The place after another, or before it.
#[must_use]
pub fn beside(meeting: &Meeting, forward: bool) -> Option<Place> {
    let places = places(meeting);
    let at = places.iter().position(|place| *place == meeting.place)?;
    let next = if forward { at.checked_add(1) } else { at.checked_sub(1) };
    next.and_then(|next| places.get(next)).copied()
}
