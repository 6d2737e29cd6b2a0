//! The forms of phase 1: explanation, sociogram, goals, whom to ask, the plan, the first week.

use chrono::{Datelike, Days, NaiveDate};

use super::action::{DossierAction, Row};
use super::ways::{goals, plan};
use super::{proposal, start};
use crate::domain::person::PersonKind;
use crate::domain::phase::Step;
use crate::domain::section::Section;
use crate::domain::texts::GroupText;
use crate::screens::page::day::{self, Tense};
use crate::view::group_view::GroupView;
use crate::view::text::TextRef;
use crate::widgets::editor::LineMode;

/// The form of a step.
#[must_use]
pub(super) fn rows(view: &GroupView<'_>, step: Step) -> Vec<Row> {
    match step {
        Step::ExplainMethod => explanation(view),
        Step::DrawSociogram => sociogram(view),
        Step::StartGoals => goals(view),
        Step::NominateMembers => nominees(view),
        Step::StartPlan => plan(view),
        Step::FixFirstWeek => first_week(view),
        _ => Vec::new(),
    }
}

fn explanation(view: &GroupView<'_>) -> Vec<Row> {
    let words = view.words;
    let to = TextRef::Group(GroupText::ExplainedTo);
    let mut rows = vec![Row::field(words.explained_to(), to, LineMode::One)];
    rows.extend(day::rows(view, words.on_day(), GroupText::ExplainedOn, Tense::Gone));
    rows.push(Row::gap());
    rows.extend(day::rows(view, words.begun_on(), GroupText::Begun, Tense::Gone));
    if view.group.begun.is_blank() {
        let started = words.long_date(view.group.started);
        rows.push(Row::quiet(words.made_on(&started)).within(2));
    }
    rows
}

fn sociogram(view: &GroupView<'_>) -> Vec<Row> {
    let people = view.group.people.iter().filter(|person| person.closeness.is_some()).count();
    let lines = view.group.relations.len();
    vec![Row::press(
        view.words.section_title(Section::Sociogram),
        view.words.people_and_lines(people, lines),
        DossierAction::Go(Section::Sociogram),
    )]
}

fn nominees(view: &GroupView<'_>) -> Vec<Row> {
    let words = view.words;
    let others = view.group.people.iter().filter(|person| person.kind != PersonKind::Client);
    let mut rows: Vec<Row> = others
        .map(|person| {
            let text = format!("{}, {}", view.name(person.id), view.relation(person.id));
            Row::press(text, words.standing(person.standing), DossierAction::Standing(person.id))
        })
        .collect();
    if rows.is_empty() {
        rows.push(Row::quiet(words.nobody_to_ask()));
    }
    rows.push(Row::press(words.add_person(), "", DossierAction::NewPerson(PersonKind::CloseOne)));
    let title = words.section_title(Section::People);
    rows.push(Row::press(title, words.go_there(), DossierAction::Go(Section::People)));
    rows
}

fn first_week(view: &GroupView<'_>) -> Vec<Row> {
    let words = view.words;
    let text = GroupText::FirstWeek;
    if let Some(told) = start::first_was(view) {
        return vec![told];
    }
    let mut rows = day::rows(view, words.day_in_week(), text, Tense::ToCome);
    if let Some((monday, sunday)) = view.group.first_week.until().and_then(week_of) {
        rows.push(Row::read(words.week_from_to(monday, sunday)).within(2));
    }
    rows.extend(proposal::three_months(view, text));
    rows
}

/// Monday and Sunday of a day's week.
fn week_of(day: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let since = u64::from(day.weekday().num_days_from_monday());
    let monday = day.checked_sub_days(Days::new(since))?;
    Some((monday, monday.checked_add_days(Days::new(6))?))
}
