//! Reading a note: which of its lines are agreements or decisions, and what they say.
//!
//! During a meeting, agreements and decisions exist only as lines of the notes; closing turns them
//! into records. A line that begins with `!` is an agreement, with `=` a decision; `@` names a
//! person, a goal or a date.

use chrono::NaiveDate;

use super::dates::{self, DateProblem};
use super::group::Group;
use super::mention::{
    Context, MENTION, NameFound, Piece, everybody_at, is_possessive, mention, people_at,
    somebody_else,
};
use super::reading::{LineReading, Understood, WordsRead};

/// Begins an agreement.
pub const AGREEMENT: char = '!';
/// Begins a decision.
pub const DECISION: char = '=';

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

fn understand(words: &str, context: &Context) -> (Understood, WordsRead) {
    let (mut understood, mut read) = (Understood::default(), WordsRead::default());
    let mut pieces = split(words, context);
    // A date at the end of the line needs no `@`.
    if let Some(Piece::Words(last)) = pieces.last().filter(|_| !has_when(&pieces))
        && let Some((start, when)) = dates::trailing(last, context.today)
        && !is_one_of_more_days(&last[..start], context.today)
    {
        let (before, day) = last.split_at(start);
        pieces.pop();
        pieces.push(Piece::Words(before));
        pieces.push(Piece::When(when, day.trim()));
    }
    if !pieces.iter().any(Piece::names_somebody) {
        let (names, rest) = leading_names(words, context);
        understood.everybody = everybody_at(rest).is_some();
        let (open, known): (Vec<_>, Vec<_>) =
            names.into_iter().partition(|(found, _)| found.is_open());
        for (found, name) in known.into_iter().chain(open) {
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
    let mut is_joined = false;
    while let Some((length, found)) = people_at(rest, context) {
        // "Piet's broer" is somebody of theirs; whoever that is, is not known here.
        if is_possessive(&rest[length..]) {
            break;
        }
        names.push((found, &rest[..length]));
        let after = rest[length..].trim_start();
        let and = ["en ", "and ", "& "].iter().find_map(|word| after.strip_prefix(word));
        is_joined = and.is_some();
        match and.or_else(|| after.strip_prefix(',')) {
            Some(next) => rest = next.trim_start(),
            None => return (names, ""),
        }
    }
    let other =
        rest.split_whitespace().next().filter(|_| is_joined && everybody_at(rest).is_none());
    names.extend(other.map(|word| (somebody_else(context), word)));
    (names, rest)
}

/// Words after which a day is not the day of the agreement.
const NOT_THAT_DAY: [&str; 9] =
    ["behalve", "uitgezonderd", "niet", "na", "vanaf", "except", "not", "after", "from"];

/// How many words before a day are looked at for another day. A line is read at every key, so that a very
/// long one must not be read whole for each of its words.
const WORDS_BEFORE_A_DAY: usize = 40;

/// Whether the day that follows these words is not the only one of the line, or not the one on which it is
/// done: "elke woensdag behalve …", "Ayla belt morgen, Bo …", "pas na …".
fn is_one_of_more_days(before: &str, today: NaiveDate) -> bool {
    let words: Vec<&str> = before.split_whitespace().collect();
    let words = &words[words.len().saturating_sub(WORDS_BEFORE_A_DAY)..];
    let last = words.last().map(|word| word.trim_end_matches(is_filler).to_lowercase());
    let ends = |length: usize| dates::trailing(&words[..length].join(" "), today).is_some();
    last.is_some_and(|last| NOT_THAT_DAY.contains(&last.as_str())) || (1..=words.len()).any(ends)
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
