//! Stateless pieces of a screen. They know cells and words, nothing of a dossier.

pub mod canvas;
pub mod chart;
pub mod digits;
pub mod editor;
pub mod glyphs;
pub mod rings;
pub mod wrap;
