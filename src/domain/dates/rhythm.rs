//! Expressions for a rhythm: how often, on which days, at what time, from and until when.

use std::ops::Range;

use chrono::Weekday;

use super::expression::{Expression, Meaning};
use super::filled::Filled;
use super::reading::Reading;
use super::time::AtTime;
use super::vocabulary::{Limit, RhythmPhrase};
use crate::domain::when::{Doubt, DoubtWhy, PartOfDay, Rhythm, RhythmDay, Unit, Until, When};

const WEEK: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

/// A rhythm as its phrase says it, and the other one that the phrase may mean.
struct Said {
    rhythm: Rhythm,
    perhaps: Option<Rhythm>,
}

impl Reading<'_> {
    /// The longest expression for a rhythm at a place.
    pub(super) fn rhythm(&self, at: usize) -> Option<Expression> {
        let mut best: Option<(usize, Said)> = None;
        self.each(&self.grammar.rhythms, at, |end, filled, phrase| {
            let longer = best.as_ref().is_none_or(|(longest, _)| end > *longest);
            if longer && let Some(said) = said(phrase, &filled) {
                best = Some((end, said));
            }
        });
        let (mut end, mut said) = best?;
        if let Some((behind, days)) = self.days_behind(end, &said.rhythm) {
            end = behind;
            let named = u16::try_from(days.days.len()).ok();
            if said.rhythm.times.is_some() && said.rhythm.times != named {
                return Some(Expression { end, meaning: Meaning::Unusable, period: None });
            }
            said.rhythm.times = None;
            said.rhythm = said.rhythm.on(days.days.iter().map(|on| on.day));
            said.rhythm.part = said.rhythm.part.or(days.part);
        }
        while let Some(behind) = self.addition(end, &mut said) {
            end = behind;
        }
        if !said.rhythm.is_ahead(self.from.today) {
            return Some(Expression { end, meaning: Meaning::Unusable, period: None });
        }
        let meaning = match said.perhaps {
            Some(other) => Meaning::Doubt(Doubt {
                why: DoubtWhy::WhichRhythm,
                readings: vec![When::Recurs(said.rhythm), When::Recurs(other)],
            }),
            None => Meaning::When(When::Recurs(said.rhythm)),
        };
        Some(Expression { end, meaning, period: None })
    }

    /// The weekdays behind a rhythm of weeks: "om de week vrijdag", "elke twee weken op maandag".
    fn days_behind(&self, at: usize, rhythm: &Rhythm) -> Option<(usize, DaysBehind)> {
        if rhythm.unit != Unit::Week || !rhythm.days.is_empty() {
            return None;
        }
        let begin = self.longest(&self.grammar.on, at).map_or(at, |(begin, ..)| begin);
        let mut filled = Filled::default();
        let end = self
            .weekdays(begin, false, &mut filled)
            .or_else(|| self.weekdays(begin, true, &mut filled))?;
        Some((end, DaysBehind { days: filled.weekdays, part: filled.part }))
    }

    /// Takes up a time, a beginning, an end or an exception behind a rhythm; the place behind it.
    fn addition(&self, at: usize, said: &mut Said) -> Option<usize> {
        let rhythm = &mut said.rhythm;
        let known = AtTime { time: rhythm.time, part: rhythm.part };
        if rhythm.times.is_none()
            && rhythm.time.is_none()
            && let Some((end, read)) = self.time_behind(at, known)
        {
            (rhythm.time, rhythm.part) = (read.time, read.part);
            return Some(end);
        }
        if let Some((end, free)) = self.exception(at) {
            *rhythm = without_days(rhythm, &free)?;
            return Some(end);
        }
        let (begin, limit) = self.limit(at)?;
        match limit {
            Limit::Before | Limit::By if rhythm.until.is_none() => {
                let (end, until) = self.until(begin, limit)?;
                if !self.ends_rhythm(&(at..end)) {
                    return None;
                }
                rhythm.until = Some(until);
                Some(end)
            }
            Limit::From | Limit::After if rhythm.from.is_none() => {
                let day = self.day(begin)?;
                let period = day.named.ok()?;
                let after = limit == Limit::After;
                rhythm.from = Some(if after { period.last.succ_opt()? } else { period.first });
                Some(day.end)
            }
            _ => None,
        }
    }

    fn until(&self, at: usize, limit: Limit) -> Option<(usize, Until)> {
        if let Some((end, ..)) = self.longest(&self.grammar.next_meeting, at) {
            return Some((end, Until::Next));
        }
        let day = self.day(at)?;
        let period = day.named.ok()?;
        let last = if limit == Limit::By { period.last } else { period.first.pred_opt()? };
        Some((day.end, Until::Day(last)))
    }

    /// Whether a limit ends a rhythm: "tot vrijdag", "voor 1 mei". "Uiterlijk vrijdag" and "voor de 5e" may be said
    /// of each time.
    pub(super) fn ends_rhythm(&self, limit: &Range<usize>) -> bool {
        let is_until = limit.clone().any(|at| self.is(at, &self.grammar.until));
        let tokens = &self.tokens[limit.clone()];
        let is_each = tokens.iter().any(|token| token.weekday.is_some() || token.ordinal.is_some())
            && tokens.iter().all(|token| token.month.is_none() && token.date.is_none());
        is_until || !is_each
    }

    /// "behalve zondag", "behalve in het weekend".
    fn exception(&self, at: usize) -> Option<(usize, Vec<Weekday>)> {
        if !self.is(at, &self.grammar.except) {
            return None;
        }
        if let Some((end, ..)) = self.longest(&self.grammar.weekend, at + 1) {
            return Some((end, vec![Weekday::Sat, Weekday::Sun]));
        }
        let begin = self.longest(&self.grammar.on, at + 1).map_or(at + 1, |(begin, ..)| begin);
        let mut filled = Filled::default();
        let end = self
            .weekdays(begin, false, &mut filled)
            .or_else(|| self.weekdays(begin, true, &mut filled))?;
        let days: Vec<Weekday> = filled.weekdays.iter().map(|on| on.day).collect();
        (days.len() < WEEK.len() && filled.part.is_none()).then_some((end, days))
    }
}

/// A rhythm of days or of weekdays, without some of them.
fn without_days(rhythm: &Rhythm, free: &[Weekday]) -> Option<Rhythm> {
    let named: Vec<Weekday> = rhythm.days.iter().map(|on| on.day).collect();
    let days = match (rhythm.unit, rhythm.interval, rhythm.times) {
        (Unit::Day, 1, None) => WEEK.to_vec(),
        (Unit::Week, 1, None) if !named.is_empty() => named,
        _ => return None,
    };
    let days: Vec<Weekday> = days.into_iter().filter(|day| !free.contains(day)).collect();
    let bare = Rhythm { unit: Unit::Week, days: Vec::new(), ..rhythm.clone() };
    (!days.is_empty()).then(|| bare.on(days))
}

struct DaysBehind {
    days: Vec<RhythmDay>,
    part: Option<PartOfDay>,
}

/// What a phrase for a rhythm says; `None` where it says nothing: "elke 0 weken".
fn said(phrase: RhythmPhrase, filled: &Filled) -> Option<Said> {
    let one = |rhythm| Some(Said { rhythm, perhaps: None });
    let [first, second] = filled.numbers;
    let days = || filled.weekdays.iter().map(|on| on.day);
    match phrase {
        RhythmPhrase::Every => one(every(first.unwrap_or(1), filled)?),
        RhythmPhrase::EveryOther => one(every(2, filled)?),
        RhythmPhrase::EveryNth => one(every(u16::try_from(filled.ordinals[0]?).ok()?, filled)?),
        RhythmPhrase::Fixed(interval, unit) => one(Rhythm::every(interval, unit)),
        RhythmPhrase::Times => {
            let rhythm = every(second.unwrap_or(1), filled)?;
            let times = first.filter(|times| *times > 0)?;
            one(Rhythm { times: Some(times).filter(|times| *times > 1), ..rhythm })
        }
        RhythmPhrase::FixedTimes(times) => one(Rhythm { times: Some(times), ..every(1, filled)? }),
        RhythmPhrase::Weekdays => {
            let interval = first.unwrap_or(1);
            let rhythm = Rhythm::every(Some(interval).filter(|it| *it > 0)?, Unit::Week);
            one(Rhythm { part: filled.part, ..rhythm }.on(days()))
        }
        RhythmPhrase::EveryOtherWeekday => {
            one(Rhythm { part: filled.part, ..Rhythm::every(2, Unit::Week) }.on(days()))
        }
        RhythmPhrase::WorkingDays => {
            one(Rhythm::every(1, Unit::Week).on(WEEK[..5].iter().copied()))
        }
        RhythmPhrase::WeekendDays => {
            one(Rhythm::every(1, Unit::Week).on(WEEK[5..].iter().copied()))
        }
        RhythmPhrase::NthWeekday => one(nth_weekday(filled)?),
        RhythmPhrase::NthWeekdayPerhaps => {
            let nth = filled.ordinals[0]?;
            if matches!(nth, 1 | -1) {
                return one(nth_weekday(filled)?);
            }
            let interval = u16::try_from(nth).ok()?;
            let other = Rhythm::every(interval, Unit::Week).on(filled.weekday);
            let other = Rhythm { part: filled.part, ..other };
            Some(Said { rhythm: nth_weekday(filled)?, perhaps: Some(other) })
        }
        RhythmPhrase::DayOfMonth => {
            let day = i8::try_from(filled.day?).ok().filter(|day| (1..=31).contains(day))?;
            one(Rhythm { day_of_month: Some(day), ..Rhythm::every(1, Unit::Month) })
        }
        RhythmPhrase::LastDay => {
            one(Rhythm { day_of_month: Some(-1), ..Rhythm::every(1, Unit::Month) })
        }
        RhythmPhrase::Part(part) => one(Rhythm { part: Some(part), ..Rhythm::every(1, Unit::Day) }),
    }
}

/// Every so many of the unit that was named. A rhythm of more than a thousand of them is none.
fn every(number: u16, filled: &Filled) -> Option<Rhythm> {
    let (size, unit) = filled.unit?;
    let interval = number.checked_mul(size).filter(|interval| (1..=1000).contains(interval))?;
    Some(Rhythm::every(interval, unit))
}

/// The nth such weekday of each month: from 1 to 5, or the last.
fn nth_weekday(filled: &Filled) -> Option<Rhythm> {
    let day = filled.weekday?;
    let mut rhythm = Rhythm { part: filled.part, ..Rhythm::every(1, Unit::Month) };
    for nth in filled.ordinals.into_iter().flatten() {
        let nth = Some(nth).filter(|nth| (-1..=5).contains(nth) && *nth != 0)?;
        rhythm.days.push(RhythmDay { day, nth: Some(nth) });
    }
    Some(rhythm).filter(|rhythm| !rhythm.days.is_empty())
}
