//! What people do to a dossier, as changes. Each deed has one rule, here; a screen, the shell or a
//! training only says which deed it is and hands the [`Deed`] to the session.

pub mod agreements;
pub mod approval;
pub mod arrangements;
pub mod attendance;
pub mod bin;
pub mod composition;
pub mod discussed;
pub mod form;
pub mod goals;
pub mod hour;
pub mod interview;
pub mod meeting;
pub mod people;
pub mod plan;
pub mod practice;
pub mod roles;
pub mod sociogram;
pub mod steps;
pub mod text;

use crate::domain::change::{Change, GroupChange, MeetingChange};
use crate::domain::history::DeedKind;
use crate::domain::meeting::Meeting;

/// Something a person did: the kind, which names it in undo and in the log, and the changes that it
/// makes, all or none. Without changes there is nothing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    pub kind: DeedKind,
    pub changes: Vec<Change>,
}

impl Deed {
    #[must_use]
    pub fn new(kind: DeedKind, changes: Vec<Change>) -> Self {
        Self { kind, changes }
    }

    /// A deed that comes down to changes of the group itself.
    fn of_group(kind: DeedKind, changes: impl IntoIterator<Item = GroupChange>) -> Self {
        Self::new(kind, changes.into_iter().map(Change::Group).collect())
    }

    /// A deed that comes down to changes of one meeting.
    fn of_meeting(
        kind: DeedKind,
        meeting: &Meeting,
        changes: impl IntoIterator<Item = MeetingChange>,
    ) -> Self {
        Self::new(kind, to_meeting(meeting, changes))
    }
}

fn to_meeting(meeting: &Meeting, changes: impl IntoIterator<Item = MeetingChange>) -> Vec<Change> {
    changes.into_iter().map(|change| Change::Meeting(meeting.id, change)).collect()
}

/// The value after another, or before it; the last one is followed by the first.
fn cycle<T: Copy + PartialEq>(values: &[T], at: T, forward: bool) -> T {
    let place = values.iter().position(|value| *value == at).unwrap_or(0);
    let step = if forward { 1 } else { values.len() - 1 };
    values.get((place + step) % values.len()).copied().unwrap_or(at)
}

/// The same for a value that may be missing: none comes before the first.
fn cycle_optional<T: Copy + PartialEq>(values: &[T], at: Option<T>, forward: bool) -> Option<T> {
    let all: Vec<Option<T>> =
        std::iter::once(None).chain(values.iter().copied().map(Some)).collect();
    cycle(&all, at, forward)
}

/// The list without an item that is in it, or with one that is not.
fn toggled<T: Copy + PartialEq>(list: &[T], item: T) -> Vec<T> {
    let mut to = list.to_vec();
    match to.iter().position(|one| *one == item) {
        Some(at) => drop(to.remove(at)),
        None => to.push(item),
    }
    to
}
