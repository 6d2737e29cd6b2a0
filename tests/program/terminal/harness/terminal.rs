//! The program in a pseudo-terminal: its keys, its screen, its end.

use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::Command;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use vt100::{Parser, Screen};

use super::screen::{Frames, at_hand, note, rule, squeezed};
use super::world::World;
use super::{DEADLINE, key};

/// The lines a terminal remembers above its window.
const SCROLLBACK: usize = 500;

struct Seen {
    parser: Parser<Frames>,
    /// The program is gone.
    ended: bool,
    /// Nobody looks any more.
    left: bool,
}

impl Seen {
    fn screen(&self) -> &Screen {
        self.parser.callbacks().before.as_ref().unwrap_or_else(|| self.parser.screen())
    }
}

struct View {
    seen: Mutex<Seen>,
    changed: Condvar,
}

impl View {
    fn lock(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().expect("no reader panics")
    }

    /// Takes what the program wrote; returns whether anybody still looks.
    fn take(&self, bytes: &[u8]) -> bool {
        let mut seen = self.lock();
        seen.parser.process(bytes);
        self.changed.notify_all();
        !seen.left
    }

    fn end(&self) {
        self.lock().ended = true;
        self.changed.notify_all();
    }
}

/// The program in a pseudo-terminal.
pub(crate) struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    master: Option<Box<dyn MasterPty + Send>>,
    keyboard: Option<Sender<String>>,
    hands: Option<JoinHandle<()>>,
    view: Arc<View>,
    reader: Option<JoinHandle<()>>,
    modes_before: String,
}

impl Terminal {
    pub(crate) fn start(builder: CommandBuilder, (width, height): (u16, u16)) -> Self {
        let pair = native_pty_system().openpty(size(width, height)).expect("a pseudo-terminal");
        let modes_before = modes(pair.master.as_ref());
        let child = pair.slave.spawn_command(builder).expect("the program starts");
        // The last end that is open must be the program's own, so that its end is seen.
        drop(pair.slave);
        let parser = Parser::new_with_callbacks(height, width, SCROLLBACK, Frames::default());
        let seen = Mutex::new(Seen { parser, ended: false, left: false });
        let view = Arc::new(View { seen, changed: Condvar::new() });
        let source = pair.master.try_clone_reader().expect("what the program writes");
        let reader = std::thread::spawn({
            let view = Arc::clone(&view);
            move || read_all(source, &view)
        });
        let (keyboard, pressed) = channel();
        let target = pair.master.take_writer().expect("a keyboard");
        let hands = Some(std::thread::spawn(move || press_all(&pressed, target)));
        let (master, keyboard, reader) = (Some(pair.master), Some(keyboard), Some(reader));
        Self { child, master, keyboard, hands, view, reader, modes_before }
    }

    /// Presses keys, as fast as the program takes them. Does not wait for it.
    pub(crate) fn keys(&mut self, keys: &str) {
        let keyboard = self.keyboard.as_ref().expect("a keyboard");
        // A program that is gone takes no keys; what the test waits for then says so.
        let _ = keyboard.send(keys.to_owned());
    }

    /// Presses Esc, and waits for what it leads to: the keys that follow would make another key
    /// of it.
    #[track_caller]
    pub(crate) fn escape_to(&mut self, words: &str) {
        self.keys(key::ESC);
        self.wait_for(words);
    }

    /// Pastes a text, as a terminal with bracketed paste does.
    pub(crate) fn paste(&mut self, text: &str) {
        self.keys(&format!("\x1b[200~{text}\x1b[201~"));
    }

    /// Goes with Tab from the note to the matter, and waits until the focus is there.
    #[track_caller]
    pub(crate) fn tab_to_matter(&mut self) {
        self.keys(key::TAB);
        self.wait_until("the focus in the matter", |screen| at_hand(screen).0 < rule(screen));
    }

    /// Types into the note and waits until its last words are on the screen.
    #[track_caller]
    pub(crate) fn write(&mut self, text: &str) {
        self.keys(&text.replace('\n', "\r"));
        let last: Vec<char> = squeezed(text.lines().last().unwrap_or("")).chars().collect();
        let last: String = last[last.len().saturating_sub(24)..].iter().collect();
        self.wait_until(&last, |screen| squeezed(&note(screen).concat()).contains(&last));
    }

    /// Goes down from row to row until one with these words is at hand.
    #[track_caller]
    pub(crate) fn go_down_to(&mut self, words: &str) {
        self.step_to(words, key::DOWN);
    }

    /// Goes on with a key until a row with these words is at hand.
    #[track_caller]
    pub(crate) fn step_to(&mut self, words: &str, step: &str) {
        let mut at = self.at_hand();
        for _ in 0..80 {
            if at.1.contains(words) {
                return;
            }
            self.keys(step);
            self.wait_until(&format!("the row of {words:?}"), |screen| at_hand(screen) != at);
            at = self.at_hand();
        }
        panic!("no row with {words:?} in\n{}", self.text());
    }

    /// Presses a key on the row at hand until it holds a value.
    #[track_caller]
    pub(crate) fn choose(&mut self, key: &str, value: &str) {
        let row = self.at_hand();
        self.keys(key);
        self.wait_until(&format!("{value:?} on the row {row:?}"), |screen| {
            let now = at_hand(screen);
            now != row && now.1.contains(value)
        });
    }

    /// The row at hand: its number and its words.
    pub(crate) fn at_hand(&self) -> (u16, String) {
        at_hand(self.view.lock().screen())
    }

    /// Gives the window another size.
    pub(crate) fn resize(&mut self, width: u16, height: u16) {
        self.view.lock().parser.screen_mut().set_size(height, width);
        self.master().resize(size(width, height)).expect("another size");
    }

    /// Stops the program as a shell does, and waits until it stands still.
    #[track_caller]
    pub(crate) fn stop(&self) {
        self.signal("TSTP");
        let process = self.child.process_id().expect("a process").to_string();
        let late = Instant::now() + DEADLINE;
        let state = || {
            let asked = Command::new("ps").args(["-o", "state=", "-p", &process]).output();
            String::from_utf8(asked.expect("the program ps").stdout).expect("text")
        };
        while !state().starts_with('T') {
            assert!(Instant::now() < late, "the program does not stop");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Sends a signal: KILL, TERM, HUP, INT, CONT or another.
    pub(crate) fn signal(&self, name: &str) {
        let process = self.child.process_id().expect("a process").to_string();
        let sent = Command::new("kill").args(["-s", name, &process]).status();
        assert!(sent.expect("the program kill").success());
    }

    /// Makes the program look at its clock, and waits until it says the time.
    #[track_caller]
    pub(crate) fn look_at_clock(&mut self, world: &World) {
        self.keys(key::F12);
        self.wait_for(&format!("bewaard {}", world.wall_clock()));
    }

    /// Waits until words are on the screen.
    #[track_caller]
    pub(crate) fn wait_for(&self, words: &str) {
        self.wait_until(&format!("{words:?}"), |screen| screen.contents().contains(words));
    }

    /// Says that the coordinator looks at the screen alone, once it is asked.
    #[track_caller]
    pub(crate) fn nobody_looks_along(&mut self) {
        self.wait_for("Wie kijkt er mee?");
        self.keys("1");
        self.wait_without("Wie kijkt er mee?");
    }

    /// Waits until words are gone from the screen.
    #[track_caller]
    pub(crate) fn wait_without(&self, words: &str) {
        self.wait_until(&format!("no {words:?}"), |screen| !screen.contents().contains(words));
    }

    /// Waits until the screen is as it must be; fails with the screen.
    #[track_caller]
    pub(crate) fn wait_until(&self, what: &str, fits: impl Fn(&Screen) -> bool) {
        let late = Instant::now() + DEADLINE;
        let mut seen = self.view.lock();
        while !fits(seen.screen()) {
            if seen.ended || Instant::now() >= late {
                let shown = seen.screen().contents();
                let why = if seen.ended { "the program ended" } else { "in vain" };
                drop(seen);
                panic!("waited for {what}, {why}:\n{shown}");
            }
            let waited = self.view.changed.wait_timeout(seen, Duration::from_millis(200));
            seen = waited.expect("no reader panics").0;
        }
    }

    /// Waits until the screen is as it must be, or the program has ended; or in vain.
    #[cfg(target_os = "linux")]
    pub(crate) fn wait_or_end(&self, fits: impl Fn(&Screen) -> bool) {
        let late = Instant::now() + DEADLINE;
        let mut seen = self.view.lock();
        while !seen.ended && !fits(seen.screen()) && Instant::now() < late {
            let waited = self.view.changed.wait_timeout(seen, Duration::from_millis(200));
            seen = waited.expect("no reader panics").0;
        }
    }

    /// The threads of the program with these names, once they have them.
    #[cfg(target_os = "linux")]
    pub(crate) fn threads(&self, names: &[&str]) -> Vec<String> {
        let process = self.child.process_id().expect("a process");
        let late = Instant::now() + DEADLINE;
        loop {
            let tasks = std::fs::read_dir(format!("/proc/{process}/task")).expect("its threads");
            let paths = tasks.flatten().map(|task| task.path());
            let ours = paths.filter(|path| {
                let name = std::fs::read_to_string(path.join("comm")).unwrap_or_default();
                names.contains(&name.trim())
            });
            let numbers = ours.filter_map(|path| path.file_name()?.to_str().map(str::to_owned));
            let found: Vec<String> = numbers.collect();
            if found.len() == names.len() {
                return found;
            }
            assert!(Instant::now() < late, "the threads do not start");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// What the terminal shows.
    pub(crate) fn screen(&self) -> Screen {
        self.view.lock().screen().clone()
    }

    /// How many frames the program has drawn.
    pub(crate) fn frames(&self) -> usize {
        self.view.lock().parser.callbacks().drawn
    }

    /// The last frame that promised that all of it is saved.
    pub(crate) fn promised_screen(&self) -> Screen {
        let seen = self.view.lock();
        seen.parser.callbacks().promised.clone().expect("a frame that promises")
    }

    /// What the program wrote last, whether the frame is whole or not.
    pub(crate) fn torn_screen(&self) -> Screen {
        self.view.lock().parser.screen().clone()
    }

    /// All that can be read in the terminal, also by scrolling back.
    pub(crate) fn everything_left(&self) -> String {
        let mut screen = self.torn_screen();
        let height = usize::from(screen.size().0);
        screen.set_scrollback(SCROLLBACK);
        let mut left = screen.contents();
        while screen.scrollback() > 0 {
            screen.set_scrollback(screen.scrollback().saturating_sub(height));
            left.push_str(&screen.contents());
        }
        left
    }

    /// The programs that the program started and that still run.
    pub(crate) fn children(&self) -> String {
        let process = self.child.process_id().expect("a process");
        let threads = std::fs::read_dir(format!("/proc/{process}/task")).expect("its threads");
        let of = |thread: PathBuf| std::fs::read_to_string(thread.join("children"));
        threads.filter_map(|thread| of(thread.ok()?.path()).ok()).collect()
    }

    /// Waits until what the program wrote last, whole frames or not, is as it must be.
    #[track_caller]
    pub(crate) fn wait_torn(&self, what: &str, fits: impl Fn(&Screen) -> bool) {
        let late = Instant::now() + DEADLINE;
        while !fits(&self.torn_screen()) {
            assert!(Instant::now() < late, "waited for {what}:\n{}", self.torn_screen().contents());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Another program, the shell say, writes in the terminal.
    pub(crate) fn overwrite(&self, text: &str) {
        self.view.take(text.as_bytes());
    }

    /// Looks no more: what the program writes is read by nobody, and once the terminal is full
    /// the program cannot go on.
    pub(crate) fn look_away(&mut self) {
        self.view.lock().left = true;
        // The reader sees that it has to go when the program draws. It draws all of its window when
        // that has another size, once it looks for that.
        while self.reader.as_ref().is_some_and(|reader| !reader.is_finished()) {
            let (height, width) = self.screen().size();
            self.master().resize(size(width + 1, height)).expect("another size");
            self.master().resize(size(width, height)).expect("the same size");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// The words on the screen.
    pub(crate) fn text(&self) -> String {
        self.screen().contents()
    }

    /// Waits until the program has ended and all it wrote is read.
    #[track_caller]
    pub(crate) fn wait_for_end(&mut self) -> ExitStatus {
        let late = Instant::now() + DEADLINE;
        let mut seen = self.view.lock();
        while !seen.ended {
            let shown = seen.screen().contents();
            assert!(Instant::now() < late, "the program does not end:\n{shown}");
            let waited = self.view.changed.wait_timeout(seen, Duration::from_millis(200));
            seen = waited.expect("no reader panics").0;
        }
        drop(seen);
        if let Some(reader) = self.reader.take() {
            reader.join().expect("no reader panics");
        }
        let titles = self.view.lock().parser.callbacks().titles;
        assert_eq!(titles, 0, "the window was given a name");
        self.child.wait().expect("a status")
    }

    /// Leaves with Ctrl+Q, which must succeed.
    #[track_caller]
    pub(crate) fn quit(mut self) {
        self.keys(key::CTRL_Q);
        let status = self.wait_for_end();
        assert!(status.success(), "{status}\n{}", self.text());
    }

    /// Closes the window: the terminal is gone, and the program with it.
    pub(crate) fn hang_up(mut self) -> ExitStatus {
        self.look_away();
        if let Some(reader) = self.reader.take() {
            reader.join().expect("no reader panics");
        }
        self.keyboard = None;
        if let Some(hands) = self.hands.take() {
            hands.join().expect("the keys were pressed");
        }
        self.master = None;
        self.wait_for_status()
    }

    /// Waits until the program has ended, whether or not anybody reads what it writes.
    #[track_caller]
    pub(crate) fn wait_for_status(&mut self) -> ExitStatus {
        let late = Instant::now() + DEADLINE;
        loop {
            if let Some(status) = self.child.try_wait().expect("a status") {
                return status;
            }
            assert!(Instant::now() < late, "the program does not end");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// The modes of the terminal, as `stty` would tell them: before the program, and now.
    pub(crate) fn modes(&self) -> (String, String) {
        (self.modes_before.clone(), modes(self.master()))
    }

    fn master(&self) -> &dyn MasterPty {
        self.master.as_deref().expect("a window that is open")
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        if self.reader.is_some() && matches!(self.child.try_wait(), Ok(None)) {
            self.signal("KILL");
            let _ = self.child.wait();
        }
    }
}

fn read_all(mut source: Box<dyn Read + Send>, view: &View) {
    let mut bytes = vec![0; 65536];
    while let Ok(read @ 1..) = source.read(&mut bytes) {
        if !view.take(&bytes[..read]) {
            return;
        }
    }
    view.end();
}

fn press_all(pressed: &Receiver<String>, mut target: Box<dyn Write + Send>) {
    for keys in pressed {
        if target.write_all(keys.as_bytes()).and_then(|()| target.flush()).is_err() {
            return;
        }
    }
}

fn size(width: u16, height: u16) -> PtySize {
    PtySize { rows: height, cols: width, pixel_width: 0, pixel_height: 0 }
}

fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().expect("the modes of the terminal"))
}
