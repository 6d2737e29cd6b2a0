//! A data folder that does not answer, is gone, or cannot be written: words go elsewhere, the
//! screen says where, and they come home when it answers again.

use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::event::KeyCode;
use kring::domain::texts::MeetingText;
use kring::store::Store;
use kring::store::document::Fault;
use kring::store::files::{Disk, Files};
use kring::store::folder::DataFolder;
use kring::store::opened::Opened;
use tempfile::TempDir;

use super::{Cue, Home, SLUG, ctrl, into_the_note, letters, press};
use crate::rig::files::{Task, Verdict, Watched};

/// A home whose words may go elsewhere.
struct Coast {
    home: Home,
    elsewhere: TempDir,
}

impl Coast {
    fn new() -> Self {
        let mut coast = Self::without_fallback();
        let places = vec![coast.elsewhere.path().to_owned()];
        coast.home.store = coast.home.store.clone().with_fallback_roots(places);
        coast
    }

    fn without_fallback() -> Self {
        Self { home: Home::new(), elsewhere: tempfile::tempdir().unwrap() }
    }

    /// Types while the folder answers, and on when it does not any more.
    fn typed_in_silence(&self) -> Vec<Cue> {
        let shut = Arc::clone(&self.home.door);
        let mut cues = into_the_note();
        cues.extend(letters("goed "));
        cues.push(Cue::Until("goed"));
        cues.push(Cue::Outside(Box::new(move || shut.shut())));
        cues.extend(letters("zwemmen"));
        cues.push(Cue::Until("NIET BEWAARD"));
        cues
    }

    /// From now on everything in the folder fails, as on a share that is gone.
    fn typed_without_folder(&mut self) -> Vec<Cue> {
        let gone = Arc::<AtomicBool>::default();
        let (root, asked) = (self.home.store.root().to_owned(), Arc::clone(&gone));
        self.home.store.files = Watched::by(move |call| {
            let lost = asked.load(Ordering::SeqCst) && call.path.starts_with(&root);
            if lost { Verdict::Fail(ErrorKind::NotFound) } else { Verdict::Go }
        });
        let mut cues = into_the_note();
        cues.extend(letters("goed "));
        cues.push(Cue::Until("goed"));
        cues.push(Cue::Outside(Box::new(move || gone.store(true, Ordering::SeqCst))));
        cues.extend(letters("zwemmen"));
        cues.push(Cue::Until("NIET BEWAARD"));
        cues.push(self.later(3));
        cues.push(Cue::Until("elders bewaard"));
        cues
    }

    /// Time passes, so that the silence is long.
    fn later(&self, seconds: u32) -> Cue {
        let clock = Arc::clone(&self.home.clock);
        Cue::Outside(Box::new(move || clock.pass(seconds)))
    }

    /// The group as a fresh start of the program finds it.
    fn again(&self) -> Opened {
        self.fresh().with_fallback_roots(vec![self.elsewhere.path().to_owned()]).open(SLUG).unwrap()
    }

    fn fresh(&self) -> Store {
        let folder = self.home.store.folder.clone();
        Store::new(Arc::new(Disk), folder, Arc::<super::SetClock>::clone(&self.home.clock))
    }

    /// The files below the fallback.
    fn fallback(&self) -> Vec<String> {
        below(self.elsewhere.path())
    }
}

fn below(folder: &Path) -> Vec<String> {
    let names = Disk.list(folder).unwrap_or_default().into_iter().map(|name| folder.join(name));
    names
        .flat_map(
            |path| {
                if path.is_dir() { below(&path) } else { vec![path.display().to_string()] }
            },
        )
        .collect()
}

fn note(opened: &Opened) -> String {
    let meeting = opened.dossier.meetings.values().next().unwrap();
    meeting.text(MeetingText::Note(0)).cloned().unwrap_or_default()
}

#[test]
fn what_is_typed_while_the_folder_is_silent_is_kept_elsewhere_and_comes_home() {
    let mut coast = Coast::new();
    let mut cues = coast.typed_without_folder();
    cues.push(Cue::Until("Je tekst is bewaard. De map is vol of antwoordt niet"));
    cues.extend(letters(" en verder"));
    cues.push(Cue::Until("en verder"));
    cues.push(Cue::Until("elders bewaard"));
    let (_, stays) = coast.home.run_to_the_end(true, cues);
    assert_eq!(stays.as_deref(), Some(coast.elsewhere.path()), "who leaves hears where it is");
    assert_ne!(coast.fallback(), Vec::<String>::new());
    let without = coast.fresh().open(SLUG).unwrap();
    assert_eq!(note(&without), "goed ", "the folder itself does not have it");
    drop(without);
    let opened = coast.again();
    assert_eq!(note(&opened), "goed zwemmen en verder");
    assert!(opened.found_elsewhere.used && opened.doubts.is_empty(), "{:?}", opened.doubts);
}

/// Once it answers again, all is where it belongs and nothing stays elsewhere.
#[test]
fn a_folder_that_answers_again_gets_everything_back() {
    let coast = Coast::new();
    let open = Arc::clone(&coast.home.door);
    let mut cues = coast.typed_in_silence();
    cues.push(coast.later(3));
    cues.push(Cue::Until("elders bewaard"));
    cues.push(Cue::Outside(Box::new(move || open.open())));
    cues.push(Cue::Until("De map bewaart weer."));
    cues.push(Cue::Until(" bewaard 13.55"));
    let (_, stays) = coast.home.run_to_the_end(true, cues);
    assert_eq!(stays, None);
    assert_eq!(note(&coast.fresh().open(SLUG).unwrap()), "goed zwemmen");
    assert_eq!(coast.fallback(), Vec::<String>::new());
}

/// What comes home the next time is saved there, and then nothing stays elsewhere.
#[test]
fn the_next_start_brings_everything_home() {
    let mut coast = Coast::new();
    let cues = coast.typed_without_folder();
    coast.home.run(true, cues);
    let mut again = Home::new();
    again.store = coast.fresh().with_fallback_roots(vec![coast.elsewhere.path().to_owned()]);
    again.run(true, vec![Cue::Until("goed zwemmen")]);
    assert_eq!(note(&coast.fresh().open(SLUG).unwrap()), "goed zwemmen");
    assert_eq!(coast.fallback(), Vec::<String>::new());
}

/// Coming home is cut short when half of the files are saved: it comes home the next time.
#[test]
fn what_comes_home_is_not_lost_when_that_is_cut_short() {
    let mut coast = Coast::new();
    let cues = coast.typed_without_folder();
    coast.home.run(true, cues);
    let mut again = Home::new();
    again.store = coast.fresh().with_fallback_roots(vec![coast.elsewhere.path().to_owned()]);
    again.store.files = Watched::by(|call| {
        let meeting = call.path.parent().is_some_and(|folder| folder.ends_with("meetings"));
        let refused = meeting && call.task == Task::Rename;
        if refused { Verdict::Fail(ErrorKind::PermissionDenied) } else { Verdict::Go }
    });
    again.run(true, vec![Cue::Until("goed zwemmen")]);
    let opened = coast.again();
    assert_eq!(note(&opened), "goed zwemmen");
    assert_eq!(opened.doubts, []);
}

/// Somebody else went on in the group meanwhile: neither is lost, and a person is asked to look.
#[test]
fn what_does_not_fit_any_more_is_kept_and_said() {
    let mut coast = Coast::new();
    let cues = coast.typed_without_folder();
    coast.home.run(true, cues);
    let mut another = Home::new();
    another.store = coast.fresh();
    another.run(true, letters("en fietsen is ook fijn").collect());
    let opened = coast.again();
    assert_eq!(note(&opened), "goed en fietsen is ook fijn");
    let faults: Vec<&Fault> = opened.doubts.iter().map(|doubt| &doubt.fault).collect();
    assert_eq!(faults, [&Fault::Elsewhere]);
    drop(opened);
    // Somebody looked, and goes on: what was typed elsewhere is in the backups.
    let mut accepting = Home::new();
    accepting.store = coast.fresh().with_fallback_roots(vec![coast.elsewhere.path().to_owned()]);
    accepting.run(false, vec![press(KeyCode::Enter), press(KeyCode::Char('a'))]);
    assert_eq!(coast.fallback(), Vec::<String>::new());
    let backups = below(&coast.home.store.folder.group(SLUG).backups());
    assert!(backups.iter().any(|name| name.contains("journal-elsewhere")), "{backups:?}");
    assert_eq!(coast.again().doubts, []);
}

/// No place of its own will do: somebody chooses one.
#[test]
fn a_folder_can_be_chosen_and_gets_the_whole_group() {
    let coast = Coast::without_fallback();
    let chosen = coast.elsewhere.path().join("stick");
    Disk.create_dir(&chosen).unwrap();
    let mut cues = coast.typed_in_silence();
    cues.push(coast.later(3));
    cues.push(Cue::Until("andere map met Ctrl+O"));
    cues.push(ctrl('o'));
    cues.extend(letters("/nergens/hier"));
    cues.push(press(KeyCode::Enter));
    cues.push(Cue::Until("Daar kan het niet"));
    cues.push(ctrl('o'));
    cues.extend(letters(&chosen.display().to_string()));
    cues.push(press(KeyCode::Enter));
    cues.push(Cue::Until("De groep staat nu ook in"));
    cues.push(Cue::Until("elders bewaard"));
    cues.extend(letters(" en verder"));
    cues.push(Cue::Until("zwemmen en verder"));
    cues.push(Cue::Until("elders bewaard"));
    coast.home.run(true, cues);
    let folder = DataFolder::new(chosen.join("kring-data"));
    let clock = Arc::<super::SetClock>::clone(&coast.home.clock);
    let opened = Store::new(Arc::new(Disk), folder, clock).open(SLUG).unwrap();
    assert_eq!(note(&opened), "goed zwemmen en verder");
    assert_eq!(opened.doubts, []);
    let meetings = opened.dossier.group.meetings.len();
    assert_eq!(opened.folder.meeting_ids(&Disk).len(), meetings, "the earlier ones came too");
    coast.home.door.open();
}

/// The files of a disk on which nothing can be written below a folder.
fn read_only(folder: &Path) -> Arc<Watched> {
    let folder = folder.to_owned();
    let writes = |task| !matches!(task, Task::Read | Task::List);
    Watched::by(move |call| {
        if call.path.starts_with(&folder) && writes(call.task) {
            Verdict::Fail(ErrorKind::ReadOnlyFilesystem)
        } else {
            Verdict::Go
        }
    })
}

#[test]
fn a_folder_that_cannot_be_written_is_left_for_one_that_can() {
    let mut coast = Coast::without_fallback();
    let before = below(coast.home.store.root());
    coast.home.store.files = read_only(coast.home.store.root());
    let mut cues = vec![press(KeyCode::Enter), Cue::Until("alleen lezen"), ctrl('o')];
    cues.extend(letters(&coast.elsewhere.path().display().to_string()));
    cues.push(press(KeyCode::Enter));
    cues.push(Cue::Outside(Box::new(|| {})));
    cues.push(press(KeyCode::Char('9')));
    cues.push(press(KeyCode::Enter));
    cues.extend(letters("Elke dag "));
    coast.home.run(false, cues);
    assert_eq!(below(coast.home.store.root()), before, "nothing is written in the first");
    let folder = DataFolder::new(coast.elsewhere.path().join("kring-data"));
    let clock = Arc::<super::SetClock>::clone(&coast.home.clock);
    let store = Store::new(Arc::new(Disk), folder, clock);
    let opened = store.open(SLUG).unwrap();
    let words: Vec<&str> =
        opened.dossier.group.goals.iter().map(|goal| goal.text.as_str()).collect();
    assert!(words.iter().any(|text| text.contains("Elke dag")), "{words:?}");
    assert_eq!(opened.dossier.group.meetings.len(), 5);
    assert!(store.folder.group(SLUG).meeting_ids(&Disk).len() == 5, "all meetings went along");
}
