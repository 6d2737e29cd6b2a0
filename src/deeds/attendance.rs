//! Who is there, from when until when, and who said how they are.

use chrono::{NaiveTime, Timelike};

use super::{Deed, cycle, to_meeting};
use crate::domain::change::{Change, MeetingChange};
use crate::domain::delta::{ListChange, Swap};
use crate::domain::history::DeedKind;
use crate::domain::ids::PersonId;
use crate::domain::meeting::{Attendee, Meeting, Presence};
use crate::view::meeting_view::MeetingView;

fn edit(
    view: &MeetingView<'_>,
    deed: DeedKind,
    person: PersonId,
    edit: impl FnOnce(&mut Attendee),
) -> Deed {
    let change = view.meeting.attendee(person).map(|from| {
        let mut to = from.clone();
        edit(&mut to);
        MeetingChange::Attendance(Swap::of(from, to))
    });
    Deed::of_meeting(deed, view.meeting, change)
}

/// Present, sent word, not present.
#[must_use]
pub fn turn_presence(view: &MeetingView<'_>, person: PersonId, forward: bool) -> Deed {
    edit(view, DeedKind::Attendance, person, |attendee| {
        attendee.presence = cycle(Presence::ALL, attendee.presence, forward);
    })
}

/// Whether somebody said how they are.
#[must_use]
pub fn toggle_spoke(view: &MeetingView<'_>, person: PersonId) -> Deed {
    edit(view, DeedKind::CheckIn, person, |attendee| attendee.spoke = !attendee.spoke)
}

/// When somebody came; nothing means from the beginning.
#[must_use]
pub fn arrives(view: &MeetingView<'_>, person: PersonId, at: Option<NaiveTime>) -> Deed {
    edit(view, DeedKind::Attendance, person, |attendee| {
        (attendee.presence, attendee.from) = (Presence::Present, whole_minute(at));
    })
}

/// When somebody left; nothing means at the end.
#[must_use]
pub fn leaves(view: &MeetingView<'_>, person: PersonId, at: Option<NaiveTime>) -> Deed {
    edit(view, DeedKind::Attendance, person, |attendee| {
        (attendee.presence, attendee.until) = (Presence::Present, whole_minute(at));
    })
}

fn whole_minute(time: Option<NaiveTime>) -> Option<NaiveTime> {
    time.and_then(|time| time.with_second(0))
}

/// The changes by which a meeting that has not begun expects everybody who is expected next time and
/// is not on its list yet: they joined after it was first opened.
#[must_use]
pub fn expect_new_members(view: &MeetingView<'_>) -> Vec<Change> {
    if view.meeting.day().is_some() {
        return Vec::new();
    }
    let mut list = view.meeting.attendance.clone();
    let missing = view.group.expected().into_iter();
    let missing: Vec<PersonId> =
        missing.filter(|id| view.meeting.attendee(*id).is_none()).collect();
    let changes = missing.into_iter().map(|person| {
        let attendee = Attendee::expected(person);
        let change = MeetingChange::Attendees(ListChange::push(&list, attendee.clone()));
        list.push(attendee);
        change
    });
    to_meeting(view.meeting, changes.collect::<Vec<_>>())
}

/// Somebody who is new in the group is there.
pub(super) fn is_there(meeting: &Meeting, person: PersonId) -> MeetingChange {
    MeetingChange::Attendees(ListChange::push(&meeting.attendance, Attendee::expected(person)))
}
