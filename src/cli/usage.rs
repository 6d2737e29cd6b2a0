//! The output for arguments that clap did not accept: a sentence and a hint, or the help.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::environment::USAGE;
use super::output::{CommandOutput, Failure};
use crate::sanitize;
use crate::words::Words;

/// `command` is the name of the command among the arguments.
pub(super) fn output(error: &clap::Error, command: Option<&str>, words: Words) -> CommandOutput {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        return CommandOutput::printing(error.render().to_string());
    }
    let help = match command {
        Some(name) => words.see_help(&format!("kring {name}")),
        None => words.see_help("kring"),
    };
    let hint = match suggestion(error) {
        Some(suggested) => format!("{} {help}", words.did_you_mean(&suggested)),
        None => help,
    };
    Failure { sentence: sentence(error, words), hint, code: USAGE }.into()
}

fn sentence(error: &clap::Error, words: Words) -> String {
    let named = |kind| context(error, kind).unwrap_or_default();
    let typed = named(ContextKind::InvalidArg);
    // Clap puts the names of arguments in brackets.
    let argument = typed.replace(['<', '>', '[', ']'], "");
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            words.no_such_command(&named(ContextKind::InvalidSubcommand))
        }
        ErrorKind::UnknownArgument | ErrorKind::TooManyValues | ErrorKind::NoEquals => {
            words.does_not_belong(&typed)
        }
        ErrorKind::InvalidValue if named(ContextKind::InvalidValue).is_empty() => {
            words.is_missing(&argument)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            words.no_such_value(&named(ContextKind::InvalidValue), first_word(&argument))
        }
        ErrorKind::MissingRequiredArgument | ErrorKind::TooFewValues => words.is_missing(&argument),
        ErrorKind::ArgumentConflict => words.stands_twice(first_word(&argument)),
        ErrorKind::InvalidUtf8 => words.not_readable().to_owned(),
        _ => words.not_typed_well().to_owned(),
    }
}

/// A detail of the error as one safe line.
fn context(error: &clap::Error, kind: ContextKind) -> Option<String> {
    let said = match error.get(kind)? {
        ContextValue::String(one) => one.clone(),
        ContextValue::Strings(several) => several.join(", "),
        _ => return None,
    };
    Some(sanitize::line(&said).into_owned())
}

fn first_word(text: &str) -> &str {
    text.split_whitespace().next().unwrap_or(text)
}

/// The first name that clap suggests instead of an unknown one.
fn suggestion(error: &clap::Error) -> Option<String> {
    let kinds =
        [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let suggested = kinds.into_iter().find_map(|kind| context(error, kind))?;
    suggested.split(", ").next().map(str::to_owned).filter(|first| !first.is_empty())
}
