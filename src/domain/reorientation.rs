//! Looking at the group anew (phase 6): when it is time, and who takes over.

use serde::{Deserialize, Serialize};

/// A thing to say of phase 6: its two conditions, and what the client decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Condition {
    /// The goals are reached as far as possible.
    GoalsReached,
    /// The client feels more recovery and autonomy.
    MoreRecovery,
    /// The client decides to look at the group anew.
    ClientDecides,
    /// Care is scaled down.
    LessCare,
}

impl Condition {
    /// When it is time for phase 6, in the order of the source.
    pub const ALL: [Self; 3] = [Self::GoalsReached, Self::MoreRecovery, Self::ClientDecides];
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
