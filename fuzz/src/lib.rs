//! What every loader promises.

use std::fmt::Debug;
use std::path::Path;

use kring::store::document::{decode, encode};
use kring::store::journal::{HEADER, Journal};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A file gives a value or a fault with its place, and a value is the same once it was written.
pub fn document<T>(bytes: &[u8])
where
    T: Serialize + DeserializeOwned + PartialEq + Debug,
{
    let path = Path::new("file.ron");
    match decode::<T>(path, bytes) {
        Ok(read) => {
            // A text that would not read back is refused by the writer, and never written.
            let written = encode(&read.value).expect("what was read can be written");
            let again = decode::<T>(path, &written).expect("what was written can be read");
            assert_eq!(again.value, read.value);
            assert_eq!(again.doubt, None);
        }
        Err(broken) => assert!(broken.line > 0 && broken.column > 0, "{broken:?}"),
    }
}

/// Records that are written read back the same.
pub fn journal(bytes: &[u8]) {
    let journal = Journal::read(bytes);
    assert!(journal.whole <= bytes.len());
    let records = journal.records.iter().map(|record| record.encode().expect("it was read"));
    let written: Vec<u8> = HEADER.iter().copied().chain(records.flatten()).collect();
    let again = Journal::read(&written);
    assert_eq!(again.records, journal.records);
    assert_eq!(again.whole, written.len());
}

/// A journal whose records hold these lines, with good checksums.
pub fn records(bytes: &[u8]) -> Vec<u8> {
    let mut journal = HEADER.to_vec();
    for (sequence, line) in (1u64..).zip(bytes.split(|byte| *byte == b'\n')) {
        let from = journal.len();
        journal.extend(u32::try_from(line.len()).unwrap_or(u32::MAX).to_le_bytes());
        journal.extend(sequence.to_le_bytes());
        journal.extend(line);
        let checksum = crc32fast::hash(&journal[from..]);
        journal.extend(checksum.to_le_bytes());
    }
    journal
}
