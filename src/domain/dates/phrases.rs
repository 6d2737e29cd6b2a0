//! What a phrase of plain words means: a day seen from today, a day of the calendar, or a rhythm.

use std::ops::RangeInclusive;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::words::{
    Unit, count, day_number, digits, month, ordinal, short_unit, two_digits, unit, weekday,
    weekday_plural,
};
use super::{DateProblem, Rhythm, add_months};

/// Years that a dossier can mean. Any other number is a typing error or a time of day.
const YEARS: RangeInclusive<i32> = 1900..=2200;
/// The most years between two 29 Februaries, when a century has none.
const LEAP_GAP: i32 = 8;

/// The rhythm that these words name.
pub(super) fn rhythm(words: &[&str]) -> Option<Rhythm> {
    match words {
        ["dagelijks" | "daily"] => Some(Rhythm::Days(1)),
        ["wekelijks" | "weekly"] => Some(Rhythm::Weeks(1)),
        ["tweewekelijks" | "fortnightly"] => Some(Rhythm::Weeks(2)),
        ["maandelijks" | "monthly"] => Some(Rhythm::Months(1)),
        [days] => weekday_plural(days).map(Rhythm::Weekday),
        ["om", "de", one] => every(2, unit(one)?),
        ["om", "de", rest @ ..]
        | ["elke" | "elk" | "iedere" | "ieder" | "every" | "each", rest @ ..]
        | ["eens" | "once", "per" | "in" | "a" | "every", rest @ ..]
        | ["een" | "1", "keer", "per", rest @ ..] => interval(rest),
        _ => None,
    }
}

fn interval(words: &[&str]) -> Option<Rhythm> {
    match words {
        ["de", rest @ ..] => interval(rest),
        [one] => match weekday(one) {
            Some(day) => Some(Rhythm::Weekday(day)),
            None => every(1, unit(one)?),
        },
        ["other" | "andere", one] => every(2, unit(one)?),
        [number, many] => every(count(number)?, unit(many)?),
        _ => None,
    }
}

fn every(number: u16, unit: Unit) -> Option<Rhythm> {
    let number = (number > 0).then_some(number)?;
    match unit {
        Unit::Day => Some(Rhythm::Days(number)),
        Unit::Week => Some(Rhythm::Weeks(number)),
        Unit::Month => Some(Rhythm::Months(number)),
        Unit::Year => number.checked_mul(12).map(Rhythm::Months),
    }
}

/// The day that these words name.
pub(super) fn date(words: &[&str], today: NaiveDate) -> Result<NaiveDate, DateProblem> {
    match relative(words, today) {
        Some(date) => Ok(date),
        None => calendar(words, today),
    }
}

fn relative(words: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    match words {
        ["vandaag" | "today"] => Some(today),
        ["morgen" | "tomorrow"] => ahead(today, 1, Unit::Day),
        ["overmorgen"] | ["day", "after", "tomorrow"] | ["the", "day", "after", "tomorrow"] => {
            ahead(today, 2, Unit::Day)
        }
        ["over" | "in", "een" | "a", "half", "jaar" | "year"] | ["in", "half", "a", "year"] => {
            ahead(today, 6, Unit::Month)
        }
        ["over" | "in" | "binnen" | "within", number, many] => {
            ahead(today, count(number)?, unit(many)?)
        }
        [day, "over" | "in", number, many] => {
            ahead(next_weekday(weekday(day)?, today)?, count(number)?, unit(many)?)
        }
        [sign, ..] if sign.starts_with('+') => plus_offset(&words.concat(), today),
        _ => named_day(words, today),
    }
}

/// A weekday, the coming one or the one next week, and "next week", "next month" or "next year".
fn named_day(words: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    match words {
        [day]
        | [day, "a.s" | "aanstaande"]
        | ["komende" | "aanstaande" | "deze" | "coming" | "this", day] => {
            next_weekday(weekday(day)?, today)
        }
        ["volgende" | "next", "week", day] | [day, "volgende" | "next", "week"] => {
            weekday_next_week(weekday(day)?, today)
        }
        ["volgende" | "volgend" | "next", word] => match unit(word) {
            Some(Unit::Day) => None,
            Some(unit) => ahead(today, 1, unit),
            None => weekday_next_week(weekday(word)?, today),
        },
        _ => None,
    }
}

/// "+3d", "+2w", "+3m", "+1j", "+1y".
fn plus_offset(word: &str, today: NaiveDate) -> Option<NaiveDate> {
    let word = word.strip_prefix('+')?;
    let letters = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = digits(word.strip_suffix(letters)?)?.parse().ok()?;
    ahead(today, number, short_unit(letters)?)
}

fn ahead(date: NaiveDate, number: u16, unit: Unit) -> Option<NaiveDate> {
    let then = match unit {
        Unit::Day => date.checked_add_days(Days::new(u64::from(number))),
        Unit::Week => date.checked_add_days(Days::new(u64::from(number) * 7)),
        Unit::Month => add_months(date, number),
        Unit::Year => date.checked_add_months(Months::new(u32::from(number) * 12)),
    };
    then.filter(|date| is_near(*date))
}

pub(super) fn is_near(date: NaiveDate) -> bool {
    YEARS.contains(&date.year())
}

fn next_weekday(day: Weekday, today: NaiveDate) -> Option<NaiveDate> {
    let days = match day.days_since(today.weekday()) {
        0 => 7,
        days => days,
    };
    today.checked_add_days(Days::new(u64::from(days)))
}

fn weekday_next_week(day: Weekday, today: NaiveDate) -> Option<NaiveDate> {
    let to_monday = 7 - today.weekday().num_days_from_monday();
    today.checked_add_days(Days::new(u64::from(to_monday + day.num_days_from_monday())))
}

/// A date of the calendar. If a weekday in front of it contradicts the date, the date counts.
fn calendar(words: &[&str], today: NaiveDate) -> Result<NaiveDate, DateProblem> {
    if let [one] | ["de" | "the", one] = words
        && let Some(day) = ordinal(one)
    {
        return next_day_of_month(day, today);
    }
    let (day, month, year) = calendar_fields(words).ok_or(DateProblem::NotUnderstood)?;
    let date = match year {
        Some(year) => NaiveDate::from_ymd_opt(year, month, day),
        None => next_day_of_year(day, month, today),
    };
    checked(date)
}

/// "week 8", "in week 8": the Monday of the next week with that number, this week included.
pub(super) fn numbered_week(words: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    let (["week", number] | ["in" | "de" | "the", "week", number]) = words else { return None };
    let week = number.parse().ok()?;
    let monday = |year| NaiveDate::from_isoywd_opt(year, week, Weekday::Mon);
    let this_week = today.iso_week();
    let next = (0..=LEAP_GAP).filter_map(|years| monday(this_week.year() + years));
    next.into_iter().find(|monday| monday.iso_week() >= this_week)
}

fn checked(date: Option<NaiveDate>) -> Result<NaiveDate, DateProblem> {
    let date = date.ok_or(DateProblem::NoSuchDay)?;
    if is_near(date) { Ok(date) } else { Err(DateProblem::NotUnderstood) }
}

fn next_day_of_month(day: u32, today: NaiveDate) -> Result<NaiveDate, DateProblem> {
    let date = (0..12)
        .filter_map(|months| add_months(today.with_day(1)?, months)?.with_day(day))
        .find(|date| *date >= today);
    checked(date)
}

fn next_day_of_year(day: u32, month: u32, today: NaiveDate) -> Option<NaiveDate> {
    (0..=LEAP_GAP)
        .filter_map(|years| NaiveDate::from_ymd_opt(today.year() + years, month, day))
        .find(|date| *date >= today)
}

/// Day, month and, where it is given, year.
pub(super) type Fields = (u32, u32, Option<i32>);

pub(super) fn calendar_fields(words: &[&str]) -> Option<Fields> {
    match words {
        [first, rest @ ..] if weekday(first).is_some() => calendar_fields(rest),
        ["de" | "the", rest @ ..] => calendar_fields(rest),
        [one] => numeric(one),
        [one, other] | [one, "of", other] => named(one, other, None),
        [one, other, year] | [one, "of", other, year] => {
            named(one, other, Some(year_behind_name(year)?))
        }
        _ => None,
    }
}

fn named(one: &str, other: &str, year: Option<i32>) -> Option<Fields> {
    match (month(one), month(other)) {
        (None, Some(month)) => Some((day_number(one)?, month, year)),
        (Some(month), None) => Some((day_number(other)?, month, year)),
        _ => None,
    }
}

/// "2-3", "2/3", "2-3-2026", "2.3.2026", "2026-03-02", "2-mrt-26". Dots need a year, because 14.20
/// is a time.
fn numeric(word: &str) -> Option<Fields> {
    let separator = word.chars().find(|c| matches!(c, '-' | '/' | '.'))?;
    let parts: Vec<&str> = word.split(separator).collect();
    match parts.as_slice() {
        [day, month] if separator != '.' => Some((two_digits(day)?, month_part(month)?, None)),
        [year, month, day] if year.len() == 4 => {
            Some((two_digits(day)?, month_part(month)?, Some(full_year(year)?)))
        }
        [day, month, year] => {
            let year = short_year(year).or_else(|| full_year(year))?;
            Some((two_digits(day)?, month_part(month)?, Some(year)))
        }
        _ => None,
    }
}

fn month_part(part: &str) -> Option<u32> {
    two_digits(part).or_else(|| month(part))
}

/// The year after the name of a month. Two digits need an apostrophe, because of "2 maart 10 mensen
/// bellen".
fn year_behind_name(word: &str) -> Option<i32> {
    match word.strip_prefix('\'') {
        Some(short) => short_year(short),
        None => full_year(word),
    }
}

fn short_year(word: &str) -> Option<i32> {
    let year: i32 = digits(word).filter(|word| word.len() == 2)?.parse().ok()?;
    Some(2000 + year)
}

fn full_year(word: &str) -> Option<i32> {
    let year = digits(word).filter(|word| word.len() == 4)?.parse().ok()?;
    YEARS.contains(&year).then_some(year)
}
