//! Everything on disk: the data folder, the groups in it, and how they are kept whole.

pub mod accept;
pub mod check;
pub mod conflict;
pub mod document;
pub mod encryption;
pub mod files;
pub mod folder;
pub mod journal;
pub mod journal_thread;
pub mod key;
pub mod lock;
pub mod migration;
pub mod name;
pub mod newer;
pub mod open;
mod passphrase;
mod pulse;
pub mod save;
pub mod saver;
pub mod sealed;
pub mod second;
pub mod settings;
pub mod shelter;
pub mod sweep;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;

use self::document::{BrokenFile, Document, Fault, decode_with, encode};
use self::files::Files;
use self::folder::{DataFolder, silent_slug};
use self::lock::Taken;
use self::migration::Migrations;
use self::open::Opened;
use self::passphrase::Given;
use self::save::SaveError;
use self::saver::{Content, Order, Shelf};
use self::settings::Settings;
use crate::clock::Clock;
use crate::domain::dossier::Dossier;
use crate::domain::group::Group;

/// The end of the name of a copy of a file that was changed outside kring.
const OUTSIDE: &str = "-outside";

/// The store: a data folder, the file system it is on, and the clock.
#[derive(Clone, Debug)]
pub struct Store {
    /// The file system, as kring sees it: what is sealed on the disk is open here.
    pub files: Arc<dyn Files>,
    /// The file system as it is.
    bare: Arc<dyn Files>,
    /// The key of the data folder, once it was opened.
    given: Option<Given>,
    /// Where words may be kept while the data folder does not answer.
    places: Vec<PathBuf>,
    /// The data folder.
    pub folder: DataFolder,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// What brings files of an older kring up to this version.
    pub migrations: Migrations,
    /// The name of this run's generations, from the first group that is opened on.
    run: Arc<OnceLock<String>>,
}

/// Why a setting was not changed.
#[derive(Debug)]
pub enum Unset {
    /// The file with settings does not read.
    Broken(BrokenFile),
    /// It could not be saved.
    Unsaved(SaveError),
}

impl Store {
    /// The store of a run of the program.
    #[must_use]
    pub fn new(files: Arc<dyn Files>, folder: DataFolder, clock: Arc<dyn Clock>) -> Self {
        let (bare, migrations) = (Arc::clone(&files), Migrations::of_kring());
        let (given, places, run) = (None, Vec::new(), Arc::default());
        Self { files, bare, given, places, folder, clock, migrations, run }
    }

    /// The same store, with places for words while the data folder does not answer.
    #[must_use]
    pub fn with_places(self, places: Vec<PathBuf>) -> Self {
        Self { places, ..self }
    }

    /// The settings; those kring came with when there is no file.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub fn settings(&self) -> Result<Settings, BrokenFile> {
        let path = self.folder.settings();
        match self.files.read(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Settings::default()),
            Err(error) => Err(BrokenFile::whole(&path, Fault::Unreadable(error.to_string()))),
            Ok(bytes) => Ok(decode_with(&path, &bytes, self.migrations)?.value),
        }
    }

    /// Changes the settings. A file that does not read stays as it is.
    ///
    /// # Errors
    /// What is wrong with the file, or why it could not be saved.
    pub fn change_settings(&self, change: impl FnOnce(&mut Settings)) -> Result<(), Unset> {
        let mut settings = self.settings().map_err(Unset::Broken)?;
        change(&mut settings);
        let bytes = encode(&settings).map_err(|error| Unset::Unsaved(error.into()))?;
        save::replace(self.files.as_ref(), &self.folder.settings(), &bytes).map_err(Unset::Unsaved)
    }

    /// Who works with kring: the name in the settings, else the user of the computer.
    #[must_use]
    pub fn who(&self) -> String {
        let named = self.settings().ok().map(|settings| settings.name);
        let named = named.filter(|name| !name.trim().is_empty());
        named.unwrap_or_else(|| whoami::username().unwrap_or_default())
    }

    /// The slugs of the groups that are there.
    #[must_use]
    pub fn slugs(&self) -> Vec<String> {
        self.folder.slugs(self.files.as_ref())
    }

    /// Opens a group to write in it.
    ///
    /// # Errors
    /// The file that cannot be read.
    pub fn open(&self, slug: &str) -> Result<Opened, BrokenFile> {
        let stamp = || self.clock.now().format("%Y%m%dT%H%M%S%.3f").to_string();
        let stamp = self.run.get_or_init(stamp).clone();
        self.opened(slug, Some(stamp))
    }

    fn opened(&self, slug: &str, write: Option<String>) -> Result<Opened, BrokenFile> {
        let (folder, refuges) = (self.folder.group(slug), self.refuges(slug));
        let now = self.clock.now();
        open::open(&self.files, folder, slug, now, write, &refuges, self.migrations)
    }

    /// Opens a group to write in it although another computer may have it: a person said so.
    ///
    /// # Errors
    /// The file that cannot be read.
    pub fn take_over(&self, slug: &str) -> Result<Opened, BrokenFile> {
        // A program that is alive after all writes its name again, and is heard then.
        let _ = self.files.remove(&self.folder.group(slug).owner());
        self.open(slug)
    }

    /// Opens a group to look at it.
    ///
    /// # Errors
    /// The file that cannot be read.
    pub fn look(&self, slug: &str) -> Result<Opened, BrokenFile> {
        self.opened(slug, None)
    }

    /// Makes a new group on disk and returns its slug.
    ///
    /// # Errors
    /// The reason why it is not there.
    pub fn create(&self, name: &str, started: NaiveDate) -> Result<String, SaveError> {
        let slug = match self.given {
            Some(_) => silent_slug(),
            None => self.folder.free_slug(self.files.as_ref(), name),
        };
        self.put(&slug, &Dossier::new(Group::new(name.trim(), started)))?;
        Ok(slug)
    }

    /// Puts a whole dossier on disk, meetings first, so that a group that is there is complete.
    ///
    /// # Errors
    /// The reason why it is not there.
    pub fn put(&self, slug: &str, dossier: &Dossier) -> Result<(), SaveError> {
        let folder = self.folder.group(slug);
        save::make_folder(self.files.as_ref(), folder.path())?;
        // Held until all of it is there; a folder without locks says itself what is wrong.
        let taken = lock::take(&self.files, &folder, self.clock.now());
        if matches!(taken, Taken::Theirs(_) | Taken::Perhaps(_)) {
            return Err(SaveError::InUse);
        }
        let mut documents = Shelf::new(Arc::clone(&self.files), folder.clone(), "0".to_owned());
        if !self.has(slug) {
            // Meetings without a group are of one that was cut short when it was made.
            for path in dossier.meetings.keys().map(|id| folder.document(Document::Meeting(*id))) {
                if let Ok(bytes) = self.files.read(&path) {
                    documents.saw(path, &bytes);
                }
            }
        }
        let meetings = dossier.meetings.values().cloned();
        let meetings = meetings.map(|meeting| Content::Meeting(Box::new(meeting)));
        let group = Content::Group(Box::new(dossier.group.clone()));
        for content in meetings.chain([group]) {
            documents.save(Order { content, sequence: 0, saved: self.clock.now() })?;
        }
        Ok(())
    }

    /// Puts an export in the group's folder and returns where it is.
    ///
    /// # Errors
    /// The reason why it is not there.
    pub fn export(&self, slug: &str, name: &str, text: &str) -> Result<PathBuf, SaveError> {
        let path = self.folder.group(slug).exports().join(name);
        save::replace(self.files.as_ref(), &path, text.as_bytes())?;
        Ok(path)
    }

    /// Puts a copy of every document of a group in its backups, before one that was changed
    /// outside kring is accepted.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn keep_copies(&self, slug: &str, paths: &[PathBuf]) -> io::Result<()> {
        let stamp = self.outside_stamp();
        let backups = self.folder.group(slug).backups();
        paths
            .iter()
            .try_for_each(|path| save::keep_generation(self.files.as_ref(), path, &backups, &stamp))
    }

    /// What stands behind the name of a copy of a file that was changed outside kring.
    fn outside_stamp(&self) -> String {
        self.clock.now().format("%Y%m%dT%H%M%S%.3f").to_string() + OUTSIDE
    }

    /// Whether a path is a group's dossier that is there.
    #[must_use]
    pub fn has(&self, slug: &str) -> bool {
        self.files.read(&self.folder.group(slug).document(Document::Group)).is_ok()
    }

    /// The root of the data folder.
    #[must_use]
    pub fn root(&self) -> &Path {
        self.folder.root()
    }
}
