//! A folder, a clock that stands still, and the program.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use kring::clock::FileClock;
use kring::store::Store;
use kring::store::files::{Disk, Files};
use kring::store::folder::DataFolder;
use tempfile::TempDir;

/// A desk with nothing on it.
pub(crate) struct Desk {
    folder: TempDir,
}

/// What the program said.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Desk {
    /// A desk on 22 November 2026.
    pub(crate) fn new() -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        desk.set_clock("2026-11-22T14:00:00+01:00");
        desk
    }

    /// A desk with the practice group.
    pub(crate) fn practised() -> Self {
        let desk = Self::new();
        assert_eq!(desk.kring(&["example"]).code, Some(0));
        desk
    }

    pub(crate) fn set_clock(&self, wall: &str) {
        put(&self.clock(), format!("{wall} 0").as_bytes());
    }

    fn clock(&self) -> PathBuf {
        self.folder.path().join("clock")
    }

    /// The data folder.
    pub(crate) fn dir(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// The dossier of a group.
    pub(crate) fn group(&self, slug: &str) -> PathBuf {
        self.dir().join("groups").join(slug).join("group.ron")
    }

    /// The store, with the same clock.
    pub(crate) fn store(&self) -> Store {
        let files: Arc<dyn Files> = Arc::new(Disk);
        let path = self.clock();
        let read = move || String::from_utf8(Disk.read(&path).ok()?).ok();
        let clock = Arc::new(FileClock::new(read));
        Store::new(files, DataFolder::new(self.dir()), clock)
    }

    /// Runs the program as a script would.
    pub(crate) fn kring(&self, args: &[&str]) -> Said {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kring"));
        command
            .args(args)
            .current_dir(self.folder.path())
            .env("KRING_DIR", self.dir())
            .env(FileClock::VARIABLE, self.clock())
            .env("LANG", "en_GB.UTF-8")
            .env_remove("KRING_FORCE_TTY")
            .stdin(Stdio::null());
        let output = command.output().unwrap();
        Said {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Runs the program and expects it to do what was asked.
    pub(crate) fn done(&self, args: &[&str]) -> String {
        let said = self.kring(args);
        assert_eq!((said.code, said.err.as_str()), (Some(0), ""), "{args:?}: {}", said.out);
        said.out
    }

    /// Runs the program and expects it to refuse, with nothing but a sentence and a hint.
    pub(crate) fn refused(&self, args: &[&str]) -> String {
        let said = self.kring(args);
        assert_eq!((said.code, said.out.as_str()), (Some(1), ""), "{args:?}: {}", said.err);
        assert_eq!(said.err.lines().count(), 2, "{}", said.err);
        assert!(!said.err.contains('\u{1b}'), "{}", said.err);
        said.err
    }
}

/// Puts a file in its place, whatever stood there.
pub(crate) fn put(path: &Path, bytes: &[u8]) {
    let _ = Disk.remove(path);
    Disk.create(path, bytes).unwrap();
}

pub(crate) fn get(path: &Path) -> Vec<u8> {
    Disk.read(path).unwrap()
}
