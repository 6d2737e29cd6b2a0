//! What a person set for all groups.

use serde::{Deserialize, Serialize};

use super::document::VERSION;
use crate::domain::arrangements::RoleWords;
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
    /// Who works with kring, for the log; empty for the user of the computer.
    #[serde(default)]
    pub name: String,
    /// What the two roles with more than one name are called; a group may say otherwise.
    #[serde(default)]
    pub role_words: RoleWords,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            kring: VERSION,
            language: Language::default(),
            name: String::new(),
            role_words: RoleWords::default(),
        }
    }
}
