//! The format of the journal, an append-only log with one record for each entry.
//!
//! A file starts with [`HEADER`]. A record is the length of its payload (32 bits), its sequence
//! number (64 bits), the payload (RON) and a CRC-32 of these three; integers are little-endian.
//! Reading stops at the first record that is incomplete or damaged. A journal file is never
//! truncated: writing continues in a new file, and the old one is deleted once the documents
//! include all its records.

use super::migration::{Migrations, VERSION};
use crate::domain::history::Entry;
use crate::ron_text::{self, UnknownFields};

/// The first line of a journal file. The number in it is [`VERSION`].
pub const HEADER: &[u8] = b"kring journal 2\n";

/// The version in the header of a journal; `None` when there is no valid header.
#[must_use]
pub fn version(bytes: &[u8]) -> Option<u32> {
    parse_header(bytes).map(|(version, _)| version)
}

/// The version in a journal's header, and the length of the header in bytes.
fn parse_header(bytes: &[u8]) -> Option<(u32, usize)> {
    let rest = bytes.strip_prefix(b"kring journal ")?;
    let digits = rest.iter().take(10).position(|byte| *byte == b'\n')?;
    let version = std::str::from_utf8(rest.get(..digits)?).ok()?.parse().ok()?;
    Some((version, bytes.len() - rest.len() + digits + 1))
}

/// An entry with its sequence number.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Goes up by one with each entry of a group and never starts again.
    pub sequence: u64,
    pub entry: Entry,
}

impl Record {
    /// Encodes the record as it is in the file.
    ///
    /// # Errors
    /// The entry cannot be encoded as RON.
    pub fn encode(&self) -> Result<Vec<u8>, ron::Error> {
        let payload = ron_text::compact(&self.entry)?;
        Ok(frame(self.sequence, payload.as_bytes()))
    }
}

fn frame(sequence: u64, payload: &[u8]) -> Vec<u8> {
    let length = u32::try_from(payload.len()).unwrap_or(u32::MAX);
    let mut bytes = Vec::with_capacity(payload.len() + 16);
    bytes.extend_from_slice(&length.to_le_bytes());
    bytes.extend_from_slice(&sequence.to_le_bytes());
    bytes.extend_from_slice(payload);
    let checksum = crc32fast::hash(&bytes);
    bytes.extend_from_slice(&checksum.to_le_bytes());
    bytes
}

/// The content of a journal file.
#[derive(Debug, Default, PartialEq)]
pub struct Journal {
    /// The records before the first that is incomplete or damaged, in order.
    pub records: Vec<Record>,
    /// The length of the header and these records in bytes; 0 without a valid header.
    pub whole: usize,
}

impl Journal {
    /// Decodes a journal file. A newer version gives no records.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Self {
        Self::read_with(bytes, Migrations::of_kring())
    }

    /// Like [`Self::read`], with other migrations for records of older versions.
    #[must_use]
    pub fn read_with(bytes: &[u8], migrations: Migrations) -> Self {
        let mut journal = Self::default();
        let Some((version, length)) = parse_header(bytes) else { return journal };
        if version > VERSION {
            return journal;
        }
        let mut rest = bytes.get(length..).unwrap_or_default();
        journal.whole = length;
        while let Some((record, size)) = first_record(rest, version, migrations) {
            rest = rest.get(size..).unwrap_or_default();
            journal.whole += size;
            journal.records.push(record);
        }
        journal
    }
}

fn first_record(bytes: &[u8], version: u32, migrations: Migrations) -> Option<(Record, usize)> {
    let length = usize::try_from(u32::from_le_bytes(bytes.first_chunk().copied()?)).ok()?;
    let end = length.checked_add(12)?;
    let checked = bytes.get(..end)?;
    let checksum = u32::from_le_bytes(bytes.get(end..)?.first_chunk().copied()?);
    if crc32fast::hash(checked) != checksum {
        return None;
    }
    let sequence = u64::from_le_bytes(checked.get(4..)?.first_chunk().copied()?);
    let payload = std::str::from_utf8(checked.get(12..)?).ok()?;
    let entry =
        ron_text::read(&migrations.record(version, payload)?, UnknownFields::Refused).ok()?;
    Some((Record { sequence, entry }, end + 4))
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::domain::history::EntryKind;

    fn record(sequence: u64) -> Record {
        let at = DateTime::parse_from_rfc3339("2026-02-12T14:00:00+01:00").unwrap();
        Record {
            sequence,
            entry: Entry { by: String::new(), at, kind: EntryKind::Along, changes: Vec::new() },
        }
    }

    fn file(records: &[Record]) -> Vec<u8> {
        let mut bytes = HEADER.to_vec();
        for record in records {
            bytes.extend(record.encode().unwrap());
        }
        bytes
    }

    #[test]
    fn the_header_has_the_version() {
        assert_eq!(version(HEADER), Some(VERSION));
    }

    #[test]
    fn a_torn_tail_loses_only_itself() {
        let whole = file(&[record(1), record(2)]);
        let all = file(&[record(1), record(2), record(3)]);
        for cut in whole.len()..all.len() {
            let journal = Journal::read(&all[..cut]);
            assert_eq!(journal.records, [record(1), record(2)]);
            assert_eq!(journal.whole, whole.len());
        }
        assert_eq!(Journal::read(&all).records.len(), 3);
    }

    #[test]
    fn a_damaged_record_ends_the_reading() {
        let bytes = file(&[record(1), record(2)]);
        for at in HEADER.len()..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 0x20;
            let sequences: Vec<u64> =
                Journal::read(&damaged).records.iter().map(|record| record.sequence).collect();
            assert!(matches!(sequences.as_slice(), [] | [1]), "byte {at}: {sequences:?}");
        }
        assert_eq!(Journal::read(b"something else").records, []);
    }
}
