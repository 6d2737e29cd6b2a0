//! A command that was not understood, in a sentence and a hint; and help that was asked for.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::{Answer, Failure, USAGE};
use crate::harmless;
use crate::words::Words;

/// The answer to arguments that clap did not turn into a command; `asked` is the command that
/// stands among them.
pub(super) fn answer(error: &clap::Error, asked: Option<&str>, words: Words) -> Answer {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        return Answer::said(error.render().to_string());
    }
    let help = match asked {
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
    // Names of kring's own arguments stand between signs of clap's.
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

/// What the error says of itself, as one harmless text.
fn context(error: &clap::Error, kind: ContextKind) -> Option<String> {
    let said = match error.get(kind)? {
        ContextValue::String(one) => one.clone(),
        ContextValue::Strings(several) => several.join(", "),
        _ => return None,
    };
    Some(harmless::line(&said).into_owned())
}

fn first_word(text: &str) -> &str {
    text.split_whitespace().next().unwrap_or(text)
}

fn suggestion(error: &clap::Error) -> Option<String> {
    let kinds =
        [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let suggested = kinds.into_iter().find_map(|kind| context(error, kind))?;
    suggested.split(", ").next().map(str::to_owned).filter(|first| !first.is_empty())
}
