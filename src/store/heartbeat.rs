//! The heartbeat of a program that holds a group: it writes `owner.ron` at once, and again about
//! once a minute.
//!
//! The saver thread owns it, so the heartbeat stops when that thread hangs or ends. A heartbeat
//! also notices that a program on another computer took the group over. Its age alone never proves
//! that the owner is gone: the owner's computer may be asleep.

use std::sync::Arc;
use std::time::Duration;

use super::lock::Holding;
use crate::clock::Clock;

pub(super) const HEARTBEAT_EVERY: Duration = Duration::from_mins(1);

#[derive(Debug)]
pub(super) struct Heartbeat {
    holding: Holding,
    clock: Arc<dyn Clock>,
    /// When `owner.ron` was last written, on the steady clock.
    last_beat: Duration,
}

impl Heartbeat {
    /// Announces the holder of the group.
    pub(super) fn start(holding: Holding, clock: Arc<dyn Clock>) -> Self {
        holding.announce();
        let last_beat = clock.read().steady;
        Self { holding, clock, last_beat }
    }

    /// Writes a heartbeat when one is due; with `force` it does so at once. Returns whether it found
    /// out just now that another computer took the group over.
    pub(super) fn beat(&mut self, force: bool) -> bool {
        let now = self.clock.read();
        if !force && now.steady.saturating_sub(self.last_beat) < HEARTBEAT_EVERY {
            return false;
        }
        self.last_beat = now.steady;
        let known = self.holding.is_taken_over();
        self.holding.beat(now.wall);
        !known && self.holding.is_taken_over()
    }
}
