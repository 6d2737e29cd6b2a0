//! The four structures, each from the group's own screen to agreed minutes; and minutes that are
//! opened again.

use chrono::TimeDelta;

use crate::terminal::harness::key;
use crate::terminal::harness::screen::{pane, squeezed};
use crate::terminal::harness::terminal::Terminal;
use crate::terminal::harness::world::{OTHER_DAY, World};

#[test]
fn a_start_meeting_is_held_and_asks_when_to_look_back() {
    let world = World::new();
    let mut terminal = begin(&world, "startbijeenkomst", "1 Welkom");
    write_in_each_item(&mut terminal, 7);
    finish(&mut terminal);
    terminal.go_down_to("Datum");
    terminal.wait_for("Wanneer kijken jullie samen terug?");
    // The practice group looked back on its first meeting long ago.
    terminal.keys(&key::BACKSPACE.repeat("donderdag 28 november 2024".len()));
    terminal.keys("over 2 weken");
    terminal.wait_for("donderdag 26 februari 2026");
    terminal.quit();
    assert_minutes(&world, "startbijeenkomst", 7);
    let mut terminal = open_group(&world);
    terminal.go_down_to("12 feb 2026");
    terminal.keys(key::ENTER);
    terminal.wait_for("Het verslag");
    terminal.go_down_to("Datum");
    terminal.wait_for("donderdag 26 februari 2026");
    terminal.quit();
}

#[test]
fn a_follow_up_meeting_is_held() {
    assert_held("vervolgbijeenkomst", "1 Hoe gaat het", 7);
}

#[test]
fn a_theme_meeting_is_held() {
    assert_held("themabijeenkomst", "1 Hoe gaat het", 7);
}

#[test]
fn a_handover_meeting_is_held() {
    assert_held("overdrachtsbijeenkomst", "1 Hoe gaat het", 5);
}

#[test]
fn minutes_that_are_opened_again_keep_the_reason_and_what_came_of_their_agreements() {
    let world = World::new();
    let mut terminal = world.meet_and_begin();
    terminal.write("Alles gaat zijn gang.\n! Piet haalt de sleutel van het hek @Piet 2 maart");
    go_to_closing(&mut terminal);
    finish(&mut terminal);
    terminal.quit();
    world.pass(TimeDelta::weeks(13));
    say_it_was_done(&world);
    open_again(&world);
    // An old meeting that was read and changed goes back into its own file.
    let meetings = std::fs::read_dir(world.data().join("groups/vuurtoren/meetings"));
    let names = meetings.expect("meetings").map(|it| it.expect("a file").file_name());
    let beside: Vec<_> = names.filter(|name| name.to_string_lossy().contains(".kring-")).collect();
    assert!(beside.is_empty(), "{beside:?}");
    let again = world.kring(&["export", "vuurtoren", "minutes", "--meeting", "2026-02-12"]);
    let again = squeezed(&again);
    for words in ["Noormisteenzin", "Noorwasblijmetdefoto.", "Allesgaatzijngang."] {
        assert!(again.contains(words), "{words} is not in\n{again}");
    }
    assert!(!again.contains("Concept"), "{again}");
    let later = world.kring(&["export", "vuurtoren", "minutes", "--meeting", "2026-05-14"]);
    assert!(later.contains("Piet, maandag 2 maart 2026: gelukt"), "{later}");
    let open = world.kring(&["show", "vuurtoren"]);
    assert!(!open.contains("Piet haalt de sleutel"), "{open}");
}

/// It is said that the next meeting is on another day, and asked; Enter is yes.
#[test]
fn t18_a_meeting_that_is_planned_on_another_day_is_asked_about() {
    let world = World::new();
    world.turn(TimeDelta::days(-3));
    let mut terminal = world.meet();
    terminal.wait_for(OTHER_DAY);
    terminal.wait_for("donderdag 12 februari 2026, over 3 dagen");
    terminal.escape_to("Het dossier");
    terminal.quit();
    let mut terminal = world.meet();
    terminal.wait_for(OTHER_DAY);
    terminal.keys(key::ENTER);
    terminal.wait_for("Enter begint het uur");
    terminal.go_down_to("Karin de Wit");
    terminal.choose(" ", "afgemeld");
    terminal.quit();
    world.pass(TimeDelta::days(3));
    let mut terminal = world.meet();
    terminal.wait_for("Enter begint het uur");
    terminal.wait_for("afgemeld Karin");
    terminal.keys(key::ENTER);
    terminal.wait_for("nog 60 minuten");
    terminal.quit();
    // What has begun is gone on with, whatever the day.
    world.pass(TimeDelta::days(1));
    let terminal = world.meet();
    terminal.wait_for("1 Hoe gaat het");
    assert!(!terminal.text().contains(OTHER_DAY));
    terminal.quit();
}

/// In the meeting after it: the agreement worked out.
fn say_it_was_done(world: &World) {
    let mut terminal = world.meet_and_begin();
    terminal.keys(key::PAGE_DOWN);
    terminal.wait_for("2 Verslag van de vorige bijeenkomst");
    terminal.tab_to_matter();
    terminal.go_down_to("Piet haalt de sleutel van het hek");
    terminal.choose(" ", "gelukt");
    go_to_closing(&mut terminal);
    finish(&mut terminal);
    terminal.quit();
}

/// Opens the minutes of the meeting before with a reason, adds a line, and agrees them again.
fn open_again(world: &World) {
    let mut terminal = open_group(world);
    terminal.go_down_to("12 feb 2026");
    terminal.keys(key::ENTER);
    terminal.go_down_to("Verslag vaststellen");
    terminal.keys(key::ENTER);
    terminal.wait_for("Toch vaststellen? Druk nog");
    terminal.keys(key::ENTER);
    terminal.wait_for("Vastgesteld op");
    terminal.go_down_to("Verslag heropenen");
    terminal.keys(key::ENTER);
    terminal.wait_for("Waarom heropen je het verslag?");
    terminal.keys("Noor mist een zin\r");
    terminal.wait_for("verslag aanpassen");
    terminal.write("\nNoor was blij met de foto.");
    go_to_closing(&mut terminal);
    finish(&mut terminal);
    terminal.wait_for("mist een zin");
    terminal.quit();
}

fn assert_held(kind: &str, first: &str, items: usize) {
    let world = World::new();
    let mut terminal = begin(&world, kind, first);
    write_in_each_item(&mut terminal, items);
    finish(&mut terminal);
    terminal.quit();
    assert_minutes(&world, kind, items);
}

/// The group's own screen, from the list of groups.
fn open_group(world: &World) -> Terminal {
    let mut terminal = world.open(&[]);
    terminal.wait_for("De Vuurtoren");
    terminal.keys(key::ENTER);
    terminal.wait_for("Bijeenkomsten");
    terminal
}

/// A meeting of a kind, begun from the group's own screen.
fn begin(world: &World, kind: &str, first: &str) -> Terminal {
    let mut terminal = open_group(world);
    terminal.go_down_to(&format!("Een {kind} beginnen"));
    terminal.keys(key::ENTER);
    terminal.wait_for("Enter begint het uur");
    terminal.keys(key::ENTER);
    terminal.wait_for(first);
    terminal
}

fn words_of(item: usize) -> [String; 2] {
    [format!("Wat we bij punt {item} zeiden, was één zin."), format!("Besluit nummer {item}")]
}

/// A line and a decision in each item; then the next one, at last the closing page.
fn write_in_each_item(terminal: &mut Terminal, items: usize) {
    for item in 1..=items {
        let [said, decided] = words_of(item);
        terminal.write(&format!("{said}\n= {decided}"));
        terminal.keys(key::PAGE_DOWN);
        let title = if item < items { format!("{} ", item + 1) } else { "Samen".to_owned() };
        terminal.wait_until(&format!("the page {title:?}"), |screen| {
            pane(screen).first().is_some_and(|row| row.starts_with(&title))
        });
    }
}

fn go_to_closing(terminal: &mut Terminal) {
    terminal.keys(&key::PAGE_DOWN.repeat(8));
    terminal.wait_for("Samen afronden");
}

/// Agrees the minutes, whatever is still missing, and goes on with the two of them.
pub(crate) fn finish(terminal: &mut Terminal) {
    agree(terminal);
    terminal.go_down_to("Nagesprek: we zijn nu met z'n tweeën");
    terminal.keys(key::ENTER);
    terminal.wait_without("Dank je wel dat je er was.");
}

/// Agrees the minutes; kring asks once when something is missing.
pub(crate) fn agree(terminal: &mut Terminal) {
    terminal.go_down_to("Klaar");
    terminal.keys(key::ENTER);
    terminal.wait_until("an answer", |screen| {
        ["Nog open", "De bijeenkomst is klaar."].iter().any(|it| screen.contents().contains(it))
    });
    if terminal.text().contains("Nog open") {
        terminal.keys(key::ENTER);
    }
    terminal.wait_for("De bijeenkomst is klaar.");
}

fn assert_minutes(world: &World, kind: &str, items: usize) {
    let minutes = world.minutes("txt");
    assert!(minutes.contains(kind), "{minutes}");
    // The client has not said yet that they are fine.
    assert!(minutes.contains("Concept: Noor kan hier nog iets"), "{minutes}");
    for words in (1..=items).flat_map(words_of) {
        assert!(minutes.contains(&words), "{words:?} is not in\n{minutes}");
    }
}
