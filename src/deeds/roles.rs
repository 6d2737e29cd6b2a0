//! Who does what, in the group and in one meeting, and what the roles are called.

use super::{Deed, cycle_optional, text};
use crate::domain::change::{Change, GroupChange, MeetingChange};
use crate::domain::delta::Swap;
use crate::domain::history::DeedKind;
use crate::domain::ids::PersonId;
use crate::domain::person::{MeetingRole, Person, PersonKind, Role, Roles};
use crate::domain::texts::GroupText;
use crate::view::group_view::GroupView;
use crate::view::meeting_view::MeetingView;
use crate::view::text::TextRef;

fn give(view: &GroupView<'_>, roles: Roles) -> Change {
    Change::Group(GroupChange::Roles(Swap::of(&view.group.roles, roles)))
}

/// The next member in a role, or nobody. A professional coordinates and is responsible.
#[must_use]
pub fn turn_holder(view: &GroupView<'_>, role: Role, forward: bool) -> Deed {
    let professional = matches!(role, Role::Coordinator | Role::Clinician);
    let fits = |person: &&Person| !professional || person.kind == PersonKind::Professional;
    // What somebody does in a meeting they do there.
    let expected = view.group.expected();
    let there = |person: &&Person| professional || expected.contains(&person.id);
    let people = view.group.members().filter(fits).filter(there).map(|person| person.id);
    let people: Vec<PersonId> = people.collect();
    let holder = view.group.roles.holder(role);
    let next = cycle_optional(&people, holder, forward);
    let is_new = next != holder;
    let changes = is_new.then(|| give(view, view.group.roles.with(role, next)));
    Deed::new(DeedKind::Roles, changes.into_iter().collect())
}

/// Somebody gets a role, or gives it back.
#[must_use]
pub fn toggle_role(view: &GroupView<'_>, person: PersonId, role: Role) -> Deed {
    let roles = view.group.roles;
    let to = (roles.holder(role) != Some(person)).then_some(person);
    Deed::new(DeedKind::Roles, vec![give(view, roles.with(role, to))])
}

/// A proposed word for a role, by its place among the proposals.
#[must_use]
pub fn take_word(view: &GroupView<'_>, role: Role, nr: usize) -> Deed {
    let text = match role {
        Role::Coordinator => GroupText::CoordinatorWord,
        _ => GroupText::ClinicianWord,
    };
    let word = view.words.role_proposals(role).get(nr).copied().unwrap_or("");
    Deed::new(DeedKind::Roles, text::change(view, TextRef::Group(text), word))
}

/// The next person who is there in a role of this meeting, or nobody.
#[must_use]
pub fn turn_meeting_role(view: &MeetingView<'_>, role: MeetingRole, forward: bool) -> Deed {
    let people: Vec<PersonId> = view.present().collect();
    let next = cycle_optional(&people, view.holder(role), forward);
    let mut roles = view.meeting.roles;
    match role {
        MeetingRole::Chair => roles.chair = next,
        MeetingRole::ProcessGuard => roles.process_guard = next,
        MeetingRole::MinuteTaker => roles.minute_taker = next,
    }
    let change = MeetingChange::Roles(Swap::of(&view.meeting.roles, roles));
    Deed::of_meeting(DeedKind::Roles, view.meeting, [change])
}

/// The client's role follows the kind of a person: `about` became the client, or is no longer.
pub(super) fn client_is(
    view: &GroupView<'_>,
    client: Option<PersonId>,
    about: PersonId,
) -> Option<Change> {
    let roles = view.group.roles;
    let was = roles.client == Some(about);
    let client = if client.is_some() || was { client } else { roles.client };
    (client != roles.client).then(|| give(view, Roles { client, ..roles }))
}

pub(super) fn without_roles(view: &GroupView<'_>, id: PersonId) -> Option<Change> {
    let roles = view.group.roles.without(id);
    (roles != view.group.roles).then(|| give(view, roles))
}
