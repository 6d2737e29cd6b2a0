//! kring: resource-group meetings from the keyboard.

pub mod app;
pub mod cli;
pub mod clock;
pub mod content;
pub mod crash;
pub mod deeds;
pub mod domain;
pub mod export;
pub mod language;
pub mod ron_text;
pub mod sanitize;
pub mod screens;
pub mod session;
pub mod store;
pub mod theme;
pub mod view;
pub mod widgets;
pub mod words;
