//! Files that read but are not as kring left them: doubted, and never changed by looking.

use kring::domain::texts::MeetingText;
use kring::store::document::{BrokenFile, Document, Fault};
use kring::store::opened::Access;

use super::{Home, all_below, names, save_named};

fn text(home: &Home) -> String {
    String::from_utf8(home.bytes(Document::Group)).unwrap()
}

/// The doubts about the group's file once it holds this text, and that nothing wrote in it.
fn doubts(home: &Home, text: &str) -> Vec<Fault> {
    home.edit(Document::Group, text.as_bytes());
    let opened = home.open();
    assert_eq!(home.bytes(Document::Group), text.as_bytes());
    opened.doubts.into_iter().map(|BrokenFile { fault, .. }| fault).collect()
}

#[test]
fn a_checksum_that_is_missing_or_wrong_is_a_doubt() {
    let home = Home::new();
    let whole = text(&home);
    assert_eq!(doubts(&home, &whole), []);
    let (body, checksum) = whole.trim_end().rsplit_once('\n').unwrap();
    assert_eq!(doubts(&home, &format!("{body}\n")), [Fault::NoChecksum]);
    assert_eq!(doubts(&home, &format!("{body}\n{checksum}")), [Fault::NoChecksum]);
    assert_eq!(doubts(&home, &format!("{body}\n{checksum}\n\n")), [Fault::NoChecksum]);
    assert_eq!(doubts(&home, &format!("{body}\n{checksum} \n")), [Fault::NoChecksum]);
    assert_eq!(doubts(&home, &format!("{body}\n// kring 00000000\n")), [Fault::WrongChecksum]);
    let renamed = whole.replace("De Vuurtoren", "De Vuurbaken");
    assert_eq!(doubts(&home, &renamed), [Fault::WrongChecksum]);
    assert_eq!(home.open().dossier.group.name, "De Vuurbaken", "it reads all the same");
}

#[test]
fn line_ends_of_another_system_and_a_byte_order_mark_read_as_they_are_meant() {
    let home = Home::new();
    let whole = text(&home);
    let meant = home.open().dossier.group;
    for changed in [whole.replace('\n', "\r\n"), format!("\u{feff}{whole}")] {
        assert_eq!(doubts(&home, &changed).len(), 1);
        assert_eq!(home.open().dossier.group, meant);
    }
}

#[test]
fn a_meeting_that_was_changed_outside_is_a_doubt_when_it_is_read() {
    let home = Home::new();
    let mut opened = home.open();
    let id = opened.dossier.group.meetings[4].id;
    // A meeting is read with the group while it is not finished.
    opened.dossier.group.meetings[4].finished = false;
    save_named(&mut opened.writer, &opened.dossier.group, "De Vuurtoren").unwrap();
    drop(opened);
    let document = Document::Meeting(id);
    let changed = String::from_utf8(home.bytes(document)).unwrap().replace("Noor", "Nora");
    home.edit(document, changed.as_bytes());
    let opened = home.open();
    let paths = kring::store::check::paths(&opened.doubts);
    assert_eq!(paths, [home.document(document)]);
    let note = opened.dossier.meeting(id).unwrap().text(MeetingText::Note(0));
    assert!(note.is_some());
}

#[test]
fn a_broken_group_says_where_and_stays_as_it_is() {
    let home = Home::new();
    let whole = text(&home);
    let line = 1 + whole.lines().position(|line| line.contains("name: \"De Vuurtoren\"")).unwrap();
    let broken = whole.replace("name: \"De Vuurtoren\"", "name: 12");
    home.edit(Document::Group, broken.as_bytes());
    let before = all_below(home.folder().path());
    let fault = home.broken();
    assert_eq!((fault.path, fault.line), (home.document(Document::Group), line));
    let column = broken.lines().nth(line - 1).unwrap().find("12").unwrap() + 1;
    assert_eq!(fault.column, column);
    assert!(matches!(fault.fault, Fault::Syntax(_)));
    assert_eq!(all_below(home.folder().path()), before, "nothing is written beside it either");
}

#[test]
fn a_copy_is_kept_of_what_is_accepted() {
    let home = Home::new();
    let changed = text(&home).replace("De Vuurtoren", "De Vuurbaken");
    home.edit(Document::Group, changed.as_bytes());
    let opened = home.open();
    assert!(matches!(opened.access, Access::Ours(_)));
    let paths = kring::store::check::paths(&opened.doubts);
    home.store.keep_copies(super::SLUG, &paths).unwrap();
    let backups = home.folder().backups();
    let copies = names(&backups);
    assert_eq!(copies.len(), 1);
    let kept = all_below(&backups);
    assert_eq!(kept[0].1, changed.as_bytes());
}

#[test]
fn what_can_be_undone_is_a_comfort_and_a_broken_one_keeps_nobody_out() {
    let home = Home::new();
    home.edit(Document::Undo, b"not at all");
    let opened = home.open();
    assert_eq!(opened.doubts, []);
    assert_eq!(opened.dossier.history.last(), None);
}
