//! What client and coordinator arrange before the first meeting (phases 1 and 3).

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

use super::dates::read_time;
use super::day::Day;
use super::group::Appointment;
use super::lines;

/// The explanation of the method (phase 1, step 1).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Explanation {
    /// To whom it was given.
    pub to: String,
    /// When.
    pub on: Day,
}

/// What the two chairs do, and what is spoken about (phase 3, step 3).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Preparation {
    /// What the formal chair does.
    #[serde(with = "lines")]
    pub chair: String,
    /// What the informal chair does.
    #[serde(with = "lines")]
    pub process_guard: String,
    /// What else has to come up, beside the structure.
    #[serde(with = "lines")]
    pub agenda: String,
}

/// A way in which the group keeps in touch (phase 3, step 7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Channel {
    /// Mail.
    Mail,
    /// Telephone.
    Telephone,
    /// A group app.
    GroupApp,
    /// Another way, in words.
    Other,
}

impl Channel {
    /// In the order of the source.
    pub const ALL: [Self; 4] = [Self::Mail, Self::Telephone, Self::GroupApp, Self::Other];
}

/// The next meeting, as it was typed (phase 3, step 1; phase 5, step 2).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Planned {
    /// The day.
    pub day: Day,
    /// The time of day.
    pub time: String,
    /// Where.
    pub place: String,
}

impl Planned {
    /// The appointment, once its day can be read.
    #[must_use]
    pub fn appointment(&self) -> Option<Appointment> {
        // A time behind the day counts, too, where none stands by itself.
        let time: Option<NaiveTime> = read_time(&self.time).or_else(|| self.day.time());
        Some(Appointment { date: self.day.coming()?, time, place: self.place.clone() })
    }
}

/// What a group calls the two roles that have more than one name; empty for kring's own word.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RoleWords {
    /// The care coordinator: "dossierhouder".
    pub coordinator: String,
    /// The responsible clinician: "regiebehandelaar".
    pub clinician: String,
}
