//! The signalling plan (phase 1, step 5; phase 3, step 2): its parts, and going through them.

use super::{Deed, to_meeting};
use crate::domain::change::{GroupChange, MeetingChange};
use crate::domain::delta::{ListChange, Swap};
use crate::domain::history::DeedKind;
use crate::domain::plan::Level;
use crate::view::group_view::GroupView;
use crate::view::meeting_view::MeetingView;

/// One more part, blank. Its place is that after the last.
#[must_use]
pub fn add_level(view: &GroupView<'_>) -> (usize, Deed) {
    let levels = &view.group.plan.levels;
    let change = GroupChange::Levels(ListChange::push(levels, Level::default()));
    (levels.len(), Deed::of_group(DeedKind::Level, [change]))
}

/// The parts a new plan begins with.
#[must_use]
pub fn begin(view: &GroupView<'_>) -> Deed {
    let there = view.group.plan.levels.len();
    let levels = view.content.fresh_levels().enumerate();
    let changes =
        levels.map(|(nr, item)| GroupChange::Levels(ListChange::Insert { at: there + nr, item }));
    Deed::of_group(DeedKind::Level, changes)
}

/// The same in a meeting: who makes it there may see it there.
#[must_use]
pub fn begin_in_meeting(view: &MeetingView<'_>) -> Deed {
    let mut deed = begin(view);
    let shown = MeetingChange::PlanShown(Swap { from: view.meeting.plan_shown, to: true });
    deed.changes.extend(to_meeting(view.meeting, [shown]));
    deed
}

/// A part was gone through today, or was not. Parts are counted from 0.
#[must_use]
pub fn toggle_reviewed(view: &GroupView<'_>, nr: usize) -> Deed {
    let today = Some(view.today());
    let change = view.group.plan.levels.get(nr).map(|level| {
        let reviewed = if level.reviewed == today { None } else { today };
        GroupChange::Level(nr, Swap::of(level, Level { reviewed, ..level.clone() }))
    });
    Deed::of_group(DeedKind::Reviewed, change)
}

/// Whether the plan may be shown in this meeting.
#[must_use]
pub fn toggle_shown(view: &MeetingView<'_>) -> Deed {
    let shown = view.meeting.plan_shown;
    let change = MeetingChange::PlanShown(Swap::of(&shown, !shown));
    Deed::of_meeting(DeedKind::PlanShown, view.meeting, [change])
}
