//! The words and signs of a text, each with what a language knows of it.

use std::collections::HashMap;

use chrono::Weekday;

use super::vocabulary::{Vocabulary, holds};
use crate::domain::when::{PartOfDay, Unit};

/// A word of a language, by its number; 0 is a word that it does not know.
pub(super) type WordId = u16;

/// A date in digits: "2-4", "2.4.2027", "2-mrt-27".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Digits {
    pub(super) day: u32,
    pub(super) month: u32,
    pub(super) year: Option<i32>,
}

/// A word, a number or a sign of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Token {
    /// Where it begins and ends, in bytes of the text.
    pub(super) start: usize,
    pub(super) end: usize,
    /// That, with the dot of an abbreviation.
    pub(super) end_with_dot: usize,
    pub(super) id: WordId,
    pub(super) weekday: Option<Weekday>,
    /// Whether a weekday is said of every such day: "maandags".
    pub(super) plural: bool,
    /// Whether a short weekday is another word too.
    pub(super) unsure: bool,
    pub(super) month: Option<u32>,
    pub(super) number: Option<u16>,
    /// How many digits the number has; 0 for a number in words.
    pub(super) digits: usize,
    pub(super) ordinal: Option<i8>,
    /// A year with an apostrophe: "'27".
    pub(super) short_year: Option<i32>,
    pub(super) date: Option<Digits>,
    /// Hour and minute as on a clock.
    pub(super) clock: Option<(u32, u32)>,
    /// The part of the day that is written onto a day: "vrijdagavond".
    pub(super) part: Option<PartOfDay>,
    /// Whether it is a sign between words and not a word.
    pub(super) is_sign: bool,
}

/// What a language knows of a word.
#[derive(Clone, Copy, Debug, Default)]
struct Known {
    id: WordId,
    weekday: Option<Weekday>,
    plural: bool,
    unsure: bool,
    month: Option<u32>,
    number: Option<u16>,
    ordinal: Option<i8>,
    part: Option<PartOfDay>,
    abbreviation: bool,
}

/// The words of a language, to look up.
pub(super) struct Lexicon {
    known: HashMap<String, Known>,
    vocabulary: &'static Vocabulary,
    /// By the words of the unit.
    pub(super) units: Vec<(Vec<WordId>, u16, Unit)>,
}

/// Signs that stand between words and belong to neither.
const SIGNS: [char; 15] = [
    ',', ';', ':', '!', '?', '(', ')', '/', '-', '"', '\u{2013}', '\u{201c}', '\u{201d}', '@', '&',
];

impl Lexicon {
    pub(super) fn of(vocabulary: &'static Vocabulary) -> Self {
        let mut lexicon = Self { known: HashMap::new(), vocabulary, units: Vec::new() };
        lexicon.add_days(vocabulary);
        for (month, forms) in (1..).zip(vocabulary.months) {
            lexicon.add(forms, |known| known.month = Some(month));
        }
        for (number, forms) in (1..).zip(vocabulary.numbers.split_whitespace()) {
            lexicon.add(forms, |known| known.number = Some(number));
        }
        for (ordinal, forms) in (1..).zip(vocabulary.ordinals.split_whitespace()) {
            lexicon.add(forms, |known| known.ordinal = Some(ordinal));
        }
        lexicon.add(vocabulary.last, |known| known.ordinal = Some(-1));
        for (words, number, unit) in vocabulary.units {
            let words = words.split(' ').map(|word| lexicon.word(word)).collect();
            lexicon.units.push((words, *number, *unit));
        }
        lexicon.units.sort_by_key(|(words, ..)| std::cmp::Reverse(words.len()));
        lexicon
    }

    fn add_days(&mut self, vocabulary: &Vocabulary) {
        for (number, forms) in vocabulary.weekdays.iter().enumerate() {
            let day = u8::try_from(number).ok().and_then(|day| Weekday::try_from(day).ok());
            self.add(forms, |known| known.weekday = day);
            let whole = forms.split('|').next().unwrap_or("");
            for ending in vocabulary.plural_endings.split_whitespace() {
                self.add(&format!("{whole}{ending}"), |known| {
                    known.weekday = day;
                    known.plural = true;
                });
            }
        }
        for word in vocabulary.unsure.split_whitespace() {
            self.add(word, |known| known.unsure = true);
        }
        let whole = vocabulary.weekdays.iter().filter_map(|forms| forms.split('|').next());
        let stems: Vec<(&str, &str)> =
            whole.map(|day| (day, day)).chain(vocabulary.part_stems.iter().copied()).collect();
        for (stem, day) in stems {
            self.word(day);
            let day = self.known.get(day).copied().unwrap_or_default();
            for (ending, part) in vocabulary.joined_parts {
                let joined = Known { part: Some(*part), ..day };
                self.known.insert(format!("{stem}{ending}"), joined);
            }
        }
    }

    /// Adds forms between `|`, and says of each what it is.
    fn add(&mut self, forms: &str, say: impl Fn(&mut Known)) {
        for form in forms.split('|') {
            self.word(form.trim_end_matches('.'));
            if let Some(known) = self.known.get_mut(form.trim_end_matches('.')) {
                known.abbreviation |= form.ends_with('.');
                say(known);
            }
        }
    }

    /// The number of a word, which is added if it is new.
    pub(super) fn word(&mut self, word: &str) -> WordId {
        if let Some(known) = self.known.get(word) {
            return known.id;
        }
        let id = WordId::try_from(self.known.len() + 1).unwrap_or(0);
        self.known.insert(word.to_owned(), Known { id, ..Known::default() });
        id
    }

    /// The number of a word; 0 for one that is not known.
    pub(super) fn id(&self, word: &str) -> WordId {
        self.known.get(word).map_or(0, |known| known.id)
    }

    pub(super) fn knows(&self, word: &str) -> bool {
        self.known.contains_key(word)
    }

    /// The words and signs of a text.
    pub(super) fn tokens(&self, text: &str) -> Vec<Token> {
        let mut tokens = Vec::new();
        let mut start = None;
        for (at, letter) in text.char_indices() {
            if letter.is_whitespace() {
                if let Some(start) = start.take() {
                    self.word_at(text, start, at, &mut tokens);
                }
            } else if start.is_none() {
                start = Some(at);
            }
        }
        if let Some(start) = start {
            self.word_at(text, start, text.len(), &mut tokens);
        }
        tokens
    }

    /// Adds what stands between two spaces.
    fn word_at(&self, text: &str, start: usize, end: usize, tokens: &mut Vec<Token>) {
        let word = &text[start..end];
        let opening = word.len() - word.trim_start_matches(is_sign).len();
        for (at, sign) in word[..opening].char_indices() {
            tokens.push(self.sign(start + at, sign));
        }
        let inner = &word[opening..];
        let closing = inner.trim_end_matches(|c| is_sign(c) || c == '.').len();
        let (inner, signs) = inner.split_at(closing);
        let start = start + opening;
        let dot = signs.starts_with('.');
        if !inner.is_empty() {
            self.inner(inner, start, dot, tokens);
        }
        for (at, sign) in signs.char_indices() {
            let belongs =
                at == 0 && dot && tokens.last().is_some_and(|token| token.end_with_dot > token.end);
            if !belongs {
                tokens.push(self.sign(start + closing + at, sign));
            }
        }
    }

    fn sign(&self, at: usize, sign: char) -> Token {
        let mut buffer = [0; 4];
        let id = self.id(sign.encode_utf8(&mut buffer));
        let end = at + sign.len_utf8();
        Token { start: at, end, end_with_dot: end, id, is_sign: true, ..Token::default() }
    }

    /// Adds a word without the signs around it. One with a sign inside it is a date, a word that is known,
    /// or several words.
    fn inner(&self, word: &str, start: usize, dot: bool, tokens: &mut Vec<Token>) {
        let folded = fold(word);
        if let Some(token) = self.one(&folded, start, word.len(), dot) {
            tokens.push(token);
            return;
        }
        let parts = self.split_number(word).or_else(|| split_inside(word));
        match parts {
            Some((before, sign, after)) => {
                self.inner(&word[..before], start, false, tokens);
                if after > before {
                    tokens.push(self.sign(start + before, sign));
                }
                self.inner(&word[after..], start + after, dot, tokens);
            }
            None => tokens.push(Token {
                start,
                end: start + word.len(),
                end_with_dot: start + word.len(),
                ..Token::default()
            }),
        }
    }

    /// A word that the language knows, or a number.
    fn one(&self, folded: &str, start: usize, length: usize, dot: bool) -> Option<Token> {
        let end = start + length;
        let token = Token { start, end, end_with_dot: end, ..Token::default() };
        let number = self.number(folded, token);
        if let Some(known) = self.known.get(folded) {
            let token = number.unwrap_or(token);
            return Some(Token {
                end_with_dot: end
                    + usize::from(dot && (known.abbreviation || folded.contains('.'))),
                id: known.id,
                weekday: known.weekday,
                plural: known.plural,
                unsure: known.unsure,
                month: known.month,
                number: known.number.or(token.number),
                ordinal: known.ordinal.or(token.ordinal),
                part: known.part,
                ..token
            });
        }
        number
    }

    /// A number, an ordinal number, a year, a date or a time in digits.
    fn number(&self, folded: &str, token: Token) -> Option<Token> {
        if !folded.contains(|c: char| c.is_ascii_digit()) {
            return None;
        }
        if let Some(number) = digits(folded) {
            let number = number.parse().ok()?;
            let clock = (folded.len() == 4 && folded < "2400" && &folded[2..] < "60")
                .then_some((u32::from(number) / 100, u32::from(number) % 100));
            return Some(Token { number: Some(number), digits: folded.len(), clock, ..token });
        }
        let endings = self.vocabulary.ordinal_endings.split_whitespace();
        let ordinal =
            endings.into_iter().find_map(|ending| two_digits(folded.strip_suffix(ending)?));
        if let Some(ordinal) = ordinal {
            return Some(Token { ordinal: i8::try_from(ordinal).ok(), ..token });
        }
        if let Some(year) = folded.strip_prefix('\'').and_then(short_year) {
            return Some(Token { short_year: Some(year), ..token });
        }
        if let Some(date) = self.date(folded) {
            return Some(Token { date: Some(date), clock: clock(folded), ..token });
        }
        clock(folded).map(|clock| Token { clock: Some(clock), ..token })
    }

    /// "2-3", "2/3", "2-3-2026", "2.3.2026", "2026-03-02", "2-mrt-26". Dots need a year, because 14.20
    /// is a time.
    fn date(&self, word: &str) -> Option<Digits> {
        let separator = word.chars().find(|c| matches!(c, '-' | '/' | '.'))?;
        let parts: Vec<&str> = word.split(separator).collect();
        let month = |part: &str| two_digits(part).or_else(|| self.known.get(part)?.month);
        match parts.as_slice() {
            [day, name] if separator != '.' => {
                Some(Digits { day: two_digits(day)?, month: month(name)?, year: None })
            }
            [year, name, day] if year.len() == 4 => {
                Some(Digits { day: two_digits(day)?, month: month(name)?, year: full_year(year) })
            }
            [day, name, year] => {
                let year = short_year(year).or_else(|| full_year(year))?;
                Some(Digits { day: two_digits(day)?, month: month(name)?, year: Some(year) })
            }
            _ => None,
        }
    }

    /// Where a number ends that is written onto a word: "2x", "14u20", "+3w", "2pm".
    fn split_number(&self, word: &str) -> Option<(usize, char, usize)> {
        if word.starts_with('+') && word.len() > 1 {
            return Some((1, ' ', 1));
        }
        let is_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ':');
        let at = word.find(|c: char| !is_number(c)).filter(|at| *at > 0)?;
        let letters = word[at..].trim_end_matches(|c: char| c.is_ascii_digit());
        let known = holds(self.vocabulary.behind_numbers, &fold(letters));
        (known && at <= 5).then_some((at, ' ', at))
    }
}

/// Where two words meet that are written with a slash, a dash or a comma between them: the end of the first,
/// the sign, and the beginning of the second.
fn split_inside(word: &str) -> Option<(usize, char, usize)> {
    let (at, sign) = word
        .char_indices()
        .skip(1)
        .find(|(_, c)| matches!(c, '/' | ',' | '-' | '\u{2013}' | ';' | '&' | '+' | ':'))
        .or_else(|| {
            // Letters behind a time without a space: "14u20".
            let digits = word.find(|c: char| c.is_ascii_digit()).filter(|at| *at > 0)?;
            let letters = word[..digits].chars().all(char::is_alphabetic);
            letters.then_some((digits, ' '))
        })?;
    let after = if sign == ' ' { at } else { at + sign.len_utf8() };
    (after < word.len()).then_some((at, sign, after))
}

fn is_sign(c: char) -> bool {
    SIGNS.contains(&c)
}

/// Normalizes a word for lookup: lower case, one kind of apostrophe, and no accents of stress ("vóór",
/// "één", "drieën").
pub(super) fn fold(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).filter_map(without_accent).collect()
}

fn without_accent(c: char) -> Option<char> {
    match c {
        'é' | 'è' | 'ë' => Some('e'),
        'ó' | 'ò' => Some('o'),
        '\u{2019}' | '\u{2018}' | '`' => Some('\''),
        '\u{300}' | '\u{301}' | '\u{308}' => None,
        other => Some(other),
    }
}

fn two_digits(word: &str) -> Option<u32> {
    digits(word).filter(|word| word.len() <= 2)?.parse().ok()
}

/// The word itself if it consists of digits. `parse` alone would accept a sign.
fn digits(word: &str) -> Option<&str> {
    let all = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    all.then_some(word)
}

fn short_year(word: &str) -> Option<i32> {
    let year: i32 = digits(word).filter(|word| word.len() == 2)?.parse().ok()?;
    Some(2000 + year)
}

fn full_year(word: &str) -> Option<i32> {
    digits(word).filter(|word| word.len() == 4)?.parse().ok()
}

/// "14.20", "14:20", "14u20", "14h20".
fn clock(word: &str) -> Option<(u32, u32)> {
    let (hour, minute) = word.split_once(['.', ':', 'u', 'h'])?;
    let minute = Some(minute).filter(|minute| minute.len() == 2)?;
    let (hour, minute) = (two_digits(hour)?, two_digits(minute)?);
    (hour < 24 && minute < 60).then_some((hour, minute))
}
