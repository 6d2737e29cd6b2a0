//! A group between its meetings: for each phase and for each thing the group keeps a list at the
//! left, and at the right the page of what is at hand.

pub mod bin;
pub mod deepening;
pub mod drawing;
pub mod follow_up;
pub mod goal;
pub mod interview;
pub mod level;
pub mod list;
pub mod logbook;
pub mod meetings;
pub mod moves;
pub mod person;
pub mod planning;
pub mod preparation;
pub mod press;
pub mod proposal;
pub mod removal;
pub mod reorientation;
pub mod row;
pub mod section;
pub mod start;
pub mod step;
pub mod view;
pub mod ways;

use crate::app::model::{Model, Screen};
use crate::domain::ids::PersonId;
use crate::screens::circle::Circle;
use crate::screens::page::at_hand::{AtHand, Editing};
use list::{Entry, Item};
use row::{Act, Press, Row};
use section::Section;

/// What has the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The list at the left.
    List,
    /// The page at the right.
    Page,
}

/// The state of the screen that is not in the dossier.
#[derive(Debug)]
pub struct DossierScreen {
    /// Which list.
    pub section: Section,
    /// What has the keys.
    pub focus: Focus,
    /// What of the list is at hand.
    pub item: Option<Item>,
    /// Its place in the list, counted from 0, for when it goes.
    pub place: usize,
    /// The row of the page at hand.
    pub at_hand: AtHand<Press>,
    /// Whoever a line of the sociogram was begun at.
    pub line_from: Option<PersonId>,
}

impl DossierScreen {
    /// A section, with the focus on its list; on `item` when it is given.
    #[must_use]
    pub fn new(section: Section, item: Option<Item>) -> Self {
        Self {
            section,
            focus: Focus::List,
            item,
            place: 0,
            at_hand: AtHand::default(),
            line_from: None,
        }
    }

    /// The text that has the focus.
    #[must_use]
    pub fn editing(&self) -> Option<&Editing> {
        self.at_hand.editing()
    }

    /// The rows of the page.
    #[must_use]
    pub fn rows(&self, circle: &Circle<'_>) -> Vec<Row> {
        self.item.map(|item| rows(circle, self.section, item)).unwrap_or_default()
    }

    /// Goes up or down in the list.
    pub fn step(&mut self, circle: &Circle<'_>, rows: isize) {
        let entries = list::entries(circle, self.section);
        let last = entries.len().saturating_sub(1);
        let place = self.place.saturating_add_signed(rows).min(last);
        self.go_to(&entries, place);
    }

    /// Goes to a place in the list.
    pub fn go_to(&mut self, entries: &[Entry], place: usize) {
        if let Some(entry) = entries.get(place) {
            self.place = place;
            if self.item != Some(entry.item) {
                self.item = Some(entry.item);
                self.at_hand.go_to(usize::MAX);
            }
        }
    }

    /// Makes what is at hand fit what the dossier holds now. Called after every message.
    pub fn refocus(&mut self, circle: &Circle<'_>) {
        let entries = list::entries(circle, self.section);
        if let Some(place) = entries.iter().position(|entry| Some(entry.item) == self.item) {
            self.place = place;
        } else {
            let place = self.place.min(entries.len().saturating_sub(1));
            self.item = None;
            self.go_to(&entries, place);
            // What was typed on was meant for what went, not for what came in its place.
            self.focus = Focus::List;
        }
        let there = |id: PersonId| circle.group.people.iter().any(|person| person.id == id);
        self.line_from = self.line_from.filter(|id| there(*id));
        let rows = self.rows(circle);
        let first = rows.iter().position(Row::takes_focus);
        if first.is_none() {
            self.focus = Focus::List;
        }
        self.at_hand.settle(&rows, first.unwrap_or(0));
        let wanted = match rows.get(self.at_hand.row()).map(|row| row.act) {
            Some(Act::Field(text, lines)) if self.focus == Focus::Page => Some((text, lines)),
            _ => None,
        };
        let stands = wanted.map(|(text, _)| text.read(circle.group, None)).unwrap_or_default();
        self.at_hand.edit(wanted, &stands);
    }
}

/// The rows of the page of something in a list.
#[must_use]
pub fn rows(circle: &Circle<'_>, section: Section, item: Item) -> Vec<Row> {
    match item {
        Item::Step(step) => step::rows(circle, step),
        Item::Person(id) if section == Section::Interviews => interview::rows(circle, id),
        Item::Person(_) if section == Section::Sociogram => Vec::new(),
        Item::Person(id) => person::rows(circle, id),
        Item::NewPerson => person::new(circle),
        Item::Roles => person::roles(circle),
        Item::Goal(id) => goal::rows(circle, id),
        Item::NewGoal(term) => goal::new(circle, term),
        Item::Level(nr) => level::rows(circle, nr),
        Item::NewLevel => level::new(circle),
        Item::Relapse => level::relapse(circle),
        Item::Binned(nr) => bin::rows(circle, nr),
    }
}

/// The open group, when its dossier is on the screen.
#[must_use]
pub fn circle(model: &Model) -> Option<Circle<'_>> {
    matches!(model.screen, Screen::Dossier(_)).then(|| model.circle()).flatten()
}
