//! The page of all agreements, old ones too: who does what, when, from which meeting, and what came of
//! it.

use super::action::{DossierAction, Foldable, Row};
use crate::domain::agreement::{Agreement, Closed};
use crate::domain::notes::without_mentions;
use crate::domain::person::Role;
use crate::view::agreement::{self, Which};
use crate::view::group_view::GroupView;

/// The page of a choice; `unfolded` may be an agreement of which more can be done.
#[must_use]
pub(super) fn rows(view: &GroupView<'_>, which: Which, unfolded: Option<Foldable>) -> Vec<Row> {
    let words = view.words;
    let found = agreement::those(view, which);
    if found.is_empty() {
        return vec![Row::quiet(words.agreements_come_from_meetings())];
    }
    let shown = |one: &Agreement| unfolded == Some(Foldable::Agreement(one.id));
    let mut rows: Vec<Row> =
        found.into_iter().flat_map(|one| rows_of(view, one, shown(one))).collect();
    if which == Which::Open {
        let coordinator = view.role(Role::Coordinator);
        let reminds = words.yes_no(view.group.coordinator_reminds);
        rows.push(Row::gap());
        rows.push(Row::press(words.reminds(&coordinator), reminds, DossierAction::Reminds));
    }
    rows
}

fn rows_of(view: &GroupView<'_>, one: &Agreement, unfolded: bool) -> Vec<Row> {
    let words = view.words;
    let text = without_mentions(&agreement::recorded(view, one));
    let value = match one.closed {
        Some(Closed::Ended(_)) => words.is_ended(),
        Some(Closed::Dropped(_)) => words.is_dropped(),
        None if one.answers.is_empty() => {
            words.asked_or_not(one.day().is_some_and(|day| day < view.today()))
        }
        None => words.outcome(one.outcome()),
    };
    let mut rows =
        vec![Row::press(text, value, DossierAction::Unfold(Foldable::Agreement(one.id)))];
    let made = words.agreed_on(view.group.day_of(one.made));
    rows.push(Row::quiet(made).within(2));
    if !unfolded {
        return rows;
    }
    rows.extend(one.answers.iter().map(|answer| {
        let day = words.dated(view.group.day_of(answer.meeting)).trim().to_owned();
        Row::quiet(format!("{day}: {}", words.outcome(Some(answer.outcome)))).within(2)
    }));
    if !one.open() {
        return rows;
    }
    let choices = [
        one.day().map(|_| (words.a_week_later(), DossierAction::Later(one.id, 7))),
        one.day().map(|_| (words.four_weeks_later(), DossierAction::Later(one.id, 28))),
        Some((words.ends_it(), DossierAction::End(one.id))),
        Some((words.drops_it(), DossierAction::Drop(one.id))),
    ];
    rows.extend(
        choices.into_iter().flatten().map(|(text, press)| Row::press(text, "", press).within(2)),
    );
    rows
}
