//! Somebody who works in the practice group, and what was promised to them.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use kring::app::Pace;
use kring::app::model::Model;
use kring::domain::change::Change;
use kring::domain::closing;
use kring::domain::dossier::Dossier;
use kring::domain::history::Entry;
use kring::domain::meeting::Meeting;
use kring::language::Language;
use kring::session::open_group::OpenGroup;
use kring::store::Store;
use kring::store::files::Files;
use kring::store::folder::{DataFolder, PRACTICE};

use crate::rig::app::App;
use crate::rig::clock::SetClock;
use crate::rig::power::Power;
use crate::rig::practice;

/// Longer than anything takes.
const LONG: Duration = Duration::from_secs(20);

/// What a power cut must leave.
#[derive(Clone, Debug, Default)]
pub(crate) struct Promise {
    /// The group.
    pub(crate) made: bool,
    /// Everything up to this entry.
    pub(crate) sequence: u64,
}

pub(crate) type Disk = Power<Promise>;

/// The files as kring sees them.
pub(crate) fn files_on(disk: Disk) -> Arc<dyn Files> {
    Arc::new(disk)
}

/// The store on them.
pub(crate) fn store_on(files: Arc<dyn Files>, clock: &Arc<SetClock>) -> Store {
    let folder = DataFolder::new(PathBuf::from("/home/kring"));
    Store::new(files, folder, Arc::<SetClock>::clone(clock))
}

/// Somebody who works in the practice group.
pub(crate) struct Session {
    disk: Disk,
    clock: Arc<SetClock>,
    app: App,
    /// The dossier with all its meetings, after each entry.
    pub(crate) states: BTreeMap<u64, Dossier>,
    pub(crate) sequence: u64,
    /// The last entry that was shown as saved, and whether the last thing shown was.
    pub(crate) shown: u64,
    pub(crate) was_safe: bool,
    /// The entries that are written, and the second in which each was.
    written: Vec<(u64, Duration)>,
}

impl Session {
    /// Somebody whose files are on a disk, and may have trouble on their way to it.
    pub(crate) fn on(disk: &Disk, files: Arc<dyn Files>) -> Self {
        let clock = SetClock::new();
        let store = store_on(files, &clock);
        let content = practice::content(Language::Dutch);
        // Nothing is saved that nobody asked to save, so that each disk is cut at the same calls.
        let pace = Pace { journal_wait: LONG, autosave_every: None, list_wait: LONG };
        let app = App::start_at(pace, store, Language::Dutch, &content, (80, 25));
        Self {
            disk: disk.clone(),
            clock,
            app,
            states: BTreeMap::from([(0, practice::dossier(Language::Dutch))]),
            sequence: 0,
            shown: 0,
            was_safe: true,
            written: Vec::new(),
        }
    }

    /// Makes the group, which is there then.
    pub(crate) fn make(&mut self) {
        self.act(App::make_practice_group);
        self.promise(0);
    }

    /// Ends the program and starts it again.
    pub(crate) fn restart(&mut self) {
        self.close();
        self.open();
    }

    /// Ends the program.
    pub(crate) fn close(&mut self) {
        self.app.close();
    }

    /// The program is gone at once, and is started again.
    pub(crate) fn crash(&mut self) {
        self.app.crash();
        self.open();
    }

    pub(crate) fn open(&mut self) {
        self.sequence = self.app.store().open_read_only(PRACTICE).unwrap().sequence;
        self.written.clear();
        self.act(|app| app.open_in_meeting(PRACTICE));
    }

    /// Does something, notes what was recorded, and what is promised once it is shown.
    fn act(&mut self, deed: impl FnOnce(&mut App)) {
        deed(&mut self.app);
        for entry in self.app.take_recorded() {
            self.note(&entry);
        }
        self.app.draw();
        self.was_safe = self.app.is_kept();
        if self.was_safe {
            self.shown = self.sequence;
            self.promise_of_a_second();
        }
    }

    fn note(&mut self, entry: &Entry) {
        let mut dossier = self.states[&self.sequence].clone();
        dossier.record(entry).unwrap();
        self.sequence += 1;
        self.states.insert(self.sequence, dossier);
        self.written.push((self.sequence, self.app.model().session.now.steady));
    }

    /// An entry is in the journal once the next one is; so is by then whatever was in it a second
    /// before.
    fn promise_of_a_second(&mut self) {
        let Some((_, before)) = self.written.iter().rev().nth(1).copied() else { return };
        let old = |(_, at): &&(u64, Duration)| *at + Duration::from_secs(1) <= before;
        if let Some((sequence, _)) = self.written.iter().rev().find(old).copied() {
            self.promise(sequence);
        }
    }

    pub(crate) fn promise(&self, sequence: u64) {
        self.disk.promise(Promise { made: true, sequence });
    }

    pub(crate) fn pass(&mut self, seconds: u32) {
        self.clock.pass(seconds);
        self.act(App::tick);
    }

    pub(crate) fn key(&mut self, code: KeyCode, modifiers: KeyModifiers) {
        self.act(|app| app.key(KeyEvent::new(code, modifiers)));
    }

    pub(crate) fn press(&mut self, code: KeyCode) {
        self.key(code, KeyModifiers::NONE);
    }

    /// Types, some letters a second.
    pub(crate) fn say(&mut self, text: &str) {
        for (nr, letter) in text.chars().enumerate() {
            if nr % 4 == 3 {
                self.pass(1);
            }
            self.press(KeyCode::Char(letter));
        }
    }

    /// How long to wait for the journal after each key.
    pub(crate) fn wait_at_most(&mut self, journal_wait: Duration) {
        self.app.wait_at_most(journal_wait);
    }

    /// Saves everything, and waits for it.
    pub(crate) fn save_if_due(&mut self) {
        assert_eq!(self.app.save_to_the_end(), None);
        self.promise(self.sequence);
    }

    /// Saves everything, or until a save fails.
    pub(crate) fn try_to_tend(&mut self) {
        let _ = self.app.save_to_the_end();
    }

    /// Time goes by until everything is saved.
    pub(crate) fn come_to_rest(&mut self) {
        let rests = (0..10).any(|_| {
            self.pass(20);
            self.try_to_tend();
            self.was_safe && !self.app.is_dirty()
        });
        assert!(rests, "it is never saved");
    }

    pub(crate) fn save(&mut self) {
        self.act(App::save);
        self.save_if_due();
    }

    /// Does something to the group and the meeting that is open, in one entry.
    pub(crate) fn along(&mut self, changes: impl Fn(&OpenGroup, &Meeting, &Model) -> Vec<Change>) {
        let model = &self.app.model();
        let changes = changes(
            model.session.open.as_ref().unwrap(),
            model.front.meeting(&model.session).unwrap(),
            model,
        );
        self.act(|app| app.along(changes));
    }

    /// The minutes are agreed.
    pub(crate) fn close_meeting(&mut self) {
        self.along(|open, meeting, model| {
            closing::close(&open.dossier.group, meeting, model.session.now.wall)
        });
    }

    /// The minutes are opened again.
    pub(crate) fn reopen_meeting(&mut self) {
        self.along(|open, meeting, model| {
            closing::reopen(&open.dossier.group, meeting, model.session.now.wall, Some("vergeten"))
        });
    }
}
