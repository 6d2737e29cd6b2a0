//! A text that is read in one language.

use std::cell::Cell;

use super::filled::Filled;
use super::grammar::Grammar;
use super::named_day::SeenFrom;
use super::period::{Named, Period};
use super::phrase::{Choice, Element, PhraseBook, Slot};
use super::token::{Token, WordId};
use super::vocabulary::DayPhrase;
use crate::domain::when::{PartOfDay, RhythmDay};

/// How often a day may be named by another one: "een week voor de maandag na Pasen".
const DEPTH: u8 = 2;

/// A text that is read in one language.
pub(super) struct Reading<'a> {
    pub(super) grammar: &'a Grammar,
    pub(super) text: &'a str,
    pub(super) tokens: Vec<Token>,
    pub(super) from: SeenFrom,
    /// Whether the text can hold anything else than a day, so that a word that may be another is none.
    pub(super) is_running: bool,
    depth: Cell<u8>,
}

/// A phrase for a day.
#[derive(Clone, Debug)]
pub(super) struct DayRead {
    /// The token behind it.
    pub(super) end: usize,
    pub(super) named: Named,
    pub(super) part: Option<PartOfDay>,
    /// Whether it is a day only behind a word that says so: "mei", "2-4".
    pub(super) is_loose: bool,
    /// Whether the words themselves say that it is past: "vorige week".
    pub(super) is_past: bool,
}

impl<'a> Reading<'a> {
    pub(super) fn new(
        grammar: &'a Grammar,
        text: &'a str,
        from: SeenFrom,
        is_running: bool,
    ) -> Self {
        let tokens = grammar.lexicon.tokens(text);
        Self { grammar, text, tokens, from, is_running, depth: Cell::new(0) }
    }

    /// The longest phrase for a day at a place.
    pub(super) fn day(&self, at: usize) -> Option<DayRead> {
        let mut best: Option<DayRead> = None;
        self.each(&self.grammar.days, at, |end, filled, phrase| {
            if best.as_ref().is_some_and(|best| best.end >= end) {
                return;
            }
            let Some(named) = self.from.meaning(phrase, &filled) else { return };
            let loose = match phrase {
                DayPhrase::Month | DayPhrase::Year | DayPhrase::DayOfMonth(_) => true,
                DayPhrase::Date => filled.digits.is_some() && filled.year.is_none(),
                DayPhrase::Weekday => filled.unsure,
                _ => false,
            };
            let is_past = match phrase {
                DayPhrase::Days(days) => days < 0,
                DayPhrase::Period(number)
                | DayPhrase::Weekend(number)
                | DayPhrase::WeekdayOfWeek(number) => number < 0,
                DayPhrase::Ago | DayPhrase::LastWeekday => true,
                _ => false,
            };
            let is_loose = loose && end == at + 1;
            best = Some(DayRead { end, named, part: filled.part, is_loose, is_past });
        });
        best
    }

    /// A day by which another one is named.
    pub(super) fn inner_day(&self, at: usize) -> Option<(usize, Period, Option<PartOfDay>)> {
        if self.depth.get() >= DEPTH {
            return None;
        }
        self.depth.set(self.depth.get() + 1);
        let day = self.day(at);
        self.depth.set(self.depth.get() - 1);
        let day = day?;
        Some((day.end, day.named.ok()?, day.part))
    }

    /// Whether nothing follows at a place that could belong to a number before it.
    pub(super) fn ends(&self, at: usize) -> bool {
        self.tokens.get(at).is_none_or(|token| {
            token.is_sign && &self.text[token.start..token.end] != "/"
                || token.id != 0 && self.grammar.boundary.contains(&token.id)
        })
    }

    /// Whether one of some words stands at a place.
    pub(super) fn is(&self, at: usize, words: &[WordId]) -> bool {
        self.tokens.get(at).is_some_and(|token| token.id != 0 && words.contains(&token.id))
    }

    /// Whether a sign stands at a place.
    pub(super) fn is_sign(&self, at: usize, signs: &str) -> bool {
        let token = self.tokens.get(at).filter(|token| token.is_sign);
        token.is_some_and(|token| signs.contains(&self.text[token.start..token.end]))
    }
}

impl Reading<'_> {
    /// The longest phrase of a kind at a place, with the place behind it; of two of one length the one that
    /// stands first in the table.
    pub(super) fn longest<M: Copy>(
        &self,
        book: &PhraseBook<M>,
        at: usize,
    ) -> Option<(usize, Filled, M)> {
        let mut best: Option<(usize, Filled, M)> = None;
        self.each(book, at, |end, filled, means| {
            if best.as_ref().is_none_or(|(longest, ..)| end > *longest) {
                best = Some((end, filled, means));
            }
        });
        best
    }

    /// Every phrase of a kind at a place.
    pub(super) fn each<M: Copy>(
        &self,
        book: &PhraseBook<M>,
        at: usize,
        mut found: impl FnMut(usize, Filled, M),
    ) {
        let Some(token) = self.tokens.get(at) else { return };
        let mut filled = Filled::default();
        for (elements, means) in book.beginning_with(token) {
            if let Some(end) = self.fits(elements, at, &mut filled) {
                let filled = std::mem::take(&mut filled);
                if end > at {
                    found(end, filled, means);
                }
            }
        }
    }

    /// The place behind a phrase, where it stands at a place; and fills its slots, which otherwise stay as
    /// they were.
    fn fits(&self, elements: &[Element], at: usize, filled: &mut Filled) -> Option<usize> {
        let Some((first, rest)) = elements.split_first() else { return Some(at) };
        for choice in &first.choices {
            let end = match choice {
                Choice::End => self.ends(at).then(|| self.fits(rest, at, filled)).flatten(),
                Choice::Word(word) => self.fits_word(*word, rest, at, filled),
                Choice::Slot(slot) => self.fits_slot(*slot, rest, at, filled),
            };
            if end.is_some() {
                return end;
            }
        }
        if first.optional { self.fits(rest, at, filled) } else { None }
    }

    fn fits_word(
        &self,
        word: WordId,
        rest: &[Element],
        at: usize,
        filled: &mut Filled,
    ) -> Option<usize> {
        let token = self.tokens.get(at).filter(|token| token.id == word)?;
        let part = filled.part;
        filled.part = part.or(token.part);
        let end = self.fits(rest, at + 1, filled);
        if end.is_none() {
            filled.part = part;
        }
        end
    }

    fn fits_slot(
        &self,
        slot: Slot,
        rest: &[Element],
        at: usize,
        filled: &mut Filled,
    ) -> Option<usize> {
        self.tokens.get(at).filter(|token| token.may_fill(slot))?;
        let before = filled.clone();
        let end = self.fill(slot, at, filled).and_then(|end| self.fits(rest, end, filled));
        if end.is_none() {
            *filled = before;
        }
        end
    }

    /// Fills a slot with what stands at a place; the place behind it.
    fn fill(&self, slot: Slot, at: usize, filled: &mut Filled) -> Option<usize> {
        let token = self.tokens.get(at)?;
        match slot {
            Slot::Weekday => {
                filled.weekday = Some(token.weekday.filter(|_| !token.plural)?);
                filled.unsure = token.unsure;
                filled.part = filled.part.or(token.part);
            }
            Slot::Plurals => return self.weekdays(at, true, filled),
            Slot::Weekdays => return self.weekdays(at, false, filled),
            Slot::Number => {
                let free = filled.numbers.iter_mut().find(|number| number.is_none())?;
                *free = Some(token.number?);
                let text = &self.text[token.start..token.end];
                filled.leading_zero |= text.len() > 1 && text.starts_with('0');
            }
            Slot::Unit => return self.unit(at, filled),
            Slot::Month => filled.month = Some(token.month?),
            Slot::DayOfMonth => filled.day = Some(token.day_of_month()?),
            Slot::Ordinal => filled.day = Some(u32::try_from(token.ordinal?).ok()?),
            Slot::Nth => {
                let free = filled.ordinals.iter_mut().find(|nth| nth.is_none())?;
                *free = Some(token.ordinal?);
            }
            Slot::MonthNumber => {
                filled.month = Some(u32::from(token.number.filter(|_| token.digits == 2)?));
            }
            Slot::Year => {
                let year = token.number.filter(|_| token.digits == 4).map(i32::from);
                filled.year = Some(token.short_year.or(year)?);
            }
            Slot::ShortYear => {
                let year = token.number.filter(|_| token.digits == 2)?;
                filled.year = Some(2000 + i32::from(year));
            }
            Slot::Digits => {
                let date = token.date?;
                (filled.digits, filled.year) = (Some(date), date.year);
            }
            Slot::Clock => filled.clock = Some(token.clock?),
            Slot::Feast => {
                let (end, _, feast) = self.longest(&self.grammar.feasts, at)?;
                filled.feast = Some(feast);
                return Some(end);
            }
            Slot::Part => {
                let (end, _, part) = self.longest(&self.grammar.parts, at)?;
                filled.part = Some(part);
                return Some(end);
            }
            Slot::Day => {
                let (end, period, part) = self.inner_day(at)?;
                (filled.period, filled.part) = (Some(period), filled.part.or(part));
                return Some(end);
            }
        }
        Some(at + 1)
    }

    fn unit(&self, at: usize, filled: &mut Filled) -> Option<usize> {
        let units = &self.grammar.lexicon.units;
        units.iter().find_map(|(words, number, unit)| {
            let fits = words
                .iter()
                .enumerate()
                .all(|(nr, word)| self.tokens.get(at + nr).is_some_and(|token| token.id == *word));
            fits.then(|| {
                filled.unit = Some((*number, *unit));
                at + words.len()
            })
        })
    }

    /// Weekdays with what joins them: "dinsdag en donderdag", "ma/wo/vr".
    pub(super) fn weekdays(&self, at: usize, plural: bool, filled: &mut Filled) -> Option<usize> {
        let day = |at: usize| self.tokens.get(at).filter(|one| one.weekday.is_some());
        let first = day(at).filter(|token| token.plural == plural)?;
        let (mut end, part) = (at, first.part);
        while let Some(token) = day(end).filter(|token| token.part == part) {
            filled.weekdays.extend(token.weekday.map(|day| RhythmDay { day, nth: None }));
            end += 1;
            let joint = self.joint(end);
            match joint.filter(|next| day(*next).is_some_and(|one| one.plural == plural)) {
                Some(next) => end = next,
                None => break,
            }
        }
        filled.part = filled.part.or(part);
        Some(end)
    }

    /// The place behind what joins two days: "en", a comma, or both.
    fn joint(&self, at: usize) -> Option<usize> {
        let joins = |at: usize| {
            self.tokens.get(at).is_some_and(|token| self.grammar.and.contains(&token.id))
        };
        joins(at).then(|| if joins(at + 1) { at + 2 } else { at + 1 })
    }
}

impl Token {
    fn day_of_month(&self) -> Option<u32> {
        let ordinal = self.ordinal.and_then(|day| u32::try_from(day).ok());
        ordinal.or_else(|| self.number.filter(|_| self.digits <= 2).map(u32::from))
    }
}
