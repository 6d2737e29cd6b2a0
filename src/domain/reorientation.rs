//! Looking at the group anew (phase 6): when it is time, and who takes over.

use serde::{Deserialize, Serialize};

/// The two conditions of phase 6, and the decision, which is the client's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Reorientation {
    /// The goals are reached as far as possible.
    pub goals_reached: bool,
    /// The client feels more recovery and autonomy.
    pub more_recovery: bool,
    /// The client decides to look at the group anew.
    pub client_decides: bool,
}

impl Reorientation {
    /// Whether anything of it was said.
    #[must_use]
    pub fn begun(self) -> bool {
        self != Self::default()
    }
}

/// A thing to say of phase 6.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// The goals are reached as far as possible.
    GoalsReached,
    /// The client feels more recovery and autonomy.
    MoreRecovery,
    /// The client decides to look at the group anew.
    ClientDecides,
}

impl Condition {
    /// In the order of the source.
    pub const ALL: [Self; 3] = [Self::GoalsReached, Self::MoreRecovery, Self::ClientDecides];

    /// Whether it is so.
    #[must_use]
    pub fn of(self, reorientation: Reorientation) -> bool {
        match self {
            Self::GoalsReached => reorientation.goals_reached,
            Self::MoreRecovery => reorientation.more_recovery,
            Self::ClientDecides => reorientation.client_decides,
        }
    }

    /// The same, with this one turned.
    #[must_use]
    pub fn turned(self, from: Reorientation) -> Reorientation {
        let mut to = from;
        match self {
            Self::GoalsReached => to.goals_reached = !from.goals_reached,
            Self::MoreRecovery => to.more_recovery = !from.more_recovery,
            Self::ClientDecides => to.client_decides = !from.client_decides,
        }
        to
    }
}

/// Who care can be handed over to (phase 6, step 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Receiver {
    /// The GP.
    Gp,
    /// The GP's practice nurse.
    PracticeNurse,
    /// Basic care.
    BasicCare,
    /// The district team.
    DistrictTeam,
}

impl Receiver {
    /// In the order of the source.
    pub const ALL: [Self; 4] = [Self::Gp, Self::PracticeNurse, Self::BasicCare, Self::DistrictTeam];
}
