//! Exporting.

use kring::content::Content;
use kring::domain::change::{Change, MeetingChange};
use kring::domain::closing;
use kring::domain::delta::Splice;
use kring::domain::history::{Entry, EntryKind};
use kring::domain::meeting::Meeting;
use kring::domain::notes::{is_marked, without_mentions};
use kring::domain::structure::MeetingKind;
use kring::domain::texts::MeetingText;
use kring::language::Language;
use kring::store::files::{Disk, Files};
use kring::store::journal::{HEADER, Record};
use kring::store::open::read_meeting;

use crate::shell::desk::{Desk, get};

/// Begins a meeting with a note, of which everything is in the journal alone.
fn begin_with_note(desk: &Desk, note: &str) {
    let store = desk.store();
    let opened = store.open_read_only("vuurtoren").unwrap();
    let group = &opened.dossier.group;
    let now = store.clock.now();
    let content = Content::new(Language::Dutch);
    let id = group.meeting_id(now.date_naive());
    let meeting = Meeting::prepare(group, id, &content.structure(MeetingKind::FollowUp));
    let splice = Splice { at: 0, removed: String::new(), inserted: note.to_owned() };
    let mut changes = closing::begin(group, meeting);
    changes.push(Change::Meeting(id, MeetingChange::Text(MeetingText::Note(2), splice)));
    let entry = Entry { by: String::new(), at: now, kind: EntryKind::Along, changes };
    let mut journal = HEADER.to_vec();
    journal.extend(Record { sequence: opened.sequence + 1, entry }.encode().unwrap());
    Disk.create(&opened.folder.journal(1), &journal).unwrap();
}

#[test]
fn every_note_of_the_practice_group_is_in_its_minutes() {
    for language in ["nl", "en"] {
        let desk = Desk::new();
        desk.done(&["--lang", language, "example"]);
        let all =
            desk.done(&["--lang", language, "export", "vuurtoren", "minutes", "--meeting", "all"]);
        let folder = desk.store().folder.group("vuurtoren");
        let ids = folder.meeting_ids(&Disk);
        assert_eq!(ids.len(), 5);
        for id in ids {
            let meeting = read_meeting(&Disk, &folder, id).unwrap().meeting;
            let minutes = meeting.minutes.as_ref().unwrap();
            let lines = meeting.items.iter().flat_map(|item| item.note.lines());
            let said = lines.filter(|line| !is_marked(line)).map(without_mentions);
            let agreed = minutes.agreements.iter().map(|made| without_mentions(&made.what));
            let decided = minutes.decisions.iter().map(|one| without_mentions(one));
            for typed in said.chain(agreed).chain(decided) {
                let typed = typed.trim();
                assert!(all.contains(typed), "{typed}\n\n{all}");
            }
        }
        let titles: Vec<&str> = all.lines().filter(|line| line.starts_with("# ")).collect();
        let numbers: Vec<_> = titles.iter().filter_map(|title| title.chars().last()).collect();
        assert_eq!(numbers, ['1', '2', '3', '4', '5']);
        assert!(!all.contains("Concept") && !all.contains("Draft"));
    }
}

#[test]
fn t22_the_last_meeting_is_taken_and_a_past_day_chooses_another() {
    let desk = Desk::practised();
    let last = desk.done(&["export", "vuur", "minutes"]);
    assert!(last.starts_with("# De Vuurtoren, verslag van bijeenkomst 5\n"), "{last}");
    // A past day is read backwards: "22 feb" is the last one (T22).
    for date in ["2026-02-23", "23 februari 2026", "23 feb", "maandag 23 februari"] {
        let other = desk.done(&["export", "vuur", "minutes", "--meeting", date]);
        assert!(other.starts_with("# De Vuurtoren, verslag van bijeenkomst 3\n"), "{other}");
    }
    let none = desk.refused(&["export", "vuur", "minutes", "--meeting", "2026-02-20"]);
    assert!(none.contains("--meeting 2026-02-23"), "{none}");
    let said = desk.kring(&["export", "vuur", "minutes", "--meeting", "ooit"]);
    assert_eq!(said.code, Some(2));
}

#[test]
fn a_meeting_that_is_going_on_is_a_draft_with_all_that_was_typed() {
    let desk = Desk::practised();
    begin_with_note(&desk, "Wandelen lukt.\n! Bo belt de tuin @Bo vrijdag");
    for format in ["md", "txt"] {
        let draft = desk.done(&["export", "vuurtoren", "minutes", "--format", format]);
        assert!(draft.contains("verslag van bijeenkomst 6"), "{draft}");
        assert!(draft.contains("Concept: deze bijeenkomst is nog niet afgerond."), "{draft}");
        assert!(draft.contains("Wandelen lukt."), "{draft}");
        assert_eq!(draft.matches("Bo belt de tuin").count(), 1, "{draft}");
        assert!(draft.contains("Wie: Bo. Wanneer: vrijdag 27 november 2026."), "{draft}");
    }
    assert!(desk.done(&["list"]).ends_with("bijeenkomst nog niet afgerond\n"));
    let shown = desk.done(&["show", "vuurtoren"]);
    assert!(shown.contains("22 nov 2026  vervolgbijeenkomst, bijeenkomst nog niet afgerond"));
    let draft = desk.done(&["export", "vuurtoren", "minutes", "--lang", "en"]);
    assert!(draft.contains("**Draft: this meeting is not closed yet.**"), "{draft}");
}

#[test]
fn minutes_go_to_a_file_that_is_replaced() {
    let desk = Desk::practised();
    let path = desk.dir().with_file_name("verslag.txt");
    let args = ["export", "vuur", "minutes", "--format", "txt", "-o", "verslag.txt"];
    assert_eq!(desk.done(&args), "Geschreven: verslag.txt\n");
    let first = get(&path);
    assert_eq!(desk.done(&args[..5]).into_bytes(), first);
    let lines = String::from_utf8(first).unwrap();
    assert!(lines.lines().all(|line| line.chars().count() <= 76), "{lines}");
    desk.done(&["export", "vuur", "minutes", "--meeting", "2026-02-23", "-o", "verslag.txt"]);
    assert!(get(&path).starts_with(b"# De Vuurtoren, verslag van bijeenkomst 3"));
}

#[test]
fn what_cannot_be_exported_is_said_with_the_nearest() {
    let desk = Desk::practised();
    let unknown = desk.refused(&["export", "vuur", "minuets"]);
    assert!(unknown.starts_with("minuets is niets wat kring kan maken.\nBedoel je minutes?"));
    for later in ["plan", "card", "agenda", "chair", "invitation", "questionnaire", "sociogram"] {
        let said = desk.refused(&["export", "vuur", later]);
        let unknown = format!("{later} is niets wat kring kan maken.\nBedoel je minutes?");
        assert!(said.starts_with(&unknown), "{said}");
    }
    assert!(desk.refused(&["export", "nergens", "minutes"]).contains("Bedoel je vuurtoren?"));
    assert_eq!(desk.kring(&["export", "vuur", "minutes", "--format", "pdf"]).code, Some(2));
    desk.done(&["new", "De Linde"]);
    let none = desk.refused(&["export", "linde", "minutes"]);
    assert!(none.starts_with("Er was nog geen bijeenkomst."), "{none}");
}
