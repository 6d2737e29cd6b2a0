//! The sociogram: how close people are to the client, and the relations between them (phase 1, step
//! 2).

use serde::{Deserialize, Serialize};
use strum::VariantArray;

use super::ids::PersonId;

/// How close somebody is to the client, drawn as a ring.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, VariantArray,
)]
pub enum Closeness {
    /// The inner ring.
    Near,
    /// The middle ring.
    Around,
    /// The outer ring.
    Far,
}

impl Closeness {
    /// From the client outward.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;
}

/// How strong a relation is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, VariantArray,
)]
pub enum Strength {
    /// They know each other.
    Loose,
    /// They are in touch.
    Firm,
    /// They can count on each other.
    Strong,
    /// They are in touch, and it is hard (appendix 2).
    Difficult,
}

impl Strength {
    /// From loose to strong, and the difficult one.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;

    /// The next one: the stronger, after the strongest a difficult one; `None` after that.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        match self {
            Self::Loose => Some(Self::Firm),
            Self::Firm => Some(Self::Strong),
            Self::Strong => Some(Self::Difficult),
            Self::Difficult => None,
        }
    }
}

/// A relation between two people, drawn as a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relation {
    /// The one with the lower id.
    pub one: PersonId,
    pub other: PersonId,
    pub strength: Strength,
}

impl Relation {
    /// The relation between two people, in any order.
    #[must_use]
    pub fn between(one: PersonId, other: PersonId, strength: Strength) -> Self {
        Self { one: one.min(other), other: one.max(other), strength }
    }

    /// Whether it is between these two people, in any order.
    #[must_use]
    pub fn joins(&self, one: PersonId, other: PersonId) -> bool {
        (self.one, self.other) == (one.min(other), one.max(other))
    }

    /// The other person; `None` if it is not a relation of `person`.
    #[must_use]
    pub fn from(&self, person: PersonId) -> Option<PersonId> {
        match person {
            _ if person == self.one => Some(self.other),
            _ if person == self.other => Some(self.one),
            _ => None,
        }
    }
}
