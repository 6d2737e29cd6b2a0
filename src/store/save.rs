//! A save: a new file beside the old one, synced, read back, and put in its place at once.
//!
//! Whatever happens on the way, the old file or the new one is there, whole.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::OUTSIDE;
use super::files::Files;

/// How often a file that somebody holds is tried again, for five seconds in all.
const TRIES: usize = 50;
/// How long between two tries.
const PAUSE: Duration = Duration::from_millis(100);

/// Generations kept of each file.
const GENERATIONS: usize = 5;

/// What stands before the version in the name of a copy that is kept for good.
const VERSION_MARK: &str = ".v";

/// Why a save did not happen. The old file is as it was.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// The system refuses.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The text could not be made, or would not read back.
    #[error(transparent)]
    Text(#[from] ron::Error),
    /// What was written is not what came back.
    #[error("what was written did not read back the same")]
    ReadBack,
    /// Another program has the group.
    #[error("another program has the group")]
    InUse,
    /// Somebody else changed the file since it was read; what kring has stands beside it.
    #[error("the file was changed by another program")]
    Changed {
        /// Where what kring has was put.
        beside: PathBuf,
    },
}

/// Puts `bytes` in the place of the file at `path`.
///
/// # Errors
/// The reason why the old file is still there.
pub fn replace(files: &dyn Files, path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    make_folder(files, parent(path))?;
    swap(files, path, bytes, || Ok(true)).map(drop)
}

/// The same in a folder that is there: one that went away with its share is not made anew. `holds`
/// is asked at the last moment whether it may be done; returns its answer.
///
/// # Errors
/// The reason why the old file is still there.
pub fn swap(
    files: &dyn Files,
    path: &Path,
    bytes: &[u8],
    holds: impl FnOnce() -> io::Result<bool>,
) -> Result<bool, SaveError> {
    let fresh = beside(path, &format!("new-{}", std::process::id()));
    let outcome = write_and_swap(files, path, &fresh, bytes, holds);
    if matches!(outcome, Ok(true)) {
        // The name is in place already; some systems cannot sync a folder.
        let _ = files.sync_dir(parent(path));
    } else {
        // What is left of a failed save is of no use; the next one makes its own.
        let _ = files.remove(&fresh);
    }
    outcome
}

fn parent(path: &Path) -> &Path {
    path.parent().unwrap_or_else(|| Path::new("."))
}

/// A folder and those above it, with names that last.
///
/// # Errors
/// Those of the file system.
pub fn make_folder(files: &dyn Files, folder: &Path) -> io::Result<()> {
    let absent = |path: &&Path| {
        let names = files.list(path);
        names.is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
    };
    let fresh: Vec<&Path> = folder.ancestors().take_while(absent).collect();
    files.create_dir(folder)?;
    for above in fresh.into_iter().filter_map(Path::parent) {
        let here = above.as_os_str().is_empty();
        // Some systems cannot sync a folder.
        let _ = files.sync_dir(if here { Path::new(".") } else { above });
    }
    Ok(())
}

fn write_and_swap(
    files: &dyn Files,
    path: &Path,
    fresh: &Path,
    bytes: &[u8],
    holds: impl FnOnce() -> io::Result<bool>,
) -> Result<bool, SaveError> {
    if let Err(error) = files.create(fresh, bytes) {
        if error.kind() != io::ErrorKind::AlreadyExists {
            return Err(error.into());
        }
        files.remove(fresh)?;
        files.create(fresh, bytes)?;
    }
    if files.read(fresh)? != bytes {
        return Err(SaveError::ReadBack);
    }
    if !holds()? {
        return Ok(false);
    }
    rename(files, fresh, path)?;
    Ok(true)
}

/// Puts a file in the place of another, with some patience for whoever holds it a moment.
fn rename(files: &dyn Files, from: &Path, to: &Path) -> io::Result<()> {
    for _ in 0..TRIES {
        match files.rename(from, to) {
            Err(error) if files.passes(&error) => std::thread::sleep(PAUSE),
            renamed => return renamed,
        }
    }
    files.rename(from, to)
}

/// A name in the same folder that no document has.
fn beside(path: &Path, mark: &str) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{mark}"))
}

/// Puts what kring has beside a file that another program changed.
///
/// # Errors
/// Those of the save.
pub fn keep_both(files: &dyn Files, path: &Path, bytes: &[u8]) -> Result<PathBuf, SaveError> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let taken = |nr: &u32| files.read(&path.with_file_name(format!("{name}.kring-{nr}"))).is_ok();
    let nr = (1..u32::MAX).find(|nr| !taken(nr)).unwrap_or(u32::MAX);
    let kept = path.with_file_name(format!("{name}.kring-{nr}"));
    replace(files, &kept, bytes)?;
    Ok(kept)
}

/// Puts a file of an older kring in `backups` before it is written anew. It stays there for good.
///
/// # Errors
/// Those of the file system.
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
        Ok(there) if there == bytes => Ok(()),
        // Another one of the same version was put back since.
        Ok(_) => {
            let checksum = crc32fast::hash(bytes);
            let kept = backups.join(format!("{name}{VERSION_MARK}{version}-{checksum:08x}"));
            put(files, &kept, bytes)
        }
        Err(_) => put(files, &kept, bytes),
    }
}

fn put(files: &dyn Files, path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace(files, path, bytes).map_err(|error| match error {
        SaveError::Io(error) => error,
        other => io::Error::other(other),
    })
}

/// Keeps the file at `path` as it is in `backups`, under its own name and `stamp`, and lets the
/// oldest of its generations go.
///
/// # Errors
/// Those of the file system; a file that is not there yet is no error.
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
    // What somebody accepted is kept already, under a name of its own.
    let is_accepted = |other: &String| {
        let of_file = other.starts_with(&format!("{name}.")) && other.ends_with(OUTSIDE);
        of_file && files.read(&backups.join(other)).is_ok_and(|kept| kept == bytes)
    };
    if files.list(backups)?.iter().any(is_accepted) {
        return Ok(());
    }
    let generation = backups.join(format!("{name}.{stamp}"));
    if !files.list(backups)?.contains(&format!("{name}.{stamp}")) {
        put(files, &generation, &bytes)?;
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
