//! Erased for good: a passage that was typed anywhere is nowhere any more.

use kring::domain::change::{Change, GroupChange, MeetingChange};
use kring::domain::delta::Splice;
use kring::domain::dossier::Dossier;
use kring::domain::erasure::Passage;
use kring::domain::history::{Deed, Entry, EntryKind};
use kring::domain::interview::{ConfidentialText, Questionnaire};
use kring::domain::log::Done;
use kring::store::document::{GroupFile, LogFile, MeetingFile, UndoFile, VERSION, encode};
use proptest::prelude::*;

use super::clock::afternoon;
use super::wish::{group_texts, meeting_texts, wishes};
use super::{Beginning, Story, stories};

/// What somebody wants gone. No dossier has it by chance.
const PASSAGE: &str = "dat van die \"nacht\" op de brug";

/// Every way to type it: in each text of the group, of its meetings and of its interviews.
fn everywhere(dossier: &Dossier) -> Vec<Change> {
    let at_start = || Splice { at: 0, removed: String::new(), inserted: format!("{PASSAGE}, ") };
    let group = group_texts(&dossier.group).into_iter();
    let mut changes: Vec<Change> =
        group.map(|text| Change::Group(GroupChange::Text(text, at_start()))).collect();
    for person in &dossier.group.people {
        let answer = ConfidentialText::Answer(person.id, Questionnaire::Family, 2);
        for text in [answer, ConfidentialText::Notes(person.id)] {
            changes.push(Change::Group(GroupChange::Confide(text, at_start())));
        }
    }
    for meeting in dossier.meetings.values().filter(|meeting| !meeting.finished()) {
        let mut texts = meeting_texts(meeting);
        texts.sort_by_key(|text| format!("{text:?}"));
        texts.dedup();
        changes.extend(
            texts
                .into_iter()
                .map(|text| Change::Meeting(meeting.id, MeetingChange::Text(text, at_start()))),
        );
    }
    changes
}

/// Every byte that the dossier would leave on disk.
fn bytes(dossier: &Dossier) -> Vec<u8> {
    let (kring, sequence, saved) = (VERSION, 1, afternoon());
    let (history, log) = (dossier.history.clone(), dossier.log.clone());
    let mut bytes =
        encode(&GroupFile { kring, sequence, saved, group: dossier.group.clone() }).unwrap();
    bytes.extend(encode(&UndoFile { kring, sequence, saved, history }).unwrap());
    bytes.extend(encode(&LogFile { kring, sequence, saved, log }).unwrap());
    for meeting in dossier.meetings.values().cloned() {
        bytes.extend(encode(&MeetingFile { kring, sequence, saved, meeting }).unwrap());
    }
    bytes
}

fn stands_in(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    text.contains(PASSAGE) || text.contains(&PASSAGE.replace('"', "\\\""))
}

proptest! {
    #![proptest_config(stories(48))]

    #[test]
    fn a_passage_that_was_typed_anywhere_is_nowhere_any_more(
        beginning in Beginning::any(),
        before in wishes(30),
        after in wishes(12),
    ) {
        let mut story = Story::of(beginning);
        let live = |story: &mut Story, wishes: &[super::wish::Wish]| {
            for wish in wishes {
                if let Some(entry) = story.entry(wish) {
                    let _ = story.dossier.record(&entry);
                }
            }
        };
        live(&mut story, &before);
        for change in everywhere(&story.dossier) {
            let kind = EntryKind::Do(Deed::Typing);
            let entry = Entry { at: story.now, by: "Lot".into(), kind, changes: vec![change] };
            let _ = story.dossier.record(&entry);
        }
        prop_assert!(stands_in(&bytes(&story.dossier)));
        // It gets about: minutes are agreed, goals move, things are undone.
        live(&mut story, &after);
        let today = story.now.date_naive();
        let passage = Passage::of_line(PASSAGE, &story.dossier.group, today);
        story.dossier.erase(&passage);
        story.dossier.log.erased(story.now, "Lot");
        prop_assert!(!stands_in(&bytes(&story.dossier)));
        let erased = story.dossier.log.lines().last().map(|line| line.done);
        prop_assert_eq!(erased, Some(Done::Erased));
        prop_assert!(story.dossier.undo(story.now, "Lot").is_none());
    }
}
