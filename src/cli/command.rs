//! What a command is: its name, its help, its arguments, and the function that carries it out.

use clap::{Arg, ArgMatches};

use super::output::{CommandOutput, Failure};
use super::shell::Shell;
use crate::words::Words;

/// A command. Each has a file of its own, with a `static COMMAND`, and an entry in
/// [`COMMANDS`](super::COMMANDS).
#[derive(Debug)]
pub(super) struct Command {
    pub(super) name: &'static str,
    /// How it is typed.
    pub(super) usage: fn(Words) -> String,
    /// What it does, on one line.
    pub(super) about: fn(Words) -> &'static str,
    /// What else its help says, below the options.
    pub(super) more: fn(Words) -> &'static str,
    /// Its arguments and options, without the global ones.
    pub(super) arguments: fn(Words) -> Vec<Arg>,
    /// Whether, with these arguments, it reads what is sealed in a folder with a passphrase. The
    /// folder is unlocked before such a command runs.
    pub(super) reads_sealed: fn(&ArgMatches) -> bool,
    pub(super) run: fn(&mut Shell, &ArgMatches) -> Result<CommandOutput, Failure>,
}

impl Command {
    /// The command as clap parses it.
    pub(super) fn parser(&self, words: Words) -> clap::Command {
        let parser = clap::Command::new(self.name).args((self.arguments)(words));
        let takes_positionals = parser.get_positionals().next().is_some();
        parser
            .about((self.about)(words))
            .after_help((self.more)(words))
            .override_usage((self.usage)(words))
            .help_template(help_template(words, takes_positionals))
            .disable_help_flag(true)
    }
}

/// The template of the help of a command.
fn help_template(words: Words, takes_positionals: bool) -> String {
    let (usage, options) = (words.heading_usage(), words.heading_options());
    let arguments = if takes_positionals {
        format!("{}\n{{positionals}}\n\n", words.heading_arguments())
    } else {
        String::new()
    };
    format!(
        "{{about-with-newline}}\n{usage} {{usage}}\n\n{arguments}{options}\n{{options}}{{after-help}}\n"
    )
}
