//! What happens in a meeting: going through it, the hour, and where the focus is.

mod forms;
mod opening;
mod papers;
mod rows;
mod typing;

pub use self::opening::{begin, loaded, meet, open, write_down};
pub use self::rows::person_at_hand;
pub use self::typing::{paste, typed};

use super::action::Action;
use super::message::Effect;
use super::model::{Model, Over, Screen};
use crate::domain::change::Change;
use crate::domain::closing;
use crate::domain::history::Deed;
use crate::domain::hour::{HourState, Instant, jump_between};
use crate::domain::meeting::{Form, Place};
use crate::screens::finder::{Finder, Purpose};
use crate::screens::meeting::{Focus, MeetingScreen, items, moves, room};
use crate::screens::overview::Overview;
use crate::store::open::Permission;

fn say_jump(model: &mut Model) {
    if let Screen::Meeting(screen) = &mut model.screen {
        screen.jumped = true;
    }
}

/// Time went on.
pub fn tick(model: &mut Model, now: Instant) -> Vec<Effect> {
    let last = std::mem::replace(&mut model.now, now);
    let Some(room) = room(model) else { return Vec::new() };
    if room.reading().state != HourState::Running {
        return Vec::new();
    }
    let Some(jump) = jump_between(last, now) else {
        return if read_only(model) { Vec::new() } else { model.still_here() };
    };
    let changes = moves::jump(room.meeting, jump);
    say_jump(model);
    model.along(changes)
}

/// Does an action of the meeting.
pub fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    match action {
        Action::NextItem => step(model, true),
        Action::PreviousItem => step(model, false),
        Action::ToAttendance => go(model, Place::Attendance),
        Action::ToClosing => go(model, Place::Closing),
        Action::StartHour => start(model),
        Action::PauseOrGo => pause_or_go(model),
        Action::TurnJump => {
            let changes = room(model).map(|room| moves::turn_jump(&room)).unwrap_or_default();
            say_jump(model);
            model.deed(Deed::Jump, changes)
        }
        Action::BigClock => {
            model.over = Some(Over::Clock);
            Vec::new()
        }
        Action::ReadPrevious => {
            papers::read_minutes(model, true);
            Vec::new()
        }
        Action::ToGroup => to_group(model),
        Action::MakeAgreement => {
            forms::open_form(model, |item| Form::Agreement { item, line: None })
        }
        Action::MakeDecision => forms::open_form(model, |item| Form::Decision { item }),
        Action::ChangeBudget => forms::open_form(model, |item| Form::Budget { item }),
        Action::AddPerson => forms::open_form(model, |_| Form::NewPerson),
        Action::Arrival => forms::at_person(model, Form::Arrival),
        Action::Departure => forms::at_person(model, Form::Departure),
        Action::RenamePerson => forms::at_person(model, Form::PersonName),
        Action::Abandon => abandon(model),
        _ => act_with_focus(model, action),
    }
}

/// Actions that depend on where the focus is.
fn act_with_focus(model: &mut Model, action: Action) -> Vec<Effect> {
    if model.meeting().is_some_and(|meeting| meeting.draft.is_some()) {
        return forms::in_form(model, action);
    }
    let Screen::Meeting(screen) = &model.screen else { return Vec::new() };
    match (screen.focus, action) {
        (_, Action::ToItems | Action::Back) => to_items(model),
        (Focus::Note, Action::Complete) => typing::complete_or_matter(model),
        (Focus::Note, Action::Backward) => rows::to_matter(model, true),
        (Focus::Items, _) => in_items(model, action),
        (Focus::Matter, _) => rows::in_matter(model, action),
        (Focus::Note, _) => Vec::new(),
    }
}

fn screen(model: &mut Model) -> Option<&mut MeetingScreen> {
    match &mut model.screen {
        Screen::Meeting(screen) => Some(screen),
        _ => None,
    }
}

fn step(model: &mut Model, forward: bool) -> Vec<Effect> {
    // A form that is open stays for later.
    let mut effects = forms::set_aside(model);
    let to = model.meeting().and_then(|meeting| items::beside(meeting, forward));
    effects.extend(to.map_or_else(Vec::new, |place| go(model, place)));
    effects
}

fn go(model: &mut Model, to: Place) -> Vec<Effect> {
    if read_only(model) {
        look_at(model, to);
        return Vec::new();
    }
    let changes = room(model).map(|room| moves::go(&room, to)).unwrap_or_default();
    let effects = model.along(changes);
    if let Some(screen) = screen(model) {
        screen.jumped = false;
        screen.arrive(to);
    }
    effects.into_iter().chain([Effect::Save]).collect()
}

/// Goes to a place in a group that can only be read: here alone, and nowhere written down.
fn look_at(model: &mut Model, to: Place) {
    let changes = room(model).map(|room| moves::go(&room, to)).unwrap_or_default();
    if let Some(open) = &mut model.open {
        for change in changes.iter().filter(|change| change.is_place()) {
            // A place fits wherever the meeting is.
            let _ = open.dossier.apply(change);
        }
    }
    arrive_here(model);
}

/// Goes to where something was undone or done again, so that it is seen.
pub fn follow(model: &mut Model, effects: Vec<Effect>) -> Vec<Effect> {
    let note = effects.iter().find_map(|effect| match effect {
        Effect::Record(entry) => entry.changes.iter().find_map(Change::note),
        _ => None,
    });
    let here = model.meeting().map(|meeting| (meeting.id, meeting.place));
    match note.zip(here) {
        Some(((id, nr), (shown, place))) if id == shown && place != Place::Item(nr) => {
            effects.into_iter().chain(go(model, Place::Item(nr))).collect()
        }
        _ => effects,
    }
}

fn start(model: &mut Model) -> Vec<Effect> {
    let changes = room(model).map(|room| moves::start(&room)).unwrap_or_default();
    let effects = model.along(changes);
    arrive_here(model);
    effects
}

/// Puts the focus where the meeting is.
fn arrive_here(model: &mut Model) {
    let place = model.meeting().map(|meeting| meeting.place);
    if let (Some(place), Some(screen)) = (place, screen(model)) {
        screen.arrive(place);
    }
}

fn pause_or_go(model: &mut Model) -> Vec<Effect> {
    let waiting = room(model).is_some_and(|room| room.reading().state == HourState::Waiting);
    if waiting {
        return start(model);
    }
    let changes = room(model).map(|room| moves::pause_or_go(&room)).unwrap_or_default();
    model.along(changes)
}

/// Goes to the group; a meeting in which nothing happened does not stay behind.
fn to_group(model: &mut Model) -> Vec<Effect> {
    let untouched = room(model).is_some_and(|room| room.meeting.untouched(room.group));
    if untouched {
        return abandon(model);
    }
    model.screen = Screen::Overview(Overview::default());
    vec![Effect::Save]
}

/// Lets go of a meeting in which nothing was written down.
fn abandon(model: &mut Model) -> Vec<Effect> {
    let discarded = room(model).map(|room| closing::discard(room.group, room.meeting));
    model.screen = Screen::Overview(Overview::default());
    let effects = model.along(discarded.unwrap_or_default());
    effects.into_iter().chain([Effect::Save]).collect()
}

fn to_items(model: &mut Model) -> Vec<Effect> {
    let here = room(model).map(|room| {
        let place = room.meeting.place;
        items::places(room.meeting).iter().position(|it| *it == place).unwrap_or(0)
    });
    let focus = screen(model).map(|screen| {
        let was = screen.focus;
        screen.focus = Focus::Items;
        screen.item_row = here.unwrap_or(0);
        was
    });
    if focus == Some(Focus::Items) {
        model.over = Some(Over::Finder(Finder::new(Purpose::Menu)));
    }
    Vec::new()
}

fn in_items(model: &mut Model, action: Action) -> Vec<Effect> {
    let places = model.meeting().map(items::places).unwrap_or_default();
    let last = places.len().saturating_sub(1);
    let Some(screen) = screen(model) else { return Vec::new() };
    let row = screen.item_row.min(last);
    match action {
        Action::Up => screen.item_row = row.saturating_sub(1),
        Action::Down => screen.item_row = (row + 1).min(last),
        Action::ToNote => arrive_here(model),
        Action::Press => {
            return places.get(row).copied().map_or_else(Vec::new, |place| go(model, place));
        }
        _ => {}
    }
    Vec::new()
}

/// Whether the open group can only be read.
fn read_only(model: &Model) -> bool {
    model.open.as_ref().is_some_and(|open| open.permission != Permission::Write)
}
