//! What every loader promises, and the reader of a line.

use std::fmt::Debug;
use std::path::Path;
use std::sync::LazyLock;

use chrono::{Days, FixedOffset, NaiveDate};
use kring::content::Content;
use kring::deeds::practice;
use kring::domain::dates::{DateProblem, read_when};
use kring::domain::group::Group;
use kring::domain::notes::{NoteLine, read_line};
use kring::domain::when::{Unsettled, Until, When};
use kring::language::Language;
use kring::store::document::{decode, encode};
use kring::store::journal::{HEADER, Journal};
use kring::words::Words;
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

/// A day in the first two bytes, and a line that is read on it. What was understood, said in the words of
/// either language, is understood as the same again; so is each day that somebody may choose.
pub fn line(bytes: &[u8]) {
    let Some((day, text)) = bytes.split_first_chunk::<2>() else { return };
    let Ok(text) = std::str::from_utf8(text) else { return };
    let first = NaiveDate::from_ymd_opt(2020, 1, 1).expect("a day");
    let today = first + Days::new(u64::from(u16::from_le_bytes(*day)));
    let NoteLine::Agreement(read) = read_line(&format!("! {text}"), &GROUP, today) else { return };
    let mut possible: Vec<When> = read.when.into_iter().collect();
    if let Unsettled::Doubt(doubt) = read.unsettled {
        possible.extend(doubt.readings);
    }
    for when in possible.into_iter().filter(|when| !names_past(when, today)) {
        for language in [Language::Dutch, Language::English] {
            let said = Words(language).long_when(&when);
            let again = read_when(&said, today);
            assert_eq!(again.as_ref(), Ok::<_, &DateProblem>(&when), "{text}: {said}");
        }
    }
}

/// The practice group, whose members can be named.
static GROUP: LazyLock<Group> = LazyLock::new(|| {
    let today = NaiveDate::from_ymd_opt(2026, 2, 12).expect("a day");
    let content = Content::new(Language::Dutch);
    let offset = FixedOffset::east_opt(3600).expect("an hour");
    practice::make(Language::Dutch, &content, today, offset).expect("it is tested").group
});

/// Whether a day of it is past, which the same words do not mean on a day to come.
fn names_past(when: &When, today: NaiveDate) -> bool {
    let days = match when {
        When::Recurs(rhythm) => match rhythm.until {
            Some(Until::Day(day)) => [rhythm.from, Some(day)],
            Some(Until::Next) | None => [rhythm.from, None],
        },
        when => [when.date(), when.last_day()],
    };
    days.into_iter().flatten().any(|day| day < today)
}
