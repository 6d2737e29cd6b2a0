//! A hidden screen, and the one that asks for the passphrase. Nothing of anybody is on either.

use crossterm::event::KeyCode::{self, Enter, Esc, F};
use crossterm::event::KeyEvent;

use super::action::Action;
use super::keys::{Layer, bind, ctrl_letter, is_character, key, layers};
use super::screen::{Response, Screen, Size};
use crate::session::Session;
use crate::session::effect::Effect;
use crate::session::safety::Safety;
use crate::store::key::Secret;
use crate::theme::Theme;
use crate::widgets::canvas::Canvas;
use crate::widgets::glyphs;
use crate::words::Words;

layers! {
    /// A hidden screen.
    HIDDEN [
        bind(
            &[key(F(9)), ctrl_letter('l'), key(Enter), key(Esc)],
            Action::Unhide,
            Words::key_unhide,
            1,
        ),
        bind(&[ctrl_letter('q')], Action::Quit, Words::key_quit, 2),
    ];
    /// The passphrase is asked for.
    LOCKED types [
        bind(&[key(Enter)], Action::Unlock, Words::key_unlock, 1),
        bind(&[ctrl_letter('q')], Action::Quit, Words::key_quit, 2),
    ];
}

/// A screen that shows nothing until somebody wants to go on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hidden;

impl Screen for Hidden {
    fn layers(&self, _session: &Session) -> Vec<&'static Layer> {
        vec![&HIDDEN]
    }

    fn act(&mut self, _session: &mut Session, _size: Size, action: Action) -> Response {
        if action == Action::Unhide { Response::close() } else { Response::stay() }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, session: &Session, theme: Theme) {
        canvas.put(1, 0, "kring", theme.quiet());
        alarm(canvas, session, theme);
        let width = canvas.width().saturating_sub(2);
        canvas.put_wrapped(1, 2, width, session.words.hidden(), theme.plain());
    }
}

/// A passphrase that is being typed.
#[derive(Default)]
pub struct Lock {
    typed: String,
    /// Why the last one did not open it.
    said: Option<String>,
}

/// What is typed here is in no report.
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

    fn push(&mut self, letter: char) {
        self.said = None;
        self.typed.push(letter);
    }

    /// Wipes what was typed.
    fn clear(&mut self) {
        drop(Secret::from(std::mem::take(&mut self.typed)));
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        self.clear();
    }
}

impl Screen for Lock {
    fn layers(&self, _session: &Session) -> Vec<&'static Layer> {
        vec![&LOCKED]
    }

    fn act(&mut self, _session: &mut Session, _size: Size, action: Action) -> Response {
        match action {
            Action::Unlock => Effect::Unlock(Secret::from(self.typed.clone())).into(),
            _ => Response::stay(),
        }
    }

    fn typed(&mut self, _session: &mut Session, _size: Size, key: KeyEvent) -> Vec<Effect> {
        match key.code {
            KeyCode::Char(letter) if is_character(key) => self.push(letter),
            KeyCode::Backspace => drop(self.typed.pop()),
            Esc => self.clear(),
            _ => {}
        }
        Vec::new()
    }

    /// The first line of a text.
    fn paste(&mut self, _session: &mut Session, text: &str) -> Vec<Effect> {
        let line = text.lines().next().unwrap_or_default();
        line.chars().filter(|c| !c.is_control()).for_each(|letter| self.push(letter));
        Vec::new()
    }

    fn draw(&self, canvas: &mut Canvas<'_>, session: &Session, theme: Theme) {
        let words = session.words;
        let width = canvas.width().saturating_sub(2);
        canvas.put(1, 0, words.locked_title(), theme.quiet());
        alarm(canvas, session, theme);
        let asks = if session.open.is_some() { words.locked_asks() } else { words.locked_begins() };
        let y = canvas.put_wrapped(1, 2, width, asks, theme.plain()) + 1;
        let typed = "*".repeat(self.typed.chars().count().min(usize::from(width)));
        canvas.put(1, y, &typed, theme.strong());
        canvas.set_cursor((1 + glyphs::width(&typed)).min(width), y);
        let said = self.said.as_deref().unwrap_or_default();
        let y = canvas.put_wrapped(1, y + 2, width, said, theme.accent());
        canvas.put_wrapped(1, y + 1, width, words.locked_keys(), theme.quiet());
    }
}

/// That something is not saved stands on these screens too, and once somebody wants to leave, what
/// that means.
fn alarm(canvas: &mut Canvas<'_>, session: &Session, theme: Theme) {
    if session.safety.safety != Safety::Unsaved {
        return;
    }
    canvas.put_right(0, session.words.unsaved_alarm(), theme.alarm());
    if session.safety.alarm.is_some_and(|alarm| alarm.warned) {
        let (below, width) = (canvas.height().saturating_sub(3), canvas.width().saturating_sub(2));
        canvas.put_wrapped(1, below, width, session.words.leaving_loses(), theme.accent());
    }
}
