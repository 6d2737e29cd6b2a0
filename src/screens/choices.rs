//! Choices of the client that are made in a meeting and between meetings alike: who is there next
//! time, and how often the group meets.

use super::circle::Circle;
use super::page::row::{Pressing, Row};
use crate::domain::frequency::Frequency;
use crate::domain::ids::PersonId;

/// Who is there next time: the same group, or person by person (phase 5, step 1).
pub fn composition<P: Pressing>(
    circle: &Circle<'_>,
    same_group: P,
    expect: impl Fn(PersonId) -> P,
) -> Vec<Row<P>> {
    let words = circle.words;
    let expected = circle.group.expected();
    let same = circle.group.members().all(|person| expected.contains(&person.id));
    let decided = words.decided(circle.group.composition_decided(), same);
    let mut rows = vec![Row::press(words.same_group(), decided, same_group)];
    rows.extend(circle.group.members().map(|person| {
        let text = format!("{}, {}", circle.name(person.id), circle.relation(person.id));
        let there = expected.contains(&person.id);
        Row::press(text, words.yes_no(there), expect(person.id)).within(2)
    }));
    rows
}

/// How often the group meets (phase 3, step 6).
pub fn frequency<P: Pressing>(circle: &Circle<'_>, to: impl Fn(Frequency) -> P) -> Vec<Row<P>> {
    let words = circle.words;
    let now = circle.group.frequency;
    let row = |choice| {
        let value = if choice == now { words.chosen() } else { "" };
        Row::press(words.frequency(choice), value, to(choice))
    };
    Frequency::CHOICES.into_iter().map(row).collect()
}
