//! Erasing for good: every file of the group, or as soon as each gives way.

use super::EffectRunner;
use super::pace::SHUTDOWN_TIMEOUT;
use crate::session::Session;
use crate::store::document::Document;
use crate::store::fallback::Fallback;
use crate::store::purge::{Erased, Purge};

impl EffectRunner {
    /// Erases something for good: now, or as soon as every file gives way.
    pub(super) fn erase(&mut self, purge: Purge, session: &Session) -> Erased {
        let (Some(open), Some(files)) = (&session.open, &mut self.open) else {
            return Erased::NotYet;
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
    pub(super) fn purge(&mut self, session: &Session) -> Erased {
        if let Some(files) = &mut self.open {
            files.touch_for_quiet_minutes();
        }
        self.save(session);
        let failed = self.take_outcomes(SHUTDOWN_TIMEOUT, session).is_some();
        let (Some(open), Some(files)) = (&session.open, &mut self.open) else {
            return Erased::NotYet;
        };
        let Some(purge) = files.purge.clone() else { return Erased::Everywhere };
        if failed || !files.all_saved() || !files.journal.wait(SHUTDOWN_TIMEOUT) {
            return Erased::NotYet;
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
        let Ok(rewritten) = purged else { return Erased::NotYet };
        if self.store.fallbacks(&open.slug).iter().any(Fallback::is_used) {
            return Erased::NotYet;
        }
        if !folder.journals(self.store.files.as_ref()).is_empty() {
            return Erased::NotYet;
        }
        files.purge = None;
        let _ = self.store.files.remove(&folder.erasing());
        if times + rewritten == 0 { Erased::Nowhere } else { Erased::Everywhere }
    }
}
