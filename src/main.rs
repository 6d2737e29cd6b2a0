//! Starts kring with the arguments, terminal, files and clock of the system.

use std::env;
use std::io::{self, IsTerminal, stderr, stdin, stdout};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use kring::app;
use kring::cli::{self, AppStart, Environment, PassphrasePrompt};
use kring::clock::{Clock, FileClock, SystemClock};
use kring::crash::{self, Crash};
use kring::language::Language;
use kring::store::fallback;
use kring::store::files::{Disk, Files};
use kring::store::key::Secret;
use kring::words::Words;

fn main() -> ExitCode {
    crash::report_panics(broke_down);
    let args = env::args_os().skip(1).collect();
    let mut start_app = |start: AppStart| -> Result<(), Crash> {
        Ok(app::run(start.store, start.language, start.meet)?)
    };
    let code = cli::run(args, &environment(), &mut stdout(), &mut stderr(), &mut start_app);
    ExitCode::from(code)
}

/// In both languages: which one was asked for is not known yet.
fn broke_down(place: &str, said: Option<&'static str>) -> String {
    let [dutch, english] =
        [Language::Dutch, Language::English].map(|it| Words(it).broke_down(place, said));
    format!("{dutch}\n{english}")
}

/// Asks at the terminal.
#[derive(Debug)]
struct TerminalPrompt;

impl PassphrasePrompt for TerminalPrompt {
    fn secret(&self, question: &str) -> io::Result<Secret> {
        app::passphrase_prompt::secret(question).map(Secret::from)
    }
}

fn environment() -> Environment {
    let files: Arc<dyn Files> = Arc::new(Disk);
    Environment {
        dir: path_variable("KRING_DIR"),
        program: env::current_exe().ok(),
        fallback_roots: fallback::default_roots(),
        is_terminal: stdin().is_terminal() && stdout().is_terminal(),
        force_tty: env::var_os("KRING_FORCE_TTY").is_some_and(|value| value == "1"),
        prompt: Arc::new(TerminalPrompt),
        clock: clock(Arc::clone(&files)),
        files,
    }
}

/// The clock of the system, unless a file is named that has the time.
fn clock(files: Arc<dyn Files>) -> Arc<dyn Clock> {
    match path_variable(FileClock::VARIABLE) {
        Some(path) => Arc::new(FileClock::new(move || {
            files.read(&path).ok().and_then(|bytes| String::from_utf8(bytes).ok())
        })),
        None => Arc::new(SystemClock::new()),
    }
}

/// The path in an environment variable; `None` if it is not set or empty.
fn path_variable(name: &str) -> Option<PathBuf> {
    env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}
