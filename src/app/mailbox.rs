//! The mailbox of the loop: everything that can wake it arrives here, in order. The loop sleeps on
//! it, so nothing has to be looked at again and again.

use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use crossterm::event;

/// Something that wakes the loop.
#[derive(Debug)]
pub enum Event {
    /// A key, a paste, or another size of the window.
    Terminal(event::Event),
    /// A thread of the store has news: it wrote something, or found something out.
    StoreNews,
    /// The program was stopped and goes on: all of the screen has to be drawn again.
    Resumed,
    /// A deadline passed.
    Deadline,
    /// The terminal can no longer be read.
    TerminalFailed(io::Error),
}

/// The two ends of a mailbox.
#[must_use]
pub fn mailbox() -> (Sender<Event>, Receiver<Event>) {
    channel()
}

/// Starts the thread that reads the terminal. It waits in a blocking read, on every system, and ends
/// with the program.
///
/// # Errors
/// The thread cannot be started.
pub fn read_terminal(mailbox: Sender<Event>) -> io::Result<()> {
    thread::Builder::new().name("terminal-reader".to_owned()).spawn(move || {
        // Only from the first look on another size of the window is heard of. The loop asks for the
        // size again then: it may have changed since the program began.
        let _ = event::poll(Duration::ZERO);
        if mailbox.send(Event::Deadline).is_err() {
            return;
        }
        loop {
            let read = event::read();
            let ends = read.is_err();
            let event = read.map_or_else(Event::TerminalFailed, Event::Terminal);
            // Without a receiver the loop has ended.
            if mailbox.send(event).is_err() || ends {
                return;
            }
        }
    })?;
    Ok(())
}
