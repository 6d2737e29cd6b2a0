//! The forms of a meeting: the questions they ask, and what becomes of the answers.

use chrono::Timelike;

use super::answer::{goal, kind, required, when, who, written_when};
use super::room::Room;
use crate::domain::change::{Change, GroupChange, MeetingChange};
use crate::domain::closing;
use crate::domain::dates;
use crate::domain::delta::{ListChange, Swap};
use crate::domain::goal::{Goal, Term};
use crate::domain::history::Deed;
use crate::domain::ids::PersonId;
use crate::domain::meeting::{Attendee, Draft, Form, Place, Presence};
use crate::domain::notes::{self, Understood};
use crate::domain::person::{Person, PersonKind, Standing};
use crate::domain::structure::ItemKind;
use crate::domain::texts::MeetingText;
use crate::screens::page::text::TextRef;

/// The most minutes an item can get.
const MOST_MINUTES: u16 = 120;

/// What finishing a form leads to, or the sentence why it cannot be finished yet.
type Finished = Result<(Deed, Vec<Change>), String>;

/// The questions of a form, each with a hint.
#[must_use]
pub fn questions(room: &Room<'_>, form: Form) -> Vec<(String, String)> {
    let words = room.words;
    let plain = |question: &str| (question.to_owned(), String::new());
    let hinted = |question: &str, hint: &str| (question.to_owned(), hint.to_owned());
    match form {
        Form::Agreement { .. } => vec![
            hinted(words.ask_what(), words.hint_what()),
            hinted(words.ask_who(), &people_hint(room)),
            hinted(words.ask_when(), words.hint_when()),
            hinted(words.ask_goal(), &goals_hint(room)),
        ],
        Form::Decision { .. } => vec![plain(words.ask_decision())],
        Form::Arrival(person) => {
            vec![hinted(&words.ask_arrival(&room.name(person)), words.hint_time())]
        }
        Form::Departure(person) => {
            vec![hinted(&words.ask_departure(&room.name(person)), words.hint_time())]
        }
        Form::NewPerson => vec![
            plain(words.ask_name()),
            hinted(words.ask_relation(), words.hint_relation()),
            hinted(words.ask_kind(), &kinds_hint(room)),
        ],
        Form::PersonName(_) => vec![plain(words.ask_name())],
        Form::NewShortGoal => vec![hinted(words.ask_goal_words(), words.hint_short_goal())],
        Form::NewLongGoal => vec![hinted(words.ask_goal_words(), words.hint_long_goal())],
        Form::Budget { .. } => vec![plain(words.ask_budget())],
        Form::Reopening => vec![hinted(words.ask_reason(), words.hint_reason())],
    }
}

/// The heading of a form.
#[must_use]
pub fn title(room: &Room<'_>, form: Form) -> String {
    let words = room.words;
    match form {
        Form::Agreement { line: None, .. } => words.make_agreement().to_owned(),
        Form::Agreement { .. } => words.mend_agreement().to_owned(),
        Form::Decision { .. } => words.key_decision().to_owned(),
        Form::Arrival(person) | Form::Departure(person) | Form::PersonName(person) => {
            room.name(person)
        }
        Form::NewPerson => words.add_person().to_owned(),
        Form::NewShortGoal => words.new_goal(Term::Short).to_owned(),
        Form::NewLongGoal => words.new_goal(Term::Long).to_owned(),
        Form::Budget { item } => {
            let kind = room.meeting.item(item).map(|item| item.kind);
            kind.map_or("", |kind| room.content.title(kind)).to_owned()
        }
        Form::Reopening => words.reopen().to_owned(),
    }
}

fn people_hint(room: &Room<'_>) -> String {
    let names: Vec<String> = room.group.members().map(|person| room.name(person.id)).collect();
    names.join(", ")
}

fn goals_hint(room: &Room<'_>) -> String {
    let goals = [Term::Short, Term::Long]
        .into_iter()
        .flat_map(|term| room.group.goals_on(term, room.today()));
    let labels: Vec<String> = goals.map(|goal| room.goal_label(goal.id)).collect();
    if labels.is_empty() { room.words.no_goals_yet().to_owned() } else { labels.join(", ") }
}

fn kinds_hint(room: &Room<'_>) -> String {
    let kinds = (1..).zip(PersonKind::ALL);
    let named = kinds.map(|(nr, kind)| format!("{nr} {}", room.words.person_kind(kind)));
    named.collect::<Vec<_>>().join(", ")
}

/// A form as it opens: the one that was set aside, else with what is known already.
#[must_use]
pub fn open(room: &Room<'_>, form: Form) -> Vec<Change> {
    let aside = room.meeting.set_aside.iter().position(|draft| draft.form == form);
    let draft = aside.and_then(|at| room.meeting.set_aside.get(at)).cloned();
    let taken = aside
        .zip(draft.clone())
        .map(|(at, item)| MeetingChange::SetAside(ListChange::Remove { at, item }));
    let draft = draft.unwrap_or_else(|| Draft { form, answers: known(room, form), at: 0 });
    let opened = MeetingChange::Draft(Swap::of(&room.meeting.draft, Some(draft)));
    taken
        .into_iter()
        .chain([opened])
        .map(|change| Change::Meeting(room.meeting.id, change))
        .collect()
}

/// What is known already of the answers.
fn known(room: &Room<'_>, form: Form) -> Vec<String> {
    let now = room.words.clock_time(room.now.time());
    let mut answers = match form {
        Form::Agreement { item, line: Some(line) } => mended(room, item, line),
        Form::Arrival(person) => {
            let from = room.meeting.attendee(person).and_then(|attendee| attendee.from);
            vec![from.map_or(now, |time| room.words.clock_time(time))]
        }
        Form::Departure(person) => {
            let until = room.meeting.attendee(person).and_then(|attendee| attendee.until);
            vec![until.map_or(now, |time| room.words.clock_time(time))]
        }
        Form::PersonName(person) => {
            vec![room.group.person(person).map(|person| person.name.clone()).unwrap_or_default()]
        }
        Form::Budget { item } => {
            vec![room.meeting.item(item).map(|item| item.minutes.to_string()).unwrap_or_default()]
        }
        _ => Vec::new(),
    };
    answers.resize(questions(room, form).len(), String::new());
    answers
}

/// Whether the answer at hand is a time or a number that the form proposed.
#[must_use]
pub fn is_proposal(room: &Room<'_>) -> bool {
    room.meeting.draft.as_ref().is_some_and(|draft| {
        matches!(draft.form, Form::Arrival(_) | Form::Departure(_) | Form::Budget { .. })
            && draft.answers == known(room, draft.form)
    })
}

fn mended(room: &Room<'_>, item: usize, line: usize) -> Vec<String> {
    let note = room.meeting.item(item).map_or("", |item| item.note.as_str());
    let found = notes::agreements(note, room.group, room.today());
    let Some(found) = found.into_iter().find(|found| found.line == line) else {
        return Vec::new();
    };
    let Understood { what, who, when, goal } = found.understood;
    let who: Vec<String> = who.iter().map(|id| room.name(*id)).collect();
    vec![
        what,
        who.join(", "),
        when.map(|when| written_when(room, &when)).unwrap_or_default(),
        goal.map(|goal| room.goal_label(goal)).unwrap_or_default(),
    ]
}

/// The changes that close the open form and keep its answers for later, when there are any.
#[must_use]
pub fn set_aside(room: &Room<'_>) -> Vec<Change> {
    let Some(draft) = &room.meeting.draft else { return Vec::new() };
    let closed = MeetingChange::Draft(Swap::of(&room.meeting.draft, None));
    let worth = draft.answers != known(room, draft.form);
    let kept = worth
        .then(|| MeetingChange::SetAside(ListChange::push(&room.meeting.set_aside, draft.clone())));
    [Some(closed), kept]
        .into_iter()
        .flatten()
        .map(|change| Change::Meeting(room.meeting.id, change))
        .collect()
}

/// The change that goes to another question.
#[must_use]
pub fn turn(room: &Room<'_>, at: usize) -> Vec<Change> {
    let Some(draft) = &room.meeting.draft else { return Vec::new() };
    let turned = Draft { at, ..draft.clone() };
    let change = MeetingChange::Draft(Swap::of(&room.meeting.draft, Some(turned)));
    vec![Change::Meeting(room.meeting.id, change)]
}

/// What kring understands of the answer at hand.
#[must_use]
pub fn understood(room: &Room<'_>, draft: &Draft) -> Option<String> {
    let answer = draft.answers.get(draft.at).map_or("", |answer| answer.trim());
    if answer.is_empty() {
        return None;
    }
    match (draft.form, draft.at) {
        (Form::Agreement { .. }, 1) => Some(match who(room, answer) {
            Ok(people) => people.iter().map(|id| room.name(*id)).collect::<Vec<_>>().join(", "),
            Err(sentence) => sentence,
        }),
        (Form::Agreement { .. }, 2) => Some(match dates::read_when(answer, room.today()) {
            Ok(when) => room.words.long_when(&when),
            Err(problem) => room.words.date_problem(&problem).to_owned(),
        }),
        (Form::Agreement { .. }, 3) => Some(goal(room, answer).map_or_else(
            |sentence| sentence,
            |goal| {
                let goal = goal.and_then(|id| room.group.goal(id));
                goal.map(|goal| goal.text.clone()).unwrap_or_default()
            },
        )),
        (Form::Arrival(_) | Form::Departure(_), _) => Some(dates::read_time(answer).map_or_else(
            || room.words.no_such_time().to_owned(),
            |time| room.words.said_time(time),
        )),
        (Form::NewPerson, 2) => {
            kind(answer, room).map(|kind| room.words.person_kind(kind).to_owned())
        }
        _ => None,
    }
}

/// Whether the answer at hand can be left as it is.
///
/// # Errors
/// The sentence why not.
pub fn check(room: &Room<'_>, draft: &Draft) -> Result<(), String> {
    let answer = draft.answers.get(draft.at).map_or("", |answer| answer.trim());
    match (draft.form, draft.at) {
        (Form::Agreement { .. } | Form::NewPerson, 0) => required(room, answer).map(drop),
        (Form::Agreement { .. }, 1) => who(room, answer).map(drop),
        (Form::Agreement { .. }, 2) => when(room, answer).map(drop),
        _ => Ok(()),
    }
}

/// Finishes the open form.
///
/// # Errors
/// The sentence why not yet; nothing of the answers is lost.
pub fn finish(room: &Room<'_>, draft: &Draft) -> Finished {
    let answer = |nr: usize| draft.answers.get(nr).map_or("", |answer| answer.trim());
    let (deed, mut changes) = match draft.form {
        Form::Agreement { item, line } => agreement(room, item, line, &draft.answers)?,
        Form::Decision { item } => {
            let words = required(room, answer(0))?;
            (Deed::Decision, add_line(room, item, &format!("{} {words}", notes::DECISION)))
        }
        Form::Arrival(person) => time_of(room, person, answer(0), true)?,
        Form::Departure(person) => time_of(room, person, answer(0), false)?,
        Form::NewPerson => new_person(room, answer(0), answer(1), answer(2))?,
        Form::PersonName(person) => rename(room, person, required(room, answer(0))?),
        Form::NewShortGoal => new_goal(room, Term::Short, required(room, answer(0))?),
        Form::NewLongGoal => new_goal(room, Term::Long, required(room, answer(0))?),
        Form::Budget { item } => budget(room, item, answer(0))?,
        Form::Reopening => {
            let reason = required(room, answer(0))?;
            let changes = closing::reopen(room.group, room.meeting, room.now, reason);
            return Ok((Deed::AfterTalk, closed_first(room, changes)));
        }
    };
    changes = closed_first(room, changes);
    Ok((deed, changes))
}

/// The form closes first, so that what it leads to is made without it.
fn closed_first(room: &Room<'_>, changes: Vec<Change>) -> Vec<Change> {
    let closed = MeetingChange::Draft(Swap::of(&room.meeting.draft, None));
    std::iter::once(Change::Meeting(room.meeting.id, closed)).chain(changes).collect()
}

fn agreement(room: &Room<'_>, item: usize, line: Option<usize>, answers: &[String]) -> Finished {
    let answer = |nr: usize| answers.get(nr).map_or("", |answer| answer.trim());
    let what = required(room, answer(0))?;
    let mut mentions: Vec<String> =
        who(room, answer(1))?.into_iter().map(|id| room.name(id)).collect();
    mentions.extend(goal(room, answer(3))?.map(|goal| room.goal_label(goal)));
    mentions.extend(when(room, answer(2))?.map(|when| written_when(room, &when)));
    let mut words = vec![format!("{} {what}", notes::AGREEMENT)];
    words.extend(mentions.into_iter().map(|named| format!("{}{named}", notes::MENTION)));
    let text = words.join(" ");
    let changes = match line {
        Some(line) => replace_line(room, item, line, &text),
        None => add_line(room, item, &text),
    };
    Ok((Deed::Agreement, changes))
}

fn add_line(room: &Room<'_>, item: usize, line: &str) -> Vec<Change> {
    let note = room.meeting.item(item).map_or("", |item| item.note.as_str());
    let gap = if note.is_empty() || note.ends_with('\n') { "" } else { "\n" };
    set_note(room, item, &format!("{note}{gap}{line}\n"))
}

fn replace_line(room: &Room<'_>, item: usize, line: usize, text: &str) -> Vec<Change> {
    let note = room.meeting.item(item).map_or("", |item| item.note.as_str());
    let lines = note.split('\n').enumerate();
    let lines: Vec<&str> = lines.map(|(nr, old)| if nr == line { text } else { old }).collect();
    set_note(room, item, &lines.join("\n"))
}

fn set_note(room: &Room<'_>, item: usize, to: &str) -> Vec<Change> {
    let note = TextRef::Meeting(MeetingText::Note(item));
    note.change(room, Some(room.meeting), to)
}

fn time_of(room: &Room<'_>, person: PersonId, answer: &str, arrival: bool) -> Finished {
    let time = match answer {
        "" => None,
        _ => Some(dates::read_time(answer).ok_or_else(|| room.words.no_such_time().to_owned())?),
    };
    let time = time.and_then(|time| time.with_second(0));
    let changes = room.meeting.attendee(person).map(|from| {
        let mut to = from.clone();
        to.presence = Presence::Present;
        if arrival {
            to.from = time;
        } else {
            to.until = time;
        }
        Change::Meeting(room.meeting.id, MeetingChange::Attendance(Swap::of(from, to)))
    });
    Ok((Deed::Attendance, changes.into_iter().collect()))
}

fn new_person(room: &Room<'_>, name: &str, relation: &str, kind_answer: &str) -> Finished {
    let name = required(room, name)?;
    let kind = match kind_answer {
        "" => PersonKind::CloseOne,
        answer => kind(answer, room).ok_or_else(|| room.words.no_such_kind().to_owned())?,
    };
    if kind == PersonKind::Client && room.group.roles.client.is_some() {
        return Err(room.words.one_client().to_owned());
    }
    let id = room.group.free_person();
    let mut person = Person::new(id, name, kind, Standing::Joins);
    relation.clone_into(&mut person.relation);
    let attendee =
        Attendee { person: id, presence: Presence::Present, from: None, until: None, spoke: false };
    let joined = GroupChange::People(ListChange::push(&room.group.people, person));
    let there = MeetingChange::Attendees(ListChange::push(&room.meeting.attendance, attendee));
    let mut changes = vec![Change::Group(joined), Change::Meeting(room.meeting.id, there)];
    if kind == PersonKind::Client && room.group.roles.client.is_none() {
        let mut roles = room.group.roles;
        roles.client = Some(id);
        changes.push(Change::Group(GroupChange::Roles(Swap::of(&room.group.roles, roles))));
    }
    Ok((Deed::NewPerson, changes))
}

fn rename(room: &Room<'_>, person: PersonId, name: &str) -> (Deed, Vec<Change>) {
    let renamed = room.group.person(person).map(|from| {
        let to = Person { name: name.to_owned(), ..from.clone() };
        Change::Group(GroupChange::Person(Swap::of(from, to)))
    });
    (Deed::PersonName, renamed.into_iter().collect())
}

fn new_goal(room: &Room<'_>, term: Term, text: &str) -> (Deed, Vec<Change>) {
    let goal = Goal::new(room.group.free_goal(), term, text, room.today());
    let change = GroupChange::Goals(ListChange::push(&room.group.goals, goal));
    (Deed::NewGoal, vec![Change::Group(change)])
}

fn budget(room: &Room<'_>, item: usize, answer: &str) -> Finished {
    let minutes = answer.parse().ok().filter(|minutes| (1..=MOST_MINUTES).contains(minutes));
    let minutes = minutes.ok_or_else(|| room.words.minutes_range(MOST_MINUTES))?;
    let from = room.meeting.item(item).map_or(0, |item| item.minutes);
    let change = MeetingChange::Budget(item, Swap { from, to: minutes });
    Ok((Deed::Budget, vec![Change::Meeting(room.meeting.id, change)]))
}

/// The item whose note takes an agreement or decision made here.
#[must_use]
pub fn note_for(room: &Room<'_>) -> usize {
    let kinds = [ItemKind::Goals, ItemKind::WorkAgreements, ItemKind::AgreementsAndNextDate];
    match room.meeting.place {
        Place::Item(nr) => nr,
        _ => kinds.into_iter().find_map(|kind| room.meeting.number_of(kind)).unwrap_or(0),
    }
}
