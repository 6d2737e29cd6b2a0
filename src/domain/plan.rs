//! The signalling plan: the signs that the client is doing less well, and what everybody then does.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::lines;

/// One level of the plan. The client chooses the names and the number of levels.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// The client's name for it: "groen: het gaat goed".
    pub name: String,
    /// The signs of this level, one per line.
    #[serde(with = "lines")]
    pub signs: String,
    /// What the client does. Written in the first person in the plan.
    #[serde(with = "lines")]
    pub i_do: String,
    #[serde(with = "lines")]
    pub others_do: String,
    #[serde(with = "lines")]
    pub call: String,
    /// The day of the last meeting that reviewed this level.
    pub reviewed: Option<NaiveDate>,
}

/// A colour in the name of a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    Green,
    Yellow,
    Orange,
    Red,
    Blue,
}

impl Level {
    /// The colour that the name mentions, in either language. Taken from the name, so that the
    /// colour on the screen cannot contradict it.
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

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignallingPlan {
    /// From going well to crisis.
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
