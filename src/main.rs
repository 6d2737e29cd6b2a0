//! kring from the shell: arguments in, exit code out.

use std::env;
use std::io::{self, IsTerminal, stderr, stdin, stdout};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use kring::app::{asking, runtime};
use kring::breakdown::Breakdown;
use kring::cli::{AppStart, Asked, Environment, run};
use kring::clock::{Clock, FileClock, SystemClock};
use kring::store::files::{Disk, Files};
use kring::store::key::Secret;
use kring::store::shelter;

fn main() -> ExitCode {
    let args = env::args_os().skip(1).collect();
    let mut app = |start: AppStart| -> Result<(), Breakdown> {
        Ok(runtime::run(start.store, start.language, start.meet)?)
    };
    let code = run(args, &environment(), &mut stdout(), &mut stderr(), &mut app);
    ExitCode::from(code)
}

/// Whoever sits at the terminal.
#[derive(Debug)]
struct AtTerminal;

impl Asked for AtTerminal {
    fn secret(&self, question: &str) -> io::Result<Secret> {
        asking::secret(question).map(Secret::from)
    }
}

fn environment() -> Environment {
    let files: Arc<dyn Files> = Arc::new(Disk);
    Environment {
        dir: path_in("KRING_DIR"),
        program: env::current_exe().ok(),
        places: shelter::places(),
        is_terminal: stdin().is_terminal() && stdout().is_terminal(),
        force_tty: env::var_os("KRING_FORCE_TTY").is_some_and(|value| value == "1"),
        asked: Arc::new(AtTerminal),
        clock: clock(&files),
        files,
    }
}

fn clock(files: &Arc<dyn Files>) -> Arc<dyn Clock> {
    match path_in(FileClock::VARIABLE) {
        Some(path) => Arc::new(FileClock::new(path, Arc::clone(files))),
        None => Arc::new(SystemClock::new()),
    }
}

/// A path in an environment variable; nothing when it is empty.
fn path_in(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}
