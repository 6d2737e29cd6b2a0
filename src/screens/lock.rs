//! The screen that asks for the passphrase. Nothing of anybody is on it.

use super::alarm;
use crate::app::model::Model;
use crate::store::key::Secret;
use crate::theme::Theme;
use crate::widgets::canvas::Canvas;
use crate::widgets::glyphs;

/// A passphrase that is being typed.
#[derive(Default)]
pub struct Lock {
    typed: String,
    /// Why the last one did not open it.
    pub said: Option<String>,
}

/// What is typed here is nobody's business.
impl std::fmt::Debug for Lock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Lock").finish_non_exhaustive()
    }
}

impl Lock {
    /// A question with nothing typed, after a sentence why the last answer was not right.
    #[must_use]
    pub fn saying(said: Option<String>) -> Self {
        Self { typed: String::new(), said }
    }

    /// Types a character.
    pub fn push(&mut self, letter: char) {
        self.said = None;
        self.typed.push(letter);
    }

    /// Types the first line of a text.
    pub fn paste(&mut self, text: &str) {
        let line = text.lines().next().unwrap_or_default();
        line.chars().filter(|c| !c.is_control()).for_each(|letter| self.push(letter));
    }

    /// Takes the last character back.
    pub fn pop(&mut self) {
        self.typed.pop();
    }

    /// Begins anew.
    pub fn clear(&mut self) {
        drop(Secret::from(std::mem::take(&mut self.typed)));
    }

    /// What was typed.
    #[must_use]
    pub fn secret(&self) -> Secret {
        Secret::from(self.typed.clone())
    }
}

/// What was typed is wiped when the screen goes.
impl Drop for Lock {
    fn drop(&mut self) {
        self.clear();
    }
}

/// Draws the question.
pub fn draw(canvas: &mut Canvas<'_>, lock: &Lock, model: &Model, theme: Theme) {
    let words = model.words;
    let width = canvas.width().saturating_sub(2);
    canvas.put(1, 0, words.locked_title(), theme.quiet());
    alarm(model, theme, canvas);
    let asks = if model.open.is_some() { words.locked_asks() } else { words.locked_begins() };
    let y = canvas.put_wrapped(1, 2, width, asks, theme.plain()) + 1;
    let typed = "*".repeat(lock.typed.chars().count().min(usize::from(width)));
    canvas.put(1, y, &typed, theme.strong());
    canvas.set_cursor((1 + glyphs::width(&typed)).min(width), y);
    let said = lock.said.as_deref().unwrap_or_default();
    let y = canvas.put_wrapped(1, y + 2, width, said, theme.accent());
    canvas.put_wrapped(1, y + 1, width, words.locked_keys(), theme.quiet());
}
