//! kring: resource-group meetings from the keyboard.

pub mod app;
pub mod breakdown;
pub mod cli;
pub mod clock;
pub mod content;
pub mod domain;
pub mod export;
pub mod harmless;
pub mod screens;
pub mod store;
pub mod theme;
pub mod widgets;
pub mod words;
