//! Reading a note: which of its lines are agreements or decisions, and what they say.
//!
//! During a meeting, agreements and decisions exist only as lines of the notes; closing turns them
//! into records. A line that begins with `!` is an agreement, with `=` a decision; `@` names a
//! person, a goal or a date.

use std::collections::HashMap;

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
    LineReader::default().agreements(note, group, today)
}

/// Reads notes and remembers what the lines of agreements say: they are read again at every key, and
/// there can be many.
#[derive(Clone, Debug, Default)]
pub struct LineReader {
    /// What the remembered lines were read with.
    context: Option<Context>,
    read: HashMap<String, Understood>,
}

impl LineReader {
    /// More lines than this are not remembered; a meeting has fewer.
    const MOST_LINES: usize = 2_000;

    /// The agreements of a note, in order. `today` is the day of the meeting.
    pub fn agreements(
        &mut self,
        note: &str,
        group: &Group,
        today: NaiveDate,
    ) -> Vec<FoundAgreement> {
        let context = Context::of(group, today);
        if self.context.as_ref() != Some(&context) || self.read.len() > Self::MOST_LINES {
            self.read.clear();
        }
        let context = self.context.insert(context);
        let signed_lines = note.lines().enumerate();
        signed_lines
            .filter_map(|(line, text)| {
                let words = signed(text, AGREEMENT)?;
                let understood = if let Some(understood) = self.read.get(words) {
                    understood.clone()
                } else {
                    let understood = understand(words, context);
                    self.read.insert(words.to_owned(), understood.clone());
                    understood
                };
                Some(FoundAgreement { line, understood })
            })
            .collect()
    }
}

/// All that the meaning of a line depends on besides its words: who and what can be named in it, and
/// the day.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Context {
    people: Vec<Named>,
    /// The goals that are numbered on that day, in order.
    short: Vec<GoalId>,
    long: Vec<GoalId>,
    today: NaiveDate,
}

/// A member of the group, by full name and first name.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Named {
    id: PersonId,
    full: String,
    first: String,
}

impl Context {
    fn of(group: &Group, today: NaiveDate) -> Self {
        let named = group.members().map(|person| Named {
            id: person.id,
            full: person.name.trim().to_owned(),
            first: person.first_name().to_owned(),
        });
        let goals = |term| group.goals_on(term, today).map(|goal| goal.id).collect();
        Self { people: named.collect(), short: goals(Term::Short), long: goals(Term::Long), today }
    }

    fn goals(&self, term: Term) -> &[GoalId] {
        match term {
            Term::Short => &self.short,
            Term::Long => &self.long,
        }
    }
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
        Some(words) => NoteLine::Agreement(understand(words, &Context::of(group, today))),
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

fn understand(words: &str, context: &Context) -> Understood {
    let mut understood = Understood::default();
    let mut pieces = split(words, context);
    // A date at the end of the line needs no `@`.
    if let Some(Piece::Words(last)) = pieces.last().filter(|_| !has_when(&pieces))
        && let Some((start, when)) = dates::trailing(last, context.today)
    {
        let before = &last[..start];
        pieces.pop();
        pieces.push(Piece::Words(before));
        pieces.push(Piece::When(when));
    }
    if !pieces.iter().any(|piece| matches!(piece, Piece::Person(..))) {
        understood.who = leading_names(words, context);
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
fn leading_names(words: &str, context: &Context) -> Vec<PersonId> {
    let mut names = Vec::new();
    let mut rest = words;
    while let Some((length, id)) = person_at(rest, context) {
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

fn split<'a>(words: &'a str, context: &Context) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut rest = words;
    let mut from = 0;
    while let Some(sign) = rest.get(from..).and_then(|tail| tail.find(MENTION)) {
        let at = from + sign;
        let named = &rest[at + MENTION.len_utf8()..];
        match mention(named, context) {
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
fn mention<'a>(text: &'a str, context: &Context) -> Option<(usize, Piece<'a>)> {
    if let Some((length, id)) = goal_at(text, context) {
        return Some((length, Piece::Goal(id)));
    }
    if let Some((length, id)) = person_at(text, context) {
        return Some((length, Piece::Person(id, &text[..length])));
    }
    dates::leading(text, context.today).map(|(length, when)| (length, Piece::When(when)))
}

/// The member with whose name the text begins, and its length in bytes: the longest match of full
/// names and first names.
fn person_at(text: &str, context: &Context) -> Option<(usize, PersonId)> {
    let full = context.people.iter().map(|person| (person.full.as_str(), person.id));
    let first = context.people.iter().map(|person| (person.first.as_str(), person.id));
    full.chain(first)
        .filter_map(|(name, id)| Some((begins_with_word(text, name)?, id)))
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
}

/// The goal with whose label the text begins, and its length in bytes: "Kort 1", "k1", "Long 2".
fn goal_at(text: &str, context: &Context) -> Option<(usize, GoalId)> {
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
        let goal = context.goals(*term).get(number).filter(|_| ends)?;
        Some((text.len() - rest.len(), *goal))
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
