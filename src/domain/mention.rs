//! Who and what can be named in the line of an agreement: a member, everybody, a goal, a day.

use chrono::NaiveDate;

use super::calling::{Called, Place, members_at, named_at};
use super::dates;
use super::goal::Term;
use super::group::Group;
use super::ids::{GoalId, PersonId};
use super::letters::{begins_with_word, prefix_length};
use super::reading::{LineReading, NameRead, Understood, WordsRead};
use super::when::When;

/// Precedes the name of a person, a goal or a date.
pub const MENTION: char = '@';

/// All that the meaning of a line depends on besides its words: who and what can be named in it, and
/// the day.
pub(super) struct Context {
    /// Those of the line as it was read before come first.
    people: Vec<Called>,
    /// How many of them the line named before.
    read_before: usize,
    /// The words that left open whom they mean.
    open_before: String,
    /// The goal that was named before, and by which words.
    goal_before: Option<(String, GoalId)>,
    /// The day that was chosen before, where its words left open which, and these words.
    day_before: Option<(String, When)>,
    /// The goals that are numbered on that day, in order.
    short: Vec<GoalId>,
    long: Vec<GoalId>,
    pub(super) today: NaiveDate,
}

impl Context {
    pub(super) fn of(group: &Group, today: NaiveDate, was: Option<&LineReading>) -> Self {
        let names = was.iter().flat_map(|was| &was.words.names);
        let before = names.map(|name| Called::before(name.person, &name.words));
        let goals = |term| group.goals_on(term, today).map(|goal| goal.id).collect();
        let goal_before = was.and_then(|was| {
            Some((was.words.goal.clone(), was.understood.goal?))
                .filter(|(words, _)| !words.is_empty())
        });
        let day_before = was.and_then(|was| {
            let chosen = was.understood.when.clone()?;
            was.understood
                .possible_days()
                .contains(&chosen)
                .then(|| (was.words.when.clone(), chosen))
        });
        let people = before.chain(Called::members(group)).collect();
        let read_before = was.map_or(0, |was| was.words.names.len());
        Self {
            open_before: was.map(|was| was.words.either.clone()).unwrap_or_default(),
            goal_before,
            day_before,
            people,
            read_before,
            short: goals(Term::Short),
            long: goals(Term::Long),
            today,
        }
    }

    /// The names by which a member can be called with one word.
    pub(super) fn names(&self) -> Vec<&str> {
        self.people.iter().map(|one| one.first.as_str()).filter(|name| !name.is_empty()).collect()
    }

    /// The day that somebody chose for these words before.
    pub(super) fn day_chosen(&self, words: &str) -> Option<When> {
        let (chosen, when) = self.day_before.as_ref()?;
        (chosen == words).then(|| when.clone())
    }

    fn goals(&self, term: Term) -> &[GoalId] {
        match term {
            Term::Short => &self.short,
            Term::Long => &self.long,
        }
    }
}

/// A piece of the line of an agreement.
pub(super) enum Piece<'a> {
    Words(&'a str),
    /// Words for a day of which it is not certain which one they mean.
    OpenDay(&'a str),
    Person(NameFound, &'a str),
    /// A word for everybody in the group.
    Everybody(&'a str),
    Goal(GoalId, &'a str),
    When(When, &'a str),
}

impl Piece<'_> {
    pub(super) fn names_somebody(&self) -> bool {
        matches!(self, Self::Person(..) | Self::Everybody(_))
    }
}

/// What an `@` in front of `text` names, and how many bytes the name takes.
pub(super) fn mention<'a>(text: &'a str, context: &Context) -> Option<(usize, Piece<'a>)> {
    if let Some((length, id)) = goal_at(text, context) {
        return Some((length, Piece::Goal(id, &text[..length])));
    }
    if let Some((length, found)) = people_at(text, context, Place::Announced) {
        return Some((length, Piece::Person(found, &text[..length])));
    }
    if let Some(length) = everybody_at(text) {
        return Some((length, Piece::Everybody(&text[..length])));
    }
    dates::leading(text, context.today)
        .map(|(length, when)| (length, Piece::When(when, &text[..length])))
}

/// Whom a name in a line means.
pub(super) struct NameFound {
    /// `None` when somebody has to say who.
    means: Option<PersonId>,
    /// Those it fits, when it fits several.
    either: Vec<PersonId>,
}

impl NameFound {
    pub(super) fn add_to(self, understood: &mut Understood, read: &mut WordsRead, name: &str) {
        // Whoever is named beside it is not asked about.
        let named = |id: &PersonId| understood.who.contains(id);
        let either: Vec<PersonId> = self.either.into_iter().filter(|id| !named(id)).collect();
        let was_open = !understood.undecided().is_empty();
        if let Some(id) = self.means.filter(|id| !named(id)) {
            understood.who.push(id);
            read.names.push(NameRead { words: name.to_owned(), person: id });
        }
        // Of several such names the first that is open is asked about.
        if !either.is_empty() && !was_open {
            understood.either = either;
            name.clone_into(&mut read.either);
        }
    }

    /// Whether the name fits one person, and nobody had to say which.
    pub(super) fn is_certain(&self) -> bool {
        self.means.is_some() && self.either.is_empty()
    }

    /// Whether somebody has to say who.
    pub(super) fn is_open(&self) -> bool {
        self.means.is_none()
    }
}

/// Whom the text names at its beginning, and the length of that in bytes: somebody, one of several
/// ("Bo of Piet"), or whoever speaks ("ik").
pub(super) fn people_at(text: &str, context: &Context, place: Place) -> Option<(usize, NameFound)> {
    let (before, members) = context.people.split_at(context.read_before);
    // Somebody else, of whom it was said before who they are, may still be another.
    let other_at = || {
        let known = named_at(text, members).is_some() || everybody_at(text).is_some();
        let length = begins_with_word(text, &context.open_before).filter(|_| !known)?;
        Some((length, all_named(members)))
    };
    let open = one_of_at(text, members).or_else(|| speaker_at(text, members)).or_else(other_at);
    if let Some((length, either)) = open {
        // Whom the line meant before it still means.
        let chosen = before.iter().find(|one| one.full == text[..length]).map(|one| one.id);
        return Some((length, NameFound { means: chosen, either }));
    }
    let names = before.iter().filter_map(|one| Some((begins_with_word(text, &one.full)?, one.id)));
    let was = names.rev().max_by_key(|(length, _)| *length);
    let is = members_at(text, members, place);
    let longest = was.map(|(length, _)| length).max(is.as_ref().map(|(length, _)| *length))?;
    let was = was.filter(|(length, _)| *length == longest).map(|(_, id)| id);
    let fits =
        is.filter(|(length, _)| *length == longest).map(|(_, fits)| fits).unwrap_or_default();
    let only = fits.first().copied().filter(|_| fits.len() == 1);
    let either = if fits.len() > 1 { fits } else { Vec::new() };
    Some((longest, NameFound { means: was.or(only), either }))
}

/// The members of whom somebody has to say which one is meant, where a whole text leaves that open:
/// "Bo of Piet", "ik".
#[must_use]
pub fn left_open(text: &str, group: &Group) -> Option<Vec<PersonId>> {
    let members: Vec<Called> = Called::members(group).collect();
    let found = one_of_at(text, &members).or_else(|| speaker_at(text, &members));
    found.filter(|(length, _)| *length == text.len()).map(|(_, people)| people)
}

/// Every member, for somebody whom the text names in another way: "Karin en haar moeder", "Bo's zus".
pub(super) fn somebody_else(context: &Context) -> NameFound {
    NameFound { means: None, either: all_named(&context.people[context.read_before..]) }
}

/// The members who have a name.
fn all_named(members: &[Called]) -> Vec<PersonId> {
    members.iter().filter(|one| !one.full.is_empty()).map(|one| one.id).collect()
}

/// Whether what follows a name makes it somebody else's: "'s zus", "' zus", " z'n fiets".
pub(super) fn is_possessive(after: &str) -> bool {
    // No mark is longer; the rest of the line need not be copied.
    let after: String = after.chars().take(4).collect();
    let after = after.replace('\u{2019}', "'");
    let marks = ["'s", " z'n", " d'r"];
    after.starts_with("' ") || marks.iter().any(|mark| begins_with_word(&after, mark).is_some())
}

/// Words that leave open which of the people around them it is.
const OR: [&str; 5] = ["en/of", "of", "and/or", "or", "/"];

/// The members one of whom is meant: "Bo of Piet", "Bo, Piet of @Sanne"; and the length in bytes.
fn one_of_at(text: &str, members: &[Called]) -> Option<(usize, Vec<PersonId>)> {
    let named = |text| named_at(text, members).or_else(|| speaker_at(text, members));
    let (mut length, mut either) = named(text)?;
    let mut chosen_from = None;
    while let Some((joint, is_or)) = joint_at(&text[length..]) {
        let Some((name, fits)) = named(&text[length + joint..]) else { break };
        length += joint + name;
        let known = either.clone();
        either.extend(fits.into_iter().filter(|id| !known.contains(id)));
        if is_or {
            chosen_from = Some((length, either.len()));
        }
    }
    let (length, number) = chosen_from?;
    either.truncate(number);
    Some((length, either))
}

/// What joins two names of which one is meant, with the spaces and the sign around it: its length in
/// bytes, and whether it is a word of [`OR`] and not a comma.
fn joint_at(text: &str) -> Option<(usize, bool)> {
    let words = text.trim_start();
    let or = OR.iter().find_map(|word| match *word {
        "/" => words.starts_with('/').then_some(1),
        word => begins_with_word(words, word),
    });
    let joint = or.or_else(|| words.starts_with(',').then_some(1))?;
    let name = words[joint..].trim_start();
    let name = name.strip_prefix(MENTION).unwrap_or(name);
    Some((text.len() - name.len(), or.is_some()))
}

/// Words for whoever speaks. kring does not know who that is.
const SPEAKER: [&str; 6] = ["ikzelf", "ik", "mijzelf", "mij", "I", "me"];

/// Every member, if the text begins with a word for whoever speaks; and its length in bytes.
fn speaker_at(text: &str, members: &[Called]) -> Option<(usize, Vec<PersonId>)> {
    if named_at(text, members).is_some() {
        return None;
    }
    let length = SPEAKER.iter().find_map(|word| begins_with_word(text, word))?;
    Some((length, all_named(members)))
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
