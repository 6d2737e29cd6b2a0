//! What kring writes down is what happened. Each test is named by the number of a fault that was found,
//! with others of its kind.

mod agreements;
mod attendance;
mod days;
mod lines;
mod meeting;
mod minutes;

mod room;

use chrono::{NaiveDate, NaiveTime};
use kring::deeds::people;
use kring::domain::approval::MinutesState;
use kring::domain::group::Group;
use kring::domain::held::HeldMeeting;
use kring::domain::ids::PersonId;
use kring::domain::meeting::Meeting;
use kring::language::Language;
use kring::screens::meeting::action::MeetingAction;

use crate::screens::play::{LARGE, Player, in_language, practice_group};

const DAY: u64 = 24 * 60;

fn play(work: impl FnOnce(&mut Player)) {
    in_language(Language::Dutch, LARGE, practice_group, work);
}

fn group(player: &Player) -> &Group {
    player.model().session.group().unwrap()
}

fn meeting(player: &Player) -> &Meeting {
    player.model().front.meeting(&player.model().session).unwrap()
}

fn latest(player: &Player) -> &HeldMeeting {
    group(player).meetings_in_order().pop().unwrap()
}

fn today(player: &Player) -> NaiveDate {
    player.model().session.today()
}

fn now(player: &Player) -> NaiveTime {
    player.model().session.now.wall.time()
}

/// Ends the meeting, whatever is missing.
fn close(player: &mut Player) {
    player.play(&"<pgdn>".repeat(9));
    player.go_to(MeetingAction::Finish);
    player.play("<enter>");
    if !meeting(player).finished() {
        player.play("<enter>");
    }
    assert!(meeting(player).finished(), "{:?}", player.model().session.notice);
}

/// The people of the practice group, by the beginning of their name.
fn person(player: &Player, name: &str) -> PersonId {
    group(player).people.iter().find(|person| person.name.starts_with(name)).unwrap().id
}

/// Mends a name on the page of who is there.
fn rename(player: &mut Player, from: &str, to: &str) {
    let id = person(player, from);
    player.app.work_in_session(|session| {
        let deed = session.group_view().map(|view| people::rename(&view, id, to)).unwrap();
        session.record_deed(deed)
    });
}

fn notice(player: &Player) -> String {
    player.model().session.notice.clone().unwrap_or_default()
}

fn state(player: &Player) -> MinutesState {
    group(player).held_meeting(meeting(player).id).unwrap().minutes_state()
}

/// The same, before a meeting.
fn rename_in_group(player: &mut Player, from: &str, to: &str) {
    player.play("e");
    rename(player, from, to);
}
