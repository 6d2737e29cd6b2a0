//! Public holidays of the Netherlands, and the feasts that people name a day by. Those that move are
//! computed.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// A feast of one or more days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Feast {
    NewYear,
    /// The same day each year: month and day.
    Fixed(u32, u32),
    /// So many days from Easter Sunday: the first and the last day.
    Easter(i16, i16),
    Carnival,
    KingsDay,
    MothersDay,
    FathersDay,
    BudgetDay,
    Christmas,
    OldAndNew,
}

/// A public holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holiday {
    NewYear,
    GoodFriday,
    Easter,
    KingsDay,
    Liberation,
    Ascension,
    Pentecost,
    Christmas,
}

impl Feast {
    /// The first and the last day of the feast in a year.
    pub(super) fn in_year(self, year: i32) -> Option<(NaiveDate, NaiveDate)> {
        let one = |day: NaiveDate| (day, day);
        match self {
            Self::NewYear => NaiveDate::from_ymd_opt(year, 1, 1).map(one),
            Self::Fixed(month, day) => NaiveDate::from_ymd_opt(year, month, day).map(one),
            Self::Easter(first, last) => {
                let easter = easter(year)?;
                Some((shifted(easter, first)?, shifted(easter, last)?))
            }
            Self::Carnival => {
                let easter = easter(year)?;
                Some((shifted(easter, -49)?, shifted(easter, -47)?))
            }
            Self::KingsDay => kings_day(year).map(one),
            Self::MothersDay => {
                NaiveDate::from_weekday_of_month_opt(year, 5, Weekday::Sun, 2).map(one)
            }
            Self::FathersDay => {
                NaiveDate::from_weekday_of_month_opt(year, 6, Weekday::Sun, 3).map(one)
            }
            Self::BudgetDay => {
                NaiveDate::from_weekday_of_month_opt(year, 9, Weekday::Tue, 3).map(one)
            }
            Self::Christmas => days(year, (12, 25), (12, 26)),
            Self::OldAndNew => Some((
                NaiveDate::from_ymd_opt(year, 12, 31)?,
                NaiveDate::from_ymd_opt(year + 1, 1, 1)?,
            )),
        }
    }
}

/// The public holiday on a day: the days on which most people in the Netherlands are free, and Good
/// Friday and 5 May, on which many are.
#[must_use]
pub fn holiday(day: NaiveDate) -> Option<Holiday> {
    let year = day.year();
    let from_easter = easter(year).map(|easter| (day - easter).num_days());
    match (from_easter, day.month(), day.day()) {
        (Some(-2), ..) => Some(Holiday::GoodFriday),
        (Some(0 | 1), ..) => Some(Holiday::Easter),
        (Some(39), ..) => Some(Holiday::Ascension),
        (Some(49 | 50), ..) => Some(Holiday::Pentecost),
        (_, 1, 1) => Some(Holiday::NewYear),
        (_, 12, 25 | 26) => Some(Holiday::Christmas),
        (_, 5, 5) => Some(Holiday::Liberation),
        _ if kings_day(year) == Some(day) => Some(Holiday::KingsDay),
        _ => None,
    }
}

/// 27 April, or the day before it when that is a Sunday.
fn kings_day(year: i32) -> Option<NaiveDate> {
    let day = NaiveDate::from_ymd_opt(year, 4, 27)?;
    if day.weekday() == Weekday::Sun { day.pred_opt() } else { Some(day) }
}

/// Easter Sunday in the Gregorian calendar, by the method of Butcher (1876). A crate for this one
/// computation was not worth its weight.
fn easter(year: i32) -> Option<NaiveDate> {
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let moon = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - moon + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 114;
    let (month, day) = (days / 31, days % 31 + 1);
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

fn days(year: i32, first: (u32, u32), last: (u32, u32)) -> Option<(NaiveDate, NaiveDate)> {
    let day = |(month, day)| NaiveDate::from_ymd_opt(year, month, day);
    Some((day(first)?, day(last)?))
}

fn shifted(day: NaiveDate, days: i16) -> Option<NaiveDate> {
    let number = Days::new(u64::from(days.unsigned_abs()));
    if days < 0 { day.checked_sub_days(number) } else { day.checked_add_days(number) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Easter Sundays as the churches publish them.
    #[test]
    fn easter_is_on_the_days_that_are_known() {
        for known in [
            "2000-04-23",
            "2008-03-23",
            "2011-04-24",
            "2016-03-27",
            "2019-04-21",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2027-03-28",
            "2028-04-16",
            "2029-04-01",
            "2030-04-21",
            "2038-04-25",
            "2049-04-18",
        ] {
            let known = day(known);
            assert_eq!(easter(known.year()), Some(known));
        }
    }

    #[test]
    fn holidays_are_those_of_the_calendar() {
        assert_eq!(holiday(day("2027-04-27")), Some(Holiday::KingsDay));
        assert_eq!(holiday(day("2031-04-26")), Some(Holiday::KingsDay), "27 April is a Sunday");
        assert_eq!(holiday(day("2031-04-27")), None);
        assert_eq!(holiday(day("2027-05-06")), Some(Holiday::Ascension));
        assert_eq!(holiday(day("2027-05-17")), Some(Holiday::Pentecost));
        assert_eq!(holiday(day("2027-03-26")), Some(Holiday::GoodFriday));
        assert_eq!(holiday(day("2027-03-30")), None);
    }
}
