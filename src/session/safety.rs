//! How far what was typed is safe, and since when it is not.

use std::path::PathBuf;
use std::time::Duration;

use chrono::Timelike;

use crate::domain::hour::Moment;
use crate::store::fallback::FALLBACK_DELAY;

/// How far what was typed is safe.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Safety {
    /// Nothing was typed yet.
    #[default]
    Untouched,
    /// All of it is in the journal since then.
    Saved(Moment),
    /// The data folder does not answer; all of it is in a fallback journal since then.
    Elsewhere(Moment),
    /// Some of it is in memory only.
    Unsaved,
}

impl Safety {
    fn to_the_minute(self) -> Self {
        let minute =
            |at: Moment| at.with_second(0).and_then(|it| it.with_nanosecond(0)).unwrap_or(at);
        match self {
            Self::Saved(at) => Self::Saved(minute(at)),
            Self::Elsewhere(at) => Self::Elsewhere(minute(at)),
            Self::Untouched | Self::Unsaved => self,
        }
    }
}

/// Since when something is in memory only, on the steady clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alarm {
    pub since: Duration,
    /// Whether somebody was told that leaving now loses it.
    pub warned: bool,
}

/// What the screen says of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SafetyReport {
    pub safety: Safety,
    /// While something is in memory only.
    pub alarm: Option<Alarm>,
    /// Where everything is kept while the data folder does not answer.
    pub fallback: Option<PathBuf>,
}

impl SafetyReport {
    /// Takes over how far what was typed is safe now. Returns whether the data folder answers again
    /// after it did not.
    pub fn update(&mut self, safety: Safety, fallback: Option<PathBuf>, now: Duration) -> bool {
        let begun = Alarm { since: now, warned: false };
        self.alarm = (safety == Safety::Unsaved).then(|| self.alarm.unwrap_or(begun));
        let home_again = matches!((self.safety, safety), (Safety::Elsewhere(_), Safety::Saved(_)));
        self.fallback = fallback.filter(|_| matches!(safety, Safety::Elsewhere(_)));
        self.safety = safety;
        home_again
    }

    /// Whether both read the same on the screen, where a moment is shown to the minute.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        (self.safety.to_the_minute(), self.alarm, &self.fallback)
            == (other.safety.to_the_minute(), other.alarm, &other.fallback)
    }

    /// The group was closed: only when it was saved last still holds.
    pub fn close(&mut self) {
        (self.alarm, self.fallback) = (None, None);
        if !matches!(self.safety, Safety::Saved(_)) {
            self.safety = Safety::Untouched;
        }
    }

    /// Whether something is in memory only for so long that it has to be said in words. `now` is
    /// on the steady clock.
    #[must_use]
    pub fn is_alarming(&self, now: Duration) -> bool {
        self.alarm.is_some_and(|alarm| now.saturating_sub(alarm.since) >= FALLBACK_DELAY)
    }

    /// How long until that is so; `None` when nothing is in memory only, or it is so already.
    #[must_use]
    pub fn until_alarm(&self, now: Duration) -> Option<Duration> {
        let begins = self.alarm?.since + FALLBACK_DELAY;
        begins.checked_sub(now).filter(|left| !left.is_zero())
    }

    /// Takes note that somebody was told that leaving now loses something. Returns whether that is
    /// so and they had not been told before.
    pub fn warn_once(&mut self, now: Duration) -> bool {
        let is_alarming = self.is_alarming(now);
        match &mut self.alarm {
            Some(alarm) if is_alarming && !alarm.warned => {
                alarm.warned = true;
                true
            }
            _ => false,
        }
    }
}
