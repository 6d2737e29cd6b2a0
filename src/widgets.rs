//! Building blocks of screens: drawing, wrapping and editing of text. They do not depend on the
//! domain.

pub mod canvas;
pub mod chart;
pub mod digits;
pub mod editor;
pub mod field;
pub mod glyphs;
pub mod list;
pub mod rings;
pub mod wrap;
