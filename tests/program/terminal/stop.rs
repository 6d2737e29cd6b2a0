//! Stopped by the shell and gone on with: the shell gets its terminal, and kring gets it back.

use crate::terminal::harness::key;
use crate::terminal::harness::terminal::Terminal;
use crate::terminal::harness::world::World;

/// A meeting with a sentence in its first note.
fn in_a_note(world: &World) -> Terminal {
    let mut terminal = world.meet_and_begin();
    terminal.write("Sanne zoekt de boottijden");
    terminal
}

/// Goes on after a stop, and waits until the screen is there again.
#[track_caller]
fn go_on(terminal: &Terminal) {
    terminal.signal("CONT");
    terminal.wait_torn("the other screen", vt100::Screen::alternate_screen);
}

#[test]
fn a_stop_gives_the_terminal_to_the_shell_and_going_on_takes_it_back() {
    let world = World::new();
    let mut terminal = in_a_note(&world);
    let (before, ours) = terminal.modes();
    terminal.stop();
    assert_eq!(terminal.modes().1, before, "the modes while the shell has it");
    let shell = terminal.torn_screen();
    assert!(!shell.alternate_screen() && !shell.hide_cursor() && !shell.bracketed_paste());
    assert_eq!(shell.contents().trim(), "", "nothing stays behind");
    // What the shell writes must not shine through.
    terminal.overwrite("\x1b[2J\x1b[H$ wat de schil zegt\r\n\x1b[31m");
    go_on(&terminal);
    terminal.wait_for("Sanne zoekt de boottijden");
    assert_eq!(terminal.modes().1, ours, "the modes when kring goes on");
    assert!(terminal.screen().bracketed_paste());
    assert!(!terminal.text().contains("de schil"), "{}", terminal.text());
    terminal.write(" en de trein");
    terminal.quit();
    assert!(world.minutes("txt").contains("de boottijden en de trein"));
}

/// What was typed is safe while the program stands still, whatever becomes of it.
#[test]
fn what_was_typed_outlives_a_program_that_never_goes_on() {
    let world = World::new();
    let mut terminal = in_a_note(&world);
    terminal.stop();
    terminal.signal("KILL");
    terminal.wait_for_end();
    assert!(world.minutes("txt").contains("Sanne zoekt de boottijden"));
}

#[test]
fn a_window_of_another_size_is_drawn_whole_when_the_program_goes_on() {
    let world = World::new();
    let mut terminal = in_a_note(&world);
    terminal.stop();
    terminal.resize(100, 30);
    go_on(&terminal);
    terminal.wait_until("the bar at the bottom", |screen| {
        let last = screen.rows(0, 100).nth(29).unwrap_or_default();
        !last.trim().is_empty() && screen.contents().contains("Sanne zoekt de boottijden")
    });
    terminal.quit();
}

/// The order in which the system speaks when a terminal is closed while the program stands still.
#[test]
fn a_stopped_program_ends_when_it_is_told_to() {
    let world = World::new();
    let mut terminal = in_a_note(&world);
    terminal.stop();
    terminal.signal("TERM");
    terminal.signal("CONT");
    assert_eq!(terminal.wait_for_end().exit_code(), 143);
    assert_eq!(terminal.modes().1, terminal.modes().0);
    assert_eq!(terminal.torn_screen().contents().trim(), "");
}

/// Stopped by force, nothing can be done before; the screen is whole when it goes on.
#[test]
fn a_program_that_was_stopped_by_force_draws_anew() {
    let world = World::new();
    let terminal = in_a_note(&world);
    terminal.signal("STOP");
    terminal.overwrite("\x1b[?1049l\x1b[?2026l$ een ander programma\r\n");
    go_on(&terminal);
    terminal.wait_for("Sanne zoekt de boottijden");
    assert!(!terminal.text().contains("een ander"), "{}", terminal.text());
    terminal.quit();
}

#[test]
fn a_hidden_screen_stays_hidden() {
    let world = World::new();
    let mut terminal = in_a_note(&world);
    terminal.keys(key::F9);
    terminal.wait_without("boottijden");
    terminal.wait_for("Het scherm is verborgen");
    terminal.stop();
    let frames = terminal.frames();
    go_on(&terminal);
    terminal.wait_until("the hidden screen", |screen| screen.contents().contains("verborgen"));
    assert!(terminal.frames() > frames);
    assert!(!terminal.text().contains("boottijden"), "{}", terminal.text());
    terminal.quit();
}
