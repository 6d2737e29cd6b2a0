//! What the desk does when the data folder does not answer: words go to a refuge, on this
//! computer or in a folder that somebody chose.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use super::{Desk, content_of};
use crate::app::message::{Done, Then};
use crate::app::model::{Alarm, Model, Safety};
use crate::domain::dossier::Dossier;
use crate::domain::hour::{Instant, Moment};
use crate::store::document::Document;
use crate::store::folder::DataFolder;
use crate::store::open::{Permission, read_meeting};
use crate::store::save::{SaveError, replace};
use crate::store::saver::{Order, Shelf};
use crate::store::shelter::Refuge;

/// A whole copy of a group that is being made in a folder that somebody chose.
#[derive(Debug)]
pub(super) struct Copying {
    refuge: Refuge,
    answer: Receiver<Result<PathBuf, SaveError>>,
}

impl Desk {
    /// Tells the model how far what was typed is safe, after waiting for the journals at most
    /// `longest`, and where it is.
    pub fn report(&mut self, model: &mut Model, longest: Duration) {
        let Some(safety) = self.safety(longest, model.now) else { return };
        let begun = Alarm { since: model.now.steady, warned: false };
        model.alarm = (safety == Safety::Unsaved).then(|| model.alarm.unwrap_or(begun));
        let elsewhere = matches!(safety, Safety::Elsewhere(_));
        model.refuge = if elsewhere { self.refuge() } else { None };
        model.safety = safety;
    }

    fn safety(&mut self, longest: Duration, now: Instant) -> Option<Safety> {
        let open = self.open.as_mut()?;
        // Who is silent already is not waited for; the refuge is.
        let patience = if open.shelter.is_open() { Duration::ZERO } else { longest };
        if open.journal.wait(patience) {
            open.shelter.rest();
            return Some(Safety::Saved(now.wall));
        }
        open.shelter.seek(now.steady, open.journal.unwritten(), &self.store.clock);
        let held = open.shelter.holds(longest).is_some();
        Some(if held { Safety::Elsewhere(now.wall) } else { Safety::Unsaved })
    }

    fn refuge(&self) -> Option<PathBuf> {
        let refuge = self.open.as_ref()?.shelter.holds(Duration::ZERO)?;
        Some(refuge.place.clone())
    }

    /// Keeps the group in a folder that somebody chose: all of it, and what is typed from now on.
    pub(super) fn keep_in(&mut self, place: &str, model: &Model) -> Done {
        let Some(open) = &model.open else { return Done::Failed(String::new()) };
        let refuge = self.store.chosen(&open.slug, Path::new(place.trim()));
        if open.permission == Permission::ReadOnly {
            return self.go_on_in(refuge, model);
        }
        let key = self.store.key_file();
        let Some(files) = &mut self.open else { return Done::Failed(String::new()) };
        let (dossier, sequence) = (open.dossier.clone(), files.sequence);
        let copy = Copy { refuge: refuge.clone(), dossier, sequence, key };
        let now = model.now.wall;
        let (done, answer) = channel();
        let make = move || {
            let _ = done.send(copy.make(now));
        };
        if let Err(error) = std::thread::Builder::new().name("copy".to_owned()).spawn(make) {
            return Done::Failed(model.words.not_saved(&SaveError::Io(error)));
        }
        files.copying = Some(Copying { refuge, answer });
        Done::Failed(model.words.keeping_in(place.trim()))
    }

    /// What became of the copy, once it is known.
    pub(super) fn copied(&mut self, model: &Model) -> Option<String> {
        let open = self.open.as_mut()?;
        let outcome = open.copying.as_ref()?.answer.try_recv().ok()?;
        let Copying { refuge, .. } = open.copying.take()?;
        Some(match outcome {
            Ok(place) => {
                open.shelter.go_to(refuge, &self.store.clock);
                model.words.kept_in_place(&place)
            }
            Err(error) => model.words.not_kept_in_place(&error),
        })
    }

    /// A folder that cannot be written is left for one that can: the whole group goes along.
    fn go_on_in(&mut self, refuge: Refuge, model: &Model) -> Done {
        let Some(open) = &model.open else { return Done::Failed(String::new()) };
        let mut dossier = open.dossier.clone();
        let folder = self.store.folder.group(&open.slug);
        for id in folder.meeting_ids(self.store.files.as_ref()) {
            // One that does not read stays where it is.
            if let Ok(read) = read_meeting(self.store.files.as_ref(), &folder, id) {
                dossier.meetings.entry(id).or_insert(read.meeting);
            }
        }
        let place = refuge.place.clone();
        let slug = open.slug.clone();
        let copy = Copy { refuge, dossier, sequence: 0, key: self.store.key_file() };
        match copy.make(model.now.wall) {
            Ok(_) => {
                self.store.move_to(DataFolder::new(place));
                self.open(&slug, Then::Show, model)
            }
            Err(error) => Done::Failed(model.words.not_kept_in_place(&error)),
        }
    }
}

/// A group as it is to be put in a folder that somebody chose.
struct Copy {
    refuge: Refuge,
    dossier: Dossier,
    sequence: u64,
    /// The key of the data folder, which opens the copy as well.
    key: Option<Vec<u8>>,
}

impl Copy {
    fn make(self, now: Moment) -> Result<PathBuf, SaveError> {
        let Self { refuge: Refuge { files, folder, place, .. }, dossier, sequence, key } = self;
        // A folder that is not there is a mistake in typing, or a stick that is not in.
        files.list(place.parent().unwrap_or(&place))?;
        files.create_dir(&place)?;
        if let Some(key) = key {
            replace(files.as_ref(), &DataFolder::new(place.clone()).key(), &key)?;
        }
        let mut documents = Shelf::new(Arc::clone(&files), folder.clone(), "0".to_owned());
        let meetings = dossier.meetings.keys().map(|id| Document::Meeting(*id));
        for document in meetings.chain([Document::Log, Document::Undo, Document::Group]) {
            let path = folder.document(document);
            if let Ok(bytes) = files.read(&path) {
                documents.saw(path, &bytes);
            }
            if let Some(content) = content_of(document, &dossier, &BTreeSet::new()) {
                documents.save(Order { content, sequence, saved: now })?;
            }
        }
        Ok(place)
    }
}
