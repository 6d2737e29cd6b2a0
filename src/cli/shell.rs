//! What the commands work with: the store, the words, the terminal.

use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;

use super::arguments;
use super::environment::{AppStart, Environment, PassphrasePrompt};
use super::output::{CommandOutput, Failure};
use crate::content::Content;
use crate::domain::arrangements::RoleWords;
use crate::domain::group::Group;
use crate::domain::onlookers::COORDINATOR;
use crate::language::Language;
use crate::sanitize;
use crate::store::Store;
use crate::store::document::BrokenFile;
use crate::store::folder::DataFolder;
use crate::store::opened::Opened;
use crate::view::group_view::GroupView;
use crate::words::Words;

pub(super) struct Shell {
    pub(super) words: Words,
    /// `None` when no data folder can be found.
    pub(super) store: Option<Store>,
    /// Why the settings cannot be read; reported with the answer.
    pub(super) settings_fault: Option<BrokenFile>,
    pub(super) is_terminal: bool,
    may_start_app: bool,
    pub(super) prompt: Arc<dyn PassphrasePrompt>,
    pub(super) passphrase_file: Option<PathBuf>,
    /// `kring` with the `--dir` of this call, to begin the commands that an answer proposes.
    pub(super) invocation: String,
}

impl Shell {
    /// Finds the data folder and the language of the answer, before the arguments are parsed.
    pub(super) fn new(args: &[OsString], env: &Environment) -> Self {
        let dir = arguments::dir_option(args);
        let invocation = dir.as_ref().map_or("kring".to_owned(), |dir| {
            let dir = dir.display().to_string();
            format!("kring --dir {}", quoted(&sanitize::line(&dir)))
        });
        let dir = dir.or_else(|| env.dir.clone());
        let folder = DataFolder::find(dir, env.program.as_deref(), env.files.as_ref());
        let store = folder.map(|folder| {
            Store::new(Arc::clone(&env.files), folder, Arc::clone(&env.clock))
                .with_fallback_roots(env.fallback_roots.clone())
        });
        let settings = store.as_ref().map(Store::settings).transpose();
        let language = match &settings {
            Ok(Some(settings)) => settings.language,
            Ok(None) | Err(_) => Language::default(),
        };
        Self {
            words: Words(arguments::language_option(args).unwrap_or(language)),
            store,
            settings_fault: settings.err(),
            is_terminal: env.is_terminal,
            may_start_app: env.is_terminal || env.force_tty,
            prompt: Arc::clone(&env.prompt),
            passphrase_file: arguments::passphrase_file_option(args),
            invocation,
        }
    }

    pub(super) fn store(&self) -> Result<&Store, Failure> {
        let words = self.words;
        self.store.as_ref().ok_or_else(|| Failure::new(words.no_folder(), words.no_folder_hint()))
    }

    /// An answer that starts the app; with `meet` in the meeting of the group of that slug.
    pub(super) fn start_app(&self, meet: Option<&str>) -> Result<CommandOutput, Failure> {
        let (store, words) = (self.store()?.clone(), self.words);
        // A group that cannot be read is reported here, before the screen opens.
        let open = |slug| {
            if self.may_start_app { store.open(slug) } else { store.open_read_only(slug) }
        };
        let meet = meet.map(open).transpose();
        let meet = meet.map_err(|broken| Failure::broken(&broken, words))?.map(Box::new);
        if !self.may_start_app {
            return Err(Failure::new(words.no_terminal(), words.no_terminal_hint()));
        }
        let app = Some(AppStart { store, language: words.0, meet });
        Ok(CommandOutput { app, ..CommandOutput::default() })
    }

    /// Opens a group for reading, its journal included.
    pub(super) fn open_read_only(&self, slug: &str) -> Result<Opened, Failure> {
        self.store()?.open_read_only(slug).map_err(|broken| Failure::broken(&broken, self.words))
    }

    pub(super) fn content(&self) -> Content {
        Content::new(self.words.0)
    }

    pub(super) fn today(&self) -> Result<NaiveDate, Failure> {
        Ok(self.store()?.clock.now().date_naive())
    }

    pub(super) fn view_context(&self) -> Result<ViewContext, Failure> {
        Ok(ViewContext {
            words: self.words,
            content: self.content(),
            role_words: self.store()?.settings().map(|it| it.role_words).unwrap_or_default(),
            today: self.today()?,
        })
    }
}

/// What it takes to make a view of any group.
pub(super) struct ViewContext {
    pub(super) words: Words,
    pub(super) content: Content,
    /// What roles are called where a group has no word of its own.
    role_words: RoleWords,
    pub(super) today: NaiveDate,
}

impl ViewContext {
    pub(super) fn view<'a>(&'a self, group: &'a Group) -> GroupView<'a> {
        GroupView {
            words: self.words,
            content: &self.content,
            group,
            role_words: &self.role_words,
            day: self.today,
            onlookers: &COORDINATOR,
        }
    }
}

/// A word in double quotes if it contains spaces, as every shell understands them.
fn quoted(word: &str) -> String {
    if word.contains(char::is_whitespace) { format!("\"{word}\"") } else { word.to_owned() }
}
