//! `kring new`: a group with a name and nothing else.

use super::{Answer, Failure, Shell};
use crate::content::practice;
use crate::harmless;
use crate::store::folder::slug_of;

/// The longest name, in characters, so that it fits a line of a list.
const LONGEST: usize = 60;

impl Shell {
    pub(super) fn new_group(&self, name: &str) -> Result<Answer, Failure> {
        let (words, name) = (self.words, name.trim());
        let refused = |sentence: &str| Err(Failure::new(sentence, words.name_hint()));
        if name.is_empty() {
            return refused(words.name_needed());
        }
        if harmless::line(name) != name || name.chars().count() > LONGEST {
            return refused(words.name_refused());
        }
        // `kring example --fresh` puts what has this slug aside; no real group may have it.
        if slug_of(name) == practice::SLUG {
            return refused(words.name_of_practice());
        }
        let store = self.store()?;
        let slug =
            store.create(name, self.today()?).map_err(|error| Failure::not_saved(&error, words))?;
        let folder = store.folder.group(&slug).path().display().to_string();
        Ok(Answer::said(format!(
            "{}\n{}\n{}\n",
            words.group_made(name),
            words.kept_in(&harmless::line(&folder)),
            words.next_commands(&self.called, &slug)
        )))
    }
}
