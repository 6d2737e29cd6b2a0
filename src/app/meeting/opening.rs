//! Opening a meeting: where it was, or new, with everything filled from last time.

use chrono::NaiveDate;

use super::{read_only, say_jump};
use crate::app::message::{Effect, Then};
use crate::app::model::{Model, Screen};
use crate::domain::closing;
use crate::domain::hour::{HourState, jump_over_restart};
use crate::domain::ids::MeetingId;
use crate::domain::meeting::{Meeting, Place};
use crate::domain::structure::MeetingKind;
use crate::screens::meeting::{MeetingScreen, matter, moves, room};
use crate::screens::overview;

/// Goes into the group's meeting: the one that is not finished, else a new one.
pub fn meet(model: &mut Model) -> Vec<Effect> {
    let Some(group) = model.group() else { return Vec::new() };
    if let Some(id) = group.unfinished().map(|held| held.id) {
        return open(model, id);
    }
    let kind = overview::expected(group);
    begin(model, kind)
}

/// Opens a meeting that is not finished, where it was. One in which nothing happened, on another
/// day, makes way for a new one.
pub fn open(model: &mut Model, id: MeetingId) -> Vec<Effect> {
    let Some(meeting) = model.meeting_with(id) else {
        return vec![Effect::ReadMeeting(id, Then::Meet)];
    };
    let untouched = model.group().is_some_and(|group| meeting.untouched(group));
    let stale = untouched && !meeting.afterwards && id.date != model.today();
    if stale && !read_only(model) {
        let kind = meeting.kind;
        let discarded = model.group().map(|group| closing::discard(group, meeting));
        let mut effects = model.along(discarded.unwrap_or_default());
        effects.extend(begin(model, kind));
        return effects;
    }
    let place = meeting.place;
    model.screen = Screen::Meeting(Box::new(MeetingScreen::new(id, place)));
    let mut effects = note_absence(model);
    effects.extend(read_previous(model));
    effects
}

/// Begins a meeting of a kind, with everything filled from last time.
pub fn begin(model: &mut Model, kind: MeetingKind) -> Vec<Effect> {
    prepare(model, kind, model.today(), false)
}

/// Writes down a meeting that was held on a day without a computer: there is no clock.
pub fn write_down(model: &mut Model, kind: MeetingKind, day: NaiveDate) -> Vec<Effect> {
    prepare(model, kind, day, true)
}

fn prepare(model: &mut Model, kind: MeetingKind, day: NaiveDate, afterwards: bool) -> Vec<Effect> {
    let structure = model.content.structure(kind);
    let Some(group) = model.group() else { return Vec::new() };
    let id = group.meeting_id(day);
    let meeting = Meeting { afterwards, ..Meeting::prepare(group, id, &structure) };
    let begun = closing::begin(group, meeting);
    let mut effects = model.along(begun);
    if model.meeting_with(id).is_some() {
        model.screen = Screen::Meeting(Box::new(MeetingScreen::new(id, Place::Attendance)));
        effects.extend(read_previous(model));
    }
    effects
}

/// A meeting was read from its file.
pub fn loaded(model: &mut Model, meeting: Meeting, then: Then) -> Vec<Effect> {
    let (id, place) = (meeting.id, meeting.place);
    if then == Then::Keep {
        if let Screen::Meeting(screen) = &mut model.screen {
            screen.previous = meeting.minutes;
        }
        return Vec::new();
    }
    if let Some(open) = &mut model.open {
        open.dossier.meetings.entry(id).or_insert(meeting);
    }
    if then == Then::Meet {
        return open(model, id);
    }
    let mut screen = MeetingScreen::new(id, place);
    screen.open.alone = true;
    model.screen = Screen::Meeting(Box::new(screen));
    read_previous(model)
}

/// Asks for the minutes of the meeting before this one.
pub(super) fn read_previous(model: &mut Model) -> Vec<Effect> {
    let before = room(model).and_then(|room| matter::meeting_before(&room));
    let Some(id) = before else { return Vec::new() };
    let at_hand = model.meeting_with(id).and_then(|meeting| meeting.minutes.clone());
    match (at_hand, &mut model.screen) {
        (Some(minutes), Screen::Meeting(screen)) => {
            screen.previous = Some(minutes);
            Vec::new()
        }
        _ => vec![Effect::ReadMeeting(id, Then::Keep)],
    }
}

/// The hour went on while kring was not running: it counts, it is said, and it can be taken off.
fn note_absence(model: &mut Model) -> Vec<Effect> {
    let now = model.now.wall;
    let last = model.open.as_ref().and_then(|open| open.last_moment);
    let Some(room) = room(model) else { return Vec::new() };
    let Some(jump) = last
        .filter(|_| room.reading().state == HourState::Running)
        .and_then(|last| jump_over_restart(last, now))
    else {
        return Vec::new();
    };
    let changes = moves::jump(room.meeting, jump);
    say_jump(model);
    model.along(changes)
}
