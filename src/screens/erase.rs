//! The questions before something is erased for good: which words, and whether. The safe answer
//! comes first.

use chrono::NaiveDate;
use crossterm::event::KeyCode::{BackTab, Down, Enter, Esc, Left, Right, Tab, Up};
use crossterm::event::KeyEvent;

use super::action::Action;
use super::keys::{Layer, bind, key, layers};
use super::screen::{Destination, Response, Screen, Size};
use crate::domain::meeting::Meeting;
use crate::session::Session;
use crate::session::effect::Effect;
use crate::session::erasing::Doomed;
use crate::theme::Theme;
use crate::widgets::canvas::Canvas;
use crate::widgets::editor::{Editor, LineMode};
use crate::widgets::field;
use crate::widgets::list::Scroll;
use crate::words::Words;

layers! {
    /// Which words?
    ERASE_WHICH types [
        bind(&[key(Enter)], Action::Press, Words::key_done, 1),
        bind(&[key(Esc)], Action::Back, Words::key_back, 2),
    ];
    /// Which words, or which line of the notes?
    ERASE_LINE types [
        bind(&[key(Enter)], Action::Press, Words::key_done, 1),
        bind(&[key(Up), key(BackTab)], Action::Up, Words::key_up, 0),
        bind(&[key(Down), key(Tab)], Action::Down, Words::key_choose_line, 2),
        bind(&[key(Esc)], Action::Back, Words::key_back, 3),
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

/// The question which words are to be erased. They are typed here and kept nowhere, or chosen from the
/// lines of the notes that have what was typed.
pub struct EraseWhich {
    pub typed: Editor,
    /// The lines of the notes of the meeting on the screen.
    lines: Vec<String>,
    /// The line that is chosen, counted from 0 among those that have what was typed.
    chosen: Option<usize>,
    /// The day on which days in the text are read: that of the meeting, else today.
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
    pub fn new(meeting: Option<&Meeting>, today: NaiveDate) -> Self {
        let notes = meeting.iter().flat_map(|meeting| &meeting.items).map(|item| &item.note);
        let lines = notes.flat_map(|note| note.lines()).filter(|line| !line.trim().is_empty());
        Self {
            typed: Editor::new("", LineMode::One),
            lines: lines.map(str::to_owned).collect(),
            chosen: None,
            day: meeting.and_then(Meeting::day).unwrap_or(today),
        }
    }

    /// The lines that have what was typed.
    fn found(&self) -> Vec<&str> {
        let typed = self.typed.text();
        self.lines.iter().map(String::as_str).filter(|line| line.contains(typed.trim())).collect()
    }

    /// What is to be erased: the line that is chosen, else what was typed.
    fn words(&self) -> String {
        let line = self.chosen.and_then(|nr| self.found().get(nr).map(|line| (*line).to_owned()));
        line.unwrap_or_else(|| self.typed.text()).trim().to_owned()
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
        vec![if self.lines.is_empty() { &ERASE_WHICH } else { &ERASE_LINE }]
    }

    fn act(&mut self, session: &mut Session, _size: Size, action: Action) -> Response {
        let last = self.found().len().checked_sub(1);
        match action {
            Action::Press if self.words().is_empty() => {
                session.say(session.words.type_what_goes());
                Response::stay()
            }
            Action::Press => {
                let asked = asks(session, &self.words(), self.day);
                Response { closes: true, ..asked }
            }
            Action::Down => {
                self.chosen = last.map(|last| self.chosen.map_or(0, |nr| (nr + 1).min(last)));
                Response::stay()
            }
            Action::Up => {
                self.chosen = self.chosen.and_then(|nr| nr.checked_sub(1));
                Response::stay()
            }
            _ => Response::close(),
        }
    }

    fn typed(&mut self, _session: &mut Session, _size: Size, key: KeyEvent) -> Vec<Effect> {
        self.typed.key(key, u16::MAX);
        self.chosen = None;
        Vec::new()
    }

    fn paste(&mut self, _session: &mut Session, text: &str) -> Vec<Effect> {
        self.typed.paste(text.lines().next().unwrap_or(""));
        self.chosen = None;
        Vec::new()
    }

    fn draw(&self, canvas: &mut Canvas<'_>, session: &Session, theme: Theme) {
        let words = session.words;
        title(canvas, words, theme);
        let width = canvas.width().min(WIDTH);
        let asks = words.erase_which(!self.lines.is_empty());
        let y = canvas.put_wrapped(0, 2, width, asks, theme.plain());
        field::draw(canvas, 2, y, width, &self.typed, theme.plain());
        let found = self.found();
        let height = canvas.height().saturating_sub(y + 2);
        let mut below = canvas.part(0, y + 2, width, height);
        let scroll = Scroll::to(self.chosen.unwrap_or(0), found.len(), height);
        for (y, nr) in (0u16..).zip(scroll.in_sight()) {
            below.put_in(1, y, width.saturating_sub(2), found[nr], theme.plain());
            if self.chosen == Some(nr) {
                below.style(0, y, width, theme.selected());
            }
        }
        scroll.mark_below(&mut below, theme.accent());
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
