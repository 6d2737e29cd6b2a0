//! The power goes at any moment of a session: the group opens, its files are old or new and whole,
//! nothing is in it that was never so, and what was typed a second earlier is there.
//!
//! The disk is one in memory that keeps what is not synced apart (`rig/power.rs`). The clock stands
//! still unless a session lets it go on, so a second is as long as it is on any computer. Each
//! moment is looked at in two ways; before a release in eight:
//! `KRING_DURABILITY=all cargo test --test app durability::power -- --nocapture`.

use crossterm::event::{KeyCode, KeyModifiers};
use kring::domain::closing;
use kring::domain::meeting::Meeting;
use kring::domain::structure::MeetingKind;

use super::judge::Judge;
use super::session::{Disk, Session, files_on};
use crate::rig::power::Left;

/// A whole session: a meeting that is typed in, saved now and then, closed and opened again, and
/// one that is begun and goes.
fn whole_session(disk: &Disk) -> Session {
    let mut session = Session::on(disk, files_on(disk.clone()));
    session.make();
    session.open();
    session.press(KeyCode::Enter);
    session.say("Noor: een goede week, één keer gezwommen");
    session.pass(20);
    session.save_if_due();
    session.press(KeyCode::PageDown);
    session.say("! Sanne belt @Sanne 2 maart");
    session.key(KeyCode::Char('z'), KeyModifiers::CONTROL);
    session.key(KeyCode::Char('y'), KeyModifiers::CONTROL);
    session.save();
    session.say("nog iets");
    session.close_meeting();
    session.save();
    session.reopen_meeting();
    session.restart();
    session.say("en dit");
    session.close_meeting();
    session.along(|open, _, model| {
        let group = &open.dossier.group;
        let structure = model.session.content.structure(MeetingKind::Theme);
        closing::begin(
            group,
            Meeting::prepare(group, group.meeting_id(model.session.today()), &structure),
        )
    });
    session.save();
    session.along(|open, _, _| {
        let last = open.dossier.meetings.values().next_back().unwrap();
        closing::discard(&open.dossier.group, last)
    });
    session.close();
    // On another day, so that no new meeting takes the place of the one that went.
    session.pass(24 * 3600);
    session.open();
    session.say("plotseling");
    session.crash();
    session.say("weer daar");
    session.save();
    session.say("verder");
    session.save();
    session.say("en de volgende dag");
    session.close();
    session.promise(session.sequence);
    session
}

#[test]
fn the_power_may_go_at_any_moment() {
    let disk = Disk::default();
    let Session { states, sequence, .. } = whole_session(&disk);
    let cuts = disk.cuts();
    let mut judge = Judge::default();
    judge.hear(states);
    let all = std::env::var_os("KRING_DURABILITY").is_some();
    for (nr, cut) in (0u64..).zip(&cuts) {
        let parts = [Left::Nothing, Left::Part(nr), Left::Everything, Left::Beginning];
        let lefts = parts.into_iter().chain((1..5).map(|more| Left::Part(nr + (more << 32))));
        for left in lefts.take(if all { 8 } else { 2 }) {
            let names = cut.platters.left(left);
            let looked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
                judge.look(&names, &cut.promise);
            }));
            let there: Vec<_> = names.keys().collect();
            assert!(looked.is_ok(), "moment {nr} of {}, {left:?}: {there:?}", cuts.len());
        }
    }
    let disks = judge.disks.len();
    println!("{} moments, {disks} different disks, {sequence} entries", cuts.len());
}
