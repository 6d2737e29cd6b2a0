//! A day as somebody typed it: "vr", "2 maart", "over 3 weken", and the day on which they did.
//!
//! What was typed is never lost, read or not; what it means follows from the two together.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::dates::{DateProblem, read_appointment, read_past_date};

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
        if looks_back {
            return read_past_date(&self.typed, self.on);
        }
        read_appointment(&self.typed, self.on).map(|(date, _)| date)
    }

    /// The time of day, when it was typed behind the day.
    #[must_use]
    pub fn time(&self) -> Option<NaiveTime> {
        read_appointment(&self.typed, self.on).ok()?.1
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
        let at = Day::new("dinsdag 14 uur", friday);
        let time = NaiveTime::from_hms_opt(14, 0, 0);
        assert_eq!((at.coming(), at.time()), (NaiveDate::from_ymd_opt(2026, 2, 17), time));
        let week = Day::new("week 8", friday);
        assert_eq!(week.coming(), NaiveDate::from_ymd_opt(2026, 2, 16));
        assert!(Day::default().is_blank());
        assert_eq!(Day::default().coming(), None);
    }
}
