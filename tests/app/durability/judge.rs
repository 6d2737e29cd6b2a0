//! What is left on a disk, and whether it is what was promised.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use kring::domain::dossier::Dossier;
use kring::domain::ids::MeetingId;
use kring::domain::meeting::Meeting;
use kring::store::Store;
use kring::store::check::check;
use kring::store::document::{Document, Fault};
use kring::store::folder::PRACTICE;
use kring::store::open::read_meeting;
use kring::store::opened::{Access, Opened};

use super::session::{Disk, Promise, files_on, store_on};
use crate::rig::clock::SetClock;

/// What a power cut left: every name, and the bytes of those that are files.
pub(crate) type Names = BTreeMap<PathBuf, Option<Vec<u8>>>;

/// What looks at disks, and has seen most files before.
#[derive(Default)]
pub(crate) struct Judge {
    states: BTreeMap<u64, Dossier>,
    /// The disks that were looked at.
    pub(crate) disks: BTreeSet<u64>,
    files: BTreeSet<u64>,
    meetings: BTreeMap<u64, Meeting>,
}

fn hash_of(thing: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    thing.hash(&mut hasher);
    hasher.finish()
}

impl Judge {
    /// Takes note of the dossier as it was after each entry of a session.
    pub(crate) fn hear(&mut self, states: BTreeMap<u64, Dossier>) {
        self.states = states;
        self.disks.clear();
    }

    /// What is left opens, and is what there was after some entry that is not older than promised.
    pub(crate) fn look(&mut self, left: &Names, promise: &Promise) {
        if !self.disks.insert(hash_of((left, promise.made, promise.sequence))) {
            return;
        }
        let store = store_on(files_on(Disk::with(left)), &SetClock::new());
        if !store.has(PRACTICE) {
            assert!(!promise.made, "the group is gone");
            store.put(PRACTICE, &self.states[&0]).unwrap();
            return;
        }
        let opened = store.open(PRACTICE).unwrap();
        assert_eq!(opened.doubts, []);
        assert!(matches!(opened.access, Access::Ours(_)));
        let (there, promised) = (opened.sequence, promise.sequence);
        assert!(there >= promised, "all up to {promised} was promised, and there is {there}");
        let (dossier, state) = (&opened.dossier, self.states[&there].clone());
        assert_eq!(dossier.group, state.group);
        assert_eq!(dossier.history, state.history);
        assert_eq!(dossier.log, state.log);
        for held in &state.group.meetings {
            assert_eq!(self.meeting(&store, &opened, held.id), state.meetings[&held.id]);
        }
        // What is not there any more is in nobody's way, or goes when the group is saved.
        let held: Vec<MeetingId> = state.group.meetings.iter().map(|held| held.id).collect();
        let mut files = opened.folder.meeting_ids(store.files.as_ref());
        files.retain(|id| !held.contains(id) && !opened.gone.contains(id));
        assert_eq!(files, []);
        self.check(&store, left);
    }

    fn meeting(&mut self, store: &Store, opened: &Opened, id: MeetingId) -> Meeting {
        if let Some(loaded) = opened.dossier.meeting(id) {
            return loaded.clone();
        }
        let files = store.files.as_ref();
        let bytes = files.read(&opened.folder.document(Document::Meeting(id))).unwrap();
        let read = || read_meeting(files, &opened.folder, id).unwrap().meeting;
        self.meetings.entry(hash_of((id, bytes))).or_insert_with(read).clone()
    }

    /// Every file is whole; what was being written in a journal may be torn.
    fn check(&mut self, store: &Store, left: &Names) {
        for file in left.iter().filter(|(_, bytes)| bytes.is_some()) {
            if self.files.insert(hash_of(file)) && is_checked(file.0) {
                let mut broken = check(store.files.as_ref(), file.0).broken;
                broken.retain(|broken| broken.fault != Fault::Record);
                assert_eq!(broken, []);
            }
        }
    }
}

/// Files with a dot in front are of a save that did not come to an end.
fn is_checked(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    !name.starts_with('.') && name != "lock" && name != "erasing"
}
