//! Who is there next time; the client decides after each meeting (phase 5, step 1).

use super::Deed;
use crate::domain::change::{Change, GroupChange};
use crate::domain::delta::Swap;
use crate::domain::group::Composition;
use crate::domain::history::DeedKind;
use crate::domain::ids::PersonId;
use crate::view::group_view::GroupView;

fn decide(view: &GroupView<'_>, people: Vec<PersonId>) -> Deed {
    let after = view.group.last_finished(None).map(|held| held.id);
    let change = after.map(|after| {
        let to = Some(Composition { after, people });
        GroupChange::Composition(Swap::of(&view.group.composition, to))
    });
    Deed::of_group(DeedKind::Composition, change)
}

/// Everybody who joins now.
#[must_use]
pub fn same_group(view: &GroupView<'_>) -> Deed {
    decide(view, view.group.members().map(|it| it.id).collect())
}

/// Whether somebody is there next time.
#[must_use]
pub fn toggle_expected(view: &GroupView<'_>, person: PersonId) -> Deed {
    let mut people = view.group.expected();
    if let Some(at) = people.iter().position(|id| *id == person) {
        people.remove(at);
    } else {
        people.push(person);
    }
    decide(view, people)
}

/// Who joins after the client decided who is there next time is there too.
pub(super) fn joins_next_time(view: &GroupView<'_>, id: PersonId) -> Option<Change> {
    let from = view.group.composition.as_ref()?;
    if from.people.contains(&id) {
        return None;
    }
    let mut to = from.clone();
    to.people.push(id);
    let swap = Swap::of(&view.group.composition, Some(to));
    Some(Change::Group(GroupChange::Composition(swap)))
}
