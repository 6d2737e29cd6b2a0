//! Rows that stand on more than one page and lead to what the group keeps: its goals, its plan, its
//! people and their roles.

use super::row::{Press, Row};
use super::section::Section;
use crate::domain::goal::Term;
use crate::domain::person::{Person, Role, Standing};
use crate::screens::circle::Circle;

/// The goals, and the way to them.
#[must_use]
pub fn goals(circle: &Circle<'_>) -> Vec<Row> {
    let words = circle.words;
    let mut rows = Vec::new();
    for term in [Term::Short, Term::Long] {
        let goals = circle.group.open_goals(term).zip(1..);
        rows.extend(goals.map(|(goal, nr)| {
            let label = words.goal_label(term, nr);
            Row::read(format!("{label}  {}", words.or_wordless(&goal.text)))
        }));
    }
    if rows.is_empty() {
        rows.push(Row::quiet(words.no_goals()));
    }
    let title = words.section_title(Section::Goals);
    rows.push(Row::press(title, words.go_there(), Press::Go(Section::Goals)));
    rows
}

/// The parts of the signalling plan, and the way to it.
#[must_use]
pub fn plan(circle: &Circle<'_>) -> Vec<Row> {
    let words = circle.words;
    let levels = &circle.group.plan.levels;
    let mut rows: Vec<Row> =
        levels.iter().map(|level| Row::read(words.or_wordless(&level.name))).collect();
    if rows.is_empty() {
        rows.push(Row::quiet(words.no_plan()));
        rows.push(Row::press(words.begin_plan(), "", Press::FreshPlan));
    }
    let title = words.section_title(Section::Plan);
    rows.push(Row::press(title, words.go_there(), Press::Go(Section::Plan)));
    rows
}

/// Who has a role; pressing it goes to the next member.
#[must_use]
pub fn role(circle: &Circle<'_>, role: Role) -> Row {
    let holder = circle.group.roles.holder(role);
    let name = holder.map_or_else(|| circle.words.nobody().to_owned(), |id| circle.name(id));
    Row::press(circle.role(role), name, Press::Role(role))
}

/// Those who may come later, and the way to ask somebody new as in phase 2.
#[must_use]
pub fn newcomers(circle: &Circle<'_>) -> Vec<Row> {
    let words = circle.words;
    let new = |person: &&Person| matches!(person.standing, Standing::ToAsk | Standing::Asked);
    let mut rows: Vec<Row> = circle
        .group
        .people
        .iter()
        .filter(new)
        .map(|person| {
            let value = words.standing(person.standing);
            Row::press(circle.name(person.id), value, Press::ShowPerson(person.id))
        })
        .collect();
    rows.push(Row::press(words.somebody_new(), "", Press::NewPerson));
    let title = words.section_title(Section::Interviews);
    rows.push(Row::press(title, words.go_there(), Press::Go(Section::Interviews)));
    rows
}
