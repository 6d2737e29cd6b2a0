//! Erasing for good: removes a passage from every text of a dossier.

mod texts;

use std::fmt;
use std::ops::Range;

use chrono::NaiveDate;

pub use self::texts::{Texts, Visitor};
use super::bin::Thing;
use super::dossier::Dossier;
use super::group::Group;
use super::notes::{self, NoteLine};
use super::person::Standing;

/// A passage to erase.
#[derive(Clone, PartialEq, Eq)]
pub struct Passage {
    /// Part of one line; erased wherever it is found.
    words: String,
    /// The same passage as a record has it, without signs and names. An agreement or a decision
    /// with exactly this text is erased too.
    records: Vec<String>,
}

/// Prints the length, never the text.
impl fmt::Debug for Passage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Passage").field("length", &self.words.len()).finish_non_exhaustive()
    }
}

impl Passage {
    /// The passage that a line of a text is. `today` is the day from which dates in it are read.
    #[must_use]
    pub fn of_line(line: &str, group: &Group, today: NaiveDate) -> Self {
        let words = line.trim().to_owned();
        let mut records = Vec::new();
        // Somebody who has left since was a member when the record was made, but is not read as a
        // name now.
        for group in [group, &with_everybody(group)] {
            let said = match notes::read_line(&words, group, today) {
                NoteLine::Words => continue,
                NoteLine::Decision(said) => said,
                NoteLine::Agreement(understood) => understood.what,
            };
            records.extend([said.replace('@', ""), said]);
        }
        // What was read of a line has it as it was typed, without its sign.
        records.extend(notes::agreement_lines(&words).map(|(_, line)| line.to_owned()));
        records.sort();
        records.dedup();
        Self { words, records }
    }

    /// The passage as it was given, trimmed.
    #[must_use]
    pub fn words(&self) -> &str {
        &self.words
    }

    /// The number of characters of its shortest form. A very short passage is also found in text
    /// that has nothing to do with it.
    #[must_use]
    pub fn shortest(&self) -> usize {
        let all = std::iter::once(&self.words).chain(&self.records);
        all.map(|words| words.chars().count()).min().unwrap_or(0)
    }

    /// Whether the text of a file may contain it, even within a word. Line breaks may differ,
    /// because texts are wrapped for paper, and RON escapes some characters.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        let flat = flattened(text);
        let all = std::iter::once(&self.words).chain(&self.records);
        all.filter(|words| !words.is_empty()).any(|words| {
            let quoted = quoted(words);
            [text, &flat].iter().any(|text| {
                text.contains(words.as_str())
                    || text.contains(&quoted)
                    || text.contains(&flattened(words))
                    || text.contains(&flattened(&quoted))
            })
        })
    }

    /// Removes it from a text wherever it is not a part of longer words. Returns how often it was
    /// found.
    fn remove_from(&self, text: &mut String) -> usize {
        let mut times = 0;
        while let Some(at) = find_words(text, &self.words) {
            text.replace_range(with_space(text, at..at + self.words.len()), "");
            times += 1;
        }
        times
    }
}

/// A piece of a text with the space that would stand there twice, or before nothing, without it; a whole
/// line with the line break after it. What is typed at the end of a note next has a line of its own.
fn with_space(text: &str, piece: Range<usize>) -> Range<usize> {
    let (before, after) = (&text[..piece.start], &text[piece.end..]);
    if after.starts_with('\n') && (before.is_empty() || before.ends_with('\n')) {
        return piece.start..piece.end + 1;
    }
    let begins = before.is_empty() || before.ends_with(char::is_whitespace);
    let ends = |c: char| c == '\n' || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')');
    if begins && after.starts_with(' ') {
        piece.start..piece.end + 1
    } else if before.ends_with(' ') && (after.is_empty() || after.starts_with(ends)) {
        piece.start - 1..piece.end
    } else {
        piece
    }
}

/// From this number of words on, a passage is searched as it is. A shorter one may be part of
/// longer words by chance: "goed" in "vergoeding".
const MIN_WORDS_AS_IS: usize = 3;

/// The byte at which `words` are found in `text`. Fewer than [`MIN_WORDS_AS_IS`] words must not be part of
/// longer ones.
fn find_words(text: &str, words: &str) -> Option<usize> {
    if words.split_whitespace().count() >= MIN_WORDS_AS_IS {
        return text.find(words);
    }
    let in_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let found = text.match_indices(words).map(|(at, _)| at);
    found.filter(|_| !words.is_empty()).find(|&at| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let after = text.get(at + words.len()..).and_then(|text| text.chars().next());
        let cut_before = in_word(before) && in_word(words.chars().next());
        let cut_after = in_word(after) && in_word(words.chars().next_back());
        !cut_before && !cut_after
    })
}

/// A copy of the group in which everybody is a member and nothing is in the bin.
fn with_everybody(group: &Group) -> Group {
    let mut group = group.clone();
    for binned in std::mem::take(&mut group.bin) {
        match binned.thing {
            Thing::Person(person) => group.people.push(*person),
            Thing::Goal(goal) => group.goals.push(*goal),
            Thing::Level(_) | Thing::GonePerson(_) | Thing::GoneGoal(_) => {}
        }
    }
    for person in &mut group.people {
        person.standing = Standing::Joins;
    }
    group
}

/// The text with every run of whitespace as one space.
fn flattened(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text as RON escapes it in a string.
fn quoted(text: &str) -> String {
    text.chars().flat_map(char::escape_debug).collect()
}

/// Removes a passage from texts, and counts how often.
struct Eraser<'a> {
    passage: &'a Passage,
    times: usize,
}

impl Visitor for Eraser<'_> {
    fn text(&mut self, text: &mut String) {
        self.times += self.passage.remove_from(text);
    }

    fn record(&mut self, text: &mut String) {
        if self.passage.records.contains(text) {
            text.clear();
            self.times += 1;
        } else {
            self.text(text);
        }
    }
}

/// Data from which a passage can be removed.
pub trait Erase: Texts {
    /// Removes a passage from every text. Returns how often it was found.
    fn erase(&mut self, passage: &Passage) -> usize;
}

impl<T: Texts> Erase for T {
    fn erase(&mut self, passage: &Passage) -> usize {
        let mut eraser = Eraser { passage, times: 0 };
        self.each_text(&mut eraser);
        eraser.times
    }
}

impl Dossier {
    /// Removes a passage from the group and the loaded meetings, and clears the undo history, which
    /// could bring it back. Returns how often it was found. Minutes out of which it was taken on a day
    /// keep that fact, as far as others know them.
    pub fn erase(&mut self, passage: &Passage, on: NaiveDate) -> usize {
        self.history.forget();
        let mut times = self.group.erase(passage);
        for (id, meeting) in &mut self.meetings {
            let found = meeting.erase(passage);
            times += found;
            let held = self.group.meetings.iter_mut().find(|held| held.id == *id);
            let approval = held.filter(|held| found > 0 && held.finished);
            if let Some(approval) = approval.and_then(|held| held.approval.as_mut()) {
                *approval = approval.after_taking_out(on);
            }
        }
        times
    }
}
