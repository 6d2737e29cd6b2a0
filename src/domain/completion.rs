//! Completing an unfinished `@` in a note.

use chrono::NaiveDate;

use super::goal::Term;
use super::group::Group;
use super::ids::{GoalId, PersonId};
use super::letters::prefix_length;
use super::mention::{EVERYBODY, MENTION};

/// A completion of an unfinished `@`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Candidate {
    Person(PersonId),
    /// Everybody in the group.
    Everybody,
    /// A goal that the meeting lists.
    Goal(GoalId),
}

/// The unfinished mention directly before the cursor, without its `@`.
#[must_use]
pub fn unfinished_mention(before_cursor: &str) -> Option<&str> {
    let line = before_cursor.rsplit('\n').next()?;
    let at = line.rfind(MENTION)?;
    let typed = &line[at + MENTION.len_utf8()..];
    let begins = line[..at].chars().next_back().is_none_or(char::is_whitespace);
    (begins && !typed.ends_with(char::is_whitespace)).then_some(typed)
}

/// The completions of an unfinished mention: members and goals whose name begins with `typed`.
/// `today` is the day of the meeting.
#[must_use]
pub fn candidates(typed: &str, group: &Group, today: NaiveDate) -> Vec<Candidate> {
    let person_fits = |name: &str| prefix_length(name, typed).is_some();
    let people = group
        .members()
        .filter(|person| !person.name.trim().is_empty() && person_fits(person.name.trim()))
        .map(|person| Candidate::Person(person.id));
    let goal_fits = |term: Term, number: usize| {
        let names = match term {
            Term::Short => ["kort", "short"],
            Term::Long => ["lang", "long"],
        };
        names.iter().any(|name| {
            prefix_length(&format!("{name} {number}"), typed).is_some()
                || prefix_length(&format!("{name}{number}"), typed).is_some()
        })
    };
    let goals = [Term::Short, Term::Long].into_iter().flat_map(|term| {
        let numbered = group.goals_on(term, today).zip(1usize..);
        numbered
            .filter(move |(_, number)| goal_fits(term, *number))
            .map(|(goal, _)| Candidate::Goal(goal.id))
    });
    let everybody = !typed.is_empty() && EVERYBODY.iter().any(|word| person_fits(word));
    people.chain(goals).chain(everybody.then_some(Candidate::Everybody)).collect()
}
