//! Erased for good on disk: meetings that are not open, generations, exports and leftovers.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use super::document::{Document, MeetingFile, decode, encode};
use super::files::Files;
use super::folder::GroupFolder;
use super::save::{SaveError, replace};
use crate::domain::erasure::{Passage, Texts};
use crate::domain::ids::MeetingId;

/// What has to be found nowhere any more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sweep {
    /// What somebody wants gone.
    pub passages: Vec<Passage>,
    /// Whether every earlier version of the group goes, whatever it holds.
    pub generations: bool,
}

/// A meeting that was written anew, and what its file holds now.
type Rewritten = (Document, Vec<u8>);

impl Sweep {
    /// This sweep and another as one.
    #[must_use]
    pub fn with(mut self, other: Self) -> Self {
        self.passages.extend(other.passages);
        self.generations |= other.generations;
        self
    }

    fn is_in(&self, bytes: &[u8]) -> bool {
        let text = String::from_utf8_lossy(bytes);
        self.passages.iter().any(|passage| passage.is_in(&text))
    }

    /// Whether a file beside the documents is an earlier version of the group.
    fn is_earlier(&self, name: &str) -> bool {
        self.generations && name.trim_start_matches('.').starts_with("group.ron")
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
                || self.is_earlier(&name)
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
                && (self.is_earlier(&name) || holds())
                && let Err(error) = files.remove(&path)
            {
                outcome = Err(error.into());
            }
        }
        outcome
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::domain::group::Group;

    #[test]
    fn a_passage_is_found_however_it_was_written() {
        let group = Group::new("Zuid", NaiveDate::default());
        let line = "! zij zei \"nee\" op straat 2 maart";
        let passage = Passage::of_line(line, &group, NaiveDate::default());
        let sweep = Sweep { passages: vec![passage], generations: false };
        assert!(sweep.is_in(b"note: [\"! zij zei \\\"nee\\\" op straat 2 maart\"]"));
        assert!(sweep.is_in("- zij zei \"nee\"\n   op straat · Piet".as_bytes()));
        assert!(!sweep.is_in(b"zij zei niets"));
    }
}
