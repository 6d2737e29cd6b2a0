//! The store of a data folder with a passphrase: opening it, and knowing whether the key that was
//! given is the folder's still.

use std::io;
use std::sync::Arc;

use super::Store;
use super::document::{BrokenFile, Document, Fault, decode};
use super::encryption;
use super::folder::{DataFolder, PRACTICE};
use super::key::{FolderKey, KeyFile, Secret, Unopened, is_sealed};
use super::sealed::Sealed;

/// So many groups tell whether a folder without a key is sealed: where one is, all are.
const FEW: usize = 3;

/// A key that was given, and its file as it was then: a folder that went away is asked nothing.
#[derive(Clone, Debug)]
pub(super) struct Given {
    pub(super) key: Arc<FolderKey>,
    file: Option<Vec<u8>>,
}

impl Store {
    /// Whether the data folder has a passphrase that was not given yet.
    #[must_use]
    pub fn is_locked(&self) -> bool {
        self.given.is_none() && self.has_passphrase()
    }

    /// Whether the key of the data folder was given.
    #[must_use]
    pub fn is_unlocked(&self) -> bool {
        self.given.is_some()
    }

    /// Whether some of the data folder is not sealed yet, because it did not give way.
    #[must_use]
    pub fn is_half_sealed(&self) -> bool {
        self.is_unlocked() && self.bare.read(&self.folder.encrypting()).is_ok()
    }

    /// Whether the data folder has a passphrase, also when the file with its key is gone.
    #[must_use]
    pub fn has_passphrase(&self) -> bool {
        let key = self.bare.read(&self.folder.key());
        let gone = key.is_err_and(|error| error.kind() == io::ErrorKind::NotFound);
        !gone || self.groups_as_they_are().take(FEW).any(|bytes| is_sealed(&bytes))
    }

    /// The bytes of the groups as they are on the disk, but for the practice group.
    fn groups_as_they_are(&self) -> impl Iterator<Item = Vec<u8>> {
        let slugs = self.slugs().into_iter().filter(|slug| slug != PRACTICE);
        let documents = slugs.map(|slug| self.folder.group(&slug).document(Document::Group));
        documents.filter_map(|path| self.bare.read(&path).ok())
    }

    /// The key of the data folder, by its passphrase or its recovery key. The recovery key serves
    /// also when the file with the key is gone or damaged.
    ///
    /// # Errors
    /// That it is neither, or what is wrong with the key's file.
    pub fn key(&self, secret: &Secret) -> Result<Arc<FolderKey>, Unopened> {
        let opens = |key: &FolderKey| {
            let mut groups = self.groups_as_they_are();
            groups.any(|bytes| is_sealed(&bytes) && key.open(&bytes).is_ok())
        };
        if let Some(key) = FolderKey::recovered(secret).filter(opens) {
            return Ok(Arc::new(key));
        }
        let path = self.folder.key();
        let unreadable =
            |error: io::Error| BrokenFile::whole(&path, Fault::Unreadable(error.to_string()));
        let bytes = self.bare.read(&path).map_err(unreadable).map_err(Unopened::Broken)?;
        let read = decode::<KeyFile>(&path, &bytes).map_err(Unopened::Broken)?;
        let key = FolderKey::unwrap(&read.value, secret).map(Arc::new);
        // A damaged file makes the right passphrase look wrong.
        key.ok_or_else(|| read.doubt.map_or(Unopened::Wrong, Unopened::Broken))
    }

    /// Whether this is the passphrase or the recovery key that opens what is open already. Asks
    /// nothing of the disk: it may be silent, in the middle of a meeting.
    #[must_use]
    pub fn recognises(&self, secret: &Secret) -> bool {
        let Some(Given { key, file }) = &self.given else { return false };
        let path = self.folder.key();
        let file = file.as_deref().and_then(|bytes| decode::<KeyFile>(&path, bytes).ok());
        FolderKey::recovered(secret).is_some_and(|recovered| recovered.is(key))
            || file.is_some_and(|file| FolderKey::unwrap(&file.value, secret).is_some())
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

    /// Goes on with the key of the folder, after finishing what a power cut left half sealed.
    pub fn go_on_with(&mut self, key: &Arc<FolderKey>) {
        // A file that does not give way, or a group that is open elsewhere: the next start tries.
        let _ = encryption::finish(self, key);
        let file = self.bare.read(&self.folder.key()).ok();
        self.seal_with(Given { key: Arc::clone(key), file });
    }

    fn seal_with(&mut self, given: Given) {
        let (files, folder) = (Arc::clone(&self.bare), self.folder.clone());
        self.files = Arc::new(Sealed::new(files, folder, Arc::clone(&given.key)));
        self.given = Some(given);
    }

    /// Lets go of a key that is not the folder's any more: somebody took its passphrase away, or
    /// gave it another key, in another program.
    pub fn refresh(&mut self) {
        let Some(Given { key, .. }) = &self.given else { return };
        let path = self.folder.key();
        let changed = match self.bare.read(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => !self.has_passphrase(),
            Err(_) => false,
            Ok(bytes) => decode::<KeyFile>(&path, &bytes).is_ok_and(|read| !key.fits(&read.value)),
        };
        if changed {
            self.files = Arc::clone(&self.bare);
            self.given = None;
        }
    }

    /// The key's file as it was when the key was given.
    #[must_use]
    pub fn key_file(&self) -> Option<Vec<u8>> {
        self.given.as_ref().and_then(|given| given.file.clone())
    }

    /// Goes on in another data folder with the same key.
    pub fn move_to(&mut self, folder: DataFolder) {
        self.folder = folder;
        if let Some(given) = self.given.clone() {
            self.seal_with(given);
        }
    }
}
