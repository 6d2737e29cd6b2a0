//! The rows of the matter: going through them, and what pressing one does.

use super::forms::open_form;
use super::papers::{finish, read_minutes, save_minutes};
use super::typing::text_width;
use super::{act, screen, start, step, to_group};
use crate::app::action::Action;
use crate::app::erasure;
use crate::app::message::Effect;
use crate::app::model::{Model, Screen};
use crate::app::page::{Asked, steer};
use crate::domain::goal::Term;
use crate::domain::hour::HourState;
use crate::domain::ids::PersonId;
use crate::domain::meeting::{Form, Place};
use crate::screens::meeting::row::{Act, Press, Row};
use crate::screens::meeting::{Focus, matter, press, room};
use crate::screens::page::at_hand::next_row;

/// The rows of the page that is shown.
pub(super) fn rows(model: &Model) -> Vec<Row> {
    let Screen::Meeting(screen) = &model.screen else { return Vec::new() };
    room(model).map(|room| matter::rows(&room, screen.open)).unwrap_or_default()
}

fn row_at_hand(model: &Model) -> Option<Row> {
    let Screen::Meeting(screen) = &model.screen else { return None };
    rows(model).get(screen.at_hand.row()).cloned()
}

/// The person whose row is at hand.
#[must_use]
pub fn person_at_hand(model: &Model) -> Option<PersonId> {
    match row_at_hand(model)?.act {
        Act::Press(Press::Presence(person)) => Some(person),
        _ => None,
    }
}

pub(super) fn in_matter(model: &mut Model, action: Action) -> Vec<Effect> {
    let (rows, width) = (rows(model), text_width(model));
    let Some(screen) = screen(model) else { return Vec::new() };
    match steer(&mut screen.at_hand, &rows, width, action) {
        Asked::Press(forward) => press_row(model, forward),
        Asked::Past(forward) => past_rows(model, forward),
        Asked::Nothing => Vec::new(),
    }
}

/// From the end of the matter Tab goes back to the note; where there is none, round again.
fn past_rows(model: &mut Model, forward: bool) -> Vec<Effect> {
    let rows = rows(model);
    let at_item = matches!(model.meeting().map(|meeting| meeting.place), Some(Place::Item(_)));
    if let Some(screen) = screen(model) {
        if at_item {
            screen.focus = Focus::Note;
        } else {
            screen.at_hand.begin_again(&rows, forward);
        }
    }
    Vec::new()
}

pub(super) fn to_matter(model: &mut Model, at_end: bool) -> Vec<Effect> {
    let rows = rows(model);
    let row = if at_end {
        next_row(&rows, rows.len(), false)
    } else {
        // Where something is chosen already, that is where one begins.
        let chosen = |row: &Row| row.takes_focus() && row.value == model.words.chosen();
        rows.iter().position(chosen).or_else(|| rows.iter().position(Row::takes_focus))
    };
    if let (Some(row), Some(screen)) = (row, screen(model)) {
        screen.focus = Focus::Matter;
        screen.at_hand.go_to(row);
    }
    Vec::new()
}

fn press_row(model: &mut Model, forward: bool) -> Vec<Effect> {
    let Some(row) = row_at_hand(model) else { return Vec::new() };
    let Act::Press(press) = row.act else {
        return in_matter(model, if forward { Action::Forward } else { Action::Backward });
    };
    let made = room(model).and_then(|room| press::change(&room, press, forward));
    match made {
        Some((deed, changes)) => model.deed(deed, changes),
        None if forward => press_button(model, press),
        None => Vec::new(),
    }
}

fn press_button(model: &mut Model, press: Press) -> Vec<Effect> {
    match press {
        Press::Start => {
            let waiting =
                room(model).is_some_and(|room| room.reading().state == HourState::Waiting);
            if waiting { start(model) } else { step(model, true) }
        }
        Press::AddPerson => open_form(model, |_| Form::NewPerson),
        Press::MakeAgreement => open_form(model, |item| Form::Agreement { item, line: None }),
        Press::Mend(item, line) => open_form(model, |_| Form::Agreement { item, line: Some(line) }),
        Press::NewGoal(term) => open_form(model, |_| match term {
            Term::Short => Form::NewShortGoal,
            Term::Long => Form::NewLongGoal,
        }),
        Press::Reopen => open_form(model, |_| Form::Reopening),
        Press::Level(nr) => {
            if let Some(screen) = screen(model) {
                screen.open.level = (screen.open.level != Some(nr)).then_some(nr);
            }
            Vec::new()
        }
        Press::ReadPrevious => act(model, Action::ReadPrevious),
        Press::ReadMinutes => {
            read_minutes(model, false);
            Vec::new()
        }
        Press::SaveMinutes => save_minutes(model),
        Press::Erase => {
            erasure::ask(model);
            Vec::new()
        }
        Press::Finish => finish(model),
        Press::Alone => {
            if let Some(screen) = screen(model) {
                screen.open.alone = true;
                screen.at_hand.go_to(usize::MAX);
            }
            Vec::new()
        }
        Press::ToGroup => to_group(model),
        _ => Vec::new(),
    }
}
