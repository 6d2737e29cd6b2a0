//! Reading many groups, as for a list of all.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::Store;
use super::document::BrokenFile;
use super::opened::Opened;

/// More threads than this do not read faster: they wait for the disk.
const MOST_THREADS: usize = 8;

impl Store {
    /// Reads groups, on as many threads as the computer runs at once, and gives what `look` makes of
    /// each, in the order of `slugs`; it is told the place of the group in them, from 0. A group is let
    /// go of as soon as it was looked at. Before each, `goes_on` is asked whether there is any need.
    pub fn survey<T: Send>(
        &self,
        slugs: &[String],
        goes_on: impl Fn() -> bool + Sync,
        look: impl Fn(usize, Result<Opened, BrokenFile>) -> T + Sync,
    ) -> Vec<T> {
        let next = AtomicUsize::new(0);
        let work = || {
            let mut seen = Vec::new();
            loop {
                let nr = next.fetch_add(1, Ordering::Relaxed);
                let Some(slug) = slugs.get(nr).filter(|_| goes_on()) else { return seen };
                seen.push((nr, look(nr, self.open_read_only(slug))));
            }
        };
        let threads = thread::available_parallelism().map_or(1, NonZero::get).min(MOST_THREADS);
        let helpers = threads.min(slugs.len()).saturating_sub(1);
        let mut seen = thread::scope(|scope| {
            // Where a thread cannot be started, the others do its work.
            let start =
                |_| thread::Builder::new().name("survey".to_owned()).spawn_scoped(scope, work);
            let started: Vec<_> = (0..helpers).filter_map(|nr| start(nr).ok()).collect();
            let mut seen = work();
            // The panic hook has reported a panic of a thread already.
            seen.extend(started.into_iter().filter_map(|thread| thread.join().ok()).flatten());
            seen
        });
        seen.sort_unstable_by_key(|(nr, _)| *nr);
        seen.into_iter().map(|(_, it)| it).collect()
    }
}
