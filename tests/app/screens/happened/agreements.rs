//! Agreements have a life: asked when due, going on, ended.

use chrono::Days;
use kring::domain::late::Late;
use kring::domain::structure::MeetingKind;
use kring::screens::dossier::action::{DossierAction, Foldable};
use kring::screens::item::SectionItem;
use kring::screens::meeting::action::MeetingAction;
use kring::view::agreement::Which;

use crate::screens::play::Player;

use super::{DAY, close, group, meeting, person, play, today};

/// From a closed meeting to the next, so many days later, at the previous minutes.
fn to_next_meeting(player: &mut Player, days: u64) {
    player.go_to(MeetingAction::Alone);
    player.play("<enter>");
    player.go_to(MeetingAction::ToGroup);
    player.play("<enter>");
    player.sleep(days * DAY);
    player.begin_here(MeetingKind::FollowUp);
    player.play("<enter><pgdn>");
}

#[test]
fn t9_what_recurs_goes_on_when_it_went_well_this_time() {
    play(|player| {
        player.begin(MeetingKind::FollowUp);
        player.play("<enter>! Bo wandelt elke woensdag<enter>! Bo koopt brood morgen<enter>");
        close(player);
        let ids: Vec<_> = group(player).agreements.iter().rev().take(2).map(|one| one.id).collect();
        let (once, weekly) = (ids[0], ids[1]);
        to_next_meeting(player, 7);
        for id in [once, weekly] {
            player.go_to(MeetingAction::Answer(id));
            player.play("<space>");
        }
        close(player);
        assert!(group(player).agreement(weekly).unwrap().open(), "it went well this time");
        assert!(!group(player).agreement(once).unwrap().open());
        to_next_meeting(player, 7);
        player.go_to(MeetingAction::Answer(weekly));
        player.play("<space><space>");
        close(player);
        assert!(
            !group(player).agreement(weekly).unwrap().open(),
            "ending it is a choice of its own"
        );
    });
}

#[test]
fn t23_an_agreement_is_asked_about_when_it_is_due() {
    play(|player| {
        player.begin(MeetingKind::FollowUp);
        let asked = |player: &Player, what: &str| {
            let mut asked = group(player).asked_in(meeting(player).id, today(player));
            asked.any(|one| one.text == what)
        };
        player.play(
            "<enter>! Bo belt over 3 weken<enter>! Bo wandelt elke dag<enter>! Bo zingt<enter>",
        );
        player.play("! Bo eet morgen<enter>");
        close(player);
        to_next_meeting(player, 7);
        assert_eq!(
            ["Bo belt", "Bo wandelt", "Bo zingt", "Bo eet"].map(|it| asked(player, it)),
            [false, true, true, true]
        );
        let shown = player.picture().text();
        assert!(shown.contains("loopt nog") || shown.contains("lopen nog"), "{shown}");
        assert!(!shown.contains("Bo belt · "), "{shown}");
        // It can be answered before its day all the same.
        let early = group(player).agreements.iter().find(|one| one.text == "Bo belt").unwrap().id;
        player.go_to(MeetingAction::StillGoing);
        player.play("<enter>");
        player.go_to(MeetingAction::Answer(early));
        player.play("<space>");
        assert!(asked(player, "Bo belt"));
        player.play("<c-z>");
        close(player);
        let minutes = meeting(player).minutes.clone().unwrap();
        assert!(minutes.answers.iter().all(|one| one.what != "Bo belt"), "not asked, so not said");
        to_next_meeting(player, 14);
        assert!(asked(player, "Bo belt"), "due on the day of the meeting");
    });
}

#[test]
fn r13_all_agreements_are_one_list_by_state_person_goal_and_meeting() {
    play(|player| {
        player.play("e");
        player.play("t");
        let before = group(player).clone();
        let shown = player.picture().text();
        for said in ["Open", "Afgelopen", "Piet", "Kort 1", "13 nov 2025", "afgesproken op"] {
            assert!(shown.contains(said), "{said}:\n{shown}");
        }
        let joelle = before.agreements.iter().find(|one| one.text.contains("Joëlle")).unwrap().id;
        player.play("<enter>");
        player.go_to_row(DossierAction::Unfold(Foldable::Agreement(joelle)));
        player.play("<enter>");
        player.go_to_row(DossierAction::Later(joelle, 7));
        player.play("<enter>");
        let moved = group(player).agreement(joelle).unwrap().day().unwrap();
        assert_eq!(moved, today(player) + Days::new(7), "an overdue one goes on from today");
        player.go_to_row(DossierAction::Drop(joelle));
        player.play("<enter>");
        assert!(!group(player).agreement(joelle).unwrap().open());
        player.play("<c-z><c-z>");
        assert_eq!(group(player).agreements, before.agreements);
    });
}

#[test]
fn r13_the_agreements_of_a_person_and_of_a_goal_are_one_key_away() {
    play(|player| {
        player.play("e");
        let piet = person(player, "Piet");
        player.play("7");
        for _ in 0..20 {
            let item = player.dossier_screen().and_then(|screen| screen.item);
            if item == Some(SectionItem::Person(piet)) {
                break;
            }
            player.play("<down>");
        }
        player.go_to_row(DossierAction::ShowAgreements(Which::Of(piet)));
        player.play("<enter>");
        let shown = player.picture().text();
        assert!(shown.contains("Piet fietst met Noor mee"), "{shown}");
        assert!(!shown.contains("Lot rekent"), "{shown}");
    });
}

#[test]
fn the_coordinator_is_reminded_of_their_own_agreements_unless_the_group_wants_more() {
    play(|player| {
        player.play("e");
        let day = today(player) + Days::new(30);
        let theirs = |player: &Player| {
            let late = group(player).late(day);
            let coordinator = group(player).roles.coordinator.unwrap();
            late.iter()
                .filter_map(|late| match late {
                    Late::Agreement(id) => group(player).agreement(*id),
                    _ => None,
                })
                .map(|one| one.who.contains(&coordinator))
                .collect::<Vec<_>>()
        };
        assert!(!theirs(player).is_empty() && theirs(player).iter().all(|own| *own));
        player.play("t<enter>");
        player.go_to_row(DossierAction::Reminds);
        player.play(" ");
        assert!(theirs(player).iter().any(|own| !own));
    });
}
