//! The one table of keys: it dispatches, and footer, help and menu read it.
//!
//! A key is looked up layer by layer, from what lies on top down to what holds everywhere. What no
//! layer knows is typed, when a text has the focus.

mod layers;
mod tables;

pub use self::layers::{layers, layers_below, layers_offered};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use self::layers::writes_on;
use super::action::Action;
use super::model::Model;
use crate::words::Words;

/// A key as it is bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Chord {
    /// The key.
    pub code: KeyCode,
    /// Whether Ctrl is held.
    pub ctrl: bool,
}

impl Chord {
    /// Whether a key press is this chord. Shift does not count: a capital is its letter.
    #[must_use]
    pub fn is(self, event: KeyEvent) -> bool {
        let control = event.modifiers.contains(KeyModifiers::CONTROL);
        // Ctrl and Alt together are AltGr, which makes text.
        if event.modifiers.contains(KeyModifiers::ALT) {
            return false;
        }
        let code = match event.code {
            KeyCode::Char(c) => KeyCode::Char(c.to_ascii_lowercase()),
            code => code,
        };
        control == self.ctrl && code == self.code
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

    /// Whether this chord is a function key.
    #[must_use]
    pub fn is_function_key(self) -> bool {
        matches!(self.code, KeyCode::F(_))
    }
}

/// A key and what it does.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// The keys, the one to show first.
    pub chords: &'static [Chord],
    /// What they do.
    pub action: Action,
    /// What the bar, help and menu call it.
    pub label: fn(Words) -> &'static str,
    /// Its place in the bar, the lowest first; 0 keeps it out of the bar.
    pub rank: u8,
}

/// A layer of keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Layer {
    /// The screen is hidden.
    Hidden,
    /// The passphrase is asked for.
    Locked,
    /// The clock in digits.
    Clock,
    /// Help or the menu.
    Finder,
    /// Minutes to read.
    Reader,
    /// A form of a meeting.
    Form,
    /// The note of an item.
    Note,
    /// A field of one line in the matter.
    Field,
    /// A field of many lines in the matter.
    Lines,
    /// A row of a page that is a deed of its own.
    Button,
    /// A row of a page that is no field.
    Rows,
    /// Who is there, on a row that Enter does not press.
    Start,
    /// Who is there.
    Attendance,
    /// The list of items.
    Items,
    /// Letters of a meeting, where no text has the focus.
    MeetingLetters,
    /// A meeting, wherever the focus is.
    Meeting,
    /// All groups.
    Home,
    /// The filter or the name of a new group, typed at home.
    HomeField,
    /// One group.
    Overview,
    /// The week across groups.
    Week,
    /// The steps of a phase.
    Steps,
    /// The people.
    People,
    /// The sociogram.
    Sociogram,
    /// A line of the sociogram that was begun.
    Line,
    /// The goals.
    Goals,
    /// The signalling plan.
    Plan,
    /// A list of the dossier, whatever is in it.
    List,
    /// A dossier, wherever the focus is.
    Dossier,
    /// The digits of the lists of a dossier, where no text has the focus.
    Sections,
    /// From the page of a meeting to its items.
    LeaveToItems,
    /// From the page of a dossier to its list.
    LeaveToList,
    /// A question with answers, as whether to erase something for good.
    Erase,
    /// The question which words to erase.
    EraseWords,
    /// The question in which folder.
    Place,
    /// A group that another computer may have, or of whose files there are second versions.
    Beside,
    /// Files of the group were changed meanwhile.
    Stuck,
    /// Letters that hold where no text has the focus.
    Letters,
    /// Undo and redo, where it can be seen what they do.
    History,
    /// Everywhere, but for a hidden screen.
    Global,
}

impl Layer {
    /// Every layer.
    pub const ALL: [Self; 39] = [
        Self::Hidden,
        Self::Locked,
        Self::Clock,
        Self::Finder,
        Self::Reader,
        Self::Form,
        Self::Note,
        Self::Field,
        Self::Lines,
        Self::Button,
        Self::Rows,
        Self::Start,
        Self::Attendance,
        Self::Items,
        Self::MeetingLetters,
        Self::Meeting,
        Self::Home,
        Self::HomeField,
        Self::Overview,
        Self::Week,
        Self::Steps,
        Self::People,
        Self::Sociogram,
        Self::Line,
        Self::Goals,
        Self::Plan,
        Self::List,
        Self::Dossier,
        Self::Sections,
        Self::LeaveToItems,
        Self::LeaveToList,
        Self::Erase,
        Self::EraseWords,
        Self::Place,
        Self::Beside,
        Self::Stuck,
        Self::Letters,
        Self::History,
        Self::Global,
    ];

    /// Whether characters are typed while this layer is on top.
    #[must_use]
    pub fn types(self) -> bool {
        matches!(
            self,
            Self::Finder
                | Self::Form
                | Self::Note
                | Self::Field
                | Self::Lines
                | Self::HomeField
                | Self::EraseWords
                | Self::Locked
                | Self::Place
        )
    }

    /// Its bindings.
    #[must_use]
    pub fn bindings(self) -> &'static [Binding] {
        match self {
            Self::Hidden => tables::HIDDEN,
            Self::Locked => tables::LOCKED,
            Self::Clock => tables::CLOCK,
            Self::Finder => tables::FINDER,
            Self::Reader => tables::READER,
            Self::Form => tables::FORM,
            Self::Note => tables::NOTE,
            Self::Field => tables::FIELD,
            Self::Lines => tables::LINES,
            Self::Button => tables::BUTTON,
            Self::Rows => tables::ROWS,
            Self::Start => tables::START,
            Self::Attendance => tables::ATTENDANCE,
            Self::Items => tables::ITEMS,
            Self::MeetingLetters => tables::MEETING_LETTERS,
            Self::Meeting => tables::MEETING,
            Self::Home => tables::HOME,
            Self::HomeField => tables::HOME_FIELD,
            Self::Overview => tables::OVERVIEW,
            Self::Week => tables::WEEK,
            Self::Steps => tables::STEPS,
            Self::People => tables::PEOPLE,
            Self::Sociogram => tables::SOCIOGRAM,
            Self::Line => tables::LINE,
            Self::Goals => tables::GOALS,
            Self::Plan => tables::PLAN,
            Self::List => tables::LIST,
            Self::Dossier => tables::DOSSIER,
            Self::Sections => tables::SECTIONS,
            Self::LeaveToItems => tables::LEAVE_TO_ITEMS,
            Self::LeaveToList => tables::LEAVE_TO_LIST,
            Self::Erase => tables::ERASE,
            Self::EraseWords => tables::ERASE_WORDS,
            Self::Place => tables::PLACE,
            Self::Beside => tables::BESIDE,
            Self::Stuck => tables::STUCK,
            Self::Letters => tables::LETTERS,
            Self::History => tables::HISTORY,
            Self::Global => tables::GLOBAL,
        }
    }
}

/// What a key means now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// An action.
    Do(Action),
    /// It is typed.
    Type,
    /// Nothing.
    Nothing,
}

/// What a key means on the screen as it is.
#[must_use]
pub fn resolve(model: &Model, event: KeyEvent) -> Meaning {
    let layers = layers(model);
    let bound = layers
        .iter()
        .flat_map(|layer| layer.bindings())
        .find(|binding| binding.chords.iter().any(|chord| chord.is(event)));
    match bound {
        Some(binding) => Meaning::Do(binding.action),
        None if layers.first().is_some_and(|layer| layer.types()) => Meaning::Type,
        None if !model.hidden && writes_on(model) && is_character(event) => Meaning::Type,
        None => Meaning::Nothing,
    }
}

/// Whether a key press makes a character.
#[must_use]
pub fn is_character(event: KeyEvent) -> bool {
    let control = event.modifiers.contains(KeyModifiers::CONTROL);
    let alt = event.modifiers.contains(KeyModifiers::ALT);
    matches!(event.code, KeyCode::Char(_)) && control == alt
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::tables::{GLOBAL, MEETING, ctrl};
    use super::*;

    #[test]
    fn no_key_stands_twice_in_a_layer() {
        for layer in Layer::ALL {
            let mut seen = HashSet::new();
            for chord in layer.bindings().iter().flat_map(|binding| binding.chords) {
                assert!(seen.insert(*chord), "{layer:?} {chord:?}");
            }
        }
    }

    #[test]
    fn no_character_is_bound_where_it_is_typed() {
        for layer in Layer::ALL.into_iter().filter(|layer| layer.types()) {
            for chord in layer.bindings().iter().flat_map(|binding| binding.chords) {
                assert!(!chord.types(), "{layer:?} {chord:?}");
            }
        }
        for chord in GLOBAL.iter().chain(MEETING).flat_map(|binding| binding.chords) {
            assert!(!chord.types(), "{chord:?}");
        }
    }

    #[test]
    fn no_action_needs_a_function_key() {
        let all = || Layer::ALL.into_iter().flat_map(Layer::bindings);
        for binding in all() {
            let other_way = all()
                .filter(|other| other.action == binding.action)
                .any(|other| other.chords.iter().any(|chord| !chord.is_function_key()));
            assert!(other_way, "{:?}", binding.action);
        }
    }

    #[test]
    fn nothing_is_bound_to_what_terminals_take() {
        let all = Layer::ALL.into_iter().flat_map(Layer::bindings);
        for chord in all.flat_map(|binding| binding.chords) {
            assert!(!matches!(chord.code, KeyCode::F(10..)), "{chord:?}");
            assert!(*chord != ctrl(KeyCode::Char('c')), "Ctrl+C does not end the program");
        }
    }
}
