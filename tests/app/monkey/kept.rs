//! What is on the disk is what was on the screen.

use std::sync::Arc;

use kring::domain::meeting::Meeting;
use kring::session::open_group::OpenGroup;
use kring::store::Store;
use kring::store::open::read_meeting;
use kring::store::opened::{Opened, Permission};

use crate::rig::memory::{Memory, StillClock, store};

/// A group that is opened from the disk is the one that was open.
pub(crate) fn assert_on_disk(open: &OpenGroup, memory: &Memory, clock: &Arc<StillClock>) {
    let store = store(memory, clock);
    let opened = store.open(&open.slug).expect("the group opens");
    let (there, here) = (&opened.dossier, &open.dossier);
    assert_eq!(there.group, here.group, "the group");
    assert_eq!(there.log, here.log, "the log");
    assert_eq!(there.history, here.history, "what can be undone");
    for meeting in here.meetings.values() {
        let mut there = on_disk(&store, &opened, meeting);
        if open.permission != Permission::Write {
            // Who can only read goes through a meeting without its being written down.
            there.place = meeting.place;
        }
        assert_eq!(&there, meeting, "a meeting that was loaded");
    }
    // Of several meetings that are not finished one is loaded; once it is, the disk opens another.
    for id in there.meetings.keys().filter(|id| here.meeting(**id).is_none()) {
        assert!(here.group.meetings.iter().any(|held| held.id == *id), "{id} was let go");
    }
}

fn on_disk(store: &Store, opened: &Opened, meeting: &Meeting) -> Meeting {
    if let Some(there) = opened.dossier.meeting(meeting.id) {
        return there.clone();
    }
    read_meeting(store.files.as_ref(), &opened.folder, meeting.id).expect("it reads").meeting
}
