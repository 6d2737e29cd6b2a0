//! People of a group: somebody new, who they are, and how far the asking has come.

use super::composition::joins_next_time;
use super::roles::{client_is, without_roles};
use super::{Deed, cycle, cycle_optional};
use crate::domain::change::{Change, GroupChange};
use crate::domain::day::Day;
use crate::domain::delta::{ListChange, Swap};
use crate::domain::history::DeedKind;
use crate::domain::ids::PersonId;
use crate::domain::person::{Approach, Person, PersonKind, Standing};
use crate::domain::sociogram::Closeness;
use crate::view::group_view::GroupView;

/// Somebody new, as far as they are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPerson<'a> {
    pub name: &'a str,
    pub relation: &'a str,
    pub kind: PersonKind,
    pub standing: Standing,
}

impl NewPerson<'_> {
    /// Somebody about whom nothing is known yet. The client joins; others are to be asked.
    #[must_use]
    pub fn unnamed(kind: PersonKind) -> Self {
        let standing = if kind == PersonKind::Client { Standing::Joins } else { Standing::ToAsk };
        Self { name: "", relation: "", kind, standing }
    }
}

/// Adds somebody, wherever that is done. The client has the client's role and is part of the fixed
/// core; who joins is there next time, unless the client says otherwise.
///
/// # Errors
/// The sentence why not: a group has one client.
pub fn add(view: &GroupView<'_>, new: &NewPerson<'_>) -> Result<(PersonId, Deed), String> {
    let is_client = new.kind == PersonKind::Client;
    if is_client && (view.group.client().is_some() || view.group.roles.client.is_some()) {
        return Err(view.words.one_client().to_owned());
    }
    let id = view.group.free_person();
    let mut person = Person::new(id, new.name, new.kind, new.standing);
    new.relation.clone_into(&mut person.relation);
    person.core = is_client;
    let joins = person.joins();
    let added = GroupChange::People(ListChange::push(&view.group.people, person));
    let mut changes = vec![Change::Group(added)];
    changes.extend(is_client.then(|| client_is(view, Some(id), id)).flatten());
    changes.extend(joins.then(|| joins_next_time(view, id)).flatten());
    Ok((id, Deed::new(DeedKind::NewPerson, changes)))
}

/// Changes something about somebody.
pub(super) fn edit(
    view: &GroupView<'_>,
    id: PersonId,
    edit: impl FnOnce(&mut Person),
) -> Vec<Change> {
    let Some(from) = view.group.people.iter().find(|person| person.id == id) else {
        return Vec::new();
    };
    let mut to = from.clone();
    edit(&mut to);
    vec![Change::Group(GroupChange::Person(Swap::of(from, to)))]
}

/// Mends the name of somebody.
#[must_use]
pub fn rename(view: &GroupView<'_>, id: PersonId, name: &str) -> Deed {
    Deed::new(DeedKind::PersonName, edit(view, id, |person| name.clone_into(&mut person.name)))
}

/// The next kind of person, or the one before. Nobody becomes the client on the way to another
/// kind: that has a button of its own.
#[must_use]
pub fn turn_kind(view: &GroupView<'_>, id: PersonId, forward: bool) -> Deed {
    let Some(from) = view.group.person(id).map(|person| person.kind) else {
        return Deed::new(DeedKind::Kind, Vec::new());
    };
    let kinds: Vec<PersonKind> = PersonKind::ALL
        .iter()
        .copied()
        .filter(|kind| *kind != PersonKind::Client || from == PersonKind::Client)
        .collect();
    let to = cycle(&kinds, from, forward);
    let mut changes = edit(view, id, |person| person.kind = to);
    changes.extend(client_is(view, None, id).filter(|_| to != from));
    Deed::new(DeedKind::Kind, changes)
}

/// The next standing, or the one before (phase 1, step 4; phase 2, step 1).
#[must_use]
pub fn turn_standing(view: &GroupView<'_>, id: PersonId, forward: bool) -> Deed {
    let Some(person) = view.group.person(id) else {
        return Deed::new(DeedKind::Standing, Vec::new());
    };
    set_standing(view, id, cycle(Standing::ALL, person.standing, forward))
}

/// The client wants to ask somebody, or does not (phase 1, step 4). Who was asked already stays so.
#[must_use]
pub fn nominate(view: &GroupView<'_>, id: PersonId) -> Deed {
    match view.group.person(id).map(|person| person.standing) {
        Some(Standing::Known) => set_standing(view, id, Standing::ToAsk),
        Some(Standing::ToAsk) => set_standing(view, id, Standing::Known),
        _ => Deed::new(DeedKind::Standing, Vec::new()),
    }
}

/// Another standing. Who does not join has no role any more; who joins is there next time.
fn set_standing(view: &GroupView<'_>, id: PersonId, to: Standing) -> Deed {
    let today = view.today();
    let mut changes = edit(view, id, |person| {
        person.standing = to;
        // Who is asked now was asked today, unless somebody says otherwise.
        if to == Standing::Asked && person.asked.is_blank() {
            person.asked = Day::new(view.words.long_date(today), today);
        }
    });
    match to {
        Standing::DoesNotJoin => changes.extend(without_roles(view, id)),
        Standing::Joins => changes.extend(joins_next_time(view, id)),
        Standing::Known | Standing::ToAsk | Standing::Asked => {}
    }
    Deed::new(DeedKind::Standing, changes)
}

/// Part of the fixed core, or not.
#[must_use]
pub fn toggle_core(view: &GroupView<'_>, id: PersonId) -> Deed {
    Deed::new(DeedKind::Core, edit(view, id, |person| person.core = !person.core))
}

/// The next way in which somebody is approached, or the one before (phase 2, step 1).
#[must_use]
pub fn turn_approach(view: &GroupView<'_>, id: PersonId, forward: bool) -> Deed {
    let changes = edit(view, id, |person| {
        person.approach = cycle_optional(Approach::ALL, person.approach, forward);
    });
    Deed::new(DeedKind::Approach, changes)
}

/// The next ring of the sociogram, or the one before; none is outside it.
#[must_use]
pub fn turn_ring(view: &GroupView<'_>, id: PersonId, forward: bool) -> Deed {
    let changes = edit(view, id, |person| {
        person.closeness = cycle_optional(Closeness::ALL, person.closeness, forward);
    });
    Deed::new(DeedKind::Ring, changes)
}

/// A ring nearer, or further away until somebody is out of the sociogram.
#[must_use]
pub fn move_ring(view: &GroupView<'_>, id: PersonId, outward: bool) -> Deed {
    let closeness = view.group.people.iter().find(|it| it.id == id).map(|it| it.closeness);
    let Some(from) = closeness else { return Deed::new(DeedKind::Ring, Vec::new()) };
    let to = match (from, outward) {
        // Who has no place yet comes in nearest.
        (None | Some(Closeness::Near), false) => Some(Closeness::Near),
        (at, outward) => cycle_optional(Closeness::ALL, at, outward),
    };
    if to == from {
        return Deed::new(DeedKind::Ring, Vec::new());
    }
    Deed::new(DeedKind::Ring, edit(view, id, |person| person.closeness = to))
}
