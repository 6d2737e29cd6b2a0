//! The files of the group that is open for writing.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::PathBuf;
use std::sync::mpsc::Receiver;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use super::pace::SHUTDOWN_TIMEOUT;
use crate::domain::change::Change;
use crate::domain::dossier::Dossier;
use crate::domain::history::Entry;
use crate::domain::hour::Moment;
use crate::domain::ids::MeetingId;
use crate::store::Store;
use crate::store::document::Document;
use crate::store::fallback::{Fallback, FallbackJournal};
use crate::store::journal::Record;
use crate::store::journal_thread::JournalWriter;
use crate::store::lock::{Holding, Owner};
use crate::store::notify::Notify;
use crate::store::open::document_of;
use crate::store::opened::Opened;
use crate::store::purge::Purge;
use crate::store::save::SaveError;
use crate::store::saver::{DocumentBody, Saver};

/// The files of the group that is open for writing.
#[derive(Debug)]
pub(super) struct OpenFiles {
    pub journal: JournalWriter,
    pub saver: Saver,
    /// The last sequence number of the journal.
    pub sequence: u64,
    /// The sequence number that the file of each document includes.
    pub saved: BTreeMap<Document, u64>,
    /// Documents that changed since they were last sent to the saver.
    pub touched: BTreeSet<Document>,
    /// Meetings that were discarded.
    pub gone: BTreeSet<MeetingId>,
    /// Documents whose file another program changed, and where kring's version stands meanwhile.
    pub changed: BTreeMap<Document, PathBuf>,
    /// Who took the group over on another computer, once that is known.
    pub other: Arc<OnceLock<Owner>>,
    /// How many documents others changed, and whether there was another owner, when the session was
    /// last told.
    pub told: (usize, bool),
    /// When a save was last asked for.
    pub save_asked: Option<Moment>,
    /// Whether the journals of earlier runs are gone.
    pub earlier_journals_gone: bool,
    /// What is to be erased for good and is not yet, because a file did not give way.
    pub purge: Option<Purge>,
    /// Files were changed outside kring: nothing is saved until somebody accepts them.
    pub doubted: bool,
    /// Where records go while the data folder does not answer.
    pub fallback_journal: FallbackJournal,
    /// The result of a copy of the group that is being made in a folder that somebody chose.
    pub copying: Option<Receiver<Result<Fallback, SaveError>>>,
}

impl OpenFiles {
    /// Starts the threads of a group that was opened. Returns its dossier besides.
    ///
    /// # Errors
    /// A thread cannot be started.
    pub(super) fn start(
        store: &Store,
        opened: Opened,
        holding: Holding,
        erasing: bool,
        notify: &Notify,
    ) -> io::Result<(Self, Dossier)> {
        let mut touched: BTreeSet<Document> = opened.unsaved().collect();
        let mut dossier = opened.dossier;
        if erasing {
            dossier.history.forget();
            touched.extend([Document::Group, Document::Undo, Document::Log]);
            touched.extend(dossier.meetings.keys().map(|id| Document::Meeting(*id)));
        }
        let (files, clock) = (&store.files, &store.clock);
        let mut journal =
            JournalWriter::start(Arc::clone(files), opened.folder, Arc::clone(clock))?;
        journal.set_notify(notify.clone());
        // Records found in a fallback are written to the journal first, and saved after that.
        for record in &opened.found_elsewhere.records {
            let _ = journal.write(record);
        }
        let fallbacks = store.fallbacks(&opened.slug);
        let fallback_journal = FallbackJournal::new(fallbacks, &opened.found_elsewhere);
        let other = holding.other();
        let saver = Saver::start(opened.writer, journal.flush_handle())?;
        saver.set_notify(notify.clone());
        saver.hold(holding, Arc::clone(clock));
        let open = Self {
            journal,
            saver,
            sequence: opened.sequence,
            saved: opened.saved,
            touched,
            gone: opened.gone,
            changed: BTreeMap::new(),
            other,
            told: (0, false),
            save_asked: None,
            earlier_journals_gone: false,
            purge: erasing.then(Purge::default),
            doubted: !opened.doubts.is_empty(),
            fallback_journal: fallback_journal.with_notify(notify.clone()),
            copying: None,
        };
        Ok((open, dossier))
    }

    /// Whether every change is in the file of its document.
    pub(super) fn all_saved(&self) -> bool {
        !self.doubted
            && self.touched.is_empty()
            && self.changed.is_empty()
            && self.saver.waiting() == 0
    }

    /// Whether the journal has records that no document includes. Also with everything saved: a record
    /// without changes, that the hour goes on, is in the journal alone until the next save.
    pub(super) fn needs_journal(&self) -> bool {
        self.sequence > self.saved.values().copied().max().unwrap_or(0)
    }

    /// Marks `group.ron` as changed when only records without changes are newer than every document: it
    /// says when it was saved, so that the hour went on until then, and the journal is not needed. Where
    /// another computer may have the group, its files are left alone for that.
    pub(super) fn touch_for_quiet_minutes(&mut self) {
        if self.needs_journal() && self.other.get().is_none() {
            self.touched.insert(Document::Group);
        }
    }

    /// Whether something is not saved in its own file yet.
    pub(super) fn is_dirty(&self) -> bool {
        !self.touched.is_empty() || self.saver.waiting() > 0 || self.purge.is_some()
    }

    /// Writes an entry in the journal; its changes are made in the dossier already.
    pub(super) fn record(&mut self, entry: Entry) {
        for change in &entry.changes {
            self.touched.insert(document_of(change));
            match change {
                Change::Begin(meeting) => drop(self.gone.remove(&meeting.id)),
                Change::Discard(meeting) => drop(self.gone.insert(meeting.id)),
                Change::Group(_) | Change::Meeting(..) => {}
            }
        }
        if !entry.changes.is_empty() {
            self.touched.extend([Document::Undo, Document::Log]);
        }
        self.sequence += 1;
        let record = Record { sequence: self.sequence, entry };
        // If encoding fails, the next save fails too and reports it.
        if let Ok(line) = self.journal.write(&record) {
            self.fallback_journal.write(&line);
        }
    }

    /// How long after `now`, on the wall clock, something has to be saved or erased by itself. `every`
    /// is the time between two saves.
    pub(super) fn until_save(&self, now: Moment, every: Option<Duration>) -> Option<Duration> {
        let every = every?;
        let waits = !self.doubted && !self.touched.is_empty() || self.purge.is_some();
        let Some(asked) = self.save_asked.filter(|_| waits) else {
            return waits.then_some(Duration::ZERO);
        };
        // A wall clock that was set back must not put a save off.
        let since = (now - asked).abs().to_std().unwrap_or_default();
        Some(every.saturating_sub(since))
    }

    /// What a document holds now; `None` when there is no such document.
    pub(super) fn body(&self, document: Document, dossier: &Dossier) -> Option<DocumentBody> {
        body_of(document, dossier, &self.gone)
    }

    /// Ends the threads. Returns the folder that has words which are not in the data folder.
    pub(super) fn close(self) -> Option<PathBuf> {
        let (all_saved, needs_journal) = (self.all_saved(), self.needs_journal());
        let folder = |fallback: &Fallback| fallback.place.clone();
        let stays =
            self.fallback_journal.complete(Duration::ZERO).map(folder).filter(|_| !all_saved);
        let mut fallback_journal = self.fallback_journal;
        if all_saved {
            fallback_journal.close_and_delete(SHUTDOWN_TIMEOUT);
            if !needs_journal {
                self.journal.discard_files();
            }
        }
        fallback_journal.close(SHUTDOWN_TIMEOUT);
        self.journal.close(SHUTDOWN_TIMEOUT);
        self.saver.close();
        stays
    }
}

/// What a document holds; `None` when there is no such document.
pub(super) fn body_of(
    document: Document,
    dossier: &Dossier,
    gone: &BTreeSet<MeetingId>,
) -> Option<DocumentBody> {
    match document {
        Document::Group => Some(DocumentBody::Group(Box::new(dossier.group.clone()))),
        Document::Undo => Some(DocumentBody::Undo(Box::new(dossier.history.clone()))),
        Document::Log => Some(DocumentBody::Log(Box::new(dossier.log.clone()))),
        Document::Meeting(id) if gone.contains(&id) => Some(DocumentBody::Gone(id)),
        Document::Meeting(id) => {
            let meeting = dossier.meeting(id)?;
            Some(DocumentBody::Meeting(Box::new(meeting.clone())))
        }
    }
}
