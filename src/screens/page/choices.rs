//! Choices of the client that are made in a meeting and between meetings alike: who is there next
//! time, and how often the group meets.

use super::row::{Row, RowAction};
use crate::domain::frequency::Frequency;
use crate::domain::ids::PersonId;
use crate::domain::person::Role;
use crate::domain::reorientation::Receiver;
use crate::domain::texts::GroupText;
use crate::view::group_view::GroupView;
use crate::view::text::TextRef;
use crate::widgets::editor::LineMode;

/// Who is there next time: the same group, or person by person (phase 5, step 1).
///
/// A role whose holder is not there then is asked about.
pub fn composition<A: RowAction>(
    view: &GroupView<'_>,
    same_group: A,
    expect: impl Fn(PersonId) -> A,
    take: impl Fn(Role) -> A,
) -> Vec<Row<A>> {
    let words = view.words;
    let expected = view.group.expected();
    let same = view.group.members().all(|person| expected.contains(&person.id));
    let decided = words.decided(view.group.composition_decided(), same);
    let mut rows = vec![Row::press(words.same_group(), decided, same_group)];
    rows.extend(view.group.members().map(|person| {
        let text = format!("{}, {}", view.name(person.id), view.relation(person.id));
        let there = expected.contains(&person.id);
        Row::press(text, words.yes_no(there), expect(person.id)).within(2)
    }));
    let roles = [Role::Chair, Role::ProcessGuard, Role::MinuteTaker].into_iter();
    rows.extend(roles.filter_map(|role| {
        let away = view.group.roles.holder(role).filter(|id| !expected.contains(id))?;
        let open = words.role_is_open(&view.role(role), &view.name(away));
        Some(Row::press(open, words.choose(), take(role)).strong())
    }));
    rows
}

/// Who takes over care (phase 6, step 2).
pub fn receivers<A: RowAction>(view: &GroupView<'_>, to: impl Fn(Receiver) -> A) -> Vec<Row<A>> {
    let words = view.words;
    let mut rows = vec![Row::heading(words.who_takes_over())];
    rows.extend(Receiver::ALL.iter().copied().map(|receiver| {
        let chosen = view.group.receivers.contains(&receiver);
        Row::press(words.receiver(receiver), words.yes_not_yet(chosen), to(receiver))
    }));
    rows
}

/// What becomes of the group after the handover (phase 6, step 4).
pub fn future<A: RowAction>(view: &GroupView<'_>, goes_on: A) -> Vec<Row<A>> {
    let words = view.words;
    let future = &view.group.future;
    let field = |label, text| Row::field(label, TextRef::Group(text), LineMode::Many);
    let mut rows = vec![Row::press(words.goes_on(), words.yes_no_unknown(future.goes_on), goes_on)];
    rows.push(field(words.by_itself(), GroupText::ByItself));
    rows.push(field(words.keeper(), GroupText::Keeper));
    rows
}

/// How often the group meets (phase 3, step 6).
pub fn frequency<A: RowAction>(view: &GroupView<'_>, to: impl Fn(Frequency) -> A) -> Vec<Row<A>> {
    let words = view.words;
    let now = view.group.frequency;
    let row = |choice| {
        let value = match choice == now {
            _ if view.group.frequency_proposal == Some(choice) && choice != now => words.proposed(),
            true if view.group.frequency_is_chosen() => words.chosen(),
            true => words.proposed(),
            false => "",
        };
        Row::press(words.frequency(choice), value, to(choice))
    };
    Frequency::CHOICES.into_iter().map(row).collect()
}
