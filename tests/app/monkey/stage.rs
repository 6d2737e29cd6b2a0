//! Data folders for the monkey: with the practice group in each language, and with groups that
//! somebody else has, that were changed outside kring, or that do not open.

use std::sync::Arc;

use kring::clock::Clock;
use kring::content::Content;
use kring::domain::hour::Moment;
use kring::language::Language;
use kring::store::document::encode;
use kring::store::folder::PRACTICE;
use kring::store::lock::Owner;
use kring::store::migration::VERSION;

use crate::rig::memory::{Memory, StillClock, in_group, store};
use crate::rig::practice;

/// The slug of a group in which nothing was done yet.
const FRESH: &str = "linde";
/// The slug of a group that another program has.
const TAKEN: &str = "taken";
/// The slug of a group that another computer had when it was seen last.
const PERHAPS: &str = "perhaps";
/// The slug of a group whose file was changed outside kring.
const CHANGED: &str = "changed";
/// The slug of a group that a newer kring wrote.
const NEWER: &str = "newer";
/// The slug of a group that does not open.
const BROKEN: &str = "zonder-einde";

/// A folder as it is before the monkey comes.
pub(crate) struct Stage {
    /// Its number, so that each monkey does something else.
    pub(crate) nr: u8,
    pub(crate) language: Language,
    pub(crate) content: Arc<Content>,
    memory: Memory,
}

impl Stage {
    /// One folder for each language.
    pub(crate) fn all() -> [Self; 2] {
        [(0, Language::Dutch), (1, Language::English)].map(|(nr, language)| Self::new(nr, language))
    }

    fn new(nr: u8, language: Language) -> Self {
        let content = practice::content(language);
        let memory = Memory::default();
        let clock = Arc::new(StillClock::new());
        let today = clock.now().date_naive();
        let store = store(&memory, &clock);
        let mut dossier = practice::at(language, clock.now());
        // All minutes are agreed, so that opening one again asks for a reason.
        for approval in dossier.group.meetings.iter_mut().filter_map(|held| held.approval.as_mut())
        {
            approval.set.get_or_insert(today);
        }
        store.put(PRACTICE, &dossier).unwrap();
        for slug in [FRESH, TAKEN, PERHAPS, CHANGED, NEWER] {
            assert_eq!(store.create(slug, today).unwrap(), slug);
        }
        memory.rewrite(&in_group(CHANGED, "group.ron"), CHANGED, "changes");
        memory.rewrite(&in_group(NEWER, "group.ron"), "kring: 2", "kring: 3");
        memory.put(in_group(PERHAPS, "owner.ron"), encode(&lot(clock.now())).unwrap());
        memory.put(in_group(BROKEN, "group.ron"), b"GroupFile(kring: 2, sequence: ".to_vec());
        Self { nr, language, content, memory }
    }

    /// A copy of the folder, with a program in one of its groups.
    pub(crate) fn memory(&self) -> Memory {
        let memory = self.memory.copy();
        occupy(&memory);
        memory
    }
}

/// Lets another program have a group.
pub(crate) fn occupy(memory: &Memory) {
    memory.hold(in_group(TAKEN, "lock"));
}

/// Somebody at another computer.
fn lot(since: Moment) -> Owner {
    let (who, host, boot) = ("Lot".to_owned(), "kantoor-3".to_owned(), String::new());
    Owner { kring: VERSION, who, host, boot, process: 7, since, seen: None }
}
