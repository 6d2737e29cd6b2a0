//! Giving a data folder a passphrase, and taking it away again: file by file, so that the folder
//! opens at any moment in between.
//!
//! A mark says that it is going on. With the key in place whatever is not sealed yet reads as it
//! is, so a power cut in the middle leaves a folder that opens; the next start finishes the work.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Store;
use super::document::{Document, GroupFile, decode, encode};
use super::files::{Files, LARGEST_JOURNAL};
use super::folder::{GroupFolder, PRACTICE, is_silent, silent_slug};
use super::key::{FolderKey, KeyFile};
use super::lock::{self, Holding, Taken};
use super::save::{SaveError, make_folder, replace};
use super::sealed::Sealed;
use super::shelter::Refuge;

/// Why a folder did not get a passphrase, or keeps it.
#[derive(Debug)]
pub enum Unturned {
    /// A group is open in another program.
    InUse,
    /// Something of a group is still kept elsewhere, because the folder did not answer.
    Elsewhere,
    /// A file would not give way. Everything in the folder still opens.
    Io(SaveError),
}

impl From<io::Error> for Unturned {
    fn from(error: io::Error) -> Self {
        Self::Io(error.into())
    }
}

impl From<SaveError> for Unturned {
    fn from(error: SaveError) -> Self {
        Self::Io(error)
    }
}

/// Seals a folder with a key, which a passphrase wraps.
///
/// # Errors
/// Why it has none, or is not wholly sealed yet; then the next start goes on.
pub fn encrypt(store: &Store, key: &FolderKey, wrapped: &KeyFile) -> Result<(), Unturned> {
    let turn = Turn::take(store, &store.bare)?;
    make_folder(store.bare.as_ref(), store.root())?;
    turn.mark(&store.folder.encrypting())?;
    // What is left of an earlier time must not take the new passphrase away.
    let _ = store.bare.remove(&store.folder.decrypting());
    rewrap(store, wrapped)?;
    turn.seal(key)
}

/// Takes the passphrase of a folder away.
///
/// # Errors
/// Why it still has one.
pub fn decrypt(store: &Store, key: &Arc<FolderKey>) -> Result<(), Unturned> {
    let turn = Turn::take(store, &opened(store, key))?;
    turn.mark(&store.folder.decrypting())?;
    turn.unseal(key)
}

/// Puts the key of a folder in its place, wrapped by another passphrase perhaps.
///
/// # Errors
/// Why the one that was there still is.
pub fn rewrap(store: &Store, wrapped: &KeyFile) -> Result<(), Unturned> {
    let file = encode(wrapped).map_err(SaveError::from)?;
    Ok(replace(store.bare.as_ref(), &store.folder.key(), &file)?)
}

/// Goes on where a power cut, or a file that would not give way, ended the work.
///
/// # Errors
/// Why it is still to be done. Everything in the folder opens all the same.
pub fn finish(store: &Store, key: &Arc<FolderKey>) -> Result<(), Unturned> {
    // A passphrase goes only when somebody says so: a file of this name may come from anywhere.
    if store.bare.read(&store.folder.encrypting()).is_ok() {
        return Turn::take(store, &opened(store, key))?.seal(key);
    }
    Ok(())
}

/// The files of a folder as they are behind its key.
fn opened(store: &Store, key: &Arc<FolderKey>) -> Arc<dyn Files> {
    Arc::new(Sealed::new(Arc::clone(&store.bare), store.folder.clone(), Arc::clone(key)))
}

/// The work on a whole folder, while no other program has a group of it.
struct Turn<'a> {
    store: &'a Store,
    groups: Vec<(String, GroupFolder)>,
    held: Vec<Holding>,
}

impl<'a> Turn<'a> {
    fn take(store: &'a Store, files: &Arc<dyn Files>) -> Result<Self, Unturned> {
        let slugs = store.slugs().into_iter().filter(|slug| slug != PRACTICE);
        let groups: Vec<_> = slugs.map(|slug| (slug.clone(), store.folder.group(&slug))).collect();
        let elsewhere = |slug: &String| store.refuges(slug).iter().any(Refuge::is_used);
        if groups.iter().any(|(slug, _)| elsewhere(slug)) {
            return Err(Unturned::Elsewhere);
        }
        let mut held = Vec::new();
        for (_, folder) in &groups {
            match lock::take(files, folder, store.clock.now()) {
                Taken::Ours(holding) => held.push(holding),
                Taken::Theirs(_) | Taken::Perhaps(_) => return Err(Unturned::InUse),
                Taken::Refused => {
                    let refused = io::Error::from(io::ErrorKind::PermissionDenied);
                    return Err(refused.into());
                }
            }
        }
        Ok(Self { store, groups, held })
    }

    fn mark(&self, mark: &Path) -> io::Result<()> {
        match self.store.bare.create(mark, b"") {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
            // Some systems cannot sync a folder.
            made => made.map(|()| drop(self.store.bare.sync_dir(self.store.root()))),
        }
    }

    fn seal(self, key: &FolderKey) -> Result<(), Unturned> {
        let store = self.store;
        let sealed = opened(store, &Arc::new(key.clone()));
        for path in self.files()? {
            let bytes = store.bare.read_at_most(&path, LARGEST_JOURNAL)?;
            if !Sealed::is(&bytes) {
                replace(sealed.as_ref(), &path, &bytes)?;
            }
        }
        self.rename(is_silent, |_| Some(silent_slug()))?;
        store.bare.remove(&store.folder.encrypting())?;
        Ok(())
    }

    fn unseal(self, key: &Arc<FolderKey>) -> Result<(), Unturned> {
        let store = self.store;
        let sealed = opened(store, key);
        for path in self.files()? {
            let bytes = store.bare.read_at_most(&path, LARGEST_JOURNAL)?;
            if Sealed::is(&bytes) {
                let plain = match sealed.read_at_most(&path, LARGEST_JOURNAL) {
                    Err(error) if is_lost(&error, &path) => continue,
                    plain => plain?,
                };
                replace(store.bare.as_ref(), &path, &plain)?;
            }
        }
        self.rename(
            |slug| !is_silent(slug),
            |folder| {
                let path = folder.document(Document::Group);
                let bytes = store.bare.read(&path).ok()?;
                let group = decode::<GroupFile>(&path, &bytes).ok()?.value.group;
                Some(store.folder.free_slug(store.bare.as_ref(), &group.name))
            },
        )?;
        store.bare.remove(&store.folder.key())?;
        // Some systems cannot sync a folder.
        let _ = store.bare.sync_dir(store.root());
        store.bare.remove(&store.folder.decrypting())?;
        Ok(())
    }

    /// Every file that is sealed in a folder with a passphrase.
    fn files(&self) -> io::Result<Vec<PathBuf>> {
        let (files, folder) = (self.store.bare.as_ref(), &self.store.folder);
        let mut found = Vec::new();
        for top in [folder.groups(), folder.bin()] {
            collect(files, &top, &mut found)?;
        }
        // What is locked holds nothing, and some systems let nobody read it.
        let name =
            |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        found.retain(|path| folder.seals(path) && name(path) != "lock");
        // What is left of a save that was cut short may not open, and is of no use.
        let (torn, whole) = found.into_iter().partition::<Vec<_>, _>(|path| is_torn(&name(path)));
        torn.iter().try_for_each(|path| files.remove(path))?;
        Ok(whole)
    }

    /// Gives the folders of groups their new names. Some systems rename no folder in which a file
    /// is open, so the locks go first.
    fn rename(
        self,
        is_done: impl Fn(&str) -> bool,
        name: impl Fn(&GroupFolder) -> Option<String>,
    ) -> io::Result<()> {
        let Self { store, groups, held } = self;
        drop(held);
        for (_, folder) in groups.iter().filter(|(slug, _)| !is_done(slug)) {
            if let Some(slug) = name(folder) {
                store.bare.rename(folder.path(), store.folder.group(&slug).path())?;
            }
        }
        match store.bare.sync_dir(&store.folder.groups()) {
            // No group was ever made here, or the system syncs no folders: the names are there.
            Ok(()) | Err(_) => Ok(()),
        }
    }
}

/// Whether a file is an earlier version that is damaged: it opens for nobody any more.
fn is_lost(error: &io::Error, path: &Path) -> bool {
    let in_backups = path.parent().is_some_and(|folder| folder.ends_with("backups"));
    error.kind() == io::ErrorKind::InvalidData && in_backups
}

/// Whether a file is what a save leaves that was cut short.
fn is_torn(name: &str) -> bool {
    name.starts_with('.') && name.contains(".new-")
}

/// Every file below a folder; none when it is not there.
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
