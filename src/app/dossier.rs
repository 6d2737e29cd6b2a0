//! A group between its meetings: going through its lists and pages, and what keys do there.

mod adding;
mod pages;

pub use self::pages::{paste, typed};

use self::adding::add;
use self::pages::in_page;
use super::action::Action;
use super::message::Effect;
use super::model::{Model, Over, Screen};
use crate::domain::change::Change;
use crate::domain::history::Deed;
use crate::domain::ids::PersonId;
use crate::domain::phase::Step;
use crate::screens::circle::Circle;
use crate::screens::dossier::list::{self, Item};
use crate::screens::dossier::row::Paper;
use crate::screens::dossier::section::Section;
use crate::screens::dossier::{DossierScreen, Focus, circle, logbook, moves, press, removal};
use crate::screens::overview::Overview;
use crate::screens::reader::Reader;

fn screen(model: &mut Model) -> Option<&mut DossierScreen> {
    match &mut model.screen {
        Screen::Dossier(screen) => Some(screen),
        _ => None,
    }
}

/// What a look at the screen and the group leads to.
fn look<T>(model: &Model, at: impl FnOnce(&DossierScreen, &Circle<'_>) -> T) -> Option<T> {
    let Screen::Dossier(screen) = &model.screen else { return None };
    circle(model).map(|circle| at(screen, &circle))
}

/// Goes to a list of the dossier, to something in it when it is given.
pub fn go(model: &mut Model, section: Section, item: Option<Item>) -> Vec<Effect> {
    let effects = leave_item(model);
    let mut screen = DossierScreen::new(section, item);
    if item.is_some() {
        screen.focus = Focus::Page;
    }
    model.screen = Screen::Dossier(Box::new(screen));
    refocus(model);
    effects.into_iter().chain([Effect::Save]).collect()
}

/// Goes to a step and the form of it.
pub fn go_to_step(model: &mut Model, step: Step) -> Vec<Effect> {
    go(model, Section::Phase(step.phase()), Some(Item::Step(step)))
}

/// Makes the focus fit what the dossier holds now.
pub(super) fn refocus(model: &mut Model) {
    let Screen::Dossier(_) = &model.screen else { return };
    let home = Screen::Overview(Overview::default());
    // The screen is taken out for a moment, so that the group can be looked at while it changes.
    let mut screen = std::mem::replace(&mut model.screen, home);
    if let (Screen::Dossier(dossier), Some(circle)) = (&mut screen, model.circle()) {
        dossier.refocus(&circle);
    }
    model.screen = screen;
}

/// Lets something go through the list.
fn step(model: &mut Model, rows: isize) -> Vec<Effect> {
    let effects = leave_item(model);
    // Where something went, the next has come to its place already.
    let rows = if effects.is_empty() { rows } else { rows - rows.signum().max(0) };
    let home = Screen::Overview(Overview::default());
    let mut screen = std::mem::replace(&mut model.screen, home);
    if let (Screen::Dossier(dossier), Some(circle)) = (&mut screen, model.circle()) {
        dossier.step(&circle, rows);
    }
    model.screen = screen;
    effects
}

/// What was begun by mistake goes when it is left.
fn leave_item(model: &mut Model) -> Vec<Effect> {
    let tidied = look(model, |screen, circle| {
        screen.item.map(|item| removal::tidy(circle, item)).unwrap_or_default()
    });
    let mut changes = tidied.unwrap_or_default();
    if changes.is_empty() || !model.may_write() {
        return Vec::new();
    }
    if model.last_step_undone_by(&changes) {
        let effects = model.turn_back(false);
        model.notice = None;
        return effects;
    }
    let trace = look(model, |screen, circle| removal::trace(circle, screen.item?));
    changes.extend(trace.flatten());
    model.deed(Deed::Deleted, changes)
}

/// Does an action of the dossier.
pub fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    match action {
        Action::NextItem => step(model, 1),
        Action::PreviousItem => step(model, -1),
        Action::ToPage => to_page(model),
        Action::ToList => to_list(model),
        Action::Tick => tick(model),
        Action::Nth(place) => nth(model, usize::from(place)),
        Action::Appendix => appendix(model),
        Action::New => add(model),
        Action::Delete => delete(model),
        Action::Nominate => with_person(model, Deed::Standing, moves::nominate),
        Action::Nearer => {
            with_person(model, Deed::Ring, |circle, id| moves::ring(circle, id, false))
        }
        Action::Further => {
            with_person(model, Deed::Ring, |circle, id| moves::ring(circle, id, true))
        }
        Action::DrawLine => draw_line(model),
        _ => match look(model, |screen, _| screen.focus) {
            Some(Focus::Page) => in_page(model, action),
            Some(Focus::List) => in_list(model, action),
            None => Vec::new(),
        },
    }
}

fn in_list(model: &mut Model, action: Action) -> Vec<Effect> {
    match action {
        Action::Up => step(model, -1),
        Action::Down => step(model, 1),
        Action::Top => step(model, isize::MIN),
        Action::Bottom => step(model, isize::MAX),
        Action::Back => {
            if let Some(screen) = screen(model)
                && screen.line_from.take().is_some()
            {
                return Vec::new();
            }
            let effects = leave_item(model);
            model.screen = Screen::Overview(Overview::default());
            effects.into_iter().chain([Effect::Save]).collect()
        }
        _ => Vec::new(),
    }
}

/// To the page beside the list; what stands for something new is made at once.
fn to_page(model: &mut Model) -> Vec<Effect> {
    let chosen = look(model, |screen, circle| {
        (screen.section, screen.item, circle.group.client().is_some())
    });
    let Some((section, Some(item), has_client)) = chosen else { return Vec::new() };
    match item {
        Item::Person(id) if section == Section::Sociogram => {
            return go(model, Section::People, Some(Item::Person(id)));
        }
        Item::NewPerson if has_client => return add(model),
        Item::NewGoal(_) | Item::NewLevel => return add(model),
        _ => {}
    }
    if let Some(screen) = screen(model) {
        screen.focus = Focus::Page;
    }
    Vec::new()
}

fn to_list(model: &mut Model) -> Vec<Effect> {
    let effects = leave_item(model);
    if let Some(screen) = screen(model) {
        screen.focus = Focus::List;
    }
    effects.into_iter().chain([Effect::Save]).collect()
}

fn nth(model: &mut Model, place: usize) -> Vec<Effect> {
    let section = look(model, |screen, circle| list::entries(circle, screen.section));
    if let (Some(entries), Some(screen)) = (section, screen(model)) {
        screen.go_to(&entries, place);
    }
    Vec::new()
}

fn tick(model: &mut Model) -> Vec<Effect> {
    let who = model.who.clone();
    let changes = look(model, |screen, circle| match screen.item {
        Some(Item::Step(step)) => press::tick(circle, &who, step),
        _ => Vec::new(),
    });
    model.deed(Deed::Step, changes.unwrap_or_default())
}

/// The first appendix of the step at hand.
fn appendix(model: &mut Model) -> Vec<Effect> {
    let step = look(model, |screen, _| match screen.item {
        Some(Item::Step(step)) => Some(step),
        _ => None,
    });
    if let Some(step) = step.flatten() {
        read(model, Paper::OfStep(step, 0));
    }
    Vec::new()
}

fn read(model: &mut Model, paper: Paper) {
    let content = &model.content;
    let number = match paper {
        Paper::OfStep(step, nr) => content.appendices_of(step).nth(nr).map(str::to_owned),
        Paper::Questionnaire(kind) => content.questionnaire(kind).map(|text| text.number.clone()),
    };
    let found = number.and_then(|number| {
        let (title, text) = content.appendix(&number)?;
        Some(format!("{title}\n\n{text}"))
    });
    if let (Some(text), Some(circle)) = (found, model.circle()) {
        model.over = Some(Over::Reader(Reader::new(circle.in_own_words(&text))));
    }
}

/// Opens the log.
pub fn read_log(model: &mut Model) {
    let log = model.open.as_ref().map(|open| &open.dossier.log);
    let text = log.zip(model.circle()).map(|(log, circle)| logbook::text(&circle, log));
    model.over = text.map(|text| Over::Reader(Reader::new(text)));
}

fn delete(model: &mut Model) -> Vec<Effect> {
    let changes = look(model, |screen, circle| {
        screen.item.map(|item| removal::delete(circle, item)).unwrap_or_default()
    });
    let effects = model.deed(Deed::Deleted, changes.unwrap_or_default());
    if !effects.is_empty() {
        model.notice = Some(model.words.in_bin_now().to_owned());
    }
    effects
}

/// A change to whoever is at hand in the list.
fn with_person(
    model: &mut Model,
    deed: Deed,
    change: impl FnOnce(&Circle<'_>, PersonId) -> Vec<Change>,
) -> Vec<Effect> {
    let changes = look(model, |screen, circle| match screen.item {
        Some(Item::Person(id)) => change(circle, id),
        _ => Vec::new(),
    });
    model.deed(deed, changes.unwrap_or_default())
}

/// Begins a line of the sociogram at whoever is at hand, or ends it there.
fn draw_line(model: &mut Model) -> Vec<Effect> {
    let at_hand = look(model, |screen, _| (screen.line_from, screen.item));
    let Some((from, Some(Item::Person(id)))) = at_hand else { return Vec::new() };
    let Some(from) = from else {
        if let Some(screen) = screen(model) {
            screen.line_from = Some(id);
        }
        return Vec::new();
    };
    if from == id {
        model.notice = Some(model.words.line_needs_another().to_owned());
        return Vec::new();
    }
    if let Some(screen) = screen(model) {
        screen.line_from = None;
    }
    let changes = look(model, |_, circle| moves::line(circle, from, id));
    model.deed(Deed::Line, changes.unwrap_or_default())
}
