//! What a key means on the screen as it is.

use crossterm::event::KeyEvent;

use super::{Front, Meaning, Overlay};
use crate::domain::hour::HourState;
use crate::domain::ids::MeetingId;
use crate::screens::finder::Offer;
use crate::screens::keys::everywhere::{CHANGED_FILES, GLOBAL, HISTORY, HOUR};
use crate::screens::keys::{Layer, is_character};
use crate::session::Session;

impl Front {
    /// The layers in force, the top one first.
    #[must_use]
    pub fn layers(&self, session: &Session) -> Vec<&'static Layer> {
        match (&self.cover, &self.overlay) {
            (Some(cover), _) => cover.screen().layers(session),
            (None, Some(overlay)) => {
                let mut layers = overlay.screen().layers(session);
                layers.extend(self.running_meeting(session).map(|_| &HOUR));
                layers.push(&GLOBAL);
                layers
            }
            (None, None) => self.layers_below(session),
        }
    }

    /// The layers of the screen itself, whatever lies over it.
    #[must_use]
    pub fn layers_below(&self, session: &Session) -> Vec<&'static Layer> {
        let mut layers = self.base.screen().layers(session);
        let changed = session.open.as_ref().is_some_and(|open| !open.versions.changed.is_empty());
        // Inserted second: the first layer decides whether characters are typed.
        let behind = layers.len().min(1);
        layers.splice(behind..behind, changed.then_some(&CHANGED_FILES));
        layers.extend(self.running_meeting(session).map(|_| &HOUR));
        layers.extend([&HISTORY, &GLOBAL]);
        layers
    }

    /// The layers whose actions the menu and help offer: those of the screen, and those of keys that
    /// work one Esc away.
    #[must_use]
    pub fn layers_offered(&self, session: &Session) -> Vec<&'static Layer> {
        let mut layers = self.layers_below(session);
        let nearby = self.base.screen().layers_nearby(session).into_iter();
        let more: Vec<_> = nearby.filter(|layer| !layers.contains(layer)).collect();
        let history = layers.iter().position(|layer| **layer == HISTORY).unwrap_or(0);
        layers.splice(history..history, more);
        layers
    }

    /// What can be done on the screen, for help and the menu.
    #[must_use]
    pub fn offers(&self, session: &Session) -> Vec<Offer> {
        let layers = self.layers_offered(session);
        Offer::all(&layers, session.words, |action| self.why_not(session, action))
    }

    /// What a key means. It is looked up layer by layer; what none of them binds is typed, where
    /// characters are typed.
    #[must_use]
    pub fn meaning(&self, session: &Session, key: KeyEvent) -> Meaning {
        let layers = self.layers(session);
        let bound = layers
            .iter()
            .flat_map(|layer| layer.bindings)
            .find(|binding| binding.chords.iter().any(|chord| chord.is(key)));
        match bound {
            Some(binding) => Meaning::Do(binding.action),
            None if layers.first().is_some_and(|layer| layer.types) => Meaning::Type,
            None if is_character(key) && self.top().types_anyway(session) => Meaning::Type,
            None => Meaning::Nothing,
        }
    }

    /// Whether a key is a character where nothing is typed, and that is told.
    #[must_use]
    pub fn is_stray(&self, key: KeyEvent) -> bool {
        self.top().guards_against_typing() && is_character(key)
    }

    /// The meeting whose hour runs or is paused, whatever is on the screen.
    #[must_use]
    pub fn running_meeting(&self, session: &Session) -> Option<MeetingId> {
        let group = session.group()?;
        let id = self.meeting_id().or_else(|| group.unfinished().map(|held| held.id))?;
        let meeting = session.meeting(id).filter(|meeting| !meeting.finished())?;
        let state = meeting.reading(session.now.wall).state;
        matches!(state, HourState::Running | HourState::Paused).then_some(id)
    }

    /// Whether the clock of the hour fills the window.
    #[must_use]
    pub fn is_hour_clock(&self) -> bool {
        matches!(self.overlay, Some(Overlay::HourClock(_)))
    }
}
