//! Files, on the disk or elsewhere, with a warden who is asked about every call and told of every
//! call that was done.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use kring::store::files::{Appending, Disk, Files, LockGuard};

/// What is asked of the files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Task {
    Read,
    Create,
    Begin,
    Append,
    Sync,
    Rename,
    Remove,
    CreateDir,
    List,
    SyncDir,
    Lock,
}

/// One call.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Call<'a> {
    pub(crate) task: Task,
    pub(crate) path: &'a Path,
    pub(crate) bytes: &'a [u8],
    /// Whether it was done already; the verdict is of no use then.
    pub(crate) done: bool,
}

/// What becomes of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It is done.
    Go,
    /// It fails, and nothing was done.
    Fail(io::ErrorKind),
    /// It fails with half of its bytes written.
    Halfway(io::ErrorKind),
    /// It is done and fails all the same, as on a share that goes away.
    Late(io::ErrorKind),
}

type Warden = dyn Fn(&Call<'_>) -> Verdict + Send + Sync;

/// Files that are watched.
#[derive(Clone)]
pub(crate) struct Watched {
    files: Arc<dyn Files>,
    warden: Arc<Warden>,
    /// What goes by by itself.
    passing: Option<io::ErrorKind>,
}

impl fmt::Debug for Watched {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Watched")
    }
}

impl Watched {
    /// The disk with a warden. A warden that does not return makes the call hang.
    pub(crate) fn by(warden: impl Fn(&Call<'_>) -> Verdict + Send + Sync + 'static) -> Arc<Self> {
        Self::over(Arc::new(Disk), warden)
    }

    /// Files with a warden.
    pub(crate) fn over(
        files: Arc<dyn Files>,
        warden: impl Fn(&Call<'_>) -> Verdict + Send + Sync + 'static,
    ) -> Arc<Self> {
        Arc::new(Self { files, warden: Arc::new(warden), passing: None })
    }

    /// The same files, on which an error of a kind goes by by itself.
    pub(crate) fn passing(&self, kind: io::ErrorKind) -> Arc<Self> {
        Arc::new(Self { passing: Some(kind), ..self.clone() })
    }

    fn call<T>(
        &self,
        task: Task,
        path: &Path,
        bytes: &[u8],
        work: impl Fn(&[u8]) -> io::Result<T>,
    ) -> io::Result<T> {
        let call = Call { task, path, bytes, done: false };
        match (self.warden)(&call) {
            Verdict::Go => {}
            Verdict::Fail(kind) => return Err(kind.into()),
            Verdict::Halfway(kind) => {
                let half = bytes.get(..bytes.len() / 2).unwrap_or_default();
                if !bytes.is_empty() {
                    work(half)?;
                }
                return Err(kind.into());
            }
            Verdict::Late(kind) => return work(bytes).and(Err(kind.into())),
        }
        let outcome = work(bytes);
        if outcome.is_ok() {
            (self.warden)(&Call { done: true, ..call });
        }
        outcome
    }
}

impl Files for Watched {
    fn read_at_most(&self, path: &Path, largest: u64) -> io::Result<Vec<u8>> {
        self.call(Task::Read, path, &[], |_| self.files.read_at_most(path, largest))
    }

    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.call(Task::Create, path, bytes, |bytes| self.files.create(path, bytes))
    }

    fn append(&self, path: &Path) -> io::Result<Box<dyn Appending>> {
        let file = self.call(Task::Begin, path, &[], |_| self.files.append(path))?;
        Ok(Box::new(WatchedFile {
            files: self.clone(),
            path: path.to_owned(),
            file: Mutex::new(file),
        }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.call(Task::Rename, to, &[], |_| self.files.rename(from, to))
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.call(Task::Remove, path, &[], |_| self.files.remove(path))
    }

    fn create_dir(&self, path: &Path) -> io::Result<()> {
        self.call(Task::CreateDir, path, &[], |_| self.files.create_dir(path))
    }

    fn list(&self, path: &Path) -> io::Result<Vec<String>> {
        self.call(Task::List, path, &[], |_| self.files.list(path))
    }

    fn sync_dir(&self, path: &Path) -> io::Result<()> {
        self.call(Task::SyncDir, path, &[], |_| self.files.sync_dir(path))
    }

    fn is_transient(&self, error: &io::Error) -> bool {
        self.passing == Some(error.kind())
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Box<dyn LockGuard>>> {
        self.call(Task::Lock, path, &[], |_| self.files.lock(path))
    }
}

/// A file that is written at its end, watched.
struct WatchedFile {
    files: Watched,
    path: PathBuf,
    file: Mutex<Box<dyn Appending>>,
}

impl Appending for WatchedFile {
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        let file = &self.file;
        self.files.call(Task::Append, &self.path, bytes, |bytes| file.lock().unwrap().append(bytes))
    }

    fn sync(&mut self) -> io::Result<()> {
        let file = &self.file;
        self.files.call(Task::Sync, &self.path, &[], |_| file.lock().unwrap().sync())
    }
}
