//! The questions before something is erased for good: which words, and whether. The safe answer
//! comes first.

use chrono::NaiveDate;
use crossterm::event::KeyCode::{BackTab, Down, Enter, Esc, Left, Right, Tab, Up};
use crossterm::event::KeyEvent;

use super::action::Action;
use super::keys::{Layer, bind, key, layers};
use super::screen::{Destination, Response, Screen, Size};
use crate::session::Session;
use crate::session::effect::Effect;
use crate::session::erasing::Doomed;
use crate::theme::Theme;
use crate::widgets::canvas::Canvas;
use crate::widgets::editor::{Editor, LineMode};
use crate::widgets::field;
use crate::words::Words;

layers! {
    /// Which words?
    ERASE_WHICH types [
        bind(&[key(Enter)], Action::Press, Words::key_done, 1),
        bind(&[key(Esc)], Action::Back, Words::key_back, 2),
    ];
    /// Sure?
    ERASE_SURE [
        bind(&[key(Enter)], Action::Press, Words::key_do, 1),
        bind(&[key(Up), key(Left), key(BackTab)], Action::Up, Words::key_up, 0),
        bind(&[key(Down), key(Right), key(Tab)], Action::Down, Words::key_down, 2),
        bind(&[key(Esc)], Action::Back, Words::key_back, 3),
    ];
}

/// The cells of the question.
const WIDTH: u16 = 76;

/// The question which words are to be erased. They are typed here and kept nowhere.
pub struct EraseWhich {
    pub typed: Editor,
    /// The day on which days in the text are read: that of the meeting on the screen, else today.
    day: NaiveDate,
}

/// What is typed here is in no report.
impl std::fmt::Debug for EraseWhich {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("EraseWhich").finish_non_exhaustive()
    }
}

impl EraseWhich {
    #[must_use]
    pub fn new(day: NaiveDate) -> Self {
        Self { typed: Editor::new("", LineMode::One), day }
    }
}

/// What comes of asking to erase a line, on the day of a meeting or today.
#[must_use]
pub fn asks(session: &mut Session, line: &str, day: NaiveDate) -> Response {
    match session.passage_of(line, day) {
        Ok(doomed) => Response::go(Destination::EraseSure(doomed)),
        Err(sentence) => {
            session.say(sentence);
            Response::stay()
        }
    }
}

impl Screen for EraseWhich {
    fn layers(&self, _session: &Session) -> Vec<&'static Layer> {
        vec![&ERASE_WHICH]
    }

    fn act(&mut self, session: &mut Session, _size: Size, action: Action) -> Response {
        if action != Action::Press {
            return Response::close();
        }
        if self.typed.text().trim().is_empty() {
            session.say(session.words.type_what_goes());
            return Response::stay();
        }
        let asked = asks(session, self.typed.text().trim(), self.day);
        Response { closes: true, ..asked }
    }

    fn typed(&mut self, _session: &mut Session, _size: Size, key: KeyEvent) -> Vec<Effect> {
        self.typed.key(key, u16::MAX);
        Vec::new()
    }

    fn paste(&mut self, _session: &mut Session, text: &str) -> Vec<Effect> {
        self.typed.paste(text.lines().next().unwrap_or(""));
        Vec::new()
    }

    fn draw(&self, canvas: &mut Canvas<'_>, session: &Session, theme: Theme) {
        let words = session.words;
        title(canvas, words, theme);
        let width = canvas.width().min(WIDTH);
        let y = canvas.put_wrapped(0, 2, width, words.erase_which(), theme.plain());
        field::draw(canvas, 2, y, width, &self.typed, theme.plain());
    }
}

/// The question whether something is erased for good.
#[derive(Debug)]
pub struct EraseSure {
    pub doomed: Doomed,
    /// Whether "yes" is selected.
    pub yes: bool,
}

impl EraseSure {
    #[must_use]
    pub fn new(doomed: Doomed) -> Self {
        Self { doomed, yes: false }
    }
}

impl Screen for EraseSure {
    fn layers(&self, _session: &Session) -> Vec<&'static Layer> {
        vec![&ERASE_SURE]
    }

    fn act(&mut self, session: &mut Session, _size: Size, action: Action) -> Response {
        match action {
            Action::Up | Action::Down => {
                self.yes = !self.yes;
                Response::stay()
            }
            Action::Press if self.yes => {
                let effects = session.erase(self.doomed.clone());
                Response { effects, ..Response::close() }
            }
            _ => Response::close(),
        }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, session: &Session, theme: Theme) {
        let words = session.words;
        title(canvas, words, theme);
        let width = canvas.width().min(WIDTH);
        let (text, means) = match &self.doomed {
            Doomed::Passage(passage) => (passage.words(), words.erase_means()),
            Doomed::Binned(_, name) => (name.as_str(), words.erase_binned_means()),
        };
        let y = canvas.put_wrapped(2, 2, width.saturating_sub(2), text, theme.accent());
        let y = canvas.put_wrapped(0, y + 1, width, means, theme.plain());
        let answers = [(false, words.erase_no()), (true, words.erase_yes())];
        for (y, (answer, label)) in (y + 1..).zip(answers) {
            canvas.put(1, y, label, theme.plain());
            if answer == self.yes {
                canvas.style(0, y, width, theme.selected());
            }
        }
    }
}

fn title(canvas: &mut Canvas<'_>, words: Words, theme: Theme) {
    canvas.clear();
    canvas.hide_cursor();
    canvas.put(0, 0, words.erase_title(), theme.strong());
}
