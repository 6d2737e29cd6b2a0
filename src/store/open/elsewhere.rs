//! Reading the fallback journals, which have the records from when the data folder did not answer.

use std::path::Path;

use super::{JournalRecord, Opening};
use crate::store::document::{BrokenFile, Fault};
use crate::store::fallback::{Fallback, FallbackContents};
use crate::store::files::LARGEST_JOURNAL;
use crate::store::journal::{Journal, Record};

impl Opening<'_> {
    /// Appends the records of the fallback journals to `known`.
    ///
    /// Records that overlap must be equal to those in the data folder. If they are not, another
    /// program has written in the data folder meanwhile; such a journal is reported in `doubts`.
    pub(super) fn read_fallbacks(
        &mut self,
        fallbacks: &[Fallback],
        known: &mut Vec<JournalRecord>,
    ) -> FallbackContents {
        let mut found = FallbackContents::default();
        for Fallback { files, folder, .. } in fallbacks {
            for path in folder.journals(files.as_ref()).iter().map(|nr| folder.journal(*nr)) {
                found.used = true;
                let bytes = files.read_at_most(&path, LARGEST_JOURNAL).unwrap_or_default();
                let journal = Journal::read_with(&bytes, self.migrations);
                if journal.whole < bytes.len() {
                    self.keep_journal_copy("journal-elsewhere.torn", &bytes);
                }
                let continues =
                    self.append_records(&journal.records, &path, known, &mut found.records);
                // `whole == 0`: not even the header can be read, perhaps for want of the right key.
                if journal.whole == 0 || !continues {
                    found.doubted = true;
                    self.doubts.push(BrokenFile::whole(&path, Fault::Elsewhere));
                }
            }
        }
        found
    }

    /// Appends records to `known` and `fresh`. Stops and returns false at the first that does not
    /// continue the known sequence or differs from the known record.
    fn append_records(
        &mut self,
        records: &[Record],
        path: &Path,
        known: &mut Vec<JournalRecord>,
        fresh: &mut Vec<Record>,
    ) -> bool {
        for record in records {
            let saved = self.saved.values().copied().max().unwrap_or(0);
            let last = known.last().map_or(saved, |last| last.record.sequence.max(saved));
            if record.sequence > last + 1 {
                return false;
            }
            if record.sequence == last + 1 {
                self.highest_sequence = self.highest_sequence.max(record.sequence);
                known.push(JournalRecord { journal: path.to_owned(), record: record.clone() });
                fresh.push(record.clone());
            } else if !known.iter().any(|other| other.record == *record) {
                return false;
            }
        }
        true
    }
}
