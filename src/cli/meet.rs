//! `kring meet`: the app, straight in the meeting of a group.

use clap::ArgMatches;

use super::arguments::{self, text};
use super::command::Command;
use super::output::{CommandOutput, Failure};
use super::shell::Shell;
use crate::words::Words;

pub(super) static COMMAND: Command = Command {
    name: "meet",
    usage: |words| format!("kring meet {}", words.arg_group()),
    about: Words::about_meet,
    more: Words::more_meet,
    arguments: |words| vec![arguments::group(words)],
    reads_sealed: arguments::names_sealed_group,
    run,
};

fn run(shell: &mut Shell, given: &ArgMatches) -> Result<CommandOutput, Failure> {
    let slug = shell.find_group(text(given, "group"))?;
    shell.start_app(Some(&slug))
}
