//! A data folder with a passphrase: nothing of anybody is on the disk as it was typed, and the
//! folder opens at any moment while it gets one or loses it.

use std::io::ErrorKind;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use kring::domain::change::{Change, GroupChange};
use kring::domain::delta::Splice;
use kring::domain::group::Group;
use kring::domain::history::{DeedKind, Entry, EntryKind};
use kring::domain::texts::GroupText;
use kring::language::Language;
use kring::store::Store;
use kring::store::check::check;
use kring::store::document::decode;
use kring::store::encryption;
use kring::store::files::{Appending, Disk, Files};
use kring::store::folder::DataFolder;
use kring::store::journal::{Journal, Record};
use kring::store::journal_thread::JournalWriter;
use kring::store::key::{FolderKey, KeyFile, Secret, UnlockError};
use kring::store::sealed::Sealed;
use tempfile::TempDir;

use super::{all_below, names, overwrite, practice, save_named};
use crate::rig::clock::{SetClock, afternoon};
use crate::rig::files::{Task, Verdict, Watched};

/// A group that is not the practice group, although it is as full.
const SLUG: &str = "haven";
/// Words that are in it.
const WORDS: [&str; 4] = ["De Vuurtoren", "Noor", "Karin", "wandel"];

/// A key, wrapped once: a passphrase is slow on purpose.
static KEY: LazyLock<(Arc<FolderKey>, KeyFile)> = LazyLock::new(|| {
    let key = FolderKey::generate();
    let wrapped = key.wrap(&secret("vier gewone woorden")).unwrap();
    (Arc::new(key), wrapped)
});

fn secret(text: &str) -> Secret {
    Secret::from(text.to_owned())
}

/// A data folder with a full group in it, without a passphrase.
struct Harbour {
    temp: TempDir,
}

impl Harbour {
    fn new() -> Self {
        let harbour = Self { temp: tempfile::tempdir().unwrap() };
        let store = harbour.store(Arc::new(Disk));
        let mut dossier = practice::dossier(Language::Dutch);
        // One meeting says as much as five, and takes less time.
        dossier.group.meetings.truncate(1);
        dossier.meetings.retain(|id, _| *id == dossier.group.meetings[0].id);
        store.put(SLUG, &dossier).unwrap();
        // Everything that can lie about: a generation, a log, what can be undone, an owner, words
        // that were typed and not saved yet, a torn save, something in the bin.
        let mut opened = store.open(SLUG).unwrap();
        save_named(&mut opened.writer, &opened.dossier.group, "De Vuurtoren").unwrap();
        let folder = store.folder.group(SLUG);
        let mut journal = JournalWriter::start(
            Arc::clone(&store.files),
            folder.clone(),
            Arc::clone(&store.clock),
        )
        .unwrap();
        journal.write(&typed(1, " van Karin")).unwrap();
        journal.close(Duration::from_secs(10));
        overwrite(&folder.path().join(".group.ron.new-1"), b"half of Noor");
        store.files.create_dir(&store.folder.bin().join("oud")).unwrap();
        overwrite(&store.folder.bin().join("oud/lijst.txt"), b"Karin was hier");
        harbour
    }

    fn encrypted() -> Self {
        let harbour = Self::new();
        encryption::encrypt(&harbour.store(Arc::new(Disk)), &KEY.0, &KEY.1).unwrap();
        harbour
    }

    fn store(&self, files: Arc<dyn Files>) -> Store {
        Store::new(files, DataFolder::new(self.temp.path().to_owned()), SetClock::new())
    }

    /// A fresh start of the program, with the passphrase when the folder has one.
    fn start(&self) -> Store {
        let mut store = self.store(Arc::new(Disk));
        if store.has_passphrase() {
            assert!(store.is_locked());
            store.unlock_with_key(&KEY.0);
        }
        store
    }

    /// Which words stand in which files, names of files among them, as whoever has the disk finds.
    fn leaks(&self) -> Vec<String> {
        let all = all_below(self.temp.path()).into_iter();
        let holds = |path: &Path, bytes: &[u8]| {
            let text = format!("{} {}", path.display(), String::from_utf8_lossy(bytes));
            WORDS.iter().chain(&[SLUG]).any(|word| text.contains(word))
        };
        let leaks = all.filter(|(path, bytes)| holds(path, bytes));
        leaks.map(|(path, _)| path.display().to_string()).collect()
    }
}

fn typed(sequence: u64, text: &str) -> Record {
    let splice =
        Splice { at: "De Vuurtoren".len(), removed: String::new(), inserted: text.to_owned() };
    let change = Change::Group(GroupChange::Text(GroupText::Name, splice));
    let (at, kind) = (afternoon(), EntryKind::Do(DeedKind::Typing));
    Record { sequence, entry: Entry { by: String::new(), at, kind, changes: vec![change] } }
}

/// The group of a store, whatever its folder is called.
fn group(store: &Store) -> Group {
    let slugs = store.slugs();
    assert_eq!(slugs.len(), 1, "{slugs:?}");
    let opened = store.open(&slugs[0]).unwrap();
    assert_eq!(opened.doubts, []);
    opened.dossier.group
}

#[test]
fn nothing_of_anybody_is_on_the_disk_and_all_of_it_opens() {
    let plain = group(&Harbour::new().start());
    assert_eq!(plain.name, "De Vuurtoren van Karin", "what was typed last is in the journal");
    let harbour = Harbour::encrypted();
    assert_eq!(harbour.leaks(), Vec::<String>::new());
    let store = harbour.start();
    assert_eq!(group(&store), plain);
    assert_eq!(check(store.files.as_ref(), store.root()).broken, []);
    assert_eq!(harbour.leaks(), Vec::<String>::new(), "after it was opened");
}

/// What is written afterwards is sealed as well: documents, generations, the journal, who has it.
#[test]
fn what_is_written_later_is_sealed_too() {
    let harbour = Harbour::encrypted();
    let store = harbour.start();
    let slug = store.slugs().remove(0);
    let mut opened = store.open(&slug).unwrap();
    save_named(&mut opened.writer, &opened.dossier.group, "Noor en Karin").unwrap();
    let folder = store.folder.group(&slug);
    let mut journal =
        JournalWriter::start(Arc::clone(&store.files), folder.clone(), Arc::clone(&store.clock))
            .unwrap();
    for sequence in 2..=40 {
        journal.write(&typed(sequence, "Karin")).unwrap();
    }
    journal.close(Duration::from_secs(10));
    store.create("Karin en Noor", afternoon().date_naive()).unwrap();
    assert_eq!(harbour.leaks(), Vec::<String>::new());
    let last = folder.journals(&Disk).pop().unwrap();
    let journal = Journal::read(&store.files.read(&folder.journal(last)).unwrap());
    assert_eq!(journal.records.len(), 39);
    assert!(Journal::read(&Disk.read(&folder.journal(last)).unwrap()).records.is_empty());
}

#[test]
fn a_wrong_passphrase_opens_nothing_and_the_recovery_key_does() {
    let harbour = Harbour::encrypted();
    let mut store = harbour.store(Arc::new(Disk));
    for wrong in ["", "vier gewone woordeN", "AGE-SECRET-KEY-1"] {
        assert!(store.unlock(&secret(wrong)).is_err(), "{wrong}");
        assert!(store.is_locked());
    }
    store.unlock(&KEY.0.recovery()).unwrap();
    assert_eq!(group(&store).name, "De Vuurtoren van Karin");
}

#[test]
fn another_passphrase_takes_the_place_of_the_first() {
    let harbour = Harbour::encrypted();
    let another = secret("heel andere woorden");
    encryption::rewrap(&harbour.store(Arc::new(Disk)), &KEY.0.wrap(&another).unwrap()).unwrap();
    let mut store = harbour.store(Arc::new(Disk));
    assert!(store.unlock(&secret("vier gewone woorden")).is_err());
    store.unlock(&another).unwrap();
    assert_eq!(group(&store).name, "De Vuurtoren van Karin");
}

#[test]
fn without_its_passphrase_a_folder_is_as_it_was() {
    let before = all_below(Harbour::new().temp.path()).len();
    let harbour = Harbour::encrypted();
    encryption::decrypt(&harbour.store(Arc::new(Disk)), &KEY.0).unwrap();
    let store = harbour.start();
    assert!(!store.has_passphrase());
    assert_eq!(store.slugs(), ["vuurtoren-2"], "the slug of its name, the practice group's apart");
    assert_eq!(group(&store).name, "De Vuurtoren van Karin");
    // What a save left that was cut short went; it was of no use.
    assert_eq!(all_below(harbour.temp.path()).len(), before - 1);
}

/// An earlier version that is damaged opens for nobody, and keeps nobody from the rest.
#[test]
fn a_damaged_generation_does_not_keep_the_passphrase() {
    let harbour = Harbour::encrypted();
    let store = harbour.start();
    let backups = store.folder.group(&store.slugs()[0]).backups();
    let generation = backups.join(names(&backups).remove(0));
    let bytes = Disk.read(&generation).unwrap();
    overwrite(&generation, &bytes[..bytes.len() - 9]);
    drop(store);
    encryption::decrypt(&harbour.store(Arc::new(Disk)), &KEY.0).unwrap();
    let store = harbour.start();
    assert!(!store.has_passphrase());
    assert_eq!(group(&store).name, "De Vuurtoren van Karin");
}

/// The disk, which lets so many calls happen and then nothing any more, as when the power goes.
fn dying(calls: usize) -> Arc<Watched> {
    let counted = AtomicUsize::new(0);
    Watched::by(move |call| {
        let over = !call.done && counted.fetch_add(1, Ordering::SeqCst) >= calls;
        if over { Verdict::Fail(ErrorKind::Other) } else { Verdict::Go }
    })
}

/// Does work on a fresh folder, dying one call later each time; looks at what is left.
fn dying_at_every_call(
    make: impl Fn() -> Harbour,
    work: impl Fn(&Store) -> bool,
    look: impl Fn(&Harbour),
) {
    for calls in 0..1000 {
        let harbour = make();
        let done = work(&harbour.store(dying(calls)));
        look(&harbour);
        if done {
            assert!(calls > 30, "{calls} calls are few for so many files");
            return;
        }
    }
    unreachable!("the work never ends");
}

#[test]
fn a_power_cut_while_a_folder_gets_a_passphrase_leaves_one_that_opens() {
    dying_at_every_call(
        Harbour::new,
        |store| encryption::encrypt(store, &KEY.0, &KEY.1).is_ok(),
        |harbour| {
            let store = harbour.start();
            assert_eq!(group(&store).name, "De Vuurtoren van Karin");
            assert!(!store.is_half_sealed());
            // The start that opened it has finished the work, when there was a passphrase at all.
            let sealed = store.has_passphrase();
            assert!(!sealed || harbour.leaks().is_empty(), "{:?}", harbour.leaks());
        },
    );
}

#[test]
fn a_power_cut_while_a_folder_loses_its_passphrase_leaves_one_that_opens() {
    dying_at_every_call(
        Harbour::encrypted,
        |store| encryption::decrypt(store, &KEY.0).is_ok(),
        |harbour| {
            assert_eq!(group(&harbour.start()).name, "De Vuurtoren van Karin");
        },
    );
}

#[test]
fn a_power_cut_while_the_passphrase_changes_leaves_one_of_the_two() {
    let another = KEY.0.wrap(&secret("heel andere woorden")).unwrap();
    let harbour = Harbour::encrypted();
    let there = || {
        let path = DataFolder::new(harbour.temp.path().to_owned()).key();
        let read = decode::<KeyFile>(&path, &Disk.read(&path).unwrap()).unwrap();
        assert_eq!(read.doubt, None);
        read.value
    };
    let turned =
        |calls: &usize| encryption::rewrap(&harbour.store(dying(*calls)), &another).is_ok();
    let calls = (0..20).take_while(|calls| !turned(calls)).inspect(|_| assert_eq!(there(), KEY.1));
    assert!(calls.count() >= 4);
    assert_eq!(there(), another);
}

/// Whoever can write in a folder could otherwise take its passphrase away.
#[test]
fn a_mark_that_lies_about_takes_no_passphrase_away() {
    let harbour = Harbour::encrypted();
    let mark = DataFolder::new(harbour.temp.path().to_owned()).decrypting();
    overwrite(&mark, b"");
    assert_eq!(group(&harbour.start()).name, "De Vuurtoren van Karin");
    assert_eq!(harbour.leaks(), Vec::<String>::new());
    assert!(harbour.start().has_passphrase());
    // What is left of an earlier time does no harm to a new passphrase either.
    let harbour = Harbour::new();
    overwrite(&DataFolder::new(harbour.temp.path().to_owned()).decrypting(), b"");
    encryption::encrypt(&harbour.store(Arc::new(Disk)), &KEY.0, &KEY.1).unwrap();
    assert!(harbour.start().has_passphrase());
    assert_eq!(harbour.leaks(), Vec::<String>::new());
}

/// In the middle of a meeting the folder may be gone: who is there still gets in.
#[test]
fn a_passphrase_is_known_again_without_the_folder() {
    let harbour = Harbour::encrypted();
    let mut store = harbour.store(Arc::new(Disk));
    store.unlock(&secret("vier gewone woorden")).unwrap();
    let aside = harbour.temp.path().with_file_name(format!("aside-{}", std::process::id()));
    Disk.rename(harbour.temp.path(), &aside).unwrap();
    assert!(store.recognises(&secret("vier gewone woorden")));
    assert!(store.recognises(&KEY.0.recovery()));
    assert!(!store.recognises(&secret("vier andere woorden")));
    assert!(store.key_file().is_some(), "a copy elsewhere gets the key as well");
    Disk.rename(&aside, harbour.temp.path()).unwrap();
}

#[test]
fn a_damaged_key_is_said_and_the_recovery_key_does_without() {
    let harbour = Harbour::encrypted();
    let store = harbour.store(Arc::new(Disk));
    let text = String::from_utf8(Disk.read(&store.folder.key()).unwrap()).unwrap();
    let other = FolderKey::generate().wrap(&secret("vier gewone woorden")).unwrap().public;
    overwrite(&store.folder.key(), text.replace(&KEY.1.public, &other).as_bytes());
    assert!(store.key(&secret("vier gewone woorden")).is_ok(), "the half that opens is whole");
    let line = KEY.1.wrapped.lines().nth(2).unwrap();
    let turned: String = line.chars().rev().collect();
    overwrite(&store.folder.key(), text.replace(line, &turned).as_bytes());
    let refused = store.key(&secret("vier gewone woorden"));
    assert!(
        matches!(refused, Err(UnlockError::Broken(_))),
        "it is damaged, and not a wrong passphrase"
    );
    assert!(store.key(&KEY.0.recovery()).is_ok());
}

/// Another program took the passphrase away, or gave one: what is written next fits the folder.
#[test]
fn a_key_that_is_not_the_folders_any_more_is_let_go() {
    let harbour = Harbour::encrypted();
    let mut store = harbour.start();
    store.refresh();
    assert!(store.is_unlocked());
    encryption::decrypt(&harbour.store(Arc::new(Disk)), &KEY.0).unwrap();
    store.refresh();
    assert!(!store.is_unlocked() && !store.is_locked());
    assert_eq!(group(&store).name, "De Vuurtoren van Karin");
    encryption::encrypt(&harbour.store(Arc::new(Disk)), &KEY.0, &KEY.1).unwrap();
    store.refresh();
    assert!(store.is_locked());
}

/// What lies in a folder that somebody chooses may be another's, with another key.
#[test]
fn a_chosen_folder_gets_a_fresh_one_each_time() {
    let harbour = Harbour::encrypted();
    let store = harbour.start();
    let chosen = tempfile::tempdir().unwrap();
    let first = store.chosen("haven", chosen.path()).unwrap().place;
    assert_eq!(first, chosen.path().join("kring-data"));
    Disk.create_dir(&first).unwrap();
    let second = store.chosen("haven", chosen.path()).unwrap().place;
    assert_eq!(second, chosen.path().join("kring-data-2"));
    assert!(store.chosen("haven", &chosen.path().join("nergens")).is_err());
}

/// A folder in use is not turned: what is typed there meanwhile would be lost.
#[test]
fn a_folder_whose_group_is_open_keeps_the_passphrase_it_has() {
    let harbour = Harbour::new();
    let store = harbour.store(Arc::new(Disk));
    let _open = store.open(SLUG).unwrap();
    let refused = encryption::encrypt(&harbour.store(Arc::new(Disk)), &KEY.0, &KEY.1);
    assert!(matches!(refused, Err(encryption::ConversionError::InUse)));
    assert!(!store.has_passphrase());
}

/// What cannot be written is written again, sealed in another file; none of it twice.
#[test]
fn a_sealed_journal_loses_nothing_on_a_disk_that_fails_now_and_then() {
    let full = ErrorKind::StorageFull;
    for fault in [Verdict::Fail(full), Verdict::Halfway(full), Verdict::Late(full)] {
        let harbour = Harbour::encrypted();
        let writes = AtomicUsize::new(0);
        let mut store = harbour.store(Watched::by(move |call| {
            let writing = call.task == Task::Append && !call.done;
            let third = writing && writes.fetch_add(1, Ordering::SeqCst) % 3 == 2;
            if third { fault } else { Verdict::Go }
        }));
        store.unlock_with_key(&KEY.0);
        let folder = store.folder.group(&store.slugs()[0]);
        let (files, clock) = (Arc::clone(&store.files), Arc::clone(&store.clock));
        let mut journal = JournalWriter::start(files, folder, clock).unwrap();
        for sequence in 2..=9 {
            journal.write(&typed(sequence, "x")).unwrap();
        }
        assert!(journal.wait(Duration::from_secs(10)), "{fault:?}");
        journal.close(Duration::from_secs(10));
        assert_eq!(group(&harbour.start()).name, "De Vuurtorenxxxxxxxx van Karin", "{fault:?}");
        assert_eq!(harbour.leaks(), Vec::<String>::new());
    }
}

/// A file that grows, sealed, with these pieces.
fn grown(pieces: &[&[u8]]) -> (Sealed, DataFolder, TempDir) {
    let temp = tempfile::tempdir().unwrap();
    let folder = DataFolder::new(temp.path().to_owned());
    let key = Arc::new(FolderKey::generate());
    let sealed = Sealed::new(Arc::new(Disk), folder.clone(), key);
    sealed.create_dir(folder.group(SLUG).path()).unwrap();
    let mut file: Box<dyn Appending> = sealed.append(&folder.group(SLUG).journal(1)).unwrap();
    for piece in pieces {
        file.append(piece).unwrap();
    }
    file.sync().unwrap();
    (sealed, folder, temp)
}

/// A group that is open elsewhere stays as it is meanwhile, and that is known.
#[test]
fn what_is_not_sealed_yet_is_known() {
    let harbour = Harbour::new();
    let store = harbour.store(Arc::new(Disk));
    let _ = encryption::encrypt(&harbour.store(dying(60)), &KEY.0, &KEY.1);
    assert!(store.has_passphrase() && !harbour.leaks().is_empty(), "it ended half-way");
    let slug = store.slugs().remove(0);
    let held = Disk.lock(&store.folder.group(&slug).lock()).unwrap();
    assert!(held.is_some());
    assert!(harbour.start().is_half_sealed());
    drop(held);
    assert!(!harbour.start().is_half_sealed());
    assert_eq!(harbour.leaks(), Vec::<String>::new());
}

#[test]
fn a_torn_piece_is_seen_and_takes_nothing_with_it() {
    let (sealed, folder, _temp) = grown(&[b"een ", b"twee ", b"drie"]);
    let path = folder.group(SLUG).journal(1);
    let whole = Disk.read(&path).unwrap();
    assert_eq!(sealed.read(&path).unwrap(), b"een twee drie");
    for cut in 1..whole.len() {
        overwrite(&path, &whole[..cut]);
        let read = sealed.read(&path).unwrap();
        let kept = ["een twee ", "een ", ""].into_iter().find(|it| read.starts_with(it.as_bytes()));
        let tail = &read[kept.unwrap().len()..];
        assert!(whole[..cut].ends_with(tail), "cut at {cut}: {read:?}");
    }
}

#[test]
fn a_changed_byte_is_never_read_as_something_else() {
    let (sealed, folder, _temp) = grown(&[b"een ", b"twee ", b"drie"]);
    let path = folder.group(SLUG).journal(1);
    let whole = Disk.read(&path).unwrap();
    for at in 15..whole.len() {
        let mut changed = whole.clone();
        changed[at] ^= 0x10;
        overwrite(&path, &changed);
        let read = sealed.read(&path).unwrap();
        let good = ["een twee ", "een ", ""].into_iter().find(|it| read.starts_with(it.as_bytes()));
        let rest = &read[good.unwrap().len()..];
        assert!(changed.ends_with(rest), "byte {at}: {read:?}");
    }
}

/// Whoever goes on in a file that is there begins a key of its own in it.
#[test]
fn a_file_that_is_gone_on_with_reads_as_one() {
    let (sealed, folder, _temp) = grown(&[b"een "]);
    let path = folder.group(SLUG).journal(1);
    sealed.append(&path).unwrap().append(b"twee").unwrap();
    assert_eq!(sealed.read(&path).unwrap(), b"een twee");
}

#[test]
fn the_practice_group_and_the_settings_stay_as_they_are() {
    let folder = DataFolder::new("/data".into());
    assert!(folder.seals(&folder.group("haven").owner()));
    assert!(folder.seals(&folder.bin().join("haven/group.ron")));
    assert!(!folder.seals(&folder.group("vuurtoren").owner()));
    assert!(!folder.seals(&folder.settings()) && !folder.seals(&folder.key()));
    assert!(!folder.seals(Path::new("/elsewhere/groups/haven/verslag.txt")));
}
