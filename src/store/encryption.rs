//! Encrypting a whole data folder, and decrypting it again.
//!
//! Files are converted one by one, and the folder stays readable throughout: while the key file
//! exists, files that are not encrypted are read as they are.
//!
//! - Encryption: create the marker, write the key file, convert the files, rename the folders,
//!   remove the marker. After a power cut the next unlock finishes it.
//! - Decryption: create the marker, convert the files, rename the folders, remove the key file,
//!   remove the marker. It is not resumed, because only a person may remove a passphrase.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Store;
use super::document::{Document, GroupFile, decode, encode};
use super::fallback::Fallback;
use super::files::{Files, LARGEST_JOURNAL};
use super::folder::{GroupFolder, PRACTICE, is_silent, silent_slug};
use super::key::{FolderKey, KeyFile};
use super::lock::{self, Holding, Taken};
use super::save::{SaveError, make_folder, replace};
use super::sealed::Sealed;

/// Why a data folder was not encrypted or decrypted, or only in part.
#[derive(Debug)]
pub enum ConversionError {
    /// Another program holds a group.
    InUse,
    /// A group still has records in a fallback journal.
    Elsewhere,
    /// A file could not be converted. Everything in the folder can still be read.
    Io(SaveError),
}

impl From<io::Error> for ConversionError {
    fn from(error: io::Error) -> Self {
        Self::Io(error.into())
    }
}

impl From<SaveError> for ConversionError {
    fn from(error: SaveError) -> Self {
        Self::Io(error)
    }
}

/// Encrypts a data folder. `wrapped` is the key encrypted with the passphrase.
///
/// # Errors
/// The folder was not encrypted, or only in part; then [`finish`] continues the work.
pub fn encrypt(store: &Store, key: &FolderKey, wrapped: &KeyFile) -> Result<(), ConversionError> {
    let conversion = Conversion::begin(store, &store.raw_files)?;
    make_folder(store.raw_files.as_ref(), store.root())?;
    conversion.create_marker(&store.folder.encrypting())?;
    // A marker left by an earlier decryption must not apply to the new key.
    let _ = store.raw_files.remove(&store.folder.decrypting());
    rewrap(store, wrapped)?;
    conversion.encrypt(key)
}

/// Decrypts a data folder and removes its key file.
///
/// # Errors
/// The folder still has a passphrase; some of its files may be decrypted.
pub fn decrypt(store: &Store, key: &Arc<FolderKey>) -> Result<(), ConversionError> {
    let conversion = Conversion::begin(store, &encrypted_files(store, key))?;
    conversion.create_marker(&store.folder.decrypting())?;
    conversion.decrypt(key)
}

/// Writes the key file of a data folder, for example with another passphrase.
///
/// # Errors
/// The old key file is still there.
pub fn rewrap(store: &Store, wrapped: &KeyFile) -> Result<(), ConversionError> {
    let file = encode(wrapped).map_err(SaveError::from)?;
    Ok(replace(store.raw_files.as_ref(), &store.folder.key(), &file)?)
}

/// Finishes an encryption that was interrupted or failed on a file.
///
/// # Errors
/// It is still not finished. Everything in the folder can be read all the same.
pub fn finish(store: &Store, key: &Arc<FolderKey>) -> Result<(), ConversionError> {
    // The marker for decryption is not acted on: a file of that name may come from anywhere, and it
    // would remove the passphrase.
    if store.raw_files.read(&store.folder.encrypting()).is_ok() {
        return Conversion::begin(store, &encrypted_files(store, key))?.encrypt(key);
    }
    Ok(())
}

/// The file system of the data folder with encryption by this key.
fn encrypted_files(store: &Store, key: &Arc<FolderKey>) -> Arc<dyn Files> {
    Arc::new(Sealed::new(Arc::clone(&store.raw_files), store.folder.clone(), Arc::clone(key)))
}

/// The conversion of a whole data folder. Holds all its groups, except the practice group.
struct Conversion<'a> {
    store: &'a Store,
    groups: Vec<(String, GroupFolder)>,
    held: Vec<Holding>,
}

impl<'a> Conversion<'a> {
    fn begin(store: &'a Store, files: &Arc<dyn Files>) -> Result<Self, ConversionError> {
        let slugs = store.slugs().into_iter().filter(|slug| slug != PRACTICE);
        let groups: Vec<_> = slugs.map(|slug| (slug.clone(), store.folder.group(&slug))).collect();
        let has_fallback = |slug: &String| store.fallbacks(slug).iter().any(Fallback::is_used);
        if groups.iter().any(|(slug, _)| has_fallback(slug)) {
            return Err(ConversionError::Elsewhere);
        }
        let mut held = Vec::new();
        for (_, folder) in &groups {
            match lock::take(files, folder, store.clock.now()) {
                Taken::Ours(holding) => held.push(holding),
                Taken::Theirs(_) | Taken::MaybeTaken(_) => return Err(ConversionError::InUse),
                Taken::Refused => {
                    let refused = io::Error::from(io::ErrorKind::PermissionDenied);
                    return Err(refused.into());
                }
            }
        }
        Ok(Self { store, groups, held })
    }

    fn create_marker(&self, marker: &Path) -> io::Result<()> {
        match self.store.raw_files.create(marker, b"") {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
            // Not every system can fsync a folder.
            created => created.map(|()| drop(self.store.raw_files.sync_dir(self.store.root()))),
        }
    }

    fn encrypt(self, key: &FolderKey) -> Result<(), ConversionError> {
        let store = self.store;
        let sealed = encrypted_files(store, &Arc::new(key.clone()));
        for path in self.files()? {
            let bytes = store.raw_files.read_at_most(&path, LARGEST_JOURNAL)?;
            if !Sealed::is(&bytes) {
                replace(sealed.as_ref(), &path, &bytes)?;
            }
        }
        self.rename_groups(is_silent, |_| Some(silent_slug()))?;
        store.raw_files.remove(&store.folder.encrypting())?;
        Ok(())
    }

    fn decrypt(self, key: &Arc<FolderKey>) -> Result<(), ConversionError> {
        let store = self.store;
        let sealed = encrypted_files(store, key);
        for path in self.files()? {
            let bytes = store.raw_files.read_at_most(&path, LARGEST_JOURNAL)?;
            if Sealed::is(&bytes) {
                let plain = match sealed.read_at_most(&path, LARGEST_JOURNAL) {
                    Err(error) if is_damaged_backup(&error, &path) => continue,
                    plain => plain?,
                };
                replace(store.raw_files.as_ref(), &path, &plain)?;
            }
        }
        self.rename_groups(
            |slug| !is_silent(slug),
            |folder| {
                let path = folder.document(Document::Group);
                let bytes = store.raw_files.read(&path).ok()?;
                let group = decode::<GroupFile>(&path, &bytes).ok()?.value.group;
                Some(store.folder.free_slug(store.raw_files.as_ref(), &group.name))
            },
        )?;
        store.raw_files.remove(&store.folder.key())?;
        // The key file must be gone from disk before the marker is. Ignored, because not every
        // system can fsync a folder.
        let _ = store.raw_files.sync_dir(store.root());
        store.raw_files.remove(&store.folder.decrypting())?;
        Ok(())
    }

    /// All files that an encrypted data folder encrypts.
    fn files(&self) -> io::Result<Vec<PathBuf>> {
        let (files, folder) = (self.store.raw_files.as_ref(), &self.store.folder);
        let mut found = Vec::new();
        for top in [folder.groups(), folder.bin()] {
            collect(files, &top, &mut found)?;
        }
        // Lock files are empty, and on Windows a locked file cannot be read.
        let name =
            |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        found.retain(|path| folder.seals(path) && name(path) != "lock");
        // Temporary files of interrupted saves may be unreadable, and nothing needs them.
        let (temporary, complete) =
            found.into_iter().partition::<Vec<_>, _>(|path| is_temporary(&name(path)));
        temporary.iter().try_for_each(|path| files.remove(path))?;
        Ok(complete)
    }

    /// Renames the folders of the groups. Releases the locks first, because Windows does not rename
    /// a folder in which a file is open.
    fn rename_groups(
        self,
        is_done: impl Fn(&str) -> bool,
        name: impl Fn(&GroupFolder) -> Option<String>,
    ) -> io::Result<()> {
        let Self { store, groups, held } = self;
        drop(held);
        for (_, folder) in groups.iter().filter(|(slug, _)| !is_done(slug)) {
            if let Some(slug) = name(folder) {
                store.raw_files.rename(folder.path(), store.folder.group(&slug).path())?;
            }
        }
        match store.raw_files.sync_dir(&store.folder.groups()) {
            // Ignored: there may be no groups, and not every system can fsync a folder.
            Ok(()) | Err(_) => Ok(()),
        }
    }
}

/// Whether the error is that of a damaged file in the backups. Nothing can decrypt it, and it must
/// not keep the folder from being decrypted.
fn is_damaged_backup(error: &io::Error, path: &Path) -> bool {
    let in_backups = path.parent().is_some_and(|folder| folder.ends_with("backups"));
    error.kind() == io::ErrorKind::InvalidData && in_backups
}

/// Whether a name is that of the temporary file of a save.
fn is_temporary(name: &str) -> bool {
    name.starts_with('.') && name.contains(".new-")
}

/// Collects every file below a folder; none when the folder does not exist.
fn collect(files: &dyn Files, folder: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    let names = match files.list(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        names => names?,
    };
    for path in names.into_iter().map(|name| folder.join(name)) {
        match files.list(&path) {
            Ok(_) => collect(files, &path, found)?,
            Err(_) => found.push(path),
        }
    }
    Ok(())
}
