//! The method and a dossier that follows it. Pure: no files, no clock, no terminal.
//!
//! [`change`] is the one door: everything that happens to a [`dossier`] is one of its values.

pub mod agreement;
pub mod change;
pub mod closing;
pub mod dates;
pub mod delta;
pub mod dossier;
pub mod frequency;
pub mod goal;
pub mod group;
pub mod history;
pub mod hour;
pub mod ids;
mod lines;
pub mod meeting;
pub mod minutes;
pub mod notes;
pub mod person;
pub mod phase;
pub mod plan;
pub mod progress;
pub mod structure;
pub mod texts;
