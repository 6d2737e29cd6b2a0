//! Opening a group: its files, then what the journal holds that they do not.

mod elsewhere;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::document::{
    BrokenFile, Document, Fault, GroupFile, LogFile, MeetingFile, Read, UndoFile, VERSION,
};
use super::files::{Files, LARGEST_JOURNAL};
use super::folder::GroupFolder;
use super::journal::{self, Journal, Record};
use super::lock::{self, Holding, Owner, Taken};
use super::migration::Migrations;
use super::newer::{self, decode_newer};
use super::save::make_folder;
use super::saver::Shelf;
use super::shelter::{Found, Refuge};
use crate::domain::change::Change;
use crate::domain::dossier::Dossier;
use crate::domain::hour::Moment;
use crate::domain::ids::MeetingId;
use crate::domain::meeting::Meeting;

/// Whether a group may be written, and if not, why.
#[derive(Debug)]
pub enum Access {
    /// This program has it.
    Ours(Holding),
    /// Another program has it.
    Theirs(Owner),
    /// Another program may have it, on another computer.
    Perhaps(Owner),
    /// The folder cannot be written.
    Refused,
    /// It was opened to look only.
    Looking,
}

/// Whether a group can be written, and if not, why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Permission {
    /// It can.
    Write,
    /// Another program has it.
    Taken(Owner),
    /// Another program may have it, on another computer: a person decides.
    Perhaps(Owner),
    /// Its folder cannot be written.
    ReadOnly,
    /// Files of it were changed outside kring.
    Doubt(Vec<BrokenFile>),
    /// A newer kring wrote in it: files of this version.
    Newer(u32),
}

/// A group that was opened.
#[derive(Debug)]
pub struct Opened {
    /// Its slug.
    pub slug: String,
    /// Its folder.
    pub folder: GroupFolder,
    /// The dossier, with what the journal held.
    pub dossier: Dossier,
    /// The last entry that is in each file.
    pub saved: BTreeMap<Document, u64>,
    /// Meetings that are not there any more, and whose files are.
    pub gone: BTreeSet<MeetingId>,
    /// The last entry there is.
    pub sequence: u64,
    /// The last moment that was written down.
    pub last_moment: Option<Moment>,
    /// Whether it may be written.
    pub access: Access,
    /// Files that read but are not as kring left them.
    pub doubts: Vec<BrokenFile>,
    /// What was kept elsewhere, while its folder did not answer.
    pub sheltered: Found,
    /// Files of a newer kring, read as far as this one understands them: then nothing is written.
    pub newer: Vec<BrokenFile>,
    /// What saves its documents.
    pub shelf: Shelf,
}

impl Opened {
    /// The newest version of its files, when a newer kring wrote them.
    #[must_use]
    pub fn newest(&self) -> Option<u32> {
        let version = |broken: &BrokenFile| match broken.fault {
            Fault::Newer(version) => Some(version),
            _ => None,
        };
        self.newer.iter().filter_map(version).max()
    }

    /// The documents that are not saved as they stand.
    pub fn unsaved(&self) -> impl Iterator<Item = Document> {
        let all = [Document::Group, Document::Undo, Document::Log].into_iter();
        all.chain(self.dossier.meetings.keys().chain(&self.gone).map(|id| Document::Meeting(*id)))
            .filter(|document| self.saved.get(document).copied().unwrap_or(0) < self.sequence)
            .collect::<Vec<_>>()
            .into_iter()
    }
}

/// Opens a group, to write in it when `write` is given: the name of this run's generations.
///
/// # Errors
/// The file that cannot be read. It is left as it is.
pub fn open(
    files: &Arc<dyn Files>,
    folder: GroupFolder,
    slug: &str,
    now: Moment,
    write: Option<String>,
    refuges: &[Refuge],
    migrations: Migrations,
) -> Result<Opened, BrokenFile> {
    let path = folder.document(Document::Group);
    let bytes = read_bytes(files.as_ref(), &path)?;
    let Read { value: file, doubt, version } =
        decode_newer::<GroupFile>(&path, &bytes, migrations)?;
    // The lock comes after the first look: a folder that is no group gets no lock, nor does one
    // in which a newer kring wrote.
    let newer = newer::beside(files.as_ref(), &folder, &file.group);
    let looking = write.is_none();
    let write = write.filter(|_| version <= VERSION && newer.is_empty());
    let stamp = write.clone().unwrap_or_default();
    let access = match write {
        None => Access::Looking,
        Some(_) => match lock::take(files, &folder, now) {
            Taken::Ours(holding) => Access::Ours(holding),
            Taken::Theirs(owner) => Access::Theirs(owner),
            Taken::Perhaps(owner) => Access::Perhaps(owner),
            Taken::Refused => Access::Refused,
        },
    };
    let mut opening = Opening {
        files,
        shelf: Shelf::new(Arc::clone(files), folder.clone(), stamp),
        saved: BTreeMap::from([(Document::Group, file.sequence)]),
        highest: 0,
        writes: matches!(access, Access::Ours(_)),
        last_moment: (file.sequence, file.saved),
        doubts: doubt.into_iter().collect(),
        newer,
        dossier: Dossier::new(file.group),
        folder,
        migrations,
    };
    opening.take_note_of(&path, version);
    opening.shelf.saw(path, &bytes);
    if !looking {
        opening.read_undo();
        opening.read_log();
    }
    let mut records = opening.read_journals()?;
    let sheltered = opening.read_refuges(refuges, &mut records);
    opening.read_meetings(&records)?;
    opening.keep_journals_of_others();
    let read = opening.dossier.meetings.keys().copied().collect::<BTreeSet<_>>();
    let sequence = opening.replay(&records);
    let is_gone = |id: &MeetingId| opening.dossier.meeting(*id).is_none();
    // A newer file that did not look like one at first lets the group go again.
    let access = if opening.newer.is_empty() { access } else { Access::Looking };
    Ok(Opened {
        slug: slug.to_owned(),
        folder: opening.folder,
        gone: read.into_iter().filter(is_gone).collect(),
        dossier: opening.dossier,
        saved: opening.saved,
        sequence,
        last_moment: Some(opening.last_moment.1),
        access,
        doubts: opening.doubts,
        sheltered,
        newer: opening.newer,
        shelf: opening.shelf,
    })
}

/// A meeting that is not open, and its file as it was read.
#[derive(Debug)]
pub struct MeetingRead {
    /// The meeting.
    pub meeting: Meeting,
    /// Where its file is.
    pub path: PathBuf,
    /// What the file held.
    pub bytes: Vec<u8>,
    /// The version of the file.
    pub version: u32,
}

/// Reads one meeting that is not open.
///
/// # Errors
/// What is wrong with its file.
pub fn read_meeting(
    files: &dyn Files,
    folder: &GroupFolder,
    id: MeetingId,
) -> Result<MeetingRead, BrokenFile> {
    let path = folder.document(Document::Meeting(id));
    let bytes = read_bytes(files, &path)?;
    let read = decode_newer::<MeetingFile>(&path, &bytes, Migrations::of_kring())?;
    Ok(MeetingRead { meeting: read.value.meeting, path, bytes, version: read.version })
}

fn read_bytes(files: &dyn Files, path: &Path) -> Result<Vec<u8>, BrokenFile> {
    files.read(path).map_err(|error| BrokenFile::whole(path, Fault::Unreadable(error.to_string())))
}

/// A group on its way to being open.
struct Opening<'a> {
    files: &'a Arc<dyn Files>,
    folder: GroupFolder,
    shelf: Shelf,
    dossier: Dossier,
    saved: BTreeMap<Document, u64>,
    /// The highest sequence in any journal, whether or not it can be made.
    highest: u64,
    /// Whether this program has the group, and may leave something in its folder.
    writes: bool,
    /// The entry that was written down last, and when: the clock may have been set back since an
    /// earlier one.
    last_moment: (u64, Moment),
    doubts: Vec<BrokenFile>,
    /// Files of a newer kring.
    newer: Vec<BrokenFile>,
    migrations: Migrations,
}

/// A record, and the journal it is in.
struct Kept {
    journal: PathBuf,
    record: Record,
}

impl Opening<'_> {
    /// Takes note of a moment that was written down with an entry.
    fn wrote(&mut self, sequence: u64, at: Moment) {
        let (last, moment) = self.last_moment;
        if sequence > last || (sequence == last && at > moment) {
            self.last_moment = (sequence, at);
        }
    }

    /// Takes note of a file's version.
    fn take_note_of(&mut self, path: &Path, version: u32) {
        let known = self.newer.iter().any(|newer| newer.path == path);
        if version > VERSION && !known {
            self.newer.push(BrokenFile::whole(path, Fault::Newer(version)));
        }
    }

    /// What can be undone is a comfort: without it a group opens all the same.
    fn read_undo(&mut self) {
        let path = self.folder.document(Document::Undo);
        let Ok(bytes) = self.files.read(&path) else { return };
        if let Ok(read) = decode_newer::<UndoFile>(&path, &bytes, self.migrations) {
            self.take_note_of(&path, read.version);
            if read.doubt.is_none() {
                self.saved.insert(Document::Undo, read.value.sequence);
                self.dossier.history = read.value.history;
            }
        }
        self.shelf.saw(path, &bytes);
    }

    /// One that does not read is kept and said; a new one begins once somebody accepts that.
    fn read_log(&mut self) {
        let path = self.folder.document(Document::Log);
        let Ok(bytes) = self.files.read(&path) else { return };
        match decode_newer::<LogFile>(&path, &bytes, self.migrations) {
            Ok(Read { value: file, doubt, version }) => {
                self.take_note_of(&path, version);
                self.doubts.extend(doubt);
                self.saved.insert(Document::Log, file.sequence);
                self.dossier.log = file.log;
            }
            Err(BrokenFile { fault: Fault::Newer(version), .. }) => {
                self.take_note_of(&path, version);
            }
            Err(broken) => self.doubts.push(broken),
        }
        self.shelf.saw(path, &bytes);
    }

    /// The records of all journals in order, up to the first that is missing: what comes after it
    /// was made on something that is not there.
    fn read_journals(&mut self) -> Result<Vec<Kept>, BrokenFile> {
        let mut kept: Vec<Kept> = Vec::new();
        let mut gap = None;
        for number in self.folder.journals(self.files.as_ref()) {
            let path = self.folder.journal(number);
            let bytes = self.files.read_at_most(&path, LARGEST_JOURNAL);
            let bytes = bytes
                .map_err(|error| BrokenFile::whole(&path, Fault::Unreadable(error.to_string())))?;
            let version = journal::version(&bytes).unwrap_or(VERSION);
            self.take_note_of(&path, version);
            let journal = Journal::read_with(&bytes, self.migrations);
            if version < VERSION {
                self.keep(&format!("journal-{number}.v{version}"), &bytes);
            } else if journal.whole < bytes.len() {
                self.keep(&format!("journal-{number}.torn"), &bytes);
            }
            for record in journal.records {
                let last = kept.last().map(|kept| kept.record.sequence);
                self.highest = self.highest.max(record.sequence);
                if last.is_some_and(|last| record.sequence > last + 1) {
                    gap = gap.or(Some(BrokenFile::whole(&path, Fault::Record)));
                } else if gap.is_none() && last.is_none_or(|last| record.sequence > last) {
                    kept.push(Kept { journal: path.clone(), record });
                }
            }
        }
        self.doubts.extend(gap);
        Ok(kept)
    }

    /// A journal that ends in something unreadable, or that an older kring wrote, is kept whole.
    fn keep(&self, name: &str, bytes: &[u8]) {
        let name = format!("{name}-{:08x}", crc32fast::hash(bytes));
        let backups = self.folder.backups();
        let writes = self.writes && self.newer.is_empty();
        if writes && make_folder(self.files.as_ref(), &backups).is_ok() {
            // One that was kept before has the same name.
            let _ = self.files.create(&backups.join(name), bytes);
            let _ = self.files.sync_dir(&backups);
        }
    }

    /// Files that hold more than the journals ever did were written by another computer: what is
    /// in these journals may be in none of them, and they are kept for good before they go.
    fn keep_journals_of_others(&self) {
        let saved = self.saved.values().copied().max().unwrap_or(0);
        if !self.writes || self.highest == 0 || saved <= self.highest {
            return;
        }
        for number in self.folder.journals(self.files.as_ref()) {
            if let Ok(bytes) =
                self.files.read_at_most(&self.folder.journal(number), LARGEST_JOURNAL)
            {
                self.keep(&format!("journal-{number}.other"), &bytes);
            }
        }
    }

    /// The meetings that are not finished, and those the journal speaks of.
    fn read_meetings(&mut self, records: &[Kept]) -> Result<(), BrokenFile> {
        let changes = records.iter().flat_map(|kept| &kept.record.entry.changes);
        let mut wanted: BTreeSet<MeetingId> = changes.filter_map(Change::meeting).collect();
        wanted.extend(self.dossier.group.unfinished().map(|held| held.id));
        for id in wanted {
            let path = self.folder.document(Document::Meeting(id));
            let bytes = match self.files.read(&path) {
                Ok(bytes) => bytes,
                // Not saved yet: the journal has all of it.
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(error) => {
                    return Err(BrokenFile::whole(&path, Fault::Unreadable(error.to_string())));
                }
            };
            let Read { value: file, doubt, version } =
                decode_newer::<MeetingFile>(&path, &bytes, self.migrations)?;
            self.take_note_of(&path, version);
            self.doubts.extend(doubt);
            self.shelf.saw(path, &bytes);
            self.saved.insert(Document::Meeting(id), file.sequence);
            self.wrote(file.sequence, file.saved);
            self.dossier.meetings.insert(id, file.meeting);
        }
        Ok(())
    }

    /// Makes the changes that are not in the files yet, and returns the last sequence there is.
    fn replay(&mut self, records: &[Kept]) -> u64 {
        let sequence = self.saved.values().copied().max().unwrap_or(0).max(self.highest);
        for (nr, Kept { journal, record }) in records.iter().enumerate() {
            let rest = records.get(nr..).unwrap_or_default();
            for change in &record.entry.changes {
                if self.is_new(document_of(change), record.sequence)
                    && !self.went(change, rest)
                    && self.dossier.apply(change).is_err()
                {
                    self.doubts.push(BrokenFile::whole(journal, Fault::Record));
                    return sequence;
                }
            }
            if self.is_new(Document::Undo, record.sequence) {
                self.dossier.history.take(&record.entry);
            }
            if self.is_new(Document::Log, record.sequence) {
                self.dossier.log.take(&record.entry);
            }
            self.wrote(record.sequence, record.entry.at);
        }
        sequence
    }

    /// Whether a change is to a meeting whose file is gone already, as the journal says further on.
    fn went(&self, change: &Change, rest: &[Kept]) -> bool {
        let Some(id) = change.meeting().filter(|id| self.dossier.meeting(*id).is_none()) else {
            return false;
        };
        let goes = |later: &Change| matches!(later, Change::Discard(meeting) if meeting.id == id);
        !matches!(change, Change::Begin(_))
            && rest.iter().flat_map(|kept| &kept.record.entry.changes).any(goes)
    }

    fn is_new(&self, document: Document, sequence: u64) -> bool {
        self.saved.get(&document).copied().unwrap_or(0) < sequence
    }
}

/// The file a change belongs to.
#[must_use]
pub fn document_of(change: &Change) -> Document {
    change.meeting().map_or(Document::Group, Document::Meeting)
}
