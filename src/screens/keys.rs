//! Keys as they are bound: a chord, a binding, a layer of bindings.
//!
//! A key is looked up layer by layer, from what lies on top down to what holds everywhere. The same
//! tables feed dispatch, the bar, help and the menu. Each screen has its layers in its own file;
//! [`front::all_layers`](super::front::all_layers) gathers them.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::action::Action;
use crate::words::Words;

/// A key, with or without Ctrl.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Chord {
    pub code: KeyCode,
    pub ctrl: bool,
}

impl Chord {
    /// Whether a key press is this chord. Shift does not count: a capital is its letter. Ctrl and
    /// Alt together are `AltGr`, which makes text.
    #[must_use]
    pub fn is(self, event: KeyEvent) -> bool {
        if event.modifiers.contains(KeyModifiers::ALT) {
            return false;
        }
        let code = match event.code {
            KeyCode::Char(c) => KeyCode::Char(c.to_ascii_lowercase()),
            code => code,
        };
        event.modifiers.contains(KeyModifiers::CONTROL) == self.ctrl && code == self.code
    }

    /// The key press that is this chord.
    #[must_use]
    pub fn press(self) -> KeyEvent {
        KeyEvent::new(self.code, if self.ctrl { KeyModifiers::CONTROL } else { KeyModifiers::NONE })
    }

    /// What stands on the key.
    #[must_use]
    pub fn name(self, words: Words) -> String {
        let name = match self.code {
            KeyCode::Char(' ') => words.key_named_space().to_owned(),
            KeyCode::Char(c) if self.ctrl => c.to_uppercase().to_string(),
            KeyCode::Up => words.key_named_up().to_owned(),
            KeyCode::Down => words.key_named_down().to_owned(),
            KeyCode::Left => words.key_named_left().to_owned(),
            KeyCode::Right => words.key_named_right().to_owned(),
            KeyCode::PageUp => "PgUp".to_owned(),
            KeyCode::PageDown => "PgDn".to_owned(),
            KeyCode::BackTab => "Shift+Tab".to_owned(),
            code => code.to_string(),
        };
        if self.ctrl { format!("Ctrl+{name}") } else { name }
    }

    /// Whether this chord is a plain character, which a text would type.
    #[must_use]
    pub fn types(self) -> bool {
        !self.ctrl && matches!(self.code, KeyCode::Char(_))
    }
}

/// Keys, and what they do.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// The one to show comes first.
    pub chords: &'static [Chord],
    pub action: Action,
    /// What the bar, help and the menu call it.
    pub label: fn(Words) -> &'static str,
    /// Its place in the bar, the lowest first; 0 keeps it out of the bar.
    pub rank: u8,
}

/// Bindings that hold together.
#[derive(Debug)]
pub struct Layer {
    /// Its name in the source.
    pub name: &'static str,
    /// Whether characters are typed while this layer is on top.
    pub types: bool,
    pub bindings: &'static [Binding],
}

impl PartialEq for Layer {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Layer {}

/// Layers of keys: `NAME [bindings];`, and `NAME types [bindings];` where characters are typed.
/// Makes a static of each, and `LAYERS` of all of them.
macro_rules! layers {
    ($($(#[$doc:meta])* $name:ident $($types:ident)? [$($binding:expr),* $(,)?];)*) => {
        $(
            $(#[$doc])*
            pub static $name: $crate::screens::keys::Layer = $crate::screens::keys::Layer {
                name: stringify!($name),
                types: $crate::screens::keys::layers!(@types $($types)?),
                bindings: &[$($binding),*],
            };
        )*
        /// Every layer of this file.
        pub static LAYERS: &[&$crate::screens::keys::Layer] = &[$(&$name),*];
    };
    (@types types) => { true };
    (@types) => { false };
}
pub(crate) use layers;

pub(crate) const fn key(code: KeyCode) -> Chord {
    Chord { code, ctrl: false }
}

pub(crate) const fn letter(letter: char) -> Chord {
    Chord { code: KeyCode::Char(letter), ctrl: false }
}

pub(crate) const fn ctrl(code: KeyCode) -> Chord {
    Chord { code, ctrl: true }
}

pub(crate) const fn ctrl_letter(letter: char) -> Chord {
    ctrl(KeyCode::Char(letter))
}

pub(crate) const SPACE: Chord = letter(' ');

pub(crate) const fn bind(
    chords: &'static [Chord],
    action: Action,
    label: fn(Words) -> &'static str,
    rank: u8,
) -> Binding {
    Binding { chords, action, label, rank }
}

/// Whether a key press makes a character. Ctrl and Alt together are `AltGr`.
#[must_use]
pub fn is_character(event: KeyEvent) -> bool {
    let control = event.modifiers.contains(KeyModifiers::CONTROL);
    let alt = event.modifiers.contains(KeyModifiers::ALT);
    matches!(event.code, KeyCode::Char(_)) && control == alt
}

/// Layers that hold on every screen, or wherever no text has the focus.
pub mod everywhere {
    use crossterm::event::KeyCode::F;

    use super::{Action, Words, bind, ctrl_letter, key, letter};

    layers! {
        /// Letters that hold where no text has the focus.
        LETTERS [
            bind(&[letter('?')], Action::Help, Words::key_help, 0),
            bind(&[letter('m')], Action::Menu, Words::key_menu, 0),
            bind(&[letter('v')], Action::Hide, Words::key_hide, 0),
        ];
        /// Files of the group were changed by another program meanwhile.
        CHANGED_FILES [
            bind(&[key(F(8)), ctrl_letter('k')], Action::ChooseVersion, Words::key_choose_version, 0),
        ];
        /// Undo and redo, where it can be seen what they do.
        HISTORY [
            bind(&[ctrl_letter('z')], Action::Undo, Words::key_undo, 15),
            bind(&[ctrl_letter('y')], Action::Redo, Words::key_redo, 0),
            bind(&[ctrl_letter('e')], Action::Erase, Words::key_erase, 0),
        ];
        /// The hour of a meeting that is open, wherever one is.
        HOUR [
            bind(&[key(F(5))], Action::PauseOrGo, Words::key_pause, 0),
            bind(&[key(F(6))], Action::BigClock, Words::key_big_clock, 0),
        ];
        /// Everywhere, but on a hidden screen.
        GLOBAL [
            bind(&[key(F(1))], Action::Help, Words::key_help, 20),
            bind(&[key(F(2))], Action::Menu, Words::key_menu, 21),
            bind(&[key(F(9)), ctrl_letter('l')], Action::Hide, Words::key_hide, 22),
            bind(&[ctrl_letter('s')], Action::SaySaved, Words::key_saved, 0),
            bind(&[ctrl_letter('o')], Action::KeepElsewhere, Words::key_keep_elsewhere, 24),
            bind(&[ctrl_letter('q')], Action::Quit, Words::key_quit, 23),
        ];
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::everywhere::GLOBAL;
    use super::*;
    use crate::screens::front::all_layers;
    use crate::screens::meeting::keys::MEETING;

    #[test]
    fn no_key_stands_twice_in_a_layer() {
        for layer in all_layers() {
            let mut seen = HashSet::new();
            for chord in layer.bindings.iter().flat_map(|binding| binding.chords) {
                assert!(seen.insert(*chord), "{} {chord:?}", layer.name);
            }
        }
    }

    #[test]
    fn no_two_layers_have_the_same_name() {
        let mut seen = HashSet::new();
        assert!(all_layers().all(|layer| seen.insert(layer.name)));
    }

    #[test]
    fn no_character_is_bound_where_it_is_typed() {
        for layer in all_layers().filter(|layer| layer.types) {
            for chord in layer.bindings.iter().flat_map(|binding| binding.chords) {
                assert!(!chord.types(), "{} {chord:?}", layer.name);
            }
        }
        let everywhere = GLOBAL.bindings.iter().chain(MEETING.bindings);
        for chord in everywhere.flat_map(|binding| binding.chords) {
            assert!(!chord.types(), "{chord:?}");
        }
    }

    #[test]
    fn no_action_needs_a_function_key() {
        let bindings = || all_layers().flat_map(|layer| layer.bindings);
        for binding in bindings() {
            let other_way = bindings()
                .filter(|other| other.action == binding.action)
                .any(|other| other.chords.iter().any(|chord| !matches!(chord.code, KeyCode::F(_))));
            assert!(other_way, "{:?}", binding.action);
        }
    }

    #[test]
    fn nothing_is_bound_to_what_terminals_take() {
        for chord in all_layers().flat_map(|layer| layer.bindings).flat_map(|it| it.chords) {
            assert!(!matches!(chord.code, KeyCode::F(10..)), "{chord:?}");
            assert!(*chord != ctrl_letter('c'), "Ctrl+C does not end the program");
        }
    }
}
