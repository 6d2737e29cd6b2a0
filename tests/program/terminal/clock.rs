//! The hour, while the clock goes on, stands, jumps, and while the program is not there.

use chrono::TimeDelta;

use crate::terminal::harness::key;
use crate::terminal::harness::terminal::Terminal;
use crate::terminal::harness::world::World;

#[test]
fn a_restart_counts_the_minutes_says_so_and_takes_them_off() {
    let world = World::new();
    let mut terminal = world.meet_and_begin();
    world.pass_minutes(&mut terminal, 7);
    terminal.write("Noor vertelt");
    terminal.signal("KILL");
    terminal.wait_for_end();
    world.pass(TimeDelta::minutes(12));
    let mut terminal = world.meet();
    terminal.wait_for("De klok sprong 12 minuten vooruit.");
    terminal.wait_for("nog 41 minuten");
    terminal.keys(key::F7);
    terminal.wait_for("12 minuten eraf gehaald");
    terminal.wait_for("nog 53 minuten");
    terminal.keys(key::F7);
    terminal.wait_for("nog 41 minuten");
    terminal.quit();
}

#[test]
fn minutes_without_typing_are_no_jump() {
    let world = World::new();
    let mut terminal = world.meet_and_begin();
    terminal.write("Noor vertelt");
    world.pass_minutes(&mut terminal, 10);
    terminal.signal("KILL");
    terminal.wait_for_end();
    let terminal = world.meet();
    terminal.wait_for("nog 50 minuten");
    let shown = terminal.text();
    assert!(!shown.contains("De klok sprong"), "{shown}");
}

#[test]
fn minutes_without_typing_before_leaving_are_no_jump() {
    let world = World::new();
    let mut terminal = world.meet_and_begin();
    terminal.write("Noor vertelt");
    world.pass_minutes(&mut terminal, 10);
    terminal.quit();
    let journal = world.data().join("groups/vuurtoren/journal");
    assert!(!journal.exists(), "after leaving, everything is in the documents");
    let terminal = world.meet();
    terminal.wait_for("nog 50 minuten");
    terminal.quit();
    // Nothing at all was done in between.
    let terminal = world.meet();
    terminal.wait_for("nog 50 minuten");
    let shown = terminal.text();
    assert!(!shown.contains("De klok sprong"), "{shown}");
}

/// Nobody was there for so long that the screen hides itself; Enter shows it again.
#[track_caller]
fn show_again(terminal: &mut Terminal) {
    terminal.wait_for("Het scherm is verborgen");
    terminal.keys(key::ENTER);
}

#[test]
fn a_jump_forward_is_said_and_can_be_taken_off() {
    let world = World::new();
    let mut terminal = world.meet_and_begin();
    world.pass_minutes(&mut terminal, 5);
    world.turn(TimeDelta::minutes(30));
    show_again(&mut terminal);
    terminal.wait_for("De klok sprong 30 minuten vooruit.");
    terminal.wait_for("nog 25 minuten");
    terminal.keys(key::F7);
    terminal.wait_for("nog 55 minuten");
    world.pass_minutes(&mut terminal, 5);
    terminal.wait_for("nog 50 minuten");
    terminal.quit();
}

#[test]
fn a_jump_back_neither_loses_nor_repeats_time() {
    let world = World::new();
    let mut terminal = world.meet_and_begin();
    world.pass_minutes(&mut terminal, 20);
    world.turn(TimeDelta::minutes(-60));
    terminal.look_at_clock(&world);
    terminal.wait_for("nog 40 minuten");
    world.pass_minutes(&mut terminal, 3);
    terminal.wait_for("nog 37 minuten");
    terminal.quit();
    world.meet().wait_for("nog 37 minuten");
}

#[test]
fn a_night_of_sleep_is_a_jump_too() {
    let world = World::new();
    let mut terminal = world.meet_and_begin();
    world.pass_minutes(&mut terminal, 5);
    world.pass(TimeDelta::minutes(45));
    show_again(&mut terminal);
    terminal.wait_for("De klok sprong 45 minuten vooruit.");
    terminal.wait_for("nog 10 minuten");
    terminal.keys(key::F7);
    terminal.wait_for("nog 55 minuten");
    terminal.quit();
}

#[test]
fn midnight_is_a_minute_like_another() {
    let world = World::at("2026-02-12T23:40:00+01:00");
    let mut terminal = world.meet_and_begin();
    terminal.write("Voor twaalven.\n");
    world.pass_minutes(&mut terminal, 40);
    terminal.wait_for("bewaard 0.20");
    terminal.wait_for("nog 20 minuten");
    terminal.write("Na twaalven.\n! Piet haalt de sleutel @Piet morgen");
    // A day counts from the day on which it is typed.
    terminal.wait_for("afspraak · Piet · za 14 feb");
    terminal.quit();
    let terminal = world.meet();
    terminal.wait_for("1 Hoe gaat het");
    terminal.wait_for("Na twaalven.");
    terminal.wait_for("nog 20 minuten");
    let minutes = world.minutes("txt");
    assert!(minutes.contains("donderdag 12 februari 2026"), "{minutes}");
    assert!(minutes.contains("Voor twaalven.") && minutes.contains("Na twaalven."), "{minutes}");
}

#[test]
fn the_hour_says_fifteen_and_ten_once_then_to_close_and_how_far_it_is_over() {
    let world = World::new();
    let mut terminal = world.meet_and_begin();
    world.pass_minutes(&mut terminal, 44);
    for (left, said) in [(15, "Nog 15 minuten."), (10, "Nog 10 minuten.")] {
        assert!(!terminal.text().contains(said), "{}", terminal.text());
        pass_until(&world, &mut terminal, left);
        terminal.wait_for(said);
        world.pass_minutes(&mut terminal, 1);
        terminal.wait_without(said);
    }
    pass_until(&world, &mut terminal, 5);
    terminal.wait_for("Tijd om af te ronden.");
    pass_until(&world, &mut terminal, 1);
    world.pass_minutes(&mut terminal, 2);
    terminal.wait_for("Samen afronden?");
    terminal.wait_for("1 minuut over de tijd");
    world.pass_minutes(&mut terminal, 7);
    terminal.wait_for("8 minuten over de tijd");
    terminal.write("Nog even dit: niets eindigt vanzelf.");
    terminal.quit();
}

fn pass_until(world: &World, terminal: &mut Terminal, left: i64) {
    let title = format!("nog {}", counted(left));
    while !terminal.text().contains(&title) {
        world.pass_minutes(terminal, 1);
    }
}

fn counted(minutes: i64) -> String {
    if minutes == 1 { "1 minuut".to_owned() } else { format!("{minutes} minuten") }
}
