//! Something new in a list: it is there at once, its first text ready to type in.

use super::{leave_item, look, refocus, screen};
use crate::app::message::Effect;
use crate::app::model::{Model, Screen};
use crate::domain::goal::Term;
use crate::domain::history::Deed;
use crate::domain::person::PersonKind;
use crate::domain::texts::GroupText;
use crate::screens::dossier::list::Item;
use crate::screens::dossier::row::Act;
use crate::screens::dossier::section::Section;
use crate::screens::dossier::{DossierScreen, Focus, press};
use crate::screens::page::text::TextRef;

/// Adds something to the list at hand, its first field ready to type in.
pub(super) fn add(model: &mut Model) -> Vec<Effect> {
    let chosen = look(model, |screen, circle| {
        let item = screen.item;
        let term = match item {
            Some(Item::NewGoal(term)) => term,
            Some(Item::Goal(id)) => circle.group.goal(id).map_or(Term::Short, |goal| goal.term),
            _ => Term::Short,
        };
        (screen.section, term)
    });
    match chosen {
        Some((Section::Sociogram, _)) => new_person(model, PersonKind::CloseOne, true),
        Some((Section::Goals, term)) => new_goal(model, term),
        Some((Section::Plan, _)) => new_level(model),
        Some(_) => new_person(model, PersonKind::CloseOne, false),
        None => Vec::new(),
    }
}

pub(super) fn new_person(model: &mut Model, kind: PersonKind, known: bool) -> Vec<Effect> {
    let mut effects = leave_item(model);
    let made = look(model, |_, circle| press::new_person(circle, kind, known));
    let Some((id, changes)) = made else { return effects };
    let made = model.deed(Deed::NewPerson, changes);
    if !made.is_empty() {
        effects.extend(made);
        show(model, Section::People, Item::Person(id), GroupText::PersonName(id));
    }
    effects
}

pub(super) fn new_goal(model: &mut Model, term: Term) -> Vec<Effect> {
    let mut effects = leave_item(model);
    let made = look(model, |_, circle| {
        let id = circle.group.free_goal();
        (id, press::new_goal(circle, id, term))
    });
    let Some((id, changes)) = made else { return effects };
    let made = model.deed(Deed::NewGoal, changes);
    if !made.is_empty() {
        effects.extend(made);
        show(model, Section::Goals, Item::Goal(id), GroupText::Goal(id));
    }
    effects
}

pub(super) fn new_level(model: &mut Model) -> Vec<Effect> {
    let mut effects = leave_item(model);
    let made = look(model, |_, circle| (circle.group.plan.levels.len(), press::new_level(circle)));
    let Some((nr, changes)) = made else { return effects };
    let made = model.deed(Deed::Level, changes);
    if !made.is_empty() {
        effects.extend(made);
        show(model, Section::Plan, Item::Level(nr), GroupText::LevelName(nr));
    }
    effects
}

/// Goes to something new, the cursor in one of its texts.
fn show(model: &mut Model, section: Section, item: Item, text: GroupText) {
    let mut screen = DossierScreen::new(section, Some(item));
    screen.focus = Focus::Page;
    model.screen = Screen::Dossier(Box::new(screen));
    refocus(model);
    go_to_text(model, TextRef::Group(text));
}

fn go_to_text(model: &mut Model, text: TextRef) {
    let act = look(model, |screen, circle| {
        let rows = screen.rows(circle).into_iter();
        rows.map(|row| row.act).find(|act| matches!(act, Act::Field(it, _) if *it == text))
    });
    if let (Some(act), Some(screen)) = (act.flatten(), screen(model)) {
        screen.at_hand.go_to_act(act);
    }
}
