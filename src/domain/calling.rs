//! How a member can be called in running text: by whole name or first name, with a mistake of one letter in
//! it, by title and last name, or by what they are to the client.

use super::dates::Language;
use super::first_names;
use super::group::Group;
use super::ids::PersonId;
use super::letters::{begins_with_word, fold};
use super::naming::apart;
use super::person::{Person, PersonKind};
use super::relation::Beginning;

/// The shortest name, in letters, in which a mistake is recognized.
const LONG_ENOUGH: usize = 4;

/// Words before a last name.
const TITLES: [&str; 14] = [
    "mevrouw", "mevr.", "mevr", "mw.", "mw", "meneer", "dhr.", "dhr", "dr.", "dr", "dokter", "mrs",
    "mr", "ms",
];

/// A member of the group, by the names they can be called by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Called {
    pub(super) id: PersonId,
    /// Tells those of the same whole name apart.
    pub(super) label: String,
    pub(super) full: String,
    pub(super) first: String,
    relation: String,
    kind: PersonKind,
}

/// Where in a line a name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// In front, where "psychiater bellen" means that somebody calls the psychiatrist.
    Front,
    /// Behind a word or a sign that says that a person follows.
    Announced,
}

/// The members of whom a name may be, and its length in bytes.
pub(super) type Fits = (usize, Vec<PersonId>);

impl Called {
    pub(super) fn members(group: &Group) -> impl Iterator<Item = Self> {
        group.members().map(|person| Self::of(group, person))
    }

    fn of(group: &Group, person: &Person) -> Self {
        Self {
            id: person.id,
            // Of two of the same name, one whose relation is not known has no label of its own.
            label: Some(apart(group, person))
                .filter(|it| it != person.name.trim())
                .unwrap_or_default(),
            full: person.name.trim().to_owned(),
            first: person.first_name().to_owned(),
            relation: person.relation.clone(),
            kind: person.kind,
        }
    }

    /// Somebody by the words that meant them before.
    pub(super) fn before(id: PersonId, words: &str) -> Self {
        Self {
            id,
            label: words.to_owned(),
            full: words.to_owned(),
            first: String::new(),
            relation: String::new(),
            kind: PersonKind::CloseOne,
        }
    }

    fn last(&self) -> &str {
        self.full.strip_prefix(&self.first).map_or("", str::trim_start)
    }
}

/// The members whom the name fits with which a text begins, in the surest of the ways.
pub(super) fn members_at(text: &str, members: &[Called], place: Place) -> Option<Fits> {
    let sure = named_at(text, members)
        .or_else(|| titled_at(text, members))
        .or_else(|| apposed_at(text, members));
    sure.or_else(|| {
        let guessed = related_at(text, members).or_else(|| mistyped_at(text, members, place));
        guessed.filter(|(length, _)| place == Place::Announced || acts(&text[*length..]))
    })
}

/// The members with the name with which a text begins: the longest match of full names and first names.
pub(super) fn named_at(text: &str, members: &[Called]) -> Option<Fits> {
    let length_of = |name: &str| begins_with_word(text, name);
    let lengths = members
        .iter()
        .map(|one| length_of(&one.label).max(length_of(&one.full)).max(length_of(&one.first)));
    let longest = lengths.flatten().max()?;
    // Who is called just that comes before those who share it as their first name.
    let named = |name: fn(&Called) -> &str| -> Vec<&Called> {
        members.iter().filter(|one| length_of(name(one)) == Some(longest)).collect()
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
        |one: &&Called| [&one.full, &one.first].iter().any(|it| it.to_lowercase() == typed);
    if found.iter().any(as_typed) {
        found.retain(as_typed);
    }
    Some((longest, found.iter().map(|one| one.id).collect()))
}

/// "Dr. Haddad", "mevrouw De Boer".
fn titled_at(text: &str, members: &[Called]) -> Option<Fits> {
    let title = TITLES.iter().find_map(|title| begins_with_word(text, title))?;
    let name = text[title..].trim_start_matches([' ', '.']);
    let start = text.len() - name.len();
    longest(members, |one| begins_with_word(name, one.last()).map(|length| start + length))
}

/// "Zus Sanne", "de moeder van Noor" and "Noors moeder", where Noor is the client.
fn apposed_at(text: &str, members: &[Called]) -> Option<Fits> {
    let clients = members.iter().filter(|one| one.kind == PersonKind::Client);
    let owned = clients.clone().find_map(|client| {
        let behind = text.strip_prefix(&client.first)?;
        let behind = behind.strip_prefix("'s").or_else(|| behind.strip_prefix('s'))?;
        behind.strip_prefix(' ')
    });
    if let Some(owned) = owned {
        let (length, fits) = related_at(owned, members)?;
        return Some((text.len() - owned.len() + length, fits));
    }
    let (length, fits) = related_at(text, members)?;
    let behind = text[length..].strip_prefix(' ')?;
    let of_client = ["van", "of"].iter().find_map(|word| {
        let name = behind[begins_with_word(behind, word)?..].trim_start();
        let end = clients.clone().find_map(|client| begins_with_word(name, &client.first))?;
        Some(text.len() - name.len() + end)
    });
    if let Some(end) = of_client {
        return Some((end, fits));
    }
    let among: Vec<Called> = members.iter().filter(|one| fits.contains(&one.id)).cloned().collect();
    let named = named_at(behind, &among)
        .or_else(|| longest(&among, |one| begins_with_word(behind, one.last())));
    named.map(|(name, fits)| (length + 1 + name, fits))
}

/// "De psychiater", "mama".
pub(super) fn related_at(text: &str, members: &[Called]) -> Option<Fits> {
    let beginning = Beginning::of(text);
    longest(members, |one| beginning.means(&one.relation, one.kind))
}

/// The members of whom the most of a text is the name, and how many bytes.
fn longest(members: &[Called], length_of: impl Fn(&Called) -> Option<usize>) -> Option<Fits> {
    let lengths: Vec<Option<usize>> = members.iter().map(length_of).collect();
    let longest = lengths.iter().flatten().copied().max()?;
    let fits = members.iter().zip(lengths).filter(|(_, length)| *length == Some(longest));
    Some((longest, fits.map(|(one, _)| one.id).collect()))
}

/// A first name, or a whole name, with a mistake in one letter: one too many, one missing, another one, or
/// two that changed places. A word that means something else is no name.
fn mistyped_at(text: &str, members: &[Called], place: Place) -> Option<Fits> {
    let word = text.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    let typed: String = fold(word).collect();
    let letters = typed.chars().count();
    let in_sentence = place == Place::Announced && !word.starts_with(char::is_uppercase);
    let is_short = letters < LONG_ENOUGH + usize::from(in_sentence);
    if is_short || Language::knows(word) || first_names::holds(&typed) {
        return None;
    }
    let behind = &text[word.len()..];
    longest(members, |one| {
        let name: String = fold(&one.first).collect();
        // "Anne" is not Sanne, and "Piets" is of Piet.
        let begins_alike = typed.chars().take(2).any(|c| name.starts_with(c));
        let is_close = name.chars().count() >= LONG_ENOUGH
            && begins_alike
            && typed.strip_suffix('s') != Some(&*name)
            && strsim::osa_distance(&typed, &name) == 1;
        let last = behind.strip_prefix(' ').and_then(|rest| begins_with_word(rest, one.last()));
        match last {
            _ if !is_close => None,
            Some(length) => Some(word.len() + 1 + length),
            // "Karen Smit" is not Karin Vos.
            None if behind.trim_start().starts_with(char::is_uppercase) => None,
            None => Some(word.len()),
        }
    })
}

/// Whether what follows a name in front shows that they are the ones who act: a verb, or another name beside
/// it.
fn acts(behind: &str) -> bool {
    let behind = behind.trim_start();
    if behind.starts_with([':', '+', '&', ',']) {
        return true;
    }
    let next = behind.split(|c: char| !c.is_alphabetic() && c != '\'').next().unwrap_or("");
    matches!(next, "en" | "and") || Language::is_verb_in_any(next)
}
