//! A row of a page: what it says, and what can be done with it.

use crate::view::text::TextRef;
use crate::widgets::editor::LineMode;

/// What pressing a row can do, on the screen whose rows these are.
pub trait RowAction: Copy + PartialEq {
    /// Whether it is a deed of its own rather than a value that changes.
    fn is_button(self) -> bool;
}

/// What can be done with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Control<A> {
    /// Nothing; it is read.
    Read,
    /// It can be pressed.
    Press(A),
    /// It is typed in.
    Field(TextRef, LineMode),
}

/// How a row looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// As words.
    Plain,
    /// As a heading.
    Heading,
    /// As secondary text.
    Quiet,
    /// As something that asks for attention.
    Strong,
    /// As a piece of a drawing, which does not wrap.
    Figure,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row<A> {
    /// Cells it stands to the right.
    pub indent: u16,
    /// What it says; wraps.
    pub text: String,
    /// What stands at its right edge.
    pub value: String,
    /// How it looks.
    pub look: Look,
    /// What can be done with it.
    pub control: Control<A>,
}

impl<A: RowAction> Row<A> {
    /// Words to read.
    #[must_use]
    pub fn read(text: impl Into<String>) -> Self {
        Self {
            indent: 0,
            text: text.into(),
            value: String::new(),
            look: Look::Plain,
            control: Control::Read,
        }
    }

    /// A heading.
    #[must_use]
    pub fn heading(text: impl Into<String>) -> Self {
        Self { look: Look::Heading, ..Self::read(text) }
    }

    /// Secondary text.
    #[must_use]
    pub fn quiet(text: impl Into<String>) -> Self {
        Self { look: Look::Quiet, ..Self::read(text) }
    }

    /// A piece of a drawing.
    #[must_use]
    pub fn figure(text: impl Into<String>) -> Self {
        Self { look: Look::Figure, ..Self::read(text) }
    }

    /// An empty row.
    #[must_use]
    pub fn gap() -> Self {
        Self::read("")
    }

    /// A row that can be pressed, with its value.
    #[must_use]
    pub fn press(text: impl Into<String>, value: impl Into<String>, press: A) -> Self {
        Self { value: value.into(), control: Control::Press(press), ..Self::read(text) }
    }

    /// A field with its label.
    #[must_use]
    pub fn field(label: impl Into<String>, text: TextRef, lines: LineMode) -> Self {
        Self { control: Control::Field(text, lines), ..Self::read(label) }
    }

    /// The same, further to the right.
    #[must_use]
    pub fn within(self, indent: u16) -> Self {
        Self { indent, ..self }
    }

    /// The same, asking for attention.
    #[must_use]
    pub fn strong(self) -> Self {
        Self { look: Look::Strong, ..self }
    }

    /// Whether the focus can be on it.
    #[must_use]
    pub fn takes_focus(&self) -> bool {
        self.control != Control::Read
    }

    /// Whether it is a button.
    #[must_use]
    pub fn is_button(&self) -> bool {
        matches!(self.control, Control::Press(press) if press.is_button())
    }
}
