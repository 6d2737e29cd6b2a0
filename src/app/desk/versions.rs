//! Files that others changed, and a group that somebody else may have: nothing is thrown away, and
//! what happens is for a person to say.

use super::{Desk, Document, Done, FAREWELL, Model, Msg, Permission, SaveError, Then};
use crate::app::versions::{SecondRead, Stuck, Versions};
use crate::domain::meeting::Meeting;
use crate::store::check;
use crate::store::conflict::Original;
use crate::store::document::{BrokenFile, Fault};
use crate::store::folder::GroupFolder;
use crate::store::open::read_meeting;
use crate::store::second::{self, Held, Second};

/// The doubts about files of the data folder itself.
fn home(doubts: &[BrokenFile]) -> Vec<BrokenFile> {
    doubts.iter().filter(|doubt| doubt.fault != Fault::Elsewhere).cloned().collect()
}

impl Desk {
    /// Keeps a copy of the files that were changed outside kring and saves what they hold.
    pub(super) fn accept(&mut self, model: &Model) -> Done {
        let (Some(open), Some(files)) = (&model.open, &mut self.open) else {
            return Done::Failed(String::new());
        };
        if let Permission::Doubt(doubts) = &open.permission
            && let Err(error) = self.store.keep_copies(&open.slug, &check::paths(&home(doubts)))
        {
            return Done::Failed(model.words.not_saved(&SaveError::Io(error)));
        }
        if let Err(error) = self.store.put_elsewhere_by(&open.slug) {
            return Done::Failed(model.words.not_saved(&error));
        }
        files.doubted = false;
        files.touched.extend([Document::Group, Document::Log]);
        files.touched.extend(open.dossier.meetings.keys().map(|id| Document::Meeting(*id)));
        self.save(model);
        Done::Accepted
    }

    /// Opens the group for writing although another computer may have it.
    pub(super) fn take_over(&mut self, model: &Model) -> Done {
        let Some(open) = &model.open else { return Done::Failed(String::new()) };
        self.close(model);
        let opened = self.store.take_over(&open.slug);
        self.show(opened, Then::Show, model)
    }

    /// What became of the files meanwhile, once it is news.
    pub fn news(&mut self, model: &Model) -> Option<Msg> {
        let files = self.open.as_mut()?;
        let now = (files.stuck.len(), files.other.get().is_some());
        if files.told == now {
            return None;
        }
        files.told = now;
        Some(Msg::Done(Done::Versions(self.versions(model)?, None)))
    }

    fn versions(&self, model: &Model) -> Option<Versions> {
        let folder = self.folder(model)?;
        let seconds = second::find(self.store.files.as_ref(), &folder);
        let Some(files) = &self.open else {
            return Some(Versions { seconds, ..Versions::default() });
        };
        let stuck = files.stuck.iter().map(|(document, beside)| Stuck {
            name: name_of(&folder.document(*document)),
            beside: name_of(beside),
        });
        Some(Versions { stuck: stuck.collect(), other: files.other.get().cloned(), seconds })
    }

    fn folder(&self, model: &Model) -> Option<GroupFolder> {
        model.open.as_ref().map(|open| self.store.folder.group(&open.slug))
    }

    fn stamp(&self) -> String {
        self.store.clock.now().format("%Y%m%dT%H%M%S%.3f").to_string()
    }

    /// Chooses between what kring has and what stands in its files now.
    pub(super) fn settle(&mut self, ours: bool, model: &Model) -> Done {
        let settled = if ours { self.keep_ours(model) } else { self.read_theirs(model) };
        settled.unwrap_or_else(|error| Done::Failed(model.words.not_saved(&error)))
    }

    /// Puts what kring has in place, once the other is in the backups.
    fn keep_ours(&mut self, model: &Model) -> Result<Done, SaveError> {
        let (Some(folder), stamp) = (self.folder(model), self.stamp()) else {
            return Ok(Done::Failed(String::new()));
        };
        let disk = self.store.files.as_ref();
        let Some(files) = &mut self.open else { return Ok(Done::Failed(String::new())) };
        let settled = files.stuck.clone();
        for document in settled.keys() {
            let path = folder.document(*document);
            // One that went away meanwhile is in nobody's way.
            if let Ok(theirs) = disk.read(&path) {
                second::keep(disk, &folder, &path, &theirs, &stamp)?;
                files.saver.saw(path, theirs);
            }
            files.stuck.remove(document);
            files.touched.insert(*document);
        }
        self.save(model);
        let failed = self.take_outcomes(FAREWELL, model);
        let Some(files) = &self.open else { return Ok(Done::Failed(String::new())) };
        // What stood beside is an older version of what is in place now.
        let placed = |document: &Document| {
            !files.stuck.contains_key(document) && !files.touched.contains(document)
        };
        for (_, beside) in settled.iter().filter(|(document, _)| placed(document)) {
            let _ = second::put_away(self.store.files.as_ref(), &folder, beside, &stamp);
        }
        let said = failed.unwrap_or_else(|| model.words.settled_ours().to_owned());
        let versions = self.versions(model).unwrap_or_default();
        Ok(Done::Versions(versions, Some(said)))
    }

    /// Opens the group again, to read what stands in its files. What kring has stands beside them,
    /// and the journals go to the backups, so that they are not made once more on something else.
    fn read_theirs(&mut self, model: &Model) -> Result<Done, SaveError> {
        let (Some(folder), Some(open)) = (self.folder(model), &model.open) else {
            return Ok(Done::Failed(String::new()));
        };
        if let Err(broken) = self.store.look(&open.slug) {
            return Ok(Done::Failed(model.words.broken_here(&broken)));
        }
        self.save_all_stuck(model);
        if let Some(files) = &self.open
            && (!files.touched.is_empty() || files.saver.waiting() > 0)
        {
            return Ok(Done::Failed(model.words.settle_not_yet().to_owned()));
        }
        self.close(model);
        let (disk, stamp) = (self.store.files.as_ref(), self.stamp());
        for number in folder.journals(disk) {
            second::put_away(disk, &folder, &folder.journal(number), &stamp)?;
        }
        let opened = self.store.open(&open.slug);
        Ok(match self.show(opened, Then::Show, model) {
            // Nothing is open any more: going on typing would be kept nowhere.
            Done::Failed(sentence) => Done::Left(sentence),
            done => done,
        })
    }

    /// Puts the newest of what kring has beside the files that others changed.
    pub(super) fn save_all_stuck(&mut self, model: &Model) {
        if let Some(files) = &mut self.open {
            files.touched.extend(files.stuck.keys().copied());
        }
        self.save(model);
        let _ = self.take_outcomes(FAREWELL, model);
    }

    /// Reads a second version, and what it is compared with.
    pub(super) fn read_second(&self, second: Second, model: &Model) -> Done {
        let disk = self.store.files.as_ref();
        match second::read(disk, &second.path, second.original) {
            Ok((held, _)) => {
                let current = match &held {
                    Held::Meeting(_) => self.current(second.original, model),
                    Held::Group(_) | Held::Steps => None,
                };
                Done::Second(Box::new(SecondRead { second, held, current }))
            }
            Err(broken) => Done::Failed(model.words.broken_here(&broken)),
        }
    }

    fn current(&self, original: Original, model: &Model) -> Option<Meeting> {
        let Original::Meeting(id) = original else { return None };
        let folder = self.folder(model)?;
        let read = || read_meeting(self.store.files.as_ref(), &folder, id).ok();
        model.meeting_with(id).cloned().or_else(|| read().map(|read| read.meeting))
    }

    /// Puts a second version in the backups.
    pub(super) fn put_away(&mut self, second: &Second, model: &Model) -> Done {
        let Some(folder) = self.folder(model) else { return Done::Failed(String::new()) };
        let disk = self.store.files.as_ref();
        match second::put_away(disk, &folder, &second.path, &self.stamp()) {
            Ok(away) => {
                let said = model.words.was_put_away(&name_of(&away));
                Done::Versions(self.versions(model).unwrap_or_default(), Some(said))
            }
            Err(error) => Done::Failed(model.words.not_saved(&SaveError::Io(error))),
        }
    }
}

fn name_of(path: &std::path::Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
