//! The start meeting of a new group, and theme and handover meetings of the practice group.

use kring::domain::goal::Term;
use kring::domain::structure::MeetingKind;
use kring::screens::meeting::action::MeetingAction;

use crate::screens::play::{Player, practised, staged};

const START: [&str; 7] = [
    "welcome",
    "way_of_working",
    "confidentiality",
    "practical_agreements",
    "plan_and_goals",
    "work_agreements",
    "next_date",
];

const HANDOVER: [&str; 5] =
    ["check_in", "composition", "scaling_down", "relapse", "agreements_and_next_date"];

/// A new group in its start meeting, with three people.
fn start_meeting(player: &mut Player) {
    player.play("n");
    player.say("De Brug", "The Bridge");
    player.play("<enter>");
    player.begin_here(MeetingKind::Start);
    player.snap("start_attendance_empty");
    for (dutch, english) in [
        ("Zoë Vermeer<enter><enter>5<enter>", "Zoë Vermeer<enter><enter>5<enter>"),
        ("Bas<enter>broer<enter>1<enter>", "Bas<enter>brother<enter>1<enter>"),
        (
            "Ria de Boer<enter>regieondersteuner<enter>3<enter>",
            "Ria de Boer<enter>care coordinator<enter>3<enter>",
        ),
    ] {
        player.play("n");
        player.say(dutch, english);
    }
    player.snap("start_attendance");
    player.go_to(MeetingAction::Start);
    player.play("<enter>");
}

#[test]
fn start() {
    staged(|player| {
        start_meeting(player);
        for item in START {
            player.pass(5);
            player.snap(&format!("start_{item}"));
            player.play("<tab>");
            player.snap(&format!("start_{item}_matter"));
            player.play("<pgdn>");
        }
        player.snap("start_closing");
        player.go_to(MeetingAction::Finish);
        player.play("<enter><enter>");
        player.go_to(MeetingAction::Alone);
        player.play("<enter>");
        player.snap("start_after_talk");
    });
}

#[test]
fn start_makes_a_goal_and_an_agreement() {
    staged(|player| {
        start_meeting(player);
        player.play("<pgdn><pgdn><pgdn><pgdn>");
        player.go_to(MeetingAction::NewGoal(Term::Short));
        player.play("<enter>");
        player.snap("new_goal");
        player.say("Elke dag even naar buiten<enter>", "Outside for a bit every day<enter>");
        player.snap("start_first_goal");
        player.go_to(MeetingAction::FreshPlan);
        player.play("<enter>");
        player.snap("start_fresh_plan");
        player.play("<pgdn>");
        player.say("! Bas wandelt mee @Bas morgen", "! Bas walks along @Bas tomorrow");
        player.snap("start_first_agreement");
    });
}

#[test]
fn theme() {
    practised(|player| {
        player.begin(MeetingKind::Theme);
        player.play("<enter><pgdn><pgdn><pgdn><pgdn><pgdn>");
        player.pass(3);
        player.snap("theme_theme");
        player.play("<tab>");
        player.say("Slapen", "Sleep");
        player.snap("theme_theme_topic");
        player.play("<tab>");
        player.say("Rustig liggen", "Lying still");
        player.snap("theme_theme_skills");
        player.play("<tab><down>");
        player.snap("theme_theme_choose");
        player.play("<s-tab><s-tab>");
        player.say("<enter>Niet tellen", "<enter>No counting");
        player.snap("theme_theme_second_line");
    });
}

#[test]
fn handover() {
    practised(|player| {
        player.begin(MeetingKind::Handover);
        player.play("<enter>");
        for item in HANDOVER {
            player.pass(5);
            player.snap(&format!("handover_{item}"));
            player.play("<tab>");
            player.snap(&format!("handover_{item}_matter"));
            player.play("<pgdn>");
        }
        player.snap("handover_closing");
    });
}
