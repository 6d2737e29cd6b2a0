//! Beginning, discarding, closing and reopening a meeting, each as a list of changes.
//!
//! On closing, the agreements in the notes become records and the minutes are agreed. Agreed
//! minutes can be opened again, with a reason that is kept.

use chrono::TimeDelta;

use super::agreement::Agreement;
use super::arrangements::Planned;
use super::change::{Change, GroupChange, MeetingChange};
use super::delta::{ListChange, Swap};
use super::drafting::{next_meeting, planned_in};
use super::group::Group;
use super::held::{Course, HeldMeeting};
use super::hour::{HourEvent, HourState, Moment, Reading};
use super::ids::{AgreementId, MeetingId};
use super::meeting::{Meeting, Place, Reopening, Stage};
use super::minutes::Minutes;
use super::rereading::{FoundAgreement, agreements, free_id, of_version_1};
use super::structure::{ItemKind, MeetingKind};

/// What makes the check-in discussed, and proposes it of other items.
pub const A_MINUTE: TimeDelta = TimeDelta::minutes(1);

/// The changes that close a meeting at `now`.
#[must_use]
pub fn close(group: &Group, meeting: &Meeting, now: Moment) -> Vec<Change> {
    let mut closed = meeting.clone();
    let mut changes = Vec::new();
    let state = meeting.reading(now).state;
    if matches!(state, HourState::Running | HourState::Paused) {
        let event = HourEvent::Ended(now);
        changes
            .push(to_meeting(meeting, MeetingChange::Hour(ListChange::push(&meeting.hour, event))));
        closed.hour.push(event);
    }
    let reading = meeting.reading(now);
    let by_the_clock =
        |nr: &usize| !meeting.discussed(*nr) && checked_in_by_the_clock(meeting, &reading, *nr);
    for nr in (0..meeting.items.len()).filter(by_the_clock) {
        closed.items[nr].discussed = true;
        let change = MeetingChange::Discussed(nr, Swap { from: false, to: true });
        changes.push(to_meeting(meeting, change));
    }
    changes.extend(record_agreements(group, meeting).into_iter().map(Change::Group));
    changes.extend(plan_next(group, meeting));
    changes.extend(update_held(group, &closed, true));
    let minutes = Some(Box::new(Minutes::draw_up(group, &closed, now.date_naive())));
    if meeting.minutes.is_some() && meeting.minutes != minutes {
        changes.extend(changed(group, meeting.id, now));
    }
    changes.push(to_meeting(meeting, MeetingChange::Minutes(Swap::of(&meeting.minutes, minutes))));
    let after = Swap::of(&meeting.place, Place::AfterTalk);
    changes.push(to_meeting(meeting, MeetingChange::Place(after)));
    let finished = Swap::of(&meeting.stage, Stage::Finished(now));
    changes.push(to_meeting(meeting, MeetingChange::Stage(finished)));
    changes
}

/// Whether an item, by its index from 0, is a check-in at which the hour stood for a minute: then it was
/// held, also when nothing of it was written or ticked.
#[must_use]
pub fn checked_in_by_the_clock(meeting: &Meeting, reading: &Reading, nr: usize) -> bool {
    let kind = meeting.item(nr).map(|item| item.kind);
    matches!(kind, Some(ItemKind::CheckIn | ItemKind::Welcome)) && reading.spent_on(nr) >= A_MINUTE
}

/// The items, by index from 0, that got a minute of the hour and of which nothing was written, answered,
/// changed or ticked: perhaps they were discussed, which somebody has to say. Without a clock that may be
/// so of all.
#[must_use]
pub fn with_time_only(meeting: &Meeting, reading: &Reading) -> Vec<usize> {
    let got_time = |nr: &usize| meeting.afterwards || reading.spent_on(*nr) >= A_MINUTE;
    (0..meeting.items.len())
        .filter(|nr| !meeting.discussed(*nr) && got_time(nr))
        .filter(|nr| !checked_in_by_the_clock(meeting, reading, *nr))
        .collect()
}

/// The changes that record that a meeting did not go on.
#[must_use]
pub fn cancel(group: &Group, meeting: &Meeting, now: Moment) -> Vec<Change> {
    let day = meeting.day().unwrap_or(now.date_naive());
    let changes = [
        MeetingChange::Day(Swap::of(&meeting.day, Some(day))),
        MeetingChange::Cancelled(Swap::of(&meeting.cancelled, true)),
        MeetingChange::Place(Swap::of(&meeting.place, Place::AfterTalk)),
        MeetingChange::Stage(Swap::of(&meeting.stage, Stage::Finished(now))),
    ];
    let mut changes: Vec<Change> =
        changes.into_iter().map(|change| to_meeting(meeting, change)).collect();
    let gone = Meeting { day: Some(day), cancelled: true, ..meeting.clone() };
    changes.extend(update_held(group, &gone, true));
    let used_up = group.appointment().is_some_and(|next| next.date <= day);
    let next = Change::Group(GroupChange::Next(Swap::of(&group.next, Planned::default())));
    changes.extend(used_up.then_some(next));
    changes
}

/// Sets the next meeting as it was agreed. Only the latest meeting of the group does so.
fn plan_next(group: &Group, meeting: &Meeting) -> Option<Change> {
    if !group.is_latest(meeting.id) {
        return None;
    }
    if meeting.kind == MeetingKind::Handover && group.future.goes_on == Some(false) {
        let none = Swap::of(&group.next, Planned::default());
        return (none.from != none.to).then_some(Change::Group(GroupChange::Next(none)));
    }
    let next = next_meeting(meeting);
    // On closing again: the appointment may have been moved since, so only a different one is set.
    if meeting.minutes.as_ref().is_some_and(|agreed| agreed.next == next) {
        return None;
    }
    // The planned meeting was this one, and no other was agreed.
    let day = meeting.day().unwrap_or(meeting.id.date);
    let used_up = group.appointment().is_some_and(|next| next.date <= day);
    let planned = match next {
        Some(_) => planned_in(meeting),
        None if used_up => Planned::default(),
        None => return None,
    };
    Some(Change::Group(GroupChange::Next(Swap::of(&group.next, planned))))
}

/// The change that says of minutes that their words are others now.
fn changed(group: &Group, id: MeetingId, now: Moment) -> Option<Change> {
    let from = group.held_meeting(id)?.approval.clone()?;
    let to = from.after_change(now.date_naive());
    let swap = Swap { from: Some(from), to: Some(to) };
    (swap.from != swap.to).then_some(Change::Group(GroupChange::Approval(id, swap)))
}

/// The change by which the group knows who was there in a closed meeting, when that is known better.
#[must_use]
pub fn who_was_there(group: &Group, meeting: &Meeting) -> Option<Change> {
    update_held(group, meeting, true).filter(|change| match change {
        Change::Group(GroupChange::MeetingHeld(swap)) => swap.from != swap.to,
        _ => true,
    })
}

/// The changes that open the minutes again. With a `reason`, for minutes that were agreed, it stays with
/// them, and so does what they were.
#[must_use]
pub fn reopen(group: &Group, meeting: &Meeting, now: Moment, reason: Option<&str>) -> Vec<Change> {
    let reopening = reason.map(|reason| {
        let (reason, was) = (reason.to_owned(), meeting.minutes.clone());
        MeetingChange::Reopened(ListChange::push(
            &meeting.reopened,
            Reopening { at: now, reason, was },
        ))
    });
    let opened = [
        MeetingChange::Stage(Swap::of(&meeting.stage, Stage::Underway)),
        MeetingChange::Place(Swap::of(&meeting.place, Place::Item(0))),
    ];
    let mut changes = reopening
        .into_iter()
        .chain(opened)
        .map(|change| to_meeting(meeting, change))
        .collect::<Vec<_>>();
    changes.extend(update_held(group, meeting, false));
    changes.extend(settle(group, meeting, now));
    changes
}

/// The changes that keep what the agreements mean in notes that version 1 wrote.
#[must_use]
pub fn settle(group: &Group, meeting: &Meeting, now: Moment) -> Vec<Change> {
    let read = of_version_1(group, meeting, meeting.day().unwrap_or(now.date_naive()));
    let items = meeting.items.iter().zip(read).enumerate();
    items
        .filter(|(_, (item, _))| item.readings.is_empty())
        .flat_map(|(nr, (_, read))| {
            let inserts = read.into_iter().enumerate();
            inserts.map(move |(at, item)| {
                MeetingChange::Readings(nr, Box::new(ListChange::Insert { at, item }))
            })
        })
        .map(|change| to_meeting(meeting, change))
        .collect()
}

/// The changes that add a prepared meeting.
#[must_use]
pub fn begin(group: &Group, meeting: Meeting) -> Vec<Change> {
    let item = dated(&HeldMeeting::prepared(meeting.id, meeting.kind), &meeting);
    let remembered = ListChange::push(&group.meetings, item);
    vec![Change::Begin(Box::new(meeting)), Change::Group(GroupChange::Meetings(remembered))]
}

/// The changes that remove a meeting in which nothing happened.
#[must_use]
pub fn discard(group: &Group, meeting: &Meeting) -> Vec<Change> {
    let place = group.meetings.iter().position(|held| held.id == meeting.id);
    let forgotten = place.and_then(|at| {
        let item = group.meetings.get(at)?.clone();
        Some(Change::Group(GroupChange::Meetings(ListChange::Remove { at, item })))
    });
    let mut changes = vec![Change::Discard(Box::new(meeting.clone()))];
    changes.extend(forgotten);
    changes
}

fn to_meeting(meeting: &Meeting, change: MeetingChange) -> Change {
    Change::Meeting(meeting.id, change)
}

/// The change by which the group knows the day of a meeting, once it has one.
#[must_use]
pub fn remember_day(group: &Group, meeting: &Meeting) -> Option<Change> {
    let from = group.held_meeting(meeting.id)?;
    let to = dated(from, meeting);
    let swap = Swap { from: from.clone(), to };
    (swap.from != swap.to).then_some(Change::Group(GroupChange::MeetingHeld(Box::new(swap))))
}

fn dated(held: &HeldMeeting, meeting: &Meeting) -> HeldMeeting {
    let (day, start) = (meeting.day(), meeting.began());
    let course = match day {
        _ if meeting.cancelled => Course::Cancelled,
        None => Course::Prepared,
        Some(_) => Course::Begun,
    };
    HeldMeeting { course, day, start, ..held.clone() }
}

fn update_held(group: &Group, meeting: &Meeting, finished: bool) -> Option<Change> {
    let from = group.held_meeting(meeting.id)?;
    let clinician = group.roles.clinician.is_some_and(|id| meeting.present(id));
    let items = meeting.items.iter().enumerate();
    let spoken = items.filter(|(nr, _)| meeting.discussed(*nr)).map(|(_, item)| item.kind);
    let to = HeldMeeting {
        finished,
        clinician,
        discussed: spoken.collect(),
        lasted: lasted(meeting),
        ..dated(from, meeting)
    };
    Some(Change::Group(GroupChange::MeetingHeld(Box::new(Swap { from: from.clone(), to }))))
}

/// How many minutes the meeting took by the clock; `None` if the hour has not ended.
fn lasted(meeting: &Meeting) -> Option<u16> {
    let ended = meeting.hour.iter().rev().find_map(|event| match event {
        HourEvent::Ended(at) => Some(*at),
        _ => None,
    })?;
    u16::try_from(meeting.reading(ended).elapsed.num_minutes()).ok()
}

/// Turns the agreements in the notes into records. A meeting that was reopened keeps the records it
/// made before: text, people, date and goal follow the notes, the answers since then stay.
fn record_agreements(group: &Group, meeting: &Meeting) -> Vec<GroupChange> {
    let day = meeting.day().unwrap_or(meeting.id.date);
    let found: Vec<FoundAgreement> =
        meeting.items.iter().flat_map(|item| agreements(item, group, day)).collect();
    let mut earlier: Vec<&Agreement> =
        group.agreements.iter().filter(|one| one.made == meeting.id).collect();
    let matched = match_records(&found, &mut earlier);
    let mut free = free_id(group, meeting);
    let mut end = group.agreements.len();
    let mut changes = Vec::new();
    for (found, record) in found.iter().zip(matched) {
        let understood = &found.understood;
        if let Some(record) = record {
            let read = understood.as_agreement(record.id, record.made, record.answers.clone());
            let to = Agreement { closed: record.closed, ..read };
            if to != *record {
                changes.push(GroupChange::Agreement(Swap { from: record.clone(), to }));
            }
        } else {
            // Another meeting that was open meanwhile may have given the same id.
            let own = found.id.filter(|id| group.agreement(*id).is_none());
            let id = own.unwrap_or(free);
            let item = understood.as_agreement(id, meeting.id, Vec::new());
            changes.push(GroupChange::Agreements(ListChange::Insert { at: end, item }));
            free = AgreementId(free.0 + u32::from(own.is_none()));
            end += 1;
        }
    }
    changes.extend(remove_unmatched(group, &earlier));
    changes
}

/// Pairs each agreement found with an earlier record: the one with its id, in notes of version 1 one
/// with the same text, else the next in order. What is left in `earlier` has no line in the notes any
/// more.
fn match_records<'a>(
    found: &[FoundAgreement],
    earlier: &mut Vec<&'a Agreement>,
) -> Vec<Option<&'a Agreement>> {
    let mut matched: Vec<Option<&Agreement>> = found
        .iter()
        .map(|found| {
            let same = earlier.iter().position(|record| match found.id {
                Some(id) => record.id == id,
                None => record.text == found.understood.what,
            })?;
            Some(earlier.remove(same))
        })
        .collect();
    let unread = found.iter().map(|found| found.id.is_none());
    let slots = matched.iter_mut().zip(unread).filter(|(slot, unread)| slot.is_none() && *unread);
    for (slot, _) in slots {
        if !earlier.is_empty() {
            *slot = Some(earlier.remove(0));
        }
    }
    matched
}

/// Removes the records without a line in the notes, unless a meeting has answered them.
fn remove_unmatched(group: &Group, records: &[&Agreement]) -> Vec<GroupChange> {
    let mut places: Vec<usize> = records
        .iter()
        .filter(|record| record.answers.is_empty())
        .filter_map(|record| group.agreements.iter().position(|one| one.id == record.id))
        .collect();
    // The changes are applied one by one: from the last to the first, so that indices stay valid.
    places.sort_unstable_by(|a, b| b.cmp(a));
    places
        .into_iter()
        .filter_map(|at| Some((at, group.agreements.get(at)?.clone())))
        .map(|(at, item)| GroupChange::Agreements(ListChange::Remove { at, item }))
        .collect()
}
