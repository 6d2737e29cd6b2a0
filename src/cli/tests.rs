//! The commands, run in this process.

use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use chrono::DateTime;
use strum::VariantArray;

use super::*;
use crate::clock::Clock;
use crate::domain::hour::ClockReading;
use crate::export::format::Format;
use crate::language::Language;
use crate::store::files::{Disk, Files};
use crate::store::folder::DataFolder;
use crate::store::key::Secret;
use crate::store::opened::Access;

#[derive(Debug)]
struct Noon;

impl Clock for Noon {
    fn read(&self) -> ClockReading {
        let wall = DateTime::parse_from_rfc3339("2026-11-22T12:00:00+01:00").unwrap();
        ClockReading { wall, steady: Duration::ZERO }
    }
}

/// Nobody types a passphrase here.
#[derive(Debug)]
struct Nobody;

impl PassphrasePrompt for Nobody {
    fn secret(&self, _question: &str) -> io::Result<Secret> {
        Err(io::ErrorKind::Unsupported.into())
    }
}

fn environment(dir: &Path, is_terminal: bool) -> Environment {
    Environment {
        dir: Some(dir.to_owned()),
        program: None,
        fallback_roots: Vec::new(),
        is_terminal,
        force_tty: false,
        prompt: Arc::new(Nobody),
        files: Arc::new(Disk),
        clock: Arc::new(Noon),
    }
}

#[derive(Debug, Default)]
struct Said {
    code: u8,
    out: String,
    err: String,
    started: Option<AppStart>,
}

fn kring(dir: &Path, typed: &str) -> Said {
    typed_in(&environment(dir, true), typed)
}

fn typed_in(env: &Environment, typed: &str) -> Said {
    let (mut out, mut err, mut started) = (Vec::new(), Vec::new(), None);
    let args = typed.split_whitespace().map(OsString::from).collect();
    let code = run(args, env, &mut out, &mut err, &mut |start| {
        started = Some(start);
        Ok(())
    });
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Said { code, out: text(out), err: text(err), started }
}

/// Words that wait outside the data folder are not passed over.
#[test]
fn a_check_says_where_words_wait_that_are_not_home_yet() {
    let (dir, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let places = vec![elsewhere.path().to_owned()];
    let env = Environment { fallback_roots: places.clone(), ..environment(dir.path(), true) };
    assert_eq!(typed_in(&env, "new De Linde").code, DONE);
    assert_eq!(typed_in(&env, "check").out.lines().count(), 1);
    let folder = DataFolder::new(dir.path().to_owned());
    let store = Store::new(Arc::new(Disk), folder, Arc::new(Noon)).with_fallback_roots(places);
    let fallback = store.fallbacks("linde").remove(0);
    fallback.files.create_dir(fallback.folder.path()).unwrap();
    fallback.files.create(&fallback.folder.journal(1), b"words").unwrap();
    let said = typed_in(&env, "check");
    assert_eq!(said.code, DONE);
    assert!(said.out.contains("Je laatste woorden staan in"), "{}", said.out);
}

#[test]
fn the_app_begins_with_what_was_asked() {
    let dir = tempfile::tempdir().unwrap();
    let begins = |typed| {
        let start = kring(dir.path(), typed).started.unwrap();
        let opened = start.meet.map(|opened| {
            assert!(matches!(opened.access, Access::Ours(_)), "it is opened for writing");
            opened.slug
        });
        (start.language, opened)
    };
    assert_eq!(begins(""), (Language::Dutch, None));
    let group = || Some("vuurtoren".to_owned());
    assert_eq!(begins("example --meet --lang en"), (Language::English, group()));
    assert_eq!(begins("meet the"), (Language::Dutch, group()));
}

#[test]
fn an_app_that_stops_says_why() {
    let dir = tempfile::tempdir().unwrap();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let env = environment(dir.path(), true);
    let code = run(Vec::new(), &env, &mut out, &mut err, &mut |_| Err(Crash::Said("weg")));
    assert_eq!(code, REFUSED);
    let said = String::from_utf8(err).unwrap();
    assert!(said.starts_with("kring kan niet verder: weg\nMeld dit"), "{said}");
}

#[test]
fn every_command_and_its_help_is_there_in_both_languages() {
    for words in [Words(Language::Dutch), Words(Language::English)] {
        parser::parser(COMMANDS, words).debug_assert();
    }
    let dir = tempfile::tempdir().unwrap();
    for name in COMMANDS.iter().map(|command| command.name) {
        let dutch = kring(dir.path(), &format!("{name} --help"));
        assert_eq!((dutch.code, dutch.err.as_str()), (DONE, ""));
        assert!(
            dutch.out.contains(&format!("Gebruik: kring {name}")) && dutch.out.contains("Opties:")
        );
        assert!(dutch.out.contains("Voorbeeld") && dutch.out.contains(&format!("  kring {name}")));
        assert!(!dutch.out.contains("Usage") && !dutch.out.contains("Print"), "{}", dutch.out);
        let english = kring(dir.path(), &format!("--lang en help {name}"));
        assert!(
            english.out.contains(&format!("Usage: kring {name}"))
                && english.out.contains("Options:")
        );
    }
}

#[test]
fn the_help_of_an_export_names_every_format() {
    let dir = tempfile::tempdir().unwrap();
    for language in ["nl", "en"] {
        let help = kring(dir.path(), &format!("export --help --lang {language}")).out;
        for format in Format::VARIANTS {
            let described = help.contains(&format!("{} (", format.name()));
            let names = help.split(|c: char| !c.is_alphanumeric());
            let times = names.filter(|name| *name == format.name()).count();
            assert!(described && times >= 3, "usage, value and description: {help}");
        }
    }
}

#[test]
fn what_cannot_be_exported_is_refused_with_the_nearest() {
    let dir = tempfile::tempdir().unwrap();
    for what in ["plan", "minuets", "Minutes"] {
        let said = kring(dir.path(), &format!("export linde {what}"));
        assert_eq!((said.code, said.out.as_str()), (REFUSED, ""), "{what}");
        let sentence = format!("{what} is niets wat kring kan maken.\nBedoel je minutes? ");
        assert!(said.err.starts_with(&sentence), "{}", said.err);
    }
}

#[test]
fn the_settings_choose_the_language_and_a_broken_file_stops_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let settings = dir.path().join("kring.ron");
    Disk.create(&settings, b"Settings(kring: 2, language: English)\n").unwrap();
    assert!(kring(dir.path(), "list").out.contains("There is no group yet."));
    assert!(kring(dir.path(), "list --lang nl").out.contains("Er is nog geen groep."));
    Disk.remove(&settings).unwrap();
    Disk.create(&settings, b"Settings(kring: 2, language: Frisian)\n").unwrap();
    let said = kring(dir.path(), "list");
    assert_eq!(said.code, DONE);
    assert!(said.out.contains("Er is nog geen groep."));
    assert!(said.err.contains("kring.ron:1:"), "{}", said.err);
    assert!(said.err.contains("Hier kan geen Frisian staan; wel: Dutch, English."), "{}", said.err);
}

#[test]
fn a_group_is_found_by_an_unambiguous_beginning() {
    let dir = tempfile::tempdir().unwrap();
    for name in ["Het Anker", "Anker Twee", "De Linde"] {
        assert_eq!(kring(dir.path(), &format!("new {name}")).code, DONE);
    }
    for (asked, found) in [
        ("anker", "Het Anker"),
        ("ANKER", "Het Anker"),
        ("anker-t", "Anker Twee"),
        ("het", "Het Anker"),
        ("de", "De Linde"),
        ("lin", "De Linde"),
    ] {
        let said = kring(dir.path(), &format!("show {asked}"));
        assert!(said.out.starts_with(found), "{asked}: {said:?}");
    }
    let several = kring(dir.path(), "show an");
    assert_eq!(several.code, REFUSED);
    assert_eq!(several.err, "2 groepen beginnen met an.\nKies: anker, anker-twee\n");
    let unknown = kring(dir.path(), "show lidne");
    assert_eq!(unknown.code, REFUSED);
    assert_eq!(
        unknown.err,
        "Er is geen groep die lidne heet.\nBedoel je linde? Alle groepen: kring list\n"
    );
}

#[test]
fn what_is_not_understood_is_said_in_one_line_with_a_hint() {
    let dir = tempfile::tempdir().unwrap();
    for (typed, sentence, hint) in [
        ("exampel", "De opdracht exampel bestaat niet.", "Bedoel je example? Uitleg: kring --help"),
        ("export", "Hier ontbreekt nog: GROEP, WAT.", "Uitleg: kring export --help"),
        ("list --jsn", "--jsn hoort hier niet.", "Bedoel je --json? Uitleg: kring list --help"),
        ("list nog iets", "nog hoort hier niet.", "Uitleg: kring list --help"),
        ("--lang de", "--lang kent de niet.", "Uitleg: kring --help"),
        ("--lang", "Hier ontbreekt nog: --lang nl|en.", "Uitleg: kring --help"),
        ("list --lang nl --lang nl", "--lang staat er twee keer.", "Uitleg: kring list --help"),
        ("list --json --json", "--json staat er twee keer.", "Uitleg: kring list --help"),
        (
            "--lang en shwo x",
            "There is no command shwo.",
            "Do you mean show? For help: kring --help",
        ),
    ] {
        let said = kring(dir.path(), typed);
        assert_eq!((said.code, said.out.as_str()), (USAGE, ""), "{typed}");
        assert_eq!(said.err, format!("{sentence}\n{hint}\n"), "{typed}");
    }
}

#[test]
fn a_name_that_would_do_harm_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let long = "a".repeat(61);
    for name in ["a\u{1b}[2J", "a\u{202e}b", "Vuurtoren", long.as_str()] {
        let said = kring(dir.path(), &format!("new {name}"));
        assert_eq!((said.code, said.out.as_str()), (REFUSED, ""), "{name}");
        assert!(!said.err.contains('\u{1b}'));
    }
    assert!(kring(dir.path(), "list").out.contains("Er is nog geen groep."));
}

#[test]
fn what_comes_next_goes_to_the_same_folder() {
    let dir = tempfile::tempdir().unwrap();
    let there = dir.path().join("hier").display().to_string();
    let said = kring(dir.path(), &format!("--dir {there} new De Linde"));
    assert!(said.out.contains(&format!("kring --dir {there} show linde")), "{}", said.out);
    assert!(kring(dir.path(), "list").out.contains("Er is nog geen groep."));
    for typed in [format!("list --dir={there}"), format!("--dir nergens list --dir {there}")] {
        assert!(kring(dir.path(), &typed).out.starts_with("De Linde"), "{typed}");
    }
}

#[test]
fn an_export_never_comes_among_the_groups() {
    let dir = tempfile::tempdir().unwrap();
    kring(dir.path(), "example");
    let groups = dir.path().join("groups");
    let before = Disk.list(&groups).unwrap();
    for path in ["groups/x.md", "bin/../groups/vuurtoren/group.ron", "groups"] {
        let path = dir.path().join(path).display().to_string();
        let said = kring(dir.path(), &format!("export vuurtoren minutes -o {path}"));
        assert_eq!((said.code, said.out.as_str()), (REFUSED, ""), "{path}");
    }
    assert_eq!(Disk.list(&groups).unwrap(), before);
    assert_eq!(kring(dir.path(), "check").code, DONE);
    let folder = dir.path().display().to_string();
    let said = kring(dir.path(), &format!("export vuurtoren minutes -o {folder}"));
    assert_eq!(said.code, REFUSED);
}

struct Full;

impl Write for Full {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::StorageFull.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_text_that_cannot_be_written_is_no_success() {
    let dir = tempfile::tempdir().unwrap();
    let (env, mut err) = (environment(dir.path(), false), Vec::new());
    let code = run(vec!["list".into()], &env, &mut Full, &mut err, &mut |_| Ok(()));
    assert_eq!(code, REFUSED);
    assert_eq!(String::from_utf8(err).unwrap(), "kring kan niet verder: de schijf is vol\n");
}
