//! `kring decrypt`: the data folder without a passphrase again.

use clap::ArgMatches;

use super::arguments;
use super::command::Command;
use super::output::{CommandOutput, Failure};
use super::shell::Shell;
use crate::store::encryption;
use crate::words::Words;

pub(super) static COMMAND: Command = Command {
    name: "decrypt",
    usage: |_| "kring decrypt".to_owned(),
    about: Words::about_decrypt,
    more: Words::more_decrypt,
    arguments: arguments::none,
    // It asks for the passphrase itself.
    reads_sealed: |_| false,
    run,
};

fn run(shell: &mut Shell, _given: &ArgMatches) -> Result<CommandOutput, Failure> {
    let key = shell.current_key()?;
    // Unlocking may have finished a decryption that was interrupted.
    if shell.store()?.has_passphrase() {
        encryption::decrypt(shell.store()?, &key).map_err(|error| shell.not_converted(&error))?;
    }
    Ok(CommandOutput::printing(format!("{}\n", shell.words.decrypted())))
}
