//! What goes to the bin, what comes back from it, and what was begun by mistake and just goes.

use super::Deed;
use super::composition::joins_next_time;
use super::roles::{client_is, without_roles};
use crate::domain::bin::{Binned, Thing};
use crate::domain::change::{Change, GroupChange};
use crate::domain::delta::ListChange;
use crate::domain::history::DeedKind;
use crate::domain::ids::{GoalId, PersonId};
use crate::domain::person::{Person, PersonKind, Role};
use crate::domain::plan::Level;
use crate::view::group_view::GroupView;

/// Something in a list of the dossier that can go to the bin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deletable {
    Person(PersonId),
    Goal(GoalId),
    /// A part of the signalling plan, counted from 0.
    Level(usize),
}

fn into_bin(view: &GroupView<'_>, thing: Thing) -> Change {
    let item = Binned { thing, since: view.today() };
    Change::Group(GroupChange::Bin(ListChange::push(&view.group.bin, item)))
}

/// Something of a list goes to the bin. Who goes has no role any more.
#[must_use]
pub fn delete(view: &GroupView<'_>, item: Deletable) -> Deed {
    Deed::new(DeedKind::Deleted, deleting(view, item))
}

fn deleting(view: &GroupView<'_>, item: Deletable) -> Vec<Change> {
    let group = view.group;
    match item {
        Deletable::Person(id) => {
            let Some(at) = group.people.iter().position(|person| person.id == id) else {
                return Vec::new();
            };
            let person = group.people[at].clone();
            let mut changes: Vec<Change> = without_roles(view, id).into_iter().collect();
            let removed = ListChange::Remove { at, item: person.clone() };
            changes.push(Change::Group(GroupChange::People(removed)));
            changes.push(into_bin(view, Thing::Person(Box::new(person))));
            changes
        }
        Deletable::Goal(id) => {
            let Some(at) = group.goals.iter().position(|goal| goal.id == id) else {
                return Vec::new();
            };
            let goal = group.goals[at].clone();
            let removed = ListChange::Remove { at, item: goal.clone() };
            vec![
                Change::Group(GroupChange::Goals(removed)),
                into_bin(view, Thing::Goal(Box::new(goal))),
            ]
        }
        Deletable::Level(at) => {
            let Some(level) = group.plan.levels.get(at).cloned() else { return Vec::new() };
            let removed = ListChange::Remove { at, item: level.clone() };
            vec![
                Change::Group(GroupChange::Levels(removed)),
                into_bin(view, Thing::Level(Box::new(level))),
            ]
        }
    }
}

/// Something that was begun by mistake and is still blank goes without a place in the bin.
#[must_use]
pub fn tidy(view: &GroupView<'_>, item: Deletable) -> Vec<Change> {
    let group = view.group;
    let change = match item {
        Deletable::Person(id) => {
            let has_role =
                Role::ALL.iter().copied().any(|role| group.roles.holder(role) == Some(id));
            let blank = |one: &Person| one.id == id && one.is_blank() && !has_role;
            let at = group.people.iter().position(blank);
            at.map(|at| {
                let item = group.people[at].clone();
                GroupChange::People(ListChange::Remove { at, item })
            })
        }
        Deletable::Goal(id) => {
            let at = group.goals.iter().position(|one| one.id == id && one.is_blank());
            at.map(|at| {
                GroupChange::Goals(ListChange::Remove { at, item: group.goals[at].clone() })
            })
        }
        Deletable::Level(at) => group
            .plan
            .levels
            .get(at)
            .filter(|level| **level == Level::default())
            .map(|level| GroupChange::Levels(ListChange::Remove { at, item: level.clone() })),
    };
    change.map(Change::Group).into_iter().collect()
}

/// The deed by which something blank went.
#[must_use]
pub fn tidied(changes: Vec<Change>) -> Deed {
    Deed::new(DeedKind::Deleted, changes)
}

/// What leaves its id behind when it goes for good, so that nothing that names it comes to name
/// somebody else.
#[must_use]
pub fn trace(view: &GroupView<'_>, item: Deletable) -> Option<Change> {
    match item {
        Deletable::Person(id) => Some(into_bin(view, Thing::GonePerson(id))),
        Deletable::Goal(id) => Some(into_bin(view, Thing::GoneGoal(id))),
        Deletable::Level(_) => None,
    }
}

/// Something comes back from the bin: a goal at its old place, the rest at the end of its list.
#[must_use]
pub fn restore(view: &GroupView<'_>, nr: usize) -> Deed {
    Deed::new(DeedKind::Restored, restoring(view, nr))
}

fn restoring(view: &GroupView<'_>, nr: usize) -> Vec<Change> {
    let group = view.group;
    let Some(binned) = group.bin.get(nr) else { return Vec::new() };
    let out = GroupChange::Bin(ListChange::Remove { at: nr, item: binned.clone() });
    let mut changes = vec![Change::Group(out)];
    match &binned.thing {
        Thing::Person(person) => {
            let mut person = (**person).clone();
            let taken = group.client().is_some();
            let is_client = person.kind == PersonKind::Client;
            if is_client && taken {
                person.kind = PersonKind::CloseOne;
            }
            let id = person.id;
            changes.extend(person.joins().then(|| joins_next_time(view, id)).flatten());
            let back = ListChange::push(&group.people, person);
            changes.push(Change::Group(GroupChange::People(back)));
            changes.extend(client_is(view, (is_client && !taken).then_some(id), id));
        }
        Thing::Goal(goal) => {
            // At its old place, so that the numbers of the others stay what they are.
            let at = group.goals.iter().take_while(|other| other.id < goal.id).count();
            let back = ListChange::Insert { at, item: (**goal).clone() };
            changes.push(Change::Group(GroupChange::Goals(back)));
        }
        Thing::GonePerson(_) | Thing::GoneGoal(_) => return Vec::new(),
        Thing::Level(level) => {
            let back = ListChange::push(&group.plan.levels, (**level).clone());
            changes.push(Change::Group(GroupChange::Levels(back)));
        }
    }
    changes
}
