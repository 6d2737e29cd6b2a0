//! Where time comes from. Nothing else in kring reads a clock.

use std::fmt::Debug;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant as Steady;

use chrono::{DateTime, Local, TimeDelta};

use crate::domain::hour::{Instant, Moment};
use crate::store::files::Files;

/// A clock on the wall, with a steady one beside it.
pub trait Clock: Send + Sync + Debug {
    /// The two clocks, read together.
    fn read(&self) -> Instant;

    /// Wall time, to the millisecond.
    fn now(&self) -> Moment {
        self.read().wall
    }
}

/// The clock of the computer.
#[derive(Debug)]
pub struct SystemClock {
    started: Steady,
}

impl SystemClock {
    /// A clock whose steady hand starts here.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the system")]
    pub fn new() -> Self {
        Self { started: Steady::now() }
    }
}

impl Default for SystemClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the system")]
    fn read(&self) -> Instant {
        Instant { wall: whole_millis(Local::now().fixed_offset()), steady: self.started.elapsed() }
    }
}

/// A clock that stands where a file says, for tests that drive the whole program: one line,
/// `2026-02-12T14:00:00+01:00` and, after a space, the seconds of the steady hand.
#[derive(Debug)]
pub struct FileClock {
    path: PathBuf,
    files: Arc<dyn Files>,
    fallback: SystemClock,
}

impl FileClock {
    /// The environment variable that names the file.
    pub const VARIABLE: &'static str = "KRING_CLOCK";

    /// A clock read from `path`.
    #[must_use]
    pub fn new(path: PathBuf, files: Arc<dyn Files>) -> Self {
        Self { path, files, fallback: SystemClock::new() }
    }

    fn written(&self) -> Option<Instant> {
        let text = String::from_utf8(self.files.read(&self.path).ok()?).ok()?;
        let (wall, steady) = text.trim().split_once(' ')?;
        Some(Instant {
            wall: DateTime::parse_from_rfc3339(wall).ok()?,
            steady: std::time::Duration::from_secs(steady.parse().ok()?),
        })
    }
}

impl Clock for FileClock {
    fn read(&self) -> Instant {
        self.written().unwrap_or_else(|| self.fallback.read())
    }
}

fn whole_millis(moment: Moment) -> Moment {
    let spare = TimeDelta::nanoseconds(i64::from(moment.timestamp_subsec_nanos() % 1_000_000));
    moment - spare
}
