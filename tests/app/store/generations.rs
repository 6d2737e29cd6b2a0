//! Generations: one a file a run of the program, before its first save; five kept.

use std::io::ErrorKind;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use kring::store::Store;
use kring::store::document::{GroupFile, decode};
use kring::store::files::{Disk, Files};

use super::{Home, names, save_named};
use crate::rig::files::{Task, Verdict, Watched};

/// The names of the group in its generations, oldest first.
fn kept(home: &Home) -> Vec<String> {
    let backups = home.folder().backups();
    let of_group = |name: &String| name.starts_with("group.ron.");
    names(&backups)
        .into_iter()
        .filter(of_group)
        .map(|name| {
            let path = backups.join(name);
            let read = decode::<GroupFile>(&path, &Disk.read(&path).unwrap()).unwrap();
            assert_eq!(read.doubt, None);
            read.value.group.name
        })
        .collect()
}

/// One run of the program: opens the group and saves it under these names.
fn run(home: &Home, saved_as: &[String]) {
    home.clock.pass(3600);
    let Store { files, folder, clock, .. } = home.store.clone();
    let mut opened = Store::new(files, folder, clock).open(super::SLUG).unwrap();
    for name in saved_as {
        save_named(&mut opened.writer, &opened.dossier.group, name).unwrap();
    }
}

#[test]
fn each_run_keeps_one_and_five_are_kept() {
    let home = Home::new();
    for nr in 1..=8 {
        run(&home, &[format!("run {nr}, eerst"), format!("run {nr}, laatst")]);
        let expected: Vec<String> = (0..nr)
            .map(|nr| if nr == 0 { "De Vuurtoren".into() } else { format!("run {nr}, laatst") })
            .collect();
        let newest = expected.get(expected.len().saturating_sub(5)..).unwrap();
        assert_eq!(kept(&home), newest);
    }
}

#[test]
fn a_group_that_is_opened_again_in_a_run_keeps_the_generation_it_has() {
    let home = Home::new();
    for name in ["Een", "Twee", "Drie"] {
        let mut opened = home.open();
        save_named(&mut opened.writer, &opened.dossier.group, name).unwrap();
        drop(opened);
        home.clock.pass(60);
    }
    assert_eq!(kept(&home), ["De Vuurtoren"]);
}

#[test]
fn a_generation_that_could_not_be_kept_is_kept_before_the_save_that_works() {
    for fault in [Verdict::Fail(ErrorKind::StorageFull), Verdict::Halfway(ErrorKind::StorageFull)] {
        let full = Arc::new(AtomicBool::new(true));
        let state = Arc::clone(&full);
        let files = Watched::by(move |call| {
            let backup = call.path.components().any(|part| part.as_os_str() == "backups");
            let fails = backup && call.task == Task::Create && state.load(Ordering::SeqCst);
            if fails { fault } else { Verdict::Go }
        });
        let home = Home::on(files);
        let mut opened = home.open();
        let group = opened.dossier.group.clone();
        assert!(save_named(&mut opened.writer, &group, "Nieuw").is_err(), "{fault:?}");
        full.store(false, Ordering::SeqCst);
        save_named(&mut opened.writer, &group, "Nieuw").unwrap();
        assert_eq!(kept(&home), ["De Vuurtoren"], "{fault:?}");
    }
}
