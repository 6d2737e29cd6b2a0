//! `kring check`: whether every file is whole.

use std::path::PathBuf;

use super::{Answer, Failure, REFUSED, Shell};
use crate::store::check::{Findings, check};

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
        if all.broken.is_empty() {
            return Ok(Answer::said(format!("{}\n", words.all_whole(all.read))));
        }
        let errors = all.broken.iter().map(|broken| words.located(broken)).collect();
        let hint = words.check_hint().to_owned();
        Ok(Answer { errors, hint, code: REFUSED, ..Answer::default() })
    }
}
