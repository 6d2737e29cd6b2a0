//! Reading a note: which of its lines are agreements or decisions, and what they say.
//!
//! During a meeting, agreements and decisions exist only as lines of the notes; closing turns them
//! into records. A line that begins with `!` is an agreement, with `=` a decision; `@` names a
//! person, a goal or a date.

use chrono::NaiveDate;

use super::agreed_line::understand;
use super::group::Group;
use super::mention::{Context, MENTION};
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
