//! What is broken is said, located and left as it is.

use serde_json::Value;

use crate::shell::desk::{Desk, get, put};

/// Takes a comma out of a group's file and returns its bytes, and its line and column.
fn break_file(desk: &Desk, slug: &str) -> Vec<u8> {
    let path = desk.group(slug);
    let text = String::from_utf8(get(&path)).unwrap();
    let broken = text.replacen("kring: 2,", "kring: 2", 1);
    assert_ne!(text, broken);
    put(&path, broken.as_bytes());
    broken.into_bytes()
}

#[test]
fn a_broken_group_is_located_and_untouched_and_the_others_are_listed() {
    let desk = Desk::practised();
    desk.done(&["new", "De Linde"]);
    let bytes = break_file(&desk, "linde");
    let path = desk.group("linde");
    let located = format!("{}:3:3: Hier hoort een , te staan.\n", path.display());
    for args in [&["show", "linde"][..], &["export", "linde", "minutes"], &["meet", "linde"]] {
        assert!(desk.refused(args).starts_with(&located), "{args:?}");
    }
    let list = desk.kring(&["list"]);
    assert_eq!(list.code, Some(1));
    assert!(list.out.contains("De Vuurtoren  fase 5"), "{}", list.out);
    assert!(list.out.contains("linde         gaat niet open: Hier hoort een , te staan."));
    assert!(list.err.starts_with(&located), "{}", list.err);
    let rows: Value = serde_json::from_str(&desk.kring(&["list", "--json"]).out).unwrap();
    assert_eq!(rows[0]["slug"], "linde");
    assert_eq!(rows[0]["error"], located.trim_end());
    assert_eq!(rows[1]["error"], Value::Null);
    assert!(desk.refused(&["check"]).starts_with(&located));
    let english = desk.kring(&["check", "--lang", "en"]).err;
    assert!(english.contains(":3:3: Expected , here.\n"), "{english}");
    assert_eq!(get(&path), bytes);
    desk.done(&["show", "vuurtoren"]);
}

#[test]
fn a_changed_file_reads_with_a_warning_and_fails_the_check() {
    let desk = Desk::practised();
    let path = desk.group("vuurtoren");
    let text = String::from_utf8(get(&path)).unwrap();
    put(&path, text.replacen("Buurthuis", "Theehuis", 1).as_bytes());
    let shown = desk.kring(&["show", "vuurtoren"]);
    assert_eq!(shown.code, Some(0));
    assert!(shown.out.contains("Noor Haddad"), "{}", shown.out);
    assert!(shown.err.contains("group.ron:") && shown.err.contains("Het controlegetal klopt niet"));
    let checked = desk.refused(&["check"]);
    assert!(checked.contains("Het controlegetal klopt niet"), "{checked}");
}

#[test]
fn what_was_changed_by_hand_is_accepted_when_it_reads() {
    let desk = Desk::practised();
    let path = desk.group("vuurtoren");
    let text = String::from_utf8(get(&path)).unwrap();
    let edited = text.replacen("Buurthuis", "Theehuis", 1);
    put(&path, edited.as_bytes());
    assert!(desk.refused(&["check"]).contains("Keur het goed: kring check --accept PAD"));
    let shown = path.display().to_string();
    let said = desk.done(&["check", "--accept", &shown]);
    assert_eq!(said, format!("Goedgekeurd, met een kopie in de map backups: {shown}\n"));
    assert!(desk.done(&["check"]).ends_with("alles is heel.\n"));
    assert_eq!(desk.done(&["check", "--accept", &shown]), format!("Was al heel: {shown}\n"));
    let said = desk.done(&["check", "--accept", "--lang", "en"]);
    assert_eq!(said, "There is nothing to accept: everything is as kring saved it.\n");
    // Without a path: everything that was changed, and what does not read is said beside it.
    put(&path, edited.as_bytes());
    desk.done(&["new", "De Linde"]);
    let bytes = break_file(&desk, "linde");
    let both = desk.kring(&["check", "--accept"]);
    assert_eq!(both.code, Some(1));
    assert_eq!(both.out, format!("Goedgekeurd, met een kopie in de map backups: {shown}\n"));
    assert!(both.err.contains(":3:3: Hier hoort een , te staan."), "{}", both.err);
    assert!(both.err.ends_with("gebleven zoals het was.\n"), "{}", both.err);
    assert_eq!(get(&desk.group("linde")), bytes);
    assert!(desk.done(&["show", "vuurtoren"]).contains("Noor Haddad"));
}

#[test]
fn a_broken_practice_group_can_be_made_anew() {
    let desk = Desk::practised();
    let bytes = break_file(&desk, "vuurtoren");
    let said = desk.refused(&["example"]);
    assert!(said.ends_with("kring example --fresh\n"), "{said}");
    assert_eq!(get(&desk.group("vuurtoren")), bytes);
    desk.done(&["example", "--fresh"]);
    desk.done(&["show", "vuurtoren"]);
}

#[test]
fn a_file_of_a_newer_kring_is_told_apart() {
    let desk = Desk::practised();
    let newer = b"GroupFile(\n  kring: 3,\n  colours: [],\n)\n";
    put(&desk.group("vuurtoren"), newer);
    let said = desk.refused(&["show", "vuurtoren"]);
    assert!(said.contains(":1:1: Dit bestand is van een nieuwere versie van kring (3;"), "{said}");
    assert_eq!(get(&desk.group("vuurtoren")), newer);
}

/// Fields that this kring does not know are passed over: what it does know can be read.
#[test]
fn a_group_of_a_newer_kring_can_be_read_and_is_not_touched() {
    let desk = Desk::practised();
    let path = desk.group("vuurtoren");
    let text = String::from_utf8(get(&path)).unwrap();
    put(&path, text.replacen("kring: 2,", "kring: 3, colours: [Red(1)],", 1).as_bytes());
    let bytes = get(&path);
    for (args, said) in [
        (&["show", "vuurtoren"][..], "Noor Haddad"),
        (&["list"], "De Vuurtoren  fase 5"),
        (&["export", "vuurtoren", "minutes"], "Noor Haddad"),
    ] {
        let shown = desk.kring(args);
        assert_eq!(shown.code, Some(0), "{}", shown.err);
        assert!(shown.out.contains(said), "{}", shown.out);
        assert!(
            shown.err.contains("group.ron:1:1: Dit bestand is van een nieuwere versie van kring")
        );
        assert!(shown.err.contains("Om te schrijven heb je een nieuwere versie van kring nodig."));
    }
    assert!(desk.refused(&["check"]).contains("nieuwere versie van kring (3;"));
    assert_eq!(get(&path), bytes);
}

#[test]
fn a_check_counts_what_it_read() {
    let desk = Desk::new();
    assert!(desk.done(&["check"]).starts_with("Er is nog niets bewaard"));
    desk.done(&["example"]);
    assert_eq!(desk.done(&["check"]), "7 bestanden nagekeken: alles is heel.\n");
    let group = desk.group("vuurtoren").display().to_string();
    assert_eq!(desk.done(&["check", &group]), "1 bestand nagekeken: alles is heel.\n");
    assert_eq!(desk.done(&["check", &group, "--lang", "en"]), "1 file read: all is well.\n");
    let missing = desk.refused(&["check", "nergens.ron"]);
    assert!(missing.starts_with("nergens.ron:1:1: Dit bestand is er niet."), "{missing}");
}

#[test]
fn what_is_typed_cannot_steer_the_terminal() {
    let desk = Desk::practised();
    let evil = "x\u{1b}[2J\u{202e}\u{7}";
    for args in [&["show", evil][..], &["export", "vuur", evil], &["check", evil], &[evil]] {
        let said = desk.kring(args);
        assert!(!said.err.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{:?}", said.err);
        assert!(said.err.contains("x·[2J··"), "{:?}", said.err);
    }
}

#[cfg(unix)]
#[test]
fn bytes_that_are_no_text_are_no_panic() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let desk = Desk::practised();
    let bytes = OsStr::from_bytes(b"\xff\xfe");
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_kring"))
        .arg("show")
        .arg(bytes)
        .env("KRING_DIR", desk.dir())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().starts_with("Er staat iets"));
}
