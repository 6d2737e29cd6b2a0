//! What a setting is: a field of the settings with a few choices, which a key goes through.

use std::hash::{Hash, Hasher};

use crate::session::effect::{Effect, SettingChange};
use crate::store::settings::Settings;
use crate::words::Words;

/// A setting of `kring.ron` that can be changed on the screen.
#[derive(Debug)]
pub struct Setting {
    /// Its name in the source.
    pub name: &'static str,
    pub choices: &'static [u16],
    pub get: fn(&Settings) -> u16,
    pub set: fn(&mut Settings, u16),
    /// The sentence that says what it is now.
    pub said: fn(Words, u16) -> String,
}

impl Setting {
    /// Asks for the choice after the one that holds now; the last one is followed by the first.
    #[must_use]
    pub fn next(&self, settings: &Settings) -> Option<Effect> {
        let now = (self.get)(settings);
        let at = self.choices.iter().position(|choice| *choice == now);
        let next = at.map_or(0, |at| (at + 1) % self.choices.len());
        let to = *self.choices.get(next)?;
        Some(Effect::ChangeSetting(SettingChange { set: self.set, to, said: self.said }))
    }
}

impl PartialEq for Setting {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Setting {}

impl Hash for Setting {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.name.hash(state);
    }
}
