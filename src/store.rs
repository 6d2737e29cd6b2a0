//! Everything on disk: the data folder, the groups in it, and how they are kept whole.

pub mod accept;
pub mod check;
pub mod document;
pub mod files;
pub mod folder;
pub mod journal;
pub mod journal_thread;
pub mod lock;
pub mod migration;
pub mod name;
pub mod newer;
pub mod open;
pub mod save;
pub mod saver;
pub mod settings;
pub mod sweep;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;

use self::document::{BrokenFile, Document, Fault, decode_with};
use self::files::Files;
use self::folder::DataFolder;
use self::migration::Migrations;
use self::open::Opened;
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
    /// The file system.
    pub files: Arc<dyn Files>,
    /// The data folder.
    pub folder: DataFolder,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// What brings files of an older kring up to this version.
    pub migrations: Migrations,
    /// The name of this run's generations, from the first group that is opened on.
    run: Arc<OnceLock<String>>,
}

impl Store {
    /// The store of a run of the program.
    #[must_use]
    pub fn new(files: Arc<dyn Files>, folder: DataFolder, clock: Arc<dyn Clock>) -> Self {
        let migrations = Migrations::of_kring();
        Self { files, folder, clock, migrations, run: Arc::default() }
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
        let now = self.clock.now();
        let stamp = || now.format("%Y%m%dT%H%M%S%.3f").to_string();
        let stamp = self.run.get_or_init(stamp).clone();
        open::open(&self.files, self.folder.group(slug), slug, now, Some(stamp), self.migrations)
    }

    /// Opens a group to look at it.
    ///
    /// # Errors
    /// The file that cannot be read.
    pub fn look(&self, slug: &str) -> Result<Opened, BrokenFile> {
        let now = self.clock.now();
        open::open(&self.files, self.folder.group(slug), slug, now, None, self.migrations)
    }

    /// Makes a new group on disk and returns its slug.
    ///
    /// # Errors
    /// The reason why it is not there.
    pub fn create(&self, name: &str, started: NaiveDate) -> Result<String, SaveError> {
        let slug = self.folder.free_slug(self.files.as_ref(), name);
        self.put(&slug, &Dossier::new(Group::new(name.trim(), started)))?;
        Ok(slug)
    }

    /// Puts a whole dossier on disk, meetings first, so that a group that is there is complete.
    ///
    /// # Errors
    /// The reason why it is not there.
    pub fn put(&self, slug: &str, dossier: &Dossier) -> Result<(), SaveError> {
        let folder = self.folder.group(slug);
        let mut documents = Shelf::new(Arc::clone(&self.files), folder, "0".to_owned());
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
