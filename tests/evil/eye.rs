//! The app with evil in it, and an eye on every frame.

use std::sync::Arc;

use kring::app::message::Msg;
use kring::app::model::Screen;
use kring::content::Content;
use kring::screens::dossier::{self, list};
use kring::screens::meeting::row::{Act, Press};
use kring::screens::meeting::{Focus, matter, room};
use kring::words::Language;

use crate::app::App;
use crate::evil::{EVIL, assert_harmless};
use crate::keys::keys;
use crate::memory::StillClock;
use crate::poison::{Manner, disk};

/// The app, watched.
pub(crate) struct Eye {
    pub(crate) app: App,
    played: String,
    /// How many frames showed something of the evil string.
    pub(crate) seen: usize,
}

impl Eye {
    /// The app at home, on a disk full of evil.
    pub(crate) fn on(language: Language, manner: Manner, size: (u16, u16)) -> Self {
        let content = Arc::new(Content::load(language).unwrap());
        let clock = Arc::new(StillClock::new());
        let app = App::start(language, &content, disk(language, manner), clock, size);
        let mut eye = Self { app, played: String::new(), seen: 0 };
        eye.look();
        eye
    }

    /// Presses keys, and looks after the last of them.
    pub(crate) fn play(&mut self, text: &str) {
        self.press(text);
        self.look();
    }

    /// Presses keys, and looks after each of them.
    pub(crate) fn watch(&mut self, text: &str) {
        self.played.push_str(text);
        for key in keys(text) {
            self.app.take(Msg::Key(key));
            self.look();
        }
    }

    /// Presses keys, and looks at nothing: what there is to see is seen by other ones.
    pub(crate) fn press(&mut self, text: &str) {
        self.played.push_str(text);
        for key in keys(text) {
            self.app.take(Msg::Key(key));
        }
    }

    /// Pastes the evil string.
    pub(crate) fn paste(&mut self) {
        self.played.push_str("<paste>");
        self.app.take(Msg::Paste(EVIL.to_owned()));
        self.look();
    }

    /// Types the evil string letter by letter, and looks when it is there.
    pub(crate) fn type_it(&mut self) {
        self.played.push_str("<typed>");
        for letter in EVIL.chars() {
            self.app.take(Msg::Key(crossterm::event::KeyCode::Char(letter).into()));
        }
        self.look();
    }

    /// Nothing on the screen is harmful.
    fn look(&mut self) {
        let buffer = self.app.draw();
        let shown: String = buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect();
        assert!(!shown.contains('\n'), "a cell ends the line after {}", self.played);
        assert_harmless(&shown, &self.played);
        self.seen += usize::from(shown.contains("script"));
    }

    /// How many entries the list of the dossier has.
    pub(crate) fn entries(&self) -> usize {
        let Screen::Dossier(screen) = &self.app.model.screen else { return 0 };
        dossier::circle(&self.app.model)
            .map_or(0, |circle| list::entries(&circle, screen.section).len())
    }

    /// Whether a text has the focus on the page of the dossier.
    pub(crate) fn edits(&self) -> bool {
        matches!(&self.app.model.screen, Screen::Dossier(screen) if screen.editing().is_some())
    }

    /// Goes to the row of a meeting's page that does something, and does it.
    pub(crate) fn press_row(&mut self, press: Press) {
        for _ in 0..80 {
            let Screen::Meeting(screen) = &self.app.model.screen else { break };
            let rows = room(&self.app.model).map(|room| matter::rows(&room, screen.open));
            let row = rows.and_then(|rows| rows.into_iter().nth(screen.at_hand.row()));
            if screen.focus == Focus::Matter && row.is_some_and(|row| row.act == Act::Press(press))
            {
                return self.play("<enter>");
            }
            self.press("<tab>");
        }
        let draft = self.app.model.meeting().and_then(|meeting| meeting.draft.as_ref());
        panic!("no row does {press:?} after {}, in {draft:?}", self.played);
    }

    /// The row of the page of the dossier at hand.
    pub(crate) fn row(&self) -> Option<usize> {
        match &self.app.model.screen {
            Screen::Dossier(screen) => Some(screen.at_hand.row()),
            _ => None,
        }
    }
}
