//! The changes to a dossier. Every mutation is a value of this module.
//!
//! A change carries the value that it replaces. So its inverse needs no lookup, undo and the
//! journal are lists of changes, and a change that was made for other data is refused.

mod group;
mod meeting;

use serde::{Deserialize, Serialize};

pub use self::group::GroupChange;
pub use self::meeting::MeetingChange;
use super::delta::{ListChange, Splice, Swap};
use super::ids::MeetingId;
use super::meeting::Meeting;
use super::texts::{GroupText, MeetingText};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(
    clippy::large_enum_variant,
    reason = "few are held at a time; a box would be in every match"
)]
pub enum Change {
    Group(GroupChange),
    Meeting(MeetingId, MeetingChange),
    /// Adds a meeting.
    Begin(Box<Meeting>),
    /// Removes a meeting in which nothing happened.
    Discard(Box<Meeting>),
}

impl Change {
    /// The change that reverts this one.
    #[must_use]
    pub fn inverse(&self) -> Self {
        match self {
            Self::Group(change) => Self::Group(change.inverse()),
            Self::Meeting(id, change) => Self::Meeting(*id, change.inverse()),
            Self::Begin(meeting) => Self::Discard(meeting.clone()),
            Self::Discard(meeting) => Self::Begin(meeting.clone()),
        }
    }

    /// The meeting this change belongs to; `None` for the group.
    #[must_use]
    pub fn meeting(&self) -> Option<MeetingId> {
        match self {
            Self::Group(_) => None,
            Self::Meeting(id, _) => Some(*id),
            Self::Begin(meeting) | Self::Discard(meeting) => Some(meeting.id),
        }
    }

    /// This change and `next` as one, if `next` continues typing in the same text.
    #[must_use]
    pub fn joined(&self, next: &Self) -> Option<Self> {
        match (self, next) {
            (
                Self::Meeting(id, MeetingChange::Text(text, first)),
                Self::Meeting(other, MeetingChange::Text(same, second)),
            ) if id == other && text == same => first
                .joined(second)
                .map(|splice| Self::Meeting(*id, MeetingChange::Text(*text, splice))),
            (
                Self::Group(GroupChange::Text(text, first)),
                Self::Group(GroupChange::Text(same, second)),
            ) if text == same => {
                first.joined(second).map(|splice| Self::Group(GroupChange::Text(*text, splice)))
            }
            (
                Self::Group(GroupChange::Confide(text, first)),
                Self::Group(GroupChange::Confide(same, second)),
            ) if text == same => {
                first.joined(second).map(|splice| Self::Group(GroupChange::Confide(*text, splice)))
            }
            _ => None,
        }
    }

    /// Whether this change says what a line of a note means, and removes none.
    #[must_use]
    pub fn is_reading(&self) -> bool {
        use MeetingChange::{Reading, Readings};
        match self {
            Self::Meeting(_, Reading(..)) => true,
            Self::Meeting(_, Readings(_, change)) => matches!(**change, ListChange::Insert { .. }),
            _ => false,
        }
    }

    /// This reading and `next` as one, if `next` reads the same line anew.
    #[must_use]
    pub fn reading_joined(&self, next: &Self) -> Option<Self> {
        use MeetingChange::{Reading, Readings};
        let Self::Meeting(same, Reading(item, place, second)) = next else { return None };
        let Self::Meeting(id, first) = self else { return None };
        let joined = match first {
            Reading(nr, at, first) if (nr, at) == (item, place) && first.to == second.from => {
                Reading(
                    *nr,
                    *at,
                    Box::new(Swap { from: first.from.clone(), to: second.to.clone() }),
                )
            }
            Readings(nr, change) if nr == item => match &**change {
                ListChange::Insert { at, item: read } if at == place && *read == second.from => {
                    let joined = ListChange::Insert { at: *at, item: second.to.clone() };
                    Readings(*nr, Box::new(joined))
                }
                _ => return None,
            },
            _ => return None,
        };
        (id == same).then_some(Self::Meeting(*id, joined))
    }

    /// How this change marks an item of a meeting, by its index from 0, as discussed.
    #[must_use]
    pub fn marks(&self, meeting: MeetingId, item: usize) -> Option<&Swap<bool>> {
        match self {
            Self::Meeting(id, MeetingChange::Discussed(nr, mark)) => {
                (*id == meeting && *nr == item).then_some(mark)
            }
            _ => None,
        }
    }

    /// Whether this change only says again that an item is marked as discussed.
    #[must_use]
    pub fn keeps_mark(&self) -> bool {
        matches!(self, Self::Meeting(_, MeetingChange::Discussed(_, mark)) if mark.from && mark.to)
    }

    /// Whether this change opens a form, goes to another question of it, or closes it.
    #[must_use]
    pub fn turns_form(&self) -> bool {
        matches!(self, Self::Meeting(_, MeetingChange::Draft(_)))
    }

    /// Whether this change is typing in a form. What was typed is gone when the form closes.
    #[must_use]
    pub fn types_in_form(&self) -> bool {
        matches!(self, Self::Meeting(_, MeetingChange::Text(MeetingText::Draft(_), _)))
    }

    /// Whether the earlier change `done` can no longer be undone after this one.
    ///
    /// For changes without an undo step of their own
    /// ([`EntryKind::Along`](super::history::EntryKind::Along)): discarding a meeting, and the next
    /// meeting and the agreements as closing a meeting sets them.
    #[must_use]
    pub fn overtakes(&self, done: &Self) -> bool {
        use GroupChange::{
            Agreement, Agreements, Approval, MeetingHeld, Next, Text, TimeInDay, TypedOn,
        };
        match (self, done) {
            (Self::Discard(meeting), Self::Meeting(id, _)) => *id == meeting.id,
            (Self::Discard(meeting), Self::Begin(begun)) => begun.id == meeting.id,
            (Self::Group(Next(_)), Self::Group(Next(_) | TimeInDay(_))) => true,
            (Self::Group(Next(_)), Self::Group(Text(text, _) | TypedOn(text, _))) => {
                matches!(text, GroupText::NextDay | GroupText::NextTime | GroupText::NextPlace)
            }
            (
                Self::Group(
                    Agreement(Swap { to, .. }) | Agreements(ListChange::Remove { item: to, .. }),
                ),
                Self::Group(Agreement(done)),
            ) => to.id == done.to.id,
            (Self::Group(Approval(id, _)), Self::Group(Approval(done, _)))
            | (
                Self::Meeting(id, MeetingChange::Minutes(_)),
                Self::Meeting(done, MeetingChange::Came(..)),
            ) => id == done,
            (Self::Group(MeetingHeld(held)), Self::Group(MeetingHeld(done))) => {
                held.to.id == done.to.id
            }
            _ => false,
        }
    }

    /// Whether this change only moves to another place in a meeting.
    #[must_use]
    pub fn is_place(&self) -> bool {
        matches!(self, Self::Meeting(_, MeetingChange::Place(_)))
    }

    /// The note in which this change types: its meeting, and the index of its item from 0.
    #[must_use]
    pub fn note(&self) -> Option<(MeetingId, usize)> {
        match self {
            Self::Meeting(id, MeetingChange::Text(MeetingText::Note(nr), _)) => Some((*id, *nr)),
            _ => None,
        }
    }

    /// The edit, if this change is typing.
    #[must_use]
    pub fn splice(&self) -> Option<&Splice> {
        match self {
            Self::Meeting(_, MeetingChange::Text(_, splice))
            | Self::Group(GroupChange::Text(_, splice) | GroupChange::Confide(_, splice)) => {
                Some(splice)
            }
            _ => None,
        }
    }
}
