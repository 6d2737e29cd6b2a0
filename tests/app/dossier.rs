//! What must hold for a dossier whatever people do to it, in any order.

mod derived;
mod erasure;
mod files;
mod fixtures;
mod reopening;
mod wish;
mod wrong;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use chrono::TimeDelta;
use kring::content::Content;
use kring::domain::change::{Change, GroupChange};
use kring::domain::closing;
use kring::domain::delta::{ListChange, Refusal};
use kring::domain::dossier::Dossier;
use kring::domain::goal::{Goal, MOST_LONG, MOST_SHORT, Term};
use kring::domain::group::Group;
use kring::domain::history::{Entry, EntryKind};
use kring::domain::hour::Moment;
use kring::domain::ids::MeetingId;
use kring::domain::meeting::Meeting;
use kring::language::Language;
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

use crate::rig::clock::afternoon;
use crate::rig::practice;
use wish::{What, Wish, wishes};

static DUTCH: LazyLock<Dossier> = LazyLock::new(|| practice::dossier(Language::Dutch));
static ENGLISH: LazyLock<Dossier> = LazyLock::new(|| practice::dossier(Language::English));
static CONTENT: LazyLock<Arc<Content>> = LazyLock::new(|| practice::content(Language::Dutch));

/// Where a story begins.
#[derive(Clone, Copy, Debug)]
enum Beginning {
    Dutch,
    English,
    Empty,
}

impl Beginning {
    fn any() -> impl Strategy<Value = Self> {
        prop::sample::select(vec![Self::Dutch, Self::Dutch, Self::English, Self::Empty])
    }

    fn dossier(self) -> Dossier {
        match self {
            Self::Dutch => DUTCH.clone(),
            Self::English => ENGLISH.clone(),
            Self::Empty => Dossier::new(Group::new("Leeg", afternoon().date_naive())),
        }
    }
}

/// As many stories as asked; a failure is told whole, so none is kept in the source.
fn stories(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// Wishes that come one after another, as entries for the dossier as it stands by then.
struct Story {
    dossier: Dossier,
    now: Moment,
}

impl Story {
    fn of(beginning: Beginning) -> Self {
        Self { dossier: beginning.dossier(), now: afternoon() }
    }

    /// The entry a wish comes down to, as the app would record it.
    fn entry(&mut self, wish: &Wish) -> Option<Entry> {
        self.now += TimeDelta::milliseconds(i64::from(wish.after));
        let changes = wish.changes(&self.dossier, &CONTENT, self.now)?;
        let kind = match wish.what {
            What::Undo => EntryKind::Undo,
            What::Redo => EntryKind::Redo,
            what if what.goes_along() => EntryKind::Along,
            what => EntryKind::Do(what.deed()),
        };
        Some(Entry { by: String::new(), at: self.now, kind, changes })
    }

    /// The entry of a wish that everybody could undo.
    fn undoable(&mut self, wish: &Wish) -> Option<Entry> {
        let entry = self.entry(wish)?;
        let kind = match entry.kind {
            EntryKind::Along => EntryKind::Do(wish.what.deed()),
            kind => kind,
        };
        Some(Entry { kind, ..entry })
    }
}

fn without_history(dossier: &Dossier) -> (&Group, &BTreeMap<MeetingId, Meeting>) {
    (&dossier.group, &dossier.meetings)
}

fn limits_hold(group: &Group) -> TestCaseResult {
    let open = |term: Term| {
        let counts = |goal: &&Goal| goal.term == term && goal.state.open();
        group.goals.iter().filter(counts).count()
    };
    prop_assert!(open(Term::Short) <= MOST_SHORT);
    prop_assert!(open(Term::Long) <= MOST_LONG);
    Ok(())
}

/// What a goal that is added must lead to.
fn goal_refusal(group: &Group, changes: &[Change]) -> Option<Refusal> {
    let [Change::Group(GroupChange::Goals(ListChange::Insert { item, .. }))] = changes else {
        return None;
    };
    let open = group.open_goals(item.term).count();
    match item.term {
        _ if !item.state.open() => None,
        Term::Short => (open >= 3).then_some(Refusal::TooManyShort),
        Term::Long => (open >= 2).then_some(Refusal::TooManyLong),
    }
}

/// An entry that is recorded: all of it or nothing, limits kept, and it can be turned round.
fn record(dossier: &mut Dossier, entry: &Entry) -> TestCaseResult {
    let before = dossier.clone();
    let expected = goal_refusal(&before.group, &entry.changes);
    let outcome = dossier.record(entry);
    if let Some(refusal) = expected {
        prop_assert_eq!(&outcome, &Err(refusal));
    }
    limits_hold(&dossier.group)?;
    if outcome.is_err() {
        prop_assert_eq!(&*dossier, &before, "a refused entry changes nothing");
        return Ok(());
    }
    let mut back = dossier.clone();
    for change in entry.changes.iter().rev() {
        prop_assert_eq!(&change.inverse().inverse(), change);
        prop_assert_eq!(back.apply(&change.inverse()), Ok(()));
    }
    prop_assert_eq!(without_history(&back), without_history(&before));
    Ok(())
}

proptest! {
    #![proptest_config(stories(256))]

    #[test]
    fn whatever_happens_limits_hold_and_an_entry_is_made_whole_or_not(
        beginning in Beginning::any(),
        wishes in wishes(40),
    ) {
        let mut story = Story::of(beginning);
        for wish in &wishes {
            if let Some(entry) = story.entry(wish) {
                record(&mut story.dossier, &entry)?;
            }
        }
    }

}

proptest! {
    // Each story tries a hundred wrong changes after each of its entries.
    #![proptest_config(stories(64))]

    #[test]
    fn an_entry_with_one_wrong_change_changes_nothing(
        beginning in Beginning::any(),
        wishes in wishes(24),
    ) {
        let mut story = Story::of(beginning);
        for wish in &wishes {
            let Some(entry) = story.entry(wish) else { continue };
            let mut after = story.dossier.clone();
            if after.record(&entry).is_err() {
                continue;
            }
            for wrong in wrong::changes(&after) {
                let changes = entry.changes.iter().cloned().chain([wrong.clone()]).collect();
                let spoiled = Entry { changes, ..entry.clone() };
                let before = story.dossier.clone();
                prop_assert!(story.dossier.record(&spoiled).is_err(), "{:?}", wrong);
                prop_assert_eq!(&story.dossier, &before, "{:?}", wrong);
            }
            story.dossier = after;
        }
    }

}

proptest! {
    #![proptest_config(stories(256))]

    #[test]
    fn undoing_everything_leads_back_and_redoing_everything_forward(
        beginning in Beginning::any(),
        wishes in wishes(60),
    ) {
        let mut story = Story::of(beginning);
        for wish in wishes.iter().filter(|wish| !wish.what.turns_form()) {
            if let Some(entry) = story.undoable(wish) {
                // A refused one is no step.
                let _ = story.dossier.record(&entry);
            }
        }
        while let Some((_, entry)) = story.dossier.redo(story.now, "") {
            prop_assert_eq!(story.dossier.record(&entry), Ok(()));
        }
        let end = story.dossier.clone();
        while let Some((_, entry)) = story.dossier.undo(story.now, "") {
            prop_assert_eq!(story.dossier.record(&entry), Ok(()));
        }
        let start = beginning.dossier();
        prop_assert_eq!(without_history(&story.dossier), without_history(&start));
        while let Some((_, entry)) = story.dossier.redo(story.now, "") {
            prop_assert_eq!(story.dossier.record(&entry), Ok(()));
        }
        prop_assert_eq!(without_history(&story.dossier), without_history(&end));
        prop_assert_eq!(&story.dossier.history, &end.history);
    }
}

#[test]
fn nothing_stands_twice_in_a_list() {
    let mut dossier = DUTCH.clone();
    let last = dossier.meetings.values().next_back().unwrap();
    for change in closing::reopen(&dossier.group, last, afternoon(), Some("")) {
        dossier.apply(&change).unwrap();
    }
    let accepted: Vec<Change> = wrong::twice(&dossier)
        .into_iter()
        .filter(|change| dossier.clone().apply(change).is_ok())
        .collect();
    assert_eq!(accepted, []);
}
