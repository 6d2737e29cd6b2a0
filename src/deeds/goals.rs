//! Recovery goals (phase 1, step 3): new ones, where they stand, and how they went.

use chrono::NaiveDate;

use super::{Deed, cycle, cycle_optional, toggled};
use crate::domain::change::GroupChange;
use crate::domain::delta::{ListChange, Swap};
use crate::domain::goal::{Dimension, Goal, GoalState, Movement, Term};
use crate::domain::history::DeedKind;
use crate::domain::ids::GoalId;
use crate::domain::meeting::Meeting;
use crate::view::group_view::GroupView;
use crate::view::meeting_view::MeetingView;

/// The answers to "is it feasible?" and "is it realistic?".
const ANSWERS: [bool; 2] = [true, false];

/// A new goal; the dossier refuses one more than there may be. `meeting` is the one in which it is
/// made, if any.
#[must_use]
pub fn add(
    view: &GroupView<'_>,
    term: Term,
    text: &str,
    meeting: Option<&Meeting>,
) -> (GoalId, Deed) {
    let id = view.group.free_goal();
    let goal = Goal::new(id, term, text, first_day(view, meeting));
    let change = GroupChange::Goals(ListChange::push(&view.group.goals, goal));
    (id, Deed::of_group(DeedKind::NewGoal, [change]))
}

/// The first day on whose meeting a new goal stands: that of the meeting in which it is made, else
/// the day after the last meeting, so that it is there in one that is written down later as well.
fn first_day(view: &GroupView<'_>, meeting: Option<&Meeting>) -> NaiveDate {
    if meeting.is_some() {
        return view.today();
    }
    let last = view.group.last_finished(None).and_then(|held| held.day().succ_opt());
    last.unwrap_or(view.group.start_day()).min(view.today())
}

fn edit(view: &GroupView<'_>, deed: DeedKind, id: GoalId, edit: impl FnOnce(&mut Goal)) -> Deed {
    let goal = view.group.goals.iter().find(|goal| goal.id == id);
    let change = goal.map(|from| {
        let mut to = from.clone();
        edit(&mut to);
        GroupChange::Goal(Swap::of(from, to))
    });
    Deed::of_group(deed, change)
}

/// The next state of a goal, or the one before.
#[must_use]
pub fn turn_state(view: &GroupView<'_>, id: GoalId, forward: bool) -> Deed {
    let today = view.today();
    edit(view, DeedKind::GoalState, id, |goal| {
        *goal = goal.in_state(cycle(GoalState::ALL, goal.state, forward), today);
    })
}

/// How a goal went since the meeting before. A new goal is under way once something is said of it.
#[must_use]
pub fn turn_movement(view: &MeetingView<'_>, id: GoalId, forward: bool) -> Deed {
    let meeting = view.meeting.id;
    edit(view, DeedKind::Progress, id, |goal| {
        let next = cycle_optional(Movement::ALL, goal.movement_in(meeting), forward);
        *goal = goal.with_movement(meeting, next);
        if goal.state == GoalState::New && next.is_some() {
            goal.state = GoalState::Underway;
        }
    })
}

/// Whether a goal has to do with a dimension of recovery.
#[must_use]
pub fn toggle_dimension(view: &GroupView<'_>, id: GoalId, dimension: Dimension) -> Deed {
    edit(view, DeedKind::Dimension, id, |goal| {
        goal.dimensions = toggled(&goal.dimensions, dimension);
        goal.dimensions.sort_by_key(|one| Dimension::ALL.iter().position(|it| it == one));
    })
}

#[must_use]
pub fn turn_feasible(view: &GroupView<'_>, id: GoalId) -> Deed {
    edit(view, DeedKind::Feasible, id, |goal| {
        goal.feasible = cycle_optional(&ANSWERS, goal.feasible, true);
    })
}

#[must_use]
pub fn turn_realistic(view: &GroupView<'_>, id: GoalId) -> Deed {
    edit(view, DeedKind::Feasible, id, |goal| {
        goal.realistic = cycle_optional(&ANSWERS, goal.realistic, true);
    })
}

/// Whether the client wants to say what reaching the goal looks like.
#[must_use]
pub fn toggle_attainment(view: &GroupView<'_>, id: GoalId) -> Deed {
    edit(view, DeedKind::Attainment, id, |goal| goal.attainment.wanted = !goal.attainment.wanted)
}

/// Which step towards the goal has been reached, counted from 0; the same once more takes it back.
#[must_use]
pub fn toggle_attained_at(view: &GroupView<'_>, id: GoalId, nr: usize) -> Deed {
    edit(view, DeedKind::Attainment, id, |goal| {
        goal.attainment.at = (goal.attainment.at != Some(nr)).then_some(nr);
    })
}
