//! What the desk does with the data folder as a whole: its passphrase and its settings.

use super::Desk;
use crate::app::message::Done;
use crate::app::model::Model;
use crate::screens::lock::Lock;
use crate::store::Unset;

impl Desk {
    /// Tries the passphrase that is typed, whether the folder was opened with it before or not.
    pub(super) fn unlock(&mut self, model: &Model) -> Done {
        let secret = model.lock.as_ref().map(Lock::secret).unwrap_or_default();
        let opened = if self.store.is_locked() {
            self.store.unlock(&secret)
        } else {
            self.store.key(&secret).map(drop)
        };
        match opened {
            Ok(()) => Done::Unlocked,
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
