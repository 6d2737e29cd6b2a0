//! Going through the meeting, and the hour on the way.

use super::action::Row;
use super::{Focus, MeetingScreen};
use crate::deeds::{hour, meeting};
use crate::domain::agenda;
use crate::domain::change::Change;
use crate::domain::hour::{ClockReading, HourState, jump_between};
use crate::domain::meeting::Place;
use crate::screens::action::Action;
use crate::screens::page::cursor::next_row;
use crate::screens::screen::{Destination, Next, Response, Size};
use crate::session::Session;
use crate::session::effect::Effect;

impl MeetingScreen {
    /// Actions that depend on what has the focus.
    pub(super) fn act_with_focus(
        &mut self,
        session: &mut Session,
        size: Size,
        action: Action,
    ) -> Response {
        if session.meeting(self.id).is_some_and(|meeting| meeting.draft.is_some()) {
            return self.act_in_form(session, action).into();
        }
        match (self.focus, action) {
            (_, Action::ToItems | Action::Back) => self.go_to_items(session),
            (Focus::Note, Action::Complete) => self.complete_or_to_page(session).into(),
            (Focus::Note, Action::Backward) => self.go_to_page(session, true),
            (Focus::Items, _) => self.act_in_items(session, action).into(),
            (Focus::Page, _) => self.act_on_page(session, size, action),
            (Focus::Note, _) => Response::stay(),
        }
    }

    /// Goes to the next place, or the previous. A form that is open stays for later.
    pub(super) fn step(&mut self, session: &mut Session, forward: bool) -> Vec<Effect> {
        let mut effects = self.set_form_aside(session);
        let to = session.meeting(self.id).and_then(|it| agenda::beside(it, forward));
        effects.extend(to.map_or_else(Vec::new, |place| self.go(session, place)));
        effects
    }

    /// In closing, a page down goes a screen on and ends on the last row, and a page up goes back. Returns
    /// whether it went anywhere.
    pub(super) fn page_in_closing(&mut self, session: &Session, size: Size, forward: bool) -> bool {
        let closing = session
            .meeting(self.id)
            .is_some_and(|meeting| meeting.place == Place::Closing && meeting.draft.is_none());
        if !closing || self.focus != Focus::Page {
            return false;
        }
        let (rows, at) = (self.rows(), self.cursor.row());
        let screenful = usize::from(size.1.saturating_sub(4)).max(1);
        let aim = if forward { at.saturating_add(screenful) } else { at.saturating_sub(screenful) };
        let takes = |row: &usize| rows.get(*row).is_some_and(Row::takes_focus);
        let to = if forward {
            (at + 1..=aim.min(rows.len())).rev().find(takes)
        } else {
            (aim..at).find(takes)
        };
        let Some(to) = to.or_else(|| next_row(rows, at, forward)) else { return forward };
        self.cursor.go_to(to);
        true
    }

    /// Goes to a place.
    pub(super) fn go(&mut self, session: &mut Session, to: Place) -> Vec<Effect> {
        let changes = session.meeting_view(self.id).map(|view| hour::go(&view, to));
        let changes = changes.unwrap_or_default();
        if session.only_reads() {
            session.look_at(&changes);
            self.arrive_here(session);
            return Vec::new();
        }
        let effects = session.record_along(changes);
        self.jumped = false;
        self.arrive(to);
        effects.into_iter().chain([Effect::Save]).collect()
    }

    /// Goes to the item in whose note something was undone or done again, so that it is seen.
    pub(super) fn go_to_changed_note(
        &mut self,
        session: &mut Session,
        effects: &[Effect],
    ) -> Vec<Effect> {
        let note = effects.iter().find_map(|effect| match effect {
            Effect::Record(entry) => entry.changes.iter().find_map(Change::note),
            _ => None,
        });
        let here = session.meeting(self.id).map(|meeting| meeting.place);
        match note {
            Some((id, nr)) if id == self.id && here != Some(Place::Item(nr)) => {
                self.go(session, Place::Item(nr))
            }
            _ => Vec::new(),
        }
    }

    /// Begins the hour, at the first item.
    pub(super) fn start(&mut self, session: &mut Session) -> Vec<Effect> {
        let changes = session.meeting_view(self.id).map(|view| hour::start(&view));
        let effects = session.record_along(changes.unwrap_or_default());
        self.arrive_here(session);
        effects
    }

    pub(super) fn is_waiting(&self, session: &Session) -> bool {
        let view = session.meeting_view(self.id);
        view.is_some_and(|view| view.reading().state == HourState::Waiting)
    }

    pub(super) fn pause_or_go(&mut self, session: &mut Session) -> Vec<Effect> {
        if self.is_waiting(session) {
            return self.start(session);
        }
        let changes = session.meeting_view(self.id).map(|view| hour::pause_or_go(&view));
        session.record_along(changes.unwrap_or_default())
    }

    /// Takes a jump of the clock off the hour, or counts it again.
    pub(super) fn toggle_jump(&mut self, session: &mut Session) -> Vec<Effect> {
        self.jumped = true;
        match session.meeting_view(self.id).map(|view| hour::toggle_jump(&view)) {
            Some(deed) => session.record_deed(deed),
            None => Vec::new(),
        }
    }

    /// Time went on since `last`: a jump of the clock is kept and said; else it is written down now
    /// and then that the hour goes on.
    pub(super) fn let_time_pass(
        &mut self,
        session: &mut Session,
        last: ClockReading,
    ) -> Vec<Effect> {
        let Some(view) = session.meeting_view(self.id) else { return Vec::new() };
        if view.reading().state != HourState::Running {
            return Vec::new();
        }
        match jump_between(last, session.now) {
            Some(jump) => {
                let changes = hour::jump(view.meeting, jump);
                self.jumped = true;
                session.record_along(changes)
            }
            None if session.only_reads() => Vec::new(),
            None => session.still_here(),
        }
    }

    /// Goes to the group; a meeting in which nothing happened does not stay behind.
    pub(super) fn go_to_group(&mut self, session: &mut Session) -> Response {
        let view = session.meeting_view(self.id);
        let untouched = view.is_some_and(|view| {
            view.meeting.untouched(view.group, &view.content.structure(view.meeting.kind))
        });
        if untouched {
            return self.abandon(session);
        }
        Response::after(vec![Effect::Save], Destination::Overview)
    }

    /// Lets go of a meeting in which nothing was written down.
    pub(super) fn abandon(&mut self, session: &mut Session) -> Response {
        let view = session.meeting_view(self.id);
        let discarded = view.map(|view| meeting::discard(&view, view.meeting));
        let effects = session.record_along(discarded.unwrap_or_default());
        let effects = effects.into_iter().chain([Effect::Save]).collect();
        Response::after(effects, Destination::Overview)
    }

    /// To the list of items; from there to the menu.
    fn go_to_items(&mut self, session: &Session) -> Response {
        let was = self.focus;
        let here = session
            .meeting(self.id)
            .and_then(|meeting| agenda::places(meeting).iter().position(|it| *it == meeting.place));
        (self.focus, self.item_row) = (Focus::Items, here.unwrap_or(0));
        let next = (was == Focus::Items).then_some(Next::Do(Action::Menu));
        Response { next, ..Response::default() }
    }

    fn act_in_items(&mut self, session: &mut Session, action: Action) -> Vec<Effect> {
        let places = session.meeting(self.id).map(agenda::places).unwrap_or_default();
        let last = places.len().saturating_sub(1);
        let row = self.item_row.min(last);
        match action {
            Action::Up => self.item_row = row.saturating_sub(1),
            Action::Down => self.item_row = (row + 1).min(last),
            Action::ToNote => self.arrive_here(session),
            Action::Nth(nr) => {
                let item = Place::Item(usize::from(nr));
                if places.contains(&item) {
                    return self.go(session, item);
                }
                session.say(session.words.no_such_item());
            }
            Action::Press => {
                let chosen = places.get(row).copied();
                return chosen.map_or_else(Vec::new, |place| self.go(session, place));
            }
            _ => {}
        }
        Vec::new()
    }
}
