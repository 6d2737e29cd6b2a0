//! The desk: does what the model asks for, and answers.

mod erasing;
mod folder;
mod shelter;
mod versions;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use super::facts::facts_of;
use super::message::{Done, Effect, Msg, Then};
use super::model::{GroupLine, Model, OpenGroup};
use super::signals::OpenJournal;
use super::versions::Versions;
use crate::content::practice;
use crate::domain::change::Change;
use crate::domain::dossier::Dossier;
use crate::domain::erasure::Texts;
use crate::domain::history::Entry;
use crate::domain::hour::Moment;
use crate::domain::ids::MeetingId;
use crate::store::Store;
use crate::store::document::{BrokenFile, Document, Fault, VERSION};
use crate::store::folder::PRACTICE;
use crate::store::journal::Record;
use crate::store::journal_thread::JournalWriter;
use crate::store::lock::Owner;
use crate::store::name;
use crate::store::open::{Access, MeetingRead, Opened, Permission, document_of, read_meeting};
use crate::store::save::SaveError;
use crate::store::saver::{Content as Saving, Order, Saver};
use crate::store::second;
use crate::store::shelter::{Refuge, Shelter};
use crate::store::sweep::{Erased, Sweep};
use crate::words::Words;

/// How long drawing waits for the journal.
pub const PATIENCE: Duration = Duration::from_millis(50);
/// How long leaving waits for the journal and for saves.
const FAREWELL: Duration = Duration::from_secs(2);
/// A dossier that changed is saved again after this many seconds at most.
const EVERY: i64 = 20;

/// The files of the group that is open for writing.
#[derive(Debug)]
struct OpenFiles {
    journal: JournalWriter,
    saver: Saver,
    sequence: u64,
    saved: BTreeMap<Document, u64>,
    touched: BTreeSet<Document>,
    gone: BTreeSet<MeetingId>,
    /// Documents whose file another program changed, and where what kring has stands meanwhile.
    stuck: BTreeMap<Document, PathBuf>,
    /// Who took the group over on another computer, once that is known.
    other: Arc<OnceLock<Owner>>,
    /// How many documents were stuck, and whether there was another, when the model was told.
    told: (usize, bool),
    asked: Option<Moment>,
    begun: bool,
    /// What is to be erased for good and is not yet, because a file did not give way.
    sweep: Option<Sweep>,
    /// Files of it were changed outside kring: nothing is saved until somebody accepts them.
    doubted: bool,
    /// Where words go while the data folder does not answer.
    shelter: Shelter,
    /// A copy that is being made in a folder that somebody chose.
    copying: Option<shelter::Copying>,
}

impl OpenFiles {
    /// Whether every document is in its own file, so that the journal is not needed any more.
    fn all_saved(&self) -> bool {
        !self.doubted
            && self.touched.is_empty()
            && self.stuck.is_empty()
            && self.saver.waiting() == 0
    }
}

/// The desk of the app.
#[derive(Debug)]
pub struct Desk {
    store: Store,
    open: Option<OpenFiles>,
    flush: OpenJournal,
}

impl Desk {
    /// A desk at a store. `flush` lets the thread that ends the program wait for the journal.
    #[must_use]
    pub fn new(store: Store, flush: OpenJournal) -> Self {
        Self { store, open: None, flush }
    }

    /// The store.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Does an effect. Its answer, if it has one, is a message.
    pub fn run(&mut self, effect: Effect, model: &Model) -> Option<Msg> {
        if matches!(effect, Effect::List | Effect::Open(..) | Effect::Create(_) | Effect::Example) {
            self.store.refresh();
        }
        let done = match effect {
            Effect::Record(entry) => {
                self.record(entry);
                return None;
            }
            Effect::Save => {
                self.save(model);
                return None;
            }
            Effect::Close => {
                self.close(model);
                Done::Closed
            }
            Effect::List | Effect::Create(_) if self.store.is_locked() => Done::Locked(None),
            Effect::Open(slug, _) if slug != PRACTICE && self.store.is_locked() => {
                Done::Locked(None)
            }
            Effect::List => Done::Groups(self.list(model)),
            Effect::Unlock => self.unlock(model),
            Effect::KeepIn(place) => self.keep_in(&place, model),
            Effect::HideAfter(minutes) => self.hide_after(minutes, model),
            Effect::Open(slug, then) => self.open(&slug, then, model),
            Effect::Create(name) => self.create(&name, model),
            Effect::Example => self.example(model),
            Effect::ReadMeeting(id, then) => self.read_meeting(id, then, model),
            Effect::Export { name, text } => self.export(&name, &text, model),
            Effect::Accept => self.accept(model),
            Effect::Erase(sweep) => Done::Erased(self.erase(sweep, model)),
            Effect::TakeOver => self.take_over(model),
            Effect::Settle(ours) => self.settle(ours, model),
            Effect::ReadSecond(second) => self.read_second(second, model),
            Effect::PutAway(second) => self.put_away(&second, model),
        };
        Some(Msg::Done(done))
    }

    fn list(&self, model: &Model) -> Vec<GroupLine> {
        self.store.slugs().into_iter().map(|slug| self.line(slug, model)).collect()
    }

    fn line(&self, slug: String, model: &Model) -> GroupLine {
        let facts = self.store.look(&slug);
        let facts = facts.map(|opened| facts_of(&opened.dossier.group, model));
        GroupLine { slug, facts: facts.map_err(|broken| model.words.broken(&broken)) }
    }

    fn create(&mut self, name: &str, model: &Model) -> Done {
        if let Err(problem) = name::check(name) {
            return Done::Failed(model.words.name_problem(problem).to_owned());
        }
        match self.store.create(name, model.today()) {
            Ok(slug) => self.open(&slug, Then::Show, model),
            Err(error) => Done::Failed(model.words.not_saved(&error)),
        }
    }

    fn example(&mut self, model: &Model) -> Done {
        if !self.store.has(PRACTICE) {
            let made = practice::make(
                model.words.0,
                &model.content,
                model.today(),
                *model.now.wall.offset(),
            );
            let put = match made {
                Ok(dossier) => self.store.put(PRACTICE, &dossier),
                Err(error) => return Done::Failed(error.to_string()),
            };
            if let Err(error) = put {
                return Done::Failed(model.words.not_saved(&error));
            }
        }
        self.open(PRACTICE, Then::Show, model)
    }

    fn open(&mut self, slug: &str, then: Then, model: &Model) -> Done {
        self.close(model);
        let opened = self.store.open(slug);
        self.show(opened, then, model)
    }

    fn show(&mut self, opened: Result<Opened, BrokenFile>, then: Then, model: &Model) -> Done {
        let opened = match opened {
            Ok(opened) => opened,
            Err(broken) => return Done::Failed(model.words.broken_here(&broken)),
        };
        match self.take(opened) {
            Ok(open) => Done::Opened(Box::new(open), then),
            Err(error) => Done::Failed(model.words.not_saved(&SaveError::Io(error))),
        }
    }

    /// Takes a group that was opened to the desk: its files here, its dossier to the model.
    fn take(&mut self, opened: Opened) -> io::Result<OpenGroup> {
        let mut touched: BTreeSet<Document> = opened.unsaved().collect();
        let newest = opened.newest();
        let Opened {
            slug,
            folder,
            mut dossier,
            saved,
            gone,
            sequence,
            last_moment,
            access,
            doubts,
            sheltered,
            shelf,
            newer: _,
        } = opened;
        // Somebody was erasing when the program ended: what can bring it back goes now.
        let ours = matches!(access, Access::Ours(_)) && doubts.is_empty();
        let erasing = ours && self.store.files.read(&folder.erasing()).is_ok();
        if erasing {
            dossier.history.forget();
            touched.extend([Document::Group, Document::Undo, Document::Log]);
            touched.extend(dossier.meetings.keys().map(|id| Document::Meeting(*id)));
        }
        let seconds = second::find(self.store.files.as_ref(), &folder);
        let permission = match access {
            Access::Ours(holding) => {
                let (files, clock) = (&self.store.files, &self.store.clock);
                let mut journal =
                    JournalWriter::start(Arc::clone(files), folder, Arc::clone(clock))?;
                if let Ok(mut flush) = self.flush.lock() {
                    *flush = journal.flush_handle();
                }
                // What comes home is in the journal before it is in any file.
                for record in &sheltered.records {
                    let _ = journal.write(record);
                }
                let shelter = Shelter::new(self.store.refuges(&slug), &sheltered);
                let other = holding.other();
                let saver = Saver::start(shelf, journal.flush_handle())?;
                saver.hold(holding, Arc::clone(&self.store.clock));
                self.open = Some(OpenFiles {
                    journal,
                    saver,
                    sequence,
                    saved,
                    touched,
                    gone,
                    stuck: BTreeMap::new(),
                    other,
                    told: (0, false),
                    asked: None,
                    begun: false,
                    sweep: erasing.then(Sweep::default),
                    doubted: !doubts.is_empty(),
                    shelter,
                    copying: None,
                });
                if doubts.is_empty() { Permission::Write } else { Permission::Doubt(doubts) }
            }
            Access::Theirs(owner) => Permission::Taken(owner),
            Access::Perhaps(owner) => Permission::Perhaps(owner),
            Access::Refused | Access::Looking => {
                newest.map_or(Permission::ReadOnly, Permission::Newer)
            }
        };
        let versions = Versions { seconds, ..Versions::default() };
        Ok(OpenGroup { slug, dossier, permission, last_moment, erasing, versions })
    }

    fn read_meeting(&mut self, id: MeetingId, then: Then, model: &Model) -> Done {
        let Some(open) = &model.open else { return Done::Failed(String::new()) };
        let folder = self.store.folder.group(&open.slug);
        match read_meeting(self.store.files.as_ref(), &folder, id) {
            // Where the rest is written, one that must not be is not taken in.
            Ok(read) if read.version > VERSION && self.open.is_some() && then != Then::Keep => {
                let newer = BrokenFile::whole(&read.path, Fault::Newer(read.version));
                Done::Failed(model.words.broken_here(&newer))
            }
            Ok(MeetingRead { mut meeting, path, bytes, .. }) => {
                if let Some(files) = &mut self.open {
                    files.saver.saw(path, bytes);
                    // What is being erased stands in this file still.
                    for passage in files.sweep.iter().flat_map(|sweep| &sweep.passages) {
                        meeting.erase(passage);
                        files.touched.insert(Document::Meeting(id));
                    }
                }
                Done::Meeting(Box::new(meeting), then)
            }
            Err(broken) => Done::Failed(model.words.broken_here(&broken)),
        }
    }

    fn export(&self, name: &str, text: &str, model: &Model) -> Done {
        let Some(open) = &model.open else { return Done::Failed(String::new()) };
        if open.slug != PRACTICE && self.store.is_unlocked() {
            return Done::Failed(model.words.no_readable_copy().to_owned());
        }
        match self.store.export(&open.slug, name, text) {
            Ok(path) => Done::Exported(path),
            Err(error) => Done::Failed(model.words.not_saved(&error)),
        }
    }

    fn record(&mut self, entry: Entry) {
        let Some(open) = &mut self.open else { return };
        for change in &entry.changes {
            open.touched.insert(document_of(change));
            match change {
                Change::Begin(meeting) => drop(open.gone.remove(&meeting.id)),
                Change::Discard(meeting) => drop(open.gone.insert(meeting.id)),
                Change::Group(_) | Change::Meeting(..) => {}
            }
        }
        if !entry.changes.is_empty() {
            open.touched.extend([Document::Undo, Document::Log]);
        }
        open.sequence += 1;
        let record = Record { sequence: open.sequence, entry };
        // What cannot be written as RON cannot have been read from it; the save says so.
        if let Ok(line) = open.journal.write(&record) {
            open.shelter.write(&line);
        }
    }

    /// Whether something is not saved in its own file yet.
    #[must_use]
    pub fn is_dirty(&self) -> bool {
        self.open.as_ref().is_some_and(|open| {
            !open.touched.is_empty() || open.saver.waiting() > 0 || open.sweep.is_some()
        })
    }

    /// Asks for a save of everything that changed.
    fn save(&mut self, model: &Model) {
        let (Some(files), Some(open)) = (&mut self.open, &model.open) else { return };
        if files.doubted {
            return;
        }
        let now = model.now.wall;
        files.asked = Some(now);
        for document in std::mem::take(&mut files.touched) {
            if let Some(content) = content_of(document, &open.dossier, &files.gone) {
                files.saver.save(Order { content, sequence: files.sequence, saved: now });
            }
        }
    }

    /// Saves when it is time, and takes the answers of earlier saves. Returns the sentence of a
    /// save that failed.
    pub fn tend(&mut self, model: &Model) -> Option<String> {
        let now = model.now.wall;
        let due = self.open.as_ref().is_some_and(|open| {
            let asked = open.asked.is_none_or(|asked| (now - asked).num_seconds().abs() >= EVERY);
            !open.touched.is_empty() && asked
        });
        let sweeps = self.open.as_ref().is_some_and(|open| {
            open.sweep.is_some()
                && open.asked.is_none_or(|asked| (now - asked).num_seconds().abs() >= EVERY)
        });
        if sweeps {
            // One that an earlier run left was told of when the group was opened.
            let ours = self.open.as_ref().is_some_and(|open| open.sweep != Some(Sweep::default()));
            let erased = self.sweep(model);
            if ours && erased != Erased::NotYet {
                return Some(model.words.has_erased(erased).to_owned());
            }
        }
        if due {
            self.save(model);
        }
        self.take_outcomes(Duration::ZERO, model).or_else(|| self.copied(model))
    }

    fn take_outcomes(&mut self, longest: Duration, model: &Model) -> Option<String> {
        let open = self.open.as_mut()?;
        let mut failed = None;
        while open.saver.waiting() > 0 {
            let Some(outcome) = open.saver.outcome(longest) else { break };
            match outcome.result {
                Ok(()) => drop(open.saved.insert(outcome.document, outcome.sequence)),
                Err(error) => {
                    if let SaveError::Changed { beside } = &error {
                        // The screen goes on saying so by itself.
                        open.stuck.insert(outcome.document, beside.clone());
                        continue;
                    }
                    open.touched.insert(outcome.document);
                    failed = Some(error);
                }
            }
        }
        // The words may be safe although their file is not written yet.
        let safe =
            open.journal.wait(Duration::ZERO) || open.shelter.holds(Duration::ZERO).is_some();
        let said = if safe { Words::saved_but_not_there } else { Words::not_saved };
        let failed = failed.map(|error| said(model.words, &error));
        if open.all_saved() && open.journal.wait(Duration::ZERO) {
            open.shelter.clear(PATIENCE);
        }
        if open.all_saved() && !open.begun {
            // What the journals of earlier runs held is in the files now.
            open.journal.rotate();
            open.begun = true;
        }
        failed
    }

    /// Saves everything, waits for it a while, and lets the group go. Returns where words stay that
    /// are not in the data folder.
    pub fn close(&mut self, model: &Model) -> Option<PathBuf> {
        self.save_all_stuck(model);
        if self.open.as_ref().is_some_and(|open| open.sweep.is_some()) {
            let _ = self.sweep(model);
        }
        let open = self.open.take()?;
        if let Ok(mut flush) = self.flush.lock() {
            *flush = None;
        }
        let all_saved = open.all_saved();
        let stays = |refuge: &Refuge| refuge.place.clone();
        let stays = open.shelter.holds(Duration::ZERO).map(stays).filter(|_| !all_saved);
        let mut shelter = open.shelter;
        if all_saved {
            shelter.clear(FAREWELL);
            open.journal.rotate();
        }
        shelter.close(FAREWELL);
        open.journal.close(FAREWELL);
        open.saver.close();
        stays
    }
}

fn content_of(document: Document, dossier: &Dossier, gone: &BTreeSet<MeetingId>) -> Option<Saving> {
    match document {
        Document::Group => Some(Saving::Group(Box::new(dossier.group.clone()))),
        Document::Undo => Some(Saving::Undo(Box::new(dossier.history.clone()))),
        Document::Log => Some(Saving::Log(Box::new(dossier.log.clone()))),
        Document::Meeting(id) if gone.contains(&id) => Some(Saving::Gone(id)),
        Document::Meeting(id) => {
            dossier.meeting(id).map(|meeting| Saving::Meeting(Box::new(meeting.clone())))
        }
    }
}
