//! What lies over a screen, and what the hour says.

use kring::domain::structure::MeetingKind;

use crate::screens::play::{Player, practised};

fn at_goals(player: &mut Player) {
    player.begin(MeetingKind::FollowUp);
    player.play("<enter>");
    player.pass(13);
    player.play("<pgdn><pgdn>");
    player.say("Wandelen lukt.", "Walking works.");
}

#[test]
fn reader() {
    practised(|player| {
        at_goals(player);
        player.play("<f3>");
        player.snap("reader");
        player.play("<pgdn>");
        player.snap("reader_further");
        player.play("<end>");
        player.snap("reader_end");
    });
}

#[test]
fn help() {
    practised(|player| {
        at_goals(player);
        player.play("<f1>");
        player.snap("help");
        player.say("pau", "pau");
        player.snap("help_typed");
        player.play("xx");
        player.snap("help_finds_nothing");
    });
}

#[test]
fn menu() {
    practised(|player| {
        at_goals(player);
        player.play("<f2>");
        player.snap("menu_from_note");
        player.play("<pgdn><pgdn><pgdn>");
        player.snap("menu_end");
    });
}

#[test]
fn clock() {
    practised(|player| {
        at_goals(player);
        player.play("<f6>");
        player.snap("big_clock");
        player.play("p");
        player.snap("big_clock_paused");
        player.play("p");
        player.pass(65);
        player.snap("big_clock_over");
    });
}

#[test]
fn hidden() {
    practised(|player| {
        at_goals(player);
        player.play("<f9>");
        player.snap("hidden");
    });
}

#[test]
fn hour() {
    practised(|player| {
        player.begin(MeetingKind::FollowUp);
        player.play("<pgdn>");
        player.snap("hour_waits");
    });
    practised(|player| {
        at_goals(player);
        player.play("<f5>");
        player.pass(4);
        player.snap("pause");
        player.play("<f5>");
        player.pass(37);
        player.snap("ten_minutes_left");
        player.pass(18);
        player.snap("over_time");
        player.play("<pgdn><pgdn><pgdn><pgdn>");
        player.snap("over_time_last_item");
    });
}

#[test]
fn clock_jump() {
    practised(|player| {
        at_goals(player);
        player.sleep(22);
        player.snap("clock_jump");
        player.play("<f7>");
        player.snap("clock_jump_taken_off");
    });
}

#[test]
fn leaves_too_early() {
    practised(|player| {
        player.begin(MeetingKind::FollowUp);
        player.play("<down><down>g<bs><bs><bs><bs><bs>14.20<enter>");
        player.play("<enter>");
        player.pass(3);
        player.snap("clinician_leaves_early");
    });
}
