//! However the program ends, the terminal is given back as it was.

use crate::harness::terminal::Terminal;
use crate::harness::world::World;
use crate::harness::{WINDOW, key};

/// What must not stay behind.
const OF_THE_GROUP: [&str; 5] = ["Noor", "Vuurtoren", "Karin", "bijeenkomst", "boottijden"];

#[test]
fn quitting_gives_the_terminal_back() {
    let world = World::new();
    let mut terminal = in_a_note(&world);
    let (before, now) = terminal.modes();
    assert_ne!(before, now, "the program takes the terminal over");
    assert!(terminal.screen().alternate_screen());
    assert!(terminal.screen().bracketed_paste());
    terminal.keys(key::CTRL_Q);
    assert!(terminal.wait_for_end().success());
    assert_restored(&terminal);
    assert!(terminal.text().trim().is_empty(), "{}", terminal.text());
    assert_kept(&world);
}

#[test]
fn an_error_gives_the_terminal_back() {
    assert_fault_restores("error", "an error that was asked for");
}

#[test]
fn a_panic_gives_the_terminal_back() {
    assert_fault_restores("panic", "a panic that was asked for");
}

#[test]
fn a_panic_in_another_thread_gives_the_terminal_back() {
    assert_fault_restores("thread", "a panic that was asked for");
}

#[test]
fn sigterm_gives_the_terminal_back() {
    assert_signal_restores("TERM", 143);
}

#[test]
fn sighup_gives_the_terminal_back() {
    assert_signal_restores("HUP", 129);
}

#[test]
fn sigint_gives_the_terminal_back() {
    assert_signal_restores("INT", 130);
}

#[test]
fn a_window_that_is_closed_ends_the_program_and_loses_nothing() {
    let world = World::new();
    let status = in_a_note(&world).hang_up();
    assert!(!status.success());
    assert_kept(&world);
}

#[test]
fn ctrl_c_does_not_end_the_program() {
    let world = World::new();
    let mut terminal = in_a_note(&world);
    terminal.keys(key::CTRL_C);
    terminal.write(" en de trein");
    terminal.quit();
    assert!(world.minutes("txt").contains("de boottijden en de trein"));
}

fn in_a_note(world: &World) -> Terminal {
    let mut terminal = world.meet_and_begin();
    terminal.write("Sanne zoekt de boottijden");
    terminal
}

fn assert_fault_restores(fault: &str, said: &str) {
    let world = World::new();
    in_a_note(&world).quit();
    let mut terminal = world.open_with(&["meet", "vuurtoren"], WINDOW, &[("KRING_FAULT", fault)]);
    terminal.wait_for("Sanne zoekt de boottijden");
    terminal.keys("x");
    let status = terminal.wait_for_end();
    assert!(!status.success(), "{status}");
    assert_restored(&terminal);
    assert!(terminal.text().contains(said), "{}", terminal.text());
    assert_kept(&world);
}

fn assert_signal_restores(name: &str, code: u32) {
    let world = World::new();
    let mut terminal = in_a_note(&world);
    terminal.signal(name);
    let status = terminal.wait_for_end();
    assert_eq!((status.exit_code(), status.signal()), (code, None));
    assert_restored(&terminal);
    assert_kept(&world);
}

#[track_caller]
fn assert_restored(terminal: &Terminal) {
    let (before, now) = terminal.modes();
    assert_eq!(before, now, "the modes of the terminal");
    let screen = terminal.torn_screen();
    assert!(!screen.alternate_screen(), "still on the other screen");
    assert!(!screen.hide_cursor(), "the cursor is hidden");
    assert!(!screen.bracketed_paste(), "pastes are still marked");
    let left = screen.contents();
    for word in OF_THE_GROUP {
        assert!(!left.contains(word), "{word} stays behind:\n{left}");
    }
}

#[track_caller]
fn assert_kept(world: &World) {
    assert!(world.minutes("txt").contains("Sanne zoekt de boottijden"));
}
