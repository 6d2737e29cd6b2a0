//! The people of a group, and what they do in it.

use serde::{Deserialize, Serialize};

use super::ids::PersonId;

/// Where somebody stands towards the client. Decides the questionnaire of the in-depth interview
/// (phase 2, step 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PersonKind {
    /// The person the group is for.
    Client,
    /// Family.
    Family,
    /// A close one who is not family.
    CloseOne,
    /// A professional, inside or outside mental-health care.
    Professional,
    /// An expert by experience, of the family too.
    ExpertByExperience,
}

impl PersonKind {
    /// In the order in which a person chooses.
    pub const ALL: [Self; 5] =
        [Self::Family, Self::CloseOne, Self::Professional, Self::ExpertByExperience, Self::Client];
}

/// How far the asking has come (phase 1, step 4; phase 2, step 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    /// The client wants to ask this person.
    ToAsk,
    /// Asked; no answer yet.
    Asked,
    /// A member of the group.
    Joins,
    /// Asked, and does not join.
    DoesNotJoin,
}

/// One person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Fixed for life.
    pub id: PersonId,
    /// As the client says it. May be empty for the client: the group has a name of its own.
    pub name: String,
    /// What the person is to the client, in the client's words: "zus", "buurman", "psychiater".
    pub relation: String,
    /// Family, close one, professional …
    pub kind: PersonKind,
    /// Asked, joins, does not join.
    pub standing: Standing,
    /// Part of the fixed core that the method advises (phase 3, step 1).
    pub core: bool,
}

impl Person {
    /// Whether this person is a member of the group now.
    #[must_use]
    pub fn joins(&self) -> bool {
        self.standing == Standing::Joins
    }

    /// The first word of the name.
    #[must_use]
    pub fn first_name(&self) -> &str {
        self.name.split_whitespace().next().unwrap_or("")
    }
}

/// Who does what, for the group and as the default for its next meeting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Roles {
    /// Always present; directs the group.
    pub client: Option<PersonId>,
    /// Always present; supports, and takes over when the client asks.
    pub coordinator: Option<PersonId>,
    /// Present at least once a year; part of the meeting is enough.
    pub clinician: Option<PersonId>,
    /// The formal chair; the client decides who (phase 3, step 3).
    pub chair: Option<PersonId>,
    /// The informal chair, who guards time and process.
    pub process_guard: Option<PersonId>,
    /// Takes the minutes (phase 3, step 4).
    pub minute_taker: Option<PersonId>,
}

/// A role of one meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeetingRole {
    /// The formal chair.
    Chair,
    /// The informal chair.
    ProcessGuard,
    /// The minute taker.
    MinuteTaker,
}

impl MeetingRole {
    /// In the order in which they stand.
    pub const ALL: [Self; 3] = [Self::Chair, Self::ProcessGuard, Self::MinuteTaker];
}
