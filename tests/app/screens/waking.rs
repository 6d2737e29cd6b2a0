//! The app sleeps until a minute ends, and until then nothing that is shown changes.

use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use kring::domain::structure::MeetingKind;
use kring::language::Language;
use ratatui::buffer::Buffer;

use crate::rig::app::App;
use crate::rig::memory::StillClock;
use crate::screens::play::{SMALL, in_language, practice_group};

/// Lets time pass, wakes the app and draws.
fn pass(app: &mut App, clock: &StillClock, time: Duration) -> Buffer {
    clock.turn(time, TimeDelta::from_std(time).unwrap());
    app.tick();
    app.draw_kept().clone()
}

/// An hour with items that are begun at odd moments, and the big clock in the middle of it.
#[test]
fn nothing_that_is_shown_changes_while_the_app_sleeps() {
    in_language(Language::Dutch, SMALL, practice_group, |player| {
        player.begin(MeetingKind::FollowUp);
        let clock = Arc::clone(&player.clock);
        let (mut frames, mut slept, mut wakes) = (0, Duration::ZERO, 0);
        for round in 0..450 {
            match round % 45 {
                7 => player.play("<pgdn>"),
                20 => player.play("<f6>"),
                35 => player.play("<esc>"),
                _ => {}
            }
            let before = pass(&mut player.app, &clock, Duration::ZERO);
            let sleep = player.app.longest_sleep().unwrap();
            assert!(sleep <= Duration::from_secs(20), "{sleep:?}");
            let almost = sleep.saturating_sub(Duration::from_millis(1));
            assert_eq!(pass(&mut player.app, &clock, almost), before, "{round}: after {almost:?}");
            let after = pass(&mut player.app, &clock, sleep.saturating_sub(almost));
            frames += usize::from(after != before);
            (slept, wakes) = (slept + sleep, wakes + 1);
            if round % 9 == 4 {
                // Somebody does something at a moment that is no end of a minute.
                pass(&mut player.app, &clock, Duration::from_millis(13_370));
                player.play("<tab>");
            }
        }
        assert!(frames > 60, "{frames} times something changed");
        let minutes = slept.as_secs() / 60;
        assert!(wakes <= minutes * 6 + 4, "{wakes} times awake in {minutes} minutes");
    });
}
