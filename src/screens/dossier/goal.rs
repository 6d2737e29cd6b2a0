//! The page of a goal: its words, what it is about, whether it can be reached, its agreements and
//! how it went (phase 1, step 3).

use chrono::NaiveDate;

use super::proposal;
use super::row::{Press, Row};
use crate::domain::agreement::Agreement;
use crate::domain::dates::add_months;
use crate::domain::goal::{Dimension, Goal, Term};
use crate::domain::ids::GoalId;
use crate::domain::texts::GroupText;
use crate::screens::circle::Circle;
use crate::screens::page::day::{self, Tense};
use crate::screens::page::text::TextRef;
use crate::widgets::chart;
use crate::widgets::editor::Lines;

/// The rows of the page.
#[must_use]
pub fn rows(circle: &Circle<'_>, id: GoalId) -> Vec<Row> {
    let words = circle.words;
    let Some(goal) = circle.group.goals.iter().find(|goal| goal.id == id) else {
        return Vec::new();
    };
    let text = TextRef::Group(GroupText::Goal(id));
    let mut rows = vec![Row::field(words.ask_goal_words(), text, Lines::Many)];
    if goal.text.trim().is_empty() {
        let hint =
            if goal.term == Term::Short { words.hint_short_goal() } else { words.hint_long_goal() };
        rows.push(Row::quiet(hint).within(2));
    }
    rows.push(Row::press(words.state_label(), words.goal_state(goal.state), Press::GoalState(id)));
    rows.extend(due(circle, goal));
    rows.push(Row::gap());
    rows.push(Row::quiet(words.dimensions_intro()));
    rows.extend(Dimension::ALL.into_iter().map(|dimension| {
        let has = goal.dimensions.contains(&dimension);
        let text = words.dimension_long(dimension);
        Row::press(text, words.yes_no(has), Press::Dimension(id, dimension))
    }));
    if goal.term == Term::Short && goal.state.open() {
        rows.push(Row::gap());
        rows.push(Row::press(
            words.is_feasible(),
            words.yes_no_unknown(goal.feasible),
            Press::Feasible(id),
        ));
        rows.push(Row::press(
            words.is_realistic(),
            words.yes_no_unknown(goal.realistic),
            Press::Realistic(id),
        ));
    }
    rows.push(Row::gap());
    rows.extend(agreements(circle, goal));
    rows.extend(course(circle, goal));
    rows.push(Row::gap());
    rows.extend(attainment(circle, goal));
    rows
}

/// When the client hopes to be there; a short goal within three months.
fn due(circle: &Circle<'_>, goal: &Goal) -> Vec<Row> {
    let words = circle.words;
    let text = GroupText::GoalDue(goal.id);
    let mut rows = day::rows(circle, words.hoped_by(), text, Tense::ToCome);
    if goal.term == Term::Short && goal.state.open() {
        let proposed = add_months(circle.today(), 3);
        let due = goal.due.coming();
        let fits = |day: &NaiveDate| goal.due.is_blank() || due == Some(*day);
        rows.extend(proposed.filter(fits).map(|day| {
            let label = words.within_three_months(&words.long_date(day));
            proposal::row(circle, label, text, day).within(2)
        }));
        if proposed.zip(due).is_some_and(|(proposed, due)| due > proposed) {
            rows.push(Row::quiet(words.later_than_three_months()).within(2));
        }
    }
    rows
}

/// The agreements that help this goal, the open ones first.
fn agreements(circle: &Circle<'_>, goal: &Goal) -> Vec<Row> {
    let words = circle.words;
    let of_goal = circle.group.agreements.iter().filter(|one| one.goal == Some(goal.id));
    let (open, past): (Vec<&Agreement>, Vec<&Agreement>) = of_goal.partition(|one| one.open());
    let mut rows = vec![Row::heading(words.agreements_label())];
    if open.is_empty() && past.is_empty() {
        rows.push(Row::quiet(words.agreements_come_from_meetings()));
    }
    rows.extend(open.into_iter().chain(past).map(|agreement| {
        let who = agreement.who.iter().map(|id| circle.name(*id));
        let when = agreement.when.iter().map(|when| words.when(when, circle.today()));
        let facts: Vec<String> =
            std::iter::once(agreement.text.clone()).chain(who).chain(when).collect();
        let value = words.outcome(agreement.outcome()).to_owned();
        Row { value, ..Row::read(facts.join(" · ")) }
    }));
    rows
}

/// How the goal went over the meetings, as a chart.
fn course(circle: &Circle<'_>, goal: &Goal) -> Vec<Row> {
    let words = circle.words;
    let course = goal.course();
    if course.is_empty() {
        return Vec::new();
    }
    let mut rows = vec![Row::gap(), Row::heading(words.how_it_went())];
    let points: Vec<(String, i32)> = course
        .into_iter()
        .map(|(meeting, height)| (words.month_short(meeting.date), height))
        .collect();
    rows.extend(chart::rows(&points).into_iter().map(Row::figure));
    rows
}

/// What reaching the goal looks like, when the client wants to say so.
fn attainment(circle: &Circle<'_>, goal: &Goal) -> Vec<Row> {
    let words = circle.words;
    let wanted = goal.attainment.wanted;
    let mut rows =
        vec![Row::press(words.attainment_label(), words.yes_no(wanted), Press::Attain(goal.id))];
    if !wanted {
        return rows;
    }
    rows.push(Row::quiet(words.attainment_intro(&circle.client())));
    for (nr, label) in words.attainment_steps().into_iter().enumerate() {
        let text = TextRef::Group(GroupText::Attainment(goal.id, nr));
        rows.push(Row::field(label, text, Lines::Many));
        let here = goal.attainment.at == Some(nr);
        let value = if here { words.here_now() } else { "" };
        rows.push(Row::press(words.are_we_here(), value, Press::AttainedAt(goal.id, nr)).within(2));
    }
    rows
}

/// The page of the row by which a goal is added.
#[must_use]
pub fn new(circle: &Circle<'_>, term: Term) -> Vec<Row> {
    let words = circle.words;
    vec![
        Row::read(words.goals_are_the_clients(&circle.client(), term)),
        Row::gap(),
        Row::press(words.new_goal(term), "", Press::NewGoal(term)),
    ]
}
