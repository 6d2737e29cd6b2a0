//! What a session asks of the world, and what the world answers.

use std::path::PathBuf;

use super::open_group::{OpenGroup, SecondRead, Versions};
use crate::domain::history::Entry;
use crate::domain::ids::MeetingId;
use crate::domain::meeting::Meeting;
use crate::store::key::Secret;
use crate::store::purge::{Erased, Purge};
use crate::store::second::Second;
use crate::store::settings::Settings;
use crate::view::summary::{GroupSummary, ListedGroup};
use crate::words::Words;

/// Something that has to be done outside the session.
#[derive(Debug)]
pub enum Effect {
    /// Write an entry in the journal; its changes are made in the dossier already.
    Record(Entry),
    /// Save every document that is not saved.
    Save,
    ListGroups,
    Open(String, Then),
    /// Make a group with this name, and open it.
    Create(String),
    /// Make the practice group if it is not there, and open it.
    OpenPractice,
    /// Save and let go of the open group.
    Close,
    ReadMeeting(MeetingId, Then),
    /// Write a file among the exports of the open group.
    Export {
        name: String,
        bytes: Vec<u8>,
    },
    Unlock(Secret),
    /// Keep the open group in this folder as well, while its own does not answer.
    KeepIn(String),
    ChangeSetting(SettingChange),
    /// Accept the files of the open group as they are, after a copy.
    Accept,
    /// Erase something for good from all files: it is gone from the dossier already.
    Erase(Purge),
    /// Write in the open group although another computer may have it.
    TakeOver,
    /// Decide about files that were changed meanwhile.
    KeepVersion(Keep),
    ReadSecond(Second),
    /// Move a second version into the backups.
    PutAway(Second),
}

/// A setting that is to be changed for good.
#[derive(Clone, Copy, Debug)]
pub struct SettingChange {
    pub set: fn(&mut Settings, u16),
    pub to: u16,
    /// The sentence that says so, once it is done.
    pub said: fn(Words, u16) -> String,
}

/// Which version of a file that was changed meanwhile stays; the other one goes to the backups.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// What kring has.
    Ours,
    /// What stands in the file now.
    Theirs,
}

/// What follows once something is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    Show,
    /// Go into the meeting.
    Meet,
    /// Only keep its minutes, for the meeting that comes after it.
    KeepMinutes,
}

/// The answer to an effect.
#[derive(Debug)]
pub enum EffectResult {
    /// All groups, as far as they are read.
    Groups(Vec<ListedGroup>),
    /// What was read of some of them since, by their place in that list.
    GroupsRead(Vec<(usize, Result<GroupSummary, String>)>),
    /// The group that was open is saved and let go.
    Closed,
    Opened(Box<OpenGroup>, Then),
    /// A meeting of the open group was read.
    Meeting(Box<Meeting>, Then),
    Exported(PathBuf),
    Accepted,
    /// What came of erasing, and the meetings out of which something was taken that are not open.
    Erased(Erased, Vec<MeetingId>),
    /// The folder has a passphrase that was not given, or not rightly: the sentence says so.
    Locked(Option<String>),
    /// The passphrase was right; a sentence when not everything is sealed yet.
    Unlocked(Option<&'static str>),
    /// The settings after one was changed, and the sentence that says so.
    Settings(Box<Settings>, String),
    /// Versions of the group's files besides the open ones, and a sentence when one was moved.
    Versions(Versions, Option<String>),
    Second(Box<SecondRead>),
    /// The group had to be let go; the sentence says why.
    Left(String),
    /// Something to say: that it could not be done and why, or how far it is.
    Said(String),
}
