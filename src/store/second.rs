//! Second versions of a group's files, which sync tools and kring itself leave on a conflict:
//! finding them, reading them and moving them to the backups. None is ever deleted.

use std::io;
use std::path::{Path, PathBuf};

use super::conflict::{self, Original};
use super::document::{BrokenFile, Fault, GroupFile, LogFile, MeetingFile, decode};
use super::files::{Files, LARGEST_JOURNAL};
use super::folder::GroupFolder;
use super::journal::Journal;
use super::save::{SaveError, make_folder, replace};
use crate::domain::group::Group;
use crate::domain::hour::Moment;
use crate::domain::meeting::Meeting;

/// A second version of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Second {
    pub path: PathBuf,
    /// The file of which it is a second version.
    pub original: Original,
    /// When its content was saved; `None` when it cannot be read.
    pub saved: Option<Moment>,
}

impl Second {
    /// Its file name.
    #[must_use]
    pub fn name(&self) -> String {
        self.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }
}

/// The content of a second version.
#[derive(Debug)]
pub enum SecondContent {
    Group(Box<Group>),
    Meeting(Box<Meeting>),
    /// A log or a journal, whose content is not used.
    Steps,
}

/// Finds the second versions of a group's files.
#[must_use]
pub fn find(files: &dyn Files, folder: &GroupFolder) -> Vec<Second> {
    let mut found = Vec::new();
    for below in [folder.path().to_owned(), folder.meetings()] {
        for name in files.list(&below).unwrap_or_default() {
            if let Some(original) = conflict::of(&name) {
                let path = below.join(name);
                let saved = read(files, &path, original).ok().and_then(|(_, saved)| saved);
                found.push(Second { path, original, saved });
            }
        }
    }
    found
}

/// Reads a second version and the time at which it was saved.
///
/// # Errors
/// The file cannot be read or decoded.
pub fn read(
    files: &dyn Files,
    path: &Path,
    original: Original,
) -> Result<(SecondContent, Option<Moment>), BrokenFile> {
    let bytes = files
        .read_at_most(path, LARGEST_JOURNAL)
        .map_err(|error| BrokenFile::whole(path, Fault::Unreadable(error.to_string())))?;
    Ok(match original {
        Original::Group => {
            let file = decode::<GroupFile>(path, &bytes)?.value;
            (SecondContent::Group(Box::new(file.group)), Some(file.saved))
        }
        Original::Meeting(_) => {
            let file = decode::<MeetingFile>(path, &bytes)?.value;
            (SecondContent::Meeting(Box::new(file.meeting)), Some(file.saved))
        }
        Original::Log => (SecondContent::Steps, Some(decode::<LogFile>(path, &bytes)?.value.saved)),
        Original::Journal => {
            let last = Journal::read(&bytes).records.pop().map(|record| record.entry.at);
            (SecondContent::Steps, last)
        }
    })
}

/// Moves a file to the group's backups under an unused name, and returns its new path. Unlike a
/// generation it is never deleted.
///
/// # Errors
/// Those of the file system; the file was not moved.
pub fn put_away(
    files: &dyn Files,
    folder: &GroupFolder,
    path: &Path,
    stamp: &str,
) -> io::Result<PathBuf> {
    let target = free_backup_path(files, folder, path, stamp);
    make_folder(files, &folder.backups())?;
    files.rename(path, &target)?;
    for changed in [path.parent(), target.parent()].into_iter().flatten() {
        // Not every system can fsync a folder.
        let _ = files.sync_dir(changed);
    }
    Ok(target)
}

/// Writes a copy of a file, of which `bytes` is the content, to the group's backups under an
/// unused name.
///
/// # Errors
/// The copy could not be written.
pub fn keep(
    files: &dyn Files,
    folder: &GroupFolder,
    path: &Path,
    bytes: &[u8],
    stamp: &str,
) -> Result<(), SaveError> {
    replace(files, &free_backup_path(files, folder, path, stamp), bytes)
}

/// Prefix of files in the backups that are never deleted as generations.
const COPY_PREFIX: &str = "copy-";

/// A path in the backups that is not in use.
fn free_backup_path(files: &dyn Files, folder: &GroupFolder, path: &Path, stamp: &str) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let existing = files.list(&folder.backups()).unwrap_or_default();
    let names = (1u32..).map(|nr| match nr {
        1 => format!("{COPY_PREFIX}{stamp}-{name}"),
        _ => format!("{COPY_PREFIX}{stamp}.{nr}-{name}"),
    });
    let free = names.into_iter().find(|name| !existing.contains(name));
    folder.backups().join(free.unwrap_or_default())
}

/// The original name of a file that was put in the backups by [`put_away`] or [`keep`].
#[must_use]
pub fn name_before(away: &str) -> Option<&str> {
    away.strip_prefix(COPY_PREFIX)?.split_once('-').map(|(_, name)| name)
}
