//! A group in memory, with its loaded meetings, its undo history and its log.

use std::collections::BTreeMap;

use super::change::Change;
use super::delta::Refusal;
use super::group::Group;
use super::history::{DeedKind, Entry, EntryKind, History};
use super::hour::Moment;
use super::ids::MeetingId;
use super::log::Log;
use super::meeting::Meeting;

/// The state of an open group. Meetings are loaded one by one, when they are opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dossier {
    pub group: Group,
    pub meetings: BTreeMap<MeetingId, Meeting>,
    pub history: History,
    pub log: Log,
}

impl Dossier {
    #[must_use]
    pub fn new(group: Group) -> Self {
        Self { group, meetings: BTreeMap::new(), history: History::default(), log: Log::default() }
    }

    /// The meeting with an id, if it is loaded.
    #[must_use]
    pub fn meeting(&self, id: MeetingId) -> Option<&Meeting> {
        self.meetings.get(&id)
    }

    /// Applies all changes of an entry, or none, and adds it to history and log.
    ///
    /// # Errors
    /// Why one of the changes does not fit. The dossier is then unchanged.
    pub fn record(&mut self, entry: &Entry) -> Result<(), Refusal> {
        for (done, change) in entry.changes.iter().enumerate() {
            if let Err(refusal) = self.apply(change) {
                self.take_back(&entry.changes[..done]);
                return Err(refusal);
            }
        }
        self.history.take(entry);
        self.log.take(entry);
        Ok(())
    }

    fn take_back(&mut self, changes: &[Change]) {
        for change in changes.iter().rev() {
            // The inverse of a change that was just applied always fits.
            let undone = self.apply(&change.inverse());
            debug_assert_eq!(undone, Ok(()));
        }
    }

    /// Applies one change, without history or log.
    ///
    /// # Errors
    /// Why the change does not fit. The dossier is then unchanged.
    pub fn apply(&mut self, change: &Change) -> Result<(), Refusal> {
        match change {
            Change::Group(change) => change.apply(&mut self.group),
            Change::Meeting(id, change) => {
                change.apply(self.meetings.get_mut(id).ok_or(Refusal::Missing)?)
            }
            Change::Begin(meeting) => {
                if self.meetings.contains_key(&meeting.id) {
                    return Err(Refusal::Taken);
                }
                self.meetings.insert(meeting.id, (**meeting).clone());
                Ok(())
            }
            Change::Discard(meeting) => {
                if self.meetings.get(&meeting.id) != Some(&**meeting) {
                    return Err(Refusal::Stale);
                }
                self.meetings.remove(&meeting.id);
                Ok(())
            }
        }
    }

    /// The entry that undoes the last step, and what that step did.
    #[must_use]
    pub fn undo(&self, at: Moment, by: &str) -> Option<(DeedKind, Entry)> {
        let step = self.history.last()?;
        Some((
            step.deed,
            Entry { at, by: by.to_owned(), kind: EntryKind::Undo, changes: step.undoing() },
        ))
    }

    /// The entry that redoes the step undone last, and what that step did.
    #[must_use]
    pub fn redo(&self, at: Moment, by: &str) -> Option<(DeedKind, Entry)> {
        let step = self.history.undone()?;
        let changes = step.changes.clone();
        Some((step.deed, Entry { at, by: by.to_owned(), kind: EntryKind::Redo, changes }))
    }
}
