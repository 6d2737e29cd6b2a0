//! What kring writes down is what happened. Each test is named by the number of a fault that was found,
//! with others of its kind.

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use kring::deeds::bin::{self, Deletable};
use kring::deeds::people;
use kring::domain::approval::{Approval, MinutesState, ReadHow};
use kring::domain::attendance::Presence;
use kring::domain::dates::When;
use kring::domain::drafting::next_meeting;
use kring::domain::frequency::Frequency;
use kring::domain::group::Group;
use kring::domain::held::{Course, HeldMeeting};
use kring::domain::hour::HourState;
use kring::domain::ids::PersonId;
use kring::domain::late::Late;
use kring::domain::meeting::{Meeting, Place};
use kring::domain::minutes::Named;
use kring::domain::person::{PersonKind, Role};
use kring::domain::phase::{Phase, Step};
use kring::domain::sociogram::{Closeness, Strength};
use kring::domain::structure::{ItemKind, MeetingKind};
use kring::domain::texts::GroupText;
use kring::export::minutes::MinutesPaper;
use kring::language::Language;
use kring::screens::dossier::action::{DossierAction, Foldable};
use kring::screens::item::SectionItem;
use kring::screens::meeting::action::MeetingAction;
use kring::screens::overview::expected;
use kring::screens::page::row::Control;
use kring::view::agreement::Which;
use kring::view::text::TextRef;

use crate::screens::play::{LARGE, Player, SMALL, Shown, in_language, practice_group};

const DAY: u64 = 24 * 60;

fn play(work: impl FnOnce(&mut Player)) {
    in_language(Language::Dutch, LARGE, practice_group, work);
}

fn group(player: &Player) -> &Group {
    player.model().session.group().unwrap()
}

fn meeting(player: &Player) -> &Meeting {
    player.model().front.meeting(&player.model().session).unwrap()
}

fn latest(player: &Player) -> &HeldMeeting {
    group(player).meetings_in_order().pop().unwrap()
}

fn today(player: &Player) -> NaiveDate {
    player.model().session.today()
}

fn now(player: &Player) -> NaiveTime {
    player.model().session.now.wall.time()
}

/// Ends the meeting, whatever is missing.
fn close(player: &mut Player) {
    player.play(&"<pgdn>".repeat(9));
    player.go_to(MeetingAction::Finish);
    player.play("<enter>");
    if !meeting(player).finished() {
        player.play("<enter>");
    }
    assert!(meeting(player).finished(), "{:?}", player.model().session.notice);
}

/// Goes through all items, so many minutes at each.
fn page_through(player: &mut Player, minutes: u64) {
    let items = meeting(player).items.len();
    for _ in 0..items {
        player.pass(minutes);
        player.play("<pgdn>");
    }
}

#[test]
fn t1_an_item_that_was_paged_past_was_not_discussed() {
    for minutes in [0, 5] {
        play(|player| {
            player.begin(MeetingKind::Start);
            player.play("<enter>");
            page_through(player, minutes);
            close(player);
            let welcome: &[ItemKind] = if minutes > 0 { &[ItemKind::Welcome] } else { &[] };
            assert_eq!(latest(player).discussed, welcome, "time counts for the check-in alone");
            let minutes = meeting(player).minutes.as_ref().unwrap();
            assert_eq!(minutes.items.iter().filter(|item| item.discussed).count(), welcome.len());
        });
    }
}

#[test]
fn t1_what_was_written_answered_or_ticked_was_discussed_and_undoing_it_takes_it_back() {
    play(|player| {
        player.begin(MeetingKind::FollowUp);
        player.play("<enter>");
        let discussed = |player: &Player| -> Vec<usize> {
            (0..meeting(player).items.len()).filter(|nr| meeting(player).discussed(*nr)).collect()
        };
        assert_eq!(discussed(player), [0; 0]);
        let present = meeting(player).attendance[0].person;
        player.go_to(MeetingAction::Spoke(present));
        player.play(" ");
        assert_eq!(discussed(player), [0]);
        player.play("<pgdn>");
        let asked = group(player).asked_in(meeting(player).id, today(player)).next().unwrap().id;
        player.go_to(MeetingAction::Answer(asked));
        player.play(" ");
        assert_eq!(discussed(player), [0, 1]);
        player.play("<c-z>");
        assert_eq!(discussed(player), [0]);
        player.play("<c-y><pgdn>x");
        assert_eq!(discussed(player), [0, 1, 2]);
        player.play("<bs>");
        assert_eq!(discussed(player), [0, 1], "an empty note says nothing");
    });
}

#[test]
fn t1_one_key_says_that_what_got_time_was_discussed() {
    play(|player| {
        player.begin(MeetingKind::FollowUp);
        player.play("<enter>");
        player.pass(2);
        player.play("<pgdn><pgdn>");
        player.pass(3);
        player.play(&"<pgdn>".repeat(9));
        player.go_to(MeetingAction::Discussed);
        player.play("<enter>");
        close(player);
        assert_eq!(latest(player).discussed, [ItemKind::CheckIn, ItemKind::Goals]);
    });
}

#[test]
fn t2_a_meeting_without_an_hour_or_without_people_was_not_held() {
    in_language(
        Language::Dutch,
        LARGE,
        |_| {},
        |player| {
            player.play("nLeeg<enter>");
            let phase = group(player).phase();
            assert_eq!(phase, Phase::Preparation);
            player.begin_here(MeetingKind::Start);
            player.play(&"<pgdn>".repeat(9));
            player.go_to(MeetingAction::Finish);
            player.play("<enter>");
            assert!(!meeting(player).finished());
            assert!(meeting(player).draft.is_some(), "the day is asked");
            player.play("<esc>");
            player.go_to(MeetingAction::DidNotGoOn);
            player.play("<enter>");
            assert_eq!(latest(player).course, Course::Cancelled);
            assert_eq!((group(player).phase(), group(player).steps_done()), (phase, 0));
            assert!(!group(player).step_done(Step::HoldStartMeeting));
            assert!(group(player).late(today(player)).is_empty(), "nothing follows from it");
            assert_eq!(expected(group(player)), MeetingKind::Start, "the first is still to come");
            player.begin_here(MeetingKind::Start);
            assert_eq!(group(player).number_of_meeting(meeting(player).id), 1);
        },
    );
}

#[test]
fn t3_a_meeting_is_of_the_day_on_which_its_hour_begins() {
    play(|player| {
        player.begin(MeetingKind::FollowUp);
        let id = meeting(player).id;
        player.play("<space><pgdn>");
        player.play("voorbereid");
        player.restart();
        player.sleep(2 * DAY);
        player.play("e");
        player.play("<enter>");
        assert_eq!(meeting(player).id, id, "what was prepared is this meeting");
        player.play("<f5>");
        player.play("<enter>! Bo belt morgen");
        let tomorrow = today(player) + Days::new(1);
        close(player);
        let minutes = meeting(player).minutes.clone().unwrap();
        assert_eq!(minutes.date, today(player));
        assert_eq!(minutes.agreements[0].when, Some(When::By(tomorrow)));
        assert!(minutes.items[0].note.starts_with("voorbereid"));
        assert_eq!((latest(player).id, latest(player).day()), (id, today(player)));
    });
}

#[test]
fn t3_the_day_and_the_start_can_be_mended() {
    play(|player| {
        player.begin(MeetingKind::FollowUp);
        player.play("<enter>");
        player.pass(20);
        player.play("<esc>");
        player.play(&"<up>".repeat(9));
        player.play("<enter>");
        player.go_to(MeetingAction::Day);
        player.play("<enter>");
        player.play("gisteren<enter>13.58<enter>");
        let yesterday = today(player).pred_opt().unwrap();
        assert_eq!(meeting(player).day(), Some(yesterday));
        assert_eq!(meeting(player).began().unwrap().format("%H:%M").to_string(), "13:58");
        assert_eq!(latest(player).day(), yesterday);
    });
}

#[test]
fn t4_what_was_prepared_is_kept_whatever_the_day() {
    play(|player| {
        player.begin(MeetingKind::FollowUp);
        let karin = meeting(player).attendance.last().unwrap().person;
        player.go_to(MeetingAction::Presence(karin));
        player.play("<space>");
        player.restart();
        player.sleep(2 * DAY);
        player.play("e<enter>");
        assert_eq!(meeting(player).attendee(karin).unwrap().presence, Presence::SentWord);
    });
}

#[test]
fn t17_a_meeting_that_began_by_mistake_is_taken_back() {
    play(|player| {
        player.begin(MeetingKind::FollowUp);
        let before = group(player).meetings.len();
        player.play("<enter>");
        player.pass(3);
        player.play("<pgdn><esc>x");
        assert_eq!(group(player).meetings.len(), before - 1);
    });
}

/// The people of the practice group, by the beginning of their name.
fn person(player: &Player, name: &str) -> PersonId {
    group(player).people.iter().find(|person| person.name.starts_with(name)).unwrap().id
}

/// Mends a name on the page of who is there.
fn rename(player: &mut Player, from: &str, to: &str) {
    let id = person(player, from);
    player.app.work_in_session(|session| {
        let deed = session.group_view().map(|view| people::rename(&view, id, to)).unwrap();
        session.record_deed(deed)
    });
}

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
        player.play("<enter><f4>brood halen<enter>Sanne<enter>");
        assert_eq!(meeting(player).draft.as_ref().unwrap().at, 1, "nobody is chosen in silence");
        assert!(player.picture().text().contains("Wie: Sanne"), "{}", player.picture().text());
        player.play(" de B<enter>");
        assert_eq!(meeting(player).draft.as_ref().unwrap().at, 2);
        player.play("<enter><enter>");
        let boer = person(player, "Sanne de Boer");
        assert_eq!(meeting(player).items[0].readings[0].understood.who, [boer]);
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
            ("Bo belt pas na vrijdag", vec![bo], true, false),
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
fn t13_how_often_is_a_proposal_until_the_client_chose() {
    in_language(
        Language::Dutch,
        LARGE,
        |_| {},
        |player| {
            player.play("nLeeg<enter>");
            player.begin_here(MeetingKind::Start);
            player.play("nBo<enter><enter><enter><enter>x");
            close(player);
            let minutes = meeting(player).minutes.clone().unwrap();
            assert!(!minutes.frequency_chosen);
            assert!(!group(player).step_done(Step::ChooseFrequency));
        },
    );
    for there in [true, false] {
        play(|player| {
            player.begin(MeetingKind::FollowUp);
            let client = group(player).roles.client.unwrap();
            player.go_to(MeetingAction::Presence(client));
            player.play(if there { "" } else { "<space>" });
            player.play("<esc>");
            player.play(&"<down>".repeat(5));
            player.play("<enter>");
            player.go_to(MeetingAction::Frequency(Frequency::Months(6)));
            player.play("<enter>");
            let often = if there { Frequency::Months(6) } else { Frequency::Months(3) };
            assert_eq!(group(player).frequency, often, "what the client chose stays");
            assert_eq!(group(player).frequency_proposal.is_some(), !there);
            let shown = player.picture().text();
            assert_eq!(shown.contains("voorstel"), !there, "{shown}");
        });
    }
}

#[test]
fn t13_the_plan_stays_closed_where_the_client_cannot_say_yes() {
    play(|player| {
        player.begin(MeetingKind::FollowUp);
        let client = group(player).roles.client.unwrap();
        player.go_to(MeetingAction::Presence(client));
        player.play("<space><esc>");
        player.play(&"<down>".repeat(4));
        player.play("<enter>");
        let shown = player.picture().text();
        assert!(shown.contains("Het plan blijft dicht"), "{shown}");
        assert!(
            !player
                .meeting_screen()
                .unwrap()
                .rows()
                .iter()
                .any(|row| row.control == Control::Press(MeetingAction::ShowPlan))
        );
    });
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
        player.begin(MeetingKind::FollowUp);
        let piet = person(player, "Piet");
        player.play("<enter>");
        player.pass(30);
        player.play("<esc>");
        player.play(&"<up>".repeat(9));
        player.play("<enter>");
        player.go_to(MeetingAction::Presence(piet));
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
fn t11_an_appointment_has_the_time_that_was_typed_last() {
    let shown = |player: &Player| {
        let next = group(player).appointment().unwrap();
        next.time.map(|time| time.format("%H:%M").to_string()).unwrap_or_default()
    };
    play(|player| {
        player.play("e");
        player.play("5<down><enter>");
        player.go_to_text(GroupText::NextTime);
        player.play(&"<bs>".repeat(8));
        player.play("14.00");
        player.go_to_text(GroupText::NextDay);
        player.play(&"<bs>".repeat(40));
        player.play("vr 15 jan");
        assert_eq!(shown(player), "14:00");
        player.play(" 10.30");
        assert_eq!(shown(player), "10:30");
        let picture = player.picture().text();
        assert!(picture.contains("10.30 uur"), "{picture}");
        player.go_to_text(GroupText::NextTime);
        player.play("<bs>5");
        assert_eq!(shown(player), "14:05", "typed last");
        let picture = player.picture().text();
        assert!(!picture.contains("10.30 uur"), "only one time is said:\n{picture}");
    });
    play(|player| {
        player.begin(MeetingKind::FollowUp);
        player.play("<enter>");
        player.play(&"<pgdn>".repeat(6));
        player.play("<tab>vrijdag over een week half drie");
        let next = next_meeting(meeting(player)).unwrap();
        assert_eq!(next.time.unwrap().format("%H:%M").to_string(), "14:30");
        player.play(&"<bs>".repeat(31));
        player.play("vrijdag 14.15");
        close(player);
        assert_eq!(shown(player), "14:15");
        let agreed = meeting(player).minutes.as_ref().unwrap().next.clone().unwrap();
        assert_eq!(Some(agreed), group(player).appointment(), "the minutes say the same");
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
fn t11_a_next_meeting_before_this_one_is_none() {
    play(|player| {
        player.begin(MeetingKind::FollowUp);
        player.play("<enter>Gezegd.");
        player.play(&"<pgdn>".repeat(6));
        player.play("<tab>12 jan 2026");
        assert!(player.picture().text().contains("al voorbij"), "{}", player.picture().text());
        player.play(&"<pgdn>".repeat(4));
        player.go_to(MeetingAction::Finish);
        player.play("<enter>");
        assert!(notice(player).contains("geen datum"), "{}", notice(player));
        player.play("<enter>");
        assert_eq!(meeting(player).minutes.as_ref().unwrap().next, None);
        assert_eq!(group(player).appointment(), None);
    });
}

#[test]
fn t11_an_appointment_that_has_passed_is_no_next_meeting() {
    play(|player| {
        player.begin(MeetingKind::FollowUp);
        player.play("<enter>");
        player.play(&"<pgdn>".repeat(6));
        player.play("<tab>vandaag 9.00");
        let warned = player.picture().text();
        assert!(warned.contains("is vandaag, en die tijd"), "{warned}");
        player.play("<bs><bs><bs><bs>23.00");
        assert!(!player.picture().text().contains("al voorbij"));
        player.play(&"<bs>".repeat(13));
        player.play("overmorgen");
        close(player);
        player.go_to(MeetingAction::ToGroup);
        player.play("<enter>");
        assert_eq!(player.shown(), Shown::Group);
        assert!(player.picture().text().contains("Volgende bijeenkomst: "));
        player.sleep(5 * DAY);
        let shown = player.picture().text();
        assert!(shown.contains("Gepland was "), "{shown}");
        assert!(!shown.contains("Volgende bijeenkomst: "), "{shown}");
    });
}

fn notice(player: &Player) -> String {
    player.model().session.notice.clone().unwrap_or_default()
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
fn t15_what_is_past_is_told_and_not_edited() {
    play(|player| {
        player.play("e");
        let next = group(player).appointment();
        for keys in ["1", "3"] {
            player.play(keys);
            for _ in 0..6 {
                let item = player.dossier_screen().and_then(|screen| screen.item);
                let step = [Step::FixFirstWeek, Step::PlanFirstDate].map(SectionItem::Step);
                if item.is_some_and(|item| step.contains(&item)) {
                    break;
                }
                player.play("<down>");
            }
            player.play("<enter>");
            let shown = player.picture().text();
            assert!(shown.contains("De eerste bijeenkomst was op"), "{shown}");
            let rows = player.dossier_rows();
            let fields = rows.iter().filter(|row| {
                matches!(row.control, Control::Field(TextRef::Group(text), _)
                if matches!(text, GroupText::NextDay | GroupText::FirstWeek | GroupText::NextTime))
            });
            assert_eq!(fields.count(), 0, "{shown}");
            player.play("<esc>");
        }
        assert_eq!(group(player).appointment(), next);
    });
}

#[test]
fn t16_after_the_handover_it_is_asked_whether_the_group_goes_on() {
    for goes_on in [None, Some(true), Some(false)] {
        play(|player| {
            player.begin(MeetingKind::Handover);
            player.play("<enter>x");
            close(player);
            let day = today(player);
            player.go_to(MeetingAction::Alone);
            player.play("<enter>");
            let keys = match goes_on {
                None => "",
                Some(true) => " ",
                Some(false) => "  ",
            };
            player.go_to(MeetingAction::GoesOn);
            player.play(keys);
            let asks = player.picture().text().contains("Wie is er de volgende keer?");
            assert_eq!(asks, goes_on == Some(true));
            player.go_to(MeetingAction::ToGroup);
            player.play("<enter>");
            assert_eq!(group(player).future.goes_on, goes_on);
            let later = day + Days::new(20);
            let late = group(player).late(later);
            let about = |is: fn(&Late) -> bool| late.iter().any(is);
            assert_eq!(about(|late| matches!(late, Late::GoesOn(_))), goes_on.is_none());
            assert_eq!(about(|late| matches!(late, Late::Composition(_))), goes_on == Some(true));
            assert_eq!(about(|late| matches!(late, Late::NoNextDay)), goes_on == Some(true));
        });
    }
}

#[test]
fn t16_the_minutes_of_a_handover_hold_what_was_settled_and_announce_nothing_if_the_group_stops() {
    play(|player| {
        player.begin(MeetingKind::Handover);
        player.play("<enter>x");
        let paper = |player: &Player| {
            let paper = MinutesPaper::of(group(player), meeting(player), today(player));
            let session = &player.model().session;
            paper.text(&session.content, session.words)
        };
        assert!(!paper(player).contains("Gaat de groep door?"), "nobody said");
        assert!(paper(player).contains("Hoe vaak"), "{}", paper(player));
        player.play(&"<pgdn>".repeat(4));
        player.go_to(MeetingAction::GoesOn);
        player.play("  ");
        assert_eq!(group(player).future.goes_on, Some(false));
        player.play("<tab>Samen eten op vrijdag");
        close(player);
        let paper = paper(player);
        for said in ["Gaat de groep door?", "nee", "Samen eten op vrijdag"] {
            assert!(paper.contains(said), "{said}\n{paper}");
        }
        for promised in ["Hoe vaak", "De datum is nog niet afgesproken"] {
            assert!(!paper.contains(promised), "{promised}\n{paper}");
        }
    });
}

#[test]
fn t19_a_question_that_is_not_finished_is_named_with_its_item() {
    play(|player| {
        player.begin(MeetingKind::FollowUp);
        let piet = person(player, "Piet");
        player.go_to(MeetingAction::Presence(piet));
        player.play("k99<esc>");
        player.play("<enter><pgdn><pgdn><f4>brood<enter>Piet<pgdn>");
        player.play("x");
        player.play(&"<pgdn>".repeat(9));
        player.go_to(MeetingAction::Finish);
        player.play("<enter>");
        let said = notice(player);
        assert!(said.contains("bij Wie is er: \"Hoe laat is Piet er?\" is niet af (99)"), "{said}");
        assert!(said.contains("bij punt 3: \"Wie doet dit?\" is niet af (brood)"), "{said}");
    });
}

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

fn state(player: &Player) -> MinutesState {
    group(player).held_meeting(meeting(player).id).unwrap().minutes_state()
}

fn approval(player: &Player) -> Approval {
    group(player).held_meeting(meeting(player).id).unwrap().approval.clone().unwrap()
}

/// A meeting that was held and closed, at the talk afterwards.
fn closed_meeting(player: &mut Player) {
    player.begin(MeetingKind::FollowUp);
    player.play("<enter>Iets gezegd.<enter>! Bo belt morgen<enter>");
    close(player);
    player.go_to(MeetingAction::Alone);
    player.play("<enter>");
}

#[test]
fn t14_minutes_are_a_draft_then_fine_with_the_client_then_agreed() {
    play(|player| {
        closed_meeting(player);
        assert_eq!(state(player), MinutesState::Concept);
        player.go_to(MeetingAction::Seen);
        player.play("  ");
        assert_eq!(approval(player).seen, Some(ReadHow::Together));
        assert_eq!(state(player), MinutesState::Seen);
        player.go_to(MeetingAction::MayGo);
        player.play(" ");
        player.go_to(MeetingAction::Sent);
        player.play(" ");
        assert_eq!(approval(player).sent, Some(today(player)));
        player.go_to(MeetingAction::ToGroup);
        player.play("<enter>");
        player.sleep(7 * DAY);
        let last = latest(player).id;
        player.begin_here(MeetingKind::FollowUp);
        player.play("<enter><pgdn>");
        player.go_to(MeetingAction::SetPrevious(last));
        player.play("<enter>");
        let held = group(player).held_meeting(last).unwrap();
        assert_eq!(held.minutes_state(), MinutesState::Set, "{}", notice(player));
        assert_eq!(held.approval.as_ref().unwrap().set, Some(today(player)));
        assert!(meeting(player).discussed(1), "agreeing them is a deed of that item");
        player.play("<c-z>");
        assert_eq!(group(player).held_meeting(last).unwrap().minutes_state(), MinutesState::Seen);
    });
}

#[test]
fn t14_agreeing_minutes_that_the_client_did_not_see_is_asked_first() {
    play(|player| {
        closed_meeting(player);
        player.go_to(MeetingAction::Set);
        player.play("<enter>");
        assert_eq!(state(player), MinutesState::Concept);
        assert!(notice(player).contains("nog niet gezegd"), "{}", notice(player));
        player.play("<enter>");
        assert_eq!(state(player), MinutesState::Set);
    });
}

#[test]
fn t14_that_minutes_went_is_asked_about_where_it_is_strange_and_where_a_day_would_go() {
    play(|player| {
        closed_meeting(player);
        player.go_to(MeetingAction::Sent);
        player.play("<enter>");
        assert_eq!(approval(player).sent, None);
        assert!(notice(player).contains("nog niet gezegd"), "{}", notice(player));
        player.play("<enter>");
        let went = today(player);
        assert_eq!(approval(player).sent, Some(went), "it is what happened");
        player.play("<enter><c-z>");
        assert_eq!(approval(player).sent, Some(went), "a slip of today needs no question");
        player.sleep(3 * DAY);
        player.play("<enter>");
        assert_eq!(approval(player).sent, Some(went), "the day stays");
        player.play("<enter>");
        assert_eq!(approval(player).sent, None);
    });
}

#[test]
fn t14_what_is_taken_out_is_chosen_from_what_stands_there() {
    play(|player| {
        player.begin(MeetingKind::FollowUp);
        player.play("<enter>Noor vertelt over vroeger.<enter>! Bo belt morgen<enter>Het gaat.");
        close(player);
        player.go_to(MeetingAction::Alone);
        player.play("<enter>");
        player.go_to(MeetingAction::Erase);
        player.play("<enter>");
        let shown = player.picture().text();
        for line in ["Noor vertelt over vroeger.", "! Bo belt morgen", "Het gaat."] {
            assert!(shown.contains(line), "{line}\n{shown}");
        }
        player.snap("erase_which_line");
        player.play("belt");
        assert!(!player.picture().text().contains("over vroeger"), "what is typed is looked for");
        player.play("<down><enter><down><enter>");
        assert!(notice(player).contains("Voorgoed gewist"), "{}", notice(player));
        let note = meeting(player).items[0].note.clone();
        assert_eq!(note, "Noor vertelt over vroeger.\n\nHet gaat.");
        assert!(meeting(player).minutes.as_ref().unwrap().agreements.is_empty());
    });
}

#[test]
fn t14_agreed_minutes_out_of_which_something_was_taken_say_so_though_they_are_not_open() {
    play(|player| {
        player.play("e9<esc><c-e>koffiekan<enter><down><enter>");
        let taken_out: Vec<usize> = (group(player).meetings_in_order().iter())
            .map(|held| held.approval.as_ref().unwrap().taken_out.len())
            .collect();
        assert_eq!(taken_out, [1, 1, 0, 0, 0], "{}", notice(player));
        assert!(notice(player).contains("Voorgoed gewist"), "{}", notice(player));
        player.play("<c-z>");
        let first = group(player).meetings_in_order()[0].approval.clone().unwrap();
        assert_eq!(first.taken_out, [today(player)], "it is no step to undo");
    });
}

#[test]
fn t14_a_change_before_they_are_agreed_needs_no_reason_and_after_it_keeps_what_it_was() {
    play(|player| {
        closed_meeting(player);
        player.go_to(MeetingAction::Seen);
        player.play(" ");
        player.go_to(MeetingAction::MayGo);
        player.play(" ");
        player.go_to(MeetingAction::Sent);
        player.play(" ");
        player.go_to(MeetingAction::Reopen);
        player.play("<enter>");
        assert!(
            !meeting(player).finished() && meeting(player).draft.is_none(),
            "no reason is asked"
        );
        close(player);
        assert_eq!(
            (state(player), approval(player).adapted),
            (MinutesState::Seen, None),
            "nothing changed"
        );
        player.go_to(MeetingAction::Alone);
        player.play("<enter>");
        player.go_to(MeetingAction::Reopen);
        player.play("<enter>Nog iets. ");
        close(player);
        assert_eq!(state(player), MinutesState::Concept, "these words the client has not seen");
        assert_eq!(approval(player).adapted, Some(today(player)));
        assert!(meeting(player).reopened.is_empty());
        player.go_to(MeetingAction::Alone);
        player.play("<enter>");
        player.go_to(MeetingAction::Set);
        player.play("<enter><enter>");
        assert_eq!(state(player), MinutesState::Set);
        player.go_to(MeetingAction::Reopen);
        player.play("<enter>");
        assert!(meeting(player).draft.is_some(), "a reason is asked");
        player.play("een naam vergeten<enter>En Bo. ");
        close(player);
        assert_eq!(state(player), MinutesState::Set);
        let reopening = &meeting(player).reopened[0];
        assert_eq!(reopening.reason, "een naam vergeten");
        let was = &reopening.was.as_ref().unwrap().items[0].note;
        assert!(was.contains("Nog iets.") && !was.contains("En Bo"), "{was}");
        player.go_to(MeetingAction::Alone);
        player.play("<enter>");
        player.go_to(MeetingAction::AsItWas(0));
        player.play("<enter>");
        let shown = player.picture().text();
        assert!(shown.contains("verslag van bijeenkomst") && !shown.contains("En Bo"), "{shown}");
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

/// The same, before a meeting.
fn rename_in_group(player: &mut Player, from: &str, to: &str) {
    player.play("e");
    rename(player, from, to);
}

#[test]
fn t10_who_left_is_not_counted_as_there_and_afterwards_they_were() {
    play(|player| {
        player.begin(MeetingKind::FollowUp);
        let piet = person(player, "Piet");
        player.play("<enter>");
        player.pass(30);
        player.play("<esc>");
        player.play(&"<up>".repeat(9));
        player.play("<enter>");
        player.go_to(MeetingAction::Presence(piet));
        let soon = (now(player) + TimeDelta::minutes(5)).format("%H.%M").to_string();
        player.play(&format!("g{soon}<enter>"));
        assert!(player.picture().text().contains("Er zijn 7 van 7"), "they are still there");
        player.pass(5);
        assert!(player.picture().text().contains("Er zijn 6 van 7"), "they left");
        close(player);
        assert!(player.picture().text().contains("Er waren 7 van 7"));
    });
}

#[test]
fn t1_only_what_the_next_meeting_has_is_said_to_come_again() {
    for (kind, again) in [(MeetingKind::Start, false), (MeetingKind::FollowUp, true)] {
        play(|player| {
            player.begin(kind);
            player.play("<enter>x");
            player.play("<esc>f");
            let shown = player.picture().text().replace(['\n', '│'], " ");
            let line = shown.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(line.contains("kwamen niet aan bod"), "{line}");
            assert_eq!(line.contains("Die staan de"), again, "{line}");
        });
    }
}
