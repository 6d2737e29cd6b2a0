//! However the program ends, the terminal is given back as it was.

use std::time::{Duration, Instant};

use crate::terminal::harness::terminal::Terminal;
use crate::terminal::harness::world::World;
use crate::terminal::harness::{WINDOW, key};

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

/// What a panic quotes may be somebody's words: it is not passed on, whatever is asked for.
#[test]
fn a_panic_or_an_error_quotes_nobody() {
    for fault in ["panic-quotes", "thread-quotes", "error-quotes"] {
        let world = World::new();
        let more = [("KRING_FAULT", fault), ("RUST_BACKTRACE", "full")];
        let mut terminal = world.open_with(&["meet", "vuurtoren"], WINDOW, &more);
        terminal.wait_for("Enter begint het uur");
        terminal.keys("x");
        assert!(!terminal.wait_for_end().success());
        assert_restored(&terminal);
        let said = terminal.text();
        let place = if fault == "error-quotes" { "kring zelf" } else { "src/app/event_loop.rs:" };
        assert!(said.contains(place), "{fault}: {said}");
        assert!(!said.contains("stack backtrace") && !said.contains("RUST_"), "{said}");
    }
}

#[test]
fn a_panic_says_what_is_safe_and_what_to_do() {
    let world = World::new();
    for (language, safe) in [("nl", "Wat je typte is bewaard."), ("en", "What you typed is saved.")]
    {
        let command = ["meet", "vuurtoren", "--lang", language];
        let mut terminal = world.open_with(&command, WINDOW, &[("KRING_FAULT", "panic")]);
        terminal.wait_until("the meeting", |screen| {
            screen.alternate_screen() && screen.contents().contains("Enter")
        });
        terminal.keys("x");
        assert_eq!(terminal.wait_for_end().exit_code(), 101);
        assert!(terminal.text().contains(safe), "{}", terminal.text());
    }
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
fn sigquit_gives_the_terminal_back() {
    assert_signal_restores("QUIT", 131);
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

/// A shell that passes no hang up on, or a terminal without one: the program ends all the same,
/// and does not read an end that is never over.
#[test]
fn a_window_that_is_closed_without_a_word_ends_the_program() {
    let world = World::new();
    in_a_note(&world).quit();
    let terminal = world.open_under_a_deaf_shell(&["meet", "vuurtoren"]);
    terminal.wait_for("Sanne zoekt de boottijden");
    terminal.hang_up();
    // Who notices first says how it ended: whoever reads, or whoever waits for the hang-up.
    let ended = world.ended();
    assert!(["1", "129"].contains(&ended.trim()), "{ended}");
    assert_kept(&world);
}

/// A line that is down: nothing that the program writes arrives, until it cannot go on.
#[test]
fn a_terminal_that_takes_nothing_holds_nobody_up() {
    let world = World::new();
    let mut terminal = in_a_note(&world);
    terminal.look_away();
    // Each makes it draw all of it. Who is stuck in that takes no key any more.
    for _ in 0..500 {
        terminal.signal("CONT");
        let before = written(&world);
        terminal.keys("x");
        if !grows(&world, before) {
            break;
        }
    }
    terminal.signal("TERM");
    assert_eq!(terminal.wait_for_status().exit_code(), 143);
    assert!(world.minutes("txt").contains("Sanne zoekt de boottijden"));
}

/// How many bytes are in the journals of the group.
fn written(world: &World) -> u64 {
    let folder = std::fs::read_dir(world.data().join("groups/vuurtoren")).expect("a folder");
    let files = folder.map(|file| file.expect("a file"));
    let journals = files.filter(|file| file.file_name().to_string_lossy().starts_with("journal"));
    journals.map(|file| file.metadata().expect("its size").len()).sum()
}

/// Whether more is written soon.
fn grows(world: &World, before: u64) -> bool {
    let late = Instant::now() + Duration::from_secs(1);
    while written(world) <= before {
        if Instant::now() >= late {
            return false;
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    true
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
