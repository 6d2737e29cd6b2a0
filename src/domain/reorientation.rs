//! Reorientation (phase 6): its conditions, and to whom care is handed over.

use serde::{Deserialize, Serialize};
use strum::VariantArray;

use super::lines;

/// What can be noted for phase 6: its two conditions, the decision of the client, and the scaling
/// down of care.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Condition {
    /// The goals are reached as far as possible.
    GoalsReached,
    /// The client feels more recovery and autonomy.
    MoreRecovery,
    /// The client decides to look at the group anew.
    ClientDecides,
    /// Care is scaled down (phase 6, step 2).
    LessCare,
}

impl Condition {
    /// The ones that say whether it is time for phase 6, in the order of the source. Without
    /// `LessCare`, which is not a condition for phase 6 but a part of it.
    pub const ALL: [Self; 3] = [Self::GoalsReached, Self::MoreRecovery, Self::ClientDecides];
}

/// What becomes of the group after the handover (phase 6, step 4).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Future {
    /// Whether the group goes on; `None` while nobody said so.
    pub goes_on: Option<bool>,
    /// What the group does by itself from then on.
    #[serde(with = "lines")]
    pub by_itself: String,
    /// Who keeps the group going, and gets the dossier.
    #[serde(with = "lines")]
    pub keeper: String,
}

/// To whom care can be handed over (phase 6, step 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, VariantArray)]
pub enum Receiver {
    Gp,
    /// The practice nurse of the GP (*POH-ggz*).
    PracticeNurse,
    /// Basic mental-health care (*basis-ggz*).
    BasicCare,
    /// The district team (*sociaal wijkteam*).
    DistrictTeam,
}

impl Receiver {
    /// In the order of the source.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;
}
