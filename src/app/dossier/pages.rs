//! The page beside a list: going through its rows, what pressing one does, and typing in it.

use crossterm::event::KeyEvent;

use super::adding::{new_goal, new_level, new_person};
use super::{go, look, read, screen, to_list};
use crate::app::action::Action;
use crate::app::message::{Effect, Then};
use crate::app::model::Model;
use crate::app::page::{Asked, steer};
use crate::app::{erasure, meeting};
use crate::domain::history::Deed;
use crate::domain::person::PersonKind;
use crate::domain::structure::MeetingKind;
use crate::domain::texts::GroupText;
use crate::screens::body;
use crate::screens::dossier::list::Item;
use crate::screens::dossier::row::{Act, Press, Row};
use crate::screens::dossier::section::Section;
use crate::screens::dossier::{DossierScreen, press, view};
use crate::screens::page::at_hand::Editing;
use crate::screens::page::text::TextRef;

fn rows(model: &Model) -> Vec<Row> {
    look(model, DossierScreen::rows).unwrap_or_default()
}

pub(super) fn in_page(model: &mut Model, action: Action) -> Vec<Effect> {
    if action == Action::Back {
        return to_list(model);
    }
    let (rows, width) = (rows(model), text_width(model));
    let Some(screen) = screen(model) else { return Vec::new() };
    match steer(&mut screen.at_hand, &rows, width, action) {
        Asked::Press(forward) => press_row(model, forward),
        Asked::Past(forward) => go_round(model, forward),
        Asked::Nothing => Vec::new(),
    }
}

/// From the end of the page Tab goes round: in the list, where a step too far would lead, letters do
/// things.
fn go_round(model: &mut Model, forward: bool) -> Vec<Effect> {
    let rows = rows(model);
    if let Some(screen) = screen(model) {
        screen.at_hand.begin_again(&rows, forward);
    }
    Vec::new()
}

fn press_row(model: &mut Model, forward: bool) -> Vec<Effect> {
    let act = look(model, |screen, circle| {
        screen.rows(circle).get(screen.at_hand.row()).map(|row| row.act)
    });
    let Some(Some(Act::Press(pressed))) = act else {
        return in_page(model, if forward { Action::Forward } else { Action::Backward });
    };
    let who = model.who.clone();
    let made = look(model, |_, circle| press::change(circle, &who, pressed, forward));
    match made.flatten() {
        Some((deed, changes)) => {
            let effects = model.deed(deed, changes);
            if deed == Deed::Restored && !effects.is_empty() {
                model.notice = Some(model.words.is_back().to_owned());
            }
            effects
        }
        None if forward => press_button(model, pressed),
        None => Vec::new(),
    }
}

fn press_button(model: &mut Model, pressed: Press) -> Vec<Effect> {
    match pressed {
        Press::Go(section) => go(model, section, None),
        Press::ShowPerson(id) => go(model, Section::People, Some(Item::Person(id))),
        Press::ShowInterview(id) => go(model, Section::Interviews, Some(Item::Person(id))),
        Press::Read(paper) => {
            read(model, paper);
            Vec::new()
        }
        Press::NewPerson => new_person(model, PersonKind::CloseOne, false),
        Press::NewClient => new_person(model, PersonKind::Client, false),
        Press::NewGoal(term) => new_goal(model, term),
        Press::NewLevel => new_level(model),
        Press::Begin(kind) => meeting::begin(model, kind),
        Press::GoOn(id) => meeting::open(model, id),
        Press::Look(id) => vec![Effect::ReadMeeting(id, Then::Show)],
        Press::WriteDown(kind) => write_down(model, kind),
        Press::EraseBinned(nr) => {
            erasure::ask_about_binned(model, nr);
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// Writes down a meeting that was held without a computer, on a day that can be right.
fn write_down(model: &mut Model, kind: MeetingKind) -> Vec<Effect> {
    let Some(group) = model.group() else { return Vec::new() };
    let Some(day) = group.held_on.gone() else { return Vec::new() };
    let start = group.start_day();
    if day < start {
        model.notice = Some(model.words.before_start(day, start));
        return Vec::new();
    }
    let cleared =
        look(model, |_, circle| TextRef::Group(GroupText::HeldOn).change(circle, None, ""));
    let mut effects = model.deed(Deed::Typing, cleared.unwrap_or_default());
    effects.extend(meeting::write_down(model, kind, day));
    effects
}

/// A key that is typed into the text that has the focus.
pub fn typed(model: &mut Model, key: KeyEvent) -> Vec<Effect> {
    let width = text_width(model);
    edit(model, Deed::Typing, |editing| {
        editing.editor.key(key, width);
    })
}

/// A paste into the text that has the focus.
pub fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    let mut left_out = false;
    let effects = edit(model, Deed::Pasting, |editing| left_out = editing.editor.paste(text));
    if left_out {
        model.notice = Some(model.words.paste_cleaned().to_owned());
    }
    effects
}

/// Lets the editor work, and makes of it the changes that it made.
fn edit(model: &mut Model, deed: Deed, work: impl FnOnce(&mut Editing)) -> Vec<Effect> {
    let Some(editing) = screen(model).and_then(|screen| screen.at_hand.editing_mut()) else {
        return Vec::new();
    };
    work(editing);
    let (text, typed) = (editing.text, editing.editor.text());
    let changes = look(model, |_, circle| text.change(circle, None, &typed));
    model.deed(deed, changes.unwrap_or_default())
}

fn text_width(model: &Model) -> u16 {
    let (width, _) = body(model.size);
    look(model, |screen, circle| view::text_width(screen, circle, width)).unwrap_or(0)
}
