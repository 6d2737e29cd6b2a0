//! Accepting a file that a person edited by hand: it is copied to the backups and gets a correct
//! checksum. Nothing else in it changes: comments, layout, line ends and a byte order mark stay.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf, absolute};

use super::Store;
use super::check::{check, faultless};
use super::document::{BrokenFile, Fault, with_new_checksum};
use super::folder::DataFolder;
use super::lock::{self, Holding, Owner, Taken};
use super::save::{SaveError, keep_generation, replace};

/// Why a file was not accepted. The file is unchanged.
#[derive(Debug)]
pub enum NotAccepted {
    /// It cannot be read or decoded.
    Broken(BrokenFile),
    /// Another program holds its group.
    InUse(Owner),
    /// It is not in a data folder, so there is no folder for its backup.
    Elsewhere,
    /// The backup or the file could not be written.
    NotSaved(SaveError),
}

/// Accepts files. It holds the groups of the files accepted so far until it is dropped.
#[derive(Debug)]
pub struct Accepting<'a> {
    store: &'a Store,
    held: BTreeMap<PathBuf, Option<Holding>>,
}

impl<'a> Accepting<'a> {
    #[must_use]
    pub fn new(store: &'a Store) -> Self {
        Self { store, held: BTreeMap::new() }
    }

    /// Accepts a file. Returns false if its checksum was correct already.
    ///
    /// # Errors
    /// The file was not accepted.
    pub fn accept(&mut self, path: &Path) -> Result<bool, NotAccepted> {
        let files = self.store.files.as_ref();
        let read = || {
            let unreadable = |error: std::io::Error| Fault::Unreadable(error.to_string());
            files.read(path).map_err(|error| BrokenFile::whole(path, unreadable(error)))
        };
        match read().and_then(|bytes| faultless(path, &bytes)) {
            Ok(()) => return Ok(false),
            Err(broken) if is_doubt(&broken) => {}
            Err(broken) => return Err(NotAccepted::Broken(broken)),
        }
        let place = Location::of(path).ok_or(NotAccepted::Elsewhere)?;
        self.hold(&place)?;
        // Read again: another program may have saved the file before the group was held.
        let bytes = read().map_err(NotAccepted::Broken)?;
        match faultless(path, &bytes) {
            Err(broken) if is_doubt(&broken) => {}
            checked => return checked.map(|()| false).map_err(NotAccepted::Broken),
        }
        let kept = keep_generation(files, path, &place.backups(), &self.store.outside_stamp());
        kept.map_err(|error| NotAccepted::NotSaved(error.into()))?;
        let text = String::from_utf8_lossy(&bytes);
        replace(files, path, &with_new_checksum(&text)).map_err(NotAccepted::NotSaved)?;
        Ok(true)
    }

    /// Takes the lock of the file's group, unless it is held already.
    fn hold(&mut self, place: &Location) -> Result<(), NotAccepted> {
        let Some(slug) = &place.slug else { return Ok(()) };
        let folder = place.folder.group(slug);
        if self.held.contains_key(folder.path()) {
            return Ok(());
        }
        let held = match lock::take(&self.store.files, &folder, self.store.clock.now()) {
            Taken::Ours(held) => Some(held),
            Taken::Theirs(owner) | Taken::MaybeTaken(owner) => {
                return Err(NotAccepted::InUse(owner));
            }
            // The file cannot be written either; the save reports that.
            Taken::Refused => None,
        };
        self.held.insert(folder.path().to_owned(), held);
        Ok(())
    }
}

/// Whether the only fault is a missing or wrong checksum.
#[must_use]
pub fn is_doubt(broken: &BrokenFile) -> bool {
    matches!(broken.fault, Fault::NoChecksum | Fault::WrongChecksum)
}

/// The files below a folder that can be accepted, and the faults in its other files. Backups and
/// conflict copies that kring made are in neither: nobody edits those by hand.
#[must_use]
pub fn doubted(store: &Store, folder: &Path) -> (Vec<PathBuf>, Vec<BrokenFile>) {
    let broken = check(store.files.as_ref(), folder).broken;
    let (doubted, others): (Vec<_>, Vec<_>) = broken.into_iter().partition(is_doubt);
    let is_editable = |path: &PathBuf| {
        let folder = path.parent().and_then(Path::file_name);
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        folder.is_none_or(|folder| folder != "backups") && !name.contains(".kring-")
    };
    (doubted.into_iter().map(|broken| broken.path).filter(is_editable).collect(), others)
}

/// The data folder and the group of a file. A file without a group is the settings file.
struct Location {
    folder: DataFolder,
    slug: Option<String>,
}

impl Location {
    fn of(path: &Path) -> Option<Self> {
        let path = absolute(path).ok()?;
        let group = path.ancestors().skip(1).find(|folder| {
            folder.parent().and_then(Path::file_name).is_some_and(|name| name == "groups")
        });
        if let Some(group) = group {
            let slug = group.file_name()?.to_string_lossy().into_owned();
            let folder = DataFolder::new(group.parent()?.parent()?.to_owned());
            return Some(Self { folder, slug: Some(slug) });
        }
        let folder = DataFolder::new(path.parent()?.to_owned());
        (path == folder.settings()).then_some(Self { folder, slug: None })
    }

    fn backups(&self) -> PathBuf {
        match &self.slug {
            Some(slug) => self.folder.group(slug).backups(),
            None => self.folder.root().join("backups"),
        }
    }
}
