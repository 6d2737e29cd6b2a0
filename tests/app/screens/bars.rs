//! The bar of keys of every kind of screen, and of everything that lies over one.
//!
//! The pictures of scenes leave the bar out, so that a key that changes changes one picture here
//! and not hundreds there.

use std::collections::BTreeSet;
use std::fmt::Write;

use kring::domain::structure::MeetingKind;
use kring::language::Language;
use kring::screens::front::{Meaning, all_layers};
use kring::screens::meeting::action::MeetingAction;

use crate::screens::play::{Player, Stage, WINDOWS, compare, in_language, practice_group};
use crate::screens::safe::in_a_note;
use crate::screens::versions::{changed_meanwhile, elsewhere};

/// A kind of screen: its name, the folder it needs, and how one gets there.
type Kind = (&'static str, fn(&Stage), fn(&mut Player));

const KINDS: [Kind; 34] = [
    ("home", practice_group, |_| {}),
    ("home_name", practice_group, |player| player.play("n")),
    ("week", practice_group, |player| player.play("w")),
    ("group", practice_group, |player| player.play("e")),
    ("group_perhaps_taken", elsewhere, |player| player.play("e")),
    ("steps", practice_group, |player| player.play("e1")),
    ("step", practice_group, |player| player.play("e1<enter>")),
    ("people", practice_group, |player| player.play("e7")),
    ("person", practice_group, |player| player.play("e7<enter>")),
    ("sociogram", practice_group, |player| player.play("e8")),
    ("sociogram_line", practice_group, |player| player.play("e8<down>r")),
    ("goals", practice_group, |player| player.play("e9")),
    ("plan", practice_group, |player| player.play("e0")),
    ("plan_lines", practice_group, |player| player.play("e0<enter><tab>")),
    ("interviews", practice_group, |player| player.play("ei")),
    ("bin", practice_group, |player| player.play("eu")),
    ("attendance", practice_group, |player| player.begin(MeetingKind::FollowUp)),
    ("attendance_begin", practice_group, |player| {
        player.begin(MeetingKind::FollowUp);
        player.go_to(MeetingAction::Start);
    }),
    ("items", practice_group, |player| {
        player.begin(MeetingKind::FollowUp);
        player.play("<esc>");
    }),
    ("note", practice_group, |player| in_a_note(player)),
    ("note_matter", practice_group, |player| {
        in_a_note(player);
        player.play("<tab>");
    }),
    ("note_of_changed_file", practice_group, changed_meanwhile),
    ("form", practice_group, |player| {
        in_a_note(player);
        player.play("<f4>");
    }),
    ("closing", practice_group, |player| {
        in_a_note(player);
        player.play("<esc>f");
    }),
    ("help", practice_group, |player| player.play("e<f1>")),
    ("menu", practice_group, |player| player.play("e<f2>")),
    ("who_looks", practice_group, |player| {
        player.app.with_onlookers();
        player.play("e0");
    }),
    ("reader", practice_group, |player| {
        in_a_note(player);
        player.play("<f3>");
    }),
    ("log", practice_group, |player| player.play("ek")),
    ("erase_which", practice_group, |player| player.play("e9<esc><c-e>")),
    ("erase_which_words", practice_group, |player| {
        in_a_note(player);
        player.play("<esc><c-e>");
    }),
    ("erase_sure", practice_group, |player| player.play("e9<enter><c-e>")),
    ("take_over_sure", elsewhere, |player| player.play("eo")),
    ("folder", practice_group, |player| {
        in_a_note(player);
        player.stick();
        player.play("!");
        player.picture();
        player.play("<c-o>");
    }),
];

/// Layers of which no key stands in the bar: these screens say in a sentence what to press.
const WITHOUT_BAR: [&str; 3] = ["HIDDEN", "LOCKED", "HOUR_CLOCK"];

#[test]
fn every_bar_is_as_in_its_picture() {
    let mut seen = BTreeSet::new();
    for (name, prepare, reach) in KINDS {
        let mut bars = String::new();
        for language in [Language::Dutch, Language::English] {
            for window in WINDOWS {
                in_language(language, window, prepare, |player| {
                    reach(player);
                    let _ = writeln!(bars, "{}", player.variant());
                    let picture = player.picture();
                    for y in [window.1 - 2, window.1 - 1] {
                        let _ = writeln!(bars, "{}", picture.row(y));
                    }
                    let model = player.model();
                    let layers = model.front.layers(&model.session).into_iter();
                    seen.extend(layers.map(|layer| layer.name));
                });
            }
        }
        compare(&format!("bar_{name}"), None, &bars);
    }
    let barred = all_layers().map(|layer| layer.name);
    let missed: Vec<&str> =
        barred.filter(|it| !WITHOUT_BAR.contains(it) && !seen.contains(it)).collect();
    assert_eq!(missed, [""; 0], "no kind of screen here has the keys of these layers");
}

/// What lies over a screen has keys of its own, so there a key of the screen below may do something
/// else; what is in force can always be done.
#[test]
fn every_action_in_force_has_a_key_that_does_it() {
    for (name, prepare, reach) in KINDS {
        in_language(Language::Dutch, WINDOWS[0], prepare, |player| {
            reach(player);
            player.picture();
            let model = player.model();
            let layers = model.front.layers(&model.session);
            let bindings = || layers.iter().flat_map(|layer| layer.bindings);
            for action in bindings().map(|binding| binding.action) {
                let of_action = bindings().filter(|binding| binding.action == action);
                let does_it = of_action.flat_map(|binding| binding.chords).any(|chord| {
                    let meaning = model.front.meaning(&model.session, chord.press());
                    meaning == Meaning::Do(action)
                });
                assert!(does_it, "{name}: {action:?}");
            }
        });
    }
}
