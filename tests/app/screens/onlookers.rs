//! "Wie kijkt er mee?": what is not for everybody is asked about before it is on the screen. Each test
//! is named by the number of the fault that was found (R9).

use kring::domain::onlookers::{Audience, Onlookers, Privacy};
use kring::domain::section::Section;
use kring::domain::structure::MeetingKind;
use kring::language::Language;
use kring::screens::dossier::action::{DossierAction, Foldable};
use kring::screens::front::Overlay;
use proptest::prelude::*;

use crate::screens::play::{
    Player, SMALL, Shown, in_language, practice_group, practised_with_room,
};

fn play(work: impl FnOnce(&mut Player)) {
    in_language(Language::Dutch, SMALL, practice_group, |player| {
        player.app.with_onlookers();
        player.play("e");
        work(player);
    });
}

fn asks(player: &Player) -> bool {
    matches!(player.model().front.overlay, Some(Overlay::WhoLooks(_)))
}

fn text(player: &mut Player) -> String {
    player.picture().text()
}

#[test]
fn the_question_is_read() {
    practised_with_room(|player| {
        player.app.with_onlookers();
        player.play("e0");
        player.snap("who_looks_plan");
        player.play("<esc>7");
        player.snap("who_looks_people");
        player.play("<esc>i");
        player.snap("who_looks_interviews");
        player.play("<esc>1<down><down><down>");
        player.snap("who_looks_step");
    });
}

#[test]
fn r9_until_it_is_answered_the_group_looks_on() {
    play(|player| {
        for (key, title) in
            [("0", "Signaleringsplan"), ("8", "Sociogram"), ("7", "Mensen"), ("i", "gesprek")]
        {
            player.play(key);
            assert!(asks(player), "{title}");
            assert_eq!(player.shown(), Shown::Group, "{title} is not open");
            player.play("<enter>");
            assert!(!asks(player) && player.shown() == Shown::Group, "Enter opens nothing");
        }
        for key in ["9", "t", "4"] {
            player.play(key);
            assert!(!asks(player), "a meeting shows {key} too");
            player.play("<esc>");
        }
    });
}

#[test]
fn r9_three_answers_by_content() {
    let opens = |answer: &str, key: &str| {
        let mut open = false;
        play(|player| {
            player.play(&format!("{key}{answer}"));
            open = !asks(player) && matches!(player.shown(), Shown::Dossier(_));
        });
        open
    };
    for key in ["0", "8", "7", "i"] {
        assert!(opens("1", key), "alone: {key}");
    }
    for (key, open) in [("0", true), ("8", true), ("7", true), ("i", false)] {
        assert_eq!(opens("2", key), open, "with the client: {key}");
    }
    for (key, open) in [("0", true), ("8", true), ("7", false), ("i", false)] {
        assert_eq!(opens("3", key), open, "the group, where the client agrees: {key}");
    }
}

#[test]
fn r9_what_was_answered_stands_and_what_is_beyond_it_is_asked() {
    play(|player| {
        player.play("02<esc>");
        player.play("8");
        assert!(!asks(player), "the client sees the sociogram too");
        player.play("<esc>i");
        assert!(asks(player), "the interviews are beyond it");
        player.play("1");
        assert_eq!(player.shown(), Shown::Dossier(Section::Interviews));
    });
    play(|player| {
        player.play("03<esc>8");
        assert!(asks(player), "the client agreed to the plan, not to the sociogram");
        player.play("<esc>0");
        assert!(!asks(player), "and to the plan once");
    });
}

#[test]
fn r9_it_is_asked_again_after_hiding_and_nothing_is_seen_meanwhile() {
    play(|player| {
        player.play("71<enter><f9><enter>");
        assert!(asks(player));
        assert!(!text(player).contains("Karin"), "{}", text(player));
        player.play("1");
        assert_eq!(player.shown(), Shown::Dossier(Section::People), "where it was");
        player.play("<f9><f9><esc>");
        assert_eq!(player.shown(), Shown::Group, "not opened");
    });
}

#[test]
fn r9_it_is_asked_again_in_another_group_and_in_a_meeting() {
    play(|player| {
        player.play("71<esc><esc>");
        assert_eq!(player.shown(), Shown::Home(String::new()));
        player.play("nDe Kade<enter>0");
        assert!(asks(player), "another group");
    });
    play(|player| {
        player.play("71<esc>");
        player.begin_here(MeetingKind::FollowUp);
        player.play("<esc>o");
        while player.shown() == Shown::Meeting {
            player.play("<esc>o");
        }
        player.play("7");
        assert!(asks(player), "a meeting was begun");
    });
}

#[test]
fn r9_other_groups_are_for_the_coordinator_alone_once_one_was_open() {
    in_language(Language::Dutch, SMALL, practice_group, |player| {
        player.app.with_onlookers();
        player.play("w");
        assert!(!asks(player) && player.shown() == Shown::Week, "nobody came for a group yet");
        player.play("we<esc>");
        assert!(asks(player));
        assert!(player.model().session.open.is_some(), "the group is open as long as it is asked");
        player.play("2");
        assert_eq!(player.shown(), Shown::Group);
        player.play("<esc>1");
        assert_eq!(player.shown(), Shown::Home(String::new()));
        player.play("<f9><f9>");
        assert!(asks(player), "after hiding too");
        player.play("<esc>");
        assert!(player.model().front.is_hidden(), "there is no group to go to");
        player.play("<enter>1");
        assert_eq!(player.shown(), Shown::Home(String::new()));
    });
}

#[test]
fn r9_a_step_that_names_who_declined_is_asked_about() {
    play(|player| {
        for (phase, place) in [("1", 3), ("2", 0), ("2", 1)] {
            player.play(phase);
            player.play(&"<down>".repeat(place));
            let shut = text(player);
            assert!(shut.contains("Laten zien"), "{shut}");
            player.play("<esc>");
        }
        player.play("1<down><down><down><enter><enter>");
        assert!(asks(player), "the row asks");
        player.play("2");
        assert!(!text(player).contains("Laten zien"), "{}", text(player));
    });
}

#[test]
fn r9_undo_does_not_open_what_is_shut() {
    play(|player| {
        player.play("i1<enter><tab><tab><tab><tab><tab>x<esc><esc><f9><f9><c-z>");
        let undone = player.model().front.base.screen().privacy(&player.model().session);
        assert!(undone == Privacy::Group || asks(player), "{undone:?}");
    });
}

#[test]
fn r9_what_was_said_in_an_interview_is_folded_until_it_is_asked_for() {
    play(|player| {
        player.play("i1<enter>");
        let group = player.model().session.group().expect("a group");
        let ayla = group.people.iter().find(|person| person.name.starts_with("Ayla"));
        let answers = DossierAction::Unfold(Foldable::Answers(ayla.expect("she is asked").id));
        player.go_to_row(answers);
        player.play("<enter><tab>Ze kent Noor van het koor.");
        assert!(text(player).contains("van het koor") && text(player).contains("verbergen"));
        player.play("<esc>");
        assert!(!text(player).contains("van het koor"), "beside the list neither");
        player.play("<enter>");
        player.go_to_row(answers);
        assert!(text(player).contains("tonen") && !text(player).contains("van het koor"));
        player.play("<enter><tab>");
        assert!(text(player).contains("van het koor"), "asked for: {}", text(player));
        player.play("<s-tab><enter>");
        assert!(!text(player).contains("van het koor"), "and hidden again");
        player.play("<enter><pgdn><pgup>");
        assert!(!text(player).contains("van het koor"), "somebody else in between");
        player.play("<esc>7");
        assert!(!text(player).contains("van het koor"), "nor on their own page");
    });
}

/// What may be seen, told over in another way: the content from the least private, and how far each
/// answer reaches.
fn reach(audience: Audience) -> u8 {
    match audience {
        Audience::Group => 0,
        Audience::WithClient => 2,
        Audience::Alone => 3,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is pressed, what is drawn is for whoever looks along.
    #[test]
    fn r9_nothing_is_drawn_before_whom_it_is_not_meant_for(
        presses in prop::collection::vec(0usize..22, 1..40),
    ) {
        const KEYS: [&str; 22] = [
            "0", "8", "7", "i", "1", "2", "3", "9", "<esc>", "<enter>", "<down>", "<up>", "<f9>", "x",
            "<pgdn>", "<f1>", "<f2>", "w", "e", "<c-z>", "<f3>", "<tab>",
        ];
        play(|player| {
            for press in presses {
                player.play(KEYS[press]);
                let model = player.model();
                if model.front.is_hidden() {
                    assert_eq!(model.session.onlookers, Onlookers::default());
                    continue;
                }
                let seen = model.front.top().privacy(&model.session);
                let level = match seen {
                    Privacy::Group | Privacy::IfClientAgrees(_) => 0,
                    Privacy::WithClient => 2,
                    Privacy::Interviews | Privacy::OtherGroups => 3,
                };
                let audience = model.session.onlookers.audience();
                assert!(level <= reach(audience), "{seen:?} before {audience:?}");
                assert!(model.session.onlookers.may_see(seen));
            }
        });
    }
}
