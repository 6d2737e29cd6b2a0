//! Days, rhythms and times as people type them, in every language at once, whatever the language of
//! the interface.
//!
//! Pure: today is an argument. There is one reader for all places: a whole answer ([`read_when`] and the
//! like) or the day in a line of running text ([`in_line`]). `vocabulary` has one file per language, with
//! its words and phrases as tables; `token` and `phrase` find these in a text, `period`, `rhythm` and
//! `time` say what they mean, `expression` puts them together.
//!
//! This is code of our own because no library serves: those that read Dutch days read no rhythms, and take
//! "behalve dinsdag" for a Tuesday.

mod around;
mod expression;
mod feast;
mod filled;
mod grammar;
mod language;
mod line;
mod named_day;
mod period;
mod phrase;
mod reading;
mod rhythm;
mod time;
mod token;
mod vocabulary;

use chrono::{NaiveDate, NaiveTime};

use super::when::{Doubt, DoubtWhy, Due, How, When};
use expression::{Expression, Meaning};
pub use feast::{Holiday, holiday};
use grammar::GRAMMARS;
pub use language::Language;
pub use line::{LineRead, Said, in_line};
use named_day::SeenFrom;
pub use period::add_months;
pub(super) use period::nearest_weekday;
use reading::Reading;
pub use time::read_time;

/// Why a text is not the day that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateProblem {
    /// The text is blank.
    Empty,
    /// The text is not a date that kring can read.
    NotUnderstood,
    /// A period was named, from the first day to the last, where one day is asked for: "week 13".
    WhichDay(NaiveDate, NaiveDate),
    /// It is not certain which day is meant.
    Doubt(Doubt),
}

/// The day that a text names, seen from `today`; of a period the last one.
///
/// # Errors
/// When the text is blank, is not a date (a rhythm is not), or is in doubt.
pub fn read_date(text: &str, today: NaiveDate) -> Result<NaiveDate, DateProblem> {
    match read(text, today, false)?.meaning {
        Meaning::When(When::Day(due)) => Ok(due.date),
        Meaning::Doubt(doubt) => Err(DateProblem::Doubt(doubt)),
        Meaning::When(_) | Meaning::Unusable => Err(DateProblem::NotUnderstood),
    }
}

/// The day that a text names, and the time of day if the text has one: "vrijdag 14 uur".
///
/// # Errors
/// As for [`read_date`], and when the text names a period.
pub fn read_appointment(
    text: &str,
    today: NaiveDate,
) -> Result<(NaiveDate, Option<NaiveTime>), DateProblem> {
    let found = read(text, today, false)?;
    if let Some((first, last)) = found.period {
        return Err(DateProblem::WhichDay(first.max(today).min(last), last));
    }
    match found.meaning {
        Meaning::When(When::Day(Due { date, how: How::On | How::By, time, .. })) => {
            Ok((date, time))
        }
        Meaning::Doubt(doubt) => Err(DateProblem::Doubt(doubt)),
        Meaning::When(_) | Meaning::Unusable => Err(DateProblem::NotUnderstood),
    }
}

/// The day that a text about the past names. A day that is not certain is the last such day, not the next.
///
/// # Errors
/// As for [`read_appointment`].
pub fn read_past_date(text: &str, today: NaiveDate) -> Result<NaiveDate, DateProblem> {
    let found = read(text, today, true)?;
    if let Some((first, last)) = found.period {
        return Err(DateProblem::WhichDay(first, last.min(today).max(first)));
    }
    match found.meaning {
        Meaning::When(When::Day(due)) => Ok(due.date),
        Meaning::Doubt(doubt) => Err(DateProblem::Doubt(doubt)),
        Meaning::When(_) | Meaning::Unusable => Err(DateProblem::NotUnderstood),
    }
}

/// When something is to be done, as a whole text says it, seen from `today`.
///
/// # Errors
/// When the text is blank, says something else, or is in doubt.
pub fn read_when(text: &str, today: NaiveDate) -> Result<When, DateProblem> {
    match read(text, today, false)?.meaning {
        Meaning::When(when) => Ok(when),
        Meaning::Doubt(doubt) => Err(DateProblem::Doubt(doubt)),
        Meaning::Unusable => Err(DateProblem::NotUnderstood),
    }
}

/// The longest expression for a day or a rhythm at the start of `text`: its length in bytes, and its
/// meaning.
#[must_use]
pub fn leading(text: &str, today: NaiveDate) -> Option<(usize, When)> {
    let from = SeenFrom { today, back: false };
    let mut best: Option<(usize, When)> = None;
    for grammar in GRAMMARS.iter() {
        let reading = Reading::new(grammar, text, from, false);
        let Some(Expression { end, meaning: Meaning::When(when), .. }) = reading.expression(0)
        else {
            continue;
        };
        let end = reading.tokens[end - 1].end;
        if best.as_ref().is_none_or(|(longest, _)| end > *longest) {
            best = Some((end, when));
        }
    }
    best
}

/// The expression that a whole text is.
fn read(text: &str, today: NaiveDate, back: bool) -> Result<Expression, DateProblem> {
    let from = SeenFrom { today, back };
    if text.chars().all(|c| c.is_whitespace() || matches!(c, '.' | ',')) {
        return Err(DateProblem::Empty);
    }
    let whole = |grammar| {
        let reading = Reading::new(grammar, text, from, false);
        let found = reading.expression(0).filter(|found| reading.is_whole(found.end))?;
        (found.meaning != Meaning::Unusable).then_some(found)
    };
    GRAMMARS.iter().find_map(whole).ok_or(DateProblem::NotUnderstood)
}

impl DateProblem {
    /// Whether the text names a day that does not exist.
    #[must_use]
    pub fn is_no_day(&self) -> bool {
        matches!(self, Self::Doubt(doubt) if doubt.why == DoubtWhy::NoSuchDay)
    }
}

#[cfg(test)]
mod tests;
