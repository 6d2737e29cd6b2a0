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
            if run >= PASTE_FROM {
                let text = self.events.drain(..run).filter_map(|it| character(&it)).collect();
                return Some(Event::Terminal(TerminalEvent::Paste(text)));
            }
        }
        let event = self.events.pop_front()?;
        self.in_text = is_text(model, &event);
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
