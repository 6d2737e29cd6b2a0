//! The steps of the method: open, begun, done, not needed.

use super::{Deed, cycle};
use crate::domain::change::GroupChange;
use crate::domain::day::Day;
use crate::domain::delta::{ListChange, Swap};
use crate::domain::history::DeedKind;
use crate::domain::phase::{Step, StepRecord, StepState};
use crate::view::group_view::GroupView;

/// The next state of a step, or the one before; `who` did it.
#[must_use]
pub fn turn_state(view: &GroupView<'_>, who: &str, step: Step, forward: bool) -> Deed {
    let states = [0, 1, 2, 3];
    let at = match view.group.step(step).map(|record| &record.state) {
        None => 0,
        Some(StepState::Busy) => 1,
        Some(StepState::Done) => 2,
        Some(StepState::NotNeeded(_)) => 3,
    };
    let to = match cycle(&states, at, forward) {
        1 => Some(StepState::Busy),
        2 => Some(StepState::Done),
        3 => Some(StepState::NotNeeded(String::new())),
        _ => None,
    };
    set(view, who, step, to)
}

/// A step is done, or open again. One that is not needed for a reason stays so: the reason is text
/// that somebody typed.
#[must_use]
pub fn tick(view: &GroupView<'_>, who: &str, step: Step) -> Deed {
    let state = view.group.step(step).map(|record| &record.state);
    if state.is_some_and(StepState::has_reason) {
        return Deed::new(DeedKind::Step, Vec::new());
    }
    let done = state == Some(&StepState::Done);
    set(view, who, step, (!done).then_some(StepState::Done))
}

/// Another state, since today.
fn set(view: &GroupView<'_>, who: &str, step: Step, to: Option<StepState>) -> Deed {
    let steps = &view.group.steps;
    let at = steps.iter().position(|record| record.step == step);
    let from = at.and_then(|at| steps.get(at));
    let today = view.today();
    let date = Day::new(view.words.long_date(today), today);
    let by = who.to_owned();
    let change = match (from, to) {
        (Some(from), Some(state)) => {
            // A day that somebody typed stays, and so does who they wrote beside it.
            let own = from.date.typed != view.words.long_date(from.date.on);
            let (date, by) = if own { (from.date.clone(), from.by.clone()) } else { (date, by) };
            Some(GroupChange::Step(Swap::of(from, StepRecord { step, state, date, by })))
        }
        (Some(from), None) => {
            at.map(|at| GroupChange::Steps(ListChange::Remove { at, item: from.clone() }))
        }
        (None, Some(state)) => {
            let item = StepRecord { step, state, date, by };
            Some(GroupChange::Steps(ListChange::push(steps, item)))
        }
        (None, None) => None,
    };
    Deed::of_group(DeedKind::Step, change)
}
