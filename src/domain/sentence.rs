//! The sentence that is left of a line when the words of its day are taken out.

use super::calling::Place;
use super::dates::{Language, LineRead};

/// What is left of a line.
pub(super) struct Rest<'a> {
    words: &'a str,
    day: &'a LineRead,
    /// Where the sentence begins, when the day stands before it.
    front: Option<usize>,
    /// The verb that a day in front has brought before the subject: "vrijdag belt Bo".
    verb: Option<&'a str>,
    /// Whether the words of the day are taken out.
    is_cut: bool,
}

impl<'a> Rest<'a> {
    /// What is left of a line whose day was read. `several` says whether a text begins with several people.
    pub(super) fn new(
        words: &'a str,
        day: &'a LineRead,
        is_cut: bool,
        several: impl Fn(&str) -> bool,
    ) -> Self {
        let first =
            day.words.first().filter(|it| words[..it.start].trim_matches(is_filler).is_empty());
        let front = first.map(|it| it.end);
        let verb = front.and_then(|end| {
            let text = words[end..].trim_start_matches(is_filler);
            let verb = text.split_whitespace().next()?;
            let behind = text[verb.len()..].trim_start();
            day.language.is_verb(verb, several(behind)).then_some(verb)
        });
        Self { words, day, front, verb, is_cut }
    }

    /// What is left, from its subject on, and the place of the names with which that may begin.
    pub(super) fn behind_day(&self) -> (&'a str, Place) {
        let text = self.words[self.front.unwrap_or(0)..].trim_start_matches(is_filler);
        match self.verb {
            Some(verb) => (text[verb.len()..].trim_start(), Place::Announced),
            None => (text, Place::Front),
        }
    }

    /// What stands behind the word for "by" in a sentence that says by whom something is done, and whether
    /// that is somebody for certain: "Noor wordt gebracht door Bo".
    pub(super) fn agent(&self) -> Option<(&'a str, bool)> {
        let (at, is_somebody) = Language::agent(self.words)?;
        let is_day = self.day.words.iter().any(|day| day.contains(&at));
        (!is_day).then(|| (&self.words[at..], is_somebody))
    }

    /// Whether something is done to somebody, and it is not said by whom: "Noor wordt gebeld".
    pub(super) fn is_passive(&self) -> bool {
        Language::is_passive(self.words)
    }

    /// The sentence: its subject first again, no words doubled and none left over. `subject` gives the
    /// length of the people with whom a text begins.
    pub(super) fn sentence(&self, what: &str, subject: impl Fn(&str) -> Option<usize>) -> String {
        let text = tidy(what);
        if self.front.is_none() || !self.is_cut {
            return text;
        }
        let Some(verb) = self.verb.filter(|verb| text.starts_with(*verb)) else {
            return as_before(self.words, &text);
        };
        let behind = text[verb.len()..].trim_start();
        let length = subject(behind).or_else(|| self.day.language.pronoun(behind));
        let turned = match length {
            Some(length) => {
                let (subject, rest) = behind.split_at(length);
                format!("{subject} {verb}{rest}")
            }
            None if self.day.language.has_article(behind)
                || behind.starts_with(char::is_uppercase) =>
            {
                format!("{} {text}", self.day.language.then())
            }
            None => text,
        };
        as_before(self.words, &turned)
    }
}

/// A sentence with a capital, if the line began with one.
fn as_before(line: &str, sentence: &str) -> String {
    let mut letters = sentence.chars();
    match letters.next() {
        Some(first) if line.trim_start_matches(is_filler).starts_with(char::is_uppercase) => {
            first.to_uppercase().chain(letters).collect()
        }
        _ => sentence.to_owned(),
    }
}

/// A text with one space between its words, and without signs that lost their words.
fn tidy(text: &str) -> String {
    let mut words: Vec<&str> = Vec::new();
    for word in text.split_whitespace() {
        match word {
            "()" => {}
            "," | ";" | "." | ":" if words.last().is_none_or(|last| last.ends_with(is_filler)) => {}
            word => words.push(word),
        }
    }
    let mut tidy = String::with_capacity(text.len());
    for word in words {
        let closes = matches!(word, "," | ";" | "." | ":");
        if !tidy.is_empty() && !closes {
            tidy.push(' ');
        }
        tidy.push_str(word);
    }
    let end = tidy.trim_end_matches(is_filler).len();
    tidy.truncate(end);
    let begin = tidy.len() - tidy.trim_start_matches(is_filler).len();
    tidy.split_off(begin)
}

/// Whether a character separates words and says nothing.
pub(super) fn is_filler(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | ';' | '.' | ':')
}
