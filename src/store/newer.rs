//! Files of a newer version of kring in the folder of a group.

use super::document::{BrokenFile, Document, Fault};
use super::files::Files;
use super::folder::GroupFolder;
use super::journal;
use super::migration::VERSION;
use super::version::version_of;
use crate::domain::group::Group;

/// The files of a newer version beside `group.ron`, judged by their version alone. It is called
/// before the lock is taken, because a group with such files is not locked.
#[must_use]
pub fn beside(files: &dyn Files, folder: &GroupFolder, group: &Group) -> Vec<BrokenFile> {
    let running = group.unfinished().map(|held| Document::Meeting(held.id));
    let documents = [Document::Undo, Document::Log].into_iter().chain(running);
    let documents =
        documents.map(|document| (folder.document(document), version_of as VersionReader));
    let journals = folder.journals(files).into_iter();
    let journals =
        journals.map(|number| (folder.journal(number), journal::version as VersionReader));
    documents
        .chain(journals)
        .filter_map(|(path, version)| {
            let version = version(&files.read(&path).ok()?)?;
            (version > VERSION).then(|| BrokenFile::whole(&path, Fault::Newer(version)))
        })
        .collect()
}

type VersionReader = fn(&[u8]) -> Option<u32>;
