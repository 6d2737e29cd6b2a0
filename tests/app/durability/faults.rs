//! Every call of a session fails once, in every way a disk has, or everything does from then on:
//! what was shown as saved is there, whole, and once the disk works again nothing was lost.
//!
//! Each call fails in one of the ways; before a release in all of them:
//! `KRING_DURABILITY=all cargo test --test app durability::faults -- --nocapture`.

use std::io::{Error, ErrorKind};
use std::panic::AssertUnwindSafe;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use crossterm::event::{KeyCode, KeyModifiers};

use super::judge::{Judge, Names};
use super::session::{Disk, Promise, Session, files_on};
use crate::rig::files::{Verdict, Watched};
use crate::rig::power::Left;

/// What a broken disk says, a full one, and one that is not ours.
fn kinds() -> [ErrorKind; 3] {
    // The first has a kind, but no name for it.
    [Error::from_raw_os_error(5).kind(), ErrorKind::StorageFull, ErrorKind::PermissionDenied]
}

/// The ways in which a call fails.
fn ways() -> Vec<Verdict> {
    let of = |kind| [Verdict::Fail(kind), Verdict::Halfway(kind), Verdict::Late(kind)];
    kinds().into_iter().flat_map(of).collect()
}

/// A disk on which a call fails, counted from when it is told to.
struct Troubled {
    disk: Disk,
    files: Arc<Watched>,
    calls: Arc<AtomicUsize>,
}

/// Not counting.
const AT_REST: usize = usize::MAX / 2;

impl Troubled {
    /// The practice group on a disk on which the `nth` call fails, and every one after it when it
    /// is `for_good`.
    fn at(nth: usize, way: Verdict, for_good: bool) -> Self {
        static GROUP: OnceLock<Names> = OnceLock::new();
        let group = GROUP.get_or_init(|| {
            let disk = Disk::default();
            Session::on(&disk, files_on(disk.clone())).make();
            disk.now(Left::Nothing)
        });
        let (disk, calls) = (Disk::with(group), Arc::new(AtomicUsize::new(AT_REST)));
        let counted = Arc::clone(&calls);
        let files = Watched::over(files_on(disk.clone()), move |call| {
            if call.done || counted.load(Ordering::SeqCst) >= AT_REST {
                return Verdict::Go;
            }
            match (counted.fetch_add(1, Ordering::SeqCst), way) {
                (now, way) if now == nth => way,
                (now, Verdict::Fail(kind) | Verdict::Halfway(kind) | Verdict::Late(kind))
                    if for_good && now > nth =>
                {
                    Verdict::Fail(kind)
                }
                _ => Verdict::Go,
            }
        });
        Self { disk, files, calls }
    }

    /// From now on calls are counted.
    fn begin(&self) {
        self.calls.store(0, Ordering::SeqCst);
    }

    /// From now on everything works. Returns how many calls there were.
    fn mend(&self) -> usize {
        self.calls.swap(AT_REST, Ordering::SeqCst)
    }
}

/// A meeting that is opened, typed in, saved with its generations, and closed.
fn short_session(troubled: &Troubled) -> Session {
    let mut session = Session::on(&troubled.disk, Arc::<Watched>::clone(&troubled.files) as _);
    session.open();
    session.press(KeyCode::Enter);
    session.say("een");
    troubled.begin();
    session.wait_at_most(Duration::from_millis(20));
    session.say("goed!");
    session.key(KeyCode::Char('z'), KeyModifiers::CONTROL);
    session.pass(20);
    session.try_to_tend();
    session.close_meeting();
    session.pass(20);
    session.try_to_tend();
    session
}

fn all() -> bool {
    std::env::var_os("KRING_DURABILITY").is_some()
}

/// Runs a session with trouble at every call, until a session is over before it. Returns how many
/// calls there are. With a `step` some are passed over, but before a release.
fn at_every_call(step: usize, mut work: impl FnMut(usize, Verdict) -> usize) -> usize {
    let ways = ways();
    let (mut nth, mut sessions) = (0, 0);
    loop {
        let chosen = if all() { ways.as_slice() } else { &ways[nth % ways.len()..][..1] };
        let mut over = true;
        for way in chosen {
            sessions += 1;
            over &= work(nth, *way) <= nth;
        }
        if over {
            println!("{nth} calls, {sessions} sessions");
            return nth;
        }
        nth += if all() { 1 } else { step };
    }
}

#[test]
fn a_call_that_fails_once_loses_nothing() {
    let mut judge = Judge::default();
    let calls = at_every_call(2, |nth, way| {
        let troubled = Troubled::at(nth, way, false);
        let mut session = short_session(&troubled);
        let calls = troubled.mend();
        session.wait_at_most(Duration::from_secs(20));
        session.come_to_rest();
        session.close();
        let promise = Promise { made: true, sequence: session.sequence };
        let left = troubled.disk.now(Left::Everything);
        judge.hear(session.states);
        let look = AssertUnwindSafe(|| judge.look(&left, &promise));
        let looked = std::panic::catch_unwind(look);
        assert!(looked.is_ok(), "call {nth}, {way:?}: {:?}", left.keys());
        let journals = left.keys().filter(|path| path.to_string_lossy().contains("journal"));
        assert_eq!(journals.count(), 0, "call {nth}, {way:?}: {:?}", left.keys());
        calls
    });
    assert!(calls > 60, "{calls}");
}

/// As when the program is killed: nothing happens any more. And the screen must not say otherwise.
#[test]
fn a_disk_that_is_gone_for_good_holds_what_was_shown_as_saved() {
    let mut judge = Judge::default();
    let calls = at_every_call(5, |nth, way| {
        let troubled = Troubled::at(nth, way, true);
        let mut session = short_session(&troubled);
        session.reopen_meeting();
        let gone = troubled.mend() > nth;
        assert!(!gone || !session.was_safe, "call {nth}, {way:?}: it said that all is saved");
        let promise = Promise { made: true, sequence: session.shown };
        let left = troubled.disk.now(Left::Everything);
        judge.hear(session.states);
        let look = AssertUnwindSafe(|| judge.look(&left, &promise));
        let looked = std::panic::catch_unwind(look);
        assert!(looked.is_ok(), "call {nth}, {way:?}: {:?}", left.keys());
        if gone { usize::MAX } else { 0 }
    });
    assert!(calls > 60, "{calls}");
}
