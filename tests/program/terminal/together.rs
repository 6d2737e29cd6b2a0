//! Two real programs at one group: one writes, the other reads and says who; and what the other
//! does when the first ends, is killed, or is at another computer.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::terminal::harness::terminal::Terminal;
use crate::terminal::harness::world::World;
use crate::terminal::harness::{DEADLINE, key};

fn owner(world: &World) -> PathBuf {
    world.data().join("groups/vuurtoren/owner.ron")
}

/// What a program says of itself in the group's folder, once it does. It does so after the group is
/// on the screen.
fn who_has_it(world: &World) -> String {
    let late = Instant::now() + DEADLINE;
    loop {
        match std::fs::read_to_string(owner(world)) {
            Ok(text) => return text,
            Err(_) if Instant::now() < late => std::thread::sleep(Duration::from_millis(5)),
            Err(error) => panic!("nobody says that they have it: {error}"),
        }
    }
}

/// The group on the screen, from the list of all groups.
fn open_group(world: &World) -> Terminal {
    let mut terminal = world.open(&[]);
    terminal.wait_for("De Vuurtoren");
    terminal.keys(key::ENTER);
    terminal.wait_for("Het dossier");
    terminal
}

/// Goes back to all groups and opens the first again.
fn reopen(terminal: &mut Terminal) {
    terminal.escape_to("Wie kijkt er mee?");
    terminal.nobody_looks_along();
    terminal.wait_for("Groepen");
    terminal.keys(key::ENTER);
    terminal.wait_for("Het dossier");
}

/// Goes on with the meeting that is under way, which can be read alone.
fn read_the_meeting(terminal: &mut Terminal) {
    terminal.go_down_to("Verder met de vervolgbijeenkomst");
    terminal.keys(key::ENTER);
    terminal.wait_for("1 Hoe gaat het");
}

#[test]
fn the_second_program_reads_and_names_the_first_until_that_one_ends() {
    let world = World::new();
    let mut first = world.meet_and_begin();
    first.write("Sanne zoekt de boottijden");
    let mut second = open_group(&world);
    second.wait_for("alleen lezen");
    second.wait_for("Alleen lezen: open bij");
    second.wait_for("sinds 14.00 uur");
    let text = who_has_it(&world);
    let host = text.split("host: \"").nth(1).and_then(|rest| rest.split('"').next());
    second.wait_for(host.expect("a computer"));
    // It shows what the first typed, and takes nothing that is typed here.
    read_the_meeting(&mut second);
    second.wait_for("Sanne zoekt de boottijden");
    second.keys("xylofoon");
    second.wait_for("Alleen lezen");
    assert!(!second.text().contains("xylofoon"), "{}", second.text());
    // What the first types now is there when the group is opened again.
    first.write(" en de trein");
    second.quit();
    let mut second = open_group(&world);
    read_the_meeting(&mut second);
    second.wait_for("boottijden en de trein");
    second.quit();
    first.quit();
    assert!(!owner(&world).exists(), "who lets a group go takes the name away");
    assert!(world.minutes("txt").contains("boottijden en de trein"));
    assert!(!world.minutes("txt").contains("xylofoon"));
}

#[test]
fn when_the_first_ends_the_second_opens_the_group_again_and_writes() {
    let world = World::new();
    let first = open_group(&world);
    let mut second = open_group(&world);
    second.wait_for("alleen lezen");
    first.quit();
    reopen(&mut second);
    second.wait_without("alleen lezen");
    second.quit();
    let mut second = world.meet_and_begin();
    second.write("nu schrijft de tweede");
    second.quit();
    assert!(world.minutes("txt").contains("nu schrijft de tweede"));
    assert!(world.run(&["check"]).status.success());
}

#[test]
fn a_program_that_was_killed_leaves_the_group_at_once_with_all_of_its_words() {
    let world = World::new();
    let mut first = world.meet_and_begin();
    first.write("Sanne zoekt de boottijden");
    who_has_it(&world);
    first.signal("KILL");
    first.wait_for_end();
    assert!(owner(&world).exists(), "it could not take its name away");
    let mut second = world.meet();
    second.wait_for("Sanne zoekt de boottijden");
    second.write(" en de trein");
    second.quit();
    assert!(world.minutes("txt").contains("boottijden en de trein"));
}

/// A group that was left open at another computer, as a folder that is synced tells it.
fn leave_elsewhere(world: &World) -> String {
    let terminal = open_group(world);
    let text = who_has_it(world);
    terminal.quit();
    let (before, rest) = text.split_once("host: \"").expect("a computer");
    let (_, rest) = rest.split_once('"').expect("a name");
    let (rest, _) = rest.rsplit_once("// kring").expect("a checksum");
    let text = format!("{before}host: \"kantoor-3\"{rest}");
    let bytes = kring::store::document::with_checksum(text);
    std::fs::write(owner(world), &bytes).expect("an owner");
    String::from_utf8(bytes).expect("text")
}

#[test]
fn what_another_computer_has_is_taken_over_only_when_asked() {
    let world = World::new();
    let theirs = leave_elsewhere(&world);
    let mut terminal = open_group(&world);
    terminal.wait_for("(kantoor-3) opende deze groep op 12 februari, 14.00 uur");
    terminal.wait_for("alleen lezen");
    terminal.keys(key::ENTER);
    terminal.wait_for("alleen lezen");
    reopen(&mut terminal);
    terminal.wait_for("alleen lezen");
    let there = || who_has_it(&world);
    assert_eq!(there(), theirs, "nobody asked for it");
    // The safe answer comes first.
    terminal.keys("o");
    terminal.wait_for("Nee, alleen lezen");
    terminal.keys(key::ENTER);
    terminal.wait_without("Nee, alleen lezen");
    terminal.wait_for("alleen lezen");
    assert_eq!(there(), theirs);
    terminal.keys("o");
    terminal.wait_for("Ja, hier verder schrijven");
    terminal.keys(&format!("{}{}", key::DOWN, key::ENTER));
    terminal.wait_for("Je schrijft hier nu verder.");
    assert!(!there().contains("kantoor-3"));
    terminal.quit();
    assert!(!owner(&world).exists());
    let mut terminal = world.meet_and_begin();
    terminal.write("hier verder");
    terminal.quit();
    assert!(world.minutes("txt").contains("hier verder"));
}

/// Straight into the meeting: nothing begins, and it says where to take over.
#[test]
fn a_meeting_is_not_begun_in_a_group_that_another_computer_may_have() {
    let world = World::new();
    let theirs = leave_elsewhere(&world);
    let terminal = world.meet();
    terminal.wait_for("alleen lezen");
    terminal.wait_for("Neem over bij");
    terminal.quit();
    assert_eq!(who_has_it(&world), theirs);
    let refused = world.run(&["example", "--fresh"]);
    assert!(!refused.status.success());
    let said = String::from_utf8(refused.stderr).expect("text");
    assert!(said.contains("(kantoor-3) opende deze groep"), "{said}");
    assert_eq!(who_has_it(&world), theirs);
}

#[test]
fn nothing_is_made_anew_where_somebody_works() {
    let world = World::new();
    let mut first = world.meet_and_begin();
    first.write("Sanne zoekt de boottijden");
    let refused = world.run(&["example", "--fresh"]);
    assert!(!refused.status.success());
    first.write(" en de trein");
    first.quit();
    assert!(world.minutes("txt").contains("boottijden en de trein"));
}

/// A meeting that goes on in another run of the program, with its file changed by something else.
fn changed_in_a_meeting(world: &World) -> (Terminal, PathBuf) {
    let mut terminal = world.meet_and_begin();
    terminal.write("voor ");
    terminal.quit();
    let mut terminal = world.meet();
    terminal.wait_for("1 Hoe gaat het");
    let meeting = world.data().join("groups/vuurtoren/meetings/2026-02-12.ron");
    assert!(meeting.exists(), "the first run saved it");
    std::fs::write(&meeting, b"of another program").expect("a change");
    terminal.write("daarna ");
    terminal.keys(key::CTRL_S);
    terminal.wait_for("Buiten kring om veranderd: 2026-02-12.ron.");
    (terminal, meeting)
}

/// Typing goes on, the screen says so, and nothing is lost.
#[test]
fn a_file_that_changes_during_a_meeting_is_kept_and_so_is_every_word() {
    let world = World::new();
    let (mut terminal, meeting) = changed_in_a_meeting(&world);
    terminal.write("en nog iets");
    terminal.wait_for("Buiten kring om veranderd: 2026-02-12.ron.");
    terminal.quit();
    assert_eq!(std::fs::read(&meeting).expect("a file"), b"of another program");
    let beside = meeting.with_file_name("2026-02-12.ron.kring-1");
    let text = std::fs::read_to_string(beside).expect("what kring has");
    assert!(text.contains("voor daarna en nog iets"), "{text}");
    let checked = world.run(&["check"]);
    assert_eq!(checked.status.code(), Some(1), "somebody has to look");
    let said = String::from_utf8(checked.stderr).expect("text");
    assert!(
        said.contains("dit is een tweede versie") || said.contains("Dit is een tweede versie"),
        "{said}"
    );
}

/// The same, and what kring has is put back in place.
#[test]
fn what_was_typed_goes_back_in_place_with_one_key() {
    let world = World::new();
    let (mut terminal, meeting) = changed_in_a_meeting(&world);
    terminal.keys("\x1b[19~");
    terminal.wait_for("Welke versie blijft?");
    terminal.keys(&format!("{}{}", key::DOWN, key::ENTER));
    terminal.wait_for("Die van kring blijft.");
    terminal.wait_without("Buiten kring om veranderd");
    terminal.write("en nog iets");
    terminal.quit();
    assert!(world.minutes("txt").contains("voor daarna en nog iets"));
    assert!(std::fs::read_to_string(&meeting).expect("a file").contains("en nog iets"));
    let backups = std::fs::read_dir(world.data().join("groups/vuurtoren/backups"));
    let copies = backups.expect("backups").map(|entry| entry.expect("a file").path());
    let copy = |path: &PathBuf| path.to_string_lossy().ends_with("-2026-02-12.ron");
    let copies: Vec<PathBuf> = copies.filter(copy).collect();
    assert_eq!(copies.len(), 1, "{copies:?}");
    assert_eq!(std::fs::read(&copies[0]).expect("a file"), b"of another program");
}
