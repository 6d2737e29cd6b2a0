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
    /// After how many minutes without a key the screen hides by itself; 0 is never.
    #[serde(default = "hide_after")]
    pub hide_after: u16,
}

/// Long enough to talk, and too short for a lunch.
fn hide_after() -> u16 {
    15
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            kring: VERSION,
            language: Language::default(),
            name: String::new(),
            role_words: RoleWords::default(),
            hide_after: hide_after(),
        }
    }
}
