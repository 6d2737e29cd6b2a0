//! The version of a file: its field `kring`, which is found in a file of any version.

use std::fmt;

use ron::error::SpannedError;
use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// Reads only the `kring` field, from a struct of any name with any other fields.
struct Version {
    kring: u32,
}

impl<'de> Deserialize<'de> for Version {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(VersionVisitor)
    }
}

struct VersionVisitor;

impl<'de> Visitor<'de> for VersionVisitor {
    type Value = Version;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a file of kring, with its version in `kring`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Version, A::Error> {
        let mut version = None;
        while let Some(field) = fields.next_key::<String>()? {
            if field == "kring" {
                version = Some(fields.next_value()?);
            } else {
                fields.next_value::<IgnoredAny>()?;
            }
        }
        let kring = version.ok_or_else(|| serde::de::Error::missing_field("kring"))?;
        Ok(Version { kring })
    }
}

/// Like [`Version`], but stops reading right after the field.
struct VersionSeed<'a>(&'a mut Option<u32>);

impl<'de> DeserializeSeed<'de> for VersionSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for VersionSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        VersionVisitor.expecting(f)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<(), A::Error> {
        while let Some(field) = fields.next_key::<String>()? {
            if field == "kring" {
                *self.0 = Some(fields.next_value()?);
                break;
            }
            fields.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}

/// The version of a file, also when the rest of it cannot be decoded. `None` without a version.
#[must_use]
pub fn version_of(bytes: &[u8]) -> Option<u32> {
    version_in(without_mark(std::str::from_utf8(bytes).ok()?))
}

/// A text without the byte order mark that some editors put before it.
pub(super) fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// The version of a file. It is the first field, so little more than that is read; only when it is
/// not found the whole text is, to know why.
pub(super) fn read_version(text: &str) -> Result<u32, SpannedError> {
    version_in(text).map_or_else(|| read_whole(text), Ok)
}

/// Reads all of a text as a struct with any fields, and returns its version.
pub(super) fn read_whole(text: &str) -> Result<u32, SpannedError> {
    ron::from_str(text).map(|Version { kring }| kring)
}

fn version_in(text: &str) -> Option<u32> {
    let mut version = None;
    // The result is always an error, because the seed leaves most of the text unread.
    let _ = ron::Options::default().from_str_seed(text, VersionSeed(&mut version));
    version
}
