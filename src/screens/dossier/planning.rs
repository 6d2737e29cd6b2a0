//! The forms of phase 3: the first date, the plan finished, who does what, where, how often and
//! how the group keeps in touch.

use super::proposal;
use super::row::{Press, Row};
use super::ways::{goals, newcomers, plan, role};
use crate::domain::arrangements::Channel;
use crate::domain::person::Role;
use crate::domain::phase::Step;
use crate::domain::structure::MeetingKind;
use crate::domain::texts::GroupText;
use crate::screens::choices;
use crate::screens::circle::Circle;
use crate::screens::page::day::{self, Tense};
use crate::screens::page::text::TextRef;
use crate::screens::page::time;
use crate::widgets::editor::Lines;

/// The form of a step.
#[must_use]
pub fn rows(circle: &Circle<'_>, step: Step) -> Vec<Row> {
    match step {
        Step::PlanFirstDate => first_date(circle),
        Step::FinishPlan => finish(circle),
        Step::PrepareFirstMeeting => first_meeting(circle),
        Step::ChooseMinuteTaker => vec![role(circle, Role::MinuteTaker)],
        Step::ChoosePlace => place(circle),
        Step::ChooseFrequency => frequency(circle),
        Step::AgreeCommunication => communication(circle),
        _ => Vec::new(),
    }
}

/// Day, time and place of the next meeting.
#[must_use]
pub fn next(circle: &Circle<'_>) -> Vec<Row> {
    let words = circle.words;
    let field = |label, text| Row::field(label, TextRef::Group(text), Lines::One);
    let mut rows = day::rows(circle, words.date_label(), GroupText::NextDay, Tense::ToCome);
    let time = TextRef::Group(GroupText::NextTime);
    rows.extend(time::rows(words, time, &circle.group.next.time));
    rows.push(field(words.place_label(), GroupText::NextPlace));
    rows
}

fn first_date(circle: &Circle<'_>) -> Vec<Row> {
    let words = circle.words;
    let mut rows = next(circle);
    rows.extend(proposal::three_months(circle, GroupText::NextDay));
    rows.push(Row::gap());
    rows.push(Row::heading(words.who_joins_later()));
    rows.extend(newcomers(circle));
    rows
}

fn finish(circle: &Circle<'_>) -> Vec<Row> {
    let mut rows = goals(circle);
    rows.push(Row::gap());
    rows.extend(plan(circle));
    rows
}

fn first_meeting(circle: &Circle<'_>) -> Vec<Row> {
    let words = circle.words;
    let tasks = |label, text| Row::field(label, TextRef::Group(text), Lines::Many);
    let mut rows = vec![Row::quiet(words.client_chooses_chair(&circle.client()))];
    rows.push(role(circle, Role::Chair));
    rows.push(tasks(words.chair_does(), GroupText::ChairTasks));
    rows.extend(proposed(circle, Role::Chair));
    rows.push(role(circle, Role::ProcessGuard));
    rows.push(tasks(words.guard_does(), GroupText::GuardTasks));
    rows.extend(proposed(circle, Role::ProcessGuard));
    rows.push(Row::gap());
    rows.push(Row::heading(words.agenda()));
    let structure = circle.content.structure(MeetingKind::Start);
    rows.extend((1..).zip(structure.items).map(|(nr, item)| {
        let title = circle.content.title(item.kind);
        let minutes = words.minutes(i64::from(item.minutes));
        Row::read(format!("{nr} {title} · {minutes}"))
    }));
    rows.push(tasks(words.also_on_agenda(), GroupText::Agenda));
    rows
}

/// A row that fills in tasks for a chair who has none yet.
fn proposed(circle: &Circle<'_>, role: Role) -> Option<Row> {
    let tasks = match role {
        Role::Chair => &circle.group.preparation.chair,
        _ => &circle.group.preparation.process_guard,
    };
    let empty = tasks.trim().is_empty();
    empty.then(|| {
        Row::press(circle.words.fill_in_example(), "", Press::ProposeTasks(role)).within(2)
    })
}

fn place(circle: &Circle<'_>) -> Vec<Row> {
    let text = TextRef::Group(GroupText::Place);
    vec![
        Row::quiet(circle.words.client_chooses(&circle.client())),
        Row::field(circle.words.usual_place(), text, Lines::Many),
    ]
}

fn frequency(circle: &Circle<'_>) -> Vec<Row> {
    let mut rows = vec![Row::quiet(circle.words.client_chooses(&circle.client()))];
    rows.extend(choices::frequency(circle, Press::Frequency));
    rows
}

fn communication(circle: &Circle<'_>) -> Vec<Row> {
    let words = circle.words;
    let mut rows: Vec<Row> = Channel::ALL
        .into_iter()
        .map(|channel| {
            let chosen = circle.group.channels.contains(&channel);
            Row::press(words.channel(channel), words.yes_no(chosen), Press::Channel(channel))
        })
        .collect();
    let text = TextRef::Group(GroupText::Communication);
    rows.push(Row::field(words.communication_words(), text, Lines::Many));
    rows
}
