//! The life of minutes: a meeting that is prepared on Monday, held on Wednesday with a coffee break and
//! a crash in it, talked over on Thursday, sent, changed, and agreed at the next meeting. After each the
//! files, `kring show --json` and the minutes say what happened, and nothing else.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::terminal::erase::holders;
use crate::terminal::harness::key;
use crate::terminal::harness::terminal::Terminal;
use crate::terminal::harness::world::{OTHER_DAY, World};
use crate::terminal::structures::{agree, finish};

/// What Noor takes out on Thursday.
const PASSAGE: &str = "Noor zei iets over haar oude buren";

#[test]
fn minutes_are_prepared_held_talked_over_sent_changed_and_agreed() {
    let world = World::at("2026-02-09T10:00:00+01:00");
    prepare_on_monday(&world);
    let meeting = last_meeting(&world);
    assert_eq!(meeting["course"], json!("prepared"));
    assert_eq!((&meeting["date"], &meeting["minutes"]), (&Value::Null, &json!("concept")));

    world.pass(TimeDelta::hours(52));
    hold_on_wednesday(&world);
    let meeting = last_meeting(&world);
    assert_eq!(meeting["date"], json!("2026-02-11"));
    assert_eq!(meeting["minutes"], json!("concept"));
    assert_eq!(meeting["discussed"], json!([1, 3, 7]), "what was written, and the date");
    let made = agreement(&world);
    assert_eq!((&made["by"], &made["draft"]), (&json!("2026-02-12"), &json!(false)));
    assert_eq!(made["who"], json!(["Piet Kuipers"]));
    let minutes = world.minutes("md");
    for said in [
        "Concept: Noor kan hier nog iets",
        "woensdag 11 februari 2026",
        "14.00 tot",
        "**Er niet bij:** Karin de Wit",
        "Voorbereid: vragen naar de tuin.",
        PASSAGE,
    ] {
        assert!(minutes.contains(said), "{said}\n{minutes}");
    }
    assert!(!minutes.contains("### 4.") && !minutes.contains("### 5."), "{minutes}");

    world.pass(TimeDelta::hours(20));
    talk_on_thursday(&world);
    assert_eq!(holders(&world.data(), PASSAGE), Vec::<String>::new());
    let meeting = last_meeting(&world);
    assert_eq!((&meeting["minutes"], &meeting["sent"]), (&json!("seen"), &json!("2026-02-12")));
    let minutes = world.minutes("md");
    assert!(minutes.contains("Noor vindt dit verslag goed."), "{minutes}");
    assert!(minutes.contains("Naar de groep op donderdag 12 februari 2026."), "{minutes}");
    assert!(!minutes.contains("weggehaald"), "before they are agreed it is gone without a trace");

    world.pass(TimeDelta::days(1));
    change_on_friday(&world);
    assert_eq!(last_meeting(&world)["minutes"], json!("concept"), "nobody has seen these words");
    let minutes = world.minutes("md");
    assert!(minutes.contains("Daarna aangepast op vrijdag 13 februari 2026."), "{minutes}");
    assert!(minutes.contains("Bo bracht taart mee."), "{minutes}");

    world.pass(TimeDelta::days(90));
    agree_at_the_next(&world);
    let all = meetings(&world);
    let before = &all[all.len() - 2];
    assert_eq!((&before["date"], &before["minutes"]), (&json!("2026-02-11"), &json!("set")));
    assert_eq!(before["sent"], json!("2026-02-12"));
    assert!(world.run(&["check"]).status.success());
}

fn prepare_on_monday(world: &World) {
    let mut terminal = world.meet();
    terminal.wait_for("Enter begint het uur");
    terminal.go_down_to("Karin de Wit");
    terminal.choose(" ", "afgemeld");
    terminal.keys(key::PAGE_DOWN);
    terminal.wait_for("Typ hier wat de groep wil bewaren");
    terminal.write("Voorbereid: vragen naar de tuin.");
    terminal.quit();
}

fn hold_on_wednesday(world: &World) {
    let mut terminal = world.meet();
    terminal.wait_for(OTHER_DAY);
    terminal.keys(key::ENTER);
    terminal.wait_for("Voorbereid: vragen naar de tuin.");
    terminal.wait_for("afgemeld Karin");
    terminal.keys(key::F5);
    terminal.wait_for("nog 60 minuten");
    world.pass_minutes(&mut terminal, 6);
    terminal.keys(&key::PAGE_DOWN.repeat(2));
    terminal.wait_for("3 Hersteldoelen en werkafspraken");
    terminal.write("De tuin gaat goed.\n! Piet belt de tuin morgen\n");
    terminal.wait_for("afspraak · Piet · do 12 feb");
    terminal.keys(PASSAGE);
    terminal.wait_for(PASSAGE);
    // Coffee, and the computer goes down.
    terminal.keys(key::F5);
    terminal.wait_for("pauze · nog 54 minuten");
    terminal.signal("KILL");
    terminal.wait_for_status();
    let draft = agreement(world);
    assert_eq!((&draft["by"], &draft["draft"]), (&json!("2026-02-12"), &json!(true)));
    world.pass(TimeDelta::minutes(5));
    let mut terminal = world.meet();
    terminal.wait_for("pauze · nog 54 minuten");
    terminal.wait_for(PASSAGE);
    terminal.keys(key::F5);
    terminal.wait_without("pauze ·");
    world.pass_minutes(&mut terminal, 4);
    terminal.keys(&key::PAGE_DOWN.repeat(4));
    terminal.wait_for("7 Datum van de volgende bijeenkomst");
    terminal.tab_to_matter();
    terminal.keys("14 mei 10.30");
    terminal.wait_for("donderdag 14 mei 2026, 10.30 uur");
    terminal.keys(key::PAGE_DOWN);
    terminal.wait_for("Samen afronden");
    agree(&mut terminal);
    terminal.quit();
}

/// The meeting of Wednesday, from the group's own screen.
fn look_at_it(world: &World) -> Terminal {
    let mut terminal = world.open(&[]);
    terminal.wait_for("De Vuurtoren");
    terminal.keys(key::ENTER);
    terminal.wait_for("Het dossier");
    terminal.go_down_to("11 feb 2026");
    terminal.keys(key::ENTER);
    terminal.wait_for("Het verslag");
    terminal
}

fn talk_on_thursday(world: &World) {
    let mut terminal = look_at_it(world);
    terminal.go_down_to("Iets weghalen");
    terminal.keys(key::ENTER);
    terminal.wait_for("Wat moet weg?");
    terminal.keys(PASSAGE);
    terminal.keys(key::ENTER);
    terminal.wait_for("Nee, laten staan");
    terminal.keys(key::DOWN);
    terminal.keys(key::ENTER);
    terminal.wait_for("Voorgoed gewist.");
    terminal.step_to("Noor vindt het verslag goed", key::UP);
    terminal.choose(" ", "ja, zelf gelezen");
    terminal.choose(" ", "ja, samen gelezen");
    terminal.go_down_to("Mag dit verslag naar de groep?");
    terminal.choose(" ", "ja");
    terminal.go_down_to("Het verslag ging naar de groep");
    terminal.choose(" ", "ja, op do 12 feb");
    terminal.quit();
}

fn change_on_friday(world: &World) {
    let mut terminal = look_at_it(world);
    terminal.go_down_to("Iets aanpassen of aanvullen");
    terminal.keys(key::ENTER);
    terminal.wait_for("verslag aanpassen");
    terminal.keys(&key::PAGE_DOWN.repeat(2));
    terminal.wait_for("3 Hersteldoelen en werkafspraken");
    terminal.write("Bo bracht taart mee.\n");
    terminal.keys(&key::PAGE_DOWN.repeat(6));
    terminal.wait_for("Samen afronden");
    finish(&mut terminal);
    terminal.quit();
}

fn agree_at_the_next(world: &World) {
    let mut terminal = world.meet_and_begin();
    terminal.keys(key::PAGE_DOWN);
    terminal.wait_for("2 Verslag van de vorige bijeenkomst");
    terminal.tab_to_matter();
    terminal.go_down_to("Verslag vaststellen");
    terminal.keys(key::ENTER);
    terminal.wait_for("Toch vaststellen? Druk nog");
    terminal.keys(key::ENTER);
    terminal.wait_for("Het verslag is vastgesteld.");
    terminal.quit();
}

fn shown(world: &World) -> Value {
    serde_json::from_str(&world.kring(&["show", "vuurtoren", "--json"])).expect("JSON")
}

fn meetings(world: &World) -> Vec<Value> {
    shown(world)["meetings"].as_array().expect("a list").clone()
}

fn last_meeting(world: &World) -> Value {
    meetings(world).pop().expect("a meeting")
}

/// The agreement that Piet made.
fn agreement(world: &World) -> Value {
    let shown = shown(world);
    let all = shown["agreements"].as_array().expect("a list");
    let made: Vec<&Value> = all.iter().filter(|one| one["text"] == "Piet belt de tuin").collect();
    assert_eq!(made.len(), 1, "{all:?}");
    made[0].clone()
}
