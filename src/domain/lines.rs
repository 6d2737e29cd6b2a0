//! Serializes a long text as a list of its lines, so that a person can read and repair the file.

use serde::{Deserialize, Deserializer, Serializer};

/// # Errors
/// Those of the serializer.
pub(crate) fn serialize<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(text.split('\n'))
}

/// # Errors
/// Those of the deserializer.
pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    Vec::<String>::deserialize(deserializer).map(|lines| lines.join("\n"))
}
