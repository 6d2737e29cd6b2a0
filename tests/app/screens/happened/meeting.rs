//! When a meeting was held, which items were discussed, and what was chosen in it.

use chrono::Days;
use kring::domain::attendance::Presence;
use kring::domain::drafting::next_meeting;
use kring::domain::frequency::Frequency;
use kring::domain::goal::GoalState;
use kring::domain::held::Course;
use kring::domain::phase::{Phase, Step};
use kring::domain::structure::{ItemKind, MeetingKind};
use kring::domain::texts::GroupText;
use kring::domain::when::When;
use kring::language::Language;
use kring::screens::meeting::action::MeetingAction;
use kring::screens::overview::expected;
use kring::screens::page::row::Control;

use crate::screens::play::{LARGE, Player, Shown, in_language};

use super::{DAY, close, group, latest, meeting, notice, play, today};

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
fn t1_what_is_pressed_round_to_where_it_stood_was_not_discussed() {
    play(|player| {
        player.begin(MeetingKind::FollowUp);
        player.play("<enter><pgdn>");
        let asked = group(player).asked_in(meeting(player).id, today(player)).next().unwrap().id;
        let working = group(player).goals.iter().find(|goal| goal.state == GoalState::Underway);
        let goal = working.unwrap().id;
        let stood = group(player).clone();
        player.go_to(MeetingAction::Answer(asked));
        player.play(" ");
        assert!(meeting(player).discussed(1));
        player.play("<esc><pgdn>");
        player.go_to(MeetingAction::Movement(goal));
        player.play(" ");
        assert!(meeting(player).discussed(2), "another item is in between");
        player.play("<esc><pgup>");
        player.go_to(MeetingAction::Answer(asked));
        for _ in 0..9 {
            player.play(" ");
            let answer = &group(player).agreement(asked).unwrap();
            let back = *answer == stood.agreement(asked).unwrap();
            assert_eq!(meeting(player).discussed(1), !back, "{answer:?}");
        }
        assert!(meeting(player).discussed(2));
        player.play("<esc><pgdn>");
        player.go_to(MeetingAction::Movement(goal));
        for _ in 0..9 {
            player.play("<left>");
            let back = group(player).goal(goal) == stood.goal(goal);
            assert_eq!(meeting(player).discussed(2), !back);
        }
    });
}

#[test]
fn t1_somebodys_word_and_another_answer_hold_when_one_is_pressed_round() {
    play(|player| {
        player.begin(MeetingKind::FollowUp);
        player.play("<enter><pgdn>");
        let asked: Vec<_> = group(player).asked_in(meeting(player).id, today(player)).collect();
        let (one, other) = (asked[0].id, asked[1].id);
        let stood = group(player).agreement(one).unwrap().clone();
        for id in [one, other] {
            player.go_to(MeetingAction::Answer(id));
            player.play(" ");
        }
        player.go_to(MeetingAction::Answer(one));
        for _ in 0..9 {
            player.play(" ");
            assert!(meeting(player).discussed(1), "the other answer stands");
        }
        while group(player).agreement(one) != Some(&stood) {
            player.play(" ");
        }
        player.play("<esc>x<tab>y<bs>");
        assert!(meeting(player).discussed(1), "the other answer stands");
        player.play("<c-z>");
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
        assert_eq!(minutes.agreements[0].when, Some(When::on(tomorrow)));
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
