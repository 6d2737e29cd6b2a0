//! The undo history: one per group, with a step for each deed or burst of typing.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::change::Change;
use super::delta::Swap;
use super::hour::Moment;
use super::ids::MeetingId;

/// What a person did, named in the undo message and the log. Contains no text of the dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DeedKind {
    Typing,
    Pasting,
    Attendance,
    Roles,
    /// Ticked somebody in the check-in.
    CheckIn,
    /// Answered how an agreement went.
    Answer,
    /// Made or edited an agreement in its form.
    Agreement,
    /// Made a decision in its form.
    Decision,
    GoalState,
    /// What was said of a goal in a meeting.
    Progress,
    NewGoal,
    NewPerson,
    PersonName,
    /// Marked a level of the signalling plan as reviewed.
    Reviewed,
    /// Showed or hid the signalling plan in the meeting.
    PlanShown,
    Frequency,
    Topic,
    NextDate,
    /// Changed the minutes planned for an item.
    Budget,
    /// Who is expected at the next meeting.
    Composition,
    /// Somebody said that an item was discussed.
    Discussed,
    /// The day of a meeting, or when it began.
    MeetingDay,
    /// What client and coordinator settle after the meeting.
    AfterTalk,
    /// What is said about the minutes.
    Approval,
    /// Excluded a jump of the clock, or counted it again.
    Jump,
    /// The state of a step of the method.
    Step,
    /// Moved somebody to another ring of the sociogram.
    Ring,
    Line,
    /// The kind of a person.
    Kind,
    /// The standing of a person.
    Standing,
    /// Whether somebody belongs to the fixed core.
    Core,
    Approach,
    Interview,
    /// The dimensions of a goal.
    Dimension,
    /// Whether a goal is feasible or realistic.
    Feasible,
    Attainment,
    /// Something of a level of the signalling plan.
    Level,
    Channel,
    Reorientation,
    Receiver,
    /// Accepted a day that kring proposed.
    ProposedDay,
    /// Accepted a text that kring proposed.
    ProposedText,
    Deleted,
    Restored,
}

/// The kind of a journal entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum EntryKind {
    /// A deed that can be undone.
    Do(DeedKind),
    /// Recorded without a step in the undo history: the place in the meeting, the hour, an open
    /// form, and beginning, closing or discarding a meeting.
    Along,
    Undo,
    Redo,
}

/// One entry of the journal: changes that are applied together or not at all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    pub at: Moment,
    /// Who did it: the name in the settings, else the user name of the computer.
    #[serde(default)]
    pub by: String,
    pub kind: EntryKind,
    pub changes: Vec<Change>,
}

/// A step of the undo history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Step")] // The name in the files.
pub struct UndoStep {
    pub deed: DeedKind,
    /// The time of its latest change.
    pub at: Moment,
    /// Its changes, in the order in which they were applied.
    pub changes: Vec<Change>,
}

impl UndoStep {
    /// The changes that undo it, in the order in which they are applied.
    #[must_use]
    pub fn undoing(&self) -> Vec<Change> {
        self.changes.iter().rev().map(Change::inverse).collect()
    }
}

/// The most steps that are kept; the oldest are dropped first.
const MAX_STEPS: usize = 500;
const TYPING_PAUSE: TimeDelta = TimeDelta::milliseconds(1500);

/// The undo history of a group.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct History {
    steps: Vec<UndoStep>,
    /// How many steps are applied; those after it were undone.
    standing: usize,
}

impl History {
    /// The step that undo reverts.
    #[must_use]
    pub fn last(&self) -> Option<&UndoStep> {
        self.standing.checked_sub(1).and_then(|last| self.steps.get(last))
    }

    /// The step that redo applies again.
    #[must_use]
    pub fn undone(&self) -> Option<&UndoStep> {
        self.steps.get(self.standing)
    }

    /// The steps at an item of a meeting since a deed marked it as discussed, the oldest first. `None`
    /// when somebody's word marked it, or when that step is no longer kept.
    #[must_use]
    pub fn since_marked(&self, meeting: MeetingId, item: usize) -> Option<Vec<&UndoStep>> {
        let standing = self.steps.get(..self.standing)?;
        let marks = |step: &UndoStep| -> Option<Swap<bool>> {
            step.changes.iter().find_map(|change| change.marks(meeting, item).cloned())
        };
        let first = standing.iter().rposition(|step| marks(step).is_some_and(|mark| !mark.from))?;
        let steps = standing.get(first..)?;
        let by_word = steps.first().is_some_and(|step| step.deed == DeedKind::Discussed);
        (!by_word).then(|| steps.iter().filter(|step| marks(step).is_some()).collect())
    }

    /// Clears the history, so that undo cannot bring back what was erased for good.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    /// Adds an entry whose changes were applied.
    pub fn take(&mut self, entry: &Entry) {
        if entry.changes.iter().any(Change::turns_form) {
            self.forget_form();
        }
        match entry.kind {
            EntryKind::Along => {
                for change in &entry.changes {
                    self.forget_overtaken(change);
                }
            }
            EntryKind::Undo => self.standing = self.standing.saturating_sub(1),
            EntryKind::Redo => self.standing = (self.standing + 1).min(self.steps.len()),
            EntryKind::Do(deed) => self.push(deed, entry),
        }
    }

    /// Drops the steps that typed in a form: they no longer fit once the form goes to another
    /// question.
    fn forget_form(&mut self) {
        let in_form = |step: &UndoStep| step.changes.iter().any(Change::types_in_form);
        let standing = self.steps.iter().take(self.standing);
        self.standing -= standing.filter(|step| in_form(step)).count();
        self.steps.retain(|step| !in_form(step));
    }

    /// Drops the steps that can no longer be undone after `along`, so that older ones still can.
    fn forget_overtaken(&mut self, along: &Change) {
        let overtaken = |step: &UndoStep| step.changes.iter().any(|done| along.overtakes(done));
        let standing = self.steps.iter().take(self.standing);
        self.standing -= standing.filter(|step| overtaken(step)).count();
        self.steps.retain(|step| !overtaken(step));
    }

    fn push(&mut self, deed: DeedKind, entry: &Entry) {
        self.steps.truncate(self.standing);
        if deed == DeedKind::Typing && self.merge_typing(entry) {
            return;
        }
        let step = UndoStep { deed, at: entry.at, changes: entry.changes.clone() };
        self.steps.push(step);
        if self.steps.len() > MAX_STEPS {
            self.steps.remove(0);
        }
        self.standing = self.steps.len();
    }

    /// Merges typing into the last step if it continues the same word without a pause.
    fn merge_typing(&mut self, entry: &Entry) -> bool {
        let Some(step) = self.steps.last_mut() else { return false };
        if step.deed != DeedKind::Typing || entry.at - step.at >= TYPING_PAUSE {
            return false;
        }
        // Typing in an agreement of a note also changes what it means, after the text.
        // At an item the first of the word marked it already.
        let typed = match entry.changes.as_slice() {
            [mark, typed @ ..] if mark.keeps_mark() => typed,
            typed => typed,
        };
        let (next, read_next) = match typed {
            [next] => (next, None),
            [next, read] if read.is_reading() => (next, Some(read)),
            _ => return false,
        };
        let at = match step.changes.as_slice() {
            [.., _, read] if read.is_reading() => step.changes.len() - 2,
            [.., _] => step.changes.len() - 1,
            [] => return false,
        };
        let Some(last) = step.changes.get(at).filter(|last| !begins_word(last, next)) else {
            return false;
        };
        let read = match (step.changes.get(at + 1), read_next) {
            (None, read) => read.cloned(),
            (Some(read), None) => Some(read.clone()),
            (Some(read), Some(next)) => match read.reading_joined(next) {
                Some(read) => Some(read),
                None => return false,
            },
        };
        let Some(joined) = last.joined(next) else { return false };
        step.changes.truncate(at);
        step.changes.push(joined);
        step.changes.extend(read);
        step.at = entry.at;
        true
    }
}

fn begins_word(last: &Change, next: &Change) -> bool {
    let (Some(last), Some(next)) = (last.splice(), next.splice()) else { return true };
    let ended = last.inserted.chars().next_back().is_some_and(char::is_whitespace);
    let begun = next.inserted.chars().next().is_some_and(|c| !c.is_whitespace());
    ended && begun
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, NaiveDate};

    use super::*;
    use crate::domain::arrangements::Planned;
    use crate::domain::change::GroupChange;
    use crate::domain::delta::Splice;
    use crate::domain::dossier::Dossier;
    use crate::domain::group::Group;
    use crate::domain::texts::GroupText;

    #[test]
    fn what_a_meeting_settles_leaves_nothing_that_can_no_longer_be_undone() {
        let at = DateTime::parse_from_rfc3339("2026-02-12T14:00:00+01:00").unwrap();
        let mut dossier = Dossier::new(Group::new("Zuid", NaiveDate::default()));
        let typed = |text, words: &str| {
            let words = words.to_owned();
            Change::Group(GroupChange::Text(
                text,
                Splice { at: 0, removed: String::new(), inserted: words },
            ))
        };
        let mut record = |kind, changes| {
            let entry = Entry { at, by: "Lot".to_owned(), kind, changes };
            dossier.record(&entry).unwrap();
        };
        record(EntryKind::Do(DeedKind::Typing), vec![typed(GroupText::Place, "De Kade")]);
        record(EntryKind::Do(DeedKind::Pasting), vec![typed(GroupText::NextDay, "2 maart")]);
        let there = dossier.group.next.clone();
        let settled = Swap::of(&there, Planned::default());
        let changes = vec![Change::Group(GroupChange::Next(settled))];
        dossier
            .record(&Entry { at, by: "Lot".to_owned(), kind: EntryKind::Along, changes })
            .unwrap();
        let (_, undo) = dossier.undo(at, "Lot").unwrap();
        dossier.record(&undo).unwrap();
        assert_eq!(dossier.group.place, "");
        assert!(dossier.undo(at, "Lot").is_none());
    }
}
