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

/// A colour that a part of the plan is called by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// Green.
    Green,
    /// Yellow.
    Yellow,
    /// Orange.
    Orange,
    /// Red.
    Red,
    /// Blue.
    Blue,
}

impl Level {
    /// The colour that its name says, in either language, so that colour and word never differ.
    #[must_use]
    pub fn colour(&self) -> Option<Colour> {
        let name = self.name.to_lowercase();
        name.split(|c: char| !c.is_alphanumeric()).find_map(|word| {
            Some(match word {
                "groen" | "groene" | "green" => Colour::Green,
                "geel" | "gele" | "yellow" => Colour::Yellow,
                "oranje" | "orange" => Colour::Orange,
                "rood" | "rode" | "red" => Colour::Red,
                "blauw" | "blauwe" | "blue" => Colour::Blue,
                _ => return None,
            })
        })
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_has_the_colour_of_its_name() {
        let named = |name: &str| Level { name: name.to_owned(), ..Level::default() }.colour();
        assert_eq!(named("Groen: het gaat goed"), Some(Colour::Green));
        assert_eq!(named("in the yellow"), Some(Colour::Yellow));
        assert_eq!(named("Roodborst"), None);
    }
}
