//! The data folder as a whole: its passphrase and its settings.

use super::EffectRunner;
use crate::session::Session;
use crate::session::effect::{Answer, SettingChange};
use crate::store::Unset;
use crate::store::key::{Secret, Unopened};

impl EffectRunner {
    /// Tries a passphrase, whether the folder was opened with it before or not.
    pub(super) fn unlock(&mut self, secret: &Secret, session: &Session) -> Answer {
        // What is open already asks nothing of a folder that may be silent now.
        let opened = match self.store.is_unlocked() {
            true if self.store.recognises(secret) => Ok(()),
            true => Err(Unopened::Wrong),
            false => self.store.unlock(secret),
        };
        match opened {
            Ok(()) => {
                let half = self.store.is_half_sealed();
                Answer::Unlocked(half.then(|| session.words.half_sealed()))
            }
            Err(why) => Answer::Locked(Some(session.words.unopened(&why))),
        }
    }

    pub(super) fn change_setting(&self, change: SettingChange, session: &Session) -> Answer {
        match self.store.change_settings(|settings| (change.set)(settings, change.to)) {
            Ok(()) => {
                let mut settings = session.settings.clone();
                (change.set)(&mut settings, change.to);
                Answer::Settings(Box::new(settings), (change.said)(session.words, change.to))
            }
            Err(Unset::Broken(broken)) => Answer::Said(session.words.broken_here(&broken)),
            Err(Unset::Unsaved(error)) => Answer::Said(session.words.not_saved(&error)),
        }
    }
}
