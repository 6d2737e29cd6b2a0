//! A data folder with a passphrase: asking for it, giving one, changing it and taking it away.

use std::fmt::Debug;
use std::io;
use std::path::Path;
use std::sync::Arc;

use age::secrecy::ExposeSecret;

use super::{Answer, Failure, Shell};
use crate::store::encryption::{self, Unturned};
use crate::store::key::{FolderKey, KeyFile, SHORTEST, Secret, Unopened};

/// Who types a passphrase.
pub trait Asked: Send + Sync + Debug {
    /// What was typed, unseen, after a question.
    ///
    /// # Errors
    /// Those of the terminal.
    fn secret(&self, question: &str) -> io::Result<Secret>;
}

/// How often a passphrase may be typed wrong before the command gives up.
const TRIES: usize = 3;

impl Shell {
    /// Opens the data folder, when it has a passphrase.
    pub(super) fn unlock(&mut self) -> Result<(), Failure> {
        if self.store()?.is_locked() {
            self.opened()?;
        }
        Ok(())
    }

    /// Opens the data folder and returns its key.
    fn opened(&mut self) -> Result<Arc<FolderKey>, Failure> {
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
                    store.go_on_with(&key);
                    return Ok(key);
                }
                (Err(Unopened::Broken(broken)), _) => {
                    let hint = words.broken_key_hint();
                    return Err(Failure::new(words.located(&broken), hint));
                }
                (Err(Unopened::Wrong), _) | (Ok(_), None) => {
                    words.unopened(&Unopened::Wrong).clone_into(&mut failure.sentence);
                }
            }
        }
        Err(failure)
    }

    pub(super) fn encrypt(&mut self) -> Result<Answer, Failure> {
        let words = self.words;
        if self.store()?.has_passphrase() {
            // What a power cut left half done is finished by opening the folder.
            self.unlock()?;
            let hint = words.another_passphrase_hint();
            return Err(Failure::new(words.passphrase_needed(), hint));
        }
        let passphrase = self.new_passphrase(self.passphrase_file.as_deref())?;
        let key = FolderKey::generate();
        let wrapped = self.wrapped(&key, &passphrase)?;
        let sealed = encryption::encrypt(self.store()?, &key, &wrapped);
        let text = words.encrypted(key.recovery().expose_secret());
        match sealed {
            Ok(()) => Ok(Answer::said(text)),
            // The folder has the key already, and nobody could say it again.
            Err(error @ Unturned::Io(_)) if self.store()?.has_passphrase() => {
                let failure = self.unturned(&error);
                Ok(Answer { text, ..failure.into() })
            }
            Err(error) => Err(self.unturned(&error)),
        }
    }

    pub(super) fn decrypt(&mut self) -> Result<Answer, Failure> {
        let words = self.words;
        let key = self.key_of_folder()?;
        // Opening it may have finished what was begun before.
        if self.store()?.has_passphrase() {
            encryption::decrypt(self.store()?, &key).map_err(|error| self.unturned(&error))?;
        }
        Ok(Answer::said(format!("{}\n", words.decrypted())))
    }

    pub(super) fn change_passphrase(&mut self, fresh: Option<&Path>) -> Result<Answer, Failure> {
        let words = self.words;
        let key = self.key_of_folder()?;
        let passphrase = self.new_passphrase(fresh)?;
        let wrapped = self.wrapped(&key, &passphrase)?;
        encryption::rewrap(self.store()?, &wrapped)
            .map_err(|error| Failure::new(words.unturned(&error), words.try_again_hint()))?;
        Ok(Answer::said(format!("{}\n", words.passphrase_changed())))
    }

    /// Why the work is not done, and whether anything of it is.
    fn unturned(&self, error: &Unturned) -> Failure {
        let words = self.words;
        let hint = match error {
            Unturned::InUse | Unturned::Elsewhere => words.try_again_hint(),
            Unturned::Io(_) => words.encrypt_again_hint(),
        };
        Failure::new(words.unturned(error), hint)
    }

    fn wrapped(&self, key: &FolderKey, passphrase: &Secret) -> Result<KeyFile, Failure> {
        key.wrap(passphrase).map_err(|_| Failure::own_defect(self.words))
    }

    fn key_of_folder(&mut self) -> Result<Arc<FolderKey>, Failure> {
        let words = self.words;
        if !self.store()?.has_passphrase() {
            return Err(Failure::new(words.no_passphrase(), words.no_passphrase_hint()));
        }
        self.opened()
    }

    fn new_passphrase(&self, file: Option<&Path>) -> Result<Secret, Failure> {
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

    /// A passphrase out of a file, or typed.
    fn secret(&self, file: Option<&Path>, question: &str) -> Result<Secret, Failure> {
        let words = self.words;
        let Some(path) = file else {
            if !self.is_terminal {
                return Err(Failure::new(
                    words.passphrase_needed(),
                    words.passphrase_needed_hint(),
                ));
            }
            let typed = self.asked.secret(question);
            return typed.map_err(|_| {
                Failure::new(words.passphrase_needed(), words.passphrase_needed_hint())
            });
        };
        let bytes = self.store()?.files.read(path).map_err(|error| {
            Failure::new(words.no_passphrase_file(path, &error), words.passphrase_needed_hint())
        })?;
        let text = String::from_utf8_lossy(&bytes);
        let line = text.strip_prefix('\u{feff}').unwrap_or(&text).lines().next();
        Ok(Secret::from(line.unwrap_or_default().to_owned()))
    }
}
