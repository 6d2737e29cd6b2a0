//! The question in which folder a group is kept while its own does not answer.

use crossterm::event::KeyCode::{Enter, Esc};
use crossterm::event::KeyEvent;

use super::action::Action;
use super::keys::{Layer, bind, key, layers};
use super::screen::{Response, Screen, Size};
use crate::session::Session;
use crate::session::effect::Effect;
use crate::theme::Theme;
use crate::widgets::canvas::Canvas;
use crate::widgets::editor::{Editor, LineMode};
use crate::widgets::field;
use crate::words::Words;

layers! {
    /// In which folder?
    FOLDER_PROMPT types [
        bind(&[key(Enter)], Action::Press, Words::key_done, 1),
        bind(&[key(Esc)], Action::Back, Words::key_back, 2),
    ];
}

/// A folder that is being typed.
#[derive(Debug)]
pub struct FolderPrompt {
    pub typed: Editor,
}

impl Default for FolderPrompt {
    fn default() -> Self {
        Self { typed: Editor::new("", LineMode::One) }
    }
}

impl Screen for FolderPrompt {
    fn layers(&self, _session: &Session) -> Vec<&'static Layer> {
        vec![&FOLDER_PROMPT]
    }

    fn act(&mut self, _session: &mut Session, _size: Size, action: Action) -> Response {
        let folder = self.typed.text().trim().to_owned();
        let typed = action == Action::Press && !folder.is_empty();
        let effects = typed.then_some(Effect::KeepIn(folder)).into_iter().collect();
        Response { effects, ..Response::close() }
    }

    fn typed(&mut self, _session: &mut Session, _size: Size, key: KeyEvent) -> Vec<Effect> {
        self.typed.key(key, u16::MAX);
        Vec::new()
    }

    fn paste(&mut self, _session: &mut Session, text: &str) -> Vec<Effect> {
        self.typed.paste(text);
        Vec::new()
    }

    fn draw(&self, canvas: &mut Canvas<'_>, session: &Session, theme: Theme) {
        canvas.clear();
        canvas.hide_cursor();
        let words = session.words;
        canvas.put(0, 0, words.place_title(), theme.strong());
        let width = canvas.width().min(76);
        let y = canvas.put_wrapped(0, 2, width, words.place_asks(), theme.plain()) + 1;
        field::draw(canvas, 2, y, u16::MAX, &self.typed, theme.plain());
    }
}
