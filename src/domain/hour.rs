//! The hour of a meeting: wall time from a stored start, read off a list of what happened.
//!
//! Nothing ticks and nothing is subtracted: the same events and the same `now` always give the
//! same reading, so the hour survives a restart, a night's sleep and a clock that is set.

use chrono::{DateTime, FixedOffset, TimeDelta};
use serde::{Deserialize, Serialize};

/// A moment of wall time, with the offset that the room's clock had.
pub type Moment = DateTime<FixedOffset>;

/// How long a meeting lasts at most (phase 4, step 3; kring holds it for every meeting).
pub const HOUR: TimeDelta = TimeDelta::minutes(60);

/// Something that happened to the hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum HourEvent {
    /// The hour began.
    Started(Moment),
    /// The group went to an item, counted from 0.
    Entered {
        /// Which item.
        item: usize,
        /// When.
        at: Moment,
    },
    /// A pause began.
    Paused(Moment),
    /// The pause ended.
    Resumed(Moment),
    /// The clock of the computer made a jump: sleep, a clock that was set, kring not running.
    Jumped {
        /// What the clock would have said without the jump.
        from: Moment,
        /// What it said.
        to: Moment,
        /// Whether a jump forward counts as time of the meeting.
        counted: bool,
    },
    /// The meeting was closed.
    Ended(Moment),
}

impl HourEvent {
    /// The moment after which it is true.
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

/// What the hour is doing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HourState {
    /// Not begun.
    #[default]
    Waiting,
    /// Running.
    Running,
    /// In a pause.
    Paused,
    /// Closed.
    Ended,
}

/// The hour, read at a moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// What it is doing.
    pub state: HourState,
    /// Time spent since the start, pauses and refused jumps left out. Never negative.
    pub elapsed: TimeDelta,
    /// Time spent on each item, by number from 0; as long as the highest item that was entered.
    pub spent: Vec<TimeDelta>,
}

impl Reading {
    /// The hour that `events` tell, as it stands at `now`.
    #[must_use]
    pub fn of(events: &[HourEvent], now: Moment) -> Self {
        let mut walk = Walk::default();
        for event in events {
            walk.take(event);
        }
        walk.pass(now);
        walk.reading
    }

    /// What is left of the hour; negative once it is over.
    #[must_use]
    pub fn remaining(&self) -> TimeDelta {
        HOUR - self.elapsed
    }

    /// Time spent on one item.
    #[must_use]
    pub fn spent_on(&self, item: usize) -> TimeDelta {
        self.spent.get(item).copied().unwrap_or_default()
    }
}

/// The walk over the events: how far it has come, and on which item.
#[derive(Default)]
struct Walk {
    reading: Reading,
    reached: Option<Moment>,
    item: Option<usize>,
}

impl Walk {
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

    /// Lets time pass up to `at`; a clock that went back lets none pass.
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

/// A moment on two clocks: the wall's, which can be set, and one that only goes forward.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instant {
    /// Wall time.
    pub wall: Moment,
    /// Time since some fixed point; does not count sleep on every system.
    pub steady: std::time::Duration,
}

/// How far the two clocks may drift apart before it is called a jump.
const DRIFT: TimeDelta = TimeDelta::seconds(5);
/// A silence this long, with the hour on screen and ticking, means the computer slept.
const SILENCE: TimeDelta = TimeDelta::seconds(120);

/// The jump of the wall clock between two looks at it, if there was one.
#[must_use]
pub fn jump_between(last: Instant, now: Instant) -> Option<HourEvent> {
    let wall = now.wall - last.wall;
    let steady = TimeDelta::from_std(now.steady.saturating_sub(last.steady)).ok()?;
    let gap = wall - steady;
    let from = if gap.abs() > DRIFT {
        last.wall + steady
    } else if wall > SILENCE {
        last.wall
    } else {
        return None;
    };
    Some(HourEvent::Jumped { from, to: now.wall, counted: true })
}

/// The jump between the last moment that was written down and the moment kring started again.
#[must_use]
pub fn jump_over_restart(last: Moment, now: Moment) -> Option<HourEvent> {
    let gap = now - last;
    (gap > SILENCE || gap < -DRIFT).then_some(HourEvent::Jumped {
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
        let look = |wall: i64, steady: u64| Instant {
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
