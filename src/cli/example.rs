//! `kring example`: the practice group.

use super::{Answer, Failure, Shell};
use crate::content::practice;
use crate::harmless;
use crate::store::Store;
use crate::store::folder::PRACTICE;
use crate::store::lock::{self, Taken};
use crate::store::save::{SaveError, make_folder};

impl Shell {
    pub(super) fn example(&self, fresh: bool, meet: bool) -> Result<Answer, Failure> {
        let store = self.store()?;
        let made = fresh || !store.has(PRACTICE);
        if made {
            self.make_practice(store)?;
        }
        let opened = self.look(PRACTICE).map_err(|failure| Failure {
            hint: self.words.practice_anew().to_owned(),
            ..failure
        })?;
        let folder = opened.folder.path().display().to_string();
        let text = format!(
            "{}\n{}\n{}\n",
            self.words.practice_there(&harmless::line(&opened.dossier.group.name), made),
            self.words.kept_in(&harmless::line(&folder)),
            self.words.next_commands(&self.called, PRACTICE)
        );
        if !meet {
            return Ok(Answer::said(text));
        }
        // The group is there, whether or not its meeting can open here.
        Ok(Answer { text, ..self.open(Some(PRACTICE.to_owned())).unwrap_or_else(Answer::from) })
    }

    fn make_practice(&self, store: &Store) -> Result<(), Failure> {
        let now = store.clock.now();
        let content = self.content()?;
        let made = practice::make(self.words.0, &content, now.date_naive(), *now.offset())
            .map_err(|_| Failure::own_defect(self.words))?;
        self.put_aside(store)?;
        store.put(PRACTICE, &made).map_err(|error| Failure::not_saved(&error, self.words))
    }

    /// Puts the folder of the practice group that was there in the bin.
    fn put_aside(&self, store: &Store) -> Result<(), Failure> {
        let folder = store.folder.group(PRACTICE);
        if store.files.list(folder.path()).is_err() {
            return Ok(());
        }
        let now = store.clock.now();
        let taken = lock::take(&store.files, &folder, now);
        let words = self.words;
        match &taken {
            Taken::Theirs(_) => {
                return Err(Failure::new(words.practice_in_use(), words.practice_in_use_hint()));
            }
            Taken::Perhaps(owner) => {
                return Err(Failure::new(words.maybe_open_at(owner), words.in_use_hint()));
            }
            Taken::Ours(_) | Taken::Refused => {}
        }
        // A folder with an open file in it cannot be moved on every system.
        drop(taken);
        let bin = store.root().join("bin");
        let aside = bin.join(format!("{PRACTICE}-{}", now.format("%Y%m%dT%H%M%S%.3f")));
        let moved = make_folder(store.files.as_ref(), &bin)
            .and_then(|()| store.files.rename(folder.path(), &aside));
        // Where it is now, before where it was.
        let _ = store.files.sync_dir(&bin);
        moved.map_err(|error| Failure::not_saved(&SaveError::Io(error), self.words))
    }
}
