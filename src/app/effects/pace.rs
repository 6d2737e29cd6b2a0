//! How long the app waits for the disk, and how often it saves by itself.

use std::time::Duration;

/// How long drawing waits for the journal.
const JOURNAL_WAIT: Duration = Duration::from_millis(50);
/// How long the list of groups waits for the first of them.
const LIST_WAIT: Duration = Duration::from_millis(5);
/// How long leaving waits for the journal and for saves.
pub(super) const SHUTDOWN_TIMEOUT: Duration = Duration::from_secs(2);
/// A dossier that changed is saved again after this time at most.
const AUTOSAVE_EVERY: Duration = Duration::from_secs(20);

/// How long the app waits for the journal, and how often it saves by itself. A test that looks for
/// other things than speed waits longer, and saves when it wants to.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// How long drawing waits for the journal.
    pub journal_wait: Duration,
    /// `None` for never.
    pub autosave_every: Option<Duration>,
    /// How long the list of groups waits before it shows what is read of them.
    pub list_wait: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            journal_wait: JOURNAL_WAIT,
            autosave_every: Some(AUTOSAVE_EVERY),
            list_wait: LIST_WAIT,
        }
    }
}
