//! The grammar of a language, made once of its vocabulary.

use std::sync::LazyLock;

use super::feast::Feast;
use super::phrase::PhraseBook;
use super::token::{Lexicon, WordId};
use super::vocabulary::{DayPhrase, LANGUAGES, Limit, RhythmPhrase, TimePhrase, Vocabulary};
use crate::domain::when::PartOfDay;

/// A language that is read.
pub(super) struct Grammar {
    pub(super) vocabulary: &'static Vocabulary,
    pub(super) lexicon: Lexicon,
    pub(super) feasts: PhraseBook<Feast>,
    pub(super) days: PhraseBook<DayPhrase>,
    pub(super) parts: PhraseBook<PartOfDay>,
    pub(super) limits: PhraseBook<Limit>,
    pub(super) limits_behind: PhraseBook<Limit>,
    pub(super) next_meeting: PhraseBook<()>,
    pub(super) times: PhraseBook<TimePhrase>,
    pub(super) rhythms: PhraseBook<RhythmPhrase>,
    pub(super) weekend: PhraseBook<()>,
    pub(super) at: Vec<WordId>,
    pub(super) on: PhraseBook<()>,
    pub(super) and: Vec<WordId>,
    pub(super) except: Vec<WordId>,
    pub(super) boundary: Vec<WordId>,
    pub(super) before: Vec<WordId>,
    pub(super) labels: Vec<WordId>,
    pub(super) after: Vec<WordId>,
    pub(super) not: Vec<WordId>,
    pub(super) clause: Vec<WordId>,
    pub(super) before_months: Vec<WordId>,
    pub(super) range: Vec<WordId>,
    pub(super) of: Vec<WordId>,
    pub(super) rhythmic: Vec<WordId>,
    pub(super) even: Vec<WordId>,
    pub(super) unit_words: Vec<WordId>,
    pub(super) other_units: Vec<WordId>,
    pub(super) particles: Vec<WordId>,
    pub(super) past: Vec<WordId>,
    pub(super) perfect: Vec<WordId>,
    pub(super) infinitives: Vec<WordId>,
    pub(super) until: Vec<WordId>,
    pub(super) states: Vec<WordId>,
    pub(super) vague: Vec<WordId>,
    pub(super) purpose: Vec<(WordId, WordId)>,
}

/// The grammars of all languages.
pub(super) static GRAMMARS: LazyLock<Vec<Grammar>> =
    LazyLock::new(|| LANGUAGES.iter().map(|vocabulary| Grammar::of(vocabulary)).collect());

impl Grammar {
    fn of(vocabulary: &'static Vocabulary) -> Self {
        let mut lexicon = Lexicon::of(vocabulary);
        let words = &mut lexicon;
        let around = &vocabulary.around;
        let mut ids = |list: &str| list.split_whitespace().map(|word| words.word(word)).collect();
        let (at, and, except) = (ids(vocabulary.at), ids(vocabulary.and), ids(vocabulary.except));
        let (before, after, not) = (ids(around.before), ids(around.after), ids(around.not));
        let (clause, vague) = (ids(around.clause), ids(around.vague));
        let before_months = ids(around.before_months);
        let (range, rhythmic, even) = (ids(around.range), ids(around.rhythmic), ids(around.even));
        let of = ids(around.of);
        let (past, perfect) = (ids(around.past), ids(around.perfect));
        let (infinitives, particles) = (ids(around.infinitives), ids(around.particles));
        let (until, states) = (ids(around.until), ids(around.states));
        let other_units = ids(around.other_units);
        let mut unit_words: Vec<WordId> = Vec::new();
        for (unit, ..) in vocabulary.units {
            unit_words.extend::<Vec<WordId>>(ids(unit.split(' ').next_back().unwrap_or(unit)));
        }
        let (boundary, labels) = (ids(vocabulary.boundary), ids(around.labels));
        let purpose = around.purpose.iter();
        let purpose = purpose.map(|(word, shown)| (words.word(word), words.word(shown))).collect();
        Self {
            vocabulary,
            feasts: PhraseBook::new(vocabulary.feasts, &mut lexicon),
            days: PhraseBook::new(vocabulary.days, &mut lexicon),
            parts: PhraseBook::new(vocabulary.parts, &mut lexicon),
            limits: PhraseBook::new(vocabulary.limits, &mut lexicon),
            limits_behind: PhraseBook::new(vocabulary.limits_behind, &mut lexicon),
            next_meeting: PhraseBook::new(vocabulary.next_meeting, &mut lexicon),
            times: PhraseBook::new(vocabulary.times, &mut lexicon),
            rhythms: PhraseBook::new(vocabulary.rhythms, &mut lexicon),
            weekend: PhraseBook::new(vocabulary.weekend, &mut lexicon),
            on: PhraseBook::new(vocabulary.on, &mut lexicon),
            at,
            and,
            except,
            boundary,
            before,
            labels,
            after,
            not,
            clause,
            before_months,
            range,
            of,
            rhythmic,
            even,
            unit_words,
            other_units,
            particles,
            past,
            perfect,
            infinitives,
            until,
            states,
            vague,
            purpose,
            lexicon,
        }
    }
}
