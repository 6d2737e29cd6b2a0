//! The shell commands: arguments in, text and an exit code out.

mod arguments;
mod check;
mod example;
mod export;
mod find;
mod list;
mod new;
mod passphrase;
mod show;
mod usage;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;

use self::arguments::Order;
pub use self::passphrase::Asked;
use crate::breakdown::Breakdown;
use crate::clock::Clock;
use crate::content::{Content, ContentError};
use crate::harmless;
use crate::store::Store;
use crate::store::document::BrokenFile;
use crate::store::files::Files;
use crate::store::folder::DataFolder;
use crate::store::open::Opened;
use crate::store::save::SaveError;
use crate::words::{Language, Words};

/// Exit code: done.
pub const DONE: u8 = 0;
/// Exit code: refused, or something is broken.
pub const REFUSED: u8 = 1;
/// Exit code: the command was not understood.
pub const USAGE: u8 = 2;

/// Where kring runs.
#[derive(Clone, Debug)]
pub struct Environment {
    /// The data folder that was set for all commands (`KRING_DIR`).
    pub dir: Option<PathBuf>,
    /// Where the program itself is.
    pub program: Option<PathBuf>,
    /// Where words may be kept while the data folder does not answer.
    pub places: Vec<PathBuf>,
    /// Whether both ends are a terminal.
    pub is_terminal: bool,
    /// Whether the app may open without one (`KRING_FORCE_TTY`).
    pub force_tty: bool,
    /// Who types a passphrase.
    pub asked: Arc<dyn Asked>,
    /// The file system.
    pub files: Arc<dyn Files>,
    /// The clock.
    pub clock: Arc<dyn Clock>,
}

/// What the app begins with.
#[derive(Clone, Debug)]
pub struct AppStart {
    /// The store.
    pub store: Store,
    /// The language.
    pub language: Language,
    /// The slug of the group whose meeting it opens, straight away.
    pub meet: Option<String>,
}

/// Carries out one command and returns the exit code. `args` are those behind the program's own
/// name. `app` is called when the command opens the app, after everything was written.
pub fn run(
    args: Vec<OsString>,
    env: &Environment,
    out: &mut dyn Write,
    err: &mut dyn Write,
    app: &mut dyn FnMut(AppStart) -> Result<(), Breakdown>,
) -> u8 {
    let mut shell = Shell::before(&args, env);
    let asked = arguments::asked_command(&args);
    let answer = match arguments::read(args, shell.words) {
        Ok(order) => shell.carry_out(order).unwrap_or_else(Answer::from),
        Err(error) => usage::answer(&error, asked, shell.words),
    };
    let code = answer.say(out, err, shell.words);
    match answer.app {
        Some(start) if code == DONE => match app(start) {
            Ok(()) => DONE,
            Err(breakdown) => stopped(&breakdown, shell.words).say(out, err, shell.words),
        },
        _ => code,
    }
}

fn stopped(breakdown: &Breakdown, words: Words) -> Answer {
    Failure::new(words.broken_down(breakdown), words.own_defect_hint()).into()
}

/// What a command has to say, and with which exit code it ends.
#[derive(Debug, Default)]
struct Answer {
    /// For who asked; it ends in a line end.
    text: String,
    /// What is wrong, a line each.
    errors: Vec<String>,
    /// What to do about it.
    hint: String,
    code: u8,
    app: Option<AppStart>,
}

impl Answer {
    fn said(text: String) -> Self {
        Self { text, ..Self::default() }
    }

    fn say(&self, out: &mut dyn Write, err: &mut dyn Write, words: Words) -> u8 {
        let written = out.write_all(self.text.as_bytes()).and_then(|()| out.flush());
        let hint = Some(&self.hint).filter(|hint| !hint.is_empty());
        for line in self.errors.iter().chain(hint) {
            // When even this cannot be written there is nobody left to tell.
            let _ = writeln!(err, "{line}");
        }
        match written {
            // Who reads has read enough.
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                let _ = writeln!(err, "{}", words.stopped(&words.write_refused(&error)));
                REFUSED
            }
            _ => self.code,
        }
    }

    /// This answer, and which files are not as kring left them although they read.
    fn doubting(mut self, opened: &Opened, words: Words) -> Self {
        self.errors.extend(opened.doubts.iter().map(|doubt| words.located(doubt)));
        self.errors.extend(opened.newer.iter().map(|newer| words.located(newer)));
        if !opened.newer.is_empty() && self.hint.is_empty() {
            words.newer_hint().clone_into(&mut self.hint);
        }
        if !opened.doubts.is_empty() && self.hint.is_empty() {
            words.doubt_hint().clone_into(&mut self.hint);
        }
        self
    }
}

/// Why a command was not carried out.
#[derive(Debug)]
struct Failure {
    sentence: String,
    hint: String,
    code: u8,
}

impl Failure {
    fn new(sentence: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { sentence: sentence.into(), hint: hint.into(), code: REFUSED }
    }

    fn broken(broken: &BrokenFile, words: Words) -> Self {
        Self::new(words.located(broken), words.broken_hint())
    }

    fn not_saved(error: &SaveError, words: Words) -> Self {
        Self::new(words.not_saved(error), words.no_folder_hint())
    }

    fn own_defect(words: Words) -> Self {
        Self::new(words.own_defect(), words.own_defect_hint())
    }
}

impl From<Failure> for Answer {
    fn from(failure: Failure) -> Self {
        let Failure { sentence, hint, code } = failure;
        Self { errors: vec![sentence], hint, code, ..Self::default() }
    }
}

/// What a command works with.
struct Shell {
    words: Words,
    store: Option<Store>,
    /// What is wrong with the settings.
    settings: Option<BrokenFile>,
    is_terminal: bool,
    may_open: bool,
    asked: Arc<dyn Asked>,
    passphrase_file: Option<PathBuf>,
    /// How kring was called: what comes next has to go to the same folder.
    called: String,
}

impl Shell {
    /// What is known before the arguments are read: which folder, and which language to answer in.
    fn before(args: &[OsString], env: &Environment) -> Self {
        let dir = arguments::asked_dir(args);
        let called = dir.as_ref().map_or("kring".to_owned(), |dir| {
            let dir = dir.display().to_string();
            format!("kring --dir {}", quoted(&harmless::line(&dir)))
        });
        let asked = dir.or_else(|| env.dir.clone());
        let folder = DataFolder::find(asked, env.program.as_deref(), env.files.as_ref());
        let store = folder.map(|folder| {
            Store::new(Arc::clone(&env.files), folder, Arc::clone(&env.clock))
                .with_places(env.places.clone())
        });
        let settings = store.as_ref().map(Store::settings).transpose();
        let language = match &settings {
            Ok(Some(settings)) => settings.language,
            Ok(None) | Err(_) => Language::default(),
        };
        Self {
            words: Words(arguments::asked_language(args).unwrap_or(language)),
            store,
            settings: settings.err(),
            is_terminal: env.is_terminal,
            may_open: env.is_terminal || env.force_tty,
            asked: Arc::clone(&env.asked),
            passphrase_file: arguments::asked_passphrase_file(args),
            called,
        }
    }

    fn carry_out(&mut self, order: Order) -> Result<Answer, Failure> {
        let checking = matches!(order, Order::Check { .. });
        if order.reads() || self.passphrase_file.is_some() && order == Order::App {
            self.unlock()?;
        }
        let mut answer = match order {
            Order::Help(text) => return Ok(Answer::said(text)),
            Order::App => self.open(None),
            Order::Meet { group } => {
                let slug = self.find(&group)?;
                self.look(&slug)?;
                self.open(Some(slug))
            }
            Order::Example { fresh, meet } => self.example(fresh, meet),
            Order::New { name } => self.new_group(&name),
            Order::List { json } => self.list(json),
            Order::Show { group } => self.show(&group),
            Order::Export(order) => self.export(&order),
            Order::Check { paths, accept: true } => self.accept(&paths),
            Order::Check { paths, accept: false } => self.check(&paths),
            Order::Encrypt => self.encrypt(),
            Order::Decrypt => self.decrypt(),
            Order::Passphrase { fresh } => self.change_passphrase(fresh.as_deref()),
        }?;
        if self.store.as_ref().is_some_and(Store::is_half_sealed) {
            answer.errors.push(self.words.half_sealed().to_owned());
        }
        if let Some(broken) = self.settings.as_ref().filter(|_| !checking) {
            answer.errors.insert(0, self.words.located(broken));
            if answer.hint.is_empty() {
                self.words.settings_hint().clone_into(&mut answer.hint);
            }
        }
        Ok(answer)
    }

    fn store(&self) -> Result<&Store, Failure> {
        let words = self.words;
        self.store.as_ref().ok_or_else(|| Failure::new(words.no_folder(), words.no_folder_hint()))
    }

    fn open(&self, meet: Option<String>) -> Result<Answer, Failure> {
        let store = self.store()?.clone();
        if !self.may_open {
            return Err(Failure::new(self.words.no_terminal(), self.words.no_terminal_hint()));
        }
        let app = Some(AppStart { store, language: self.words.0, meet });
        Ok(Answer { app, ..Answer::default() })
    }

    /// A group to read in, its journal included.
    fn look(&self, slug: &str) -> Result<Opened, Failure> {
        self.store()?.look(slug).map_err(|broken| Failure::broken(&broken, self.words))
    }

    fn content(&self) -> Result<Content, Failure> {
        Content::load(self.words.0).map_err(|_: ContentError| Failure::own_defect(self.words))
    }

    fn today(&self) -> Result<NaiveDate, Failure> {
        Ok(self.store()?.clock.now().date_naive())
    }
}

/// A word as every shell takes it for one.
fn quoted(word: &str) -> String {
    if word.contains(char::is_whitespace) { format!("\"{word}\"") } else { word.to_owned() }
}

#[cfg(test)]
mod tests;
