//! Words behind a member's name that say that somebody else is meant: "Karin Smit van de gemeente", "Noor
//! haar moeder".

use super::calling::Place;
use super::dates::Language;
use super::letters::begins_with_word;
use super::mention::{Context, people_at};

/// Words between a first name and a last name.
const PARTICLES: [&str; 12] =
    ["van", "de", "den", "der", "het", "ter", "ten", "te", "von", "el", "al", "ben"];

/// Words that make somebody the owner of what follows, in front of a sentence: "Sanne haar man".
const OWNERS: [&str; 3] = ["haar", "zijn", "hun"];

/// Words that say whose or from where somebody is: "Karin van de gemeente", "de zus van Bo".
const BELONGS: [&str; 2] = ["van", "from the"];

/// Whether it is not the member with this name, by what follows it. `place` is `Front` where the name begins a
/// sentence and no other name stands before it: "Bo en Karin zijn" is no possession.
pub(super) fn is_other(name: &str, behind: &str, place: Place, context: &Context) -> bool {
    let Some(behind) = behind.strip_prefix(' ') else { return false };
    let follows = |word: &&str| begins_with_word(behind, word).is_some();
    BELONGS.iter().any(&follows)
        // "The sister of Bo", but in Dutch "Bo of Piet" is one of two.
        || name.starts_with(['t', 'T']) && name.contains(' ') && follows(&"of")
        || place == Place::Front && OWNERS.iter().chain(&["niet"]).any(follows)
        || !name.contains(' ') && other_last_name(behind, context).is_some()
}

/// The length of the name with which a text begins, in bytes, with the last name behind it.
pub(super) fn whole_name(text: &str, context: &Context) -> usize {
    let first = text.split_whitespace().next().map_or(0, str::len);
    let last = text[first..].strip_prefix(' ').and_then(|behind| other_last_name(behind, context));
    last.map_or(first, |last| first + 1 + last)
}

/// The length of a last name that a text begins with, in bytes: "Smit", "de Wit". An abbreviation is none, and
/// neither is the name of a member or a word for a day.
fn other_last_name(text: &str, context: &Context) -> Option<usize> {
    let mut at = 0;
    while let Some(length) = PARTICLES.iter().find_map(|word| begins_with_word(&text[at..], word)) {
        at += length;
        at += text[at..].len() - text[at..].trim_start().len();
    }
    let name = &text[at..];
    let word = name.split(|c: char| !c.is_alphabetic() && c != '-').next().unwrap_or("");
    let mut letters = word.chars();
    let is_name = letters.next().is_some_and(char::is_uppercase) && letters.any(char::is_lowercase);
    let is_known = || Language::knows(word) || people_at(name, context, Place::Announced).is_some();
    (is_name && !is_known()).then_some(at + word.len())
}
