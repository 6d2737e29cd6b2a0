//! The sections of a dossier: the six phases, and what spans several of them.

use super::phase::Phase;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Section {
    /// The steps of a phase.
    Phase(Phase),
    /// Members, nominees and other people in the client's life.
    People,
    Sociogram,
    Goals,
    /// All agreements, old ones too.
    Agreements,
    /// The signalling plan.
    Plan,
    /// The in-depth interviews, for the coordinator only.
    Interviews,
    Bin,
}

impl Section {
    /// In the order of the overview. Written out because a variant with a field cannot be listed by
    /// derive.
    pub const ALL: [Self; 13] = [
        Self::Phase(Phase::Preparation),
        Self::Phase(Phase::Deepening),
        Self::Phase(Phase::Planning),
        Self::Phase(Phase::Start),
        Self::Phase(Phase::FollowUp),
        Self::Phase(Phase::Reorientation),
        Self::People,
        Self::Sociogram,
        Self::Goals,
        Self::Agreements,
        Self::Plan,
        Self::Interviews,
        Self::Bin,
    ];

    /// The digit key that opens the section, if it has one.
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
            Self::Agreements | Self::Interviews | Self::Bin => return None,
        })
    }
}
