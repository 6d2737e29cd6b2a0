//! The matter beside the note: for each kind of item its own rows, edited where they stand.

use super::Open;
use super::room::Room;
use super::row::{Press, Row};
use super::{after_talk, attendance, closing};
use crate::domain::dates::{self, DateProblem};
use crate::domain::goal::{Goal, Term};
use crate::domain::group::Appointment;
use crate::domain::ids::MeetingId;
use crate::domain::meeting::Place;
use crate::domain::notes::{self, Understood};
use crate::domain::structure::ItemKind;
use crate::domain::texts::{GroupText, MeetingText};
use crate::screens::choices;
use crate::screens::page::text::TextRef;
use crate::screens::page::time;
use crate::widgets::editor::Lines;

/// The rows of the place the meeting is at.
#[must_use]
pub fn rows(room: &Room<'_>, open: Open) -> Vec<Row> {
    match room.meeting.place {
        Place::Attendance => attendance::rows(room),
        Place::Item(nr) => {
            room.meeting.item(nr).map_or_else(Vec::new, |item| of(room, item.kind, open.level))
        }
        Place::Closing => closing::rows(room),
        Place::AfterTalk => after_talk::rows(room, open.alone),
    }
}

fn of(room: &Room<'_>, kind: ItemKind, level: Option<usize>) -> Vec<Row> {
    match kind {
        ItemKind::CheckIn | ItemKind::Welcome => check_in(room, kind),
        ItemKind::PreviousMinutes => previous_minutes(room),
        ItemKind::Goals => goals(room),
        ItemKind::SignallingPlan => plan(room, level),
        ItemKind::Frequency => frequency(room),
        ItemKind::Theme => theme(room),
        ItemKind::NextDate => next_date(room),
        ItemKind::WayOfWorking | ItemKind::Confidentiality => prompts(room, kind),
        ItemKind::PracticalAgreements => practical(room),
        ItemKind::PlanAndGoals => joined([goals(room), vec![Row::gap()], plan(room, level)]),
        ItemKind::WorkAgreements => agreements(room),
        ItemKind::Composition => composition(room),
        ItemKind::ScalingDown => scaling_down(room),
        ItemKind::Relapse => joined([plan(room, level), relapse(room)]),
        ItemKind::AgreementsAndNextDate => {
            joined([agreements(room), vec![Row::gap()], next_date(room)])
        }
    }
}

fn joined<const N: usize>(parts: [Vec<Row>; N]) -> Vec<Row> {
    parts.into_iter().flatten().collect()
}

fn prompts(room: &Room<'_>, kind: ItemKind) -> Vec<Row> {
    let Some(item) = room.content.item(kind) else { return Vec::new() };
    let say = [Row::quiet(&item.say), Row::gap()];
    say.into_iter()
        .chain(item.prompts.iter().map(|prompt| Row::read(format!("- {prompt}"))))
        .collect()
}

fn check_in(room: &Room<'_>, kind: ItemKind) -> Vec<Row> {
    let mut rows: Vec<Row> =
        room.content.item(kind).map(|item| Row::quiet(&item.say)).into_iter().collect();
    rows.extend(room.present().map(|person| {
        let spoke = room.meeting.attendee(person).is_some_and(|attendee| attendee.spoke);
        Row::press(room.name(person), room.words.spoke(spoke), Press::Spoke(person))
    }));
    if room.present().next().is_none() {
        rows.push(Row::quiet(room.words.nobody_yet()));
    }
    rows
}

fn previous_minutes(room: &Room<'_>) -> Vec<Row> {
    let words = room.words;
    let Some(previous) = room.previous else {
        return vec![Row::quiet(words.no_previous())];
    };
    let mut rows = asked(room);
    if rows.is_empty() {
        rows.push(Row::quiet(words.no_agreements_to_ask()));
    } else {
        rows.insert(0, Row::heading(words.how_did_it_go()));
    }
    rows.push(Row::gap());
    let title = words.minutes_of(previous.date);
    rows.push(Row::press(title, words.read_whole(), Press::ReadPrevious));
    for item in previous.items.iter().filter(|item| !item.note.trim().is_empty()) {
        rows.push(Row::heading(room.content.title(item.kind)));
        rows.extend(item.note.lines().map(Row::read));
    }
    rows
}

/// The agreements this meeting asks about, each with its answer.
fn asked(room: &Room<'_>) -> Vec<Row> {
    let meeting = room.meeting.id;
    room.group.asked_in(meeting).map(|agreement| ask(room, agreement, 0)).collect()
}

fn ask(room: &Room<'_>, agreement: &crate::domain::agreement::Agreement, indent: u16) -> Row {
    let words = room.words;
    let who = agreement.who.iter().map(|id| room.name(*id));
    let when = agreement.when.iter().map(|when| words.when(when, room.today()));
    let facts: Vec<String> = who.chain(when).collect();
    let text = [agreement.text.clone(), facts.join(", ")]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ");
    let answer = words.outcome(agreement.outcome_in(room.meeting.id).or(agreement.outcome()));
    let unanswered = agreement.outcome_in(room.meeting.id).is_none();
    let value = if unanswered { words.how_did_it_go() } else { answer };
    Row::press(text, value, Press::Answer(agreement.id)).within(indent)
}

fn goals(room: &Room<'_>) -> Vec<Row> {
    let words = room.words;
    let mut rows = Vec::new();
    for term in [Term::Short, Term::Long] {
        for goal in
            room.group.goals.iter().filter(|goal| goal.term == term && goal.stands_on(room.today()))
        {
            rows.extend(goal_rows(room, goal));
        }
    }
    let without_goal = room.group.asked_in(room.meeting.id).filter(|agreement| {
        !agreement
            .goal
            .and_then(|id| room.group.goal(id))
            .is_some_and(|goal| goal.stands_on(room.today()))
    });
    let without_goal: Vec<Row> = without_goal.map(|agreement| ask(room, agreement, 2)).collect();
    if !without_goal.is_empty() {
        rows.push(Row::heading(words.other_agreements()));
        rows.extend(without_goal);
    }
    for term in [Term::Short, Term::Long] {
        if room.group.room_for(term).is_ok() {
            rows.push(Row::press(words.new_goal(term), "", Press::NewGoal(term)));
        }
    }
    rows
}

/// A goal, what is said of it, and its agreements.
fn goal_rows(room: &Room<'_>, goal: &Goal) -> Vec<Row> {
    let words = room.words;
    let label = room.goal_label(goal.id);
    let title = format!("{label}  {}", words.or_wordless(&goal.text));
    let mut rows =
        vec![Row::press(title, words.goal_state(goal.state), Press::GoalState(goal.id)).strong()];
    let said = goal.movement_in(room.meeting.id);
    let movement = said.map_or(words.how_goes_it(), |movement| words.movement(movement));
    rows.push(Row::press(words.since_last_time(), movement, Press::Movement(goal.id)).within(2));
    let asked = room.group.asked_in(room.meeting.id).filter(|one| one.goal == Some(goal.id));
    rows.extend(asked.map(|agreement| ask(room, agreement, 2)));
    rows.extend(
        made(room)
            .filter(|one| one.goal == Some(goal.id))
            .map(|made| Row::read(describe(room, &Understood { goal: None, ..made })).within(2)),
    );
    rows
}

/// The agreements that were made in this meeting, read from its notes.
fn made<'a>(room: &'a Room<'_>) -> impl Iterator<Item = Understood> + 'a {
    room.meeting.items.iter().flat_map(|item| {
        notes::agreements(&item.note, room.group, room.today()).into_iter().map(|it| it.understood)
    })
}

/// What kring understood of an agreement: who, when, which goal.
#[must_use]
pub fn understood(room: &Room<'_>, understood: &Understood) -> String {
    let words = room.words;
    let who = if understood.who.is_empty() {
        words.who_question().to_owned()
    } else {
        understood.who.iter().map(|id| room.name(*id)).collect::<Vec<_>>().join(", ")
    };
    let when = match &understood.when {
        Some(when) => words.when(when, room.today()),
        None => words.when_question().to_owned(),
    };
    let goal = understood.goal.map(|id| room.goal_label(id));
    [Some(who), Some(when), goal].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// An agreement in a line: what, and what kring understood.
#[must_use]
pub fn describe(room: &Room<'_>, agreement: &Understood) -> String {
    format!("{} · {}", agreement.what, understood(room, agreement))
}

fn agreements(room: &Room<'_>) -> Vec<Row> {
    let words = room.words;
    let mut rows = vec![Row::heading(words.agreements_so_far())];
    for (item, text) in room.meeting.items.iter().enumerate() {
        for found in notes::agreements(&text.note, room.group, room.today()) {
            let line = describe(room, &found.understood);
            rows.push(Row::press(line, "", Press::Mend(item, found.line)));
        }
    }
    if rows.len() == 1 {
        rows.push(Row::quiet(words.no_agreements_yet()));
    }
    rows.push(Row::press(words.make_agreement(), "", Press::MakeAgreement));
    for term in [Term::Short, Term::Long] {
        for goal in room.group.goals_on(term, room.today()) {
            let label = room.goal_label(goal.id);
            rows.push(Row::quiet(format!("{label}  {}", words.or_wordless(&goal.text))));
        }
    }
    rows
}

fn plan(room: &Room<'_>, open: Option<usize>) -> Vec<Row> {
    let words = room.words;
    let levels = &room.group.plan.levels;
    if levels.is_empty() {
        return vec![
            Row::quiet(words.no_plan()),
            Row::press(words.begin_plan(), "", Press::FreshPlan),
        ];
    }
    let shown = room.meeting.plan_shown;
    let mut rows = vec![Row::press(
        words.may_plan_be_shown(&room.client()),
        words.yes_not_yet(shown),
        Press::ShowPlan,
    )];
    if !shown {
        rows.push(Row::quiet(words.plan_is_hidden(&room.client())));
        return rows;
    }
    for (nr, level) in levels.iter().enumerate() {
        let reviewed = level.reviewed.map_or_else(
            || words.not_reviewed().to_owned(),
            |date| words.reviewed_on(date, room.today()),
        );
        rows.push(Row::press(words.or_wordless(&level.name), reviewed, Press::Level(nr)).strong());
        if open == Some(nr) {
            rows.extend(level_rows(room, nr, level.reviewed == Some(room.today())));
        }
    }
    rows
}

fn level_rows(room: &Room<'_>, nr: usize, today: bool) -> Vec<Row> {
    let words = room.words;
    let field = |label, text| Row::field(label, TextRef::Group(text), Lines::Many).within(2);
    vec![
        field(words.signs(), GroupText::LevelSigns(nr)),
        field(words.i_do(), GroupText::LevelIDo(nr)),
        field(words.others_do(), GroupText::LevelOthersDo(nr)),
        field(words.call(), GroupText::LevelCall(nr)),
        Row::press(words.gone_through(), words.yes_no(today), Press::Reviewed(nr)).within(2),
    ]
}

fn frequency(room: &Room<'_>) -> Vec<Row> {
    let words = room.words;
    let now = room.group.frequency;
    let mut rows =
        vec![Row::read(words.meets_now(now)), Row::quiet(words.frequency_guideline()), Row::gap()];
    rows.extend(choices::frequency(room, Press::Frequency));
    rows
}

fn theme(room: &Room<'_>) -> Vec<Row> {
    let words = room.words;
    let field = |label, text, lines| Row::field(label, TextRef::Meeting(text), lines);
    let mut rows = vec![
        field(words.topic(), MeetingText::Topic, Lines::One),
        field(words.skills(), MeetingText::Skills, Lines::Many),
        Row::gap(),
        Row::heading(words.topics()),
    ];
    rows.extend(room.content.themes().iter().enumerate().map(|(nr, theme)| {
        let chosen = if theme.title == room.meeting.topic { words.chosen() } else { "" };
        let text = format!("{}. {}", theme.title, theme.question);
        Row::press(text, chosen, Press::Topic(nr))
    }));
    rows
}

fn next_date(room: &Room<'_>) -> Vec<Row> {
    let words = room.words;
    let field = |label, text| Row::field(label, TextRef::Meeting(text), Lines::One);
    let mut rows =
        vec![field(words.date_label(), MeetingText::NextDate), Row::quiet(next_understood(room))];
    let time = TextRef::Meeting(MeetingText::NextTime);
    rows.extend(time::rows(words, time, &room.meeting.next.time));
    rows.push(field(words.place_label(), MeetingText::NextPlace));
    rows.push(Row::gap());
    rows.push(Row::heading(words.proposals(room.group.frequency)));
    rows.extend(proposals(room).map(|date| {
        let chosen = dates::read_date(&room.meeting.next.date, room.today()) == Ok(date);
        let value =
            if chosen { words.chosen().to_owned() } else { words.distance(date, room.today()) };
        Row::press(words.long_date(date), value, Press::Propose(date))
    }));
    rows
}

/// The date that follows from how often the group meets, and the weeks around it.
fn proposals(room: &Room<'_>) -> impl Iterator<Item = chrono::NaiveDate> {
    let date = room.group.frequency.after(room.today());
    let today = room.today();
    [-7i64, 0, 7, 14]
        .into_iter()
        .filter_map(move |days| date.checked_add_signed(chrono::TimeDelta::days(days)))
        .filter(move |date| *date > today)
}

/// What kring understood of the date that was typed.
#[must_use]
pub fn next_understood(room: &Room<'_>) -> String {
    let typed = &room.meeting.next.date;
    match dates::read_date(typed, room.today()) {
        Ok(date) if date < room.today() => room.words.date_is_past(date),
        Ok(date) => {
            let words = room.words;
            format!("{} · {}", words.long_date(date), words.distance(date, room.today()))
        }
        Err(problem) => match planned_already(room) {
            // A meeting that is written down afterwards finds the next one planned.
            Some(planned) if problem == DateProblem::Empty => {
                room.words.next_planned(Some(&planned), room.now.date_naive())
            }
            _ => room.words.date_problem(&problem).to_owned(),
        },
    }
}

/// The next meeting, when the group planned one after this.
#[must_use]
pub fn planned_already(room: &Room<'_>) -> Option<Appointment> {
    room.group.appointment().filter(|next| next.date > room.today())
}

fn practical(room: &Room<'_>) -> Vec<Row> {
    let words = room.words;
    let field = |label, text, lines| Row::field(label, TextRef::Group(text), lines);
    joined([
        prompts(room, ItemKind::PracticalAgreements),
        vec![
            Row::gap(),
            field(words.usual_place(), GroupText::Place, Lines::One),
            field(words.communication(), GroupText::Communication, Lines::Many),
        ],
    ])
}

fn composition(room: &Room<'_>) -> Vec<Row> {
    let words = room.words;
    let mut rows = prompts(room, ItemKind::Composition);
    rows.push(Row::gap());
    rows.push(Row::heading(words.members()));
    rows.extend(room.group.members().map(|person| {
        Row::read(format!("{}, {}", room.name(person.id), room.relation(person.id)))
    }));
    let text = TextRef::Group(GroupText::Responsibility);
    rows.push(Row::field(words.responsibility(), text, Lines::Many));
    rows
}

fn scaling_down(room: &Room<'_>) -> Vec<Row> {
    let mut rows = prompts(room, ItemKind::ScalingDown);
    rows.push(Row::gap());
    let text = TextRef::Group(GroupText::Handover);
    rows.push(Row::field(room.words.handover(), text, Lines::Many));
    rows
}

fn relapse(room: &Room<'_>) -> Vec<Row> {
    if !room.meeting.plan_shown && !room.group.plan.levels.is_empty() {
        return Vec::new();
    }
    let text = TextRef::Group(GroupText::Relapse);
    vec![Row::gap(), Row::field(room.words.relapse(), text, Lines::Many)]
}

/// The meeting before this one whose minutes can be read.
#[must_use]
pub fn meeting_before(room: &Room<'_>) -> Option<MeetingId> {
    room.group.last_finished(Some(room.meeting.id)).map(|held| held.id)
}
