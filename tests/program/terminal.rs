//! The real program in a pseudo-terminal: the keys that people press, and the screen they see.
//!
//! Nothing here waits and hopes: every test waits for what must come on the screen, and fails
//! with the screen when it does not come.

mod clock;
mod erase;
mod harness;
mod input;
mod kill;
mod meeting;
mod minutes;
mod newer;
mod passphrase;
mod phases;
mod restore;
mod stop;
mod structures;
#[cfg(target_os = "linux")]
mod syscalls;
mod talk;
mod together;
