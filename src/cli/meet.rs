//! `kring meet`: the app, straight in the meeting of a group.

use clap::ArgMatches;

use super::answer::{Answer, Failure};
use super::arguments::{self, text};
use super::command::Command;
use super::shell::Shell;
use crate::words::Words;

pub(super) static COMMAND: Command = Command {
    name: "meet",
    about: Words::about_meet,
    more: Words::more_meet,
    arguments: |words| vec![arguments::group(words)],
    reads_sealed: arguments::names_sealed_group,
    run,
};

fn run(shell: &mut Shell, given: &ArgMatches) -> Result<Answer, Failure> {
    let slug = shell.find_group(text(given, "group"))?;
    // A group that cannot be read is reported here, before the screen opens.
    shell.look(&slug)?;
    shell.start_app(Some(slug))
}
