//! A page of rows, as every screen of a group has it: what a row says and does, which row is at
//! hand and what is typed there, and how rows are laid out and drawn.

pub mod at_hand;
pub mod day;
pub mod layout;
pub mod row;
pub mod text;
pub mod time;
