//! The four fixed structures of a meeting, and the minutes each item gets.

use serde::{Deserialize, Serialize};

/// Which structure a meeting follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum MeetingKind {
    /// The first meeting (phase 4).
    Start,
    /// Every ordinary meeting after it (phase 5).
    FollowUp,
    /// A follow-up meeting with room for a theme (phase 5).
    Theme,
    /// The handover meeting, warm handover (phase 6, step 4).
    Handover,
}

impl MeetingKind {
    /// In the order in which a group meets them.
    pub const ALL: [Self; 4] = [Self::Start, Self::FollowUp, Self::Theme, Self::Handover];
}

/// What an item of a meeting is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ItemKind {
    /// Everyone says briefly how they are.
    CheckIn,
    /// The minutes of the previous meeting.
    PreviousMinutes,
    /// Recovery goals and work agreements.
    Goals,
    /// The signalling plan.
    SignallingPlan,
    /// How often the group meets.
    Frequency,
    /// Strengthening the members' skills; a theme.
    Theme,
    /// The date of the next meeting.
    NextDate,
    /// Welcome and check-in, in the start meeting.
    Welcome,
    /// Way of working and values.
    WayOfWorking,
    /// Confidentiality.
    Confidentiality,
    /// Practical agreements.
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
    /// Every kind, in the order of the structures.
    pub const ALL: [Self; 17] = [
        Self::CheckIn,
        Self::PreviousMinutes,
        Self::Goals,
        Self::SignallingPlan,
        Self::Frequency,
        Self::Theme,
        Self::NextDate,
        Self::Welcome,
        Self::WayOfWorking,
        Self::Confidentiality,
        Self::PracticalAgreements,
        Self::PlanAndGoals,
        Self::WorkAgreements,
        Self::Composition,
        Self::ScalingDown,
        Self::Relapse,
        Self::AgreementsAndNextDate,
    ];
}

/// What is spoken about in the start meeting (phase 4, step 2).
pub const START_POINTS: [ItemKind; 5] = [
    ItemKind::WayOfWorking,
    ItemKind::Confidentiality,
    ItemKind::PracticalAgreements,
    ItemKind::PlanAndGoals,
    ItemKind::WorkAgreements,
];

/// Whether an item has to be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Need {
    /// Every time.
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
    /// What it is about.
    pub kind: ItemKind,
    /// Whether it has to be there.
    pub need: Need,
    /// Minutes of the hour; may be changed for a meeting.
    pub minutes: u16,
}

/// A fixed structure: the items of a meeting, in order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Structure {
    /// Which meeting it is for.
    pub kind: MeetingKind,
    /// Its items, in the order in which they are taken.
    pub items: Vec<StructureItem>,
}
