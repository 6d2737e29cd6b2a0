//! Opening a group: reads its documents, then replays the journal records that they do not include.

mod elsewhere;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Store;
use super::document::{
    BrokenFile, Document, Fault, GroupFile, LogFile, MeetingFile, Read, UndoFile, decode_newer,
};
use super::fallback::Fallback;
use super::files::{Files, LARGEST_JOURNAL};
use super::folder::GroupFolder;
use super::journal::{self, Journal, Record};
use super::lock::{self, Taken};
use super::migration::{Migrations, VERSION};
use super::newer;
use super::opened::{Access, Opened};
use super::save::make_folder;
use super::saver::DocumentWriter;
use crate::domain::change::Change;
use crate::domain::dossier::Dossier;
use crate::domain::hour::Moment;
use crate::domain::ids::MeetingId;
use crate::domain::meeting::Meeting;

impl Store {
    /// Opens a group for writing. When that is not possible, [`Opened::access`] says why and the
    /// group can only be read. Its holder is not [announced](lock::Holding::announce) yet.
    ///
    /// # Errors
    /// A file that cannot be read; it is left as it is.
    pub fn open(&self, slug: &str) -> Result<Opened, BrokenFile> {
        let stamp = || self.clock.now().format("%Y%m%dT%H%M%S%.3f").to_string();
        let stamp = self.run_stamp.get_or_init(stamp).clone();
        self.open_as(slug, Some(stamp))
    }

    fn open_as(&self, slug: &str, stamp: Option<String>) -> Result<Opened, BrokenFile> {
        let (folder, fallbacks) = (self.folder.group(slug), self.fallbacks(slug));
        let now = self.clock.now();
        open(&self.files, folder, slug, now, stamp, &fallbacks, self.migrations)
    }

    /// Opens a group for writing although a program on another computer may hold it. Only a person
    /// may decide that.
    ///
    /// # Errors
    /// A file that cannot be read; it is left as it is.
    pub fn take_over(&self, slug: &str) -> Result<Opened, BrokenFile> {
        // If the other program is alive after all, its next heartbeat either writes `owner.ron`
        // again or finds this program in it and reports the takeover.
        let _ = self.files.remove(&self.folder.group(slug).owner());
        self.open(slug)
    }

    /// Opens a group for reading only, without taking its lock.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn open_read_only(&self, slug: &str) -> Result<Opened, BrokenFile> {
        self.open_as(slug, None)
    }
}

/// Opens a group: for writing when `stamp` is given, which becomes the suffix of this run's
/// generations; else for reading.
///
/// # Errors
/// A file that cannot be read; it is left as it is.
pub fn open(
    files: &Arc<dyn Files>,
    folder: GroupFolder,
    slug: &str,
    now: Moment,
    stamp: Option<String>,
    fallbacks: &[Fallback],
    migrations: Migrations,
) -> Result<Opened, BrokenFile> {
    let path = folder.document(Document::Group);
    let bytes = read_bytes(files.as_ref(), &path)?;
    let Read { value: file, doubt, version } =
        decode_newer::<GroupFile>(&path, &bytes, migrations)?;
    // Lock only after `group.ron` was read: neither a folder that is not a group nor a group with
    // files of a newer version may get a lock file.
    let newer = newer::beside(files.as_ref(), &folder, &file.group);
    let looking = stamp.is_none();
    let stamp = stamp.filter(|_| version <= VERSION && newer.is_empty());
    let access = match stamp {
        None => Access::Looking,
        Some(_) => take_lock(files, &folder, now),
    };
    let mut opening = Opening {
        files,
        writer: DocumentWriter::new(Arc::clone(files), folder.clone(), stamp.unwrap_or_default()),
        saved: BTreeMap::from([(Document::Group, file.sequence)]),
        highest_sequence: 0,
        holds_group: matches!(access, Access::Ours(_)),
        last_moment: (file.sequence, file.saved),
        doubts: doubt.into_iter().collect(),
        newer,
        dossier: Dossier::new(file.group),
        folder,
        migrations,
    };
    opening.note_version(&path, version);
    opening.writer.note_read(path, &bytes);
    if !looking {
        opening.read_undo();
        opening.read_log();
    }
    let mut records = opening.read_journals()?;
    let found_elsewhere = opening.read_fallbacks(fallbacks, &mut records);
    opening.read_meetings(&records)?;
    opening.keep_foreign_journals();
    let read = opening.dossier.meetings.keys().copied().collect::<BTreeSet<_>>();
    let sequence = opening.replay(&records);
    let is_gone = |id: &MeetingId| opening.dossier.meeting(*id).is_none();
    // A file that turned out to be newer only now; this drops the lock.
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
        found_elsewhere,
        newer: opening.newer,
        writer: opening.writer,
    })
}

fn take_lock(files: &Arc<dyn Files>, folder: &GroupFolder, now: Moment) -> Access {
    match lock::take_silently(files, folder, now) {
        Taken::Ours(holding) => Access::Ours(holding),
        Taken::Theirs(owner) => Access::Theirs(owner),
        Taken::MaybeTaken(owner) => Access::MaybeTaken(owner),
        Taken::Refused => Access::Refused,
    }
}

/// A meeting that was read by itself, and its file.
#[derive(Debug)]
pub struct MeetingRead {
    pub meeting: Meeting,
    pub path: PathBuf,
    pub bytes: Vec<u8>,
    /// File format version.
    pub version: u32,
}

/// Reads one meeting that is not part of the opened dossier. Does not replay the journal.
///
/// # Errors
/// The file cannot be read or decoded.
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

/// The state while a group is being opened.
struct Opening<'a> {
    files: &'a Arc<dyn Files>,
    folder: GroupFolder,
    writer: DocumentWriter,
    dossier: Dossier,
    saved: BTreeMap<Document, u64>,
    /// The highest sequence number in any journal, also of records that cannot be replayed.
    highest_sequence: u64,
    /// Whether this program holds the group, and so may write in its folder.
    holds_group: bool,
    /// The highest sequence number so far and its time. The highest time would be wrong: the clock
    /// may have been set back.
    last_moment: (u64, Moment),
    doubts: Vec<BrokenFile>,
    newer: Vec<BrokenFile>,
    migrations: Migrations,
}

/// A record, and the path of its journal.
struct JournalRecord {
    journal: PathBuf,
    record: Record,
}

impl Opening<'_> {
    /// Updates `last_moment` with the time of a document or record.
    fn note_moment(&mut self, sequence: u64, at: Moment) {
        let (last, moment) = self.last_moment;
        if sequence > last || (sequence == last && at > moment) {
            self.last_moment = (sequence, at);
        }
    }

    /// Lists a file under `newer` when its version is newer than this one.
    fn note_version(&mut self, path: &Path, version: u32) {
        let known = self.newer.iter().any(|newer| newer.path == path);
        if version > VERSION && !known {
            self.newer.push(BrokenFile::whole(path, Fault::Newer(version)));
        }
    }

    /// Reads the undo history. A group opens without it, so errors are ignored.
    fn read_undo(&mut self) {
        let path = self.folder.document(Document::Undo);
        let Ok(bytes) = self.files.read(&path) else { return };
        if let Ok(read) = decode_newer::<UndoFile>(&path, &bytes, self.migrations) {
            self.note_version(&path, read.version);
            if read.doubt.is_none() {
                self.saved.insert(Document::Undo, read.value.sequence);
                self.dossier.history = read.value.history;
            }
        }
        self.writer.note_read(path, &bytes);
    }

    /// Reads the log. A log that cannot be decoded is reported in `doubts` and left as it is; a new
    /// one is written once a person accepts that.
    fn read_log(&mut self) {
        let path = self.folder.document(Document::Log);
        let Ok(bytes) = self.files.read(&path) else { return };
        match decode_newer::<LogFile>(&path, &bytes, self.migrations) {
            Ok(Read { value: file, doubt, version }) => {
                self.note_version(&path, version);
                self.doubts.extend(doubt);
                self.saved.insert(Document::Log, file.sequence);
                self.dossier.log = file.log;
            }
            Err(BrokenFile { fault: Fault::Newer(version), .. }) => {
                self.note_version(&path, version);
            }
            Err(broken) => self.doubts.push(broken),
        }
        self.writer.note_read(path, &bytes);
    }

    /// The records of all journals in order, up to the first missing sequence number. Records after
    /// a gap cannot be applied, because they build on the missing ones.
    fn read_journals(&mut self) -> Result<Vec<JournalRecord>, BrokenFile> {
        let mut records: Vec<JournalRecord> = Vec::new();
        let mut gap = None;
        for number in self.folder.journals(self.files.as_ref()) {
            let path = self.folder.journal(number);
            let bytes = self.files.read_at_most(&path, LARGEST_JOURNAL);
            let bytes = bytes
                .map_err(|error| BrokenFile::whole(&path, Fault::Unreadable(error.to_string())))?;
            let version = journal::version(&bytes).unwrap_or(VERSION);
            self.note_version(&path, version);
            let journal = Journal::read_with(&bytes, self.migrations);
            if version < VERSION {
                self.keep_journal_copy(&format!("journal-{number}.v{version}"), &bytes);
            } else if journal.whole < bytes.len() {
                self.keep_journal_copy(&format!("journal-{number}.torn"), &bytes);
            }
            for record in journal.records {
                let last = records.last().map(|last| last.record.sequence);
                self.highest_sequence = self.highest_sequence.max(record.sequence);
                if last.is_some_and(|last| record.sequence > last + 1) {
                    gap = gap.or(Some(BrokenFile::whole(&path, Fault::Record)));
                } else if gap.is_none() && last.is_none_or(|last| record.sequence > last) {
                    records.push(JournalRecord { journal: path.clone(), record });
                }
            }
        }
        self.doubts.extend(gap);
        Ok(records)
    }

    /// Copies a journal to the backups: one that ends in unreadable bytes, that an older version of
    /// kring wrote, or that another computer may need. Errors are ignored.
    fn keep_journal_copy(&self, name: &str, bytes: &[u8]) {
        let name = format!("{name}-{:08x}", crc32fast::hash(bytes));
        let backups = self.folder.backups();
        let may_write = self.holds_group && self.newer.is_empty();
        if may_write && make_folder(self.files.as_ref(), &backups).is_ok() {
            // `create` fails when the same content was copied before: the name has its checksum.
            let _ = self.files.create(&backups.join(name), bytes);
            let _ = self.files.sync_dir(&backups);
        }
    }

    /// Copies the journals to the backups when a document has a higher sequence number than any of
    /// them. Another computer must have written that document, so the records in these journals
    /// may be in no document at all.
    fn keep_foreign_journals(&self) {
        let saved = self.saved.values().copied().max().unwrap_or(0);
        if !self.holds_group || self.highest_sequence == 0 || saved <= self.highest_sequence {
            return;
        }
        for number in self.folder.journals(self.files.as_ref()) {
            if let Ok(bytes) =
                self.files.read_at_most(&self.folder.journal(number), LARGEST_JOURNAL)
            {
                self.keep_journal_copy(&format!("journal-{number}.other"), &bytes);
            }
        }
    }

    /// Reads the meetings that are not finished, and those that the journal changes.
    fn read_meetings(&mut self, records: &[JournalRecord]) -> Result<(), BrokenFile> {
        let changes = records.iter().flat_map(|it| &it.record.entry.changes);
        let mut wanted: BTreeSet<MeetingId> = changes.filter_map(Change::meeting).collect();
        wanted.extend(self.dossier.group.unfinished().map(|held| held.id));
        for id in wanted {
            let path = self.folder.document(Document::Meeting(id));
            let bytes = match self.files.read(&path) {
                Ok(bytes) => bytes,
                // Not saved yet: the journal has its whole history.
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(error) => {
                    return Err(BrokenFile::whole(&path, Fault::Unreadable(error.to_string())));
                }
            };
            let Read { value: file, doubt, version } =
                decode_newer::<MeetingFile>(&path, &bytes, self.migrations)?;
            self.note_version(&path, version);
            self.doubts.extend(doubt);
            self.writer.note_read(path, &bytes);
            self.saved.insert(Document::Meeting(id), file.sequence);
            self.note_moment(file.sequence, file.saved);
            self.dossier.meetings.insert(id, file.meeting);
        }
        Ok(())
    }

    /// Applies the records that the documents do not include, and returns the highest sequence
    /// number. Each document is compared by itself, so replaying twice gives the same result.
    fn replay(&mut self, records: &[JournalRecord]) -> u64 {
        let sequence = self.saved.values().copied().max().unwrap_or(0).max(self.highest_sequence);
        for (nr, JournalRecord { journal, record }) in records.iter().enumerate() {
            let rest = records.get(nr..).unwrap_or_default();
            for change in &record.entry.changes {
                if self.is_new(document_of(change), record.sequence)
                    && !self.is_of_discarded_meeting(change, rest)
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
            self.note_moment(record.sequence, record.entry.at);
        }
        sequence
    }

    /// Whether a change is to a meeting whose file was already deleted, because `rest` discards the
    /// meeting. Such a change cannot be applied and need not be.
    fn is_of_discarded_meeting(&self, change: &Change, rest: &[JournalRecord]) -> bool {
        let Some(id) = change.meeting().filter(|id| self.dossier.meeting(*id).is_none()) else {
            return false;
        };
        let discards =
            |later: &Change| matches!(later, Change::Discard(meeting) if meeting.id == id);
        !matches!(change, Change::Begin(_))
            && rest.iter().flat_map(|it| &it.record.entry.changes).any(discards)
    }

    /// Whether a record is not in the document on disk.
    fn is_new(&self, document: Document, sequence: u64) -> bool {
        self.saved.get(&document).copied().unwrap_or(0) < sequence
    }
}

/// The document that a change belongs to.
#[must_use]
pub fn document_of(change: &Change) -> Document {
    change.meeting().map_or(Document::Group, Document::Meeting)
}
