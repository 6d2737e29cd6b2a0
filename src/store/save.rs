//! Replacing a file atomically: write a temporary file beside it, fsync, read it back, rename it
//! over the old file, fsync the folder.
//!
//! Whatever fails, and wherever the power goes, either the old or the new file is there, complete.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::files::Files;

/// Suffix of a backup of a file that was changed outside kring, made before that was accepted.
pub const OUTSIDE_SUFFIX: &str = "-outside";

/// Attempts at a rename while another program has the file open: five seconds in all.
const RENAME_ATTEMPTS: usize = 50;
const RENAME_PAUSE: Duration = Duration::from_millis(100);

/// Generations to keep of each file.
const GENERATIONS: usize = 5;

/// Precedes the version in the name of a permanent copy of a file of an older version.
const VERSION_MARK: &str = ".v";

/// Why a save failed. The old file is unchanged.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The value could not be encoded, or the text does not decode to an equal value.
    #[error(transparent)]
    Text(#[from] ron::Error),
    /// The temporary file did not read back as it was written.
    #[error("what was written did not read back the same")]
    ReadBack,
    #[error("another program has the group")]
    InUse,
    /// Another program changed the file since it was read. Kring's version is beside it.
    #[error("the file was changed by another program")]
    Changed {
        /// The path of kring's version.
        beside: PathBuf,
    },
}

/// Atomically replaces the file at `path`, creating its folder if need be.
///
/// # Errors
/// The old file is still there.
pub fn replace(files: &dyn Files, path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    make_folder(files, parent(path))?;
    swap(files, path, bytes, || Ok(true)).map(drop)
}

/// Like [`replace`], but does not create the folder: it may be missing because its share is not
/// mounted. `confirm` is called right before the rename, and returning false cancels the save.
/// Returns whether the file was replaced.
///
/// # Errors
/// The old file is still there.
pub fn swap(
    files: &dyn Files,
    path: &Path,
    bytes: &[u8],
    confirm: impl FnOnce() -> io::Result<bool>,
) -> Result<bool, SaveError> {
    let temporary = temporary_path(path);
    let outcome = write_and_swap(files, path, &temporary, bytes, confirm);
    if matches!(outcome, Ok(true)) {
        // The rename has been done; not every system can fsync a folder.
        let _ = files.sync_dir(parent(path));
    } else {
        // The next save makes its own temporary file.
        let _ = files.remove(&temporary);
    }
    outcome
}

fn parent(path: &Path) -> &Path {
    path.parent().unwrap_or_else(|| Path::new("."))
}

/// Creates a folder and its missing parents, and fsyncs the parent of each new one.
///
/// # Errors
/// Those of the file system.
pub fn make_folder(files: &dyn Files, folder: &Path) -> io::Result<()> {
    let absent = |path: &&Path| {
        let names = files.list(path);
        names.is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
    };
    let missing: Vec<&Path> = folder.ancestors().take_while(absent).collect();
    files.create_dir(folder)?;
    for above in missing.into_iter().filter_map(Path::parent) {
        let is_current = above.as_os_str().is_empty();
        // Not every system can fsync a folder.
        let _ = files.sync_dir(if is_current { Path::new(".") } else { above });
    }
    Ok(())
}

fn write_and_swap(
    files: &dyn Files,
    path: &Path,
    temporary: &Path,
    bytes: &[u8],
    confirm: impl FnOnce() -> io::Result<bool>,
) -> Result<bool, SaveError> {
    if let Err(error) = files.create(temporary, bytes) {
        if error.kind() != io::ErrorKind::AlreadyExists {
            return Err(error.into());
        }
        // Left by an interrupted save of a process with the same id.
        files.remove(temporary)?;
        files.create(temporary, bytes)?;
    }
    if files.read(temporary)? != bytes {
        return Err(SaveError::ReadBack);
    }
    if !confirm()? {
        return Ok(false);
    }
    rename(files, temporary, path)?;
    Ok(true)
}

/// Renames a file, and retries for a while when the error is temporary (see [`Files::is_transient`]).
fn rename(files: &dyn Files, from: &Path, to: &Path) -> io::Result<()> {
    for _ in 0..RENAME_ATTEMPTS {
        match files.rename(from, to) {
            Err(error) if files.is_transient(&error) => std::thread::sleep(RENAME_PAUSE),
            renamed => return renamed,
        }
    }
    files.rename(from, to)
}

/// A hidden name in the same folder, with the process id, so that no other program uses it.
fn temporary_path(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.new-{}", std::process::id()))
}

/// Writes kring's version beside a file that another program changed, under an unused name, and
/// returns its path.
///
/// # Errors
/// It could not be written.
pub fn keep_both(files: &dyn Files, path: &Path, bytes: &[u8]) -> Result<PathBuf, SaveError> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let taken = |nr: &u32| files.read(&path.with_file_name(format!("{name}.kring-{nr}"))).is_ok();
    let nr = (1..u32::MAX).find(|nr| !taken(nr)).unwrap_or(u32::MAX);
    let kept = path.with_file_name(format!("{name}.kring-{nr}"));
    replace(files, &kept, bytes)?;
    Ok(kept)
}

/// Makes a permanent copy in `backups` of a file of an older version, before it is first saved in
/// this version.
///
/// # Errors
/// The copy could not be written.
pub fn keep_version(
    files: &dyn Files,
    path: &Path,
    bytes: &[u8],
    version: u32,
    backups: &Path,
) -> io::Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let kept = backups.join(format!("{name}{VERSION_MARK}{version}"));
    files.create_dir(backups)?;
    match files.read(&kept) {
        Ok(copy) if copy == bytes => Ok(()),
        // There is another copy of this version: an old file was put back since.
        Ok(_) => {
            let checksum = crc32fast::hash(bytes);
            let kept = backups.join(format!("{name}{VERSION_MARK}{version}-{checksum:08x}"));
            replace_io(files, &kept, bytes)
        }
        Err(_) => replace_io(files, &kept, bytes),
    }
}

fn replace_io(files: &dyn Files, path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace(files, path, bytes).map_err(|error| match error {
        SaveError::Io(error) => error,
        other => io::Error::other(other),
    })
}

/// Copies the file at `path` to `backups` as a generation, named after the file and `stamp`, and
/// deletes the oldest generations beyond the limit. Does nothing when there is no such file.
///
/// # Errors
/// Those of the file system.
pub fn keep_generation(
    files: &dyn Files,
    path: &Path,
    backups: &Path,
    stamp: &str,
) -> io::Result<()> {
    let bytes = match files.read(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        read => read?,
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    make_folder(files, backups)?;
    // Accepting a changed file made a backup already; do not copy the same content again.
    let is_accepted = |other: &String| {
        let of_file = other.starts_with(&format!("{name}.")) && other.ends_with(OUTSIDE_SUFFIX);
        of_file && files.read(&backups.join(other)).is_ok_and(|kept| kept == bytes)
    };
    if files.list(backups)?.iter().any(is_accepted) {
        return Ok(());
    }
    let generation = backups.join(format!("{name}.{stamp}"));
    if !files.list(backups)?.contains(&format!("{name}.{stamp}")) {
        replace_io(files, &generation, &bytes)?;
    }
    let of_file: Vec<String> = files
        .list(backups)?
        .into_iter()
        .filter(|other| {
            let stamp = other.strip_prefix(&name).filter(|rest| rest.starts_with('.'));
            stamp.is_some_and(|stamp| !stamp.starts_with(VERSION_MARK))
        })
        .collect();
    for old in of_file.iter().take(of_file.len().saturating_sub(GENERATIONS)) {
        files.remove(&backups.join(old))?;
    }
    Ok(())
}
