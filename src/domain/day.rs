//! A day as somebody typed it: "vr", "2 maart", "over 3 weken", and the day on which they did.
//!
//! What was typed is never lost, read or not; what it means follows from the two together.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::dates::{DateProblem, read_date, read_past_date};

/// A day in somebody's words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Day {
    /// The words.
    pub typed: String,
    /// The day on which they were typed: "tomorrow" is the day after it.
    pub on: NaiveDate,
}

impl Day {
    /// Words that were typed on a day.
    #[must_use]
    pub fn new(typed: impl Into<String>, on: NaiveDate) -> Self {
        Self { typed: typed.into(), on }
    }

    /// The day that is meant by something to come; `None` when it cannot be read.
    #[must_use]
    pub fn coming(&self) -> Option<NaiveDate> {
        self.read(false).ok()
    }

    /// The day that is meant by something that was; `None` when it cannot be read.
    #[must_use]
    pub fn gone(&self) -> Option<NaiveDate> {
        self.read(true).ok()
    }

    /// The day that is meant: "2 March" is the last one of something that was, and else the next.
    ///
    /// # Errors
    /// Why the words are no day.
    pub fn read(&self, looks_back: bool) -> Result<NaiveDate, DateProblem> {
        let read = if looks_back { read_past_date } else { read_date };
        read(&self.typed, self.on)
    }

    /// Whether nothing was typed.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.typed.trim().is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_means_the_same_however_late_it_is_read() {
        let friday = NaiveDate::from_ymd_opt(2026, 2, 13).unwrap();
        assert_eq!(Day::new("morgen", friday).coming(), friday.succ_opt());
        assert_eq!(Day::new("gisteren", friday).gone(), friday.pred_opt());
        assert_eq!(Day::new("ooit eens", friday).read(false), Err(DateProblem::NotUnderstood));
        assert!(Day::default().is_blank());
        assert_eq!(Day::default().coming(), None);
    }
}
