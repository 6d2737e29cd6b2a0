//! What an answer in a form means: people, a goal, a date, a kind of person.

use super::agreement;
use super::meeting_view::MeetingView;
use crate::domain::completion::{self, Candidate};
use crate::domain::dates::{self, DateProblem};
use crate::domain::ids::{GoalId, PersonId};
use crate::domain::mention;
use crate::domain::naming::{self, Naming, apart};
use crate::domain::person::{Person, PersonKind};
use crate::domain::when::When;

/// The day or rhythm an answer names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhenAnswer {
    Nothing,
    When(When),
    /// What was typed, which leaves open which day it means, or names none.
    Words(String),
}

/// The day or rhythm an answer names.
#[must_use]
pub fn when(view: &MeetingView<'_>, answer: &str) -> WhenAnswer {
    match dates::read_when(answer, view.today()) {
        Ok(when) => WhenAnswer::When(when),
        Err(DateProblem::Empty) => WhenAnswer::Nothing,
        Err(_) => WhenAnswer::Words(answer.trim().to_owned()),
    }
}

/// A day or rhythm as it is written in a note: short where that is read back the same.
#[must_use]
pub fn written_when(view: &MeetingView<'_>, when: &When) -> String {
    let words = view.words;
    if let When::Day(due) = when {
        let short = words.day_and_month(due.date);
        if dates::read_when(&short, view.today()).as_ref() == Ok(when) {
            return short;
        }
    }
    words.long_when(when)
}

/// Who does something, as an answer says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Doers {
    pub people: Vec<PersonId>,
    pub everybody: bool,
    /// Names that fit several members, as typed.
    pub open: Vec<String>,
    /// The members whom the first of these fits.
    pub either: Vec<PersonId>,
    /// Names of others than members of the group, as typed.
    pub others: Vec<String>,
    /// A member whose name is like that of one of the others.
    pub near: Option<PersonId>,
}

/// The people an answer names.
#[must_use]
pub fn who(view: &MeetingView<'_>, answer: &str) -> Doers {
    let mut doers = Doers::default();
    let whole = mention::everybody_at(answer.trim()) == Some(answer.trim().len());
    for name in split_names(answer) {
        let everybody = mention::everybody_at(name) == Some(name.len());
        match naming::whom(name, view.group) {
            Naming::One(id) if doers.people.contains(&id) => {}
            Naming::One(id) => doers.people.push(id),
            Naming::Several(people) => {
                doers.open.push(name.to_owned());
                if doers.either.is_empty() {
                    doers.either = people;
                }
            }
            Naming::Near(_) | Naming::Nobody if everybody || whole => doers.everybody = true,
            Naming::Near(id) => {
                doers.near = Some(id);
                doers.others.push(name.to_owned());
            }
            Naming::Nobody => doers.others.push(name.to_owned()),
        }
    }
    doers
}

/// An answer whose last name is that of the next of those who share it: a first name, or a whole one.
fn with_next(view: &MeetingView<'_>, answer: &str) -> Option<String> {
    let last = split_names(answer).last()?;
    let label = |person: &Person| apart(view.group, person);
    let sharing: Vec<&Person> = match naming::whom(last, view.group) {
        Naming::Several(people) => people.iter().filter_map(|id| view.group.person(*id)).collect(),
        Naming::One(id) => {
            let one = view.group.person(id).filter(|one| label(one) == last)?;
            let same = |other: &&Person| other.first_name() == one.first_name();
            view.group.members().filter(same).collect()
        }
        Naming::Near(_) | Naming::Nobody => return None,
    };
    let at = sharing.iter().position(|one| label(one) == last);
    let next = sharing.get(at.map_or(0, |at| (at + 1) % sharing.len()))?;
    let before = answer.trim_end().strip_suffix(last)?;
    (sharing.len() > 1).then(|| format!("{before}{}", label(next)))
}

/// What kring understands of the people an answer names.
#[must_use]
pub fn understood_who(view: &MeetingView<'_>, answer: &str) -> String {
    let words = view.words;
    let doers = who(view, answer);
    if !doers.either.is_empty() {
        return agreement::which_of(view, &doers.either);
    }
    let others = doers.others.join(", ");
    if let Some(open) = mention::left_open(&others, view.group) {
        return agreement::which_of(view, &open);
    }
    if let Some(near) = doers.near {
        return words.did_you_mean_person(&others, &view.name(near));
    }
    if !others.is_empty() {
        return words.not_in_group(&others);
    }
    agreement::doers(view, &doers.people, doers.everybody)
}

/// An answer with the name of a member in place of one that is like it, or with the next of those whom
/// a name fits; `None` without such a name.
#[must_use]
pub fn with_nearest(view: &MeetingView<'_>, answer: &str) -> Option<String> {
    if let Some(next) = with_next(view, answer) {
        return Some(next);
    }
    let doers = who(view, answer);
    let (near, typed) = (doers.near?, doers.others.last()?);
    Some(answer.replacen(typed.as_str(), &view.name(near), 1))
}

fn split_names(answer: &str) -> impl Iterator<Item = &str> {
    answer
        .split([',', ';', '&', '+'])
        .flat_map(|part| part.split(" en "))
        .flat_map(|part| part.split(" and "))
        .map(|name| name.trim().trim_start_matches(mention::MENTION))
        .filter(|name| !name.is_empty())
}

/// The goal an answer names; `None` for an empty answer.
///
/// # Errors
/// The sentence that says what is wrong with the answer.
pub fn goal(view: &MeetingView<'_>, answer: &str) -> Result<Option<GoalId>, String> {
    let answer = answer.trim_start_matches(mention::MENTION);
    if answer.is_empty() {
        return Ok(None);
    }
    let found = completion::candidates(answer, view.group, view.today()).into_iter().find_map(
        |it| match it {
            Candidate::Goal(id) => Some(id),
            Candidate::Person(_) | Candidate::Everybody => None,
        },
    );
    found.map(Some).ok_or_else(|| view.words.no_such_goal().to_owned())
}

/// The kind of person an answer names, by number or by the beginning of the word.
#[must_use]
pub fn kind(answer: &str, view: &MeetingView<'_>) -> Option<PersonKind> {
    let numbered = answer.parse::<usize>().ok().and_then(|nr| nr.checked_sub(1));
    let small = answer.to_lowercase();
    numbered.and_then(|nr| PersonKind::ALL.get(nr)).copied().or_else(|| {
        let begins =
            |kind: &PersonKind| view.words.person_kind(*kind).to_lowercase().starts_with(&small);
        PersonKind::ALL.iter().copied().find(begins)
    })
}

/// An answer that may not be empty.
///
/// # Errors
/// The sentence that says what is wrong with the answer.
pub fn required<'a>(view: &MeetingView<'_>, answer: &'a str) -> Result<&'a str, String> {
    if answer.is_empty() { Err(view.words.needs_words().to_owned()) } else { Ok(answer) }
}
