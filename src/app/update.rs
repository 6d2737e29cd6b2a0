//! What every message does to the model, and which effects it asks for. Nothing else changes the
//! model, but for [`App::work_in_session`](super::App::work_in_session).

mod actions;
mod results;

use std::time::Duration;

use chrono::{NaiveDate, Timelike};
use crossterm::event::{KeyEvent, KeyEventKind};

use super::idle;
use super::message::Msg;
use super::model::Model;
use crate::domain::hour::ClockReading;
use crate::screens::front::Meaning;
use crate::session::effect::Effect;
use crate::session::safety::Safety;

/// Keys within this time after a stray character count as more typing, and do nothing.
const TYPING: Duration = Duration::from_secs(1);

/// Lets a message do its work.
pub(super) fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let effects = match msg {
        Msg::Key(key) => on_key(model, key),
        Msg::Paste(text) => {
            idle::touch(model);
            model.front.top_mut().paste(&mut model.session, &text)
        }
        Msg::Resize(size) => {
            model.front.size = size;
            Vec::new()
        }
        Msg::Tick(now) => return on_tick(model, now),
        Msg::Safety(safety, fallback) => {
            let before = model.session.safety.clone();
            on_safety(model, safety, fallback);
            // Most times, with every key, it says the same as before.
            if !model.session.safety.says_the_same(&before) {
                model.front.refocus(&model.session);
            }
            return Vec::new();
        }
        Msg::Done(result) => results::take(model, result),
        Msg::Frame => {
            model.front.before_frame(&model.session);
            return Vec::new();
        }
    };
    watch_onlookers(model);
    model.front.refocus(&model.session);
    effects
}

/// While nothing is shown, somebody else may come and stand there: who looks along is asked again.
fn watch_onlookers(model: &mut Model) {
    if model.front.is_hidden() {
        model.session.forget_onlookers();
    }
    model.front.guard(&model.session);
}

fn on_tick(model: &mut Model, now: ClockReading) -> Vec<Effect> {
    let last = std::mem::replace(&mut model.session.now, now);
    let effects = model.front.base.screen_mut().tick(&mut model.session, last);
    idle::watch(model);
    watch_onlookers(model);
    // No screen says seconds: within a minute time alone changes nothing on it.
    if !effects.is_empty() || minute(last) != minute(now) {
        model.front.refocus(&model.session);
    }
    effects
}

fn minute(clocks: ClockReading) -> (NaiveDate, u32, u32) {
    let wall = clocks.wall;
    (wall.date_naive(), wall.hour(), wall.minute())
}

fn on_safety(model: &mut Model, safety: Safety, fallback: Option<std::path::PathBuf>) {
    let session = &mut model.session;
    if session.safety.update(safety, fallback, session.now.steady) {
        session.say(session.words.home_again());
    }
}

fn on_key(model: &mut Model, key: KeyEvent) -> Vec<Effect> {
    // Windows reports the release of every key; only the press is meant.
    if key.kind == KeyEventKind::Release {
        return Vec::new();
    }
    idle::touch(model);
    let meaning = model.front.meaning(&model.session, key);
    if is_typed_astray(model, key, meaning) {
        model.typed_astray_at = Some(model.session.now.steady);
        model.session.say(model.session.words.no_typing_here());
        return Vec::new();
    }
    model.typed_astray_at = None;
    match meaning {
        Meaning::Do(action) => {
            model.session.key_pressed();
            actions::act(model, action)
        }
        Meaning::Type => {
            model.session.key_pressed();
            let size = model.front.body();
            model.front.top_mut().typed(&mut model.session, size, key)
        }
        Meaning::Nothing => Vec::new(),
    }
}

/// Whether a key is typing where nothing is typed. Its first letter has no meaning here, and those
/// that follow at once are not meant as keys either: a space in "3 maart" presses nothing.
fn is_typed_astray(model: &Model, key: KeyEvent, meaning: Meaning) -> bool {
    if !model.front.is_stray(key) {
        return false;
    }
    let now = model.session.now.steady;
    let goes_on = model.typed_astray_at.is_some_and(|at| now.saturating_sub(at) < TYPING);
    match meaning {
        Meaning::Type => false,
        Meaning::Nothing => true,
        Meaning::Do(_) => goes_on,
    }
}
