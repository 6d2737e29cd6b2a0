//! The practice group, as a dossier and on disk.

use kring::content::{Content, practice};
use kring::domain::dossier::Dossier;
use kring::words::Language;

use super::clock::afternoon;

/// The practice group as it stands this afternoon.
pub(crate) fn dossier(language: Language) -> Dossier {
    let content = Content::load(language).unwrap();
    let today = afternoon();
    practice::make(language, &content, today.date_naive(), *today.offset()).unwrap()
}
