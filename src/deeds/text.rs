//! Typing in a text of the dossier.

use chrono::NaiveDate;

use super::to_meeting;
use crate::domain::change::{Change, GroupChange, MeetingChange};
use crate::domain::delta::{Splice, Swap};
use crate::domain::texts::{GroupText, MeetingText};
use crate::view::group_view::GroupView;
use crate::view::meeting_view::MeetingView;
use crate::view::text::TextRef;

/// The changes that make a text of the group another one; none when it is that text already. A text
/// that names a day also remembers that it was typed today.
#[must_use]
pub fn change(view: &GroupView<'_>, text: TextRef, to: &str) -> Vec<Change> {
    let Some(splice) = Splice::between(&text.read(view.group, None), to) else {
        return Vec::new();
    };
    match text {
        TextRef::Group(text) => of_group(view, text, view.today(), splice),
        TextRef::Confidence(text) => vec![Change::Group(GroupChange::Confide(text, splice))],
        TextRef::Meeting(_) => Vec::new(),
    }
}

/// The same for a text of a meeting, or one of the group that is typed in a meeting.
#[must_use]
pub fn change_in(view: &MeetingView<'_>, text: TextRef, to: &str) -> Vec<Change> {
    let Some(splice) = Splice::between(&text.read(view.group, Some(view.meeting)), to) else {
        return Vec::new();
    };
    match text {
        TextRef::Group(text) => of_group(view, text, view.typed_on(), splice),
        TextRef::Confidence(_) => change(view, text, to),
        TextRef::Meeting(text) => of_meeting(view, text, splice),
    }
}

fn of_group(
    view: &GroupView<'_>,
    text: GroupText,
    today: NaiveDate,
    splice: Splice,
) -> Vec<Change> {
    let typed_on = view.group.day(text).map(|day| day.on);
    let turned = typed_on
        .filter(|on| *on != today)
        .map(|from| Change::Group(GroupChange::TypedOn(text, Swap { from, to: today })));
    let typed = Change::Group(GroupChange::Text(text, splice));
    turned.into_iter().chain([typed]).collect()
}

fn of_meeting(view: &MeetingView<'_>, text: MeetingText, splice: Splice) -> Vec<Change> {
    let (from, to) = (view.meeting.next.on, Some(view.typed_on()));
    let turned = (text == MeetingText::NextDate && from != to)
        .then_some(MeetingChange::NextTypedOn(Swap { from, to }));
    let typed = MeetingChange::Text(text, splice);
    to_meeting(view.meeting, turned.into_iter().chain([typed]))
}
