//! A language that is read, as far as it is needed to make a sentence of what is left of a line.

use super::grammar::GRAMMARS;
use super::token::fold;
use super::vocabulary::{LANGUAGES, Sentence, Vocabulary, holds};

/// A language, by its number among those that are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Language(pub(super) usize);

impl Language {
    fn sentence(self) -> &'static Sentence {
        &LANGUAGES[self.0].sentence
    }

    /// Whether a word is a verb that stands before its subject when a day is in front, behind whom that is
    /// one person, or several people.
    pub(in crate::domain) fn is_verb(self, word: &str, behind_are_several: bool) -> bool {
        let sentence = self.sentence();
        let word = fold(word);
        let several = behind_are_several
            && word.ends_with(sentence.plural_ending)
            && !holds(sentence.no_verbs, &word);
        sentence.verb_second
            && (sentence.is_verb(&word) || several || holds(sentence.own_verbs, &word))
    }

    /// Whether a word is a verb behind one person, in any language: "Bo belt", "Bo calls".
    pub(in crate::domain) fn is_verb_in_any(word: &str) -> bool {
        let word = fold(word);
        LANGUAGES.iter().any(|language| language.sentence.is_verb(&word))
    }

    /// Whether a word is one that some language needs for its days, and so no name.
    pub(in crate::domain) fn knows(word: &str) -> bool {
        let word = fold(word);
        GRAMMARS.iter().any(|grammar| grammar.lexicon.knows(&word))
    }

    /// The length of a subject that is no name, with which a text begins.
    pub(in crate::domain) fn pronoun(self, text: &str) -> Option<usize> {
        let word = text.split_whitespace().next()?;
        holds(self.sentence().pronouns, &fold(word)).then_some(word.len())
    }

    /// Whether a text begins with an article, and so with a subject.
    pub(in crate::domain) fn has_article(self, text: &str) -> bool {
        let word = text.split_whitespace().next().map(fold);
        word.is_some_and(|word| holds(self.sentence().articles, &word))
    }

    /// Stands for a day in front.
    pub(in crate::domain) fn then(self) -> &'static str {
        self.sentence().then
    }

    /// Where in a text in the passive voice stands by whom something is done, and whether that is somebody
    /// for certain, in any language: "Noor wordt gebeld door de huisarts".
    pub(in crate::domain) fn agent(text: &str) -> Option<(usize, bool)> {
        LANGUAGES.iter().find_map(|language| language.sentence.agent(text))
    }

    /// Whether a text is in the passive voice, in any language: "Noor wordt gebeld", "Bo is called".
    pub(in crate::domain) fn is_passive(text: &str) -> bool {
        LANGUAGES.iter().any(|language| language.is_passive(text))
    }

    /// Whether a text begins with a verb that has no subject: "ophalen" in "Noor ophalen bij Karin".
    pub(in crate::domain) fn begins_with_infinitive(text: &str) -> bool {
        let Some(behind) = text.strip_prefix(' ') else { return false };
        let word = behind.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        let is_lower = word.starts_with(char::is_lowercase);
        let word = fold(word);
        let is_one = |language: &&Vocabulary| {
            let sentence = &language.sentence;
            !sentence.infinitive_ending.is_empty()
                && word.ends_with(sentence.infinitive_ending)
                && !holds(sentence.no_infinitives, &word)
        };
        is_lower && word.len() > 3 && !Self::knows(&word) && LANGUAGES.iter().any(is_one)
    }
}

impl Vocabulary {
    /// Whether a word, as it is folded, is a participle: "gebeld", "called".
    pub(super) fn is_participle(&self, word: &str) -> bool {
        let around = &self.around;
        let ends = |ending: &str| word.len() > ending.len() + 3 && word.ends_with(ending);
        holds(around.participles, word)
            || around.participle_endings.split(' ').any(ends)
                && around.participle_beginnings.split(' ').any(|it| word.starts_with(it))
    }

    fn is_passive(&self, text: &str) -> bool {
        let words: Vec<String> = text
            .split(|c: char| !c.is_alphabetic())
            .filter(|it| !it.is_empty())
            .map(fold)
            .collect();
        let Some(at) = words.iter().position(|word| holds(self.sentence.passive, word)) else {
            return false;
        };
        if self.sentence.verb_second {
            words.iter().any(|word| self.is_participle(word))
        } else {
            words.get(at + 1).is_some_and(|word| self.is_participle(word))
        }
    }
}

impl Sentence {
    fn is_verb(&self, word: &str) -> bool {
        let ends = word.len() > 2
            && word.ends_with(self.verb_ending)
            && word.chars().all(char::is_alphabetic);
        holds(self.verbs, word) || ends && !holds(self.no_verbs, word)
    }

    fn agent(&self, text: &str) -> Option<(usize, bool)> {
        if !text.contains(self.by) {
            return None;
        }
        let (mut passive, mut at) = (false, 0);
        for piece in text.split_inclusive(char::is_whitespace) {
            at += piece.len();
            let word = fold(piece.trim_end_matches(|c: char| !c.is_alphanumeric()));
            passive |= holds(self.passive, &word);
            if passive && word == self.by {
                let next = text[at..].split_whitespace().next().unwrap_or("");
                let is_somebody =
                    next.starts_with(char::is_uppercase) || holds(self.articles, &fold(next));
                return Some((at, is_somebody));
            }
        }
        None
    }
}
