//! The languages of screens and exports.

use serde::{Deserialize, Serialize};

/// A language; Dutch is the default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Language {
    #[default]
    Dutch,
    English,
}
