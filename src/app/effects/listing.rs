//! Listing all groups. They are read by threads of their own: the list is there at once and fills in.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use chrono::NaiveDate;

use crate::content::Content;
use crate::domain::arrangements::RoleWords;
use crate::domain::onlookers::COORDINATOR;
use crate::session::Session;
use crate::store::Store;
use crate::store::document::BrokenFile;
use crate::store::notify::Notify;
use crate::store::opened::Opened;
use crate::view::group_view::GroupView;
use crate::view::summary::GroupSummary;
use crate::words::Words;

/// The loop is woken so many times while the groups are read, so that drawing does not hold the
/// reading up.
const WAKES: usize = 20;

/// What was read of a group, with its place in the list.
pub(super) type GroupRead = (usize, Result<GroupSummary, String>);

/// Groups that are being read.
#[derive(Debug)]
pub(super) struct Listing {
    read: Receiver<GroupRead>,
    /// Cleared when nobody wants the rest any more.
    goes_on: Arc<AtomicBool>,
}

impl Drop for Listing {
    fn drop(&mut self) {
        self.goes_on.store(false, Ordering::Relaxed);
    }
}

impl Listing {
    /// Begins to read groups.
    pub(super) fn start(
        store: &Store,
        slugs: Vec<String>,
        session: &Session,
        notify: &Notify,
    ) -> Self {
        let (sender, read) = channel();
        let goes_on = Arc::new(AtomicBool::new(true));
        let reader = Reader {
            store: store.clone(),
            words: session.words,
            content: Arc::clone(&session.content),
            role_words: session.settings.role_words.clone(),
            day: session.today(),
            goes_on: Arc::clone(&goes_on),
            notify: notify.clone(),
        };
        let work = Arc::new(move || reader.read(&slugs, &sender));
        let in_thread = Arc::clone(&work);
        let builder = thread::Builder::new().name("survey".to_owned());
        if builder.spawn(move || in_thread()).is_err() {
            work();
        }
        Self { read, goes_on }
    }

    /// What is read of so many groups within a time.
    pub(super) fn first(&self, groups: usize, within: Duration, store: &Store) -> Vec<GroupRead> {
        let now = || store.clock.read().steady;
        let until = now() + within;
        let left = || until.saturating_sub(now());
        std::iter::from_fn(|| self.read.recv_timeout(left()).ok()).take(groups).collect()
    }

    /// What was read since the last time.
    pub(super) fn news(&self) -> Vec<GroupRead> {
        self.read.try_iter().collect()
    }
}

/// Reads groups for a list.
struct Reader {
    store: Store,
    words: Words,
    content: Arc<Content>,
    role_words: RoleWords,
    day: NaiveDate,
    goes_on: Arc<AtomicBool>,
    notify: Notify,
}

impl Reader {
    fn read(&self, slugs: &[String], sender: &Sender<GroupRead>) {
        let (finished, every) = (AtomicUsize::new(0), slugs.len().div_ceil(WAKES).max(1));
        let goes_on = || self.goes_on.load(Ordering::Relaxed);
        self.store.survey(slugs, goes_on, |nr, opened| {
            // Without a receiver nobody looks at the list any more.
            let _ = sender.send((nr, self.summary(opened)));
            let finished = finished.fetch_add(1, Ordering::Relaxed) + 1;
            if finished.is_multiple_of(every) || finished == slugs.len() {
                self.notify.wake();
            }
        });
    }

    fn summary(&self, opened: Result<Opened, BrokenFile>) -> Result<GroupSummary, String> {
        let Self { words, content, role_words, day, .. } = self;
        let opened = opened.map_err(|broken| words.broken(&broken))?;
        let group = &opened.dossier.group;
        Ok(GroupSummary::of(&GroupView {
            words: *words,
            content,
            group,
            role_words,
            day: *day,
            onlookers: &COORDINATOR,
        }))
    }
}
