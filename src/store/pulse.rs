//! The sign of life of a program that has a group: now and then it says that it is there still.

use std::sync::Arc;
use std::time::Duration;

use super::lock::Holding;
use crate::clock::Clock;

/// How often.
pub(super) const BEAT: Duration = Duration::from_mins(1);

/// A group that is held, and the clock that says since when.
#[derive(Debug)]
pub(super) struct Pulse {
    holding: Holding,
    clock: Arc<dyn Clock>,
    /// When it was written down last, on the steady clock.
    last: Duration,
}

impl Pulse {
    /// Of a group that was taken just now.
    pub(super) fn new(holding: Holding, clock: Arc<dyn Clock>) -> Self {
        let last = clock.read().steady;
        Self { holding, clock, last }
    }

    /// Says that the group is held when it is time; in any case when nothing happened for long.
    pub(super) fn beat(&mut self, idle: bool) {
        let now = self.clock.read();
        if idle || now.steady.saturating_sub(self.last) >= BEAT {
            self.last = now.steady;
            self.holding.beat(now.wall);
        }
    }
}
