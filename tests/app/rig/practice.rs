//! The texts of both languages and the practice group, made once for all tests.

use std::sync::{Arc, LazyLock};

use kring::content::Content;
use kring::deeds::practice;
use kring::domain::dossier::Dossier;
use kring::domain::hour::Moment;
use kring::language::Language;

use super::clock::afternoon;

static DUTCH: LazyLock<Arc<Content>> = LazyLock::new(|| load(Language::Dutch));
static ENGLISH: LazyLock<Arc<Content>> = LazyLock::new(|| load(Language::English));
static DUTCH_GROUP: LazyLock<Dossier> = LazyLock::new(|| at(Language::Dutch, afternoon()));
static ENGLISH_GROUP: LazyLock<Dossier> = LazyLock::new(|| at(Language::English, afternoon()));

fn load(language: Language) -> Arc<Content> {
    Arc::new(Content::new(language))
}

/// The texts of a language.
pub(crate) fn content(language: Language) -> Arc<Content> {
    Arc::clone(match language {
        Language::Dutch => &DUTCH,
        Language::English => &ENGLISH,
    })
}

/// The practice group as it stands this afternoon.
pub(crate) fn dossier(language: Language) -> Dossier {
    match language {
        Language::Dutch => DUTCH_GROUP.clone(),
        Language::English => ENGLISH_GROUP.clone(),
    }
}

/// The practice group as it stands at a moment.
pub(crate) fn at(language: Language, moment: Moment) -> Dossier {
    let (today, offset) = (moment.date_naive(), *moment.offset());
    practice::make(language, &content(language), today, offset).unwrap()
}
