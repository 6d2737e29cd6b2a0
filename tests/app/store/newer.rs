//! Files of a newer kring: read as far as this one understands them, and not one byte is written.

use kring::domain::history::{Entry, EntryKind};
use kring::store::check::check;
use kring::store::document::{Document, Fault, with_checksum};
use kring::store::files::{Disk, Files};
use kring::store::journal::{HEADER, Record};
use kring::store::open::read_meeting;
use kring::store::opened::Access;
use kring::store::saver::{DocumentBody, SaveJob};
use kring::store::version::version_of;

use super::{Home, all_below, overwrite};
use crate::rig::clock::afternoon;

/// A file as a newer kring has it: another version, and fields that this one does not know.
fn renewed(bytes: &[u8]) -> Vec<u8> {
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    let (body, _) = text.trim_end().rsplit_once('\n').unwrap();
    let (before, after) = body.split_once("kring: 2,").unwrap();
    let field = "colours: [Red, \"a ) b\", Some((deep: Very(1)))],";
    let body = format!("{before}kring: 3, {field}{after}\n");
    // Structs inside get one too, the way a new field looks for who does not know it.
    let body = body.replace("Person(\n", "Person(\n shoe: Size(42),\n");
    let body = body.replace("Item(\n", "Item(\n mood: Some(Good),\n");
    with_checksum(body.replace("Entry(\n", "Entry(\n host: \"elders\",\n"))
}

/// The practice group in which one document was written by a newer kring.
fn with_newer(document: Document) -> Home {
    let home = Home::new();
    if matches!(document, Document::Undo | Document::Log) {
        let mut writer = home.open().writer;
        let content = match document {
            Document::Undo => DocumentBody::Undo(Box::default()),
            _ => DocumentBody::Log(Box::default()),
        };
        writer.save(SaveJob { content, sequence: 0, saved: afternoon() }).unwrap();
        forget_lock(&home);
    }
    home.edit(document, &renewed(&home.bytes(document)));
    home
}

/// As if nobody had ever opened it, so that a lock is seen to be asked for.
fn forget_lock(home: &Home) {
    Disk.remove(&home.folder().lock()).unwrap();
}

/// Opens it to write, and sees that nothing is written anywhere.
#[track_caller]
fn opens_to_read_only(home: &Home, newest: u32) {
    let before = all_below(home.store.root());
    let opened = home.open();
    assert_eq!(opened.newest(), Some(newest));
    assert!(matches!(opened.access, Access::Looking), "{:?}", opened.access);
    assert_eq!(opened.doubts, []);
    assert_eq!(opened.dossier.group.name, "De Vuurtoren");
    drop(opened);
    assert_eq!(all_below(home.store.root()), before);
}

#[test]
fn a_newer_group_is_read_as_it_is_meant() {
    let meant = Home::new().open().dossier.group;
    let home = with_newer(Document::Group);
    assert_eq!(home.open().dossier.group, meant, "all but what is not known");
    opens_to_read_only(&home, 3);
    assert_eq!(home.store.open_read_only(super::SLUG).unwrap().newest(), Some(3));
    let faults: Vec<_> = check(&Disk, home.store.root()).broken;
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].fault, Fault::Newer(3), "a check says so all the same");
}

#[test]
fn one_newer_file_is_enough_to_keep_off_the_whole_group() {
    for document in [Document::Undo, Document::Log] {
        opens_to_read_only(&with_newer(document), 3);
    }
}

#[test]
fn a_newer_meeting_that_runs_keeps_off_the_whole_group() {
    let home = Home::new();
    let mut group = home.open().dossier.group;
    let id = group.meetings.last().unwrap().id;
    group.meetings.last_mut().unwrap().finished = false;
    let mut writer = home.open().writer;
    super::save_named(&mut writer, &group, "De Vuurtoren").unwrap();
    home.edit(Document::Meeting(id), &renewed(&home.bytes(Document::Meeting(id))));
    forget_lock(&home);
    opens_to_read_only(&home, 3);
    assert!(home.open().dossier.meeting(id).is_some());
}

#[test]
fn a_newer_journal_is_left_alone_and_said() {
    let home = Home::new();
    overwrite(&home.folder().journal(1), b"kring journal 3\nwhatever a newer kring puts here");
    opens_to_read_only(&home, 3);
    let faults = check(&Disk, home.store.root()).broken;
    assert_eq!(faults[0].fault, Fault::Newer(3));
}

/// A journal that speaks of a newer meeting: that is found behind the lock, and it lets go again.
#[test]
fn a_newer_meeting_that_only_the_journal_speaks_of_is_found_too() {
    let home = Home::new();
    let dossier = crate::rig::practice::dossier(kring::language::Language::Dutch);
    let held = dossier.meetings.values().next_back().unwrap();
    let changes =
        kring::domain::closing::reopen(&dossier.group, held, afternoon(), Some("nog een woord"));
    let entry = Entry { by: String::new(), at: afternoon(), kind: EntryKind::Along, changes };
    let record = Record { sequence: 1, entry }.encode().unwrap();
    overwrite(&home.folder().journal(1), &[HEADER, &record].concat());
    let document = Document::Meeting(held.id);
    home.edit(document, &renewed(&home.bytes(document)));
    let before = home.bytes(document);
    let opened = home.open();
    assert_eq!(opened.newest(), Some(3));
    assert!(matches!(opened.access, Access::Looking));
    assert_eq!(home.bytes(document), before);
}

#[test]
fn a_newer_meeting_that_is_finished_can_be_read_and_never_saved() {
    let home = Home::new();
    let id = home.open().dossier.group.meetings[0].id;
    let document = Document::Meeting(id);
    home.edit(document, &renewed(&home.bytes(document)));
    let before = home.bytes(document);
    let read = read_meeting(&Disk, &home.folder(), id).unwrap();
    assert_eq!(read.version, 3);
    // Even a writer that knows these very bytes does not write over them.
    let mut opened = home.open();
    opened.writer.note_read(read.path, &read.bytes);
    let content = DocumentBody::Meeting(Box::new(read.meeting));
    let order = SaveJob { content, sequence: 1, saved: afternoon() };
    assert!(opened.writer.save(order).is_err());
    assert_eq!(home.bytes(document), before);
}

#[test]
fn a_newer_group_that_is_not_understood_is_refused_and_not_touched() {
    let home = Home::new();
    let text = String::from_utf8(home.bytes(Document::Group)).unwrap();
    let newer = text.replacen("kring: 2", "kring: 3", 1);
    for (known, unknown) in [("kind: Client", "kind: Robot"), ("name: \"", "name: 7, x: \"")] {
        let strange = newer.replacen(known, unknown, 1);
        assert_ne!(strange, newer);
        home.edit(Document::Group, strange.as_bytes());
        let before = all_below(home.store.root());
        assert_eq!(home.broken().fault, Fault::Newer(3));
        assert_eq!(all_below(home.store.root()), before);
    }
}

#[test]
fn the_version_is_found_wherever_it_stands() {
    for (text, version) in [
        ("GroupFile(kring: 7, whatever", Some(7)),
        ("\u{feff}// a word\r\nA(b: [1, (2)], kring: 3)", Some(3)),
        ("A(b: 1)", None),
        ("", None),
        ("kring journal 3", None),
    ] {
        assert_eq!(version_of(text.as_bytes()), version, "{text}");
    }
}
