//! Making groups, and looking at them.

use serde_json::{Value, json};

use crate::shell::desk::{Desk, get};

#[test]
fn the_practice_group_is_made_once_and_then_left_alone() {
    let desk = Desk::new();
    let made = desk.done(&["example"]);
    assert!(made.contains("De oefengroep De Vuurtoren staat klaar."), "{made}");
    assert!(made.contains("kring meet vuurtoren"), "{made}");
    assert!(made.contains(&desk.dir().join("groups").join("vuurtoren").display().to_string()));
    let before = get(&desk.group("vuurtoren"));
    let again = desk.done(&["example"]);
    assert!(again.contains("er is niets veranderd"), "{again}");
    assert_eq!(get(&desk.group("vuurtoren")), before);
    desk.set_clock("2026-12-24T14:00:00+01:00");
    desk.done(&["example"]);
    assert_eq!(get(&desk.group("vuurtoren")), before);
}

#[test]
fn the_practice_group_can_be_made_anew_and_the_old_one_is_kept() {
    let desk = Desk::practised();
    desk.set_clock("2026-12-24T14:00:00+01:00");
    desk.done(&["example", "--fresh"]);
    assert!(desk.done(&["list"]).contains("do 24 dec, vandaag"));
    let kept = desk.dir().join("bin").join("vuurtoren-20261224T140000.000").join("group.ron");
    assert!(!get(&kept).is_empty());
    desk.done(&["check"]);
}

#[test]
fn a_practice_group_in_use_is_not_put_aside() {
    let desk = Desk::practised();
    let held = desk.store().open("vuurtoren").unwrap();
    let said = desk.refused(&["example", "--fresh"]);
    assert!(said.starts_with("De oefengroep is open in een ander venster."), "{said}");
    drop(held);
    desk.done(&["example", "--fresh"]);
}

#[test]
fn without_a_terminal_the_app_refuses() {
    let desk = Desk::new();
    for args in [&[][..], &["--lang", "nl"]] {
        assert!(desk.refused(args).starts_with("Hier is geen terminal"));
    }
    let said = desk.kring(&["--lang", "en", "example", "--meet"]);
    assert_eq!(said.code, Some(1));
    assert!(said.out.contains("The practice group The Lighthouse is ready."), "{}", said.out);
    assert!(said.err.starts_with("There is no terminal here"), "{}", said.err);
    assert!(desk.refused(&["meet", "vuurtoren"]).starts_with("Hier is geen terminal"));
}

#[test]
fn a_list_is_a_line_a_group() {
    let desk = Desk::practised();
    desk.done(&["new", "De Linde"]);
    let expected = "\
De Linde      fase 1 Voorbereiding                   0/25 stappen   geen datum          0 afspraken open
De Vuurtoren  fase 5 Vervolg- en themabijeenkomsten  21/25 stappen  zo 22 nov, vandaag  5 afspraken open
";
    assert_eq!(desk.done(&["list"]), expected);
    let english = desk.done(&["--lang", "en", "list"]);
    let line = "21/25 steps  Sun 22 Nov, today  5 agreements open\n";
    assert!(english.contains(line), "{english}");
}

#[test]
fn a_list_for_another_program_has_names_that_stay() {
    let desk = Desk::practised();
    let list: Value = serde_json::from_str(&desk.done(&["list", "--json"])).unwrap();
    let expected = json!([{
        "slug": "vuurtoren",
        "name": "De Vuurtoren",
        "phase": 5,
        "steps_done": 21,
        "next": "2026-11-22",
        "open_agreements": 5,
        "unfinished": false,
        "late": 0,
        "error": null,
    }]);
    assert_eq!(list, expected);
    assert_eq!(Desk::new().done(&["list", "--json"]), "[]\n");
}

#[test]
fn a_group_is_shown_without_ids_and_without_who_does_not_join() {
    let desk = Desk::practised();
    let shown = desk.done(&["show", "vuur"]);
    for text in [
        "Fase 5, Vervolg- en themabijeenkomsten. 21 van de 25 stappen zijn klaar.",
        "Regieondersteuner      Lot Verbeek",
        "Zorgverantwoordelijke  Ayla Demir",
        "Voorzitter             Noor Haddad",
        "Noor Haddad   cliënt",
        "Kort 2  Eén keer per week samen eten (nieuw)",
        "Piet   Piet fietst met Noor mee naar de tuin (elke woensdag)",
        "Hoe vaak               eens per 3 maanden",
        "zo 22 nov, vandaag, 14.00 uur, Buurthuis De Kade",
        "24 aug 2026  vervolgbijeenkomst",
    ] {
        assert!(shown.contains(text), "{text}\n\n{shown}");
    }
    assert!(!shown.contains("Daniël"), "{shown}");
    assert!(shown.contains("Joëlle Meerman  wil ik vragen"), "{shown}");
    let id = |word: &str| {
        let digits = word.trim_start_matches(['p', 'g', 'a']);
        digits.len() + 1 == word.len() && digits.parse::<u32>().is_ok()
    };
    assert!(!shown.split_whitespace().any(id), "{shown}");
}

#[test]
fn a_group_is_made_with_the_name_that_was_typed() {
    let desk = Desk::new();
    let made = desk.done(&["new", "Coördinatie & Co"]);
    assert!(made.contains("De groep Coördinatie & Co is er."), "{made}");
    assert!(made.contains("kring show coordinatie-co"), "{made}");
    assert!(desk.done(&["show", "coördi"]).starts_with("Coördinatie & Co\nFase 1"));
    assert!(desk.refused(&["new", " "]).starts_with("Een groep heeft een naam nodig."));
    assert_eq!(desk.kring(&["new"]).code, Some(2));
}
