//! A group from nothing to the warm handover, by keyboard: all six phases, every step done
//! through its form, a start meeting, two follow-ups and a handover.

use chrono::TimeDelta;

use crate::terminal::harness::key;
use crate::terminal::harness::screen::{at_hand, pane};
use crate::terminal::harness::terminal::Terminal;
use crate::terminal::harness::world::World;
use crate::terminal::structures::finish;

/// Cells of the list at the left.
const LIST: usize = 32;
const RIGHT: &str = "\x1b[C";

#[test]
fn a_group_goes_through_all_six_phases_by_keyboard() {
    let world = World::empty_at("2026-02-12T10:00:00+01:00");
    let mut terminal = world.open(&[]);
    new_group(&mut terminal);
    explain(&mut terminal);
    people(&mut terminal);
    sociogram(&mut terminal);
    goals(&mut terminal);
    plan(&mut terminal);
    first_week(&mut terminal);
    ask(&mut terminal);
    interview(&mut terminal);
    first_meeting(&mut terminal);
    terminal.quit();
    world.pass(TimeDelta::days(91));
    start_meeting(&world);
    for _ in 0..2 {
        world.pass(TimeDelta::days(91));
        follow_up(&world);
    }
    world.pass(TimeDelta::days(91));
    handover(&world);
    shows_all_of_it(&world);
}

/// A list of the dossier, by its digit. The coordinator looks at it alone.
#[track_caller]
fn go(terminal: &mut Terminal, digit: &str, title: &str) {
    const QUESTION: &str = "Wie kijkt er mee?";
    terminal.keys(digit);
    terminal.wait_until(title, |screen| {
        screen.contents().contains(title) || screen.contents().contains(QUESTION)
    });
    if terminal.text().contains(QUESTION) {
        terminal.nobody_looks_along();
    }
    terminal.wait_for(title);
}

/// Something in the list at hand, by its letter, and on to its page.
#[track_caller]
fn open_step(terminal: &mut Terminal, letter: &str, title: &str) {
    terminal.keys(letter);
    terminal.wait_for(title);
    terminal.keys(key::ENTER);
    terminal.wait_for("Esc lijst");
}

/// Back to the list, where the step is ticked.
#[track_caller]
fn tick(terminal: &mut Terminal) {
    to_list(terminal);
    tick_here(terminal);
}

/// Ticks the step at hand in the list.
#[track_caller]
fn tick_here(terminal: &mut Terminal) {
    if !in_list(terminal).contains("klaar") {
        terminal.keys(" ");
        terminal.wait_until("a step that is done", |screen| {
            at_hand(screen).1.chars().take(LIST).collect::<String>().contains("klaar")
        });
    }
}

/// What the list says of what is at hand in it.
fn in_list(terminal: &Terminal) -> String {
    terminal.at_hand().1.chars().take(LIST).collect()
}

/// What the page says on the row at hand.
fn in_page(row: &str) -> String {
    row.chars().skip(LIST).collect()
}

#[track_caller]
fn to_list(terminal: &mut Terminal) {
    terminal.escape_to("Esc overzicht");
}

/// Goes down to a field: its label stands before it, or on the row above.
#[track_caller]
fn to_field(terminal: &mut Terminal, label: &str) {
    for _ in 0..40 {
        let (row, words) = terminal.at_hand();
        let above = terminal.screen().rows(0, 80).nth(usize::from(row.saturating_sub(1)));
        let labelled = [words.clone(), above.unwrap_or_default()];
        if labelled.iter().any(|row| in_page(row).contains(label)) {
            return;
        }
        terminal.keys(key::DOWN);
        // The page may have scrolled, so that another row stands in the same place.
        terminal.wait_until("another row", |screen| at_hand(screen) != (row, words.clone()));
    }
    panic!("no field {label:?} in\n{}", terminal.text());
}

/// Types into the row at hand and waits until it stands there.
#[track_caller]
fn fill(terminal: &mut Terminal, row: &str, text: &str) {
    to_field(terminal, row);
    type_in(terminal, text);
}

#[track_caller]
fn type_in(terminal: &mut Terminal, text: &str) {
    terminal.keys(text);
    let end = text.split_whitespace().next_back().expect("words").to_owned();
    terminal.wait_until(&format!("{text:?}"), |screen| {
        in_page(&at_hand(screen).1).trim_end_matches([' ', '»']).ends_with(&end)
    });
}

/// Presses the row with these words until it holds a value.
#[track_caller]
fn press_until(terminal: &mut Terminal, row: &str, key: &str, value: &str) {
    terminal.go_down_to(row);
    for _ in 0..8 {
        let at = in_page(&terminal.at_hand().1);
        if at.trim_end().ends_with(value) {
            return;
        }
        terminal.keys(key);
        terminal.wait_until(&format!("{row:?} turns"), |screen| in_page(&at_hand(screen).1) != at);
    }
    panic!("{row:?} never says {value:?}:\n{}", terminal.text());
}

fn new_group(terminal: &mut Terminal) {
    terminal.wait_for("Druk op e voor de oefengroep");
    terminal.keys("n");
    terminal.wait_for("Hoe heet de groep?");
    terminal.keys("De Linde\r");
    terminal.wait_for("Fase 1: Voorbereiding · 0/25 stappen");
}

/// Phase 1, step 1.
fn explain(terminal: &mut Terminal) {
    go(terminal, "1", "De Linde · Fase 1");
    open_step(terminal, "a", "Leg uit wat een resourcegroep is");
    type_in(terminal, "Sam, thuis, met moeder erbij");
    fill(terminal, "Wanneer", "gisteren");
    terminal.wait_for("woensdag 11 februari 2026");
    tick(terminal);
    terminal.keys("l");
    terminal.wait_for("Wat een resourcegroep is");
    terminal.keys(key::ESC);
    terminal.wait_for("Esc overzicht");
}

/// Somebody new: name, what they are to the client, kind.
#[track_caller]
fn add(terminal: &mut Terminal, name: &str, relation: &str, kind: &str) {
    terminal.keys("n");
    terminal.wait_for("nog zonder naam");
    type_in(terminal, name);
    fill(terminal, "Wie is dit voor Sam?", relation);
    press_until(terminal, "Hoort bij", RIGHT, kind);
}

/// Phase 1, step 4: the client, and whom to ask; and who coordinates.
fn people(terminal: &mut Terminal) {
    go(terminal, "7", "De Linde · Mensen");
    terminal.keys(key::ENTER);
    terminal.wait_for("Esc lijst");
    terminal.go_down_to("De cliënt toevoegen");
    terminal.keys(key::ENTER);
    terminal.wait_for("Je mag dit leeg laten: de groep");
    type_in(terminal, "Sam Vos");
    to_list(terminal);
    add(terminal, "Lot Verbeek", "regieondersteuner", "professional");
    press_until(terminal, "Doet mee?", RIGHT, "doet mee");
    press_until(terminal, "regieondersteuner   ", " ", "ja");
    to_list(terminal);
    add(terminal, "Ayla Demir", "psychiater", "professional");
    press_until(terminal, "zorgverantwoordelijke", " ", "ja");
    to_list(terminal);
    add(terminal, "Rita Vos", "moeder", "familie");
    press_until(terminal, "Vaste kern?", " ", "ja, altijd");
    to_list(terminal);
    add(terminal, "Kees Blom", "buurman", "naaste");
    to_list(terminal);
    go(terminal, "1", "De Linde · Fase 1");
    terminal.keys("d");
    terminal.wait_for("Nomineer de andere leden");
    tick_here(terminal);
}

/// Phase 1, step 2.
fn sociogram(terminal: &mut Terminal) {
    go(terminal, "8", "De Linde · Sociogram");
    terminal.go_down_to("Rita Vos");
    terminal.choose(RIGHT, "dichtbij");
    terminal.go_down_to("Kees Blom");
    terminal.choose(RIGHT, "dichtbij");
    terminal.choose(RIGHT, "vertrouwd");
    // A line that was begun can be let go.
    terminal.keys("r");
    terminal.wait_for("Lijn van Kees naar wie?");
    terminal.keys(key::ESC);
    terminal.wait_without("Lijn van Kees naar wie?");
    terminal.keys("r");
    terminal.wait_for("Lijn van Kees naar wie?");
    terminal.step_to("Rita Vos", key::UP);
    terminal.keys(key::ENTER);
    terminal.wait_for("een lijn met Kees (los)");
    go(terminal, "1", "De Linde · Fase 1");
    terminal.keys("b");
    terminal.wait_for("2 mensen, 1 lijn");
    tick_here(terminal);
}

/// Phase 1, step 3.
fn goals(terminal: &mut Terminal) {
    go(terminal, "9", "De Linde · Hersteldoelen");
    terminal.keys("n");
    terminal.wait_for("Haalbaar binnen ongeveer 3 maanden");
    type_in(terminal, "Twee keer per week wandelen");
    terminal.go_down_to("Voorstel: dinsdag 12 mei 2026");
    terminal.keys(key::ENTER);
    terminal.wait_for("over 3 maanden");
    press_until(terminal, "Gezondheid", " ", "ja");
    press_until(terminal, "Is het haalbaar?", " ", "ja");
    press_until(terminal, "Is het realistisch?", " ", "ja");
    to_list(terminal);
    terminal.go_down_to("Nieuw lang doel");
    terminal.keys(key::ENTER);
    terminal.wait_for("Iets verder weg");
    type_in(terminal, "Weer vrijwilligerswerk");
    to_list(terminal);
    go(terminal, "1", "De Linde · Fase 1");
    terminal.keys("c");
    terminal.wait_for("Kort 1  Twee keer per week wandelen");
    tick_here(terminal);
}

/// Phase 1, step 5.
fn plan(terminal: &mut Terminal) {
    go(terminal, "1", "De Linde · Fase 1");
    open_step(terminal, "e", "Begin met het resourcegroepplan");
    terminal.go_down_to("Een plan beginnen met 4 delen");
    terminal.keys(key::ENTER);
    terminal.wait_for("groen");
    tick(terminal);
    go(terminal, "0", "De Linde · Signaleringsplan");
    terminal.keys(key::ENTER);
    terminal.wait_for("Esc lijst");
    fill(terminal, "Signalen", "Ik loop elke dag");
    fill(terminal, "Wie bel ik", "Rita, 06 1234 0003");
    to_list(terminal);
}

/// Phase 1, step 6.
fn first_week(terminal: &mut Terminal) {
    go(terminal, "1", "De Linde · Fase 1");
    open_step(terminal, "f", "Kies de week van de eerste bijeenkomst");
    terminal.go_down_to("Voorstel: dinsdag 12 mei 2026");
    terminal.keys(key::ENTER);
    terminal.wait_for("De week van 11 mei tot en met 17 mei");
    to_list(terminal);
    terminal.wait_for("f Eerste week          klaar");
}

/// Phase 2, step 1: each in another way.
fn ask(terminal: &mut Terminal) {
    for (name, way) in
        [("Ayla", "een brief"), ("Rita", "de cliënt vraagt het zelf"), ("Kees", "bellen")]
    {
        go(terminal, "2", "De Linde · Fase 2");
        open_step(terminal, "a", "Vraag de mensen die Sam erbij wil");
        terminal.go_down_to(name);
        terminal.keys(key::ENTER);
        terminal.wait_for("De Linde · Mensen");
        press_until(terminal, "Hoe vragen", RIGHT, way);
        terminal.step_to("Doet mee?", key::UP);
        terminal.choose(RIGHT, "gevraagd");
        terminal.wait_for("Gevraagd op");
        to_list(terminal);
    }
    go(terminal, "2", "De Linde · Fase 2");
    tick_here(terminal);
}

/// Phase 2, step 2: planned, held, with answers; then they join.
fn interview(terminal: &mut Terminal) {
    for name in ["Ayla", "Rita", "Kees"] {
        go(terminal, "2", "De Linde · Fase 2");
        open_step(terminal, "b", "Houd de verdiepingsgesprekken");
        terminal.go_down_to(name);
        terminal.keys(key::ENTER);
        terminal.wait_for("Vertrouwelijk: alleen voor de");
        terminal.go_down_to("Gepland op");
        type_in(terminal, "gisteren 5 februari");
        terminal.keys(&key::BACKSPACE.repeat("gisteren 5 februari".len()));
        type_in(terminal, "vrijdag");
        fill(terminal, "Gehouden op", "vandaag");
        terminal.go_down_to("De antwoorden");
        terminal.keys(key::ENTER);
        terminal.wait_for("verbergen");
        terminal.keys(key::TAB);
        type_in(terminal, "geheimstaal");
        to_list(terminal);
        go(terminal, "7", "De Linde · Mensen");
        terminal.step_to(name, key::DOWN);
        terminal.keys(key::ENTER);
        terminal.wait_for("Esc lijst");
        press_until(terminal, "Doet mee?", RIGHT, "doet mee");
        to_list(terminal);
    }
    go(terminal, "2", "De Linde · Fase 2");
    terminal.keys("b");
    terminal.wait_for("Houd de verdiepingsgesprekken");
    tick_here(terminal);
}

/// Phase 3, all steps.
fn first_meeting(terminal: &mut Terminal) {
    go(terminal, "3", "De Linde · Fase 3");
    open_step(terminal, "a", "Plan de datum van de eerste bijeenkomst");
    type_in(terminal, "14 mei");
    terminal.wait_for("donderdag 14 mei 2026");
    fill(terminal, "Tijd", "14.00");
    fill(terminal, "Plaats", "Buurthuis");
    to_list(terminal);
    terminal.keys("b");
    terminal.wait_for("Maak het resourcegroepplan af");
    tick_here(terminal);
    open_step(terminal, "c", "Bereid de eerste bijeenkomst voor");
    press_until(terminal, "voorzitter", RIGHT, "Sam");
    terminal.go_down_to("Voorbeeld invullen");
    terminal.keys(key::ENTER);
    terminal.wait_for("Heet iedereen welkom");
    press_until(terminal, "procesbewaker", RIGHT, "Kees");
    tick(terminal);
    open_step(terminal, "d", "Spreek af wie notulist is");
    press_until(terminal, "notulist", RIGHT, "Lot");
    to_list(terminal);
    open_step(terminal, "e", "Vraag Sam waar de groep");
    type_in(terminal, "Buurthuis De Kade");
    to_list(terminal);
    open_step(terminal, "f", "Vraag Sam hoe vaak");
    terminal.go_down_to("eens per 3 maanden");
    terminal.keys(key::ENTER);
    tick(terminal);
    open_step(terminal, "g", "Spreek af hoe je contact houdt");
    press_until(terminal, "groepsapp", " ", "ja");
    tick(terminal);
}

fn open_group(world: &World) -> Terminal {
    let mut terminal = world.open(&[]);
    terminal.wait_for("De Linde");
    terminal.keys(key::ENTER);
    terminal.wait_for("Het dossier");
    terminal
}

/// Holds the meeting that is on the screen: something in every item, and a next date.
fn hold(world: &World, terminal: &mut Terminal, first: &str, items: usize, next: &str) {
    terminal.wait_for("Enter begint het uur");
    terminal.keys(key::ENTER);
    terminal.wait_for(first);
    for item in 1..=items {
        terminal.write(&format!("Hier zeiden we bij punt {item} wat er was."));
        world.pass_minutes(terminal, 3);
        terminal.keys(key::PAGE_DOWN);
        let title = if item < items { format!("{} ", item + 1) } else { "Samen".to_owned() };
        terminal.wait_until(&title, |screen| {
            pane(screen).first().is_some_and(|it| it.starts_with(&title))
        });
    }
    terminal.go_down_to("Datum");
    type_in(terminal, next);
    finish(terminal);
}

/// Phase 4: the start meeting, its points, the hour, the evaluation.
fn start_meeting(world: &World) {
    let mut terminal = open_group(world);
    go(&mut terminal, "4", "De Linde · Fase 4");
    open_step(&mut terminal, "a", "Houd de startbijeenkomst");
    terminal.go_down_to("Een startbijeenkomst beginnen");
    terminal.keys(key::ENTER);
    hold(world, &mut terminal, "1 Welkom", 7, "13 augustus");
    terminal.go_down_to("Klaar, terug naar het overzicht");
    terminal.keys(key::ENTER);
    terminal.wait_for("Het dossier");
    go(&mut terminal, "4", "De Linde · Fase 4");
    terminal.keys("b");
    terminal.wait_for("Vertrouwelijkheid");
    terminal.wait_for("besproken");
    terminal.keys("c");
    terminal.wait_for("De startbijeenkomst duurde 21 minuten.");
    open_step(&mut terminal, "d", "Maak een evaluatieafspraak");
    terminal.go_down_to("Voorstel: donderdag 28 mei 2026");
    terminal.keys(key::ENTER);
    terminal.wait_for("over 2 weken");
    to_list(&mut terminal);
    compose(&mut terminal);
    terminal.quit();
}

/// Phase 5, step 1.
fn compose(terminal: &mut Terminal) {
    go(terminal, "5", "De Linde · Fase 5");
    open_step(terminal, "a", "Vraag Sam wie er de volgende keer bij");
    terminal.go_down_to("Laten zien");
    terminal.keys(key::ENTER);
    terminal.nobody_looks_along();
    terminal.go_down_to("Dezelfde groep als nu");
    terminal.choose(key::ENTER, "besloten");
    to_list(terminal);
}

/// Phase 5, step 2.
fn follow_up(world: &World) {
    let mut terminal = open_group(world);
    go(&mut terminal, "5", "De Linde · Fase 5");
    open_step(&mut terminal, "b", "Volg steeds de vaste volgorde");
    terminal.go_down_to("Een vervolgbijeenkomst beginnen");
    terminal.keys(key::ENTER);
    hold(world, &mut terminal, "1 Hoe gaat het", 7, "over 13 weken");
    terminal.go_down_to("Klaar, terug naar het overzicht");
    terminal.keys(key::ENTER);
    terminal.wait_for("Het dossier");
    compose(&mut terminal);
    terminal.quit();
}

/// Phase 6: whether it is time, the group anew, care, relapse, the handover.
fn handover(world: &World) {
    let mut terminal = open_group(world);
    go(&mut terminal, "6", "De Linde · Fase 6");
    open_step(&mut terminal, "a", "Bekijk de groep opnieuw");
    press_until(&mut terminal, "Van de doelen is gelukt wat kon", " ", "ja");
    press_until(&mut terminal, "Sam merkt herstel", " ", "ja");
    press_until(&mut terminal, "Sam wil opnieuw naar de groep", " ", "ja");
    fill(&mut terminal, "vanaf wanneer?", "De huisarts");
    tick(&mut terminal);
    open_step(&mut terminal, "b", "Bespreek minder zorg");
    press_until(&mut terminal, "huisarts", " ", "ja");
    fill(&mut terminal, "nummer.", "Recepten via de huisarts");
    tick(&mut terminal);
    open_step(&mut terminal, "c", "Spreek af wat je doet bij terugval");
    type_in(&mut terminal, "Rita belt Lot");
    tick(&mut terminal);
    open_step(&mut terminal, "d", "Regel de overdrachtsbijeenkomst");
    terminal.go_down_to("Een overdrachtsbijeenkomst beginnen");
    terminal.keys(key::ENTER);
    hold(world, &mut terminal, "1 Hoe gaat het", 5, "12 november 2027");
    terminal.go_down_to("Klaar, terug naar het overzicht");
    terminal.keys(key::ENTER);
    terminal.wait_for("Het dossier");
    compose(&mut terminal);
    terminal.quit();
}

/// `kring show` names all of it, and nothing of an interview.
fn shows_all_of_it(world: &World) {
    let shown = world.kring(&["show", "linde"]);
    for words in [
        "25 van de 25 stappen zijn klaar",
        "Sam, thuis, met moeder erbij",
        "woensdag 11 februari 2026",
        "Rita Vos     moeder",
        "Kort 1  Twee keer per week wandelen",
        "Lang 1  Weer vrijwilligerswerk",
        "dinsdag 12 mei 2026",
        "een brief",
        "bellen",
        "Verdiepingsgesprek gehouden",
        "Kees Blom  vertrouwd",
        "met Kees Blom (los)",
        "Voorzitter             Sam Vos",
        "Procesbewaker          Kees Blom",
        "Notulist               Lot Verbeek",
        "Heet iedereen welkom",
        "Buurthuis De Kade",
        "groepsapp",
        "startbijeenkomst, 21 minuten",
        "vervolgbijeenkomst, 21 minuten",
        "overdrachtsbijeenkomst, 15 minuten",
        "donderdag 28 mei 2026",
        "De huisarts",
        "Recepten via de huisarts",
        "Rita belt Lot",
        "Sam wil opnieuw naar de groep kijken",
    ] {
        assert!(shown.contains(words), "{words:?} is not in\n{shown}");
    }
    assert!(!shown.contains("geheimstaal"), "{shown}");
    let check = world.run(&["check"]);
    assert!(check.status.success());
}
