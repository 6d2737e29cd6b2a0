//! The follow-up meeting of the practice group, from who is there to the talk afterwards.

use kring::domain::structure::MeetingKind;
use kring::screens::meeting::action::MeetingAction;

use crate::screens::play::{Player, practised};

/// The items, as their pictures are named.
const ITEMS: [&str; 7] =
    ["check_in", "previous_minutes", "goals", "signalling_plan", "frequency", "theme", "next_date"];

/// The meeting, with its hour begun.
fn begun(player: &mut Player) {
    player.begin(MeetingKind::FollowUp);
    player.play("<enter>");
}

/// The meeting at its goals.
fn at_goals(player: &mut Player) {
    begun(player);
    player.pass(13);
    player.play("<pgdn><pgdn>");
}

#[test]
fn attendance() {
    practised(|player| {
        player.begin(MeetingKind::FollowUp);
        player.snap("attendance");
        // The client and the coordinator cannot be there.
        player.play("<space><down><space><space>");
        player.snap("attendance_without_client");
        player.play("<down><down><down><down><down><down><down><down><down>");
        player.snap("attendance_role");
        player.play("<down>");
        player.snap("attendance_place");
        player.play("<esc>");
        player.snap("attendance_items");
    });
}

#[test]
fn items() {
    practised(|player| {
        begun(player);
        for item in ITEMS {
            player.pass(4);
            player.snap(&format!("follow_up_{item}"));
            player.play("<tab>");
            player.snap(&format!("follow_up_{item}_matter"));
            player.play("<pgdn>");
        }
        player.snap("follow_up_closing");
    });
}

#[test]
fn list_of_items() {
    practised(|player| {
        at_goals(player);
        player.play("<esc>");
        player.snap("list_of_items");
        player.play("<down><down>");
        player.snap("list_of_items_further");
        player.play("<esc>");
        player.snap("menu");
    });
}

#[test]
fn matter() {
    practised(|player| {
        at_goals(player);
        player.play("<tab><space><tab><space><tab><space>");
        player.snap("goals_answered");
        player.play("<pgdn><tab><space>");
        player.snap("plan_shown");
        player.play("<tab><tab><enter>");
        player.snap("plan_level_open");
        player.play("<tab>");
        player.snap("plan_signs");
        player.say("<enter>Ik lach niet", "<enter>I never laugh");
        player.snap("plan_signs_typed");
        player.play("<esc>");
        player.play("<pgdn><pgdn><tab><tab><tab><space>");
        player.snap("theme_chosen");
    });
}

#[test]
fn next_date() {
    practised(|player| {
        begun(player);
        player.play("<pgdn><pgdn><pgdn><pgdn><pgdn><pgdn><tab>");
        player.say("bijna", "nearly");
        player.snap("next_date_not_understood");
        player.play("<bs><bs><bs><bs><bs><bs>");
        player.say("over 6 weken", "in 6 weeks");
        player.snap("next_date_understood");
        player.play("<tab><bs><bs><bs><bs><bs>25.00");
        player.snap("next_time_not_understood");
    });
}

#[test]
fn note() {
    practised(|player| {
        at_goals(player);
        player.say("Wandelen lukt, maandag blijft lastig.", "Walking works, Monday stays hard.");
        player.snap("note_words");
        player.say(
            "<enter>! Sanne wandelt maandag mee @Sanne @Kort 1 2 maart<enter>= Doel 2 blijft staan tot de volgende keer",
            "<enter>! Sanne walks along on Monday @Sanne @Short 1 2 March<enter>= Goal 2 stays until the next time",
        );
        player.snap("note_understood");
        player.say("<enter>! Iemand belt de tuin @Sa", "<enter>! Somebody calls the garden @Sa");
        player.snap("note_mention");
        player.play("<tab>");
        player.snap("note_mention_completed");
        player.play("<c-z>");
        player.snap("note_undone");
        player.play("<c-y><c-s>");
        player.snap("note_is_saved");
    });
}

#[test]
fn long_note() {
    practised(|player| {
        at_goals(player);
        for nr in 1..=30 {
            player.say(
                &format!("Zin {nr}: Noor vertelt over de tuin, de munt en de man die niet veel praat en dat is voor allebei prettig.<enter>"),
                &format!("Line {nr}: Noor tells about the garden, the mint and the man who says little, which suits both of them well.<enter>"),
            );
        }
        player.snap("long_note");
        player.play(&"<up>".repeat(31));
        player.snap("long_note_middle");
        player.play("<c-home>");
        player.snap("long_note_top");
        player.play("<tab>");
        player.snap("long_note_matter");
    });
}

#[test]
fn closing() {
    practised(|player| {
        at_goals(player);
        player.say(
            "! Iemand belt de tuin @Kort 1<enter>! Piet fietst mee @Piet elke woensdag<enter>= De groep blijft zoals hij is",
            "! Somebody calls the garden @Short 1<enter>! Piet cycles along @Piet every Wednesday<enter>= The group stays as it is",
        );
        player.pass(40);
        player.play("<esc>f");
        player.snap("closing");
        player.play("<enter>");
        player.snap("closing_mends_agreement");
        player.play("<esc>");
        player.go_to(MeetingAction::Finish);
        player.snap("closing_finish");
        player.play("<enter>");
        player.snap("closing_asks_once");
        player.play("<enter>");
        player.snap("meeting_is_over");
        player.go_to(MeetingAction::Alone);
        player.play("<enter>");
        player.snap("after_talk");
        player.go_to(MeetingAction::SaveMinutes);
        player.play("<enter>");
        player.snap("after_talk_saved");
        player.go_to(MeetingAction::ReadMinutes);
        player.play("<enter>");
        player.snap("own_minutes");
        player.play("<esc>");
        reopened(player);
    });
}

/// From the talk afterwards: the minutes are opened again.
fn reopened(player: &mut Player) {
    // Of minutes that were agreed a reason is asked.
    player.go_to(MeetingAction::Set);
    player.play("<enter>");
    player.snap("after_talk_unseen");
    player.play("<enter>");
    player.go_to(MeetingAction::Reopen);
    player.play("<enter>");
    player.snap("reopening_reason");
    player.say("Een naam klopt niet", "A name is wrong");
    player.play("<enter>");
    player.snap("reopened");
    player.play("<pgup>");
    player.snap("reopened_item");
    player.play("<esc>f");
    player.go_to(MeetingAction::Finish);
    player.play("<enter><enter>");
    player.go_to(MeetingAction::Alone);
    player.play("<enter>");
    player.snap("after_talk_again");
}
