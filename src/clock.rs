//! The source of time. No other module reads a clock of the system.

use std::fmt::{self, Debug, Formatter};
use std::time::{Duration, Instant};

use chrono::{DateTime, Local, TimeDelta};

use crate::domain::hour::{ClockReading, Moment};

/// A wall clock, which can be set, together with a steady clock, which never goes back.
pub trait Clock: Send + Sync + Debug {
    /// Reads both clocks together.
    fn read(&self) -> ClockReading;

    /// Wall time, to the millisecond.
    fn now(&self) -> Moment {
        self.read().wall
    }

    /// How long the program may sleep before it reads this clock again. `None`, as long as it likes:
    /// a clock of the system goes on at the pace of the sleep.
    fn longest_sleep(&self) -> Option<Duration> {
        None
    }
}

#[derive(Debug)]
pub struct SystemClock {
    started: Instant,
}

impl SystemClock {
    /// The steady clock starts at zero here.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the system")]
    pub fn new() -> Self {
        Self { started: Instant::now() }
    }
}

impl Default for SystemClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the system")]
    fn read(&self) -> ClockReading {
        ClockReading {
            wall: truncate_to_millis(Local::now().fixed_offset()),
            steady: self.started.elapsed(),
        }
    }
}

/// A clock that reads the time from a file, for tests that drive the whole program. The file has
/// one line: `2026-02-12T14:00:00+01:00`, a space, and the steady clock in whole seconds. While it
/// cannot be read the system clock is used.
pub struct FileClock {
    read_file: Box<dyn Fn() -> Option<String> + Send + Sync>,
    fallback: SystemClock,
}

impl Debug for FileClock {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("FileClock").finish_non_exhaustive()
    }
}

impl FileClock {
    /// The environment variable with the path of the file.
    pub const VARIABLE: &'static str = "KRING_CLOCK";

    /// A clock that reads its file by a function.
    #[must_use]
    pub fn new(read_file: impl Fn() -> Option<String> + Send + Sync + 'static) -> Self {
        Self { read_file: Box::new(read_file), fallback: SystemClock::new() }
    }

    fn parse(text: &str) -> Option<ClockReading> {
        let (wall, steady) = text.trim().split_once(' ')?;
        Some(ClockReading {
            wall: DateTime::parse_from_rfc3339(wall).ok()?,
            steady: Duration::from_secs(steady.parse().ok()?),
        })
    }
}

impl Clock for FileClock {
    fn read(&self) -> ClockReading {
        let read = (self.read_file)().and_then(|text| Self::parse(&text));
        read.unwrap_or_else(|| self.fallback.read())
    }

    /// Nobody tells that the file was changed, so it is looked at every second.
    fn longest_sleep(&self) -> Option<Duration> {
        Some(Duration::from_secs(1))
    }
}

fn truncate_to_millis(moment: Moment) -> Moment {
    let below_millis =
        TimeDelta::nanoseconds(i64::from(moment.timestamp_subsec_nanos() % 1_000_000));
    moment - below_millis
}
