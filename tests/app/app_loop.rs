//! The app itself, from key to frame: shown is saved, or the screen says that it is not.

mod fallback;

use std::convert::Infallible;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Receiver;
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use crossterm::event::{Event as TerminalEvent, KeyCode, KeyEvent, KeyModifiers};
use kring::app::mailbox::{Event, mailbox};
use kring::app::window::Window;
use kring::app::{App, Wiring};
use kring::domain::change::{Change, MeetingChange};
use kring::domain::delta::Splice;
use kring::domain::history::{Entry, EntryKind};
use kring::domain::texts::MeetingText;
use kring::language::Language;
use kring::session::Session;
use kring::store::Store;
use kring::store::check::check;
use kring::store::document::{Document, GroupFile, decode};
use kring::store::files::{Disk, Files};
use kring::store::folder::DataFolder;
use kring::store::journal::{HEADER, Journal, Record};
use kring::store::notify::Notify;
use kring::theme::Theme;
use ratatui::backend::{Backend, ClearType, TestBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use tempfile::TempDir;

use crate::rig::clock::{SetClock, afternoon};
use crate::rig::files::{Task, Verdict, Watched};
use crate::rig::practice;

const SLUG: &str = "vuurtoren";
/// After so long what a test waits for does not come any more, however busy the computer is.
const DEADLINE: Duration = Duration::from_mins(1);

/// What happened, in the order in which it did.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Happened {
    /// The journal holds this text, typed.
    Written(String),
    /// The terminal showed this.
    Shown(String),
    /// The disk was let go.
    Released,
}

type Log = Arc<Mutex<Vec<Happened>>>;

fn say(log: &Log, happened: Happened) {
    log.lock().unwrap().push(happened);
}

/// A screen in memory that says what it showed, as soon as it shows it.
struct Screen {
    inner: TestBackend,
    log: Log,
}

impl Backend for Screen {
    type Error = Infallible;

    fn draw<'a, I>(&mut self, content: I) -> Result<(), Infallible>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        self.inner.draw(content)?;
        let cells = self.inner.buffer().content.chunks(80);
        let rows = cells.map(|row| row.iter().map(Cell::symbol).collect::<String>());
        say(&self.log, Happened::Shown(rows.collect::<Vec<_>>().join("\n")));
        Ok(())
    }

    fn hide_cursor(&mut self) -> Result<(), Infallible> {
        self.inner.hide_cursor()
    }

    fn show_cursor(&mut self) -> Result<(), Infallible> {
        self.inner.show_cursor()
    }

    fn get_cursor_position(&mut self) -> Result<Position, Infallible> {
        self.inner.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> Result<(), Infallible> {
        self.inner.set_cursor_position(position)
    }

    fn clear(&mut self) -> Result<(), Infallible> {
        self.inner.clear()
    }

    fn clear_region(&mut self, kind: ClearType) -> Result<(), Infallible> {
        self.inner.clear_region(kind)
    }

    fn size(&self) -> Result<Size, Infallible> {
        self.inner.size()
    }

    fn window_size(&mut self) -> Result<WindowSize, Infallible> {
        self.inner.window_size()
    }

    fn flush(&mut self) -> Result<(), Infallible> {
        self.inner.flush()
    }
}

/// What comes next, once everything before it was drawn.
enum Cue {
    /// A key.
    Key(KeyEvent),
    /// Something that happens outside, and then nothing for as long as the app waits.
    Outside(Box<dyn FnMut()>),
    /// Nothing happens until the last frame holds a text.
    Until(&'static str),
}

fn press(code: KeyCode) -> Cue {
    Cue::Key(KeyEvent::new(code, KeyModifiers::NONE))
}

fn ctrl(letter: char) -> Cue {
    Cue::Key(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL))
}

fn letters(text: &str) -> impl Iterator<Item = Cue> + use<'_> {
    text.chars().map(|letter| press(KeyCode::Char(letter)))
}

/// Drives the loop by cues, one by one, each in a turn of its own with a frame after it.
struct Script {
    app: App<Screen>,
    mailbox: Receiver<Event>,
    log: Log,
}

impl Script {
    fn shows(&self, text: &str) -> bool {
        let log = self.log.lock().unwrap();
        let last = log.iter().rev().find_map(|happened| match happened {
            Happened::Shown(frame) => Some(frame.contains(text)),
            _ => None,
        });
        last.unwrap_or(false)
    }

    /// Runs until the cues are over and the app has left by Ctrl+Q. Returns the folder that has words
    /// which are not in the data folder.
    fn run(mut self, cues: Vec<Cue>) -> Option<PathBuf> {
        self.app.draw().unwrap();
        for cue in cues {
            match cue {
                Cue::Key(key) => self.turn(Event::Terminal(TerminalEvent::Key(key))),
                Cue::Outside(mut happen) => {
                    happen();
                    self.turn(Event::Deadline);
                }
                Cue::Until(text) => self.wait_until_shown(text),
            }
            if self.app.model().ended {
                break;
            }
        }
        self.turn(Event::Terminal(TerminalEvent::Key(KeyEvent::new(
            KeyCode::Char('q'),
            KeyModifiers::CONTROL,
        ))));
        self.app.close()
    }

    fn turn(&mut self, event: Event) {
        self.app.turn(event).unwrap();
        self.app.draw().unwrap();
    }

    /// Sleeps as the loop does: on the mailbox, and no longer than the app wants to.
    fn wait_until_shown(&mut self, text: &str) {
        let mut slept = Duration::ZERO;
        while !self.shows(text) {
            let longest = self.app.longest_sleep().unwrap_or(DEADLINE);
            let event = self.mailbox.recv_timeout(longest).unwrap_or_else(|_| {
                slept += longest;
                Event::Deadline
            });
            assert!(slept < DEADLINE, "`{text}` does not come");
            self.turn(event);
        }
    }
}

/// A door that files wait at while it is shut. Only the test opens it.
#[derive(Default)]
struct Door {
    state: Mutex<DoorState>,
    opened: Condvar,
}

#[derive(Default)]
struct DoorState {
    shut: bool,
    /// Somebody waited for so long that the test must have failed, and went through.
    forced: bool,
}

impl Door {
    fn shut(&self) {
        self.state.lock().unwrap().shut = true;
    }

    fn open(&self) {
        self.state.lock().unwrap().shut = false;
        self.opened.notify_all();
    }

    fn pass(&self) {
        let state = self.state.lock().unwrap();
        let wait = self.opened.wait_timeout_while(state, DEADLINE, |state| state.shut);
        let (mut state, waited) = wait.unwrap();
        state.forced |= waited.timed_out();
    }

    /// Whether the door was shut by the test and nobody has gone through since.
    fn holds(&self) -> bool {
        let state = self.state.lock().unwrap();
        state.shut && !state.forced
    }
}

/// A home with the practice group, its disk and its screen watched.
struct Home {
    store: Store,
    clock: Arc<SetClock>,
    door: Arc<Door>,
    log: Log,
    _folder: TempDir,
}

impl Home {
    fn new() -> Self {
        let temp = tempfile::tempdir().unwrap();
        let folder = DataFolder::new(temp.path().to_owned());
        let clock = SetClock::new();
        let mut store = Store::new(Arc::new(Disk), folder, Arc::<SetClock>::clone(&clock));
        store.put(SLUG, &practice::dossier(Language::Dutch)).unwrap();
        let (log, door) = (Log::default(), Arc::<Door>::default());
        store.files = watched(Arc::clone(&log), Arc::clone(&door));
        Self { store, clock, door, log, _folder: temp }
    }

    /// Runs the app until the cues are over and it has left by Ctrl+Q. Returns what happened.
    fn run(&self, meet: bool, cues: Vec<Cue>) -> Vec<Happened> {
        self.run_to_the_end(meet, cues).0
    }

    /// The same, and where words stay that are not in the data folder.
    fn run_to_the_end(&self, meet: bool, cues: Vec<Cue>) -> (Vec<Happened>, Option<PathBuf>) {
        let content = practice::content(Language::Dutch);
        let session = Session::new(Language::Dutch, content, self.store.clock.read());
        let screen = Screen { inner: TestBackend::new(80, 25), log: Arc::clone(&self.log) };
        let window = Window::new(screen).unwrap();
        let (sender, mailbox) = mailbox();
        let notify = Notify::new(move || drop(sender.send(Event::StoreNews)));
        let wiring = Wiring { notify, ..Wiring::default() };
        let theme = Theme::new(false);
        let mut app = App::new(self.store.clone(), session, window, theme, wiring);
        app.begin(meet.then(|| Box::new(self.store.open(SLUG).unwrap())));
        let stays = Script { app, mailbox, log: Arc::clone(&self.log) }.run(cues);
        (self.log.lock().unwrap().clone(), stays)
    }

    fn group(&self) -> Vec<u8> {
        Disk.read(&self.path()).unwrap()
    }

    fn path(&self) -> PathBuf {
        self.store.folder.group(SLUG).document(Document::Group)
    }
}

fn is_journal(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("journal"))
}

/// Files that say what the journal holds, and whose journal waits at the door.
fn watched(log: Log, door: Arc<Door>) -> Arc<Watched> {
    Watched::by(move |call| {
        if call.task == Task::Append && is_journal(call.path) {
            if call.done {
                for text in typed(call.bytes) {
                    say(&log, Happened::Written(text));
                }
            } else {
                door.pass();
            }
        }
        Verdict::Go
    })
}

/// What the records in these bytes type.
fn typed(bytes: &[u8]) -> Vec<String> {
    let records = Journal::read(&[HEADER, bytes].concat()).records;
    let changes = records.into_iter().flat_map(|record| record.entry.changes);
    changes.filter_map(|change| Some(change.splice()?.inserted.clone())).collect()
}

/// Into the meeting, with the hour begun and the cursor in the first note.
fn into_the_note() -> Vec<Cue> {
    vec![press(KeyCode::Enter)]
}

#[test]
fn every_letter_is_in_the_journal_before_it_is_on_the_screen() {
    // Its first letter is nowhere else on the screen.
    let sentence = "Xenia: wandelen lukt één keer. ! Sanne belt @Sanne 2 maart";
    let home = Home::new();
    let cues = into_the_note().into_iter().chain(letters(sentence)).collect();
    let happened = home.run(true, cues);
    let mut written = String::new();
    let mut shown_last = 0;
    for one in happened {
        match one {
            Happened::Written(text) => written.push_str(&text),
            Happened::Shown(frame) => {
                let shown = shown_of(sentence, &frame);
                assert!(!frame.contains("NIET BEWAARD") || shown <= written.chars().count());
                let begun: String = sentence.chars().take(shown).collect();
                assert!(written.starts_with(&begun), "shown {begun:?}, written {written:?}");
                shown_last = shown_last.max(shown);
            }
            Happened::Released => {}
        }
    }
    assert_eq!(written, sentence);
    assert_eq!(shown_last, sentence.chars().count(), "all of it was shown");
}

/// How many letters of a sentence a frame shows. The note wraps, so spaces do not count.
fn shown_of(sentence: &str, frame: &str) -> usize {
    let rows = frame.lines().map(|row| row.split('│').next_back().unwrap_or(""));
    let dense: String = rows.flat_map(str::chars).filter(|c| !c.is_whitespace()).collect();
    let mut begun = String::new();
    let mut shown = 0;
    for (nr, letter) in sentence.chars().enumerate() {
        if !letter.is_whitespace() {
            begun.push(letter);
            if dense.contains(&begun) {
                shown = nr + 1;
            }
        }
    }
    shown
}

/// What a power cut would leave at the moment of a frame that promises holds what the frame shows.
#[test]
fn at_every_frame_the_disk_alone_brings_back_what_is_shown() {
    let sentence = "Xenia: maandag blijft lastig";
    let home = Home::new();
    let mut cues = into_the_note();
    let found = Arc::new(Mutex::new(0));
    for (nr, letter) in sentence.chars().enumerate() {
        cues.push(press(KeyCode::Char(letter)));
        // A disk that took longer than drawing waits is said to; such a frame promises nothing.
        cues.push(Cue::Until(" bewaard 13.55"));
        let (store, log) = (home.store.clone(), Arc::clone(&home.log));
        let found = Arc::clone(&found);
        cues.push(Cue::Outside(Box::new(move || {
            let opened = store.open_read_only(SLUG).unwrap();
            let note = opened.dossier.meetings.values().next_back().unwrap().items[0].note.clone();
            let log = log.lock().unwrap();
            let Some(Happened::Shown(frame)) =
                log.iter().rfind(|one| matches!(one, Happened::Shown(_)))
            else {
                panic!("no frame")
            };
            assert_eq!(note, sentence.chars().take(nr + 1).collect::<String>());
            assert!(shown_of(sentence, frame) >= nr, "{frame}");
            *found.lock().unwrap() += 1;
        })));
    }
    home.run(true, cues);
    assert_eq!(*found.lock().unwrap(), sentence.chars().count());
}

#[test]
fn a_disk_that_hangs_does_not_hold_up_the_screen_which_says_so() {
    let home = Home::new();
    let (shut, open) = (Arc::clone(&home.door), Arc::clone(&home.door));
    let released = Arc::clone(&home.log);
    let mut cues = into_the_note();
    cues.extend(letters("goed "));
    cues.push(Cue::Outside(Box::new(move || shut.shut())));
    cues.extend(letters("zwemmen"));
    cues.push(Cue::Until("NIET BEWAARD"));
    cues.push(Cue::Until("zwemmen"));
    cues.push(Cue::Outside(Box::new(move || {
        assert!(open.holds(), "seven letters are on the screen, and the disk hangs still");
        say(&released, Happened::Released);
        open.open();
    })));
    cues.push(Cue::Until("bewaard 13.55"));
    let happened = home.run(true, cues);
    let release = happened.iter().position(|one| *one == Happened::Released).unwrap();
    let (hanging, after) = happened.split_at(release);
    let letters = "zwemmen".chars();
    for (nr, letter) in letters.enumerate() {
        let so_far = format!("goed {}", &"zwemmen"[..=nr]);
        let shown = hanging.iter().any(|one| {
            matches!(one, Happened::Shown(frame)
                if frame.contains(&so_far) && frame.contains("NIET BEWAARD"))
        });
        assert!(shown, "{letter} was not on a screen that said NIET BEWAARD");
    }
    let written = |part: &[Happened], text: &str| {
        let texts = part.iter().filter_map(|one| match one {
            Happened::Written(text) => Some(text.as_str()),
            _ => None,
        });
        texts.collect::<String>().contains(text)
    };
    assert!(!written(hanging, "z"), "the disk did hang");
    assert!(written(after, "zwemmen"), "and then it was written");
    let Some(Happened::Shown(last)) = after.iter().rfind(|one| matches!(one, Happened::Shown(_)))
    else {
        panic!("no frame after the release")
    };
    assert!(last.contains("bewaard 13.55") && !last.contains("NIET BEWAARD"), "{last}");
}

/// A program that is left while its disk hangs says nothing of the rest, but it does end.
#[test]
fn leaving_while_the_disk_hangs_ends_all_the_same() {
    let home = Home::new();
    let shut = Arc::clone(&home.door);
    let mut cues = into_the_note();
    cues.push(Cue::Outside(Box::new(move || shut.shut())));
    cues.extend(letters("weg"));
    let happened = home.run(true, cues);
    assert!(home.door.holds(), "the program has ended, and the disk hangs still");
    assert!(!happened.contains(&Happened::Written("w".to_owned())), "{happened:?}");
    home.door.open();
}

/// A group whose file was changed outside kring, with somebody's name changed.
fn changed_outside(home: &Home) -> Vec<u8> {
    let changed = String::from_utf8(home.group()).unwrap().replace("Noor Haddad", "Nora Haddad");
    write_over(&home.path(), changed.as_bytes());
    changed.into_bytes()
}

fn write_over(path: &Path, bytes: &[u8]) {
    let file = std::fs::OpenOptions::new().write(true).truncate(true).open(path);
    file.unwrap().write_all(bytes).unwrap();
}

/// Opens the practice group from the list of groups.
fn into_the_group() -> Vec<Cue> {
    vec![press(KeyCode::Enter)]
}

fn minutes_pass(home: &Home) -> Cue {
    let clock = Arc::clone(&home.clock);
    Cue::Outside(Box::new(move || clock.pass(60)))
}

#[test]
fn a_file_that_was_changed_outside_stays_until_somebody_accepts_it() {
    let home = Home::new();
    let theirs = changed_outside(&home);
    let cues = [into_the_group(), vec![minutes_pass(&home), ctrl('s'), minutes_pass(&home)]];
    home.run(false, cues.into_iter().flatten().collect());
    assert!(home.group() == theirs, "it was written over without a decision");
}

/// The same with something in the journal that the file does not hold, as after a crash.
#[test]
fn a_file_that_was_changed_outside_stays_though_the_journal_has_more() {
    let home = Home::new();
    let mut cues = into_the_note();
    cues.extend(letters("tot hier"));
    home.run(true, cues);
    // The end of the run saved everything; what comes after it never got that far.
    let opened = home.store.open_read_only(SLUG).unwrap();
    let id = *opened.dossier.meetings.keys().next_back().unwrap();
    let splice = Splice { at: 0, removed: String::new(), inserted: "Thema".to_owned() };
    let typed = MeetingChange::Text(MeetingText::Topic, splice);
    let changes = vec![Change::Meeting(id, typed)];
    let entry = Entry { by: String::new(), at: afternoon(), kind: EntryKind::Along, changes };
    let record = Record { sequence: opened.sequence + 1, entry };
    let mut journal = home.store.files.append(&opened.folder.journal(1)).unwrap();
    journal.append(&[HEADER, &record.encode().unwrap()].concat()).unwrap();
    let theirs = changed_outside(&home);
    let cues = [into_the_group(), vec![minutes_pass(&home), minutes_pass(&home)]];
    home.run(false, cues.into_iter().flatten().collect());
    assert!(home.group() == theirs, "it was written over without a decision");
}

#[test]
fn what_is_accepted_is_kept_as_a_copy_and_sealed_again() {
    let home = Home::new();
    let theirs = changed_outside(&home);
    let cues = [into_the_group(), vec![press(KeyCode::Char('a')), minutes_pass(&home)]];
    home.run(false, cues.into_iter().flatten().collect());
    let read = decode::<GroupFile>(&home.path(), &home.group()).unwrap();
    assert_eq!(read.doubt, None);
    assert_eq!(read.value.group.people[0].name, "Nora Haddad");
    let backups = home.store.folder.group(SLUG).backups();
    let copies = Disk.list(&backups).unwrap();
    let kept = copies.iter().any(|name| Disk.read(&backups.join(name)).unwrap() == theirs);
    assert!(kept, "{copies:?}");
    // Nothing of it is a fault afterwards, also not in a later run.
    home.clock.pass(3600);
    home.run(true, vec![press(KeyCode::Enter), minutes_pass(&home)]);
    assert_eq!(check(&Disk, home.store.root()).broken, []);
}

/// An hour of saves must not leave a hundred and eighty copies, and nothing that is typed is lost.
#[test]
fn a_file_that_changes_during_the_meeting_is_kept_and_so_is_what_is_typed() {
    let home = Home::new();
    let mut cues = into_the_note();
    cues.extend(letters("voor "));
    cues.push(minutes_pass(&home));
    let path = home.path();
    cues.push(Cue::Outside(Box::new(move || write_over(&path, b"not ours"))));
    for letter in "daarna".chars() {
        cues.push(press(KeyCode::Char(letter)));
        // Going on makes the group and the meeting save.
        cues.extend([press(KeyCode::PageDown), minutes_pass(&home), press(KeyCode::PageUp)]);
        cues.push(minutes_pass(&home));
        cues.push(press(KeyCode::End));
    }
    // A deed that changes the group itself: who joins, a goal, an agreement's answer.
    cues.extend([press(KeyCode::PageDown), press(KeyCode::PageDown), press(KeyCode::Tab)]);
    for _ in 0..4 {
        cues.extend([press(KeyCode::Char(' ')), minutes_pass(&home), minutes_pass(&home)]);
    }
    cues.push(Cue::Until("Buiten kring om veranderd"));
    let happened = home.run(true, cues);
    assert_eq!(home.group(), b"not ours");
    let folder = home.store.folder.group(SLUG);
    let names = Disk.list(folder.path()).unwrap();
    let beside: Vec<&String> =
        names.iter().filter(|name| name.starts_with("group.ron.kring-")).collect();
    assert_eq!(beside.len(), 1, "{names:?}");
    assert!(happened.contains(&Happened::Written("d".to_owned())));
    assert!(names.iter().any(|name| name.starts_with("journal")), "the journal stays: {names:?}");
}
