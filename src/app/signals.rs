//! The thread that ends the program when the system asks, with everything written.
//!
//! A terminal that is gone can hang the thread that reads keys, so this one does it all: it waits
//! for the journal, gives the terminal back, and leaves.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::terminal;
use crate::store::journal_thread::JournalFlush;

/// How long the journal may take.
const LONGEST: Duration = Duration::from_secs(1);

/// The journal of the group that is open, for the thread that ends the program.
pub type OpenJournal = Arc<Mutex<Option<JournalFlush>>>;

/// Starts the thread.
///
/// # Errors
/// When the system gives no signals or no thread.
#[cfg(unix)]
pub fn watch(journal: OpenJournal) -> std::io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT])?;
    std::thread::Builder::new().name("signals".to_owned()).spawn(move || {
        if let Some(signal) = signals.forever().next() {
            finish(&journal);
            std::process::exit(128 + signal);
        }
    })?;
    Ok(())
}

/// Windows ends a console program by closing its window; the journal is the promise there.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub fn watch(_journal: OpenJournal) -> std::io::Result<()> {
    Ok(())
}

#[cfg_attr(not(unix), expect(dead_code, reason = "only Unix has the signals so far"))]
fn finish(journal: &OpenJournal) {
    let open = journal.lock().ok().and_then(|journal| journal.clone());
    if let Some(open) = open {
        open.wait(LONGEST);
    }
    terminal::leave();
}
