//! `kring check`: whether every file is whole.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::{Answer, DONE, Failure, REFUSED, Shell};
use crate::harmless;
use crate::store::Store;
use crate::store::accept::{Accepting, Refusal, doubted, is_doubt};
use crate::store::check::{Findings, check};
use crate::store::shelter::Refuge;

impl Shell {
    pub(super) fn check(&self, paths: &[PathBuf]) -> Result<Answer, Failure> {
        let (store, words) = (self.store()?, self.words);
        let root = store.root().to_owned();
        if paths.is_empty() && store.files.list(&root).is_err() {
            return Ok(Answer::said(format!("{}\n", words.nothing_to_check())));
        }
        let paths = if paths.is_empty() { std::slice::from_ref(&root) } else { paths };
        let mut all = Findings::default();
        for path in paths {
            let found = check(store.files.as_ref(), path);
            all.read += found.read;
            all.broken.extend(found.broken);
        }
        let elsewhere = self.left_elsewhere(store);
        if all.broken.is_empty() {
            let whole = words.all_whole(all.read);
            return Ok(Answer::said(format!("{whole}\n{elsewhere}")));
        }
        let mut errors: Vec<String> =
            all.broken.iter().map(|broken| words.located(broken)).collect();
        errors.extend(elsewhere.lines().map(str::to_owned));
        let doubts = all.broken.iter().all(is_doubt);
        let hint = if doubts { words.accept_hint() } else { words.check_hint() }.to_owned();
        Ok(Answer { errors, hint, code: REFUSED, ..Answer::default() })
    }

    /// Where words of a group stay that are not in the data folder yet, a line each.
    fn left_elsewhere(&self, store: &Store) -> String {
        let refuges = store.slugs().into_iter().flat_map(|slug| store.refuges(&slug));
        let places: BTreeSet<PathBuf> =
            refuges.filter(Refuge::is_used).map(|it| it.place).collect();
        places.iter().map(|place| self.words.left_elsewhere(place) + "\n").collect()
    }

    /// `kring check --accept`: what was edited by hand and reads gets its checksum.
    pub(super) fn accept(&self, paths: &[PathBuf]) -> Result<Answer, Failure> {
        let (store, words) = (self.store()?, self.words);
        let root = store.root().to_owned();
        let paths = if paths.is_empty() { std::slice::from_ref(&root) } else { paths };
        let (mut asked, mut errors) = (Vec::new(), Vec::new());
        for path in paths {
            if store.files.list(path).is_ok() {
                let (doubted, others) = doubted(store, path);
                asked.extend(doubted);
                errors.extend(others.iter().map(|broken| words.located(broken)));
            } else {
                asked.push(path.clone());
            }
        }
        let (mut accepting, mut said) = (Accepting::new(store), Vec::new());
        for path in &asked {
            let shown = path.display().to_string();
            let shown = harmless::line(&shown);
            match accepting.accept(path) {
                Ok(true) => said.push(words.accepted_file(&shown)),
                Ok(false) => said.push(words.whole_already(&shown)),
                Err(Refusal::Broken(broken)) => errors.push(words.located(&broken)),
                Err(refusal) => errors.push(format!("{shown}: {}", words.not_accepted(&refusal))),
            }
        }
        if said.is_empty() && errors.is_empty() {
            said.push(words.nothing_to_accept_here().to_owned());
        }
        let code = if errors.is_empty() { DONE } else { REFUSED };
        let hint = if errors.is_empty() { "" } else { words.rest_as_it_was() }.to_owned();
        let text = said.into_iter().map(|line| line + "\n").collect();
        Ok(Answer { text, errors, hint, code, ..Answer::default() })
    }
}
