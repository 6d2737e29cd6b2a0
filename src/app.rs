//! The app: what it shows as one value, messages that change it, effects that it asks for, and the
//! loop that passes them on.

mod backend;
mod burst;
mod effects;
pub mod event_loop;
pub mod frame;
mod idle;
pub mod mailbox;
pub mod message;
pub mod model;
pub mod passphrase_prompt;
mod signals;
mod start;
mod terminal;
mod update;
pub mod window;

pub use self::effects::Pace;
pub use self::event_loop::{App, Wiring};
pub use self::start::run;
