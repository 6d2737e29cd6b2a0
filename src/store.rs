//! Everything on disk: the data folder, the groups in it, and how they are kept whole.

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
pub mod name;
pub mod open;
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

use self::document::{BrokenFile, Document, Fault, decode, encode};
use self::files::Files;
use self::folder::{DataFolder, silent_slug};
use self::key::{FolderKey, KeyFile, Secret, Unopened};
use self::lock::Taken;
use self::open::Opened;
use self::save::SaveError;
use self::saver::{Content, Order, Shelf};
use self::sealed::Sealed;
use self::settings::Settings;
use crate::clock::Clock;
use crate::domain::dossier::Dossier;
use crate::domain::group::Group;

/// The store: a data folder, the file system it is on, and the clock.
#[derive(Clone, Debug)]
pub struct Store {
    /// The file system, as kring sees it: what is sealed on the disk is open here.
    pub files: Arc<dyn Files>,
    /// The file system as it is.
    bare: Arc<dyn Files>,
    /// The key of the data folder, once it was opened.
    key: Option<Arc<FolderKey>>,
    /// Where words may be kept while the data folder does not answer.
    places: Vec<PathBuf>,
    /// The data folder.
    pub folder: DataFolder,
    /// The clock.
    pub clock: Arc<dyn Clock>,
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
        let bare = Arc::clone(&files);
        Self { files, bare, key: None, places: Vec::new(), folder, clock, run: Arc::default() }
    }

    /// The same store, with places for words while the data folder does not answer.
    #[must_use]
    pub fn with_places(self, places: Vec<PathBuf>) -> Self {
        Self { places, ..self }
    }

    /// Whether the data folder has a passphrase that was not given yet.
    #[must_use]
    pub fn is_locked(&self) -> bool {
        self.key.is_none() && self.has_passphrase()
    }

    /// Whether the data folder has a passphrase, also when the file with its key is gone.
    #[must_use]
    pub fn has_passphrase(&self) -> bool {
        let key = self.bare.read(&self.folder.key());
        let gone = key.is_err_and(|error| error.kind() == io::ErrorKind::NotFound);
        !gone || self.sealed_group().is_some()
    }

    /// The bytes of a group that is sealed, when there is one.
    fn sealed_group(&self) -> Option<Vec<u8>> {
        let documents = self.slugs().into_iter();
        let documents = documents.map(|slug| self.folder.group(&slug).document(Document::Group));
        documents.filter_map(|path| self.bare.read(&path).ok()).find(|bytes| key::is_sealed(bytes))
    }

    /// The key of the data folder, by its passphrase or its recovery key. The recovery key serves
    /// also when the file with the key is gone or does not read.
    ///
    /// # Errors
    /// That it is neither, or what is wrong with the key's file.
    pub fn key(&self, secret: &Secret) -> Result<Arc<FolderKey>, Unopened> {
        let path = self.folder.key();
        let unreadable =
            |error: io::Error| BrokenFile::whole(&path, Fault::Unreadable(error.to_string()));
        let file = self.bare.read(&path).map_err(unreadable);
        match file.and_then(|bytes| decode::<KeyFile>(&path, &bytes)) {
            Ok(file) => FolderKey::unwrap(&file.value, secret).ok_or(Unopened::Wrong),
            Err(broken) => {
                let sealed = self.sealed_group().unwrap_or_default();
                let key = FolderKey::recovered(secret).filter(|key| key.open(&sealed).is_ok());
                key.ok_or(Unopened::Broken(broken))
            }
        }
        .map(Arc::new)
    }

    /// Opens the data folder with its passphrase or its recovery key, and finishes what a power
    /// cut left half sealed.
    ///
    /// # Errors
    /// That it is neither, or what is wrong with the key's file.
    pub fn unlock(&mut self, secret: &Secret) -> Result<(), Unopened> {
        let key = self.key(secret)?;
        self.go_on_with(&key);
        Ok(())
    }

    /// The key's file as it is, when there is one.
    #[must_use]
    pub fn key_file(&self) -> Option<Vec<u8>> {
        self.key.as_ref().and_then(|_| self.bare.read(&self.folder.key()).ok())
    }

    /// Goes on in another data folder with the same key.
    pub fn move_to(&mut self, folder: DataFolder) {
        self.folder = folder;
        if let Some(key) = self.key.clone() {
            self.seal_with(key);
        }
    }

    fn seal_with(&mut self, key: Arc<FolderKey>) {
        let (files, folder) = (Arc::clone(&self.bare), self.folder.clone());
        self.files = Arc::new(Sealed::new(files, folder, Arc::clone(&key)));
        self.key = Some(key);
    }

    /// Goes on with the key of the folder, after finishing what a power cut left half sealed.
    pub fn go_on_with(&mut self, key: &Arc<FolderKey>) {
        // A file that does not give way, or a group that is open elsewhere: the next start tries.
        let _ = encryption::finish(self, key);
        if self.has_passphrase() {
            self.seal_with(Arc::clone(key));
        }
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
            Ok(bytes) => Ok(decode(&path, &bytes)?.value),
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
        let now = self.clock.now();
        let stamp = || now.format("%Y%m%dT%H%M%S%.3f").to_string();
        let stamp = self.run.get_or_init(stamp).clone();
        let refuges = self.refuges(slug);
        open::open(&self.files, self.folder.group(slug), slug, now, Some(stamp), &refuges)
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
        let (folder, now) = (self.folder.group(slug), self.clock.now());
        open::open(&self.files, folder, slug, now, None, &self.refuges(slug))
    }

    /// Makes a new group on disk and returns its slug.
    ///
    /// # Errors
    /// The reason why it is not there.
    pub fn create(&self, name: &str, started: NaiveDate) -> Result<String, SaveError> {
        let slug = match self.key {
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
        let stamp = self.clock.now().format("%Y%m%dT%H%M%S%.3f-outside").to_string();
        let backups = self.folder.group(slug).backups();
        paths
            .iter()
            .try_for_each(|path| save::keep_generation(self.files.as_ref(), path, &backups, &stamp))
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
