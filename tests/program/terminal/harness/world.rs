//! A data folder and a clock, and the program that runs there.

use std::cell::Cell;
use std::path::PathBuf;
use std::process::{Command, Output};

use chrono::{DateTime, FixedOffset, TimeDelta};
use portable_pty::CommandBuilder;
use tempfile::TempDir;
use vt100::Screen;

use super::terminal::Terminal;
use super::{WINDOW, key};

/// The heading of the question whether a meeting opens that is planned on another day.
pub(crate) const OTHER_DAY: &str = "Een andere dag";

/// A data folder and a clock.
pub(crate) struct World {
    folder: TempDir,
    wall: Cell<DateTime<FixedOffset>>,
    steady: Cell<i64>,
}

impl World {
    /// An empty data folder, and a clock that stands at a moment.
    pub(crate) fn empty_at(moment: &str) -> Self {
        let wall = DateTime::parse_from_rfc3339(moment).expect("a moment");
        let folder = tempfile::tempdir().expect("a folder");
        let world = Self { folder, wall: Cell::new(wall), steady: Cell::new(1000) };
        world.write_clock();
        world
    }

    /// De Vuurtoren, on a Thursday afternoon at two.
    pub(crate) fn new() -> Self {
        Self::at("2026-02-12T14:00:00+01:00")
    }

    /// De Vuurtoren at a moment.
    pub(crate) fn at(moment: &str) -> Self {
        let world = Self::empty_at(moment);
        world.kring(&["example"]);
        world
    }

    /// The data folder.
    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// What the clock on the wall says, as the title of the program says it.
    pub(crate) fn wall_clock(&self) -> String {
        self.wall.get().format("%-H.%M").to_string()
    }

    /// Lets time pass on both clocks, whether the program runs or not.
    pub(crate) fn pass(&self, time: TimeDelta) {
        self.steady.set(self.steady.get() + time.num_seconds());
        self.turn(time);
    }

    /// Turns the clock on the wall, and not the steady one.
    pub(crate) fn turn(&self, time: TimeDelta) {
        self.wall.set(self.wall.get() + time);
        self.write_clock();
    }

    fn write_clock(&self) {
        let line = format!("{} {}\n", self.wall.get().to_rfc3339(), self.steady.get());
        let fresh = self.folder.path().join("clock.new");
        std::fs::write(&fresh, line).expect("the clock's file");
        std::fs::rename(&fresh, self.clock()).expect("the clock's file");
    }

    fn clock(&self) -> PathBuf {
        self.folder.path().join("clock")
    }

    /// The words behind the program's name: where it keeps its files, in which language, what.
    fn arguments(&self, command: &[&str]) -> Vec<String> {
        let folder = self.data().display().to_string();
        let fixed = ["--dir".to_owned(), folder, "--lang".to_owned(), "nl".to_owned()];
        fixed.into_iter().chain(command.iter().map(ToString::to_string)).collect()
    }

    /// The environment of the program: this and nothing else.
    fn environment(&self) -> [(&'static str, String); 6] {
        [
            ("KRING_CLOCK", self.clock().display().to_string()),
            ("HOME", self.folder.path().display().to_string()),
            ("PATH", std::env::var("PATH").unwrap_or_default()),
            ("TERM", "xterm-256color".to_owned()),
            ("LANG", "C.UTF-8".to_owned()),
            ("USER", "lot".to_owned()),
        ]
    }

    /// Runs a command without a terminal.
    pub(crate) fn run(&self, command: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_kring"))
            .args(self.arguments(command))
            .env_clear()
            .envs(self.environment())
            .output()
            .expect("the program runs")
    }

    /// Runs a command without a terminal that must succeed, and returns what it says.
    #[track_caller]
    pub(crate) fn kring(&self, command: &[&str]) -> String {
        let output = self.run(command);
        let said = String::from_utf8(output.stderr).expect("text");
        assert!(output.status.success(), "{command:?}: {said}");
        String::from_utf8(output.stdout).expect("text")
    }

    /// The minutes of the meeting begun last, in a format.
    #[track_caller]
    pub(crate) fn minutes(&self, format: &str) -> String {
        self.kring(&["export", "vuurtoren", "minutes", "--format", format])
    }

    /// The program in a terminal of 80 by 25.
    pub(crate) fn open(&self, command: &[&str]) -> Terminal {
        self.open_with(command, WINDOW, &[])
    }

    /// The program in a terminal of 80 by 25, started by a shell that passes no hang up on. What
    /// the shell says of its end is in the file `ended`.
    pub(crate) fn open_under_a_deaf_shell(&self, command: &[&str]) -> Terminal {
        let mut builder = CommandBuilder::new("sh");
        builder.args(["-c", "trap '' HUP; \"$0\" \"$@\"; echo $? > ended"]);
        builder.arg(env!("CARGO_BIN_EXE_kring"));
        builder.args(self.arguments(command));
        builder.env_clear();
        for (name, value) in self.environment() {
            builder.env(name, value);
        }
        builder.cwd(self.folder.path());
        Terminal::start(builder, WINDOW)
    }

    /// With which code the program ended, as the shell wrote it down.
    pub(crate) fn ended(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("ended")).expect("the shell's word")
    }

    /// The program in a terminal of a size, with more in its environment.
    pub(crate) fn open_with(
        &self,
        command: &[&str],
        window: (u16, u16),
        more: &[(&str, &str)],
    ) -> Terminal {
        let mut builder = CommandBuilder::new(env!("CARGO_BIN_EXE_kring"));
        builder.args(self.arguments(command));
        builder.env_clear();
        for (name, value) in self.environment() {
            builder.env(name, value);
        }
        for (name, value) in more {
            builder.env(name, value);
        }
        builder.cwd(self.folder.path());
        Terminal::start(builder, window)
    }

    /// The meeting of De Vuurtoren, on the screen.
    pub(crate) fn meet(&self) -> Terminal {
        self.open(&["meet", "vuurtoren"])
    }

    /// The meeting of De Vuurtoren with its hour begun, the cursor in the first note.
    pub(crate) fn meet_and_begin(&self) -> Terminal {
        let mut terminal = self.meet();
        let asks = |screen: &Screen| screen.contents().contains(OTHER_DAY);
        let begins = |screen: &Screen| screen.contents().contains("Enter begint het uur");
        terminal.wait_until("the meeting", |screen| asks(screen) || begins(screen));
        if asks(&terminal.screen()) {
            terminal.keys(key::ENTER);
        }
        terminal.wait_for("Enter begint het uur");
        terminal.keys(key::ENTER);
        terminal.wait_for("Typ hier wat de groep wil bewaren");
        terminal
    }

    /// Lets minutes pass while a meeting is on the screen, as they do in a room: the program
    /// sees each of them.
    #[track_caller]
    pub(crate) fn pass_minutes(&self, terminal: &mut Terminal, minutes: i64) {
        for _ in 0..minutes {
            self.pass(TimeDelta::minutes(1));
            terminal.look_at_clock(self);
        }
    }
}
