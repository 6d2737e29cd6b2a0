//! Identifiers: short, readable in a file, never shown on a screen.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The text is not an id of the expected kind. The text itself is left out, because it may be
/// confidential.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("this is not an id; expected {expected}")]
pub struct NotAnId {
    expected: &'static str,
}

/// Defines an id that is a number in memory, and a letter and that number in a file: `p3`.
macro_rules! numbered_id {
    ($(#[$doc:meta])* $name:ident, $letter:literal, $expected:literal) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(pub u32);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}{}", $letter, self.0)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                text.strip_prefix($letter)
                    .and_then(|digits| digits.parse().ok())
                    .map(Self)
                    .ok_or_else(|| NotAnId { expected: $expected })
            }
        }

        impl TryFrom<String> for $name {
            type Error = NotAnId;

            fn try_from(text: String) -> Result<Self, NotAnId> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.to_string()
            }
        }
    };
}

numbered_id!(PersonId, 'p', "a letter p and a number, such as p3");
numbered_id!(GoalId, 'g', "a letter g and a number, such as g2");
numbered_id!(AgreementId, 'a', "a letter a and a number, such as a12");

/// A meeting, by the day on which it was first opened and its number on that day: `2026-02-12`, then
/// `2026-02-12-2`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct MeetingId {
    pub date: NaiveDate,
    /// From 1, the first meeting of the day.
    pub nth: u8,
}

impl MeetingId {
    #[must_use]
    pub fn first(date: NaiveDate) -> Self {
        Self { date, nth: 1 }
    }
}

impl fmt::Display for MeetingId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.date.format("%Y-%m-%d"))?;
        if self.nth > 1 { write!(f, "-{}", self.nth) } else { Ok(()) }
    }
}

impl FromStr for MeetingId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let refuse = || NotAnId { expected: "a date such as 2026-02-12" };
        let (date, rest) = text.split_at_checked(10).ok_or_else(refuse)?;
        let date = NaiveDate::parse_from_str(date, "%Y-%m-%d").map_err(|_| refuse())?;
        let nth = match rest.strip_prefix('-') {
            None if rest.is_empty() => 1,
            Some(nth) => nth.parse().ok().filter(|nth| *nth > 1).ok_or_else(refuse)?,
            None => return Err(refuse()),
        };
        let id = Self { date, nth };
        // The id is a file name, so only the one canonical spelling is accepted.
        if id.to_string() == text { Ok(id) } else { Err(refuse()) }
    }
}

impl TryFrom<String> for MeetingId {
    type Error = NotAnId;

    fn try_from(text: String) -> Result<Self, NotAnId> {
        text.parse()
    }
}

impl From<MeetingId> for String {
    fn from(id: MeetingId) -> Self {
        id.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_read_back_as_they_were_written() {
        assert_eq!("p3".parse(), Ok(PersonId(3)));
        assert_eq!(PersonId(3).to_string(), "p3");
        assert!("g3".parse::<PersonId>().is_err());
        assert!("p".parse::<PersonId>().is_err());
    }

    #[test]
    fn a_second_meeting_of_a_day_has_a_number() {
        let date = NaiveDate::from_ymd_opt(2026, 2, 12).unwrap();
        let second = MeetingId { date, nth: 2 };
        assert_eq!(second.to_string(), "2026-02-12-2");
        assert_eq!("2026-02-12-2".parse(), Ok(second));
        assert_eq!("2026-02-12".parse(), Ok(MeetingId::first(date)));
        let other_spellings = ["2026-02-12-02", "2026-02-12-+2", "2026-2-012", "-026-02-12"];
        let wrong = ["2026-02-30", "2026-02-12-1", "2026-02-12x", "", "é026-02-12"];
        for wrong in wrong.into_iter().chain(other_spellings) {
            assert!(wrong.parse::<MeetingId>().is_err(), "{wrong}");
        }
    }
}
