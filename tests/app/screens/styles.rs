//! How things look, which the pictures as text do not hold.

use kring::domain::structure::MeetingKind;
use ratatui::style::Modifier;

use crate::rig::memory::in_group;
use crate::screens::play::{Player, practised_with_room};

/// The cells where a text begins, somewhere on the screen.
fn modifier_of(player: &mut Player, text: &str) -> Modifier {
    let picture = player.picture();
    let length = u16::try_from(text.chars().count()).unwrap();
    let cells = (0..picture.height()).flat_map(|y| (0..picture.width()).map(move |x| (x, y)));
    let (x, y) = cells
        .into_iter()
        .find(|(x, y)| picture.piece(*x, (x + length).min(picture.width()), *y) == text)
        .unwrap_or_else(|| panic!("{text:?} is not in\n{}", picture.text()));
    picture.modifier(x, y)
}

#[test]
fn the_row_at_hand_is_reversed_and_no_other() {
    practised_with_room(|player| {
        player.begin(MeetingKind::FollowUp);
        player.play("<down>");
        let reversed = player.picture().reversed();
        assert_eq!(reversed.len(), 1, "{reversed:?}");
        assert!(reversed[0].text.starts_with("Lot Verbeek"), "{reversed:?}");
        player.play("<esc>");
        let reversed = player.picture().reversed();
        let here = player.model().session.words.who_is_there();
        assert_eq!(reversed.len(), 1, "{reversed:?}");
        assert!(reversed[0].text.ends_with(here), "{reversed:?}");
    });
}

#[test]
fn nothing_is_reversed_while_a_note_is_written() {
    practised_with_room(|player| {
        player.begin(MeetingKind::FollowUp);
        player.play("<enter>");
        assert_eq!(player.picture().reversed(), []);
        assert!(player.picture().cursor.is_some());
    });
}

#[test]
fn what_is_not_saved_is_an_alarm() {
    practised_with_room(|player| {
        player.begin(MeetingKind::FollowUp);
        player.play("<enter>Zoë");
        let saved = player.model().session.words.saved_at(player.model().session.now.wall.time());
        assert_eq!(modifier_of(player, &saved), Modifier::empty());
        player.stick();
        player.play("!");
        let alarm = player.model().session.words.unsaved_alarm();
        assert_eq!(modifier_of(player, alarm), Modifier::REVERSED | Modifier::BOLD);
    });
}

#[test]
fn headings_and_marked_lines_are_bold() {
    practised_with_room(|player| {
        player.begin(MeetingKind::FollowUp);
        player.play("<enter><pgdn><pgdn>");
        let title = player.model().session.content.title(kring::domain::structure::ItemKind::Goals);
        let heading = format!("3 {title}");
        assert_eq!(modifier_of(player, &heading), Modifier::BOLD);
        player.play("zonder teken<enter>! met een teken");
        assert_eq!(modifier_of(player, "zonder teken"), Modifier::empty());
        assert_eq!(modifier_of(player, "! met een teken"), Modifier::BOLD);
    });
}

#[test]
fn a_group_at_hand_is_reversed() {
    practised_with_room(|player| {
        let reversed = player.picture().reversed();
        assert_eq!(reversed.len(), 1, "{reversed:?}");
        assert!(reversed[0].text.starts_with(player.pick("De Vuurtoren", "The Lighthouse")));
    });
}

#[test]
fn the_row_of_help_at_hand_is_reversed() {
    practised_with_room(|player| {
        player.begin(MeetingKind::FollowUp);
        player.play("<enter><f1><down>");
        let reversed = player.picture().reversed();
        assert_eq!(reversed.len(), 1, "{reversed:?}");
        let second = player.pick("punten", "items");
        assert!(reversed[0].text.starts_with(second), "{reversed:?}");
    });
}

#[test]
fn a_doubt_is_an_alarm() {
    practised_with_room(|player| {
        let path = in_group("vuurtoren", "group.ron");
        player.memory.rewrite(&path, "Karin de Wit", "Karin de Witte");
        player.play("e");
        let reversed = player.picture().reversed();
        let alarm = Modifier::REVERSED | Modifier::BOLD;
        let begins = player.pick("Buiten kring om veranderd", "Changed outside kring");
        assert!(reversed.iter().any(|run| run.text.starts_with(begins) && run.modifier == alarm));
    });
}
