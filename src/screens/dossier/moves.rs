//! Moving people about: nearer or further away in the sociogram, lines between them, and whom the
//! client wants to ask.

use super::press::{set_standing, with_person};
use crate::domain::change::{Change, GroupChange};
use crate::domain::delta::{ListChange, Swap};
use crate::domain::ids::PersonId;
use crate::domain::person::Standing;
use crate::domain::sociogram::{Closeness, Relation, Strength};
use crate::screens::circle::Circle;
use crate::screens::deeds::cycle;

/// The client wants to ask somebody, or does not (phase 1, step 4).
#[must_use]
pub fn nominate(circle: &Circle<'_>, id: PersonId) -> Vec<Change> {
    match circle.group.person(id).map(|person| person.standing) {
        Some(Standing::Known) => set_standing(circle, id, Standing::ToAsk),
        Some(Standing::ToAsk) => set_standing(circle, id, Standing::Known),
        _ => Vec::new(),
    }
}

/// Somebody a ring nearer, or further away until they are out of the sociogram.
#[must_use]
pub fn ring(circle: &Circle<'_>, id: PersonId, outward: bool) -> Vec<Change> {
    let rings = [None, Some(Closeness::Near), Some(Closeness::Around), Some(Closeness::Far)];
    let Some(person) = circle.group.people.iter().find(|person| person.id == id) else {
        return Vec::new();
    };
    let to = match (person.closeness, outward) {
        // Who has no place yet comes in from outside, or begins near.
        (None, false) => Some(Closeness::Far),
        (Some(Closeness::Near), false) => Some(Closeness::Near),
        (at, outward) => cycle(&rings, at, outward),
    };
    if to == person.closeness {
        return Vec::new();
    }
    with_person(circle, id, |person| person.closeness = to)
}

/// A line between two people: begun loose, then stronger, then gone.
#[must_use]
pub fn line(circle: &Circle<'_>, one: PersonId, other: PersonId) -> Vec<Change> {
    if one == other {
        return Vec::new();
    }
    let relations = &circle.group.relations;
    let at = relations.iter().position(|relation| relation.joins(one, other));
    let change = match at.and_then(|at| Some((at, *relations.get(at)?))) {
        None => {
            let item = Relation::between(one, other, Strength::Loose);
            GroupChange::Relations(ListChange::push(relations, item))
        }
        Some((at, item)) => match item.strength.stronger() {
            Some(strength) => GroupChange::Relation(Swap::of(&item, Relation { strength, ..item })),
            None => GroupChange::Relations(ListChange::Remove { at, item }),
        },
    };
    vec![Change::Group(change)]
}
