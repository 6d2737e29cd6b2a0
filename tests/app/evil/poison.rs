//! A data folder in which every text is evil, as somebody could make it by hand.

use std::path::PathBuf;
use std::sync::Arc;

use kring::clock::Clock;
use kring::domain::arrangements::RoleWords;
use kring::domain::bin::{Binned, Thing};
use kring::domain::dossier::Dossier;
use kring::domain::erasure::{Texts, Visitor};
use kring::domain::goal::Term;
use kring::domain::meeting::Reopening;
use kring::domain::phase::StepState;
use kring::language::Language;
use kring::store::document::encode;
use kring::store::lock::Owner;
use kring::store::migration::VERSION;
use kring::store::settings::Settings;

use crate::evil::harm::EVIL;
use crate::rig::memory::{Memory, ROOT, StillClock, in_group, store};
use crate::rig::practice;

/// The slug of the group with evil in every text.
pub(crate) const POISONED: &str = "aa";
/// The slug of the same group, in use by an evil program.
pub(crate) const TAKEN: &str = "bb";
/// The slugs of groups that do not open.
pub(crate) const BROKEN: [&str; 3] = ["cc", "dd", "ee"];

/// How a text is made evil.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Manner {
    /// There is nothing else.
    Instead,
    /// Every line goes on with it, so that days, names and signs still stand where they are read.
    Behind,
}

/// Puts a string in every text.
struct Poison<'a>(Manner, &'a str);

impl Visitor for Poison<'_> {
    fn text(&mut self, text: &mut String) {
        let Self(manner, evil) = *self;
        let lines = text.lines().map(|line| format!("{line} {evil}"));
        *text = match manner {
            Manner::Behind if !text.is_empty() => lines.collect::<Vec<_>>().join("\n"),
            Manner::Behind | Manner::Instead => evil.to_owned(),
        };
    }

    fn record(&mut self, text: &mut String) {
        self.text(text);
    }
}

/// The practice group with a string in every text, and something in every list.
pub(crate) fn dossier(language: Language, manner: Manner, string: &str) -> Dossier {
    let mut dossier = practice::at(language, StillClock::new().now());
    fill(&mut dossier);
    let mut poison = Poison(manner, string);
    dossier.group.each_text(&mut poison);
    for meeting in dossier.meetings.values_mut() {
        meeting.each_text(&mut poison);
    }
    dossier
}

/// Puts something in the lists that the practice group has nothing in.
fn fill(dossier: &mut Dossier) {
    let now = StillClock::new().now();
    let group = &mut dossier.group;
    let things = [
        Thing::Person(Box::new(group.people[0].clone())),
        Thing::Goal(Box::new(group.goals[0].clone())),
        Thing::Level(Box::new(group.plan.levels[0].clone())),
    ];
    group.bin.extend(things.map(|thing| Binned { thing, since: now.date_naive() }));
    group.steps[0].state = StepState::NotNeeded(String::new());
    assert!(group.open_goals(Term::Short).count() > 0);
    for meeting in dossier.meetings.values_mut() {
        meeting.reopened.push(Reopening { at: now, reason: String::new(), was: None });
    }
}

/// The disk on which all of it is.
pub(crate) fn disk(language: Language, manner: Manner) -> Memory {
    let memory = Memory::default();
    let dossier = dossier(language, manner, EVIL);
    let store = store(&memory, &Arc::new(StillClock::new()));
    for slug in [POISONED, TAKEN] {
        store.put(slug, &dossier).unwrap();
    }
    memory.put(store.folder.settings(), encode(&settings(language)).unwrap());
    memory.put(in_group(TAKEN, "owner.ron"), encode(&owner()).unwrap());
    memory.hold(in_group(TAKEN, "lock"));
    let broken = [
        format!("GroupFile({EVIL}: 1)"),
        format!("GroupFile(kring: 2, r#{}: 1)", "<script>\u{202e}"),
        format!("GroupFile(kring: {EVIL:?})"),
    ];
    for (slug, text) in BROKEN.into_iter().zip(broken) {
        memory.put(in_group(slug, "group.ron"), text.into_bytes());
    }
    for name in ["journal.\u{1b}[31m", "group.ron.kring-\u{202e}", "\u{9b}31m"] {
        memory.put(in_group(POISONED, name), EVIL.into());
    }
    memory.put(
        PathBuf::from(ROOT).join("groups").join("\u{1b}]0;x\u{7}").join("group.ron"),
        EVIL.into(),
    );
    memory
}

fn settings(language: Language) -> Settings {
    let role_words = RoleWords { coordinator: EVIL.to_owned(), clinician: EVIL.to_owned() };
    Settings { language, name: EVIL.to_owned(), role_words, ..Settings::default() }
}

fn owner() -> Owner {
    let since = StillClock::new().now();
    Owner {
        kring: VERSION,
        who: EVIL.to_owned(),
        host: EVIL.to_owned(),
        boot: EVIL.to_owned(),
        process: 7,
        since,
        seen: None,
    }
}
