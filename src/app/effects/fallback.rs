//! What happens when the data folder does not answer: words go to a fallback, on this computer or in
//! a folder that somebody chose.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::time::Duration;

use super::EffectRunner;
use super::open_files::body_of;
use crate::domain::dossier::Dossier;
use crate::domain::hour::{ClockReading, Moment};
use crate::session::Session;
use crate::session::effect::{EffectResult, Then};
use crate::session::safety::Safety;
use crate::store::Store;
use crate::store::document::Document;
use crate::store::fallback::Fallback;
use crate::store::folder::DataFolder;
use crate::store::open::read_meeting;
use crate::store::opened::Permission;
use crate::store::save::{SaveError, make_folder, replace};
use crate::store::saver::{DocumentWriter, SaveJob};

impl EffectRunner {
    /// How far what was typed is safe, after waiting a moment for the journals, and the folder that
    /// keeps it while the data folder does not answer. `None` when nothing is open for writing. While
    /// it is not in the data folder, the loop is woken when that changes.
    pub(in crate::app) fn safety(
        &mut self,
        now: ClockReading,
    ) -> Option<(Safety, Option<PathBuf>)> {
        let longest = self.pace.journal_wait;
        let open = self.open.as_mut()?;
        // The data folder is waited for no longer once it was silent; the fallback is.
        let timeout = if open.fallback_journal.is_open() { Duration::ZERO } else { longest };
        if open.journal.wait(timeout) || open.journal.wake_when_written() {
            open.fallback_journal.folder_answers();
            return Some((Safety::Saved(now.wall), None));
        }
        open.fallback_journal.folder_is_silent(
            now.steady,
            open.journal.unsynced(),
            &self.store.clock,
        );
        // Asked before it is looked at: what is acknowledged in between wakes the loop.
        open.fallback_journal.wake_when_written();
        Some(match open.fallback_journal.complete(longest) {
            Some(fallback) => (Safety::Elsewhere(now.wall), Some(fallback.place.clone())),
            None => (Safety::Unsaved, None),
        })
    }

    /// How long the loop may sleep at most before something has to be done by itself.
    pub(in crate::app) fn longest_sleep(&self, now: ClockReading) -> Option<Duration> {
        let open = self.open.as_ref()?;
        let next_try = open.fallback_journal.next_try();
        let next_try = next_try.map(|at| at.saturating_sub(now.steady));
        [open.until_save(now.wall, self.pace.autosave_every), next_try].into_iter().flatten().min()
    }

    /// Keeps the group in a folder that somebody chose: all that is open of it, and what is typed
    /// from now on.
    pub(super) fn keep_in(&mut self, folder: &str, session: &Session) -> EffectResult {
        let (Some(open), folder) = (&session.open, folder.trim()) else {
            return EffectResult::Said(String::new());
        };
        let (store, slug) = (self.store.clone(), open.slug.clone());
        let copy = Copy { store, slug, into: folder.into(), dossier: open.dossier.clone() };
        if open.permission == Permission::ReadOnly {
            return self.go_on_in(copy, session);
        }
        let Some(files) = &mut self.open else { return EffectResult::Said(String::new()) };
        let (now, sequence) = (session.now.wall, files.sequence);
        let (done, answer) = channel();
        let notify = self.notify.clone();
        let make = move || {
            let (store, slug) = (copy.store.clone(), copy.slug.clone());
            let made = copy.make(sequence, now);
            let fallback = made.as_ref().ok().cloned();
            let _ = done.send(made);
            notify.wake();
            // The earlier meetings come after it, as far as they can be read.
            if let Some(fallback) = fallback {
                fallback.take_earlier_meetings(&store, &slug);
            }
        };
        if let Err(error) = std::thread::Builder::new().name("copy".to_owned()).spawn(make) {
            return EffectResult::Said(session.words.not_saved(&SaveError::Io(error)));
        }
        files.copying = Some(answer);
        EffectResult::Said(session.words.keeping_in(folder))
    }

    /// What became of the copy, once it is known.
    pub(super) fn copied(&mut self, session: &Session) -> Option<String> {
        let open = self.open.as_mut()?;
        let outcome = open.copying.as_ref()?.try_recv().ok()?;
        open.copying = None;
        Some(match outcome {
            Ok(fallback) => {
                let said = session.words.kept_in_place(&fallback.place);
                open.fallback_journal.start_opening(fallback, &self.store.clock);
                said
            }
            Err(error) => session.words.not_kept_in_place(&error),
        })
    }

    /// A folder that cannot be written is left for one that can: the whole group goes along.
    fn go_on_in(&mut self, mut copy: Copy, session: &Session) -> EffectResult {
        let folder = self.store.folder.group(&copy.slug);
        for id in folder.meeting_ids(self.store.files.as_ref()) {
            // One that cannot be read stays where it is.
            if let Ok(read) = read_meeting(self.store.files.as_ref(), &folder, id) {
                copy.dossier.meetings.entry(id).or_insert(read.meeting);
            }
        }
        let slug = copy.slug.clone();
        match copy.make(0, session.now.wall) {
            Ok(fallback) => {
                self.store.move_to(DataFolder::new(fallback.place));
                self.open(&slug, Then::Show, session)
            }
            Err(error) => EffectResult::Said(session.words.not_kept_in_place(&error)),
        }
    }
}

/// A group that is to be copied into a folder that somebody chose. A thread of its own does all of
/// it: that folder may be silent too.
struct Copy {
    store: Store,
    slug: String,
    into: PathBuf,
    dossier: Dossier,
}

impl Copy {
    /// Makes the copy, which includes the journal up to a sequence number.
    fn make(self, sequence: u64, now: Moment) -> Result<Fallback, SaveError> {
        let Self { store, slug, into, dossier } = self;
        let fallback = store.chosen(&slug, &into)?;
        let files = &fallback.files;
        make_folder(files.as_ref(), fallback.folder.path())?;
        // The key of the data folder opens the copy as well.
        if let Some(key) = store.key_file() {
            replace(files.as_ref(), &DataFolder::new(fallback.place.clone()).key(), &key)?;
        }
        let mut documents =
            DocumentWriter::new(Arc::clone(files), fallback.folder.clone(), "0".to_owned());
        let meetings = dossier.meetings.keys().map(|id| Document::Meeting(*id));
        for document in meetings.chain([Document::Log, Document::Undo, Document::Group]) {
            if let Some(content) = body_of(document, &dossier, &BTreeSet::new()) {
                documents.save(SaveJob { content, sequence, saved: now })?;
            }
        }
        Ok(fallback)
    }
}
