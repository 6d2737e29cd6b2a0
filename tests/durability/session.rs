//! Somebody who works in the practice group, and what was promised to them.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use kring::app::desk::Desk;
use kring::app::message::{Effect, Msg, Then};
use kring::app::model::{Model, OpenGroup, Safety};
use kring::app::update::update;
use kring::content::Content;
use kring::domain::change::Change;
use kring::domain::closing;
use kring::domain::dossier::Dossier;
use kring::domain::history::Entry;
use kring::domain::meeting::Meeting;
use kring::store::Store;
use kring::store::files::Files;
use kring::store::folder::{DataFolder, PRACTICE};
use kring::words::Language;

use super::clock::SetClock;
use super::power::Power;
use super::practice;

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
    pub(crate) model: Model,
    pub(crate) desk: Desk,
    /// The dossier with all its meetings, after each entry.
    pub(crate) states: BTreeMap<u64, Dossier>,
    pub(crate) sequence: u64,
    /// How long to wait for the journal after each key.
    pub(crate) patience: Duration,
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
        let content = Arc::new(Content::load(Language::Dutch).unwrap());
        let model = Model::new(Language::Dutch, content, store.clock.read(), (80, 25));
        Self {
            disk: disk.clone(),
            clock,
            model,
            desk: Desk::new(store, Arc::default()),
            states: BTreeMap::from([(0, practice::dossier(Language::Dutch))]),
            sequence: 0,
            patience: LONG,
            shown: 0,
            was_safe: true,
            written: Vec::new(),
        }
    }

    /// Makes the group, which is there then.
    pub(crate) fn make(&mut self) {
        self.act(vec![Effect::Example]);
        self.promise(0);
    }

    /// Ends the program and starts it again.
    pub(crate) fn restart(&mut self) {
        self.desk.close(&self.model);
        self.open();
    }

    /// The program is gone at once, and is started again.
    pub(crate) fn crash(&mut self) {
        self.desk = Desk::new(self.desk.store().clone(), Arc::default());
        self.open();
    }

    pub(crate) fn open(&mut self) {
        self.sequence = self.desk.store().look(PRACTICE).unwrap().sequence;
        self.written.clear();
        self.act(vec![Effect::Open(PRACTICE.to_owned(), Then::Meet)]);
    }

    fn handle(&mut self, msg: Msg) {
        let effects = update(&mut self.model, msg);
        self.act(effects);
    }

    pub(crate) fn act(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            if let Effect::Record(entry) = &effect {
                self.note(entry);
            }
            if let Some(answer) = self.desk.run(effect, &self.model) {
                self.handle(answer);
            }
        }
        self.desk.report(&mut self.model, self.patience);
        self.was_safe = self.model.safety != Safety::Unsaved;
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
        self.written.push((self.sequence, self.model.now.steady));
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
        let now = self.desk.store().clock.read();
        self.handle(Msg::Tick(now));
    }

    pub(crate) fn key(&mut self, code: KeyCode, modifiers: KeyModifiers) {
        self.handle(Msg::Key(KeyEvent::new(code, modifiers)));
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

    /// Lets the desk save what it wants to, and waits for it.
    pub(crate) fn tend(&mut self) {
        let rests = (0..10_000).any(|_| {
            std::thread::sleep(Duration::from_millis(1));
            assert_eq!(self.desk.tend(&self.model), None);
            !self.desk.is_dirty()
        });
        assert!(rests, "the desk does not come to rest");
        self.promise(self.sequence);
    }

    /// Lets the desk save what it wants to, until it has or a save fails.
    pub(crate) fn try_to_tend(&mut self) {
        for _ in 0..10_000 {
            let failed = self.desk.tend(&self.model).is_some();
            if failed || !self.desk.is_dirty() {
                return;
            }
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    /// Time goes by until everything is saved.
    pub(crate) fn come_to_rest(&mut self) {
        let rests = (0..10).any(|_| {
            self.pass(20);
            self.try_to_tend();
            self.was_safe && !self.desk.is_dirty()
        });
        assert!(rests, "the desk does not come to rest");
    }

    pub(crate) fn save(&mut self) {
        self.act(vec![Effect::Save]);
        self.tend();
    }

    /// Does something to the group and the meeting that is open, in one entry.
    pub(crate) fn along(&mut self, changes: impl Fn(&OpenGroup, &Meeting, &Model) -> Vec<Change>) {
        let open = self.model.open.as_ref().unwrap();
        let changes = changes(open, self.model.meeting().unwrap(), &self.model);
        let effects = self.model.along(changes);
        assert_ne!(effects, [], "it was refused");
        self.act(effects);
    }

    /// The minutes are agreed.
    pub(crate) fn close_meeting(&mut self) {
        self.along(|open, meeting, model| {
            closing::close(&open.dossier.group, meeting, model.now.wall)
        });
    }

    /// The minutes are opened again.
    pub(crate) fn reopen_meeting(&mut self) {
        self.along(|open, meeting, model| {
            closing::reopen(&open.dossier.group, meeting, model.now.wall, "vergeten")
        });
    }
}
