//! A meeting as a whole: begun, written down afterwards, let go, closed, opened again; and what is
//! settled in it besides its notes.

use chrono::NaiveDate;

use super::{Deed, text, to_meeting};
use crate::domain::change::{Change, MeetingChange};
use crate::domain::closing;
use crate::domain::delta::Swap;
use crate::domain::history::DeedKind;
use crate::domain::ids::MeetingId;
use crate::domain::meeting::{AfterTalk, Meeting};
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
    let meeting = Meeting { afterwards, ..Meeting::prepare(view.group, id, &structure) };
    (id, closing::begin(view.group, meeting))
}

/// The changes that let go of a meeting in which nothing was written down.
#[must_use]
pub fn discard(view: &GroupView<'_>, meeting: &Meeting) -> Vec<Change> {
    closing::discard(view.group, meeting)
}

/// The changes that agree the minutes.
#[must_use]
pub fn close(view: &MeetingView<'_>) -> Vec<Change> {
    closing::close(view.group, view.meeting, view.now)
}

/// The changes that open agreed minutes again, for a reason that stays with them.
#[must_use]
pub fn reopen(view: &MeetingView<'_>, reason: &str) -> Vec<Change> {
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

/// Whether the client has read the minutes.
#[must_use]
pub fn toggle_read_by_client(view: &MeetingView<'_>) -> Deed {
    let after = &view.meeting.after;
    let to = AfterTalk { read_by_client: !after.read_by_client };
    let change = MeetingChange::After(Swap::of(after, to));
    Deed::new(DeedKind::AfterTalk, to_meeting(view.meeting, [change]))
}

fn set_text(view: &MeetingView<'_>, text: MeetingText, to: &str) -> Vec<Change> {
    text::change(view, Some(view.meeting), TextRef::Meeting(text), to)
}
