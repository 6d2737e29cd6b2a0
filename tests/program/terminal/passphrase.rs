//! A data folder with a passphrase, with the whole program: nothing of anybody is on the disk, and
//! nothing stays in the terminal.

use std::path::Path;

use chrono::TimeDelta;

use crate::terminal::harness::key;
use crate::terminal::harness::screen::note;
use crate::terminal::harness::terminal::Terminal;
use crate::terminal::harness::world::World;

const PASSPHRASE: &str = "vier gewone woorden";
/// What somebody types there.
const SENTINEL: &str = "Zilvermeeuw boven de oude sluis";
/// What must be found nowhere: it, each of its words, and the people of the group.
const NOWHERE: [&str; 7] =
    ["Zilvermeeuw", "sluis", "Vuurtoren", "vuurtoren", "Karin", "Noor", "haven"];

/// A group like the practice group, in a folder with a passphrase.
fn locked_world() -> World {
    let world = World::new();
    assert_ne!(found(&world.data()), Vec::<String>::new(), "without a passphrase it is all there");
    let groups = world.data().join("groups");
    std::fs::rename(groups.join("vuurtoren"), groups.join("haven")).expect("another slug");
    let file = passphrase_file(&world);
    world.kring(&["encrypt", "--passphrase-file", &file]);
    world
}

fn passphrase_file(world: &World) -> String {
    let path = world.data().with_file_name("passphrase");
    std::fs::write(&path, PASSPHRASE).expect("a file");
    path.display().to_string()
}

/// Where any of it is found below a folder, in names and in bytes.
fn found(folder: &Path) -> Vec<String> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        // A file that is gone by now was on its way to another name, under which it is read.
        let bytes = std::fs::read(&path).unwrap_or_default();
        let text = format!("{} {}", path.display(), String::from_utf8_lossy(&bytes));
        all.extend(
            NOWHERE.iter().filter(|word| text.contains(**word)).map(|it| format!("{it}: {text}")),
        );
        if path.is_dir() {
            all.extend(found(&path));
        }
    }
    all
}

/// The meeting of the group, after the passphrase was typed in the shell.
fn meet(world: &World) -> Terminal {
    let mut terminal = world.open(&["meet", "de vuur"]);
    terminal.wait_for("Wachtwoord of herstelsleutel");
    terminal.keys(&format!("{PASSPHRASE}\r"));
    terminal.wait_for("De Vuurtoren");
    terminal
}

#[test]
fn what_is_typed_in_a_locked_folder_is_found_nowhere() {
    let world = locked_world();
    assert_eq!(found(&world.data()), Vec::<String>::new());
    let mut terminal = meet(&world);
    terminal.wait_for("Enter begint het uur");
    terminal.keys(key::ENTER);
    terminal.wait_for("Typ hier wat de groep wil bewaren");
    terminal.write(SENTINEL);
    assert_eq!(found(&world.data()), Vec::<String>::new(), "while it is open");
    assert_eq!(terminal.children(), "", "no other program hears of it");
    terminal.keys(key::CTRL_S);
    terminal.write(" en de kade");
    terminal.signal("KILL");
    terminal.wait_for_end();
    assert_eq!(found(&world.data()), Vec::<String>::new(), "after it was killed");
    let mut terminal = meet(&world);
    terminal.wait_until("the note", |screen| note(screen).concat().contains("en de kade"));
    terminal.keys(key::CTRL_Q);
    terminal.wait_for_end();
    assert_eq!(found(&world.data()), Vec::<String>::new(), "after it was left");
    let left = terminal.everything_left();
    for word in NOWHERE.into_iter().chain([PASSPHRASE]) {
        assert!(!left.contains(word), "{word} stays behind:\n{left}");
    }
}

#[test]
fn the_app_asks_for_the_passphrase_and_shows_nothing_before() {
    let world = locked_world();
    let mut terminal = world.open(&[]);
    terminal.wait_for("Typ het wachtwoord van deze map");
    terminal.keys("vier verkeerde woorden\r");
    terminal.wait_for("Dit is niet het wachtwoord.");
    assert!(!terminal.text().contains("Vuurtoren"));
    terminal.keys(&format!("{PASSPHRASE}\r"));
    terminal.wait_for("De Vuurtoren");
    terminal.quit();
}

/// Nobody touched it for a while: it locks, loses nothing, and the hour goes on.
#[test]
fn a_screen_that_nobody_touches_asks_for_the_passphrase_and_discards_nothing() {
    let world = locked_world();
    let mut terminal = meet(&world);
    terminal.wait_for("Enter begint het uur");
    terminal.keys(key::ENTER);
    terminal.wait_for("Typ hier wat de groep wil bewaren");
    terminal.write(SENTINEL);
    world.pass(TimeDelta::minutes(16));
    terminal.wait_for("kring · op slot");
    assert!(!terminal.text().contains("sluis"));
    // What is typed now is no text of the group, nor does a key open it.
    terminal.keys("wie is daar\r");
    terminal.wait_for("Dit is niet het wachtwoord.");
    terminal.keys(&format!("{PASSPHRASE}\r"));
    terminal.wait_until("the note", |screen| note(screen).concat().contains("oude sluis"));
    assert!(!terminal.text().contains("wie is daar"));
    terminal.wait_for("nog 44 minuten");
    terminal.write(" en verder");
    terminal.quit();
}

/// Without a passphrase it only hides: any hand may show it again.
#[test]
fn without_a_passphrase_a_screen_that_nobody_touches_only_hides() {
    let world = World::new();
    let mut terminal = world.meet_and_begin();
    terminal.write(SENTINEL);
    world.pass(TimeDelta::minutes(16));
    terminal.wait_for("Het scherm is verborgen");
    assert!(!terminal.text().contains("sluis"));
    terminal.keys(key::ENTER);
    terminal.wait_until("the note", |screen| note(screen).concat().contains("oude sluis"));
    terminal.quit();
}
