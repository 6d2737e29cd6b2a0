//! The question in which folder a group is kept while its own does not answer.

use crate::app::action::Action;
use crate::app::message::Effect;
use crate::app::model::Model;
use crate::theme::Theme;
use crate::widgets::canvas::Canvas;
use crate::widgets::editor::{Editor, Lines};
use crate::widgets::glyphs;

/// A folder that is being typed.
#[derive(Debug)]
pub struct Place {
    /// What was typed.
    pub editor: Editor,
}

impl Place {
    /// The question, with nothing typed.
    #[must_use]
    pub fn new() -> Self {
        Self { editor: Editor::new("", Lines::One) }
    }

    /// What comes of a key.
    #[must_use]
    pub fn answer(self, action: Action) -> Option<Effect> {
        let place = self.editor.text().trim().to_owned();
        (action == Action::Press && !place.is_empty()).then_some(Effect::KeepIn(place))
    }
}

impl Default for Place {
    fn default() -> Self {
        Self::new()
    }
}

/// Draws the question over the body.
pub fn draw(canvas: &mut Canvas<'_>, place: &Place, model: &Model, theme: Theme) {
    canvas.clear();
    canvas.hide_cursor();
    let words = model.words;
    canvas.put(0, 0, words.place_title(), theme.strong());
    let width = canvas.width().min(76);
    let y = canvas.put_wrapped(0, 2, width, words.place_asks(), theme.plain()) + 1;
    let text = place.editor.text();
    canvas.put(2, y, &text, theme.plain());
    let before = glyphs::width(text.get(..place.editor.cursor()).unwrap_or(""));
    canvas.set_cursor((2 + before).min(canvas.width().saturating_sub(1)), y);
}
