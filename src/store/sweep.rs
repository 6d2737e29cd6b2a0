//! Erased for good on disk: meetings that are not open, generations, exports and leftovers.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use super::document::{Document, MeetingFile, decode, encode};
use super::files::Files;
use super::folder::GroupFolder;
use super::save::{SaveError, replace};
use crate::domain::erasure::Texts;
use crate::domain::ids::MeetingId;

/// What has to be found nowhere any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sweep {
    /// Passages, each within one line.
    pub passages: Vec<String>,
    /// Whether every generation of the group goes, whatever it holds.
    pub generations: bool,
}

/// A meeting that was written anew, and what its file holds now.
type Rewritten = (Document, Vec<u8>);

impl Sweep {
    /// Whether a file holds any of the passages, as they are or as RON writes them. A text that
    /// was wrapped for paper breaks anywhere between words.
    fn is_in(&self, bytes: &[u8]) -> bool {
        let text = String::from_utf8_lossy(bytes);
        let flat = flattened(&text);
        self.passages.iter().any(|passage| {
            let quoted = ron::to_string(passage).unwrap_or_default();
            let written = quoted.trim_matches('"');
            text.contains(passage) || text.contains(written) || flat.contains(&flattened(passage))
        })
    }

    /// Sweeps the folder of a group. `open` are the meetings that are saved another way. Returns
    /// the meetings that were written anew, with their bytes.
    ///
    /// # Errors
    /// The first file that would not give way; the others were tried all the same.
    pub fn run(
        &self,
        files: &dyn Files,
        folder: &GroupFolder,
        open: &BTreeSet<MeetingId>,
    ) -> (Vec<Rewritten>, Result<(), SaveError>) {
        let mut outcome = Ok(());
        let mut note = |result: Result<(), SaveError>| {
            if outcome.is_ok() {
                outcome = result;
            }
        };
        let mut written = Vec::new();
        for id in folder.meeting_ids(files).into_iter().filter(|id| !open.contains(id)) {
            match self.meeting(files, folder, id) {
                Ok(bytes) => {
                    written.extend(bytes.map(|bytes| (Document::Meeting(id), bytes)));
                }
                Err(error) => note(Err(error)),
            }
        }
        note(self.generations(files, &folder.backups()));
        let documents = |name: &str| {
            matches!(name, "group.ron" | "undo" | "log.ron" | "lock" | "owner.ron")
                || name.starts_with("journal")
        };
        note(self.leftovers(files, folder.path(), documents));
        let meeting = |name: &str| {
            name.strip_suffix(".ron").is_some_and(|stem| stem.parse::<MeetingId>().is_ok())
        };
        note(self.leftovers(files, &folder.meetings(), meeting));
        note(self.leftovers(files, &folder.exports(), |_| false));
        (written, outcome)
    }

    fn meeting(
        &self,
        files: &dyn Files,
        folder: &GroupFolder,
        id: MeetingId,
    ) -> Result<Option<Vec<u8>>, SaveError> {
        let path = folder.document(Document::Meeting(id));
        let bytes = files.read(&path)?;
        if !self.is_in(&bytes) {
            return Ok(None);
        }
        let read = decode::<MeetingFile>(&path, &bytes);
        let mut file = read.map_err(|_| io::Error::from(io::ErrorKind::InvalidData))?.value;
        for passage in &self.passages {
            file.meeting.erase(passage);
        }
        let bytes = encode(&file)?;
        replace(files, &path, &bytes)?;
        Ok(Some(bytes))
    }

    /// Generations that hold it go, and whatever holds typing letter by letter.
    fn generations(&self, files: &dyn Files, folder: &Path) -> Result<(), SaveError> {
        let mut outcome = Ok(());
        for name in files.list(folder).unwrap_or_default() {
            let path = folder.join(&name);
            let typed = name.starts_with("journal") || name.starts_with("undo");
            let gone = typed
                || (self.generations && name.starts_with("group.ron"))
                || files.read(&path).is_ok_and(|bytes| self.is_in(&bytes));
            if gone && let Err(error) = files.remove(&path) {
                outcome = Err(error.into());
            }
        }
        outcome
    }

    /// Files that are no documents and hold it go: exports, copies of conflicts, torn saves.
    fn leftovers(
        &self,
        files: &dyn Files,
        folder: &Path,
        is_document: impl Fn(&str) -> bool,
    ) -> Result<(), SaveError> {
        let mut outcome = Ok(());
        for name in files.list(folder).unwrap_or_default() {
            let path = folder.join(&name);
            let holds = || files.read(&path).is_ok_and(|bytes| self.is_in(&bytes));
            if !is_document(&name)
                && holds()
                && let Err(error) = files.remove(&path)
            {
                outcome = Err(error.into());
            }
        }
        outcome
    }
}

/// A text with every run of spaces and line ends as one space.
fn flattened(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_is_found_however_it_was_written() {
        let sweep =
            Sweep { passages: vec!["zij zei \"nee\" op straat".to_owned()], generations: false };
        assert!(sweep.is_in(b"note: [\"zij zei \\\"nee\\\" op straat\"]"));
        assert!(sweep.is_in("dat zij zei \"nee\"\n   op straat".as_bytes()));
        assert!(!sweep.is_in(b"zij zei niets"));
    }
}
