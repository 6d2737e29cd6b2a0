//! Everything the screen shows, in one value.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use chrono::NaiveDate;

use super::message::Effect;
use super::versions::Versions;
use crate::content::Content;
use crate::domain::arrangements::RoleWords;
use crate::domain::change::Change;
use crate::domain::delta::Refusal;
use crate::domain::dossier::Dossier;
use crate::domain::group::Group;
use crate::domain::history::{Deed, Entry, EntryKind};
use crate::domain::hour::{Instant, Moment};
use crate::domain::ids::MeetingId;
use crate::domain::late::Late;
use crate::domain::log::About;
use crate::domain::meeting::Meeting;
use crate::domain::phase::Phase;
use crate::screens::circle::Circle;
use crate::screens::dossier::{DossierScreen, logbook};
use crate::screens::erase::Erase;
use crate::screens::finder::Finder;
use crate::screens::home::Home;
use crate::screens::lock::Lock;
use crate::screens::meeting::MeetingScreen;
use crate::screens::overview::Overview;
use crate::screens::place::Place;
use crate::screens::question::Question;
use crate::screens::reader::Reader;
use crate::store::open::Permission;
use crate::store::shelter::SILENCE;
use crate::words::{Language, Words};

/// A group on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupLine {
    /// Its slug.
    pub slug: String,
    /// What is on the line; the sentence why there is nothing when the group does not open.
    pub facts: Result<GroupFacts, String>,
}

/// What a line says of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupFacts {
    /// Its name.
    pub name: String,
    /// The phase it is in.
    pub phase: Phase,
    /// Steps done, of twenty-five.
    pub steps: usize,
    /// The day of the next meeting.
    pub next: Option<NaiveDate>,
    /// Whether a meeting was begun and not finished.
    pub unfinished: bool,
    /// What is late.
    pub late: Vec<Late>,
    /// What there is to do this week, in words.
    pub week: Vec<ToDo>,
}

/// Something to do this week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToDo {
    /// By when; without a day it can be any.
    pub on: Option<NaiveDate>,
    /// What, in words.
    pub text: String,
}

/// The group that is open.
#[derive(Debug)]
pub struct OpenGroup {
    /// Its slug.
    pub slug: String,
    /// Its dossier.
    pub dossier: Dossier,
    /// Whether it can be written.
    pub permission: Permission,
    /// The last moment that was written down before it was opened.
    pub last_moment: Option<Moment>,
    /// Whether the program ended while something was being erased for good.
    pub erasing: bool,
    /// Versions of its files besides the open ones.
    pub versions: Versions,
}

/// How far what was typed is safe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Safety {
    /// Nothing was typed yet.
    Untouched,
    /// All of it is in the journal since then.
    Saved(Moment),
    /// The data folder does not answer; all of it is in a refuge since then.
    Elsewhere(Moment),
    /// Some of it is in memory only.
    Unsaved,
}

/// What was typed is in memory only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alarm {
    /// Since when, on the steady clock.
    pub since: Duration,
    /// Whether somebody was told that leaving now loses it.
    pub warned: bool,
}

/// The screen below everything else.
#[derive(Debug)]
pub enum Screen {
    /// All groups.
    Home(Box<Home>),
    /// One group.
    Overview(Overview),
    /// A list of its dossier, and what is at hand in it.
    Dossier(Box<DossierScreen>),
    /// A meeting, while it is held and afterwards.
    Meeting(Box<MeetingScreen>),
}

/// What lies over the screen.
#[derive(Debug)]
pub enum Over {
    /// Help or the menu.
    Finder(Finder),
    /// Minutes to read at full height.
    Reader(Reader),
    /// The clock in digits for the room.
    Clock,
    /// The question whether something is erased for good.
    Erase(Erase),
    /// The question in which folder the group is kept.
    Place(Box<Place>),
    /// A question with answers.
    Question(Question),
}

/// Seconds after which a quiet hour is written down.
const STILL_HERE: i64 = 60;

/// The whole state of the app.
#[derive(Debug)]
pub struct Model {
    /// The words of the language.
    pub words: Words,
    /// The texts of the language.
    pub content: Arc<Content>,
    /// The clocks, as they were read last.
    pub now: Instant,
    /// Who works with kring, for the log and for the steps that are ticked.
    pub who: String,
    /// What roles are called where a group has no word of its own.
    pub role_words: RoleWords,
    /// The window, in cells.
    pub size: (u16, u16),
    /// The screen.
    pub screen: Screen,
    /// What lies over it.
    pub over: Option<Over>,
    /// Whether the screen is hidden.
    pub hidden: bool,
    /// The passphrase that is asked for while the screen is hidden.
    pub lock: Option<Lock>,
    /// Whether the data folder has a passphrase.
    pub has_passphrase: bool,
    /// After how many minutes without a key the screen hides; 0 is never.
    pub hide_after: u16,
    /// When somebody was last there.
    pub touched: Option<Instant>,
    /// The group that is open.
    pub open: Option<OpenGroup>,
    /// A sentence for the message row, until the next key.
    pub notice: Option<String>,
    /// When somebody last typed where nothing is typed, on the steady clock.
    pub stray: Option<Duration>,
    /// How far what was typed is safe.
    pub safety: Safety,
    /// What is to be said while it is not safe.
    pub alarm: Option<Alarm>,
    /// Where it is kept while the data folder does not answer.
    pub refuge: Option<PathBuf>,
    /// Whether the app ends.
    pub ended: bool,
}

impl Model {
    /// A model at the home screen, with nothing open.
    #[must_use]
    pub fn new(language: Language, content: Arc<Content>, now: Instant, size: (u16, u16)) -> Self {
        Self {
            words: Words(language),
            content,
            now,
            who: String::new(),
            role_words: RoleWords::default(),
            size,
            screen: Screen::Home(Box::default()),
            over: None,
            hidden: false,
            lock: None,
            has_passphrase: false,
            hide_after: 0,
            touched: None,
            open: None,
            notice: None,
            stray: None,
            safety: Safety::Untouched,
            alarm: None,
            refuge: None,
            ended: false,
        }
    }

    /// Whether what was typed is not safe for so long that it has to be said in words.
    #[must_use]
    pub fn is_alarming(&self) -> bool {
        self.alarm.is_some_and(|alarm| self.now.steady.saturating_sub(alarm.since) >= SILENCE)
    }

    /// The group that is open.
    #[must_use]
    pub fn group(&self) -> Option<&Group> {
        self.open.as_ref().map(|open| &open.dossier.group)
    }

    /// The meeting whose screen is shown.
    #[must_use]
    pub fn meeting(&self) -> Option<&Meeting> {
        match &self.screen {
            Screen::Meeting(screen) => self.meeting_with(screen.id),
            _ => None,
        }
    }

    /// A meeting of the open group that is loaded.
    #[must_use]
    pub fn meeting_with(&self, id: MeetingId) -> Option<&Meeting> {
        self.open.as_ref().and_then(|open| open.dossier.meeting(id))
    }

    /// The open group, today.
    #[must_use]
    pub fn circle(&self) -> Option<Circle<'_>> {
        self.circle_on(self.today())
    }

    /// The open group, on a day.
    #[must_use]
    pub fn circle_on(&self, day: NaiveDate) -> Option<Circle<'_>> {
        Some(self.circle_of(self.group()?, day))
    }

    /// A group, on a day.
    #[must_use]
    pub fn circle_of<'a>(&'a self, group: &'a Group, day: NaiveDate) -> Circle<'a> {
        let (words, content) = (self.words, self.content.as_ref());
        Circle { words, content, group, role_words: &self.role_words, day }
    }

    /// Today, on the wall.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.now.wall.date_naive()
    }

    /// Whether a meeting is being held on the screen, so that nothing else may come on it.
    #[must_use]
    pub fn in_meeting(&self) -> bool {
        self.meeting().is_some_and(|meeting| !meeting.finished())
    }

    /// Whether a clock is on the screen, so that time has to go on by itself.
    #[must_use]
    pub fn clock_shows(&self) -> bool {
        self.in_meeting() || matches!(self.over, Some(Over::Clock))
    }

    /// Whether the open group can be written.
    #[must_use]
    pub fn may_write(&self) -> bool {
        self.open.as_ref().is_some_and(|open| open.permission == Permission::Write)
    }

    /// Says why the open group cannot be written.
    pub fn refuse_to_write(&mut self) {
        let why = self.open.as_ref().map(|open| self.words.only_reading(&open.permission));
        self.notice = why.or(self.notice.take());
    }

    /// Makes changes that a person can undo.
    pub fn deed(&mut self, deed: Deed, changes: Vec<Change>) -> Vec<Effect> {
        self.make(EntryKind::Do(deed), changes)
    }

    /// Makes changes that go along with what a person does.
    pub fn along(&mut self, changes: Vec<Change>) -> Vec<Effect> {
        self.make(EntryKind::Along, changes)
    }

    /// Writes down that the hour goes on, when nothing else was written for a while: so a start
    /// after a crash knows how long kring was gone.
    pub fn still_here(&mut self) -> Vec<Effect> {
        let at = self.now.wall;
        let last = self.open.as_ref().and_then(|open| open.last_moment);
        if last.is_some_and(|last| (at - last).num_seconds() < STILL_HERE) {
            return Vec::new();
        }
        self.record(Entry { at, by: self.who.clone(), kind: EntryKind::Along, changes: Vec::new() })
    }

    fn make(&mut self, kind: EntryKind, changes: Vec<Change>) -> Vec<Effect> {
        if changes.is_empty() {
            return Vec::new();
        }
        let by = self.who.clone();
        self.record(Entry { at: self.now.wall, by, kind, changes })
    }

    /// Makes the changes of an entry, or says why not.
    pub fn record(&mut self, entry: Entry) -> Vec<Effect> {
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
                self.refuse(&refusal);
                Vec::new()
            }
        }
    }

    /// Says why a change was not made.
    pub fn refuse(&mut self, refusal: &Refusal) {
        self.notice = Some(self.words.refusal(refusal));
    }

    /// Whether undoing the last step comes down to these changes.
    #[must_use]
    pub fn last_step_undone_by(&self, changes: &[Change]) -> bool {
        let last = self.open.as_ref().and_then(|open| open.dossier.history.last());
        last.is_some_and(|step| step.undoing() == changes)
    }

    /// What something is about, in words; nothing in a meeting, where it can be seen.
    fn named(&self, about: About) -> String {
        match about {
            About::Meeting(_) | About::Item(..) => String::new(),
            about => self.circle().map_or_else(String::new, |it| logbook::about(&it, about)),
        }
    }

    /// Undoes the last step, or does the step undone last again.
    pub fn turn_back(&mut self, redo: bool) -> Vec<Effect> {
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
}
