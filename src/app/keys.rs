//! The one table of keys: it dispatches, and footer, help and menu read it.
//!
//! A key is looked up layer by layer, from what lies on top down to what holds everywhere. What no
//! layer knows is typed, when a text has the focus.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::model::{Model, Over, Screen};
use crate::domain::meeting::Place;
use crate::screens::meeting::Focus;
use crate::words::Words;

/// Something a key can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Leave the program.
    Quit,
    /// Hide the screen.
    Hide,
    /// Show the screen again.
    Unhide,
    /// Open help.
    Help,
    /// Open the menu.
    Menu,
    /// Take back the last step.
    Undo,
    /// Do again what was taken back.
    Redo,
    /// Say that everything is saved.
    SaySaved,
    /// Go back, closing what is on top; never discards.
    Back,
    /// Go up.
    Up,
    /// Go down.
    Down,
    /// Go a screen up.
    PageUp,
    /// Go a screen down.
    PageDown,
    /// Go to the beginning.
    Top,
    /// Go to the end.
    Bottom,
    /// Do what the row at hand says.
    Press,
    /// Choose the next value of the row at hand.
    NextValue,
    /// Choose the previous value of the row at hand.
    PreviousValue,
    /// Begin the hour.
    StartHour,
    /// Go to the next item.
    NextItem,
    /// Go to the previous item.
    PreviousItem,
    /// Complete an `@…`, else go to the matter beside the note.
    Complete,
    /// Go on through the matter.
    Forward,
    /// Go back through the matter.
    Backward,
    /// Go to the note.
    ToNote,
    /// Go to the list of items.
    ToItems,
    /// Make an agreement by questions.
    MakeAgreement,
    /// Make a decision by a question.
    MakeDecision,
    /// Read the previous minutes at full height.
    ReadPrevious,
    /// Pause the hour, go on, or begin it.
    PauseOrGo,
    /// Take a jump of the clock off, or count it again.
    TurnJump,
    /// Show the clock in digits for the room.
    BigClock,
    /// Change the minutes of the item.
    ChangeBudget,
    /// Go to who is there.
    ToAttendance,
    /// Go to closing.
    ToClosing,
    /// Somebody came later.
    Arrival,
    /// Somebody left earlier.
    Departure,
    /// Add somebody who is there.
    AddPerson,
    /// Go to the group's own screen.
    ToGroup,
    /// The next question of a form, or the end of it.
    NextQuestion,
    /// The previous question of a form.
    PreviousQuestion,
    /// Make a new group.
    NewGroup,
    /// Open the practice group.
    Practice,
    /// Filter a list.
    Filter,
    /// Accept files that were changed outside kring.
    Accept,
    /// Save the minutes as a file.
    SaveMinutes,
}

/// A key as it is bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Chord {
    /// The key.
    pub code: KeyCode,
    /// Whether Ctrl is held.
    pub ctrl: bool,
}

const fn key(code: KeyCode) -> Chord {
    Chord { code, ctrl: false }
}

const fn letter(letter: char) -> Chord {
    Chord { code: KeyCode::Char(letter), ctrl: false }
}

const fn ctrl(code: KeyCode) -> Chord {
    Chord { code, ctrl: true }
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

    /// Whether this chord is a plain character, which a text would type.
    #[must_use]
    pub fn types(self) -> bool {
        !self.ctrl && matches!(self.code, KeyCode::Char(_))
    }

    /// Whether this chord is a function key.
    #[must_use]
    pub fn is_function_key(self) -> bool {
        matches!(self.code, F(_))
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

const fn bind(
    chords: &'static [Chord],
    action: Action,
    label: fn(Words) -> &'static str,
    rank: u8,
) -> Binding {
    Binding { chords, action, label, rank }
}

/// A layer of keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Layer {
    /// The screen is hidden.
    Hidden,
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
    /// A field in the matter.
    Field,
    /// A row of the matter that is no field.
    Rows,
    /// Who is there, before the hour begins.
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
    /// Letters that hold where no text has the focus.
    Letters,
    /// Everywhere.
    Global,
}

use KeyCode::{BackTab, Down, End, Enter, Esc, F, Home, Left, PageDown, PageUp, Right, Tab, Up};

const SPACE: Chord = letter(' ');

impl Layer {
    /// Every layer.
    pub const ALL: [Self; 17] = [
        Self::Hidden,
        Self::Clock,
        Self::Finder,
        Self::Reader,
        Self::Form,
        Self::Note,
        Self::Field,
        Self::Rows,
        Self::Attendance,
        Self::Items,
        Self::MeetingLetters,
        Self::Meeting,
        Self::Home,
        Self::HomeField,
        Self::Overview,
        Self::Letters,
        Self::Global,
    ];

    /// Whether characters are typed while this layer is on top.
    #[must_use]
    pub fn types(self) -> bool {
        matches!(self, Self::Finder | Self::Form | Self::Note | Self::Field | Self::HomeField)
    }

    /// Its bindings.
    #[must_use]
    pub fn bindings(self) -> &'static [Binding] {
        match self {
            Self::Hidden => HIDDEN,
            Self::Clock => CLOCK,
            Self::Finder => FINDER,
            Self::Reader => READER,
            Self::Form => FORM,
            Self::Note => NOTE,
            Self::Field => FIELD,
            Self::Rows => ROWS,
            Self::Attendance => ATTENDANCE,
            Self::Items => ITEMS,
            Self::MeetingLetters => MEETING_LETTERS,
            Self::Meeting => MEETING,
            Self::Home => HOME,
            Self::HomeField => HOME_FIELD,
            Self::Overview => OVERVIEW,
            Self::Letters => LETTERS,
            Self::Global => GLOBAL,
        }
    }
}

const HIDDEN: &[Binding] = &[bind(
    &[key(F(9)), ctrl(KeyCode::Char('l')), key(Enter), key(Esc)],
    Action::Unhide,
    Words::key_unhide,
    1,
)];

const CLOCK: &[Binding] = &[
    bind(&[key(Esc), key(F(6)), key(Enter)], Action::Back, Words::key_back, 1),
    bind(&[key(F(5)), letter('p')], Action::PauseOrGo, Words::key_pause, 2),
];

const FINDER: &[Binding] = &[
    bind(&[key(Enter)], Action::Press, Words::key_do, 1),
    bind(&[key(Up)], Action::Up, Words::key_up, 0),
    bind(&[key(Down)], Action::Down, Words::key_down, 2),
    bind(&[key(PageUp)], Action::PageUp, Words::key_page_up, 0),
    bind(&[key(PageDown)], Action::PageDown, Words::key_page_down, 0),
    bind(&[key(Esc)], Action::Back, Words::key_back, 3),
];

const READER: &[Binding] = &[
    bind(&[key(Down)], Action::Down, Words::key_down, 0),
    bind(&[key(Up)], Action::Up, Words::key_up, 0),
    bind(&[key(PageDown), SPACE], Action::PageDown, Words::key_page_down, 1),
    bind(&[key(PageUp)], Action::PageUp, Words::key_page_up, 2),
    bind(&[key(Home)], Action::Top, Words::key_top, 0),
    bind(&[key(End)], Action::Bottom, Words::key_bottom, 0),
    bind(&[key(Esc), key(Enter), key(F(3))], Action::Back, Words::key_back, 3),
];

const FORM: &[Binding] = &[
    bind(&[key(Enter)], Action::NextQuestion, Words::key_next_question, 1),
    bind(&[key(Tab)], Action::Complete, Words::key_forward, 0),
    bind(&[key(Down)], Action::Down, Words::key_down, 0),
    bind(&[key(BackTab), key(Up)], Action::PreviousQuestion, Words::key_previous_question, 2),
    bind(&[key(Esc)], Action::Back, Words::key_set_aside, 3),
];

const NOTE: &[Binding] = &[
    bind(&[key(Tab)], Action::Complete, Words::key_matter, 4),
    bind(&[key(BackTab)], Action::Backward, Words::key_matter_end, 0),
    bind(&[key(Esc)], Action::ToItems, Words::key_items, 5),
];

const FIELD: &[Binding] = &[
    bind(&[key(Tab), key(Enter)], Action::Forward, Words::key_forward, 2),
    bind(&[key(BackTab)], Action::Backward, Words::key_backward, 3),
    bind(&[key(Up)], Action::Up, Words::key_up, 0),
    bind(&[key(Down)], Action::Down, Words::key_down, 0),
    bind(&[key(Esc)], Action::ToItems, Words::key_items, 5),
];

const ROWS: &[Binding] = &[
    bind(&[SPACE, key(Enter)], Action::Press, Words::key_press, 1),
    bind(&[key(Right)], Action::NextValue, Words::key_next_value, 0),
    bind(&[key(Left)], Action::PreviousValue, Words::key_previous_value, 0),
    bind(&[key(Up)], Action::Up, Words::key_up, 0),
    bind(&[key(Down)], Action::Down, Words::key_down, 0),
    bind(&[key(Tab)], Action::Forward, Words::key_forward, 3),
    bind(&[key(BackTab)], Action::Backward, Words::key_backward, 0),
    bind(&[key(Esc)], Action::ToItems, Words::key_items, 5),
];

const ATTENDANCE: &[Binding] = &[
    bind(&[key(Enter)], Action::StartHour, Words::key_start_hour, 1),
    bind(&[letter('k')], Action::Arrival, Words::key_arrival, 3),
    bind(&[letter('g')], Action::Departure, Words::key_departure, 4),
    bind(&[letter('n')], Action::AddPerson, Words::key_add_person, 5),
];

const ITEMS: &[Binding] = &[
    bind(&[key(Enter), SPACE, key(Right)], Action::Press, Words::key_to_item, 1),
    bind(&[key(Up)], Action::Up, Words::key_up, 0),
    bind(&[key(Down)], Action::Down, Words::key_down, 0),
    bind(&[key(Tab)], Action::ToNote, Words::key_to_note, 2),
    bind(&[key(Esc)], Action::Menu, Words::key_menu, 0),
];

const MEETING_LETTERS: &[Binding] = &[
    bind(&[letter('a')], Action::MakeAgreement, Words::key_agreement, 6),
    bind(&[letter('b')], Action::MakeDecision, Words::key_decision, 7),
    bind(&[letter('l')], Action::ReadPrevious, Words::key_read_previous, 9),
    bind(&[letter('p')], Action::PauseOrGo, Words::key_pause, 8),
    bind(&[letter('c')], Action::BigClock, Words::key_big_clock, 10),
    bind(&[letter('t')], Action::ChangeBudget, Words::key_budget, 12),
    bind(&[letter('j')], Action::TurnJump, Words::key_jump, 0),
    bind(&[letter('w')], Action::ToAttendance, Words::key_attendance, 11),
    bind(&[letter('f')], Action::ToClosing, Words::key_closing, 13),
    bind(&[letter('o')], Action::ToGroup, Words::key_to_group, 0),
];

const MEETING: &[Binding] = &[
    bind(&[key(PageDown), ctrl(Down)], Action::NextItem, Words::key_next_item, 2),
    bind(&[key(PageUp), ctrl(Up)], Action::PreviousItem, Words::key_previous_item, 0),
    bind(&[key(F(3))], Action::ReadPrevious, Words::key_read_previous, 0),
    bind(&[key(F(4))], Action::MakeAgreement, Words::key_agreement, 3),
    bind(&[key(F(5))], Action::PauseOrGo, Words::key_pause, 0),
    bind(&[key(F(6))], Action::BigClock, Words::key_big_clock, 14),
    bind(&[key(F(7))], Action::TurnJump, Words::key_jump, 0),
];

const HOME: &[Binding] = &[
    bind(&[key(Enter)], Action::Press, Words::key_open, 1),
    bind(&[letter('n')], Action::NewGroup, Words::key_new_group, 2),
    bind(&[letter('e')], Action::Practice, Words::key_practice, 3),
    bind(&[letter('/')], Action::Filter, Words::key_filter, 4),
    bind(&[key(Up)], Action::Up, Words::key_up, 0),
    bind(&[key(Down)], Action::Down, Words::key_down, 0),
    bind(&[key(PageUp)], Action::PageUp, Words::key_page_up, 0),
    bind(&[key(PageDown)], Action::PageDown, Words::key_page_down, 0),
    bind(&[key(Home)], Action::Top, Words::key_top, 0),
    bind(&[key(End)], Action::Bottom, Words::key_bottom, 0),
    bind(&[key(Esc)], Action::Back, Words::key_back, 0),
];

const HOME_FIELD: &[Binding] = &[
    bind(&[key(Enter)], Action::Press, Words::key_done, 1),
    bind(&[key(Esc)], Action::Back, Words::key_back, 2),
];

const OVERVIEW: &[Binding] = &[
    bind(&[key(Enter), SPACE], Action::Press, Words::key_open, 1),
    bind(&[key(Up)], Action::Up, Words::key_up, 0),
    bind(&[key(Down)], Action::Down, Words::key_down, 0),
    bind(&[key(Home)], Action::Top, Words::key_top, 0),
    bind(&[key(End)], Action::Bottom, Words::key_bottom, 0),
    bind(&[letter('a')], Action::Accept, Words::key_accept, 4),
    bind(&[key(Esc)], Action::Back, Words::key_to_groups, 2),
];

const LETTERS: &[Binding] = &[
    bind(&[letter('?')], Action::Help, Words::key_help, 0),
    bind(&[letter('m')], Action::Menu, Words::key_menu, 0),
    bind(&[letter('v')], Action::Hide, Words::key_hide, 0),
];

const GLOBAL: &[Binding] = &[
    bind(&[key(F(1))], Action::Help, Words::key_help, 20),
    bind(&[key(F(2))], Action::Menu, Words::key_menu, 21),
    bind(&[key(F(9)), ctrl(KeyCode::Char('l'))], Action::Hide, Words::key_hide, 22),
    bind(&[ctrl(KeyCode::Char('z'))], Action::Undo, Words::key_undo, 15),
    bind(&[ctrl(KeyCode::Char('y'))], Action::Redo, Words::key_redo, 0),
    bind(&[ctrl(KeyCode::Char('s'))], Action::SaySaved, Words::key_saved, 0),
    bind(&[ctrl(KeyCode::Char('q'))], Action::Quit, Words::key_quit, 23),
];

/// The layers that are in force, the top one first.
#[must_use]
pub fn layers(model: &Model) -> Vec<Layer> {
    if model.hidden {
        return vec![Layer::Hidden, Layer::Global];
    }
    let over = match &model.over {
        Some(Over::Finder(_)) => Layer::Finder,
        Some(Over::Reader(_)) => Layer::Reader,
        Some(Over::Clock) => Layer::Clock,
        None => return layers_below(model),
    };
    vec![over, Layer::Global]
}

/// The layers of the screen itself, whatever lies over it.
#[must_use]
pub fn layers_below(model: &Model) -> Vec<Layer> {
    let mut layers = match &model.screen {
        Screen::Home(home) if home.typing() => vec![Layer::HomeField],
        Screen::Home(_) => vec![Layer::Home, Layer::Letters],
        Screen::Overview(_) => vec![Layer::Overview, Layer::Letters],
        Screen::Meeting(_) => meeting_layers(model),
    };
    layers.push(Layer::Global);
    layers
}

fn meeting_layers(model: &Model) -> Vec<Layer> {
    let (Screen::Meeting(screen), Some(meeting)) = (&model.screen, model.meeting()) else {
        return Vec::new();
    };
    if meeting.draft.is_some() {
        return vec![Layer::Form];
    }
    let starting = meeting.place == Place::Attendance
        && !meeting.finished()
        && screen.focus == Focus::Matter
        && !screen.on_button();
    let top = match screen.focus {
        Focus::Note => Layer::Note,
        Focus::Matter if screen.editing().is_some() => Layer::Field,
        Focus::Matter => Layer::Rows,
        Focus::Items => Layer::Items,
    };
    let mut layers = Vec::new();
    if starting && (top == Layer::Rows) {
        layers.push(Layer::Attendance);
    }
    layers.push(top);
    layers.push(Layer::Meeting);
    if !top.types() {
        layers.extend([Layer::MeetingLetters, Layer::Letters]);
    }
    layers
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
        None => Meaning::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

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
            assert!(!matches!(chord.code, F(10..)), "{chord:?}");
            assert!(*chord != ctrl(KeyCode::Char('c')), "Ctrl+C does not end the program");
        }
    }
}
