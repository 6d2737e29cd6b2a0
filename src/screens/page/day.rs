//! A day to type, and below it what kring understood.

use super::row::{Row, RowAction};
use crate::domain::dates::DateProblem;
use crate::domain::day::Asked;
use crate::domain::texts::GroupText;
use crate::view::group_view::GroupView;
use crate::view::text::TextRef;
use crate::widgets::editor::LineMode;

/// When a day ought to be, seen from today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// Today or later: something that is planned.
    ToCome,
    /// Today or before: something that was done.
    Gone,
    /// Any day.
    Any,
}

/// A field for a day of the group, and what was understood of it.
#[must_use]
pub fn rows<A: RowAction>(
    view: &GroupView<'_>,
    label: &str,
    text: GroupText,
    tense: Tense,
) -> Vec<Row<A>> {
    let mut rows = vec![Row::field(label, TextRef::Group(text), LineMode::One)];
    rows.extend(understood(view, text, tense).map(|row| row.within(2)));
    rows
}

/// What was understood of a day; nothing for one that was not typed.
fn understood<A: RowAction>(view: &GroupView<'_>, text: GroupText, tense: Tense) -> Option<Row<A>> {
    let words = view.words;
    let today = view.today();
    let date = match view.group.day(text)?.read(text.asked()) {
        Ok(date) => date,
        Err(DateProblem::Empty) => return None,
        Err(problem) => {
            let said = match (tense, view.group.day(text)?.read(Asked::Gone)) {
                // A day that was is understood, too, where one to come is asked.
                (Tense::ToCome, Ok(past)) => words.day_has_passed(&words.long_date(past)),
                (Tense::Gone, _) => words.past_date_problem(&problem),
                _ => words.date_problem(&problem),
            };
            return Some(Row::read(said).strong());
        }
    };
    let long = words.long_date(date);
    let time = match text {
        // What counts of an appointment is its one time.
        GroupText::NextDay => view.group.next.time().filter(|_| view.group.next.time_in_day),
        _ => view.group.day(text)?.time().filter(|_| text.asked() == Asked::Coming),
    };
    let at = time.map(|time| format!(", {}", words.said_time(time))).unwrap_or_default();
    let distance = words.distance(date, today);
    let holiday = if tense == Tense::Gone { String::new() } else { words.on_holiday(date) };
    let as_typed = view.group.text(text).is_some_and(|typed| *typed == long);
    Some(match tense {
        Tense::ToCome if date < today => Row::read(words.day_has_passed(&long)).strong(),
        Tense::Gone if date > today => Row::read(words.day_is_to_come(&long)).strong(),
        // Who typed the day in full needs not read it again.
        _ if as_typed => Row::quiet(format!("{distance}{holiday}")),
        _ => Row::quiet(format!("{long}{at} · {distance}{holiday}")),
    })
}
