//! The four fixed structures of a meeting, with the minutes planned for each item.

use serde::{Deserialize, Serialize};
use strum::VariantArray;

/// The kind of a meeting, which decides its structure.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, VariantArray,
)]
pub enum MeetingKind {
    /// The first meeting (phase 4).
    Start,
    /// An ordinary meeting after the first (phase 5).
    FollowUp,
    /// A follow-up meeting with room for a theme (phase 5).
    Theme,
    /// The handover meeting, warm handover (phase 6, step 4).
    Handover,
}

impl MeetingKind {
    /// In the order of the phases.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;
}

/// The kind of an item of a meeting.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, VariantArray,
)]
pub enum ItemKind {
    /// Everyone says briefly how they are.
    CheckIn,
    PreviousMinutes,
    /// Recovery goals and work agreements.
    Goals,
    /// The signalling plan.
    SignallingPlan,
    /// How often the group meets.
    Frequency,
    /// Strengthening the members' skills; a theme.
    Theme,
    NextDate,
    /// Welcome and check-in, in the start meeting.
    Welcome,
    /// Way of working and values.
    WayOfWorking,
    Confidentiality,
    PracticalAgreements,
    /// The plan and the goals.
    PlanAndGoals,
    /// Work agreements for the goals.
    WorkAgreements,
    /// Composition of the group and responsibility for treatment.
    Composition,
    /// Scaling care down, or handing it over.
    ScalingDown,
    /// The signalling plan and the steps at a relapse.
    Relapse,
    /// Work agreements and the next date, in the handover meeting.
    AgreementsAndNextDate,
}

impl ItemKind {
    /// In the order of the structures.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;
}

/// What the start meeting has to discuss (phase 4, step 2).
pub const START_POINTS: [ItemKind; 5] = [
    ItemKind::WayOfWorking,
    ItemKind::Confidentiality,
    ItemKind::PracticalAgreements,
    ItemKind::PlanAndGoals,
    ItemKind::WorkAgreements,
];

/// Whether an item is mandatory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Need {
    Always,
    /// If it is needed (phase 5: the frequency).
    IfNeeded,
    /// If the group wants it (phase 5: the theme).
    Optional,
}

/// An item of a structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StructureItem {
    pub kind: ItemKind,
    pub need: Need,
    /// The minutes planned for it, which a meeting may change.
    pub minutes: u16,
}

/// A fixed structure: the items of a meeting, in order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Structure {
    pub kind: MeetingKind,
    pub items: Vec<StructureItem>,
}
