//! What client and coordinator arrange before the first meeting (phases 1 and 3).

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use strum::VariantArray;

use super::dates::read_time;
use super::day::Day;
use super::lines;

/// The explanation of the method (phase 1, step 1).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Explanation {
    /// To whom the method was explained.
    pub to: String,
    pub on: Day,
}

/// The tasks of the two chairs, and further points for the agenda (phase 3, step 3).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Preparation {
    /// Tasks of the formal chair.
    #[serde(with = "lines")]
    pub chair: String,
    /// Tasks of the informal chair.
    #[serde(with = "lines")]
    pub process_guard: String,
    /// Points for the agenda besides the fixed structure.
    #[serde(with = "lines")]
    pub agenda: String,
}

/// How the group communicates (phase 3, step 7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, VariantArray)]
pub enum Channel {
    Mail,
    Telephone,
    GroupApp,
    /// Another way, described in [`Group::communication`](super::group::Group::communication).
    Other,
}

impl Channel {
    /// In the order of the source.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;
}

/// A meeting that is planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Appointment {
    pub date: NaiveDate,
    /// The time of day, if known.
    pub time: Option<NaiveTime>,
    pub place: String,
}

/// The next meeting, as typed (phase 3, step 1; phase 5, step 2).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Planned {
    pub day: Day,
    /// The time of day as typed; may not be readable.
    pub time: String,
    /// Whether a time after the day was typed later than `time`, and counts.
    pub time_in_day: bool,
    pub place: String,
}

impl Planned {
    /// The appointment, if its day can be read.
    #[must_use]
    pub fn appointment(&self) -> Option<Appointment> {
        Some(Appointment { date: self.day.coming()?, time: self.time(), place: self.place.clone() })
    }

    /// The one time of the meeting. It may stand after the day too, "vrijdag 14 uur": the one that was
    /// typed last counts, as far as it can be read.
    #[must_use]
    pub fn time(&self) -> Option<NaiveTime> {
        let (own, in_day) = (read_time(&self.time), self.day.time());
        if self.time_in_day { in_day.or(own) } else { own.or(in_day) }
    }
}

/// The group's own names for the two roles that have more than one name. Empty: kring's default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RoleWords {
    /// For the care coordinator, such as "dossierhouder".
    pub coordinator: String,
    /// For the responsible clinician, such as "regiebehandelaar".
    pub clinician: String,
}
