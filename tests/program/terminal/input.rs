//! Odd and hard input: much at once, small windows, no people, dates that do not exist, files
//! that are broken or in use, and steps that are taken back.

use std::process::Command;
use std::time::Duration;

use crate::terminal::harness::key;
use crate::terminal::harness::screen::{note, squeezed};
use crate::terminal::harness::world::World;
use crate::terminal::structures::agree;

/// Words that are told apart by their number.
fn numbered(words: usize) -> String {
    (1..=words).map(|nr| format!("knäckebröd{nr}")).collect::<Vec<_>>().join(" ") + " "
}

#[test]
fn a_paste_of_a_hundred_thousand_characters_arrives_whole() {
    let world = World::new();
    let mut terminal = world.meet_and_begin();
    let lines: Vec<String> =
        (1..=1000).map(|nr| format!("{:0>99}", format!(" regel {nr}"))).collect();
    let text = lines.join(
        "
",
    ) + "
";
    assert_eq!(text.chars().count(), 100_000);
    terminal.paste(&text.replace('\n', "\r"));
    terminal.wait_until("the last line", |screen| note(screen).concat().contains("regel 1000"));
    terminal.write("En dit kwam erachteraan.");
    terminal.quit();
    let minutes = squeezed(&world.minutes("txt"));
    assert!(minutes.contains(&squeezed(&text)));
    assert!(minutes.contains("Enditkwamerachteraan."));
}

#[test]
fn a_burst_of_keys_waits_for_no_other_key() {
    let world = World::new();
    let mut terminal = world.meet_and_begin();
    let text = numbered(200);
    let before = terminal.frames();
    terminal.keys(&text);
    let last = "knäckebröd200";
    terminal.wait_until(last, |screen| squeezed(&note(screen).concat()).ends_with(last));
    let (frames, keys) = (terminal.frames() - before, text.chars().count());
    assert!(frames < keys / 10, "{frames} frames for {keys} keys that came at once");
    terminal.quit();
    assert!(squeezed(&world.minutes("txt")).contains(&squeezed(&text)));
}

#[test]
fn a_note_of_twenty_thousand_characters_is_typed_and_read_back() {
    let world = World::new();
    let mut terminal = world.meet_and_begin();
    let text = numbered(1500);
    assert!(text.chars().count() >= 20_000);
    // Most of it at once, the end as a person types: by the word.
    let (pasted, typed) = text.split_at(text.find("knäckebröd1450").expect("a word"));
    terminal.paste(pasted);
    for word in typed.split_inclusive(' ') {
        terminal.write(word);
    }
    terminal.quit();
    assert!(squeezed(&world.minutes("txt")).contains(&squeezed(&text)));
}

#[test]
fn a_window_that_is_too_small_says_so_and_keeps_what_is_typed() {
    let world = World::new();
    let mut terminal = world.meet_and_begin();
    terminal.write("Voor ");
    terminal.resize(20, 5);
    terminal.wait_for("Venster te klein");
    terminal.keys("blind getypt, ");
    terminal.resize(80, 25);
    terminal.wait_for("Voor blind getypt,");
    terminal.write("en weer gezien");
    terminal.quit();
    let minutes = world.minutes("txt");
    assert!(minutes.contains("Voor blind getypt, en weer gezien"), "{minutes}");
}

/// The size may change before the program listens for that.
#[test]
fn a_window_that_changes_while_the_program_starts_is_followed() {
    let world = World::new();
    for delay in 0..16 {
        let mut terminal = world.open_with(&[], (100, 30), &[]);
        // Not to wait for something: the starts differ in when the size changes.
        std::thread::sleep(Duration::from_millis(delay * 2));
        terminal.resize(70, 22);
        terminal.wait_until("the last row of the smaller window", |screen| {
            let rows: Vec<String> = screen.rows(0, 70).collect();
            rows.get(21).is_some_and(|row| row.contains("F1 ") || row.contains("F2 "))
        });
        terminal.quit();
    }
}

#[test]
fn the_program_starts_in_any_window() {
    let world = World::new();
    for window in [(1, 1), (20, 5), (59, 20), (60, 20), (160, 50), (300, 90)] {
        let mut terminal = world.open_with(&["meet", "vuurtoren"], window, &[]);
        terminal.wait_until("anything", |screen| !screen.contents().trim().is_empty());
        terminal.keys(key::ENTER);
        terminal.keys("x");
        terminal.quit();
    }
    let minutes = world.minutes("txt");
    assert!(squeezed(&minutes).contains("xxxxxx"), "{minutes}");
}

#[test]
fn a_date_that_does_not_exist_is_said_to_and_planned_nowhere() {
    let world = World::new();
    let mut terminal = world.meet_and_begin();
    terminal.write("! Piet belt de tuin @Piet 30 februari");
    terminal.wait_for("afspraak · Piet · za 28 feb of zo 1 mrt?");
    terminal.keys(&key::PAGE_DOWN.repeat(6));
    terminal.wait_for("7 Datum van de volgende bijeenkomst");
    terminal.tab_to_matter();
    terminal.keys("31 april");
    terminal.wait_for("Deze dag bestaat niet.");
    terminal.keys(key::PAGE_DOWN);
    terminal.wait_for("Samen afronden");
    terminal.wait_for("Deze dag bestaat niet.");
    agree(&mut terminal);
    terminal.quit();
    let minutes = world.minutes("txt");
    assert!(minutes.contains("- Piet belt de tuin 30 februari"), "{minutes}");
    assert!(minutes.contains("(deze dag bestaat niet)"), "{minutes}");
    assert!(minutes.contains("De datum is nog niet afgesproken."), "{minutes}");
}

#[test]
fn a_group_without_members_or_goals_meets() {
    let world = World::empty_at("2026-02-12T14:00:00+01:00");
    world.kring(&["new", "Leeg"]);
    let mut terminal = world.open(&["meet", "leeg"]);
    terminal.wait_for("Er staat nog niemand in de lijst.");
    terminal.step_to("Beginnen: het uur gaat in", key::DOWN);
    terminal.keys(key::ENTER);
    terminal.wait_for("1 Welkom");
    for item in 1..=7 {
        terminal.write(&format!("Alleen dit, bij punt {item}."));
        terminal.keys(key::PAGE_DOWN);
        terminal.wait_without(&format!("Alleen dit, bij punt {item}."));
    }
    terminal.wait_for("Samen afronden");
    // Minutes say who was there: a meeting of nobody was not held.
    terminal.go_down_to("Klaar");
    terminal.keys(key::ENTER);
    terminal.wait_for("Niemand staat als aanwezig in de lijst.");
    terminal.keys(&"\x1b[5~".repeat(12));
    terminal.wait_for("Wie doet wat");
    terminal.keys("n");
    terminal.wait_for("Wat is de naam?");
    terminal.keys("Kim");
    terminal.keys(key::ENTER);
    terminal.wait_for("Bijvoorbeeld: zus");
    terminal.keys(key::ENTER);
    terminal.wait_for("1 familie");
    terminal.keys(key::ENTER);
    terminal.wait_for("Kim, naaste");
    terminal.keys(&key::PAGE_DOWN.repeat(8));
    terminal.wait_for("Samen afronden");
    agree(&mut terminal);
    terminal.quit();
    let minutes = world.kring(&["export", "leeg", "minutes"]);
    assert!(minutes.contains("Kim (naaste)"), "{minutes}");
    assert!((1..=7).all(|item| minutes.contains(&format!("bij punt {item}."))), "{minutes}");
}

#[test]
fn a_client_or_coordinator_who_is_not_there_is_asked_about_and_blocks_nothing() {
    let world = World::new();
    let mut terminal = world.meet();
    terminal.wait_for("Enter begint het uur");
    terminal.go_down_to("Noor Haddad");
    terminal.choose(" ", "afgemeld");
    terminal.wait_for("De cliënt is er niet.");
    terminal.go_down_to("Lot Verbeek");
    terminal.choose(" ", "afgemeld");
    terminal.wait_for("De regieondersteuner is er niet.");
    terminal.keys(key::ENTER);
    terminal.wait_for("1 Hoe gaat het");
    terminal.wait_for("nog 60 minuten");
    terminal.keys(&key::PAGE_DOWN.repeat(7));
    terminal.wait_for("Samen afronden");
    terminal.step_to("Klaar", key::DOWN);
    terminal.wait_for("De cliënt is er niet.");
    agree(&mut terminal);
    terminal.quit();
}

#[test]
fn a_second_program_on_a_group_reads_only_and_says_who_has_it() {
    let world = World::new();
    let mut first = world.meet_and_begin();
    first.write("Van de eerste");
    let mut second = world.meet();
    let user = Command::new("id").arg("-un").output().expect("the program id").stdout;
    let user = String::from_utf8(user).expect("text");
    second.wait_for(&format!("open bij {}", user.trim()));
    second.wait_for("alleen lezen");
    second.wait_for("Van de eerste");
    second.keys("van de tweede");
    second.keys(key::F12);
    first.write(" en nog iets");
    second.quit();
    first.quit();
    let minutes = world.minutes("txt");
    assert!(minutes.contains("Van de eerste en nog iets"), "{minutes}");
    assert!(!minutes.contains("van de tweede"), "{minutes}");
}

#[test]
fn a_broken_file_is_pointed_at_and_left_as_it_is_while_other_groups_open() {
    let world = World::new();
    world.kring(&["new", "Leeg"]);
    let path = world.data().join("groups/leeg/group.ron");
    let broken =
        std::fs::read_to_string(&path).expect("the group").replace("people: []", "people: [");
    std::fs::write(&path, &broken).expect("the group");
    let mut terminal = world.open(&[]);
    terminal.wait_for("De Vuurtoren");
    terminal.wait_for("leeg");
    terminal.step_to("leeg", key::DOWN);
    terminal.keys(key::ENTER);
    let line = 1 + broken.lines().take_while(|line| !line.contains("people: [")).count();
    let place = format!("group.ron, regel {line}:");
    terminal.wait_for(&place);
    terminal.step_to("De Vuurtoren", key::DOWN);
    terminal.keys(key::ENTER);
    terminal.wait_for("Bijeenkomsten");
    terminal.quit();
    assert_eq!(std::fs::read_to_string(&path).expect("the group"), broken);
    let refused = world.run(&["show", "leeg"]);
    let said = String::from_utf8(refused.stderr).expect("text");
    assert_eq!(refused.status.code(), Some(1), "{said}");
    assert!(said.contains(&format!("group.ron:{line}:")), "{said}");
}

#[test]
fn steps_are_taken_back_and_done_again_across_a_restart() {
    let world = World::new();
    let mut terminal = world.meet_and_begin();
    terminal.write("Dit blijft.\n");
    terminal.paste("Dit gaat weg.");
    terminal.wait_for("Dit gaat weg.");
    terminal.signal("KILL");
    terminal.wait_for_end();
    let mut terminal = world.meet();
    terminal.wait_for("Dit gaat weg.");
    terminal.keys(key::CTRL_Z);
    terminal.wait_without("Dit gaat weg.");
    terminal.wait_for("Ongedaan gemaakt: plakken.");
    terminal.wait_for("Dit blijft.");
    terminal.quit();
    let mut terminal = world.meet();
    terminal.wait_for("Dit blijft.");
    terminal.keys(key::CTRL_Y);
    terminal.wait_for("Dit gaat weg.");
    terminal.wait_for("Opnieuw gedaan: plakken.");
    terminal.keys(key::CTRL_Z);
    terminal.wait_without("Dit gaat weg.");
    terminal.quit();
    let minutes = world.minutes("txt");
    assert!(minutes.contains("Dit blijft.") && !minutes.contains("gaat weg"), "{minutes}");
}
