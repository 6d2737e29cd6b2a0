//! Who holds a group: one program writes to it, others may only read it.
//!
//! Two mechanisms, because neither is enough:
//!
//! - An advisory lock on the file `lock`. It is exact on one computer, and the system releases it
//!   when the program ends, but it does not reach another computer that syncs the same folder.
//! - `owner.ron`, which names the holder and carries its heartbeat. It does reach the other
//!   computer, but a crash leaves it behind.
//!
//! [`take`] asks for the advisory lock first, then reads `owner.ron`. A leftover `owner.ron` is
//! ignored only when its writer is certainly gone; otherwise a person decides. On release the file
//! goes before the lock, so that no other program can lock the group in between and have its own
//! `owner.ron` deleted.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use chrono::DateTime;
use serde::{Deserialize, Serialize};

use super::document::{decode, encode};
use super::files::{Files, LockGuard};
use super::folder::GroupFolder;
use super::migration::VERSION;
use super::save::swap;
use crate::domain::hour::Moment;

/// The file in which Linux has an id that changes with each boot.
const BOOT_ID_FILE: &str = "/proc/sys/kernel/random/boot_id";
/// The process name of kring in `/proc/<pid>/comm`.
const PROCESS_NAME: &str = "kring";

/// `owner.ron`: the program that holds a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Owner {
    /// Version of the file format.
    pub kring: u32,
    /// User name; empty when unknown.
    pub who: String,
    /// Host name; empty when unknown.
    pub host: String,
    /// Boot id of the computer; empty on systems that have none (all but Linux).
    #[serde(default)]
    pub boot: String,
    /// Process id; 0 when nothing is known of the owner.
    pub process: u32,
    /// When the group was taken.
    pub since: Moment,
    /// Time of the last heartbeat. An old one proves nothing: the computer may be asleep.
    #[serde(default)]
    pub seen: Option<Moment>,
}

impl Owner {
    #[must_use]
    pub fn this_program(files: &dyn Files, since: Moment) -> Self {
        let boot = files.read_at_most(Path::new(BOOT_ID_FILE), 64).unwrap_or_default();
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

    /// User and host name, as far as they are known; may be empty.
    #[must_use]
    pub fn name(&self) -> String {
        match (self.who.as_str(), self.host.as_str()) {
            (who, "") => who.to_owned(),
            ("", host) => host.to_owned(),
            (who, host) => format!("{who} ({host})"),
        }
    }

    /// False for a placeholder: the group is held, but `owner.ron` could not be read.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.process != 0
    }

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

    /// Whether both are the same run of the program; heartbeats may differ.
    fn is_same_run(&self, other: &Self) -> bool {
        (&self.host, &self.boot, self.process, self.since)
            == (&other.host, &other.boot, other.process, other.since)
    }

    /// Whether this owner has certainly ended. The caller must hold the advisory lock, which rules
    /// out a living owner on this computer where locks work.
    fn is_certainly_gone(&self, here: &Self, files: &dyn Files) -> bool {
        if self.host.is_empty() || self.host != here.host {
            return false;
        }
        if self.boot.is_empty() || here.boot.is_empty() {
            // Without a boot id there is no more to compare: the advisory lock decides.
            return true;
        }
        self.boot != here.boot || self.process == here.process || !may_be_kring(files, self.process)
    }
}

/// Whether this process id is in use by a process that may be kring. When the name cannot be read
/// the answer is yes.
fn may_be_kring(files: &dyn Files, process: u32) -> bool {
    let folder = PathBuf::from(format!("/proc/{process}"));
    // Another name means that the system has reused the process id.
    let name = files.read_at_most(&folder.join("comm"), 64);
    let name_fits = name.map_or(true, |name| name.starts_with(PROCESS_NAME.as_bytes()));
    files.list(&folder).is_ok() && name_fits
}

/// Holds a group for writing until it is dropped.
#[derive(Debug)]
pub struct Holding {
    files: Arc<dyn Files>,
    path: PathBuf,
    owner: Owner,
    taken_over_by: Arc<OnceLock<Owner>>,
    /// Fields drop after `Drop::drop` ran, so the lock is released after `owner.ron` is removed.
    _lock: Box<dyn LockGuard>,
}

impl Holding {
    fn new(
        files: &Arc<dyn Files>,
        folder: &GroupFolder,
        owner: Owner,
        lock: Box<dyn LockGuard>,
    ) -> Self {
        let (files, path) = (Arc::clone(files), folder.owner());
        Self { files, path, owner, taken_over_by: Arc::default(), _lock: lock }
    }

    /// Writes `owner.ron`, for programs on other computers. Errors are ignored: the group is held all
    /// the same, and other programs only lack the name of its holder.
    pub fn announce(&self) {
        if let Ok(bytes) = encode(&self.owner) {
            let _ = swap(self.files.as_ref(), &self.path, &bytes, || Ok(true));
        }
    }

    /// Writes a heartbeat, unless another program took the group over: then `owner.ron` is left as
    /// that program wrote it.
    pub fn beat(&mut self, now: Moment) {
        if let Some(other) = self.other_owner() {
            let _ = self.taken_over_by.set(other);
            return;
        }
        self.owner.seen = Some(now);
        self.announce();
    }

    /// Is set by the first heartbeat that finds another program in `owner.ron`, and stays set. The
    /// heartbeat runs on the saver thread; the main thread reads this.
    #[must_use]
    pub fn other(&self) -> Arc<OnceLock<Owner>> {
        Arc::clone(&self.taken_over_by)
    }

    /// Whether a heartbeat has found another program in `owner.ron`.
    #[must_use]
    pub fn is_taken_over(&self) -> bool {
        self.taken_over_by.get().is_some()
    }

    fn other_owner(&self) -> Option<Owner> {
        let owner = read_owner(self.files.as_ref(), &self.path)?;
        (owner.is_known() && !owner.is_same_run(&self.owner)).then_some(owner)
    }
}

impl Drop for Holding {
    fn drop(&mut self) {
        if self.other_owner().is_none() {
            let _ = self.files.remove(&self.path);
        }
    }
}

/// The result of [`take`].
#[derive(Debug)]
pub enum Taken {
    Ours(Holding),
    /// Another program on this computer, or one that shares its lock, has the group.
    Theirs(Owner),
    /// The lock is free, but `owner.ron` names an owner that is not certainly gone: a person
    /// decides.
    MaybeTaken(Owner),
    /// The lock file cannot be opened or locked, for example on a read-only share.
    Refused,
}

/// Takes a group for writing, and writes `owner.ron` when that succeeds.
#[must_use]
pub fn take(files: &Arc<dyn Files>, folder: &GroupFolder, since: Moment) -> Taken {
    let taken = take_silently(files, folder, since);
    if let Taken::Ours(holding) = &taken {
        holding.announce();
    }
    taken
}

/// Takes a group for writing. Whoever holds it has to [announce](Holding::announce) it next; that
/// waits for the disk, and the first frame is not to wait for it.
#[must_use]
pub(super) fn take_silently(files: &Arc<dyn Files>, folder: &GroupFolder, since: Moment) -> Taken {
    let owner = || read_owner(files.as_ref(), &folder.owner());
    match files.lock(&folder.lock()) {
        Ok(Some(lock)) => {
            let here = Owner::this_program(files.as_ref(), since);
            match owner() {
                Some(owner) if !owner.is_certainly_gone(&here, files.as_ref()) => {
                    Taken::MaybeTaken(owner)
                }
                _ => Taken::Ours(Holding::new(files, folder, here, lock)),
            }
        }
        Ok(None) => Taken::Theirs(owner().unwrap_or_else(Owner::unknown)),
        Err(_) => Taken::Refused,
    }
}

/// The owner in `owner.ron`: `None` when there is no file, a placeholder when it cannot be read.
fn read_owner(files: &dyn Files, path: &Path) -> Option<Owner> {
    match files.read(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        Err(_) => Some(Owner::unknown()),
        Ok(bytes) => Some(decode(path, &bytes).map_or_else(|_| Owner::unknown(), |it| it.value)),
    }
}
