//! Reading a note: which of its lines are agreements or decisions, and what they say.
//!
//! During a meeting, agreements and decisions exist only as lines of the notes; closing turns them
//! into records. A line that begins with `!` is an agreement, with `=` a decision; `@` names a
//! person, a goal or a date.

use chrono::NaiveDate;

use super::dates::{self, DateProblem, When};
use super::goal::Term;
use super::group::Group;
use super::ids::{GoalId, PersonId};
use super::naming::{apart, begins_with_word, prefix_length};
use super::reading::{LineReading, NameRead, Understood, WordsRead};

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

/// The lines of a note that are agreements: the number of the line, from 0, and its words without the
/// sign.
pub fn agreement_lines(note: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = note.lines().enumerate();
    lines.filter_map(|(nr, line)| Some((nr, signed(line, AGREEMENT)?)))
}

/// Reads the lines of agreements.
pub struct Reader(Context);

impl Reader {
    /// A reader for lines that are typed on a day. The names of a line that was read before keep whom
    /// they meant.
    #[must_use]
    pub fn new(group: &Group, today: NaiveDate, was: Option<&LineReading>) -> Self {
        Self(Context::of(group, today, was))
    }

    /// What a line means, without its sign, and which of its words say so.
    #[must_use]
    pub fn read(&self, words: &str) -> (Understood, WordsRead) {
        understand(words, &self.0)
    }
}

/// All that the meaning of a line depends on besides its words: who and what can be named in it, and
/// the day.
struct Context {
    /// Those of the line as it was read before come first.
    people: Vec<Named>,
    /// How many of them the line named before.
    read_before: usize,
    /// The goal that was named before, and by which words.
    goal_before: Option<(String, GoalId)>,
    /// The goals that are numbered on that day, in order.
    short: Vec<GoalId>,
    long: Vec<GoalId>,
    today: NaiveDate,
}

/// A member of the group, by the names they can be called by.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Named {
    id: PersonId,
    /// Tells those of the same whole name apart.
    label: String,
    full: String,
    first: String,
}

impl Context {
    fn of(group: &Group, today: NaiveDate, was: Option<&LineReading>) -> Self {
        let before = was.iter().flat_map(|was| &was.words.names).map(|name| Named {
            id: name.person,
            label: name.words.clone(),
            full: name.words.clone(),
            first: String::new(),
        });
        let named = group.members().map(|person| Named {
            id: person.id,
            // Of two of the same name, one whose relation is not known has no label of its own.
            label: Some(apart(group, person))
                .filter(|it| it != person.name.trim())
                .unwrap_or_default(),
            full: person.name.trim().to_owned(),
            first: person.first_name().to_owned(),
        });
        let goals = |term| group.goals_on(term, today).map(|goal| goal.id).collect();
        let goal_before = was.and_then(|was| {
            Some((was.words.goal.clone(), was.understood.goal?))
                .filter(|(words, _)| !words.is_empty())
        });
        let people = before.chain(named).collect();
        let read_before = was.map_or(0, |was| was.words.names.len());
        Self {
            goal_before,
            people,
            read_before,
            short: goals(Term::Short),
            long: goals(Term::Long),
            today,
        }
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

/// A text without the signs in front of what it mentions.
#[must_use]
pub fn without_mentions(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut before = None;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let begins = before.is_none_or(|one: char| one.is_whitespace() || one == '(');
        let names = letters.peek().is_some_and(|next| next.is_alphanumeric());
        if letter != MENTION || !begins || !names {
            plain.push(letter);
        }
        before = Some(letter);
    }
    plain
}

/// Reads one line. `today` is the day of the meeting.
#[must_use]
pub fn read_line(line: &str, group: &Group, today: NaiveDate) -> NoteLine {
    if let Some(words) = signed(line, DECISION) {
        return NoteLine::Decision(words.to_owned());
    }
    match signed(line, AGREEMENT) {
        Some(words) => NoteLine::Agreement(Reader::new(group, today, None).read(words).0),
        None => NoteLine::Words,
    }
}

/// The text after a sign, if the line begins with that sign once and a word follows.
fn signed(line: &str, sign: char) -> Option<&str> {
    let words = line.trim_start().strip_prefix(sign)?;
    // A row of signs is no sign, and neither is one without a word.
    let counts = !words.starts_with(sign) && words.contains(char::is_alphanumeric);
    counts.then_some(words.trim())
}

/// A piece of the line of an agreement.
enum Piece<'a> {
    Words(&'a str),
    Person(NameFound, &'a str),
    /// A word for everybody in the group.
    Everybody(&'a str),
    Goal(GoalId, &'a str),
    When(When, &'a str),
}

impl Piece<'_> {
    fn names_somebody(&self) -> bool {
        matches!(self, Self::Person(..) | Self::Everybody(_))
    }
}

fn understand(words: &str, context: &Context) -> (Understood, WordsRead) {
    let (mut understood, mut read) = (Understood::default(), WordsRead::default());
    let mut pieces = split(words, context);
    // A date at the end of the line needs no `@`.
    if let Some(Piece::Words(last)) = pieces.last().filter(|_| !has_when(&pieces))
        && let Some((start, when)) = dates::trailing(last, context.today)
    {
        let (before, day) = last.split_at(start);
        pieces.pop();
        pieces.push(Piece::Words(before));
        pieces.push(Piece::When(when, day.trim()));
    }
    if !pieces.iter().any(Piece::names_somebody) {
        let (names, rest) = leading_names(words, context);
        understood.everybody = everybody_at(rest).is_some();
        for (found, name) in names {
            found.add_to(&mut understood, &mut read, name);
        }
    }
    // A mention that was not understood, such as "@31 feb", ends the sentence as one that was, and so
    // does a day that does not exist.
    let no_such_day =
        |words: &str| dates::read_date(words, context.today) == Err(DateProblem::NoSuchDay);
    let unknown = |words: &str| words.trim_start().starts_with(MENTION) || no_such_day(words);
    let spoken = pieces.iter().rposition(|piece| match piece {
        Piece::Words(words) => !words.trim_matches(is_filler).is_empty() && !unknown(words),
        _ => false,
    });
    for (nr, piece) in pieces.into_iter().enumerate() {
        let within = spoken.is_some_and(|last| nr <= last);
        match piece {
            Piece::Words(words) if within || unknown(words) => understood.what.push_str(words),
            Piece::Words(_) => {}
            Piece::Person(found, name) => {
                if within {
                    understood.what.push_str(name);
                }
                found.add_to(&mut understood, &mut read, name);
            }
            Piece::Everybody(name) => {
                if within {
                    understood.what.push_str(name);
                }
                understood.everybody = true;
            }
            Piece::Goal(id, label) => {
                understood.goal = Some(id);
                label.clone_into(&mut read.goal);
            }
            Piece::When(when, day) => {
                understood.when = Some(when);
                day.clone_into(&mut read.when);
            }
        }
    }
    understood.what = understood.what.split_whitespace().collect::<Vec<_>>().join(" ");
    understood.what.truncate(understood.what.trim_end_matches(is_filler).len());
    (understood, read)
}

/// The members with whose names an agreement begins, for lines without a person after an `@`:
/// "Karin en Piet halen …"; and what follows the word that joins them to a last one.
fn leading_names<'a>(words: &'a str, context: &Context) -> (Vec<(NameFound, &'a str)>, &'a str) {
    let mut names = Vec::new();
    let mut rest = words;
    while let Some((length, found)) = people_at(rest, context) {
        names.push((found, &rest[..length]));
        let after = rest[length..].trim_start();
        let joined = [",", "en ", "and ", "& "].iter().find_map(|word| after.strip_prefix(word));
        match joined {
            Some(next) => rest = next.trim_start(),
            None => return (names, ""),
        }
    }
    (names, rest)
}

fn has_when(pieces: &[Piece<'_>]) -> bool {
    pieces.iter().any(|piece| matches!(piece, Piece::When(..)))
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
        return Some((length, Piece::Goal(id, &text[..length])));
    }
    if let Some((length, found)) = people_at(text, context) {
        return Some((length, Piece::Person(found, &text[..length])));
    }
    if let Some(length) = everybody_at(text) {
        return Some((length, Piece::Everybody(&text[..length])));
    }
    dates::leading(text, context.today)
        .map(|(length, when)| (length, Piece::When(when, &text[..length])))
}

/// Whom a name in a line means.
struct NameFound {
    /// `None` when somebody has to say who.
    means: Option<PersonId>,
    /// Those it fits, when it fits several.
    either: Vec<PersonId>,
}

impl NameFound {
    fn add_to(self, understood: &mut Understood, read: &mut WordsRead, name: &str) {
        if let Some(id) = self.means.filter(|id| !understood.who.contains(id)) {
            understood.who.push(id);
            read.names.push(NameRead { words: name.to_owned(), person: id });
        }
        // Of several such names the first that is open is asked about.
        if !self.either.is_empty() && understood.undecided().is_empty() {
            understood.either = self.either;
            name.clone_into(&mut read.either);
        }
    }
}

/// Whom the name means with which the text begins, and its length in bytes: the longest match of full
/// names and first names.
fn people_at(text: &str, context: &Context) -> Option<(usize, NameFound)> {
    let length_of = |name: &str| begins_with_word(text, name);
    let lengths = context
        .people
        .iter()
        .map(|one| length_of(&one.label).max(length_of(&one.full)).max(length_of(&one.first)));
    let longest = lengths.flatten().max()?;
    let whole = |name: &str| length_of(name) == Some(longest);
    let (before, members) = context.people.split_at(context.read_before);
    let before = before.iter().find(|one| whole(&one.full)).map(|one| one.id);
    // Who is called just that comes before those who share it as their first name.
    let named = |name: fn(&Named) -> &str| -> Vec<&Named> {
        members.iter().filter(|one| whole(name(one))).collect()
    };
    let mut found = named(|one| &one.label);
    if found.is_empty() {
        found = named(|one| &one.full);
    }
    if found.is_empty() {
        found = named(|one| &one.first);
    }
    // Accents tell René from Rene where both are there.
    let typed = text[..longest].to_lowercase();
    let as_typed =
        |one: &&Named| [&one.full, &one.first].iter().any(|it| it.to_lowercase() == typed);
    if found.iter().any(as_typed) {
        found.retain(as_typed);
    }
    let fits: Vec<PersonId> = found.iter().map(|one| one.id).collect();
    let only = fits.first().copied().filter(|_| fits.len() == 1);
    let either = if fits.len() > 1 { fits } else { Vec::new() };
    // Whom the line meant before it still means.
    Some((longest, NameFound { means: before.or(only), either }))
}

/// The words for everybody in the group, in both languages. What begins with another of them stands
/// after it.
pub(super) const EVERYBODY: [&str; 15] = [
    "iedereen",
    "allemaal",
    "met z'n allen",
    "wij allemaal",
    "wij",
    "we",
    "de hele groep",
    "de groep",
    "groep",
    "everybody",
    "everyone",
    "all of us",
    "the whole group",
    "the group",
    "group",
];

/// Words after which it is not everybody: "iedereen behalve Piet".
const ONLY_SOME: [&str; 8] =
    ["behalve", "uitgezonderd", "op", "van", "except", "but", "of", "from"];

/// The length in bytes of a word for everybody, if the text begins with one.
#[must_use]
pub fn everybody_at(text: &str) -> Option<usize> {
    let length = EVERYBODY.iter().find_map(|word| begins_with_word(text, word))?;
    let next = text[length..].split_whitespace().next().unwrap_or("").to_lowercase();
    let only_some =
        ONLY_SOME.contains(&next.as_str()) || next.starts_with(|c: char| c.is_numeric());
    (!only_some).then_some(length)
}

/// The words that name a goal, before its number.
const GOAL_WORDS: [(&str, Term); 6] = [
    ("kort", Term::Short),
    ("short", Term::Short),
    ("lang", Term::Long),
    ("long", Term::Long),
    ("k", Term::Short),
    ("l", Term::Long),
];

/// The goal with whose label the text begins, and its length in bytes: "Kort 1", "k1", "Long 2".
fn goal_at(text: &str, context: &Context) -> Option<(usize, GoalId)> {
    if let Some((words, goal)) = &context.goal_before
        && let Some(length) = begins_with_word(text, words)
    {
        return Some((length, *goal));
    }
    GOAL_WORDS.iter().find_map(|(word, term)| {
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
    if shared { apart(group, person) } else { first.to_owned() }
}
