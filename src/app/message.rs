//! What can happen to the model, and what the model asks of the world in return.

use std::path::PathBuf;

use crossterm::event::KeyEvent;

use super::model::{GroupLine, OpenGroup, Safety};
use super::versions::{SecondRead, Versions};
use crate::domain::history::Entry;
use crate::domain::hour::Instant;
use crate::domain::ids::MeetingId;
use crate::domain::meeting::Meeting;
use crate::store::second::Second;
use crate::store::sweep::{Erased, Sweep};

/// Something that happened.
#[derive(Debug)]
pub enum Msg {
    /// A key.
    Key(KeyEvent),
    /// A text that was pasted.
    Paste(String),
    /// The window has another size, in cells.
    Resize(u16, u16),
    /// Time went on.
    Tick(Instant),
    /// How far what was typed is safe.
    Safe(Safety),
    /// An effect was done.
    Done(Done),
}

/// The answer to an effect.
#[derive(Debug)]
pub enum Done {
    /// The groups that are there.
    Groups(Vec<GroupLine>),
    /// The group that was open is saved and let go.
    Closed,
    /// A group is open. With `meet`, its meeting opens at once.
    Opened(Box<OpenGroup>, Then),
    /// A meeting of the open group was read.
    Meeting(Box<Meeting>, Then),
    /// A file was written.
    Exported(PathBuf),
    /// A file that was changed outside kring was accepted.
    Accepted,
    /// Something was erased for good.
    Erased(Erased),
    /// The folder has a passphrase that was not given, or not rightly: the sentence says so.
    Locked(Option<String>),
    /// The passphrase was right; a sentence when not everything is sealed yet.
    Unlocked(Option<&'static str>),
    /// After so many minutes the screen hides by itself.
    HidesAfter(u16),
    /// Versions of the group's files besides the open ones, and a sentence when one was moved.
    Versions(Versions, Option<String>),
    /// A second version was read, or not.
    Second(Box<SecondRead>),
    /// The group had to be let go; the sentence says why.
    Left(String),
    /// It could not be done; the sentence says why.
    Failed(String),
}

/// What follows once something is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// Show it.
    Show,
    /// Go into the meeting.
    Meet,
    /// Keep it at hand.
    Keep,
}

/// Something the model asks of the world.
#[derive(Debug, PartialEq, Eq)]
pub enum Effect {
    /// Write an entry in the journal; it is in the dossier already.
    Record(Entry),
    /// Save all that is not saved.
    Save,
    /// List the groups.
    List,
    /// Open a group.
    Open(String, Then),
    /// Make a group with a name, and open it.
    Create(String),
    /// Make the practice group, and open it.
    Example,
    /// Close the open group.
    Close,
    /// Read a meeting of the open group.
    ReadMeeting(MeetingId, Then),
    /// Write a text to a file of the open group.
    Export {
        /// The name of the file.
        name: String,
        /// What it will hold.
        text: String,
    },
    /// Try the passphrase that is typed.
    Unlock,
    /// Keep the open group in a folder that was typed as well.
    KeepIn(String),
    /// Let the screen hide after so many minutes.
    HideAfter(u16),
    /// Accept the files of the open group as they are, after a copy.
    Accept,
    /// Erase something for good: it is gone from the dossier already.
    Erase(Sweep),
    /// Write in the open group although another computer may have it.
    TakeOver,
    /// Of files that were changed meanwhile, keep what kring has; else read what stands there.
    Settle(bool),
    /// Read a second version of a file.
    ReadSecond(Second),
    /// Put a second version in the backups.
    PutAway(Second),
}
