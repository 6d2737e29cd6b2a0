//! What every message does to the model, and what it asks for.

use std::time::Duration;

use crossterm::event::{KeyEvent, KeyEventKind};

use super::action::Action;
use super::availability::why_not;
use super::keys::{Meaning, is_character, resolve};
use super::message::{Done, Effect, Msg, Then};
use super::model::{Alarm, GroupLine, Model, OpenGroup, Over, Safety, Screen};
use super::{dossier, erasure, idle, meeting, typing, versions};
use crate::screens::body;
use crate::screens::finder::{Finder, Purpose};
use crate::screens::home::{Home, Typing};
use crate::screens::lock::Lock;
use crate::screens::meeting::{MeetingScreen, room, view};
use crate::screens::overview::{self, Lead, Overview};
use crate::screens::question::Asked;
use crate::store::open::Permission;
use crate::words::capital;

/// Lets a message do its work.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let effects = match msg {
        Msg::Key(key) => on_key(model, key),
        Msg::Paste(text) => typing::paste(model, &text),
        Msg::Resize(width, height) => {
            model.size = (width, height);
            Vec::new()
        }
        Msg::Tick(now) => {
            let effects = meeting::tick(model, now);
            idle::watch(model);
            effects
        }
        Msg::Safe(safety) => {
            model.safety = safety;
            Vec::new()
        }
        Msg::Done(done) => answered(model, done),
    };
    refocus(model);
    effects
}

/// Makes the focus of a meeting fit what the dossier holds now.
pub(super) fn refocus(model: &mut Model) {
    with_meeting(model, |screen, room, _| screen.refocus(room));
    dossier::refocus(model);
}

/// Remembers what is in sight. Called before a frame is drawn, once for all keys before it.
pub fn settle(model: &mut Model) {
    with_meeting(model, |screen, room, size| view::settle(screen, room, body(size)));
}

/// Lets something work on the screen of the meeting while it looks at the room.
fn with_meeting(
    model: &mut Model,
    work: impl FnOnce(&mut MeetingScreen, &room::Room<'_>, (u16, u16)),
) {
    let Screen::Meeting(_) = &model.screen else { return };
    let home = Screen::Home(Box::default());
    // The screen is taken out for a moment, so that the room can be looked at while it changes.
    let mut screen = std::mem::replace(&mut model.screen, home);
    if let Screen::Meeting(meeting) = &mut screen {
        let previous = meeting.previous.take();
        if let (Some(group), Some(held)) = (model.group(), model.meeting_with(meeting.id)) {
            let room = room::Room {
                circle: model.circle_of(group, held.id.date),
                meeting: held,
                previous: previous.as_deref(),
                now: model.now.wall,
            };
            work(meeting, &room, model.size);
        }
        meeting.previous = previous;
    }
    model.screen = screen;
}

fn on_key(model: &mut Model, key: KeyEvent) -> Vec<Effect> {
    // Windows reports the release of every key; only the press is meant.
    if key.kind == KeyEventKind::Release {
        return Vec::new();
    }
    idle::touch(model);
    let meaning = resolve(model, key);
    if types_astray(model, key, meaning) {
        model.stray = Some(model.now.steady);
        model.notice = Some(model.words.no_typing_here().to_owned());
        return Vec::new();
    }
    model.stray = None;
    match meaning {
        Meaning::Do(action) => {
            model.notice = None;
            act(model, action)
        }
        Meaning::Type => {
            model.notice = None;
            typing::typed(model, key)
        }
        Meaning::Nothing => Vec::new(),
    }
}

/// What follows a stray key so soon is typing that goes on.
const TYPING: Duration = Duration::from_secs(1);

/// Whether a key is typing where nothing is typed. Its first letter has no meaning here, and those
/// that follow at once are not meant as keys either: a space in "3 maart" presses nothing.
fn types_astray(model: &Model, key: KeyEvent, meaning: Meaning) -> bool {
    let in_group = matches!(model.screen, Screen::Dossier(_) | Screen::Meeting(_));
    if model.hidden || model.over.is_some() || !in_group || !is_character(key) {
        return false;
    }
    let goes_on = model.stray.is_some_and(|at| model.now.steady.saturating_sub(at) < TYPING);
    match meaning {
        Meaning::Type => false,
        Meaning::Nothing => true,
        Meaning::Do(_) => goes_on,
    }
}

/// Does an action, or says why it cannot be done now.
pub fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    if let Some(reason) = why_not(model, action) {
        model.notice = Some(format!("{}.", capital(reason)));
        return Vec::new();
    }
    match action {
        // Only what is nowhere but on the screen is worth a second press.
        Action::Quit if warns(model) => {}
        Action::Quit => {
            model.ended = true;
            return vec![Effect::Save];
        }
        Action::Hide => model.hidden = true,
        Action::Unhide => model.hidden = false,
        Action::Unlock => return vec![Effect::Unlock],
        Action::HideAfter => {
            model.over = None;
            return idle::choose(model);
        }
        Action::Help => model.over = Some(Over::Finder(Finder::new(Purpose::Help))),
        Action::Menu => model.over = Some(Over::Finder(Finder::new(Purpose::Menu))),
        Action::Undo | Action::Redo => {
            let effects = model.turn_back(action == Action::Redo);
            return meeting::follow(model, effects);
        }
        Action::SaySaved => {
            model.notice = Some(model.words.always_saved().to_owned());
            return vec![Effect::Save];
        }
        Action::Erase => erasure::ask(model),
        Action::KeepElsewhere => model.over = Some(Over::Place(Box::default())),
        Action::TakeOver => versions::ask(model, Asked::TakeOver),
        Action::Settle => versions::ask(model, Asked::Settle),
        Action::PutAway => return versions::put_away(model),
        Action::ReadLog => dossier::read_log(model),
        Action::GoTo(section) if model.open.is_some() => {
            model.over = None;
            return dossier::go(model, section, None);
        }
        _ => return act_on_top(model, action),
    }
    Vec::new()
}

/// Says once that leaving now loses what was typed, when it is nowhere but on the screen.
fn warns(model: &mut Model) -> bool {
    let told = model.alarm.is_some_and(|alarm| alarm.warned);
    if told || !model.is_alarming() {
        return false;
    }
    model.alarm = model.alarm.map(|alarm| Alarm { warned: true, ..alarm });
    model.notice = Some(model.words.leaving_loses().to_owned());
    true
}

/// Does an action of what lies on top: help, a text to read, the clock, else the screen.
fn act_on_top(model: &mut Model, action: Action) -> Vec<Effect> {
    match model.over.take() {
        Some(Over::Finder(finder)) => act_in_finder(model, finder, action),
        Some(Over::Reader(mut reader)) => {
            let size = body(model.size);
            let page = isize::try_from(size.1).unwrap_or(1) - 1;
            match action {
                Action::Up => reader.scroll(-1, size),
                Action::Down => reader.scroll(1, size),
                Action::PageUp => reader.scroll(-page, size),
                Action::PageDown => reader.scroll(page, size),
                Action::Top => reader.scroll(isize::MIN, size),
                Action::Bottom => reader.scroll(isize::MAX, size),
                _ => return Vec::new(),
            }
            model.over = Some(Over::Reader(reader));
            Vec::new()
        }
        Some(Over::Clock) => {
            if action == Action::PauseOrGo {
                model.over = Some(Over::Clock);
                return meeting::act(model, action);
            }
            Vec::new()
        }
        Some(Over::Erase(erase)) => erasure::answer(model, erase, action),
        Some(Over::Place(place)) => place.answer(action).into_iter().collect(),
        Some(Over::Question(question)) => versions::answer(model, question, action),
        None => act_on_screen(model, action),
    }
}

fn act_in_finder(model: &mut Model, mut finder: Finder, action: Action) -> Vec<Effect> {
    let last = finder.offers(model).len().saturating_sub(1);
    match action {
        Action::Up => finder.row = finder.row.saturating_sub(1),
        Action::Down => finder.row = (finder.row + 1).min(last),
        Action::PageUp => finder.row = finder.row.saturating_sub(10),
        Action::PageDown => finder.row = (finder.row + 10).min(last),
        Action::Press => {
            return match finder.chosen(model) {
                Some(chosen) => act(model, chosen),
                None => Vec::new(),
            };
        }
        _ => return Vec::new(),
    }
    model.over = Some(Over::Finder(finder));
    Vec::new()
}

fn act_on_screen(model: &mut Model, action: Action) -> Vec<Effect> {
    match &mut model.screen {
        Screen::Home(home) => at_home(home, action),
        Screen::Overview(overview) => {
            let mut overview = *overview;
            let effects = at_overview(model, &mut overview, action);
            if let Screen::Overview(place) = &mut model.screen {
                *place = overview;
            }
            effects
        }
        Screen::Dossier(_) => dossier::act(model, action),
        Screen::Meeting(_) => meeting::act(model, action),
    }
}

fn at_home(home: &mut Home, action: Action) -> Vec<Effect> {
    match action {
        Action::Up => home.step(-1),
        Action::Down => home.step(1),
        Action::PageUp => home.step(-10),
        Action::PageDown => home.step(10),
        Action::Top => home.step(isize::MIN),
        Action::Bottom => home.step(isize::MAX),
        Action::NewGroup => home.begin(Typing::Name),
        Action::Filter => home.begin(Typing::Filter),
        Action::Week => home.turn(),
        Action::Practice => return vec![Effect::Example],
        Action::Back if home.end().is_none() => home.filter.clear(),
        Action::Press => {
            if let Some(name) = home.name() {
                return vec![Effect::Create(name)];
            }
            if home.end().is_some() {
                return Vec::new();
            }
            let chosen = home.chosen().map(|line| Effect::Open(line.slug.clone(), Then::Show));
            return chosen.into_iter().collect();
        }
        _ => {}
    }
    Vec::new()
}

fn at_overview(model: &mut Model, overview: &mut Overview, action: Action) -> Vec<Effect> {
    let leads = overview::rows(model);
    let last = leads.len().saturating_sub(1);
    match action {
        Action::Up => overview.row = overview.row.saturating_sub(1),
        Action::Down => overview.row = (overview.row + 1).min(last),
        Action::Top => overview.row = 0,
        Action::Bottom => overview.row = last,
        Action::Accept => return vec![Effect::Accept],
        Action::Back if warns(model) => {}
        Action::Back => {
            model.screen = Screen::Home(Box::default());
            return vec![Effect::Close, Effect::List];
        }
        Action::Press => {
            return match leads.get(overview.row) {
                Some(Lead::GoOn(id)) => meeting::open(model, *id),
                Some(Lead::Begin(kind)) => meeting::begin(model, *kind),
                Some(Lead::Look(id)) => vec![Effect::ReadMeeting(*id, Then::Show)],
                Some(Lead::Section(section)) => dossier::go(model, *section, None),
                Some(Lead::Step(step)) => dossier::go_to_step(model, *step),
                Some(Lead::Second(_)) => {
                    let second = versions::second_at_hand(model).cloned();
                    second.map(Effect::ReadSecond).into_iter().collect()
                }
                Some(Lead::Log) => {
                    dossier::read_log(model);
                    Vec::new()
                }
                None => Vec::new(),
            };
        }
        _ => {}
    }
    Vec::new()
}

fn answered(model: &mut Model, done: Done) -> Vec<Effect> {
    match done {
        Done::Groups(groups) => {
            show_groups(model, groups);
            Vec::new()
        }
        Done::Closed => {
            model.open = None;
            (model.alarm, model.refuge) = (None, None);
            if !matches!(model.safety, Safety::Saved(_)) {
                model.safety = Safety::Untouched;
            }
            Vec::new()
        }
        Done::Opened(open, then) => opened(model, *open, then),
        Done::Meeting(held, then) => meeting::loaded(model, *held, then),
        Done::Exported(path) => {
            model.notice = Some(model.words.exported(&path));
            Vec::new()
        }
        Done::Accepted => {
            model.notice = Some(model.words.accepted().to_owned());
            if let Some(open) = &mut model.open {
                open.permission = Permission::Write;
            }
            Vec::new()
        }
        Done::Erased(erased) => {
            model.notice = Some(model.words.has_erased(erased).to_owned());
            Vec::new()
        }
        Done::Locked(said) => {
            model.hidden = true;
            model.lock = Some(Lock::saying(said));
            Vec::new()
        }
        Done::Unlocked(said) => {
            (model.lock, model.hidden, model.has_passphrase) = (None, false, true);
            model.notice = said.map(str::to_owned).or(model.notice.take());
            match &model.screen {
                Screen::Home(_) => vec![Effect::List],
                _ => Vec::new(),
            }
        }
        Done::HidesAfter(minutes) => {
            model.hide_after = minutes;
            model.notice = Some(model.words.hides_after(minutes));
            Vec::new()
        }
        Done::Versions(now, said) => {
            versions::told(model, now, said);
            Vec::new()
        }
        Done::Second(read) => {
            versions::read(model, &read);
            Vec::new()
        }
        Done::Left(sentence) => {
            model.open = None;
            model.screen = Screen::Home(Box::default());
            model.notice = Some(sentence);
            vec![Effect::List]
        }
        Done::Failed(sentence) => {
            model.notice = Some(sentence);
            Vec::new()
        }
    }
}

fn show_groups(model: &mut Model, groups: Vec<GroupLine>) {
    if let Screen::Home(home) = &mut model.screen {
        home.groups = groups;
        home.step(0);
    }
}

fn opened(model: &mut Model, open: OpenGroup, then: Then) -> Vec<Effect> {
    if open.erasing {
        model.notice = Some(model.words.erasing_was_interrupted().to_owned());
    }
    let before = model.open.replace(open).map(|open| open.permission);
    model.screen = Screen::Overview(Overview::default());
    if let Some(said) = versions::opened(model, before.as_ref()) {
        model.notice = Some(said.to_owned());
    }
    if then == Then::Meet { meeting::meet(model) } else { Vec::new() }
}
