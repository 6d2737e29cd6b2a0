//! What leaves the dossier as a text. Pure: no files, no clock, no terminal.

mod markdown;
pub mod minutes;
mod page;
mod plain;

/// How an export is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Markdown.
    #[default]
    Markdown,
    /// Plain text, 76 columns wide.
    Text,
}
