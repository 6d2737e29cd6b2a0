//! What the lines of a note mean, and who is meant by a name.

use kring::deeds::bin::{self, Deletable};
use kring::domain::ids::PersonId;
use kring::domain::structure::MeetingKind;
use kring::screens::meeting::action::MeetingAction;

use crate::screens::play::Player;

use super::{close, group, meeting, person, play, rename, rename_in_group};

#[test]
fn t5_a_line_means_whom_it_meant_when_it_was_read() {
    play(|player| {
        player.begin(MeetingKind::FollowUp);
        player.play("<enter>! Piet haalt brood morgen<enter>");
        let piet = person(player, "Piet");
        rename(player, "Piet", "Peter Vos");
        rename(player, "Sanne", "Piet Jansen");
        let shown = player.picture().text();
        assert!(shown.contains("afspraak · Peter"), "{shown}");
        player.play("x");
        close(player);
        let made = group(player).agreements.last().unwrap();
        assert_eq!((made.text.as_str(), &made.who[..]), ("Piet haalt brood", &[piet][..]));
    });
}

#[test]
fn t6_old_minutes_that_are_mended_keep_whose_an_agreement_is() {
    play(|player| {
        player.begin(MeetingKind::FollowUp);
        player.play("<enter>! Piet haalt brood morgen<enter>");
        let piet = person(player, "Piet");
        close(player);
        let made = group(player).agreements.last().unwrap().clone();
        rename(player, "Piet", "Peter Vos");
        player.go_to(MeetingAction::Alone);
        player.play("<enter>");
        player.go_to(MeetingAction::Reopen);
        player.play("<enter>een tikfout<enter>");
        player.play("<c-home><right><right><right><right><right><right>X<bs>");
        close(player);
        let mended = group(player).agreement(made.id).unwrap();
        assert_eq!(mended.who, [piet]);
        assert_eq!(mended.when, made.when);
    });
}

#[test]
fn t7_an_agreement_of_somebody_who_left_the_group_stays_theirs() {
    play(|player| {
        player.begin(MeetingKind::FollowUp);
        player.play("<enter>! Piet haalt brood morgen<enter>");
        let piet = person(player, "Piet");
        player.app.work_in_session(|session| {
            let deed = session
                .group_view()
                .map(|view| bin::delete(&view, Deletable::Person(piet)))
                .unwrap();
            session.record_deed(deed)
        });
        player.play("x");
        close(player);
        let minutes = meeting(player).minutes.clone().unwrap();
        assert_eq!(minutes.agreements[0].who, ["Piet"]);
    });
}

#[test]
fn t25_a_sign_counts_once_and_before_a_word() {
    play(|player| {
        player.begin(MeetingKind::FollowUp);
        player.play("<enter>!!! Let op: brood<enter>=====<enter>!<enter>= <enter>! ?<enter>");
        player.play("! Bo belt<enter>= Het blijft zo<enter>");
        close(player);
        let minutes = meeting(player).minutes.clone().unwrap();
        let made: Vec<&str> = minutes.agreements.iter().map(|one| one.what.as_str()).collect();
        assert_eq!(made, ["Bo belt"]);
        assert_eq!(minutes.decisions, ["Het blijft zo"]);
    });
}

#[test]
fn t8_two_who_share_a_first_name_are_told_apart() {
    play(|player| {
        rename_in_group(player, "Piet", "Sanne de Boer");
        let boer = person(player, "Sanne de Boer");
        player.begin_here(MeetingKind::FollowUp);
        player.play("<enter>! Sanne haalt brood<enter>! @Sanne leest voor<enter>@San<tab><tab>");
        let shown = player.picture().text();
        assert_eq!(shown.matches("Wie: Sanne").count(), 3, "two lines and Tab ask:\n{shown}");
        player.play(&"<bs>".repeat(6));
        player.play("! Sanne de Boer belt<enter>");
        close(player);
        let who: Vec<_> =
            group(player).agreements.iter().rev().take(3).map(|one| &one.who[..]).collect();
        assert_eq!(who, [&[boer][..], &[], &[]], "nobody is chosen in silence");
    });
}

#[test]
fn t8_tab_steps_through_the_readings_of_a_line() {
    play(|player| {
        rename_in_group(player, "Piet", "Sanne de Boer");
        let (haddad, boer) = (person(player, "Sanne Haddad"), person(player, "Sanne de Boer"));
        player.begin_here(MeetingKind::FollowUp);
        player.play("<enter>! @San<tab>");
        let read = |player: &Player| {
            let read = meeting(player).items[0].readings[0].understood.clone();
            (read.who.clone(), read.undecided().len())
        };
        assert_eq!(read(player), (vec![], 2), "Tab completed what both have in common");
        player.play("<tab>");
        let first = read(player).0;
        player.play("<tab>");
        let second = read(player).0;
        assert!([&first, &second].contains(&&vec![haddad]), "{first:?}");
        assert!([&first, &second].contains(&&vec![boer]), "{second:?}");
        player.play(" haalt brood");
        assert_eq!(read(player), (second.clone(), 0), "typing on keeps who was chosen");
        player.play("<c-z><c-z>");
        player.play("<tab>");
        assert_eq!(read(player), (vec![], 2), "past the last one nobody is chosen");
        assert!(
            player.meeting_screen().unwrap().editing().is_none(),
            "and Tab goes on to the page"
        );
    });
}

#[test]
fn t8_two_of_the_same_name_are_asked_about_in_the_questions_too() {
    play(|player| {
        rename_in_group(player, "Piet", "Sanne de Boer");
        player.begin_here(MeetingKind::FollowUp);
        let shown = |player: &mut Player| player.picture().text();
        player.play("<enter><f4>brood halen<enter>Sanne");
        assert!(shown(player).contains("Wie: Sanne"), "{}", shown(player));
        player.play("<enter><enter><enter>");
        assert!(meeting(player).draft.is_none(), "the question is no trap");
        let read = meeting(player).items[0].readings[0].understood.clone();
        assert_eq!((read.who.len(), read.undecided().len()), (0, 2), "nobody is chosen in silence");
        assert!(shown(player).contains("Wie: Sanne"), "the line asks on: {}", shown(player));
        player.play("<f4>soep halen<enter>Sanne de B<enter><enter><enter>");
        let boer = person(player, "Sanne de Boer");
        assert_eq!(meeting(player).items[0].readings[1].understood.who, [boer]);
    });
}

#[test]
fn r5_a_name_that_is_not_there_is_no_trap() {
    play(|player| {
        rename_in_group(player, "Piet", "Jörïeke Vos");
        let jorieke = person(player, "Jörïeke Vos");
        player.begin_here(MeetingKind::FollowUp);
        player.play("<enter><f4>brood halen<enter>jorieke<enter><enter><enter>");
        player.play("<f4>soep halen<enter>Jorikee");
        let shown = player.picture().text();
        assert!(shown.contains("Bedoel je Jörïeke?"), "{shown}");
        player.play("<tab><enter><enter><enter>");
        player.play("<f4>kaas halen<enter>Xander<enter><enter><enter>");
        assert!(meeting(player).draft.is_none());
        let read = &meeting(player).items[0].readings;
        assert_eq!(read[0].understood.who, [jorieke], "accents do not matter");
        assert_eq!(read[1].understood.who, [jorieke]);
        assert_eq!(
            (&read[2].understood.who[..], &*read[2].understood.what),
            (&[][..], "Xander: kaas halen")
        );
    });
}

#[test]
fn t24_everybody_is_somebody() {
    play(|player| {
        player.begin(MeetingKind::FollowUp);
        player.play("<enter>! Iedereen leest het plan<enter>! We eten soep voor vrijdag<enter>");
        player.play("! De hele groep: app lezen<enter>! brood halen @groep<enter>! De groepsapp maken<enter>");
        player.play("! @ied<tab>zingt<enter>! Weduwe Bos belt<enter>");
        let everybody: Vec<bool> = meeting(player).items[0]
            .readings
            .iter()
            .map(|read| read.understood.everybody)
            .collect();
        assert_eq!(everybody, [true, true, true, true, false, true, false]);
        let shown = player.picture().text();
        assert!(shown.contains("afspraak · iedereen"), "{shown}");
        player.play("<f4>wandelen<enter>wij<enter><enter><enter>");
        assert!(meeting(player).items[0].readings[7].understood.everybody);
        close(player);
        let made = meeting(player).id;
        let made = group(player).agreements.iter().filter(|one| one.made == made);
        assert_eq!(made.filter(|one| one.everybody).count(), 6);
        assert!(meeting(player).minutes.as_ref().unwrap().agreements[0].everybody);
    });
}

#[test]
fn t24_whoever_speaks_and_one_of_two_is_asked_about_and_nobody_is_chosen_in_silence() {
    play(|player| {
        player.begin(MeetingKind::FollowUp);
        let [bo, piet, sanne] = ["Bo", "Piet", "Sanne"].map(|name| person(player, name));
        player
            .play("<enter>! Bo en ik halen brood<enter>! ik en Piet bellen<enter>! Ik bak<enter>");
        player.play("! Bo of Piet belt de bank<enter>! soep koken @Bo of @Piet vrijdag<enter>");
        player.play("! Bo, Piet of Sanne leest voor<enter>! Bo en Piet of Sanne lezen<enter>");
        player
            .play("! Piet vraagt of Bo komt<enter>! Bo / Piet dekken<enter>! Bo en/of Piet zingen");
        let read = |player: &Player, nr: usize| {
            let read = &meeting(player).items[0].readings[nr].understood;
            let open = read.undecided().to_vec();
            (read.who.clone(), if open.len() > 3 { Vec::new() } else { open }, read.says_who())
        };
        let expected = [
            (vec![bo], vec![], false),
            (vec![piet], vec![], false),
            (vec![], vec![], false),
            (vec![], vec![bo, piet], false),
            (vec![], vec![bo, piet], false),
            (vec![], vec![bo, piet, sanne], false),
            (vec![bo], vec![piet, sanne], false),
            (vec![piet], vec![], true),
            (vec![], vec![bo, piet], false),
            (vec![], vec![bo, piet], false),
        ];
        for (nr, expected) in expected.into_iter().enumerate() {
            assert_eq!(read(player, nr), expected, "line {nr}");
        }
        let shown = player.picture().text();
        assert!(shown.contains("Wie: Bo Jansma of Piet Kuipers?"), "{shown}");
        player.play("<tab>");
        assert_eq!(read(player, 9), (vec![bo], vec![], true), "Tab chooses the first");
        player.play("<tab>");
        assert_eq!(read(player, 9), (vec![piet], vec![], true), "and then the other");
        close(player);
        let minuted = &meeting(player).minutes.as_ref().unwrap().agreements;
        assert_eq!(minuted[0].who, ["Bo"]);
        assert!(minuted[0].either.len() > 3, "who speaks is still to be said");
    });
}

#[test]
fn t24_somebody_else_and_another_day_are_asked_about() {
    play(|player| {
        player.begin(MeetingKind::FollowUp);
        let [bo, piet, ayla] = ["Bo", "Piet", "Ayla"].map(|name| person(player, name));
        let lines: [(&str, Vec<PersonId>, bool, bool); 12] = [
            ("Bo's zus belt", vec![], false, false),
            ("Piet z'n fiets wordt gemaakt", vec![], false, false),
            ("Bo en Piet's broer bellen", vec![bo], false, false),
            ("Bo en haar moeder bellen", vec![bo], false, false),
            ("Bo of ik kook zaterdag", vec![], false, true),
            ("ik of Bo kook", vec![], false, false),
            ("Bo, bel jij de bank?", vec![bo], true, false),
            ("Ayla belt morgen, Piet overmorgen", vec![ayla], true, false),
            ("Piet fietst elke woensdag behalve 18 februari", vec![piet], true, false),
            ("Bo belt pas na vrijdag", vec![bo], true, true),
            ("Bo belt niet vrijdag", vec![bo], true, false),
            ("Bo en iedereen eten vrijdag", vec![bo], true, true),
        ];
        let typed: Vec<String> =
            lines.iter().map(|(line, ..)| format!("! {line}<enter>")).collect();
        player.play(&format!("<enter>{}", typed.concat()));
        for (nr, (line, who, says_who, says_when)) in lines.into_iter().enumerate() {
            let read = meeting(player).items[0].readings[nr].understood.clone();
            let when = read.when.is_some();
            assert_eq!(
                (read.who.clone(), read.says_who(), when),
                (who, says_who, says_when),
                "{line}"
            );
            if !when {
                assert_eq!(read.what, line, "nothing of the line is lost");
            }
        }
        // Whoever else it is can be chosen, and let go of again.
        player.play("! Bo en haar zus zingen<tab>");
        let read = |player: &Player| meeting(player).items[0].readings[12].understood.clone();
        let chosen = read(player);
        assert_eq!((chosen.who.len(), chosen.who[0], chosen.says_who()), (2, bo, true));
        player.play("<tab>");
        assert_eq!(read(player).who.len(), 2);
        assert_ne!(read(player).who, chosen.who, "the next one");
    });
}

#[test]
fn t8_two_of_the_same_whole_name_are_told_apart_by_what_they_are() {
    play(|player| {
        rename_in_group(player, "Piet", "Sanne Haddad");
        let two: Vec<PersonId> = group(player)
            .people
            .iter()
            .filter(|one| one.name == "Sanne Haddad")
            .map(|one| one.id)
            .collect();
        player.begin_here(MeetingKind::FollowUp);
        player.play("<enter>! Sanne Haddad zingt<enter>! Sanne Haddad (buurman) belt<enter>");
        let read = |player: &Player, nr: usize| {
            let read = meeting(player).items[0].readings[nr].understood.clone();
            (read.who.clone(), read.undecided().to_vec())
        };
        assert_eq!(read(player, 0).1, two);
        assert_eq!(read(player, 1).0.len(), 1);
        let shown = player.picture().text();
        assert!(shown.contains("Sanne Haddad (zus) of Sanne Haddad (buurman)?"), "{shown}");
        // The questions offer both by Tab, and Enter asks without swallowing what comes after.
        player.play("<f4>soep<enter>Sanne Haddad<tab>");
        let first = meeting(player).draft.as_ref().unwrap().answers[1].clone();
        player.play("<tab>");
        let second = meeting(player).draft.as_ref().unwrap().answers[1].clone();
        assert_ne!(first, second);
        player.play("<enter><enter><enter>");
        assert!(meeting(player).draft.is_none());
        let made = read(player, 2);
        assert_eq!((made.0.len(), made.1.len()), (1, 0), "{made:?}");
    });
}

#[test]
fn t24_not_everybody_is_not_everybody_and_a_group_with_somebody_is() {
    play(|player| {
        player.begin(MeetingKind::FollowUp);
        player.play("<enter>! Iedereen behalve Piet leest het plan<enter>");
        player.play("! Iedereen van de familie belt<enter>! Groep 3 belt<enter>");
        player.play("! Noor en de groep zingen<enter>! Everyone except Bo sings<enter>");
        let everybody: Vec<bool> = meeting(player).items[0]
            .readings
            .iter()
            .map(|read| read.understood.everybody)
            .collect();
        assert_eq!(everybody, [false, false, false, true, false]);
    });
}
