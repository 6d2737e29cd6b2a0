//! Two programs at one group: the first writes, the second reads and says who the first is.

use std::path::{Path, PathBuf};

use kring::store::document::{VERSION, encode};
use kring::store::lock::Owner;
use kring::store::open::Access;

use super::clock::afternoon;
use super::{Home, all_below, overwrite};

#[test]
fn the_second_program_hears_who_has_the_group() {
    let home = Home::new();
    let first = home.open();
    assert!(matches!(first.access, Access::Ours(_)));
    let Access::Theirs(owner) = home.open().access else { panic!("both write") };
    assert_eq!((owner.process, owner.since), (std::process::id(), afternoon()));
    drop(first);
    assert!(matches!(home.open().access, Access::Ours(_)), "the lock goes with its holder");
}

#[test]
fn the_owner_is_told_as_it_stands_in_the_file() {
    let home = Home::new();
    let _first = home.open();
    let lot = Owner {
        kring: VERSION,
        who: "Lot".to_owned(),
        host: "kantoor-3".to_owned(),
        process: 7,
        since: afternoon(),
    };
    overwrite(&home.folder().owner(), &encode(&lot).unwrap());
    let Access::Theirs(owner) = home.open().access else { panic!("both write") };
    assert_eq!(owner, lot);
    overwrite(&home.folder().owner(), b"unreadable");
    assert!(matches!(home.open().access, Access::Theirs(_)), "whoever it is");
}

#[test]
fn the_second_program_writes_nothing() {
    let home = Home::new();
    let _first = home.open();
    let before = all_below(home.folder().path());
    let second = home.open();
    assert!(matches!(second.access, Access::Theirs(_)));
    let looked = home.store.look(super::SLUG).unwrap();
    assert!(matches!(looked.access, Access::Looking));
    assert_eq!(all_below(home.folder().path()), before);
}

/// The first program may be in the middle of a record when the second looks at the journal.
#[test]
fn the_second_program_writes_nothing_when_a_record_is_half_written_either() {
    let home = Home::new();
    let _first = home.open();
    overwrite(&home.folder().journal(1), &[kring::store::journal::HEADER, b"half"].concat());
    let before = paths_below(home.folder().path());
    drop(home.store.look(super::SLUG).unwrap());
    assert_eq!(paths_below(home.folder().path()), before, "after a look");
    drop(home.open());
    assert_eq!(paths_below(home.folder().path()), before, "after opening what another has");
}

fn paths_below(folder: &Path) -> Vec<PathBuf> {
    all_below(folder).into_iter().map(|(path, _)| path).collect()
}
