//! The thread that writes the journal and says when each entry is in it.
//!
//! Drawing waits a moment for its answer and then goes on, so a disk that hangs never freezes the
//! screen; it makes the screen say NIET BEWAARD.

use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use super::files::{Appending, Files};
use super::folder::GroupFolder;
use super::journal::{HEADER, Record};

/// While something is not synced, or could not be written, the thread tries again this often.
const EVERY: Duration = Duration::from_secs(1);

enum Order {
    Write {
        sequence: u64,
        bytes: Vec<u8>,
    },
    /// Begin a new file; the files before it can go.
    Rotate,
    /// Answer when everything before this is written.
    Flush(Sender<()>),
}

/// The last sequence that is written, and a bell for who waits for it.
#[derive(Debug, Default)]
struct Written {
    sequence: Mutex<u64>,
    news: Condvar,
}

impl Written {
    fn tell(&self, sequence: u64) {
        *self.sequence.lock().unwrap_or_else(PoisonError::into_inner) = sequence;
        self.news.notify_all();
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
}

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
        let (done, answer) = channel();
        // Time up or thread gone: there is nothing more to wait for either way.
        self.orders.send(Order::Flush(done)).is_ok() && answer.recv_timeout(longest).is_ok()
    }
}

impl JournalWriter {
    /// A writer that goes on in a new file after the journals that are there.
    ///
    /// # Errors
    /// When no thread can be started.
    pub fn start(files: Arc<dyn Files>, folder: GroupFolder) -> io::Result<Self> {
        let (orders, inbox) = channel();
        let written = Arc::<Written>::default();
        let acknowledge = Arc::clone(&written);
        let last = folder.journals(files.as_ref()).last().copied().unwrap_or(0);
        let pen =
            Pen { files, folder, file: None, number: last, pending: Vec::new(), dirty: false };
        let thread = std::thread::Builder::new()
            .name("journal".to_owned())
            .spawn(move || write_all(pen, &inbox, &acknowledge))?;
        Ok(Self { orders: Some(orders), written, thread: Some(thread), asked: 0 })
    }

    /// Asks for a record to be written.
    ///
    /// # Errors
    /// Those of the RON writer.
    pub fn write(&mut self, record: &Record) -> Result<(), ron::Error> {
        let bytes = record.encode()?;
        let order = Order::Write { sequence: record.sequence, bytes };
        self.asked = record.sequence;
        if let Some(orders) = &self.orders {
            // A thread that is gone shows as an answer that never comes.
            let _ = orders.send(order);
        }
        Ok(())
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
        self.orders = None;
        if let Some(thread) = self.thread.take().filter(|_| finished) {
            let _ = thread.join();
        }
    }
}

/// What writes: the file at hand, and what it has yet to write.
struct Pen {
    files: Arc<dyn Files>,
    folder: GroupFolder,
    file: Option<Box<dyn Appending>>,
    number: u32,
    pending: Vec<(u64, Vec<u8>)>,
    dirty: bool,
}

fn write_all(mut pen: Pen, inbox: &Receiver<Order>, acknowledge: &Written) {
    let mut flushes: Vec<Sender<()>> = Vec::new();
    loop {
        let idle = !pen.dirty && pen.pending.is_empty();
        let order = if idle {
            inbox.recv().map_err(|_| RecvTimeoutError::Disconnected)
        } else {
            inbox.recv_timeout(EVERY)
        };
        match order {
            Ok(Order::Write { sequence, bytes }) => pen.pending.push((sequence, bytes)),
            Ok(Order::Rotate) => pen.rotate(),
            Ok(Order::Flush(done)) => {
                pen.sync();
                flushes.push(done);
            }
            Err(RecvTimeoutError::Timeout) => pen.sync(),
            Err(RecvTimeoutError::Disconnected) => {
                pen.sync();
                return;
            }
        }
        pen.write_pending(acknowledge);
        if pen.pending.is_empty() {
            for done in flushes.drain(..) {
                let _ = done.send(());
            }
        }
    }
}

impl Pen {
    /// Writes what is pending. After a failure the file is left as it is, torn perhaps, and the
    /// rest goes to a new one.
    fn write_pending(&mut self, acknowledge: &Written) {
        while let Some((sequence, bytes)) = self.pending.first() {
            let written = match self.file.as_mut() {
                Some(file) => file.append(bytes),
                None => {
                    self.files.append(&self.folder.journal(self.number + 1)).and_then(|mut file| {
                        self.number += 1;
                        file.append(HEADER)?;
                        file.append(bytes)?;
                        self.file = Some(file);
                        Ok(())
                    })
                }
            };
            if written.is_err() {
                self.file = None;
                return;
            }
            self.dirty = true;
            acknowledge.tell(*sequence);
            self.pending.remove(0);
        }
    }

    /// Makes what was written last. A handle whose sync failed is never trusted again.
    fn sync(&mut self) {
        if !self.dirty {
            return;
        }
        self.dirty = false;
        if self.file.as_mut().is_some_and(|file| file.sync().is_err()) {
            self.file = None;
        }
    }

    fn rotate(&mut self) {
        self.sync();
        self.file = None;
        for number in self.folder.journals(self.files.as_ref()) {
            if number <= self.number {
                // One that stays is read again and found to be saved already.
                let _ = self.files.remove(&self.folder.journal(number));
            }
        }
    }
}
