//! A group in which a newer kring wrote, on the screen.

use crate::terminal::harness::key;
use crate::terminal::harness::world::World;

/// What a newer kring wrote is shown, and nothing at all is written beside it.
#[test]
fn a_group_of_a_newer_kring_is_read_only() {
    let world = World::new();
    let folder = world.data().join("groups/vuurtoren");
    let path = folder.join("group.ron");
    let text = std::fs::read_to_string(&path).expect("a group");
    std::fs::write(&path, text.replacen("kring: 2,", "kring: 3, more: [],", 1)).expect("a file");
    let names = || {
        let found = std::fs::read_dir(&folder).expect("a folder");
        let mut names: Vec<_> = found.map(|one| one.expect("a name").file_name()).collect();
        names.sort();
        names
    };
    let before = names();
    let mut terminal = world.open(&[]);
    terminal.wait_for("De Vuurtoren");
    terminal.keys(key::ENTER);
    terminal.wait_for("Een nieuwere versie van kring schreef in deze groep (versie 3");
    terminal.wait_for("Werk kring bij om te");
    terminal.quit();
    assert_eq!(names(), before);
}
