//! What is open: the group, how far what was typed in it is safe, who works with it, in which
//! language, and when. The screens look at a session and hand it what people do; it makes the
//! changes and says, as effects, what has to be done outside.

pub mod effect;
pub mod erasing;
pub mod open_group;
pub mod safety;

use std::sync::Arc;
use std::time::Duration;

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use self::effect::Effect;
use self::open_group::OpenGroup;
use self::safety::SafetyReport;
use crate::content::Content;
use crate::deeds::{Deed, discussed};
use crate::domain::change::Change;
use crate::domain::delta::Refusal;
use crate::domain::group::Group;
use crate::domain::history::{DeedKind, Entry, EntryKind};
use crate::domain::hour::ClockReading;
use crate::domain::ids::MeetingId;
use crate::domain::log::About;
use crate::domain::meeting::Meeting;
use crate::domain::onlookers::{Onlookers, Privacy};
use crate::language::Language;
use crate::store::Store;
use crate::store::opened::Permission;
use crate::store::settings::Settings;
use crate::view::group_view::GroupView;
use crate::view::logbook;
use crate::view::loss::Holdings;
use crate::view::meeting_view::MeetingView;
use crate::words::Words;

/// After so many seconds without an entry it is written down that the hour goes on.
const STILL_HERE_EVERY: i64 = 60;

/// What is open, and what the program knows besides.
#[derive(Debug)]
pub struct Session {
    pub words: Words,
    pub content: Arc<Content>,
    /// The clocks as they were read last.
    pub now: ClockReading,
    /// Who works with kring: for the log, and for the steps that are ticked.
    pub who: String,
    pub settings: Settings,
    /// Whether the data folder has a passphrase.
    pub has_passphrase: bool,
    pub open: Option<OpenGroup>,
    /// Who looks along, as it was answered last.
    pub onlookers: Onlookers,
    /// Whether a group was opened in this run: what is shown of the others is then for the coordinator
    /// alone.
    pub opened_a_group: bool,
    pub safety: SafetyReport,
    /// A sentence for whoever is at the keyboard, until the next key.
    pub notice: Option<String>,
    /// What was said before this key.
    said_before: Option<String>,
}

impl Session {
    /// A session in which no group is open.
    #[must_use]
    pub fn new(language: Language, content: Arc<Content>, now: ClockReading) -> Self {
        Self {
            words: Words(language),
            content,
            now,
            who: String::new(),
            settings: Settings { hide_after: 0, ..Settings::default() },
            has_passphrase: false,
            open: None,
            onlookers: Onlookers::default(),
            opened_a_group: false,
            safety: SafetyReport::default(),
            notice: None,
            said_before: None,
        }
    }

    /// A session with what a data folder says: its settings, who works with it, and whether it has a
    /// passphrase.
    #[must_use]
    pub fn in_folder(store: &Store, language: Language, content: Arc<Content>) -> Self {
        Self {
            who: store.who(),
            settings: store.settings().unwrap_or_default(),
            has_passphrase: store.is_unlocked(),
            ..Self::new(language, content, store.clock.read())
        }
    }

    /// Today, on the wall clock.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.now.wall.date_naive()
    }

    /// How long until today ends.
    #[must_use]
    pub fn until_day_ends(&self) -> Duration {
        let passed = self.now.wall.time() - NaiveTime::MIN;
        (TimeDelta::days(1) - passed).to_std().unwrap_or_default()
    }

    /// Forgets who looks along: it is asked again.
    pub fn forget_onlookers(&mut self) {
        self.onlookers = Onlookers::default();
    }

    /// Before whom the list of all groups may be shown.
    #[must_use]
    pub fn privacy_of_list(&self) -> Privacy {
        if self.opened_a_group { Privacy::OtherGroups } else { Privacy::Group }
    }

    /// The group that is open.
    #[must_use]
    pub fn group(&self) -> Option<&Group> {
        self.open.as_ref().map(|open| &open.dossier.group)
    }

    /// A meeting of the open group, when it is loaded.
    #[must_use]
    pub fn meeting(&self, id: MeetingId) -> Option<&Meeting> {
        self.open.as_ref().and_then(|open| open.dossier.meeting(id))
    }

    /// The open group, today.
    #[must_use]
    pub fn group_view(&self) -> Option<GroupView<'_>> {
        Some(self.view_of(self.group()?, self.today()))
    }

    /// Any group, on a day.
    #[must_use]
    pub fn view_of<'a>(&'a self, group: &'a Group, day: NaiveDate) -> GroupView<'a> {
        let (words, content) = (self.words, self.content.as_ref());
        let (role_words, onlookers) = (&self.settings.role_words, &self.onlookers);
        GroupView { words, content, group, role_words, day, onlookers }
    }

    /// A meeting of the open group, now; `None` when it is not loaded.
    #[must_use]
    pub fn meeting_view(&self, id: MeetingId) -> Option<MeetingView<'_>> {
        let open = self.open.as_ref()?;
        let (group, meeting) = (&open.dossier.group, open.dossier.meeting(id)?);
        Some(MeetingView {
            group_view: self.view_of(group, meeting.day().unwrap_or(self.today())),
            meeting,
            previous: open.minutes_before(id),
            now: self.now.wall,
        })
    }

    /// Whether the open group can be written.
    #[must_use]
    pub fn may_write(&self) -> bool {
        self.open.as_ref().is_some_and(|open| open.permission == Permission::Write)
    }

    /// Whether a group is open that can only be read.
    #[must_use]
    pub fn only_reads(&self) -> bool {
        self.open.is_some() && !self.may_write()
    }

    /// Says a sentence to whoever is at the keyboard.
    pub fn say(&mut self, sentence: impl Into<String>) {
        self.notice = Some(sentence.into());
    }

    /// Says once that leaving now loses what was typed, when it is nowhere but on the screen.
    /// Returns whether it was said, so that leaving takes a second press.
    pub fn warns_before_leaving(&mut self) -> bool {
        let warns = self.safety.warn_once(self.now.steady);
        if warns {
            self.notice = Some(self.words.leaving_loses().to_owned());
        }
        warns
    }

    /// Says why the open group cannot be written.
    pub fn say_why_only_reading(&mut self) {
        let why = self.open.as_ref().map(|open| self.words.only_reading(&open.permission));
        self.notice = why.or(self.notice.take());
    }

    /// Does something that a person can undo. Nothing is recorded when it makes no changes.
    /// What it takes back besides is said.
    pub fn record_deed(&mut self, deed: Deed) -> Vec<Effect> {
        let kind = deed.kind;
        let typing = matches!(kind, DeedKind::Typing | DeedKind::Pasting);
        let before = self.group().filter(|_| !typing).map(Holdings::of);
        let effects = self.make(EntryKind::Do(kind), deed.changes);
        let lost = before.zip(self.group_view());
        if let Some(lost) = lost.and_then(|(before, view)| before.lost_by(&view, kind)) {
            self.say(lost);
        }
        effects
    }

    /// A deed on the page of a meeting, with what it says of the item at hand: whether it was discussed.
    #[must_use]
    pub fn discussing(&self, id: MeetingId, deed: Deed) -> Deed {
        match (self.meeting_view(id), &self.open) {
            (Some(view), Some(open)) => discussed::discussing(&view, &open.dossier.history, deed),
            _ => deed,
        }
    }

    /// Asks something before a deed, once: the same key pressed again at once is a yes. Returns whether
    /// it was asked now, so that the deed waits.
    pub fn asks_first(&mut self, question: String) -> bool {
        let asked_before = self.said_before.as_ref() == Some(&question);
        if !asked_before {
            self.say(question);
        }
        !asked_before
    }

    /// A key was pressed: what was said so far has been read.
    pub fn key_pressed(&mut self) {
        self.said_before = self.notice.take();
    }

    /// Makes changes that accompany what a person does, such as the place in the meeting and the
    /// hour: they are no steps to undo.
    pub fn record_along(&mut self, changes: Vec<Change>) -> Vec<Effect> {
        self.make(EntryKind::Along, changes)
    }

    fn make(&mut self, kind: EntryKind, changes: Vec<Change>) -> Vec<Effect> {
        if changes.is_empty() {
            return Vec::new();
        }
        let by = self.who.clone();
        self.record(Entry { at: self.now.wall, by, kind, changes })
    }

    /// Writes down that the hour goes on, when nothing else was written for a minute: a start after
    /// a crash then knows how long kring was gone.
    pub fn still_here(&mut self) -> Vec<Effect> {
        let at = self.now.wall;
        let last = self.open.as_ref().and_then(|open| open.last_moment);
        if last.is_some_and(|last| (at - last).num_seconds() < STILL_HERE_EVERY) {
            return Vec::new();
        }
        self.record(Entry { at, by: self.who.clone(), kind: EntryKind::Along, changes: Vec::new() })
    }

    /// How long until [`Self::still_here`] has something to write down.
    #[must_use]
    pub fn until_still_here(&self) -> Option<Duration> {
        let last = self.open.as_ref().filter(|_| self.may_write())?.last_moment?;
        let due = last + TimeDelta::seconds(STILL_HERE_EVERY) - self.now.wall;
        Some(due.to_std().unwrap_or_default())
    }

    /// Makes the changes of an entry, all or none, or says why not. This is the only place in the
    /// app that changes a dossier, but for erasing for good.
    fn record(&mut self, entry: Entry) -> Vec<Effect> {
        let words = self.words;
        let Some(open) = self.open.as_mut() else { return Vec::new() };
        if open.permission != Permission::Write {
            self.notice = Some(words.not_written_down(&open.permission));
            return Vec::new();
        }
        match open.dossier.record(&entry) {
            Ok(()) => {
                open.last_moment = Some(entry.at);
                vec![Effect::Record(entry)]
            }
            Err(refusal) => {
                self.say_refused(&refusal);
                Vec::new()
            }
        }
    }

    /// Goes to a place of a meeting in a group that can only be read: here alone, and nowhere
    /// written down.
    pub fn look_at(&mut self, changes: &[Change]) {
        let Some(open) = &mut self.open else { return };
        for change in changes.iter().filter(|change| change.is_place()) {
            // A change of place fits wherever the meeting is.
            let _ = open.dossier.apply(change);
        }
    }

    fn say_refused(&mut self, refusal: &Refusal) {
        self.notice = Some(self.words.refusal(refusal));
    }

    /// Whether undoing the last step comes down to these changes.
    #[must_use]
    pub fn last_step_undone_by(&self, changes: &[Change]) -> bool {
        let last = self.open.as_ref().and_then(|open| open.dossier.history.last());
        last.is_some_and(|step| step.undoing() == changes)
    }

    /// Whether there is a step to undo, and one to do again.
    #[must_use]
    pub fn can_undo_and_redo(&self) -> (bool, bool) {
        let history = self.open.as_ref().map(|open| &open.dossier.history);
        history.map_or((false, false), |it| (it.last().is_some(), it.undone().is_some()))
    }

    /// Undoes the last step, and says what it was.
    pub fn undo(&mut self) -> Vec<Effect> {
        self.undo_or_redo(false)
    }

    /// Does the step undone last again, and says what it was.
    pub fn redo(&mut self) -> Vec<Effect> {
        self.undo_or_redo(true)
    }

    fn undo_or_redo(&mut self, redo: bool) -> Vec<Effect> {
        let words = self.words;
        let at = self.now.wall;
        let Some(open) = self.open.as_ref() else { return Vec::new() };
        let (dossier, by) = (&open.dossier, self.who.as_str());
        let step = if redo { dossier.redo(at, by) } else { dossier.undo(at, by) };
        let Some((deed, entry)) = step else {
            self.notice = Some(words.nothing_to_undo(redo).to_owned());
            return Vec::new();
        };
        let about = About::of(&entry.changes);
        let effects = self.record(entry);
        if !effects.is_empty() {
            self.notice = Some(words.undone(deed, &self.named(about), redo));
        }
        effects
    }

    /// What something is about, in words; nothing for the latest meeting, which is mostly the one on the
    /// screen.
    fn named(&self, about: About) -> String {
        let latest = |id| self.group().is_some_and(|group| group.is_latest(id));
        match about {
            About::Meeting(id) | About::Item(id, _) if latest(id) => String::new(),
            about => self.group_view().map_or_else(String::new, |it| logbook::about(&it, about)),
        }
    }
}
