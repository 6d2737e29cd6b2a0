//! `kring-data` beside the program is used when it is there and can be written; beside a program
//! that cannot be written beside, nothing is ever made.

use std::io::ErrorKind;
use std::path::Path;
use std::sync::{Arc, Mutex};

use kring::store::files::{Disk, Files};
use kring::store::folder::DataFolder;

use super::names;
use crate::rig::files::{Task, Verdict, Watched};

/// The folder kring takes beside a program in `home`, and what it left there.
fn found(files: &dyn Files, home: &Path) -> (bool, Vec<String>) {
    let program = home.join("kring.exe");
    let found = DataFolder::find(None, Some(&program), files);
    let beside = home.join("kring-data");
    let taken = found.is_some_and(|folder| folder.root() == beside);
    (taken, names(home).into_iter().chain(names(&beside)).collect())
}

#[test]
fn a_folder_beside_the_program_is_used_when_it_is_there() {
    let home = tempfile::tempdir().unwrap();
    Disk.create_dir(&home.path().join("kring-data")).unwrap();
    assert_eq!(found(&Disk, home.path()), (true, vec!["kring-data".to_owned()]));
}

#[test]
fn it_is_never_made() {
    let home = tempfile::tempdir().unwrap();
    assert_eq!(found(&Disk, home.path()), (false, Vec::new()));
}

#[test]
fn beside_a_program_on_a_read_only_disk_nothing_is_written() {
    let home = tempfile::tempdir().unwrap();
    Disk.create_dir(&home.path().join("kring-data")).unwrap();
    let asked = Arc::new(Mutex::new(Vec::new()));
    let heard = Arc::clone(&asked);
    let files = Watched::by(move |call| {
        if matches!(call.task, Task::Read | Task::List) {
            return Verdict::Go;
        }
        heard.lock().unwrap().push(call.task);
        Verdict::Fail(ErrorKind::ReadOnlyFilesystem)
    });
    assert_eq!(found(files.as_ref(), home.path()), (false, vec!["kring-data".to_owned()]));
    assert_eq!(*asked.lock().unwrap(), [Task::Create], "it is tried once, and left");
}

/// What is asked for goes before what is beside the program.
#[test]
fn a_folder_that_was_asked_for_is_taken_as_it_is() {
    let home = tempfile::tempdir().unwrap();
    Disk.create_dir(&home.path().join("kring-data")).unwrap();
    let asked = home.path().join("elsewhere");
    let program = home.path().join("kring.exe");
    let found = DataFolder::find(Some(asked.clone()), Some(&program), &Disk).unwrap();
    assert_eq!(found.root(), asked);
    assert_eq!(names(home.path()), ["kring-data"]);
}
