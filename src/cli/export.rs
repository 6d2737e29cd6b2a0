//! `kring export`: a document about a group, on stdout or in a file.

mod minutes;

use std::path::{Component, Path, PathBuf, absolute};
use std::sync::LazyLock;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Arg, ArgMatches, value_parser};
use strum::VariantArray;

use super::arguments::{self, text};
use super::command::Command;
use super::find::nearest;
use super::output::{CommandOutput, Failure};
use super::shell::Shell;
use crate::export::format::Format;
use crate::sanitize;
use crate::store::opened::Opened;
use crate::store::save::replace;
use crate::words::Words;

pub(super) static COMMAND: Command = Command {
    name: "export",
    usage,
    about: Words::about_export,
    more: Words::more_export,
    arguments: all_arguments,
    reads_sealed: arguments::names_sealed_group,
    run,
};

/// A kind of document. Each has a file of its own and an entry in [`KINDS`].
struct Kind {
    /// The value of WHAT.
    name: &'static str,
    write: fn(&Shell, &Opened, &Options<'_>) -> Result<Vec<u8>, Failure>,
}

/// Every kind of document that can be exported.
static KINDS: &[&Kind] = &[&minutes::KIND];

/// How a document is to be written.
struct Options<'a> {
    format: Format,
    /// The value of `--meeting`.
    meeting: Option<&'a str>,
}

/// The values of `--format`, with a bar between them.
static FORMATS: LazyLock<String> = LazyLock::new(|| {
    let names: Vec<&str> = Format::VARIANTS.iter().map(|format| format.name()).collect();
    names.join("|")
});

fn usage(words: Words) -> String {
    let (group, what, formats) = (words.arg_group(), words.arg_what(), FORMATS.as_str());
    let (date, file) = (words.arg_date(), words.arg_file());
    format!("kring export {group} {what} [--format {formats}] [--meeting {date}|all] [-o {file}]")
}

fn all_arguments(words: Words) -> Vec<Arg> {
    let formats = Format::VARIANTS.iter().map(|format| format.name());
    let format = PossibleValuesParser::new(formats).try_map(|name| name.parse::<Format>());
    vec![
        arguments::group(words),
        Arg::new("what").value_name(words.arg_what()).required(true).help(words.help_what()),
        Arg::new("format")
            .long("format")
            .value_name(FORMATS.as_str())
            .value_parser(format)
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

fn run(shell: &mut Shell, given: &ArgMatches) -> Result<CommandOutput, Failure> {
    let kind = kind(text(given, "what"), shell.words)?;
    let slug = shell.find_group(text(given, "group"))?;
    let opened = shell.open_read_only(&slug)?;
    let options = Options {
        format: given.get_one::<Format>("format").copied().unwrap_or_default(),
        meeting: given.get_one::<String>("meeting").map(String::as_str),
    };
    let document = (kind.write)(shell, &opened, &options)?;
    let answer = match given.get_one::<PathBuf>("output") {
        Some(path) if path.as_os_str() != "-" => write(shell, path, &document)?,
        _ => CommandOutput::printing(document),
    };
    Ok(answer.with_doubts(&opened, shell.words))
}

/// The kind of document of a name, else the failure with the nearest name.
fn kind(name: &str, words: Words) -> Result<&'static Kind, Failure> {
    if let Some(kind) = KINDS.iter().find(|kind| kind.name == name) {
        return Ok(kind);
    }
    let names = KINDS.iter().map(|kind| kind.name);
    let near = nearest(&name.to_lowercase(), names).unwrap_or("");
    let hint = format!("{} {}", words.did_you_mean(near), words.what_hint());
    Err(Failure::new(words.no_such_export(&sanitize::line(name)), hint))
}

fn write(shell: &Shell, path: &Path, document: &[u8]) -> Result<CommandOutput, Failure> {
    let (store, words) = (shell.store()?, shell.words);
    let target = resolved(path);
    if target.starts_with(resolved(&store.folder.groups())) {
        return Err(Failure::new(words.not_among_groups(), words.elsewhere_hint()));
    }
    // A device or a folder is not replaced by a file.
    if target.metadata().is_ok_and(|found| !found.is_file()) {
        return Err(Failure::new(words.not_a_file(), words.elsewhere_hint()));
    }
    replace(store.files.as_ref(), &target, document)
        .map_err(|error| Failure::new(words.not_saved(&error), words.elsewhere_hint()))?;
    let shown = path.display().to_string();
    Ok(CommandOutput::printing(format!("{}\n", words.written_to(&sanitize::line(&shown)))))
}

/// The absolute path without `..`, with symbolic links resolved as far as the path exists.
fn resolved(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in absolute(path).unwrap_or_else(|_| path.to_owned()).components() {
        match part {
            Component::ParentDir => {
                plain.pop();
            }
            part => plain.push(part),
        }
    }
    let existing = plain.ancestors().find_map(|part| Some((part, part.canonicalize().ok()?)));
    let Some((part, real)) = existing else { return plain };
    match plain.strip_prefix(part) {
        // Joining an empty rest would add a separator, as if the file were a folder.
        Ok(rest) if rest.as_os_str().is_empty() => real,
        Ok(rest) => real.join(rest),
        Err(_) => plain,
    }
}
