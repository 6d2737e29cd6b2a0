//! A file that was edited by hand is accepted when it reads: a copy first, then its checksum.

use std::path::PathBuf;

use kring::store::accept::{Accepting, NotAccepted, doubted};
use kring::store::check::check;
use kring::store::document::{BrokenFile, Document, Fault, encode};
use kring::store::files::{Disk, Files};
use kring::store::opened::Access;
use kring::store::settings::Settings;

use super::{Home, all_below, overwrite};

fn text(home: &Home) -> String {
    String::from_utf8(home.bytes(Document::Group)).unwrap()
}

/// Accepts what is doubted in the whole folder; returns the files that were accepted.
fn accept_all(home: &Home) -> Vec<PathBuf> {
    let (doubted, others) = doubted(&home.store, home.store.root());
    assert_eq!(others, []);
    let mut accepting = Accepting::new(&home.store);
    doubted.into_iter().filter(|path| accepting.accept(path).unwrap()).collect()
}

#[test]
fn whatever_a_person_left_in_it_stays_and_it_is_no_doubt_any_more() {
    let whole = text(&Home::new());
    let (body, checksum) = whole.trim_end().rsplit_once('\n').unwrap();
    let renamed = whole.replace("De Vuurtoren", "De Vuurbaken");
    let name = "De Vuurbaken";
    // What is kept of each, before the new checksum.
    for (edited, kept) in [
        (renamed.clone(), format!("{}\n", body.replace("De Vuurtoren", name))),
        (format!("{body}\n"), format!("{body}\n")),
        (body.to_owned(), format!("{body}\n")),
        (
            format!("// een woord erbij\n{body}\n{checksum}"),
            format!("// een woord erbij\n{body}\n"),
        ),
        (format!("{body}\n{checksum}\n\n  \n"), format!("{body}\n")),
        (format!("{body}\n// kring DEADBEEF\n"), format!("{body}\n")),
        (format!("{body}\n// kring is goed\n"), format!("{body}\n// kring is goed\n")),
        (format!("{whole}// erna\n"), format!("{whole}// erna\n")),
        (format!("\u{feff}{whole}"), format!("\u{feff}{body}\n")),
        (whole.replace('\n', "\r\n"), format!("{}\r\n", body.replace('\n', "\r\n"))),
    ] {
        let home = Home::new();
        home.edit(Document::Group, edited.as_bytes());
        let path = home.document(Document::Group);
        assert_eq!(accept_all(&home), [path], "{edited}");
        let now = text(&home);
        let (kept_now, line) = now.split_at(kept.len());
        assert_eq!(kept_now, kept);
        assert!(line.starts_with("// kring ") && line.lines().count() == 1, "{line:?}");
        let copies = all_below(&home.folder().backups());
        assert_eq!(copies.len(), 1);
        assert_eq!(copies[0].1, edited.as_bytes(), "the copy is what the person left");
        assert_eq!(check(&Disk, home.store.root()).broken, []);
        let opened = home.open();
        assert!(matches!(opened.access, Access::Ours(_)));
        assert_eq!(opened.doubts, []);
        assert!(accept_all(&home).is_empty(), "once is enough");
    }
}

#[test]
fn settings_and_a_meeting_that_is_not_open_are_accepted_too() {
    let home = Home::new();
    let opened = home.open();
    let id = opened.dossier.group.meetings[1].id;
    drop(opened);
    let settings = home.store.folder.settings();
    overwrite(&settings, &encode(&Settings::default()).unwrap());
    let paths = [home.document(Document::Meeting(id)), settings];
    for path in &paths {
        let bytes = Disk.read(path).unwrap();
        overwrite(path, &[b"// met de hand\n", &bytes[..]].concat());
    }
    let mut accepted = accept_all(&home);
    accepted.sort_unstable();
    let mut expected = paths.to_vec();
    expected.sort_unstable();
    assert_eq!(accepted, expected);
    assert_eq!(check(&Disk, home.store.root()).broken, []);
    assert_eq!(all_below(&home.store.root().join("backups")).len(), 1);
    assert_eq!(all_below(&home.folder().backups()).len(), 1);
}

#[test]
fn what_does_not_read_is_refused_where_it_stands_and_stays() {
    let home = Home::new();
    let broken = text(&home).replacen("kring: 2,", "kring: 2", 1);
    for (bytes, line, column) in [
        (broken.as_bytes(), 3, 3),
        (b"GroupFile(\n  kring: 3,\n  colours: [],\n)\n", 1, 1),
        (b"GroupFile(kring: 2, \xff)", 1, 21),
    ] {
        home.edit(Document::Group, bytes);
        let before = all_below(home.store.root());
        let path = home.document(Document::Group);
        match Accepting::new(&home.store).accept(&path) {
            Err(NotAccepted::Broken(found)) => {
                assert_eq!((found.line, found.column), (line, column));
            }
            other => panic!("{other:?}"),
        }
        assert_eq!(all_below(home.store.root()), before);
    }
}

#[test]
fn a_group_that_is_open_elsewhere_is_left_alone() {
    let home = Home::new();
    let opened = home.open();
    home.edit(Document::Group, text(&home).replace("De Vuurtoren", "De Vuurbaken").as_bytes());
    let before = all_below(home.store.root());
    let path = home.document(Document::Group);
    let refused = Accepting::new(&home.store).accept(&path);
    assert!(matches!(refused, Err(NotAccepted::InUse(owner)) if owner.is_known()));
    assert_eq!(all_below(home.store.root()), before);
    drop(opened);
    assert!(Accepting::new(&home.store).accept(&path).unwrap());
}

#[test]
fn a_file_that_has_no_place_for_a_copy_is_left_alone() {
    let home = Home::new();
    let elsewhere = home.store.root().parent().unwrap().join("group.ron");
    let changed = text(&home).replace("De Vuurtoren", "De Vuurbaken");
    overwrite(&elsewhere, changed.as_bytes());
    let refused = Accepting::new(&home.store).accept(&elsewhere);
    assert!(matches!(refused, Err(NotAccepted::Elsewhere)), "{refused:?}");
    assert_eq!(Disk.read(&elsewhere).unwrap(), changed.as_bytes());
}

/// Nobody edits what kring put by: damage there is told by a check, and not accepted with the rest.
#[test]
fn a_damaged_generation_stays_a_fault() {
    let home = Home::new();
    let mut opened = home.open();
    super::save_named(&mut opened.writer, &opened.dossier.group, "De Vuurbaken").unwrap();
    drop(opened);
    let (path, bytes) = all_below(&home.folder().backups()).remove(0);
    overwrite(&path, &[b"// roest\n", &bytes[..]].concat());
    assert!(accept_all(&home).is_empty());
    let faults = check(&Disk, home.store.root()).broken;
    assert!(matches!(&faults[..], [BrokenFile { fault: Fault::WrongChecksum, .. }]));
}
