//! The signalling plan: what shows that it is going less well, and what everybody does then.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::lines;

/// One part of the plan. Names and number of parts are the client's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// What the client calls it: "groen: het gaat goed".
    pub name: String,
    /// What shows it; a sign a line.
    #[serde(with = "lines")]
    pub signs: String,
    /// What I do.
    #[serde(with = "lines")]
    pub i_do: String,
    /// What others do.
    #[serde(with = "lines")]
    pub others_do: String,
    /// Whom to call.
    #[serde(with = "lines")]
    pub call: String,
    /// When the group last went through this part.
    pub reviewed: Option<NaiveDate>,
}

/// The whole plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignallingPlan {
    /// From going well to a crisis.
    pub levels: Vec<Level>,
    /// The steps at a relapse (phase 6, step 3).
    #[serde(with = "lines")]
    pub relapse: String,
}
