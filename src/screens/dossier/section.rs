//! The lists of a dossier: the six phases, and the things that run through them.

use crate::domain::phase::Phase;

/// A list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Section {
    /// The steps of a phase.
    Phase(Phase),
    /// Members, and people to ask.
    People,
    /// The sociogram.
    Sociogram,
    /// Recovery goals.
    Goals,
    /// The signalling plan.
    Plan,
    /// The in-depth interviews, for the coordinator.
    Interviews,
    /// What was deleted.
    Bin,
}

impl Section {
    /// In the order of the overview.
    pub const ALL: [Self; 12] = [
        Self::Phase(Phase::Preparation),
        Self::Phase(Phase::Deepening),
        Self::Phase(Phase::Planning),
        Self::Phase(Phase::Start),
        Self::Phase(Phase::FollowUp),
        Self::Phase(Phase::Reorientation),
        Self::People,
        Self::Sociogram,
        Self::Goals,
        Self::Plan,
        Self::Interviews,
        Self::Bin,
    ];

    /// The digit that goes there, when there is one.
    #[must_use]
    pub fn digit(self) -> Option<char> {
        Some(match self {
            Self::Phase(Phase::Preparation) => '1',
            Self::Phase(Phase::Deepening) => '2',
            Self::Phase(Phase::Planning) => '3',
            Self::Phase(Phase::Start) => '4',
            Self::Phase(Phase::FollowUp) => '5',
            Self::Phase(Phase::Reorientation) => '6',
            Self::People => '7',
            Self::Sociogram => '8',
            Self::Goals => '9',
            Self::Plan => '0',
            Self::Interviews | Self::Bin => return None,
        })
    }
}
