//! Confidences: what somebody said in an in-depth interview, for the coordinator alone.
//!
//! The type has no `Display` and no `Debug`, so that no list, message or export can say it by
//! accident. Who reads it says so by the name of the method.

use serde::{Deserialize, Serialize};

/// A text that is not for the group.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Confidential(String);

impl Confidential {
    /// The text, for the screen of the coordinator and nothing else.
    #[must_use]
    pub fn for_coordinator(&self) -> &str {
        &self.0
    }

    /// Whether nothing was said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text, to type in or to erase.
    pub(super) fn text_mut(&mut self) -> &mut String {
        &mut self.0
    }
}
