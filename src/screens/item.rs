//! Something in a list of the dossier.

use crate::deeds::bin::Deletable;
use crate::domain::goal::Term;
use crate::domain::ids::{GoalId, PersonId};
use crate::domain::phase::Step;
use crate::view::agreement::Which;

/// Which thing of a list: something of the group, or a row by which something is added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SectionItem {
    Step(Step),
    Person(PersonId),
    NewPerson,
    /// Who does what, and what the roles are called.
    Roles,
    Goal(GoalId),
    NewGoal(Term),
    /// A part of the signalling plan, counted from 0.
    Level(usize),
    NewLevel,
    /// The steps at a relapse.
    Relapse,
    /// The agreements that fit a choice.
    Agreements(Which),
    /// Something in the bin, counted from 0.
    Binned(usize),
}

impl SectionItem {
    /// The same as something that can go to the bin.
    #[must_use]
    pub fn deletable(self) -> Option<Deletable> {
        match self {
            Self::Person(id) => Some(Deletable::Person(id)),
            Self::Goal(id) => Some(Deletable::Goal(id)),
            Self::Level(nr) => Some(Deletable::Level(nr)),
            _ => None,
        }
    }
}
