//! Parses the arguments with clap, in the language of the user.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, value_parser};

use super::COMMANDS;
use super::command::Command;
use crate::language::Language;
use crate::store::folder::PRACTICE;
use crate::words::Words;

/// The arguments, understood.
pub(super) enum Request {
    /// No command: the app opens.
    App,
    /// A help text.
    Help(String),
    Command(&'static Command, ArgMatches),
}

/// The values of `--lang`.
const LANGUAGES: [(&str, Language); 2] = [("nl", Language::Dutch), ("en", Language::English)];

/// The value of `--dir`, before the arguments are parsed.
pub(super) fn dir_option(args: &[OsString]) -> Option<PathBuf> {
    option_value(args, "--dir").map(PathBuf::from)
}

/// The value of `--passphrase-file`, before the arguments are parsed.
pub(super) fn passphrase_file_option(args: &[OsString]) -> Option<PathBuf> {
    option_value(args, "--passphrase-file").map(PathBuf::from)
}

/// The value of `--lang`, before the arguments are parsed; `None` for an unknown language.
pub(super) fn language_option(args: &[OsString]) -> Option<Language> {
    let code = option_value(args, "--lang")?;
    let known = LANGUAGES.into_iter().find(|(name, _)| code == OsStr::new(name));
    known.map(|(_, language)| language)
}

/// The value of an option; the last one when it is given more than once.
fn option_value(args: &[OsString], option: &str) -> Option<OsString> {
    let mut args = args.iter().take_while(|arg| arg.as_os_str() != "--");
    let mut found = None;
    while let Some(arg) = args.next() {
        let joined = arg.to_str().and_then(|arg| arg.strip_prefix(option)?.strip_prefix('='));
        if arg.as_os_str() == option {
            found = args.next().cloned();
        } else if let Some(value) = joined {
            found = Some(OsString::from(value));
        }
    }
    found
}

/// The name of the command among the arguments, whether or not the rest can be parsed.
pub(super) fn asked_command(args: &[OsString]) -> Option<&'static str> {
    let name_of = |arg: &OsString| COMMANDS.iter().find(|command| arg.as_os_str() == command.name);
    args.iter().find_map(name_of).map(|command| command.name)
}

/// Parses the arguments.
///
/// # Errors
/// Those of clap, which include `--help` and `--version`.
pub(super) fn read(args: Vec<OsString>, words: Words) -> Result<Request, clap::Error> {
    let mut parser = parser(words);
    let mut matches = parser.try_get_matches_from_mut(args)?;
    let Some((name, given)) = matches.remove_subcommand() else { return Ok(Request::App) };
    Ok(match COMMANDS.iter().find(|command| command.name == name) {
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
pub(super) fn parser(words: Words) -> clap::Command {
    let usage = words.heading_usage();
    let (commands, options) = (words.heading_commands(), words.heading_options());
    let template = format!(
        "{{about-with-newline}}\n{usage} {{usage}}\n\n{commands}\n{{subcommands}}\n\n{options}\n{{options}}{{after-help}}\n"
    );
    clap::Command::new("kring")
        .bin_name("kring")
        .no_binary_name(true)
        .version(env!("CARGO_PKG_VERSION"))
        .about(words.about_kring())
        .after_help(words.more_kring())
        .override_usage(words.usage_of(""))
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
        .subcommands(COMMANDS.iter().map(|command| command.parser(words)))
        .subcommand(clap::Command::new("help").hide(true).arg(Arg::new("command")))
}

/// The template of the help of a command.
pub(super) fn help_template(words: Words, takes_positionals: bool) -> String {
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

/// The required argument GROUP.
pub(super) fn group(words: Words) -> Arg {
    Arg::new("group").value_name(words.arg_group()).required(true).help(words.help_group())
}

/// An option without a value.
pub(super) fn flag(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
}

/// For a command without arguments.
pub(super) fn none(_words: Words) -> Vec<Arg> {
    Vec::new()
}

/// The text of an argument; empty when it was not given.
pub(super) fn text<'a>(given: &'a ArgMatches, id: &str) -> &'a str {
    given.get_one::<String>(id).map_or("", String::as_str)
}

/// Whether the argument [`group`] may name a group that is sealed in a folder with a passphrase:
/// any but the practice group.
pub(super) fn names_sealed_group(given: &ArgMatches) -> bool {
    text(given, "group") != PRACTICE
}
