//! `kring encrypt`: a passphrase for the data folder.

use age::secrecy::ExposeSecret;
use clap::ArgMatches;

use super::answer::{Answer, Failure};
use super::arguments;
use super::command::Command;
use super::shell::Shell;
use crate::store::encryption::{self, Unturned};
use crate::store::key::FolderKey;
use crate::words::Words;

pub(super) static COMMAND: Command = Command {
    name: "encrypt",
    about: Words::about_encrypt,
    more: Words::more_encrypt,
    arguments: arguments::none,
    // It unlocks the folder itself when there is something to unlock.
    reads_sealed: |_| false,
    run,
};

fn run(shell: &mut Shell, _given: &ArgMatches) -> Result<Answer, Failure> {
    let words = shell.words;
    if shell.store()?.has_passphrase() {
        // Unlocking finishes an encryption that a power cut interrupted.
        shell.unlock()?;
        return Err(Failure::new(words.passphrase_needed(), words.another_passphrase_hint()));
    }
    let passphrase = shell.new_passphrase(shell.passphrase_file.as_deref())?;
    let key = FolderKey::generate();
    let wrapped = shell.wrap(&key, &passphrase)?;
    let sealed = encryption::encrypt(shell.store()?, &key, &wrapped);
    let text = words.encrypted(key.recovery().expose_secret());
    match sealed {
        Ok(()) => Ok(Answer::printing(text)),
        // The folder has the key already, so this is the only time to show the recovery key.
        Err(error @ Unturned::Io(_)) if shell.store()?.has_passphrase() => {
            let failure = shell.not_converted(&error);
            Ok(Answer { output: text.into(), ..failure.into() })
        }
        Err(error) => Err(shell.not_converted(&error)),
    }
}
