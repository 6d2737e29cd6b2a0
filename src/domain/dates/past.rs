//! What a phrase about the past means: "gisteren", "vorige week dinsdag", and "2 maart", which is
//! then the last one and not the next.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::DateProblem;
use super::phrases::{calendar_fields, date, is_near};
use super::words::{Unit, count, ordinal, unit, weekday};

/// The most years between two 29 Februaries, when a century has none.
const LEAP_GAP: i32 = 8;

/// The day that these words name. An ambiguous day is today or before it.
pub(super) fn past_date(words: &[&str], today: NaiveDate) -> Result<NaiveDate, DateProblem> {
    if let Some(date) = named(words, today) {
        return Ok(date);
    }
    if let [one] | ["de" | "the", one] = words
        && let Some(day) = ordinal(one)
    {
        return last_day_of_month(day, today).ok_or(DateProblem::NoSuchDay);
    }
    match calendar_fields(words) {
        Some((day, month, None)) => {
            let last = last_day_of_year(day, month, today).ok_or(DateProblem::NoSuchDay)?;
            // A weekday that fits the next such day and not the last one decides for the next.
            match words.first().and_then(|word| weekday(word)) {
                Some(named) if named != last.weekday() => {
                    date(words, today).map(|next| if next.weekday() == named { next } else { last })
                }
                _ => Ok(last),
            }
        }
        _ => date(words, today),
    }
}

fn named(words: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    match words {
        ["gisteren" | "yesterday"] => back(today, 1, Unit::Day),
        ["eergisteren"]
        | ["day", "before", "yesterday"]
        | ["the", "day", "before", "yesterday"] => back(today, 2, Unit::Day),
        [number, many, "geleden" | "ago"] => back(today, count(number)?, unit(many)?),
        ["vorige" | "last", "week", day] | [day, "vorige" | "last", "week"] => {
            weekday_last_week(weekday(day)?, today)
        }
        ["vorige" | "vorig" | "afgelopen" | "last", word] => match unit(word) {
            Some(Unit::Day) => None,
            Some(unit) => back(today, 1, unit),
            None => last_weekday(weekday(word)?, today),
        },
        [day] => last_weekday(weekday(day)?, today),
        _ => None,
    }
}

fn back(date: NaiveDate, number: u16, unit: Unit) -> Option<NaiveDate> {
    let number = u32::from(number);
    let then = match unit {
        Unit::Day => date.checked_sub_days(Days::new(u64::from(number))),
        Unit::Week => date.checked_sub_days(Days::new(u64::from(number) * 7)),
        Unit::Month => date.checked_sub_months(Months::new(number)),
        Unit::Year => date.checked_sub_months(Months::new(number * 12)),
    };
    then.filter(|date| is_near(*date))
}

fn last_weekday(day: Weekday, today: NaiveDate) -> Option<NaiveDate> {
    let days = match today.weekday().days_since(day) {
        0 => 7,
        days => days,
    };
    today.checked_sub_days(Days::new(u64::from(days)))
}

fn weekday_last_week(day: Weekday, today: NaiveDate) -> Option<NaiveDate> {
    let to_monday = today.weekday().num_days_from_monday() + 7;
    let monday = today.checked_sub_days(Days::new(u64::from(to_monday)))?;
    monday.checked_add_days(Days::new(u64::from(day.num_days_from_monday())))
}

fn last_day_of_month(day: u32, today: NaiveDate) -> Option<NaiveDate> {
    (0..12)
        .filter_map(|months| {
            today.with_day(1)?.checked_sub_months(Months::new(months))?.with_day(day)
        })
        .find(|date| *date <= today)
}

fn last_day_of_year(day: u32, month: u32, today: NaiveDate) -> Option<NaiveDate> {
    (0..=LEAP_GAP)
        .filter_map(|years| NaiveDate::from_ymd_opt(today.year() - years, month, day))
        .find(|date| *date <= today)
}

#[cfg(test)]
mod tests {
    use crate::domain::dates::read_past_date;
    use chrono::NaiveDate;

    #[test]
    fn what_was_is_read_backward() {
        // A Thursday.
        let today = NaiveDate::from_ymd_opt(2026, 2, 12).unwrap();
        for (text, date) in [
            ("gisteren", "2026-02-11"),
            ("eergisteren", "2026-02-10"),
            ("yesterday", "2026-02-11"),
            ("vandaag", "2026-02-12"),
            ("3 weken geleden", "2026-01-22"),
            ("een maand geleden", "2026-01-12"),
            ("two days ago", "2026-02-10"),
            ("dinsdag", "2026-02-10"),
            ("afgelopen donderdag", "2026-02-05"),
            ("vorige week dinsdag", "2026-02-03"),
            ("last week", "2026-02-05"),
            ("2 maart", "2025-03-02"),
            ("2/2", "2026-02-02"),
            ("op 12 februari", "2026-02-12"),
            ("de 20e", "2026-01-20"),
            ("29 feb", "2024-02-29"),
            ("12 mei 2026", "2026-05-12"),
            ("zo 2 maart", "2025-03-02"),
            ("ma 2 maart", "2026-03-02"),
        ] {
            let read = read_past_date(text, today).map(|date| date.to_string());
            assert_eq!(read.as_deref(), Ok(date), "{text}");
        }
        assert!(read_past_date("9000 jaar geleden", today).is_err());
        assert!(read_past_date("ooit", today).is_err());
        assert!(read_past_date("31 april", today).is_err());
    }
}
