//! What is told when something broke: the last events, so that the way there can be found.

use std::collections::VecDeque;

use kring::language::Language;

use crate::monkey::events::Event;

/// How many events are remembered.
const REMEMBERED: usize = 60;

/// The last events, told when the test fails.
pub(crate) struct Witness {
    language: Language,
    last: VecDeque<(usize, Event)>,
}

impl Witness {
    /// A witness of the monkey of a language.
    pub(crate) fn of(language: Language) -> Self {
        Self { language, last: VecDeque::new() }
    }

    /// Remembers an event before it does its work.
    pub(crate) fn saw(&mut self, nr: usize, event: &Event) {
        if self.last.len() == REMEMBERED {
            self.last.pop_front();
        }
        self.last.push_back((nr, event.clone()));
    }
}

impl Drop for Witness {
    fn drop(&mut self) {
        if std::thread::panicking() {
            for (nr, event) in &self.last {
                println!("event {nr}: {event}");
            }
            let count = self.last.back().map_or(0, |(nr, _)| 2 * (nr + 1));
            println!("the last one broke it, in {:?}; with the same seed", self.language);
            println!("KRING_MONKEY={count} goes there and no further");
        }
    }
}
