//! The questions of a meeting.

use kring::domain::structure::MeetingKind;
use kring::screens::meeting::action::MeetingAction;

use crate::screens::play::practised;

#[test]
fn agreement() {
    practised(|player| {
        player.begin(MeetingKind::FollowUp);
        player.play("<enter><pgdn><pgdn><f4>");
        player.snap("agreement_what_empty");
        player.play("<enter><enter><enter><enter>");
        player.snap("agreement_refused");
        player.play("<up><up><up>");
        player.say("Maandag samen wandelen", "Walk together on Monday");
        player.snap("agreement_what");
        player.play("<enter>San, pi");
        player.snap("agreement_who");
        player.say("<enter>over 3 weken", "<enter>in 3 weeks");
        player.snap("agreement_when");
        player.say("<enter>kort 1", "<enter>short 1");
        player.snap("agreement_goal");
        player.play("<esc>");
        player.snap("agreement_set_aside");
        player.play("<f4><enter>");
        player.snap("agreement_made");
    });
}

#[test]
fn agreement_not_understood() {
    practised(|player| {
        player.begin(MeetingKind::FollowUp);
        player.play("<enter><f4>Soep<enter>Xander");
        player.snap("agreement_who_unknown");
        player.say("<enter>ooit", "<enter>ever");
        player.snap("agreement_when_unknown");
        player.play("<enter>9");
        player.snap("agreement_goal_unknown");
    });
}

#[test]
fn agreement_with_a_long_answer() {
    practised(|player| {
        player.begin(MeetingKind::FollowUp);
        player.play("<enter><f4>");
        for nr in 1..=12 {
            let dutch = format!("{nr} keer langs het water en dan met de hond weer naar huis, ");
            let english = format!("{nr} times along the water and then home with the dog, ");
            player.say(&dutch, &english);
        }
        player.snap("agreement_what_long");
        player.play("<c-home>");
        player.snap("agreement_what_long_top");
    });
}

#[test]
fn people() {
    practised(|player| {
        player.begin(MeetingKind::FollowUp);
        player.play("nJoost<enter>");
        player.say("oud-collega", "used to work with me");
        player.snap("new_person_relation");
        player.play("<enter>5");
        player.snap("new_person");
        player.play("<enter>");
        player.snap("new_person_one_client");
        player.play("<bs>2<enter>");
        player.snap("new_person_there");
        player.play("<down><down>k");
        player.snap("arrival");
        player.play("<bs><bs><bs><bs><bs>14.20");
        player.snap("arrival_time");
        player.play("<enter>g<bs><bs><bs><bs><bs>14.40<enter>");
        player.snap("came_and_went");
    });
}

#[test]
fn other_questions() {
    practised(|player| {
        player.begin(MeetingKind::FollowUp);
        player.play("<enter><pgdn><pgdn><esc>t");
        player.snap("budget");
        player.play("<bs><bs>500<enter>");
        player.snap("budget_refused");
        player.play("<esc>b");
        player.snap("decision");
        player.play("<esc>");
        player.go_to(MeetingAction::NewGoal(kring::domain::goal::Term::Short));
        player.play("<enter>");
        player.snap("new_short_goal");
    });
}
