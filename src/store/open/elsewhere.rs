//! Reading what was typed while the data folder did not answer.

use std::path::Path;

use super::{Kept, Opening};
use crate::store::document::{BrokenFile, Fault};
use crate::store::files::LARGEST_JOURNAL;
use crate::store::journal::{Journal, Record};
use crate::store::shelter::{Found, Refuge};

impl Opening<'_> {
    /// Adds what was typed while the data folder did not answer.
    ///
    /// What is known there already has to be the same here; else somebody else went on in the
    /// data folder meanwhile, and a person has to look.
    pub(super) fn read_refuges(&mut self, refuges: &[Refuge], kept: &mut Vec<Kept>) -> Found {
        let mut found = Found::default();
        for Refuge { files, folder, .. } in refuges {
            for path in folder.journals(files.as_ref()).iter().map(|nr| folder.journal(*nr)) {
                found.used = true;
                let bytes = files.read_at_most(&path, LARGEST_JOURNAL).unwrap_or_default();
                let journal = Journal::read_with(&bytes, self.migrations);
                if journal.whole < bytes.len() {
                    self.keep("journal-elsewhere.torn", &bytes);
                }
                let fits = self.fits(&journal.records, &path, kept, &mut found.records);
                // Nothing of it reads: it may be sealed with a key that is not here.
                if journal.whole == 0 || !fits {
                    found.doubted = true;
                    self.doubts.push(BrokenFile::whole(&path, Fault::Elsewhere));
                }
            }
        }
        found
    }

    /// Goes on with records from a refuge; false when they do not go with what is known.
    fn fits(
        &mut self,
        records: &[Record],
        path: &Path,
        kept: &mut Vec<Kept>,
        fresh: &mut Vec<Record>,
    ) -> bool {
        for record in records {
            let saved = self.saved.values().copied().max().unwrap_or(0);
            let last = kept.last().map_or(saved, |kept| kept.record.sequence.max(saved));
            if record.sequence > last + 1 {
                return false;
            }
            if record.sequence == last + 1 {
                self.highest = self.highest.max(record.sequence);
                kept.push(Kept { journal: path.to_owned(), record: record.clone() });
                fresh.push(record.clone());
            } else if !kept.iter().any(|other| other.record == *record) {
                return false;
            }
        }
        true
    }
}
