//! What a deed takes back besides what it was meant for: a role, a place in the next meeting, a step.
//! It is said in a sentence that names undo.

use super::group_view::GroupView;
use crate::domain::group::Group;
use crate::domain::history::DeedKind;
use crate::domain::ids::PersonId;
use crate::domain::person::{Role, Roles};
use crate::domain::phase::Step;

/// What a group has that a deed may take back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holdings {
    roles: Roles,
    expected: Vec<PersonId>,
    done: Vec<Step>,
}

impl Holdings {
    /// What a group has now.
    #[must_use]
    pub fn of(group: &Group) -> Self {
        let done = Step::ALL.iter().copied().filter(|step| group.step_done(*step));
        Self { roles: group.roles, expected: group.expected(), done: done.collect() }
    }

    /// What is lost of it after a deed, in a sentence; `None` when nothing is, and when that was what
    /// the deed was about in the first place.
    #[must_use]
    pub fn lost_by(&self, view: &GroupView<'_>, deed: DeedKind) -> Option<String> {
        let words = view.words;
        let now = Self::of(view.group);
        let away = self.expected.iter().find(|id| !now.expected.contains(id));
        let away = away.map(|id| words.is_not_there_next_time(&view.name(*id)));
        let freed = self.freed_roles(&now);
        let names: Vec<String> = freed.iter().map(|(role, _)| view.role(*role)).collect();
        let holder =
            freed.first().filter(|_| deed != DeedKind::Roles).map(|(_, id)| view.name(*id));
        let freed = holder.map(|name| words.has_no_role_now(&name, &names));
        let open = self.done.iter().any(|step| !now.done.contains(step));
        let open = (open && deed == DeedKind::Step).then(|| words.step_is_open_again().to_owned());
        let lost = [away, freed, open].into_iter().flatten().collect::<Vec<_>>().join(" ");
        (!lost.is_empty()).then(|| format!("{lost} {}", words.undo_takes_that_back()))
    }

    /// The roles that somebody has no longer, and who that is. One deed is about one person.
    fn freed_roles(&self, now: &Self) -> Vec<(Role, PersonId)> {
        let roles = Role::ALL.iter().copied();
        let held = roles.filter_map(|role| Some((role, self.roles.holder(role)?)));
        held.filter(|(role, id)| now.roles.holder(*role) != Some(*id)).collect()
    }
}
