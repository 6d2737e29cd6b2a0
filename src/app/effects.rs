//! Does what the session asks for, with the store, and answers.

mod erasing;
mod fallback;
mod folder;
mod listing;
mod open_files;
mod pace;
mod saving;
mod versions;

use std::path::PathBuf;

use self::listing::Listing;
use self::open_files::OpenFiles;
use self::pace::SHUTDOWN_TIMEOUT;
use super::signals::OpenJournal;
use crate::deeds::practice;
use crate::domain::erasure::Erase;
use crate::domain::ids::MeetingId;
use crate::session::Session;
use crate::session::effect::{Effect, EffectResult, Then};
use crate::session::open_group::{OpenGroup, Versions};
use crate::store::Store;
use crate::store::document::{BrokenFile, Document, Fault};
use crate::store::folder::PRACTICE;
use crate::store::migration::VERSION;
use crate::store::name;
use crate::store::notify::Notify;
use crate::store::open::{MeetingRead, read_meeting};
use crate::store::opened::{Access, Opened, Permission};
use crate::store::save::SaveError;
use crate::store::second;
use crate::view::summary::ListedGroup;

pub use self::pace::Pace;

/// Does the effects of the app.
#[derive(Debug)]
pub(super) struct EffectRunner {
    store: Store,
    open: Option<OpenFiles>,
    /// The groups that are being read for the list of all.
    listing: Option<Listing>,
    /// Lets the thread that ends the program wait for the journal of the open group.
    journal: OpenJournal,
    notify: Notify,
    pub(super) pace: Pace,
}

impl EffectRunner {
    /// A runner on a store. `notify` is woken when something that goes on by itself has news.
    #[must_use]
    pub(super) fn new(store: Store, journal: OpenJournal, notify: Notify) -> Self {
        Self { store, open: None, listing: None, journal, notify, pace: Pace::default() }
    }

    #[must_use]
    pub(super) fn store(&self) -> &Store {
        &self.store
    }

    /// Whether something is not saved in its own file yet.
    pub(super) fn is_dirty(&self) -> bool {
        self.open.as_ref().is_some_and(OpenFiles::is_dirty)
    }

    /// Does an effect, and answers when there is something to answer.
    pub(super) fn run(&mut self, effect: Effect, session: &Session) -> Option<EffectResult> {
        if let Effect::ListGroups | Effect::Open(..) | Effect::Create(_) | Effect::OpenPractice =
            effect
        {
            self.store.refresh();
        }
        Some(match effect {
            Effect::Record(entry) => {
                self.record(entry);
                return None;
            }
            Effect::Save => {
                self.save(session);
                return None;
            }
            Effect::Close => {
                self.close(session);
                EffectResult::Closed
            }
            Effect::ListGroups | Effect::Create(_) if self.store.is_locked() => {
                EffectResult::Locked(None)
            }
            Effect::Open(slug, _) if slug != PRACTICE && self.store.is_locked() => {
                EffectResult::Locked(None)
            }
            Effect::ListGroups => self.list(session),
            Effect::Unlock(secret) => self.unlock(&secret, session),
            Effect::KeepIn(folder) => self.keep_in(&folder, session),
            Effect::ChangeSetting(change) => self.change_setting(change, session),
            Effect::Open(slug, then) => self.open(&slug, then, session),
            Effect::Create(name) => self.create(&name, session),
            Effect::OpenPractice => self.open_practice(session),
            Effect::ReadMeeting(id, then) => self.read_meeting(id, then, session),
            Effect::Export { name, bytes } => self.export(&name, &bytes, session),
            Effect::Accept => self.accept(session),
            Effect::Erase(purge) => {
                let (erased, of) = self.erase(purge, session);
                EffectResult::Erased(erased, of)
            }
            Effect::TakeOver => self.take_over(session),
            Effect::KeepVersion(keep) => self.keep_version(keep, session),
            Effect::ReadSecond(second) => self.read_second(second, session),
            Effect::PutAway(second) => self.put_away(&second, session),
        })
    }

    /// Begins to read all groups. The list has those that are read within a moment.
    fn list(&mut self, session: &Session) -> EffectResult {
        let slugs = self.store.slugs();
        let listed = |slug: &String| ListedGroup { slug: slug.clone(), summary: None };
        let mut groups: Vec<ListedGroup> = slugs.iter().map(listed).collect();
        let listing = Listing::start(&self.store, slugs, session, &self.notify);
        for (nr, summary) in listing.first(groups.len(), self.pace.list_wait, &self.store) {
            if let Some(group) = groups.get_mut(nr) {
                group.summary = Some(summary);
            }
        }
        self.listing = Some(listing);
        EffectResult::Groups(groups)
    }

    /// What was read of the groups since the last time.
    fn listed(&self) -> Option<EffectResult> {
        let read = self.listing.as_ref()?.news();
        (!read.is_empty()).then_some(EffectResult::GroupsRead(read))
    }

    fn create(&mut self, name: &str, session: &Session) -> EffectResult {
        if let Err(problem) = name::check(name) {
            return EffectResult::Said(session.words.name_problem(problem).to_owned());
        }
        match self.store.create(name, session.today()) {
            Ok(slug) => self.open(&slug, Then::Show, session),
            Err(error) => EffectResult::Said(session.words.not_saved(&error)),
        }
    }

    fn open_practice(&mut self, session: &Session) -> EffectResult {
        if !self.store.has(PRACTICE) {
            let (language, today) = (session.words.0, session.today());
            let offset = *session.now.wall.offset();
            let put = match practice::make(language, &session.content, today, offset) {
                Ok(dossier) => self.store.put(PRACTICE, &dossier),
                Err(error) => return EffectResult::Said(error.to_string()),
            };
            if let Err(error) = put {
                return EffectResult::Said(session.words.not_saved(&error));
            }
        }
        self.open(PRACTICE, Then::Show, session)
    }

    fn open(&mut self, slug: &str, then: Then, session: &Session) -> EffectResult {
        self.close(session);
        let opened = self.store.open(slug);
        self.take(opened, then, session)
    }

    /// Takes in a group that was opened: its files stay here, its dossier goes to the session.
    fn take(
        &mut self,
        opened: Result<Opened, BrokenFile>,
        then: Then,
        session: &Session,
    ) -> EffectResult {
        match opened {
            Ok(opened) => self.take_opened(opened, then, session),
            Err(broken) => EffectResult::Said(session.words.broken_here(&broken)),
        }
    }

    /// The same for a group that could be opened.
    pub(super) fn take_opened(
        &mut self,
        opened: Opened,
        then: Then,
        session: &Session,
    ) -> EffectResult {
        match self.take_files(opened) {
            Ok(open) => {
                // Nobody looks at the list any more.
                self.listing = None;
                EffectResult::Opened(Box::new(open), then)
            }
            Err(error) => EffectResult::Said(session.words.not_saved(&SaveError::Io(error))),
        }
    }

    fn take_files(&mut self, mut opened: Opened) -> std::io::Result<OpenGroup> {
        let newest = opened.newest();
        // Somebody was erasing when the program ended: what can bring it back goes now.
        let ours = matches!(opened.access, Access::Ours(_)) && opened.doubts.is_empty();
        let erasing = ours && self.store.files.read(&opened.folder.erasing()).is_ok();
        let seconds = second::find(self.store.files.as_ref(), &opened.folder);
        let (access, doubts) =
            (std::mem::replace(&mut opened.access, Access::Looking), opened.doubts.clone());
        let permission = match access {
            Access::Ours(_) if !doubts.is_empty() => Permission::Doubt(doubts),
            Access::Ours(_) => Permission::Write,
            Access::Theirs(ref owner) => Permission::Taken(owner.clone()),
            Access::MaybeTaken(ref owner) => Permission::MaybeTaken(owner.clone()),
            Access::Refused | Access::Looking => {
                newest.map_or(Permission::ReadOnly, Permission::Newer)
            }
        };
        let (slug, last_moment) = (opened.slug.clone(), opened.last_moment);
        let dossier = match access {
            Access::Ours(holding) => {
                let (files, dossier) =
                    OpenFiles::start(&self.store, opened, holding, erasing, &self.notify)?;
                if let Ok(mut journal) = self.journal.lock() {
                    *journal = files.journal.flush_handle();
                }
                self.open = Some(files);
                dossier
            }
            _ => opened.dossier,
        };
        Ok(OpenGroup {
            slug,
            dossier,
            earlier: std::collections::BTreeMap::new(),
            permission,
            last_moment,
            erasing,
            versions: Versions { seconds, ..Versions::default() },
        })
    }

    fn read_meeting(&mut self, id: MeetingId, then: Then, session: &Session) -> EffectResult {
        let Some(open) = &session.open else { return EffectResult::Said(String::new()) };
        let folder = self.store.folder.group(&open.slug);
        match read_meeting(self.store.files.as_ref(), &folder, id) {
            // Where the rest is written, one that must not be is not taken in.
            Ok(read)
                if read.version > VERSION && self.open.is_some() && then != Then::KeepMinutes =>
            {
                let newer = BrokenFile::whole(&read.path, Fault::Newer(read.version));
                EffectResult::Said(session.words.broken_here(&newer))
            }
            Ok(MeetingRead { mut meeting, path, bytes, .. }) => {
                if let Some(files) = &mut self.open {
                    files.saver.note_read(path, bytes);
                    // What is being erased stands in this file still.
                    for passage in files.purge.iter().flat_map(|purge| &purge.passages) {
                        meeting.erase(passage);
                        files.touched.insert(Document::Meeting(id));
                    }
                }
                EffectResult::Meeting(Box::new(meeting), then)
            }
            Err(broken) => EffectResult::Said(session.words.broken_here(&broken)),
        }
    }

    fn export(&self, name: &str, bytes: &[u8], session: &Session) -> EffectResult {
        let Some(open) = &session.open else { return EffectResult::Said(String::new()) };
        if open.slug != PRACTICE && self.store.is_unlocked() {
            return EffectResult::Said(session.words.no_readable_copy().to_owned());
        }
        match self.store.export(&open.slug, name, bytes) {
            Ok(path) => EffectResult::Exported(path),
            Err(error) => EffectResult::Said(session.words.not_saved(&error)),
        }
    }

    /// Saves everything, waits for it a while, and lets the group go. Returns the folder that has
    /// words which are not in the data folder.
    pub(super) fn close(&mut self, session: &Session) -> Option<PathBuf> {
        self.save_what_others_changed(session);
        if let Some(files) = &mut self.open
            && files.all_saved()
        {
            files.touch_for_quiet_minutes();
            self.save(session);
            let _ = self.take_outcomes(SHUTDOWN_TIMEOUT, session);
        }
        if self.open.as_ref().is_some_and(|open| open.purge.is_some()) {
            let _ = self.purge(session);
        }
        let open = self.open.take()?;
        if let Ok(mut journal) = self.journal.lock() {
            *journal = None;
        }
        open.close()
    }
}
