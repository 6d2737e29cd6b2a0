//! Typing in a text of the dossier.

use chrono::NaiveDate;

use super::to_meeting;
use crate::domain::change::{Change, GroupChange, MeetingChange};
use crate::domain::day::Day;
use crate::domain::delta::{ListChange, Splice, Swap};
use crate::domain::rereading;
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
    let next = &view.group.next;
    let timed = match text {
        GroupText::NextDay => Some(has_time(&next.day.typed, &splice, today)),
        GroupText::NextTime => Some(false),
        _ => None,
    };
    let timed = timed
        .filter(|to| *to != next.time_in_day)
        .map(|to| Change::Group(GroupChange::TimeInDay(Swap { from: next.time_in_day, to })));
    let typed = Change::Group(GroupChange::Text(text, splice));
    turned.into_iter().chain(timed).chain([typed]).collect()
}

/// Whether a day that is edited has a time after it.
fn has_time(day: &str, splice: &Splice, today: NaiveDate) -> bool {
    let mut typed = day.to_owned();
    splice.apply(&mut typed).is_ok() && Day::new(typed, today).time().is_some()
}

fn of_meeting(view: &MeetingView<'_>, text: MeetingText, splice: Splice) -> Vec<Change> {
    let (from, to) = (view.meeting.next.on, Some(view.typed_on()));
    let turned = (text == MeetingText::NextDate && from != to)
        .then_some(MeetingChange::NextTypedOn(Swap { from, to }));
    let next = &view.meeting.next;
    let timed = match text {
        MeetingText::NextDate => Some(has_time(&next.date, &splice, view.typed_on())),
        MeetingText::NextTime => Some(false),
        _ => None,
    };
    let timed = timed
        .filter(|to| *to != next.time_in_day)
        .map(|to| MeetingChange::NextTimeInDay(Swap { from: next.time_in_day, to }));
    let read = match text {
        MeetingText::Note(nr) => readings(view, nr, &splice),
        _ => Vec::new(),
    };
    let typed = MeetingChange::Text(text, splice);
    to_meeting(view.meeting, turned.into_iter().chain(timed).chain([typed]).chain(read))
}

/// The changes of what the agreements of a note mean, when the note is edited.
fn readings(view: &MeetingView<'_>, nr: usize, splice: &Splice) -> Vec<MeetingChange> {
    let Some(item) = view.meeting.item(nr) else { return Vec::new() };
    let mut note = item.note.clone();
    if splice.apply(&mut note).is_err() {
        return Vec::new();
    }
    let (from, free) = (&item.readings, rereading::free_id(view.group, view.meeting));
    let to = rereading::reread(&note, from, view.group, view.typed_on(), free);
    // What is the same at both ends stays as it is.
    let same = from.iter().zip(&to).take_while(|(from, to)| from == to).count();
    let rest = from[same..].iter().rev().zip(to[same..].iter().rev());
    let tail = rest.take_while(|(from, to)| from == to).count();
    let (old, new) = (&from[same..from.len() - tail], &to[same..to.len() - tail]);
    let replaced = old.iter().zip(new).enumerate().map(|(at, (from, to))| {
        MeetingChange::Reading(nr, same + at, Box::new(Swap { from: from.clone(), to: to.clone() }))
    });
    let both = old.len().min(new.len());
    // From the last to the first, so that the places stay what they are.
    let gone = (both..old.len()).rev().map(|at| {
        let change = ListChange::Remove { at: same + at, item: old[at].clone() };
        MeetingChange::Readings(nr, Box::new(change))
    });
    let added = (both..new.len()).map(|at| {
        let change = ListChange::Insert { at: same + at, item: new[at].clone() };
        MeetingChange::Readings(nr, Box::new(change))
    });
    replaced.chain(gone).chain(added).collect()
}
