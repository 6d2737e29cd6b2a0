//! The styles of the screens.
//!
//! There is one accent colour, and colour never carries meaning alone: the selection is reversed,
//! and important text is bold. With `NO_COLOR` the accent is bold.

use ratatui::style::{Color, Modifier, Style};

use crate::domain::plan::Colour;

#[derive(Clone, Copy, Debug)]
pub struct Theme {
    colour: bool,
}

impl Theme {
    /// `no_color`: whether the environment variable `NO_COLOR` is set and not empty.
    #[must_use]
    pub fn new(no_color: bool) -> Self {
        Self { colour: !no_color }
    }

    /// Ordinary text.
    #[must_use]
    pub fn plain(self) -> Style {
        Style::new()
    }

    /// Headings and the current place.
    #[must_use]
    pub fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// Secondary text.
    #[must_use]
    pub fn quiet(self) -> Style {
        if self.colour { Style::new().fg(Color::Gray) } else { Style::new() }
    }

    /// The accent.
    #[must_use]
    pub fn accent(self) -> Style {
        if self.colour { Style::new().fg(Color::LightCyan) } else { self.strong() }
    }

    /// The mark of a level of the signalling plan. The colour is also named beside it.
    #[must_use]
    pub fn level(self, colour: Colour) -> Style {
        if !self.colour {
            return Style::new();
        }
        // Of the sixteen colours that every terminal has, dark yellow is closest to orange.
        Style::new().fg(match colour {
            Colour::Green => Color::LightGreen,
            Colour::Yellow => Color::LightYellow,
            Colour::Orange => Color::Yellow,
            Colour::Red => Color::LightRed,
            Colour::Blue => Color::LightBlue,
        })
    }

    /// The selection.
    #[must_use]
    pub fn selected(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// Alarms.
    #[must_use]
    pub fn alarm(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED | Modifier::BOLD)
    }
}
