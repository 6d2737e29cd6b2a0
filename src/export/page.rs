//! A page as blocks, whatever it is written in. Every text in it is one line as somebody typed
//! it; what writes the page makes it safe.

/// A block of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Block {
    /// The heading of the page.
    Title(String),
    /// The heading of a part.
    Heading(String),
    /// A heading within a part.
    Subheading(String),
    /// A sentence that must not be missed.
    Mark(String),
    /// Short facts, each with what it is.
    Facts(Vec<(&'static str, String)>),
    /// Lines that stand under each other.
    Lines(Vec<String>),
    /// A list.
    List(Vec<ListEntry>),
}

/// An entry of a list: what it says, and what is known of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ListEntry {
    /// What it says.
    pub(super) text: String,
    /// What is known of it; empty when nothing is.
    pub(super) detail: String,
}

impl ListEntry {
    /// An entry with nothing but its text.
    pub(super) fn plain(text: String) -> Self {
        Self { text, ..Self::default() }
    }
}
