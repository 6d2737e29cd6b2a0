//! The state of the minutes, and what they hold.

use chrono::Days;
use kring::domain::approval::{Approval, MayGo, MinutesState, ReadHow};
use kring::domain::late::Late;
use kring::domain::log::About;
use kring::domain::phase::{Phase, Step};
use kring::domain::structure::MeetingKind;
use kring::domain::texts::GroupText;
use kring::export::minutes::MinutesPaper;
use kring::language::Language;
use kring::screens::item::SectionItem;
use kring::screens::meeting::action::MeetingAction;
use kring::screens::page::row::Control;
use kring::view::text::TextRef;

use crate::screens::play::{Player, SMALL, in_language, practice_group};

use super::{DAY, close, group, latest, meeting, notice, person, play, state, today};

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
        player.play("e5<down><enter>");
        player.go_to_text(GroupText::NextDay);
        player.play(&"<bs>".repeat(40));
        player.play("28 mei<esc><esc>");
        player.begin_here(MeetingKind::Handover);
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
        player.play(&"<pgdn>".repeat(9));
        assert!(group(player).appointment().is_some(), "agreed before");
        close(player);
        let paper = paper(player);
        for said in ["Gaat de groep door?", "nee", "Samen eten op vrijdag"] {
            assert!(paper.contains(said), "{said}\n{paper}");
        }
        for promised in ["Hoe vaak", "De datum is nog niet afgesproken", "Hoe ging het?"] {
            assert!(!paper.contains(promised), "{promised}\n{paper}");
        }
        assert_eq!(group(player).appointment(), None, "there is no next time");
        assert_eq!(group(player).next_step().map(Step::phase), Some(Phase::Reorientation));
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
fn t14_agreeing_minutes_that_are_not_to_go_or_did_not_go_is_asked_first() {
    play(|player| {
        closed_meeting(player);
        player.go_to(MeetingAction::Seen);
        player.play(" ");
        player.go_to(MeetingAction::Set);
        player.play("<enter>");
        assert_eq!(state(player), MinutesState::Seen);
        assert!(notice(player).contains("nog niet gehad"), "{}", notice(player));
        player.go_to(MeetingAction::MayGo);
        player.play("  ");
        assert_eq!(approval(player).may_go, Some(MayGo::FirstTakeOut));
        player.go_to(MeetingAction::Set);
        player.play("<enter>");
        assert!(notice(player).contains("nog niet naar de groep gaat"), "{}", notice(player));
        player.go_to(MeetingAction::MayGo);
        player.play("<left>");
        player.go_to(MeetingAction::Sent);
        player.play("<enter>");
        player.go_to(MeetingAction::Set);
        player.play("<enter>");
        assert_eq!(state(player), MinutesState::Set, "nothing is strange");
    });
}

#[test]
fn t14_what_is_undone_in_an_earlier_meeting_is_named_with_that_meeting() {
    play(|player| {
        closed_meeting(player);
        player.go_to(MeetingAction::MayGo);
        player.play(" <c-z>");
        assert!(!notice(player).contains("bijeenkomst van"), "{}", notice(player));
        player.play(" <esc>o");
        player.begin_here(MeetingKind::Theme);
        player.play("<c-z>");
        assert!(notice(player).contains("bijeenkomst van 12 februari"), "{}", notice(player));
    });
}

#[test]
fn t14_what_is_said_of_minutes_is_logged_of_their_own_meeting() {
    play(|player| {
        player.begin(MeetingKind::FollowUp);
        player.play("<enter><pgdn>");
        let screen = player.meeting_screen().unwrap();
        let previous = screen.rows().iter().find_map(|row| match row.control {
            Control::Press(MeetingAction::SetPrevious(id)) => Some(id),
            _ => None,
        });
        let previous = previous.unwrap();
        player.go_to(MeetingAction::SetPrevious(previous));
        player.play("<enter>");
        for key in ["", "<c-z>", "<c-y>"] {
            player.play(key);
            let log = &player.model().session.open.as_ref().unwrap().dossier.log;
            let about = log.lines().last().unwrap().about;
            assert_eq!(about, About::Meeting(previous), "{key}");
        }
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
        assert_eq!(note, "Noor vertelt over vroeger.\nHet gaat.");
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
fn t24_minutes_on_the_smallest_screen_have_the_lines_of_the_file() {
    in_language(Language::Dutch, SMALL, practice_group, |player| {
        player.begin(MeetingKind::FollowUp);
        // Lines of many lengths: one of them ends just where the page does.
        player.play("<enter>");
        for (words, letters) in (16..20).flat_map(|words| (1..5).map(move |more| (words, more))) {
            player.play(&format!("{} {}<enter>", "a".repeat(letters), "aap ".repeat(words)));
        }
        close(player);
        let paper = MinutesPaper::of(group(player), meeting(player), today(player));
        let session = &player.model().session;
        let file = paper.text(&session.content, session.words);
        let lines: Vec<String> = file.lines().map(|line| line.trim_end().to_owned()).collect();
        player.go_to(MeetingAction::ReadMinutes);
        player.play("<enter>");
        for _ in 0..12 {
            let picture = player.picture();
            // Above the footer, below the head.
            for y in 2..picture.height() - 3 {
                let shown = picture.row(y).replace('»', "").trim_end().to_owned();
                let shown = shown.strip_prefix(' ').unwrap_or(&shown);
                assert!(lines.iter().any(|line| line == shown), "{shown:?}\n{}", picture.text());
            }
            player.play("<pgdn>");
        }
    });
}
