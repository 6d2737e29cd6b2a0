//! What is said when a folder does not answer, and a screen that shows nothing of anybody.

use std::sync::{Arc, LazyLock};

use kring::domain::structure::MeetingKind;
use kring::screens::front::Cover;
use kring::store::encryption;
use kring::store::key::{FolderKey, KeyFile, Secret};

use crate::screens::play::{Player, Stage, in_window, practice_group, practised, prepared};

const PASSPHRASE: &str = "vier gewone woorden";

/// A key, wrapped once: a passphrase is slow on purpose.
static KEY: LazyLock<(Arc<FolderKey>, KeyFile)> = LazyLock::new(|| {
    let key = FolderKey::generate();
    let wrapped = key.wrap(&Secret::from(PASSPHRASE.to_owned())).unwrap();
    (Arc::new(key), wrapped)
});

fn with_passphrase(stage: &Stage) {
    practice_group(stage);
    encryption::encrypt(&stage.store, &KEY.0, &KEY.1).unwrap();
}

#[test]
fn the_passphrase_is_asked_for_first() {
    prepared(with_passphrase, |player| {
        player.snap("lock");
        player.play("vier verkeerde");
        player.snap("lock_typed");
        player.play("<enter>");
        player.snap("lock_wrong");
        player.play("vier gewone wooden<bs><bs><bs>rden<enter>");
        player.snap("lock_opened");
    });
}

#[test]
fn a_screen_that_nobody_touches_hides() {
    practised(|player| untouched(player, "untouched"));
}

#[test]
fn a_window_that_is_too_small_hides_too() {
    in_window((20, 5), practice_group, |player| untouched(player, "untouched_too_small"));
}

fn untouched(player: &mut Player, scene: &str) {
    in_a_note(player);
    let words = note(player);
    player.app.work_in_session(|session| {
        session.settings.hide_after = 15;
        Vec::new()
    });
    player.pass(14);
    assert!(!player.model().front.is_hidden());
    player.pass(2);
    player.snap(scene);
    player.play("<enter>");
    assert!(!player.model().front.is_hidden());
    assert_eq!(note(player), words, "nothing is discarded");
    player.app.work_in_session(|session| {
        session.has_passphrase = true;
        Vec::new()
    });
    player.pass(16);
    player.snap(&format!("{scene}_locked"));
    player.play("<f9><esc>weg");
    assert!(matches!(player.model().front.cover, Some(Cover::Lock(_))), "no key shows it");
    assert_eq!(note(player), words);
    let minutes = player
        .model()
        .front
        .meeting(&player.model().session)
        .unwrap()
        .reading(player.model().session.now.wall)
        .elapsed;
    assert_eq!(minutes.num_minutes(), 32, "the hour goes on");
}

pub(super) fn in_a_note(player: &mut Player) {
    player.begin(MeetingKind::FollowUp);
    player.play("<enter>");
    player.say("Wandelen lukt.", "Walking works.");
}

fn note(player: &Player) -> String {
    let text = kring::domain::texts::MeetingText::Note(0);
    player
        .model()
        .front
        .meeting(&player.model().session)
        .unwrap()
        .text(text)
        .cloned()
        .unwrap_or_default()
}

/// What was said of it stays a moment; what is kept elsewhere is said as long as it is.
#[test]
fn a_folder_that_does_not_answer() {
    practised(|player| {
        in_a_note(player);
        player.stick();
        player.play("!");
        player.picture();
        player.pass(1);
        player.snap("silent");
        player.play("<c-o>");
        player.say("E:\\", "E:\\");
        player.snap("silent_where");
        player.play("<esc>");
        assert!(player.model().front.overlay.is_none());
        player.play("<c-q>");
        player.snap("silent_leaving");
        assert!(!player.model().ended, "what is nowhere but here is not left in one press");
        player.play("<c-q>");
        assert!(player.model().ended);
    });
}

#[test]
fn when_the_screen_hides_is_chosen() {
    practised(|player| {
        player.play("h");
        player.snap("hides_after");
        for _ in 0..5 {
            player.play("h");
        }
        player.snap("hides_never");
    });
}
