//! A screen that nobody touches hides itself, and is locked when the folder has a passphrase.
//! Nothing is discarded and no clock stops.

use std::time::Duration;

use super::message::Effect;
use super::model::Model;
use crate::domain::hour::Instant;
use crate::screens::lock::Lock;

/// The choices, in minutes; 0 is never.
const CHOICES: [u16; 6] = [5, 10, 15, 30, 60, 0];

/// Remembers that somebody is there.
pub fn touch(model: &mut Model) {
    model.touched = Some(model.now);
}

/// Hides the screen when nobody was there for so long.
pub fn watch(model: &mut Model) {
    let touched = *model.touched.get_or_insert(model.now);
    if model.hide_after == 0 || absent(touched, model.now) < after(model) {
        return;
    }
    model.hidden = true;
    if model.has_passphrase && model.lock.is_none() {
        model.lock = Some(Lock::default());
    }
}

/// How long until the screen hides; `None` when it does not.
#[must_use]
pub fn left(model: &Model) -> Option<Duration> {
    let waits = model.hide_after > 0 && !model.hidden;
    let gone = model.touched.map_or(Duration::ZERO, |touched| absent(touched, model.now));
    waits.then(|| after(model).saturating_sub(gone))
}

fn after(model: &Model) -> Duration {
    Duration::from_secs(u64::from(model.hide_after) * 60)
}

/// How long nobody was there, on the clock that says most: one of them may stand still while the
/// computer sleeps.
fn absent(touched: Instant, now: Instant) -> Duration {
    let wall = (now.wall - touched.wall).to_std().unwrap_or_default();
    wall.max(now.steady.saturating_sub(touched.steady))
}

/// Chooses after how many minutes the screen hides: the next choice each time.
#[must_use]
pub fn choose(model: &Model) -> Vec<Effect> {
    let at = CHOICES.iter().position(|minutes| *minutes == model.hide_after);
    let next = at.map_or(0, |at| (at + 1) % CHOICES.len());
    CHOICES.get(next).map(|minutes| Effect::HideAfter(*minutes)).into_iter().collect()
}
