//! The thread that ends or stops the program when the system asks, with everything written.
//!
//! A terminal that is gone can hang the thread that draws, so ending does not go through the mailbox:
//! this thread waits for the journal, gives the terminal back, and leaves, or stops until it is told
//! to go on. Only that the program goes on is told to the loop.

use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::mailbox::Event;
#[cfg(unix)]
use super::terminal;
use crate::store::journal_thread::JournalFlush;

/// How long the journal may take: with the terminal it stays within a second.
const LONGEST: Duration = Duration::from_millis(700);

/// The journal of the group that is open, for the thread that ends the program.
pub(super) type OpenJournal = Arc<Mutex<Option<JournalFlush>>>;

/// Waits until all that was typed is in the journal, a moment at most; returns whether it is.
#[must_use]
pub(super) fn flush(journal: &OpenJournal) -> bool {
    let open = journal.lock().ok().and_then(|journal| journal.clone());
    open.is_none_or(|open| open.wait(LONGEST))
}

/// Starts the thread.
///
/// # Errors
/// When the system gives no signals or no thread.
#[cfg(unix)]
pub(super) fn watch(journal: OpenJournal, mailbox: Sender<Event>) -> std::io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
    use signal_hook::low_level::emulate_default_handler;
    let asked = [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT];
    let mut signals = signal_hook::iterator::Signals::new(asked)?;
    std::thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in signals.forever() {
            match signal {
                SIGTSTP => {
                    let _ = flush(&journal);
                    terminal::lend();
                    // From here on nothing runs until the system says SIGCONT.
                    let _ = emulate_default_handler(SIGTSTP);
                }
                SIGCONT => {
                    if terminal::take_back() {
                        // Without a receiver the loop has ended.
                        let _ = mailbox.send(Event::Resumed);
                    }
                }
                ending => {
                    let _ = flush(&journal);
                    terminal::leave();
                    std::process::exit(128 + ending);
                }
            }
        }
    })?;
    watch_terminal()
}

/// Waits for the terminal to be closed. The system tells a shell, and not every shell passes it
/// on: then this thread does. It is woken by nothing else.
#[cfg(unix)]
fn watch_terminal() -> std::io::Result<()> {
    use std::io::{IsTerminal, stdin};
    use std::os::fd::AsRawFd;

    use filedescriptor::{Error, POLLHUP, poll, pollfd};
    if !stdin().is_terminal() {
        return Ok(());
    }
    let mut terminal = [pollfd { fd: stdin().as_raw_fd(), events: 0, revents: 0 }];
    std::thread::Builder::new().name("hangup-watcher".to_owned()).spawn(move || {
        loop {
            match poll(&mut terminal, None) {
                Err(Error::Poll(error)) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Ok(_) if terminal[0].revents & POLLHUP != 0 => {
                    let _ = signal_hook::low_level::raise(signal_hook::consts::SIGHUP);
                    return;
                }
                // Here it cannot be waited for; the signal is what is left.
                Ok(_) | Err(_) => return,
            }
        }
    })?;
    Ok(())
}

/// Windows ends a console program by closing its window; the journal is the promise there.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub(super) fn watch(_journal: OpenJournal, _mailbox: Sender<Event>) -> std::io::Result<()> {
    Ok(())
}
