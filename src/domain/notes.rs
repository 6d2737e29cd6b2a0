//! Reading a note: which of its lines are agreements or decisions, and what they say.
//!
//! During a meeting, agreements and decisions exist only as lines of the notes; closing turns them
//! into records. A line that begins with `!` is an agreement, with `=` a decision; `@` names a
//! person, a goal or a date.

use chrono::NaiveDate;

use super::dates::{self, When};
use super::goal::Term;
use super::group::Group;
use super::ids::{GoalId, PersonId};

/// Begins an agreement.
pub const AGREEMENT: char = '!';
/// Begins a decision.
pub const DECISION: char = '=';
/// Precedes the name of a person, a goal or a date.
pub const MENTION: char = '@';

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoteLine {
    /// Ordinary text.
    Words,
    Agreement(Understood),
    /// A decision, without the sign.
    Decision(String),
}

/// The content of an agreement's line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Understood {
    /// What will be done, without signs and without the mentions at its end.
    pub what: String,
    pub who: Vec<PersonId>,
    pub when: Option<When>,
    pub goal: Option<GoalId>,
}

/// An agreement found in a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundAgreement {
    /// The line of the note, from 0.
    pub line: usize,
    pub understood: Understood,
}

/// The agreements of a note, in order. `today` is the day of the meeting.
#[must_use]
pub fn agreements(note: &str, group: &Group, today: NaiveDate) -> Vec<FoundAgreement> {
    note.lines()
        .enumerate()
        .filter_map(|(line, text)| match read_line(text, group, today) {
            NoteLine::Agreement(understood) => Some(FoundAgreement { line, understood }),
            NoteLine::Words | NoteLine::Decision(_) => None,
        })
        .collect()
}

/// The decisions of a note, in order.
#[must_use]
pub fn decisions(note: &str) -> Vec<String> {
    note.lines().filter_map(|line| signed(line, DECISION)).map(str::to_owned).collect()
}

/// Whether a line is an agreement or a decision.
#[must_use]
pub fn is_marked(line: &str) -> bool {
    [AGREEMENT, DECISION].into_iter().any(|sign| signed(line, sign).is_some())
}

/// Reads one line. `today` is the day of the meeting.
#[must_use]
pub fn read_line(line: &str, group: &Group, today: NaiveDate) -> NoteLine {
    if let Some(words) = signed(line, DECISION) {
        return NoteLine::Decision(words.to_owned());
    }
    match signed(line, AGREEMENT) {
        Some(words) => NoteLine::Agreement(understand(words, group, today)),
        None => NoteLine::Words,
    }
}

/// The text after a sign, if the line begins with that sign and the text is not blank.
fn signed(line: &str, sign: char) -> Option<&str> {
    let words = line.trim_start().strip_prefix(sign)?.trim();
    (!words.is_empty()).then_some(words)
}

/// A piece of the line of an agreement.
enum Piece<'a> {
    Words(&'a str),
    Person(PersonId, &'a str),
    Goal(GoalId),
    When(When),
}

fn understand(words: &str, group: &Group, today: NaiveDate) -> Understood {
    let mut understood = Understood::default();
    let mut pieces = split(words, group, today);
    // A date at the end of the line needs no `@`.
    if let Some(Piece::Words(last)) = pieces.last().filter(|_| !has_when(&pieces))
        && let Some((start, when)) = dates::trailing(last, today)
    {
        let before = &last[..start];
        pieces.pop();
        pieces.push(Piece::Words(before));
        pieces.push(Piece::When(when));
    }
    if !pieces.iter().any(|piece| matches!(piece, Piece::Person(..))) {
        understood.who = leading_names(words, group);
    }
    let spoken = pieces.iter().rposition(
        |piece| matches!(piece, Piece::Words(words) if !words.trim_matches(is_filler).is_empty()),
    );
    for (nr, piece) in pieces.into_iter().enumerate() {
        let within = spoken.is_some_and(|last| nr <= last);
        match piece {
            Piece::Words(words) if within => understood.what.push_str(words),
            Piece::Words(_) => {}
            Piece::Person(id, name) => {
                if within {
                    understood.what.push_str(name);
                }
                if !understood.who.contains(&id) {
                    understood.who.push(id);
                }
            }
            Piece::Goal(id) => understood.goal = Some(id),
            Piece::When(when) => understood.when = Some(when),
        }
    }
    understood.what = understood.what.split_whitespace().collect::<Vec<_>>().join(" ");
    understood.what.truncate(understood.what.trim_end_matches(is_filler).len());
    understood
}

/// The members with whose names an agreement begins, for lines without a person after an `@`:
/// "Karin en Piet halen …".
fn leading_names(words: &str, group: &Group) -> Vec<PersonId> {
    let mut names = Vec::new();
    let mut rest = words;
    while let Some((length, id)) = person_at(rest, group) {
        names.push(id);
        let after = rest[length..].trim_start();
        let joined = [",", "en ", "and ", "& "].iter().find_map(|word| after.strip_prefix(word));
        match joined {
            Some(next) => rest = next.trim_start(),
            None => break,
        }
    }
    names
}

fn has_when(pieces: &[Piece<'_>]) -> bool {
    pieces.iter().any(|piece| matches!(piece, Piece::When(_)))
}

fn is_filler(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | ';' | '.' | ':')
}

fn split<'a>(words: &'a str, group: &Group, today: NaiveDate) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut rest = words;
    let mut from = 0;
    while let Some(sign) = rest.get(from..).and_then(|tail| tail.find(MENTION)) {
        let at = from + sign;
        let named = &rest[at + MENTION.len_utf8()..];
        match mention(named, group, today) {
            Some((length, piece)) => {
                pieces.push(Piece::Words(&rest[..at]));
                pieces.push(piece);
                rest = &named[length..];
                from = 0;
            }
            // An `@` without a known name remains part of the text.
            None => from = at + MENTION.len_utf8(),
        }
    }
    pieces.push(Piece::Words(rest));
    pieces
}

/// What an `@` in front of `text` names, and how many bytes the name takes.
fn mention<'a>(text: &'a str, group: &Group, today: NaiveDate) -> Option<(usize, Piece<'a>)> {
    if let Some((length, id)) = goal_at(text, group, today) {
        return Some((length, Piece::Goal(id)));
    }
    if let Some((length, id)) = person_at(text, group) {
        return Some((length, Piece::Person(id, &text[..length])));
    }
    dates::leading(text, today).map(|(length, when)| (length, Piece::When(when)))
}

/// The member with whose name the text begins, and its length in bytes: the longest match of full
/// names and first names.
fn person_at(text: &str, group: &Group) -> Option<(usize, PersonId)> {
    let full = group.members().map(|person| (person.name.trim(), person.id));
    let first = group.members().map(|person| (person.first_name(), person.id));
    full.chain(first)
        .filter_map(|(name, id)| Some((begins_with_word(text, name)?, id)))
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
}

/// The goal with whose label the text begins, and its length in bytes: "Kort 1", "k1", "Long 2".
fn goal_at(text: &str, group: &Group, today: NaiveDate) -> Option<(usize, GoalId)> {
    const WORDS: [(&str, Term); 6] = [
        ("kort", Term::Short),
        ("short", Term::Short),
        ("lang", Term::Long),
        ("long", Term::Long),
        ("k", Term::Short),
        ("l", Term::Long),
    ];
    WORDS.iter().find_map(|(word, term)| {
        let length = prefix_length(text, word)?;
        let after = text[length..].trim_start_matches([' ', '-', '_']);
        let digit = after.chars().next()?.to_digit(10)?;
        let number = usize::try_from(digit).ok()?.checked_sub(1)?;
        let rest = &after[1..];
        let ends = !rest.starts_with(|c: char| c.is_alphanumeric());
        let goal = group.goals_on(*term, today).nth(number).filter(|_| ends)?;
        Some((text.len() - rest.len(), goal.id))
    })
}

/// The length in bytes of `word` at the start of `text`, ignoring case, if a word ends there.
fn begins_with_word(text: &str, word: &str) -> Option<usize> {
    let length = prefix_length(text, word).filter(|length| *length > 0)?;
    let ends = !text[length..].starts_with(|c: char| c.is_alphanumeric());
    ends.then_some(length)
}

/// The length in bytes of `word` at the start of `text`, ignoring case.
fn prefix_length(text: &str, word: &str) -> Option<usize> {
    let mut rest = text.chars();
    for expected in word.chars() {
        let found = rest.next()?;
        if !found.to_lowercase().eq(expected.to_lowercase()) {
            return None;
        }
    }
    Some(text.len() - rest.as_str().len())
}

/// A completion of an unfinished `@`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Candidate {
    Person(PersonId),
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
    people.chain(goals).collect()
}

/// The first name of a person, or the full name if somebody else in the group has the same first
/// name.
#[must_use]
pub fn short_name(group: &Group, id: PersonId) -> String {
    let Some(person) = group.person(id) else { return String::new() };
    let first = person.first_name();
    // A first name is the first word, unless that ends with a dot. Most names are ruled out by that
    // alone; this is asked for everybody, at every key.
    let may_share = |name: &str| name.trim_start().starts_with(first) || name.contains('.');
    let sharing = group.people.iter().filter(|other| may_share(&other.name));
    let shared = sharing.filter(|other| other.first_name() == first).count() > 1;
    if shared { person.name.trim().to_owned() } else { first.to_owned() }
}
