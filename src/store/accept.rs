//! A file that was edited by hand, accepted by the person who did it: a copy of it goes to the
//! backups, and it gets the checksum of what it holds now. Nothing else in it changes: its
//! comments, its layout, its line ends and a byte order mark stay as they are.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf, absolute};

use super::Store;
use super::check::{check, faultless};
use super::document::{BrokenFile, Fault, resealed};
use super::folder::DataFolder;
use super::lock::{self, Holding, Owner, Taken};
use super::save::{SaveError, keep_generation, replace};

/// Why a file was not accepted. It is as it was.
#[derive(Debug)]
pub enum Refusal {
    /// It does not read.
    Broken(BrokenFile),
    /// Its group is open in another program.
    InUse(Owner),
    /// It is not where kring keeps its files, so it has no backups.
    Elsewhere,
    /// It could not be written.
    NotSaved(SaveError),
}

/// What accepts files, and holds the groups they are of meanwhile.
#[derive(Debug)]
pub struct Accepting<'a> {
    store: &'a Store,
    held: BTreeMap<PathBuf, Option<Holding>>,
}

impl<'a> Accepting<'a> {
    /// Begins.
    #[must_use]
    pub fn new(store: &'a Store) -> Self {
        Self { store, held: BTreeMap::new() }
    }

    /// Accepts a file; returns whether there was something to accept.
    ///
    /// # Errors
    /// Why it is as it was.
    pub fn accept(&mut self, path: &Path) -> Result<bool, Refusal> {
        let files = self.store.files.as_ref();
        let read = || {
            let unreadable = |error: std::io::Error| Fault::Unreadable(error.to_string());
            files.read(path).map_err(|error| BrokenFile::whole(path, unreadable(error)))
        };
        match read().and_then(|bytes| faultless(path, &bytes)) {
            Ok(()) => return Ok(false),
            Err(broken) if is_doubt(&broken) => {}
            Err(broken) => return Err(Refusal::Broken(broken)),
        }
        let place = Place::of(path).ok_or(Refusal::Elsewhere)?;
        self.hold(&place)?;
        // Before the group was held another program may have saved it.
        let bytes = read().map_err(Refusal::Broken)?;
        match faultless(path, &bytes) {
            Err(broken) if is_doubt(&broken) => {}
            checked => return checked.map(|()| false).map_err(Refusal::Broken),
        }
        let kept = keep_generation(files, path, &place.backups(), &self.store.outside_stamp());
        kept.map_err(|error| Refusal::NotSaved(error.into()))?;
        let text = String::from_utf8_lossy(&bytes);
        replace(files, path, &resealed(&text)).map_err(Refusal::NotSaved)?;
        Ok(true)
    }

    /// Takes the group a file is of, once.
    fn hold(&mut self, place: &Place) -> Result<(), Refusal> {
        let Some(slug) = &place.slug else { return Ok(()) };
        let folder = place.folder.group(slug);
        if self.held.contains_key(folder.path()) {
            return Ok(());
        }
        let held = match lock::take(&self.store.files, &folder, self.store.clock.now()) {
            Taken::Ours(held) => Some(held),
            Taken::Theirs(owner) | Taken::Perhaps(owner) => return Err(Refusal::InUse(owner)),
            // Then it cannot be written either, and that is said.
            Taken::Refused => None,
        };
        self.held.insert(folder.path().to_owned(), held);
        Ok(())
    }
}

/// Whether a file reads and is only not as kring left it.
#[must_use]
pub fn is_doubt(broken: &BrokenFile) -> bool {
    matches!(broken.fault, Fault::NoChecksum | Fault::WrongChecksum)
}

/// The files to accept below a folder, and what is wrong with the others there. What kring put
/// by itself is neither: nobody edits that by hand.
#[must_use]
pub fn doubted(store: &Store, folder: &Path) -> (Vec<PathBuf>, Vec<BrokenFile>) {
    let broken = check(store.files.as_ref(), folder).broken;
    let (doubted, others): (Vec<_>, Vec<_>) = broken.into_iter().partition(is_doubt);
    let living = |path: &PathBuf| {
        let folder = path.parent().and_then(Path::file_name);
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        folder.is_none_or(|folder| folder != "backups") && !name.contains(".kring-")
    };
    (doubted.into_iter().map(|broken| broken.path).filter(living).collect(), others)
}

/// Where a file is kept: in which data folder, and of which group.
struct Place {
    folder: DataFolder,
    slug: Option<String>,
}

impl Place {
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
