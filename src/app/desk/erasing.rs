//! Erasing for good: every file of the group, or as soon as each gives way.

use super::{Desk, FAREWELL};
use crate::app::model::Model;
use crate::store::document::Document;
use crate::store::shelter::Refuge;
use crate::store::sweep::{Erased, Sweep};

impl Desk {
    /// Erases something for good: now, or as soon as every file gives way.
    pub(super) fn erase(&mut self, sweep: Sweep, model: &Model) -> Erased {
        let (Some(open), Some(files)) = (&model.open, &mut self.open) else {
            return Erased::NotYet;
        };
        let meetings = open.dossier.meetings.keys().map(|id| Document::Meeting(*id));
        files.touched.extend([Document::Group, Document::Undo, Document::Log]);
        files.touched.extend(meetings);
        files.sweep = Some(files.sweep.take().unwrap_or_default().with(sweep));
        // Should the program end meanwhile, the next one knows.
        let folder = self.store.folder.group(&open.slug);
        let _ = self.store.files.create(&folder.erasing(), b"");
        let _ = self.store.files.sync_dir(folder.path());
        self.sweep(model)
    }

    /// Saves everything without what was erased, takes it out of all that is not open, and begins
    /// a new journal. Nothing else happens meanwhile.
    pub(super) fn sweep(&mut self, model: &Model) -> Erased {
        self.save(model);
        let failed = self.take_outcomes(FAREWELL, model).is_some();
        let (Some(open), Some(files)) = (&model.open, &mut self.open) else {
            return Erased::NotYet;
        };
        let Some(sweep) = files.sweep.clone() else { return Erased::Everywhere };
        if failed || !files.all_saved() || !files.journal.wait(FAREWELL) {
            return Erased::NotYet;
        }
        let times = sweep.times;
        let meetings = open.dossier.meetings.keys().copied().collect();
        let swept = files.saver.sweep(sweep, meetings, FAREWELL);
        files.journal.rotate();
        if let Some(flush) = files.journal.flush_handle() {
            let _ = flush.wait(FAREWELL);
        }
        files.shelter.clear(FAREWELL);
        let folder = self.store.folder.group(&open.slug);
        let Ok(rewritten) = swept else { return Erased::NotYet };
        if self.store.refuges(&open.slug).iter().any(Refuge::is_used) {
            return Erased::NotYet;
        }
        if !folder.journals(self.store.files.as_ref()).is_empty() {
            return Erased::NotYet;
        }
        files.sweep = None;
        let _ = self.store.files.remove(&folder.erasing());
        if times + rewritten == 0 { Erased::Nowhere } else { Erased::Everywhere }
    }
}
