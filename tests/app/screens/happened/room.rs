//! The clock, the keys and the screens that the room sees.

use kring::deeds::people;
use kring::domain::group::Group;
use kring::domain::hour::HourState;
use kring::domain::meeting::Place;
use kring::domain::phase::Step;
use kring::domain::sociogram::{Closeness, Strength};
use kring::domain::structure::MeetingKind;
use kring::language::Language;
use kring::screens::dossier::action::DossierAction;
use kring::screens::meeting::action::MeetingAction;
use kring::screens::page::row::Control;

use crate::screens::play::{LARGE, Player, SMALL, in_language, practice_group};

use super::{close, meeting, notice, person, play};

#[test]
fn r8_a_digit_goes_to_its_item() {
    play(|player| {
        player.begin(MeetingKind::FollowUp);
        player.play("<enter><esc>");
        for nr in [4, 7, 1] {
            player.play(&nr.to_string());
            assert_eq!(meeting(player).place, Place::Item(nr - 1));
            player.play("<esc>");
        }
        player.play("9");
        assert_eq!(meeting(player).place, Place::Item(0), "there is no item 9");
        assert!(notice(player).contains("is er niet"), "{}", notice(player));
    });
}

#[test]
fn r6_page_down_in_closing_ends_on_its_last_row() {
    for window in [SMALL, LARGE] {
        in_language(Language::Dutch, window, practice_group, |player| {
            player.begin(MeetingKind::FollowUp);
            player.play("<enter>");
            for nr in 0..15 {
                player.play(&format!("! Bo doet ding {nr}<enter>"));
            }
            player.play(&"<pgdn>".repeat(7));
            assert_eq!(meeting(player).place, Place::Closing);
            let last = |player: &Player| {
                player.row_at_hand().map(|row| row.control)
                    == Some(Control::Press(MeetingAction::Finish))
            };
            let mut pages = 0;
            while !last(player) && pages < 9 {
                player.play("<pgdn>");
                pages += 1;
            }
            assert!(last(player) && pages > 0, "{pages}");
            player.play("<pgdn>");
            assert!(last(player), "it stays there");
            player.play(&"<pgup>".repeat(pages));
            assert_eq!(meeting(player).place, Place::Closing);
            player.play("<pgup><pgup>");
            assert!(matches!(meeting(player).place, Place::Item(_)), "and back to the items");
        });
    }
}

#[test]
fn r1_the_clock_for_the_room_does_not_hide() {
    play(|player| {
        player.begin(MeetingKind::FollowUp);
        player.play("<enter><f6>");
        player.app.work_in_session(|session| {
            session.settings.hide_after = 5;
            Vec::new()
        });
        player.pass(20);
        let shown = player.picture().text();
        assert!(shown.contains("minuten te gaan"), "{shown}");
        player.play("<esc>");
        player.pass(20);
        assert!(player.model().front.is_hidden(), "another screen hides as before");
    });
}

#[test]
fn r2_pause_and_clock_work_everywhere_while_the_hour_runs() {
    let state = |player: &Player| meeting(player).reading(player.model().session.now.wall).state;
    for keys in ["<f4>brood", "<f1>", "<f2>", "<f3>", "<esc>", "<f4>brood<enter>Piet"] {
        play(|player| {
            player.begin(MeetingKind::FollowUp);
            player.play("<enter>");
            player.pass(1);
            player.play(keys);
            player.play("<f5>");
            assert_eq!(state(player), HourState::Paused, "{keys}");
            player.play("<f5>");
            assert_eq!(state(player), HourState::Running, "{keys}");
            player.play("<f6>");
            let shown = player.picture().text();
            assert!(shown.contains("minuten te gaan"), "{keys}: {shown}");
            assert!(shown.contains("1 Hoe gaat het"), "the item is there too: {shown}");
        });
    }
}

#[test]
fn r4_over_time_closing_comes_first_and_no_number_shames() {
    play(|player| {
        player.begin(MeetingKind::FollowUp);
        player.play("<enter>");
        let says = |player: &mut Player, words: &str| {
            let shown = player.picture().text();
            assert!(shown.contains(words), "{words}:\n{shown}");
        };
        player.pass(30);
        says(player, "langer dan gedacht");
        assert!(!player.picture().text().contains("30 van 8"));
        player.pass(25);
        says(player, "Tijd om af te ronden.");
        player.pass(5);
        says(player, "Samen afronden?");
        says(player, "nog 5 minuten, als Noor dat wil");
        player.pass(5);
        says(player, "Rond samen af");
        assert!(!player.picture().text().contains("als Noor dat wil"), "it is offered once");
    });
}

#[test]
fn r7_what_the_chair_can_say_is_one_key_away_and_in_the_empty_note() {
    for kind in MeetingKind::ALL.iter().copied() {
        play(|player| {
            player.begin(kind);
            player.play("<enter>");
            for nr in 0..meeting(player).items.len() {
                let kind = meeting(player).items[nr].kind;
                let item = player.model().session.content.item(kind).unwrap().clone();
                let named =
                    |text: &str| text.replace("De cliënt", "Noor").replace("de cliënt", "Noor");
                let squeeze = |text: &str| named(text).split_whitespace().collect::<String>();
                let begins: String = squeeze(&item.say).chars().take(12).collect();
                let shown = squeeze(&player.picture().text().replace(['│', '»'], " "));
                assert!(shown.contains(&begins), "{}:\n{shown}", item.say);
                player.play("<c-t>");
                let shown = squeeze(&player.picture().text());
                for said in std::iter::once(&item.say).chain(&item.prompts) {
                    assert!(shown.contains(&squeeze(said)), "{said}:\n{shown}");
                }
                player.play("<esc><pgdn>");
            }
        });
    }
}

#[test]
fn r11_nearer_begins_near_and_a_tie_can_be_difficult() {
    play(|player| {
        let view = |player: &Player| player.model().session.group().unwrap().clone();
        let without =
            |group: &Group| group.people.iter().find(|it| it.closeness.is_none()).map(|it| it.id);
        player.play("e");
        let daniel = without(&view(player)).unwrap();
        player.app.work_in_session(|session| {
            let deed = session.group_view().map(|view| people::move_ring(&view, daniel, false));
            session.record_deed(deed.unwrap())
        });
        assert_eq!(view(player).person(daniel).unwrap().closeness, Some(Closeness::Near));
    });
    assert_eq!(Strength::Strong.next(), Some(Strength::Difficult));
    assert_eq!(Strength::Difficult.next(), None);
}

#[test]
fn r10_help_explains_the_screen_before_it_lists_keys() {
    play(|player| {
        let explained = |player: &mut Player, words: &str| {
            player.play("<f1>");
            let help = player.picture().text();
            assert!(help.contains(words), "{words}:\n{help}");
            player.play("<esc><f2>");
            assert!(!player.picture().text().contains(words), "the menu only lists");
            player.play("<esc>");
        };
        explained(player, "Dit is de lijst van je groepen.");
        player.begin(MeetingKind::FollowUp);
        explained(player, "Hier zie je wie er is");
        player.play("<enter>");
        explained(player, "Typ in de notitie wat de groep wil bewaren.");
        player.play("<f4>");
        explained(player, "Dit zijn een paar korte vragen.");
        player.play("<esc>");
        player.play(&"<pgdn>".repeat(7));
        explained(player, "Lees samen na wat je afsprak.");
    });
}

#[test]
fn r3_the_hour_has_one_end_that_only_a_pause_moves() {
    play(|player| {
        player.begin(MeetingKind::FollowUp);
        player.play("<enter>");
        let ends = |player: &mut Player| {
            let head = player.picture().row(1);
            head.rsplit("tot ").next().unwrap_or_default().trim().to_owned()
        };
        let end = ends(player);
        assert_eq!(end, "15.00");
        for keys in ["<pgdn>", "<pgdn>", "<pgdn>", "<pgup>", "x", "<pgdn>", "<pgdn>"] {
            player.play(keys);
            player.pass(3);
            assert_eq!(ends(player), end, "after {keys}");
        }
        player.play("<f5>");
        player.pass(5);
        player.play("<f5>");
        assert_eq!(ends(player), "15.05", "the pause does not count");
    });
}

#[test]
fn r12_what_a_key_takes_back_is_said_and_so_is_undo() {
    play(|player| {
        player.play("e1<enter>");
        let group = |player: &Player| player.model().session.group().unwrap().clone();
        let step = Step::ALL.iter().copied().find(|step| group(player).step_done(*step)).unwrap();
        player.go_to_row(DossierAction::StepState(step));
        for _ in 0..4 {
            let was = group(player).step_done(step);
            player.play(" ");
            let reopened = was && !group(player).step_done(step);
            let said = notice_or_none(player);
            assert_eq!(said.contains("staat weer open"), reopened, "{said}");
            assert_eq!(said.contains("Ctrl+Z"), reopened, "{said}");
        }
    });
}

#[test]
fn r12_who_is_not_there_next_time_is_said_when_a_key_says_so() {
    play(|player| {
        player.begin(MeetingKind::FollowUp);
        player.play("<enter>x");
        close(player);
        player.go_to(MeetingAction::Alone);
        player.play("<enter>");
        let karin = person(player, "Karin");
        player.go_to(MeetingAction::Expect(karin));
        player.play(" ");
        assert!(notice(player).contains("niet bij"), "{}", notice(player));
        assert!(notice(player).contains("Ctrl+Z"), "{}", notice(player));
        player.play(" ");
        assert!(!notice_or_none(player).contains("niet bij"));
    });
}

fn notice_or_none(player: &Player) -> String {
    player.model().session.notice.clone().unwrap_or_default()
}
