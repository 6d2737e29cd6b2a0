//! What a person set for all groups.

use serde::{Deserialize, Serialize};

use super::document::VERSION;
use crate::words::Language;

/// `kring.ron`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The version of the file.
    pub kring: u32,
    /// The language of the screen and of what is exported.
    #[serde(default)]
    pub language: Language,
}

impl Default for Settings {
    fn default() -> Self {
        Self { kring: VERSION, language: Language::default() }
    }
}
