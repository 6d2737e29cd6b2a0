//! What can happen to the model.

use std::path::PathBuf;

use crossterm::event::KeyEvent;

use crate::domain::hour::ClockReading;
use crate::screens::screen::Size;
use crate::session::effect::EffectResult;
use crate::session::safety::Safety;

/// Something that happened.
#[derive(Debug)]
pub enum Msg {
    Key(KeyEvent),
    Paste(String),
    /// The window has another size.
    Resize(Size),
    /// The clocks were read.
    Tick(ClockReading),
    /// How far what was typed is safe, and the folder that keeps it while the data folder does not
    /// answer.
    Safety(Safety, Option<PathBuf>),
    /// An effect was done, or one that goes on by itself has news.
    Done(EffectResult),
    /// A frame is about to be drawn.
    Frame,
}
