//! A clock that stands where a test puts it.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::{DateTime, TimeDelta};
use kring::clock::Clock;
use kring::domain::hour::{ClockReading, Moment};

/// A clock that goes on only when it is told to.
#[derive(Debug)]
pub(crate) struct SetClock(Mutex<ClockReading>);

impl SetClock {
    /// A clock at five to two on a Thursday.
    pub(crate) fn new() -> Arc<Self> {
        Arc::new(Self(Mutex::new(ClockReading { wall: afternoon(), steady: Duration::ZERO })))
    }

    /// Lets time pass on both hands.
    pub(crate) fn pass(&self, seconds: u32) {
        let mut instant = self.0.lock().unwrap();
        instant.wall += TimeDelta::seconds(i64::from(seconds));
        instant.steady += Duration::from_secs(u64::from(seconds));
    }
}

impl Clock for SetClock {
    fn read(&self) -> ClockReading {
        *self.0.lock().unwrap()
    }
}

/// Five to two on a Thursday.
pub(crate) fn afternoon() -> Moment {
    DateTime::parse_from_rfc3339("2026-02-12T13:55:00+01:00").unwrap()
}
