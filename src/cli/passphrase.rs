//! `kring passphrase`: another passphrase for the data folder.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, value_parser};

use super::command::Command;
use super::output::{CommandOutput, Failure};
use super::shell::Shell;
use crate::store::encryption;
use crate::words::Words;

pub(super) static COMMAND: Command = Command {
    name: "passphrase",
    usage: |words| format!("kring passphrase [--new-passphrase-file {}]", words.arg_file()),
    about: Words::about_passphrase,
    more: Words::more_passphrase,
    arguments,
    // It asks for the old passphrase itself.
    reads_sealed: |_| false,
    run,
};

fn arguments(words: Words) -> Vec<Arg> {
    let file = Arg::new("new-file").long("new-passphrase-file").value_name(words.arg_file());
    vec![file.value_parser(value_parser!(PathBuf)).help(words.help_new_passphrase_file())]
}

fn run(shell: &mut Shell, given: &ArgMatches) -> Result<CommandOutput, Failure> {
    let words = shell.words;
    let key = shell.current_key()?;
    let file = given.get_one::<PathBuf>("new-file");
    let passphrase = shell.new_passphrase(file.map(PathBuf::as_path))?;
    let wrapped = shell.wrap(&key, &passphrase)?;
    encryption::rewrap(shell.store()?, &wrapped)
        .map_err(|error| Failure::new(words.conversion_error(&error), words.try_again_hint()))?;
    Ok(CommandOutput::printing(format!("{}\n", words.passphrase_changed())))
}
