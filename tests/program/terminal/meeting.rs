//! A whole follow-up meeting, typed as a minute taker types it, and what it leaves behind.

use chrono::TimeDelta;

use crate::terminal::harness::key;
use crate::terminal::harness::screen::squeezed;
use crate::terminal::harness::terminal::Terminal;
use crate::terminal::harness::world::World;
use crate::terminal::structures::finish;
use crate::terminal::talk;

/// One that Lot types whole, without Tab.
const WHOLE: &str = "! Lot mailt de boottijden rond @Lot vrijdag";

#[test]
fn a_follow_up_meeting_is_held_and_minuted_whole() {
    let world = World::new();
    let mut terminal = world.meet();
    attend(&mut terminal);
    check_in(&world, &mut terminal);
    previous_minutes(&world, &mut terminal);
    goals(&world, &mut terminal);
    signalling_plan(&world, &mut terminal);
    frequency(&mut terminal);
    theme(&world, &mut terminal);
    next_date(&mut terminal);
    close(&mut terminal);
    terminal.quit();
    assert_minutes(&world);
    next_meeting_asks_about_agreements(&world);
}

/// Karin sent word, and Ayla comes later.
fn attend(terminal: &mut Terminal) {
    terminal.wait_for("Enter begint het uur");
    terminal.go_down_to("Ayla Demir");
    terminal.keys("k");
    terminal.wait_for("Hoe laat is Ayla er?");
    terminal.keys(&key::BACKSPACE.repeat("14.00".len()));
    terminal.keys("14.20");
    terminal.wait_for("14.20 uur");
    terminal.keys(key::ENTER);
    terminal.wait_for("is er om 14.20 uur (verwacht)");
    terminal.go_down_to("Karin de Wit");
    terminal.choose(" ", "afgemeld");
    terminal.keys(key::ENTER);
    terminal.wait_for("1 Hoe gaat het");
    terminal.wait_for("nog 60 minuten");
}

fn check_in(world: &World, terminal: &mut Terminal) {
    write_all(terminal, talk::CHECK_IN);
    terminal.tab_to_matter();
    terminal.go_down_to("Piet");
    terminal.choose(" ", "aan het woord geweest");
    world.pass_minutes(terminal, 7);
    terminal.wait_for("nog 53 minuten");
    next(terminal, "2 Verslag van de vorige bijeenkomst");
}

fn previous_minutes(world: &World, terminal: &mut Terminal) {
    write_all(terminal, talk::PREVIOUS);
    terminal.tab_to_matter();
    terminal.go_down_to("Piet fietst met Noor mee naar de tuin");
    // It recurs: that it went well is of this time, and ending it is a choice of its own.
    terminal.choose(" ", "gelukt, deze keer");
    terminal.choose(" ", "klaar, stopt");
    terminal.choose(" ", "loopt nog");
    terminal.go_down_to("Sanne zoekt uit wanneer");
    terminal.choose(" ", "gelukt");
    // It is not due yet, and can be answered all the same.
    terminal.go_down_to("afspraak loopt nog");
    terminal.keys(key::ENTER);
    terminal.wait_for("dicht");
    terminal.go_down_to("Lot rekent met Noor uit");
    terminal.choose(" ", "gelukt");
    terminal.choose(" ", "loopt nog");
    terminal.choose(" ", "nog niet gelukt");
    world.pass_minutes(terminal, 5);
    next(terminal, "3 Hersteldoelen en werkafspraken");
}

fn goals(world: &World, terminal: &mut Terminal) {
    write_all(terminal, talk::GOALS);
    terminal.write("! Piet belt de coördinator over de sleutel van het hek @Pi");
    complete(terminal, "hek @Piet");
    terminal.keys("@Ko");
    terminal.wait_for("@Ko");
    complete(terminal, "@Kort 1");
    terminal.keys("2 maart");
    terminal.wait_for("afspraak · Piet · ma 2 mrt · Kort 1");
    terminal.keys(key::ENTER);
    terminal.write(&format!("{WHOLE}\n"));
    terminal.wait_for("afspraak · Lot · vr 13 feb");
    agree_by_questions(terminal);
    terminal.tab_to_matter();
    terminal.go_down_to("Sinds de vorige keer");
    terminal.choose(" ", "een stap vooruit");
    world.pass_minutes(terminal, 9);
    pause(world, terminal);
    ayla_arrives(terminal);
    next(terminal, "4 Signaleringsplan");
}

fn agree_by_questions(terminal: &mut Terminal) {
    terminal.keys(key::F4);
    terminal.wait_for("Wat spreken jullie af?");
    terminal.keys("Sanne en Noor kiezen een nacht voor het eiland\r");
    terminal.wait_for("Noor, Lot, Ayla");
    terminal.keys("Sanne, Noor\r");
    terminal.wait_for("over 3 weken");
    terminal.keys("over 3 weken");
    terminal.wait_for("donderdag 5 maart 2026");
    terminal.keys("\rLang 2");
    terminal.wait_for("Met Sanne naar het eiland");
    terminal.keys(key::ENTER);
    terminal.wait_for("afspraak · Sanne, Noor · do 5 mrt · Lang 2");
}

/// Ayla is there now; until somebody says so she is expected.
fn ayla_arrives(terminal: &mut Terminal) {
    terminal.escape_to("naar dit punt");
    terminal.keys("w");
    terminal.wait_for("is er om 14.20 uur (verwacht)");
    terminal.go_down_to("Ayla Demir");
    terminal.choose(" ", "aanwezig vanaf 14.20");
    terminal.escape_to("naar dit punt");
    terminal.keys("3");
    terminal.wait_for("Sanne en Noor kiezen een nacht");
}

/// A pause of four minutes, which do not count.
fn pause(world: &World, terminal: &mut Terminal) {
    terminal.wait_for("nog 39 minuten");
    terminal.keys(key::F5);
    terminal.wait_for("pauze · nog 39 minuten");
    world.pass_minutes(terminal, 4);
    terminal.wait_for("pauze · nog 39 minuten");
    terminal.keys(key::F5);
    terminal.wait_without("pauze ·");
    terminal.wait_for("nog 39 minuten");
}

fn signalling_plan(world: &World, terminal: &mut Terminal) {
    write_all(terminal, talk::PLAN);
    assert!(!terminal.text().contains("groen: het gaat goed"), "the plan shows unasked");
    terminal.tab_to_matter();
    terminal.go_down_to("Mag het plan op het scherm?");
    terminal.keys(" ");
    terminal.wait_for("groen: het gaat goed");
    terminal.go_down_to("groen: het gaat goed");
    terminal.keys(" ");
    terminal.wait_for("Ik maak grapjes, ook flauwe");
    terminal.go_down_to("Vandaag besproken");
    terminal.choose(" ", "ja");
    big_clock(terminal);
    world.pass_minutes(terminal, 6);
    next(terminal, "5 Hoe vaak we bij elkaar komen");
}

fn big_clock(terminal: &mut Terminal) {
    terminal.keys(key::F6);
    terminal.wait_for("Esc terug");
    let digits = terminal.text();
    assert!(digits.contains('█') && digits.contains("minuten"), "{digits}");
    assert!(!digits.contains("Noor"), "{digits}");
    terminal.escape_to("4 Signaleringsplan");
}

fn frequency(terminal: &mut Terminal) {
    write_all(terminal, talk::FREQUENCY);
    terminal.tab_to_matter();
    // The focus begins where something is chosen already.
    terminal.step_to("eens per 2 maanden", key::UP);
    terminal.choose(" ", "gekozen");
    next(terminal, "6 Thema: samen iets leren");
}

fn theme(world: &World, terminal: &mut Terminal) {
    write_all(terminal, talk::THEME);
    hide(terminal);
    terminal.tab_to_matter();
    terminal.go_down_to("Hoop.");
    terminal.choose(" ", "gekozen");
    world.pass_minutes(terminal, 5);
    next(terminal, "7 Datum van de volgende bijeenkomst");
}

/// One key, and nothing of anybody is on the screen.
fn hide(terminal: &mut Terminal) {
    terminal.keys(key::F9);
    terminal.wait_for("Het scherm is verborgen");
    let hidden = terminal.text();
    for word in ["Noor", "Vuurtoren", "Thema", "minuten", "Karin"] {
        assert!(!hidden.contains(word), "{word} in\n{hidden}");
    }
    terminal.keys(key::F9);
    terminal.wait_for("6 Thema: samen iets leren");
}

fn next_date(terminal: &mut Terminal) {
    write_all(terminal, talk::NEXT_DATE);
    terminal.tab_to_matter();
    // The time is that of this meeting, until somebody types another.
    terminal.wait_for("Tijd      14.00");
    terminal.go_down_to("donderdag 9 april 2026");
    terminal.choose(" ", "gekozen");
    next(terminal, "Samen afronden");
}

/// Reading back together, agreeing the minutes, and the talk afterwards.
fn close(terminal: &mut Terminal) {
    terminal.wait_for("Afgesproken");
    terminal.wait_for("Lot mailt de boottijden rond · Lot · vr 13 feb");
    finish(terminal);
    terminal.wait_for("bijeenkomst afgerond");
    assert!(terminal.text().contains("nog niet"), "{}", terminal.text());
    terminal.go_down_to("Noor vindt het verslag goed");
    terminal.choose(" ", "ja, zelf gelezen");
    terminal.choose(" ", "ja, samen gelezen");
    terminal.go_down_to("Dezelfde groep als nu");
    terminal.choose(" ", "besloten");
    terminal.wait_until("a decision", |screen| !screen.contents().contains("nog niet besloten"));
}

/// Types lines, each with its Enter.
fn write_all(terminal: &mut Terminal, lines: &[&str]) {
    for line in lines {
        terminal.write(line);
        terminal.keys(key::ENTER);
    }
}

fn complete(terminal: &mut Terminal, whole: &str) {
    terminal.keys(key::TAB);
    terminal.wait_for(whole);
}

fn next(terminal: &mut Terminal, title: &str) {
    terminal.keys(key::PAGE_DOWN);
    terminal.wait_for(title);
}

/// Everything that was typed is in the minutes, as Markdown and as plain text.
fn assert_minutes(world: &World) {
    let typed: usize = talk::ALL.concat().iter().map(|line| line.chars().count()).sum();
    assert!(typed >= 2000, "{typed} characters are no whole meeting");
    let markdown = world.minutes("md").replace('\\', "");
    let plain = squeezed(&world.minutes("txt"));
    // An agreement stands in its list alone, without signs; those are among the facts below.
    for line in talk::ALL.concat().into_iter().filter(|line| !line.starts_with('!')) {
        let words = line.trim_start_matches(['=', ' ']);
        assert!(markdown.contains(words), "{line:?} is not in\n{markdown}");
        assert!(plain.contains(&squeezed(words)), "{line:?} is not in\n{plain}");
    }
    assert!(!markdown.contains("Concept") && !markdown.contains('@'), "{markdown}");
    assert!(markdown.contains("Noor vindt dit verslag goed."), "{markdown}");
    for fact in [
        "Lot mailt de boottijden rond",
        "Sanne en Noor kiezen een nacht voor het eiland",
        "Ayla Demir (psychiater), kwam om 14.20 uur",
        "**Er niet bij:** Karin de Wit",
        "Piet belt de coördinator over de sleutel van het hek",
        "maandag 2 maart 2026",
        "vrijdag 13 februari 2026",
        "Piet, elke woensdag: loopt nog",
        "nog niet gelukt",
        "Kort 1: Eén ochtend per week in de buurttuin",
        "een stap vooruit",
        "groen: het gaat goed",
        "eens per 2 maanden",
        "**Thema:** Hoop",
        "donderdag 9 april 2026",
        "14.00 tot 14.36 uur",
    ] {
        assert!(markdown.contains(fact), "{fact:?} is not in\n{markdown}");
    }
}

fn next_meeting_asks_about_agreements(world: &World) {
    world.pass(TimeDelta::weeks(13));
    let mut terminal = world.meet_and_begin();
    terminal.keys(key::PAGE_DOWN);
    terminal.wait_for("2 Verslag van de vorige bijeenkomst");
    terminal.tab_to_matter();
    for agreement in ["Piet belt de coördinator", "Lot mailt de boottijden", "Sanne en Noor kiezen"]
    {
        terminal.go_down_to(agreement);
        assert!(terminal.text().contains("Hoe ging het?"), "{}", terminal.text());
    }
    terminal.quit();
}
