//! All access to files goes through one small trait, so that a test can make any of it fail.

use std::fmt::Debug;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::Path;

/// What kring asks of a file system.
pub trait Files: Send + Sync + Debug {
    /// A whole file.
    ///
    /// # Errors
    /// Those of the file system; a file over [`LARGEST`] is refused.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.read_at_most(path, LARGEST)
    }

    /// A whole file of at most so many bytes.
    ///
    /// # Errors
    /// Those of the file system; a larger file is refused.
    fn read_at_most(&self, path: &Path, largest: u64) -> io::Result<Vec<u8>>;

    /// A new file that only its owner may read, written and synced. Refused when it exists.
    ///
    /// # Errors
    /// Those of the file system.
    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;

    /// A file to write at the end of, made when it is not there, for its owner alone.
    ///
    /// # Errors
    /// Those of the file system.
    fn append(&self, path: &Path) -> io::Result<Box<dyn Appending>>;

    /// Puts a file in the place of another, at once.
    ///
    /// # Errors
    /// Those of the file system.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Takes a file away.
    ///
    /// # Errors
    /// Those of the file system.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// A folder and those above it, for its owner alone.
    ///
    /// # Errors
    /// Those of the file system.
    fn create_dir(&self, path: &Path) -> io::Result<()>;

    /// The names in a folder, in order.
    ///
    /// # Errors
    /// Those of the file system.
    fn list(&self, path: &Path) -> io::Result<Vec<String>>;

    /// Makes the names in a folder last, where the system can.
    ///
    /// # Errors
    /// Those of the file system.
    fn sync_dir(&self, path: &Path) -> io::Result<()>;

    /// Whether an error passes by itself: a virus scanner or a sync tool holds the file a moment.
    fn passes(&self, _error: &io::Error) -> bool {
        false
    }

    /// Takes a lock; `None` when another program has it. It is let go when the value is dropped.
    ///
    /// # Errors
    /// Those of the file system.
    fn lock(&self, path: &Path) -> io::Result<Option<Box<dyn Held>>>;
}

/// A file that is written at its end.
pub trait Appending: Send {
    /// Writes all of `bytes`.
    ///
    /// # Errors
    /// Those of the file system; part of the bytes may have been written.
    fn append(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Makes what was written last.
    ///
    /// # Errors
    /// Those of the file system.
    fn sync(&mut self) -> io::Result<()>;
}

/// A lock that is held.
pub trait Held: Send + Debug {}

impl Held for File {}

/// The largest file kring reads, in bytes.
pub const LARGEST: u64 = 16 * 1024 * 1024;

/// The largest journal kring reads, in bytes: it holds what is nowhere else, so it must open.
pub const LARGEST_JOURNAL: u64 = 1024 * 1024 * 1024;

/// The files of this computer.
#[derive(Debug, Default)]
pub struct Disk;

impl Files for Disk {
    #[expect(clippy::disallowed_methods, reason = "the one door to the disk")]
    fn read_at_most(&self, path: &Path, largest: u64) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        File::open(path)?.take(largest + 1).read_to_end(&mut bytes)?;
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

    /// Access denied, sharing violation, lock violation: the numbers are those of Windows.
    fn passes(&self, error: &io::Error) -> bool {
        cfg!(windows) && matches!(error.raw_os_error(), Some(5 | 32 | 33))
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Box<dyn Held>>> {
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
