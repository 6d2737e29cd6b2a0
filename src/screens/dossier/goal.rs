//! The page of a goal: its words, what it is about, whether it can be reached, its agreements and
//! how it went (phase 1, step 3).

use chrono::NaiveDate;

use super::action::{DossierAction, Row};
use super::proposal;
use crate::domain::agreement::Agreement;
use crate::domain::dates::add_months;
use crate::domain::goal::{Dimension, Goal, Term};
use crate::domain::ids::GoalId;
use crate::domain::texts::GroupText;
use crate::screens::page::day::{self, Tense};
use crate::view::agreement::{self, Which};
use crate::view::group_view::GroupView;
use crate::view::text::TextRef;
use crate::widgets::chart;
use crate::widgets::editor::LineMode;

/// The rows of the page.
#[must_use]
pub(super) fn rows(view: &GroupView<'_>, id: GoalId) -> Vec<Row> {
    let words = view.words;
    let Some(goal) = view.group.goals.iter().find(|goal| goal.id == id) else {
        return Vec::new();
    };
    let text = TextRef::Group(GroupText::Goal(id));
    let mut rows = vec![Row::field(words.ask_goal_words(), text, LineMode::Many)];
    if goal.text.trim().is_empty() {
        let hint =
            if goal.term == Term::Short { words.hint_short_goal() } else { words.hint_long_goal() };
        rows.push(Row::quiet(hint).within(2));
    }
    rows.push(Row::press(
        words.state_label(),
        words.goal_state(goal.state),
        DossierAction::GoalState(id),
    ));
    rows.extend(due(view, goal));
    rows.push(Row::gap());
    rows.push(Row::quiet(words.dimensions_intro()));
    rows.extend(Dimension::ALL.iter().copied().map(|dimension| {
        let has = goal.dimensions.contains(&dimension);
        let text = words.dimension_long(dimension);
        Row::press(text, words.yes_not_yet(has), DossierAction::Dimension(id, dimension))
    }));
    if goal.term == Term::Short && goal.state.open() {
        rows.push(Row::gap());
        rows.push(Row::press(
            words.is_feasible(),
            words.yes_no_unknown(goal.feasible),
            DossierAction::Feasible(id),
        ));
        rows.push(Row::press(
            words.is_realistic(),
            words.yes_no_unknown(goal.realistic),
            DossierAction::Realistic(id),
        ));
    }
    rows.push(Row::gap());
    rows.extend(agreements(view, goal));
    rows.extend(course(view, goal));
    rows.push(Row::gap());
    rows.extend(attainment(view, goal));
    rows
}

/// When the client hopes to be there; a short goal within three months.
fn due(view: &GroupView<'_>, goal: &Goal) -> Vec<Row> {
    let words = view.words;
    let text = GroupText::GoalDue(goal.id);
    let mut rows = day::rows(view, words.hoped_by(), text, Tense::ToCome);
    if goal.term == Term::Short && goal.state.open() {
        let proposed = add_months(view.today(), 3);
        let due = goal.due.until();
        let fits = |day: &NaiveDate| goal.due.is_blank() || due == Some(*day);
        rows.extend(proposed.filter(fits).map(|day| {
            let label = words.within_three_months(&words.long_date(day));
            proposal::row(view, label, text, day).within(2)
        }));
        if proposed.zip(due).is_some_and(|(proposed, due)| due > proposed) {
            rows.push(Row::quiet(words.later_than_three_months()).within(2));
        }
    }
    rows
}

/// The agreements that help this goal, the open ones first.
fn agreements(view: &GroupView<'_>, goal: &Goal) -> Vec<Row> {
    let words = view.words;
    let of_goal = view.group.agreements.iter().filter(|one| one.goal == Some(goal.id));
    let (open, past): (Vec<&Agreement>, Vec<&Agreement>) = of_goal.partition(|one| one.open());
    let mut rows = vec![Row::heading(words.agreements_label())];
    if open.is_empty() && past.is_empty() {
        rows.push(Row::quiet(words.agreements_come_from_meetings()));
    }
    rows.extend(open.into_iter().chain(past).map(|agreement| {
        let value = words.outcome(agreement.outcome()).to_owned();
        Row { value, ..Row::read(agreement::recorded(view, agreement)) }
    }));
    if rows.len() > 1 {
        let which = DossierAction::ShowAgreements(Which::For(goal.id));
        rows.push(Row::press(words.see_all_agreements(), words.go_there(), which));
    }
    rows
}

/// How the goal went over the meetings, as a chart.
fn course(view: &GroupView<'_>, goal: &Goal) -> Vec<Row> {
    let words = view.words;
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
fn attainment(view: &GroupView<'_>, goal: &Goal) -> Vec<Row> {
    let words = view.words;
    let wanted = goal.attainment.wanted;
    let mut rows = vec![Row::press(
        words.attainment_label(),
        words.yes_no(wanted),
        DossierAction::Attain(goal.id),
    )];
    if !wanted {
        return rows;
    }
    rows.push(Row::quiet(words.attainment_intro(&view.client())));
    for (nr, label) in words.attainment_steps().into_iter().enumerate() {
        let text = TextRef::Group(GroupText::Attainment(goal.id, nr));
        rows.push(Row::field(label, text, LineMode::Many));
        let here = goal.attainment.at == Some(nr);
        let value = if here { words.here_now() } else { "" };
        rows.push(
            Row::press(words.are_we_here(), value, DossierAction::AttainedAt(goal.id, nr))
                .within(2),
        );
    }
    rows
}

/// The page of the row by which a goal is added.
#[must_use]
pub(super) fn new(view: &GroupView<'_>, term: Term) -> Vec<Row> {
    let words = view.words;
    vec![
        Row::read(words.goals_are_the_clients(&view.client(), term)),
        Row::gap(),
        Row::press(words.new_goal(term), "", DossierAction::NewGoal(term)),
    ]
}
