//! The store: the data folder, the groups in it, and everything that reads or writes their files.

pub mod accept;
pub mod check;
pub mod conflict;
pub mod document;
pub mod encryption;
pub mod fallback;
pub mod files;
pub mod folder;
mod heartbeat;
pub mod journal;
pub mod journal_thread;
pub mod key;
pub mod lock;
pub mod migration;
pub mod name;
pub mod newer;
pub mod notify;
pub mod open;
pub mod opened;
mod passphrase;
pub mod purge;
pub mod save;
pub mod saver;
pub mod sealed;
pub mod second;
pub mod settings;
pub mod survey;
pub mod version;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;

use self::document::{BrokenFile, Document, Fault, decode_with, encode};
use self::files::Files;
use self::folder::{DataFolder, silent_slug};
use self::key::UnlockedKey;
use self::lock::Taken;
use self::migration::Migrations;
use self::save::SaveError;
use self::saver::{DocumentBody, DocumentWriter, SaveJob};
use self::settings::Settings;
use crate::clock::Clock;
use crate::domain::dossier::Dossier;
use crate::domain::group::Group;

/// A data folder with all that is needed to read and write it.
#[derive(Clone, Debug)]
pub struct Store {
    /// The file system with encryption applied. Once the data folder is unlocked it decrypts what
    /// it reads and encrypts what it writes.
    pub files: Arc<dyn Files>,
    /// The file system without encryption.
    raw_files: Arc<dyn Files>,
    /// The key of the data folder, once it is unlocked.
    unlocked: Option<UnlockedKey>,
    /// Folders for fallback journals, used while the data folder does not answer.
    fallback_roots: Vec<PathBuf>,
    pub folder: DataFolder,
    pub clock: Arc<dyn Clock>,
    /// How files of older versions are converted.
    pub migrations: Migrations,
    /// The stamp of this run's generations, set when the first group is opened.
    run_stamp: Arc<OnceLock<String>>,
}

/// Why the settings were not changed.
#[derive(Debug)]
pub enum SettingsError {
    /// The settings file cannot be read.
    Broken(BrokenFile),
    Unsaved(SaveError),
}

impl Store {
    /// A store without a key and without fallback journals.
    #[must_use]
    pub fn new(files: Arc<dyn Files>, folder: DataFolder, clock: Arc<dyn Clock>) -> Self {
        let (raw_files, migrations) = (Arc::clone(&files), Migrations::of_kring());
        let (unlocked, fallback_roots, run_stamp) = (None, Vec::new(), Arc::default());
        Self { files, raw_files, unlocked, fallback_roots, folder, clock, migrations, run_stamp }
    }

    /// Sets the folders for fallback journals, in order of preference.
    #[must_use]
    pub fn with_fallback_roots(self, places: Vec<PathBuf>) -> Self {
        Self { fallback_roots: places, ..self }
    }

    /// The settings; the defaults when there is no file.
    ///
    /// # Errors
    /// The file cannot be read or decoded.
    pub fn settings(&self) -> Result<Settings, BrokenFile> {
        let path = self.folder.settings();
        match self.files.read(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Settings::default()),
            Err(error) => Err(BrokenFile::whole(&path, Fault::Unreadable(error.to_string()))),
            Ok(bytes) => Ok(decode_with(&path, &bytes, self.migrations)?.value),
        }
    }

    /// Reads the settings, changes them and saves them.
    ///
    /// # Errors
    /// The file cannot be read, and is left as it is; or it cannot be saved.
    pub fn change_settings(&self, change: impl FnOnce(&mut Settings)) -> Result<(), SettingsError> {
        let mut settings = self.settings().map_err(SettingsError::Broken)?;
        change(&mut settings);
        let bytes = encode(&settings).map_err(|error| SettingsError::Unsaved(error.into()))?;
        save::replace(self.files.as_ref(), &self.folder.settings(), &bytes)
            .map_err(SettingsError::Unsaved)
    }

    /// The name of the user: the one in the settings, else the account name; may be empty.
    #[must_use]
    pub fn who(&self) -> String {
        let named = self.settings().ok().map(|settings| settings.name);
        let named = named.filter(|name| !name.trim().is_empty());
        named.unwrap_or_else(|| whoami::username().unwrap_or_default())
    }

    /// The slugs of all groups in the data folder.
    #[must_use]
    pub fn slugs(&self) -> Vec<String> {
        self.folder.slugs(self.files.as_ref())
    }

    /// Creates a group and returns its slug. In an encrypted data folder the slug is random,
    /// because the names of folders are not encrypted.
    ///
    /// # Errors
    /// The group could not be written.
    pub fn create(&self, name: &str, started: NaiveDate) -> Result<String, SaveError> {
        let slug = match self.unlocked {
            Some(_) => silent_slug(),
            None => self.folder.free_slug(self.files.as_ref(), name),
        };
        self.put(&slug, &Dossier::new(Group::new(name.trim(), started)))?;
        Ok(slug)
    }

    /// Writes a whole dossier. The meetings come first and `group.ron` last, so that a group that
    /// exists is complete.
    ///
    /// # Errors
    /// A document could not be written, or another program holds the group.
    pub fn put(&self, slug: &str, dossier: &Dossier) -> Result<(), SaveError> {
        let folder = self.folder.group(slug);
        save::make_folder(self.files.as_ref(), folder.path())?;
        // Held until the last document is written. `Refused` is not an error here: if the folder
        // cannot be written, the first save reports it.
        let taken = lock::take(&self.files, &folder, self.clock.now());
        if matches!(taken, Taken::Theirs(_) | Taken::MaybeTaken(_)) {
            return Err(SaveError::InUse);
        }
        let mut documents =
            DocumentWriter::new(Arc::clone(&self.files), folder.clone(), "0".to_owned());
        if !self.has(slug) {
            // Documents without a `group.ron` were left by a call that did not finish. Their
            // checksums must be known, or the save below takes them for changes by another program.
            let meetings = dossier.meetings.keys().map(|id| Document::Meeting(*id));
            for path in meetings.chain([Document::Log]).map(|it| folder.document(it)) {
                if let Ok(bytes) = self.files.read(&path) {
                    documents.note_read(path, &bytes);
                }
            }
        }
        let meetings = dossier.meetings.values().cloned();
        let meetings = meetings.map(|meeting| DocumentBody::Meeting(Box::new(meeting)));
        let group = DocumentBody::Group(Box::new(dossier.group.clone()));
        let log = (!dossier.log.lines().is_empty())
            .then(|| DocumentBody::Log(Box::new(dossier.log.clone())));
        for content in meetings.chain(log).chain([group]) {
            documents.save(SaveJob { content, sequence: 0, saved: self.clock.now() })?;
        }
        Ok(())
    }

    /// Writes an export in the group's folder and returns its path.
    ///
    /// # Errors
    /// It could not be written.
    pub fn export(&self, slug: &str, name: &str, bytes: &[u8]) -> Result<PathBuf, SaveError> {
        let path = self.folder.group(slug).exports().join(name);
        save::replace(self.files.as_ref(), &path, bytes)?;
        Ok(path)
    }

    /// Copies these files to the group's backups. For files that were changed outside kring, before
    /// the change is accepted.
    ///
    /// # Errors
    /// The first file that could not be copied.
    pub fn keep_copies(&self, slug: &str, paths: &[PathBuf]) -> io::Result<()> {
        let stamp = self.outside_stamp();
        let backups = self.folder.group(slug).backups();
        paths
            .iter()
            .try_for_each(|path| save::keep_generation(self.files.as_ref(), path, &backups, &stamp))
    }

    /// The suffix for a backup that is made now of a file that was changed outside kring.
    fn outside_stamp(&self) -> String {
        self.clock.now().format("%Y%m%dT%H%M%S%.3f").to_string() + save::OUTSIDE_SUFFIX
    }

    /// Whether the group exists: its `group.ron` can be read.
    #[must_use]
    pub fn has(&self, slug: &str) -> bool {
        self.files.read(&self.folder.group(slug).document(Document::Group)).is_ok()
    }

    #[must_use]
    pub fn root(&self) -> &Path {
        self.folder.root()
    }
}
