//! What the program gets from the system, and what it gives back: exit codes, and the app to start.

use std::fmt::Debug;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use crate::clock::Clock;
use crate::language::Language;
use crate::store::Store;
use crate::store::files::Files;
use crate::store::key::Secret;
use crate::store::opened::Opened;

/// Exit code: done.
pub const DONE: u8 = 0;
/// Exit code: refused, or something is broken.
pub const REFUSED: u8 = 1;
/// Exit code: the command was not understood.
pub const USAGE: u8 = 2;

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
#[derive(Debug)]
pub struct AppStart {
    pub store: Store,
    pub language: Language,
    /// The group whose meeting opens straight away.
    pub meet: Option<Box<Opened>>,
}

/// Asks the user for a passphrase.
pub trait PassphrasePrompt: Send + Sync + Debug {
    /// Shows a question and returns what was typed, which is not shown.
    ///
    /// # Errors
    /// Those of the terminal, and that the user cancelled.
    fn secret(&self, question: &str) -> io::Result<Secret>;
}
