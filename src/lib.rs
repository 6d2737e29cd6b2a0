//! kring: resource-group meetings from the keyboard.

pub mod clock;
pub mod content;
pub mod domain;
pub mod store;
pub mod widgets;
pub mod words;
