//! What an event of the monkey does to the app, and what must be on the disk then.

use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use kring::app::message::Msg;

use crate::app::App;
use crate::kept;
use crate::memory::{Memory, StillClock};
use crate::monkey::Event;
use crate::stage::{Stage, occupy};

/// The window it begins with.
const WINDOW: (u16, u16) = (80, 25);

/// The app, for a monkey.
pub(crate) struct Cage {
    pub(crate) app: App,
}

impl Cage {
    /// The app at home, in a fresh copy of a folder.
    pub(crate) fn new(stage: &Stage) -> Self {
        let clock = Arc::new(StillClock::new());
        let app = App::start(stage.language, &stage.content, stage.memory(), clock, WINDOW);
        Self { app }
    }

    /// Lets something happen.
    pub(crate) fn take(&mut self, event: &Event) {
        match event {
            Event::Key(key) => self.app.take(Msg::Key(*key)),
            Event::Paste(text) => self.app.take(Msg::Paste(text.clone())),
            Event::Resize(width, height) => self.app.resize(*width, *height),
            Event::Clock { steady, wall } => {
                self.app.clock.turn(Duration::from_secs(*steady), TimeDelta::seconds(*wall));
                self.app.tick();
            }
            Event::Kill => self.kill(),
            Event::Leave => self.leave(),
        }
        if self.app.model.ended {
            self.leave();
        }
    }

    /// The program dies once the journal holds everything. What saves documents may be anywhere.
    fn kill(&mut self) {
        self.app.wait_for_journal();
        let memory = self.app.memory.copy();
        self.assert_kept(&memory.copy());
        occupy(&memory);
        self.app.start_again(memory);
    }

    /// Somebody leaves the program, and comes back.
    pub(crate) fn leave(&mut self) {
        self.app.close();
        self.assert_kept(&self.app.memory.copy());
        self.app.start_again(self.app.memory.clone());
    }

    fn assert_kept(&self, memory: &Memory) {
        if let Some(open) = &self.app.model.open {
            kept::assert_on_disk(open, memory, &self.app.clock);
        }
    }
}
