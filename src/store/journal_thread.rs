//! The thread that writes the journal and says when each entry is in it.
//!
//! Drawing waits a moment for its answer and then goes on, so a disk that hangs never freezes the
//! screen; it makes the screen say NIET BEWAARD.

use std::collections::VecDeque;
use std::io;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use super::files::{Appending, Files};
use super::folder::GroupFolder;
use super::journal::{HEADER, Record};
use crate::clock::Clock;

/// What was written is synced at most so long after it, and what could not be is tried this often.
const EVERY: Duration = Duration::from_secs(1);

/// After so many records it is worth looking which are written.
const MANY: usize = 100;

enum Order {
    Write {
        sequence: u64,
        bytes: Vec<u8>,
    },
    /// Everything so far is saved elsewhere: begin a new file; the files before it can go.
    Rotate,
    /// Answer when everything before this is written and synced.
    Flush(Sender<()>),
    /// Answer when that was tried.
    Try(Sender<()>),
    /// Nothing comes after this.
    End,
}

/// The last sequence that is written, and a bell for who waits for it.
#[derive(Debug, Default)]
struct Written {
    sequence: Mutex<u64>,
    news: Condvar,
    /// The last sequence that stays, whatever becomes of the computer.
    synced: AtomicU64,
}

impl Written {
    fn tell(&self, sequence: u64) {
        *self.sequence.lock().unwrap_or_else(PoisonError::into_inner) = sequence;
        self.news.notify_all();
    }

    /// Everything up to a sequence is written, and stays.
    fn tell_synced(&self, sequence: u64) {
        self.synced.store(sequence, Ordering::SeqCst);
        self.tell(sequence);
    }

    /// Waits for a sequence, at most `longest` in all.
    fn reaches(&self, asked: u64, longest: Duration) -> bool {
        let sequence = self.sequence.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.news.wait_timeout_while(sequence, longest, |written| *written < asked);
        let (written, _) = waited.unwrap_or_else(PoisonError::into_inner);
        *written >= asked
    }
}

/// The journal of an open group, as the drawing thread sees it.
#[derive(Debug)]
pub struct JournalWriter {
    orders: Option<Sender<Order>>,
    written: Arc<Written>,
    thread: Option<JoinHandle<()>>,
    asked: u64,
    /// What was asked and is not known to be written for good.
    unwritten: VecDeque<Line>,
}

/// A record on its way to the disk: its sequence, and its bytes.
pub type Line = (u64, Vec<u8>);

/// A handle with which another thread can wait for the journal.
#[derive(Clone, Debug)]
pub struct JournalFlush {
    orders: Sender<Order>,
}

impl JournalFlush {
    /// Waits until everything that was asked so far is written and synced, or time is up;
    /// returns whether it is.
    #[must_use]
    pub fn wait(&self, longest: Duration) -> bool {
        self.ask(Order::Flush, longest)
    }

    /// The same, but a disk that refuses is not waited for.
    pub fn wait_once(&self, longest: Duration) {
        self.ask(Order::Try, longest);
    }

    fn ask(&self, order: impl Fn(Sender<()>) -> Order, longest: Duration) -> bool {
        let (done, answer) = channel();
        // Time up or thread gone: there is nothing more to wait for either way.
        self.orders.send(order(done)).is_ok() && answer.recv_timeout(longest).is_ok()
    }
}

impl JournalWriter {
    /// A writer that goes on in a new file after the journals that are there.
    ///
    /// # Errors
    /// When no thread can be started.
    pub fn start(
        files: Arc<dyn Files>,
        folder: GroupFolder,
        clock: Arc<dyn Clock>,
    ) -> io::Result<Self> {
        let (orders, inbox) = channel();
        let written = Arc::<Written>::default();
        let acknowledge = Arc::clone(&written);
        let last = folder.journals(files.as_ref()).last().copied().unwrap_or(0);
        let pen = Pen {
            files,
            folder,
            clock,
            file: None,
            number: last,
            named: false,
            pending: VecDeque::new(),
            unsynced: VecDeque::new(),
            since: Duration::ZERO,
            wary: false,
            spare: None,
        };
        let thread = std::thread::Builder::new()
            .name("journal".to_owned())
            .spawn(move || write_all(pen, &inbox, &acknowledge))?;
        Ok(Self {
            orders: Some(orders),
            written,
            thread: Some(thread),
            asked: 0,
            unwritten: VecDeque::new(),
        })
    }

    /// Asks for a record to be written.
    ///
    /// # Errors
    /// Those of the RON writer.
    pub fn write(&mut self, record: &Record) -> Result<Line, ron::Error> {
        let line = (record.sequence, record.encode()?);
        self.write_line(line.clone());
        Ok(line)
    }

    /// Asks for a record to be written that another journal has too.
    pub fn write_line(&mut self, line: Line) {
        let (sequence, bytes) = line.clone();
        self.asked = sequence;
        self.unwritten.push_back(line);
        if let Some(orders) = &self.orders {
            // A thread that is gone shows as an answer that never comes.
            let _ = orders.send(Order::Write { sequence, bytes });
        }
        if self.unwritten.len() > MANY {
            self.unwritten();
        }
    }

    /// What was asked and is not known to be written for good: what a sync failed for may be lost
    /// although it was written.
    pub fn unwritten(&mut self) -> &VecDeque<Line> {
        let synced = self.written.synced.load(Ordering::SeqCst);
        self.unwritten.retain(|(sequence, _)| *sequence > synced);
        &self.unwritten
    }

    /// Begins a new file; the files before it go.
    pub fn rotate(&self) {
        if let Some(orders) = &self.orders {
            let _ = orders.send(Order::Rotate);
        }
    }

    /// Whether everything that was asked is written; waits for it at most `longest`.
    #[must_use]
    pub fn wait(&self, longest: Duration) -> bool {
        self.written.reaches(self.asked, longest)
    }

    /// A handle for the thread that ends the program.
    #[must_use]
    pub fn flush_handle(&self) -> Option<JournalFlush> {
        self.orders.clone().map(|orders| JournalFlush { orders })
    }

    /// Waits until everything is written and synced, at most `longest`, and ends the thread.
    pub fn close(mut self, longest: Duration) {
        if let Some(flush) = self.flush_handle() {
            let _ = flush.wait(longest);
        }
        let finished = self.wait(Duration::ZERO);
        if let Some(orders) = self.orders.take() {
            // Somebody else may still hold a handle, so that the orders have no other end.
            let _ = orders.send(Order::End);
        }
        if let Some(thread) = self.thread.take().filter(|_| finished) {
            let _ = thread.join();
        }
    }
}

/// What writes: the file at hand, and what it has yet to write.
struct Pen {
    files: Arc<dyn Files>,
    folder: GroupFolder,
    clock: Arc<dyn Clock>,
    file: Option<Box<dyn Appending>>,
    number: u32,
    /// Whether the name of the file at hand lasts.
    named: bool,
    pending: VecDeque<Line>,
    /// What is in the file at hand and would not survive a power cut yet.
    unsynced: VecDeque<Line>,
    /// When the first of them was written, on the steady clock.
    since: Duration,
    /// The last sync failed: until one succeeds, only what is synced counts as written.
    wary: bool,
    /// A file of which all is pending, so that it can go once that is written.
    spare: Option<u32>,
}

fn write_all(mut pen: Pen, inbox: &Receiver<Order>, acknowledge: &Written) {
    let mut flushes: Vec<Sender<()>> = Vec::new();
    let mut last = false;
    while !last {
        let order = if pen.is_idle() {
            inbox.recv().map_err(|_| RecvTimeoutError::Disconnected)
        } else {
            inbox.recv_timeout(EVERY)
        };
        let (mut quiet, mut tried) = (false, None);
        match order {
            Ok(Order::Write { sequence, bytes }) => pen.pending.push_back((sequence, bytes)),
            Ok(Order::Rotate) => pen.rotate(acknowledge),
            Ok(Order::Flush(done)) => flushes.push(done),
            Ok(Order::Try(done)) => tried = Some(done),
            Err(RecvTimeoutError::Timeout) => quiet = true,
            Ok(Order::End) | Err(RecvTimeoutError::Disconnected) => last = true,
        }
        pen.write_pending(acknowledge);
        // Who types on and on leaves no quiet second.
        if quiet || last || tried.is_some() || !flushes.is_empty() || pen.is_due() {
            pen.sync(acknowledge);
        }
        let all = if pen.is_idle() { flushes.len() } else { 0 };
        for done in flushes.drain(..all).chain(tried) {
            let _ = done.send(());
        }
    }
}

impl Pen {
    /// Whether everything is written and synced.
    fn is_idle(&self) -> bool {
        self.pending.is_empty() && self.unsynced.is_empty()
    }

    /// Writes what is pending. After a failure the file is left as it is, torn perhaps, and the
    /// rest goes to a new one.
    fn write_pending(&mut self, acknowledge: &Written) {
        while let Some(line) = self.pending.pop_front() {
            if self.write(&line.1).is_err() {
                self.pending.push_front(line);
                // Syncing the next file does nothing for what is in this one.
                self.sync(acknowledge);
                self.file = None;
                return;
            }
            if self.unsynced.is_empty() {
                self.since = self.clock.read().steady;
            }
            if !self.wary {
                acknowledge.tell(line.0);
            }
            self.unsynced.push_back(line);
        }
        if let Some(number) = self.spare.take() {
            let _ = self.files.remove(&self.folder.journal(number));
        }
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        if let Some(file) = self.file.as_mut() {
            return file.append(bytes);
        }
        let path = self.folder.journal(self.number + 1);
        let mut file = self.files.append(&path)?;
        self.number += 1;
        self.named = false;
        let begun = file.append(HEADER).and_then(|()| file.append(bytes));
        if begun.is_ok() {
            self.file = Some(file);
        } else {
            // A full disk is tried again and again; a file for each time helps nobody.
            let _ = self.files.remove(&path);
        }
        begun
    }

    /// Whether something was written a while ago and is not synced.
    fn is_due(&self) -> bool {
        let waited = || self.clock.read().steady.saturating_sub(self.since);
        !self.unsynced.is_empty() && (self.wary || waited() >= EVERY)
    }

    /// Makes what was written last, and the name of the file it is in. A handle whose sync failed
    /// is never trusted again: what was not synced yet is written anew.
    fn sync(&mut self, acknowledge: &Written) {
        let Some(last) = self.unsynced.back().map(|line| line.0) else { return };
        let synced = self.file.as_mut().is_none_or(|file| match file.sync() {
            Err(error) => cannot_sync(&error),
            Ok(()) => true,
        });
        if synced {
            self.named = self.named || self.files.sync_dir(self.folder.path()).is_ok();
            self.wary = false;
            self.unsynced.clear();
            acknowledge.tell_synced(last);
        } else {
            // The file after one that failed holds nothing else.
            self.spare = self.wary.then_some(self.number);
            self.wary = true;
            let first = self.unsynced.front().map_or(0, |line| line.0);
            acknowledge.tell(first.saturating_sub(1));
            self.file = None;
            while let Some(line) = self.unsynced.pop_back() {
                self.pending.push_front(line);
            }
        }
    }

    /// Begins a new file once everything is saved elsewhere. The oldest go first, one by one: what
    /// a power cut or a refusal leaves is without a gap.
    fn rotate(&mut self, acknowledge: &Written) {
        let lines = self.unsynced.drain(..).chain(self.pending.drain(..));
        if let Some((last, _)) = lines.last() {
            acknowledge.tell_synced(last);
        }
        self.file = None;
        for number in self.folder.journals(self.files.as_ref()) {
            if number > self.number || self.files.remove(&self.folder.journal(number)).is_err() {
                // One that stays is read again and found to be saved already.
                return;
            }
            let _ = self.files.sync_dir(self.folder.path());
        }
    }
}

/// Whether a file cannot be synced where it is, on some shares: then nothing better can be done.
fn cannot_sync(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput)
}
