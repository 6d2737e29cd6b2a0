//! What is said when a folder does not answer, and a screen that shows nothing of anybody.

use std::sync::{Arc, LazyLock};

use kring::domain::structure::MeetingKind;
use kring::store::encryption;
use kring::store::key::{FolderKey, KeyFile, Secret};

use crate::play::{Player, SIZES, Stage, practice_group, practised, staged_at};

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
    staged_at(&SIZES, with_passphrase, |player| {
        player.snap("lock");
        player.play("vier verkeerde");
        player.snap("lock_typed");
        player.play("<enter>");
        player.snap("lock_wrong");
        player.play("vier gewone wooden<bs><bs><bs>rden<enter>");
        player.snap("lock_opened");
    });
}

/// A screen that nobody touches hides, in a window that is too small too.
#[test]
fn a_screen_that_nobody_touches() {
    for sizes in [&SIZES[..], &[(20, 5)]] {
        staged_at(sizes, practice_group, |player| {
            let words = in_a_note(player);
            player.model.hide_after = 15;
            player.pass(14);
            assert!(!player.model.hidden);
            player.pass(2);
            player.snap("untouched");
            player.play("<enter>");
            assert!(!player.model.hidden);
            assert_eq!(note(player), words, "nothing is discarded");
            player.model.has_passphrase = true;
            player.pass(16);
            player.snap("untouched_locked");
            player.play("<f9><esc>weg");
            assert!(player.model.lock.is_some(), "no key shows it");
            assert_eq!(note(player), words);
            let minutes = player.model.meeting().unwrap().reading(player.model.now.wall).elapsed;
            assert_eq!(minutes.num_minutes(), 32, "the hour goes on");
        });
    }
}

fn in_a_note(player: &mut Player) -> String {
    player.begin(MeetingKind::FollowUp);
    player.play("<enter>");
    player.say("Wandelen lukt.", "Walking works.");
    note(player)
}

fn note(player: &Player) -> String {
    let text = kring::domain::texts::MeetingText::Note(0);
    player.model.meeting().unwrap().text(text).cloned().unwrap_or_default()
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
        assert!(player.model.over.is_none());
        player.play("<c-q>");
        player.snap("silent_leaving");
        assert!(!player.model.ended, "what is nowhere but here is not left in one press");
        player.play("<c-q>");
        assert!(player.model.ended);
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
