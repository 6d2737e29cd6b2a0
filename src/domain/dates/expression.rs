//! A whole expression for a day: what limits it, the day and its time.

use chrono::NaiveDate;

use super::filled::Filled;
use super::period::{Grain, Named, Period, Uncertain, Why};
use super::reading::{DayRead, Reading};
use super::time::AtTime;
use super::vocabulary::{DayPhrase, Limit};
use crate::domain::when::{Doubt, DoubtWhy, Due, How, When};

/// What an expression means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    When(When),
    Doubt(Doubt),
    /// A day or a rhythm, of which nothing can be made here: "vorige week".
    Unusable,
}

/// An expression for a day or a rhythm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Expression {
    /// The token behind it.
    pub(super) end: usize,
    pub(super) meaning: Meaning,
    /// Where it is a period without a limit: its first and its last day.
    pub(super) period: Option<(NaiveDate, NaiveDate)>,
}

/// A day with what limits it.
struct Limited {
    limit: Limit,
    day: DayRead,
    end: usize,
}

impl Reading<'_> {
    /// The longest expression at a place.
    pub(super) fn expression(&self, at: usize) -> Option<Expression> {
        let token = self.tokens.get(at)?;
        if token.is_sign || token.is_unknown() {
            return None;
        }
        let found =
            [self.rhythm(at), self.next_meeting(at), self.deadline(at), self.timed_deadline(at)];
        let mut best: Option<Expression> = None;
        for one in found.into_iter().flatten() {
            if best.as_ref().is_none_or(|best| one.end > best.end) {
                best = Some(one);
            }
        }
        best
    }

    /// "De volgende keer", "voor de volgende bijeenkomst".
    fn next_meeting(&self, at: usize) -> Option<Expression> {
        let limited = self.limit(at).and_then(|(begin, limit)| {
            Some((self.longest(&self.grammar.next_meeting, begin)?.0, limit))
        });
        let plain = self.longest(&self.grammar.next_meeting, at).map(|(end, ..)| (end, Limit::On));
        let (end, limit) = plain.into_iter().chain(limited).max_by_key(|(end, _)| *end)?;
        let meaning = match limit {
            Limit::On | Limit::By | Limit::Before => Meaning::When(When::Next),
            Limit::After | Limit::From => Meaning::Unusable,
        };
        Some(Expression { end, meaning, period: None })
    }

    /// A word that limits a day, and the place behind it.
    pub(super) fn limit(&self, at: usize) -> Option<(usize, Limit)> {
        self.longest(&self.grammar.limits, at).map(|(end, _, limit)| (end, limit))
    }

    fn limited(&self, at: usize) -> Option<Limited> {
        let mentioned = at.checked_sub(1).is_some_and(|before| self.is_sign(before, "@"));
        let strict = self.is_running && !mentioned;
        let plain = self.day(at).filter(|day| !strict || !day.is_loose).map(|day| {
            let behind = self.longest(&self.grammar.limits_behind, day.end);
            let (end, limit) = behind.map_or((day.end, Limit::On), |(end, _, limit)| (end, limit));
            Limited { limit, day, end }
        });
        let limited = self.limit(at).and_then(|(begin, limit)| {
            let day = self.day(begin).or_else(|| self.limited_weekend(begin, limit))?;
            // "Bloemen voor ma", "na zo": only some words make a day of these.
            let unsure = day.is_loose && self.tokens[begin].unsure;
            let fits = !strict || !unsure || matches!(limit, Limit::On | Limit::By);
            fits.then_some(Limited { limit, end: day.end, day })
        });
        match (plain, limited) {
            (Some(plain), Some(limited)) if limited.end > plain.end => Some(limited),
            (Some(plain), _) => Some(plain),
            (None, limited) => limited,
        }
    }

    /// "Voor het weekend", "na het weekend": the one to come, which the weekend alone may not be.
    fn limited_weekend(&self, at: usize, limit: Limit) -> Option<DayRead> {
        let (end, ..) = self.longest(&self.grammar.weekend, at)?;
        let named = self.from.meaning(DayPhrase::Weekend(0), &Filled::default())?;
        matches!(limit, Limit::Before | Limit::After).then(|| DayRead {
            end,
            named,
            part: None,
            is_loose: false,
            is_past: false,
        })
    }

    /// A time with what limits it, and its day: "by 5 pm on Friday".
    fn timed_deadline(&self, at: usize) -> Option<Expression> {
        let (begin, limit) = self.limit(at)?;
        if !matches!(limit, Limit::By | Limit::Before) {
            return None;
        }
        let (begin, time) = self.at_time(begin, true)?;
        time.time?;
        let Limited { limit: Limit::On, day, end } = self.limited(begin)? else { return None };
        let period = day.named.as_ref().ok().filter(|it| is_exact(it))?;
        let due = Due { date: period.last, how: How::By, time: time.time, part: None };
        Some(Expression { end, meaning: Meaning::When(When::Day(due)), period: None })
    }

    fn deadline(&self, at: usize) -> Option<Expression> {
        let Limited { limit, day, mut end } = self.limited(at)?;
        if day.is_past && !self.from.back {
            return Some(Expression { end, meaning: Meaning::Unusable, period: None });
        }
        let mut time = AtTime { time: None, part: day.part };
        let takes_time = matches!(limit, Limit::On | Limit::By | Limit::Before)
            && day.named.as_ref().map_or(true, Period::is_day)
            && day.named.as_ref().map_or(true, |it| it.grain != Grain::Other);
        if takes_time && let Some((behind, read)) = self.time_behind(end, time) {
            (end, time) = (behind, read);
        }
        let period = day.named.as_ref().ok().filter(|it| limit == Limit::On && !is_exact(it));
        let period = period.map(|it| (it.choice_from, it.last));
        let meaning = limited_by(limit, &day.named, time)?;
        Some(Expression { end, meaning, period })
    }

    /// A time behind a day, perhaps with a comma between them. What is there already stays.
    pub(super) fn time_behind(&self, end: usize, known: AtTime) -> Option<(usize, AtTime)> {
        let begin = if self.is_sign(end, ",") { end + 1 } else { end };
        let (behind, read) = self.at_time(begin, false)?;
        if let (Some(part), Some(time)) = (known.part, read.time) {
            // "vrijdagavond om 8 uur": the part of the day says which eight it is.
            let (behind, in_part) = self.time_in(begin, part)?;
            return Some((behind, AtTime { time: in_part.or(Some(time)), part: None }));
        }
        if known.time.is_some() && read.time.is_some() {
            return None;
        }
        let time = known.time.or(read.time);
        let part = if time.is_some() { None } else { known.part.or(read.part) };
        Some((behind, AtTime { time, part }))
    }
}

/// Whether a period is a day that is meant as such.
fn is_exact(period: &Period) -> bool {
    period.is_day() && matches!(period.grain, Grain::Day | Grain::Feast)
}

/// What a day means with what limits it. Before a period is before its first day, after it is from the day
/// behind its last.
fn limited_by(limit: Limit, named: &Named, time: AtTime) -> Option<Meaning> {
    let due = |date, how| When::Day(Due { date, how, time: time.time, part: time.part });
    let when = |period: &Period| {
        Some(match limit {
            Limit::On if is_exact(period) => due(period.last, How::On),
            Limit::On | Limit::By => due(period.last, How::By),
            Limit::Before => due(period.first, How::Before),
            Limit::After => When::From(period.last.succ_opt()?),
            Limit::From => When::From(period.first),
        })
    };
    match named {
        Ok(period) => when(period).map(Meaning::When),
        Err(Uncertain { why, days }) => {
            let readings = days.iter().filter_map(|day| when(&Period::day(*day))).collect();
            let why = match why {
                Why::OtherWeekday => DoubtWhy::OtherWeekday,
                Why::NoSuchDay => DoubtWhy::NoSuchDay,
                Why::WhichWeek => DoubtWhy::WhichWeek,
            };
            Some(Meaning::Doubt(Doubt { why, readings }))
        }
    }
}
