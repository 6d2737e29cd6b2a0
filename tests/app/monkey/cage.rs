//! What an event of the monkey does to the app, and what must be on the disk then.

use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;

use crate::monkey::events::Event;
use crate::monkey::kept;
use crate::monkey::stage::{Stage, occupy};
use crate::rig::app::App;
use crate::rig::memory::{Memory, StillClock, store};

/// The window it begins with.
const WINDOW: (u16, u16) = (80, 25);

/// The app, for a monkey.
pub(crate) struct Cage {
    pub(crate) app: App,
    memory: Memory,
    clock: Arc<StillClock>,
    /// Whether it is asked who looks along; else somebody is alone with everything.
    asked: bool,
}

impl Cage {
    /// The app at home, in a fresh copy of a folder.
    pub(crate) fn new(stage: &Stage, asked: bool) -> Self {
        let (memory, clock) = (stage.memory(), Arc::new(StillClock::new()));
        let store = store(&memory, &clock);
        let mut app = App::start_with_settings(store, stage.language, &stage.content, WINDOW);
        if asked {
            app.with_onlookers();
        }
        Self { app, memory, clock, asked }
    }

    /// Lets something happen.
    pub(crate) fn take(&mut self, event: &Event) {
        match event {
            Event::Key(key) => self.app.key(*key),
            Event::Paste(text) => self.app.paste(text),
            Event::Resize(width, height) => self.app.resize(*width, *height),
            Event::Clock { steady, wall } => {
                self.clock.turn(Duration::from_secs(*steady), TimeDelta::seconds(*wall));
                self.app.tick();
            }
            Event::Kill => self.kill(),
            Event::Leave => self.leave(),
        }
        if self.app.model().ended {
            self.leave();
        }
    }

    /// The program dies once the journal holds everything. What saves documents may be anywhere.
    fn kill(&mut self) {
        self.app.draw_kept();
        let memory = self.memory.copy();
        self.assert_kept(&memory.copy());
        occupy(&memory);
        self.start_again(memory);
    }

    /// Somebody leaves the program, and comes back.
    pub(crate) fn leave(&mut self) {
        self.app.close();
        self.assert_kept(&self.memory.copy());
        self.start_again(self.memory.clone());
    }

    /// Starts the program again on a disk, in the same window.
    fn start_again(&mut self, memory: Memory) {
        let (language, size) = (self.app.model().session.words.0, self.app.model().front.size);
        let content = Arc::clone(&self.app.model().session.content);
        let store = store(&memory, &self.clock);
        self.app = App::start_with_settings(store, language, &content, size);
        if self.asked {
            self.app.with_onlookers();
        }
        self.memory = memory;
    }

    fn assert_kept(&self, memory: &Memory) {
        if let Some(open) = &self.app.model().session.open {
            kept::assert_on_disk(open, memory, &self.clock);
        }
    }
}
