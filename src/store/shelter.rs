//! Where words are kept while the data folder does not answer: a journal on this computer, or in
//! a folder that somebody chose. It is read again when the group is opened, until everything in it
//! is saved where it belongs.

use std::collections::VecDeque;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::Duration;

use super::Store;
use super::document::Document;
use super::files::{Files, LARGEST_JOURNAL};
use super::folder::{DataFolder, GroupFolder};
use super::journal::Record;
use super::journal_thread::{JournalWriter, Line};
use super::passphrase::Given;
use super::save::{SaveError, make_folder, replace};
use super::sealed::Sealed;
use crate::clock::Clock;

/// How long the data folder may keep silent before words are kept elsewhere too.
pub const SILENCE: Duration = Duration::from_secs(2);

/// A place outside the data folder for what is typed in one group.
#[derive(Clone, Debug)]
pub struct Refuge {
    /// Its files: sealed, when the data folder has a passphrase.
    pub files: Arc<dyn Files>,
    /// The folder of the group there.
    pub folder: GroupFolder,
    /// The folder as a person knows it.
    pub place: PathBuf,
    /// Whether somebody chose it. What is there is theirs, and is not taken away.
    pub chosen: bool,
}

/// The folders of this computer that may serve, the likeliest first.
#[must_use]
pub fn places() -> Vec<PathBuf> {
    use etcetera::BaseStrategy;
    let Ok(base) = etcetera::choose_base_strategy() else { return Vec::new() };
    let near = base.state_dir().unwrap_or_else(|| base.cache_dir());
    [near, base.data_dir()].map(|folder| folder.join("kring-elders")).into()
}

impl Refuge {
    /// Copies the files of meetings that are not there yet. Whatever is silent or refuses is passed
    /// over: what is open is there already.
    pub fn take_earlier_meetings(&self, store: &Store, slug: &str) {
        let home = store.folder.group(slug);
        for id in home.meeting_ids(store.files.as_ref()) {
            let there = self.folder.document(Document::Meeting(id));
            let known = self.files.read(&there).is_ok();
            let bytes = store.files.read(&home.document(Document::Meeting(id)));
            if let (false, Ok(bytes)) = (known, bytes) {
                let _ = replace(self.files.as_ref(), &there, &bytes);
            }
        }
    }

    /// Whether something is kept in it.
    #[must_use]
    pub fn is_used(&self) -> bool {
        !self.folder.journals(self.files.as_ref()).is_empty()
    }
}

impl Store {
    /// The places outside the data folder for what is typed in a group.
    #[must_use]
    pub fn refuges(&self, slug: &str) -> Vec<Refuge> {
        // The same slug in another data folder is another group.
        let root = std::path::absolute(self.root()).unwrap_or_else(|_| self.root().to_owned());
        let mark = crc32fast::hash(root.to_string_lossy().as_bytes());
        let refuge = |place: &PathBuf| {
            let (files, folder) = self.outside(place);
            let folder = folder.group(&format!("{slug}-{mark:08x}"));
            Refuge { files, folder, place: place.clone(), chosen: false }
        };
        self.places.iter().map(refuge).collect()
    }

    /// Puts what is in the refuges of a group in its backups: it does not go with what is in the
    /// data folder, and is not thrown away either.
    ///
    /// # Errors
    /// Why it is still where it was.
    pub fn put_elsewhere_by(&self, slug: &str) -> Result<(), SaveError> {
        let backups = self.folder.group(slug).backups();
        for Refuge { files, folder, .. } in self.refuges(slug) {
            for path in folder.journals(files.as_ref()).iter().map(|nr| folder.journal(*nr)) {
                let bytes = files.read_at_most(&path, LARGEST_JOURNAL)?;
                let name = format!("journal-elsewhere.{:08x}", crc32fast::hash(&bytes));
                replace(self.files.as_ref(), &backups.join(name), &bytes)?;
                files.remove(&path)?;
            }
        }
        Ok(())
    }

    /// A fresh data folder for a group in a folder that somebody chose. What is there already may
    /// be another's, with another key.
    ///
    /// # Errors
    /// That the folder is not there: a mistake in typing, or a stick that is not in.
    pub fn chosen(&self, slug: &str, chosen: &Path) -> io::Result<Refuge> {
        let taken = self.bare.list(chosen)?;
        let numbered = (2u32..).map(|nr| format!("kring-data-{nr}"));
        let names = std::iter::once("kring-data".to_owned()).chain(numbered);
        let name = names.into_iter().find(|name| !taken.contains(name)).unwrap_or_default();
        let place = chosen.join(name);
        let (files, folder) = self.outside(&place);
        Ok(Refuge { files, folder: folder.group(slug), place, chosen: true })
    }

    /// Another data folder with the key of this one.
    fn outside(&self, root: &Path) -> (Arc<dyn Files>, DataFolder) {
        let folder = DataFolder::new(root.to_owned());
        let bare = Arc::clone(&self.bare);
        match &self.given {
            Some(Given { key, .. }) => {
                (Arc::new(Sealed::new(bare, folder.clone(), Arc::clone(key))), folder)
            }
            None => (bare, folder),
        }
    }
}

/// What was found in the refuges of a group when it was opened.
#[derive(Debug, Default)]
pub struct Found {
    /// What is nowhere else, and belongs in the data folder.
    pub records: Vec<Record>,
    /// Whether there was anything at all.
    pub used: bool,
    /// Whether some of it does not go with what is in the data folder: that is never taken away.
    pub doubted: bool,
}

/// The refuges of a group while it is open.
#[derive(Debug, Default)]
pub struct Shelter {
    /// Those that were not tried yet.
    waiting: VecDeque<Refuge>,
    /// The one that is being tried, by a thread of its own: it may keep silent as well.
    trying: Option<(Refuge, Receiver<io::Result<JournalWriter>>)>,
    open: Vec<(Refuge, JournalWriter)>,
    /// Since when the data folder keeps silent, or the last refuge, on the steady clock.
    since: Option<Duration>,
    /// Whether a journal of an earlier run is in one of them.
    left: bool,
}

impl Shelter {
    /// The refuges of a group, and what was found in them.
    #[must_use]
    pub fn new(refuges: Vec<Refuge>, found: &Found) -> Self {
        let left = found.used && !found.doubted;
        Self { waiting: refuges.into(), left, ..Self::default() }
    }

    /// Writes a record in every refuge that is open.
    pub fn write(&mut self, line: &Line) {
        for (_, journal) in &mut self.open {
            journal.write_line(line.clone());
        }
    }

    /// The data folder answers.
    pub fn rest(&mut self) {
        self.since = None;
    }

    /// Whether a refuge is open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !self.open.is_empty()
    }

    /// The data folder does not answer: after a while the next refuge is tried.
    pub fn seek(&mut self, now: Duration, unwritten: &VecDeque<Line>, clock: &Arc<dyn Clock>) {
        self.arrive(unwritten);
        let since = *self.since.get_or_insert(now);
        if now.saturating_sub(since) < SILENCE || self.holds(Duration::ZERO).is_some() {
            return;
        }
        if let Some(refuge) = self.waiting.pop_front() {
            self.since = Some(now);
            self.go_to(refuge, clock);
        }
    }

    /// Begins to write in a refuge.
    pub fn go_to(&mut self, refuge: Refuge, clock: &Arc<dyn Clock>) {
        let (done, answer) = channel();
        let (there, clock) = (refuge.clone(), Arc::clone(clock));
        let start = move || {
            let Refuge { files, folder, .. } = there;
            let _ = done.send(match make_folder(files.as_ref(), folder.path()) {
                Ok(()) => JournalWriter::start(files, folder, clock),
                Err(error) => Err(error),
            });
        };
        if std::thread::Builder::new().name("shelter".to_owned()).spawn(start).is_ok() {
            self.trying = Some((refuge, answer));
        }
    }

    /// Takes in the refuge that was tried, once it answers.
    fn arrive(&mut self, unwritten: &VecDeque<Line>) {
        let Some((refuge, answer)) = self.trying.take() else { return };
        match answer.try_recv() {
            Ok(Ok(mut journal)) => {
                for line in unwritten {
                    journal.write_line(line.clone());
                }
                self.open.push((refuge, journal));
            }
            Ok(Err(_)) | Err(TryRecvError::Disconnected) => {}
            Err(TryRecvError::Empty) => self.trying = Some((refuge, answer)),
        }
    }

    /// Where everything is that was typed, when it is in one of them. Waits at most `longest`.
    #[must_use]
    pub fn holds(&self, longest: Duration) -> Option<&Refuge> {
        // The latest is the one that somebody chose, when somebody did.
        let patience = |nr| if nr == 0 { longest } else { Duration::ZERO };
        let mut open = self.open.iter().rev().enumerate();
        open.find(|(nr, (_, journal))| journal.wait(patience(*nr))).map(|(_, (refuge, _))| refuge)
    }

    /// Everything is saved where it belongs: what is in the refuges goes. Waits for it at most
    /// `longest`.
    pub fn clear(&mut self, longest: Duration) {
        if !self.left && self.open.is_empty() {
            return;
        }
        self.left = false;
        let open = self.open.drain(..).map(|(refuge, journal)| {
            drop(journal);
            refuge
        });
        let all: Vec<Refuge> = open.chain(self.waiting.drain(..)).collect();
        self.waiting = all.iter().filter(|refuge| !refuge.chosen).cloned().collect();
        let refuges = self.waiting.clone();
        let (done, answer) = channel();
        let remove = move || {
            for Refuge { files, folder, .. } in refuges {
                for number in folder.journals(files.as_ref()) {
                    let _ = files.remove(&folder.journal(number));
                }
            }
            let _ = done.send(());
        };
        if std::thread::Builder::new().name("shelter".to_owned()).spawn(remove).is_ok() {
            let _ = answer.recv_timeout(longest);
        }
    }

    /// Waits until everything is written in them and synced, at most `longest`.
    pub fn close(self, longest: Duration) {
        for (_, journal) in self.open {
            journal.close(longest);
        }
    }
}
