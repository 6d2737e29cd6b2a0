//! Opening a meeting: where it was, or new, with everything filled from last time.

use chrono::NaiveDate;

use super::MeetingScreen;
use crate::deeds::{attendance, hour, meeting};
use crate::domain::hour::{HourState, jump_over_restart};
use crate::domain::ids::MeetingId;
use crate::domain::meeting::Place;
use crate::domain::structure::MeetingKind;
use crate::session::Session;
use crate::session::effect::{Effect, Then};

/// A screen that opens, when it can open at once, and what has to be done outside.
pub(super) type Opening = (Option<MeetingScreen>, Vec<Effect>);

impl MeetingScreen {
    /// A meeting that is not finished, where it was. What was prepared for it is kept, whatever the
    /// day; who joined the group since is expected too.
    pub fn open(session: &mut Session, id: MeetingId) -> Opening {
        let Some(view) = session.meeting_view(id) else {
            return (None, vec![Effect::ReadMeeting(id, Then::Meet)]);
        };
        let place = view.meeting.place;
        let finished = view.meeting.finished();
        let mut changes = attendance::expect_new_members(&view);
        changes.extend(meeting::settle(&view));
        if !finished {
            session.forget_onlookers();
        }
        let mut effects =
            if session.may_write() { session.record_along(changes) } else { Vec::new() };
        let mut screen = Self::new(id, place);
        effects.extend(screen.note_absence(session));
        effects.extend(ask_for_previous(session, id));
        (Some(screen), effects)
    }

    /// A new meeting of a kind, today.
    pub fn begin(session: &mut Session, kind: MeetingKind) -> Opening {
        Self::prepare(session, kind, session.today(), false)
    }

    /// A meeting that was held on a day without a computer, to be written down.
    pub fn write_down(session: &mut Session, kind: MeetingKind, day: NaiveDate) -> Opening {
        Self::prepare(session, kind, day, true)
    }

    fn prepare(
        session: &mut Session,
        kind: MeetingKind,
        day: NaiveDate,
        afterwards: bool,
    ) -> Opening {
        let Some(view) = session.group_view() else { return (None, Vec::new()) };
        let (id, changes) = meeting::begin(&view, kind, day, afterwards);
        let mut effects = session.record_along(changes);
        if session.meeting(id).is_none() {
            return (None, effects);
        }
        session.forget_onlookers();
        effects.extend(ask_for_previous(session, id));
        (Some(Self::new(id, Place::Attendance)), effects)
    }

    /// A meeting that was held, to look at.
    #[must_use]
    pub fn look(session: &Session, id: MeetingId) -> Opening {
        let Some(meeting) = session.meeting(id) else { return (None, Vec::new()) };
        let mut screen = Self::new(id, meeting.place);
        screen.unfolded.alone = true;
        (Some(screen), ask_for_previous(session, id))
    }

    /// The hour went on while kring was not running: it counts, it is said, and it can be taken off.
    fn note_absence(&mut self, session: &mut Session) -> Vec<Effect> {
        let now = session.now.wall;
        let last = session.open.as_ref().and_then(|open| open.last_moment);
        let Some(view) = session.meeting_view(self.id) else { return Vec::new() };
        let running = view.reading().state == HourState::Running;
        let jump = last.filter(|_| running).and_then(|last| jump_over_restart(last, now));
        let Some(jump) = jump else { return Vec::new() };
        let changes = hour::jump(view.meeting, jump);
        self.jumped = true;
        session.record_along(changes)
    }
}

/// Asks for the minutes of the meeting before, when they were not read yet.
fn ask_for_previous(session: &Session, id: MeetingId) -> Vec<Effect> {
    let Some(open) = &session.open else { return Vec::new() };
    let before = open.meeting_before(id).filter(|_| open.minutes_before(id).is_none());
    before.map(|before| Effect::ReadMeeting(before, Then::KeepMinutes)).into_iter().collect()
}
