//! Everything the shell says of groups with evil in them, and of evil that it is asked.

use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use kring::cli::{DONE, Environment, PassphrasePrompt, run};
use kring::export::format::Format;
use kring::language::Language;
use kring::store::key::Secret;
use serde_json::Value;
use strum::VariantArray;

use crate::evil::harm::{EVIL, assert_harmless, tame};
use crate::evil::markdown;
use crate::evil::poison::{BROKEN, Manner, POISONED, TAKEN, disk, dossier};
use crate::rig::memory::{Memory, ROOT, StillClock, store};

/// Everything that can be exported, now or later.
const EXPORTS: [&str; 11] = [
    "minutes",
    "plan",
    "card",
    "agenda",
    "chair",
    "invitation",
    "questionnaire",
    "sociogram",
    "agreements",
    "calendar",
    "dossier",
];

/// What the shell said.
struct Said {
    code: u8,
    out: String,
    err: String,
}

/// A shell, and the disk it works on.
struct Shell {
    language: Language,
    memory: Memory,
}

/// Nobody types a passphrase here.
#[derive(Debug)]
struct Nobody;

impl PassphrasePrompt for Nobody {
    fn secret(&self, _question: &str) -> io::Result<Secret> {
        Err(io::ErrorKind::Unsupported.into())
    }
}

impl Shell {
    /// Asks, and finds nothing harmful in the answer.
    fn ask(&self, args: &[&str]) -> Said {
        self.ask_in(PathBuf::from(ROOT), args)
    }

    fn ask_in(&self, dir: PathBuf, args: &[&str]) -> Said {
        let environment = Environment {
            dir: Some(dir),
            program: None,
            fallback_roots: Vec::new(),
            prompt: Arc::new(Nobody),
            is_terminal: true,
            force_tty: false,
            files: Arc::new(self.memory.clone()),
            clock: Arc::new(StillClock::new()),
        };
        let lang = if self.language == Language::Dutch { "nl" } else { "en" };
        let args: Vec<OsString> =
            ["--lang", lang].iter().chain(args).copied().map(OsString::from).collect();
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let code = run(args.clone(), &environment, &mut out, &mut err, &mut |_| Ok(()));
        let [out, err] = [out, err].map(|bytes| String::from_utf8(bytes).unwrap());
        assert_harmless(&out, &format!("what {args:?} says"));
        assert_harmless(&err, &format!("what {args:?} complains of"));
        Said { code, out, err }
    }

    /// A sentence and a hint, and nothing else.
    fn refused(&self, args: &[&str]) {
        let said = self.ask(args);
        assert_ne!(said.code, DONE, "{args:?}");
        assert_eq!((said.out.as_str(), said.err.lines().count()), ("", 2), "{args:?} {}", said.err);
    }
}

fn shells() -> [Shell; 4] {
    [
        (Language::Dutch, Manner::Instead),
        (Language::Dutch, Manner::Behind),
        (Language::English, Manner::Instead),
        (Language::English, Manner::Behind),
    ]
    .map(|(language, manner)| Shell { language, memory: disk(language, manner) })
}

#[test]
fn groups_are_told_without_harm() {
    for shell in shells() {
        let list = shell.ask(&["list"]);
        assert_eq!(list.out.lines().count(), 2 + BROKEN.len(), "a line a group: {}", list.out);
        let rows: Value = serde_json::from_str(&shell.ask(&["list", "--json"]).out).unwrap();
        for text in strings(&rows) {
            assert_harmless(text, "the list as JSON");
            assert!(!text.contains('\n'), "{text:?}");
        }
        for slug in [POISONED, TAKEN] {
            assert!(shell.ask(&["show", slug]).out.contains("script"));
        }
        for slug in BROKEN {
            shell.refused(&["show", slug]);
            shell.refused(&["meet", slug]);
        }
        let checked = shell.ask(&["check"]).err;
        assert!(checked.contains("journal.·[31m:1:"), "{checked}");
    }
}

fn strings(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(values) => values.iter().flat_map(strings).collect(),
        Value::Object(values) => values.values().flat_map(strings).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn what_is_asked_is_answered_without_harm() {
    for shell in shells() {
        shell.refused(&["show", EVIL]);
        shell.refused(&["meet", EVIL]);
        shell.refused(&["new", EVIL]);
        shell.refused(&["export", EVIL, "minutes"]);
        shell.refused(&["export", POISONED, EVIL]);
        shell.refused(&["export", POISONED, "minutes", "--meeting", EVIL]);
        shell.refused(&["export", POISONED, "minutes", "--format", EVIL]);
        shell.refused(&["check", EVIL]);
        shell.refused(&[EVIL]);
        shell.refused(&["list", EVIL]);
        shell.refused(&["list", &format!("--{EVIL}")]);
        shell.refused(&["--lang", EVIL]);
        shell.ask(&["help", EVIL]);
        shell.ask(&["export", POISONED, "minutes", "-o", EVIL]);
        for args in [&["list"][..], &["check"], &["example"], &["show", "x"], &["new", "De Linde"]]
        {
            shell.ask_in(PathBuf::from(EVIL), args);
            shell.ask(&[&["--dir", EVIL], args].concat());
        }
    }
}

#[test]
fn settings_that_do_not_read_are_told_without_harm() {
    let shell = &shells()[0];
    let settings = store(&shell.memory, &Arc::new(StillClock::new())).folder.settings();
    for text in [EVIL.to_owned(), format!("Settings(kring: 2, {EVIL}: 1)"), format!("{EVIL:?}")] {
        shell.memory.put(settings.clone(), text.into());
        assert!(shell.ask(&["list"]).err.contains("kring.ron"));
    }
}

#[test]
fn exports_are_harmless_in_whatever_holds_them() {
    for language in [Language::Dutch, Language::English] {
        for manner in [Manner::Instead, Manner::Behind] {
            let shell = |string: &str| {
                let memory = Memory::default();
                let store = store(&memory, &Arc::new(StillClock::new()));
                store.put(POISONED, &dossier(language, manner, string)).unwrap();
                Shell { language, memory }
            };
            let (evil, tame) = (shell(EVIL), shell(&tame()));
            let formats = Format::VARIANTS.iter().map(|format| format.name());
            let each =
                EXPORTS.iter().flat_map(|what| formats.clone().map(move |format| (*what, format)));
            let written = each.filter(|(what, format)| assert_export(&evil, &tame, what, format));
            assert!(written.count() >= 2, "the minutes, in two formats");
        }
    }
}

/// What is exported is safe, if it is there yet. Returns whether it is.
fn assert_export(evil: &Shell, tame: &Shell, what: &str, format: &str) -> bool {
    let mut args = vec!["export", POISONED, what, "--format", format];
    if what == "minutes" {
        args.extend(["--meeting", "all"]);
    }
    let said = evil.ask(&args);
    if said.code == DONE {
        assert!(said.out.contains("script"), "{args:?}: nothing evil is in it");
        assert_inert(format, &said.out, &tame.ask(&args).out);
    }
    said.code == DONE
}

/// What somebody typed does nothing in the program that opens a file of this format.
fn assert_inert(format: &str, evil: &str, tame: &str) {
    match format {
        "md" => markdown::assert_inert(evil, tame),
        // Plain text does nothing once no character in it does, and that was seen to.
        "txt" => {}
        _ => panic!("{format} needs a rule of its own: what does nothing in it?"),
    }
}
