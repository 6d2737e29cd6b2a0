//! What the desk does when the data folder does not answer: words go to a refuge, on this
//! computer or in a folder that somebody chose.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use super::{Desk, content_of};
use crate::app::message::{Done, Then};
use crate::app::model::{Alarm, Model, Safety};
use crate::domain::dossier::Dossier;
use crate::domain::hour::{Instant, Moment};
use crate::store::Store;
use crate::store::document::Document;
use crate::store::folder::DataFolder;
use crate::store::open::{Permission, read_meeting};
use crate::store::save::{SaveError, make_folder, replace};
use crate::store::saver::{Order, Shelf};
use crate::store::shelter::Refuge;

/// A copy of a group that is being made in a folder that somebody chose.
pub(super) type Copying = Receiver<Result<Refuge, SaveError>>;

impl Desk {
    /// Tells the model how far what was typed is safe, after waiting for the journals at most
    /// `longest`, and where it is.
    pub fn report(&mut self, model: &mut Model, longest: Duration) {
        let Some(safety) = self.safety(longest, model.now) else { return };
        let begun = Alarm { since: model.now.steady, warned: false };
        model.alarm = (safety == Safety::Unsaved).then(|| model.alarm.unwrap_or(begun));
        if let (Safety::Elsewhere(_), Safety::Saved(_)) = (model.safety, safety) {
            model.notice = Some(model.words.home_again().to_owned());
        }
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

    /// Keeps the group in a folder that somebody chose: all that is open of it, and what is typed
    /// from now on.
    pub(super) fn keep_in(&mut self, place: &str, model: &Model) -> Done {
        let Some(open) = &model.open else { return Done::Failed(String::new()) };
        let (store, slug) = (self.store.clone(), open.slug.clone());
        let copy = Copy { store, slug, place: place.trim().into(), dossier: open.dossier.clone() };
        if open.permission == Permission::ReadOnly {
            return self.go_on_in(copy, model);
        }
        let Some(files) = &mut self.open else { return Done::Failed(String::new()) };
        let (now, sequence) = (model.now.wall, files.sequence);
        let (done, answer) = channel();
        let make = move || {
            let (store, slug) = (copy.store.clone(), copy.slug.clone());
            let made = copy.make(sequence, now);
            let refuge = made.as_ref().ok().cloned();
            let _ = done.send(made);
            // The earlier meetings come after it, as far as they can be read.
            if let Some(refuge) = refuge {
                refuge.take_earlier_meetings(&store, &slug);
            }
        };
        if let Err(error) = std::thread::Builder::new().name("copy".to_owned()).spawn(make) {
            return Done::Failed(model.words.not_saved(&SaveError::Io(error)));
        }
        files.copying = Some(answer);
        Done::Failed(model.words.keeping_in(place.trim()))
    }

    /// What became of the copy, once it is known.
    pub(super) fn copied(&mut self, model: &Model) -> Option<String> {
        let open = self.open.as_mut()?;
        let outcome = open.copying.as_ref()?.try_recv().ok()?;
        open.copying = None;
        Some(match outcome {
            Ok(refuge) => {
                let said = model.words.kept_in_place(&refuge.place);
                open.shelter.go_to(refuge, &self.store.clock);
                said
            }
            Err(error) => model.words.not_kept_in_place(&error),
        })
    }

    /// A folder that cannot be written is left for one that can: the whole group goes along.
    fn go_on_in(&mut self, mut copy: Copy, model: &Model) -> Done {
        let folder = self.store.folder.group(&copy.slug);
        for id in folder.meeting_ids(self.store.files.as_ref()) {
            // One that does not read stays where it is.
            if let Ok(read) = read_meeting(self.store.files.as_ref(), &folder, id) {
                copy.dossier.meetings.entry(id).or_insert(read.meeting);
            }
        }
        let slug = copy.slug.clone();
        match copy.make(0, model.now.wall) {
            Ok(refuge) => {
                self.store.move_to(DataFolder::new(refuge.place));
                self.open(&slug, Then::Show, model)
            }
            Err(error) => Done::Failed(model.words.not_kept_in_place(&error)),
        }
    }
}

/// A group as it is to be put in a folder that somebody chose. All of it is done by a thread of its
/// own: that folder may be silent too.
struct Copy {
    store: Store,
    slug: String,
    place: PathBuf,
    dossier: Dossier,
}

impl Copy {
    /// Puts it there, up to an entry of the journal.
    fn make(self, sequence: u64, now: Moment) -> Result<Refuge, SaveError> {
        let Self { store, slug, place, dossier } = self;
        let refuge = store.chosen(&slug, &place)?;
        let files = &refuge.files;
        make_folder(files.as_ref(), refuge.folder.path())?;
        // The key of the data folder opens the copy as well.
        if let Some(key) = store.key_file() {
            replace(files.as_ref(), &DataFolder::new(refuge.place.clone()).key(), &key)?;
        }
        let mut documents = Shelf::new(Arc::clone(files), refuge.folder.clone(), "0".to_owned());
        let meetings = dossier.meetings.keys().map(|id| Document::Meeting(*id));
        for document in meetings.chain([Document::Log, Document::Undo, Document::Group]) {
            if let Some(content) = content_of(document, &dossier, &BTreeSet::new()) {
                documents.save(Order { content, sequence, saved: now })?;
            }
        }
        Ok(refuge)
    }
}
