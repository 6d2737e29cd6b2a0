//! Second versions of a group's files: found, read, and put away. None is ever deleted.

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
    /// Where it is.
    pub path: PathBuf,
    /// Which file it is of.
    pub original: Original,
    /// When what is in it was saved; nothing when it does not read.
    pub saved: Option<Moment>,
}

impl Second {
    /// The name of its file.
    #[must_use]
    pub fn name(&self) -> String {
        self.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }
}

/// What a second version holds.
#[derive(Debug)]
pub enum Held {
    /// The dossier.
    Group(Box<Group>),
    /// A meeting.
    Meeting(Box<Meeting>),
    /// Nothing that is read by itself.
    Steps,
}

/// The second versions of a group's files.
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

/// Reads a second version, and when it was saved.
///
/// # Errors
/// What is wrong with it.
pub fn read(
    files: &dyn Files,
    path: &Path,
    original: Original,
) -> Result<(Held, Option<Moment>), BrokenFile> {
    let bytes = files
        .read_at_most(path, LARGEST_JOURNAL)
        .map_err(|error| BrokenFile::whole(path, Fault::Unreadable(error.to_string())))?;
    Ok(match original {
        Original::Group => {
            let file = decode::<GroupFile>(path, &bytes)?.value;
            (Held::Group(Box::new(file.group)), Some(file.saved))
        }
        Original::Meeting(_) => {
            let file = decode::<MeetingFile>(path, &bytes)?.value;
            (Held::Meeting(Box::new(file.meeting)), Some(file.saved))
        }
        Original::Log => (Held::Steps, Some(decode::<LogFile>(path, &bytes)?.value.saved)),
        Original::Journal => {
            let last = Journal::read(&bytes).records.pop().map(|record| record.entry.at);
            (Held::Steps, last)
        }
    })
}

/// Puts a file in the group's backups under a name that no generation has, and returns where.
///
/// # Errors
/// Those of the file system; the file is where it was.
pub fn put_away(
    files: &dyn Files,
    folder: &GroupFolder,
    path: &Path,
    stamp: &str,
) -> io::Result<PathBuf> {
    let away = place_for(files, folder, path, stamp);
    make_folder(files, &folder.backups())?;
    files.rename(path, &away)?;
    for changed in [path.parent(), away.parent()].into_iter().flatten() {
        // Some systems cannot sync a folder.
        let _ = files.sync_dir(changed);
    }
    Ok(away)
}

/// Puts bytes that stood in a file in the group's backups, and leaves the file.
///
/// # Errors
/// Those of the save.
pub fn keep(
    files: &dyn Files,
    folder: &GroupFolder,
    path: &Path,
    bytes: &[u8],
    stamp: &str,
) -> Result<(), SaveError> {
    replace(files, &place_for(files, folder, path, stamp), bytes)
}

/// What stands before the name of a file that was put in the backups for good.
const AWAY: &str = "copy-";

/// A name that nothing has: what is there stays.
fn place_for(files: &dyn Files, folder: &GroupFolder, path: &Path, stamp: &str) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let there = files.list(&folder.backups()).unwrap_or_default();
    let names = (1u32..).map(|nr| match nr {
        1 => format!("{AWAY}{stamp}-{name}"),
        _ => format!("{AWAY}{stamp}.{nr}-{name}"),
    });
    let free = names.into_iter().find(|name| !there.contains(name));
    folder.backups().join(free.unwrap_or_default())
}

/// The name that a file in the backups had before it was put there for good.
#[must_use]
pub fn name_before(away: &str) -> Option<&str> {
    away.strip_prefix(AWAY)?.split_once('-').map(|(_, name)| name)
}
