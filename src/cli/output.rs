//! What a command prints, and its exit code.

use std::io::{self, Write};

use super::environment::{AppStart, DONE, REFUSED};
use crate::store::document::BrokenFile;
use crate::store::opened::Opened;
use crate::store::save::SaveError;
use crate::words::Words;

#[derive(Debug, Default)]
pub(super) struct CommandOutput {
    /// For stdout: a text that ends in a line end, or an exported document.
    pub(super) output: Vec<u8>,
    /// For stderr, each one line.
    pub(super) errors: Vec<String>,
    /// What to do about the errors, for stderr after them; may be empty.
    pub(super) hint: String,
    /// The exit code.
    pub(super) code: u8,
    /// The app to start after everything was written.
    pub(super) app: Option<AppStart>,
}

impl CommandOutput {
    /// Output without errors.
    pub(super) fn printing(output: impl Into<Vec<u8>>) -> Self {
        Self { output: output.into(), ..Self::default() }
    }

    /// Writes it and returns the exit code.
    pub(super) fn print(&self, out: &mut dyn Write, err: &mut dyn Write, words: Words) -> u8 {
        let written = out.write_all(&self.output).and_then(|()| out.flush());
        let hint = Some(&self.hint).filter(|hint| !hint.is_empty());
        for line in self.errors.iter().chain(hint) {
            // When even this cannot be written there is nobody left to tell.
            let _ = writeln!(err, "{line}");
        }
        match written {
            // A closed pipe is no failure: the reader has read enough.
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                let _ = writeln!(err, "{}", words.stopped(&words.write_refused(&error)));
                REFUSED
            }
            _ => self.code,
        }
    }

    /// This and what was said of the next of several things. The hint of a refusal goes before that of
    /// a doubt.
    pub(super) fn followed_by(mut self, next: Self) -> Self {
        self.output.extend(next.output);
        self.errors.extend(next.errors);
        if self.hint.is_empty() || (next.code != DONE && !next.hint.is_empty()) {
            self.hint = next.hint;
        }
        self.code = self.code.max(next.code);
        self
    }

    /// The same, with an error for each file of a group that was changed outside kring or that a
    /// newer kring wrote.
    pub(super) fn with_doubts(mut self, opened: &Opened, words: Words) -> Self {
        self.errors.extend(opened.doubts.iter().map(|doubt| words.located(doubt)));
        self.errors.extend(opened.newer.iter().map(|newer| words.located(newer)));
        if !opened.newer.is_empty() && self.hint.is_empty() {
            words.newer_hint().clone_into(&mut self.hint);
        }
        if !opened.doubts.is_empty() && self.hint.is_empty() {
            words.doubt_hint().clone_into(&mut self.hint);
        }
        self
    }
}

/// Why a command was not carried out.
#[derive(Debug)]
pub(super) struct Failure {
    pub(super) sentence: String,
    /// What to do about it; may be empty.
    pub(super) hint: String,
    /// The exit code.
    pub(super) code: u8,
}

impl Failure {
    pub(super) fn new(sentence: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { sentence: sentence.into(), hint: hint.into(), code: REFUSED }
    }

    pub(super) fn broken(broken: &BrokenFile, words: Words) -> Self {
        Self::new(words.located(broken), words.broken_hint())
    }

    pub(super) fn not_saved(error: &SaveError, words: Words) -> Self {
        Self::new(words.not_saved(error), words.no_folder_hint())
    }

    /// A defect in kring itself.
    pub(super) fn own_defect(words: Words) -> Self {
        Self::new(words.own_defect(), words.own_defect_hint())
    }
}

impl From<Failure> for CommandOutput {
    fn from(failure: Failure) -> Self {
        let Failure { sentence, hint, code } = failure;
        Self { errors: vec![sentence], hint, code, ..Self::default() }
    }
}
