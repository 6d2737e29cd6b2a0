//! Erasing text for good from the files of a group: meetings that are not open, generations,
//! exports and leftover files. The open documents are rewritten by ordinary saves.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use super::conflict::{self, Original};
use super::document::{Document, MeetingFile, decode, encode};
use super::files::Files;
use super::folder::GroupFolder;
use super::save::{SaveError, replace};
use crate::domain::erasure::{Erase, Passage};
use crate::domain::ids::MeetingId;

/// The text to erase.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Purge {
    pub passages: Vec<Passage>,
    /// Whether to delete every copy of `group.ron`, whatever its content.
    pub copies: bool,
    /// How many times the text was removed from the open documents.
    pub times: usize,
}

/// The result of erasing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Erased {
    /// The text is in no file any more.
    Everywhere,
    /// The text was in no file.
    Nowhere,
    /// A file could not be purged yet.
    NotYet,
}

/// A meeting that was rewritten, and the new content of its file.
type Rewritten = (MeetingId, Vec<u8>);

impl Purge {
    /// Combines two purges.
    #[must_use]
    pub fn with(mut self, other: Self) -> Self {
        self.passages.extend(other.passages);
        self.copies |= other.copies;
        self.times += other.times;
        self
    }

    fn matches(&self, bytes: &[u8]) -> bool {
        let text = String::from_utf8_lossy(bytes);
        self.passages.iter().any(|passage| passage.is_in(&text))
    }

    /// Whether a file that is not a document is a copy of `group.ron` that has to go.
    fn is_unwanted_copy(&self, name: &str) -> bool {
        let second = conflict::of(name) == Some(Original::Group);
        self.copies && (second || name.trim_start_matches('.').starts_with("group.ron"))
    }

    /// Purges the folder of a group, except the meetings in `open`, which are saved as documents.
    /// Returns the meetings that were rewritten.
    ///
    /// # Errors
    /// The first file that could not be purged; all the others were tried too.
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
            match self.purge_meeting(files, folder, id) {
                Ok(bytes) => {
                    written.extend(bytes.map(|bytes| (id, bytes)));
                }
                Err(error) => note(Err(error)),
            }
        }
        note(remove_backups(files, &folder.backups()));
        // Subfolders are listed too: reading a folder gives a different error on each system.
        let kept = |name: &str| {
            matches!(name, "group.ron" | "undo" | "log.ron" | "lock" | "owner.ron" | "erasing")
                || matches!(name, "backups" | "meetings" | "exports")
                || (name.starts_with("journal") && conflict::of(name).is_none())
        };
        note(self.purge_leftovers(files, folder.path(), kept));
        let meeting = |name: &str| {
            name.strip_suffix(".ron").is_some_and(|stem| stem.parse::<MeetingId>().is_ok())
        };
        note(self.purge_leftovers(files, &folder.meetings(), meeting));
        note(self.purge_leftovers(files, &folder.exports(), |_| false));
        (written, outcome)
    }

    /// Removes the text from a meeting. Returns the new content of the file if it had the text.
    fn purge_meeting(
        &self,
        files: &dyn Files,
        folder: &GroupFolder,
        id: MeetingId,
    ) -> Result<Option<Vec<u8>>, SaveError> {
        let path = folder.document(Document::Meeting(id));
        let bytes = files.read(&path)?;
        let Ok(read) = decode::<MeetingFile>(&path, &bytes) else {
            // A file that cannot be decoded cannot be rewritten: an error if it may have the text.
            let holds = self.matches(&bytes);
            return if holds { Err(cannot_decode().into()) } else { Ok(None) };
        };
        let mut file = read.value;
        let erase = |passage| file.meeting.erase(passage);
        if self.passages.iter().map(erase).sum::<usize>() == 0 {
            return Ok(None);
        }
        let bytes = encode(&file)?;
        replace(files, &path, &bytes)?;
        Ok(Some(bytes))
    }

    /// Deletes the files in a folder that are not documents and have the text: exports, conflict
    /// copies, temporary files of saves. Copies of journals and undo histories are deleted in any
    /// case: they have text in fragments, where a search does not find it.
    fn purge_leftovers(
        &self,
        files: &dyn Files,
        folder: &Path,
        is_document: impl Fn(&str) -> bool,
    ) -> Result<(), SaveError> {
        let mut outcome = Ok(());
        for name in names_in(files, folder)? {
            let path = folder.join(&name);
            if is_document(&name) {
                continue;
            }
            let removed = match self.must_be_removed(files, &name, &path) {
                Ok(true) => files.remove(&path),
                Ok(false) => Ok(()),
                Err(error) => Err(error),
            };
            if let Err(error) = removed {
                outcome = Err(error.into());
            }
        }
        // A power cut must not bring the files back.
        let _ = files.sync_dir(folder);
        outcome
    }

    fn must_be_removed(&self, files: &dyn Files, name: &str, path: &Path) -> io::Result<bool> {
        let visible_name = name.trim_start_matches('.');
        if visible_name.starts_with("journal")
            || visible_name.starts_with("undo")
            || self.is_unwanted_copy(name)
        {
            return Ok(true);
        }
        match files.read(path) {
            Ok(bytes) => Ok(self.matches(&bytes)),
            Err(error) => match error.kind() {
                io::ErrorKind::NotFound | io::ErrorKind::IsADirectory => Ok(false),
                _ => Err(error),
            },
        }
    }
}

fn cannot_decode() -> io::Error {
    io::Error::from(io::ErrorKind::InvalidData)
}

/// The names in a folder; none when it does not exist.
fn names_in(files: &dyn Files, folder: &Path) -> io::Result<Vec<String>> {
    match files.list(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        names => names,
    }
}

/// Deletes every generation and other backup: one that was made while the text was being typed has
/// part of it.
fn remove_backups(files: &dyn Files, folder: &Path) -> Result<(), SaveError> {
    let mut outcome = Ok(());
    for name in names_in(files, folder)? {
        if let Err(error) = files.remove(&folder.join(&name)) {
            outcome = Err(error.into());
        }
    }
    let _ = files.sync_dir(folder);
    outcome
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::domain::group::Group;

    #[test]
    fn a_passage_is_found_however_it_was_written() {
        let group = Group::new("Zuid", NaiveDate::default());
        let line = "! zij roept \"nee\" op zo'n straat 2 maart";
        let passage = Passage::of_line(line, &group, NaiveDate::default());
        let purge = Purge { passages: vec![passage], ..Purge::default() };
        assert!(purge.matches(b"note: [\"! zij roept \\\"nee\\\" op zo\\'n straat 2 maart\"]"));
        assert!(purge.matches("- zij roept \"nee\"\n   op zo'n straat · Piet".as_bytes()));
        assert!(!purge.matches(b"zij zei niets"));
    }
}
