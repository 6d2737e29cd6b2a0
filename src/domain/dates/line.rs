//! The day or the rhythm in a line of running text. It is taken only where it is the only one, and where
//! no word around it says that it is something else.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::expression::{Expression, Meaning};
use super::grammar::GRAMMARS;
use super::language::Language;
use super::named_day::SeenFrom;
use super::reading::Reading;
use super::time::AtTime;
use super::token::Token;
use crate::domain::when::{Doubt, DoubtWhy, Due, How, Rhythm, Unit, Until, When};

/// When something is done, as a line says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineRead {
    pub said: Said,
    /// The words that say so, in bytes of the line, in order; empty when nothing was taken.
    pub words: Vec<Range<usize>>,
    /// The language of these words.
    pub language: Language,
}

/// What a line says of when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Said {
    #[default]
    Nothing,
    /// Something that stays in its words: "binnenkort", "dinsdag, donderdag".
    Words,
    When(When),
    Doubt(Doubt),
}

/// An expression in a line.
struct Found<'a> {
    reading: &'a Reading<'a>,
    language: usize,
    /// Its tokens.
    tokens: Range<usize>,
    is: Is,
}

enum Is {
    /// A day or a rhythm; and its first and last day, where it is a period without a limit.
    Day(Meaning, Option<(NaiveDate, NaiveDate)>),
    /// A time without a day.
    Time(AtTime),
}

impl Found<'_> {
    fn bytes(&self) -> Range<usize> {
        let tokens = &self.reading.tokens;
        tokens[self.tokens.start].start..tokens[self.tokens.end - 1].end_with_dot
    }

    fn is_day(&self) -> bool {
        self.meaning().is_some()
    }

    /// Whether it is a weekday alone, so that a date may say which.
    fn is_weekday(&self) -> bool {
        let tokens = &self.reading.tokens[self.tokens.clone()];
        tokens.last().is_some_and(|token| token.weekday.is_some())
            && tokens.iter().all(|token| token.number.is_none() && token.date.is_none())
            && tokens.len() <= 2
    }

    fn meaning(&self) -> Option<&Meaning> {
        match &self.is {
            Is::Day(meaning, _) => Some(meaning),
            Is::Time(_) => None,
        }
    }
}

/// What a line says of when, seen from `today`. `names` are those of people who may be called after a
/// month or a day: such a word is a name.
#[must_use]
pub fn in_line(line: &str, today: NaiveDate, names: &[&str]) -> LineRead {
    let from = SeenFrom { today, back: false };
    let readings: Vec<Reading<'_>> = GRAMMARS
        .iter()
        .map(|grammar| Reading::new(grammar, line, from, true).without_names(names))
        .collect();
    let found = found_in(&readings);
    let days: Vec<&Found<'_>> = found.iter().filter(|one| one.is_day()).collect();
    let Some(meaning) = meaning_of(&days) else {
        let speaks = !found.is_empty() || likely(&readings).1.has_vague_word();
        let said = if speaks { Said::Words } else { Said::Nothing };
        return LineRead { said, ..LineRead::default() };
    };
    let nothing_taken = LineRead { said: Said::Words, ..LineRead::default() };
    let inside: Vec<Range<usize>> = found.iter().map(Found::bytes).collect();
    if days.iter().any(|day| is_changed(day, &readings, &inside)) {
        return nothing_taken;
    }
    let (said, time) = match meaning {
        Meaning::Unusable => return nothing_taken,
        Meaning::Doubt(doubt) => (Said::Doubt(doubt), None),
        Meaning::When(when) => {
            let mut others = found.iter().filter(|one| !one.is_day());
            // A period has no time of day: that of "volgende week om 10 uur" stays in the sentence.
            let is_period = days.iter().any(|day| matches!(day.is, Is::Day(_, Some(_))));
            let only = others.next().filter(|_| !is_period && others.next().is_none());
            match only.and_then(|time| Some((with_time(&when, &time.is)?, time.bytes()))) {
                Some((when, time)) => (not_past(when, today), Some(time)),
                None => (not_past(when, today), None),
            }
        }
    };
    let mut words: Vec<Range<usize>> = days.iter().map(|day| day.bytes()).chain(time).collect();
    words.sort_by_key(|range| range.start);
    let language = days.first().map_or(0, |day| day.language);
    LineRead { said, words, language: Language(language) }
}

/// What the days of a line mean together: the only one, or a rhythm and the day that begins or ends it.
fn meaning_of(days: &[&Found<'_>]) -> Option<Meaning> {
    let meanings: Vec<&Meaning> = days.iter().filter_map(|day| day.meaning()).collect();
    match meanings.as_slice() {
        [only] => Some((*only).clone()),
        [Meaning::When(When::Recurs(rhythm)), Meaning::When(other)] => {
            limited_rhythm(rhythm, other, days[1])
        }
        [Meaning::When(other), Meaning::When(When::Recurs(rhythm))] => {
            limited_rhythm(rhythm, other, days[0])
        }
        [Meaning::When(When::Day(one)), Meaning::When(When::Day(other))] => {
            let is_weekday = |nr: usize| days[nr].is_weekday();
            same_day(one, other, [is_weekday(0), is_weekday(1)])
        }
        _ => None,
    }
}

/// A day that a line names twice: "Sanne wandelt maandag mee, 2 maart". Where the weekday is that of another
/// date, somebody has to say which.
fn same_day(one: &Due, other: &Due, is_weekday: [bool; 2]) -> Option<Meaning> {
    if one.how != How::On || other.how != How::On || one.time.is_some() && other.time.is_some() {
        return None;
    }
    let (weekday, date) = match is_weekday {
        [true, false] => (one, other),
        [false, true] => (other, one),
        _ if one.date == other.date => (one, other),
        _ => return None,
    };
    let (time, part) = (date.time.or(weekday.time), date.part.or(weekday.part));
    let part = part.filter(|_| time.is_none());
    let on = |date| When::Day(Due { date, how: How::On, time, part });
    if weekday.date.weekday() == date.date.weekday() {
        return Some(Meaning::When(on(date.date)));
    }
    let readings = vec![on(date.date), on(weekday.date)];
    Some(Meaning::Doubt(Doubt { why: DoubtWhy::OtherWeekday, readings }))
}

/// "vanaf maandag … elke dag", "tot Pasen … elke dag", "in april … elke dag".
fn limited_rhythm(rhythm: &Rhythm, limit: &When, found: &Found<'_>) -> Option<Meaning> {
    let mut rhythm = rhythm.clone();
    let today = found.reading.from.today;
    let Is::Day(_, period) = found.is else { return None };
    match limit {
        When::From(day) if rhythm.from.is_none() => rhythm.from = Some(*day),
        When::Day(Due { how: How::By | How::Before, time: None, part: None, .. })
            if rhythm.until.is_none() =>
        {
            match period {
                Some((first, last))
                    if rhythm.from.is_none() && returns_in(&rhythm, first, last) =>
                {
                    rhythm.from = Some(first).filter(|day| *day > today);
                }
                None if found.reading.ends_rhythm(&found.tokens) => {}
                _ => return None,
            }
            rhythm.until = Some(Until::Day(limit.last_day()?));
        }
        _ => return None,
    }
    rhythm.is_ahead(today).then_some(Meaning::When(When::Recurs(rhythm)))
}

/// Whether a rhythm returns within a period: "elke maandag in april", and not "elk jaar in mei".
fn returns_in(rhythm: &Rhythm, first: NaiveDate, last: NaiveDate) -> bool {
    let days = (last - first).num_days();
    match rhythm.unit {
        Unit::Day => true,
        Unit::Week => days >= 6,
        Unit::Month => days > 60,
        Unit::Year => false,
    }
}

/// Whether a word around a day says that it is not the one on which something is done, in a language that
/// reads it.
fn is_changed(day: &Found<'_>, readings: &[Reading<'_>], inside: &[Range<usize>]) -> bool {
    let bytes = day.bytes();
    day.reading.changes(day.tokens.clone(), inside)
        || readings.iter().filter(|reading| reading.expression_of(&bytes).is_some()).any(
            |reading| {
                reading.tokens_of(&bytes).is_some_and(|tokens| reading.changes(tokens, inside))
            },
        )
}

/// The expressions of a line in all languages. Of those that overlap, the longest counts, and of two that are
/// as long that of the language to which most words of the line belong.
fn found_in<'a>(readings: &'a [Reading<'a>]) -> Vec<Found<'a>> {
    let likely = likely(readings).0;
    let mut all: Vec<Found<'a>> = Vec::new();
    for (language, reading) in readings.iter().enumerate() {
        reading.find_all(|tokens, is| all.push(Found { reading, language, tokens, is }));
    }
    all.sort_by_key(|one| {
        (std::cmp::Reverse(one.bytes().len()), one.language != likely, one.bytes().start)
    });
    let mut kept: Vec<Found<'a>> = Vec::new();
    for one in all {
        let bytes = one.bytes();
        let overlaps =
            |other: &Found<'_>| bytes.start < other.bytes().end && other.bytes().start < bytes.end;
        if !kept.iter().any(overlaps) {
            kept.push(one);
        }
    }
    kept.sort_by_key(|one| one.bytes().start);
    kept
}

/// The language to which most words belong; the first of two.
fn likely<'a>(readings: &'a [Reading<'a>]) -> (usize, &'a Reading<'a>) {
    let known = |reading: &Reading<'_>| {
        reading.tokens.iter().filter(|token| token.id != 0 && !token.is_sign).count()
    };
    let mut best = 0;
    for (nr, reading) in readings.iter().enumerate() {
        if known(reading) > known(&readings[best]) {
            best = nr;
        }
    }
    (best, &readings[best])
}

/// A day with a time that stands elsewhere in the line: "gaat vrijdag met Noor om 14.00 uur".
fn with_time(when: &When, time: &Is) -> Option<When> {
    let Is::Time(AtTime { time: Some(time), .. }) = time else { return None };
    match when {
        When::Day(due) if due.time.is_none() && due.part.is_none() => {
            Some(When::Day(Due { time: Some(*time), ..*due }))
        }
        When::Recurs(rhythm)
            if rhythm.time.is_none() && rhythm.part.is_none() && rhythm.times.is_none() =>
        {
            Some(When::Recurs(Rhythm { time: Some(*time), ..rhythm.clone() }))
        }
        _ => None,
    }
}

/// A day that is past is asked about: it may be the one of the next year.
fn not_past(when: When, today: NaiveDate) -> Said {
    let When::Day(due) = when else { return Said::When(when) };
    if when.last_day().is_none_or(|day| day >= today) {
        return Said::When(when);
    }
    let next = (1..=300u16)
        .filter_map(|years| super::add_months(due.date, years * 12))
        .find(|date| *date >= today);
    let next = next.map(|date| When::Day(Due { date, ..due }));
    Said::Doubt(Doubt { why: DoubtWhy::Past, readings: next.into_iter().chain([when]).collect() })
}

impl Reading<'_> {
    /// The same, where names of people are no days and no months. Behind a number, or a word that goes with
    /// months, a month is one all the same: "April belt in april".
    fn without_names(mut self, names: &[&str]) -> Self {
        for at in 0..self.tokens.len() {
            let token = &self.tokens[at];
            let word = &self.text[token.start..token.end];
            let is_name = |name: &&str| name.chars().count() > 2 && word.eq_ignore_ascii_case(name);
            if (token.month.is_some() || token.weekday.is_some())
                && names.iter().any(is_name)
                && !self.is_month_behind(at)
            {
                self.tokens[at] = Token {
                    start: token.start,
                    end: token.end,
                    end_with_dot: token.end,
                    ..Token::default()
                };
            }
        }
        self
    }

    fn is_month_behind(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        self.tokens[at].month.is_some()
            && (self.tokens[before].number.is_some()
                || self.is(before, &self.grammar.before_months))
    }

    /// Every expression for a day or a time, from left to right.
    fn find_all(&self, mut found: impl FnMut(Range<usize>, Is)) {
        let mut at = 0;
        while at < self.tokens.len() {
            if let Some(Expression { end, meaning, period }) = self.expression(at) {
                found(at..end, Is::Day(meaning, period));
                at = end;
            } else if self.begins_time(at)
                && let Some((end, time)) = self.at_time(at, false)
            {
                found(at..end, Is::Time(time));
                at = end;
            } else {
                at += 1;
            }
        }
    }

    /// The expression that stands on some bytes, when one does.
    fn expression_of(&self, bytes: &Range<usize>) -> Option<Expression> {
        let tokens = self.tokens_of(bytes)?;
        self.expression(tokens.start).filter(|one| one.end == tokens.end)
    }

    fn tokens_of(&self, bytes: &Range<usize>) -> Option<Range<usize>> {
        let first = self.tokens.iter().position(|token| token.start == bytes.start)?;
        let last = self.tokens.iter().position(|token| token.end_with_dot == bytes.end)?;
        Some(first..last + 1)
    }

    fn has_vague_word(&self) -> bool {
        (0..self.tokens.len()).any(|at| self.is(at, &self.grammar.vague))
    }
}
