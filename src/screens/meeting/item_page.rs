//! The page of a place in the meeting: for each kind of item its own rows, edited where they stand.

use chrono::NaiveDate;

use super::Unfolded;
use super::action::{MeetingAction, Row};
use super::{after_talk, attendance, closing};
use crate::domain::agreement::{Agreement, Outcome};
use crate::domain::drafting::{next_meeting, planned_in};
use crate::domain::goal::{Goal, Term};
use crate::domain::meeting::Place;
use crate::domain::notes::{self, NoteLine, without_mentions};
use crate::domain::reading::Understood;
use crate::domain::structure::ItemKind;
use crate::domain::texts::{GroupText, MeetingText};
use crate::screens::page::choices;
use crate::screens::page::time;
use crate::view::agreement;
use crate::view::meeting_view::MeetingView;
use crate::view::text::TextRef;
use crate::widgets::editor::LineMode;

/// The rows of the place the meeting is at.
#[must_use]
pub(super) fn rows(view: &MeetingView<'_>, unfolded: Unfolded) -> Vec<Row> {
    match view.meeting.place {
        Place::Attendance => attendance::rows(view),
        Place::Item(nr) => {
            let item = view.meeting.item(nr);
            item.map_or_else(Vec::new, |item| of(view, item.kind, unfolded))
        }
        Place::Closing => closing::rows(view),
        Place::AfterTalk => after_talk::rows(view, unfolded.alone),
    }
}

fn of(view: &MeetingView<'_>, kind: ItemKind, unfolded: Unfolded) -> Vec<Row> {
    let level = unfolded.level;
    match kind {
        ItemKind::CheckIn | ItemKind::Welcome => check_in(view),
        ItemKind::PreviousMinutes => previous_minutes(view, unfolded.going),
        ItemKind::Goals => goals(view, unfolded.going),
        ItemKind::SignallingPlan => plan(view, level),
        ItemKind::Frequency => frequency(view),
        ItemKind::Theme => theme(view),
        ItemKind::NextDate => next_date(view),
        ItemKind::WayOfWorking | ItemKind::Confidentiality => prompts(view, kind),
        ItemKind::PracticalAgreements => practical(view),
        ItemKind::PlanAndGoals => {
            joined([goals(view, unfolded.going), vec![Row::gap()], plan(view, level)])
        }
        ItemKind::WorkAgreements => agreements(view),
        ItemKind::Composition => composition(view),
        ItemKind::ScalingDown => scaling_down(view),
        ItemKind::Relapse => joined([plan(view, level), relapse(view)]),
        ItemKind::AgreementsAndNextDate => joined([
            agreements(view),
            vec![Row::gap()],
            choices::future(view, MeetingAction::GoesOn),
            vec![Row::gap()],
            next_date(view),
        ]),
    }
}

fn joined<const N: usize>(parts: [Vec<Row>; N]) -> Vec<Row> {
    parts.into_iter().flatten().collect()
}

/// Whether the page of an item says itself what the chair can say and ask.
#[must_use]
pub(super) fn says_prompts(kind: ItemKind) -> bool {
    matches!(
        kind,
        ItemKind::WayOfWorking
            | ItemKind::Confidentiality
            | ItemKind::PracticalAgreements
            | ItemKind::Composition
            | ItemKind::ScalingDown
    )
}

fn prompts(view: &MeetingView<'_>, kind: ItemKind) -> Vec<Row> {
    let Some(item) = view.content.item(kind) else { return Vec::new() };
    let say = [Row::quiet(view.in_own_words(&item.say)), Row::gap()];
    let prompts = item.prompts.iter().map(|prompt| view.in_own_words(prompt));
    say.into_iter().chain(prompts.map(|prompt| Row::read(format!("- {prompt}")))).collect()
}

fn check_in(view: &MeetingView<'_>) -> Vec<Row> {
    let mut rows = vec![Row::quiet(view.words.who_spoke_already())];
    rows.extend(view.present().map(|person| {
        let spoke = view.meeting.attendee(person).is_some_and(|attendee| attendee.spoke);
        Row::press(view.name(person), view.words.spoke(spoke), MeetingAction::Spoke(person))
    }));
    if view.present().next().is_none() {
        rows.push(Row::quiet(view.words.nobody_yet()));
    }
    rows
}

fn previous_minutes(view: &MeetingView<'_>, going: bool) -> Vec<Row> {
    let words = view.words;
    let Some(previous) = view.previous else {
        return vec![Row::quiet(words.no_previous())];
    };
    let mut rows = asked(view);
    if !rows.is_empty() {
        rows.insert(0, Row::heading(words.how_did_it_go()));
    }
    rows.extend(still_going(view, going));
    if rows.is_empty() {
        rows.push(Row::quiet(words.no_agreements_to_ask()));
    }
    rows.push(Row::gap());
    let title = words.minutes_of(previous.date);
    rows.push(Row::press(title, words.read_whole(), MeetingAction::ReadPrevious));
    rows.extend(set_previous(view));
    for item in previous.items.iter().filter(|item| !item.note.trim().is_empty()) {
        rows.push(Row::heading(view.content.title(item.kind)));
        rows.extend(
            item.note.lines().map(|line| Row::read(without_signs(view, line, previous.date))),
        );
    }
    rows
}

/// A line of an earlier note as people read it.
fn without_signs(view: &MeetingView<'_>, line: &str, day: NaiveDate) -> String {
    match notes::read_line(line, view.group, day) {
        NoteLine::Words => without_mentions(line),
        NoteLine::Agreement(said) => view.words.said_agreement(&without_mentions(&said.what)),
        NoteLine::Decision(said) => view.words.said_decision(&without_mentions(&said)),
    }
}

/// Whether the group agrees the previous minutes (phase 5, step 2, the second item of the structure).
fn set_previous(view: &MeetingView<'_>) -> Option<Row> {
    let words = view.words;
    let held = view.group.last_finished(Some(view.meeting.id))?;
    let approval = held.approval.as_ref()?;
    if let Some(day) = approval.set {
        return Some(Row::quiet(words.were_set_on(day)));
    }
    let state = words.minutes_state(held.minutes_state(), &view.client());
    Some(Row::press(words.set_minutes(), state, MeetingAction::SetPrevious(held.id)))
}

/// The agreements this meeting asks about, each with its answer.
fn asked(view: &MeetingView<'_>) -> Vec<Row> {
    asked_about(view).map(|agreement| ask(view, agreement, 0)).collect()
}

fn asked_about<'a>(view: &'a MeetingView<'_>) -> impl Iterator<Item = &'a Agreement> {
    let asked = view.group.asked_in(view.meeting.id, view.today());
    asked.filter(|agreement| agreement.due_on(view.today()))
}

/// The agreements that are not due yet: one line, and the agreements themselves when it is unfolded, for
/// what is done before its day. What was answered all the same stays in sight.
fn still_going(view: &MeetingView<'_>, unfolded: bool) -> Vec<Row> {
    let words = view.words;
    let going: Vec<&Agreement> = view.group.not_due_at(view.meeting.id, view.today()).collect();
    if going.is_empty() {
        return Vec::new();
    }
    let answer = |agreement: &Agreement| agreement.outcome_in(view.meeting.id);
    let quiet = going.iter().filter(|one| answer(one).is_none()).count();
    let mut rows = Vec::new();
    if quiet > 0 {
        let fold = words.fold_or_not(unfolded);
        rows.push(Row::press(words.still_going(quiet), fold, MeetingAction::StillGoing));
    }
    let in_sight = going.into_iter().filter(|one| unfolded || answer(one).is_some());
    rows.extend(in_sight.map(|agreement| match answer(agreement) {
        Some(_) => ask(view, agreement, 2),
        None => Row {
            value: words.outcome(Some(Outcome::Running)).to_owned(),
            ..ask(view, agreement, 2)
        },
    }));
    rows
}

fn ask(view: &MeetingView<'_>, agreement: &Agreement, indent: u16) -> Row {
    let words = view.words;
    let text = agreement::recorded(view, agreement);
    let value = match agreement.outcome_in(view.meeting.id) {
        None => words.yes_no_unknown(None),
        said => words.outcome(said),
    };
    Row::press(text, value, MeetingAction::Answer(agreement.id)).within(indent)
}

fn goals(view: &MeetingView<'_>, going: bool) -> Vec<Row> {
    let words = view.words;
    let mut rows = Vec::new();
    let made: Vec<Understood> = agreement::made(view).map(|(_, _, made)| made).collect();
    for term in [Term::Short, Term::Long] {
        for goal in
            view.group.goals.iter().filter(|goal| goal.term == term && goal.stands_on(view.today()))
        {
            rows.extend(goal_rows(view, goal, &made));
        }
    }
    let without_goal = asked_about(view).filter(|agreement| {
        !agreement
            .goal
            .and_then(|id| view.group.goal(id))
            .is_some_and(|goal| goal.stands_on(view.today()))
    });
    let without_goal: Vec<Row> = without_goal.map(|agreement| ask(view, agreement, 2)).collect();
    if !without_goal.is_empty() {
        rows.push(Row::heading(words.other_agreements()));
        rows.extend(without_goal);
    }
    rows.extend(still_going(view, going));
    for term in [Term::Short, Term::Long] {
        if view.group.room_for(term).is_ok() {
            rows.push(Row::press(words.new_goal(term), "", MeetingAction::NewGoal(term)));
        }
    }
    rows
}

/// A goal, what is said of it, and its agreements; `made` are those made in this meeting.
fn goal_rows(view: &MeetingView<'_>, goal: &Goal, made: &[Understood]) -> Vec<Row> {
    let words = view.words;
    let label = view.goal_label(goal.id);
    let title = format!("{label}  {}", words.or_wordless(&goal.text));
    let mut rows = vec![
        Row::press(title, words.goal_state(goal.state), MeetingAction::GoalState(goal.id)).strong(),
    ];
    let said = goal.movement_in(view.meeting.id);
    let movement = said.map_or(words.how_goes_it(), |movement| words.movement(movement));
    rows.push(
        Row::press(words.since_last_time(), movement, MeetingAction::Movement(goal.id)).within(2),
    );
    let asked = asked_about(view).filter(|one| one.goal == Some(goal.id));
    rows.extend(asked.map(|agreement| ask(view, agreement, 2)));
    rows.extend(
        made.iter()
            .filter(|one| one.goal == Some(goal.id))
            .map(|made| Understood { goal: None, ..made.clone() })
            .map(|made| Row::read(agreement::line(view, &made)).within(2)),
    );
    rows
}

fn agreements(view: &MeetingView<'_>) -> Vec<Row> {
    let words = view.words;
    let mut rows = vec![Row::heading(words.agreements_so_far())];
    rows.extend(agreement::made(view).map(|(item, line, understood)| {
        let text = agreement::line(view, &understood);
        Row::press(text, "", MeetingAction::Mend(item, line))
    }));
    if rows.len() == 1 {
        rows.push(Row::quiet(words.no_agreements_yet()));
    }
    rows.push(Row::press(words.make_agreement(), "", MeetingAction::MakeAgreement));
    for term in [Term::Short, Term::Long] {
        for goal in view.group.goals_on(term, view.today()) {
            let label = view.goal_label(goal.id);
            rows.push(Row::quiet(format!("{label}  {}", words.or_wordless(&goal.text))));
        }
    }
    rows
}

fn plan(view: &MeetingView<'_>, open: Option<usize>) -> Vec<Row> {
    let words = view.words;
    let levels = &view.group.plan.levels;
    if levels.is_empty() {
        return vec![
            Row::quiet(words.no_plan()),
            Row::press(words.begin_plan(), "", MeetingAction::FreshPlan),
        ];
    }
    if !view.client_is_there() {
        return vec![Row::quiet(words.plan_needs_client(&view.client()))];
    }
    let shown = view.meeting.plan_shown;
    let mut rows = vec![Row::press(
        words.may_plan_be_shown(&view.client()),
        words.yes_not_yet(shown),
        MeetingAction::ShowPlan,
    )];
    if !shown {
        rows.push(Row::quiet(words.plan_is_hidden(&view.client())));
        return rows;
    }
    for (nr, level) in levels.iter().enumerate() {
        let reviewed = level.reviewed.map_or_else(
            || words.not_reviewed().to_owned(),
            |date| words.reviewed_on(date, view.today()),
        );
        rows.push(
            Row::press(words.or_wordless(&level.name), reviewed, MeetingAction::Level(nr)).strong(),
        );
        if open == Some(nr) {
            rows.extend(level_rows(view, nr, level.reviewed == Some(view.today())));
        }
    }
    rows
}

fn level_rows(view: &MeetingView<'_>, nr: usize, today: bool) -> Vec<Row> {
    let words = view.words;
    let field = |label, text| Row::field(label, TextRef::Group(text), LineMode::Many).within(2);
    vec![
        field(words.signs(), GroupText::LevelSigns(nr)),
        field(words.i_do(), GroupText::LevelIDo(nr)),
        field(words.others_do(), GroupText::LevelOthersDo(nr)),
        field(words.call(), GroupText::LevelCall(nr)),
        Row::press(words.gone_through(), words.yes_not_yet(today), MeetingAction::Reviewed(nr))
            .within(2),
    ]
}

fn frequency(view: &MeetingView<'_>) -> Vec<Row> {
    let words = view.words;
    let now = view.group.frequency;
    let chosen = view.group.frequency_is_chosen();
    let says = if chosen { words.meets_now(now) } else { words.would_meet(now, &view.client()) };
    let mut rows = vec![Row::read(says), Row::quiet(words.frequency_guideline())];
    if !view.client_is_there() {
        rows.push(Row::read(words.only_proposes(&view.client())));
    }
    rows.push(Row::gap());
    rows.extend(choices::frequency(view, MeetingAction::Frequency));
    rows
}

fn theme(view: &MeetingView<'_>) -> Vec<Row> {
    let words = view.words;
    let field = |label, text, lines| Row::field(label, TextRef::Meeting(text), lines);
    let mut rows = vec![
        field(words.topic(), MeetingText::Topic, LineMode::One),
        field(words.skills(), MeetingText::Skills, LineMode::Many),
        Row::gap(),
        Row::heading(words.topics()),
    ];
    rows.extend(view.content.themes().iter().enumerate().map(|(nr, theme)| {
        let chosen = if theme.title == view.meeting.topic { words.chosen() } else { "" };
        let text = format!("{}. {}", theme.title, theme.question);
        Row::press(text, chosen, MeetingAction::Topic(nr))
    }));
    rows
}

fn next_date(view: &MeetingView<'_>) -> Vec<Row> {
    let words = view.words;
    let field = |label, text| Row::field(label, TextRef::Meeting(text), LineMode::One);
    let mut rows =
        vec![field(words.date_label(), MeetingText::NextDate), Row::quiet(view.next_understood())];
    let time = TextRef::Meeting(MeetingText::NextTime);
    rows.extend(time::rows(words, time, &planned_in(view.meeting)));
    rows.push(field(words.place_label(), MeetingText::NextPlace));
    rows.push(Row::gap());
    rows.push(Row::heading(words.proposals(view.group.frequency)));
    let typed = planned_in(view.meeting).day;
    rows.extend(view.group.proposed_days(view.today(), &typed).into_iter().map(|date| {
        let chosen = next_meeting(view.meeting).is_some_and(|next| next.date == date);
        let value =
            if chosen { words.chosen().to_owned() } else { words.in_weeks(date, view.today()) };
        Row::press(words.long_date(date), value, MeetingAction::Propose(date))
    }));
    rows
}

fn practical(view: &MeetingView<'_>) -> Vec<Row> {
    let words = view.words;
    let field = |label, text, lines| Row::field(label, TextRef::Group(text), lines);
    joined([
        prompts(view, ItemKind::PracticalAgreements),
        vec![
            Row::gap(),
            field(words.usual_place(), GroupText::Place, LineMode::One),
            field(words.communication(), GroupText::Communication, LineMode::Many),
        ],
    ])
}

fn composition(view: &MeetingView<'_>) -> Vec<Row> {
    let words = view.words;
    let mut rows = prompts(view, ItemKind::Composition);
    rows.push(Row::gap());
    rows.push(Row::heading(words.members()));
    rows.extend(view.group.members().map(|person| {
        Row::read(format!("{}, {}", view.name(person.id), view.relation(person.id)))
    }));
    let text = TextRef::Group(GroupText::Responsibility);
    rows.push(Row::field(words.responsibility(), text, LineMode::Many));
    rows
}

fn scaling_down(view: &MeetingView<'_>) -> Vec<Row> {
    let mut rows = prompts(view, ItemKind::ScalingDown);
    rows.push(Row::gap());
    rows.extend(choices::receivers(view, MeetingAction::Receiver));
    let text = TextRef::Group(GroupText::Handover);
    rows.push(Row::field(view.words.handover(), text, LineMode::Many));
    rows
}

fn relapse(view: &MeetingView<'_>) -> Vec<Row> {
    let shown = view.meeting.plan_shown && view.client_is_there();
    if !shown && !view.group.plan.levels.is_empty() {
        return Vec::new();
    }
    let text = TextRef::Group(GroupText::Relapse);
    vec![Row::gap(), Row::field(view.words.relapse(), text, LineMode::Many)]
}
