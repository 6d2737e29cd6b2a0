//! Phrases as rows of words and slots.

use super::token::{Lexicon, Token, WordId};
use super::vocabulary::Phrases;

/// What a slot of a phrase takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    Weekday,
    /// Weekdays that are said of every such day, with what joins them; and weekdays with what joins them.
    Plurals,
    Weekdays,
    /// A number, in digits or words.
    Number,
    /// A length of time: "week", "half jaar".
    Unit,
    Month,
    /// The day of a month: a number or an ordinal number from 1 to 31.
    DayOfMonth,
    /// The day of a month as an ordinal number.
    Ordinal,
    /// Which of some days, or the last.
    Nth,
    MonthNumber,
    Year,
    ShortYear,
    Digits,
    Clock,
    Feast,
    /// A part of the day.
    Part,
    /// A day or a period that is named by another phrase.
    Day,
}

/// What may stand at one place of a phrase.
#[derive(Clone, Debug)]
pub(super) enum Choice {
    Word(WordId),
    Slot(Slot),
    /// Nothing follows that could belong to the phrase.
    End,
}

/// A place of a phrase.
#[derive(Clone, Debug)]
pub(super) struct Element {
    pub(super) choices: Vec<Choice>,
    pub(super) optional: bool,
}

struct Phrase<M> {
    elements: Vec<Element>,
    /// The slots with which it may begin.
    begins: Vec<Slot>,
    means: M,
}

/// The phrases of one kind.
pub(super) struct PhraseBook<M> {
    phrases: Vec<Phrase<M>>,
    /// By the number of a word: the phrases that may begin with it.
    by_word: Vec<Vec<usize>>,
    by_slot: Vec<usize>,
}

impl<M: Copy> PhraseBook<M> {
    pub(super) fn new(table: Phrases<M>, lexicon: &mut Lexicon) -> Self {
        let mut book = Self { phrases: Vec::new(), by_word: Vec::new(), by_slot: Vec::new() };
        for (words, means) in table {
            let elements: Vec<Element> =
                words.split_whitespace().map(|word| Element::new(word, lexicon)).collect();
            let begins = book.index(&elements);
            book.phrases.push(Phrase { elements, begins, means: *means });
        }
        book
    }

    /// Notes by what a phrase can begin; the slots among that.
    fn index(&mut self, elements: &[Element]) -> Vec<Slot> {
        let nr = self.phrases.len();
        let first = elements.iter().position(|element| !element.optional).unwrap_or(0);
        let mut slots = Vec::new();
        for choice in elements[..=first].iter().flat_map(|element| &element.choices) {
            match choice {
                Choice::Word(word) => {
                    let word = usize::from(*word);
                    if self.by_word.len() <= word {
                        self.by_word.resize_with(word + 1, Vec::new);
                    }
                    if self.by_word[word].last() != Some(&nr) {
                        self.by_word[word].push(nr);
                    }
                }
                Choice::Slot(slot) => slots.push(*slot),
                Choice::End => {}
            }
        }
        if !slots.is_empty() {
            self.by_slot.push(nr);
        }
        slots
    }

    /// The phrases that may begin with a token, each with its meaning.
    pub(super) fn beginning_with(&self, token: &Token) -> impl Iterator<Item = (&[Element], M)> {
        let by_word = self.by_word.get(usize::from(token.id)).map_or(&[][..], Vec::as_slice);
        let may_begin =
            |nr: &&usize| self.phrases[**nr].begins.iter().any(|slot| token.may_fill(*slot));
        by_word.iter().chain(self.by_slot.iter().filter(may_begin)).map(|nr| {
            let phrase = &self.phrases[*nr];
            (phrase.elements.as_slice(), phrase.means)
        })
    }
}

impl Element {
    fn new(text: &str, lexicon: &mut Lexicon) -> Self {
        let inner = text.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
        let choices = inner.unwrap_or(text).split('|').map(|one| match one {
            "$" => Choice::End,
            "<weekday>" => Choice::Slot(Slot::Weekday),
            "<plurals>" => Choice::Slot(Slot::Plurals),
            "<weekdays>" => Choice::Slot(Slot::Weekdays),
            "<n>" => Choice::Slot(Slot::Number),
            "<unit>" => Choice::Slot(Slot::Unit),
            "<month>" => Choice::Slot(Slot::Month),
            "<dom>" => Choice::Slot(Slot::DayOfMonth),
            "<ord>" => Choice::Slot(Slot::Ordinal),
            "<nth>" => Choice::Slot(Slot::Nth),
            "<mm>" => Choice::Slot(Slot::MonthNumber),
            "<year>" => Choice::Slot(Slot::Year),
            "<yy>" => Choice::Slot(Slot::ShortYear),
            "<date>" => Choice::Slot(Slot::Digits),
            "<clock>" => Choice::Slot(Slot::Clock),
            "<feast>" => Choice::Slot(Slot::Feast),
            "<part>" => Choice::Slot(Slot::Part),
            "<day>" => Choice::Slot(Slot::Day),
            word => Choice::Word(lexicon.word(word)),
        });
        Self { choices: choices.collect(), optional: inner.is_some() }
    }
}

impl Token {
    /// Whether a slot may take it.
    pub(super) fn may_fill(&self, slot: Slot) -> bool {
        match slot {
            Slot::Weekday | Slot::Plurals | Slot::Weekdays => self.weekday.is_some(),
            Slot::Number | Slot::MonthNumber | Slot::ShortYear => self.number.is_some(),
            Slot::DayOfMonth => self.number.is_some() || self.ordinal.is_some(),
            Slot::Ordinal | Slot::Nth => self.ordinal.is_some(),
            Slot::Month => self.month.is_some(),
            Slot::Year => self.number.is_some() || self.short_year.is_some(),
            Slot::Digits => self.date.is_some(),
            Slot::Clock => self.clock.is_some(),
            Slot::Unit | Slot::Feast | Slot::Part => self.id != 0,
            Slot::Day => !self.is_unknown(),
        }
    }

    /// Whether it is a word of which nothing is known.
    pub(super) fn is_unknown(&self) -> bool {
        self.id == 0
            && self.number.is_none()
            && self.ordinal.is_none()
            && self.date.is_none()
            && self.clock.is_none()
            && self.short_year.is_none()
    }
}
