//! The program killed at any moment: whatever the screen has shown is there afterwards, unless
//! the screen said NIET BEWAARD: a disk that hangs is said, and never freezes the typing.
//!
//! Before a release it is killed a thousand times, and the same words fall for the same seed:
//! `KRING_KILLS=1000 KRING_SEED=1 cargo test --test program killed -- --nocapture`.

use std::time::Duration;

use fastrand::Rng;
use vt100::Screen;

use crate::terminal::harness::key;
use crate::terminal::harness::screen::{alarms, note, pane, squeezed};
use crate::terminal::harness::terminal::Terminal;
use crate::terminal::harness::world::World;

/// How often the program is killed, unless `KRING_KILLS` says how often.
const KILLS: usize = 200;
/// After so many a new folder is taken, so that the note stays as long as a note is.
const KILLS_IN_A_FOLDER: usize = 20;
/// What words begin with.
const STEMS: [&str; 8] = ["één", "coöp", "naïef", "façade", "über", "crème", "ruïne", "plan"];

#[test]
fn nothing_that_was_shown_is_lost_when_the_program_is_killed() {
    let seed = given("KRING_SEED").unwrap_or_else(|| fastrand::u64(..));
    println!("KRING_SEED={seed}");
    let mut random = Rng::with_seed(seed);
    let (mut shown, mut torn, mut alarms) = (0, 0, 0);
    let kills = given("KRING_KILLS").unwrap_or(KILLS);
    for begun in (0..kills).step_by(KILLS_IN_A_FOLDER) {
        let mut typing = Typing::begin();
        for _ in begun..kills.min(begun + KILLS_IN_A_FOLDER) {
            typing.type_until_killed(&mut random);
        }
        shown += typing.shown;
        torn += typing.frames_torn;
        alarms += typing.alarms;
    }
    println!("{kills} kills: {shown} characters shown by programs that died,");
    println!("{torn} frames torn, {alarms} that said not to be saved");
    assert!(shown > kills, "too little was ever shown to prove anything");
}

/// Waits some milliseconds, so that the program is killed at any moment.
fn wait(random: &mut Rng, most: u64) {
    std::thread::sleep(Duration::from_millis(random.u64(..most)));
}

/// A number that was given to the test.
fn given<T: std::str::FromStr>(variable: &str) -> Option<T> {
    std::env::var(variable).ok().and_then(|number| number.parse().ok())
}

/// A frame that was being written when the program died, and the one before it.
struct Torn {
    before: Screen,
    torn: Screen,
}

/// One note, typed by a program that is killed again and again.
struct Typing {
    world: World,
    /// What is certainly in the note.
    saved: String,
    /// Words typed so far.
    words: usize,
    /// Characters that were new on the screen when the program died.
    shown: usize,
    torn: Option<Torn>,
    frames_torn: usize,
    /// How many of the programs that died said that something was not saved.
    alarms: usize,
}

impl Typing {
    fn begin() -> Self {
        let world = World::new();
        let mut terminal = world.meet_and_begin();
        terminal.write("begin ");
        world.pass_minutes(&mut terminal, 7);
        terminal.quit();
        let saved = "begin".to_owned();
        Self { world, saved, words: 0, shown: 0, torn: None, frames_torn: 0, alarms: 0 }
    }

    fn type_until_killed(&mut self, random: &mut Rng) {
        let mut terminal = self.start();
        let sent = self.send(&mut terminal, random);
        wait(random, 30);
        terminal.signal("KILL");
        terminal.wait_for_end();
        self.take_stock(&terminal, &sent);
    }

    /// Starts the program: the same item, the same minutes, and the note as it was.
    fn start(&mut self) -> Terminal {
        let terminal = self.world.meet();
        let last: Vec<char> = self.saved.chars().collect();
        let last: String = last[last.len().saturating_sub(40)..].iter().collect();
        terminal.wait_until(&format!("the note, up to {last:?}"), |screen| {
            squeezed(&note(screen).concat()).ends_with(&last)
        });
        terminal.wait_for("1 Hoe gaat het");
        terminal.wait_for("nog 53 minuten");
        terminal.wait_for("7 van 8 minuten");
        if let Some(torn) = self.torn.take() {
            torn.assert_kept(&terminal.screen());
        }
        terminal
    }

    /// Types words in bursts, without waiting for them to be shown; now and then a save. Returns
    /// what was typed.
    fn send(&mut self, terminal: &mut Terminal, random: &mut Rng) -> String {
        let mut sent = String::new();
        for _ in 0..random.usize(..40) {
            self.words += 1;
            let gap = if random.usize(..12) == 0 { "\r" } else { " " };
            let word = format!("{}{}{gap}", random.choice(STEMS).unwrap_or_default(), self.words);
            let keys: Vec<char> = word.chars().collect();
            for burst in keys.chunks(random.usize(1..=keys.len())) {
                terminal.keys(&burst.iter().collect::<String>());
                if random.usize(..4) == 0 {
                    wait(random, 6);
                }
            }
            if random.usize(..30) == 0 {
                terminal.keys(key::CTRL_S);
            }
            sent.push_str(&word);
        }
        sent
    }

    /// Compares what the dead program had shown and what is there.
    fn take_stock(&mut self, terminal: &Terminal, sent: &str) {
        let shown = squeezed(&note(&terminal.promised_screen()).concat());
        let kept = note_in(&self.world.minutes("md"));
        let typed = format!("{}{}", self.saved, squeezed(sent));
        assert!(kept.starts_with(&self.saved), "lost from before:\n{}\n{kept}", self.saved);
        assert!(typed.starts_with(&kept), "never typed so:\n{typed}\n{kept}");
        assert!(kept.contains(&shown), "shown and lost:\n{shown}\n{kept}\n{}", terminal.text());
        self.alarms += usize::from(alarms(&terminal.screen()));
        self.shown += shown_since(&shown, &self.saved);
        self.torn = Torn::of(terminal);
        self.frames_torn += usize::from(self.torn.is_some());
        self.saved = kept;
    }
}

/// How many characters of a screen came after what was there before.
fn shown_since(shown: &str, before: &str) -> usize {
    let mut starts = before.char_indices().map(|(at, _)| at).chain([before.len()]);
    let overlap = starts.find(|at| shown.contains(&before[*at..]));
    let known = overlap.map_or(0, |at| before[at..].chars().count());
    shown.chars().count().saturating_sub(known)
}

/// The note of the first item in the minutes, squeezed.
fn note_in(markdown: &str) -> String {
    let (_, rest) = markdown.split_once("### 1. ").expect("the first item");
    let lines = rest.lines().skip(1).take_while(|line| !line.starts_with('#'));
    squeezed(&lines.collect::<String>().replace('\\', ""))
}

impl Torn {
    fn of(terminal: &Terminal) -> Option<Self> {
        let (before, torn) = (terminal.screen(), terminal.torn_screen());
        let promised = !alarms(&before) && !alarms(&torn);
        (promised && note(&before) != note(&torn)).then_some(Self { before, torn })
    }

    /// Each cell that was shown is of the frame before, or of the one that was being drawn, which
    /// a fresh start shows.
    fn assert_kept(&self, fresh: &Screen) {
        let rows = u16::try_from(pane(fresh).len()).unwrap_or(0) + 2;
        let (_, width) = fresh.size();
        let cell = |screen: &Screen, row, column| {
            screen.cell(row, column).map(|cell| cell.contents().to_owned())
        };
        for (row, column) in (2..rows).flat_map(|row| (25..width).map(move |at| (row, at))) {
            let shown = cell(&self.torn, row, column);
            let kept = [cell(&self.before, row, column), cell(fresh, row, column)];
            let blank = shown.as_deref().is_none_or(|words| words.trim().is_empty());
            assert!(
                blank || kept.contains(&shown),
                "row {row}, column {column}: {shown:?} is neither of {kept:?}\nbefore:\n{}\ntorn:\n{}\nfresh:\n{}",
                self.before.contents(),
                self.torn.contents(),
                fresh.contents(),
            );
        }
    }
}
