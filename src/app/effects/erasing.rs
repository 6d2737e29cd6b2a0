//! Erasing for good: every file of the group, or as soon as each gives way.

use super::EffectRunner;
use super::pace::SHUTDOWN_TIMEOUT;
use crate::domain::ids::MeetingId;
use crate::session::Session;
use crate::store::document::Document;
use crate::store::fallback::Fallback;
use crate::store::purge::{Erased, Purge};

/// What came of erasing, and the meetings out of which something was taken that are not open.
pub(super) type Outcome = (Erased, Vec<MeetingId>);

impl EffectRunner {
    /// Erases something for good: now, or as soon as every file gives way.
    pub(super) fn erase(&mut self, purge: Purge, session: &Session) -> Outcome {
        let (Some(open), Some(files)) = (&session.open, &mut self.open) else {
            return not_yet();
        };
        let meetings = open.dossier.meetings.keys().map(|id| Document::Meeting(*id));
        files.touched.extend([Document::Group, Document::Undo, Document::Log]);
        files.touched.extend(meetings);
        files.purge = Some(files.purge.take().unwrap_or_default().with(purge));
        // Should the program end meanwhile, the next one knows.
        let folder = self.store.folder.group(&open.slug);
        let _ = self.store.files.create(&folder.erasing(), b"");
        let _ = self.store.files.sync_dir(folder.path());
        self.purge(session)
    }

    /// Saves everything without what was erased, takes it out of all that is not open, and begins a
    /// new journal. Nothing else happens meanwhile.
    pub(super) fn purge(&mut self, session: &Session) -> Outcome {
        if let Some(files) = &mut self.open {
            files.touch_for_quiet_minutes();
        }
        self.save(session);
        let failed = self.take_outcomes(SHUTDOWN_TIMEOUT, session).is_some();
        let (Some(open), Some(files)) = (&session.open, &mut self.open) else {
            return not_yet();
        };
        let Some(purge) = files.purge.clone() else { return (Erased::Everywhere, Vec::new()) };
        if failed || !files.all_saved() || !files.journal.wait(SHUTDOWN_TIMEOUT) {
            return not_yet();
        }
        let times = purge.times;
        let meetings = open.dossier.meetings.keys().copied().collect();
        let purged = files.saver.purge(purge, meetings, SHUTDOWN_TIMEOUT);
        files.journal.discard_files();
        if let Some(flush) = files.journal.flush_handle() {
            let _ = flush.wait(SHUTDOWN_TIMEOUT);
        }
        files.fallback_journal.close_and_delete(SHUTDOWN_TIMEOUT);
        let folder = self.store.folder.group(&open.slug);
        let Ok(rewritten) = purged else { return not_yet() };
        let rewritten: Vec<MeetingId> = rewritten.into_iter().collect();
        if self.store.fallbacks(&open.slug).iter().any(Fallback::is_used)
            || !folder.journals(self.store.files.as_ref()).is_empty()
        {
            return (Erased::NotYet, rewritten);
        }
        files.purge = None;
        let _ = self.store.files.remove(&folder.erasing());
        let found = times + rewritten.len() > 0;
        (if found { Erased::Everywhere } else { Erased::Nowhere }, rewritten)
    }
}

fn not_yet() -> Outcome {
    (Erased::NotYet, Vec::new())
}
