//! The hour of a meeting, computed from a stored list of events in wall time.
//!
//! Nothing counts down: the same events and the same `now` always give the same reading. The hour
//! therefore survives a restart, sleep of the computer and a clock that is set.

use chrono::{DateTime, FixedOffset, TimeDelta};
use serde::{Deserialize, Serialize};

/// Wall time, with the UTC offset at that moment.
pub type Moment = DateTime<FixedOffset>;

/// How long a meeting lasts at most (phase 4, step 3; kring holds it for every meeting).
pub const HOUR: TimeDelta = TimeDelta::minutes(60);

/// How many whole minutes of the [`HOUR`] are left when the informal chair, who guards the time, is
/// warned (phase 4, step 3). Each warning is shown during that minute.
pub const WARN_AT_MINUTES_LEFT: [i64; 2] = [15, 10];

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum HourEvent {
    Started(Moment),
    Entered {
        /// Index of the item, from 0.
        item: usize,
        at: Moment,
    },
    Paused(Moment),
    Resumed(Moment),
    /// The wall clock jumped: the computer slept, the clock was set, or kring was not running.
    Jumped {
        /// The time without the jump.
        from: Moment,
        /// The time after the jump.
        to: Moment,
        /// Whether a jump forward counts as time of the meeting.
        counted: bool,
    },
    Ended(Moment),
}

impl HourEvent {
    /// The time of the event; for a jump, the time after it.
    #[must_use]
    pub fn at(&self) -> Moment {
        match self {
            Self::Started(at)
            | Self::Entered { at, .. }
            | Self::Paused(at)
            | Self::Resumed(at)
            | Self::Ended(at) => *at,
            Self::Jumped { to, .. } => *to,
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HourState {
    #[default]
    Waiting,
    Running,
    Paused,
    Ended,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    pub state: HourState,
    /// Time since the start, without pauses and without jumps that do not count. Never negative.
    pub elapsed: TimeDelta,
    /// Time spent on each item, by index from 0, up to the highest item that was entered.
    pub spent: Vec<TimeDelta>,
}

impl Reading {
    /// The state of the hour at `now`, after `events`.
    #[must_use]
    pub fn of(events: &[HourEvent], now: Moment) -> Self {
        let mut fold = Fold::default();
        for event in events {
            fold.take(event);
        }
        fold.pass(now);
        fold.reading
    }

    /// The time left of the hour; negative once it is over.
    #[must_use]
    pub fn remaining(&self) -> TimeDelta {
        HOUR - self.elapsed
    }

    /// Time spent on one item, by index from 0.
    #[must_use]
    pub fn spent_on(&self, item: usize) -> TimeDelta {
        self.spent.get(item).copied().unwrap_or_default()
    }
}

/// Folds events into a reading: how far in time it is, and on which item.
#[derive(Default)]
struct Fold {
    reading: Reading,
    reached: Option<Moment>,
    item: Option<usize>,
}

impl Fold {
    fn take(&mut self, event: &HourEvent) {
        match *event {
            HourEvent::Started(at) | HourEvent::Resumed(at) => self.turn(HourState::Running, at),
            HourEvent::Entered { item, at } => {
                self.pass(at);
                self.item = Some(item);
            }
            HourEvent::Paused(at) => self.turn(HourState::Paused, at),
            HourEvent::Ended(at) => self.turn(HourState::Ended, at),
            HourEvent::Jumped { from, to, counted } => {
                self.pass(from);
                if counted {
                    self.pass(to);
                }
                self.reached = Some(to);
            }
        }
    }

    fn turn(&mut self, state: HourState, at: Moment) {
        self.pass(at);
        self.reading.state = state;
    }

    /// Counts the time up to `at`. A clock that went back counts as no time.
    fn pass(&mut self, at: Moment) {
        let since = self.reached.map_or(TimeDelta::zero(), |reached| at - reached);
        let passed = since.max(TimeDelta::zero());
        if self.reading.state == HourState::Running {
            self.reading.elapsed += passed;
            if let Some(item) = self.item {
                let items = self.reading.spent.len().max(item + 1);
                self.reading.spent.resize(items, TimeDelta::zero());
                if let Some(spent) = self.reading.spent.get_mut(item) {
                    *spent += passed;
                }
            }
        }
        self.reached = self.reached.max(Some(at));
    }
}

/// The same moment on the wall clock, which can be set, and on a monotonic clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockReading {
    pub wall: Moment,
    /// Monotonic time since a fixed point. Some systems do not count sleep in it.
    pub steady: std::time::Duration,
}

/// The largest difference between the two clocks that is not a jump.
const MAX_DRIFT: TimeDelta = TimeDelta::seconds(5);
/// A longer gap between two readings of a running hour is a jump even if both clocks count it: the
/// computer slept.
const MAX_GAP: TimeDelta = TimeDelta::seconds(120);

/// The jump of the wall clock between two readings, if any.
#[must_use]
pub fn jump_between(last: ClockReading, now: ClockReading) -> Option<HourEvent> {
    let wall = now.wall - last.wall;
    let steady = TimeDelta::from_std(now.steady.saturating_sub(last.steady)).ok()?;
    let gap = wall - steady;
    let from = if gap.abs() > MAX_DRIFT {
        last.wall + steady
    } else if wall > MAX_GAP {
        last.wall
    } else {
        return None;
    };
    Some(HourEvent::Jumped { from, to: now.wall, counted: true })
}

/// The jump between the last stored moment and a restart of kring, if the gap is long enough.
#[must_use]
pub fn jump_over_restart(last: Moment, now: Moment) -> Option<HourEvent> {
    let gap = now - last;
    (gap > MAX_GAP || gap < -MAX_DRIFT).then_some(HourEvent::Jumped {
        from: last,
        to: now,
        counted: true,
    })
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use proptest::prelude::*;

    use super::*;

    fn at(minutes: i64) -> Moment {
        DateTime::parse_from_rfc3339("2026-02-12T14:00:00+01:00").unwrap()
            + TimeDelta::minutes(minutes)
    }

    fn minutes(events: &[HourEvent], now: i64) -> i64 {
        Reading::of(events, at(now)).elapsed.num_minutes()
    }

    #[test]
    fn a_pause_does_not_count() {
        let events =
            [HourEvent::Started(at(0)), HourEvent::Paused(at(20)), HourEvent::Resumed(at(30))];
        assert_eq!(minutes(&events, 45), 35);
    }

    #[test]
    fn a_jump_forward_counts_until_it_is_taken_off() {
        let jump = |counted| HourEvent::Jumped { from: at(10), to: at(70), counted };
        assert_eq!(minutes(&[HourEvent::Started(at(0)), jump(true)], 75), 75);
        assert_eq!(minutes(&[HourEvent::Started(at(0)), jump(false)], 75), 15);
    }

    #[test]
    fn a_jump_back_neither_loses_nor_repeats_time() {
        let back = HourEvent::Jumped { from: at(30), to: at(-30), counted: true };
        assert_eq!(minutes(&[HourEvent::Started(at(0)), back], -30), 30);
        assert_eq!(minutes(&[HourEvent::Started(at(0)), back], -25), 35);
    }

    #[test]
    fn items_get_the_time_that_was_spent_on_them() {
        let events = [
            HourEvent::Started(at(0)),
            HourEvent::Entered { item: 0, at: at(0) },
            HourEvent::Entered { item: 2, at: at(8) },
            HourEvent::Entered { item: 0, at: at(20) },
        ];
        let reading = Reading::of(&events, at(25));
        let spent: Vec<i64> = reading.spent.iter().map(TimeDelta::num_minutes).collect();
        assert_eq!(spent, [13, 0, 12]);
    }

    #[test]
    fn midnight_is_a_minute_like_another() {
        let late = DateTime::parse_from_rfc3339("2026-02-12T23:45:00+01:00").unwrap();
        let reading = Reading::of(&[HourEvent::Started(late)], late + TimeDelta::minutes(40));
        assert_eq!(reading.elapsed.num_minutes(), 40);
    }

    #[test]
    fn a_closed_meeting_stands_still() {
        let events = [HourEvent::Started(at(0)), HourEvent::Ended(at(50))];
        assert_eq!(minutes(&events, 500), 50);
    }

    #[test]
    fn jumps_are_told_from_ordinary_seconds() {
        let look = |wall: i64, steady: u64| ClockReading {
            wall: at(0) + TimeDelta::seconds(wall),
            steady: Duration::from_secs(steady),
        };
        assert_eq!(jump_between(look(0, 0), look(1, 1)), None);
        assert_eq!(jump_between(look(0, 0), look(30, 28)), None);
        let set_forward = jump_between(look(0, 0), look(3601, 1));
        assert!(matches!(set_forward, Some(HourEvent::Jumped { from, to, .. })
            if (to - from).num_seconds() == 3600));
        let set_back = jump_between(look(0, 0), look(-3599, 1));
        assert!(matches!(set_back, Some(HourEvent::Jumped { from, to, .. })
            if (to - from).num_seconds() == -3600));
        assert!(jump_between(look(0, 0), look(600, 600)).is_some(), "sleep that both count");
    }

    proptest! {
        #[test]
        fn the_hour_never_runs_backwards(moments in prop::collection::vec((0u8..6, -90i64..200), 0..12), now in -90i64..300, later in 0i64..90) {
            let events: Vec<HourEvent> = moments.iter().map(|(kind, minute)| match kind {
                0 => HourEvent::Started(at(*minute)),
                1 => HourEvent::Entered { item: 1, at: at(*minute) },
                2 => HourEvent::Paused(at(*minute)),
                3 => HourEvent::Resumed(at(*minute)),
                4 => HourEvent::Jumped { from: at(*minute), to: at(minute / 2), counted: true },
                _ => HourEvent::Ended(at(*minute)),
            }).collect();
            let early = Reading::of(&events, at(now)).elapsed;
            let late = Reading::of(&events, at(now + later)).elapsed;
            prop_assert!(early >= TimeDelta::zero());
            prop_assert!(late >= early);
            prop_assert!(late - early <= TimeDelta::minutes(later));
        }
    }
}
