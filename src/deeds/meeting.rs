//! A meeting as a whole: begun, written down afterwards, let go, closed, opened again; and what is
//! settled in it besides its notes.

use chrono::{NaiveDate, NaiveTime};

use super::{Deed, text, to_meeting};
use crate::domain::change::{Change, MeetingChange};
use crate::domain::closing;
use crate::domain::delta::{ListChange, Swap};
use crate::domain::history::DeedKind;
use crate::domain::hour::HourEvent;
use crate::domain::ids::MeetingId;
use crate::domain::meeting::Meeting;
use crate::domain::structure::MeetingKind;
use crate::domain::texts::MeetingText;
use crate::view::group_view::GroupView;
use crate::view::meeting_view::MeetingView;
use crate::view::text::TextRef;

/// The most minutes an item can get.
pub const MOST_MINUTES: u16 = 120;

/// A new meeting of a kind on a day, with everything filled from last time. One that is written
/// down `afterwards` was held without a computer and has no clock.
#[must_use]
pub fn begin(
    view: &GroupView<'_>,
    kind: MeetingKind,
    day: NaiveDate,
    afterwards: bool,
) -> (MeetingId, Vec<Change>) {
    let structure = view.content.structure(kind);
    let id = view.group.meeting_id(day);
    let prepared = Meeting::prepare(view.group, id, &structure);
    let meeting = Meeting { afterwards, day: afterwards.then_some(day), ..prepared };
    (id, closing::begin(view.group, meeting))
}

/// The changes that let go of a meeting in which nothing was written down.
#[must_use]
pub fn discard(view: &GroupView<'_>, meeting: &Meeting) -> Vec<Change> {
    closing::discard(view.group, meeting)
}

/// The meeting was on a day, and began at a time. Where the hour ran, its start moves; else the meeting
/// was held without a clock.
#[must_use]
pub fn set_day(view: &MeetingView<'_>, day: NaiveDate, start: Option<NaiveTime>) -> Deed {
    let meeting = view.meeting;
    let mut to = meeting.clone();
    let mut changes = Vec::new();
    let started = meeting.hour.iter().position(|event| matches!(event, HourEvent::Started(_)));
    if let Some(at) = started
        && let Some(HourEvent::Started(from)) = meeting.hour.get(at)
    {
        let moved = start.and_then(|time| from.with_time(time).single()).unwrap_or(*from);
        if moved != *from {
            let item = HourEvent::Started(*from);
            changes.push(MeetingChange::Hour(ListChange::Remove { at, item }));
            let item = HourEvent::Started(moved);
            changes.push(MeetingChange::Hour(ListChange::Insert { at, item }));
            to.hour[at] = item;
        }
    } else {
        changes.push(MeetingChange::Afterwards(Swap::of(&meeting.afterwards, true)));
        changes.push(MeetingChange::Start(Swap::of(&meeting.start, start)));
        (to.afterwards, to.start) = (true, start);
    }
    if to.day() != Some(day) {
        changes.push(MeetingChange::Day(Swap::of(&meeting.day, Some(day))));
        to.day = Some(day);
    }
    let mut changes = to_meeting(meeting, changes.into_iter().filter(MeetingChange::makes_change));
    changes.extend(closing::remember_day(view.group, &to));
    Deed::new(DeedKind::MeetingDay, changes)
}

/// The changes that record that the meeting did not go on.
#[must_use]
pub fn cancel(view: &MeetingView<'_>) -> Vec<Change> {
    closing::cancel(view.group, view.meeting, view.now)
}

/// The changes that keep what the agreements mean in notes that version 1 wrote.
#[must_use]
pub fn settle(view: &MeetingView<'_>) -> Vec<Change> {
    closing::settle(view.group, view.meeting, view.now)
}

/// The changes that agree the minutes.
#[must_use]
pub fn close(view: &MeetingView<'_>) -> Vec<Change> {
    closing::close(view.group, view.meeting, view.now)
}

/// The changes that open minutes again, those that were agreed for a reason that stays with them.
#[must_use]
pub fn reopen(view: &MeetingView<'_>, reason: Option<&str>) -> Vec<Change> {
    closing::reopen(view.group, view.meeting, view.now, reason)
}

/// The minutes an item gets, from 1 to [`MOST_MINUTES`].
#[must_use]
pub fn set_budget(view: &MeetingView<'_>, item: usize, minutes: u16) -> Deed {
    let from = view.meeting.item(item).map_or(0, |item| item.minutes);
    let change = MeetingChange::Budget(item, Swap { from, to: minutes });
    Deed::of_meeting(DeedKind::Budget, view.meeting, [change])
}

/// A topic of the list, counted from 0; the same once more takes it back.
#[must_use]
pub fn toggle_topic(view: &MeetingView<'_>, nr: usize) -> Deed {
    let title = view.content.themes().get(nr).map_or("", |theme| theme.title.as_str());
    let to = if view.meeting.topic == title { "" } else { title };
    Deed::new(DeedKind::Topic, set_text(view, MeetingText::Topic, to))
}

/// A day that was proposed for the next meeting.
#[must_use]
pub fn take_next_day(view: &MeetingView<'_>, day: NaiveDate) -> Deed {
    let words = view.words.long_date(day);
    Deed::new(DeedKind::NextDate, set_text(view, MeetingText::NextDate, &words))
}

fn set_text(view: &MeetingView<'_>, text: MeetingText, to: &str) -> Vec<Change> {
    text::change_in(view, TextRef::Meeting(text), to)
}
