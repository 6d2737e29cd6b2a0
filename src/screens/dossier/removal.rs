//! What goes to the bin, what comes back from it, and what was begun by mistake and just goes.

use super::list::Item;
use super::press::{client_is, joins_next_time, without_roles};
use crate::domain::bin::{Binned, Thing};
use crate::domain::change::{Change, GroupChange};
use crate::domain::delta::ListChange;
use crate::domain::person::{Person, PersonKind, Role};
use crate::domain::plan::Level;
use crate::screens::circle::Circle;

fn into_bin(circle: &Circle<'_>, thing: Thing) -> Change {
    let item = Binned { thing, since: circle.today() };
    Change::Group(GroupChange::Bin(ListChange::push(&circle.group.bin, item)))
}

/// Something of a list goes to the bin.
#[must_use]
pub fn delete(circle: &Circle<'_>, item: Item) -> Vec<Change> {
    let group = circle.group;
    match item {
        Item::Person(id) => {
            let Some(at) = group.people.iter().position(|person| person.id == id) else {
                return Vec::new();
            };
            let person = group.people[at].clone();
            let mut changes: Vec<Change> = without_roles(circle, id).into_iter().collect();
            let removed = ListChange::Remove { at, item: person.clone() };
            changes.push(Change::Group(GroupChange::People(removed)));
            changes.push(into_bin(circle, Thing::Person(Box::new(person))));
            changes
        }
        Item::Goal(id) => {
            let Some(at) = group.goals.iter().position(|goal| goal.id == id) else {
                return Vec::new();
            };
            let goal = group.goals[at].clone();
            let removed = ListChange::Remove { at, item: goal.clone() };
            vec![
                Change::Group(GroupChange::Goals(removed)),
                into_bin(circle, Thing::Goal(Box::new(goal))),
            ]
        }
        Item::Level(at) => {
            let Some(level) = group.plan.levels.get(at).cloned() else { return Vec::new() };
            let removed = ListChange::Remove { at, item: level.clone() };
            vec![
                Change::Group(GroupChange::Levels(removed)),
                into_bin(circle, Thing::Level(Box::new(level))),
            ]
        }
        _ => Vec::new(),
    }
}

/// A row that was begun by mistake goes, and is not worth a place in the bin.
#[must_use]
pub fn tidy(circle: &Circle<'_>, item: Item) -> Vec<Change> {
    let group = circle.group;
    let change = match item {
        Item::Person(id) => {
            let has_role = Role::ALL.into_iter().any(|role| group.roles.holder(role) == Some(id));
            let blank = |one: &Person| one.id == id && one.is_blank() && !has_role;
            let at = group.people.iter().position(blank);
            at.map(|at| {
                let item = group.people[at].clone();
                GroupChange::People(ListChange::Remove { at, item })
            })
        }
        Item::Goal(id) => {
            let at = group.goals.iter().position(|one| one.id == id && one.is_blank());
            at.map(|at| {
                GroupChange::Goals(ListChange::Remove { at, item: group.goals[at].clone() })
            })
        }
        Item::Level(at) => group
            .plan
            .levels
            .get(at)
            .filter(|level| **level == Level::default())
            .map(|level| GroupChange::Levels(ListChange::Remove { at, item: level.clone() })),
        _ => None,
    };
    change.map(Change::Group).into_iter().collect()
}

/// What leaves its id behind when it goes for good, so that nothing that names it comes to name
/// somebody else.
#[must_use]
pub fn trace(circle: &Circle<'_>, item: Item) -> Option<Change> {
    match item {
        Item::Person(id) => Some(into_bin(circle, Thing::GonePerson(id))),
        Item::Goal(id) => Some(into_bin(circle, Thing::GoneGoal(id))),
        _ => None,
    }
}

/// Something comes back from the bin: a goal at its old place, the rest at the end of its list.
#[must_use]
pub fn restore(circle: &Circle<'_>, nr: usize) -> Vec<Change> {
    let group = circle.group;
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
            changes.extend(person.joins().then(|| joins_next_time(circle, id)).flatten());
            let back = ListChange::push(&group.people, person);
            changes.push(Change::Group(GroupChange::People(back)));
            changes.extend(client_is(circle, (is_client && !taken).then_some(id), id));
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
