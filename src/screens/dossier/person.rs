//! The page of somebody: who they are to the client, how they are asked, what they do.

use super::row::{Press, Row};
use crate::domain::ids::PersonId;
use crate::domain::person::{Person, PersonKind, Role, Standing};
use crate::domain::texts::GroupText;
use crate::screens::circle::Circle;
use crate::screens::dossier::ways::role;
use crate::screens::page::day::{self, Tense};
use crate::screens::page::text::TextRef;
use crate::widgets::editor::Lines;

/// The rows of the page.
#[must_use]
pub fn rows(circle: &Circle<'_>, id: PersonId) -> Vec<Row> {
    let words = circle.words;
    let Some(person) = circle.group.people.iter().find(|person| person.id == id) else {
        return Vec::new();
    };
    let field = |label, text, lines| Row::field(label, TextRef::Group(text), lines);
    let is_client = person.kind == PersonKind::Client;
    let mut rows = vec![field(words.name_label(), GroupText::PersonName(id), Lines::One)];
    if is_client {
        rows.push(Row::quiet(words.client_may_be_nameless()).within(2));
    } else {
        rows.push(field(words.relation_label(), GroupText::Relation(id), Lines::One));
    }
    rows.push(Row::press(words.kind_label(), words.person_kind(person.kind), Press::Kind(id)));
    if !is_client {
        rows.push(Row::press(
            words.joins_label(),
            words.standing(person.standing),
            Press::Standing(id),
        ));
        rows.push(Row::press(words.core_label(), words.core_or_not(person.core), Press::Core(id)));
    }
    rows.push(field(words.contact_label(), GroupText::Contact(id), Lines::Many));
    if !is_client && circle.group.roles.coordinator != Some(id) {
        rows.push(Row::gap());
        rows.extend(asking(circle, person));
    }
    rows.push(Row::gap());
    rows.push(Row::heading(words.role_in_group()));
    rows.extend(Role::ALL.into_iter().map(|role| {
        let has = circle.group.roles.holder(role) == Some(id);
        Row::press(circle.role(role), words.yes_no(has), Press::HasRole(id, role))
    }));
    if !is_client {
        rows.push(Row::gap());
        let ring = words.ring(person.closeness);
        rows.push(Row::press(words.ring_label(), ring, Press::Ring(id)));
    }
    rows
}

/// How somebody is asked, and the interview (phase 2).
fn asking(circle: &Circle<'_>, person: &Person) -> Vec<Row> {
    let words = circle.words;
    let id = person.id;
    if person.standing == Standing::Known {
        return vec![Row::quiet(words.not_asked_yet())];
    }
    let approach = person.approach.map_or(words.not_chosen(), |it| words.approach(it));
    let mut rows = vec![Row::press(words.approach_label(), approach, Press::Approach(id))];
    if person.approach.is_some() || !person.approach_words.is_empty() {
        let text = TextRef::Group(GroupText::ApproachWords(id));
        rows.push(Row::field(words.approach_in_words(), text, Lines::Many));
    }
    rows.extend(day::rows(circle, words.asked_on(), GroupText::AskedOn(id), Tense::Gone));
    let state = words.interview_state(&person.interview, circle.today());
    rows.push(Row::press(words.interview_label(), state, Press::ShowInterview(id)));
    rows
}

/// The page of the row by which somebody is added.
#[must_use]
pub fn new(circle: &Circle<'_>) -> Vec<Row> {
    let words = circle.words;
    let mut rows = vec![Row::read(words.client_picks_people(&circle.client())), Row::gap()];
    if circle.group.client().is_none() {
        rows.push(Row::press(words.add_client(), "", Press::NewClient));
    }
    rows.push(Row::press(words.add_person(), "", Press::NewPerson));
    rows
}

/// Who does what, and what the roles are called.
#[must_use]
pub fn roles(circle: &Circle<'_>) -> Vec<Row> {
    let words = circle.words;
    let mut rows = vec![Row::heading(words.who_does_what())];
    rows.extend(Role::ALL.into_iter().map(|it| role(circle, it)));
    rows.push(Row::gap());
    rows.push(Row::heading(words.what_roles_are_called()));
    let named = [
        (Role::Coordinator, GroupText::CoordinatorWord),
        (Role::Clinician, GroupText::ClinicianWord),
    ];
    for (role, text) in named {
        rows.push(Row::field(words.role_name(role), TextRef::Group(text), Lines::One));
        let in_use = circle.role(role);
        rows.extend(words.role_proposals(role).into_iter().enumerate().map(|(nr, word)| {
            let value = if in_use == word { words.chosen() } else { "" };
            Row::press(word, value, Press::RoleWord(role, nr)).within(2)
        }));
    }
    rows
}
