//! `kring new`: a group with a name and nothing else.

use clap::{Arg, ArgMatches};

use super::command::Command;
use super::output::{CommandOutput, Failure};
use super::shell::Shell;
use crate::sanitize;
use crate::store::name;
use crate::words::Words;

pub(super) static COMMAND: Command = Command {
    name: "new",
    usage: |words| format!("kring new {}", words.arg_name()),
    about: Words::about_new,
    more: Words::more_new,
    arguments,
    reads_sealed: |_| true,
    run,
};

fn arguments(words: Words) -> Vec<Arg> {
    let name = Arg::new("name").value_name(words.arg_name()).num_args(1..).required(true);
    vec![name.help(words.help_name())]
}

fn run(shell: &mut Shell, given: &ArgMatches) -> Result<CommandOutput, Failure> {
    let words = shell.words;
    // A name of several words may be typed without quotation marks.
    let name: Vec<&str> =
        given.get_many::<String>("name").into_iter().flatten().map(String::as_str).collect();
    let name = name.join(" ");
    let name = name.trim();
    name::check(name)
        .map_err(|problem| Failure::new(words.name_problem(problem), words.name_hint()))?;
    let store = shell.store()?;
    let slug =
        store.create(name, shell.today()?).map_err(|error| Failure::not_saved(&error, words))?;
    let folder = store.folder.group(&slug).path().display().to_string();
    Ok(CommandOutput::printing(format!(
        "{}\n{}\n{}\n",
        words.group_made(name),
        words.kept_in(&sanitize::line(&folder)),
        words.next_commands(&shell.invocation, &slug)
    )))
}
