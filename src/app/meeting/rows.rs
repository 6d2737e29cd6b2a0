//! The rows of the matter: going through them, and what pressing one does.

use super::forms::open_form;
use super::papers::{finish, read_minutes, save_minutes};
use super::typing::text_width;
use super::{act, screen, start, step, to_group};
use crate::app::action::Action;
use crate::app::erasure;
use crate::app::message::Effect;
use crate::app::model::{Model, Screen};
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

fn on_button(model: &Model) -> bool {
    matches!(&model.screen, Screen::Meeting(screen) if screen.at_hand.on_button())
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
    match action {
        Action::Up => up_or_down(model, false),
        Action::Down => up_or_down(model, true),
        Action::Forward => leave_row(model, true),
        Action::Backward => leave_row(model, false),
        // Arrows change a value; what happens at once asks for Enter or Space.
        Action::NextValue | Action::PreviousValue if on_button(model) => Vec::new(),
        Action::Press | Action::NextValue => press_row(model, true),
        Action::PreviousValue => press_row(model, false),
        _ => Vec::new(),
    }
}

/// Goes a line up or down in a text, or at its edge to the next row.
fn up_or_down(model: &mut Model, down: bool) -> Vec<Effect> {
    let width = text_width(model);
    let rows = rows(model);
    if let Some(screen) = screen(model) {
        screen.at_hand.up_or_down(&rows, width, down);
    }
    Vec::new()
}

/// Tab goes on through the matter, and from its end back to the note.
fn leave_row(model: &mut Model, forward: bool) -> Vec<Effect> {
    let rows = rows(model);
    let at_item = matches!(model.meeting().map(|meeting| meeting.place), Some(Place::Item(_)));
    let Some(screen) = screen(model) else { return Vec::new() };
    if !screen.at_hand.leave(&rows, forward) {
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
    let Act::Press(press) = row.act else { return leave_row(model, forward) };
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
