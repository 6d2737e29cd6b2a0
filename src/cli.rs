//! The command line: arguments in, output and an exit code out.

mod answer;
mod arguments;
mod check;
mod command;
mod decrypt;
mod encrypt;
mod example;
mod export;
mod find;
mod list;
mod meet;
mod new;
mod passphrase;
mod shell;
mod show;
mod unlock;
mod usage;

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use self::answer::{Answer, Failure};
use self::command::Command;
use self::shell::Shell;
pub use self::unlock::PassphrasePrompt;
use crate::clock::Clock;
use crate::crash::Crash;
use crate::language::Language;
use crate::store::Store;
use crate::store::files::Files;
use crate::words::Words;

/// Exit code: done.
pub const DONE: u8 = 0;
/// Exit code: refused, or something is broken.
pub const REFUSED: u8 = 1;
/// Exit code: the command was not understood.
pub const USAGE: u8 = 2;

/// Every command, in the order of the help.
static COMMANDS: &[&Command] = &[
    &example::COMMAND,
    &new::COMMAND,
    &list::COMMAND,
    &show::COMMAND,
    &meet::COMMAND,
    &export::COMMAND,
    &check::COMMAND,
    &encrypt::COMMAND,
    &decrypt::COMMAND,
    &passphrase::COMMAND,
];

/// What the program gets from the system it runs on.
#[derive(Clone, Debug)]
pub struct Environment {
    /// The data folder when there is no `--dir` (`KRING_DIR`).
    pub dir: Option<PathBuf>,
    /// The path of the program itself.
    pub program: Option<PathBuf>,
    /// Folders for fallback journals, used while the data folder does not answer.
    pub fallback_roots: Vec<PathBuf>,
    /// Whether stdin and stdout are both a terminal.
    pub is_terminal: bool,
    /// Whether the app may open without a terminal (`KRING_FORCE_TTY`).
    pub force_tty: bool,
    pub prompt: Arc<dyn PassphrasePrompt>,
    pub files: Arc<dyn Files>,
    pub clock: Arc<dyn Clock>,
}

/// What the app starts with.
#[derive(Clone, Debug)]
pub struct AppStart {
    pub store: Store,
    pub language: Language,
    /// The slug of the group whose meeting opens straight away.
    pub meet: Option<String>,
}

/// Carries out one command and returns the exit code. `args` are without the name of the program.
/// `app` is called when the command starts the app, after everything was written.
pub fn run(
    args: Vec<OsString>,
    env: &Environment,
    out: &mut dyn Write,
    err: &mut dyn Write,
    app: &mut dyn FnMut(AppStart) -> Result<(), Crash>,
) -> u8 {
    let mut shell = Shell::new(&args, env);
    let command = arguments::asked_command(&args);
    let answer = match arguments::read(args, shell.words) {
        Ok(request) => shell.carry_out(request).unwrap_or_else(Answer::from),
        Err(error) => usage::answer(&error, command, shell.words),
    };
    let code = answer.print(out, err, shell.words);
    match answer.app {
        Some(start) if code == DONE => match app(start) {
            Ok(()) => DONE,
            Err(crash) => crashed(&crash, shell.words).print(out, err, shell.words),
        },
        _ => code,
    }
}

fn crashed(crash: &Crash, words: Words) -> Answer {
    Failure::new(words.broken_down(crash), words.own_defect_hint()).into()
}

#[cfg(test)]
mod tests;
