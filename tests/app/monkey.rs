//! Two monkeys, one for each language, at a keyboard: keys, pastes, window sizes and clocks at
//! random, against the real app on a disk in memory. Nothing panics, and whenever the program is
//! killed or left, what is on the disk opens as the dossier that was on the screen.
//!
//! `KRING_SEED=… cargo test --test app monkey::` does the same again. `KRING_MONKEY` is how many
//! events there are, each of which is drawn then. The long run, with the checks of a build for
//! development:
//! `CARGO_PROFILE_RELEASE_DEBUG_ASSERTIONS=true CARGO_PROFILE_RELEASE_OVERFLOW_CHECKS=true
//! KRING_MONKEY=1000000 cargo test --release --test app monkey:: -- --nocapture`.

mod cage;
mod events;
mod kept;
mod places;
mod stage;
mod witness;

use crate::rig::seed::seed;
use cage::Cage;
use events::Monkey;
use places::Places;
use stage::Stage;
use witness::Witness;

/// Events in an ordinary run.
const EVENTS: usize = 100_000;
/// After so many a fresh folder is taken, so that texts stay as long as texts are.
const EVENTS_IN_A_FOLDER: usize = 2_500;
/// In one folder of so many it is asked who looks along.
const ASKED_IN: usize = 4;
/// In an ordinary run one event of so many is drawn, and each that leads somewhere else.
const SELDOM: usize = 32;

#[test]
fn whatever_is_pressed_nothing_breaks_and_nothing_is_lost() {
    let asked = std::env::var("KRING_MONKEY").ok().map(|count| count.parse().unwrap());
    let (events, seldom) = asked.map_or((EVENTS, SELDOM), |count: usize| (count, 1));
    let seed = seed();
    let places = std::thread::scope(|scope| {
        let monkeys = Stage::all().map(|stage| {
            scope.spawn(move || {
                let monkey = Monkey::new(seed ^ u64::from(stage.nr));
                play(&stage, monkey, events / 2, seldom)
            })
        });
        let been = monkeys.map(|monkey| monkey.join().expect("what broke stands above"));
        been.into_iter().fold(Places::default(), Places::and)
    });
    println!("{places}");
    if events >= EVENTS {
        places.assert_everywhere();
    }
}

/// Lets a monkey play. Returns where it was.
fn play(stage: &Stage, mut monkey: Monkey, events: usize, seldom: usize) -> Places {
    let mut places = Places::default();
    let mut witness = Witness::of(stage.language);
    let mut cage = Cage::new(stage, false);
    for nr in 0..events {
        if nr > 0 && nr % EVENTS_IN_A_FOLDER == 0 {
            cage.leave();
            let folder = nr / EVENTS_IN_A_FOLDER;
            cage = Cage::new(stage, folder.is_multiple_of(ASKED_IN));
            monkey.sit_down(folder);
        }
        let event = monkey.next();
        witness.saw(nr, &event);
        cage.take(&event);
        if nr % seldom == 0 || places.is_elsewhere(cage.app.model()) {
            cage.app.draw_kept();
            places.count(cage.app.model());
        }
    }
    cage.leave();
    places
}
