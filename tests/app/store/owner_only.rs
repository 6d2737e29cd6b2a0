//! Files and folders are for their owner alone from the moment they are there, whatever the mask.
#![cfg(unix)]

use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Mutex};

use kring::language::Language;
use kring::store::Store;
use kring::store::folder::DataFolder;
use kring::store::journal::Record;
use kring::store::journal_thread::JournalWriter;

use super::{names, practice, save_named};
use crate::rig::clock::{SetClock, afternoon};
use crate::rig::files::{Task, Verdict, Watched};

/// The mask of the process is set for the whole process, so this runs in one of its own.
#[test]
fn files_and_folders_are_for_their_owner_alone() {
    let program = std::env::current_exe().unwrap();
    let shell = "umask 000; exec \"$0\" --exact --ignored owner_only::under_an_open_mask";
    let outcome = Command::new("sh").arg("-c").arg(shell).arg(program).output().unwrap();
    assert!(outcome.status.success(), "{}", String::from_utf8_lossy(&outcome.stdout));
}

fn mode(path: &Path) -> u32 {
    std::fs::metadata(path).unwrap().permissions().mode() & 0o777
}

fn is_private_below(folder: &Path, seen: &mut usize) {
    assert_eq!(mode(folder), 0o700, "{}", folder.display());
    for path in names(folder).into_iter().map(|name| folder.join(name)) {
        if path.is_dir() {
            is_private_below(&path, seen);
        } else {
            *seen += 1;
            assert_eq!(mode(&path), 0o600, "{}", path.display());
        }
    }
}

/// Whether a call leaves something on the disk.
fn leaves(task: Task) -> bool {
    matches!(task, Task::Create | Task::Begin | Task::Rename | Task::CreateDir | Task::Lock)
}

/// Does all there is to do, and looks at the modes after each call that left something.
#[test]
#[ignore = "runs in a process of its own, started by the test above"]
fn under_an_open_mask() {
    let temp = tempfile::tempdir().unwrap();
    let root = temp.path().join("kring");
    let watched = root.clone();
    let seen = Arc::new(Mutex::new(0));
    let counted = Arc::clone(&seen);
    let files = Watched::by(move |call| {
        if call.done && leaves(call.task) && watched.exists() {
            is_private_below(&watched, &mut counted.lock().unwrap());
        }
        Verdict::Go
    });
    let store = Store::new(files, DataFolder::new(root), SetClock::new());
    store.put(super::SLUG, &practice::dossier(Language::Dutch)).unwrap();
    let mut opened = store.open(super::SLUG).unwrap();
    save_named(&mut opened.writer, &opened.dossier.group, "Nieuw").unwrap();
    store.export(super::SLUG, "verslag.txt", b"tekst").unwrap();
    let folder = opened.folder.clone();
    let Store { files, clock, .. } = store;
    let mut journal = JournalWriter::start(files, folder, clock).unwrap();
    let (at, kind) = (afternoon(), kring::domain::history::EntryKind::Along);
    let entry = kring::domain::history::Entry { at, by: String::new(), kind, changes: Vec::new() };
    journal.write(&Record { sequence: 1, entry }).unwrap();
    journal.close(std::time::Duration::from_secs(10));
    assert!(*seen.lock().unwrap() > 100, "little was looked at");
}
