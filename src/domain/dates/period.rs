//! Days and periods of the calendar.

use std::ops::RangeInclusive;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::domain::when::Unit;

/// Years that a dossier can mean. Any other number is a typing error or a time of day.
pub(super) const YEARS: RangeInclusive<i32> = 1900..=2200;
/// What a period is one of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grain {
    Day,
    Week,
    Month,
    Year,
    Feast,
    /// Anything else: a weekend, "binnen een week".
    Other,
}

/// The days that a phrase names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Period {
    pub(super) first: NaiveDate,
    pub(super) last: NaiveDate,
    /// From which day on one is chosen, where a place asks for one: "half maart" is its 15th, and a few days
    /// before it.
    pub(super) choice_from: NaiveDate,
    pub(super) grain: Grain,
    /// Whether it comes every year, and its year was not said.
    pub(super) yearly: bool,
}

/// Why it is not certain which day is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    OtherWeekday,
    NoSuchDay,
    WhichWeek,
}

/// A day that is not certain, and the two days that may be meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Uncertain {
    pub(super) why: Why,
    pub(super) days: Vec<NaiveDate>,
}

pub(super) type Named = Result<Period, Uncertain>;

impl Period {
    pub(super) fn day(day: NaiveDate) -> Self {
        Self::of(day, day, Grain::Day)
    }

    /// Whether it is one day.
    pub(super) fn is_day(&self) -> bool {
        self.first == self.last
    }

    pub(super) fn of(first: NaiveDate, last: NaiveDate, grain: Grain) -> Self {
        Self { first, last, choice_from: first, grain, yearly: false }
    }

    pub(super) fn is_near(&self) -> bool {
        is_near(self.first) && is_near(self.last)
    }
}

pub(super) fn week(monday: NaiveDate) -> Option<Period> {
    Some(Period::of(monday, shifted(monday, 6)?, Grain::Week))
}

pub(super) fn year(year: i32) -> Option<Period> {
    if !YEARS.contains(&year) {
        return None;
    }
    let (first, last) =
        (NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year, 12, 31)?);
    Some(Period::of(first, last, Grain::Year))
}

pub(super) fn is_near(date: NaiveDate) -> bool {
    YEARS.contains(&date.year())
}

/// Adds calendar months; a day that the month does not have becomes its last day. `None` outside
/// the calendar.
#[must_use]
pub fn add_months(date: NaiveDate, months: u16) -> Option<NaiveDate> {
    date.checked_add_months(Months::new(u32::from(months)))
}

pub(super) fn moved(from: NaiveDate, number: u32, unit: Unit) -> Option<NaiveDate> {
    match unit {
        Unit::Day => from.checked_add_days(Days::new(u64::from(number))),
        Unit::Week => from.checked_add_days(Days::new(u64::from(number) * 7)),
        Unit::Month => from.checked_add_months(Months::new(number)),
        Unit::Year => from.checked_add_months(Months::new(number.checked_mul(12)?)),
    }
}

pub(super) fn shifted(day: NaiveDate, days: i16) -> Option<NaiveDate> {
    let number = Days::new(u64::from(days.unsigned_abs()));
    if days < 0 { day.checked_sub_days(number) } else { day.checked_add_days(number) }
}

pub(super) fn monday_of(day: NaiveDate) -> Option<NaiveDate> {
    day.checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday())))
}

pub(super) fn in_week(monday: NaiveDate, day: Weekday) -> Option<NaiveDate> {
    monday.checked_add_days(Days::new(u64::from(day.num_days_from_monday())))
}

/// The first such weekday after a day.
pub(super) fn weekday_after(weekday: Weekday, day: NaiveDate) -> Option<NaiveDate> {
    let days = match weekday.days_since(day.weekday()) {
        0 => 7,
        days => days,
    };
    day.checked_add_days(Days::new(u64::from(days)))
}

/// The last such weekday before a day.
pub(super) fn last_weekday(weekday: Weekday, day: NaiveDate) -> Option<NaiveDate> {
    let days = match day.weekday().days_since(weekday) {
        0 => 7,
        days => days,
    };
    day.checked_sub_days(Days::new(u64::from(days)))
}

/// The day closest to `near` that has a weekday.
pub(in crate::domain) fn nearest_weekday(weekday: Weekday, near: NaiveDate) -> Option<NaiveDate> {
    let ahead = weekday.days_since(near.weekday());
    if ahead <= 3 {
        near.checked_add_days(Days::new(u64::from(ahead)))
    } else {
        near.checked_sub_days(Days::new(u64::from(7 - ahead)))
    }
}
