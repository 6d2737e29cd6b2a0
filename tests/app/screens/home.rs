//! All groups, and one group.

use chrono::Days;
use kring::clock::Clock;
use kring::store::document::encode;
use kring::store::lock::Owner;

use crate::rig::memory::{StillClock, in_group};
use crate::screens::play::{Player, Stage, practice_group, practised, prepared, staged};

/// A new group, the practice group, and one whose file is cut off.
fn three_groups(stage: &Stage) {
    practice_group(stage);
    let name = match stage.language {
        kring::language::Language::Dutch => "Noor en het zeil",
        kring::language::Language::English => "Noor and the sail",
    };
    let today = stage.store.clock.now().date_naive();
    stage.store.create(name, today - Days::new(20)).unwrap();
    let cut_off = b"(\n    kring: 2,\n    sequence: 0,\n    saved: \"2026-02-0".to_vec();
    stage.memory.put(in_group("zonder-einde", "group.ron"), cut_off);
}

#[test]
fn home_without_groups() {
    staged(|player| {
        player.snap("home_empty");
        player.play("<f1>");
        player.snap("home_empty_help");
    });
}

#[test]
fn home_with_groups() {
    prepared(three_groups, |player| {
        player.snap("home");
        player.play("<down><down><enter>");
        player.snap("home_broken_group");
        player.play("/noor");
        player.snap("home_filter");
        player.play("<enter>");
        player.snap("home_filtered");
        player.play("<esc>/xyz");
        player.snap("home_filter_finds_nothing");
        player.play("<esc>");
        player.play("m");
        player.snap("home_menu");
    });
}

#[test]
fn home_with_many_groups() {
    let many = |stage: &Stage| {
        let today = stage.store.clock.now().date_naive();
        for nr in 1..=60 {
            stage
                .store
                .create(&format!("{nr} over een brug van drie kilometer lang"), today)
                .unwrap();
        }
    };
    prepared(many, |player| {
        player.snap("home_many_groups");
        player.play("<end>");
        player.snap("home_many_groups_end");
    });
}

#[test]
fn home_new_group() {
    staged(|player| {
        player.play("n");
        player.snap("home_new_group");
        player.say("De kring van Zoë", "Zoë's circle");
        player.snap("home_new_group_named");
        player.play("<enter>");
        player.snap("group_new");
    });
    staged(|player| {
        player.play("n<enter>");
        player.snap("home_new_group_nameless");
    });
}

#[test]
fn one_group() {
    practised(|player| {
        player.play("e");
        player.snap("group");
        player.play("<end>");
        player.snap("group_last_meeting");
        player.play("<enter>");
        player.snap("group_held_meeting");
    });
    practised(|player| {
        player.play("e<enter><enter>");
        player.pass(5);
        player.play("<c-q>");
        player.restart();
        player.play("e");
        player.snap("group_unfinished_meeting");
        player.play("<esc>");
        player.snap("home_unfinished_meeting");
    });
}

/// The practice group, with another program in it.
fn taken(stage: &Stage) {
    practice_group(stage);
    let since = StillClock::new().now();
    let (who, host, boot) = ("lot".into(), "balie".into(), String::new());
    let owner = Owner { kring: 2, who, host, boot, process: 7, since, seen: Some(since) };
    stage.memory.put(in_group("vuurtoren", "owner.ron"), encode(&owner).unwrap());
}

#[test]
fn read_only() {
    let hold = |player: &Player| player.memory.hold(in_group("vuurtoren", "lock"));
    prepared(taken, |player| {
        hold(player);
        player.play("e");
        player.snap("read_only");
        player.play("<end><enter>");
        player.snap("read_only_meeting");
    });
    practised(|player| {
        hold(player);
        player.play("e");
        player.snap("read_only_unknown_program");
    });
}

#[test]
fn changed_outside_kring() {
    practised(|player| {
        let path = in_group("vuurtoren", "group.ron");
        player.memory.rewrite(&path, "Karin de Wit", "Karin de Witte");
        player.play("e");
        player.snap("doubt");
        player.play("<enter>");
        player.snap("doubt_refuses");
        player.play("a");
        player.snap("doubt_accepted");
    });
}
