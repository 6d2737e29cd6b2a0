//! The thread that appends records to the journal and acknowledges them.
//!
//! The main thread sends records over a channel with [`JournalWriter::write`]. The journal thread
//! appends each one and then raises the acknowledged sequence number, on which the main thread
//! waits in [`JournalWriter::wait`] for a bounded time. A disk that hangs therefore never blocks
//! the screen; the screen says that the text is not saved instead.
//!
//! Appended records are acknowledged before fsync. An fsync follows within `SYNC_EVERY`, or at
//! once when another thread asks for one through a [`JournalFlush`].
//!
//! - A failed append leaves the file as it is, possibly with a torn record, and the record is
//!   written again to a new file.
//! - A failed fsync means that nothing since the last successful one can be trusted: those records
//!   are written again to a new file, the acknowledged sequence number goes back to before the
//!   first of them, and only fsynced records are acknowledged until an fsync succeeds.

use std::collections::VecDeque;
use std::io;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, OnceLock, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use super::files::{Appending, Files};
use super::folder::GroupFolder;
use super::journal::{HEADER, Record};
use super::notify::Notify;
use crate::clock::Clock;

/// The longest time between an append and its fsync, and the interval between retries.
const SYNC_EVERY: Duration = Duration::from_secs(1);

/// With more unsynced records than this, `send_encoded` discards those that are synced by now.
const PRUNE_THRESHOLD: usize = 100;

enum Command {
    Write {
        sequence: u64,
        bytes: Vec<u8>,
    },
    /// All records sent before this are in the documents: delete the journal files. The next
    /// record starts a new one.
    DiscardFiles,
    /// Answer when all records sent before this are written and fsynced.
    Flush(Sender<()>),
    /// Write and fsync once, and answer whether or not that succeeded.
    TryFlush(Sender<()>),
    /// Last command: stop, also while other senders exist.
    End,
}

/// How far the journal thread has come. It alone writes these; the main thread reads them.
#[derive(Debug, Default)]
struct Progress {
    /// The last acknowledged sequence number. It goes down when an fsync fails.
    acknowledged: Mutex<u64>,
    changed: Condvar,
    /// The last sequence number that survives a power cut. Never goes down.
    synced: AtomicU64,
    /// Whether the main loop wants to be woken at the next acknowledgement.
    wake_wanted: AtomicBool,
    notify: OnceLock<Notify>,
}

impl Progress {
    fn acknowledge(&self, sequence: u64) {
        let mut acknowledged = self.acknowledged.lock().unwrap_or_else(PoisonError::into_inner);
        let went_down = sequence < *acknowledged;
        *acknowledged = sequence;
        drop(acknowledged);
        self.changed.notify_all();
        // After the number is changed: see `JournalWriter::wake_when_written`. That something is no
        // longer safe is told unasked.
        if (self.wake_wanted.swap(false, Ordering::SeqCst) || went_down)
            && let Some(notify) = self.notify.get()
        {
            notify.wake();
        }
    }

    /// Acknowledges records that are fsynced, or that no longer need the journal.
    fn acknowledge_synced(&self, sequence: u64) {
        self.synced.store(sequence, Ordering::SeqCst);
        self.acknowledge(sequence);
    }

    /// Waits until `sequence` is acknowledged, at most `timeout`; returns whether it is.
    fn wait_for(&self, sequence: u64, timeout: Duration) -> bool {
        let acknowledged = self.acknowledged.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.changed.wait_timeout_while(acknowledged, timeout, |it| *it < sequence);
        let (acknowledged, _) = waited.unwrap_or_else(PoisonError::into_inner);
        *acknowledged >= sequence
    }
}

/// The main thread's end of the journal of an open group. Dropping it ends the journal thread
/// once that has handled the commands already sent, unless a [`JournalFlush`] still exists.
#[derive(Debug)]
pub struct JournalWriter {
    commands: Option<Sender<Command>>,
    progress: Arc<Progress>,
    thread: Option<JoinHandle<()>>,
    /// The last sequence number that was sent.
    last_sent: u64,
    /// Records that were sent and are not known to be fsynced.
    unsynced: VecDeque<EncodedRecord>,
}

/// An encoded record: its sequence number and its bytes.
pub type EncodedRecord = (u64, Vec<u8>);

/// A handle with which another thread can wait for an fsync of the journal.
#[derive(Clone, Debug)]
pub struct JournalFlush {
    commands: Sender<Command>,
}

impl JournalFlush {
    /// Waits until every record sent so far is written and fsynced, at most `timeout`; returns
    /// whether that happened. The journal thread keeps retrying after a failure.
    #[must_use]
    pub fn wait(&self, timeout: Duration) -> bool {
        self.ask(Command::Flush, timeout)
    }

    /// Waits until the journal thread has tried once to write and fsync every record sent so far,
    /// at most `timeout`.
    pub fn try_flush(&self, timeout: Duration) {
        self.ask(Command::TryFlush, timeout);
    }

    fn ask(&self, command: impl Fn(Sender<()>) -> Command, timeout: Duration) -> bool {
        let (done, answer) = channel();
        // `false` after the timeout, and also when the journal thread has ended.
        self.commands.send(command(done)).is_ok() && answer.recv_timeout(timeout).is_ok()
    }
}

impl JournalWriter {
    /// Starts the journal thread. It leaves existing journal files as they are and writes to a new
    /// one with the next number, which it creates with the first record.
    ///
    /// # Errors
    /// The thread cannot be started.
    pub fn start(
        files: Arc<dyn Files>,
        folder: GroupFolder,
        clock: Arc<dyn Clock>,
    ) -> io::Result<Self> {
        let (commands, inbox) = channel();
        let progress = Arc::<Progress>::default();
        let thread_progress = Arc::clone(&progress);
        let last = folder.journals(files.as_ref()).last().copied().unwrap_or(0);
        let journal = JournalFile {
            files,
            folder,
            clock,
            file: None,
            number: last,
            dir_synced: false,
            pending: VecDeque::new(),
            unsynced: VecDeque::new(),
            unsynced_since: Duration::ZERO,
            sync_failed: false,
            superseded: None,
        };
        let thread = std::thread::Builder::new()
            .name("journal".to_owned())
            .spawn(move || run(journal, &inbox, &thread_progress))?;
        Ok(Self {
            commands: Some(commands),
            progress,
            thread: Some(thread),
            last_sent: 0,
            unsynced: VecDeque::new(),
        })
    }

    /// Encodes a record and sends it. Does not wait for the disk. Returns the encoded record, so
    /// that a fallback journal can be given the same bytes.
    ///
    /// # Errors
    /// The record cannot be encoded as RON; nothing was sent.
    pub fn write(&mut self, record: &Record) -> Result<EncodedRecord, ron::Error> {
        let line = (record.sequence, record.encode()?);
        self.send_encoded(line.clone());
        Ok(line)
    }

    /// Sends a record that is encoded already. Does not wait for the disk.
    pub fn send_encoded(&mut self, line: EncodedRecord) {
        let (sequence, bytes) = line.clone();
        self.last_sent = sequence;
        self.unsynced.push_back(line);
        if let Some(commands) = &self.commands {
            // If the journal thread has ended, `wait` returns false.
            let _ = commands.send(Command::Write { sequence, bytes });
        }
        if self.unsynced.len() > PRUNE_THRESHOLD {
            self.unsynced();
        }
    }

    /// The records that were sent and are not known to be fsynced. A record that was appended but
    /// not fsynced is among them, since it can still be lost.
    pub fn unsynced(&mut self) -> &VecDeque<EncodedRecord> {
        let synced = self.progress.synced.load(Ordering::SeqCst);
        self.unsynced.retain(|(sequence, _)| *sequence > synced);
        &self.unsynced
    }

    /// Asks for all journal files to be deleted. Call it only when every record sent so far is in
    /// the documents: records that are not written yet are dropped.
    pub fn discard_files(&self) {
        if let Some(commands) = &self.commands {
            let _ = commands.send(Command::DiscardFiles);
        }
    }

    /// Waits until every record sent so far is acknowledged, at most `timeout`; returns whether it
    /// is. Acknowledged means appended, and not necessarily fsynced.
    #[must_use]
    pub fn wait(&self, timeout: Duration) -> bool {
        self.progress.wait_for(self.last_sent, timeout)
    }

    /// Sets what is woken by [`Self::wake_when_written`]. The first one stays.
    pub fn set_notify(&self, notify: Notify) {
        let _ = self.progress.notify.set(notify);
    }

    /// Asks to be woken when the journal thread has acknowledged something more. Returns whether
    /// every record is acknowledged already; nobody is woken then.
    #[must_use]
    pub fn wake_when_written(&self) -> bool {
        // The wish comes before the look. An acknowledgement between the two either is seen by the
        // look or sees the wish, so none is missed.
        self.progress.wake_wanted.store(true, Ordering::SeqCst);
        let written = self.wait(Duration::ZERO);
        if written {
            self.progress.wake_wanted.store(false, Ordering::SeqCst);
        }
        written
    }

    /// A handle with which another thread can wait for an fsync. `None` after [`Self::close`].
    #[must_use]
    pub fn flush_handle(&self) -> Option<JournalFlush> {
        self.commands.clone().map(|commands| JournalFlush { commands })
    }

    /// Waits until every record is written and fsynced, at most `timeout`, and ends the thread.
    /// Does not join a thread that is behind: it may hang on the disk.
    pub fn close(mut self, timeout: Duration) {
        if let Some(flush) = self.flush_handle() {
            let _ = flush.wait(timeout);
        }
        let finished = self.wait(Duration::ZERO);
        if let Some(commands) = self.commands.take() {
            // Dropping this sender is not enough: a `JournalFlush` may keep the channel open.
            let _ = commands.send(Command::End);
        }
        if let Some(thread) = self.thread.take().filter(|_| finished) {
            let _ = thread.join();
        }
    }
}

/// The state of the journal thread: the current file, and the records still to be written.
struct JournalFile {
    files: Arc<dyn Files>,
    folder: GroupFolder,
    clock: Arc<dyn Clock>,
    /// The current file. `None` before the first record, and after a failure or a rotation.
    file: Option<Box<dyn Appending>>,
    /// The number of the last file that was created.
    number: u32,
    /// Whether the folder was fsynced since the current file was created.
    dir_synced: bool,
    /// Records that are not in the current file. Their sequence numbers follow `unsynced`.
    pending: VecDeque<EncodedRecord>,
    /// Records that are in the current file and not fsynced.
    unsynced: VecDeque<EncodedRecord>,
    /// When the first of `unsynced` was appended, on the steady clock.
    unsynced_since: Duration,
    /// Whether the last fsync failed. Until one succeeds, only fsynced records are acknowledged.
    sync_failed: bool,
    /// A file that only has records that are pending again. It is deleted once those are written.
    superseded: Option<u32>,
}

fn run(mut journal: JournalFile, inbox: &Receiver<Command>, progress: &Progress) {
    let mut flushes: Vec<Sender<()>> = Vec::new();
    let mut ending = false;
    while !ending {
        let command = if journal.is_idle() {
            inbox.recv().map_err(|_| RecvTimeoutError::Disconnected)
        } else {
            inbox.recv_timeout(SYNC_EVERY)
        };
        let (mut timed_out, mut try_flush) = (false, None);
        match command {
            Ok(Command::Write { sequence, bytes }) => journal.pending.push_back((sequence, bytes)),
            Ok(Command::DiscardFiles) => journal.discard_files(progress),
            Ok(Command::Flush(done)) => flushes.push(done),
            Ok(Command::TryFlush(done)) => try_flush = Some(done),
            Err(RecvTimeoutError::Timeout) => timed_out = true,
            Ok(Command::End) | Err(RecvTimeoutError::Disconnected) => ending = true,
        }
        journal.write_pending(progress);
        // Continuous typing prevents a timeout, so the age of the unsynced records is checked too.
        if timed_out || ending || try_flush.is_some() || !flushes.is_empty() || journal.is_due() {
            journal.sync(progress);
        }
        // A flush is answered only after an fsync that covers it; until then it stays queued.
        let answered = if journal.is_idle() { flushes.len() } else { 0 };
        for done in flushes.drain(..answered).chain(try_flush) {
            let _ = done.send(());
        }
    }
}

impl JournalFile {
    /// Whether every record is written and fsynced.
    fn is_idle(&self) -> bool {
        self.pending.is_empty() && self.unsynced.is_empty()
    }

    /// Appends the pending records in order. On a failure it gives up the current file, which may
    /// end in a torn record; the next call continues in a new file.
    fn write_pending(&mut self, progress: &Progress) {
        while let Some(line) = self.pending.pop_front() {
            if self.append(&line.1).is_err() {
                self.pending.push_front(line);
                // Sync before giving the file up: a sync of the next file does not cover the
                // records that are already in this one.
                self.sync(progress);
                self.file = None;
                return;
            }
            if self.unsynced.is_empty() {
                self.unsynced_since = self.clock.read().steady;
            }
            if !self.sync_failed {
                progress.acknowledge(line.0);
            }
            self.unsynced.push_back(line);
        }
        if let Some(number) = self.superseded.take() {
            let _ = self.files.remove(&self.folder.journal(number));
        }
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        if let Some(file) = self.file.as_mut() {
            return file.append(bytes);
        }
        let path = self.folder.journal(self.number + 1);
        let mut file = self.files.append(&path)?;
        self.number += 1;
        self.dir_synced = false;
        let begun = file.append(HEADER).and_then(|()| file.append(bytes));
        if begun.is_ok() {
            self.file = Some(file);
        } else {
            // Otherwise every retry on a full disk would leave another file.
            let _ = self.files.remove(&path);
        }
        begun
    }

    /// Whether there are unsynced records that have to be fsynced now.
    fn is_due(&self) -> bool {
        let waited = || self.clock.read().steady.saturating_sub(self.unsynced_since);
        !self.unsynced.is_empty() && (self.sync_failed || waited() >= SYNC_EVERY)
    }

    /// Fsyncs the current file, and its folder when the file is new. After a failed fsync the
    /// kernel may have dropped the dirty pages, so a retry on the same handle proves nothing: the
    /// file is given up and its unsynced records become pending again.
    fn sync(&mut self, progress: &Progress) {
        let Some(last) = self.unsynced.back().map(|line| line.0) else { return };
        let synced = self.file.as_mut().is_none_or(|file| match file.sync() {
            Err(error) => is_sync_unsupported(&error),
            Ok(()) => true,
        });
        if synced {
            self.dir_synced = self.dir_synced || self.files.sync_dir(self.folder.path()).is_ok();
            self.sync_failed = false;
            self.unsynced.clear();
            progress.acknowledge_synced(last);
        } else {
            // With two failures in a row, the current file holds nothing but `unsynced`.
            self.superseded = self.sync_failed.then_some(self.number);
            self.sync_failed = true;
            let first = self.unsynced.front().map_or(0, |line| line.0);
            progress.acknowledge(first.saturating_sub(1));
            self.file = None;
            while let Some(line) = self.unsynced.pop_back() {
                self.pending.push_front(line);
            }
        }
    }

    /// Deletes the journal files; their records are in the documents. The oldest go first, each
    /// with an fsync of the folder, and the first failure ends the deletion: the files that remain
    /// must hold consecutive sequence numbers, because reading stops at a gap.
    fn discard_files(&mut self, progress: &Progress) {
        let lines = self.unsynced.drain(..).chain(self.pending.drain(..));
        if let Some((last, _)) = lines.last() {
            progress.acknowledge_synced(last);
        }
        self.file = None;
        for number in self.folder.journals(self.files.as_ref()) {
            if number > self.number || self.files.remove(&self.folder.journal(number)).is_err() {
                // The next opening skips records that are already in the documents.
                return;
            }
            let _ = self.files.sync_dir(self.folder.path());
        }
    }
}

/// Whether the file system does not support fsync, as on some network shares. That counts as
/// success, since no retry can do better.
fn is_sync_unsupported(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput)
}
