//! What makes an item of a meeting discussed: a deed on its page, or somebody's word.

use super::{Deed, to_meeting};
use crate::domain::change::{Change, MeetingChange};
use crate::domain::closing;
use crate::domain::delta::{Refusal, Swap};
use crate::domain::group::Group;
use crate::domain::history::{DeedKind, History, UndoStep};
use crate::domain::meeting::Place;
use crate::view::meeting_view::MeetingView;

/// A deed at an item is what makes it discussed; `deed` is one on its page. What is answered, changed
/// or ticked counts. Undoing it takes that back, and so does pressing on until everything at the item
/// stands as it stood.
#[must_use]
pub fn discussing(view: &MeetingView<'_>, history: &History, deed: Deed) -> Deed {
    let Place::Item(nr) = view.meeting.place else { return deed };
    let marked = view.meeting.item(nr).is_some_and(|item| item.discussed);
    if view.meeting.finished() || !touches_matter(&deed) {
        return deed;
    }
    let since = history.since_marked(view.meeting.id, nr).filter(|_| marked);
    let stays = !since.is_some_and(|steps| takes_back(view.group, &steps, &deed));
    // A mark that stays is recorded as well: that tells which steps were made at the item.
    let mut changes = to_meeting(view.meeting, [mark(nr, marked, stays)]);
    changes.extend(deed.changes);
    Deed { changes, ..deed }
}

/// Whether a deed changes something of an item, and not only who is there or how the hour goes. What
/// shows in the meeting itself, such as a note, needs no mark. That the plan may be seen does not say
/// that it was talked about.
fn touches_matter(deed: &Deed) -> bool {
    deed.changes.iter().any(|change| matches!(change, Change::Group(_)))
}

/// Whether a deed leaves the group as it was before the steps. Steps that can no longer be undone were
/// followed by others that changed the same: then it does not.
fn takes_back(group: &Group, steps: &[&UndoStep], deed: &Deed) -> bool {
    let (mut before, mut after) = (group.clone(), group.clone());
    let undone = steps.iter().rev().try_for_each(|step| apply(&mut before, &step.undoing()));
    let done = apply(&mut after, &deed.changes);
    undone.is_ok() && done.is_ok() && before == after
}

fn apply(group: &mut Group, changes: &[Change]) -> Result<(), Refusal> {
    changes.iter().try_for_each(|change| match change {
        Change::Group(change) => change.apply(group),
        Change::Meeting(..) | Change::Begin(_) | Change::Discard(_) => Ok(()),
    })
}

fn mark(item: usize, from: bool, to: bool) -> MeetingChange {
    MeetingChange::Discussed(item, Swap { from, to })
}

/// Somebody says that the items were discussed that got time and nothing else.
#[must_use]
pub fn say_discussed(view: &MeetingView<'_>) -> Deed {
    let items = closing::with_time_only(view.meeting, &view.reading()).into_iter();
    Deed::of_meeting(DeedKind::Discussed, view.meeting, items.map(|nr| mark(nr, false, true)))
}
