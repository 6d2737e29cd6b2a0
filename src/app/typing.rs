//! Where a key or a paste goes that is text.

use crossterm::event::{KeyCode, KeyEvent};

use super::keys::is_character;
use super::message::Effect;
use super::model::{Model, Over, Screen};
use super::{dossier, erasure, idle, meeting};
use crate::screens::finder::Finder;
use crate::screens::lock::Lock;

/// Types a key where something is typed.
pub(super) fn typed(model: &mut Model, key: KeyEvent) -> Vec<Effect> {
    if let Some(lock) = &mut model.lock {
        type_in_lock(lock, key);
        return Vec::new();
    }
    if let Some(Over::Finder(finder)) = &mut model.over {
        type_in_finder(finder, key);
        return Vec::new();
    }
    if let Some(Over::Erase(erase)) = &mut model.over {
        erasure::typed(erase, key);
        return Vec::new();
    }
    if let Some(Over::Place(place)) = &mut model.over {
        place.editor.key(key, u16::MAX);
        return Vec::new();
    }
    match &mut model.screen {
        Screen::Home(home) => {
            if let Some((_, editor)) = home.field() {
                editor.key(key, u16::MAX);
            }
            home.follow_filter();
            Vec::new()
        }
        Screen::Overview(_) => Vec::new(),
        Screen::Dossier(_) => dossier::typed(model, key),
        Screen::Meeting(_) => meeting::typed(model, key),
    }
}

fn type_in_lock(lock: &mut Lock, key: KeyEvent) {
    match key.code {
        KeyCode::Char(letter) if is_character(key) => lock.push(letter),
        KeyCode::Backspace => lock.pop(),
        KeyCode::Esc => lock.clear(),
        _ => {}
    }
}

fn type_in_finder(finder: &mut Finder, key: KeyEvent) {
    match key.code {
        KeyCode::Char(c) => finder.typed.push(c),
        KeyCode::Backspace => drop(finder.typed.pop()),
        _ => return,
    }
    finder.row = 0;
}

/// Pastes a text where something is typed.
pub(super) fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    idle::touch(model);
    if let Some(lock) = &mut model.lock {
        lock.paste(text);
    }
    match (model.hidden, &mut model.over) {
        (false, Some(Over::Erase(erase))) => erasure::paste(erase, text),
        (false, Some(Over::Place(place))) => drop(place.editor.paste(text)),
        _ => {}
    }
    if model.hidden || model.over.is_some() {
        return Vec::new();
    }
    match &mut model.screen {
        Screen::Home(home) => {
            if let Some((_, editor)) = home.field() {
                editor.paste(text);
            }
            home.follow_filter();
            Vec::new()
        }
        Screen::Overview(_) => Vec::new(),
        Screen::Dossier(_) => dossier::paste(model, text),
        Screen::Meeting(_) => meeting::paste(model, text),
    }
}
