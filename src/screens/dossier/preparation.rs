//! The forms of phase 1: explanation, sociogram, goals, whom to ask, the plan, the first week.

use chrono::{Datelike, Days, NaiveDate};

use super::proposal;
use super::row::{Press, Row};
use super::section::Section;
use super::ways::{goals, plan};
use crate::domain::person::PersonKind;
use crate::domain::phase::Step;
use crate::domain::texts::GroupText;
use crate::screens::circle::Circle;
use crate::screens::page::day::{self, Tense};
use crate::screens::page::text::TextRef;
use crate::widgets::editor::Lines;

/// The form of a step.
#[must_use]
pub fn rows(circle: &Circle<'_>, step: Step) -> Vec<Row> {
    match step {
        Step::ExplainMethod => explanation(circle),
        Step::DrawSociogram => sociogram(circle),
        Step::StartGoals => goals(circle),
        Step::NominateMembers => nominees(circle),
        Step::StartPlan => plan(circle),
        Step::FixFirstWeek => first_week(circle),
        _ => Vec::new(),
    }
}

fn explanation(circle: &Circle<'_>) -> Vec<Row> {
    let words = circle.words;
    let to = TextRef::Group(GroupText::ExplainedTo);
    let mut rows = vec![Row::field(words.explained_to(), to, Lines::One)];
    rows.extend(day::rows(circle, words.on_day(), GroupText::ExplainedOn, Tense::Gone));
    rows.push(Row::gap());
    rows.extend(day::rows(circle, words.begun_on(), GroupText::Begun, Tense::Gone));
    if circle.group.begun.is_blank() {
        let started = words.long_date(circle.group.started);
        rows.push(Row::quiet(words.made_on(&started)).within(2));
    }
    rows
}

fn sociogram(circle: &Circle<'_>) -> Vec<Row> {
    let people = circle.group.people.iter().filter(|person| person.closeness.is_some()).count();
    let lines = circle.group.relations.len();
    vec![Row::press(
        circle.words.section_title(Section::Sociogram),
        circle.words.people_and_lines(people, lines),
        Press::Go(Section::Sociogram),
    )]
}

fn nominees(circle: &Circle<'_>) -> Vec<Row> {
    let words = circle.words;
    let others = circle.group.people.iter().filter(|person| person.kind != PersonKind::Client);
    let mut rows: Vec<Row> = others
        .map(|person| {
            let text = format!("{}, {}", circle.name(person.id), circle.relation(person.id));
            Row::press(text, words.standing(person.standing), Press::Standing(person.id))
        })
        .collect();
    if rows.is_empty() {
        rows.push(Row::quiet(words.nobody_to_ask()));
    }
    rows.push(Row::press(words.add_person(), "", Press::NewPerson));
    let title = words.section_title(Section::People);
    rows.push(Row::press(title, words.go_there(), Press::Go(Section::People)));
    rows
}

fn first_week(circle: &Circle<'_>) -> Vec<Row> {
    let words = circle.words;
    let text = GroupText::FirstWeek;
    // Once the first meeting was held, its week has rightly passed.
    let held = circle.group.start_meeting().is_some();
    let tense = if held { Tense::Any } else { Tense::ToCome };
    let mut rows = day::rows(circle, words.day_in_week(), text, tense);
    if let Some((monday, sunday)) = circle.group.first_week.coming().and_then(week_of) {
        rows.push(Row::read(words.week_from_to(monday, sunday)).within(2));
    }
    rows.extend(proposal::three_months(circle, text));
    rows
}

/// Monday and Sunday of a day's week.
fn week_of(day: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let since = u64::from(day.weekday().num_days_from_monday());
    let monday = day.checked_sub_days(Days::new(since))?;
    Some((monday, monday.checked_add_days(Days::new(6))?))
}
