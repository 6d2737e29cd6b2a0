//! The forms of phase 3: the first date, the plan finished, who does what, where, how often and
//! how the group keeps in touch.

use super::action::{DossierAction, Row};
use super::ways::{goals, newcomers, plan, role};
use super::{proposal, start};
use crate::domain::arrangements::Channel;
use crate::domain::person::Role;
use crate::domain::phase::{Phase, Step};
use crate::domain::section::Section;
use crate::domain::structure::MeetingKind;
use crate::domain::texts::GroupText;
use crate::screens::page::choices;
use crate::screens::page::day::{self, Tense};
use crate::screens::page::time;
use crate::view::group_view::GroupView;
use crate::view::text::TextRef;
use crate::widgets::editor::LineMode;

/// The form of a step.
#[must_use]
pub(super) fn rows(view: &GroupView<'_>, step: Step) -> Vec<Row> {
    match step {
        Step::PlanFirstDate => first_date(view),
        Step::FinishPlan => finish(view),
        Step::PrepareFirstMeeting => first_meeting(view),
        Step::ChooseMinuteTaker => vec![role(view, Role::MinuteTaker)],
        Step::ChoosePlace => place(view),
        Step::ChooseFrequency => frequency(view),
        Step::AgreeCommunication => communication(view),
        _ => Vec::new(),
    }
}

/// Day, time and place of the next meeting.
#[must_use]
pub(super) fn next(view: &GroupView<'_>) -> Vec<Row> {
    let words = view.words;
    let field = |label, text| Row::field(label, TextRef::Group(text), LineMode::One);
    let mut rows = day::rows(view, words.date_label(), GroupText::NextDay, Tense::ToCome);
    let time = TextRef::Group(GroupText::NextTime);
    rows.extend(time::rows(words, time, &view.group.next));
    rows.push(field(words.place_label(), GroupText::NextPlace));
    rows
}

fn first_date(view: &GroupView<'_>) -> Vec<Row> {
    let words = view.words;
    if let Some(told) = start::first_was(view) {
        let section = Section::Phase(Phase::FollowUp);
        return vec![
            told,
            Row::press(words.next_one(), words.go_there(), DossierAction::Go(section)),
        ];
    }
    let mut rows = next(view);
    rows.extend(proposal::three_months(view, GroupText::NextDay));
    rows.push(Row::gap());
    rows.push(Row::heading(words.who_joins_later()));
    rows.extend(newcomers(view));
    rows
}

fn finish(view: &GroupView<'_>) -> Vec<Row> {
    let mut rows = goals(view);
    rows.push(Row::gap());
    rows.extend(plan(view));
    rows
}

fn first_meeting(view: &GroupView<'_>) -> Vec<Row> {
    let words = view.words;
    let tasks = |label, text| Row::field(label, TextRef::Group(text), LineMode::Many);
    let mut rows = vec![Row::quiet(words.client_chooses_chair(&view.client()))];
    rows.push(role(view, Role::Chair));
    rows.push(tasks(words.chair_does(), GroupText::ChairTasks));
    rows.extend(proposed(view, Role::Chair));
    rows.push(role(view, Role::ProcessGuard));
    rows.push(tasks(words.guard_does(), GroupText::GuardTasks));
    rows.extend(proposed(view, Role::ProcessGuard));
    rows.push(Row::gap());
    rows.push(Row::heading(words.agenda()));
    let structure = view.content.structure(MeetingKind::Start);
    rows.extend((1..).zip(structure.items).map(|(nr, item)| {
        let title = view.content.title(item.kind);
        let minutes = words.minutes(i64::from(item.minutes));
        Row::read(format!("{nr} {title} · {minutes}"))
    }));
    rows.push(tasks(words.also_on_agenda(), GroupText::Agenda));
    rows
}

/// A row that fills in tasks for a chair who has none yet.
fn proposed(view: &GroupView<'_>, role: Role) -> Option<Row> {
    let tasks = match role {
        Role::Chair => &view.group.preparation.chair,
        _ => &view.group.preparation.process_guard,
    };
    let empty = tasks.trim().is_empty();
    empty.then(|| {
        Row::press(view.words.fill_in_example(), "", DossierAction::ProposeTasks(role)).within(2)
    })
}

fn place(view: &GroupView<'_>) -> Vec<Row> {
    let text = TextRef::Group(GroupText::Place);
    vec![
        Row::quiet(view.words.client_chooses(&view.client())),
        Row::field(view.words.usual_place(), text, LineMode::Many),
    ]
}

fn frequency(view: &GroupView<'_>) -> Vec<Row> {
    let mut rows = vec![Row::quiet(view.words.client_chooses(&view.client()))];
    rows.extend(choices::frequency(view, DossierAction::Frequency));
    rows
}

fn communication(view: &GroupView<'_>) -> Vec<Row> {
    let words = view.words;
    let mut rows: Vec<Row> = Channel::ALL
        .iter()
        .copied()
        .map(|channel| {
            let chosen = view.group.channels.contains(&channel);
            Row::press(
                words.channel(channel),
                words.yes_not_yet(chosen),
                DossierAction::Channel(channel),
            )
        })
        .collect();
    let text = TextRef::Group(GroupText::Communication);
    rows.push(Row::field(words.communication_words(), text, LineMode::Many));
    rows
}
