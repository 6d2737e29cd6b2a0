//! Who was there, who was expected, and who has a role.

use chrono::TimeDelta;
use kring::domain::ids::PersonId;
use kring::domain::minutes::Named;
use kring::domain::person::{PersonKind, Role};
use kring::domain::structure::MeetingKind;
use kring::export::minutes::MinutesPaper;
use kring::screens::dossier::action::DossierAction;
use kring::screens::item::SectionItem;
use kring::screens::meeting::action::MeetingAction;

use crate::screens::play::Player;

use super::{DAY, close, group, meeting, notice, now, person, play, today};

/// Half an hour into a meeting, back at the list of who is there, with Piet at hand.
fn piet_after_half_an_hour(player: &mut Player) -> PersonId {
    player.begin(MeetingKind::FollowUp);
    let piet = person(player, "Piet");
    player.play("<enter>");
    player.pass(30);
    player.play("<esc>");
    player.play(&"<up>".repeat(9));
    player.play("<enter>");
    player.go_to(MeetingAction::Presence(piet));
    piet
}

#[test]
fn t10_who_is_to_come_is_expected_until_somebody_says_that_they_came() {
    for came in [true, false] {
        play(|player| {
            player.begin(MeetingKind::FollowUp);
            let piet = person(player, "Piet");
            player.go_to(MeetingAction::Presence(piet));
            let later = (now(player) + TimeDelta::minutes(30)).format("%H.%M").to_string();
            player.play(&format!("k{later}<enter>"));
            let shown = player.picture().text();
            assert!(shown.contains("(verwacht)"), "{shown}");
            assert!(!meeting(player).present(piet));
            player.play("<enter>x");
            player.pass(40);
            assert!(!meeting(player).present(piet), "time alone says nothing");
            if came {
                player.play("<esc>");
                player.play(&"<up>".repeat(9));
                player.play("<enter>");
                player.go_to(MeetingAction::Presence(piet));
                player.play("<space>");
                assert!(meeting(player).present(piet));
            }
            close(player);
            let minutes = meeting(player).minutes.clone().unwrap();
            let names = |list: &[Named]| list.iter().any(|one| one.name.starts_with("Piet"));
            assert_eq!((names(&minutes.present), names(&minutes.expected)), (came, !came));
            if came {
                let one = minutes.present.iter().find(|one| one.name.starts_with("Piet")).unwrap();
                let from = one.from.unwrap().format("%H.%M").to_string();
                assert_eq!(from, later, "they came when it was said that they would");
            }
        });
    }
}

#[test]
fn t10_who_is_to_leave_has_not_left() {
    play(|player| {
        player.begin(MeetingKind::FollowUp);
        let (bo, piet) = (person(player, "Bo"), person(player, "Piet"));
        player.play("<enter>Gezegd.");
        player.pass(20);
        let leaves = |player: &mut Player, who: PersonId, minutes: i64| {
            let at = (now(player) + TimeDelta::minutes(minutes)).format("%H.%M").to_string();
            player.play("<esc>");
            player.play(&"<up>".repeat(9));
            player.play("<enter>");
            player.go_to(MeetingAction::Presence(who));
            player.play(&format!("g{at}<enter>"));
        };
        leaves(player, bo, 10);
        leaves(player, piet, -5);
        player.pass(30);
        player.play("<pgdn>");
        close(player);
        let paper = MinutesPaper::of(group(player), meeting(player), today(player));
        let session = &player.model().session;
        let text = paper.text(&session.content, session.words);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            text.contains("Bo Jansma (ervaringsdeskundige), zou om 14.30 uur weggaan"),
            "{text}"
        );
        assert!(text.contains("Piet Kuipers (buurman), ging weg om 14.15 uur"), "{text}");
    });
}

#[test]
fn t10_nobody_leaves_before_they_come() {
    play(|player| {
        let piet = piet_after_half_an_hour(player);
        let at = |player: &Player, minutes: i64| {
            (now(player) + TimeDelta::minutes(minutes)).format("%H.%M").to_string()
        };
        player.play(&format!("k{}<enter>", at(player, -5)));
        assert!(meeting(player).present(piet));
        player.play("g");
        for wrong in [at(player, -10), at(player, -5), at(player, -40)] {
            player.play(&format!("{wrong}<enter>"));
            assert!(meeting(player).draft.is_some(), "{wrong}");
            player.play(&"<bs>".repeat(5));
        }
        player.play(&format!("{}<enter>", at(player, -1)));
        assert!(meeting(player).draft.is_none());
        player.play(&format!("k{}<enter>", at(player, 0)));
        assert!(meeting(player).draft.is_some(), "coming after leaving is refused too");
        assert_eq!(
            meeting(player).attendee(piet).unwrap().from.unwrap().format("%H.%M").to_string(),
            at(player, -5)
        );
    });
}

#[test]
fn t10_who_left_before_it_began_was_not_there() {
    play(|player| {
        player.begin(MeetingKind::FollowUp);
        let ayla = person(player, "Ayla");
        player.go_to(MeetingAction::Presence(ayla));
        player.play("g13.30<enter>");
        player.play("<home><enter>");
        assert!(meeting(player).began().is_some());
        assert!(!meeting(player).present(ayla));
        player.play("Gezegd.");
        close(player);
        let minutes = meeting(player).minutes.clone().unwrap();
        let named = |people: &[Named]| people.iter().any(|one| one.name.starts_with("Ayla"));
        assert!(!named(&minutes.present) && named(&minutes.not_present));
    });
}

#[test]
fn t12_leaving_out_the_client_or_the_coordinator_is_asked_first() {
    play(|player| {
        player.play("e");
        let roles = group(player).roles;
        let (client, coordinator) = (roles.client.unwrap(), roles.coordinator.unwrap());
        player.play("5");
        for person in [client, coordinator] {
            player.go_to_row(DossierAction::Expect(person));
            player.play(" ");
            assert!(group(player).expected().contains(&person));
            assert!(notice(player).contains("altijd bij"), "{}", notice(player));
            player.play("<down><up> ");
            assert!(group(player).expected().contains(&person), "asked again after other keys");
            player.play(" ");
            assert!(!group(player).expected().contains(&person), "a second press is a yes");
            assert!(notice(player).contains("Ctrl+Z"), "{}", notice(player));
            player.play("<c-z>");
            assert!(group(player).expected().contains(&person));
        }
    });
}

#[test]
fn t12_a_role_whose_holder_will_not_be_there_is_asked_about() {
    play(|player| {
        player.play("e");
        let taker = group(player).roles.minute_taker.unwrap();
        player.play("5");
        player.go_to_row(DossierAction::Expect(taker));
        player.play("  ");
        assert!(!group(player).expected().contains(&taker));
        let shown = player.picture().text();
        assert!(shown.contains("Notulist: "), "{shown}");
        player.go_to_row(DossierAction::Role(Role::MinuteTaker));
        player.play(" ");
        let now = group(player).roles.minute_taker;
        assert!(now.is_none_or(|id| group(player).expected().contains(&id)), "{now:?}");
    });
}

#[test]
fn t12_somebody_with_a_role_who_sends_word_leaves_it_open() {
    play(|player| {
        player.begin(MeetingKind::FollowUp);
        let chair = meeting(player).roles.chair.unwrap();
        player.go_to(MeetingAction::Presence(chair));
        player.play(" ");
        assert!(notice(player).contains("Wie doet dat nu?"), "{}", notice(player));
        assert!(player.picture().text().contains("is er niet. Wie doet het?"));
        player.play("<pgdn>x");
        player.play("<f5>");
        close(player);
        let minutes = meeting(player).minutes.clone().unwrap();
        assert_eq!(minutes.roles.chair, None, "who was not there did not chair");
    });
}

#[test]
fn t12_who_does_not_join_gives_a_role_back_in_so_many_words() {
    play(|player| {
        player.play("e");
        let taker = group(player).roles.minute_taker.unwrap();
        player.play("7");
        for _ in 0..20 {
            let item = player.dossier_screen().and_then(|screen| screen.item);
            if item == Some(SectionItem::Person(taker)) {
                break;
            }
            player.play("<down>");
        }
        player.go_to_row(DossierAction::Standing(taker));
        for _ in 0..4 {
            if group(player).roles.minute_taker.is_none() {
                break;
            }
            player.play(" ");
        }
        assert_eq!(group(player).roles.minute_taker, None);
        assert!(notice(player).contains("notulist"), "{}", notice(player));
        assert!(notice(player).contains("Ctrl+Z"), "{}", notice(player));
    });
}

#[test]
fn t21_somebody_new_is_there_next_time_wherever_they_are_added() {
    play(|player| {
        player.begin(MeetingKind::FollowUp);
        player.play("nBo Nieuw<enter><enter><enter>");
        let bo = person(player, "Bo Nieuw");
        assert!(meeting(player).present(bo));
        player.play("<enter>x");
        close(player);
        assert!(group(player).expected().contains(&bo));
        player.go_to(MeetingAction::Alone);
        player.play("<enter>");
        player.go_to(MeetingAction::SameGroup);
        player.play("<enter>");
        player.go_to(MeetingAction::ToGroup);
        player.play("<enter>");
        player.sleep(7 * DAY);
        player.begin_here(MeetingKind::FollowUp);
        assert!(meeting(player).attendee(bo).is_some());
        player.play("nKim Nieuwer<enter><enter><enter>");
        let kim = person(player, "Kim Nieuwer");
        player.play("<enter>x");
        close(player);
        player.go_to(MeetingAction::Alone);
        player.play("<enter>");
        player.go_to(MeetingAction::ToGroup);
        player.play("<enter>");
        player.sleep(7 * DAY);
        player.begin_here(MeetingKind::FollowUp);
        assert!(meeting(player).attendee(kim).is_some(), "the composition is older than she is");
    });
}

#[test]
fn t21_a_mother_is_family_unless_somebody_says_otherwise() {
    play(|player| {
        player.begin(MeetingKind::Start);
        let add = |player: &mut Player, relation: &str, kind: &str| {
            player.play(&format!("nRita Vos<enter>{relation}<enter>"));
            let shown = player.picture().text();
            player.play(&format!("{kind}<enter>"));
            (shown.contains("  familie"), group(player).people.last().unwrap().kind)
        };
        assert_eq!(add(player, "moeder", ""), (true, PersonKind::Family));
        assert_eq!(add(player, "buurvrouw", ""), (false, PersonKind::CloseOne));
        assert_eq!(add(player, "moeder", "2"), (true, PersonKind::CloseOne));
    });
}

#[test]
fn t10_in_the_talk_afterwards_it_is_asked_whether_they_came() {
    play(|player| {
        player.begin(MeetingKind::FollowUp);
        let piet = person(player, "Piet");
        player.go_to(MeetingAction::Presence(piet));
        let later = (now(player) + TimeDelta::minutes(90)).format("%H.%M").to_string();
        player.play(&format!("k{later}<enter>"));
        player.play("<enter>x");
        player.pass(30);
        close(player);
        player.go_to(MeetingAction::Alone);
        player.play("<enter>");
        player.go_to(MeetingAction::Came(piet));
        player.play("<enter>");
        let minutes = meeting(player).minutes.clone().unwrap();
        assert!(minutes.expected.is_empty(), "{}", notice(player));
        let there = minutes.present.iter().find(|one| one.name.starts_with("Piet")).unwrap();
        assert_eq!(there.from, None, "nobody gave a time");
        player.go_to(MeetingAction::Came(piet));
        player.play("<enter>");
        let minutes = meeting(player).minutes.clone().unwrap();
        assert!(minutes.not_present.iter().any(|one| one.name.starts_with("Piet")));
        player.play("<c-z><c-z>");
        let minutes = meeting(player).minutes.clone().unwrap();
        assert_eq!(minutes.expected.len(), 1);
    });
}

#[test]
fn t10_who_left_is_not_counted_as_there_and_afterwards_they_were() {
    play(|player| {
        piet_after_half_an_hour(player);
        let soon = (now(player) + TimeDelta::minutes(5)).format("%H.%M").to_string();
        player.play(&format!("g{soon}<enter>"));
        assert!(player.picture().text().contains("Er zijn 7 van 7"), "they are still there");
        player.pass(5);
        assert!(player.picture().text().contains("Er zijn 6 van 7"), "they left");
        close(player);
        assert!(player.picture().text().contains("Er waren 7 van 7"));
    });
}
