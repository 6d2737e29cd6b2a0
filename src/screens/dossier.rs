//! A group between its meetings: for each phase and for each thing the group keeps a list at the
//! left, and at the right the page of what is selected in it.

pub mod action;
mod adding;
mod agreements;
mod bin;
mod body;
mod deepening;
mod drawing;
mod follow_up;
mod goal;
mod interview;
pub mod keys;
mod level;
pub mod list;
mod list_actions;
mod meetings;
mod page_actions;
mod person;
mod planning;
mod preparation;
mod proposal;
mod reorientation;
mod start;
mod step;
mod ways;

use crossterm::event::KeyEvent;

use self::action::{DossierAction, Foldable, Row};
use self::list::ListEntry;
use super::action::Action;
use super::item::SectionItem;
use super::keys::Layer;
use super::keys::everywhere::LETTERS;
use super::page::cursor::{Editing, RowCursor};
use super::page::keys::layers_of;
use super::page::row::Control;
use super::screen::{Response, Screen, Size};
use crate::domain::history::DeedKind;
use crate::domain::ids::PersonId;
use crate::domain::onlookers::Privacy;
use crate::domain::section::Section;
use crate::session::Session;
use crate::session::effect::Effect;
use crate::theme::Theme;
use crate::view::group_view::GroupView;
use crate::widgets::canvas::Canvas;

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
    pub section: Section,
    pub focus: Focus,
    /// What is selected in the list.
    pub item: Option<SectionItem>,
    /// Its place in the list, counted from 0, for when it goes.
    pub place: usize,
    /// The selected row of the page.
    pub cursor: RowCursor<DossierAction>,
    /// What was asked for on the page.
    pub unfolded: Option<Foldable>,
    /// At whom a line of the sociogram was begun.
    pub line_from: Option<PersonId>,
}

impl DossierScreen {
    /// A section: its list, or the page of `item` when it is given.
    #[must_use]
    pub fn new(section: Section, item: Option<SectionItem>) -> Self {
        Self {
            section,
            focus: if item.is_some() { Focus::Page } else { Focus::List },
            item,
            place: 0,
            cursor: RowCursor::default(),
            unfolded: None,
            line_from: None,
        }
    }

    /// The text that has the focus.
    #[must_use]
    pub fn editing(&self) -> Option<&Editing> {
        self.cursor.editing()
    }

    /// The rows of the page.
    #[must_use]
    pub fn rows(&self, view: &GroupView<'_>) -> Vec<Row> {
        self.item.map_or_else(Vec::new, |item| rows(view, self.section, item, self.unfolded))
    }

    /// The person who is selected in the list.
    fn person(&self) -> Option<PersonId> {
        match self.item {
            Some(SectionItem::Person(id)) => Some(id),
            _ => None,
        }
    }

    /// Goes to a place in the list.
    fn go_to(&mut self, entries: &[ListEntry], place: usize) {
        if let Some(entry) = entries.get(place) {
            self.place = place;
            if self.item != Some(entry.item) {
                self.item = Some(entry.item);
                self.unfolded = None;
                self.cursor.go_to(usize::MAX);
            }
        }
    }

    /// The layers of the list.
    fn list_layers(&self) -> Vec<&'static Layer> {
        let own = match self.section {
            Section::Phase(_) => Some(&keys::STEPS),
            Section::People => Some(&keys::PEOPLE),
            Section::Sociogram if self.line_from.is_some() => None,
            Section::Sociogram => Some(&keys::SOCIOGRAM),
            Section::Goals => Some(&keys::GOALS),
            Section::Plan => Some(&keys::PLAN),
            Section::Agreements | Section::Interviews | Section::Bin => None,
        };
        let rest = [&keys::LIST, &keys::DOSSIER, &keys::SECTIONS, &LETTERS];
        own.into_iter().chain(rest).collect()
    }
}

/// The rows of the page of something in a list; `unfolded` is what was asked for.
#[must_use]
fn rows(
    view: &GroupView<'_>,
    section: Section,
    item: SectionItem,
    unfolded: Option<Foldable>,
) -> Vec<Row> {
    match item {
        SectionItem::Step(step) => step::rows(view, step),
        SectionItem::Person(id) if section == Section::Interviews => {
            interview::rows(view, id, unfolded)
        }
        SectionItem::Person(_) if section == Section::Sociogram => Vec::new(),
        SectionItem::Person(id) => person::rows(view, id),
        SectionItem::NewPerson => person::new(view),
        SectionItem::Roles => person::roles(view),
        SectionItem::Goal(id) => goal::rows(view, id),
        SectionItem::NewGoal(term) => goal::new(view, term),
        SectionItem::Level(nr) => level::rows(view, nr),
        SectionItem::NewLevel => level::new(view),
        SectionItem::Relapse => level::relapse(view),
        SectionItem::Agreements(which) => agreements::rows(view, which, unfolded),
        SectionItem::Binned(nr) => bin::rows(view, nr),
    }
}

impl Screen for DossierScreen {
    fn privacy(&self, _session: &Session) -> Privacy {
        Privacy::of_section(self.section)
    }

    fn explains(&self, session: &Session) -> &'static str {
        session.words.help_dossier()
    }

    fn layers(&self, _session: &Session) -> Vec<&'static Layer> {
        let mut layers = match self.focus {
            // On a page a letter may be meant for the field beside the selected row: it does
            // nothing there.
            Focus::Page => {
                let page = layers_of(&self.cursor).into_iter();
                page.chain([&keys::LEAVE_TO_LIST, &keys::DOSSIER]).collect()
            }
            Focus::List => self.list_layers(),
        };
        if self.line_from.is_some() {
            layers.insert(0, &keys::SOCIOGRAM_LINE);
        }
        layers
    }

    fn layers_nearby(&self, _session: &Session) -> Vec<&'static Layer> {
        self.list_layers()
    }

    fn why_not(&self, session: &Session, action: Action) -> Option<&'static str> {
        let words = session.words;
        let on_thing = self.item.is_some_and(|item| item.deletable().is_some());
        match action {
            Action::Appendix if !self.has_appendix(session) => Some(words.no_appendix()),
            Action::Delete if !on_thing => Some(words.nothing_to_delete()),
            Action::Nominate | Action::Nearer | Action::Further | Action::DrawLine
                if self.person().is_none() =>
            {
                Some(words.choose_person())
            }
            _ => None,
        }
    }

    fn act(&mut self, session: &mut Session, size: Size, action: Action) -> Response {
        match (self.focus, action) {
            (_, Action::NextItem) => self.step(session, 1).into(),
            (_, Action::PreviousItem) => self.step(session, -1).into(),
            (_, Action::ToPage) => self.go_to_page(session),
            (_, Action::ToList) => self.go_to_list(session).into(),
            (_, Action::Tick) => self.tick(session).into(),
            (_, Action::Nth(place)) => self.nth(session, usize::from(place)),
            (_, Action::Appendix) => self.read_appendix(session),
            (_, Action::New) => self.add(session).into(),
            (_, Action::Delete) => self.delete(session).into(),
            (_, Action::Nominate | Action::Nearer | Action::Further | Action::DrawLine) => {
                self.with_person(session, action).into()
            }
            (Focus::Page, _) => self.act_on_page(session, size, action),
            (Focus::List, _) => self.act_in_list(session, action),
        }
    }

    fn typed(&mut self, session: &mut Session, size: Size, key: KeyEvent) -> Vec<Effect> {
        let width = self.text_width(session, size);
        self.cursor.edit_text(session, None, DeedKind::Typing, |editing| {
            editing.editor.key(key, width);
        })
    }

    fn paste(&mut self, session: &mut Session, text: &str) -> Vec<Effect> {
        self.cursor.paste_text(session, None, text)
    }

    fn leave(&mut self, session: &mut Session) -> Vec<Effect> {
        self.leave_item(session)
    }

    fn refocus(&mut self, session: &Session) {
        let Some(view) = session.group_view() else { return };
        let entries = list::entries(&view, self.section);
        if let Some(place) = entries.iter().position(|entry| Some(entry.item) == self.item) {
            self.place = place;
        } else {
            let place = self.place.min(entries.len().saturating_sub(1));
            self.item = None;
            self.go_to(&entries, place);
            // What was typed on was meant for what went, not for what came in its place.
            self.focus = Focus::List;
        }
        let there = |id: PersonId| view.group.people.iter().any(|person| person.id == id);
        self.line_from = self.line_from.filter(|id| there(*id));
        let rows = self.rows(&view);
        let first = rows.iter().position(Row::takes_focus);
        if first.is_none() {
            self.focus = Focus::List;
        }
        self.cursor.fit_to(&rows, first.unwrap_or(0));
        let wanted = match rows.get(self.cursor.row()).map(|row| row.control) {
            Some(Control::Field(text, lines)) if self.focus == Focus::Page => Some((text, lines)),
            _ => None,
        };
        let stands = wanted.map(|(text, _)| text.read(view.group, None)).unwrap_or_default();
        self.cursor.edit(wanted, &stands);
    }

    fn guards_against_typing(&self) -> bool {
        true
    }

    fn line_at_cursor(&self) -> Option<String> {
        self.editing().map(Editing::line_at_cursor)
    }

    /// The group, and which list of its dossier is shown.
    fn title(&self, session: &Session) -> String {
        let Some(view) = session.group_view() else { return String::new() };
        let list = match self.section {
            Section::Phase(phase) => {
                let name = view.content.phase(phase).map_or("", |text| &text.name);
                view.words.phase_of_group(phase, name)
            }
            section => view.words.section_title(section).to_owned(),
        };
        format!("{} · {list}", view.group.name)
    }

    fn draw(&self, canvas: &mut Canvas<'_>, session: &Session, theme: Theme) {
        if let Some(view) = session.group_view() {
            body::draw(canvas, self, &view, theme);
        }
    }
}
