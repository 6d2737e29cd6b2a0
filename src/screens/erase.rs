//! The question whether a text is erased for good. The safe answer comes first.

use crate::app::model::Model;
use crate::theme::Theme;
use crate::widgets::canvas::Canvas;

/// What would be erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doomed {
    /// A passage, wherever it stands in the group.
    Passage(String),
    /// Something in the bin, counted from 0, and what it is called.
    Binned(usize, String),
}

/// The question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erase {
    /// What would be erased.
    pub doomed: Doomed,
    /// Whether yes is at hand.
    pub yes: bool,
}

/// Draws the question over the body.
pub fn draw(canvas: &mut Canvas<'_>, erase: &Erase, model: &Model, theme: Theme) {
    canvas.clear();
    canvas.hide_cursor();
    let words = model.words;
    let width = canvas.width().min(76);
    canvas.put(0, 0, words.erase_title(), theme.strong());
    let (Doomed::Passage(text) | Doomed::Binned(_, text)) = &erase.doomed;
    let y = canvas.put_wrapped(2, 2, width.saturating_sub(2), text, theme.accent());
    let y = canvas.put_wrapped(0, y + 1, width, words.erase_means(), theme.plain());
    for (nr, (yes, label)) in (0u16..).zip([(false, words.erase_no()), (true, words.erase_yes())]) {
        canvas.put(1, y + 1 + nr, label, theme.plain());
        if yes == erase.yes {
            canvas.style(0, y + 1 + nr, width, theme.at_hand());
        }
    }
}
