//! The words around an expression that say that it is not the day on which something is done.

use std::ops::Range;

use super::grammar::Grammar;
use super::reading::Reading;
use super::token::fold;
use super::vocabulary::holds;

impl Reading<'_> {
    /// Whether a word around an expression says that it is not the day on which something is done. `inside`
    /// is what was found in the line.
    pub(super) fn changes(&self, tokens: Range<usize>, inside: &[Range<usize>]) -> bool {
        let grammar: &Grammar = self.grammar;
        let before = tokens.start.checked_sub(1);
        let first = &self.text[self.tokens[tokens.start].start..];
        let is_number = first.starts_with(|c: char| c.is_ascii_digit());
        if before.is_some_and(|at| {
            self.is(at, &grammar.before)
                || is_number && self.is(at, &grammar.labels)
                || self.is_sign(at, "/-&\u{2013}")
        }) || self.is(tokens.end, &grammar.after)
            || self.is_sign(tokens.end, "/-&\u{2013}")
        {
            return true;
        }
        let free = |at: usize| {
            let token = &self.tokens[at];
            !inside.iter().any(|bytes| bytes.start <= token.start && token.start < bytes.end)
        };
        // Behind a mention at the end stands what is true of the whole line.
        let begin = self.mention_before(&tokens).unwrap_or(0);
        let is_purpose = grammar.purpose.iter().any(|(purpose, shown)| {
            (begin..tokens.start).any(|at| free(at) && self.is(at, &[*purpose]))
                && (begin..self.tokens.len()).any(|at| free(at) && self.is(at, &[*shown]))
        });
        let is_clause =
            |at: usize| free(at) && self.is(at, &grammar.clause) && !self.joins_names(at);
        let clause = (begin..tokens.start).any(is_clause);
        let part = self.part_of_sentence(&tokens, begin);
        is_purpose
            || clause
            || part.clone().any(|at| free(at) && self.is(at, &grammar.not))
            || self.is_part_of_another(&tokens, free)
            || self.is_of_another_rhythm(part.clone(), free)
            || self.is_past(part.clone(), free)
            || self.is_state(&tokens, part, free)
    }

    /// Whether it is a piece of a longer phrase that was not understood: "van 12 tot 16 april", "op 2-4
    /// personen", "May 3 before noon", "the week after Easter".
    fn is_part_of_another(&self, tokens: &Range<usize>, free: impl Fn(usize) -> bool) -> bool {
        let grammar: &Grammar = self.grammar;
        let number = |at: usize| self.tokens.get(at).is_some_and(|token| token.digits > 0);
        let of_number = |at: usize| {
            self.is(at, &grammar.before) || self.is(at, &grammar.at) || self.is(at, &grammar.range)
        };
        let behind_number = tokens.start.checked_sub(2).is_some_and(|at| {
            free(at) && free(at + 1) && number(at + 1) && of_number(at)
                || number(at) && (self.is(at + 1, &grammar.range))
        });
        let behind_unit = tokens.start.checked_sub(1).is_some_and(|at| {
            free(at) && self.is(at, &grammar.unit_words) && self.limit(tokens.start).is_some()
        });
        let last = &self.tokens[tokens.end - 1];
        let is_month = last.month.is_some()
            && (tokens.start..tokens.end - 1).all(|at| self.tokens[at].number.is_none());
        let before_number = is_month && number(tokens.end);
        // "Elke eerste maandag van het kwartaal".
        let of_unit = self.is(tokens.end, &grammar.of)
            && (tokens.end + 1..tokens.end + 3).any(|at| self.is(at, &grammar.unit_words));
        behind_number || behind_unit || before_number || of_unit || self.counts(tokens)
    }

    /// Whether the digits with which it ends count what follows: "op 2-4 personen", "week 20 uur".
    fn counts(&self, tokens: &Range<usize>) -> bool {
        let grammar: &Grammar = self.grammar;
        let last = &self.tokens[tokens.end - 1];
        let Some(next) = self.tokens.get(tokens.end).filter(|next| !next.is_sign) else {
            return false;
        };
        let is_unit =
            self.is(tokens.end, &grammar.unit_words) || self.is(tokens.end, &grammar.other_units);
        if last.digits > 0 && last.digits < 4 && is_unit {
            return true;
        }
        let is_word = self.text[next.start..].starts_with(char::is_lowercase);
        last.date.is_some_and(|date| date.year.is_none())
            && is_word
            && !self.is(tokens.end, &grammar.boundary)
            && !self.is(tokens.end, &grammar.particles)
    }

    /// Whether words of another rhythm stand in its part of the sentence: "voortaan op maandag", "vrijdag in de
    /// oneven weken", "elke eerste dag van de maand vanaf april".
    fn is_of_another_rhythm(&self, part: Range<usize>, free: impl Fn(usize) -> bool) -> bool {
        let grammar: &Grammar = self.grammar;
        part.clone().any(|at| {
            free(at)
                && (self.is(at, &grammar.rhythmic)
                    || self.is(at, &grammar.even) && self.is(at + 1, &grammar.unit_words))
        })
    }

    /// Whether the sentence tells what was: "Bo heeft vrijdag gebeld", "Sanne was dinsdag bij de huisarts".
    fn is_past(&self, part: Range<usize>, free: impl Fn(usize) -> bool) -> bool {
        let grammar: &Grammar = self.grammar;
        let is_verb = |at: usize| {
            let before = at.checked_sub(1);
            // "De was doen", "is called".
            let is_other = before.is_some_and(|at| self.is_article(at) || self.is_passive(at));
            free(at) && self.is(at, &grammar.past) && !is_other
        };
        let mut auxiliary = part.clone().filter(|at| free(*at) && self.is(*at, &grammar.perfect));
        let perfect = auxiliary.next().is_some_and(|begin| {
            (begin + 1..part.end).any(|at| free(at) && self.is_participle(at))
                && !(begin + 1..part.end).any(|at| free(at) && self.is(at, &grammar.infinitives))
        });
        perfect || part.clone().any(is_verb)
    }

    fn is_participle(&self, at: usize) -> bool {
        self.grammar.vocabulary.is_participle(&self.word(at))
    }

    /// Whether it says how long something is so, and not until when it is to be done: "Ruben is tot 1 mei met
    /// verlof".
    fn is_state(
        &self,
        tokens: &Range<usize>,
        part: Range<usize>,
        free: impl Fn(usize) -> bool,
    ) -> bool {
        let grammar: &Grammar = self.grammar;
        let is_until = self.is(tokens.start, &grammar.until);
        is_until && part.clone().any(|at| free(at) && self.is(at, &grammar.states))
    }

    fn is_article(&self, at: usize) -> bool {
        holds(self.grammar.vocabulary.sentence.articles, &self.word(at))
    }

    fn is_passive(&self, at: usize) -> bool {
        holds(self.grammar.vocabulary.sentence.passive, &self.word(at))
    }

    fn word(&self, at: usize) -> String {
        fold(&self.text[self.tokens[at].start..self.tokens[at].end])
    }

    /// The `@` of the mention directly before an expression that ends the line: "@Karin @Kort 1 vrijdag".
    fn mention_before(&self, tokens: &Range<usize>) -> Option<usize> {
        let is_last = (tokens.end..self.tokens.len()).all(|at| self.tokens[at].is_sign);
        let is_name = |at: &usize| {
            let token = &self.tokens[*at];
            self.text[token.start..].starts_with(|c: char| c.is_uppercase() || c.is_numeric())
        };
        let at = (0..tokens.start).rev().find(|at| !is_name(at))?;
        let is_mention = is_last && self.is_sign(at, "@") && at + 1 < tokens.start;
        is_mention.then_some(at)
    }

    /// The part of the sentence in which an expression stands, between two signs.
    fn part_of_sentence(&self, tokens: &Range<usize>, begin: usize) -> Range<usize> {
        let ends = |at: &usize| self.is_sign(*at, ",;:.!?()");
        let begin = (begin..tokens.start).rev().find(ends).map_or(begin, |at| at + 1);
        let end = (tokens.end..self.tokens.len()).find(ends).unwrap_or(self.tokens.len());
        begin..end
    }

    fn is_pronoun(&self, at: usize) -> bool {
        let pronouns = self.grammar.vocabulary.sentence.pronouns;
        let token = self.tokens.get(at);
        token.is_some_and(|token| holds(pronouns, &fold(&self.text[token.start..token.end])))
    }

    /// Whether a word stands between two names at the beginning: "Bo of Karin belt vrijdag".
    fn joins_names(&self, at: usize) -> bool {
        let is_name = |at: usize| {
            let token = self.tokens.get(at);
            token.is_some_and(|token| self.text[token.start..].starts_with(char::is_uppercase))
                || self.is_sign(at, "@")
        };
        at <= 4 && at > 0 && is_name(at - 1) && (is_name(at + 1) || self.is_pronoun(at + 1))
    }
}
