//! Windows that are too small, and texts that are strange or too long.

use kring::domain::structure::MeetingKind;
use kring::language::Language;

use crate::screens::play::{SMALL, WINDOWS, in_language, in_window, practice_group, practised};

#[test]
fn too_small() {
    for (language, window) in [(Language::Dutch, (20, 5)), (Language::English, (59, 19))] {
        in_language(language, window, practice_group, |player| {
            player.begin(MeetingKind::FollowUp);
            player.play("<enter>");
            player.say("Wandelen lukt.", "Walking works.");
            player.snap("too_small");
            player.app.resize(SMALL.0, SMALL.1);
            player.snap("too_small_grown");
        });
    }
}

#[test]
fn smallest() {
    in_window(WINDOWS[0], practice_group, |player| {
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
