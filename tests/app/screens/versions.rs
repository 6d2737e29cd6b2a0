//! A group that another computer may have, files that change meanwhile, and second versions.

use kring::clock::Clock;
use kring::domain::ids::MeetingId;
use kring::domain::structure::MeetingKind;
use kring::store::document::encode;
use kring::store::files::Files;
use kring::store::lock::Owner;
use kring::store::opened::Permission;

use crate::rig::memory::{Memory, StillClock, in_group};
use crate::screens::play::{Player, Stage, practice_group, practised, prepared};

/// The practice group, left open at another computer.
pub(super) fn elsewhere(stage: &Stage) {
    practice_group(stage);
    take_elsewhere(&stage.memory);
}

/// Lets another computer say that it has the practice group.
fn take_elsewhere(memory: &Memory) {
    let clock = StillClock::new();
    let since = clock.now() - chrono::TimeDelta::minutes(1300);
    let (who, host, boot) = ("Lot".into(), "kantoor-3".into(), "b00t".into());
    let seen = Some(since + chrono::TimeDelta::minutes(42));
    let owner = Owner { kring: 2, who, host, boot, process: 7, since, seen };
    memory.put(in_group("vuurtoren", "owner.ron"), encode(&owner).unwrap());
}

#[test]
fn another_computer_may_have_the_group() {
    prepared(elsewhere, |player| {
        player.play("e");
        player.snap("perhaps");
        player.play("<enter>");
        assert!(
            player.model().front.meeting(&player.model().session).is_none(),
            "nothing begins while it is not ours"
        );
        player.play("o");
        player.snap("perhaps_asked");
        player.play("<enter>");
        let permission =
            |player: &Player| player.model().session.open.as_ref().unwrap().permission.clone();
        assert!(
            matches!(permission(player), Permission::MaybeTaken(_)),
            "the safe answer is first"
        );
        player.play("o<down><enter>");
        assert_eq!(permission(player), Permission::Write);
        player.snap("perhaps_taken_over");
    });
}

/// A copy of a file of the practice group, with another text in it.
fn copy(player: &Player, file: &str, copy: &str, from: &str, to: &str) {
    let text = on_disk(player, file);
    assert!(text.contains(from), "{text}");
    let copied = text.replace(from, to).into_bytes();
    player.memory.put(in_group("vuurtoren", copy), copied);
}

/// What a file of the group holds.
fn on_disk(player: &Player, file: &str) -> String {
    String::from_utf8(player.memory.read(&in_group("vuurtoren", file)).unwrap()).unwrap()
}

#[test]
fn second_versions_are_named_read_and_put_away() {
    practised(|player| {
        let name = "group (Lot's conflicted copy 2026-02-12).ron";
        copy(player, "group.ron", name, "Piet", "Pieter");
        player.play("e");
        player.snap("second");
        player.play("w");
        assert!(player.memory.read(&in_group("vuurtoren", name)).is_ok(), "none is at hand");
        player.play("<down><down><down><down>");
        player.snap("second_at_hand");
        player.play("<enter>");
        player.snap("second_read");
        player.play("<esc>w");
        player.snap("second_put_away");
        assert!(player.memory.read(&in_group("vuurtoren", name)).is_err());
        player.play("<esc>e");
        assert!(player.model().session.open.as_ref().unwrap().versions.seconds.is_empty());
    });
}

#[test]
fn a_second_version_of_a_meeting_is_read_as_minutes() {
    practised(|player| {
        player.play("e");
        let held = player.model().session.group().unwrap().meetings.clone();
        let id: MeetingId = held.last().unwrap().id;
        player.play("<esc>");
        let text = player.pick("Buurthuis", "community centre");
        copy(
            player,
            &format!("meetings/{id}.ron"),
            &format!("meetings/{id}-KANTOOR3.ron"),
            text,
            "Theehuis",
        );
        player.play("e<down><down><down><down><enter>");
        player.snap("second_meeting");
    });
}

fn stuck(player: &Player) -> bool {
    player.model().session.open.as_ref().is_some_and(|open| !open.versions.changed.is_empty())
}

/// In a meeting, while something changed the group's file.
pub(super) fn changed_meanwhile(player: &mut Player) {
    player.begin(MeetingKind::FollowUp);
    player.play("<enter><c-s>");
    player.rest();
    let path = in_group("vuurtoren", "group.ron");
    player.memory.rewrite(&path, "Karin de Wit", "Karin de Witte");
    player.say("Iedereen is er.", "Everybody is here.");
    player.play("<pgdn><pgdn><tab><space><c-s>");
    player.rest();
    assert!(stuck(player));
}

#[test]
fn a_file_that_changes_meanwhile_is_said_as_long_as_it_is_so() {
    practised(|player| {
        changed_meanwhile(player);
        player.snap("stuck");
        player.play("<esc><f2>");
        player.snap("stuck_menu");
    });
}

#[test]
fn what_kring_has_is_put_in_place_and_the_other_is_kept() {
    practised(|player| {
        changed_meanwhile(player);
        player.play("<f8>");
        player.snap("stuck_asked");
        player.play("<enter>");
        assert!(stuck(player), "the safe answer is first");
        player.play("<f8><down><enter>");
        player.snap("stuck_ours");
        assert!(!stuck(player));
        assert!(!on_disk(player, "group.ron").contains("Karin de Witte"));
        let backups = player.memory.list(&in_group("vuurtoren", "backups")).unwrap();
        let kept: Vec<&String> = backups.iter().filter(|it| it.starts_with("copy-")).collect();
        assert_eq!(kept.len(), 2, "{backups:?}");
        let theirs = |name: &&&String| {
            on_disk(player, &format!("backups/{name}")).contains("Karin de Witte")
        };
        assert_eq!(kept.iter().filter(theirs).count(), 1);
    });
}

#[test]
fn the_other_version_is_read_and_what_kring_has_stands_beside_it() {
    practised(|player| {
        changed_meanwhile(player);
        player.play("<c-k><down><down><enter>");
        player.snap("stuck_theirs");
        assert!(!stuck(player));
        let group = player.model().session.group().unwrap();
        assert!(group.people.iter().any(|person| person.name == "Karin de Witte"));
        assert!(on_disk(player, "group.ron").contains("Karin de Witte"));
        assert!(!on_disk(player, "group.ron.kring-1").contains("Karin de Witte"));
    });
}

/// Somebody confirmed at another computer that this one was gone, and it was not.
#[test]
fn who_took_the_group_over_meanwhile_is_said_and_typing_goes_on() {
    practised(|player| {
        player.begin(MeetingKind::FollowUp);
        player.play("<enter><c-s>");
        player.rest();
        take_elsewhere(&player.memory);
        player.pass(1);
        // What the thread says about the group lies between two saves.
        for (dutch, english) in
            [("Iedereen is er.", "Everybody is here."), (" Ook Bo.", " Bo too.")]
        {
            player.say(dutch, english);
            player.play("<c-s>");
            player.rest();
        }
        player.say(" En Piet.", " And Piet.");
        player.snap("taken_meanwhile");
        assert!(player.model().session.may_write());
        let owner = on_disk(player, "owner.ron");
        assert!(owner.contains("kantoor-3"), "{owner}");
    });
}
