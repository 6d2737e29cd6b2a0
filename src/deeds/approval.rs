//! What is said about the minutes of a meeting: the client finds them good, they may go to the group and
//! went, the group agreed them.

use chrono::NaiveDate;

use super::{Deed, cycle_optional};
use crate::domain::approval::{Approval, MayGo, MinutesState, ReadHow};
use crate::domain::change::GroupChange;
use crate::domain::delta::Swap;
use crate::domain::history::DeedKind;
use crate::domain::ids::MeetingId;
use crate::view::group_view::GroupView;

fn edit(view: &GroupView<'_>, id: MeetingId, edit: impl FnOnce(&mut Approval)) -> Deed {
    let from = view.group.held_meeting(id).and_then(|held| held.approval.clone());
    let change = from.map(|from| {
        let mut to = from.clone();
        edit(&mut to);
        GroupChange::Approval(id, Swap { from: Some(from), to: Some(to) })
    });
    Deed::of_group(DeedKind::Approval, change)
}

/// How the client came to find the minutes good, or not yet.
#[must_use]
pub fn turn_seen(view: &GroupView<'_>, id: MeetingId, forward: bool) -> Deed {
    edit(view, id, |approval| {
        approval.seen = cycle_optional(ReadHow::ALL, approval.seen, forward);
    })
}

/// Whether the minutes may go to the group.
#[must_use]
pub fn turn_may_go(view: &GroupView<'_>, id: MeetingId, forward: bool) -> Deed {
    edit(view, id, |approval| {
        approval.may_go = cycle_optional(MayGo::ALL, approval.may_go, forward);
    })
}

/// The minutes went to the group today, or did not.
#[must_use]
pub fn toggle_sent(view: &GroupView<'_>, id: MeetingId, today: NaiveDate) -> Deed {
    edit(view, id, |approval| {
        approval.sent = match approval.sent {
            Some(_) => None,
            None => Some(today),
        };
    })
}

/// What to ask before it is said that minutes went to the group, or that they did not: the client has not
/// said that they may, or the day on which they went would be forgotten.
#[must_use]
pub fn asks_before_sent(view: &GroupView<'_>, id: MeetingId, today: NaiveDate) -> Option<String> {
    let approval = view.group.held_meeting(id)?.approval.as_ref()?;
    if let Some(day) = approval.sent {
        return (day != today).then(|| view.words.forgets_sent(day));
    }
    let may = approval.may_go == Some(MayGo::Yes);
    (!may).then(|| view.words.sent_unasked(&view.client()))
}

/// The group agrees the minutes, on a day.
#[must_use]
pub fn set(view: &GroupView<'_>, id: MeetingId, on: NaiveDate) -> Deed {
    edit(view, id, |approval| approval.set = Some(on))
}

/// What to ask before minutes are agreed: the client has not found them good or does not want them to go
/// to the group, or the group has not got them. In the meeting after it they may have been read there.
#[must_use]
pub fn asks_before_setting(view: &GroupView<'_>, id: MeetingId, in_next: bool) -> Option<String> {
    let held = view.group.held_meeting(id)?;
    let approval = held.approval.as_ref()?;
    if held.minutes_state() == MinutesState::Concept {
        return Some(view.words.set_unseen(&view.client()));
    }
    if approval.may_go.is_some_and(|may| may != MayGo::Yes) {
        return Some(view.words.set_not_wanted(&view.client()));
    }
    (approval.sent.is_none() && !in_next).then(|| view.words.set_unsent())
}
