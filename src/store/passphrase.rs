//! Unlocking an encrypted data folder, and checking that the key is still the folder's.

use std::io;
use std::sync::Arc;

use super::Store;
use super::document::{BrokenFile, Document, Fault, decode};
use super::encryption;
use super::folder::{DataFolder, PRACTICE};
use super::key::{FolderKey, KeyFile, Secret, UnlockError, UnlockedKey, is_sealed};
use super::sealed::Sealed;

/// How many groups to look at to see whether a folder without a key file is encrypted. Either all
/// groups are encrypted or none.
const SAMPLED_GROUPS: usize = 3;

impl Store {
    /// Whether the data folder has a passphrase and is not unlocked.
    #[must_use]
    pub fn is_locked(&self) -> bool {
        self.unlocked.is_none() && self.has_passphrase()
    }

    /// Whether the data folder is encrypted and unlocked.
    #[must_use]
    pub fn is_unlocked(&self) -> bool {
        self.unlocked.is_some()
    }

    /// Whether an encryption of the data folder is not finished.
    #[must_use]
    pub fn is_half_sealed(&self) -> bool {
        self.is_unlocked() && self.raw_files.read(&self.folder.encrypting()).is_ok()
    }

    /// Whether the data folder has a passphrase. Also true when the key file is missing but groups
    /// are encrypted.
    #[must_use]
    pub fn has_passphrase(&self) -> bool {
        let key = self.raw_files.read(&self.folder.key());
        let missing = key.is_err_and(|error| error.kind() == io::ErrorKind::NotFound);
        !missing || self.raw_groups().take(SAMPLED_GROUPS).any(|bytes| is_sealed(&bytes))
    }

    /// The raw content of each `group.ron`, except that of the practice group.
    fn raw_groups(&self) -> impl Iterator<Item = Vec<u8>> {
        let slugs = self.slugs().into_iter().filter(|slug| slug != PRACTICE);
        let documents = slugs.map(|slug| self.folder.group(&slug).document(Document::Group));
        documents.filter_map(|path| self.raw_files.read(&path).ok())
    }

    /// The key of the data folder, by its passphrase or recovery key. The recovery key also works
    /// when the key file is missing or damaged. Takes about half a second with a passphrase.
    ///
    /// # Errors
    /// The secret is neither, or the key file cannot be read.
    pub fn key(&self, secret: &Secret) -> Result<Arc<FolderKey>, UnlockError> {
        let decrypts_a_group = |key: &FolderKey| {
            let mut groups = self.raw_groups();
            groups.any(|bytes| is_sealed(&bytes) && key.open(&bytes).is_ok())
        };
        if let Some(key) = FolderKey::recovered(secret).filter(decrypts_a_group) {
            return Ok(Arc::new(key));
        }
        let path = self.folder.key();
        let unreadable =
            |error: io::Error| BrokenFile::whole(&path, Fault::Unreadable(error.to_string()));
        let bytes = self.raw_files.read(&path).map_err(unreadable).map_err(UnlockError::Broken)?;
        let read = decode::<KeyFile>(&path, &bytes).map_err(UnlockError::Broken)?;
        let key = FolderKey::unwrap(&read.value, secret).map(Arc::new);
        // With a damaged key file even the right passphrase fails, so report the damage.
        key.ok_or_else(|| read.doubt.map_or(UnlockError::Wrong, UnlockError::Broken))
    }

    /// Whether this is the passphrase or recovery key of the key in use. Does not touch the disk,
    /// which may not answer in the middle of a meeting.
    #[must_use]
    pub fn recognises(&self, secret: &Secret) -> bool {
        let Some(UnlockedKey { key, file }) = &self.unlocked else { return false };
        let path = self.folder.key();
        let file = file.as_deref().and_then(|bytes| decode::<KeyFile>(&path, bytes).ok());
        FolderKey::recovered(secret).is_some_and(|recovered| recovered.is(key))
            || file.is_some_and(|file| FolderKey::unwrap(&file.value, secret).is_some())
    }

    /// Unlocks the data folder with its passphrase or recovery key, and finishes an interrupted
    /// encryption.
    ///
    /// # Errors
    /// Those of [`Self::key`].
    pub fn unlock(&mut self, secret: &Secret) -> Result<(), UnlockError> {
        let key = self.key(secret)?;
        self.unlock_with_key(&key);
        Ok(())
    }

    /// Unlocks the data folder with its key, after finishing an interrupted encryption.
    pub fn unlock_with_key(&mut self, key: &Arc<FolderKey>) {
        // On an error, such as a group that another program holds, the next unlock tries again.
        let _ = encryption::finish(self, key);
        let file = self.raw_files.read(&self.folder.key()).ok();
        self.use_key(UnlockedKey { key: Arc::clone(key), file });
    }

    fn use_key(&mut self, unlocked: UnlockedKey) {
        let (files, folder) = (Arc::clone(&self.raw_files), self.folder.clone());
        self.files = Arc::new(Sealed::new(files, folder, Arc::clone(&unlocked.key)));
        self.unlocked = Some(unlocked);
    }

    /// Locks the store again when the data folder was decrypted, or got another key, in another
    /// program.
    pub fn refresh(&mut self) {
        let Some(UnlockedKey { key, .. }) = &self.unlocked else { return };
        let path = self.folder.key();
        let changed = match self.raw_files.read(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => !self.has_passphrase(),
            Err(_) => false,
            Ok(bytes) => decode::<KeyFile>(&path, &bytes).is_ok_and(|read| !key.fits(&read.value)),
        };
        if changed {
            self.files = Arc::clone(&self.raw_files);
            self.unlocked = None;
        }
    }

    /// The content of the key file when the data folder was unlocked.
    #[must_use]
    pub fn key_file(&self) -> Option<Vec<u8>> {
        self.unlocked.as_ref().and_then(|unlocked| unlocked.file.clone())
    }

    /// Switches to another data folder with the same key.
    pub fn move_to(&mut self, folder: DataFolder) {
        self.folder = folder;
        if let Some(unlocked) = self.unlocked.clone() {
            self.use_key(unlocked);
        }
    }
}
