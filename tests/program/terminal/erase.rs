//! "Please don't write that": a text is erased for good, and found in no byte of the data folder.

use std::path::Path;

use kring::store::journal::Journal;

use crate::terminal::harness::key;
use crate::terminal::harness::screen::at_hand;
use crate::terminal::harness::terminal::Terminal;
use crate::terminal::harness::world::World;
use crate::terminal::structures::finish;

const CTRL_E: &str = "\x05";
/// What somebody wants gone.
const PASSAGE: &str = "Noor vertelt over zo'n nacht op de brug";

#[test]
fn what_is_erased_for_good_is_in_no_byte_of_the_folder() {
    let world = World::new();
    write_it_down(&world);
    write_it_in_the_dossier(&world);
    assert!(holders(&world.data(), PASSAGE).len() >= 3, "{:?}", holders(&world.data(), PASSAGE));
    erase(&world);
    assert_eq!(holders(&world.data(), PASSAGE), Vec::<String>::new());
    assert!(!world.minutes("txt").contains(PASSAGE));
    assert!(!world.kring(&["show", "vuurtoren"]).contains(PASSAGE));
    assert!(world.run(&["check"]).status.success());
    // The group opens as it was, without the passage, and is written in as before.
    let mut terminal = open_group(&world);
    terminal.keys("9");
    terminal.wait_for("De Vuurtoren · Hersteldoelen");
    assert!(!terminal.text().contains("brug"));
    terminal.keys("k");
    terminal.nobody_looks_along();
    terminal.wait_for("wiste iets voorgoed");
    terminal.quit();
    assert!(world.run(&["check"]).status.success());
}

#[test]
fn erasing_that_was_interrupted_is_told_and_cleaned_up() {
    let world = World::new();
    write_it_in_the_dossier(&world);
    let mut terminal = open_group(&world);
    for (list, title) in [("9", "De Vuurtoren · Hersteldoelen"), ("i", "Verdiepingsgesprekken")] {
        terminal.keys(list);
        if list == "i" {
            terminal.nobody_looks_along();
        }
        terminal.wait_for(title);
        terminal.keys(&key::CTRL_Z.repeat(16));
    }
    terminal.quit();
    assert_ne!(holders(&world.data(), PASSAGE), Vec::<String>::new());
    // As a program leaves it that is killed after it wrote the dossier and before the rest.
    let marker = world.data().join("groups/vuurtoren/erasing");
    std::fs::write(&marker, b"").expect("a marker");
    let terminal = open_group(&world);
    terminal.wait_for("Het wissen van de vorige keer is niet afgemaakt");
    terminal.quit();
    assert_eq!(holders(&world.data(), PASSAGE), Vec::<String>::new());
    assert!(!marker.exists());
    assert!(world.run(&["check"]).status.success());
}

/// In a meeting: in a note and as a decision, minuted, and saved as a file.
fn write_it_down(world: &World) {
    let mut terminal = world.meet_and_begin();
    terminal.write(&format!("Iedereen is er.\n{PASSAGE}\n= {PASSAGE}"));
    terminal.keys(&key::PAGE_DOWN.repeat(8));
    terminal.wait_for("Samen afronden");
    finish(&mut terminal);
    terminal.go_down_to("Verslag als bestand bewaren");
    terminal.keys(key::ENTER);
    terminal.wait_for("Bewaard: verslag");
    terminal.quit();
}

/// Between meetings, in another run, so that there are generations: a goal and an interview.
fn write_it_in_the_dossier(world: &World) {
    for _ in 0..2 {
        let mut terminal = open_group(world);
        terminal.keys("9");
        terminal.wait_for("De Vuurtoren · Hersteldoelen");
        terminal.step_to("Kort 2", key::DOWN);
        terminal.keys(key::ENTER);
        terminal.wait_for("Esc lijst");
        terminal.keys(&key::BACKSPACE.repeat(60));
        terminal.keys(PASSAGE);
        terminal.wait_until("the goal", |screen| at_hand(screen).1.contains("op de brug"));
        terminal.quit();
    }
    let mut terminal = open_group(world);
    terminal.keys("i");
    terminal.nobody_looks_along();
    terminal.wait_for("De Vuurtoren · Verdiepingsgesprekken");
    terminal.keys(key::ENTER);
    terminal.wait_for("Esc lijst");
    for pressed in [key::TAB; 5].into_iter().chain([key::ENTER, key::TAB]) {
        let at = terminal.at_hand();
        terminal.keys(pressed);
        terminal.wait_until("another row", |screen| at_hand(screen) != at);
    }
    terminal.keys(PASSAGE);
    terminal.wait_until("the answer", |screen| at_hand(screen).1.contains("op de brug"));
    terminal.quit();
}

fn erase(world: &World) {
    let mut terminal = open_group(world);
    terminal.keys("9");
    terminal.wait_for("De Vuurtoren · Hersteldoelen");
    terminal.step_to("Kort 2", key::DOWN);
    terminal.keys(key::ENTER);
    terminal.wait_for("Esc lijst");
    terminal.keys(CTRL_E);
    terminal.wait_for("Nee, laten staan");
    // The safe answer is at hand: Enter leaves everything as it is.
    terminal.keys(key::ENTER);
    terminal.wait_for("Esc lijst");
    assert!(terminal.text().contains("op de brug"));
    terminal.keys(CTRL_E);
    terminal.wait_for("Nee, laten staan");
    terminal.keys(key::DOWN);
    terminal.keys(key::ENTER);
    terminal.wait_for("Voorgoed gewist.");
    terminal.wait_without("op de brug");
    terminal.quit();
}

fn open_group(world: &World) -> Terminal {
    let mut terminal = world.open(&[]);
    terminal.wait_for("De Vuurtoren");
    terminal.keys(key::ENTER);
    terminal.wait_for("Het dossier");
    terminal
}

/// The files below a folder that hold the passage: as bytes, broken over lines, or typed letter by
/// letter in a journal.
pub(crate) fn holders(folder: &Path, passage: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(holders(&path, passage));
            continue;
        }
        let bytes = std::fs::read(&path).expect("a file");
        let text = String::from_utf8_lossy(&bytes).split_whitespace().collect::<Vec<_>>().join(" ");
        let typed: String = Journal::read(&bytes)
            .records
            .iter()
            .flat_map(|record| &record.entry.changes)
            .filter_map(|change| Some(change.splice()?.inserted.clone()))
            .collect();
        let quoted: String = passage.chars().flat_map(char::escape_debug).collect();
        if text.contains(passage) || text.contains(&quoted) || typed.contains(passage) {
            found.push(path.display().to_string());
        }
    }
    found
}
