//! What a command is: its name, its help, its arguments, and the function that carries it out.

use clap::{Arg, ArgMatches};

use super::answer::{Answer, Failure};
use super::arguments;
use super::shell::Shell;
use crate::words::Words;

/// A command. Each has a file of its own, with a `static COMMAND`, and an entry in
/// [`COMMANDS`](super::COMMANDS); how it is typed is [`Words::usage_of`] its name.
#[derive(Debug)]
pub(super) struct Command {
    pub(super) name: &'static str,
    /// What it does, on one line.
    pub(super) about: fn(Words) -> &'static str,
    /// What else its help says, below the options.
    pub(super) more: fn(Words) -> &'static str,
    /// Its arguments and options, without the global ones.
    pub(super) arguments: fn(Words) -> Vec<Arg>,
    /// Whether, with these arguments, it reads what is sealed in a folder with a passphrase. The
    /// folder is unlocked before such a command runs.
    pub(super) reads_sealed: fn(&ArgMatches) -> bool,
    pub(super) run: fn(&mut Shell, &ArgMatches) -> Result<Answer, Failure>,
}

impl Command {
    /// The command as clap parses it.
    pub(super) fn parser(&self, words: Words) -> clap::Command {
        let parser = clap::Command::new(self.name).args((self.arguments)(words));
        let takes_positionals = parser.get_positionals().next().is_some();
        parser
            .about((self.about)(words))
            .after_help((self.more)(words))
            .override_usage(words.usage_of(self.name))
            .help_template(arguments::help_template(words, takes_positionals))
            .disable_help_flag(true)
    }
}
