//! Checking the files of a data folder: reads each of them and reports its fault.

use std::path::{Path, PathBuf};

use super::conflict::{self, Original};
use super::document::{BrokenFile, Fault, GroupFile, LogFile, MeetingFile, UndoFile, decode};
use super::files::Files;
use super::journal::{self, Journal};
use super::key::KeyFile;
use super::lock::Owner;
use super::migration::VERSION;
use super::save::OUTSIDE_SUFFIX;
use super::second;
use super::settings::Settings;

#[derive(Debug, Default)]
pub struct Findings {
    /// The number of files that were read.
    pub read: usize,
    /// The files with a fault.
    pub broken: Vec<BrokenFile>,
}

/// Checks one file, or all files below a folder that kring recognizes by their names.
#[must_use]
pub fn check(files: &dyn Files, path: &Path) -> Findings {
    let mut findings = Findings::default();
    match files.list(path) {
        Ok(names) => {
            for name in names {
                check_tree(files, &path.join(name), &mut findings);
            }
        }
        Err(_) => check_file(files, path, &mut findings),
    }
    findings
}

fn check_tree(files: &dyn Files, path: &Path, findings: &mut Findings) {
    match files.list(path) {
        Ok(names) => {
            for name in names {
                check_tree(files, &path.join(name), findings);
            }
        }
        // A backup of a file that was changed outside kring has a wrong checksum by nature.
        Err(_) if path.to_string_lossy().ends_with(OUTSIDE_SUFFIX) => {}
        Err(_) if kind_of(path).is_some() => check_file(files, path, findings),
        Err(_) => {}
    }
}

/// The type of a file, by its name.
#[derive(Clone, Copy)]
enum Kind {
    Settings,
    Key,
    Group,
    Meeting,
    Undo,
    Log,
    Owner,
    Journal,
}

impl Kind {
    fn of_second(original: Original) -> Self {
        match original {
            Original::Group => Self::Group,
            Original::Meeting(_) => Self::Meeting,
            Original::Log => Self::Log,
            Original::Journal => Self::Journal,
        }
    }
}

fn kind_of(path: &Path) -> Option<Kind> {
    let name = path.file_name()?.to_string_lossy();
    let folder = path.parent().and_then(Path::file_name).unwrap_or_default();
    if name.starts_with('.') || folder == "exports" {
        return None;
    }
    // A backup has the name of its file, with a prefix or a suffix.
    let original = if folder == "backups" { name_of_backed_up_file(&name) } else { &name };
    match original {
        "kring.ron" => Some(Kind::Settings),
        "kring.key" => Some(Kind::Key),
        "group.ron" => Some(Kind::Group),
        "undo" => Some(Kind::Undo),
        "log.ron" => Some(Kind::Log),
        "owner.ron" => Some(Kind::Owner),
        name if name == "journal" || name.starts_with("journal.") => Some(Kind::Journal),
        // One of an earlier version, kept when the files were brought up to this one.
        name if folder == "backups" && name.starts_with("journal-") => Some(Kind::Journal),
        name if name.strip_suffix(".ron").is_some_and(is_meeting) => Some(Kind::Meeting),
        name => conflict::of(name).map(Kind::of_second),
    }
}

fn name_of_backed_up_file(name: &str) -> &str {
    if let Some(before) = second::name_before(name) {
        return before;
    }
    name.find(".ron.").map_or(name, |at| name.get(..at + 4).unwrap_or(name))
}

fn is_meeting(stem: &str) -> bool {
    stem.parse::<crate::domain::ids::MeetingId>().is_ok()
}

fn check_file(files: &dyn Files, path: &Path, findings: &mut Findings) {
    findings.read += 1;
    let outcome = files
        .read(path)
        .map_err(|error| BrokenFile::whole(path, Fault::Unreadable(error.to_string())))
        .and_then(|bytes| faultless(path, &bytes));
    findings.broken.extend(outcome.err());
}

/// Checks the content of a file according to its name; an unknown name is taken for `group.ron`.
///
/// # Errors
/// The fault, which may be no more than a wrong checksum or that it is a second version.
pub fn faultless(path: &Path, bytes: &[u8]) -> Result<(), BrokenFile> {
    let doubt = match kind_of(path).unwrap_or(Kind::Group) {
        Kind::Settings => decode::<Settings>(path, bytes)?.doubt,
        Kind::Key => decode::<KeyFile>(path, bytes)?.doubt,
        Kind::Group => decode::<GroupFile>(path, bytes)?.doubt,
        Kind::Meeting => decode::<MeetingFile>(path, bytes)?.doubt,
        Kind::Undo => decode::<UndoFile>(path, bytes)?.doubt,
        Kind::Log => decode::<LogFile>(path, bytes)?.doubt,
        Kind::Owner => decode::<Owner>(path, bytes)?.doubt,
        Kind::Journal => journal_fault(path, bytes),
    };
    doubt.or_else(|| second_version(path)).map_or(Ok(()), Err)
}

/// Reports a second version, which is valid by itself but needs a decision by a person. For one in
/// the backups that was made.
fn second_version(path: &Path) -> Option<BrokenFile> {
    let name = path.file_name()?.to_string_lossy();
    let put_away = path.parent().and_then(Path::file_name).is_some_and(|it| it == "backups");
    let original = conflict::of(&name).filter(|_| !put_away)?;
    Some(BrokenFile::whole(path, Fault::Second(original)))
}

fn journal_fault(path: &Path, bytes: &[u8]) -> Option<BrokenFile> {
    if let Some(version) = journal::version(bytes).filter(|version| *version > VERSION) {
        return Some(BrokenFile::whole(path, Fault::Newer(version)));
    }
    let journal = Journal::read(bytes);
    (journal.whole < bytes.len()).then(|| BrokenFile {
        path: path.to_owned(),
        line: 1,
        column: journal.whole + 1,
        fault: Fault::Record,
    })
}

/// The paths of the files with a fault.
#[must_use]
pub fn paths(broken: &[BrokenFile]) -> Vec<PathBuf> {
    broken.iter().map(|file| file.path.clone()).collect()
}
