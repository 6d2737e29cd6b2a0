//! `kring new`: a group with a name and nothing else.

use super::{Answer, Failure, Shell};
use crate::harmless;
use crate::store::name;

impl Shell {
    pub(super) fn new_group(&self, name: &str) -> Result<Answer, Failure> {
        let (words, asked) = (self.words, name.trim());
        let refused = |sentence: &str| Err(Failure::new(sentence, words.name_hint()));
        if let Err(problem) = name::check(asked) {
            return refused(words.name_problem(problem));
        }
        let store = self.store()?;
        let slug = store
            .create(asked, self.today()?)
            .map_err(|error| Failure::not_saved(&error, words))?;
        let folder = store.folder.group(&slug).path().display().to_string();
        Ok(Answer::said(format!(
            "{}\n{}\n{}\n",
            words.group_made(asked),
            words.kept_in(&harmless::line(&folder)),
            words.next_commands(&self.called, &slug)
        )))
    }
}
