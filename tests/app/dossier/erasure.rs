//! Erased for good: a passage that was typed anywhere is nowhere any more.

use chrono::NaiveDate;
use kring::domain::change::{Change, GroupChange, MeetingChange};
use kring::domain::closing;
use kring::domain::delta::Splice;
use kring::domain::dossier::Dossier;
use kring::domain::erasure::Passage;
use kring::domain::group::Group;
use kring::domain::history::{DeedKind, Entry, EntryKind};
use kring::domain::ids::{MeetingId, PersonId};
use kring::domain::interview::{ConfidentialText, Questionnaire};
use kring::domain::log::Done;
use kring::domain::meeting::Meeting;
use kring::domain::person::{Person, PersonKind, Standing};
use kring::domain::rereading::{free_id, reread};
use kring::domain::structure::MeetingKind;
use kring::store::document::{GroupFile, LogFile, MeetingFile, UndoFile, encode};
use kring::store::migration::VERSION;
use proptest::prelude::*;

use super::wish::{group_texts, meeting_texts, wishes};
use super::{Beginning, CONTENT, Story, stories};
use crate::rig::clock::afternoon;

/// What somebody wants gone. No dossier has it by chance.
const PASSAGE: &str = "dat van zo'n \"nacht\" op de brug";

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
    let quoted: String = PASSAGE.chars().flat_map(char::escape_debug).collect();
    text.contains(PASSAGE) || text.contains(&quoted)
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
            let kind = EntryKind::Do(DeedKind::Typing);
            let entry = Entry { at: story.now, by: "Lot".into(), kind, changes: vec![change] };
            let _ = story.dossier.record(&entry);
        }
        prop_assert!(stands_in(&bytes(&story.dossier)));
        // It gets about: minutes are agreed, goals move, things are undone.
        live(&mut story, &after);
        let today = story.now.date_naive();
        let passage = Passage::of_line(PASSAGE, &story.dossier.group, today);
        story.dossier.erase(&passage, NaiveDate::default());
        story.dossier.log.erased(story.now, "Lot");
        prop_assert!(!stands_in(&bytes(&story.dossier)));
        let erased = story.dossier.log.lines().last().map(|line| line.done);
        prop_assert_eq!(erased, Some(Done::Erased));
        prop_assert!(story.dossier.undo(story.now, "Lot").is_none());
    }
}

/// A meeting that was closed with these lines in its first note. Piet joined it.
fn closed_with(note: &str) -> Dossier {
    let now = afternoon();
    let mut group = Group::new("De Linde", now.date_naive());
    let piet = Person::new(PersonId(1), "Piet", PersonKind::CloseOne, Standing::Joins);
    group.people.push(piet);
    let structure = CONTENT.structure(MeetingKind::FollowUp);
    let mut meeting = Meeting::prepare(&group, MeetingId::first(now.date_naive()), &structure);
    note.clone_into(&mut meeting.items[0].note);
    let free = free_id(&group, &meeting);
    meeting.items[0].readings = reread(note, &[], &group, now.date_naive(), free);
    meeting.items[0].discussed = true;
    let mut dossier = Dossier::new(group);
    let along = |dossier: &mut Dossier, changes| {
        let entry = Entry { at: now, by: "Lot".into(), kind: EntryKind::Along, changes };
        dossier.record(&entry).unwrap();
    };
    let begun = closing::begin(&dossier.group, meeting.clone());
    along(&mut dossier, begun);
    let closed = closing::close(&dossier.group, &meeting, now);
    along(&mut dossier, closed);
    dossier
}

#[test]
fn an_agreement_goes_with_its_line_also_when_who_it_names_has_left() {
    let line = "! @Piet vertelt over zo'n nacht @morgen";
    let mut dossier = closed_with(&format!("{line}\n! @Piet belt @morgen\n= Zo'n nacht"));
    assert_eq!(dossier.group.agreements.len(), 2);
    dossier.group.people[0].standing = Standing::DoesNotJoin;
    let today = afternoon().date_naive();
    let passage = Passage::of_line(line, &dossier.group, today);
    assert!(dossier.erase(&passage, NaiveDate::default()) >= 3);
    let left = String::from_utf8(bytes(&dossier)).unwrap();
    assert!(!left.contains("vertelt over"), "{left}");
    // What another line says stays.
    assert_eq!(dossier.group.agreements.len(), 1);
    let minutes = dossier.meetings.values().next().unwrap().minutes.as_ref().unwrap();
    assert_eq!((minutes.agreements.len(), minutes.decisions.len()), (1, 1));
}

proptest! {
    /// Whatever line is chosen: nothing of its words is left, and every other line is.
    #[test]
    fn a_line_that_is_taken_out_is_nowhere_whatever_its_sign(
        signs in prop::collection::vec(prop::sample::select(vec!["", "! ", "!", "= "]), 1..6),
        of in any::<prop::sample::Index>(),
        tail in prop::sample::select(vec!["", " morgen", " @Piet @vrijdag", " voor 1 maart", " elke woensdag"]),
    ) {
        let words: Vec<String> = (0..signs.len()).map(|nr| format!("Piet kookt gerecht{nr}")).collect();
        let lines: Vec<String> =
            signs.iter().zip(&words).map(|(sign, words)| format!("{sign}{words}{tail}")).collect();
        let mut dossier = closed_with(&lines.join("\n"));
        let taken = of.index(lines.len());
        let passage = Passage::of_line(&lines[taken], &dossier.group, afternoon().date_naive());
        dossier.erase(&passage, NaiveDate::default());
        let left = String::from_utf8(bytes(&dossier)).unwrap();
        for (nr, line) in lines.iter().enumerate() {
            let word = format!("gerecht{nr}");
            prop_assert_eq!(left.contains(&word), nr != taken, "{} of {:?}", line, lines);
        }
    }
}

#[test]
fn what_is_taken_out_of_a_line_leaves_no_gap() {
    let cases = [
        ("met Kees erin", "met erin"),
        ("Kees belt, en Kees komt.\nOok Kees\nKees", "belt, en komt.\nOok\n"),
        ("Kees\nBo\nKees\n\nMia\nKees\n", "Bo\n\nMia\n"),
        ("Bel (Kees), of Kees, of  Kees .", "Bel (), of, of  ."),
        ("Kees", ""),
    ];
    for (note, left) in cases {
        let mut dossier = closed_with(note);
        let passage = Passage::of_line("Kees", &dossier.group, afternoon().date_naive());
        dossier.erase(&passage, NaiveDate::default());
        assert_eq!(dossier.meetings.values().next().unwrap().items[0].note, left);
    }
}

proptest! {
    /// What stood around it stays, word for word.
    #[test]
    fn what_is_taken_out_of_a_line_takes_nothing_else(
        words in prop::collection::vec("[a-d]{1,3}[.,]?", 1..12),
        taken in "[a-d]{1,2}",
    ) {
        let mut dossier = closed_with(&words.join(" "));
        let passage = Passage::of_line(&taken, &dossier.group, afternoon().date_naive());
        dossier.erase(&passage, NaiveDate::default());
        let left = &dossier.meetings.values().next().unwrap().items[0].note;
        let bare = |word: &str| word.trim_end_matches(['.', ',']).to_owned();
        let expected: Vec<String> = words.iter().map(|it| bare(it)).filter(|it| *it != taken).collect();
        let found: Vec<String> = left.split([' ', '.', ',']).filter(|it| !it.is_empty()).map(str::to_owned).collect();
        prop_assert_eq!(found, expected);
        prop_assert!(!left.contains("  "), "{left:?}");
    }
}

#[test]
fn words_go_where_they_are_whole_and_stay_where_they_are_a_piece() {
    let mut dossier = closed_with("goed\nDe vergoeding is goedkoop. Het gaat goed.\n= Piet");
    let today = afternoon().date_naive();
    let passage = Passage::of_line("goed", &dossier.group, today);
    dossier.erase(&passage, NaiveDate::default());
    let meeting = dossier.meetings.values().next().unwrap();
    assert_eq!(meeting.items[0].note, "De vergoeding is goedkoop. Het gaat.\n= Piet");
    // A decision that is no more than a name takes nobody's name away.
    let passage = Passage::of_line("= Piet", &dossier.group, today);
    dossier.erase(&passage, NaiveDate::default());
    assert_eq!(dossier.group.people[0].name, "Piet");
    let meeting = dossier.meetings.values().next().unwrap();
    assert_eq!(meeting.minutes.as_ref().unwrap().decisions, Vec::<String>::new());
}
