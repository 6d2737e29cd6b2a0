//! A day as somebody typed it ("vr", "2 maart", "over 3 weken"), with the day on which they typed
//! it.
//!
//! The typed text is always kept, readable or not. Its meaning is computed from the two together,
//! so it does not change with time.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::dates::{DateProblem, read_appointment, read_date, read_past_date};

/// Which day a place asks for, which decides what the same words mean in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// A day that was: "2 March" is the last one.
    Gone,
    /// A day to come.
    Coming,
    /// A day until which something goes on: of a period the last one.
    Until,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Day {
    pub typed: String,
    /// The day on which it was typed: "tomorrow" is the day after it.
    pub on: NaiveDate,
}

impl Day {
    #[must_use]
    pub fn new(typed: impl Into<String>, on: NaiveDate) -> Self {
        Self { typed: typed.into(), on }
    }

    /// The date, for something in the future; `None` if it cannot be read.
    #[must_use]
    pub fn coming(&self) -> Option<NaiveDate> {
        self.read(Asked::Coming).ok()
    }

    /// The date, for something in the past; `None` if it cannot be read.
    #[must_use]
    pub fn gone(&self) -> Option<NaiveDate> {
        self.read(Asked::Gone).ok()
    }

    /// The date of something that was done; `None` if it cannot be read or has still to come.
    #[must_use]
    pub fn done_by(&self, today: NaiveDate) -> Option<NaiveDate> {
        self.gone().filter(|day| *day <= today)
    }

    /// The date until which something goes on; `None` if it cannot be read.
    #[must_use]
    pub fn until(&self) -> Option<NaiveDate> {
        self.read(Asked::Until).ok()
    }

    /// The date.
    ///
    /// # Errors
    /// Why the text is not a date, or not one.
    pub fn read(&self, asked: Asked) -> Result<NaiveDate, DateProblem> {
        match asked {
            Asked::Gone => read_past_date(&self.typed, self.on),
            Asked::Coming => read_appointment(&self.typed, self.on).map(|(date, _)| date),
            Asked::Until => read_date(&self.typed, self.on),
        }
    }

    /// The time of day, if it was typed after the day.
    #[must_use]
    pub fn time(&self) -> Option<NaiveTime> {
        read_appointment(&self.typed, self.on).ok()?.1
    }

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
        assert_eq!(Day::new("morgen", friday).done_by(friday), None, "it has still to come");
        assert_eq!(
            Day::new("morgen", friday).done_by(friday.succ_opt().unwrap()),
            friday.succ_opt()
        );
        assert_eq!(
            Day::new("ooit eens", friday).read(Asked::Coming),
            Err(DateProblem::NotUnderstood)
        );
        let at = Day::new("dinsdag 14 uur", friday);
        let time = NaiveTime::from_hms_opt(14, 0, 0);
        assert_eq!((at.coming(), at.time()), (NaiveDate::from_ymd_opt(2026, 2, 17), time));
        let week = Day::new("week 8", friday);
        let days = [16, 22].map(|day| NaiveDate::from_ymd_opt(2026, 2, day).unwrap());
        assert_eq!(week.read(Asked::Coming), Err(DateProblem::WhichDay(days[0], days[1])));
        assert_eq!(week.until(), Some(days[1]));
        assert!(Day::default().is_blank());
        assert_eq!(Day::default().coming(), None);
    }
}
