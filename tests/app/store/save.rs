//! A save that fails at any point leaves the old file or the new one, whole.

use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use kring::store::document::{Document, GroupFile, decode};
use kring::store::files::{Disk, Files};
use kring::store::open::read_meeting;
use kring::store::save::{SaveError, replace};
use kring::store::saver::{DocumentBody, DocumentWriter, SaveJob};

use super::{Home, names, overwrite, save_named};
use crate::rig::files::{Task, Verdict, Watched};

const OLD: &[u8] = b"the old file, whole";
const NEW: &[u8] = b"the new file, whole and longer";

/// What goes wrong, and for how long.
#[derive(Clone, Copy, Debug)]
struct Trouble {
    verdict: Verdict,
    /// Nothing works after it: the disk is gone, or the program.
    for_good: bool,
}

fn troubles() -> Vec<Trouble> {
    let kinds = [
        ErrorKind::StorageFull,
        ErrorKind::PermissionDenied,
        ErrorKind::TimedOut,
        ErrorKind::Interrupted,
    ];
    let verdicts = kinds
        .into_iter()
        .flat_map(|kind| [Verdict::Fail(kind), Verdict::Halfway(kind), Verdict::Late(kind)]);
    let of = |verdict| [false, true].map(|for_good| Trouble { verdict, for_good });
    verdicts.flat_map(of).collect()
}

/// A disk with trouble, until it is mended.
struct Disks {
    files: Arc<Watched>,
    calls: Arc<AtomicUsize>,
}

impl Disks {
    /// Trouble at the `nth` call, counted from 0.
    fn troubled(nth: usize, trouble: Trouble) -> Self {
        let calls = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&calls);
        let files = Watched::by(move |call| {
            if call.done {
                return Verdict::Go;
            }
            let now = counted.fetch_add(1, Ordering::SeqCst);
            match trouble.verdict {
                verdict if now == nth => verdict,
                Verdict::Fail(kind) | Verdict::Halfway(kind) | Verdict::Late(kind)
                    if trouble.for_good && now > nth =>
                {
                    Verdict::Fail(kind)
                }
                _ => Verdict::Go,
            }
        });
        Self { files, calls }
    }

    /// How many calls there were.
    fn calls(&self) -> usize {
        self.calls.load(Ordering::SeqCst)
    }

    /// From now on everything works.
    fn mend(&self) {
        self.calls.store(usize::MAX / 2, Ordering::SeqCst);
    }
}

/// Does the work again and again, with the trouble one call later each time, until a time when
/// there was none. Returns how many calls it takes.
fn at_every_call(trouble: Trouble, mut work: impl FnMut(usize, &Disks) -> usize) -> usize {
    (0..100).find(|nth| work(*nth, &Disks::troubled(*nth, trouble)) <= *nth).unwrap()
}

fn is_whole(path: &Path, outcome: Result<(), SaveError>, trouble: Trouble) {
    let there = Disk.read(path).unwrap();
    assert!(there == OLD || there == NEW, "{trouble:?}: {}", String::from_utf8_lossy(&there));
    if outcome.is_ok() {
        assert_eq!(there, NEW, "{trouble:?}");
    }
}

#[test]
fn whatever_call_fails_the_old_file_or_the_new_one_is_there() {
    for trouble in troubles() {
        let calls = at_every_call(trouble, |_, disks| {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("group.ron");
            overwrite(&path, OLD);
            let outcome = replace(disks.files.as_ref(), &path, NEW);
            is_whole(&path, outcome, trouble);
            if !trouble.for_good && !matches!(trouble.verdict, Verdict::Late(_)) {
                assert_eq!(
                    names(folder.path()),
                    ["group.ron"],
                    "{trouble:?}: nothing stays behind"
                );
            }
            disks.calls()
        });
        assert!(calls >= 5, "a save asks more of the disk than {calls} calls");
    }
}

#[test]
fn a_first_save_that_fails_leaves_no_half_file() {
    for trouble in troubles() {
        at_every_call(trouble, |_, disks| {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("deep/down/group.ron");
            let passed = replace(disks.files.as_ref(), &path, NEW).is_ok();
            let there = Disk.read(&path).ok();
            assert!(there.as_ref().is_none_or(|there| there == NEW), "{trouble:?}");
            assert!(!passed || there.is_some(), "{trouble:?}");
            disks.calls()
        });
    }
}

/// The same for a document with all that belongs to saving it. Whatever it came to, a later save
/// on a disk that works again has the last word.
#[test]
fn a_document_is_whole_whatever_call_fails_and_the_next_save_succeeds() {
    for trouble in troubles().into_iter().filter(|trouble| !trouble.for_good) {
        at_every_call(trouble, |nth, disks| {
            let home = Home::new();
            let group = home.open().dossier.group;
            let path = home.document(Document::Group);
            let files: Arc<dyn Files> = Arc::<Watched>::clone(&disks.files);
            let mut writer = DocumentWriter::new(files, home.folder(), "20260212".to_owned());
            writer.note_read(path.clone(), &home.bytes(Document::Group));
            let name = || {
                let read = decode::<GroupFile>(&path, &home.bytes(Document::Group)).unwrap();
                assert_eq!(read.doubt, None);
                read.value.group.name
            };
            let outcome = save_named(&mut writer, &group, "Nieuw");
            let calls = disks.calls();
            let expected = if outcome.is_ok() { "Nieuw" } else { "De Vuurtoren" };
            let late = matches!(trouble.verdict, Verdict::Late(_));
            assert!(name() == expected || late && name() == "Nieuw", "{trouble:?} at {nth}");
            disks.mend();
            let outcome = save_named(&mut writer, &group, "Nieuwer");
            assert!(outcome.is_ok(), "{trouble:?} at {nth}: {outcome:?}");
            assert_eq!(name(), "Nieuwer", "{trouble:?} at {nth}");
            calls
        });
    }
}

#[test]
fn a_file_that_was_changed_underneath_stays_and_both_are_kept() {
    let home = Home::new();
    let mut opened = home.open();
    let theirs = [home.bytes(Document::Group), b"// by hand\n".to_vec()].concat();
    home.edit(Document::Group, &theirs);
    let refused = save_named(&mut opened.writer, &opened.dossier.group, "Van kring");
    let Err(SaveError::Changed { beside }) = refused else { panic!("{refused:?}") };
    assert_eq!(home.bytes(Document::Group), theirs);
    let ours = decode::<GroupFile>(&beside, &Disk.read(&beside).unwrap()).unwrap();
    assert_eq!(ours.value.group.name, "Van kring");
    assert_eq!(ours.doubt, None);
}

/// A virus scanner holds the file for a moment: the save waits, and is no failure.
#[test]
fn a_file_that_somebody_holds_a_moment_is_saved_all_the_same() {
    let refused = AtomicUsize::new(0);
    let held = Watched::by(move |call| {
        let rename = call.task == Task::Rename && !call.done;
        if rename && refused.fetch_add(1, Ordering::SeqCst) < 3 {
            Verdict::Fail(ErrorKind::PermissionDenied)
        } else {
            Verdict::Go
        }
    });
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("group.ron");
    overwrite(&path, OLD);
    assert!(replace(held.as_ref(), &path, NEW).is_err(), "what does not pass is said at once");
    let held = held.passing(ErrorKind::PermissionDenied);
    assert!(replace(held.as_ref(), &path, NEW).is_ok());
    assert_eq!(Disk.read(&path).unwrap(), NEW);
}

/// A share that went away leaves an empty folder where it was: nothing is made there, so that it
/// cannot seem saved.
#[test]
fn a_folder_that_went_away_is_not_made_anew() {
    let home = Home::new();
    let mut opened = home.open();
    let aside = home.folder().path().with_file_name("aside");
    Disk.rename(home.folder().path(), &aside).unwrap();
    let refused = save_named(&mut opened.writer, &opened.dossier.group, "Nieuw");
    assert!(matches!(refused, Err(SaveError::Io(_))), "{refused:?}");
    assert!(!home.folder().path().exists());
    Disk.rename(&aside, home.folder().path()).unwrap();
    save_named(&mut opened.writer, &opened.dossier.group, "Nieuw").unwrap();
}

#[test]
fn a_file_that_appeared_where_there_was_none_stays_too() {
    let home = Home::new();
    let mut opened = home.open();
    let meeting = opened.dossier.meetings.into_values().next();
    assert_eq!(meeting, None, "all meetings of the practice group are finished");
    let held = read_meeting(&Disk, &home.folder(), opened.dossier.group.meetings[0].id);
    let mut meeting = held.unwrap().meeting;
    meeting.id.nth = 2;
    let path = home.document(Document::Meeting(meeting.id));
    overwrite(&path, b"somebody else's");
    let content = DocumentBody::Meeting(Box::new(meeting));
    let saved = super::afternoon();
    let refused = opened.writer.save(SaveJob { content, sequence: 1, saved });
    assert!(matches!(refused, Err(SaveError::Changed { .. })), "{refused:?}");
    assert_eq!(Disk.read(&path).unwrap(), b"somebody else's");
}
