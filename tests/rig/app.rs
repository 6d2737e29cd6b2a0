//! The whole app without a terminal, on a disk in memory.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use kring::app::desk::Desk;
use kring::app::message::{Effect, Msg};
use kring::app::model::{Model, Safety};
use kring::app::update::{settle, update};
use kring::clock::Clock;
use kring::content::Content;
use kring::screens;
use kring::store::Store;
use kring::store::folder::DataFolder;
use kring::theme::Theme;
use kring::words::Language;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::memory::{Memory, StillClock};

/// How long to wait for a journal in memory, however busy the computer is.
const LONG: Duration = Duration::from_secs(30);
/// Where everything is kept.
pub(crate) const ROOT: &str = "/home/lot/kring";

/// The store on a disk.
pub(crate) fn store(memory: &Memory, clock: &Arc<StillClock>) -> Store {
    let clock = Arc::clone(clock) as Arc<dyn Clock>;
    Store::new(Arc::new(memory.clone()), DataFolder::new(ROOT.into()), clock)
}

/// The app, and what it stands on.
pub(crate) struct App {
    pub(crate) model: Model,
    pub(crate) memory: Memory,
    pub(crate) clock: Arc<StillClock>,
    desk: Desk,
    terminal: Terminal<TestBackend>,
}

impl App {
    /// The app at home, with the settings that are on the disk.
    pub(crate) fn start(
        language: Language,
        content: &Arc<Content>,
        memory: Memory,
        clock: Arc<StillClock>,
        size: (u16, u16),
    ) -> Self {
        let store = store(&memory, &clock);
        let mut model = Model::new(language, Arc::clone(content), clock.read(), size);
        model.who = store.who();
        let settings = store.settings().unwrap_or_default();
        model.role_words = settings.role_words;
        model.hide_after = settings.hide_after;
        let desk = Desk::new(store, Arc::new(Mutex::new(None)));
        let terminal = Terminal::new(TestBackend::new(size.0, size.1)).unwrap();
        let mut app = Self { model, memory, clock, desk, terminal };
        app.run(vec![Effect::List]);
        app
    }

    /// Starts the program again on a disk, in the same window.
    pub(crate) fn start_again(&mut self, memory: Memory) {
        let (language, size) = (self.model.words.0, self.model.size);
        let content = Arc::clone(&self.model.content);
        *self = Self::start(language, &content, memory, Arc::clone(&self.clock), size);
    }

    /// Lets something happen, as the loop does: time goes on first.
    pub(crate) fn take(&mut self, msg: Msg) {
        self.tick();
        self.handle(msg);
        settle(&mut self.model);
    }

    /// Lets time go on.
    pub(crate) fn tick(&mut self) {
        self.handle(Msg::Tick(self.clock.read()));
        if let Some(sentence) = self.desk.tend(&self.model) {
            self.model.notice = Some(sentence);
        }
        if let Some(news) = self.desk.news(&self.model) {
            self.handle(news);
        }
    }

    /// Makes the window another size.
    pub(crate) fn resize(&mut self, width: u16, height: u16) {
        self.terminal.backend_mut().resize(width, height);
        self.terminal.resize(Rect::new(0, 0, width, height)).unwrap();
        self.take(Msg::Resize(width, height));
    }

    fn handle(&mut self, msg: Msg) {
        let effects = update(&mut self.model, msg);
        self.run(effects);
    }

    fn run(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            if let Some(answer) = self.desk.run(effect, &self.model) {
                self.handle(answer);
            }
        }
    }

    /// Draws, once the journal holds what will be seen.
    pub(crate) fn draw(&mut self) -> &Buffer {
        self.wait_for_journal();
        let model = &self.model;
        self.terminal.draw(|frame| screens::view(model, Theme::new(false), frame)).unwrap();
        self.terminal.backend().buffer()
    }

    /// Waits until the journal holds everything.
    pub(crate) fn wait_for_journal(&mut self) {
        self.desk.report(&mut self.model, LONG);
        let safety = self.model.safety;
        assert_ne!(safety, Safety::Unsaved, "a journal in memory holds everything at once");
    }

    /// Saves everything and lets the group go, as when the program ends.
    pub(crate) fn close(&mut self) {
        self.desk.close(&self.model);
    }
}
