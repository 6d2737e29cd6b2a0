//! A dossier that goes to disk and comes back: through its files, and through the journal.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use kring::domain::change::{Change, MeetingChange};
use kring::domain::closing;
use kring::domain::delta::Swap;
use kring::domain::dossier::Dossier;
use kring::domain::history::{Entry, EntryKind};
use kring::domain::meeting::Meeting;
use kring::domain::structure::MeetingKind;
use kring::store::Store;
use kring::store::document::{Document, GroupFile, MeetingFile, UndoFile, decode, encode};
use kring::store::files::{Disk, Files};
use kring::store::folder::DataFolder;
use kring::store::journal::{HEADER, Journal, Record};
use kring::store::migration::VERSION;
use kring::store::open::{document_of, read_meeting};
use kring::store::opened::Opened;
use kring::store::saver::{DocumentBody, DocumentWriter, SaveJob};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

use super::wish::wishes;
use super::{Beginning, CONTENT, Story, limits_hold, stories};
use crate::rig::clock::{SetClock, afternoon};

/// Writes a value as a file and reads it again.
fn reads_back<T>(value: &T) -> TestCaseResult
where
    T: serde::Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug,
{
    let bytes = encode(value);
    prop_assert!(bytes.is_ok(), "{:?}", bytes);
    let read = decode::<T>(Path::new("some.ron"), &bytes.unwrap());
    prop_assert!(read.is_ok(), "{:?}", read);
    let read = read.unwrap();
    prop_assert_eq!(&read.value, value);
    prop_assert_eq!(read.doubt, None);
    Ok(())
}

fn whole_dossier_reads_back(dossier: &Dossier) -> TestCaseResult {
    let (kring, sequence, saved) = (VERSION, u64::MAX, afternoon());
    reads_back(&GroupFile { kring, sequence, saved, group: dossier.group.clone() })?;
    for meeting in dossier.meetings.values() {
        reads_back(&MeetingFile { kring, sequence, saved, meeting: meeting.clone() })?;
    }
    reads_back(&UndoFile { kring, sequence, saved, history: dossier.history.clone() })
}

fn entry_reads_back(entry: &Entry) -> TestCaseResult {
    let record = Record { sequence: u64::MAX, entry: entry.clone() };
    let bytes = record.encode();
    prop_assert!(bytes.is_ok(), "{:?}", bytes);
    let file = [HEADER, &bytes.unwrap()].concat();
    let journal = Journal::read(&file);
    prop_assert_eq!(journal.whole, file.len());
    prop_assert_eq!(journal.records, vec![record]);
    Ok(())
}

proptest! {
    #![proptest_config(stories(64))]

    #[test]
    fn everything_reads_back_as_it_was_written(
        beginning in Beginning::any(),
        wishes in wishes(40),
    ) {
        let mut story = Story::of(beginning);
        for wish in &wishes {
            let Some(entry) = story.entry(wish) else { continue };
            entry_reads_back(&entry)?;
            let _ = story.dossier.record(&entry);
        }
        whole_dossier_reads_back(&story.dossier)?;
    }
}

/// A group on disk whose program ends without a word at some moment.
struct Desk {
    store: Store,
    writer: DocumentWriter,
    journal: Vec<u8>,
    sequence: u64,
    touched: BTreeSet<Document>,
    _home: tempfile::TempDir,
}

const SLUG: &str = "groep";

impl Desk {
    fn with(dossier: &Dossier) -> Self {
        let home = tempfile::tempdir().unwrap();
        let folder = DataFolder::new(home.path().to_owned());
        let store = Store::new(Arc::new(Disk), folder, SetClock::new());
        store.put(SLUG, dossier).unwrap();
        let opened = store.open_read_only(SLUG).unwrap();
        let mut writer = opened.writer;
        // Meetings that are finished are not read when a group opens to be read, and neither is the
        // log; they are known all the same.
        let documents = dossier.meetings.keys().map(|id| Document::Meeting(*id));
        for path in documents.chain([Document::Log]).map(|it| opened.folder.document(it)) {
            if let Ok(bytes) = store.files.read(&path) {
                writer.note_read(path, &bytes);
            }
        }
        Self {
            store,
            writer,
            journal: HEADER.to_vec(),
            sequence: 0,
            touched: BTreeSet::new(),
            _home: home,
        }
    }

    fn record(&mut self, entry: &Entry) {
        self.sequence += 1;
        let record = Record { sequence: self.sequence, entry: entry.clone() };
        self.journal.extend(record.encode().unwrap());
        self.touched.extend(entry.changes.iter().map(document_of));
        self.touched.extend([Document::Undo, Document::Log]);
    }

    /// Saves one of the documents that changed, or all of them; then the journal begins anew.
    fn save(&mut self, dossier: &Dossier, nr: usize) {
        let all: Vec<Document> = self.touched.iter().copied().collect();
        match all.get(nr) {
            Some(document) => self.save_document(dossier, *document),
            None => self.save_all(dossier),
        }
    }

    fn save_all(&mut self, dossier: &Dossier) {
        for document in std::mem::take(&mut self.touched) {
            self.save_document(dossier, document);
        }
        self.journal = HEADER.to_vec();
    }

    fn save_document(&mut self, dossier: &Dossier, document: Document) {
        let content = match document {
            Document::Group => DocumentBody::Group(Box::new(dossier.group.clone())),
            Document::Undo => DocumentBody::Undo(Box::new(dossier.history.clone())),
            Document::Log => DocumentBody::Log(Box::new(dossier.log.clone())),
            Document::Meeting(id) => match dossier.meeting(id) {
                Some(meeting) => DocumentBody::Meeting(Box::new(meeting.clone())),
                None => DocumentBody::Gone(id),
            },
        };
        self.writer.save(SaveJob { content, sequence: self.sequence, saved: afternoon() }).unwrap();
    }

    /// The end: the journal is what has been written so far.
    fn end(&self) {
        let path = self.store.folder.group(SLUG).journal(1);
        Disk.create(&path, &self.journal).unwrap();
    }
}

/// What is opened is what was there, meetings that are read later included.
fn is_all_there(desk: &Desk, opened: &Opened, dossier: &Dossier) -> TestCaseResult {
    prop_assert_eq!(&opened.dossier.group, &dossier.group);
    prop_assert_eq!(&opened.dossier.history, &dossier.history);
    prop_assert_eq!(&opened.dossier.log, &dossier.log);
    for (id, meeting) in &dossier.meetings {
        let read = || {
            let read = read_meeting(desk.store.files.as_ref(), &opened.folder, *id);
            read.map(|read| read.meeting)
        };
        let there = opened.dossier.meeting(*id).cloned().map_or_else(read, Ok);
        prop_assert_eq!(there.as_ref(), Ok(meeting), "{}", id);
    }
    for id in opened.dossier.meetings.keys() {
        prop_assert!(dossier.meeting(*id).is_some(), "{} is gone", id);
    }
    prop_assert_eq!(&opened.doubts, &vec![]);
    Ok(())
}

proptest! {
    #![proptest_config(stories(64))]

    #[test]
    fn the_journal_brings_back_what_the_files_do_not_hold(
        beginning in Beginning::any(),
        wishes in wishes(40),
        saves in prop::collection::vec((0..40usize, 0..9usize), 0..12),
    ) {
        let mut desk = Desk::with(&beginning.dossier());
        let mut story = Story::of(beginning);
        for (nr, wish) in wishes.iter().enumerate() {
            let Some(entry) = story.entry(wish) else { continue };
            if story.dossier.record(&entry).is_ok() {
                desk.record(&entry);
            }
            for (_, document) in saves.iter().filter(|(at, _)| *at == nr) {
                desk.save(&story.dossier, *document);
            }
        }
        desk.end();
        let opened = desk.store.open(SLUG).unwrap();
        prop_assert_eq!(opened.sequence, desk.sequence);
        is_all_there(&desk, &opened, &story.dossier)?;
        limits_hold(&opened.dossier.group)?;
        drop(opened);
        let again = desk.store.open(SLUG).unwrap();
        is_all_there(&desk, &again, &story.dossier)?;
    }
}

fn begun(dossier: &Dossier) -> Vec<Change> {
    let id = dossier.group.meeting_id(afternoon().date_naive());
    let structure = CONTENT.structure(MeetingKind::FollowUp);
    closing::begin(&dossier.group, Meeting::prepare(&dossier.group, id, &structure))
}

/// A meeting in which nothing happened was saved, and went; its file is gone already. What
/// happened after that is not lost.
#[test]
fn a_meeting_that_went_does_not_keep_the_rest_from_coming_back() {
    let mut story = Story::of(Beginning::Empty);
    for change in begun(&story.dossier) {
        story.dossier.apply(&change).unwrap();
    }
    let mut desk = Desk::with(&story.dossier);
    let note = |story: &mut Story, desk: &mut Desk, changes: Vec<Change>| {
        let entry = Entry { by: String::new(), at: afternoon(), kind: EntryKind::Along, changes };
        story.dossier.record(&entry).unwrap();
        desk.record(&entry);
    };
    let first = story.dossier.meetings.values().next().unwrap().clone();
    // The plan was shown first; that does not make it a meeting that was held.
    let shown = MeetingChange::PlanShown(Swap { from: false, to: true });
    note(&mut story, &mut desk, vec![Change::Meeting(first.id, shown)]);
    let first = story.dossier.meetings.values().next().unwrap().clone();
    assert!(first.wordless(&story.dossier.group));
    let gone = closing::discard(&story.dossier.group, &first);
    note(&mut story, &mut desk, gone);
    desk.save_document(&story.dossier, Document::Meeting(first.id));
    let begun = begun(&story.dossier);
    note(&mut story, &mut desk, begun);
    desk.end();
    let opened = desk.store.open(SLUG).unwrap();
    assert_eq!(opened.dossier.meetings, story.dossier.meetings);
    assert_eq!(opened.dossier.group, story.dossier.group);
    assert_eq!(opened.doubts, []);
}
