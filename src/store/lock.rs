//! Who has a group: one program writes, the others read and say who it is.
//!
//! The system's own lock tells on one computer. On a folder that is synced it does not reach the
//! other one: there `owner.ron` tells, and it is believed gone only when that is certain.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use chrono::DateTime;
use serde::{Deserialize, Serialize};

use super::document::{VERSION, decode, encode};
use super::files::{Files, Held};
use super::folder::GroupFolder;
use super::save::swap;
use crate::domain::hour::Moment;

/// Where Linux says which start of the computer this is.
const BOOT: &str = "/proc/sys/kernel/random/boot_id";
/// What kring's process is called.
const PROGRAM: &str = "kring";

/// Who holds a group, for the second program to say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Owner {
    /// The version of the file.
    pub kring: u32,
    /// The user.
    pub who: String,
    /// The computer.
    pub host: String,
    /// Which start of that computer; empty where the system does not say.
    #[serde(default)]
    pub boot: String,
    /// The number of the program on that computer.
    pub process: u32,
    /// Since when.
    pub since: Moment,
    /// When it was there last. A computer that sleeps is not seen, and still has the group.
    #[serde(default)]
    pub seen: Option<Moment>,
}

impl Owner {
    /// This program.
    #[must_use]
    pub fn this_program(files: &dyn Files, since: Moment) -> Self {
        let boot = files.read_at_most(Path::new(BOOT), 64).unwrap_or_default();
        Self {
            kring: VERSION,
            who: whoami::username().unwrap_or_default(),
            host: whoami::hostname().unwrap_or_default(),
            boot: String::from_utf8_lossy(&boot).trim().to_owned(),
            process: std::process::id(),
            since,
            seen: Some(since),
        }
    }

    /// The user and the computer, as far as they are known.
    #[must_use]
    pub fn name(&self) -> String {
        match (self.who.as_str(), self.host.as_str()) {
            (who, "") => who.to_owned(),
            ("", host) => host.to_owned(),
            (who, host) => format!("{who} ({host})"),
        }
    }

    /// Whether anything is known of who holds the group.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.process != 0
    }

    /// Somebody of whom nothing is known.
    #[must_use]
    fn unknown() -> Self {
        Self {
            kring: VERSION,
            who: String::new(),
            host: String::new(),
            boot: String::new(),
            process: 0,
            since: DateTime::UNIX_EPOCH.fixed_offset(),
            seen: None,
        }
    }

    /// Whether this is the same program, whenever it was seen.
    fn is(&self, other: &Self) -> bool {
        (&self.host, &self.boot, self.process, self.since)
            == (&other.host, &other.boot, other.process, other.since)
    }

    /// Whether it is certain that this owner is gone, once nobody on this computer holds the
    /// system's lock. How long ago it was seen says nothing: its computer may sleep.
    fn is_surely_gone(&self, here: &Self, files: &dyn Files) -> bool {
        if self.host.is_empty() || self.host != here.host {
            return false;
        }
        if self.boot.is_empty() || here.boot.is_empty() {
            // No system but Linux says more; on one computer its lock decides.
            return true;
        }
        self.boot != here.boot || self.process == here.process || !may_be_kring(files, self.process)
    }
}

/// Whether a process of this computer lives and may be kring.
fn may_be_kring(files: &dyn Files, process: u32) -> bool {
    let folder = PathBuf::from(format!("/proc/{process}"));
    // What is not kring has the number of a kring that is gone.
    let name = files.read_at_most(&folder.join("comm"), 64);
    let named = name.map_or(true, |name| name.starts_with(PROGRAM.as_bytes()));
    files.list(&folder).is_ok() && named
}

/// A group that is held, until the value is dropped.
#[derive(Debug)]
pub struct Holding {
    files: Arc<dyn Files>,
    path: PathBuf,
    owner: Owner,
    other: Arc<OnceLock<Owner>>,
    /// Let go after the owner's file is gone.
    _held: Box<dyn Held>,
}

impl Holding {
    fn begin(
        files: &Arc<dyn Files>,
        folder: &GroupFolder,
        owner: Owner,
        held: Box<dyn Held>,
    ) -> Self {
        let (files, path) = (Arc::clone(files), folder.owner());
        let holding = Self { files, path, owner, other: Arc::default(), _held: held };
        holding.write();
        holding
    }

    /// Only the other program's sentence suffers when this cannot be written.
    fn write(&self) {
        if let Ok(bytes) = encode(&self.owner) {
            let _ = swap(self.files.as_ref(), &self.path, &bytes, || Ok(true));
        }
    }

    /// Writes down that this program still has the group, unless somebody took it over.
    pub fn beat(&mut self, now: Moment) {
        if let Some(other) = self.somebody_else() {
            let _ = self.other.set(other);
            return;
        }
        self.owner.seen = Some(now);
        self.write();
    }

    /// Who took the group over meanwhile, on another computer, once that is known.
    #[must_use]
    pub fn other(&self) -> Arc<OnceLock<Owner>> {
        Arc::clone(&self.other)
    }

    fn somebody_else(&self) -> Option<Owner> {
        let owner = read(self.files.as_ref(), &self.path)?;
        (owner.is_known() && !owner.is(&self.owner)).then_some(owner)
    }
}

impl Drop for Holding {
    fn drop(&mut self) {
        if self.somebody_else().is_none() {
            let _ = self.files.remove(&self.path);
        }
    }
}

/// The answer to taking a group.
#[derive(Debug)]
pub enum Taken {
    /// It is ours until the value is dropped.
    Ours(Holding),
    /// Another program has it.
    Theirs(Owner),
    /// Another program may have it, on another computer: nobody but a person can tell.
    Perhaps(Owner),
    /// The folder does not allow a lock, a read-only share for one.
    Refused,
}

/// Takes a group for writing.
#[must_use]
pub fn take(files: &Arc<dyn Files>, folder: &GroupFolder, since: Moment) -> Taken {
    let owner = || read(files.as_ref(), &folder.owner());
    match files.lock(&folder.lock()) {
        Ok(Some(held)) => {
            let here = Owner::this_program(files.as_ref(), since);
            match owner() {
                Some(owner) if !owner.is_surely_gone(&here, files.as_ref()) => {
                    Taken::Perhaps(owner)
                }
                _ => Taken::Ours(Holding::begin(files, folder, here, held)),
            }
        }
        Ok(None) => Taken::Theirs(owner().unwrap_or_else(Owner::unknown)),
        Err(_) => Taken::Refused,
    }
}

/// Who wrote the file last; nobody when it is not there, somebody unknown when it does not read.
fn read(files: &dyn Files, path: &Path) -> Option<Owner> {
    match files.read(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        Err(_) => Some(Owner::unknown()),
        Ok(bytes) => Some(decode(path, &bytes).map_or_else(|_| Owner::unknown(), |it| it.value)),
    }
}
