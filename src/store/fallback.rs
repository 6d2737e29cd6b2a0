//! Fallback journals: where records go while the data folder does not answer.
//!
//! A fallback is a folder on this computer, or one that a person chose. When the journal in the
//! data folder has not acknowledged the records for [`FALLBACK_DELAY`], the next fallback is opened on a
//! thread of its own, since it may hang as well. The main thread never waits for that: it looks for
//! the result whenever it is woken or draws ([`FallbackJournal::folder_is_silent`]). A fallback that has opened
//! first gets every record that the journal has not fsynced. From then on each record is sent to the
//! journal and to all open fallbacks. When the documents in the data folder have everything, the
//! fallbacks are cleared. What a crash leaves in a fallback is read as one more journal when the
//! group is next opened.

use std::collections::VecDeque;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::Duration;

use super::Store;
use super::document::Document;
use super::files::{Files, LARGEST_JOURNAL};
use super::folder::{DataFolder, GroupFolder};
use super::journal::Record;
use super::journal_thread::{EncodedRecord, JournalWriter};
use super::key::UnlockedKey;
use super::notify::Notify;
use super::save::{SaveError, make_folder, replace};
use super::sealed::Sealed;
use crate::clock::Clock;

/// How long the data folder may fail to answer before the next fallback is tried.
pub const FALLBACK_DELAY: Duration = Duration::from_secs(2);

/// A folder outside the data folder that can take the journal of one group.
#[derive(Clone, Debug)]
pub struct Fallback {
    /// Its file system; it encrypts when the data folder has a passphrase.
    pub files: Arc<dyn Files>,
    /// The folder of the group in it.
    pub folder: GroupFolder,
    /// The folder to name in messages.
    pub place: PathBuf,
    /// Whether a person chose the folder. Its files are then never deleted.
    pub chosen: bool,
}

/// The folders on this computer that can hold fallback journals, in order of preference.
#[must_use]
pub fn default_roots() -> Vec<PathBuf> {
    use etcetera::BaseStrategy;
    let Ok(base) = etcetera::choose_base_strategy() else { return Vec::new() };
    let near = base.state_dir().unwrap_or_else(|| base.cache_dir());
    [near, base.data_dir()].map(|folder| folder.join("kring-elders")).into()
}

impl Fallback {
    /// Copies the meetings that are not in the fallback yet from the data folder, so that the copy
    /// of the group is complete. Errors are ignored. The call can hang with the data folder.
    pub fn take_earlier_meetings(&self, store: &Store, slug: &str) {
        let home = store.folder.group(slug);
        for id in home.meeting_ids(store.files.as_ref()) {
            let copy = self.folder.document(Document::Meeting(id));
            let copied = self.files.read(&copy).is_ok();
            let bytes = store.files.read(&home.document(Document::Meeting(id)));
            if let (false, Ok(bytes)) = (copied, bytes) {
                let _ = replace(self.files.as_ref(), &copy, &bytes);
            }
        }
    }

    /// Whether it has a journal.
    #[must_use]
    pub fn is_used(&self) -> bool {
        !self.folder.journals(self.files.as_ref()).is_empty()
    }
}

impl Store {
    /// The fallbacks of a group, in order of preference. Does not touch the disk.
    #[must_use]
    pub fn fallbacks(&self, slug: &str) -> Vec<Fallback> {
        // Data folders share the fallback roots, and a slug is unique only within a data folder.
        let root = std::path::absolute(self.root()).unwrap_or_else(|_| self.root().to_owned());
        let root_hash = crc32fast::hash(root.to_string_lossy().as_bytes());
        let fallback = |place: &PathBuf| {
            let (files, folder) = self.with_same_key(place);
            let folder = folder.group(&format!("{slug}-{root_hash:08x}"));
            Fallback { files, folder, place: place.clone(), chosen: false }
        };
        self.fallback_roots.iter().map(fallback).collect()
    }

    /// Moves the journals in a group's fallbacks to its backups. For journals that do not continue
    /// what is in the data folder: they cannot be replayed and must not be lost.
    ///
    /// # Errors
    /// The first journal that could not be moved; it is still in the fallback.
    pub fn move_fallbacks_to_backups(&self, slug: &str) -> Result<(), SaveError> {
        let backups = self.folder.group(slug).backups();
        for Fallback { files, folder, .. } in self.fallbacks(slug) {
            for path in folder.journals(files.as_ref()).iter().map(|nr| folder.journal(*nr)) {
                let bytes = files.read_at_most(&path, LARGEST_JOURNAL)?;
                let name = format!("journal-elsewhere.{:08x}", crc32fast::hash(&bytes));
                replace(self.files.as_ref(), &backups.join(name), &bytes)?;
                files.remove(&path)?;
            }
        }
        Ok(())
    }

    /// A fallback in a folder that a person chose: a new data folder, under a name that is not in
    /// use, because an existing one may be another person's and have another key. It is not
    /// created here.
    ///
    /// # Errors
    /// The folder cannot be listed, for example because it does not exist.
    pub fn chosen(&self, slug: &str, chosen: &Path) -> io::Result<Fallback> {
        let taken = self.raw_files.list(chosen)?;
        let numbered = (2u32..).map(|nr| format!("kring-data-{nr}"));
        let names = std::iter::once("kring-data".to_owned()).chain(numbered);
        let name = names.into_iter().find(|name| !taken.contains(name)).unwrap_or_default();
        let place = chosen.join(name);
        let (files, folder) = self.with_same_key(&place);
        Ok(Fallback { files, folder: folder.group(slug), place, chosen: true })
    }

    /// The data folder at `root` and its file system, encrypting with the key of this one.
    fn with_same_key(&self, root: &Path) -> (Arc<dyn Files>, DataFolder) {
        let folder = DataFolder::new(root.to_owned());
        let raw_files = Arc::clone(&self.raw_files);
        match &self.unlocked {
            Some(UnlockedKey { key, .. }) => {
                (Arc::new(Sealed::new(raw_files, folder.clone(), Arc::clone(key))), folder)
            }
            None => (raw_files, folder),
        }
    }
}

/// What the fallbacks of a group held when it was opened.
#[derive(Debug, Default)]
pub struct FallbackContents {
    /// Records that the data folder does not have and that continue its last sequence number.
    pub records: Vec<Record>,
    /// Whether any fallback had a journal.
    pub used: bool,
    /// Whether some journal could not be read or does not continue the data folder. The fallbacks
    /// are then not cleared.
    pub doubted: bool,
}

/// The fallback journals of an open group. All methods are called on the main thread.
#[derive(Debug, Default)]
pub struct FallbackJournal {
    /// Not tried yet, or cleared.
    untried: VecDeque<Fallback>,
    /// The one that a thread is opening, and the channel for the result.
    opening: Option<(Fallback, Receiver<io::Result<JournalWriter>>)>,
    /// In the order in which they were opened.
    open: Vec<(Fallback, JournalWriter)>,
    /// Since when the data folder has not answered, or when the last fallback was tried; on the
    /// steady clock. `None` while the data folder answers.
    unanswered_since: Option<Duration>,
    /// Whether a fallback has a journal of an earlier run, which `close_and_delete` has to delete.
    has_leftovers: bool,
    /// Woken when a fallback was opened or could not be opened, and by the journals in them.
    notify: Notify,
}

impl FallbackJournal {
    #[must_use]
    pub fn new(fallbacks: Vec<Fallback>, found: &FallbackContents) -> Self {
        let has_leftovers = found.used && !found.doubted;
        Self { untried: fallbacks.into(), has_leftovers, ..Self::default() }
    }

    /// Sets what is woken when something of this changes.
    #[must_use]
    pub fn with_notify(self, notify: Notify) -> Self {
        Self { notify, ..self }
    }

    /// Sends a record to every open fallback. Does not wait for the disk.
    pub fn write(&mut self, line: &EncodedRecord) {
        for (_, journal) in &mut self.open {
            journal.send_encoded(line.clone());
        }
    }

    /// Tells that the data folder has acknowledged everything: no further fallback is needed now.
    /// Open fallbacks stay open until [`Self::close_and_delete`].
    pub fn folder_answers(&mut self) {
        self.unanswered_since = None;
    }

    #[must_use]
    pub fn is_open(&self) -> bool {
        !self.open.is_empty()
    }

    /// Tells that the data folder has not acknowledged everything. Adds a fallback that has opened
    /// meanwhile, and starts opening the next one after [`FALLBACK_DELAY`] unless an open fallback has
    /// acknowledged everything. Never blocks.
    ///
    /// `unsynced` are the records that the journal has not fsynced; a fallback that opens gets all
    /// of them before any later record.
    pub fn folder_is_silent(
        &mut self,
        now: Duration,
        unsynced: &VecDeque<EncodedRecord>,
        clock: &Arc<dyn Clock>,
    ) {
        self.take_opened(unsynced);
        let since = *self.unanswered_since.get_or_insert(now);
        if now.saturating_sub(since) < FALLBACK_DELAY || self.complete(Duration::ZERO).is_some() {
            return;
        }
        if let Some(fallback) = self.untried.pop_front() {
            self.unanswered_since = Some(now);
            self.start_opening(fallback, clock);
        }
    }

    /// Starts opening a fallback on a thread of its own. A fallback that is still being opened is
    /// given up.
    pub fn start_opening(&mut self, fallback: Fallback, clock: &Arc<dyn Clock>) {
        let (done, answer) = channel();
        let (target, clock) = (fallback.clone(), Arc::clone(clock));
        let notify = self.notify.clone();
        let start = move || {
            let Fallback { files, folder, .. } = target;
            let _ = done.send(match make_folder(files.as_ref(), folder.path()) {
                Ok(()) => JournalWriter::start(files, folder, clock),
                Err(error) => Err(error),
            });
            notify.wake();
        };
        if std::thread::Builder::new().name("fallback".to_owned()).spawn(start).is_ok() {
            self.opening = Some((fallback, answer));
        }
    }

    /// Adds the fallback that was being opened, if its thread is done. One that failed is dropped.
    fn take_opened(&mut self, unsynced: &VecDeque<EncodedRecord>) {
        let Some((fallback, answer)) = self.opening.take() else { return };
        match answer.try_recv() {
            Ok(Ok(mut journal)) => {
                journal.set_notify(self.notify.clone());
                // Before the fallback is in `open`, so that these precede what `write` sends.
                for line in unsynced {
                    journal.send_encoded(line.clone());
                }
                self.open.push((fallback, journal));
            }
            Ok(Err(_)) | Err(TryRecvError::Disconnected) => {}
            Err(TryRecvError::Empty) => self.opening = Some((fallback, answer)),
        }
    }

    /// When the next fallback is to be tried, on the steady clock; `None` when there is none to try.
    /// [`Self::folder_is_silent`] does it then.
    #[must_use]
    pub fn next_try(&self) -> Option<Duration> {
        let since = self.unanswered_since.filter(|_| !self.untried.is_empty())?;
        self.complete(Duration::ZERO).is_none().then_some(since + FALLBACK_DELAY)
    }

    /// Asks every open fallback to wake the main loop when it has acknowledged something more.
    pub fn wake_when_written(&self) {
        for (_, journal) in &self.open {
            let _ = journal.wake_when_written();
        }
    }

    /// An open fallback that has acknowledged every record, the last opened first. Waits at most
    /// `timeout`, and only for the last opened.
    #[must_use]
    pub fn complete(&self, timeout: Duration) -> Option<&Fallback> {
        // A fallback that a person chose is normally the last opened.
        let timeout_for = |nr| if nr == 0 { timeout } else { Duration::ZERO };
        let mut open = self.open.iter().rev().enumerate();
        open.find(|(nr, (_, journal))| journal.wait(timeout_for(*nr)))
            .map(|(_, (fallback, _))| fallback)
    }

    /// Closes all fallbacks and deletes their journals, except in folders that a person chose. Call
    /// it only when the documents in the data folder have everything. The deletion is done on a
    /// thread of its own, for which this waits at most `timeout`.
    ///
    /// Clear before the journal in the data folder is rotated. The next opening compares a journal
    /// that is left in a fallback with the one in the data folder, and reports records that it
    /// cannot find there as doubtful.
    pub fn close_and_delete(&mut self, timeout: Duration) {
        if !self.has_leftovers && self.open.is_empty() {
            return;
        }
        self.has_leftovers = false;
        let open = self.open.drain(..).map(|(fallback, journal)| {
            // Ends its thread without waiting for it.
            drop(journal);
            fallback
        });
        let all: Vec<Fallback> = open.chain(self.untried.drain(..)).collect();
        self.untried = all.iter().filter(|fallback| !fallback.chosen).cloned().collect();
        let fallbacks = self.untried.clone();
        let (done, answer) = channel();
        let remove = move || {
            for Fallback { files, folder, .. } in fallbacks {
                for number in folder.journals(files.as_ref()) {
                    let _ = files.remove(&folder.journal(number));
                }
            }
            let _ = done.send(());
        };
        if std::thread::Builder::new().name("fallback-cleaner".to_owned()).spawn(remove).is_ok() {
            let _ = answer.recv_timeout(timeout);
        }
    }

    /// Closes each open fallback after its records are fsynced; waits at most `timeout` for each.
    pub fn close(self, timeout: Duration) {
        for (_, journal) in self.open {
            journal.close(timeout);
        }
    }
}
