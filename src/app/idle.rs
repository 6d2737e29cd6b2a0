//! A screen that nobody touches hides itself, and asks for the passphrase when the folder has one.
//! Nothing is discarded and no clock stops.

use std::time::Duration;

use super::model::Model;
use crate::domain::hour::ClockReading;

/// Remembers that somebody is there.
pub(super) fn touch(model: &mut Model) {
    model.touched = Some(model.session.now);
}

/// Hides the screen when nobody was there for the time that is set.
pub(super) fn watch(model: &mut Model) {
    let now = model.session.now;
    let touched = *model.touched.get_or_insert(now);
    let minutes = model.session.settings.hide_after;
    if minutes == 0 || model.front.is_hour_clock() || absent(touched, now) < hide_after(minutes) {
        return;
    }
    if model.session.has_passphrase {
        model.front.lock();
    } else {
        model.front.hide();
    }
}

/// How long until the screen hides; `None` when it does not.
pub(super) fn left(model: &Model) -> Option<Duration> {
    let minutes = model.session.settings.hide_after;
    // The clock for the room is there for everybody, and nobody touches it.
    let waits = minutes > 0 && !model.front.is_hidden() && !model.front.is_hour_clock();
    let now = model.session.now;
    let gone = model.touched.map_or(Duration::ZERO, |touched| absent(touched, now));
    waits.then(|| hide_after(minutes).saturating_sub(gone))
}

fn hide_after(minutes: u16) -> Duration {
    Duration::from_secs(u64::from(minutes) * 60)
}

/// How long nobody was there, on the clock that says most: one of them may stand still while the
/// computer sleeps.
fn absent(touched: ClockReading, now: ClockReading) -> Duration {
    let wall = (now.wall - touched.wall).to_std().unwrap_or_default();
    wall.max(now.steady.saturating_sub(touched.steady))
}
