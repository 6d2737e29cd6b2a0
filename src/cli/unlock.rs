//! Passphrases: asking for them, and unlocking a data folder with one.

use std::path::Path;
use std::sync::Arc;

use age::secrecy::ExposeSecret;

use super::output::Failure;
use super::shell::Shell;
use crate::store::encryption::ConversionError;
use crate::store::key::{FolderKey, KeyFile, SHORTEST, Secret, UnlockError};

/// How many wrong passphrases may be typed before the command gives up.
const TRIES: usize = 3;

impl Shell {
    /// Unlocks the data folder if it is locked.
    pub(super) fn unlock(&mut self) -> Result<(), Failure> {
        if self.store()?.is_locked() {
            self.ask_for_key()?;
        }
        Ok(())
    }

    /// The key of a data folder with a passphrase, which is always asked for.
    pub(super) fn current_key(&mut self) -> Result<Arc<FolderKey>, Failure> {
        let words = self.words;
        if !self.store()?.has_passphrase() {
            return Err(Failure::new(words.no_passphrase(), words.no_passphrase_hint()));
        }
        self.ask_for_key()
    }

    /// Asks for the passphrase, unlocks the data folder with it and returns its key.
    fn ask_for_key(&mut self) -> Result<Arc<FolderKey>, Failure> {
        let words = self.words;
        let tries = if self.passphrase_file.is_some() { 1 } else { TRIES };
        let mut failure = Failure::new(words.wrong_passphrase(), words.wrong_passphrase_hint());
        for nr in 0..tries {
            let again = format!("{} {}", words.wrong_passphrase(), words.ask_passphrase());
            let question = if nr == 0 { words.ask_passphrase() } else { &again };
            let secret = self.secret(self.passphrase_file.as_deref(), question)?;
            let key = self.store()?.key(&secret);
            match (key, self.store.as_mut()) {
                (Ok(key), Some(store)) => {
                    store.unlock_with_key(&key);
                    return Ok(key);
                }
                (Err(UnlockError::Broken(broken)), _) => {
                    let hint = words.broken_key_hint();
                    return Err(Failure::new(words.located(&broken), hint));
                }
                (Err(UnlockError::Wrong), _) | (Ok(_), None) => {
                    words.unlock_error(&UnlockError::Wrong).clone_into(&mut failure.sentence);
                }
            }
        }
        Err(failure)
    }

    /// A new passphrase that is long enough: from a file, or typed twice.
    pub(super) fn new_passphrase(&self, file: Option<&Path>) -> Result<Secret, Failure> {
        let words = self.words;
        let passphrase = self.secret(file, words.ask_new_passphrase())?;
        if passphrase.expose_secret().chars().count() < SHORTEST {
            return Err(Failure::new(words.passphrase_too_short(), words.try_again_hint()));
        }
        if file.is_none() {
            let again = self.secret(None, words.ask_again())?;
            if again.expose_secret() != passphrase.expose_secret() {
                return Err(Failure::new(words.not_the_same(), words.try_again_hint()));
            }
        }
        Ok(passphrase)
    }

    /// The first line of a file, or what is typed after the question.
    fn secret(&self, file: Option<&Path>, question: &str) -> Result<Secret, Failure> {
        let words = self.words;
        let Some(path) = file else {
            let needed = || Failure::new(words.passphrase_needed(), words.passphrase_needed_hint());
            if !self.is_terminal {
                return Err(needed());
            }
            return self.prompt.secret(question).map_err(|_| needed());
        };
        let bytes = self.store()?.files.read(path).map_err(|error| {
            Failure::new(words.no_passphrase_file(path, &error), words.passphrase_needed_hint())
        })?;
        let text = String::from_utf8_lossy(&bytes);
        let line = text.strip_prefix('\u{feff}').unwrap_or(&text).lines().next();
        Ok(Secret::from(line.unwrap_or_default().to_owned()))
    }

    /// The key, encrypted with a passphrase.
    pub(super) fn wrap(&self, key: &FolderKey, passphrase: &Secret) -> Result<KeyFile, Failure> {
        key.wrap(passphrase).map_err(|_| Failure::own_defect(self.words))
    }

    /// Why the data folder was not encrypted or decrypted, or only in part.
    pub(super) fn not_converted(&self, error: &ConversionError) -> Failure {
        let words = self.words;
        let hint = match error {
            ConversionError::InUse | ConversionError::Elsewhere => words.try_again_hint(),
            ConversionError::Io(_) => words.encrypt_again_hint(),
        };
        Failure::new(words.conversion_error(error), hint)
    }
}
