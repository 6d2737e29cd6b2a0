//! Who is there, from when until when, and who said how they are.

use chrono::{NaiveTime, Timelike};

use super::{Deed, cycle, cycle_optional, to_meeting};
use crate::domain::attendance::{Attendee, Presence};
use crate::domain::change::{Change, MeetingChange};
use crate::domain::closing;
use crate::domain::delta::{ListChange, Swap};
use crate::domain::history::DeedKind;
use crate::domain::ids::PersonId;
use crate::domain::meeting::Meeting;
use crate::domain::minutes::Minutes;
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

/// Present, sent word, not present. Who was expected is there now.
#[must_use]
pub fn turn_presence(view: &MeetingView<'_>, person: PersonId, forward: bool) -> Deed {
    let now = whole_minute(Some(view.now.time()));
    edit(view, DeedKind::Attendance, person, |attendee| {
        if attendee.is_expected() && forward {
            // Nobody says so before they are there; who came at the time that was said, came then.
            attendee.from = attendee.from.min(now);
        } else {
            attendee.presence = cycle(Presence::ALL, attendee.presence, forward);
        }
        attendee.expected = false;
    })
}

/// In a closed meeting: whether somebody came who was expected later. Not said, yes, no.
#[must_use]
pub fn turn_came(view: &MeetingView<'_>, person: PersonId) -> Deed {
    let meeting = view.meeting;
    let Some(from) = meeting.attendee(person) else {
        return Deed::new(DeedKind::Attendance, Vec::new());
    };
    let mut to = from.clone();
    to.came = cycle_optional(&[true, false], from.came, true);
    let mut known = meeting.clone();
    for attendee in known.attendance.iter_mut().filter(|one| one.person == person) {
        attendee.clone_from(&to);
    }
    let drawn = Box::new(Minutes::draw_up(view.group, &known, view.now.date_naive()));
    let minutes = Swap::of(&meeting.minutes, Some(drawn));
    let changes = to_meeting(meeting, [MeetingChange::Came(Box::new(Swap::of(from, to)), minutes)]);
    let held = closing::who_was_there(view.group, &known);
    Deed::new(DeedKind::Attendance, changes.into_iter().chain(held).collect())
}

/// Whether somebody said how they are.
#[must_use]
pub fn toggle_spoke(view: &MeetingView<'_>, person: PersonId) -> Deed {
    edit(view, DeedKind::CheckIn, person, |attendee| attendee.spoke = !attendee.spoke)
}

/// When somebody came, or will come; nothing means from the beginning.
///
/// # Errors
/// The sentence why that cannot be.
pub fn arrives(
    view: &MeetingView<'_>,
    person: PersonId,
    at: Option<NaiveTime>,
) -> Result<Deed, String> {
    let at = whole_minute(at);
    let until = view.meeting.attendee(person).and_then(|attendee| attendee.until);
    in_order(view, at, until)?;
    let expected = at.is_some_and(|at| is_to_come(view, at));
    Ok(edit(view, DeedKind::Attendance, person, |attendee| {
        (attendee.presence, attendee.from) = (Presence::Present, at);
        attendee.expected = expected;
    }))
}

/// When somebody left, or will leave; nothing means at the end.
///
/// # Errors
/// The sentence why that cannot be.
pub fn leaves(
    view: &MeetingView<'_>,
    person: PersonId,
    at: Option<NaiveTime>,
) -> Result<Deed, String> {
    let at = whole_minute(at);
    let from = view.meeting.attendee(person).and_then(|attendee| attendee.from);
    in_order(view, from, at)?;
    if at.is_some() && at <= view.meeting.began() {
        return Err(view.words.left_before_it_began().to_owned());
    }
    let leaving = at.is_some_and(|at| is_to_come(view, at));
    Ok(edit(view, DeedKind::Attendance, person, |attendee| {
        (attendee.presence, attendee.until) = (Presence::Present, at);
        attendee.leaving = leaving;
    }))
}

fn in_order(
    view: &MeetingView<'_>,
    from: Option<NaiveTime>,
    until: Option<NaiveTime>,
) -> Result<(), String> {
    match from.zip(until) {
        Some((from, until)) if until <= from => Err(view.words.left_before_coming().to_owned()),
        _ => Ok(()),
    }
}

/// Whether a time of the meeting is still to come.
fn is_to_come(view: &MeetingView<'_>, at: NaiveTime) -> bool {
    let (meeting, now) = (view.meeting, view.now);
    let planned = view.group.appointment().map(|next| next.date);
    match meeting.day().or(planned) {
        _ if meeting.afterwards || meeting.finished() => false,
        Some(day) if day != now.date_naive() => day > now.date_naive(),
        _ => at > now.time(),
    }
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
        let attendee = Attendee::new(person);
        let change = MeetingChange::Attendees(ListChange::push(&list, attendee.clone()));
        list.push(attendee);
        change
    });
    to_meeting(view.meeting, changes.collect::<Vec<_>>())
}

/// Somebody who is new in the group is there.
pub(super) fn is_there(meeting: &Meeting, person: PersonId) -> MeetingChange {
    MeetingChange::Attendees(ListChange::push(&meeting.attendance, Attendee::new(person)))
}
