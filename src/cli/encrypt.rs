//! `kring encrypt`: a passphrase for the data folder.

use age::secrecy::ExposeSecret;
use clap::ArgMatches;

use super::arguments;
use super::command::Command;
use super::output::{CommandOutput, Failure};
use super::shell::Shell;
use crate::store::encryption::{self, ConversionError};
use crate::store::key::FolderKey;
use crate::words::Words;

pub(super) static COMMAND: Command = Command {
    name: "encrypt",
    usage: |_| "kring encrypt".to_owned(),
    about: Words::about_encrypt,
    more: Words::more_encrypt,
    arguments: arguments::none,
    // It unlocks the folder itself when there is something to unlock.
    reads_sealed: |_| false,
    run,
};

fn run(shell: &mut Shell, _given: &ArgMatches) -> Result<CommandOutput, Failure> {
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
        Ok(()) => Ok(CommandOutput::printing(text)),
        // The folder has the key already, so this is the only time to show the recovery key.
        Err(error @ ConversionError::Io(_)) if shell.store()?.has_passphrase() => {
            let failure = shell.not_converted(&error);
            Ok(CommandOutput { output: text.into(), ..failure.into() })
        }
        Err(error) => Err(shell.not_converted(&error)),
    }
}
