//! The RON files: encoding and decoding, with the version first and a checksum on the last line.

use std::cmp::Ordering;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::conflict::Original;
use super::migration::{Migrations, VERSION};
use super::version::{read_version, read_whole, without_mark};
use crate::domain::group::Group;
use crate::domain::history::History;
use crate::domain::hour::Moment;
use crate::domain::ids::MeetingId;
use crate::domain::log::Log;
use crate::domain::meeting::Meeting;
use crate::ron_text::{self, UnknownFields};

/// Precedes the checksum on the last line; a comment to RON.
const CHECKSUM_MARK: &str = "// kring ";

/// One of the files of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Document {
    Group,
    Meeting(MeetingId),
    /// The undo history.
    Undo,
    /// Who changed what, and when.
    Log,
}

/// `group.ron`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupFile {
    /// Version of the file format.
    pub kring: u32,
    /// The last sequence number of the journal that the file includes.
    pub sequence: u64,
    pub saved: Moment,
    pub group: Group,
}

/// `meetings/<date>.ron`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeetingFile {
    /// Version of the file format.
    pub kring: u32,
    /// The last sequence number of the journal that the file includes.
    pub sequence: u64,
    pub saved: Moment,
    pub meeting: Meeting,
}

/// `undo`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UndoFile {
    /// Version of the file format.
    pub kring: u32,
    /// The last sequence number of the journal that the file includes.
    pub sequence: u64,
    pub saved: Moment,
    pub history: History,
}

/// `log.ron`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogFile {
    /// Version of the file format.
    pub kring: u32,
    /// The last sequence number of the journal that the file includes.
    pub sequence: u64,
    pub saved: Moment,
    pub log: Log,
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Reading failed, also when there is no file; the error message of the system.
    Unreadable(String),
    /// Not UTF-8.
    NotText,
    /// The last line is not a checksum.
    NoChecksum,
    /// Changed outside kring, or damaged.
    WrongChecksum,
    /// Of this version, which is newer than [`VERSION`].
    Newer(u32),
    /// Of this version, for which there is no migration.
    Older(u32),
    /// Not valid RON, or not of the expected type.
    Syntax(Box<ron::Error>),
    /// A journal has a damaged, torn or missing record.
    Record,
    /// A fallback journal does not continue what is in the data folder.
    Elsewhere,
    /// A valid file, but a second version of another one.
    Second(Original),
}

/// A fault in a file, with its position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrokenFile {
    pub path: PathBuf,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    pub fault: Fault,
}

impl BrokenFile {
    /// A fault of the file as a whole.
    #[must_use]
    pub fn whole(path: &Path, fault: Fault) -> Self {
        Self { path: path.to_owned(), line: 1, column: 1, fault }
    }
}

/// A decoded file.
#[derive(Clone, Debug)]
pub struct Read<T> {
    pub value: T,
    /// A missing or wrong checksum.
    pub doubt: Option<BrokenFile>,
    /// The version on disk, before migration.
    pub version: u32,
}

/// Encodes a value as the content of a file, with its checksum.
///
/// # Errors
/// The value cannot be encoded, or the text does not decode to an equal value.
pub fn encode<T>(value: &T) -> Result<Vec<u8>, ron::Error>
where
    T: Serialize + DeserializeOwned + PartialEq,
{
    let mut text = ron_text::pretty(value)?;
    text.push('\n');
    let back: T = ron_text::read(&text, UnknownFields::Refused).map_err(|spanned| spanned.code)?;
    if back != *value {
        return Err(ron::Error::Message("the text does not read back as it was".to_owned()));
    }
    Ok(with_checksum(text))
}

/// Appends the checksum line to a text.
#[must_use]
pub fn with_checksum(text: String) -> Vec<u8> {
    let checksum = crc32fast::hash(text.as_bytes());
    let mut bytes = text.into_bytes();
    bytes.extend_from_slice(format!("{CHECKSUM_MARK}{checksum:08x}\n").as_bytes());
    bytes
}

/// Replaces the checksum line of a text with a correct one, or appends it when there is none.
#[must_use]
pub fn with_new_checksum(text: &str) -> Vec<u8> {
    let written = text.trim_end();
    let last = written.rfind('\n').map_or(0, |end| end + 1);
    let (before, line) = written.split_at(last);
    let digits = line.strip_prefix(CHECKSUM_MARK).unwrap_or_default();
    if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return with_checksum(before.to_owned());
    }
    let end = if text.ends_with('\n') { "" } else { "\n" };
    with_checksum(format!("{text}{end}"))
}

/// Decodes the content of a file. A wrong checksum is no error; see [`Read::doubt`].
///
/// # Errors
/// The first fault and its position.
pub fn decode<T: DeserializeOwned>(path: &Path, bytes: &[u8]) -> Result<Read<T>, BrokenFile> {
    decode_with(path, bytes, Migrations::of_kring())
}

/// Like [`decode`], with other migrations for files of older versions.
///
/// # Errors
/// Those of [`decode`].
pub fn decode_with<T: DeserializeOwned>(
    path: &Path,
    bytes: &[u8],
    migrations: Migrations,
) -> Result<Read<T>, BrokenFile> {
    let text = as_text(path, bytes)?;
    let version = read_version(text).map_err(|spanned| syntax(path, text, spanned))?;
    let whole = |fault| BrokenFile::whole(path, fault);
    let value = match version.cmp(&VERSION) {
        Ordering::Greater => return Err(whole(Fault::Newer(version))),
        Ordering::Equal => ron_text::read(text, UnknownFields::Refused).map_err(|spanned| {
            // That the text itself is broken, or ends too soon, says more than what was expected
            // at that place.
            syntax(path, text, read_whole(text).err().unwrap_or(spanned))
        })?,
        Ordering::Less => {
            let converted = migrations.file(version, text).ok_or(whole(Fault::Older(version)))?;
            ron_text::read(&converted, UnknownFields::Refused).map_err(|at| {
                // Where more than the number changed, a position means nothing in the file.
                let same_places = converted.len() == text.len();
                if same_places {
                    syntax(path, text, at)
                } else {
                    whole(Fault::Syntax(at.code.into()))
                }
            })?
        }
    };
    Ok(read_as(path, bytes, value, version))
}

/// Decodes a file, also of a newer version if skipping unknown fields is enough.
///
/// # Errors
/// Those of [`decode_with`]. For a newer file that cannot be decoded that is always
/// [`Fault::Newer`].
pub fn decode_newer<T: DeserializeOwned>(
    path: &Path,
    bytes: &[u8],
    migrations: Migrations,
) -> Result<Read<T>, BrokenFile> {
    match decode_with(path, bytes, migrations) {
        Err(broken) if let Fault::Newer(version) = broken.fault => {
            let text = as_text(path, bytes)?;
            let value = ron_text::read(text, UnknownFields::Skipped).map_err(|_| broken)?;
            Ok(read_as(path, bytes, value, version))
        }
        read => read,
    }
}

/// Combines a decoded value with the doubt about its checksum.
fn read_as<T>(path: &Path, bytes: &[u8], value: T, version: u32) -> Read<T> {
    Read { value, doubt: doubt(path, bytes).err(), version }
}

/// The text of a file without its byte order mark.
fn as_text<'a>(path: &Path, bytes: &'a [u8]) -> Result<&'a str, BrokenFile> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let (line, column) = position_after(&String::from_utf8_lossy(good));
        BrokenFile { path: path.to_owned(), line, column, fault: Fault::NotText }
    })?;
    Ok(without_mark(text))
}

fn syntax(path: &Path, text: &str, spanned: ron::error::SpannedError) -> BrokenFile {
    let (line, column) = skip_whitespace(text, spanned.span.start.line, spanned.span.start.col);
    BrokenFile { path: path.to_owned(), line, column, fault: Fault::Syntax(Box::new(spanned.code)) }
}

/// The first position from `line` and `column` that is not white space. The parser reports a fault
/// before the white space that precedes it.
fn skip_whitespace(text: &str, line: usize, column: usize) -> (usize, usize) {
    let mut lines = (1..).zip(text.lines()).skip(line.saturating_sub(1));
    let on_line = lines.next().map(|(nr, line)| (nr, column.saturating_sub(1), line));
    let later = lines.map(|(nr, line)| (nr, 0, line));
    on_line
        .into_iter()
        .chain(later)
        .find_map(|(nr, from, line)| {
            let mut letters = line.chars().enumerate().skip(from);
            letters.find(|(_, c)| !c.is_whitespace()).map(|(at, _)| (nr, at + 1))
        })
        .unwrap_or((line, column))
}

/// Checks that the last line is the checksum of every byte before it.
///
/// # Errors
/// The checksum is missing or wrong; the position is that of the last line.
pub fn doubt(path: &Path, bytes: &[u8]) -> Result<(), BrokenFile> {
    let body_end = bytes
        .strip_suffix(b"\n")
        .map_or(0, |body| body.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1));
    let (body, last) = bytes.split_at(body_end);
    let fault = |fault| {
        let (line, _) = position_after(&String::from_utf8_lossy(body));
        BrokenFile { path: path.to_owned(), line, column: 1, fault }
    };
    let digits = std::str::from_utf8(last)
        .ok()
        .and_then(|last| last.strip_prefix(CHECKSUM_MARK))
        .and_then(|last| last.strip_suffix('\n'))
        .filter(|digits| digits.len() >= 8 && digits.bytes().all(is_lower_hex));
    let Some(digits) = digits else { return Err(fault(Fault::NoChecksum)) };
    if u64::from_str_radix(digits, 16) == Ok(u64::from(crc32fast::hash(body))) {
        Ok(())
    } else {
        Err(fault(Fault::WrongChecksum))
    }
}

fn is_lower_hex(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'a'..=b'f')
}

/// The line and column right after a text, both from 1.
fn position_after(text: &str) -> (usize, usize) {
    let line = text.matches('\n').count() + 1;
    let column = text.rsplit('\n').next().unwrap_or("").chars().count() + 1;
    (line, column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Small {
        kring: u32,
        words: String,
    }

    fn small() -> Small {
        Small { kring: VERSION, words: "één \"keer\"\\ \u{301}".to_owned() }
    }

    fn broken(bytes: &[u8]) -> BrokenFile {
        decode::<Small>(Path::new("small.ron"), bytes).unwrap_err()
    }

    #[test]
    fn what_is_written_reads_back_without_doubt() {
        let bytes = encode(&small()).unwrap();
        let read = decode::<Small>(Path::new("small.ron"), &bytes).unwrap();
        assert_eq!(read.value, small());
        assert_eq!(read.doubt, None);
    }

    #[test]
    fn every_changed_byte_is_noticed() {
        let bytes = encode(&small()).unwrap();
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            let read = decode::<Small>(Path::new("small.ron"), &changed);
            assert!(read.is_err() || read.is_ok_and(|read| read.doubt.is_some()), "byte {at}");
        }
        for cut in 0..bytes.len() {
            assert!(doubt(Path::new("small.ron"), &bytes[..cut]).is_err(), "cut at {cut}");
        }
    }

    #[test]
    fn a_fault_says_where_it_is() {
        let fault = broken(b"Small(\n  kring: 2,\n  words: 7,\n)\n");
        assert_eq!((fault.line, fault.column), (3, 10));
        assert!(matches!(fault.fault, Fault::Syntax(_)));
        let fault = broken(b"Small(\n  kring: 2,\n  words: \"\xff\",\n)\n");
        assert_eq!((fault.line, fault.column, fault.fault), (3, 11, Fault::NotText));
    }

    #[test]
    fn a_newer_file_is_told_from_a_broken_one() {
        let newer = b"Small(\n  kring: 99,\n  colours: [],\n)\n";
        assert_eq!(broken(newer).fault, Fault::Newer(99));
    }

    #[test]
    fn a_newer_file_is_read_when_only_its_fields_are_new() {
        let read = |text: &str| {
            decode_newer::<Small>(Path::new("small.ron"), text.as_bytes(), Migrations::default())
        };
        let newer = read("Small(\n  kring: 99,\n  colours: [],\n  words: \"ja\",\n)\n").unwrap();
        assert_eq!((newer.value.words.as_str(), newer.version), ("ja", 99));
        for text in ["Small(kring: 99, words: 7)", "Small(kring: 99)", "Small(kring: 99, words"] {
            assert_eq!(read(text).unwrap_err().fault, Fault::Newer(99), "{text}");
        }
        let ours = read("Small(kring: 2, colours: [], words: \"ja\")").unwrap_err();
        assert!(matches!(ours.fault, Fault::Syntax(_)));
    }

    #[test]
    fn the_version_is_found_wherever_it_stands() {
        for text in ["Small(words: \"kring: 3\", kring: 2)", "(kring:2,words:\"kring: 3\")"] {
            let read = decode::<Small>(Path::new("small.ron"), text.as_bytes()).unwrap();
            assert_eq!(read.version, VERSION, "{text}");
        }
        let without = broken(b"Small(\n  words: \"ja\",\n)\n").fault;
        assert!(matches!(without, Fault::Syntax(it) if it.to_string().contains("kring")));
    }

    #[test]
    fn a_byte_order_mark_does_no_harm() {
        let mut bytes = "\u{feff}".as_bytes().to_vec();
        bytes.extend(encode(&small()).unwrap());
        let read = decode::<Small>(Path::new("small.ron"), &bytes).unwrap();
        assert_eq!(read.value, small());
        assert!(read.doubt.is_some(), "the mark was not there when the checksum was made");
    }
}
