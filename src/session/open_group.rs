//! The group that is open.

use std::collections::BTreeMap;

use crate::domain::dossier::Dossier;
use crate::domain::hour::Moment;
use crate::domain::ids::MeetingId;
use crate::domain::meeting::Meeting;
use crate::domain::minutes::Minutes;
use crate::store::lock::Owner;
use crate::store::opened::Permission;
use crate::store::second::{Second, SecondContent};

/// The group that is open.
#[derive(Debug)]
pub struct OpenGroup {
    pub slug: String,
    pub dossier: Dossier,
    /// Minutes of meetings that are not in the dossier, as they were read from their files.
    pub earlier: BTreeMap<MeetingId, Minutes>,
    pub permission: Permission,
    /// The last moment that was written down, in this run or before it.
    pub last_moment: Option<Moment>,
    /// Whether an earlier run ended while something was being erased for good.
    pub erasing: bool,
    pub versions: Versions,
}

impl OpenGroup {
    /// The meeting before another whose minutes can be read.
    #[must_use]
    pub fn meeting_before(&self, id: MeetingId) -> Option<MeetingId> {
        self.dossier.group.last_finished(Some(id)).map(|held| held.id)
    }

    /// Its minutes, when they are loaded or were read.
    #[must_use]
    pub fn minutes_before(&self, id: MeetingId) -> Option<&Minutes> {
        let before = self.meeting_before(id)?;
        let loaded = self.dossier.meeting(before).and_then(|it| it.minutes.as_deref());
        loaded.or_else(|| self.earlier.get(&before))
    }
}

/// Versions of a group's files besides those that are open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Versions {
    /// Files that another program changed while they were open.
    pub changed: Vec<ChangedFile>,
    /// Who took the group over on another computer meanwhile.
    pub other: Option<Owner>,
    /// Second versions that stand beside the files.
    pub seconds: Vec<Second>,
}

/// A file that another program changed while it was open, by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedFile {
    pub name: String,
    /// The name under which what kring has is kept meanwhile.
    pub beside: String,
}

/// A second version that was read, with the meeting it is compared with.
#[derive(Debug)]
pub struct SecondRead {
    pub second: Second,
    pub content: SecondContent,
    pub current: Option<Meeting>,
}
