//! Erased for good on disk: meetings that are not open, generations, exports and leftovers.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use super::conflict::{self, Original};
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
    /// Whether every copy of the group goes, whatever it holds.
    pub copies: bool,
    /// How many times it was taken out of what is open.
    pub times: usize,
}

/// How far erasing for good has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Erased {
    /// It is found nowhere any more.
    Everywhere,
    /// It stood nowhere.
    Nowhere,
    /// A file would not give way yet.
    NotYet,
}

/// A meeting that was written anew, and what its file holds now.
type Rewritten = (Document, Vec<u8>);

impl Sweep {
    /// This sweep and another as one.
    #[must_use]
    pub fn with(mut self, other: Self) -> Self {
        self.passages.extend(other.passages);
        self.copies |= other.copies;
        self.times += other.times;
        self
    }

    fn is_in(&self, bytes: &[u8]) -> bool {
        let text = String::from_utf8_lossy(bytes);
        self.passages.iter().any(|passage| passage.is_in(&text))
    }

    /// Whether a file beside the documents is an earlier version of the group.
    fn is_earlier(&self, name: &str) -> bool {
        let second = conflict::of(name) == Some(Original::Group);
        self.copies && (second || name.trim_start_matches('.').starts_with("group.ron"))
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
        note(forget_generations(files, &folder.backups()));
        // The folders among them: reading one is another error on each system.
        let kept = |name: &str| {
            matches!(name, "group.ron" | "undo" | "log.ron" | "lock" | "owner.ron" | "erasing")
                || matches!(name, "backups" | "meetings" | "exports")
                || (name.starts_with("journal") && conflict::of(name).is_none())
        };
        note(self.leftovers(files, folder.path(), kept));
        let meeting = |name: &str| {
            name.strip_suffix(".ron").is_some_and(|stem| stem.parse::<MeetingId>().is_ok())
        };
        note(self.leftovers(files, &folder.meetings(), meeting));
        note(self.leftovers(files, &folder.exports(), |_| false));
        (written, outcome)
    }

    /// Takes it out of a meeting that is not open; the bytes written when it stood there.
    fn meeting(
        &self,
        files: &dyn Files,
        folder: &GroupFolder,
        id: MeetingId,
    ) -> Result<Option<Vec<u8>>, SaveError> {
        let path = folder.document(Document::Meeting(id));
        let bytes = files.read(&path)?;
        let Ok(read) = decode::<MeetingFile>(&path, &bytes) else {
            // What cannot be read cannot be mended here; it matters when it may hold the words.
            let holds = self.is_in(&bytes);
            return if holds { Err(invalid().into()) } else { Ok(None) };
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

    /// Files that are no documents go when they hold it: exports, copies of conflicts, torn saves.
    /// Whatever holds typing letter by letter goes in any case.
    fn leftovers(
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
            let removed = match self.is_doomed(files, &name, &path) {
                Ok(true) => files.remove(&path),
                Ok(false) => Ok(()),
                Err(error) => Err(error),
            };
            if let Err(error) = removed {
                outcome = Err(error.into());
            }
        }
        // What is gone stays gone when the power does.
        let _ = files.sync_dir(folder);
        outcome
    }

    fn is_doomed(&self, files: &dyn Files, name: &str, path: &Path) -> io::Result<bool> {
        let bare = name.trim_start_matches('.');
        if bare.starts_with("journal") || bare.starts_with("undo") || self.is_earlier(name) {
            return Ok(true);
        }
        match files.read(path) {
            Ok(bytes) => Ok(self.is_in(&bytes)),
            Err(error) => match error.kind() {
                io::ErrorKind::NotFound | io::ErrorKind::IsADirectory => Ok(false),
                _ => Err(error),
            },
        }
    }
}

fn invalid() -> io::Error {
    io::Error::from(io::ErrorKind::InvalidData)
}

/// The names in a folder; none where there is no folder.
fn names_in(files: &dyn Files, folder: &Path) -> io::Result<Vec<String>> {
    match files.list(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        names => names,
    }
}

/// Every earlier version goes: one of an hour ago may hold half of the words.
fn forget_generations(files: &dyn Files, folder: &Path) -> Result<(), SaveError> {
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
        let line = "! zij zei \"nee\" op zo'n straat 2 maart";
        let passage = Passage::of_line(line, &group, NaiveDate::default());
        let sweep = Sweep { passages: vec![passage], ..Sweep::default() };
        assert!(sweep.is_in(b"note: [\"! zij zei \\\"nee\\\" op zo\\'n straat 2 maart\"]"));
        assert!(sweep.is_in("- zij zei \"nee\"\n   op zo'n straat · Piet".as_bytes()));
        assert!(!sweep.is_in(b"zij zei niets"));
    }
}
