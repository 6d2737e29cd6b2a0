//! What an answer in a form means: people, a goal, a date, a kind of person.

use super::meeting_view::MeetingView;
use crate::domain::dates::{self, DateProblem, When};
use crate::domain::ids::{GoalId, PersonId};
use crate::domain::notes::{self, Candidate};
use crate::domain::person::PersonKind;

/// The date or rhythm an answer names; `None` for an empty answer.
///
/// # Errors
/// The sentence that says what is wrong with the answer.
pub fn when(view: &MeetingView<'_>, answer: &str) -> Result<Option<When>, String> {
    match dates::read_when(answer, view.today()) {
        Ok(when) => Ok(Some(when)),
        Err(DateProblem::Empty) => Ok(None),
        Err(problem) => Err(view.words.date_problem(&problem).to_owned()),
    }
}

/// A date or rhythm as it is written in a note: short, and read back the same.
#[must_use]
pub fn written_when(view: &MeetingView<'_>, when: &When) -> String {
    let words = view.words;
    match when {
        When::By(date) => {
            let short = words.day_and_month(*date);
            if dates::read_date(&short, view.today()) == Ok(*date) {
                short
            } else {
                words.dated(*date).trim().to_owned()
            }
        }
        When::Every(_) => words.long_when(when),
    }
}

/// The people an answer names, by the beginning of their name.
///
/// # Errors
/// The sentence that says what is wrong with the answer.
pub fn who(view: &MeetingView<'_>, answer: &str) -> Result<Vec<PersonId>, String> {
    let mut people = Vec::new();
    for name in split_names(answer) {
        let found =
            notes::candidates(name, view.group, view.today()).into_iter().find_map(|it| match it {
                Candidate::Person(id) => Some(id),
                Candidate::Goal(_) => None,
            });
        let id = found.ok_or_else(|| view.words.not_in_group(name))?;
        if !people.contains(&id) {
            people.push(id);
        }
    }
    Ok(people)
}

fn split_names(answer: &str) -> impl Iterator<Item = &str> {
    answer
        .split([',', ';', '&', '+'])
        .flat_map(|part| part.split(" en "))
        .flat_map(|part| part.split(" and "))
        .map(|name| name.trim().trim_start_matches(notes::MENTION))
        .filter(|name| !name.is_empty())
}

/// The goal an answer names; `None` for an empty answer.
///
/// # Errors
/// The sentence that says what is wrong with the answer.
pub fn goal(view: &MeetingView<'_>, answer: &str) -> Result<Option<GoalId>, String> {
    let answer = answer.trim_start_matches(notes::MENTION);
    if answer.is_empty() {
        return Ok(None);
    }
    let found =
        notes::candidates(answer, view.group, view.today()).into_iter().find_map(|it| match it {
            Candidate::Goal(id) => Some(id),
            Candidate::Person(_) => None,
        });
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
