//! Who is there next time; the client decides after each meeting (phase 5, step 1).

use super::Deed;
use crate::domain::change::{Change, GroupChange};
use crate::domain::delta::Swap;
use crate::domain::group::Composition;
use crate::domain::history::DeedKind;
use crate::domain::ids::PersonId;
use crate::domain::person::Role;
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

/// What to ask before somebody who is always there is left out: the client and the coordinator.
#[must_use]
pub fn asks_before_leaving_out(view: &GroupView<'_>, person: PersonId) -> Option<String> {
    let roles = view.group.roles;
    let role = match person {
        _ if !view.group.expected().contains(&person) => None,
        _ if roles.client == Some(person) => Some(view.words.client().to_owned()),
        _ if roles.coordinator == Some(person) => Some(view.role(Role::Coordinator)),
        _ => None,
    };
    role.map(|role| view.words.is_always_there(&view.name(person), &role))
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
