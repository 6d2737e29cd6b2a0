//! A page of rows, as the dossier and the meeting have it: what a row says and does, which row is
//! selected and what is typed there, and how rows are laid out and drawn.

pub mod choices;
pub mod cursor;
pub mod day;
pub mod keys;
pub mod layout;
pub mod row;
pub mod time;
pub mod typing;
