//! How often a group meets; the guideline is once every three months (phase 3, step 6).

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::dates::{add_months, nearest_weekday};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Frequency {
    Weeks(u16),
    Months(u16),
}

impl Default for Frequency {
    fn default() -> Self {
        Self::Months(3)
    }
}

impl Frequency {
    /// The choices that are offered.
    pub const CHOICES: [Self; 8] = [
        Self::Weeks(2),
        Self::Weeks(4),
        Self::Weeks(6),
        Self::Months(2),
        Self::Months(3),
        Self::Months(4),
        Self::Months(6),
        Self::Months(12),
    ];

    /// The day of the meeting after one on `date`, on the same weekday. `date` itself at the end of
    /// the calendar.
    #[must_use]
    pub fn after(self, date: NaiveDate) -> NaiveDate {
        match self {
            Self::Weeks(weeks) => date.checked_add_days(Days::new(u64::from(weeks) * 7)),
            Self::Months(months) => {
                add_months(date, months).and_then(|day| nearest_weekday(date.weekday(), day))
            }
        }
        .unwrap_or(date)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thursday_group_stays_one() {
        let thursday = NaiveDate::from_ymd_opt(2026, 2, 12).unwrap();
        for choice in Frequency::CHOICES {
            let next = choice.after(thursday);
            assert!(next > thursday);
            assert_eq!(next.weekday(), thursday.weekday(), "{choice:?}");
        }
        let next = Frequency::Months(3).after(thursday);
        assert_eq!(next, NaiveDate::from_ymd_opt(2026, 5, 14).unwrap());
    }
}
