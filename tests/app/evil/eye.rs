//! The app with evil in it, and an eye on every frame.

use std::sync::Arc;

use crossterm::event::KeyCode;
use kring::domain::meeting::Meeting;
use kring::language::Language;
use kring::screens::dossier::list;
use kring::screens::front::Base;
use kring::screens::meeting::Focus;
use kring::screens::meeting::action::MeetingAction;
use kring::screens::page::row::Control;

use crate::evil::harm::{EVIL, assert_harmless};
use crate::evil::poison::{Manner, disk};
use crate::rig::app::App;
use crate::rig::keys::keys;
use crate::rig::memory::{Memory, StillClock, store};
use crate::rig::practice;

/// The app, watched.
pub(crate) struct Eye {
    pub(crate) app: App,
    pub(crate) memory: Memory,
    played: String,
    /// How many frames showed something of the evil string.
    pub(crate) seen: usize,
}

impl Eye {
    /// The app at home, on a disk full of evil.
    pub(crate) fn on(language: Language, manner: Manner, size: (u16, u16)) -> Self {
        let memory = disk(language, manner);
        let store = store(&memory, &Arc::new(StillClock::new()));
        let app = App::start_with_settings(store, language, &practice::content(language), size);
        let mut eye = Self { app, memory, played: String::new(), seen: 0 };
        eye.look();
        let first = eye.app.store().slugs().into_iter().min();
        eye.go_to_group(&first.expect("a disk with groups"));
        eye
    }

    /// Goes to a group in the list of all, whatever it is called.
    fn go_to_group(&mut self, slug: &str) {
        self.press("<home>");
        for _ in self.app.store().slugs() {
            let Base::Home(home) = &self.app.model().front.base else { break };
            if home.chosen().is_some_and(|group| group.slug == slug) {
                return;
            }
            self.press("<down>");
        }
        panic!("{slug} is not in the list");
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
            self.app.key(key);
            self.look();
        }
    }

    /// Presses keys, and looks at nothing: what there is to see is seen by other ones.
    pub(crate) fn press(&mut self, text: &str) {
        self.played.push_str(text);
        for key in keys(text) {
            self.app.key(key);
        }
    }

    /// Pastes the evil string.
    pub(crate) fn paste(&mut self) {
        self.played.push_str("<paste>");
        self.app.paste(EVIL);
        self.look();
    }

    /// Types the evil string letter by letter, and looks when it is there.
    pub(crate) fn type_it(&mut self) {
        self.played.push_str("<typed>");
        for letter in EVIL.chars() {
            self.app.key(KeyCode::Char(letter).into());
        }
        self.look();
    }

    /// Nothing on the screen is harmful.
    fn look(&mut self) {
        let buffer = self.app.draw_kept();
        let shown: String = buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect();
        assert!(!shown.contains('\n'), "a cell ends the line after {}", self.played);
        assert_harmless(&shown, &self.played);
        self.seen += usize::from(shown.contains("script"));
    }

    /// How many entries the list of the dossier has.
    pub(crate) fn entries(&self) -> usize {
        let Base::DossierScreen(screen) = &self.app.model().front.base else { return 0 };
        let view = self.app.model().session.group_view();
        view.map_or(0, |view| list::entries(&view, screen.section).len())
    }

    /// Whether a text has the focus on the page of the dossier.
    pub(crate) fn edits(&self) -> bool {
        matches!(&self.app.model().front.base, Base::DossierScreen(screen) if screen.editing().is_some())
    }

    /// Goes to the row of a meeting's page that does something, and does it.
    pub(crate) fn press_row(&mut self, press: MeetingAction) {
        for _ in 0..80 {
            let Base::MeetingScreen(screen) = &self.app.model().front.base else { break };
            let rows = screen.rows();
            let row = rows.get(screen.cursor.row());
            if screen.focus == Focus::Page
                && row.is_some_and(|row| row.control == Control::Press(press))
            {
                return self.play("<enter>");
            }
            self.press("<tab>");
        }
        let model = self.app.model();
        let draft = model.front.meeting(&model.session).and_then(|it| it.draft.as_ref());
        panic!("no row does {press:?} after {}, in {draft:?}", self.played);
    }

    /// The meeting on the screen.
    pub(crate) fn meeting(&self) -> Option<&Meeting> {
        let model = self.app.model();
        model.front.meeting(&model.session)
    }

    /// The row of the page of the dossier at hand.
    pub(crate) fn row(&self) -> Option<usize> {
        match &self.app.model().front.base {
            Base::DossierScreen(screen) => Some(screen.cursor.row()),
            _ => None,
        }
    }
}
