//! What a person can do to a group wherever its rows stand: in a meeting, and between meetings.

use super::circle::Circle;
use crate::domain::change::{Change, GroupChange};
use crate::domain::delta::{ListChange, Swap};
use crate::domain::frequency::Frequency;
use crate::domain::goal::GoalState;
use crate::domain::group::Composition;
use crate::domain::ids::{GoalId, PersonId};
use crate::domain::plan::Level;

/// The value after the one at hand, or before it, round and round.
pub fn cycle<T: Copy + PartialEq>(values: &[T], at: T, forward: bool) -> T {
    let place = values.iter().position(|value| *value == at).unwrap_or(0);
    let step = if forward { 1 } else { values.len() - 1 };
    values.get((place + step) % values.len()).copied().unwrap_or(at)
}

/// Another frequency (phase 3, step 6).
#[must_use]
pub fn frequency(circle: &Circle<'_>, to: Frequency) -> Vec<Change> {
    let swap = Swap::of(&circle.group.frequency, to);
    let changed = swap.from != swap.to;
    changed.then_some(Change::Group(GroupChange::Frequency(swap))).into_iter().collect()
}

/// The next state of a goal, or the one before.
#[must_use]
pub fn goal_state(circle: &Circle<'_>, id: GoalId, forward: bool) -> Vec<Change> {
    let Some(goal) = circle.group.goal(id) else { return Vec::new() };
    let state = cycle(&GoalState::ALL, goal.state, forward);
    let swap = Swap::of(goal, goal.in_state(state, circle.today()));
    vec![Change::Group(GroupChange::Goal(swap))]
}

/// A part of the signalling plan was gone through today, or was not.
#[must_use]
pub fn reviewed(circle: &Circle<'_>, nr: usize) -> Vec<Change> {
    let Some(level) = circle.group.plan.levels.get(nr) else { return Vec::new() };
    let today = Some(circle.today());
    let reviewed = if level.reviewed == today { None } else { today };
    let swap = Swap::of(level, Level { reviewed, ..level.clone() });
    vec![Change::Group(GroupChange::Level(nr, swap))]
}

/// The parts a new signalling plan begins with.
#[must_use]
pub fn fresh_plan(circle: &Circle<'_>) -> Vec<Change> {
    let there = circle.group.plan.levels.len();
    let levels = circle.content.fresh_levels().enumerate();
    levels
        .map(|(nr, item)| {
            Change::Group(GroupChange::Levels(ListChange::Insert { at: there + nr, item }))
        })
        .collect()
}

/// Who is there next time, decided by the client after the last meeting (phase 5, step 1).
#[must_use]
pub fn compose(circle: &Circle<'_>, people: Vec<PersonId>) -> Vec<Change> {
    let Some(after) = circle.group.last_finished(None).map(|held| held.id) else {
        return Vec::new();
    };
    let to = Some(Composition { after, people });
    vec![Change::Group(GroupChange::Composition(Swap::of(&circle.group.composition, to)))]
}

/// The same people as now.
#[must_use]
pub fn same_group(circle: &Circle<'_>) -> Vec<Change> {
    compose(circle, circle.group.members().map(|it| it.id).collect())
}

/// Whether somebody is there next time.
#[must_use]
pub fn expect(circle: &Circle<'_>, person: PersonId) -> Vec<Change> {
    let mut people = circle.group.expected();
    if let Some(at) = people.iter().position(|id| *id == person) {
        people.remove(at);
    } else {
        people.push(person);
    }
    compose(circle, people)
}
