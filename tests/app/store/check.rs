//! `check` finds every fault, and says in which file, at which line and column.

use std::path::{Path, PathBuf};

use kring::language::Language;
use kring::store::check::check;
use kring::store::document::{Document, Fault, encode};
use kring::store::files::{Disk, LARGEST};
use kring::store::journal::HEADER;
use kring::store::settings::Settings;
use kring::words::Words;

use super::{Home, overwrite, save_named};

/// What a check of the whole folder says, without the sentences.
fn found(home: &Home) -> Vec<(PathBuf, usize, usize, Fault)> {
    let findings = check(&Disk, home.store.root());
    for broken in &findings.broken {
        for language in [Language::Dutch, Language::English] {
            let said = Words(language).located(broken);
            let place = format!("{}:{}:{}: ", broken.path.display(), broken.line, broken.column);
            assert!(said.starts_with(&place) && said.len() > place.len(), "{said}");
            assert!(!said.contains('\n'), "one line: {said}");
        }
    }
    findings.broken.into_iter().map(|one| (one.path, one.line, one.column, one.fault)).collect()
}

/// What a check finds once the group's file holds these bytes.
fn found_in(bytes: &[u8]) -> (usize, usize, Fault) {
    let home = Home::new();
    home.edit(Document::Group, bytes);
    let mut found = found(&home);
    assert_eq!(found.len(), 1, "{found:?}");
    let (path, line, column, fault) = found.remove(0);
    assert_eq!(path, home.document(Document::Group));
    (line, column, fault)
}

fn group() -> String {
    String::from_utf8(Home::new().bytes(Document::Group)).unwrap()
}

#[test]
fn a_folder_as_kring_leaves_it_has_no_faults() {
    let home = Home::new();
    let mut opened = home.open();
    save_named(&mut opened.writer, &opened.dossier.group, "De Vuurbaken").unwrap();
    overwrite(&home.store.folder.settings(), &encode(&Settings::default()).unwrap());
    overwrite(&home.folder().journal(1), HEADER);
    let findings = check(&Disk, home.store.root());
    assert_eq!(findings.broken, []);
    // The settings, the group, its generation, its owner, a journal, the log and five meetings.
    assert_eq!(findings.read, 11);
}

#[test]
fn a_checksum_is_found_at_its_line() {
    let text = group();
    let last = text.lines().count();
    let (body, _) = text.trim_end().rsplit_once('\n').unwrap();
    assert_eq!(found_in(format!("{body}\n").as_bytes()), (last - 1, 1, Fault::NoChecksum));
    let changed = text.replace("Noor", "Nora");
    assert_eq!(found_in(changed.as_bytes()), (last, 1, Fault::WrongChecksum));
}

#[test]
fn what_does_not_read_is_found_where_it_stands() {
    let text = group();
    let line = 1 + text.lines().position(|line| line.contains("name: \"Daniël Postma\"")).unwrap();
    let broken = text.replace("\"Daniël Postma\"", "\"Daniël\" 3");
    let (at, column, fault) = found_in(broken.as_bytes());
    let expected = broken.lines().nth(line - 1).unwrap().chars().position(|c| c == '3').unwrap();
    assert_eq!((at, column), (line, expected + 1));
    assert!(matches!(fault, Fault::Syntax(_)));
    let (before, after) = text.split_once("Daniël").unwrap();
    let bytes = [before.as_bytes(), b"Dani\xebl", after.as_bytes()].concat();
    let column = before.rsplit('\n').next().unwrap().chars().count() + 5;
    assert_eq!(found_in(&bytes), (line, column, Fault::NotText));
}

#[test]
fn what_is_too_new_too_large_or_too_deep_is_found() {
    let newer = group().replacen("kring: 2", "kring: 7", 1);
    assert_eq!(found_in(newer.as_bytes()), (1, 1, Fault::Newer(7)));
    let large = vec![b' '; usize::try_from(LARGEST).unwrap() + 1];
    assert!(matches!(found_in(&large), (1, 1, Fault::Unreadable(_))));
    let deep = "(".repeat(1_000_000);
    assert!(matches!(found_in(deep.as_bytes()), (1, _, Fault::Syntax(_))));
    assert!(matches!(found_in(b""), (1, 1, Fault::Syntax(_))));
}

#[test]
fn a_byte_order_mark_and_other_line_ends_are_found() {
    let (_, _, fault) = found_in(format!("\u{feff}{}", group()).as_bytes());
    assert_eq!(fault, Fault::WrongChecksum);
    let (_, _, fault) = found_in(group().replace('\n', "\r\n").as_bytes());
    assert_eq!(fault, Fault::NoChecksum);
}

#[test]
fn every_kind_of_file_is_read() {
    let home = Home::new();
    let mut opened = home.open();
    save_named(&mut opened.writer, &opened.dossier.group, "De Vuurbaken").unwrap();
    let folder = home.folder();
    let generation = super::names(&folder.backups()).remove(0);
    let mut expected: Vec<PathBuf> = vec![
        home.store.folder.settings(),
        folder.document(Document::Group),
        folder.document(Document::Undo),
        folder.document(Document::Meeting(opened.dossier.group.meetings[0].id)),
        folder.owner(),
        folder.journal(1),
        folder.journal(2),
        folder.backups().join(generation),
    ];
    for path in &expected {
        overwrite(path, b"nothing that reads");
    }
    let mut paths: Vec<PathBuf> = found(&home).into_iter().map(|(path, ..)| path).collect();
    expected.sort_unstable();
    paths.sort_unstable();
    assert_eq!(paths, expected);
}

/// Every byte that changes is found, in the settings too.
#[test]
fn settings_without_their_checksum_are_found() {
    let home = Home::new();
    let settings = String::from_utf8(encode(&Settings::default()).unwrap()).unwrap();
    let path = home.store.folder.settings();
    overwrite(&path, settings.replace("Dutch", "English").as_bytes());
    let faults: Vec<Fault> = found(&home).into_iter().map(|(.., fault)| fault).collect();
    assert_eq!(faults, [Fault::WrongChecksum]);
}

/// What kring put beside a file that was changed is a document like another.
#[test]
fn a_copy_that_was_kept_beside_a_changed_file_is_read_too() {
    let home = Home::new();
    let mut opened = home.open();
    let bytes = home.bytes(Document::Group);
    home.edit(Document::Group, &[&bytes[..], b"\n"].concat());
    assert!(save_named(&mut opened.writer, &opened.dossier.group, "Van kring").is_err());
    home.edit(Document::Group, &bytes);
    let beside = home.folder().path().join("group.ron.kring-1");
    overwrite(&beside, b"nothing that reads");
    let paths: Vec<PathBuf> = found(&home).into_iter().map(|(path, ..)| path).collect();
    assert_eq!(paths, [beside]);
}

#[test]
fn a_torn_journal_is_found_where_it_is_torn() {
    let home = Home::new();
    let path = home.folder().journal(1);
    overwrite(&path, &[HEADER, b"half"].concat());
    assert_eq!(found(&home), [(path, 1, HEADER.len() + 1, Fault::Record)]);
}

#[test]
fn one_file_is_checked_by_its_name() {
    let home = Home::new();
    let path = home.document(Document::Group);
    assert_eq!(check(&Disk, &path).broken, []);
    overwrite(&path, b"nothing that reads");
    assert_eq!(check(&Disk, &path).broken.len(), 1);
    let nowhere = Path::new("/nowhere/group.ron");
    assert_eq!(check(&Disk, nowhere).broken.len(), 1, "a file that is not there");
}
