//! The minutes of a meeting, as they are kept once they are agreed, whatever happens to the group
//! later. [`drafting`](super::drafting) draws them up.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::agreement::Outcome;
use super::arrangements::Appointment;
use super::frequency::Frequency;
use super::goal::{GoalState, Movement, Term};
use super::ids::GoalId;
use super::lines;
use super::person::PersonKind;
use super::reorientation::{Future, Receiver};
use super::structure::{ItemKind, MeetingKind};
use super::when::{Unsettled, When};

/// A person, as named in the minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// May be empty for the client.
    pub name: String,
    pub relation: String,
    pub kind: PersonKind,
    /// When somebody who came late arrived, or was expected.
    pub from: Option<NaiveTime>,
    /// When somebody who left early did so, or was to.
    pub until: Option<NaiveTime>,
    /// Whether nobody said that they left then.
    #[serde(default)]
    pub leaving: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MinutedItem {
    pub kind: ItemKind,
    /// Whether it was discussed.
    pub discussed: bool,
    #[serde(with = "lines")]
    pub note: String,
}

/// A goal, as it was at the time of the meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MinutedGoal {
    pub id: GoalId,
    pub term: Term,
    /// Its number in this meeting among the goals of its term, from 1.
    pub number: usize,
    pub text: String,
    pub state: GoalState,
    pub movement: Option<Movement>,
}

/// An earlier agreement that the meeting asked about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MinutedAnswer {
    pub what: String,
    /// By whom, as short names.
    pub who: Vec<String>,
    /// By everybody in the group.
    #[serde(default)]
    pub everybody: bool,
    /// By when, or how often.
    pub when: Option<When>,
    /// How it went; `None` if nobody answered.
    pub outcome: Option<Outcome>,
}

/// An agreement that the meeting made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MinutedAgreement {
    pub what: String,
    /// By whom, as short names.
    pub who: Vec<String>,
    /// By everybody in the group.
    #[serde(default)]
    pub everybody: bool,
    /// By when, or how often.
    pub when: Option<When>,
    /// What it says of when besides.
    #[serde(default, skip_serializing_if = "Unsettled::is_nothing")]
    pub unsettled: Unsettled,
    /// The people of whom nobody said which one is meant, by their whole names.
    #[serde(default)]
    pub either: Vec<String>,
    /// The goal it serves, by its number in this meeting.
    pub goal: Option<(Term, usize)>,
}

/// Who had which role, as short names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MinutedRoles {
    /// The formal chair.
    pub chair: Option<String>,
    /// The informal chair.
    pub process_guard: Option<String>,
    pub minute_taker: Option<String>,
}

/// What was settled at a handover meeting (phase 6, step 4). What was not said is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MinutedHandover {
    /// Who is responsible for treatment, and from when.
    #[serde(with = "lines")]
    pub responsibility: String,
    /// To whom care goes, as chosen and in words.
    pub receivers: Vec<Receiver>,
    #[serde(with = "lines")]
    pub care: String,
    /// What is done if there is a relapse.
    #[serde(with = "lines")]
    pub relapse: String,
    /// What becomes of the group.
    pub future: Future,
}

fn yes() -> bool {
    true
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Minutes {
    /// The name of the group at the time.
    pub group: String,
    pub kind: MeetingKind,
    /// The number of the meeting in the group, from 1.
    pub number: usize,
    pub date: NaiveDate,
    pub began: Option<NaiveTime>,
    pub ended: Option<NaiveTime>,
    pub location: String,
    pub present: Vec<Named>,
    /// Those who were to come later and of whom nobody said that they came, each with the time at which
    /// they were expected.
    #[serde(default)]
    pub expected: Vec<Named>,
    /// Absent with notice.
    pub sent_word: Vec<Named>,
    /// Absent without notice.
    pub not_present: Vec<Named>,
    pub roles: MinutedRoles,
    pub items: Vec<MinutedItem>,
    /// Every goal that the meeting listed.
    pub goals: Vec<MinutedGoal>,
    /// The earlier agreements that the meeting asked about.
    pub answers: Vec<MinutedAnswer>,
    pub agreements: Vec<MinutedAgreement>,
    pub decisions: Vec<String>,
    /// The names of the levels of the signalling plan that were reviewed.
    pub reviewed: Vec<String>,
    /// How often the group meets, as agreed at the end of the meeting.
    pub frequency: Frequency,
    /// What was proposed instead, without the client.
    #[serde(default)]
    pub frequency_proposal: Option<Frequency>,
    /// Whether the client chose that; a proposal else. Version 1 did not tell.
    #[serde(default = "yes")]
    pub frequency_chosen: bool,
    /// The theme; empty without one.
    pub topic: String,
    #[serde(with = "lines")]
    pub skills: String,
    pub next: Option<Appointment>,
    /// What was settled at a handover. Version 1 did not keep it.
    #[serde(default)]
    pub handover: Option<MinutedHandover>,
}
