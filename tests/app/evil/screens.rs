//! Every screen, with evil in everything it can show.

use kring::domain::meeting::Place;
use kring::language::Language;
use kring::screens::front::{Base, Overlay};
use kring::screens::meeting::action::MeetingAction;
use kring::screens::overview::{Link, Overview};

use crate::evil::eye::Eye;
use crate::evil::names;
use crate::evil::poison::Manner;

/// A small terminal.
const SMALL: (u16, u16) = (80, 25);
/// A large one.
const LARGE: (u16, u16) = (160, 50);
/// The keys that go to the lists of a dossier.
const SECTIONS: &str = "1234567890iu";

/// Plays in both languages, both manners and both sizes.
fn everywhere(play: impl Fn(&mut Eye)) {
    crosswise(&play);
    watched(Language::Dutch, Manner::Instead, LARGE, &play);
    watched(Language::English, Manner::Behind, SMALL, &play);
}

/// Plays what takes long: each language, each manner and each size once.
fn crosswise(play: impl Fn(&mut Eye)) {
    watched(Language::Dutch, Manner::Instead, SMALL, &play);
    watched(Language::English, Manner::Behind, LARGE, &play);
}

fn watched(language: Language, manner: Manner, size: (u16, u16), play: impl Fn(&mut Eye)) {
    let mut eye = Eye::on(language, manner, size);
    play(&mut eye);
    assert!(eye.seen > 3, "the evil was hardly ever in sight: {}", eye.seen);
}

#[test]
fn home_shows_nothing_harmful() {
    everywhere(|eye| {
        eye.watch("<down><down><down><enter><down><enter><end><enter>w<down><up><esc>");
        eye.play("/");
        eye.paste();
        eye.play("<esc>n");
        eye.paste();
        eye.play("<enter><esc>n");
        eye.type_it();
        eye.watch("<enter><esc><f1><esc><f2><esc>");
        // The group that an evil program has.
        eye.watch("<home><down><enter><enter><esc>");
    });
}

#[test]
fn a_dossier_shows_nothing_harmful() {
    crosswise(|eye| {
        eye.watch("<enter><down><down><end>");
        for section in SECTIONS.chars() {
            eye.play(&section.to_string());
            for _ in 0..eye.entries() {
                eye.play("<enter><s-tab>");
                eye.play("<esc><down>");
            }
        }
        eye.watch("8r<down><esc>7<del>u<enter><s-tab><enter><esc><esc>k<pgdn><end><esc>1l<esc>");
        eye.watch("<f2><esc>9<c-e>");
        eye.paste();
        eye.play("<enter><esc>");
    });
}

#[test]
fn every_field_of_a_dossier_takes_what_is_pasted_and_shows_it_harmless() {
    let mut eye = Eye::on(Language::English, Manner::Instead, LARGE);
    eye.play("<enter>");
    let mut fields = 0;
    for section in SECTIONS.chars() {
        eye.play(&section.to_string());
        for _ in 0..eye.entries() {
            fields += paste_in_page(&mut eye);
        }
    }
    eye.play("k");
    let Some(Overlay::Reader(log)) = &eye.app.model().front.overlay else {
        panic!("no log to read")
    };
    assert!(log.text().contains("script"), "the log names things");
    assert!(!log.text().contains("\nEND:VEVENT"), "a line of the log is one line");
    assert!(fields > 60, "{fields} fields");
    eye.app.close();
    names::assert_allowed(&eye.memory);
}

/// Pastes in every field of the page at hand, and goes to the next. Returns how many there were.
fn paste_in_page(eye: &mut Eye) -> usize {
    let mut fields = 0;
    eye.play("<enter>");
    let first = eye.row();
    for _ in 0..40 {
        if eye.edits() {
            eye.paste();
            fields += 1;
        }
        eye.press("<tab>");
        if eye.row() == first {
            break;
        }
    }
    eye.play("<esc><down>");
    fields
}

#[test]
fn a_meeting_shows_nothing_harmful() {
    everywhere(|eye| {
        begin(eye);
        // Who is there; somebody came, left, is new, has another name.
        eye.watch("<f3><pgdn><end><esc>k");
        eye.paste();
        eye.play("<enter><esc>g<esc>n");
        eye.paste();
        eye.play("<enter>");
        eye.paste();
        eye.play("<enter>2<enter>e<enter><enter>");
        go_through_items(eye);
        eye.press_row(MeetingAction::Finish);
        eye.play("<enter>");
        assert_eq!(eye.meeting().map(|meeting| meeting.place), Some(Place::AfterTalk));
        afterwards(eye);
        // A file that is being written has another name for a moment.
        eye.app.save_to_the_end();
        names::assert_allowed(&eye.memory);
    });
}

/// Begins a meeting in the group with evil in it.
fn begin(eye: &mut Eye) {
    eye.play("<enter>");
    let model = eye.app.model();
    let leads = Overview::links(&model.session);
    let row = leads.iter().position(|lead| matches!(lead, Link::Begin(_))).unwrap();
    eye.play(&"<down>".repeat(row));
    eye.play("<enter>");
    assert!(matches!(eye.app.model().front.base, Base::MeetingScreen(_)));
}

/// Writes evil in every item, up to closing.
fn go_through_items(eye: &mut Eye) {
    eye.type_it();
    eye.play("<esc>b");
    eye.paste();
    eye.play("<enter>");
    while eye.meeting().is_some_and(|meeting| meeting.place != Place::Closing) {
        eye.press("<enter>! Sanne ");
        eye.paste();
        eye.press("<enter>= ");
        eye.paste();
        eye.watch("<tab><s-tab><s-tab>");
        eye.play("<esc><pgdn>");
    }
    eye.play("<f4>");
    for _ in 0..4 {
        eye.paste();
        eye.play("<enter>");
    }
    eye.play("<esc>");
}

/// Client and coordinator alone: the minutes read, saved and opened again; a line of them erased.
fn afterwards(eye: &mut Eye) {
    eye.press_row(MeetingAction::Alone);
    eye.press_row(MeetingAction::ReadMinutes);
    eye.watch("<pgdn><end><esc>");
    eye.press_row(MeetingAction::SaveMinutes);
    eye.press_row(MeetingAction::Erase);
    eye.paste();
    eye.play("<enter><esc>");
    eye.press_row(MeetingAction::Reopen);
    eye.paste();
    eye.play("<enter><pgup><esc>");
}
