//! Second versions that other programs leave: found, named, read, put away, and never deleted.

use std::path::PathBuf;

use kring::domain::erasure::Passage;
use kring::domain::history::{Entry, EntryKind};
use kring::domain::when::When;
use kring::store::check::check;
use kring::store::conflict::Original;
use kring::store::document::{Document, Fault, GroupFile, encode};
use kring::store::files::{Disk, Files};
use kring::store::journal::{HEADER, Record};
use kring::store::migration::VERSION;
use kring::store::purge::Purge;
use kring::store::save::SaveError;
use kring::store::saver::Saver;
use kring::store::second::{SecondContent, find, put_away, read};

use super::{Home, names, overwrite, save_named};
use crate::rig::clock::afternoon;

/// Puts a second version of the group beside it.
fn second(home: &Home, name: &str) -> PathBuf {
    let path = home.folder().path().join(name);
    overwrite(&path, &home.bytes(Document::Group));
    path
}

#[test]
fn second_versions_are_found_with_when_they_were_saved() {
    let home = Home::new();
    assert_eq!(find(&Disk, &home.folder()), []);
    let group = second(&home, "group-KANTOOR3.ron");
    let id = home.open().dossier.group.meetings[4].id;
    let meeting = home.folder().meetings().join(format!("{id} (1).ron"));
    overwrite(&meeting, &home.bytes(Document::Meeting(id)));
    let journal = home.folder().path().join("journal (conflicted copy 2026-02-12)");
    overwrite(&journal, HEADER);
    let unreadable = second(&home, "group (Lot's conflicted copy 2026-02-12).ron");
    overwrite(&unreadable, b"nothing that reads");
    second(&home, "group.docx");
    let found = find(&Disk, &home.folder());
    let found: Vec<_> =
        found.iter().map(|it| (it.path.clone(), it.original, it.saved.is_some())).collect();
    let expected = [
        (unreadable, Original::Group, false),
        (group, Original::Group, true),
        (journal, Original::Journal, false),
        (meeting, Original::Meeting(id), true),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_second_version_reads_as_what_it_is_of() {
    let home = Home::new();
    let path = second(&home, "group.sync-conflict-20260212-101010-ABCDEFG.ron");
    let (held, saved) = read(&Disk, &path, Original::Group).unwrap();
    let SecondContent::Group(group) = held else { panic!("{held:?}") };
    assert_eq!(*group, home.open().dossier.group);
    assert_eq!(saved, Some(afternoon()));
    overwrite(&path, b"nothing that reads");
    let broken = read(&Disk, &path, Original::Group).unwrap_err();
    assert!(matches!(broken.fault, Fault::Syntax(_)), "{broken:?}");
}

#[test]
fn a_check_names_second_versions_and_says_whether_they_read() {
    let home = Home::new();
    let group = second(&home, "group-KANTOOR3.ron");
    let broken = second(&home, "group (Case Conflict).ron");
    overwrite(&broken, b"nothing that reads");
    second(&home, "group.docx");
    let found = check(&Disk, home.store.root()).broken;
    let faults: Vec<_> = found.iter().map(|it| (it.path.clone(), it.fault.clone())).collect();
    assert_eq!(faults.len(), 2, "{faults:?}");
    assert!(faults[0].0 == broken && matches!(faults[0].1, Fault::Syntax(_)), "{faults:?}");
    assert_eq!(faults[1], (group, Fault::Second(Original::Group)));
}

#[test]
fn what_is_put_away_is_in_the_backups_whole_and_no_finding_any_more() {
    let home = Home::new();
    let path = second(&home, "group.ron.kring-1");
    let bytes = Disk.read(&path).unwrap();
    let other = second(&home, "group-KANTOOR3.ron");
    let folder = home.folder();
    let away = put_away(&Disk, &folder, &path, "20260212T135500.000").unwrap();
    assert_eq!(Disk.read(&away).unwrap(), bytes);
    put_away(&Disk, &folder, &other, "20260212T135500.000").unwrap();
    // Another of that name, at that moment.
    let path = second(&home, "group.ron.kring-1");
    put_away(&Disk, &folder, &path, "20260212T135500.000").unwrap();
    assert_eq!(names(&folder.backups()).len(), 3, "{:?}", names(&folder.backups()));
    assert_eq!(find(&Disk, &folder), []);
    let findings = check(&Disk, home.store.root());
    assert_eq!(findings.broken, []);
    overwrite(&away, b"nothing that reads");
    assert_eq!(check(&Disk, home.store.root()).broken.len(), 1, "they are read all the same");
}

/// Five generations are kept of a file; what a person put away is none of them.
#[test]
fn what_is_put_away_outlives_every_generation() {
    let home = Home::new();
    let path = second(&home, "group.ron.kring-1");
    let folder = home.folder();
    let away = put_away(&Disk, &folder, &path, "20260212T135500.000").unwrap();
    for run in 0..8 {
        let store = kring::store::Store::new(
            std::sync::Arc::new(Disk),
            home.store.folder.clone(),
            std::sync::Arc::<super::SetClock>::clone(&home.clock),
        );
        home.clock.pass(60);
        let mut opened = store.open(super::SLUG).unwrap();
        save_named(&mut opened.writer, &opened.dossier.group, &format!("Vuur {run}")).unwrap();
    }
    let kept = names(&folder.backups());
    assert!(Disk.read(&away).is_ok());
    assert_eq!(kept.iter().filter(|name| name.starts_with("group.ron.")).count(), 5, "{kept:?}");
}

/// What is typed after somebody changed the file goes on being kept, in one file beside it.
#[test]
fn what_stands_beside_a_changed_file_is_the_newest() {
    let home = Home::new();
    let mut opened = home.open();
    let theirs = [home.bytes(Document::Group), b"// by hand\n".to_vec()].concat();
    home.edit(Document::Group, &theirs);
    for name in ["Eerst", "Later"] {
        let refused = save_named(&mut opened.writer, &opened.dossier.group, name);
        assert!(matches!(refused, Err(SaveError::Changed { .. })), "{refused:?}");
    }
    let beside = find(&Disk, &home.folder());
    assert_eq!(beside.len(), 1, "{beside:?}");
    let (held, _) = read(&Disk, &beside[0].path, Original::Group).unwrap();
    assert!(matches!(held, SecondContent::Group(group) if group.name == "Later"));
    assert_eq!(home.bytes(Document::Group), theirs);
}

/// Erased for good is erased in second versions too.
#[test]
fn erasing_reaches_second_versions() {
    let home = Home::new();
    let opened = home.open();
    let group = &opened.dossier.group;
    let words = group.agreements.iter().find(|it| matches!(it.when, Some(When::Day(_)))).unwrap();
    let passage = Passage::of_line(&words.text, group, afternoon().date_naive());
    second(&home, "group-KANTOOR3.ron");
    second(&home, "Kopie van group.ron");
    let folder = home.folder();
    overwrite(&folder.path().join("journal-KANTOOR3"), HEADER);
    overwrite(&folder.path().join("journal.sync-conflict-20260212-101010-ABCDEFG"), HEADER);
    let saver = Saver::start(opened.writer, None).unwrap();
    let purge = Purge { passages: vec![passage], copies: false, times: 1 };
    saver.purge(purge, [].into(), std::time::Duration::from_secs(20)).unwrap();
    assert_eq!(find(&Disk, &folder), []);
    // What is in the bin is in older versions of the group, whatever they hold.
    second(&home, "group-KANTOOR3.ron");
    let purge = Purge { passages: Vec::new(), copies: true, times: 1 };
    saver.purge(purge, [].into(), std::time::Duration::from_secs(20)).unwrap();
    assert_eq!(find(&Disk, &folder), []);
}

/// What synced over the group was written by another computer, which has had more of it: the words
/// in the journal here may be nowhere else.
#[test]
fn a_journal_that_the_files_have_overtaken_is_kept_for_good() {
    let home = Home::new();
    let group = home.open().dossier.group;
    let (at, kind, changes) = (afternoon(), EntryKind::Along, Vec::new());
    let record = Record { sequence: 1, entry: Entry { by: String::new(), at, kind, changes } };
    let journal = [HEADER, &record.encode().unwrap()].concat();
    overwrite(&home.folder().journal(1), &journal);
    let backups = home.folder().backups();
    for (sequence, kept) in [(1, 0), (40, 1)] {
        let group = group.clone();
        let file = GroupFile { kring: VERSION, sequence, saved: afternoon(), group };
        home.edit(Document::Group, &encode(&file).unwrap());
        drop(home.store.open_read_only(super::SLUG).unwrap());
        assert_eq!(names(&backups), Vec::<String>::new(), "looking keeps nothing");
        drop(home.open());
        assert_eq!(names(&backups).len(), kept, "{:?}", names(&backups));
    }
    assert_eq!(Disk.read(&backups.join(&names(&backups)[0])).unwrap(), journal);
}
