//! Confidential texts: what somebody said in an in-depth interview, for the coordinator only.
//!
//! The type implements neither `Display` nor `Debug`, so that no list, message or export prints it
//! by accident. The name of the method that reads it says who may see the result.

use serde::{Deserialize, Serialize};

/// A text for the coordinator, not for the group.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Confidential(String);

impl Confidential {
    /// The text, to be shown to the coordinator only.
    #[must_use]
    pub fn for_coordinator(&self) -> &str {
        &self.0
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// For typing and erasure.
    pub(super) fn text_mut(&mut self) -> &mut String {
        &mut self.0
    }
}
