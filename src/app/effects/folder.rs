//! The data folder as a whole: its passphrase and its settings.

use super::EffectRunner;
use crate::session::Session;
use crate::session::effect::{EffectResult, SettingChange};
use crate::store::SettingsError;
use crate::store::key::{Secret, UnlockError};

impl EffectRunner {
    /// Tries a passphrase, whether the folder was opened with it before or not.
    pub(super) fn unlock(&mut self, secret: &Secret, session: &Session) -> EffectResult {
        // What is open already asks nothing of a folder that may be silent now.
        let opened = match self.store.is_unlocked() {
            true if self.store.recognises(secret) => Ok(()),
            true => Err(UnlockError::Wrong),
            false => self.store.unlock(secret),
        };
        match opened {
            Ok(()) => {
                let half = self.store.is_half_sealed();
                EffectResult::Unlocked(half.then(|| session.words.half_sealed()))
            }
            Err(why) => EffectResult::Locked(Some(session.words.unlock_error(&why))),
        }
    }

    pub(super) fn change_setting(&self, change: SettingChange, session: &Session) -> EffectResult {
        match self.store.change_settings(|settings| (change.set)(settings, change.to)) {
            Ok(()) => {
                let mut settings = session.settings.clone();
                (change.set)(&mut settings, change.to);
                EffectResult::Settings(Box::new(settings), (change.said)(session.words, change.to))
            }
            Err(SettingsError::Broken(broken)) => {
                EffectResult::Said(session.words.broken_here(&broken))
            }
            Err(SettingsError::Unsaved(error)) => {
                EffectResult::Said(session.words.not_saved(&error))
            }
        }
    }
}
