//! Files that others changed, and a group that somebody else may have: nothing is thrown away, and
//! what happens is for a person to say.

use std::path::Path;

use super::EffectRunner;
use super::pace::SHUTDOWN_TIMEOUT;
use crate::domain::meeting::Meeting;
use crate::session::Session;
use crate::session::effect::{EffectResult, Keep, Then};
use crate::session::open_group::{ChangedFile, SecondRead, Versions};
use crate::store::check;
use crate::store::conflict::Original;
use crate::store::document::{BrokenFile, Document, Fault};
use crate::store::folder::GroupFolder;
use crate::store::open::read_meeting;
use crate::store::opened::Permission;
use crate::store::save::SaveError;
use crate::store::second::{self, Second, SecondContent};

/// The doubts about files of the data folder itself.
fn in_data_folder(doubts: &[BrokenFile]) -> Vec<BrokenFile> {
    doubts.iter().filter(|doubt| doubt.fault != Fault::Elsewhere).cloned().collect()
}

impl EffectRunner {
    /// Keeps a copy of the files that were changed outside kring and saves what they hold.
    pub(super) fn accept(&mut self, session: &Session) -> EffectResult {
        let (Some(open), Some(files)) = (&session.open, &mut self.open) else {
            return EffectResult::Said(String::new());
        };
        if let Permission::Doubt(doubts) = &open.permission
            && let Err(error) =
                self.store.keep_copies(&open.slug, &check::paths(&in_data_folder(doubts)))
        {
            return EffectResult::Said(session.words.not_saved(&SaveError::Io(error)));
        }
        if let Err(error) = self.store.move_fallbacks_to_backups(&open.slug) {
            return EffectResult::Said(session.words.not_saved(&error));
        }
        files.doubted = false;
        files.touched.extend([Document::Group, Document::Log]);
        files.touched.extend(open.dossier.meetings.keys().map(|id| Document::Meeting(*id)));
        self.save(session);
        EffectResult::Accepted
    }

    /// Opens the group for writing although another computer may have it.
    pub(super) fn take_over(&mut self, session: &Session) -> EffectResult {
        let Some(open) = &session.open else { return EffectResult::Said(String::new()) };
        self.close(session);
        let opened = self.store.take_over(&open.slug);
        self.take(opened, Then::Show, session)
    }

    /// What became of the files meanwhile, once it is news.
    pub(super) fn news_of_versions(&mut self, session: &Session) -> Option<EffectResult> {
        let files = self.open.as_mut()?;
        let now = (files.changed.len(), files.other.get().is_some());
        if files.told == now {
            return None;
        }
        files.told = now;
        Some(EffectResult::Versions(self.versions(session)?, None))
    }

    fn versions(&self, session: &Session) -> Option<Versions> {
        let folder = self.folder(session)?;
        let seconds = second::find(self.store.files.as_ref(), &folder);
        let Some(files) = &self.open else {
            return Some(Versions { seconds, ..Versions::default() });
        };
        let changed = files.changed.iter().map(|(document, beside)| ChangedFile {
            name: name_of(&folder.document(*document)),
            beside: name_of(beside),
        });
        Some(Versions { changed: changed.collect(), other: files.other.get().cloned(), seconds })
    }

    fn folder(&self, session: &Session) -> Option<GroupFolder> {
        session.open.as_ref().map(|open| self.store.folder.group(&open.slug))
    }

    fn stamp(&self) -> String {
        self.store.clock.now().format("%Y%m%dT%H%M%S%.3f").to_string()
    }

    /// Chooses between what kring has and what stands in its files now.
    pub(super) fn keep_version(&mut self, keep: Keep, session: &Session) -> EffectResult {
        let chosen = match keep {
            Keep::Ours => self.keep_ours(session),
            Keep::Theirs => self.read_theirs(session),
        };
        chosen.unwrap_or_else(|error| EffectResult::Said(session.words.not_saved(&error)))
    }

    /// Puts what kring has in place, once the other is in the backups.
    fn keep_ours(&mut self, session: &Session) -> Result<EffectResult, SaveError> {
        let (Some(folder), stamp) = (self.folder(session), self.stamp()) else {
            return Ok(EffectResult::Said(String::new()));
        };
        // A save that is under way would find the file changed once more.
        let _ = self.take_outcomes(SHUTDOWN_TIMEOUT, session);
        let disk = self.store.files.as_ref();
        let Some(files) = &mut self.open else { return Ok(EffectResult::Said(String::new())) };
        let chosen = files.changed.clone();
        for document in chosen.keys() {
            let path = folder.document(*document);
            // One that went away meanwhile is in nobody's way.
            if let Ok(theirs) = disk.read(&path) {
                second::keep(disk, &folder, &path, &theirs, &stamp)?;
                files.saver.note_read(path, theirs);
            }
            files.changed.remove(document);
            files.touched.insert(*document);
        }
        self.save(session);
        let failed = self.take_outcomes(SHUTDOWN_TIMEOUT, session);
        let Some(files) = &self.open else { return Ok(EffectResult::Said(String::new())) };
        // What stood beside is an older version of what is in place now.
        let placed = |document: &Document| {
            !files.changed.contains_key(document) && !files.touched.contains(document)
        };
        for (_, beside) in chosen.iter().filter(|(document, _)| placed(document)) {
            let _ = second::put_away(self.store.files.as_ref(), &folder, beside, &stamp);
        }
        let said = failed.unwrap_or_else(|| session.words.version_ours_stays().to_owned());
        let versions = self.versions(session).unwrap_or_default();
        Ok(EffectResult::Versions(versions, Some(said)))
    }

    /// Opens the group again, to read what stands in its files. What kring has stands beside them,
    /// and the journals go to the backups, so that they are not made once more on something else.
    fn read_theirs(&mut self, session: &Session) -> Result<EffectResult, SaveError> {
        let (Some(folder), Some(open)) = (self.folder(session), &session.open) else {
            return Ok(EffectResult::Said(String::new()));
        };
        if let Err(broken) = self.store.open_read_only(&open.slug) {
            return Ok(EffectResult::Said(session.words.broken_here(&broken)));
        }
        self.save_what_others_changed(session);
        if let Some(files) = &self.open
            && (!files.touched.is_empty() || files.saver.waiting() > 0)
        {
            return Ok(EffectResult::Said(session.words.version_not_yet().to_owned()));
        }
        self.close(session);
        let (disk, stamp) = (self.store.files.as_ref(), self.stamp());
        for number in folder.journals(disk) {
            second::put_away(disk, &folder, &folder.journal(number), &stamp)?;
        }
        let opened = self.store.open(&open.slug);
        Ok(match self.take(opened, Then::Show, session) {
            // Nothing is open any more: going on typing would be kept nowhere.
            EffectResult::Said(sentence) => EffectResult::Left(sentence),
            done => done,
        })
    }

    /// Puts the newest of what kring has beside the files that others changed.
    pub(super) fn save_what_others_changed(&mut self, session: &Session) {
        if let Some(files) = &mut self.open {
            files.touched.extend(files.changed.keys().copied());
        }
        self.save(session);
        let _ = self.take_outcomes(SHUTDOWN_TIMEOUT, session);
    }

    /// Reads a second version, and what it is compared with.
    pub(super) fn read_second(&self, second: Second, session: &Session) -> EffectResult {
        let disk = self.store.files.as_ref();
        match second::read(disk, &second.path, second.original) {
            Ok((content, _)) => {
                let current = match &content {
                    SecondContent::Meeting(_) => self.current(second.original, session),
                    SecondContent::Group(_) | SecondContent::Steps => None,
                };
                EffectResult::Second(Box::new(SecondRead { second, content, current }))
            }
            Err(broken) => EffectResult::Said(session.words.broken_here(&broken)),
        }
    }

    fn current(&self, original: Original, session: &Session) -> Option<Meeting> {
        let Original::Meeting(id) = original else { return None };
        let folder = self.folder(session)?;
        let read = || read_meeting(self.store.files.as_ref(), &folder, id).ok();
        session.meeting(id).cloned().or_else(|| read().map(|read| read.meeting))
    }

    /// Puts a second version in the backups.
    pub(super) fn put_away(&mut self, second: &Second, session: &Session) -> EffectResult {
        let Some(folder) = self.folder(session) else { return EffectResult::Said(String::new()) };
        let disk = self.store.files.as_ref();
        match second::put_away(disk, &folder, &second.path, &self.stamp()) {
            Ok(away) => {
                let said = session.words.was_put_away(&name_of(&away));
                EffectResult::Versions(self.versions(session).unwrap_or_default(), Some(said))
            }
            Err(error) => EffectResult::Said(session.words.not_saved(&SaveError::Io(error))),
        }
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
