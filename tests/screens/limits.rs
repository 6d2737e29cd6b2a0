//! Windows that are too small, and texts that are strange or too long.

use kring::domain::structure::MeetingKind;

use crate::play::{practice_group, practised, staged_at};

#[test]
fn too_small() {
    for (width, height) in [(59, 19), (20, 5)] {
        staged_at(&[(width, height)], practice_group, |player| {
            player.begin(MeetingKind::FollowUp);
            player.play("<enter>");
            player.say("Wandelen lukt.", "Walking works.");
            player.snap("too_small");
            player.resize(80, 25);
            player.snap("too_small_grown");
        });
    }
}

#[test]
fn smallest() {
    staged_at(&[(60, 20)], practice_group, |player| {
        player.snap("smallest_home");
        player.play("e");
        player.snap("smallest_group");
        player.play("<enter>");
        player.snap("smallest_attendance");
        player.play("<enter><pgdn><pgdn>");
        player.say(
            "Wandelen lukt.<enter>! Sanne wandelt maandag mee @Sanne @Kort 1 2 maart",
            "Walking works.<enter>! Sanne walks along on Monday @Sanne @Short 1 2 March",
        );
        player.snap("smallest_goals");
        player.play("<tab>");
        player.snap("smallest_goals_matter");
        player.play("<f4>");
        player.snap("smallest_agreement");
        player.play("<esc><f2>");
        player.snap("smallest_menu");
        player.play("<esc><f6>");
        player.snap("smallest_big_clock");
    });
}

#[test]
fn not_saved() {
    practised(|player| {
        player.begin(MeetingKind::FollowUp);
        player.play("<enter>");
        player.stick();
        player.say("Wandelen lukt.", "Walking works.");
        player.snap("not_saved");
    });
}

#[test]
fn strange_texts() {
    practised(|player| {
        player.begin(MeetingKind::FollowUp);
        player.play("<enter>");
        player.play("日本語 <enter>\u{1f469}\u{200d}\u{1f467} e\u{301}\u{202e}om");
        player.play(
            "<enter>Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsentwurf",
        );
        player.play("<enter>\u{2026}\u{2018}x\u{2019}");
        player.snap("strange_note");
    });
}
