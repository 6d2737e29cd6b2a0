//! The list at the left: the steps of a phase, the people, the goals …

use super::section::Section;
use crate::domain::bin::Thing;
use crate::domain::goal::{Goal, Term};
use crate::domain::ids::{GoalId, PersonId};
use crate::domain::person::{Person, PersonKind};
use crate::domain::phase::{Phase, Step};
use crate::domain::plan::Colour;
use crate::screens::circle::Circle;

/// Something in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Item {
    /// A step of a phase.
    Step(Step),
    /// Somebody.
    Person(PersonId),
    /// The row by which somebody is added.
    NewPerson,
    /// Who does what, and what that is called.
    Roles,
    /// A goal.
    Goal(GoalId),
    /// The row by which a goal is added.
    NewGoal(Term),
    /// A part of the signalling plan, counted from 0.
    Level(usize),
    /// The row by which a part is added.
    NewLevel,
    /// The steps at a relapse.
    Relapse,
    /// Something in the bin, counted from 0.
    Binned(usize),
}

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub item: Item,
    /// The letter that goes there, when there is one.
    pub letter: Option<char>,
    /// What it says.
    pub text: String,
    /// What stands at its right edge.
    pub mark: String,
    /// The colour of the sign it begins with.
    pub colour: Option<Colour>,
}

impl Entry {
    fn new(item: Item, text: impl Into<String>, mark: impl Into<String>) -> Self {
        Self { item, letter: None, text: text.into(), mark: mark.into(), colour: None }
    }
}

/// The letters that go to the steps of a phase.
const LETTERS: [char; 7] = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

/// What stands in a list.
#[must_use]
pub fn entries(circle: &Circle<'_>, section: Section) -> Vec<Entry> {
    match section {
        Section::Phase(phase) => steps(circle, phase),
        Section::People => people(circle),
        Section::Sociogram => sociogram(circle),
        Section::Goals => goals(circle),
        Section::Plan => plan(circle),
        Section::Interviews => interviews(circle),
        Section::Bin => bin(circle),
    }
}

fn steps(circle: &Circle<'_>, phase: Phase) -> Vec<Entry> {
    let lettered = LETTERS.into_iter().zip(Step::of(phase));
    lettered
        .map(|(letter, step)| {
            let text = format!("{letter} {}", circle.words.step_short(step));
            let mark = state_mark(circle, step);
            Entry { letter: Some(letter), ..Entry::new(Item::Step(step), text, mark) }
        })
        .collect()
}

/// Where a step stands, in a word.
#[must_use]
pub fn state_mark(circle: &Circle<'_>, step: Step) -> &'static str {
    let words = circle.words;
    let state = circle.group.step(step).map(|record| &record.state);
    let shown = circle.group.step_shown(step);
    match state {
        Some(_) => words.step_state(state, shown),
        None if shown => words.step_done(),
        None => match circle.group.guideline(step) {
            Some(day) if day < circle.today() => words.step_late(),
            _ => "",
        },
    }
}

/// A sign for each kind of person, beside the word and never instead of it.
#[must_use]
pub fn sign(kind: PersonKind) -> &'static str {
    match kind {
        PersonKind::Client => "█",
        PersonKind::Family => "■",
        PersonKind::CloseOne => "o",
        PersonKind::Professional => "+",
        PersonKind::ExpertByExperience => "*",
    }
}

fn named(circle: &Circle<'_>, person: &Person) -> String {
    let name = person.name.trim();
    let name = match person.kind {
        PersonKind::Client if name.is_empty() => circle.words.client(),
        _ => circle.words.or_nameless(name),
    };
    format!("{} {name}", sign(person.kind))
}

fn people(circle: &Circle<'_>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = circle
        .group
        .people
        .iter()
        .map(|person| {
            let mark = circle.words.standing_short(person.standing);
            Entry::new(Item::Person(person.id), named(circle, person), mark)
        })
        .collect();
    entries.push(Entry::new(Item::NewPerson, circle.words.add_person(), ""));
    entries.push(Entry::new(Item::Roles, circle.words.who_does_what(), ""));
    entries
}

fn sociogram(circle: &Circle<'_>) -> Vec<Entry> {
    let people = circle.group.people.iter().filter(|person| person.kind != PersonKind::Client);
    let mut entries: Vec<Entry> = people
        .map(|person| {
            let mark = circle.words.ring_short(person.closeness);
            Entry::new(Item::Person(person.id), named(circle, person), mark)
        })
        .collect();
    entries.push(Entry::new(Item::NewPerson, circle.words.add_person(), ""));
    entries
}

fn interviews(circle: &Circle<'_>) -> Vec<Entry> {
    let people = circle.group.people.iter().filter(|person| is_interviewed(circle, person));
    people
        .map(|person| {
            let mark = circle.words.interview_mark(&person.interview);
            Entry::new(Item::Person(person.id), named(circle, person), mark)
        })
        .collect()
}

/// Whether an interview belongs to somebody: who is nominated, but for whoever holds it.
#[must_use]
pub fn is_interviewed(circle: &Circle<'_>, person: &Person) -> bool {
    let nominated = person.nominated() && circle.group.roles.coordinator != Some(person.id);
    nominated || !person.interview.is_blank()
}

fn goals(circle: &Circle<'_>) -> Vec<Entry> {
    let group = circle.group;
    let mut entries = Vec::new();
    for term in [Term::Short, Term::Long] {
        let open: Vec<&Goal> = group.open_goals(term).collect();
        for (nr, goal) in (1..).zip(open) {
            let label = circle.words.goal_label(term, nr);
            let text = format!("{label}  {}", circle.words.or_wordless(&goal.text));
            entries.push(Entry::new(Item::Goal(goal.id), text, ""));
        }
        if group.room_for(term).is_ok() {
            entries.push(Entry::new(Item::NewGoal(term), circle.words.new_goal_short(term), ""));
        }
    }
    let past = group.goals.iter().filter(|goal| !goal.state.open());
    entries.extend(past.map(|goal| {
        let text = circle.words.or_wordless(&goal.text);
        Entry::new(Item::Goal(goal.id), text, circle.words.goal_state(goal.state))
    }));
    entries
}

/// The sign that is painted before a part of the plan with a colour.
const COLOURED: &str = "█";

fn plan(circle: &Circle<'_>) -> Vec<Entry> {
    let levels = circle.group.plan.levels.iter().enumerate();
    let mut entries: Vec<Entry> = levels
        .map(|(nr, level)| {
            let (colour, name) = (level.colour(), circle.words.or_wordless(&level.name));
            let text = colour.map_or_else(|| name.clone(), |_| format!("{COLOURED} {name}"));
            Entry { colour, ..Entry::new(Item::Level(nr), text, "") }
        })
        .collect();
    entries.push(Entry::new(Item::NewLevel, circle.words.new_level(), ""));
    entries.push(Entry::new(Item::Relapse, circle.words.at_relapse(), ""));
    entries
}

fn bin(circle: &Circle<'_>) -> Vec<Entry> {
    let binned = circle.group.bin.iter().enumerate().filter(|(_, it)| it.thing.can_return());
    binned
        .map(|(nr, binned)| {
            let text = match &binned.thing {
                Thing::Person(person) => named(circle, person),
                thing => circle.words.or_nameless(thing.name()).to_owned(),
            };
            let mark = circle.words.short_date(binned.since, circle.today());
            Entry::new(Item::Binned(nr), text, mark)
        })
        .collect()
}
