//! The thread that saves documents, so that a slow disk is never waited for.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use super::document::{
    Document, GroupFile, LogFile, MeetingFile, UndoFile, VERSION, encode, version_of,
};
use super::files::Files;
use super::folder::GroupFolder;
use super::journal_thread::JournalFlush;
use super::lock::Holding;
use super::pulse::{BEAT, Pulse};
use super::save::{
    SaveError, keep_both, keep_generation, keep_version, make_folder, replace, swap,
};
use super::sweep::Sweep;
use crate::clock::Clock;
use crate::domain::group::Group;
use crate::domain::history::History;
use crate::domain::hour::Moment;
use crate::domain::ids::MeetingId;
use crate::domain::log::Log;
use crate::domain::meeting::Meeting;

/// How long a save waits for the journal: one that hangs must not keep a document from the disk.
const JOURNAL_FIRST: Duration = Duration::from_secs(1);

/// A document as it is to be saved.
#[derive(Debug)]
pub enum Content {
    /// The dossier.
    Group(Box<Group>),
    /// A meeting.
    Meeting(Box<Meeting>),
    /// What can be undone.
    Undo(Box<History>),
    /// Who changed what, and when.
    Log(Box<Log>),
    /// A meeting in which nothing happened: its file goes.
    Gone(MeetingId),
}

impl Content {
    /// Which document it is.
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

/// A save that is asked for.
#[derive(Debug)]
pub struct Order {
    /// What to save.
    pub content: Content,
    /// The last entry of the journal that is in it.
    pub sequence: u64,
    /// When it was asked.
    pub saved: Moment,
}

/// What the saving thread is asked.
#[derive(Debug)]
enum Work {
    /// To save a document.
    Save(Order),
    /// To remember a file that was read.
    Saw(PathBuf, Vec<u8>),
    /// To hold the group until the thread ends, and to say so now and then.
    Hold(Pulse),
    /// To erase something for good, but in these meetings, which are saved another way.
    Sweep(Sweep, BTreeSet<MeetingId>, Sender<Result<usize, SaveError>>),
}

/// How a save went.
#[derive(Debug)]
pub struct Outcome {
    /// Which document.
    pub document: Document,
    /// The last entry that was in it.
    pub sequence: u64,
    /// Done, or why not.
    pub result: Result<(), SaveError>,
}

/// What knows the files of a group and saves them.
#[derive(Debug)]
pub struct Shelf {
    files: Arc<dyn Files>,
    folder: GroupFolder,
    stamp: String,
    /// Checksums of the files as kring last saw them; a file that is not in it was not there.
    seen: BTreeMap<PathBuf, u32>,
    /// Checksums of what a save put in place last although it said that it did not.
    tried: BTreeMap<PathBuf, u32>,
    kept: BTreeSet<Document>,
    /// What was put beside a file that another program changed: one file, with the newest.
    beside: BTreeMap<PathBuf, PathBuf>,
}

impl Shelf {
    /// A shelf for a group; `stamp` names this run's generations and sorts after earlier ones.
    #[must_use]
    pub fn new(files: Arc<dyn Files>, folder: GroupFolder, stamp: String) -> Self {
        Self {
            files,
            folder,
            stamp,
            seen: BTreeMap::new(),
            tried: BTreeMap::new(),
            kept: BTreeSet::new(),
            beside: BTreeMap::new(),
        }
    }

    /// Remembers a file as it was read.
    pub fn saw(&mut self, path: PathBuf, bytes: &[u8]) {
        self.beside.remove(&path);
        self.seen.insert(path, crc32fast::hash(bytes));
    }

    /// Erases something for good in all that is not open.
    fn sweep(&mut self, sweep: &Sweep, open: &BTreeSet<MeetingId>) -> Result<usize, SaveError> {
        let (written, outcome) = sweep.run(self.files.as_ref(), &self.folder, open);
        let rewritten = written.len();
        for (document, bytes) in written {
            self.saw(self.folder.document(document), &bytes);
        }
        outcome.map(|()| rewritten)
    }

    /// Saves one document.
    ///
    /// # Errors
    /// The reason why the old file is still there.
    pub fn save(&mut self, order: Order) -> Result<(), SaveError> {
        let document = order.content.document();
        let path = self.folder.document(document);
        let gone = matches!(order.content, Content::Gone(_));
        let bytes = order.content.encode(order.sequence, order.saved)?;
        let old = self.there(&path)?;
        let there = old.as_deref().map(crc32fast::hash);
        // A folder that is gone went away with its share; made anew, it would stand where nobody
        // finds it.
        if there.is_none() {
            self.files.list(self.folder.path())?;
        }
        let ours = [self.seen.get(&path), self.tried.get(&path)];
        let version = old.as_deref().and_then(version_of);
        let newer = version.is_some_and(|version| version > VERSION);
        if newer || (there.is_some() && !ours.contains(&there.as_ref())) {
            // A meeting that is let go is nothing to keep beside what somebody else wrote.
            return if gone { Ok(()) } else { Err(self.beside(path, &bytes)) };
        }
        if let (Some(old), Some(version)) = (&old, version.filter(|it| *it < VERSION)) {
            let backups = self.folder.backups();
            keep_version(self.files.as_ref(), &path, old, version, &backups)?;
        }
        if document != Document::Undo && !self.kept.contains(&document) {
            let backups = self.folder.backups();
            keep_generation(self.files.as_ref(), &path, &backups, &self.stamp)?;
            self.kept.insert(document);
        }
        if gone {
            self.seen.remove(&path);
            if there.is_some() {
                self.files.remove(&path)?;
                // One that came back would be in the way of another meeting on that day.
                let _ = self.files.sync_dir(&self.folder.meetings());
            }
            return Ok(());
        }
        if matches!(document, Document::Meeting(_)) {
            make_folder(self.files.as_ref(), &self.folder.meetings())?;
        }
        self.tried.insert(path.clone(), crc32fast::hash(&bytes));
        let holds = || Ok(self.there(&path)?.as_deref().map(crc32fast::hash) == there);
        if !swap(self.files.as_ref(), &path, &bytes, holds)? {
            return Err(self.beside(path, &bytes));
        }
        self.saw(path, &bytes);
        Ok(())
    }

    /// A file as it is now; nothing when it is not there.
    fn there(&self, path: &Path) -> io::Result<Option<Vec<u8>>> {
        match self.files.read(path) {
            Ok(there) => Ok(Some(there)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Puts what kring has beside a file that another program changed.
    fn beside(&mut self, path: PathBuf, bytes: &[u8]) -> SaveError {
        let files = self.files.as_ref();
        let kept = match self.beside.get(&path) {
            Some(beside) => replace(files, beside, bytes).map(|()| beside.clone()),
            None => keep_both(files, &path, bytes),
        };
        match kept {
            Ok(beside) => {
                self.beside.insert(path, beside.clone());
                SaveError::Changed { beside }
            }
            Err(error) => error,
        }
    }
}

/// How long the end of the thread is waited for.
const FAREWELL: Duration = Duration::from_secs(2);

/// The next thing to do; says now and then that the group is held while there is nothing. `None`
/// when nobody asks any more.
fn next(inbox: &Receiver<Work>, pulse: &mut Option<Pulse>) -> Option<Work> {
    loop {
        let Some(pulse) = pulse else { return inbox.recv().ok() };
        pulse.beat(false);
        match inbox.recv_timeout(BEAT) {
            Err(RecvTimeoutError::Timeout) => pulse.beat(true),
            work => return work.ok(),
        }
    }
}

/// The saving thread, as the drawing thread sees it.
#[derive(Debug)]
pub struct Saver {
    orders: Sender<Work>,
    outcomes: Receiver<Outcome>,
    ended: Receiver<()>,
    thread: JoinHandle<()>,
    waiting: usize,
}

impl Saver {
    /// A saver that works at a shelf. Before it saves a document it waits for the journal to hold
    /// for good what the document holds: a power cut between two documents leaves them at two
    /// moments, and the journal makes one of them.
    ///
    /// # Errors
    /// When no thread can be started.
    pub fn start(mut shelf: Shelf, journal: Option<JournalFlush>) -> io::Result<Self> {
        let (orders, inbox) = channel::<Work>();
        let (report, outcomes) = channel();
        let (end, ended) = channel();
        let thread = std::thread::Builder::new().name("saver".to_owned()).spawn(move || {
            let (mut pulse, mut in_journal) = (None, None);
            while let Some(work) = next(&inbox, &mut pulse) {
                let order = match work {
                    Work::Save(order) => order,
                    Work::Saw(path, bytes) => {
                        shelf.saw(path, &bytes);
                        continue;
                    }
                    Work::Hold(held) => {
                        pulse = Some(held);
                        continue;
                    }
                    Work::Sweep(sweep, open, done) => {
                        // Whoever asked may have gone.
                        let _ = done.send(shelf.sweep(&sweep, &open));
                        continue;
                    }
                };
                let (document, sequence) = (order.content.document(), order.sequence);
                if in_journal != Some(sequence) {
                    if let Some(journal) = &journal {
                        journal.wait_once(JOURNAL_FIRST);
                    }
                    in_journal = Some(sequence);
                }
                let result = shelf.save(order);
                if report.send(Outcome { document, sequence, result }).is_err() {
                    break;
                }
            }
            // The group is let go before the end is told.
            drop(pulse);
            drop::<Sender<()>>(end);
        })?;
        Ok(Self { orders, outcomes, ended, thread, waiting: 0 })
    }

    /// Holds a group until the thread ends, and writes down about once a minute that it does.
    pub fn hold(&self, holding: Holding, clock: Arc<dyn Clock>) {
        let _ = self.orders.send(Work::Hold(Pulse::new(holding, clock)));
    }

    /// Asks for a save.
    pub fn save(&mut self, order: Order) {
        // A thread that is gone leaves everything in the journal.
        if self.orders.send(Work::Save(order)).is_ok() {
            self.waiting += 1;
        }
    }

    /// Remembers a file that was read while the group was open, so that it can be saved.
    pub fn saw(&self, path: PathBuf, bytes: Vec<u8>) {
        let _ = self.orders.send(Work::Saw(path, bytes));
    }

    /// Erases something for good in all that is not open; waits for it at most `longest`.
    ///
    /// # Errors
    /// The file that would not give way, or that there was no answer in time.
    pub fn sweep(
        &self,
        sweep: Sweep,
        open: BTreeSet<MeetingId>,
        longest: Duration,
    ) -> Result<usize, SaveError> {
        let (done, answer) = channel();
        let late = || SaveError::Io(io::Error::from(io::ErrorKind::TimedOut));
        self.orders.send(Work::Sweep(sweep, open, done)).map_err(|_| late())?;
        answer.recv_timeout(longest).unwrap_or_else(|_| Err(late()))
    }

    /// How many saves have not been answered.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.waiting
    }

    /// The next answer, waiting for it at most `longest`.
    pub fn outcome(&mut self, longest: Duration) -> Option<Outcome> {
        let outcome = self.outcomes.recv_timeout(longest).ok()?;
        self.waiting = self.waiting.saturating_sub(1);
        Some(outcome)
    }

    /// Ends the thread once its orders are done and the group is let go, when nothing hangs.
    pub fn close(self) {
        drop(self.orders);
        if self.waiting == 0 && self.ended.recv_timeout(FAREWELL) != Err(RecvTimeoutError::Timeout)
        {
            // A panic in it was reported when it happened.
            let _ = self.thread.join();
        }
    }
}
