//! The trait through which all files are accessed, so that a test can make any operation fail or
//! hang, and its implementation for the real file system.

use std::fmt::Debug;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::Path;

/// The file system operations that kring uses.
pub trait Files: Send + Sync + Debug {
    /// Reads a whole file.
    ///
    /// # Errors
    /// Those of the file system, and `FileTooLarge` for a file over [`LARGEST`] bytes.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.read_at_most(path, LARGEST)
    }

    /// Reads a whole file of at most `largest` bytes.
    ///
    /// # Errors
    /// Those of the file system, and `FileTooLarge` for a larger file.
    fn read_at_most(&self, path: &Path, largest: u64) -> io::Result<Vec<u8>>;

    /// Creates a file that only its owner may read, writes it and fsyncs it. Does not fsync the
    /// folder.
    ///
    /// # Errors
    /// Those of the file system, and `AlreadyExists` for an existing file.
    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;

    /// Opens a file for appending; creates it, readable by its owner only, when it does not exist.
    ///
    /// # Errors
    /// Those of the file system.
    fn append(&self, path: &Path) -> io::Result<Box<dyn Appending>>;

    /// Renames a file or folder, atomically replacing a file that has the new name.
    ///
    /// # Errors
    /// Those of the file system.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Deletes a file.
    ///
    /// # Errors
    /// Those of the file system.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Creates a folder and its parents, accessible by their owner only. An existing folder is no
    /// error.
    ///
    /// # Errors
    /// Those of the file system.
    fn create_dir(&self, path: &Path) -> io::Result<()>;

    /// The names in a folder, sorted.
    ///
    /// # Errors
    /// Those of the file system.
    fn list(&self, path: &Path) -> io::Result<Vec<String>>;

    /// Fsyncs a folder, so that creations, renames and deletions in it survive a power cut. Does
    /// nothing on systems that cannot do that.
    ///
    /// # Errors
    /// Those of the file system.
    fn sync_dir(&self, path: &Path) -> io::Result<()>;

    /// Whether an error is temporary: a virus scanner or a sync tool has the file open.
    fn is_transient(&self, _error: &io::Error) -> bool {
        false
    }

    /// Takes an exclusive advisory lock on a file, without waiting; creates the file if need be.
    /// `None` when another program has the lock. Dropping the value releases it.
    ///
    /// # Errors
    /// Those of the file system.
    fn lock(&self, path: &Path) -> io::Result<Option<Box<dyn LockGuard>>>;
}

/// A file that is open for appending.
pub trait Appending: Send {
    /// Appends all of `bytes`.
    ///
    /// # Errors
    /// Those of the file system; part of the bytes may have been written.
    fn append(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Fsyncs what was appended.
    ///
    /// # Errors
    /// Those of the file system.
    fn sync(&mut self) -> io::Result<()>;
}

/// A lock that is held until this is dropped.
pub trait LockGuard: Send + Debug {}

impl LockGuard for File {}

/// The largest file other than a journal that is read, in bytes.
pub const LARGEST: u64 = 16 * 1024 * 1024;

/// The largest journal that is read, in bytes. It is generous because a journal has records that
/// are in no other file.
pub const LARGEST_JOURNAL: u64 = 1024 * 1024 * 1024;

/// The real file system.
#[derive(Debug, Default)]
pub struct Disk;

impl Files for Disk {
    #[expect(clippy::disallowed_methods, reason = "the one door to the disk")]
    fn read_at_most(&self, path: &Path, largest: u64) -> io::Result<Vec<u8>> {
        let file = File::open(path)?;
        // Read in one piece; without its length a file is read in pieces that begin at 32 bytes.
        let length = file.metadata()?.len().min(largest);
        let mut bytes = Vec::new();
        bytes.try_reserve_exact(usize::try_from(length).unwrap_or(0).saturating_add(1))?;
        file.take(largest + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > largest {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        Ok(bytes)
    }

    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut file = private(OpenOptions::new().write(true).create_new(true)).open(path)?;
        file.write_all(bytes)?;
        file.sync_all()
    }

    fn append(&self, path: &Path) -> io::Result<Box<dyn Appending>> {
        Ok(Box::new(private(OpenOptions::new().append(true).create(true)).open(path)?))
    }

    #[expect(clippy::disallowed_methods, reason = "the one door to the disk")]
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    #[expect(clippy::disallowed_methods, reason = "the one door to the disk")]
    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn create_dir(&self, path: &Path) -> io::Result<()> {
        let mut builder = fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.recursive(true).create(path)
    }

    #[expect(clippy::disallowed_methods, reason = "the one door to the disk")]
    fn list(&self, path: &Path) -> io::Result<Vec<String>> {
        let mut names = fs::read_dir(path)?
            .map(|entry| entry.map(|entry| entry.file_name().to_string_lossy().into_owned()))
            .collect::<io::Result<Vec<_>>>()?;
        names.sort_unstable();
        Ok(names)
    }

    #[cfg(unix)]
    #[expect(clippy::disallowed_methods, reason = "the one door to the disk")]
    fn sync_dir(&self, path: &Path) -> io::Result<()> {
        File::open(path)?.sync_all()
    }

    #[cfg(not(unix))]
    fn sync_dir(&self, _path: &Path) -> io::Result<()> {
        Ok(())
    }

    /// Windows: access denied (5), sharing violation (32), lock violation (33).
    fn is_transient(&self, error: &io::Error) -> bool {
        cfg!(windows) && matches!(error.raw_os_error(), Some(5 | 32 | 33))
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Box<dyn LockGuard>>> {
        let file =
            private(OpenOptions::new().write(true).create(true).truncate(false)).open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Box::new(file))),
            Err(fs::TryLockError::WouldBlock) => Ok(None),
            Err(fs::TryLockError::Error(error)) => Err(error),
        }
    }
}

impl Appending for File {
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.sync_data()
    }
}

#[cfg(unix)]
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600)
}

#[cfg(not(unix))]
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}
