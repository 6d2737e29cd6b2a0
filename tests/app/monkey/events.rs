//! What the monkey does at random: mostly keys that mean something, in habits that lead somewhere,
//! and now and then anything at all.

use std::collections::VecDeque;
use std::fmt;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use fastrand::Rng;

use crate::rig::keys::keys;

/// Something that happens.
#[derive(Clone, Debug)]
pub(crate) enum Event {
    Key(KeyEvent),
    Paste(String),
    Resize(u16, u16),
    /// Seconds go by on each hand of the clock; that on the wall can go back.
    Clock {
        steady: u64,
        wall: i64,
    },
    /// The program dies, and is started again.
    Kill,
    /// Somebody leaves the program, and starts it again.
    Leave,
}

impl fmt::Display for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Key(key) => write!(f, "{:?} {:?} {:?}", key.code, key.modifiers, key.kind),
            Self::Paste(text) if text.len() > 200 => write!(f, "paste of {} bytes", text.len()),
            other => write!(f, "{other:?}"),
        }
    }
}

/// Keys without a letter, those that people press most as often as they stand here.
const MOVES: &[KeyCode] = &[
    KeyCode::Down,
    KeyCode::Down,
    KeyCode::Down,
    KeyCode::Up,
    KeyCode::Up,
    KeyCode::Left,
    KeyCode::Right,
    KeyCode::Right,
    KeyCode::Enter,
    KeyCode::Enter,
    KeyCode::Enter,
    KeyCode::Tab,
    KeyCode::Tab,
    KeyCode::Tab,
    KeyCode::BackTab,
    KeyCode::Esc,
    KeyCode::Esc,
    KeyCode::PageDown,
    KeyCode::PageDown,
    KeyCode::PageUp,
    KeyCode::Home,
    KeyCode::End,
    KeyCode::Backspace,
    KeyCode::Delete,
    KeyCode::Insert,
    KeyCode::Char(' '),
    KeyCode::Char(' '),
];

/// Letters that are typed: those that are keys somewhere, signs of notes, and strange ones.
const LETTERS: &str = "abcdefghijklmnopqrstuvwxyz0123456789/?m!=@,.:- ABCéëÿ€语\u{301}\u{200d}\u{202e}\u{feff}👩\0\u{7f}\u{9b}";

/// Letters that are pressed with Ctrl; those that undo and do again most.
const CONTROLLED: &str = "zzzyyeslabchkw";

/// What people do in one go.
const HABITS: &[&str] = &[
    "<esc><esc><esc>",
    "<esc><esc>o<esc><esc>",
    "<esc>ne<enter>",
    "e",
    "e<enter><enter>",
    "<end><up><enter>",
    "<end><up><up><enter><enter>",
    "nDe Kade<enter>",
    "/kri",
    "w<down><enter>",
    "1<down> l",
    "2<enter><tab> ",
    "3f<enter> ",
    "4<enter><tab>3 maart",
    "5<enter><tab> ",
    "6<enter> ",
    "7n",
    "7<down><del>",
    "8r<down>r",
    "8<right><left>",
    "9n",
    "9<del>",
    "0n",
    "0<del>",
    "i<enter><tab><tab> ",
    "u<enter> ",
    "u<enter><tab><enter><down><enter>",
    "<c-q>e7<down><del>u<enter><tab><enter><down><enter>",
    "<c-q>e9<del>u<enter><tab><enter><down><enter>",
    "k",
    "<enter><pgdn><pgdn><pgdn>",
    "! Sanne belt @Sanne morgen<enter>",
    "= We eten samen<enter>",
    "<f4>soep<enter>san, pi<enter>vrijdag<enter>kort 1<enter>",
    "<esc>a",
    "<esc>bSoep<enter>",
    "<esc>t30<enter>",
    "<s-tab><enter><enter>",
    "<tab><enter><tab>3 weken<s-tab><enter><enter>",
    "nZoë<enter>nicht<enter>2<enter>",
    "<down>k14.20<enter>g14.40<enter>",
    "<s-tab><enter>",
    "<s-tab><s-tab><enter>",
    "<c-q>e<enter><enter><pgdn><pgdn><s-tab><enter>Samen koken<enter>",
    "<esc>x<enter>",
    "<c-q>e<enter><enter><esc>f<s-tab><enter><enter><enter>",
    "<esc>f<s-tab><enter><enter><enter><s-tab><s-tab><s-tab><enter>we vergaten iets<enter>",
    "<s-tab><s-tab><s-tab><enter>we forgot<enter>",
    "<end><enter>",
    "<f1>pau",
    "<f2><pgdn><enter>",
    "<f3><pgdn><end>",
    "<f6>p",
    "<f9>",
    "<c-z><c-z><c-z>",
    "<c-y><c-y>",
    "<c-e><enter>",
    "<c-e><down><enter>",
    "<esc><c-e>wandel<enter><down><enter>",
    "<c-q>/newer<enter><enter>",
    "<c-q>/perhaps<enter><enter>",
    "<c-q>/perhaps<enter><enter>o<down><enter>",
    "<c-o>",
    "<c-q>",
];

/// What is done first in a fresh folder, each in its turn: it leads where few habits lead.
const OPENINGS: &[&str] = &[
    "",
    // The minutes of the first meeting, which are set, are opened again: that asks for a reason.
    "e4<enter><enter><tab><tab><tab><tab><tab><enter>we forgot",
    // Somebody comes later to the meeting of today: that asks for a time.
    "e<enter><down>k14",
];

/// What is pasted.
const PASTED: &[&str] = &[
    "één regel",
    "! Piet fietst mee @Piet elke woensdag\n= We gaan door\n\n- niet\n# kop",
    "\u{1b}[31mrood\u{1b}]0;titel\u{7} \u{202e}\u{2066}\u{200b}\u{200d} \u{9b}31m \u{85}\u{2028}",
    "ze\u{301}\u{302}\u{303}\u{304}\u{305} a\u{30a}\u{30a}",
    "👩\u{200d}👩\u{200d}👧 🇳🇱 ✔\u{fe0f} 语言",
    "שלום עולם مرحبا بالعالم",
    "\r\n\r\n\t\r",
    "",
    "12-13-2026 25.61 uur, 31 februari, over 99999999999999999999 weken, week 53",
    "over 4000000000 maanden",
    "@",
    "@Sanne@Sanne @Kort 99",
];

/// The keyboard of the monkey.
pub(crate) struct Monkey {
    random: Rng,
    /// What is left of a habit.
    habit: VecDeque<KeyEvent>,
}

impl Monkey {
    pub(crate) fn new(seed: u64) -> Self {
        Self { random: Rng::with_seed(seed), habit: VecDeque::new() }
    }

    /// Sits down before a fresh folder, with how many folders came before it.
    pub(crate) fn sit_down(&mut self, folder: usize) {
        self.habit.clear();
        self.habit.extend(keys(OPENINGS[folder % OPENINGS.len()]));
    }

    /// What happens next.
    pub(crate) fn next(&mut self) -> Event {
        if let Some(key) = self.habit.pop_front() {
            return Event::Key(key);
        }
        match self.random.usize(..1000) {
            0..3 => Event::Kill,
            3..5 => Event::Leave,
            5..25 => self.resize(),
            25..40 => self.clock(),
            40..65 => Event::Paste(self.pasted()),
            65..300 => self.begin_habit(),
            300..650 => Event::Key(self.pick(MOVES).into()),
            650..940 => Event::Key(KeyCode::Char(self.letter(LETTERS)).into()),
            _ => Event::Key(self.odd_key()),
        }
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.random.usize(..from.len())]
    }

    fn letter(&mut self, from: &str) -> char {
        let letters: Vec<char> = from.chars().collect();
        self.pick(&letters)
    }

    fn up_to(&mut self, most: u16) -> u16 {
        self.random.u16(..=most)
    }

    /// Seldom so small that nothing is shown, since nothing is found there.
    fn resize(&mut self) -> Event {
        match self.random.usize(..20) {
            0 => Event::Resize(self.up_to(60), self.up_to(20)),
            1..4 => Event::Resize(self.up_to(300), self.up_to(100)),
            4..8 => Event::Resize(60 + self.up_to(20), 20 + self.up_to(5)),
            8..11 => Event::Resize(160, 50),
            _ => Event::Resize(80, 25),
        }
    }

    fn clock(&mut self) -> Event {
        let minute = 60;
        let hour = 60 * minute;
        let day = 24 * hour;
        let by = self.pick(&[1, 5, 20, minute, 10 * minute, hour, 8 * hour, day, 40 * day]);
        match self.random.usize(..8) {
            0 => Event::Clock { steady: 0, wall: by },
            1 => Event::Clock { steady: 0, wall: -by },
            2 => Event::Clock { steady: 5, wall: self.pick(&[-3000 * day, 3000 * day]) },
            _ => Event::Clock { steady: by.min(hour).unsigned_abs(), wall: by.min(hour) },
        }
    }

    fn pasted(&mut self) -> String {
        let text = self.pick(PASTED);
        match self.random.usize(..20) {
            0 => text.repeat(60),
            _ => text.to_owned(),
        }
    }

    fn begin_habit(&mut self) -> Event {
        self.habit = keys(self.pick(HABITS)).into();
        self.next()
    }

    /// Keys with others held, function keys, and keys that are let go or held.
    fn odd_key(&mut self) -> KeyEvent {
        let letter = KeyCode::Char(self.letter(LETTERS));
        match self.random.usize(..8) {
            0..3 => KeyEvent::new(KeyCode::Char(self.letter(CONTROLLED)), KeyModifiers::CONTROL),
            3 => KeyEvent::new(KeyCode::F(self.random.u8(1..=12)), KeyModifiers::NONE),
            4 => KeyEvent::new(letter, KeyModifiers::CONTROL | KeyModifiers::ALT),
            5 => KeyEvent::new(
                self.pick(MOVES),
                self.pick(&[KeyModifiers::CONTROL, KeyModifiers::ALT, KeyModifiers::SHIFT]),
            ),
            6 => KeyEvent::new_with_kind(letter, KeyModifiers::NONE, KeyEventKind::Release),
            _ => {
                KeyEvent::new_with_kind(self.pick(MOVES), KeyModifiers::NONE, KeyEventKind::Repeat)
            }
        }
    }
}
