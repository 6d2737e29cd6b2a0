//! The resource-group method and the dossier of a group that follows it. Pure: no files, no clock,
//! no terminal.
//!
//! Every mutation of a [`dossier`] is a value from [`change`].

pub mod agenda;
mod agreed_line;
pub mod agreement;
pub mod approval;
pub mod arrangements;
pub mod attendance;
pub mod bin;
mod calling;
pub mod change;
pub mod chronology;
pub mod closing;
pub mod completion;
pub mod confidential;
pub mod dates;
pub mod day;
pub mod delta;
pub mod dossier;
pub mod drafting;
pub mod erasure;
pub mod form;
pub mod frequency;
pub mod goal;
pub mod group;
mod habit;
pub mod held;
pub mod history;
pub mod hour;
pub mod ids;
pub mod interview;
pub mod late;
mod letters;
mod lines;
pub mod log;
pub mod meeting;
pub mod mention;
pub mod minutes;
pub mod naming;
pub mod notes;
pub mod onlookers;
pub mod person;
pub mod phase;
pub mod plan;
pub mod progress;
pub mod reading;
pub mod relation;
pub mod reorientation;
pub mod rereading;
pub mod section;
mod sentence;
pub mod sociogram;
pub mod structure;
pub mod texts;
pub mod week;
pub mod when;
