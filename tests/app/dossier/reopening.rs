//! Agreed minutes that are opened again: what came of their agreements stays what it is.

use kring::domain::agreement::{Agreement, Outcome};
use kring::domain::change::{Change, GroupChange, MeetingChange};
use kring::domain::closing;
use kring::domain::delta::{Splice, Swap};
use kring::domain::dossier::Dossier;
use kring::domain::ids::MeetingId;
use kring::domain::texts::MeetingText;
use proptest::prelude::*;

use super::wish::words;
use super::{DUTCH, ENGLISH, stories};
use crate::rig::clock::afternoon;

fn make(dossier: &mut Dossier, changes: Vec<Change>) {
    for change in changes {
        dossier.apply(&change).unwrap();
    }
}

fn reopen(dossier: &mut Dossier, id: MeetingId) {
    let meeting = dossier.meeting(id).unwrap();
    let changes = closing::reopen(&dossier.group, meeting, afternoon(), Some("een naam vergeten"));
    make(dossier, changes);
}

fn close(dossier: &mut Dossier, id: MeetingId) {
    let changes = closing::close(&dossier.group, dossier.meeting(id).unwrap(), afternoon());
    make(dossier, changes);
}

/// Puts other words in the note of an item.
fn write(dossier: &mut Dossier, id: MeetingId, nr: usize, note: &str) {
    let old = dossier.meeting(id).unwrap().item(nr).unwrap().note.clone();
    if let Some(splice) = Splice::between(&old, note) {
        let change = MeetingChange::Text(MeetingText::Note(nr), splice);
        make(dossier, vec![Change::Meeting(id, change)]);
    }
}

/// Answers an agreement in the last meeting.
fn answer(dossier: &mut Dossier, nr: usize, outcome: Outcome) {
    let last = dossier.group.meetings.last().unwrap().id;
    let from = &dossier.group.agreements[nr];
    let swap = Swap::of(from, from.answered(last, Some(outcome), |id| id));
    make(dossier, vec![Change::Group(GroupChange::Agreement(swap))]);
}

/// What is done to the lines of a note.
#[derive(Clone, Debug)]
enum Mending {
    Strike(usize),
    Add(usize, String),
    Swap(usize, usize),
    Retype(usize, String),
}

impl Mending {
    fn mend(&self, note: &str) -> String {
        let mut lines: Vec<String> = note.lines().map(str::to_owned).collect();
        let count = lines.len().max(1);
        match self {
            Self::Strike(at) if !lines.is_empty() => drop(lines.remove(at % count)),
            Self::Add(at, line) => lines.insert(at % (lines.len() + 1), format!("! {line}")),
            Self::Swap(one, other) if !lines.is_empty() => lines.swap(one % count, other % count),
            Self::Retype(at, line) if !lines.is_empty() => lines[at % count] = format!("! {line}"),
            _ => {}
        }
        lines.join("\n")
    }
}

fn mendings() -> impl Strategy<Value = Vec<(usize, Mending)>> {
    let mending = prop_oneof![
        (0..9usize).prop_map(Mending::Strike),
        ((0..9usize), words()).prop_map(|(at, line)| Mending::Add(at, line)),
        ((0..9usize), (0..9usize)).prop_map(|(one, other)| Mending::Swap(one, other)),
        ((0..9usize), words()).prop_map(|(at, line)| Mending::Retype(at, line)),
    ];
    prop::collection::vec((0..9usize, mending), 0..8)
}

proptest! {
    #![proptest_config(stories(256))]

    #[test]
    fn reopening_never_changes_what_came_of_an_agreement(
        english in any::<bool>(),
        which in 0..5usize,
        answers in prop::collection::vec((0..18usize, 0..4usize), 0..8),
        rounds in prop::collection::vec(mendings(), 1..3),
    ) {
        let mut dossier = if english { ENGLISH.clone() } else { DUTCH.clone() };
        let id = dossier.group.meetings[which].id;
        for (nr, outcome) in answers {
            answer(&mut dossier, nr, Outcome::ALL[outcome]);
        }
        let before = dossier.group.agreements.clone();
        for mendings in rounds {
            reopen(&mut dossier, id);
            for (nr, mending) in mendings {
                let nr = nr % dossier.meeting(id).unwrap().items.len();
                let note = mending.mend(&dossier.meeting(id).unwrap().items[nr].note);
                write(&mut dossier, id, nr, &note);
            }
            close(&mut dossier, id);
        }
        for old in &before {
            let now = dossier.group.agreement(old.id);
            if !old.answers.is_empty() || old.made != id {
                prop_assert_eq!(now.map(|now| &now.answers), Some(&old.answers), "{}", old.id);
                prop_assert_eq!(now.map(|now| now.made), Some(old.made));
            }
            if old.made != id {
                prop_assert_eq!(now, Some(old), "another meeting's agreement");
            }
        }
    }
}

fn every_meeting() -> impl Iterator<Item = (Dossier, MeetingId)> {
    [&*DUTCH, &*ENGLISH]
        .into_iter()
        .flat_map(|dossier| dossier.group.meetings.iter().map(|held| (dossier.clone(), held.id)))
}

#[test]
fn reopening_and_closing_without_a_change_leaves_the_agreements_as_they_were() {
    for (mut dossier, id) in every_meeting() {
        let before: Vec<Agreement> = dossier.group.agreements.clone();
        reopen(&mut dossier, id);
        close(&mut dossier, id);
        assert_eq!(dossier.group.agreements, before, "{id}");
    }
}

#[test]
fn reopening_an_earlier_meeting_leaves_the_next_appointment_alone() {
    for (mut dossier, id) in every_meeting() {
        let before = dossier.group.next.clone();
        reopen(&mut dossier, id);
        close(&mut dossier, id);
        assert_eq!(dossier.group.next, before, "{id}");
    }
}

#[test]
fn reopening_and_closing_without_a_change_leaves_the_minutes_as_they_were() {
    for (mut dossier, id) in every_meeting() {
        let before = dossier.meeting(id).unwrap().minutes.clone();
        reopen(&mut dossier, id);
        close(&mut dossier, id);
        assert_eq!(dossier.meeting(id).unwrap().minutes, before, "{id}");
    }
}
