//! When an agreement is to be done: a day, from a day on, at the next meeting, or again and again.

use chrono::{NaiveDate, NaiveTime, Weekday};
use serde::{Deserialize, Serialize};

/// When an agreement is to be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Written")]
pub enum When {
    Day(Due),
    /// On this day or later.
    From(NaiveDate),
    /// At the next meeting or before it, whenever that will be.
    Next,
    Recurs(Rhythm),
}

/// The day of something that happens once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Due {
    pub date: NaiveDate,
    pub how: How,
    /// The time of day, where one was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<NaiveTime>,
    /// The part of the day, where one was said and no time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<PartOfDay>,
}

/// How a day limits what is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum How {
    /// On that day.
    On,
    /// On that day or earlier.
    By,
    /// Earlier than that day.
    Before,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PartOfDay {
    Morning,
    Afternoon,
    Evening,
    Night,
}

/// How often something is done: what a rule of RFC 5545 can say of it, and how many times in a period
/// where no days are named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rhythm {
    pub unit: Unit,
    /// Every so many of the unit, from 1.
    pub interval: u16,
    /// The weekdays, in the order of the week.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub days: Vec<RhythmDay>,
    /// The day of the month, from 1; -1 is the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day_of_month: Option<i8>,
    /// How many times in each period, where that is two or more and no days are named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<u16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<NaiveTime>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<PartOfDay>,
    /// The day from which it is done, where one was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Until>,
}

/// A weekday of a rhythm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RhythmDay {
    pub day: Weekday,
    /// Which of the month: from 1, or -1 for the last; `None` for each.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nth: Option<i8>,
}

/// The end of a rhythm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Until {
    /// The last day on which it may be done.
    Day(NaiveDate),
    /// The next meeting, whenever that will be.
    Next,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// Words for a day of which it is not certain what they mean, and the meanings that they may have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Doubt {
    pub why: DoubtWhy,
    /// The likelier one first; empty when there is none to choose from.
    pub readings: Vec<When>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DoubtWhy {
    /// The date is on another weekday than the one beside it.
    OtherWeekday,
    /// The month does not have that day.
    NoSuchDay,
    /// The day is past.
    Past,
    /// The day is in this week or in the next.
    WhichWeek,
    /// Each second such day, or the second of each month.
    WhichRhythm,
}

/// What a line says of when, where no day and no rhythm was made of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unsettled {
    /// It says nothing of when, or nothing more than was understood.
    #[default]
    Nothing,
    /// It says so in words that stay in the sentence: "binnenkort".
    Words,
    /// Somebody has to say which day is meant.
    Doubt(Doubt),
}

impl Unsettled {
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        *self == Self::Nothing
    }
}

impl When {
    /// On a day.
    #[must_use]
    pub fn on(date: NaiveDate) -> Self {
        Self::Day(Due { date, how: How::On, time: None, part: None })
    }

    /// The day that it names, if it names one.
    #[must_use]
    pub fn date(&self) -> Option<NaiveDate> {
        match self {
            Self::Day(due) => Some(due.date),
            Self::From(date) => Some(*date),
            Self::Next | Self::Recurs(_) => None,
        }
    }

    /// The last day on which something that happens once can be done in time.
    #[must_use]
    pub fn last_day(&self) -> Option<NaiveDate> {
        match self {
            Self::Day(due) if due.how == How::Before => due.date.pred_opt(),
            Self::Day(due) => Some(due.date),
            Self::From(_) | Self::Next | Self::Recurs(_) => None,
        }
    }
}

impl Rhythm {
    #[must_use]
    pub fn every(interval: u16, unit: Unit) -> Self {
        Self {
            unit,
            interval,
            days: Vec::new(),
            day_of_month: None,
            times: None,
            time: None,
            part: None,
            from: None,
            until: None,
        }
    }

    /// Whether it has a day to come: it does not end before it begins, and not before today.
    #[must_use]
    pub fn is_ahead(&self, today: NaiveDate) -> bool {
        let begin = self.from.map_or(today, |from| from.max(today));
        !matches!(self.until, Some(Until::Day(last)) if last < begin)
    }

    /// On these weekdays, each in every week.
    #[must_use]
    pub fn on(mut self, days: impl IntoIterator<Item = Weekday>) -> Self {
        self.days.extend(days.into_iter().map(|day| RhythmDay { day, nth: None }));
        self.days.sort_by_key(|on| (on.day.num_days_from_monday(), on.nth));
        self.days.dedup();
        self
    }

    /// The rule in the notation of RFC 5545, without the times in a period and the time of day, which it
    /// cannot say.
    #[must_use]
    pub fn rule(&self) -> String {
        let unit = match self.unit {
            Unit::Day => "DAILY",
            Unit::Week => "WEEKLY",
            Unit::Month => "MONTHLY",
            Unit::Year => "YEARLY",
        };
        let mut parts = vec![format!("FREQ={unit}")];
        if self.interval != 1 {
            parts.push(format!("INTERVAL={}", self.interval));
        }
        if !self.days.is_empty() {
            let days: Vec<String> = self.days.iter().map(|on| on.in_rule()).collect();
            parts.push(format!("BYDAY={}", days.join(",")));
        }
        if let Some(day) = self.day_of_month {
            parts.push(format!("BYMONTHDAY={day}"));
        }
        if let Some(Until::Day(day)) = self.until {
            parts.push(format!("UNTIL={}", day.format("%Y%m%d")));
        }
        parts.join(";")
    }
}

#[cfg(test)]
impl Rhythm {
    /// In the notation of the tables in `tests/phrases`.
    pub(super) fn noted(&self) -> String {
        let bare = Self { until: None, ..self.clone() }.rule();
        let times = self.times.map(|times| format!(" times {times}")).unwrap_or_default();
        let time = self.time.map(|time| time.format(" at %H:%M").to_string()).unwrap_or_default();
        let until = match self.until {
            Some(Until::Day(day)) => format!(" until {day}"),
            Some(Until::Next) => " until next".to_owned(),
            None => String::new(),
        };
        let from = self.from.map(|from| format!(" from {from}")).unwrap_or_default();
        format!("{bare}{times}{time}{until}{from}")
    }
}

impl RhythmDay {
    fn in_rule(self) -> String {
        let day = match self.day {
            Weekday::Mon => "MO",
            Weekday::Tue => "TU",
            Weekday::Wed => "WE",
            Weekday::Thu => "TH",
            Weekday::Fri => "FR",
            Weekday::Sat => "SA",
            Weekday::Sun => "SU",
        };
        self.nth.map_or_else(|| day.to_owned(), |nth| format!("{nth}{day}"))
    }
}

/// What can stand in a file: the variants of this version, and `By` and `Every` of version 1.
#[derive(Deserialize)]
enum Written {
    Day(Due),
    From(NaiveDate),
    Next,
    Recurs(Rhythm),
    By(NaiveDate),
    Every(RhythmOf1),
}

#[derive(Deserialize)]
enum RhythmOf1 {
    Days(u16),
    Weeks(u16),
    Months(u16),
    Weekday(Weekday),
}

impl From<Written> for When {
    fn from(written: Written) -> Self {
        match written {
            Written::Day(due) => Self::Day(due),
            Written::From(day) => Self::From(day),
            Written::Next => Self::Next,
            Written::Recurs(rhythm) => Self::Recurs(rhythm),
            Written::By(day) => Self::on(day),
            Written::Every(rhythm) => Self::Recurs(match rhythm {
                RhythmOf1::Days(days) => Rhythm::every(days, Unit::Day),
                RhythmOf1::Weeks(weeks) => Rhythm::every(weeks, Unit::Week),
                RhythmOf1::Months(months) => Rhythm::every(months, Unit::Month),
                RhythmOf1::Weekday(day) => Rhythm::every(1, Unit::Week).on([day]),
            }),
        }
    }
}
