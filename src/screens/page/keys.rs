//! The keys of a page of rows.

use crossterm::event::KeyCode::{BackTab, Down, Enter, Left, Right, Tab, Up};

use super::cursor::RowCursor;
use super::row::RowAction;
use crate::screens::action::Action;
use crate::screens::keys::{Layer, SPACE, bind, key, layers};
use crate::words::Words;

layers! {
    /// A field of one line.
    FIELD types [
        bind(&[key(Tab), key(Enter)], Action::Forward, Words::key_forward, 2),
        bind(&[key(BackTab)], Action::Backward, Words::key_backward, 3),
        bind(&[key(Up)], Action::Up, Words::key_up, 0),
        bind(&[key(Down)], Action::Down, Words::key_down, 0),
    ];
    /// A field of many lines, where Enter makes a new one.
    LINES types [
        bind(&[key(Tab)], Action::Forward, Words::key_forward, 2),
        bind(&[key(BackTab)], Action::Backward, Words::key_backward, 3),
        bind(&[key(Up)], Action::Up, Words::key_up, 0),
        bind(&[key(Down)], Action::Down, Words::key_down, 0),
    ];
    /// A row that is a deed of its own.
    BUTTON [
        bind(&[key(Enter), SPACE], Action::Press, Words::key_do, 1),
    ];
    /// A row that is no field.
    ROWS [
        bind(&[SPACE, key(Enter)], Action::Press, Words::key_press, 1),
        bind(&[key(Right)], Action::NextValue, Words::key_next_value, 0),
        bind(&[key(Left)], Action::PreviousValue, Words::key_previous_value, 0),
        bind(&[key(Up)], Action::Up, Words::key_up, 0),
        bind(&[key(Down)], Action::Down, Words::key_down, 0),
        bind(&[key(Tab)], Action::Forward, Words::key_forward, 8),
        bind(&[key(BackTab)], Action::Backward, Words::key_backward, 0),
    ];
}

/// The layers of a page, for the row that is selected.
#[must_use]
pub fn layers_of<A: RowAction>(cursor: &RowCursor<A>) -> Vec<&'static Layer> {
    if cursor.types_lines() {
        vec![&LINES]
    } else if cursor.editing().is_some() {
        vec![&FIELD]
    } else if cursor.on_button() {
        vec![&BUTTON, &ROWS]
    } else {
        vec![&ROWS]
    }
}
