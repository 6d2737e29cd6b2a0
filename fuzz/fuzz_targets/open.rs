#![no_main]

#[path = "../../tests/app/rig/clock.rs"]
#[allow(dead_code)]
mod clock;
#[path = "../../tests/app/rig/power.rs"]
#[allow(dead_code)]
mod power;
#[path = "../../tests/app/rig/practice.rs"]
mod practice;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use clock::SetClock;
use kring::store::Store;
use kring::store::folder::{DataFolder, PRACTICE};
use kring::language::Language;
use power::{Left, Power};

type Disk = Power<()>;

fn store(disk: Disk) -> Store {
    Store::new(Arc::new(disk), DataFolder::new(PathBuf::from("/kring")), SetClock::new())
}

fn practice_group() -> &'static BTreeMap<PathBuf, Option<Vec<u8>>> {
    static GROUP: OnceLock<BTreeMap<PathBuf, Option<Vec<u8>>>> = OnceLock::new();
    GROUP.get_or_init(|| {
        let disk = Disk::default();
        store(disk.clone()).put(PRACTICE, &practice::dossier(Language::Dutch)).expect("a group");
        disk.now(Left::Everything)
    })
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let mut names = practice_group().clone();
    let journal = DataFolder::new(PathBuf::from("/kring")).group(PRACTICE).journal(1);
    names.insert(journal, Some(kring_fuzz::records(bytes)));
    let opened = store(Disk::with(&names)).open(PRACTICE).expect("a journal keeps nobody out");
    // What was made of it can be saved.
    let mut writer = opened.writer;
    let content = kring::store::saver::DocumentBody::Group(Box::new(opened.dossier.group));
    let order = kring::store::saver::SaveJob {
        content,
        sequence: opened.sequence,
        saved: clock::afternoon(),
    };
    writer.save(order).expect("it can be saved");
});
