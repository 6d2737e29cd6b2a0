//! The question whether a text is erased for good. The safe answer comes first.

use crate::app::model::Model;
use crate::domain::erasure::Passage;
use crate::theme::Theme;
use crate::widgets::canvas::Canvas;
use crate::widgets::glyphs;

/// What would be erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doomed {
    /// A passage, wherever it stands in the group.
    Passage(Passage),
    /// Something in the bin, counted from 0, and what it is called.
    Binned(usize, String),
}

/// How far the question has come.
#[derive(Clone, PartialEq, Eq)]
pub enum Erase {
    /// Which words? They are typed here and kept nowhere.
    Asking(String),
    /// Sure? The second is whether yes is at hand.
    Sure(Doomed, bool),
}

/// What is typed here is nobody's business.
impl std::fmt::Debug for Erase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Erase").finish_non_exhaustive()
    }
}

/// Draws the question over the body.
pub fn draw(canvas: &mut Canvas<'_>, erase: &Erase, model: &Model, theme: Theme) {
    canvas.clear();
    canvas.hide_cursor();
    canvas.put(0, 0, model.words.erase_title(), theme.strong());
    match erase {
        Erase::Asking(typed) => asking(canvas, typed, model, theme),
        Erase::Sure(doomed, yes) => sure(canvas, doomed, *yes, model, theme),
    }
}

fn asking(canvas: &mut Canvas<'_>, typed: &str, model: &Model, theme: Theme) {
    let width = canvas.width().min(76);
    let y = canvas.put_wrapped(0, 2, width, model.words.erase_which(), theme.plain());
    canvas.put_in(2, y, width, typed, theme.plain());
    canvas.set_cursor(2 + glyphs::width(typed).min(width), y);
}

fn sure(canvas: &mut Canvas<'_>, doomed: &Doomed, yes: bool, model: &Model, theme: Theme) {
    let words = model.words;
    let width = canvas.width().min(76);
    let (text, means) = match doomed {
        Doomed::Passage(passage) => (passage.words(), words.erase_means()),
        Doomed::Binned(_, name) => (name.as_str(), words.erase_binned_means()),
    };
    let y = canvas.put_wrapped(2, 2, width.saturating_sub(2), text, theme.accent());
    let y = canvas.put_wrapped(0, y + 1, width, means, theme.plain());
    for (nr, (answer, label)) in
        (0u16..).zip([(false, words.erase_no()), (true, words.erase_yes())])
    {
        canvas.put(1, y + 1 + nr, label, theme.plain());
        if answer == yes {
            canvas.style(0, y + 1 + nr, width, theme.at_hand());
        }
    }
}
