//! Recording what was changed, saving it when it is time, and taking the outcomes of saves.

use std::time::Duration;

use super::EffectRunner;
use crate::domain::history::Entry;
use crate::session::Session;
use crate::session::effect::EffectResult;
use crate::store::purge::{Erased, Purge};
use crate::store::save::SaveError;
use crate::store::saver::SaveJob;
use crate::words::Words;

impl EffectRunner {
    pub(super) fn record(&mut self, entry: Entry) {
        if let Some(open) = &mut self.open {
            open.record(entry);
        }
    }

    /// Asks for a save of everything that changed.
    pub(super) fn save(&mut self, session: &Session) {
        let (Some(files), Some(open)) = (&mut self.open, &session.open) else { return };
        if files.doubted {
            return;
        }
        let now = session.now.wall;
        files.save_asked = Some(now);
        for document in std::mem::take(&mut files.touched) {
            if let Some(content) = files.body(document, &open.dossier) {
                files.saver.save(SaveJob { content, sequence: files.sequence, saved: now });
            }
        }
    }

    /// What happened by itself since the last time: outcomes of saves, news of the files, and a save
    /// that was due is asked for.
    pub(in crate::app) fn news(&mut self, session: &Session) -> Vec<EffectResult> {
        let saved = self.save_if_due(session);
        saved.into_iter().chain(self.news_of_versions(session)).chain(self.listed()).collect()
    }

    fn save_if_due(&mut self, session: &Session) -> Option<EffectResult> {
        let open = self.open.as_ref()?;
        if open.until_save(session.now.wall, self.pace.autosave_every) == Some(Duration::ZERO) {
            // One that an earlier run left was told of when the group was opened.
            let tells = open.purge.as_ref().is_some_and(|purge| *purge != Purge::default());
            if open.purge.is_some() {
                let (erased, of) = self.purge(session);
                if tells && erased != Erased::NotYet {
                    return Some(EffectResult::Erased(erased, of));
                }
            }
            self.save(session);
        }
        let said = self.take_outcomes(Duration::ZERO, session).or_else(|| self.copied(session));
        said.map(EffectResult::Said)
    }

    /// Takes the outcomes of saves, waiting for each at most `longest`. Returns the sentence of one
    /// that failed.
    pub(super) fn take_outcomes(&mut self, longest: Duration, session: &Session) -> Option<String> {
        let open = self.open.as_mut()?;
        let mut failed = None;
        while open.saver.waiting() > 0 {
            let Some(outcome) = open.saver.outcome(longest) else { break };
            match outcome.result {
                Ok(()) => drop(open.saved.insert(outcome.document, outcome.sequence)),
                // The screen goes on saying so by itself.
                Err(SaveError::Changed { beside }) => {
                    open.changed.insert(outcome.document, beside);
                }
                Err(error) => {
                    open.touched.insert(outcome.document);
                    failed = Some(error);
                }
            }
        }
        // The words may be safe although their file is not written yet.
        let safe = open.journal.wait(Duration::ZERO)
            || open.fallback_journal.complete(Duration::ZERO).is_some();
        let said = if safe { Words::saved_but_not_there } else { Words::not_saved };
        if open.all_saved() && open.journal.wait(Duration::ZERO) {
            open.fallback_journal.close_and_delete(self.pace.journal_wait);
        }
        if open.all_saved() && !open.needs_journal() && !open.earlier_journals_gone {
            // What the journals of earlier runs held is in the files now.
            open.journal.discard_files();
            open.earlier_journals_gone = true;
        }
        failed.map(|error| said(session.words, &error))
    }
}
