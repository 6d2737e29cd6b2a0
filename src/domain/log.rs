//! The log: who changed what, and when.
//!
//! It refers to things by id, so that it contains no text of the dossier. Lines are put into words
//! when they are read.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::change::{Change, GroupChange, MeetingChange};
use super::delta::ListChange;
use super::history::{DeedKind, Entry, EntryKind};
use super::hour::Moment;
use super::ids::{GoalId, MeetingId, PersonId};
use super::phase::Step;
use super::texts::{GroupText, MeetingText};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Done {
    Did(DeedKind),
    /// Undid the last deed.
    Undid,
    /// Redid the deed undone last.
    Redid,
    Began,
    /// Discarded a meeting in which nothing had happened.
    LetGo,
    Agreed,
    /// Reopened agreed minutes.
    Reopened,
    Erased,
}

/// The subject of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum About {
    Group,
    Person(PersonId),
    Goal(GoalId),
    /// The signalling plan.
    Plan,
    Step(Step),
    Meeting(MeetingId),
    /// An item of a meeting, by index from 0.
    Item(MeetingId, usize),
}

impl About {
    /// The subject of changes that were made together: the first one that is not the group as a
    /// whole.
    #[must_use]
    pub fn of(changes: &[Change]) -> Self {
        // That an item was discussed goes along with what was done there.
        let (marks, deeds): (Vec<&Change>, Vec<&Change>) = changes
            .iter()
            .partition(|change| matches!(change, Change::Meeting(_, MeetingChange::Discussed(..))));
        let mut told = deeds.into_iter().chain(marks).map(about);
        told.find(|about| *about != Self::Group).unwrap_or(Self::Group)
    }
}

/// A line of the log. The same deed repeated soon after extends the line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogLine {
    /// When it was first done.
    pub from: Moment,
    /// When it was last done.
    pub until: Moment,
    pub by: String,
    pub done: Done,
    pub about: About,
}

/// The same deed gets a line of its own again after this long.
const MERGE_WITHIN: TimeDelta = TimeDelta::minutes(30);

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Log {
    lines: Vec<LogLine>,
}

impl Log {
    /// Oldest first.
    #[must_use]
    pub fn lines(&self) -> &[LogLine] {
        &self.lines
    }

    /// Adds an entry whose changes were applied.
    pub fn take(&mut self, entry: &Entry) {
        if entry.changes.is_empty() {
            return;
        }
        let mut about = About::of(&entry.changes);
        let done = match entry.kind {
            EntryKind::Do(deed) => Done::Did(deed),
            EntryKind::Undo => Done::Undid,
            EntryKind::Redo => Done::Redid,
            EntryKind::Along => {
                let reached = |change| Some((milestone(change)?, self::about(change)));
                let Some((done, of)) = entry.changes.iter().find_map(reached) else { return };
                about = of;
                done
            }
        };
        self.note(entry.at, &entry.by, done, about);
    }

    /// Adds a line for an erasure.
    pub fn erased(&mut self, at: Moment, by: &str) {
        self.note(at, by, Done::Erased, About::Group);
    }

    fn note(&mut self, at: Moment, by: &str, done: Done, about: About) {
        let same = |line: &&mut LogLine| {
            (line.by.as_str(), line.done, line.about) == (by, done, about)
                && at.signed_duration_since(line.until).abs() < MERGE_WITHIN
        };
        if let Some(line) = self.lines.last_mut().filter(same) {
            line.until = at;
        } else {
            self.lines.push(LogLine { from: at, until: at, by: by.to_owned(), done, about });
        }
    }
}

/// Of the entries without an undo step, only these get a line: a meeting begins or is discarded,
/// and minutes are agreed or reopened.
fn milestone(change: &Change) -> Option<Done> {
    match change {
        Change::Begin(_) => Some(Done::Began),
        Change::Discard(_) => Some(Done::LetGo),
        Change::Meeting(_, MeetingChange::Minutes(_)) => Some(Done::Agreed),
        Change::Meeting(_, MeetingChange::Reopened(_)) => Some(Done::Reopened),
        _ => None,
    }
}

fn about(change: &Change) -> About {
    match change {
        Change::Group(change) => about_group(change),
        Change::Meeting(id, MeetingChange::Text(MeetingText::Note(nr), _)) => About::Item(*id, *nr),
        Change::Meeting(id, _) => About::Meeting(*id),
        Change::Begin(meeting) | Change::Discard(meeting) => About::Meeting(meeting.id),
    }
}

fn about_group(change: &GroupChange) -> About {
    match change {
        GroupChange::Text(text, _) | GroupChange::TypedOn(text, _) => about_text(*text),
        GroupChange::Confide(text, _) => About::Person(text.person()),
        GroupChange::People(ListChange::Insert { item, .. } | ListChange::Remove { item, .. }) => {
            About::Person(item.id)
        }
        GroupChange::Person(swap) => About::Person(swap.to.id),
        GroupChange::Goals(ListChange::Insert { item, .. } | ListChange::Remove { item, .. }) => {
            About::Goal(item.id)
        }
        GroupChange::Goal(swap) => About::Goal(swap.to.id),
        GroupChange::Levels(_) | GroupChange::Level(..) => About::Plan,
        GroupChange::Steps(ListChange::Insert { item, .. } | ListChange::Remove { item, .. }) => {
            About::Step(item.step)
        }
        GroupChange::Step(swap) => About::Step(swap.to.step),
        GroupChange::Approval(id, _) => About::Meeting(*id),
        _ => About::Group,
    }
}

fn about_text(text: GroupText) -> About {
    match text {
        GroupText::StepReason(step) | GroupText::StepDay(step) | GroupText::StepBy(step) => {
            About::Step(step)
        }
        GroupText::Goal(id) | GroupText::GoalDue(id) | GroupText::Attainment(id, _) => {
            About::Goal(id)
        }
        GroupText::PersonName(id)
        | GroupText::Relation(id)
        | GroupText::Contact(id)
        | GroupText::ApproachWords(id)
        | GroupText::AskedOn(id)
        | GroupText::InterviewPlanned(id)
        | GroupText::InterviewHeld(id) => About::Person(id),
        GroupText::Relapse
        | GroupText::LevelName(_)
        | GroupText::LevelSigns(_)
        | GroupText::LevelIDo(_)
        | GroupText::LevelOthersDo(_)
        | GroupText::LevelCall(_) => About::Plan,
        GroupText::Name
        | GroupText::Begun
        | GroupText::ExplainedTo
        | GroupText::ExplainedOn
        | GroupText::FirstWeek
        | GroupText::ChairTasks
        | GroupText::GuardTasks
        | GroupText::Agenda
        | GroupText::NextDay
        | GroupText::NextTime
        | GroupText::NextPlace
        | GroupText::HeldOn
        | GroupText::Evaluation
        | GroupText::CoordinatorWord
        | GroupText::ClinicianWord
        | GroupText::Place
        | GroupText::Communication
        | GroupText::Responsibility
        | GroupText::Handover
        | GroupText::ByItself
        | GroupText::Keeper => About::Group,
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::domain::delta::Splice;

    #[test]
    fn typing_on_is_one_line_and_says_no_words() {
        let at = DateTime::parse_from_rfc3339("2026-02-12T14:00:00+01:00").unwrap();
        let mut log = Log::default();
        let typed = |seconds: i64, place: usize| Entry {
            at: at + TimeDelta::seconds(seconds),
            by: "Lot".to_owned(),
            kind: EntryKind::Do(DeedKind::Typing),
            changes: vec![Change::Group(GroupChange::Text(
                GroupText::Goal(GoalId(1)),
                Splice { at: place, removed: String::new(), inserted: "x".to_owned() },
            ))],
        };
        for (nr, seconds) in [0, 1, 2, 600].into_iter().enumerate() {
            log.take(&typed(seconds, nr));
        }
        assert_eq!(log.lines().len(), 1);
        log.take(&typed(600 + 3600, 4));
        assert_eq!(log.lines().len(), 2);
        assert!(log.lines().iter().all(|line| line.about == About::Goal(GoalId(1))));
    }
}
