//! Keys that arrive faster than anybody types are a paste: where a terminal or a system does not
//! mark one, it comes as single keys.

use std::collections::VecDeque;

use crossterm::event::{
    Event as TerminalEvent, KeyCode, KeyEvent, KeyEventKind, KeyModifiers as Modifiers,
};

use super::mailbox::Event;
use super::model::Model;
use crate::screens::front::Meaning;

/// So many characters that wait at once were not typed one by one. A held key repeats some thirty
/// times a second, and a frame takes a few milliseconds.
const PASTE_FROM: usize = 64;

/// Events that wait, in order.
#[derive(Debug, Default)]
pub(super) struct Waiting {
    events: VecDeque<Event>,
    /// Whether the last event was a character of a text.
    in_text: bool,
}

impl Waiting {
    pub(super) fn extend(&mut self, events: impl Iterator<Item = Event>) {
        self.events.extend(events);
    }

    /// The next event. A long run of characters that go on in a text is one paste; the first
    /// character of a text never is, because it may begin something.
    pub(super) fn next(&mut self, model: &Model) -> Option<Event> {
        if self.in_text && self.events.len() >= PASTE_FROM {
            let run = self.events.iter().take_while(|it| is_text(model, it)).count();
            let characters = self.events.iter().take(run).filter_map(character).count();
            if characters >= PASTE_FROM {
                let text = self.events.drain(..run).filter_map(|it| character(&it)).collect();
                return Some(Event::Terminal(TerminalEvent::Paste(text)));
            }
        }
        let event = self.events.pop_front()?;
        // The release of a key that opened a text is no character of it.
        self.in_text = is_text(model, &event) && (self.in_text || character(&event).is_some());
        Some(event)
    }
}

/// Whether an event is a key that goes to a text, or the release of one.
fn is_text(model: &Model, event: &Event) -> bool {
    let Event::Terminal(TerminalEvent::Key(key)) = event else { return false };
    let plain = matches!(key.modifiers, Modifiers::NONE | Modifiers::SHIFT);
    let is_character = matches!(key.code, KeyCode::Char(_) | KeyCode::Enter);
    plain && is_character && model.front.meaning(&model.session, *key) == Meaning::Type
}

fn character(event: &Event) -> Option<char> {
    match event {
        Event::Terminal(TerminalEvent::Key(KeyEvent { kind: KeyEventKind::Release, .. })) => None,
        Event::Terminal(TerminalEvent::Key(KeyEvent { code: KeyCode::Char(typed), .. })) => {
            Some(*typed)
        }
        Event::Terminal(TerminalEvent::Key(KeyEvent { code: KeyCode::Enter, .. })) => Some('\n'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::time::Duration;

    use chrono::DateTime;
    use proptest::prelude::*;

    use super::*;
    use crate::app::message::Msg;
    use crate::app::update::update;
    use crate::content::Content;
    use crate::domain::hour::ClockReading;
    use crate::language::Language;
    use crate::screens::front::Front;
    use crate::session::Session;

    fn letters(text: &str) -> impl Iterator<Item = Event> {
        let keys = text.chars().map(|letter| KeyEvent::from(KeyCode::Char(letter)));
        keys.map(|key| Event::Terminal(TerminalEvent::Key(key)))
    }

    /// At home, with a filter being typed: Enter ends it, and so is no text.
    fn typing() -> Model {
        let wall = DateTime::UNIX_EPOCH.fixed_offset();
        let now = ClockReading { wall, steady: Duration::ZERO };
        let session = Session::new(Language::Dutch, Arc::new(Content::new(Language::Dutch)), now);
        let mut model = Model::new(session, Front::new((80, 25)));
        update(&mut model, Msg::Key(KeyEvent::new(KeyCode::Char('/'), Modifiers::NONE)));
        model
    }

    /// What waits, with a paste as its keys.
    fn taken(model: &Model, events: Vec<Event>) -> (Vec<KeyEvent>, usize) {
        let mut waiting = Waiting::default();
        waiting.extend(events.into_iter());
        let (mut keys, mut pastes) = (Vec::new(), 0);
        while let Some(event) = waiting.next(model) {
            match event {
                Event::Terminal(TerminalEvent::Key(key)) => keys.push(key),
                Event::Terminal(TerminalEvent::Paste(text)) => {
                    pastes += 1;
                    keys.extend(text.chars().map(|it| KeyEvent::from(KeyCode::Char(it))));
                }
                _ => {}
            }
        }
        (keys, pastes)
    }

    #[test]
    fn a_long_run_is_one_paste_and_a_short_one_is_typed() {
        let model = typing();
        assert_eq!(taken(&model, letters(&"a".repeat(1_000)).collect()).1, 1);
        assert_eq!(taken(&model, letters(&"a".repeat(PASTE_FROM)).collect()).1, 0);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_or_changes_place(runs in prop::collection::vec((0usize..3, 0usize..200), 0..6)) {
            let model = typing();
            let ends = [
                KeyEvent::from(KeyCode::Enter),
                KeyEvent::new(KeyCode::Char('q'), Modifiers::CONTROL),
                KeyEvent::from(KeyCode::Left),
            ];
            let all: Vec<KeyEvent> = runs
                .iter()
                .flat_map(|(end, length)| {
                    let text = "een twee drie ".chars().cycle().take(*length);
                    text.map(|it| KeyEvent::from(KeyCode::Char(it))).chain([ends[*end]])
                })
                .collect();
            let events = all.iter().map(|key| Event::Terminal(TerminalEvent::Key(*key))).collect();
            prop_assert_eq!(taken(&model, events).0, all);
        }
    }
}
