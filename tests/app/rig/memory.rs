//! A disk in memory and a clock that stands still, so that every play is the same.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use chrono::{DateTime, TimeDelta};
use kring::clock::Clock;
use kring::domain::hour::ClockReading;
use kring::store::Store;
use kring::store::files::{Appending, Files, LockGuard};
use kring::store::folder::DataFolder;

/// Where everything is kept.
pub(crate) const ROOT: &str = "/home/lot/.local/share/kring";

/// The store on a disk in memory.
pub(crate) fn store(memory: &Memory, clock: &Arc<StillClock>) -> Store {
    let clock = Arc::clone(clock) as Arc<dyn Clock>;
    Store::new(Arc::new(memory.clone()), DataFolder::new(ROOT.into()), clock)
}

/// Where a file of a group is.
pub(crate) fn in_group(slug: &str, file: &str) -> PathBuf {
    Path::new(ROOT).join("groups").join(slug).join(file)
}

#[derive(Clone, Debug, Default)]
struct Contents {
    files: BTreeMap<PathBuf, Vec<u8>>,
    folders: BTreeSet<PathBuf>,
    held: BTreeSet<PathBuf>,
    stuck: bool,
}

/// A disk in memory. A clone is the same disk; [`Memory::copy`] is another one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Memory {
    contents: Arc<Mutex<Contents>>,
}

impl Memory {
    fn open(&self) -> MutexGuard<'_, Contents> {
        self.contents.lock().unwrap()
    }

    /// Another disk with the same files; nobody holds anything on it.
    pub(crate) fn copy(&self) -> Self {
        let files = self.open().files.clone();
        let contents = Contents { files, ..Contents::default() };
        Self { contents: Arc::new(Mutex::new(contents)) }
    }

    /// Gets every file of another disk.
    pub(crate) fn take_over(&self, other: &Self) {
        let files = other.open().files.clone();
        self.open().files.extend(files);
    }

    /// Puts a file in its place, whatever stood there.
    pub(crate) fn put(&self, path: PathBuf, bytes: Vec<u8>) {
        self.open().files.insert(path, bytes);
    }

    /// Lets another program hold a lock.
    pub(crate) fn hold(&self, path: PathBuf) {
        self.open().held.insert(path);
    }

    /// Lets every write at the end of a file fail from now on.
    pub(crate) fn stick(&self) {
        self.open().stuck = true;
    }

    /// Changes the text of a file behind kring's back.
    pub(crate) fn rewrite(&self, path: &Path, from: &str, to: &str) {
        let mut inside = self.open();
        let bytes = inside.files.get_mut(path).expect("the file is there");
        let text = String::from_utf8(bytes.clone()).unwrap();
        assert!(text.contains(from), "{text}");
        *bytes = text.replacen(from, to, 1).into_bytes();
    }
}

fn refused<T>(kind: ErrorKind) -> io::Result<T> {
    Err(io::Error::from(kind))
}

impl Files for Memory {
    fn read_at_most(&self, path: &Path, _largest: u64) -> io::Result<Vec<u8>> {
        self.open().files.get(path).cloned().ok_or_else(|| ErrorKind::NotFound.into())
    }

    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut inside = self.open();
        if inside.files.contains_key(path) {
            return refused(ErrorKind::AlreadyExists);
        }
        inside.files.insert(path.to_owned(), bytes.to_owned());
        Ok(())
    }

    fn append(&self, path: &Path) -> io::Result<Box<dyn Appending>> {
        self.open().files.entry(path.to_owned()).or_default();
        Ok(Box::new(Tail { memory: self.clone(), path: path.to_owned() }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut inside = self.open();
        let bytes = inside.files.remove(from).ok_or(ErrorKind::NotFound)?;
        inside.files.insert(to.to_owned(), bytes);
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.open().files.remove(path).map(drop).ok_or_else(|| ErrorKind::NotFound.into())
    }

    fn create_dir(&self, path: &Path) -> io::Result<()> {
        self.open().folders.insert(path.to_owned());
        Ok(())
    }

    fn list(&self, path: &Path) -> io::Result<Vec<String>> {
        let contents = self.open();
        let inside = contents.files.keys().filter_map(|file| file.strip_prefix(path).ok());
        let names: BTreeSet<String> = inside
            .filter_map(|rest| Some(rest.components().next()?.as_os_str().to_str()?.to_owned()))
            .collect();
        if names.is_empty() && !contents.folders.contains(path) {
            refused(ErrorKind::NotFound)
        } else {
            Ok(names.into_iter().collect())
        }
    }

    fn sync_dir(&self, _path: &Path) -> io::Result<()> {
        Ok(())
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Box<dyn LockGuard>>> {
        let taken = self.open().held.insert(path.to_owned());
        Ok(taken.then(|| {
            let hold: Box<dyn LockGuard> =
                Box::new(Hold { memory: self.clone(), path: path.into() });
            hold
        }))
    }
}

/// The end of a file in memory.
struct Tail {
    memory: Memory,
    path: PathBuf,
}

impl Appending for Tail {
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut inside = self.memory.open();
        if inside.stuck {
            return refused(ErrorKind::StorageFull);
        }
        inside.files.entry(self.path.clone()).or_default().extend_from_slice(bytes);
        Ok(())
    }

    fn sync(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A lock in memory.
#[derive(Debug)]
struct Hold {
    memory: Memory,
    path: PathBuf,
}

impl LockGuard for Hold {}

impl Drop for Hold {
    fn drop(&mut self) {
        self.memory.open().held.remove(&self.path);
    }
}

/// A clock that goes on only when it is told to.
#[derive(Debug)]
pub(crate) struct StillClock {
    at: Mutex<ClockReading>,
}

impl StillClock {
    /// A clock at 14.00 on 12 February 2026.
    pub(crate) fn new() -> Self {
        let wall = DateTime::parse_from_rfc3339("2026-02-12T14:00:00+01:00").unwrap();
        Self { at: Mutex::new(ClockReading { wall, steady: Duration::ZERO }) }
    }

    /// Both hands go on.
    pub(crate) fn pass(&self, minutes: u64) {
        self.turn(Duration::from_secs(minutes * 60), in_minutes(minutes));
    }

    /// The hand on the wall goes on alone, as when the computer slept.
    pub(crate) fn jump(&self, minutes: u64) {
        self.turn(Duration::ZERO, in_minutes(minutes));
    }

    /// Each hand goes its own way; that on the wall can go back.
    pub(crate) fn turn(&self, steady: Duration, wall: TimeDelta) {
        let mut at = self.at.lock().unwrap();
        at.steady += steady;
        at.wall += wall;
    }
}

fn in_minutes(minutes: u64) -> TimeDelta {
    TimeDelta::minutes(i64::try_from(minutes).unwrap())
}

impl Clock for StillClock {
    fn read(&self) -> ClockReading {
        *self.at.lock().unwrap()
    }
}
