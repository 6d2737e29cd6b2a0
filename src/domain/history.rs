//! What can be undone: one history a group, a step for each deed or burst of typing.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::change::Change;
use super::hour::Moment;

/// What a person did, so that undo can name it. Holds no text of the dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Deed {
    /// Typing.
    Typing,
    /// A paste.
    Pasting,
    /// Who is there.
    Attendance,
    /// Who does what.
    Roles,
    /// A tick in the check-in.
    CheckIn,
    /// What came of an agreement.
    Answer,
    /// An agreement was made or mended by the questions.
    Agreement,
    /// A decision was made by the questions.
    Decision,
    /// Where a goal stands.
    GoalState,
    /// How far a goal has come.
    Progress,
    /// A new goal.
    NewGoal,
    /// Somebody new.
    NewPerson,
    /// Somebody's name was mended.
    PersonName,
    /// A part of the signalling plan was gone through.
    Reviewed,
    /// The plan is shown, or not.
    PlanShown,
    /// How often the group meets.
    Frequency,
    /// The theme.
    Topic,
    /// The next date.
    NextDate,
    /// The minutes of an item.
    Budget,
    /// Who is there next time.
    Composition,
    /// Something settled afterwards.
    AfterTalk,
    /// A jump of the clock was taken off, or counted again.
    Jump,
    /// Where a step stands.
    Step,
    /// Where somebody stands in the sociogram.
    Ring,
    /// A line of the sociogram.
    Line,
    /// What somebody is to the client, by kind.
    Kind,
    /// How far the asking has come.
    Standing,
    /// Fixed core, or not.
    Core,
    /// How somebody is approached.
    Approach,
    /// Something of an interview.
    Interview,
    /// What a goal has to do with.
    Dimension,
    /// Whether a goal can be reached.
    Feasible,
    /// What reaching a goal looks like.
    Attainment,
    /// A part of the signalling plan.
    Level,
    /// The ways in which the group keeps in touch.
    Channel,
    /// Whether it is time to look at the group anew.
    Reorientation,
    /// To whom care is handed over.
    Receiver,
    /// A day that was proposed.
    ProposedDay,
    /// A text that was proposed.
    ProposedText,
    /// Something went to the bin.
    Deleted,
    /// Something came back from the bin.
    Restored,
}

/// Why an entry is in the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum EntryKind {
    /// Somebody did something that can be undone.
    Do(Deed),
    /// Something that goes on by itself: the place in the meeting, the hour, an open form.
    Along,
    /// The last step was undone.
    Undo,
    /// The step undone last was done again.
    Redo,
}

/// One entry of the journal: changes that are made together or not at all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// When.
    pub at: Moment,
    /// Who: the name in the settings, else the user of the computer.
    #[serde(default)]
    pub by: String,
    /// Why.
    pub kind: EntryKind,
    /// What.
    pub changes: Vec<Change>,
}

/// A step that can be undone, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// What it was.
    pub deed: Deed,
    /// When it last went on.
    pub at: Moment,
    /// Its changes, in the order in which they were made.
    pub changes: Vec<Change>,
}

impl Step {
    /// The changes that undo it, in order.
    #[must_use]
    pub fn undoing(&self) -> Vec<Change> {
        self.changes.iter().rev().map(Change::inverse).collect()
    }
}

/// Steps kept; the oldest go first.
const DEPTH: usize = 500;
/// A pause this long ends a burst of typing.
const PAUSE: TimeDelta = TimeDelta::milliseconds(1500);

/// The steps of a group, and how many of them stand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct History {
    steps: Vec<Step>,
    /// How many of the steps stand; those after it were undone.
    standing: usize,
}

impl History {
    /// The step that undo would take back.
    #[must_use]
    pub fn last(&self) -> Option<&Step> {
        self.standing.checked_sub(1).and_then(|last| self.steps.get(last))
    }

    /// The step that redo would do again.
    #[must_use]
    pub fn undone(&self) -> Option<&Step> {
        self.steps.get(self.standing)
    }

    /// Forgets everything: what was erased for good must not come back.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    /// Takes note of an entry whose changes were made.
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

    /// Typing in a form cannot be undone once the form has moved on.
    fn forget_form(&mut self) {
        let in_form = |step: &Step| step.changes.iter().any(Change::types_in_form);
        let standing = self.steps.iter().take(self.standing);
        self.standing -= standing.filter(|step| in_form(step)).count();
        self.steps.retain(|step| !in_form(step));
    }

    /// Steps that something overtook fit no more, and must not stand in the way of the others.
    fn forget_overtaken(&mut self, along: &Change) {
        let overtaken = |step: &Step| step.changes.iter().any(|done| along.overtakes(done));
        let standing = self.steps.iter().take(self.standing);
        self.standing -= standing.filter(|step| overtaken(step)).count();
        self.steps.retain(|step| !overtaken(step));
    }

    fn push(&mut self, deed: Deed, entry: &Entry) {
        self.steps.truncate(self.standing);
        if deed == Deed::Typing && self.goes_on(entry) {
            return;
        }
        let step = Step { deed, at: entry.at, changes: entry.changes.clone() };
        self.steps.push(step);
        if self.steps.len() > DEPTH {
            self.steps.remove(0);
        }
        self.standing = self.steps.len();
    }

    /// Joins typing to the last step while it is one burst: the same word, without a pause.
    fn goes_on(&mut self, entry: &Entry) -> bool {
        let (Some(step), [next]) = (self.steps.last_mut(), entry.changes.as_slice()) else {
            return false;
        };
        let Some(last) = step.changes.last_mut() else { return false };
        let fits =
            step.deed == Deed::Typing && entry.at - step.at < PAUSE && !begins_word(last, next);
        let Some(joined) = last.joined(next).filter(|_| fits) else { return false };
        *last = joined;
        step.at = entry.at;
        true
    }
}

/// Whether `next` begins a new word after the typing of `last`.
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
    use crate::domain::delta::{Splice, Swap};
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
        record(EntryKind::Do(Deed::Typing), vec![typed(GroupText::Place, "De Kade")]);
        record(EntryKind::Do(Deed::Pasting), vec![typed(GroupText::NextDay, "2 maart")]);
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
