//! Going through the meeting: from place to place, and what happens to the hour on the way.

use super::items;
use super::room::Room;
use crate::domain::change::{Change, MeetingChange};
use crate::domain::delta::{ListChange, Swap};
use crate::domain::hour::{HourEvent, HourState};
use crate::domain::meeting::{Item, Meeting, Place};
use crate::domain::minutes::next_meeting;
use crate::domain::structure::{ItemKind, Need};

/// The changes that go to a place. An item that is left for a later place was spoken about.
#[must_use]
pub fn go(room: &Room<'_>, to: Place) -> Vec<Change> {
    let meeting = room.meeting;
    if meeting.place == to {
        return Vec::new();
    }
    let mut changes = vec![MeetingChange::Place(Swap::of(&meeting.place, to))];
    if let Place::Item(nr) = meeting.place
        && items::row_of(to) > items::row_of(meeting.place)
        && meeting.item(nr).is_some_and(|item| !item.discussed && was_taken(room, nr, item))
        && (room.reading().state != HourState::Waiting || meeting.afterwards)
    {
        changes.push(MeetingChange::Discussed(nr, Swap { from: false, to: true }));
    }
    if matches!(room.reading().state, HourState::Running | HourState::Paused) {
        changes
            .push(happen(meeting, HourEvent::Entered { item: number(meeting, to), at: room.now }));
    }
    of(meeting, changes)
}

/// Whether an item that is left was taken up. One that does not have to be there was when
/// something was written or a minute went to it; the date was when there is one.
fn was_taken(room: &Room<'_>, nr: usize, item: &Item) -> bool {
    let minuted = !item.note.trim().is_empty() || room.reading().spent_on(nr).num_minutes() > 0;
    match (item.kind, item.need) {
        (ItemKind::NextDate, _) => minuted || next_meeting(room.meeting).is_some(),
        (ItemKind::Theme, _) => minuted || !room.meeting.topic.is_empty(),
        (_, Need::Always) => true,
        (_, Need::IfNeeded | Need::Optional) => minuted,
    }
}

/// The number under which the time of a place is kept: places that are no item come after them.
fn number(meeting: &Meeting, place: Place) -> usize {
    match place {
        Place::Item(nr) => nr,
        _ => meeting.items.len(),
    }
}

/// The changes that begin the hour, at the first item.
#[must_use]
pub fn start(room: &Room<'_>) -> Vec<Change> {
    let meeting = room.meeting;
    if room.reading().state != HourState::Waiting {
        return Vec::new();
    }
    let here = match meeting.place {
        Place::Item(nr) => nr,
        _ => 0,
    };
    if meeting.afterwards {
        return go(room, Place::Item(here));
    }
    let mut hour = meeting.hour.clone();
    let events = [HourEvent::Started(room.now), HourEvent::Entered { item: here, at: room.now }];
    let mut changes: Vec<MeetingChange> = events
        .into_iter()
        .map(|event| {
            let change = MeetingChange::Hour(ListChange::push(&hour, event));
            hour.push(event);
            change
        })
        .collect();
    if meeting.place != Place::Item(here) {
        changes.push(MeetingChange::Place(Swap::of(&meeting.place, Place::Item(here))));
    }
    of(meeting, changes)
}

/// The changes that pause the hour or go on with it.
#[must_use]
pub fn pause_or_go(room: &Room<'_>) -> Vec<Change> {
    match room.reading().state {
        HourState::Running => {
            of(room.meeting, vec![happen(room.meeting, HourEvent::Paused(room.now))])
        }
        HourState::Paused => {
            of(room.meeting, vec![happen(room.meeting, HourEvent::Resumed(room.now))])
        }
        HourState::Waiting | HourState::Ended => Vec::new(),
    }
}

/// The change that keeps a jump of the clock.
#[must_use]
pub fn jump(meeting: &Meeting, jump: HourEvent) -> Vec<Change> {
    of(meeting, vec![happen(meeting, jump)])
}

/// The last jump forward, and whether it counts.
#[must_use]
pub fn last_jump(meeting: &Meeting) -> Option<(usize, HourEvent)> {
    let numbered = meeting.hour.iter().copied().enumerate().rev();
    numbered
        .into_iter()
        .find(|(_, event)| matches!(event, HourEvent::Jumped { from, to, .. } if to > from))
}

/// The changes that take the last jump off the hour, or count it again.
#[must_use]
pub fn turn_jump(room: &Room<'_>) -> Vec<Change> {
    let Some((at, event)) = last_jump(room.meeting) else { return Vec::new() };
    let HourEvent::Jumped { from, to, counted } = event else { return Vec::new() };
    let turned = HourEvent::Jumped { from, to, counted: !counted };
    let changes = vec![
        MeetingChange::Hour(ListChange::Remove { at, item: event }),
        MeetingChange::Hour(ListChange::Insert { at, item: turned }),
    ];
    of(room.meeting, changes)
}

fn happen(meeting: &Meeting, event: HourEvent) -> MeetingChange {
    MeetingChange::Hour(ListChange::push(&meeting.hour, event))
}

fn of(meeting: &Meeting, changes: Vec<MeetingChange>) -> Vec<Change> {
    changes.into_iter().map(|change| Change::Meeting(meeting.id, change)).collect()
}
