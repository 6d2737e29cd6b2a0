//! The forms of a meeting: opened, gone through, set aside, finished. The answers are kept in the
//! meeting itself, so that a crash loses none of them.

use chrono::NaiveDate;

use super::{Deed, agreements, attendance, goals, meeting, people, to_meeting};
use crate::domain::change::{Change, MeetingChange};
use crate::domain::dates;
use crate::domain::delta::{ListChange, Swap};
use crate::domain::form::{Draft, Form};
use crate::domain::goal::Term;
use crate::domain::history::DeedKind;
use crate::domain::person::{PersonKind, Standing};
use crate::domain::reading::Understood;
use crate::domain::relation;
use crate::domain::rereading::agreements;
use crate::view::agreement::doers;
use crate::view::answer::{goal, kind, required, when, who, with_nearest, written_when};
use crate::view::form::questions;
use crate::view::meeting_view::MeetingView;

/// A form as it opens: the one that was set aside, else with what is known already.
#[must_use]
pub fn open(view: &MeetingView<'_>, form: Form) -> Vec<Change> {
    let aside = view.meeting.set_aside.iter().position(|draft| draft.form == form);
    let draft = aside.and_then(|at| view.meeting.set_aside.get(at)).cloned();
    let taken = aside
        .zip(draft.clone())
        .map(|(at, item)| MeetingChange::SetAside(ListChange::Remove { at, item }));
    let draft = draft.unwrap_or_else(|| Draft { form, answers: known(view, form), at: 0 });
    let opened = MeetingChange::Draft(Swap::of(&view.meeting.draft, Some(draft)));
    to_meeting(view.meeting, taken.into_iter().chain([opened]))
}

/// The answers that are known already, blank where none is.
fn known(view: &MeetingView<'_>, form: Form) -> Vec<String> {
    let time =
        |time: Option<chrono::NaiveTime>| view.words.clock_time(time.unwrap_or(view.now.time()));
    let mut answers = match form {
        Form::Agreement { item, line: Some(line) } => mended(view, item, line),
        Form::Arrival(person) => {
            vec![time(view.meeting.attendee(person).and_then(|attendee| attendee.from))]
        }
        Form::Departure(person) => {
            vec![time(view.meeting.attendee(person).and_then(|attendee| attendee.until))]
        }
        Form::PersonName(person) => {
            vec![view.group.person(person).map(|person| person.name.clone()).unwrap_or_default()]
        }
        Form::MeetingDay => {
            let day = view.meeting.day().unwrap_or(view.now.date_naive());
            let began = view.meeting.began().map(|time| view.words.clock_time(time));
            vec![view.words.long_date(day), began.unwrap_or_default()]
        }
        Form::Budget { item } => {
            vec![view.meeting.item(item).map(|item| item.minutes.to_string()).unwrap_or_default()]
        }
        _ => Vec::new(),
    };
    answers.resize(questions(view, form).len(), String::new());
    answers
}

/// Whether the answer at hand is a time or a number that the form proposed, which typing replaces.
#[must_use]
pub fn is_proposal(view: &MeetingView<'_>) -> bool {
    view.meeting.draft.as_ref().is_some_and(|draft| {
        matches!(
            draft.form,
            Form::Arrival(_) | Form::Departure(_) | Form::Budget { .. } | Form::MeetingDay
        ) && draft.answers.get(draft.at) == known(view, draft.form).get(draft.at)
    })
}

/// The answers that a line of a note holds already.
fn mended(view: &MeetingView<'_>, item: usize, line: usize) -> Vec<String> {
    let found = view.meeting.item(item).map(|item| agreements(item, view.group, view.today()));
    let found = found.unwrap_or_default().into_iter().find(|found| found.line == line);
    let Some(found) = found else { return Vec::new() };
    let Understood { what, who, everybody, when, goal, .. } = found.understood;
    vec![
        what,
        doers(view, &who, everybody),
        when.map(|when| written_when(view, &when)).unwrap_or_default(),
        goal.map(|goal| view.goal_label(goal)).unwrap_or_default(),
    ]
}

/// The changes that close the open form and keep its answers for later, when there are any.
#[must_use]
pub fn set_aside(view: &MeetingView<'_>) -> Vec<Change> {
    let Some(draft) = &view.meeting.draft else { return Vec::new() };
    let typed = draft.answers != known(view, draft.form);
    let kept = typed
        .then(|| MeetingChange::SetAside(ListChange::push(&view.meeting.set_aside, draft.clone())));
    to_meeting(view.meeting, std::iter::once(closed(view)).chain(kept))
}

fn closed(view: &MeetingView<'_>) -> MeetingChange {
    MeetingChange::Draft(Swap::of(&view.meeting.draft, None))
}

/// The change that goes to another question, counted from 0.
#[must_use]
pub fn turn(view: &MeetingView<'_>, at: usize) -> Vec<Change> {
    let Some(draft) = &view.meeting.draft else { return Vec::new() };
    let turned = Draft { at, ..draft.clone() };
    let change = MeetingChange::Draft(Swap::of(&view.meeting.draft, Some(turned)));
    to_meeting(view.meeting, [change])
}

/// Whether the answer at hand can be left as it is.
///
/// # Errors
/// The sentence why not.
pub fn check(view: &MeetingView<'_>, draft: &Draft) -> Result<(), String> {
    let answer = draft.answers.get(draft.at).map_or("", |answer| answer.trim());
    match (draft.form, draft.at) {
        (Form::MeetingDay, 0) => past_day(view, answer).map(drop),
        (Form::Agreement { .. } | Form::NewPerson, 0) => required(view, answer).map(drop),
        _ => Ok(()),
    }
}

/// The answer at hand with the name of a member in place of one that is like it; `None` where nothing is
/// to be mended.
#[must_use]
pub fn nearest_name(view: &MeetingView<'_>, draft: &Draft) -> Option<String> {
    let asks_who = matches!((draft.form, draft.at), (Form::Agreement { .. }, 1));
    asks_who.then(|| with_nearest(view, draft.answers.get(1)?)).flatten()
}

/// What finishing a form comes down to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finished {
    /// What the answers lead to.
    pub deed: Deed,
    /// The change that closes the form. It is recorded after the deed and apart from it: undoing the
    /// deed must not open the form again, and a crash in between loses nothing.
    pub closed: Vec<Change>,
}

/// Finishes the open form.
///
/// # Errors
/// The sentence why not yet; nothing of the answers is lost.
pub fn finish(view: &MeetingView<'_>, draft: &Draft) -> Result<Finished, String> {
    let deed = answered(view, draft)?;
    Ok(Finished { deed, closed: to_meeting(view.meeting, [closed(view)]) })
}

fn answered(view: &MeetingView<'_>, draft: &Draft) -> Result<Deed, String> {
    let answer = |nr: usize| draft.answers.get(nr).map_or("", |answer| answer.trim());
    Ok(match draft.form {
        Form::Agreement { item, line } => {
            let agreement = agreements::NewAgreement {
                what: required(view, answer(0))?,
                who: who(view, answer(1)),
                when: when(view, answer(2)),
                goal: goal(view, answer(3))?,
            };
            agreements::write(view, item, line, &agreement)
        }
        Form::Decision { item } => {
            agreements::write_decision(view, item, required(view, answer(0))?)
        }
        Form::Arrival(person) => attendance::arrives(view, person, time(view, answer(0))?)?,
        Form::Departure(person) => attendance::leaves(view, person, time(view, answer(0))?)?,
        Form::NewPerson => new_person(view, answer(0), answer(1), answer(2))?,
        Form::PersonName(person) => people::rename(view, person, required(view, answer(0))?),
        Form::NewShortGoal => new_goal(view, Term::Short, required(view, answer(0))?),
        Form::NewLongGoal => new_goal(view, Term::Long, required(view, answer(0))?),
        Form::Budget { item } => {
            let most = meeting::MOST_MINUTES;
            let minutes = answer(0).parse().ok().filter(|it| (1..=most).contains(it));
            meeting::set_budget(view, item, minutes.ok_or_else(|| view.words.minutes_range(most))?)
        }
        Form::MeetingDay => {
            let (day, start) = (past_day(view, answer(0))?, time(view, answer(1))?);
            let now = view.now;
            if day == now.date_naive() && start.is_some_and(|start| start > now.time()) {
                return Err(view.words.is_yet_to_come().to_owned());
            }
            meeting::set_day(view, day, start)
        }
        Form::Reopening => {
            Deed::new(DeedKind::AfterTalk, meeting::reopen(view, Some(required(view, answer(0))?)))
        }
    })
}

/// A day that is not in the future.
fn past_day(view: &MeetingView<'_>, answer: &str) -> Result<NaiveDate, String> {
    let today = view.now.date_naive();
    match dates::read_past_date(required(view, answer)?, today) {
        Ok(day) if day > today => Err(view.words.is_yet_to_come().to_owned()),
        Ok(day) => Ok(day),
        Err(problem) => Err(view.words.past_date_problem(&problem)),
    }
}

fn time(view: &MeetingView<'_>, answer: &str) -> Result<Option<chrono::NaiveTime>, String> {
    if answer.is_empty() {
        return Ok(None);
    }
    let time = dates::read_time(answer);
    time.map(Some).ok_or_else(|| view.words.no_such_time().to_owned())
}

/// Somebody new who is in the room: they join, and they are there.
fn new_person(
    view: &MeetingView<'_>,
    name: &str,
    relation: &str,
    kind_answer: &str,
) -> Result<Deed, String> {
    let name = required(view, name)?;
    let kind = match kind_answer {
        "" => relation::kind_of(relation).unwrap_or(PersonKind::CloseOne),
        answer => kind(answer, view).ok_or_else(|| view.words.no_such_kind().to_owned())?,
    };
    let new = people::NewPerson { name, relation, kind, standing: Standing::Joins };
    let (id, mut deed) = people::add(view, &new)?;
    let there = attendance::is_there(view.meeting, id);
    deed.changes.extend(to_meeting(view.meeting, [there]));
    Ok(deed)
}

fn new_goal(view: &MeetingView<'_>, term: Term, text: &str) -> Deed {
    goals::add(view, term, text, Some(view.meeting)).1
}
