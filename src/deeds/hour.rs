//! Going through the meeting from place to place, and the hour on the way: begun, paused, a jump of
//! the clock. But for taking a jump off, none of it is a deed that can be undone.

use super::{Deed, to_meeting};
use crate::domain::change::{Change, MeetingChange};
use crate::domain::closing;
use crate::domain::delta::{ListChange, Swap};
use crate::domain::history::DeedKind;
use crate::domain::hour::{HourEvent, HourState};
use crate::domain::meeting::{Meeting, Place};
use crate::view::meeting_view::{MeetingView, last_jump};

/// The changes that go to a place. Going on says nothing of what was discussed.
#[must_use]
pub fn go(view: &MeetingView<'_>, to: Place) -> Vec<Change> {
    let meeting = view.meeting;
    if meeting.place == to {
        return Vec::new();
    }
    let mut changes = vec![MeetingChange::Place(Swap::of(&meeting.place, to))];
    if matches!(view.reading().state, HourState::Running | HourState::Paused) {
        changes
            .push(happen(meeting, HourEvent::Entered { item: number(meeting, to), at: view.now }));
    }
    to_meeting(meeting, changes)
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
pub fn start(view: &MeetingView<'_>) -> Vec<Change> {
    let meeting = view.meeting;
    if view.reading().state != HourState::Waiting {
        return Vec::new();
    }
    let here = match meeting.place {
        Place::Item(nr) => nr,
        _ => 0,
    };
    if meeting.afterwards {
        return go(view, Place::Item(here));
    }
    let mut hour = meeting.hour.clone();
    let events = [HourEvent::Started(view.now), HourEvent::Entered { item: here, at: view.now }];
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
    let begun = Meeting { hour, ..meeting.clone() };
    let mut changes = to_meeting(meeting, changes);
    changes.extend(closing::remember_day(view.group, &begun));
    changes
}

/// The changes that pause the hour or go on with it.
#[must_use]
pub fn pause_or_go(view: &MeetingView<'_>) -> Vec<Change> {
    match view.reading().state {
        HourState::Running => {
            to_meeting(view.meeting, vec![happen(view.meeting, HourEvent::Paused(view.now))])
        }
        HourState::Paused => {
            to_meeting(view.meeting, vec![happen(view.meeting, HourEvent::Resumed(view.now))])
        }
        HourState::Waiting | HourState::Ended => Vec::new(),
    }
}

/// The change that keeps a jump of the clock.
#[must_use]
pub fn jump(meeting: &Meeting, jump: HourEvent) -> Vec<Change> {
    to_meeting(meeting, vec![happen(meeting, jump)])
}

/// Takes the last jump off the hour, or counts it again.
#[must_use]
pub fn toggle_jump(view: &MeetingView<'_>) -> Deed {
    let Some((at, event @ HourEvent::Jumped { from, to, counted })) = last_jump(view.meeting)
    else {
        return Deed::new(DeedKind::Jump, Vec::new());
    };
    let turned = HourEvent::Jumped { from, to, counted: !counted };
    let changes = [
        MeetingChange::Hour(ListChange::Remove { at, item: event }),
        MeetingChange::Hour(ListChange::Insert { at, item: turned }),
    ];
    Deed::of_meeting(DeedKind::Jump, view.meeting, changes)
}

fn happen(meeting: &Meeting, event: HourEvent) -> MeetingChange {
    MeetingChange::Hour(ListChange::push(&meeting.hour, event))
}
