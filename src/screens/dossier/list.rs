//! The list at the left: the steps of a phase, the people, the goals …

use crate::domain::bin::Thing;
use crate::domain::goal::{Goal, Term};
use crate::domain::person::{Person, PersonKind};
use crate::domain::phase::{Phase, Step};
use crate::domain::plan::Colour;
use crate::domain::section::Section;
use crate::screens::item::SectionItem;
use crate::view::agreement::{self, Which};
use crate::view::group_view::GroupView;

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListEntry {
    /// What it is.
    pub item: SectionItem,
    /// The letter that goes there, when there is one.
    pub letter: Option<char>,
    /// What it says.
    pub text: String,
    /// What stands at its right edge.
    pub mark: String,
    /// The colour of the sign it begins with.
    pub colour: Option<Colour>,
}

impl ListEntry {
    fn new(item: SectionItem, text: impl Into<String>, mark: impl Into<String>) -> Self {
        Self { item, letter: None, text: text.into(), mark: mark.into(), colour: None }
    }
}

/// The letters that go to the steps of a phase.
const LETTERS: [char; 7] = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

/// What stands in a list.
#[must_use]
pub fn entries(view: &GroupView<'_>, section: Section) -> Vec<ListEntry> {
    match section {
        Section::Phase(phase) => steps(view, phase),
        Section::People => people(view),
        Section::Sociogram => sociogram(view),
        Section::Goals => goals(view),
        Section::Agreements => agreements(view),
        Section::Plan => plan(view),
        Section::Interviews => interviews(view),
        Section::Bin => bin(view),
    }
}

fn steps(view: &GroupView<'_>, phase: Phase) -> Vec<ListEntry> {
    let lettered = LETTERS.into_iter().zip(Step::of(phase));
    lettered
        .map(|(letter, step)| {
            let text = format!("{letter} {}", view.words.step_short(step));
            let mark = state_mark(view, step);
            ListEntry {
                letter: Some(letter),
                ..ListEntry::new(SectionItem::Step(step), text, mark)
            }
        })
        .collect()
}

/// Where a step stands, in a word.
#[must_use]
pub fn state_mark(view: &GroupView<'_>, step: Step) -> &'static str {
    let words = view.words;
    let state = view.group.step(step).map(|record| &record.state);
    let shown = view.group.step_shown(step);
    match state {
        Some(_) => words.step_state(state, shown),
        None if shown => words.step_done(),
        None => match view.group.guideline(step) {
            Some(day) if day < view.today() => words.step_late(),
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

fn named(view: &GroupView<'_>, person: &Person) -> String {
    let name = person.name.trim();
    let name = match person.kind {
        PersonKind::Client if name.is_empty() => view.words.client(),
        _ => view.words.or_nameless(name),
    };
    format!("{} {name}", sign(person.kind))
}

fn people(view: &GroupView<'_>) -> Vec<ListEntry> {
    let mut entries: Vec<ListEntry> = view
        .group
        .people
        .iter()
        .map(|person| {
            let mark = view.words.standing_short(person.standing);
            ListEntry::new(SectionItem::Person(person.id), named(view, person), mark)
        })
        .collect();
    entries.push(ListEntry::new(SectionItem::NewPerson, view.words.add_person(), ""));
    entries.push(ListEntry::new(SectionItem::Roles, view.words.who_does_what(), ""));
    entries
}

fn sociogram(view: &GroupView<'_>) -> Vec<ListEntry> {
    let people = view.group.people.iter().filter(|person| person.kind != PersonKind::Client);
    let mut entries: Vec<ListEntry> = people
        .map(|person| {
            let mark = view.words.ring_short(person.closeness);
            ListEntry::new(SectionItem::Person(person.id), named(view, person), mark)
        })
        .collect();
    entries.push(ListEntry::new(SectionItem::NewPerson, view.words.add_person(), ""));
    entries
}

fn interviews(view: &GroupView<'_>) -> Vec<ListEntry> {
    let people = view.group.people.iter().filter(|person| is_interviewed(view, person));
    people
        .map(|person| {
            let mark = view.words.interview_mark(&person.interview, view.today());
            ListEntry::new(SectionItem::Person(person.id), named(view, person), mark)
        })
        .collect()
}

/// Whether an interview belongs to somebody: who is nominated, but for whoever holds it.
#[must_use]
pub fn is_interviewed(view: &GroupView<'_>, person: &Person) -> bool {
    let nominated = person.nominated() && view.group.roles.coordinator != Some(person.id);
    nominated || !person.interview.is_blank()
}

fn goals(view: &GroupView<'_>) -> Vec<ListEntry> {
    let group = view.group;
    let mut entries = Vec::new();
    for term in [Term::Short, Term::Long] {
        let open: Vec<&Goal> = group.open_goals(term).collect();
        for (nr, goal) in (1..).zip(open) {
            let label = view.words.goal_label(term, nr);
            let text = format!("{label}  {}", view.words.or_wordless(&goal.text));
            entries.push(ListEntry::new(SectionItem::Goal(goal.id), text, ""));
        }
        if group.room_for(term).is_ok() {
            entries.push(ListEntry::new(
                SectionItem::NewGoal(term),
                view.words.new_goal_short(term),
                "",
            ));
        }
    }
    let past = group.goals.iter().filter(|goal| !goal.state.open());
    entries.extend(past.map(|goal| {
        let text = view.words.or_wordless(&goal.text);
        ListEntry::new(SectionItem::Goal(goal.id), text, view.words.goal_state(goal.state))
    }));
    entries
}

/// Which agreements: by state, person, goal and meeting, as far as there are any.
fn agreements(view: &GroupView<'_>) -> Vec<ListEntry> {
    let words = view.words;
    let group = view.group;
    let people = group.people.iter().map(|person| (Which::Of(person.id), view.name(person.id)));
    let everybody = [(Which::OfEverybody, words.everybody().to_owned())];
    let goals = [Term::Short, Term::Long].into_iter().flat_map(|term| group.open_goals(term));
    let goals = goals.map(|goal| (Which::For(goal.id), view.goal_label(goal.id)));
    let meetings = group.meetings_in_order().into_iter().rev();
    let meetings =
        meetings.map(|held| (Which::From(held.id), words.dated(held.day()).trim().to_owned()));
    let states =
        [(Which::Open, words.open_ones().to_owned()), (Which::Past, words.past_ones().to_owned())];
    let choices = states.into_iter().chain(people).chain(everybody).chain(goals).chain(meetings);
    choices
        .map(|(which, name)| (which, name, agreement::those(view, which).len()))
        .filter(|(which, _, count)| *count > 0 || *which == Which::Open)
        .map(|(which, name, count)| {
            ListEntry::new(SectionItem::Agreements(which), name, count.to_string())
        })
        .collect()
}

/// The sign that is painted before a part of the plan with a colour.
const COLOURED: &str = "█";

fn plan(view: &GroupView<'_>) -> Vec<ListEntry> {
    let levels = view.group.plan.levels.iter().enumerate();
    let mut entries: Vec<ListEntry> = levels
        .map(|(nr, level)| {
            let (colour, name) = (level.colour(), view.words.or_wordless(&level.name));
            let text = colour.map_or_else(|| name.clone(), |_| format!("{COLOURED} {name}"));
            ListEntry { colour, ..ListEntry::new(SectionItem::Level(nr), text, "") }
        })
        .collect();
    entries.push(ListEntry::new(SectionItem::NewLevel, view.words.new_level(), ""));
    entries.push(ListEntry::new(SectionItem::Relapse, view.words.at_relapse(), ""));
    entries
}

fn bin(view: &GroupView<'_>) -> Vec<ListEntry> {
    let binned = view.group.bin.iter().enumerate().filter(|(_, it)| it.thing.can_return());
    binned
        .map(|(nr, binned)| {
            let text = match &binned.thing {
                Thing::Person(person) => named(view, person),
                thing => view.words.or_nameless(thing.name()).to_owned(),
            };
            let mark = view.words.short_date(binned.since, view.today());
            ListEntry::new(SectionItem::Binned(nr), text, mark)
        })
        .collect()
}
