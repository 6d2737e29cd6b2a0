//! The thread that saves documents, so that a slow disk never blocks the screen.
//!
//! The main thread sends work to the saver thread over a channel; the saver thread handles it in
//! order and sends one [`SaveOutcome`] back per save. A save that fails is only reported: the main
//! thread decides whether to ask again, and the journal still has the changes.
//!
//! Before it saves, the saver waits until the journal thread has fsynced the records that the
//! document includes. Documents are replaced one by one, so a power cut can leave them at
//! different sequence numbers; replaying the journal then brings all of them to the same one.
//! That wait is bounded, because a journal that hangs must not keep documents from the disk.
//!
//! The saver thread also holds the group: it writes the heartbeat, and releases the group when it
//! ends, which is after the last save.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use super::document::{Document, GroupFile, LogFile, MeetingFile, UndoFile, encode};
use super::files::Files;
use super::folder::GroupFolder;
use super::heartbeat::{HEARTBEAT_EVERY, Heartbeat};
use super::journal_thread::JournalFlush;
use super::lock::Holding;
use super::migration::VERSION;
use super::notify::Notify;
use super::purge::Purge;
use super::save::{
    SaveError, keep_both, keep_generation, keep_version, make_folder, replace, swap,
};
use super::version::version_of;
use crate::clock::Clock;
use crate::domain::group::Group;
use crate::domain::history::History;
use crate::domain::hour::Moment;
use crate::domain::ids::MeetingId;
use crate::domain::log::Log;
use crate::domain::meeting::Meeting;

/// The longest time that a save waits for the journal to be fsynced.
const JOURNAL_SYNC_TIMEOUT: Duration = Duration::from_secs(1);

/// The content of a document to save.
#[derive(Debug)]
pub enum DocumentBody {
    Group(Box<Group>),
    Meeting(Box<Meeting>),
    Undo(Box<History>),
    Log(Box<Log>),
    /// A discarded meeting: its file is deleted.
    Gone(MeetingId),
}

impl DocumentBody {
    #[must_use]
    pub fn document(&self) -> Document {
        match self {
            Self::Group(_) => Document::Group,
            Self::Meeting(meeting) => Document::Meeting(meeting.id),
            Self::Undo(_) => Document::Undo,
            Self::Log(_) => Document::Log,
            Self::Gone(id) => Document::Meeting(*id),
        }
    }

    fn encode(self, sequence: u64, saved: Moment) -> Result<Vec<u8>, ron::Error> {
        let kring = VERSION;
        match self {
            Self::Group(group) => encode(&GroupFile { kring, sequence, saved, group: *group }),
            Self::Meeting(meeting) => {
                encode(&MeetingFile { kring, sequence, saved, meeting: *meeting })
            }
            Self::Undo(history) => encode(&UndoFile { kring, sequence, saved, history: *history }),
            Self::Log(log) => encode(&LogFile { kring, sequence, saved, log: *log }),
            Self::Gone(_) => Ok(Vec::new()),
        }
    }
}

/// A request to save one document.
#[derive(Debug)]
pub struct SaveJob {
    pub content: DocumentBody,
    /// The last sequence number that the content includes.
    pub sequence: u64,
    /// The time to write in the file as its time of saving.
    pub saved: Moment,
}

/// The meetings out of which something was purged.
type Purged = Result<BTreeSet<MeetingId>, SaveError>;

#[derive(Debug)]
enum Work {
    Save(SaveJob),
    /// A file was read; see [`DocumentWriter::note_read`].
    NoteRead(PathBuf, Vec<u8>),
    /// Announce who holds the group, hold it until the thread ends, and write its heartbeat.
    Hold(Holding, Arc<dyn Clock>),
    /// Wake the main loop from now on, when there is an outcome or another owner.
    Notify(Notify),
    /// Purge all files except these meetings, which are open and are saved as documents.
    Purge(Purge, BTreeSet<MeetingId>, Sender<Purged>),
}

/// The result of one [`SaveJob`].
#[derive(Debug)]
pub struct SaveOutcome {
    pub document: Document,
    /// The sequence number of the job.
    pub sequence: u64,
    pub result: Result<(), SaveError>,
}

/// Saves the documents of one group, and tells changes by other programs from its own.
///
/// It knows the checksum of every file that was read or written. A file with another checksum was
/// changed by another program; it is not overwritten, and kring's version is put beside it.
#[derive(Debug)]
pub struct DocumentWriter {
    files: Arc<dyn Files>,
    folder: GroupFolder,
    /// Suffix of the generations of this run.
    stamp: String,
    /// Checksum of each file as last read or written. A file that is not in it did not exist.
    seen: BTreeMap<PathBuf, u32>,
    /// Checksum of what was last written to each file, whether or not that succeeded. A rename can
    /// take effect and still report an error; such a file is not a change by another program.
    attempted: BTreeMap<PathBuf, u32>,
    /// Documents of which this run has kept a generation.
    generation_kept: BTreeSet<Document>,
    /// For each file that another program changed, where kring's version was put. Later saves
    /// overwrite that same file.
    conflict_copies: BTreeMap<PathBuf, PathBuf>,
    /// Meetings out of which something was purged, until that is told.
    rewritten: BTreeSet<MeetingId>,
}

impl DocumentWriter {
    /// `stamp` becomes the suffix of the generations of this run. It must sort after the stamps of
    /// earlier runs, because the first names in order are deleted first.
    #[must_use]
    pub fn new(files: Arc<dyn Files>, folder: GroupFolder, stamp: String) -> Self {
        Self {
            files,
            folder,
            stamp,
            seen: BTreeMap::new(),
            attempted: BTreeMap::new(),
            generation_kept: BTreeSet::new(),
            conflict_copies: BTreeMap::new(),
            rewritten: BTreeSet::new(),
        }
    }

    /// Notes the content of a file as it is on disk now, so that a save may replace it.
    pub fn note_read(&mut self, path: PathBuf, bytes: &[u8]) {
        self.conflict_copies.remove(&path);
        self.seen.insert(path, crc32fast::hash(bytes));
    }

    /// Purges all files except the meetings in `open`. Returns the meetings that were rewritten, by
    /// earlier calls that failed too.
    fn purge(&mut self, purge: &Purge, open: &BTreeSet<MeetingId>) -> Purged {
        let (written, outcome) = purge.run(self.files.as_ref(), &self.folder, open);
        for (id, bytes) in written {
            self.note_read(self.folder.document(Document::Meeting(id)), &bytes);
            self.rewritten.insert(id);
        }
        outcome.map(|()| std::mem::take(&mut self.rewritten))
    }

    /// Saves one document, after keeping a generation of the old file once per run.
    ///
    /// # Errors
    /// The old file is still there. With [`SaveError::Changed`] another program had changed it.
    pub fn save(&mut self, job: SaveJob) -> Result<(), SaveError> {
        let document = job.content.document();
        let path = self.folder.document(document);
        let gone = matches!(job.content, DocumentBody::Gone(_));
        let bytes = job.content.encode(job.sequence, job.saved)?;
        let old = self.read_current(&path)?;
        let checksum = old.as_deref().map(crc32fast::hash);
        // Fail when the group's folder is gone: its share may not be mounted, and creating the
        // folder anew would put the file below the mount point, where nobody finds it.
        if checksum.is_none() {
            self.files.list(self.folder.path())?;
        }
        let own_checksums = [self.seen.get(&path), self.attempted.get(&path)];
        let version = old.as_deref().and_then(version_of);
        let newer = version.is_some_and(|version| version > VERSION);
        if newer || (checksum.is_some() && !own_checksums.contains(&checksum.as_ref())) {
            // A discarded meeting has no content to keep; the other program's file stays.
            return if gone { Ok(()) } else { Err(self.save_beside(path, &bytes)) };
        }
        if let (Some(old), Some(version)) = (&old, version.filter(|it| *it < VERSION)) {
            let backups = self.folder.backups();
            keep_version(self.files.as_ref(), &path, old, version, &backups)?;
        }
        if document != Document::Undo && !self.generation_kept.contains(&document) {
            let backups = self.folder.backups();
            keep_generation(self.files.as_ref(), &path, &backups, &self.stamp)?;
            self.generation_kept.insert(document);
        }
        if gone {
            self.seen.remove(&path);
            if checksum.is_some() {
                self.files.remove(&path)?;
                // If a power cut brought the file back, it would conflict with a new meeting on
                // the same day.
                let _ = self.files.sync_dir(&self.folder.meetings());
            }
            return Ok(());
        }
        if matches!(document, Document::Meeting(_)) {
            make_folder(self.files.as_ref(), &self.folder.meetings())?;
        }
        self.attempted.insert(path.clone(), crc32fast::hash(&bytes));
        // Checked once more right before the rename, after the slow write of the new file.
        let unchanged =
            || Ok(self.read_current(&path)?.as_deref().map(crc32fast::hash) == checksum);
        if !swap(self.files.as_ref(), &path, &bytes, unchanged)? {
            return Err(self.save_beside(path, &bytes));
        }
        self.note_read(path, &bytes);
        Ok(())
    }

    /// The content of a file on disk now; `None` when there is no file.
    fn read_current(&self, path: &Path) -> io::Result<Option<Vec<u8>>> {
        match self.files.read(path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Writes kring's version beside a file that another program changed. Returns the error for the
    /// caller to report, also when that write succeeds.
    fn save_beside(&mut self, path: PathBuf, bytes: &[u8]) -> SaveError {
        let files = self.files.as_ref();
        let kept = match self.conflict_copies.get(&path) {
            Some(beside) => replace(files, beside, bytes).map(|()| beside.clone()),
            None => keep_both(files, &path, bytes),
        };
        match kept {
            Ok(beside) => {
                self.conflict_copies.insert(path, beside.clone());
                SaveError::Changed { beside }
            }
            Err(error) => error,
        }
    }
}

/// The longest time that `close` waits for the thread to release the group and end.
const SHUTDOWN_TIMEOUT: Duration = Duration::from_secs(2);

/// Waits for the next work, writing heartbeats meanwhile. `None` when the channel is closed and
/// empty: work that was sent before the sender was dropped is still returned.
fn next_work(
    inbox: &Receiver<Work>,
    heartbeat: &mut Option<Heartbeat>,
    notify: &Notify,
) -> Option<Work> {
    loop {
        let Some(heartbeat) = heartbeat else { return inbox.recv().ok() };
        // Under a steady stream of work the timeout below never happens.
        if heartbeat.beat(false) {
            notify.wake();
        }
        match inbox.recv_timeout(HEARTBEAT_EVERY) {
            Err(RecvTimeoutError::Timeout) if heartbeat.beat(true) => notify.wake(),
            Err(RecvTimeoutError::Timeout) => {}
            work => return work.ok(),
        }
    }
}

/// The main thread's end of the saver thread.
#[derive(Debug)]
pub struct Saver {
    work: Sender<Work>,
    outcomes: Receiver<SaveOutcome>,
    /// Disconnects when the thread has released the group.
    ended: Receiver<()>,
    thread: JoinHandle<()>,
    /// Saves that were sent and have no outcome yet.
    waiting: usize,
}

impl Saver {
    /// Starts the saver thread. With a journal, each save first waits for the journal to fsync the
    /// records that the document includes, for at most a second; see the module documentation.
    ///
    /// # Errors
    /// The thread cannot be started.
    pub fn start(mut writer: DocumentWriter, journal: Option<JournalFlush>) -> io::Result<Self> {
        let (sender, inbox) = channel::<Work>();
        let (report, outcomes) = channel();
        let (end, ended) = channel();
        let thread = std::thread::Builder::new().name("saver".to_owned()).spawn(move || {
            let (mut heartbeat, mut awaited_sequence) = (None, None);
            let mut notify = Notify::default();
            while let Some(work) = next_work(&inbox, &mut heartbeat, &notify) {
                let job = match work {
                    Work::Save(job) => job,
                    Work::NoteRead(path, bytes) => {
                        writer.note_read(path, &bytes);
                        continue;
                    }
                    Work::Hold(holding, clock) => {
                        heartbeat = Some(Heartbeat::start(holding, clock));
                        continue;
                    }
                    Work::Notify(new) => {
                        notify = new;
                        continue;
                    }
                    Work::Purge(purge, open, done) => {
                        // The requester may have stopped waiting.
                        let _ = done.send(writer.purge(&purge, &open));
                        continue;
                    }
                };
                let (document, sequence) = (job.content.document(), job.sequence);
                // One wait per sequence number: the documents of one batch share it.
                if awaited_sequence != Some(sequence) {
                    if let Some(journal) = &journal {
                        journal.try_flush(JOURNAL_SYNC_TIMEOUT);
                    }
                    awaited_sequence = Some(sequence);
                }
                let result = writer.save(job);
                if report.send(SaveOutcome { document, sequence, result }).is_err() {
                    break;
                }
                notify.wake();
            }
            // Release the group before `end` disconnects: `close` waits for that disconnection, and
            // the next program may open the group once `close` returns.
            drop(heartbeat);
            drop::<Sender<()>>(end);
        })?;
        Ok(Self { work: sender, outcomes, ended, thread, waiting: 0 })
    }

    /// Hands the group to the saver thread, which announces its holder, writes its heartbeat and
    /// holds it until it ends.
    pub fn hold(&self, holding: Holding, clock: Arc<dyn Clock>) {
        let _ = self.work.send(Work::Hold(holding, clock));
    }

    /// Sets what is woken when a save has its outcome, and when another computer has taken the group
    /// over.
    pub fn set_notify(&self, notify: Notify) {
        let _ = self.work.send(Work::Notify(notify));
    }

    /// Sends a save; its [`SaveOutcome`] follows.
    pub fn save(&mut self, job: SaveJob) {
        // If the thread has ended, the journal still has the changes.
        if self.work.send(Work::Save(job)).is_ok() {
            self.waiting += 1;
        }
    }

    /// Reports a file that was read while the group was open, so that a save may replace it. It is
    /// handled in order with the saves.
    pub fn note_read(&self, path: PathBuf, bytes: Vec<u8>) {
        let _ = self.work.send(Work::NoteRead(path, bytes));
    }

    /// Purges all files except the meetings in `open`, after the saves already sent. Waits for it
    /// at most `timeout`, and returns the meetings that were rewritten.
    ///
    /// # Errors
    /// The first file that could not be purged, or a time-out; the purge may then still go on.
    pub fn purge(&self, purge: Purge, open: BTreeSet<MeetingId>, timeout: Duration) -> Purged {
        let (done, answer) = channel();
        let timed_out = || SaveError::Io(io::Error::from(io::ErrorKind::TimedOut));
        self.work.send(Work::Purge(purge, open, done)).map_err(|_| timed_out())?;
        answer.recv_timeout(timeout).unwrap_or_else(|_| Err(timed_out()))
    }

    /// The number of saves that have no outcome yet.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.waiting
    }

    /// The next outcome, in the order of the saves; waits for it at most `timeout`.
    pub fn outcome(&mut self, timeout: Duration) -> Option<SaveOutcome> {
        let outcome = self.outcomes.recv_timeout(timeout).ok()?;
        self.waiting = self.waiting.saturating_sub(1);
        Some(outcome)
    }

    /// Lets the thread finish its work, release the group and end. Waits for that only when every
    /// save has its outcome, and for a bounded time: the thread may hang on the disk.
    pub fn close(self) {
        drop(self.work);
        if self.waiting == 0
            && self.ended.recv_timeout(SHUTDOWN_TIMEOUT) != Err(RecvTimeoutError::Timeout)
        {
            // The panic hook has reported a panic of the thread already.
            let _ = self.thread.join();
        }
    }
}
