//! What leaves the dossier as a document. Pure: no files, no clock, no terminal.
//!
//! A paper such as [`minutes::MinutesPaper`] says what stands in it, as blocks; a
//! [`format::Format`] writes blocks as bytes.

pub mod format;
mod markdown;
pub mod minutes;
mod page;
mod plain;
