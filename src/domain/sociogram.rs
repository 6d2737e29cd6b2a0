//! The sociogram: who stands where around the client, and the lines between people (phase 1,
//! step 2).

use serde::{Deserialize, Serialize};

use super::ids::PersonId;

/// How close somebody stands to the client: the ring.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
    pub const ALL: [Self; 3] = [Self::Near, Self::Around, Self::Far];
}

/// How strong a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Strength {
    /// They know each other.
    Loose,
    /// They are in touch.
    Firm,
    /// They can count on each other.
    Strong,
}

impl Strength {
    /// From loose to strong.
    pub const ALL: [Self; 3] = [Self::Loose, Self::Firm, Self::Strong];

    /// One step stronger; `None` after the strongest.
    #[must_use]
    pub fn stronger(self) -> Option<Self> {
        match self {
            Self::Loose => Some(Self::Firm),
            Self::Firm => Some(Self::Strong),
            Self::Strong => None,
        }
    }
}

/// A line between two people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relation {
    /// One of them, the one with the lower id.
    pub one: PersonId,
    /// The other.
    pub other: PersonId,
    /// How strong it is.
    pub strength: Strength,
}

impl Relation {
    /// A line between two people, whichever is named first.
    #[must_use]
    pub fn between(one: PersonId, other: PersonId, strength: Strength) -> Self {
        Self { one: one.min(other), other: one.max(other), strength }
    }

    /// Whether it joins these two, whichever is named first.
    #[must_use]
    pub fn joins(&self, one: PersonId, other: PersonId) -> bool {
        (self.one, self.other) == (one.min(other), one.max(other))
    }

    /// The person at the other end; `None` when it does not end at this one.
    #[must_use]
    pub fn from(&self, person: PersonId) -> Option<PersonId> {
        match person {
            _ if person == self.one => Some(self.other),
            _ if person == self.other => Some(self.one),
            _ => None,
        }
    }
}
