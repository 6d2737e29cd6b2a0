//! The look: what each kind of thing on a screen looks like.
//!
//! One accent, and never a colour alone: what is at hand is reversed, what matters is bold. With
//! `NO_COLOR` the accent is bold instead.

use ratatui::style::{Color, Modifier, Style};

use crate::domain::plan::Colour;

/// The styles of a screen.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    colour: bool,
}

impl Theme {
    /// The look for an environment: without colour when `NO_COLOR` is set to anything.
    #[must_use]
    pub fn new(no_color: bool) -> Self {
        Self { colour: !no_color }
    }

    /// Words.
    #[must_use]
    pub fn plain(self) -> Style {
        Style::new()
    }

    /// Headings, and where we are.
    #[must_use]
    pub fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// What stands beside the matter.
    #[must_use]
    pub fn quiet(self) -> Style {
        if self.colour { Style::new().fg(Color::Gray) } else { Style::new() }
    }

    /// The one accent.
    #[must_use]
    pub fn accent(self) -> Style {
        if self.colour { Style::new().fg(Color::LightCyan) } else { self.strong() }
    }

    /// The sign of a part of the plan, in the colour that stands beside it as a word.
    #[must_use]
    pub fn level(self, colour: Colour) -> Style {
        if !self.colour {
            return Style::new();
        }
        // Of the sixteen colours every terminal has, dark yellow is nearest to orange.
        Style::new().fg(match colour {
            Colour::Green => Color::LightGreen,
            Colour::Yellow => Color::LightYellow,
            Colour::Orange => Color::Yellow,
            Colour::Red => Color::LightRed,
            Colour::Blue => Color::LightBlue,
        })
    }

    /// What is at hand.
    #[must_use]
    pub fn at_hand(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// What must not be missed.
    #[must_use]
    pub fn alarm(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED | Modifier::BOLD)
    }
}
