//! The lines of the sociogram (phase 1, step 2).

use super::Deed;
use crate::domain::change::GroupChange;
use crate::domain::delta::{ListChange, Swap};
use crate::domain::history::DeedKind;
use crate::domain::ids::PersonId;
use crate::domain::sociogram::{Relation, Strength};
use crate::view::group_view::GroupView;

/// A line between two people: loose at first, then stronger, then difficult, then gone.
#[must_use]
pub fn turn_line(view: &GroupView<'_>, one: PersonId, other: PersonId) -> Deed {
    if one == other {
        return Deed::new(DeedKind::Line, Vec::new());
    }
    let relations = &view.group.relations;
    let at = relations.iter().position(|relation| relation.joins(one, other));
    let change = match at.and_then(|at| Some((at, *relations.get(at)?))) {
        None => {
            let item = Relation::between(one, other, Strength::Loose);
            GroupChange::Relations(ListChange::push(relations, item))
        }
        Some((at, item)) => match item.strength.next() {
            Some(strength) => GroupChange::Relation(Swap::of(&item, Relation { strength, ..item })),
            None => GroupChange::Relations(ListChange::Remove { at, item }),
        },
    };
    Deed::of_group(DeedKind::Line, [change])
}
