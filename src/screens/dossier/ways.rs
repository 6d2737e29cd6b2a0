//! Rows that stand on more than one page and lead to what the group keeps: its goals, its plan, its
//! people and their roles.

use super::action::{DossierAction, Row};
use crate::domain::goal::Term;
use crate::domain::person::{Person, PersonKind, Role, Standing};
use crate::domain::section::Section;
use crate::view::group_view::GroupView;

/// The goals, and the way to them.
#[must_use]
pub(super) fn goals(view: &GroupView<'_>) -> Vec<Row> {
    let words = view.words;
    let mut rows = Vec::new();
    for term in [Term::Short, Term::Long] {
        let goals = view.group.open_goals(term).zip(1..);
        rows.extend(goals.map(|(goal, nr)| {
            let label = words.goal_label(term, nr);
            Row::read(format!("{label}  {}", words.or_wordless(&goal.text)))
        }));
    }
    if rows.is_empty() {
        rows.push(Row::quiet(words.no_goals()));
    }
    let title = words.section_title(Section::Goals);
    rows.push(Row::press(title, words.go_there(), DossierAction::Go(Section::Goals)));
    rows
}

/// The parts of the signalling plan, and the way to it.
#[must_use]
pub(super) fn plan(view: &GroupView<'_>) -> Vec<Row> {
    let words = view.words;
    let levels = &view.group.plan.levels;
    let mut rows: Vec<Row> =
        levels.iter().map(|level| Row::read(words.or_wordless(&level.name))).collect();
    if rows.is_empty() {
        rows.push(Row::quiet(words.no_plan()));
        rows.push(Row::press(words.begin_plan(), "", DossierAction::FreshPlan));
    }
    let title = words.section_title(Section::Plan);
    rows.push(Row::press(title, words.go_there(), DossierAction::Go(Section::Plan)));
    rows
}

/// Who has a role; pressing it goes to the next member.
#[must_use]
pub(super) fn role(view: &GroupView<'_>, role: Role) -> Row {
    let holder = view.group.roles.holder(role);
    let name = holder.map_or_else(|| view.words.nobody().to_owned(), |id| view.name(id));
    Row::press(view.role(role), name, DossierAction::Role(role))
}

/// Those who may come later, and the way to ask somebody new as in phase 2.
#[must_use]
pub(super) fn newcomers(view: &GroupView<'_>) -> Vec<Row> {
    let words = view.words;
    let new = |person: &&Person| matches!(person.standing, Standing::ToAsk | Standing::Asked);
    let mut rows: Vec<Row> = view
        .group
        .people
        .iter()
        .filter(new)
        .map(|person| {
            let value = words.standing(person.standing);
            Row::press(view.name(person.id), value, DossierAction::ShowPerson(person.id))
        })
        .collect();
    rows.push(Row::press(words.somebody_new(), "", DossierAction::NewPerson(PersonKind::CloseOne)));
    let title = words.section_title(Section::Interviews);
    rows.push(Row::press(title, words.go_there(), DossierAction::Go(Section::Interviews)));
    rows
}
