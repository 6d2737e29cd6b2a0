//! Whom a typed name means. Capitals and accents do not matter, unless they tell two people apart.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::group::Group;
use super::ids::PersonId;
use super::person::Person;

/// How alike two names are, from 0 to 1, to ask whether the other one was meant.
const ALIKE: f64 = 0.87;

/// Whom a name means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Naming {
    One(PersonId),
    /// It fits several people.
    Several(Vec<PersonId>),
    /// Nobody has this name, and somebody has one like it.
    Near(PersonId),
    Nobody,
}

/// Whom a name in an answer means: a member by whole name, by first name, or by how either begins.
#[must_use]
pub fn whom(typed: &str, group: &Group) -> Naming {
    let typed = typed.trim();
    if typed.is_empty() {
        return Naming::Nobody;
    }
    let same = |name: &str| fold(name).eq(fold(typed));
    let begins = |name: &str| prefix_length(name, typed).is_some();
    let ways: [&dyn Fn(&Person) -> bool; 4] = [
        &|person| apart(group, person) != person.name.trim() && same(&apart(group, person)),
        &|person| same(person.name.trim()),
        &|person| same(person.first_name()),
        &|person| begins(person.name.trim()) || begins(person.first_name()),
    ];
    for fits in ways {
        let found: Vec<&Person> = group.members().filter(|person| fits(person)).collect();
        match told_apart(&found, typed).as_slice() {
            [] => {}
            [one] => return Naming::One(*one),
            several => return Naming::Several(several.to_vec()),
        }
    }
    nearest(typed, group).map_or(Naming::Nobody, Naming::Near)
}

/// The whole name of a person; what they are to the client beside it if somebody else has that name.
#[must_use]
pub fn apart(group: &Group, person: &Person) -> String {
    let name = person.name.trim();
    let same = group.people.iter().filter(|other| other.name.trim() == name).count() > 1;
    match person.relation.trim() {
        relation if same && !relation.is_empty() => format!("{name} ({relation})"),
        _ => name.to_owned(),
    }
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

/// Those of several people whose name is written as it was typed, accents included; else all of them.
fn told_apart(found: &[&Person], typed: &str) -> Vec<PersonId> {
    let written = |person: &&&Person| {
        let typed = typed.to_lowercase();
        person.name.trim().to_lowercase() == typed || person.first_name().to_lowercase() == typed
    };
    let exact: Vec<PersonId> = found.iter().filter(written).map(|person| person.id).collect();
    if exact.is_empty() { found.iter().map(|person| person.id).collect() } else { exact }
}

fn nearest(typed: &str, group: &Group) -> Option<PersonId> {
    let typed: String = fold(typed).collect();
    let likeness = |person: &Person| {
        let names = [person.first_name(), person.name.trim()];
        let alike = names.map(|name| strsim::jaro_winkler(&typed, &fold(name).collect::<String>()));
        alike[0].max(alike[1])
    };
    let members = group.members().map(|person| (likeness(person), person.id));
    let near = members.filter(|(likeness, _)| *likeness >= ALIKE);
    near.max_by(|(one, _), (other, _)| one.total_cmp(other)).map(|(_, id)| id)
}

/// Whether two texts are the same but for capitals and accents.
pub(super) fn same(one: &str, other: &str) -> bool {
    !differs_at_once(one, other) && fold(one).eq(fold(other))
}

/// Whether two texts differ in their first letter already, as nearly all do that are compared.
fn differs_at_once(one: &str, other: &str) -> bool {
    match (one.as_bytes().first(), other.as_bytes().first()) {
        (Some(one), Some(other)) => {
            one.is_ascii() && other.is_ascii() && !one.eq_ignore_ascii_case(other)
        }
        _ => false,
    }
}

/// The letters of a text in lower case and without accents.
pub(super) fn fold(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(fold_char)
}

fn fold_char(letter: char) -> impl Iterator<Item = char> {
    // The tables of Unicode are slow, and few letters need them.
    let plain = letter.is_ascii().then(|| letter.to_ascii_lowercase());
    let lower = plain.is_none().then(|| letter.to_lowercase().nfd());
    let lower = lower.into_iter().flatten().filter(|letter| !is_combining_mark(*letter));
    plain.into_iter().chain(lower)
}

/// The length in bytes of `word` at the start of `text`, if a word ends there.
pub(super) fn begins_with_word(text: &str, word: &str) -> Option<usize> {
    let length = prefix_length(text, word).filter(|length| *length > 0)?;
    let ends = !text[length..].starts_with(|c: char| c.is_alphanumeric());
    ends.then_some(length)
}

/// The length in bytes of `word` at the start of `text`.
pub(super) fn prefix_length(text: &str, word: &str) -> Option<usize> {
    if differs_at_once(text, word) {
        return None;
    }
    let plain = text.get(..word.len()).filter(|head| head.is_ascii() && word.is_ascii());
    let length = match plain {
        Some(head) => head.eq_ignore_ascii_case(word).then_some(word.len())?,
        None => folded_length(text, word)?,
    };
    // Accents that stand apart belong to the letter before them.
    let accents = text[length..].chars().take_while(|letter| is_combining_mark(*letter));
    Some(length + accents.map(char::len_utf8).sum::<usize>())
}

/// The same for letters of any kind.
fn folded_length(text: &str, word: &str) -> Option<usize> {
    let ends = text.char_indices().map(|(at, letter)| (at + letter.len_utf8(), letter));
    let mut letters =
        ends.flat_map(|(end, letter)| fold_char(letter).map(move |folded| (end, folded)));
    let mut length = 0;
    for expected in fold(word) {
        let (end, found) = letters.next()?;
        if found != expected {
            return None;
        }
        length = end;
    }
    Some(length)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::domain::person::{PersonKind, Standing};

    fn group(names: &[&str]) -> Group {
        let mut group = Group::new("Zuid", NaiveDate::from_ymd_opt(2026, 2, 1).unwrap());
        group.people = (1..)
            .zip(names)
            .map(|(nr, name)| {
                Person::new(PersonId(nr), name, PersonKind::CloseOne, Standing::Joins)
            })
            .collect();
        group
    }

    #[test]
    fn accents_and_capitals_do_not_matter_unless_they_tell_two_apart() {
        let group = group(&["Jörïeke Vos", "Rene Smit", "René Bos", "I\u{307}pek Kaya"]);
        assert_eq!(whom("jorieke", &group), Naming::One(PersonId(1)));
        assert_eq!(whom("JO\u{308}RI\u{308}EKE vos", &group), Naming::One(PersonId(1)));
        assert_eq!(whom("rené", &group), Naming::One(PersonId(3)));
        assert_eq!(whom("Rene", &group), Naming::One(PersonId(2)));
        assert_eq!(whom("ren", &group), Naming::Several(vec![PersonId(2), PersonId(3)]));
        assert_eq!(whom("Ipek", &group), Naming::One(PersonId(4)));
    }

    #[test]
    fn a_name_like_it_is_asked_about_and_another_is_not() {
        let group = group(&["Karin Vos", "Piet Jansen"]);
        assert_eq!(whom("Karni", &group), Naming::Near(PersonId(1)));
        assert_eq!(whom("Pieet", &group), Naming::Near(PersonId(2)));
        assert_eq!(whom("Xander", &group), Naming::Nobody);
        assert_eq!(whom(" ", &group), Naming::Nobody);
    }

    #[test]
    fn the_length_counts_the_bytes_of_what_was_typed() {
        assert_eq!(prefix_length("Jo\u{308}rg belt", "jörg"), Some("Jo\u{308}rg".len()));
        assert_eq!(prefix_length("José\u{301} belt", "jose"), Some("José\u{301}".len()));
        assert_eq!(begins_with_word("Annet", "anne"), None);
        assert_eq!(begins_with_word("Anne!", "ANNE"), Some(4));
        assert_eq!(prefix_length("An", "Anne"), None);
    }
}
