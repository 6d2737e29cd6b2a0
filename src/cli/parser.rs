//! Parses the command line with clap, in the language of the user.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, value_parser};

use super::arguments::{LANGUAGES, text};
use super::command::Command;
use crate::words::Words;

/// The arguments, understood.
pub(super) enum Request {
    /// No command: the app opens.
    App,
    /// A help text.
    Help(String),
    Command(&'static Command, ArgMatches),
}

/// The name of the command among the arguments, whether or not the rest can be parsed.
pub(super) fn asked_command(
    commands: &[&'static Command],
    args: &[OsString],
) -> Option<&'static str> {
    let name_of = |arg: &OsString| commands.iter().find(|command| arg.as_os_str() == command.name);
    args.iter().find_map(name_of).map(|command| command.name)
}

/// Parses the arguments.
///
/// # Errors
/// Those of clap, which include `--help` and `--version`.
pub(super) fn read(
    commands: &[&'static Command],
    args: Vec<OsString>,
    words: Words,
) -> Result<Request, clap::Error> {
    let mut parser = parser(commands, words);
    let mut matches = parser.try_get_matches_from_mut(args)?;
    let Some((name, given)) = matches.remove_subcommand() else { return Ok(Request::App) };
    Ok(match commands.iter().find(|command| command.name == name) {
        Some(command) => Request::Command(command, given),
        None => Request::Help(help_about(parser, text(&given, "command"))),
    })
}

/// The help of a command; that of kring for any other name.
fn help_about(mut parser: clap::Command, name: &str) -> String {
    let help = match parser.find_subcommand_mut(name) {
        Some(command) => command.render_help(),
        None => parser.render_help(),
    };
    help.to_string()
}

/// The parser of the whole command line.
pub(super) fn parser(commands: &[&Command], words: Words) -> clap::Command {
    let usage = words.heading_usage();
    let (heading, options) = (words.heading_commands(), words.heading_options());
    let template = format!(
        "{{about-with-newline}}\n{usage} {{usage}}\n\n{heading}\n{{subcommands}}\n\n{options}\n{{options}}{{after-help}}\n"
    );
    clap::Command::new("kring")
        .bin_name("kring")
        .no_binary_name(true)
        .version(env!("CARGO_PKG_VERSION"))
        .about(words.about_kring())
        .after_help(words.more_kring())
        .override_usage(words.usage_of_kring())
        .help_template(template)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .args(global_options(words))
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .display_order(104)
                .help(words.help_version()),
        )
        .subcommands(commands.iter().map(|command| command.parser(words)))
        .subcommand(clap::Command::new("help").hide(true).arg(Arg::new("command")))
}

/// The options of every command.
fn global_options(words: Words) -> [Arg; 4] {
    [
        Arg::new("dir")
            .long("dir")
            .value_name(words.arg_dir())
            .global(true)
            .display_order(100)
            .help(words.help_dir()),
        Arg::new("lang")
            .long("lang")
            .value_name("nl|en")
            .value_parser(LANGUAGES.map(|(name, _)| name))
            .hide_possible_values(true)
            .global(true)
            .display_order(101)
            .help(words.help_lang()),
        Arg::new("passphrase-file")
            .long("passphrase-file")
            .value_name(words.arg_file())
            .value_parser(value_parser!(PathBuf))
            .global(true)
            .display_order(102)
            .help(words.help_passphrase_file()),
        Arg::new("help")
            .short('h')
            .long("help")
            .action(ArgAction::Help)
            .global(true)
            .display_order(103)
            .help(words.help_help()),
    ]
}
