//! The settings that apply to all groups.

use serde::{Deserialize, Serialize};

use super::migration::VERSION;
use crate::domain::arrangements::RoleWords;
use crate::language::Language;

/// `kring.ron`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Version of the file format.
    pub kring: u32,
    /// Language of the screen and of exports.
    #[serde(default)]
    pub language: Language,
    /// Name of the user, for the log; empty means the account name.
    #[serde(default)]
    pub name: String,
    /// The words for the two roles that have more than one name; a group may override them.
    #[serde(default)]
    pub role_words: RoleWords,
    /// Minutes without a key press after which the screen is hidden; 0 means never.
    #[serde(default = "hide_after")]
    pub hide_after: u16,
}

/// The default: long enough not to interrupt a conversation, shorter than a lunch break.
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
