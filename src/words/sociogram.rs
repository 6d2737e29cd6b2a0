//! The sociogram: rings and lines.

use super::{Words, messages};
use crate::domain::sociogram::{Closeness, Strength};

messages! {
    ring_label => "In het sociogram", "In the sociogram";
    line_needs_another => "Een lijn gaat naar iemand anders. Esc: toch geen lijn.",
        "A line goes to somebody else. Esc: no line after all.";
}

impl Words {
    /// `None` for somebody who has no place in the sociogram yet.
    #[must_use]
    pub fn ring(self, closeness: Option<Closeness>) -> &'static str {
        match closeness {
            None => self.pick("nog niet", "not yet"),
            Some(Closeness::Near) => self.pick("dichtbij", "close"),
            Some(Closeness::Around) => self.pick("vertrouwd", "familiar"),
            Some(Closeness::Far) => self.pick("bekend", "known"),
        }
    }

    /// The same for a narrow list.
    #[must_use]
    pub fn ring_short(self, closeness: Option<Closeness>) -> &'static str {
        match closeness {
            None => "",
            closeness => self.ring(closeness),
        }
    }

    #[must_use]
    pub fn strength(self, strength: Strength) -> &'static str {
        match strength {
            Strength::Loose => self.pick("los", "loose"),
            Strength::Firm => self.pick("stevig", "firm"),
            Strength::Strong => self.pick("sterk", "strong"),
            Strength::Difficult => self.pick("moeilijk", "difficult"),
        }
    }

    #[must_use]
    pub fn line_with(self, name: &str, strength: Strength) -> String {
        let strength = self.strength(strength);
        self.pick(format!("met {name} ({strength})"), format!("with {name} ({strength})"))
    }

    /// Below the drawing: the place and the lines of the chosen person.
    #[must_use]
    pub fn stands_and_lines(
        self,
        name: &str,
        closeness: Option<Closeness>,
        lines: &[String],
    ) -> String {
        let ring = match closeness {
            None => self.pick("nog niet in het sociogram", "not in the sociogram yet"),
            closeness => self.ring(closeness),
        };
        let lines = match lines {
            [] => String::new(),
            lines => {
                let lines = lines.join(", ");
                self.pick(format!(", een lijn {lines}"), format!(", a line {lines}"))
            }
        };
        format!("{name}: {ring}{lines}")
    }

    /// Shown while the second end of a line is being chosen.
    #[must_use]
    pub fn line_begun(self, name: &str) -> String {
        self.pick(
            format!("Lijn van {name} naar wie? Ga erheen, Enter. Nog eens: sterker, en na sterk weg."),
            format!("Line from {name} to whom? Go there, Enter. Again: stronger, and after strong it goes."),
        )
    }

    #[must_use]
    pub fn people_and_lines(self, people: usize, lines: usize) -> String {
        let number = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        let people = self.counted(number(people), "mens", "mensen", "person", "people");
        let lines = self.counted(number(lines), "lijn", "lijnen", "line", "lines");
        format!("{people}, {lines}")
    }
}
