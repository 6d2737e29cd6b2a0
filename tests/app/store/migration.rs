//! Files of a made-up version before this one: brought up to this one in memory, and put by for
//! good before they are written anew.

use std::path::PathBuf;

use kring::domain::history::{Entry, EntryKind};
use kring::store::document::{Document, Fault, decode, with_checksum};
use kring::store::files::{Disk, Files};
use kring::store::journal::Record;
use kring::store::migration::{MigrationStep, Migrations};
use kring::store::saver::{DocumentBody, SaveJob};

use super::{Home, all_below, names, overwrite, save_named};
use crate::rig::clock::afternoon;

/// In the version that never was, a name was a title.
static MADE_UP: [MigrationStep; 1] = [MigrationStep {
    from: 1,
    file: |text| text.replace("kring: 1,", "kring: 2,").replace("title: ", "name: "),
    record: |text| text.replace("author:", "by:"),
}];

fn aged(bytes: &[u8]) -> Vec<u8> {
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    let (body, _) = text.trim_end().rsplit_once('\n').unwrap();
    with_checksum(format!(
        "{}\n",
        body.replace("kring: 2,", "kring: 1,").replace("name: ", "title: ")
    ))
}

/// The practice group as the version that never was had it, in the middle of a meeting.
fn aged_home() -> Home {
    let mut home = Home::new();
    let opened = home.open();
    let mut writer = opened.writer;
    let mut group = opened.dossier.group;
    group.meetings.last_mut().unwrap().finished = false;
    save_named(&mut writer, &group, "De Vuurtoren").unwrap();
    let order = |content| SaveJob { content, sequence: 0, saved: afternoon() };
    writer.save(order(DocumentBody::Log(Box::default()))).unwrap();
    writer.save(order(DocumentBody::Undo(Box::default()))).unwrap();
    for (path, _) in all_below(&home.folder().backups()) {
        Disk.remove(&path).unwrap();
    }
    for path in documents(&home) {
        overwrite(&path, &aged(&Disk.read(&path).unwrap()));
    }
    home.store.migrations = Migrations::new(&MADE_UP);
    home
}

/// The documents of the group that are open in the middle of its meeting.
fn documents(home: &Home) -> Vec<PathBuf> {
    let last = crate::rig::practice::dossier(kring::language::Language::Dutch).group.meetings;
    let last = Document::Meeting(last.last().unwrap().id);
    [Document::Group, last, Document::Undo, Document::Log].map(|it| home.document(it)).to_vec()
}

#[test]
fn looking_brings_up_in_memory_alone() {
    let home = aged_home();
    let before = all_below(home.store.root());
    let opened = home.store.open_read_only(super::SLUG).unwrap();
    assert_eq!(opened.dossier.group.name, "De Vuurtoren");
    assert_eq!((opened.doubts, opened.newer), (vec![], vec![]));
    assert_eq!(all_below(home.store.root()), before);
}

#[test]
fn a_copy_is_put_by_for_good_before_the_first_save() {
    let home = aged_home();
    let before: Vec<Vec<u8>> =
        documents(&home).iter().map(|path| Disk.read(path).unwrap()).collect();
    let mut opened = home.open();
    assert_eq!(opened.doubts, []);
    assert_eq!(
        names(&home.folder().backups()),
        [""; 0],
        "nothing before there is something to save"
    );
    let (id, meeting) = opened.dossier.meetings.pop_first().unwrap();
    let order = |content| SaveJob { content, sequence: 1, saved: afternoon() };
    let all = [
        DocumentBody::Group(Box::new(opened.dossier.group.clone())),
        DocumentBody::Meeting(Box::new(meeting)),
        DocumentBody::Undo(Box::new(opened.dossier.history.clone())),
        DocumentBody::Log(Box::new(opened.dossier.log.clone())),
    ];
    for content in all {
        opened.writer.save(order(content)).unwrap();
    }
    let kept = |name: &str| Disk.read(&home.folder().backups().join(name)).unwrap();
    let copies =
        ["group.ron.v1".to_owned(), format!("{id}.ron.v1"), "undo.v1".into(), "log.ron.v1".into()];
    assert_eq!(copies.map(|name| kept(&name)), before[..]);
    // The files are of this version now, for a kring that knows no other.
    let group = decode::<kring::store::document::GroupFile>(
        &home.document(Document::Group),
        &home.bytes(Document::Group),
    );
    assert_eq!(group.unwrap().version, 2);
    drop(opened);
    // However often it is saved after that, the copy of the old version stays.
    for nr in 1..9 {
        home.clock.pass(60);
        let store = kring::store::Store::new(
            home.store.files.clone(),
            home.store.folder.clone(),
            home.store.clock.clone(),
        );
        let mut opened = store.open(super::SLUG).unwrap();
        save_named(&mut opened.writer, &opened.dossier.group, &format!("Vuur {nr}")).unwrap();
    }
    let copies = names(&home.folder().backups());
    let of_group = copies.iter().filter(|name| name.starts_with("group.ron.")).count();
    assert_eq!(of_group, 6, "five generations and the old version: {copies:?}");
    assert_eq!(kept("group.ron.v1"), before[0]);
}

#[test]
fn what_was_typed_in_an_older_kring_comes_back_and_its_journal_is_kept() {
    let home = aged_home();
    let renamed = kring::domain::change::Change::Group(kring::domain::change::GroupChange::Text(
        kring::domain::texts::GroupText::Name,
        kring::domain::delta::Splice::between("De Vuurtoren", "De Vuurbaken").unwrap(),
    ));
    let entry = Entry {
        by: "Lot".to_owned(),
        at: afternoon(),
        kind: EntryKind::Along,
        changes: vec![renamed],
    };
    let record = Record { sequence: 1, entry }.encode().unwrap();
    let text = String::from_utf8_lossy(&record[12..record.len() - 4]).replace("by:", "author:");
    let mut old = u32::try_from(text.len()).unwrap().to_le_bytes().to_vec();
    old.extend(1u64.to_le_bytes());
    old.extend(text.as_bytes());
    old.extend(crc32fast::hash(&old).to_le_bytes());
    let journal = [b"kring journal 1\n", &old[..]].concat();
    overwrite(&home.folder().journal(1), &journal);
    let opened = home.open();
    assert_eq!(opened.dossier.group.name, "De Vuurbaken");
    let kept = all_below(&home.folder().backups());
    assert!(kept[0].0.to_string_lossy().contains("journal-1.v1-"), "{kept:?}");
    assert_eq!(kept[0].1, journal);
}

#[test]
fn a_version_to_which_no_steps_lead_is_refused_and_left_alone() {
    let mut home = aged_home();
    home.store.migrations = Migrations::default();
    let before = all_below(home.store.root());
    assert_eq!(home.broken().fault, Fault::Older(1));
    assert_eq!(all_below(home.store.root()), before);
}
