//! The page of somebody: who they are to the client, how they are asked, what they do.

use super::action::{DossierAction, Row};
use crate::domain::ids::PersonId;
use crate::domain::person::{Person, PersonKind, Role, Standing};
use crate::domain::relation;
use crate::domain::texts::GroupText;
use crate::screens::dossier::ways::role;
use crate::screens::page::day::{self, Tense};
use crate::view::agreement::Which;
use crate::view::group_view::GroupView;
use crate::view::text::TextRef;
use crate::widgets::editor::LineMode;

/// The rows of the page.
#[must_use]
pub(super) fn rows(view: &GroupView<'_>, id: PersonId) -> Vec<Row> {
    let words = view.words;
    let Some(person) = view.group.people.iter().find(|person| person.id == id) else {
        return Vec::new();
    };
    let field = |label, text, lines| Row::field(label, TextRef::Group(text), lines);
    let is_client = person.kind == PersonKind::Client;
    let mut rows = vec![field(words.name_label(), GroupText::PersonName(id), LineMode::One)];
    if is_client {
        rows.push(Row::quiet(words.client_may_be_nameless()).within(2));
    } else {
        let relation = words.relation_label(&view.client());
        rows.push(Row::field(relation, TextRef::Group(GroupText::Relation(id)), LineMode::One));
    }
    rows.push(Row::press(
        words.kind_label(),
        words.person_kind(person.kind),
        DossierAction::Kind(id),
    ));
    let suggested = relation::kind_of(&person.relation).filter(|kind| *kind != person.kind);
    if let Some(kind) = suggested.filter(|_| person.kind == PersonKind::CloseOne) {
        rows.push(Row::quiet(words.kind_fits_better(kind)).within(2));
    }
    if !is_client {
        rows.push(Row::press(
            words.joins_label(),
            words.standing(person.standing),
            DossierAction::Standing(id),
        ));
        rows.push(Row::press(
            words.core_label(),
            words.core_or_not(person.core),
            DossierAction::Core(id),
        ));
    }
    rows.push(field(words.contact_label(), GroupText::Contact(id), LineMode::Many));
    if !is_client && view.group.roles.coordinator != Some(id) {
        rows.push(Row::gap());
        rows.extend(asking(view, person));
    }
    let theirs = view.group.agreements.iter().filter(|one| one.who.contains(&id)).count();
    if theirs > 0 {
        let which = DossierAction::ShowAgreements(Which::Of(id));
        rows.push(Row::press(words.all_agreements(theirs), words.go_there(), which));
    }
    rows.push(Row::gap());
    rows.push(Row::heading(words.role_in_group()));
    rows.extend(Role::ALL.iter().copied().map(|role| {
        let has = view.group.roles.holder(role) == Some(id);
        Row::press(view.role(role), words.yes_no(has), DossierAction::HasRole(id, role))
    }));
    if !is_client {
        rows.push(Row::gap());
        let ring = words.ring(person.closeness);
        rows.push(Row::press(words.ring_label(), ring, DossierAction::Ring(id)));
    }
    rows
}

/// How somebody is asked, and the interview (phase 2).
fn asking(view: &GroupView<'_>, person: &Person) -> Vec<Row> {
    let words = view.words;
    let id = person.id;
    if person.standing == Standing::Known {
        return vec![Row::quiet(words.not_asked_yet())];
    }
    let approach = person.approach.map_or(words.not_chosen(), |it| words.approach(it));
    let mut rows = vec![Row::press(words.approach_label(), approach, DossierAction::Approach(id))];
    if person.approach.is_some() || !person.approach_words.is_empty() {
        let text = TextRef::Group(GroupText::ApproachWords(id));
        rows.push(Row::field(words.approach_in_words(), text, LineMode::Many));
    }
    rows.extend(day::rows(view, words.asked_on(), GroupText::AskedOn(id), Tense::Gone));
    // Of somebody who does not join no interview is planned.
    if person.standing == Standing::DoesNotJoin && person.interview.is_blank() {
        return rows;
    }
    let state = words.interview_state(&person.interview, view.today());
    rows.push(Row::press(words.interview_label(), state, DossierAction::ShowInterview(id)));
    rows
}

/// The page of the row by which somebody is added.
#[must_use]
pub(super) fn new(view: &GroupView<'_>) -> Vec<Row> {
    let words = view.words;
    let mut rows = vec![Row::read(words.client_picks_people(&view.client())), Row::gap()];
    if view.group.client().is_none() {
        rows.push(Row::press(words.add_client(), "", DossierAction::NewPerson(PersonKind::Client)));
    }
    rows.push(Row::press(words.add_person(), "", DossierAction::NewPerson(PersonKind::CloseOne)));
    rows
}

/// Who does what, and what the roles are called.
#[must_use]
pub(super) fn roles(view: &GroupView<'_>) -> Vec<Row> {
    let words = view.words;
    let mut rows = vec![Row::heading(words.who_does_what())];
    rows.extend(Role::ALL.iter().copied().map(|it| role(view, it)));
    rows.push(Row::gap());
    rows.push(Row::heading(words.what_roles_are_called()));
    let named = [
        (Role::Coordinator, GroupText::CoordinatorWord),
        (Role::Clinician, GroupText::ClinicianWord),
    ];
    for (role, text) in named {
        rows.push(Row::field(words.role_name(role), TextRef::Group(text), LineMode::One));
        let in_use = view.role(role);
        rows.extend(words.role_proposals(role).into_iter().enumerate().map(|(nr, word)| {
            let value = if in_use == word { words.chosen() } else { "" };
            Row::press(word, value, DossierAction::RoleWord(role, nr)).within(2)
        }));
    }
    rows
}
