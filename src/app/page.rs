//! Keys on a page of rows, of a meeting and between meetings alike.

use super::action::Action;
use crate::screens::page::at_hand::AtHand;
use crate::screens::page::row::{Pressing, Row};

/// What a key on a page asks for, once the row at hand has been dealt with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Nothing more.
    Nothing,
    /// To press the row at hand, forward or back.
    Press(bool),
    /// To go on past the last row, or back before the first.
    Past(bool),
}

/// Goes through the rows, as an action says. A text that has the focus is `width` cells wide.
pub fn steer<P: Pressing>(
    at_hand: &mut AtHand<P>,
    rows: &[Row<P>],
    width: u16,
    action: Action,
) -> Asked {
    let mut leave = |forward| {
        if at_hand.leave(rows, forward) { Asked::Nothing } else { Asked::Past(forward) }
    };
    match action {
        Action::Forward => leave(true),
        Action::Backward => leave(false),
        Action::Up | Action::Down => {
            at_hand.up_or_down(rows, width, action == Action::Down);
            Asked::Nothing
        }
        // Arrows change a value; what happens at once asks for Enter or Space.
        Action::NextValue | Action::PreviousValue if at_hand.on_button() => Asked::Nothing,
        Action::Press | Action::NextValue => Asked::Press(true),
        Action::PreviousValue => Asked::Press(false),
        _ => Asked::Nothing,
    }
}
