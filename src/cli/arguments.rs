//! The arguments and options that several commands have, and those that must be known before the
//! command line is parsed.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches};

use crate::language::Language;
use crate::store::folder::PRACTICE;
use crate::words::Words;

/// The values of `--lang`.
pub(super) const LANGUAGES: [(&str, Language); 2] =
    [("nl", Language::Dutch), ("en", Language::English)];

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
