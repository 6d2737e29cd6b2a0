//! Who has a group: one program writes, the others read and say who it is.

use chrono::DateTime;
use serde::{Deserialize, Serialize};

use super::document::{VERSION, decode, encode};
use super::files::{Files, Held};
use super::folder::GroupFolder;
use super::save::replace;
use crate::domain::hour::Moment;

/// Who holds a group, for the second program to say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Owner {
    /// The version of the file.
    pub kring: u32,
    /// The user.
    pub who: String,
    /// The computer.
    pub host: String,
    /// The number of the program on that computer.
    pub process: u32,
    /// Since when.
    pub since: Moment,
}

impl Owner {
    /// This program.
    #[must_use]
    pub fn this_program(since: Moment) -> Self {
        Self {
            kring: VERSION,
            who: whoami::username().unwrap_or_default(),
            host: whoami::hostname().unwrap_or_default(),
            process: std::process::id(),
            since,
        }
    }

    /// The user and the computer, as far as they are known.
    #[must_use]
    pub fn name(&self) -> String {
        match (self.who.as_str(), self.host.as_str()) {
            (who, "") => who.to_owned(),
            ("", host) => host.to_owned(),
            (who, host) => format!("{who} ({host})"),
        }
    }

    /// Whether anything is known of who holds the group.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.process != 0
    }

    /// Somebody of whom nothing is known.
    #[must_use]
    fn unknown() -> Self {
        let since = DateTime::UNIX_EPOCH.fixed_offset();
        Self { kring: VERSION, who: String::new(), host: String::new(), process: 0, since }
    }
}

/// The answer to taking a group.
#[derive(Debug)]
pub enum Taken {
    /// It is ours until the value is dropped.
    Ours(Box<dyn Held>),
    /// Another program has it.
    Theirs(Owner),
    /// The folder does not allow a lock, a read-only share for one.
    Refused,
}

/// Takes a group for writing.
#[must_use]
pub fn take(files: &dyn Files, folder: &GroupFolder, since: Moment) -> Taken {
    match files.lock(&folder.lock()) {
        Ok(Some(held)) => {
            let owner = encode(&Owner::this_program(since)).unwrap_or_default();
            // Only the other program's sentence suffers when this cannot be written.
            let _ = replace(files, &folder.owner(), &owner);
            Taken::Ours(held)
        }
        Ok(None) => {
            let owner = files.read(&folder.owner()).ok();
            let owner = owner.and_then(|bytes| decode(&folder.owner(), &bytes).ok());
            Taken::Theirs(owner.map_or_else(Owner::unknown, |read| read.value))
        }
        Err(_) => Taken::Refused,
    }
}
