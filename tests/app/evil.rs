//! An evil string in every field comes out safe on every route: screens, the shell's answers,
//! exports, and the names of files.
//!
//! A route that is added belongs here: a screen in `screens`, a command in `shell`. What kring can
//! export comes by itself, and its format needs a rule in `shell::assert_inert`: CSV, HTML and ICS
//! have none yet.

mod eye;
mod harm;
mod markdown;
mod names;
mod poison;
mod screens;
mod shell;
