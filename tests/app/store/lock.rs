//! Two programs at one group: the first writes, the second reads and says who the first is. A lock
//! is taken over only when it is certain that its holder is gone.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use kring::store::document::{Document, decode, encode};
use kring::store::files::{Disk, Files};
use kring::store::lock::Owner;
use kring::store::migration::VERSION;
use kring::store::opened::Access;
use kring::store::saver::{DocumentBody, SaveJob, Saver};

use super::{Home, all_below, overwrite};
use crate::rig::clock::{SetClock, afternoon};

#[test]
fn the_second_program_hears_who_has_the_group() {
    let home = Home::new();
    let first = home.open_free();
    let Access::Ours(holding) = &first.access else { unreachable!() };
    holding.announce();
    let Access::Theirs(owner) = home.open().access else { panic!("both write") };
    assert_eq!((owner.process, owner.since), (std::process::id(), afternoon()));
    drop(first);
    // The lock goes with its holder.
    home.open_free();
}

#[test]
fn the_owner_is_told_as_it_stands_in_the_file() {
    let home = Home::new();
    let _first = home.open();
    let lot = lot();
    write(&home, &lot);
    let Access::Theirs(owner) = home.open().access else { panic!("both write") };
    assert_eq!(owner, lot);
    overwrite(&home.folder().owner(), b"unreadable");
    assert!(matches!(home.open().access, Access::Theirs(_)), "whoever it is");
}

#[test]
fn the_second_program_writes_nothing() {
    let home = Home::new();
    let _first = home.open();
    let before = all_below(home.folder().path());
    let second = home.open();
    assert!(matches!(second.access, Access::Theirs(_)));
    let looked = home.store.open_read_only(super::SLUG).unwrap();
    assert!(matches!(looked.access, Access::Looking));
    assert_eq!(all_below(home.folder().path()), before);
}

/// The first program may be in the middle of a record when the second looks at the journal.
#[test]
fn the_second_program_writes_nothing_when_a_record_is_half_written_either() {
    let home = Home::new();
    let _first = home.open();
    overwrite(&home.folder().journal(1), &[kring::store::journal::HEADER, b"half"].concat());
    let before = paths_below(home.folder().path());
    drop(home.store.open_read_only(super::SLUG).unwrap());
    assert_eq!(paths_below(home.folder().path()), before, "after a look");
    drop(home.open());
    assert_eq!(paths_below(home.folder().path()), before, "after opening what another has");
}

fn paths_below(folder: &Path) -> Vec<PathBuf> {
    all_below(folder).into_iter().map(|(path, _)| path).collect()
}

/// Somebody at another computer.
fn lot() -> Owner {
    Owner {
        kring: VERSION,
        who: "Lot".to_owned(),
        host: "kantoor-3".to_owned(),
        boot: "b00t".to_owned(),
        process: 7,
        since: afternoon(),
        seen: Some(afternoon()),
    }
}

fn write(home: &Home, owner: &Owner) {
    overwrite(&home.folder().owner(), &encode(owner).unwrap());
}

/// Whether the group is ours once this owner's program is gone from the system's lock.
fn is_ours(owner: &Owner) -> bool {
    let home = Home::new();
    write(&home, owner);
    let access = home.open().access;
    assert!(matches!(access, Access::Ours(_) | Access::MaybeTaken(_)), "{access:?}");
    let Access::MaybeTaken(told) = access else { return true };
    assert_eq!(&told, owner);
    assert_eq!(read(&home), Some(owner.clone()), "nothing was taken");
    false
}

fn read(home: &Home) -> Option<Owner> {
    let path = home.folder().owner();
    Some(decode(&path, &Disk.read(&path).ok()?).unwrap().value)
}

#[test]
fn what_another_computer_has_is_not_taken_over_by_itself() {
    assert!(!is_ours(&lot()), "its lock does not reach here");
    assert!(!is_ours(&Owner { boot: String::new(), ..lot() }), "a system that does not say");
    assert!(!is_ours(&Owner { host: String::new(), ..lot() }), "a computer without a name");
}

/// A computer that sleeps is not seen for as long as it sleeps, and wakes with the group open.
#[test]
fn how_long_ago_somebody_was_seen_decides_nothing() {
    let long_ago = afternoon() - chrono::TimeDelta::days(400);
    assert!(!is_ours(&Owner { seen: Some(long_ago), since: long_ago, ..lot() }));
    assert!(!is_ours(&Owner { seen: None, since: long_ago, ..lot() }));
}

#[test]
fn an_owner_that_does_not_read_is_not_taken_over_by_itself() {
    let home = Home::new();
    overwrite(&home.folder().owner(), b"unreadable");
    let Access::MaybeTaken(owner) = home.open().access else { panic!("taken") };
    assert!(!owner.is_known());
    assert_eq!(Disk.read(&home.folder().owner()).unwrap(), b"unreadable");
}

/// A program of this computer that is gone.
#[cfg(target_os = "linux")]
fn dead() -> u32 {
    let mut child = std::process::Command::new("true").spawn().unwrap();
    let process = child.id();
    child.wait().unwrap();
    process
}

#[cfg(target_os = "linux")]
fn here() -> Owner {
    Owner { process: dead(), ..Owner::this_program(&Disk, afternoon()) }
}

#[cfg(target_os = "linux")]
#[test]
fn a_program_of_this_computer_that_is_gone_leaves_the_group() {
    assert!(!here().host.is_empty() && !here().boot.is_empty(), "{:?}", here());
    assert!(is_ours(&here()));
    assert!(!is_ours(&Owner { host: "kantoor-3".to_owned(), ..here() }), "a number of there");
}

#[cfg(target_os = "linux")]
#[test]
fn a_computer_that_was_started_again_has_none_of_its_programs() {
    // Its number is of a program that lives now: this one's parent.
    let process = std::os::unix::process::parent_id();
    assert!(is_ours(&Owner { boot: "another".to_owned(), process, ..here() }));
}

#[cfg(target_os = "linux")]
#[test]
fn a_living_program_is_asked_about_only_when_it_may_be_kring() {
    use std::os::unix::fs::PermissionsExt;
    use std::process::Stdio;
    let folder = tempfile::tempdir().unwrap();
    for (name, ours) in [("notepad", true), ("kring", false)] {
        let program = folder.path().join(name);
        overwrite(&program, b"#!/bin/sh\nread line\n");
        std::fs::set_permissions(&program, PermissionsExt::from_mode(0o700)).unwrap();
        let mut command = std::process::Command::new(&program);
        let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
        let taken = is_ours(&Owner { process: child.id(), ..here() });
        child.kill().unwrap();
        child.wait().unwrap();
        assert_eq!(taken, ours, "{name}");
    }
}

#[test]
fn what_was_let_go_has_no_owner() {
    let home = Home::new();
    let opened = home.open();
    assert!(read(&home).is_some());
    drop(opened);
    assert_eq!(read(&home), None);
}

#[test]
fn a_person_takes_over_what_another_computer_had() {
    let home = Home::new();
    write(&home, &lot());
    assert!(matches!(home.open().access, Access::MaybeTaken(_)));
    let opened = home.store.take_over(super::SLUG).unwrap();
    let Access::Ours(holding) = &opened.access else { panic!("not taken over") };
    holding.announce();
    assert_eq!(read(&home).unwrap().process, std::process::id());
}

/// On this computer the system's lock knows: whoever has it is there.
#[test]
fn nobody_takes_over_what_is_open_here() {
    let home = Home::new();
    let _first = home.open();
    let second = home.store.take_over(super::SLUG).unwrap();
    assert!(matches!(second.access, Access::Theirs(_)));
}

/// Saves something, so that the thread has worked twice: what it does about the owner lies between.
fn work(saver: &mut Saver, home: &Home) {
    let group = home.store.open_read_only(super::SLUG).unwrap().dossier.group;
    for sequence in 0..2 {
        let content = DocumentBody::Group(Box::new(group.clone()));
        saver.save(SaveJob { content, sequence, saved: afternoon() });
        let outcome = saver.outcome(Duration::from_secs(20)).unwrap();
        assert!(outcome.result.is_ok(), "{:?}", outcome.result);
    }
}

/// A group that is open for writing, the thread that has said so, and who else may say so.
fn held() -> (Home, Saver, Arc<OnceLock<Owner>>) {
    let home = Home::new();
    let opened = home.open_free();
    let Access::Ours(holding) = opened.access else { unreachable!() };
    let mut saver = Saver::start(opened.writer, None).unwrap();
    let other = holding.other();
    saver.hold(holding, Arc::<SetClock>::clone(&home.clock));
    work(&mut saver, &home);
    assert!(read(&home).is_some(), "the saver says who holds it");
    (home, saver, other)
}

#[test]
fn an_owner_is_seen_about_once_a_minute_until_the_group_is_let_go() {
    let (home, mut saver, _) = held();
    home.clock.pass(59);
    work(&mut saver, &home);
    assert_eq!(read(&home).unwrap().seen, Some(afternoon()));
    home.clock.pass(1);
    work(&mut saver, &home);
    let seen = afternoon() + chrono::TimeDelta::minutes(1);
    let owner = read(&home).unwrap();
    assert_eq!((owner.since, owner.seen), (afternoon(), Some(seen)));
    saver.close();
    assert_eq!(read(&home), None);
    home.open_free();
}

/// It was taken over on another computer while this one slept.
#[test]
fn who_took_the_group_over_is_heard_and_not_written_over() {
    let (home, mut saver, other) = held();
    write(&home, &lot());
    home.clock.pass(60);
    work(&mut saver, &home);
    assert_eq!(other.get(), Some(&lot()));
    saver.close();
    assert_eq!(read(&home), Some(lot()), "it is theirs now");
}

/// The owner is no document: without it everything is saved all the same, and nobody is told.
#[test]
fn an_owner_that_cannot_be_written_keeps_nobody_from_saving() {
    let (home, mut saver, _) = held();
    Disk.remove(&home.folder().owner()).unwrap();
    Disk.create_dir(&home.folder().owner()).unwrap();
    home.clock.pass(60);
    work(&mut saver, &home);
    saver.close();
    let group = home.bytes(Document::Group);
    assert!(kring::store::document::doubt(Path::new("group.ron"), &group).is_ok());
}

/// A group is made in a folder that somebody else is making it in: one of the two has it.
#[test]
fn a_group_is_not_put_where_another_program_works() {
    let home = Home::new();
    let before = home.bytes(Document::Group);
    let first = home.open();
    let dossier = crate::rig::practice::dossier(kring::language::Language::English);
    let refused = home.store.put(super::SLUG, &dossier).unwrap_err();
    assert!(matches!(refused, kring::store::save::SaveError::InUse), "{refused}");
    drop(first);
    write(&home, &lot());
    assert!(home.store.put(super::SLUG, &dossier).is_err());
    assert_eq!(home.bytes(Document::Group), before);
    assert_eq!(
        super::names(home.folder().path()).iter().filter(|it| it.contains("kring")).count(),
        0
    );
}
