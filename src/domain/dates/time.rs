//! Times of day, written ("14.20") or as they are said ("half drie").

use chrono::NaiveTime;

use super::filled::Filled;
use super::grammar::GRAMMARS;
use super::named_day::SeenFrom;
use super::reading::Reading;
use super::vocabulary::TimePhrase;
use crate::domain::when::PartOfDay;

/// A said time before this hour is in the afternoon: nobody meets at half past two at night.
const FIRST_MORNING_HOUR: u32 = 7;
/// A said time after this hour can be in the morning or in the evening.
const HALF_A_DAY: u32 = 12;

/// A time of day, or a part of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct AtTime {
    pub(super) time: Option<NaiveTime>,
    pub(super) part: Option<PartOfDay>,
}

/// Up to so many, "2 uur" behind a day may be how long something takes, and not when it begins.
const MOST_HOURS: u16 = 6;

/// An hour and a minute as they were read, before the part of the day is known.
#[derive(Clone, Copy, Debug)]
struct Hour {
    minutes: u32,
    /// Whether it was said and not read from a clock, so that it may be in another half of the day.
    is_said: bool,
}

/// Reads a time of day: "14.20", "1420", "14u20", "9 uur", "half drie", "kwart over twee", "2.20
/// pm".
///
/// Said times ("half drie", "2 uur") before seven are in the afternoon; written ones ("2.20") are
/// read as they are.
#[must_use]
pub fn read_time(text: &str) -> Option<NaiveTime> {
    let from = SeenFrom { today: chrono::NaiveDate::default(), back: false };
    let whole = |reading: &Reading<'_>| {
        let (end, at) = reading.at_time(0, true)?;
        reading.is_whole(end).then_some(at.time).flatten()
    };
    GRAMMARS.iter().find_map(|grammar| whole(&Reading::new(grammar, text, from, false)))
}

impl Reading<'_> {
    /// A time at a place, with the part of the day before or behind it: "om 8 uur 's avonds". An hour with
    /// another word behind it is a time only where `at` stands before it or nothing else can follow.
    pub(super) fn at_time(&self, at: usize, alone: bool) -> Option<(usize, AtTime)> {
        let (mut end, mut found) = (at, AtTime::default());
        let mut hour = None;
        for _ in 0..2 {
            if hour.is_none()
                && let Some((behind, read)) = self.hour(end, alone)
            {
                (end, hour) = (behind, Some(read));
            }
            if found.part.is_none()
                && let Some((behind, _, part)) = self.longest(&self.grammar.parts, end)
            {
                (end, found.part) = (behind, Some(part));
            }
        }
        if end == at {
            return None;
        }
        if let Some(hour) = hour {
            found = AtTime { time: Some(hour.in_part(found.part)?), part: None };
        }
        Some((end, found))
    }

    /// A time at a place, in a part of the day that was said before it: "vrijdagavond om 8 uur".
    pub(super) fn time_in(&self, at: usize, part: PartOfDay) -> Option<(usize, Option<NaiveTime>)> {
        let (end, hour) = self.hour(at, false)?;
        Some((end, hour.in_part(Some(part))))
    }

    /// Whether a word for "at" and a time stand at a place.
    pub(super) fn begins_time(&self, at: usize) -> bool {
        self.is(at, &self.grammar.at)
    }

    fn hour(&self, at: usize, alone: bool) -> Option<(usize, Hour)> {
        let introduced = self.is(at, &self.grammar.at);
        let begin = if introduced { at + 1 } else { at };
        let mut best: Option<(usize, Hour)> = None;
        self.each(&self.grammar.times, begin, |end, filled, phrase| {
            let is_certain = match phrase {
                TimePhrase::BareHour => introduced || self.part_follows(end),
                TimePhrase::Hour => {
                    introduced
                        || alone
                        || self.part_follows(end)
                        || self.ends(end) && !may_last(&filled)
                }
                // "Om 9 uur een rondje", "om 9 uur twee keer": minutes are written in two digits.
                TimePhrase::HourMinute => self.tokens[end - 1].digits == 2,
                _ => true,
            };
            let longer = best.as_ref().is_none_or(|(longest, _)| end > *longest);
            if let Some(hour) = self.read(phrase, &filled).filter(|_| is_certain && longer) {
                best = Some((end, hour));
            }
        });
        best
    }

    fn part_follows(&self, at: usize) -> bool {
        self.longest(&self.grammar.parts, at).is_some()
    }

    fn read(&self, phrase: TimePhrase, filled: &Filled) -> Option<Hour> {
        let [first, second] = filled.numbers.map(|number| number.map(u32::from));
        let said = |minutes: u32| Some(Hour { minutes, is_said: true });
        let hour = |number: Option<u32>| {
            number.filter(|hour| (1..=23).contains(hour)).map(|hour| hour * 60)
        };
        let around = |minutes: u32, by: i8, some: u32| match by {
            1 => Some(minutes + some),
            _ => minutes.checked_sub(some),
        };
        let some = |number: Option<u32>| number.filter(|some| (1..30).contains(some));
        let half = |number| {
            let hour: u32 = hour(number)?;
            if self.grammar.vocabulary.half_is_before {
                hour.checked_sub(30)
            } else {
                Some(hour + 30)
            }
        };
        match phrase {
            TimePhrase::Clock => {
                let (hour, minute) = filled.clock?;
                Some(Hour { minutes: hour * 60 + minute, is_said: false })
            }
            TimePhrase::Hour if filled.leading_zero || first == Some(0) => {
                let minutes = first.filter(|hour| *hour < 24)? * 60;
                Some(Hour { minutes, is_said: false })
            }
            TimePhrase::Hour | TimePhrase::BareHour => said(hour(first)?),
            TimePhrase::HourMinute => {
                let minute = second.filter(|minute| *minute < 60)?;
                Some(Hour {
                    minutes: first.filter(|hour| *hour < 24)? * 60 + minute,
                    is_said: false,
                })
            }
            TimePhrase::Half => said(half(first)?),
            TimePhrase::HalfPast => said(hour(first)? + 30),
            TimePhrase::Minutes(by) => said(around(hour(second)?, by, some(first)?)?),
            TimePhrase::Quarter(by) => said(around(hour(first)?, by, 15)?),
            TimePhrase::AroundHalf(by) => said(around(half(second)?, by, some(first)?)?),
            TimePhrase::Noon => Some(Hour { minutes: 12 * 60, is_said: false }),
            TimePhrase::Midnight => Some(Hour { minutes: 0, is_said: false }),
            TimePhrase::Morning | TimePhrase::Afternoon => {
                let (hour, minute) = filled.clock.or_else(|| Some((first?, 0)))?;
                let hour = (1..=12).contains(&hour).then_some(hour % 12)?;
                let later = if phrase == TimePhrase::Morning { 0 } else { 12 };
                Some(Hour { minutes: (hour + later) * 60 + minute, is_said: false })
            }
        }
    }

    /// Whether nothing but signs follows from a place on.
    pub(super) fn is_whole(&self, end: usize) -> bool {
        self.tokens.iter().skip(end).all(|token| {
            token.is_sign && !matches!(&self.text[token.start..token.end], "/" | "-" | "@")
        })
    }
}

/// Whether so many hours may be how long something takes: "elke dag 2 uur".
fn may_last(filled: &Filled) -> bool {
    !filled.leading_zero && filled.numbers[0].is_some_and(|hours| hours <= MOST_HOURS)
}

impl Hour {
    /// The time, in a part of the day. `None` where the two do not fit: "'s ochtends om 15.00 uur".
    fn in_part(self, part: Option<PartOfDay>) -> Option<NaiveTime> {
        let (hour, minute) = (self.minutes / 60, self.minutes % 60);
        let hour = match part {
            None if self.is_said && hour < FIRST_MORNING_HOUR => hour + HALF_A_DAY,
            None => hour,
            Some(PartOfDay::Morning) => Some(hour).filter(|hour| *hour < HALF_A_DAY)?,
            Some(PartOfDay::Afternoon) if hour < FIRST_MORNING_HOUR => hour + HALF_A_DAY,
            Some(PartOfDay::Afternoon) => Some(hour).filter(|hour| (12..19).contains(hour))?,
            Some(PartOfDay::Evening) if (5..HALF_A_DAY).contains(&hour) => hour + HALF_A_DAY,
            Some(PartOfDay::Evening) => Some(hour).filter(|hour| (17..24).contains(hour))?,
            Some(PartOfDay::Night) => {
                Some(hour).filter(|hour| (1..FIRST_MORNING_HOUR).contains(hour))?
            }
        };
        NaiveTime::from_hms_opt(hour, minute, 0)
    }
}
