//! Texts that are hard to write and files that are hard to read.

use std::path::Path;

use kring::domain::change::{Change, MeetingChange};
use kring::domain::delta::Splice;
use kring::domain::ids::MeetingId;
use kring::domain::texts::MeetingText;
use kring::store::document::{Document, Fault, GroupFile, decode};
use kring::store::files::LARGEST;
use kring::store::journal::{HEADER, Journal};
use kring::store::saver::{DocumentBody, SaveJob};

use super::{Home, overwrite};
use crate::rig::clock::afternoon;

/// Writes a note in the last meeting, saves it, and reads it from the disk.
fn through_the_disk(note: &str) -> String {
    let home = Home::new();
    let mut opened = home.open();
    let mut dossier = crate::rig::practice::dossier(kring::language::Language::Dutch);
    let id = dossier.group.meetings.last().unwrap().id;
    let last = dossier.meeting(id).unwrap();
    for change in kring::domain::closing::reopen(&dossier.group, last, afternoon(), Some(note)) {
        dossier.apply(&change).unwrap();
    }
    let old = dossier.meeting(id).unwrap().items[0].note.clone();
    let splice = Splice::between(&old, note).unwrap();
    let text = MeetingChange::Text(MeetingText::Note(0), splice);
    dossier.apply(&Change::Meeting(id, text)).unwrap();
    let path = home.document(Document::Meeting(id));
    opened.writer.note_read(path, &home.bytes(Document::Meeting(id)));
    let content = DocumentBody::Meeting(Box::new(dossier.meetings[&id].clone()));
    opened.writer.save(SaveJob { content, sequence: 1, saved: afternoon() }).unwrap();
    let read =
        kring::store::open::read_meeting(home.store.files.as_ref(), &home.folder(), id).unwrap();
    let read = read.meeting;
    assert_eq!(read.reopened[0].reason, note);
    read.items[0].note.clone()
}

#[test]
fn notes_survive_whatever_is_in_them() {
    let long = "wandelen lukt ".repeat(1500);
    assert!(long.chars().count() > 20_000);
    for note in [
        "\"aangehaald\" en \\achterover\\ en \\\"",
        "één keer e\u{301}e\u{301}n, twee keer \u{301}los",
        "👩‍👩‍👧 🇳🇱 🏳️‍🌈 日本 \u{200b}\u{202e}om",
        "\u{0}\u{7}\u{1b}[31m\u{7f}\u{85}\u{2028}",
        "\r\n\r\n\n\r",
        "\t\u{a0} \u{feff}",
        "// kring 00000000",
        "regel\n// kring 00000000\n",
        "r#\"rauw\"# )}]",
        "\n\n\n",
        " ",
        &long,
    ] {
        assert_eq!(through_the_disk(note), note, "{note:?}");
    }
}

#[test]
fn a_file_over_the_largest_is_refused_and_one_just_under_it_is_read() {
    let home = Home::new();
    let mut bytes = home.bytes(Document::Group);
    let room = usize::try_from(LARGEST).unwrap();
    let comment = format!("// {}\n", "x".repeat(room - bytes.len() - 4));
    bytes.splice(0..0, comment.into_bytes());
    assert_eq!(bytes.len() as u64, LARGEST);
    home.edit(Document::Group, &bytes);
    assert_eq!(home.open().dossier.group.name, "De Vuurtoren");
    bytes.push(b'\n');
    home.edit(Document::Group, &bytes);
    assert!(matches!(home.broken().fault, Fault::Unreadable(_)));
    assert_eq!(home.size(Document::Group), LARGEST + 1);
}

/// Runs in a thread with no more room than the smallest main thread there is, that of Windows.
fn on_a_small_stack(work: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(1024 * 1024);
    thread.spawn(work).unwrap().join().unwrap();
}

#[test]
fn a_million_brackets_are_a_fault_and_no_crash() {
    let million = 1_000_000;
    for piece in ["(", "[", "{", "Some(", "((", "[(", "A(b:", "\"a\":{", "/*", "#![enable(", "r#"] {
        let nested = piece.repeat(million);
        for text in [
            nested.clone(),
            format!("GroupFile(kring: 2, sequence: {nested}"),
            format!("GroupFile(kring: 2, sequence: 0, group: Group(name: {nested}"),
        ] {
            on_a_small_stack(move || {
                assert!(decode::<GroupFile>(Path::new("group.ron"), text.as_bytes()).is_err());
            });
        }
    }
}

#[test]
fn a_million_brackets_in_a_journal_are_a_torn_tail() {
    let file = [HEADER, &framed(&"(".repeat(1_000_000))].concat();
    on_a_small_stack(move || {
        assert_eq!(Journal::read(&file).whole, HEADER.len());
    });
}

#[test]
fn every_beginning_of_a_file_is_refused_or_doubted() {
    let home = Home::new();
    let whole = home.bytes(Document::Group);
    let path = home.document(Document::Group);
    // Every cut of a file of thousands of bytes takes long; every one near the ends does not.
    let cuts = (0..whole.len()).filter(|cut| cut % 37 == 0 || whole.len() - cut < 200);
    for cut in cuts {
        let read = decode::<GroupFile>(&path, &whole[..cut]);
        assert!(read.is_err() || read.is_ok_and(|read| read.doubt.is_some()), "cut at {cut}");
    }
}

#[test]
fn a_record_that_says_it_is_endless_takes_no_memory() {
    let mut file = HEADER.to_vec();
    file.extend(u32::MAX.to_le_bytes());
    file.extend([0; 64]);
    assert_eq!(Journal::read(&file).records, []);
    let home = Home::new();
    overwrite(&home.folder().journal(1), &file);
    assert_eq!(home.open().sequence, 0);
}

/// Whoever reads `-026` as a year writes `-0026`, which is no day of a meeting.
#[test]
fn a_record_that_would_not_read_back_is_a_torn_tail() {
    let mut record = super::journal::typed(1, 'x');
    let date = chrono::NaiveDate::from_ymd_opt(2026, 2, 12).unwrap();
    let splice = Splice { at: 0, removed: String::new(), inserted: "x".to_owned() };
    let change = MeetingChange::Text(MeetingText::Note(0), splice);
    record.entry.changes = vec![Change::Meeting(MeetingId::first(date), change)];
    let written = record.encode().unwrap();
    let payload = &written[12..written.len() - 4];
    let payload = String::from_utf8(payload.to_vec()).unwrap();
    let file = |payload: &str| [HEADER, &framed(payload)].concat();
    assert_eq!(Journal::read(&file(&payload)).records, [record]);
    let hostile = payload.replace("Meeting(\"2026-", "Meeting(\"-026-");
    assert_ne!(hostile, payload);
    assert_eq!(Journal::read(&file(&hostile)).records, []);
}

/// A first record with a good checksum.
fn framed(payload: &str) -> Vec<u8> {
    let mut record = u32::try_from(payload.len()).unwrap().to_le_bytes().to_vec();
    record.extend(1u64.to_le_bytes());
    record.extend(payload.as_bytes());
    let checksum = crc32fast::hash(&record);
    record.extend(checksum.to_le_bytes());
    record
}
