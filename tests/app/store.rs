//! Everything on disk, and everything that can go wrong with it.

mod accept;
mod check;
mod conflict;
mod doubt;
mod generations;
mod hostile;
mod journal;
mod lock;
mod migration;
mod newer;
mod odd;
mod owner_only;
mod portable;
mod save;
mod sealed;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use kring::domain::group::Group;
use kring::language::Language;
use kring::store::Store;
use kring::store::document::{BrokenFile, Document};
use kring::store::files::{Disk, Files};
use kring::store::folder::{DataFolder, GroupFolder};
use kring::store::opened::{Access, Opened};
use kring::store::save::SaveError;
use kring::store::saver::{DocumentBody, DocumentWriter, SaveJob};
use tempfile::TempDir;

use crate::rig::clock::{SetClock, afternoon};
use crate::rig::practice;

const SLUG: &str = "vuurtoren";

/// A data folder with the practice group in it.
struct Home {
    store: Store,
    clock: Arc<SetClock>,
    _folder: TempDir,
}

impl Home {
    fn new() -> Self {
        Self::on(Arc::new(Disk))
    }

    /// On a disk that is watched, once the group is there.
    fn on(files: Arc<dyn Files>) -> Self {
        let temp = tempfile::tempdir().unwrap();
        let folder = DataFolder::new(temp.path().join("kring"));
        let clock = SetClock::new();
        let mut store = Store::new(Arc::new(Disk), folder, Arc::<SetClock>::clone(&clock));
        store.put(SLUG, &practice::dossier(Language::Dutch)).unwrap();
        store.files = files;
        Self { store, clock, _folder: temp }
    }

    fn folder(&self) -> GroupFolder {
        self.store.folder.group(SLUG)
    }

    fn document(&self, document: Document) -> PathBuf {
        self.folder().document(document)
    }

    /// The bytes of a document as they are on the disk.
    fn bytes(&self, document: Document) -> Vec<u8> {
        Disk.read(&self.document(document)).unwrap()
    }

    /// How many bytes a document has on the disk.
    fn size(&self, document: Document) -> u64 {
        std::fs::metadata(self.document(document)).unwrap().len()
    }

    /// Puts other bytes in a document, as a person with an editor does.
    fn edit(&self, document: Document, bytes: &[u8]) {
        overwrite(&self.document(document), bytes);
    }

    /// Opens the group and says in its folder who holds it, as the saver does.
    fn open(&self) -> Opened {
        let opened = self.store.open(SLUG).unwrap();
        if let Access::Ours(holding) = &opened.access {
            holding.announce();
        }
        opened
    }

    /// Opens the group when nobody has it any more, and says nothing in its folder. A program that another test starts has the locks
    /// of this process for an instant, until it runs.
    fn open_free(&self) -> Opened {
        for _ in 0..2000 {
            let opened = self.store.open(SLUG).unwrap();
            if matches!(opened.access, Access::Ours(_)) {
                return opened;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("somebody has a group that nobody opened");
    }

    fn broken(&self) -> BrokenFile {
        self.store.open(SLUG).unwrap_err()
    }
}

/// Overwrites a file in place, or makes it.
fn overwrite(path: &Path, bytes: &[u8]) {
    let mut options = std::fs::OpenOptions::new();
    let mut file = options.write(true).create(true).truncate(true).open(path).unwrap();
    file.write_all(bytes).unwrap();
}

/// The names in a folder; none when it is not there.
fn names(folder: &Path) -> Vec<String> {
    Disk.list(folder).unwrap_or_default()
}

/// Every file below a folder and what it holds.
fn all_below(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut all = Vec::new();
    for path in names(folder).into_iter().map(|name| folder.join(name)) {
        match Disk.read(&path) {
            Ok(bytes) => all.push((path, bytes)),
            Err(_) => all.extend(all_below(&path)),
        }
    }
    all
}

/// Saves a group under another name.
fn save_named(writer: &mut DocumentWriter, group: &Group, name: &str) -> Result<(), SaveError> {
    let mut group = group.clone();
    name.clone_into(&mut group.name);
    writer.save(SaveJob {
        content: DocumentBody::Group(Box::new(group)),
        sequence: 0,
        saved: afternoon(),
    })
}
