//! The journal: what is whole comes back, what is torn is kept aside, and nothing waits for it.

use std::io::ErrorKind;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use kring::domain::change::{Change, GroupChange};
use kring::domain::delta::Splice;
use kring::domain::history::{DeedKind, Entry, EntryKind};
use kring::domain::texts::GroupText;
use kring::store::Store;
use kring::store::files::{Disk, Files};
use kring::store::journal::{HEADER, Journal, Record};
use kring::store::journal_thread::JournalWriter;

use super::{Home, names, overwrite};
use crate::rig::clock::afternoon;
use crate::rig::files::{Task, Verdict, Watched};

/// A record that types one character after the name of the group and those typed before.
pub(crate) fn typed(sequence: u64, character: char) -> Record {
    let at = "De Vuurtoren".len() + usize::try_from(sequence).unwrap() - 1;
    let splice = Splice { at, removed: String::new(), inserted: character.to_string() };
    let change = Change::Group(GroupChange::Text(GroupText::Name, splice));
    let kind = EntryKind::Do(DeedKind::Typing);
    Record {
        sequence,
        entry: Entry { by: String::new(), at: afternoon(), kind, changes: vec![change] },
    }
}

fn file(records: &[Record]) -> Vec<u8> {
    let records = records.iter().flat_map(|record| record.encode().unwrap());
    HEADER.iter().copied().chain(records).collect()
}

fn writer(home: &Home) -> JournalWriter {
    let Store { files, clock, .. } = home.store.clone();
    JournalWriter::start(files, home.folder(), clock).unwrap()
}

fn name(home: &Home) -> String {
    home.open().dossier.group.name
}

#[test]
fn a_torn_tail_loses_only_itself_and_is_kept_aside() {
    let whole = file(&[typed(1, 'a'), typed(2, 'b')]);
    let all = file(&[typed(1, 'a'), typed(2, 'b'), typed(3, 'c')]);
    for cut in [whole.len() + 1, all.len() - 1] {
        let home = Home::new();
        overwrite(&home.folder().journal(1), &all[..cut]);
        let opened = home.open();
        assert_eq!(opened.dossier.group.name, "De Vuurtorenab");
        assert_eq!((opened.sequence, opened.doubts), (2, vec![]));
        let aside = names(&home.folder().backups());
        assert_eq!(aside.len(), 1, "{aside:?}");
        let kept = Disk.read(&home.folder().backups().join(&aside[0])).unwrap();
        assert_eq!(kept, &all[..cut]);
    }
}

#[test]
fn a_record_that_was_torn_and_written_again_elsewhere_comes_back_once() {
    let home = Home::new();
    let torn = file(&[typed(1, 'a'), typed(2, 'b')]);
    overwrite(&home.folder().journal(1), &torn[..torn.len() - 3]);
    overwrite(&home.folder().journal(2), &file(&[typed(2, 'b'), typed(3, 'c')]));
    assert_eq!(name(&home), "De Vuurtorenabc");
    overwrite(&home.folder().journal(1), &torn);
    assert_eq!(name(&home), "De Vuurtorenabc");
}

/// Damage in the middle: what comes after it was typed in a text that is not there. It would end
/// up in other places than it was typed in.
#[test]
fn records_after_one_that_is_missing_are_not_made_in_silence() {
    let home = Home::new();
    let mut damaged = file(&[typed(1, 'a'), typed(2, 'b'), typed(3, 'c')]);
    let second = file(&[typed(1, 'a')]).len() + 20;
    damaged[second] ^= 1;
    let front = Splice { at: 0, removed: String::new(), inserted: "X".to_owned() };
    let change = Change::Group(GroupChange::Text(GroupText::Name, front));
    let later = Record {
        sequence: 4,
        entry: Entry {
            by: String::new(),
            at: afternoon(),
            kind: EntryKind::Along,
            changes: vec![change],
        },
    };
    overwrite(&home.folder().journal(1), &damaged);
    overwrite(&home.folder().journal(2), &file(&[later]));
    let opened = home.open();
    assert_eq!(opened.dossier.group.name, "De Vuurtorena");
    assert_ne!(opened.doubts, [], "somebody has to be told");
}

/// What does not fit is a doubt about the very file it is in, so that accepting keeps a copy.
#[test]
fn a_journal_that_does_not_fit_is_doubted_by_its_own_name() {
    let home = Home::new();
    let beyond = file(&[typed(100, 'x')]);
    overwrite(&home.folder().journal(3), &beyond);
    let doubts = home.open().doubts;
    let paths = kring::store::check::paths(&doubts);
    assert_eq!(paths, [home.folder().journal(3)]);
    home.store.keep_copies(super::SLUG, &paths).unwrap();
    let backups = home.folder().backups();
    let kept: Vec<Vec<u8>> =
        names(&backups).iter().map(|name| Disk.read(&backups.join(name)).unwrap()).collect();
    assert!(kept.contains(&beyond), "{:?}", names(&backups));
}

/// A long run leaves a long journal; it holds all there is, so it must open.
#[test]
fn a_journal_over_the_largest_file_still_opens() {
    let home = Home::new();
    let long = "x".repeat(1_000_000);
    let mut bytes = HEADER.to_vec();
    for sequence in 1..=17 {
        let splice = Splice { at: 0, removed: String::new(), inserted: long.clone() };
        let change = Change::Group(GroupChange::Text(GroupText::Communication, splice));
        let kind = EntryKind::Do(DeedKind::Pasting);
        let entry = Entry { by: String::new(), at: afternoon(), kind, changes: vec![change] };
        bytes.extend(Record { sequence, entry }.encode().unwrap());
    }
    overwrite(&home.folder().journal(1), &bytes);
    let opened = home.store.open(super::SLUG);
    assert_eq!(opened.map(|opened| opened.sequence), Ok(17));
}

fn journals(home: &Home) -> Vec<Record> {
    let numbers = home.folder().journals(&Disk);
    numbers
        .into_iter()
        .flat_map(|nr| Journal::read(&Disk.read(&home.folder().journal(nr)).unwrap()).records)
        .collect()
}

#[test]
fn every_record_is_on_the_disk_once_the_journal_says_so() {
    let home = Home::new();
    let mut journal = writer(&home);
    for sequence in 1..=50 {
        journal.write(&typed(sequence, 'é')).unwrap();
        assert!(journal.wait(Duration::from_secs(10)));
        assert_eq!(journals(&home).len(), usize::try_from(sequence).unwrap());
    }
    journal.close(Duration::from_secs(10));
}

/// Each write fails a while, with all, half or nothing of it on the disk; none is lost.
#[test]
fn a_write_that_fails_is_done_again_in_another_file() {
    use std::io::ErrorKind::StorageFull;
    for fault in
        [Verdict::Fail(StorageFull), Verdict::Halfway(StorageFull), Verdict::Late(StorageFull)]
    {
        let calls = AtomicUsize::new(0);
        let files = Watched::by(move |call| {
            let count = || calls.fetch_add(1, Ordering::SeqCst);
            let writing = call.task == Task::Append && !call.done;
            if writing && count() % 3 == 2 { fault } else { Verdict::Go }
        });
        let home = Home::on(files);
        let mut journal = writer(&home);
        for sequence in 1..=6 {
            journal.write(&typed(sequence, 'x')).unwrap();
        }
        assert!(journal.wait(Duration::from_secs(10)), "{fault:?}");
        journal.close(Duration::from_secs(10));
        assert_eq!(name(&home), "De Vuurtorenxxxxxx", "{fault:?}");
    }
}

/// Drawing waits a moment for the journal, not a moment for each of its records: a slow disk that
/// does answer must not hold up the screen either. Here records go on being written one by one for
/// as long as somebody waits, so who waits for each of them waits for all but the last.
#[test]
fn waiting_ends_while_slow_records_go_on_being_written() {
    const RECORDS: u64 = 1000;
    let let_through = Arc::new((Mutex::new(0), Condvar::new()));
    let gate = Arc::clone(&let_through);
    let appended = AtomicU64::new(0);
    let files = Watched::by(move |call| {
        if call.task == Task::Append && !call.done {
            let nr = appended.fetch_add(1, Ordering::SeqCst);
            let (through, news) = &*gate;
            drop(news.wait_while(through.lock().unwrap(), |through| *through < nr).unwrap());
        }
        Verdict::Go
    });
    let home = Home::on(files);
    let mut journal = writer(&home);
    for sequence in 1..=RECORDS {
        journal.write(&typed(sequence, 'x')).unwrap();
    }
    let waits = AtomicBool::new(true);
    let (through, news) = &*let_through;
    let all_written = std::thread::scope(|scope| {
        scope.spawn(|| {
            // One after another, up to the last but one.
            for nr in 1..RECORDS - 1 {
                if !waits.load(Ordering::SeqCst) {
                    break;
                }
                *through.lock().unwrap() = nr;
                news.notify_all();
                std::thread::sleep(Duration::from_millis(10));
            }
        });
        let all_written = journal.wait(Duration::from_millis(50));
        waits.store(false, Ordering::SeqCst);
        all_written
    });
    assert!(!all_written, "the last was not let through");
    let written = *through.lock().unwrap();
    assert!(written < RECORDS - 2, "{written} records were waited for");
    *through.lock().unwrap() = RECORDS;
    news.notify_all();
    assert!(journal.wait(Duration::from_mins(1)), "who is patient hears of all of them");
    journal.close(Duration::from_mins(1));
}

/// What was in a file when its sync failed may be gone, although it was written; a second sync
/// says nothing. So it is written anew, and saved only then.
#[test]
fn what_could_not_be_synced_is_written_anew_in_another_file() {
    let syncs = AtomicUsize::new(0);
    let files = Watched::by(move |call| {
        let fails = call.task == Task::Sync && syncs.fetch_add(1, Ordering::SeqCst) == 0;
        if fails && !call.done { Verdict::Fail(broken()) } else { Verdict::Go }
    });
    let home = Home::on(files);
    let mut journal = writer(&home);
    journal.write(&typed(1, 'a')).unwrap();
    journal.write(&typed(2, 'b')).unwrap();
    assert!(journal.wait(Duration::from_secs(10)));
    let flush = journal.flush_handle().unwrap();
    flush.try_flush(Duration::from_secs(10));
    assert!(!journal.wait(Duration::ZERO), "what may be gone is not saved");
    assert!(flush.wait(Duration::from_secs(10)));
    assert!(journal.wait(Duration::ZERO));
    let anew = Journal::read(&Disk.read(&home.folder().journal(2)).unwrap());
    assert_eq!(anew.records, [typed(1, 'a'), typed(2, 'b')]);
    journal.close(Duration::from_secs(10));
    assert_eq!(name(&home), "De Vuurtorenab");
}

/// A disk that is full or broken for an hour is tried again at every key.
#[test]
fn a_disk_that_fails_on_and_on_is_not_filled_with_journals() {
    for failing in [Task::Sync, Task::Append] {
        let keys = AtomicUsize::new(0);
        let files = Watched::by(move |call| {
            let fails = call.task == failing && !call.done;
            if fails && keys.fetch_add(1, Ordering::SeqCst) > 0 {
                Verdict::Fail(broken())
            } else {
                Verdict::Go
            }
        });
        let home = Home::on(files);
        let mut journal = writer(&home);
        for sequence in 1..=20 {
            journal.write(&typed(sequence, 'x')).unwrap();
            journal.flush_handle().unwrap().try_flush(Duration::from_secs(10));
        }
        assert!(!journal.wait(Duration::ZERO));
        let files = home.folder().journals(&Disk);
        assert!(files.len() <= 3, "{failing:?}: {files:?}");
    }
}

/// What a broken disk says.
fn broken() -> ErrorKind {
    std::io::Error::from_raw_os_error(5).kind()
}

/// Some shares cannot sync. A new file every second would not help.
#[test]
fn a_disk_that_cannot_sync_keeps_its_one_journal() {
    let files = Watched::by(|call| match call.task {
        Task::Sync | Task::SyncDir if !call.done => Verdict::Fail(ErrorKind::Unsupported),
        _ => Verdict::Go,
    });
    let home = Home::on(files);
    let mut journal = writer(&home);
    for sequence in 1..=3 {
        journal.write(&typed(sequence, 'x')).unwrap();
        assert!(journal.flush_handle().unwrap().wait(Duration::from_secs(10)));
        assert!(journal.wait(Duration::ZERO));
    }
    assert_eq!(home.folder().journals(&Disk), [1]);
    journal.close(Duration::from_secs(10));
}
