//! What the desk does with the data folder as a whole: its passphrase and its settings.

use super::Desk;
use crate::app::message::Done;
use crate::app::model::Model;
use crate::screens::lock::Lock;
use crate::store::Unset;
use crate::store::key::Unopened;

impl Desk {
    /// Tries the passphrase that is typed, whether the folder was opened with it before or not.
    pub(super) fn unlock(&mut self, model: &Model) -> Done {
        let secret = model.lock.as_ref().map(Lock::secret).unwrap_or_default();
        // What is open already asks nothing of a folder that may be silent now.
        let opened = match self.store.is_unlocked() {
            true if self.store.recognises(&secret) => Ok(()),
            true => Err(Unopened::Wrong),
            false => self.store.unlock(&secret),
        };
        match opened {
            Ok(()) => {
                Done::Unlocked(self.store.is_half_sealed().then(|| model.words.half_sealed()))
            }
            Err(why) => Done::Locked(Some(model.words.unopened(&why))),
        }
    }

    pub(super) fn hide_after(&self, minutes: u16, model: &Model) -> Done {
        match self.store.change_settings(|settings| settings.hide_after = minutes) {
            Ok(()) => Done::HidesAfter(minutes),
            Err(Unset::Broken(broken)) => Done::Failed(model.words.broken_here(&broken)),
            Err(Unset::Unsaved(error)) => Done::Failed(model.words.not_saved(&error)),
        }
    }
}
