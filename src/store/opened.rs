//! What opening a group gives: its dossier, how far its files are, and whether it may be written.

use std::collections::{BTreeMap, BTreeSet};

use super::document::{BrokenFile, Document, Fault};
use super::fallback::FallbackContents;
use super::folder::GroupFolder;
use super::lock::{Holding, Owner};
use super::saver::DocumentWriter;
use crate::domain::dossier::Dossier;
use crate::domain::hour::Moment;
use crate::domain::ids::MeetingId;

/// Whether a group was opened for writing, with the lock when it was.
#[derive(Debug)]
pub enum Access {
    /// This program holds the group.
    Ours(Holding),
    /// Another program holds it.
    Theirs(Owner),
    /// A program on another computer may hold it.
    MaybeTaken(Owner),
    /// The lock could not be taken because the folder cannot be written.
    Refused,
    /// Opened for reading only, as asked or because a newer version of kring wrote in it.
    Looking,
}

/// Whether an open group may be changed, and if not, why: what the app shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Permission {
    Write,
    /// Another program holds it.
    Taken(Owner),
    /// A program on another computer may hold it: a person decides.
    MaybeTaken(Owner),
    ReadOnly,
    /// Files were changed outside kring.
    Doubt(Vec<BrokenFile>),
    /// A newer version of kring wrote in it; this is the newest file version.
    Newer(u32),
}

#[derive(Debug)]
pub struct Opened {
    pub slug: String,
    pub folder: GroupFolder,
    /// The dossier after the journal was replayed.
    pub dossier: Dossier,
    /// The sequence number of each document on disk.
    pub saved: BTreeMap<Document, u64>,
    /// Meetings that the journal discarded and whose files still exist.
    pub gone: BTreeSet<MeetingId>,
    /// The highest sequence number in any document or journal.
    pub sequence: u64,
    /// The time of the last entry, or of the last save when that is later in sequence.
    pub last_moment: Option<Moment>,
    pub access: Access,
    /// Files that can be read but have a wrong checksum, and journals with a gap or a bad record.
    pub doubts: Vec<BrokenFile>,
    /// What was found in the fallback journals.
    pub found_elsewhere: FallbackContents,
    /// Files of a newer version of kring. If there are any, nothing in the group is written.
    pub newer: Vec<BrokenFile>,
    /// Knows the files as they were read; for the saver.
    pub writer: DocumentWriter,
}

impl Opened {
    /// The newest version among [`Self::newer`].
    #[must_use]
    pub fn newest(&self) -> Option<u32> {
        let version = |broken: &BrokenFile| match broken.fault {
            Fault::Newer(version) => Some(version),
            _ => None,
        };
        self.newer.iter().filter_map(version).max()
    }

    /// The documents whose file does not include the last sequence number.
    pub fn unsaved(&self) -> impl Iterator<Item = Document> {
        let all = [Document::Group, Document::Undo, Document::Log].into_iter();
        all.chain(self.dossier.meetings.keys().chain(&self.gone).map(|id| Document::Meeting(*id)))
            .filter(|document| self.saved.get(document).copied().unwrap_or(0) < self.sequence)
            .collect::<Vec<_>>()
            .into_iter()
    }
}
