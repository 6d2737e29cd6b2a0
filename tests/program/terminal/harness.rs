//! The data folder and the clock of a test, the terminal the program runs in, and its screen.

pub(crate) mod screen;
pub(crate) mod terminal;
pub(crate) mod world;

use std::time::Duration;

/// How long a test waits for anything.
pub(crate) const DEADLINE: Duration = Duration::from_secs(20);
/// The window of the issue: 80 by 25.
pub(crate) const WINDOW: (u16, u16) = (80, 25);

/// What keys send.
pub(crate) mod key {
    pub(crate) const ENTER: &str = "\r";
    pub(crate) const TAB: &str = "\t";
    pub(crate) const ESC: &str = "\x1b";
    pub(crate) const BACKSPACE: &str = "\x7f";
    /// An arrow key.
    pub(crate) const UP: &str = "\x1b[A";
    pub(crate) const DOWN: &str = "\x1b[B";
    pub(crate) const PAGE_DOWN: &str = "\x1b[6~";
    pub(crate) const F4: &str = "\x1bOS";
    pub(crate) const F5: &str = "\x1b[15~";
    pub(crate) const F6: &str = "\x1b[17~";
    pub(crate) const F7: &str = "\x1b[18~";
    pub(crate) const F9: &str = "\x1b[20~";
    /// A key that means nothing, to make the program look at its clock.
    pub(crate) const F12: &str = "\x1b[24~";
    pub(crate) const CTRL_C: &str = "\x03";
    pub(crate) const CTRL_Q: &str = "\x11";
    pub(crate) const CTRL_S: &str = "\x13";
    pub(crate) const CTRL_Y: &str = "\x19";
    pub(crate) const CTRL_Z: &str = "\x1a";
}
