//! A group on one line: what home, `kring list` and the group's own page say first.

use chrono::NaiveDate;

use super::attention::{self, ToDo};
use super::group_view::GroupView;
use crate::domain::late::Late;
use crate::domain::phase::Phase;

/// What a line says of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupSummary {
    pub name: String,
    pub phase: Phase,
    /// Steps done, of twenty-five.
    pub steps_done: usize,
    /// The day of the next meeting.
    pub next: Option<NaiveDate>,
    /// Whether a meeting was begun and not finished.
    pub unfinished: bool,
    pub open_agreements: usize,
    pub late: Vec<Late>,
    pub week: Vec<ToDo>,
}

impl GroupSummary {
    #[must_use]
    pub fn of(view: &GroupView<'_>) -> Self {
        let group = view.group;
        Self {
            name: group.name.clone(),
            phase: group.phase(),
            steps_done: group.steps_done(),
            next: group.appointment().map(|next| next.date),
            unfinished: group.unfinished().is_some(),
            open_agreements: group.agreements.iter().filter(|one| one.open()).count(),
            late: group.late(view.today()),
            week: attention::week(view),
        }
    }
}

/// A group in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedGroup {
    pub slug: String,
    /// Its summary, or the sentence why it does not open; `None` until it is read.
    pub summary: Option<Result<GroupSummary, String>>,
}

impl ListedGroup {
    /// Its summary, when it was read and opens.
    #[must_use]
    pub fn read(&self) -> Option<&GroupSummary> {
        self.summary.as_ref()?.as_ref().ok()
    }

    /// Its name; its slug while that is not known.
    #[must_use]
    pub fn name(&self) -> &str {
        self.read().map_or(&self.slug, |summary| &summary.name)
    }
}
