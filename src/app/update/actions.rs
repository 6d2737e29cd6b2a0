//! What an action does: those that work everywhere here, the others on the screen that lies on top.

use crate::app::model::Model;
use crate::deeds::hour;
use crate::domain::meeting::Meeting;
use crate::screens::action::Action;
use crate::screens::erase;
use crate::screens::overview;
use crate::screens::screen::{Destination, Next, Response};
use crate::session::effect::Effect;
use crate::words::capital;

/// Does an action, or says why it cannot be done now.
pub(super) fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    if let Some(reason) = model.front.why_not(&model.session, action) {
        model.session.say(format!("{}.", capital(reason)));
        return Vec::new();
    }
    match action {
        Action::Quit => quit(model),
        Action::Hide => {
            model.front.hide();
            Vec::new()
        }
        Action::ChangeSetting(setting) => {
            setting.next(&model.session.settings).into_iter().collect()
        }
        Action::Help => go(model, Destination::Help),
        Action::Menu => go(model, Destination::Menu),
        Action::KeepElsewhere => go(model, Destination::AskFolder),
        Action::TakeOver => go(model, Destination::AskTakeOver),
        Action::ChooseVersion => go(model, Destination::AskVersion),
        Action::Undo | Action::Redo => undo_or_redo(model, action == Action::Redo),
        Action::SaySaved => {
            model.session.say(model.session.words.always_saved());
            vec![Effect::Save]
        }
        Action::PauseOrGo | Action::BigClock if !is_in_meeting(model) => hour(model, action),
        Action::Erase => erase_for_good(model),
        Action::ReadLog => {
            let response = overview::read_log(&model.session);
            follow(model, response)
        }
        Action::GoTo(section) if model.session.open.is_some() => {
            model.front.overlay = None;
            go(model, Destination::Section(section, None))
        }
        _ => {
            let size = model.front.body();
            let response = model.front.top_mut().act(&mut model.session, size, action);
            follow(model, response)
        }
    }
}

/// Whether the screen on top knows what to do with the hour itself.
fn is_in_meeting(model: &Model) -> bool {
    let front = &model.front;
    front.is_hour_clock() || (front.overlay.is_none() && front.meeting_id().is_some())
}

/// Pauses the hour or lets it go on, or shows the clock for the room, from another screen.
fn hour(model: &mut Model, action: Action) -> Vec<Effect> {
    let Some(id) = model.front.running_meeting(&model.session) else { return Vec::new() };
    if action == Action::BigClock {
        return go(model, Destination::HourClock(id));
    }
    let changes = model.session.meeting_view(id).map(|view| hour::pause_or_go(&view));
    model.session.record_along(changes.unwrap_or_default())
}

/// What follows from an action of a screen.
fn follow(model: &mut Model, response: Response) -> Vec<Effect> {
    if response.closes {
        let (cover, overlay) = (&mut model.front.cover, &mut model.front.overlay);
        if cover.take().is_none() {
            *overlay = None;
        }
    }
    let mut effects = response.effects;
    effects.extend(match response.next {
        Some(Next::Go(to)) => go(model, to),
        Some(Next::Do(action)) => act(model, action),
        None => Vec::new(),
    });
    effects
}

fn go(model: &mut Model, to: Destination) -> Vec<Effect> {
    model.front.go(&mut model.session, to)
}

/// Only what is nowhere but on the screen is worth a second press.
fn quit(model: &mut Model) -> Vec<Effect> {
    if model.session.warns_before_leaving() {
        return Vec::new();
    }
    model.ended = true;
    vec![Effect::Save]
}

fn undo_or_redo(model: &mut Model, redo: bool) -> Vec<Effect> {
    let session = &mut model.session;
    let mut effects = if redo { session.redo() } else { session.undo() };
    let more = model.front.base.screen_mut().follow(session, &effects);
    effects.extend(more);
    effects
}

/// Asks whether the line at the cursor is erased for good; without a cursor, which words.
fn erase_for_good(model: &mut Model) -> Vec<Effect> {
    if !model.session.may_write() {
        model.session.say_why_only_reading();
        return Vec::new();
    }
    let Some(line) = model.front.base.screen().line_at_cursor() else {
        return go(model, Destination::EraseWhich);
    };
    let day = model.front.meeting(&model.session).and_then(Meeting::day);
    let day = day.unwrap_or(model.session.today());
    let response = erase::asks(&mut model.session, &line, day);
    follow(model, response)
}
