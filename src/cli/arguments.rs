//! What was typed behind `kring`, read in the language of who typed it.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use crate::export::Format;
use crate::store::folder::PRACTICE;
use crate::words::{Language, Words};

/// A command that was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// The app.
    App,
    /// A text that answers by itself.
    Help(String),
    /// The practice group.
    Example { fresh: bool, meet: bool },
    /// A new group.
    New { name: String },
    /// All groups.
    List { json: bool },
    /// One group.
    Show { group: String },
    /// A group's meeting.
    Meet { group: String },
    /// A text on paper.
    Export(Export),
    /// Every file, or to accept what was changed in them by hand.
    Check { paths: Vec<PathBuf>, accept: bool },
    /// A passphrase for the folder.
    Encrypt,
    /// No passphrase any more.
    Decrypt,
    /// Another passphrase, out of a file perhaps.
    Passphrase { fresh: Option<PathBuf> },
}

impl Order {
    /// Whether it reads what is sealed in a folder with a passphrase.
    pub(super) fn reads(&self) -> bool {
        match self {
            Self::New { .. } | Self::List { .. } | Self::Check { .. } => true,
            Self::Show { group } | Self::Meet { group } => group != PRACTICE,
            Self::Export(export) => export.group != PRACTICE,
            // The app asks on its own screen; the others ask when they have to.
            Self::App
            | Self::Help(_)
            | Self::Example { .. }
            | Self::Encrypt
            | Self::Decrypt
            | Self::Passphrase { .. } => false,
        }
    }
}

/// What to export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Export {
    /// Which group.
    pub(super) group: String,
    /// What of it.
    pub(super) what: String,
    /// How it is written.
    pub(super) format: Format,
    /// Of which meeting.
    pub(super) meeting: Option<String>,
    /// Where to.
    pub(super) output: Option<PathBuf>,
}

/// The folder asked for by `--dir`, before the arguments are read.
pub(super) fn asked_dir(args: &[OsString]) -> Option<PathBuf> {
    value_of(args, "--dir").map(PathBuf::from)
}

/// The file named by `--passphrase-file`.
pub(super) fn asked_passphrase_file(args: &[OsString]) -> Option<PathBuf> {
    value_of(args, "--passphrase-file").map(PathBuf::from)
}

/// The language asked for by `--lang`, before the arguments are read.
pub(super) fn asked_language(args: &[OsString]) -> Option<Language> {
    language(value_of(args, "--lang")?.to_str()?)
}

fn language(code: &str) -> Option<Language> {
    match code {
        "nl" => Some(Language::Dutch),
        "en" => Some(Language::English),
        _ => None,
    }
}

/// The value of an option; the last one, as clap has it.
fn value_of(args: &[OsString], option: &str) -> Option<OsString> {
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

/// The command that was asked for, whether or not the rest is understood.
pub(super) fn asked_command(args: &[OsString]) -> Option<&'static str> {
    args.iter().find_map(|arg| NAMES.into_iter().find(|name| arg.as_os_str() == *name))
}

/// Reads the arguments.
///
/// # Errors
/// Those of clap, help and version among them.
pub(super) fn read(args: Vec<OsString>, words: Words) -> Result<Order, clap::Error> {
    let mut command = command(words);
    let matches = command.try_get_matches_from_mut(args)?;
    let Some((name, given)) = matches.subcommand() else { return Ok(Order::App) };
    let text = |id: &str| given.get_one::<String>(id).cloned();
    let group = || text("group").unwrap_or_default();
    Ok(match name {
        "example" => {
            Order::Example { fresh: given.get_flag("fresh"), meet: given.get_flag("meet") }
        }
        "new" => Order::New { name: words_of(given, "name") },
        "list" => Order::List { json: given.get_flag("json") },
        "show" => Order::Show { group: group() },
        "meet" => Order::Meet { group: group() },
        "export" => Order::Export(Export {
            group: group(),
            what: text("what").unwrap_or_default(),
            format: match text("format").as_deref() {
                Some("txt") => Format::Text,
                _ => Format::Markdown,
            },
            meeting: text("meeting"),
            output: given.get_one::<PathBuf>("output").cloned(),
        }),
        "check" => Order::Check {
            accept: given.get_flag("accept"),
            paths: given.get_many::<PathBuf>("path").into_iter().flatten().cloned().collect(),
        },
        "encrypt" => Order::Encrypt,
        "decrypt" => Order::Decrypt,
        "passphrase" => Order::Passphrase { fresh: given.get_one::<PathBuf>("fresh").cloned() },
        _ => Order::Help(help_about(command, text("command").as_deref())),
    })
}

/// Words that were typed without quotation marks around them.
fn words_of(given: &ArgMatches, id: &str) -> String {
    given.get_many::<String>(id).into_iter().flatten().cloned().collect::<Vec<_>>().join(" ")
}

fn help_about(mut command: Command, about: Option<&str>) -> String {
    let found = about.and_then(|about| command.find_subcommand_mut(about));
    let help = match found {
        Some(found) => found.render_help(),
        None => command.render_help(),
    };
    help.to_string()
}

/// The names of the commands.
const NAMES: [&str; 10] = [
    "example",
    "new",
    "list",
    "show",
    "meet",
    "export",
    "check",
    "encrypt",
    "decrypt",
    "passphrase",
];

/// The commands and their help.
pub(super) fn command(words: Words) -> Command {
    let usage = words.heading_usage();
    let (commands, options) = (words.heading_commands(), words.heading_options());
    let template = format!(
        "{{about-with-newline}}\n{usage} {{usage}}\n\n{commands}\n{{subcommands}}\n\n{options}\n{{options}}{{after-help}}\n"
    );
    Command::new("kring")
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
        .args(common(words))
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .display_order(104)
                .help(words.help_version()),
        )
        .subcommands(subcommands(words))
}

/// The options that every command has.
fn common(words: Words) -> [Arg; 4] {
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
            .value_parser(["nl", "en"])
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

fn subcommands(words: Words) -> Vec<Command> {
    let group = || Arg::new("group").value_name(words.arg_group()).required(true);
    let group = || group().help(words.help_group());
    let flag =
        |name: &'static str, help| Arg::new(name).long(name).action(ArgAction::SetTrue).help(help);
    vec![
        one(words, "example", words.about_example(), words.more_example())
            .arg(flag("fresh", words.help_fresh()))
            .arg(flag("meet", words.help_meet())),
        one(words, "new", words.about_new(), words.more_new()).arg(
            Arg::new("name")
                .value_name(words.arg_name())
                .num_args(1..)
                .required(true)
                .help(words.help_name()),
        ),
        one(words, "list", words.about_list(), words.more_list())
            .arg(flag("json", words.help_json())),
        one(words, "show", words.about_show(), words.more_show()).arg(group()),
        one(words, "meet", words.about_meet(), words.more_meet()).arg(group()),
        one(words, "export", words.about_export(), words.more_export())
            .arg(group())
            .args(export_arguments(words)),
        one(words, "check", words.about_check(), words.more_check())
            .arg(flag("accept", words.help_accept()))
            .arg(
                Arg::new("path")
                    .value_name(words.arg_path())
                    .value_parser(value_parser!(PathBuf))
                    .num_args(0..)
                    .help(words.help_path()),
            ),
        one(words, "encrypt", words.about_encrypt(), words.more_encrypt()),
        one(words, "decrypt", words.about_decrypt(), words.more_decrypt()),
        one(words, "passphrase", words.about_passphrase(), words.more_passphrase()).arg(
            Arg::new("fresh")
                .long("new-passphrase-file")
                .value_name(words.arg_file())
                .value_parser(value_parser!(PathBuf))
                .help(words.help_new_passphrase_file()),
        ),
        Command::new("help").hide(true).arg(Arg::new("command")),
    ]
}

fn export_arguments(words: Words) -> [Arg; 4] {
    [
        Arg::new("what").value_name(words.arg_what()).required(true).help(words.help_what()),
        Arg::new("format")
            .long("format")
            .value_name("md|txt")
            .value_parser(["md", "txt"])
            .hide_possible_values(true)
            .help(words.help_format()),
        Arg::new("meeting").long("meeting").value_name(words.arg_date()).help(words.help_meeting()),
        Arg::new("output")
            .short('o')
            .long("output")
            .value_name(words.arg_file())
            .value_parser(value_parser!(PathBuf))
            .help(words.help_output()),
    ]
}

/// A command without its arguments.
fn one(words: Words, name: &'static str, about: &'static str, more: &'static str) -> Command {
    let (usage, options) = (words.heading_usage(), words.heading_options());
    let arguments = match name {
        "example" | "list" | "encrypt" | "decrypt" | "passphrase" => String::new(),
        _ => format!("{}\n{{positionals}}\n\n", words.heading_arguments()),
    };
    let template = format!(
        "{{about-with-newline}}\n{usage} {{usage}}\n\n{arguments}{options}\n{{options}}{{after-help}}\n"
    );
    Command::new(name)
        .about(about)
        .after_help(more)
        .override_usage(words.usage_of(name))
        .help_template(template)
        .disable_help_flag(true)
}
