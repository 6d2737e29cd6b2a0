//! Dates, rhythms and times as people type them, in Dutch and English, whatever the language of the
//! interface.
//!
//! Pure: today is an argument. `phrases` says what a phrase means, `past` what it means when it
//! looks back, `time` reads times of day, and `words` holds the vocabulary.

mod past;
mod phrases;
mod time;
mod words;

use chrono::{Months, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

pub use time::read_time;
use words::{fold, is_abbreviation, is_closing, split, without_prepositions};

/// The most words that [`leading`] tries.
const LEADING_WORDS: usize = 4;
/// The most words of a day that [`read_appointment`] tries in front of a time.
const APPOINTMENT_WORDS: usize = 8;
/// The most words that [`trailing`] tries: "uiterlijk op donderdag de 12e februari 2026".
const TRAILING_WORDS: usize = 7;

/// Words after which a day at the end of a text is no deadline: "tot vrijdag", "het verslag van
/// vrijdag", "maandag en dinsdag".
const NOT_AFTER: &[&str] = &[
    "de",
    "een",
    "the",
    "a",
    "van",
    "of",
    "en",
    "and",
    "or",
    "&",
    "t/m",
    "tot",
    "until",
    "till",
    "to",
    "vanaf",
    "from",
    "sinds",
    "since",
    "tussen",
    "between",
    "vorige",
    "afgelopen",
    "last",
    "elke",
    "elk",
    "iedere",
    "ieder",
    "every",
    "each",
    "other",
    "andere",
    "eerste",
    "tweede",
    "derde",
    "laatste",
    "first",
    "second",
    "third",
    "goede",
    "goeie",
    "niet",
    "not",
];

/// By when, or how often, something is to be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum When {
    /// On or before this day.
    By(NaiveDate),
    Every(Rhythm),
}

/// How often something recurs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rhythm {
    /// Every so many days.
    Days(u16),
    /// Every so many weeks.
    Weeks(u16),
    /// Every so many months.
    Months(u16),
    /// Every week on this day.
    Weekday(chrono::Weekday),
}

/// Why a text is not a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateProblem {
    /// The text is blank.
    Empty,
    /// The text is not a date that kring can read.
    NotUnderstood,
    /// The text names a day that does not exist: 31 April.
    NoSuchDay,
}

/// The day that a text names, seen from `today`.
///
/// # Errors
/// When the text is blank, is not a date (a rhythm is not), or names a day that does not exist.
pub fn read_date(text: &str, today: NaiveDate) -> Result<NaiveDate, DateProblem> {
    match read_when(text, today)? {
        When::By(date) => Ok(date),
        When::Every(_) => Err(DateProblem::NotUnderstood),
    }
}

/// The day that a text names, and the time of day if the text ends with one: "vrijdag 14 uur". A
/// week number stands for the Monday of that week.
///
/// # Errors
/// As for [`read_date`].
pub fn read_appointment(
    text: &str,
    today: NaiveDate,
) -> Result<(NaiveDate, Option<NaiveTime>), DateProblem> {
    let problem = match read_date(text, today) {
        Ok(date) => return Ok((date, None)),
        Err(problem) => problem,
    };
    if let Some(monday) = phrases::numbered_week(&split(&fold(text)), today) {
        return Ok((monday, None));
    }
    let with_time = word_spans(text).take(APPOINTMENT_WORDS).find_map(|(start, _)| {
        let (day, time) = text.split_at_checked(start)?;
        Some((read_date(day, today).ok()?, Some(read_time(time)?)))
    });
    with_time.ok_or(problem)
}

/// The day that a text about the past names. An ambiguous day is the last such day, not the next.
///
/// # Errors
/// As for [`read_date`].
pub fn read_past_date(text: &str, today: NaiveDate) -> Result<NaiveDate, DateProblem> {
    let folded = fold(text);
    let words = split(&folded);
    if words.is_empty() {
        return Err(DateProblem::Empty);
    }
    past::past_date(without_prepositions(&words), today)
}

/// The date or rhythm that a text names, seen from `today`.
///
/// # Errors
/// When the text is blank, is neither, or names a day that does not exist.
pub fn read_when(text: &str, today: NaiveDate) -> Result<When, DateProblem> {
    let folded = fold(text);
    let words = split(&folded);
    if words.is_empty() {
        return Err(DateProblem::Empty);
    }
    let words = without_prepositions(&words);
    match phrases::rhythm(words) {
        Some(rhythm) => Ok(When::Every(rhythm)),
        None => phrases::date(words, today).map(When::By),
    }
}

/// The longest date or rhythm phrase at the start of `text`, of at most four words. Returns its
/// length in bytes, without the space or punctuation after it, and its meaning.
#[must_use]
pub fn leading(text: &str, today: NaiveDate) -> Option<(usize, When)> {
    let ends: Vec<usize> = word_spans(text).take(LEADING_WORDS).map(|(_, end)| end).collect();
    let phrases = ends.iter().rev().filter_map(|&end| text.get(..end)).map(without_closing);
    first_understood(phrases, today).map(|(phrase, when)| (phrase.len(), when))
}

/// The longest date or rhythm phrase at the end of `text`, with its preposition. Returns the byte
/// at which it starts, and its meaning. Space and punctuation at the end are ignored.
///
/// Strict, because it reads free text: "dat is zo" and "tot vrijdag" hold no date here.
#[must_use]
pub fn trailing(text: &str, today: NaiveDate) -> Option<(usize, When)> {
    let text = without_closing(text);
    let starts: Vec<usize> = word_spans(text).map(|(start, _)| start).collect();
    let longest = starts.len().saturating_sub(TRAILING_WORDS);
    let phrases = starts
        .iter()
        .skip(longest)
        .filter_map(|&start| text.get(start..))
        .filter(|phrase| is_plainly_a_date(phrase));
    let (phrase, when) = first_understood(phrases, today)?;
    let before = text.strip_suffix(phrase)?;
    may_end_with_a_date(before).then_some((before.len(), when))
}

/// Adds calendar months; a day that the month does not have becomes its last day. `None` outside
/// the calendar.
#[must_use]
pub fn add_months(date: NaiveDate, months: u16) -> Option<NaiveDate> {
    date.checked_add_months(Months::new(u32::from(months)))
}

/// The first phrase that can be read. A day that does not exist ends the search: otherwise the "do"
/// of "do 31 april" would be next Thursday.
fn first_understood<'a>(
    phrases: impl Iterator<Item = &'a str>,
    today: NaiveDate,
) -> Option<(&'a str, When)> {
    for phrase in phrases {
        match read_when(phrase, today) {
            Ok(when) => return Some((phrase, when)),
            Err(DateProblem::NoSuchDay) => return None,
            Err(DateProblem::Empty | DateProblem::NotUnderstood) => {}
        }
    }
    None
}

/// The start and end in bytes of each word between spaces.
fn word_spans(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let pieces = text.split_inclusive(char::is_whitespace).scan(0, |at, piece| {
        let start = *at;
        *at += piece.len();
        Some((start, start + piece.trim_end().len()))
    });
    pieces.filter(|(start, end)| start < end)
}

fn without_closing(text: &str) -> &str {
    text.trim_end_matches(|c: char| c.is_whitespace() || is_closing(c))
}

/// Whether a phrase can only be a date, without an `@` in front of it. "ma" may be mother, and "2e"
/// a rank.
fn is_plainly_a_date(phrase: &str) -> bool {
    let folded = fold(phrase);
    let words = split(&folded);
    match without_prepositions(&words) {
        [word] | ["de" | "the", word] => {
            !is_abbreviation(word) && words::day_number(word).is_none()
        }
        [first, second, ..] if is_abbreviation(first) => {
            second.starts_with(|c: char| c.is_ascii_digit()) || words::month(second).is_some()
        }
        _ => true,
    }
}

fn may_end_with_a_date(before: &str) -> bool {
    let last = before.split_whitespace().next_back().map(fold);
    last.is_none_or(|word| !NOT_AFTER.contains(&word.as_str()))
}

#[cfg(test)]
mod tests;
