//! Files that a person, an editor or a disk left odd: read as they are meant, or located.

use std::path::{Path, PathBuf};

use kring::domain::history::{DeedKind, Entry, EntryKind};
use kring::language::Language;
use kring::store::check::faultless;
use kring::store::document::{Document, Fault, GroupFile, LogFile, MeetingFile, UndoFile};
use kring::store::document::{decode, doubt, encode};
use kring::store::files::{Disk, Files};
use kring::store::journal::{HEADER, Journal, Record};
use kring::store::saver::{DocumentBody, SaveJob};
use kring::store::settings::Settings;
use kring::store::version::version_of;
use kring::words::Words;
use serde::de::DeserializeOwned;

use super::{Home, overwrite};
use crate::rig::clock::afternoon;

/// The practice group with each kind of file there is.
struct Shelves {
    paths: Vec<PathBuf>,
    _home: Home,
}

impl Shelves {
    fn new() -> Self {
        let home = Home::new();
        let mut opened = home.open();
        let mut dossier = crate::rig::practice::dossier(Language::Dutch);
        let id = dossier.group.meetings[0].id;
        let held = dossier.meeting(id).unwrap();
        let entry = Entry {
            by: "Lot".to_owned(),
            at: afternoon(),
            kind: EntryKind::Do(DeedKind::Typing),
            changes: kring::domain::closing::reopen(
                &dossier.group,
                held,
                afternoon(),
                Some("om Bo"),
            ),
        };
        dossier.record(&entry).unwrap();
        for content in [
            DocumentBody::Undo(Box::new(dossier.history.clone())),
            DocumentBody::Log(Box::new(dossier.log.clone())),
        ] {
            opened.writer.save(SaveJob { content, sequence: 1, saved: afternoon() }).unwrap();
        }
        drop(opened);
        let settings = home.store.folder.settings();
        overwrite(&settings, &encode(&Settings::default()).unwrap());
        let documents = [Document::Group, Document::Meeting(id), Document::Undo, Document::Log];
        let paths = documents.map(|it| home.document(it)).into_iter().chain([settings]).collect();
        Self { paths, _home: home }
    }

    fn texts(&self) -> impl Iterator<Item = (&Path, String)> {
        let read = |path: &Path| String::from_utf8(Disk.read(path).unwrap()).unwrap();
        self.paths.iter().map(move |path| (path.as_path(), read(path)))
    }
}

/// Where a file is at fault, and that it is said in both languages.
fn fault_in(path: &Path, bytes: &[u8]) -> (usize, usize, Fault) {
    let broken = faultless(path, bytes).unwrap_err();
    for language in [Language::Dutch, Language::English] {
        let said = Words(language).located(&broken);
        let place = format!("{}:{}:{}: ", path.display(), broken.line, broken.column);
        assert!(said.starts_with(&place) && !said.contains('\n'), "{said}");
    }
    (broken.line, broken.column, broken.fault)
}

/// Whether a changed file is noticed, by whoever reads it.
fn is_noticed(path: &Path, bytes: &[u8]) -> bool {
    fn noticed<T: DeserializeOwned>(path: &Path, bytes: &[u8]) -> bool {
        decode::<T>(path, bytes).map_or(true, |read| read.doubt.is_some())
    }
    match path.file_name().unwrap().to_str().unwrap() {
        "kring.ron" => noticed::<Settings>(path, bytes),
        "group.ron" => noticed::<GroupFile>(path, bytes),
        "undo" => noticed::<UndoFile>(path, bytes),
        "log.ron" => noticed::<LogFile>(path, bytes),
        _ => noticed::<MeetingFile>(path, bytes),
    }
}

#[test]
fn every_bit_that_flips_is_noticed() {
    let shelves = Shelves::new();
    for (path, text) in shelves.texts() {
        let mut bytes = text.into_bytes();
        // Every bit of some bytes with the whole reader, and of the checksum's line of all.
        let step = (bytes.len() / 12).max(1);
        let near_the_end = bytes.len().saturating_sub(20);
        for at in (0..bytes.len()).filter(|at| at % step == 0 || *at >= near_the_end) {
            for bit in 0..8 {
                bytes[at] ^= 1 << bit;
                assert!(is_noticed(path, &bytes), "{}: bit {bit} of byte {at}", path.display());
                bytes[at] ^= 1 << bit;
            }
        }
        // Far more of them with the checksum alone, which is what tells.
        for at in (0..bytes.len()).step_by(11) {
            bytes[at] ^= 1 << (at % 8);
            assert!(doubt(path, &bytes).is_err(), "{}: byte {at}", path.display());
            bytes[at] ^= 1 << (at % 8);
        }
        assert!(!is_noticed(path, &bytes), "as it was it is whole");
    }
}

#[test]
fn a_field_that_stands_twice_is_located() {
    let shelves = Shelves::new();
    for (path, text) in shelves.texts() {
        let twice = text.replacen("  kring: 2,\n", "  kring: 2,\n  kring: 2,\n", 1);
        let (line, column, fault) = fault_in(path, twice.as_bytes());
        assert!(matches!(fault, Fault::Syntax(_)), "{}", path.display());
        assert_eq!((line, column), (3, 3), "{}", path.display());
    }
    let home = Home::new();
    let text = String::from_utf8(home.bytes(Document::Group)).unwrap();
    let name = "      name: \"Daniël Postma\",\n";
    let line = 2 + text.lines().position(|line| format!("{line}\n").ends_with(name)).unwrap();
    let twice = text.replacen(name, &name.repeat(2), 1);
    let path = home.document(Document::Group);
    let (at, _, fault) = fault_in(&path, twice.as_bytes());
    assert!(matches!(fault, Fault::Syntax(_)));
    assert_eq!(at, line);
}

#[test]
fn bytes_that_are_no_text_are_located_in_every_kind_of_file() {
    let shelves = Shelves::new();
    for (path, text) in shelves.texts() {
        let (before, after) = text.split_once("kring: 2,").unwrap();
        for odd in [&b"\xff"[..], b"\xc3(", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\x80"] {
            let bytes =
                [before.as_bytes(), b"/* \xc3\xa9 ", odd, b" */", after.as_bytes()].concat();
            let (line, column, fault) = fault_in(path, &bytes);
            assert_eq!(fault, Fault::NotText);
            let column_before = before.rsplit('\n').next().unwrap().chars().count();
            assert_eq!((line, column), (before.matches('\n').count() + 1, column_before + 6));
        }
    }
}

#[test]
fn a_million_brackets_are_located_in_every_kind_of_file() {
    let shelves = Shelves::new();
    for (path, text) in shelves.texts() {
        let (before, _) = text.split_once("kring: 2,").unwrap();
        let line = before.matches('\n').count() + 1;
        for piece in ["(", "[", "Some(", "{"] {
            let deep = format!("{before}kring: 2, saved: {}", piece.repeat(1_000_000));
            let (at, _, fault) = fault_in(path, deep.as_bytes());
            assert!(matches!(fault, Fault::Syntax(_)));
            assert_eq!(at, line);
            assert!(version_of(deep.as_bytes()).is_some());
        }
    }
    assert_eq!(version_of("A(b: ".repeat(1_000_000).as_bytes()), None);
}

#[test]
fn other_line_ends_and_a_byte_order_mark_read_as_they_are_meant_in_every_kind_of_file() {
    let shelves = Shelves::new();
    for (path, text) in shelves.texts() {
        let crlf = text.replace('\n', "\r\n");
        assert!(matches!(fault_in(path, crlf.as_bytes()).2, Fault::NoChecksum));
        let marked = format!("\u{feff}{text}");
        assert!(matches!(fault_in(path, marked.as_bytes()).2, Fault::WrongChecksum));
    }
}

/// What steers a terminal or turns the direction of writing is somebody's text like any other: it
/// stays in the file, and where it is shown it is made safe.
#[test]
fn signs_that_nobody_sees_are_read_as_they_stand() {
    let odd = "De \u{202e}neroturruuV\u{2066} \u{1b}[31m\u{7}\u{200b}\u{0}";
    let home = Home::new();
    let text = String::from_utf8(home.bytes(Document::Group)).unwrap();
    let changed = text.replacen("De Vuurtoren", odd, 1);
    home.edit(Document::Group, changed.as_bytes());
    let opened = home.open();
    assert_eq!(opened.dossier.group.name, odd);
    assert_eq!(opened.doubts.len(), 1);
    drop(opened);
    assert_eq!(home.bytes(Document::Group), changed.as_bytes());
    // Between the fields they are a fault, and where it is is said without them.
    for sign in ['\u{202e}', '\u{1b}', '\u{0}', '\u{200b}'] {
        let broken = text.replacen("  sequence: ", &format!("  {sign}sequence: "), 1);
        let path = home.document(Document::Group);
        let broken = faultless(&path, broken.as_bytes()).unwrap_err();
        assert_eq!((broken.line, broken.column), (3, 3), "{sign:?}");
        let said = Words(Language::Dutch).located(&broken);
        assert!(!said.contains(sign), "{said:?}");
    }
}

#[test]
fn every_bit_of_a_journal_that_flips_costs_what_comes_after_it_and_is_found() {
    let home = Home::new();
    let path = home.folder().journal(1);
    let mut bytes = HEADER.to_vec();
    for sequence in 1..=3 {
        let entry = Entry {
            by: "Lot".to_owned(),
            at: afternoon(),
            kind: EntryKind::Along,
            changes: Vec::new(),
        };
        bytes.extend(Record { sequence, entry }.encode().unwrap());
    }
    assert_eq!(Journal::read(&bytes).records.len(), 3);
    for at in 0..bytes.len() {
        for bit in 0..8 {
            bytes[at] ^= 1 << bit;
            assert!(Journal::read(&bytes).records.len() < 3, "bit {bit} of byte {at}");
            assert!(faultless(&path, &bytes).is_err(), "bit {bit} of byte {at}");
            bytes[at] ^= 1 << bit;
        }
    }
}
