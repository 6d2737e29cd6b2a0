//! A meeting, while it is held and afterwards: the list of items at the left; at the right the note of
//! the item and the page that belongs to it.

pub mod action;
mod after_talk;
mod attendance;
pub mod body;
mod closing;
mod form_actions;
mod form_page;
mod hour;
mod item_page;
pub mod keys;
mod minutes;
mod note;
mod note_actions;
mod opening;
mod page_actions;
mod place_actions;
mod sidebar;

use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent};

use self::action::{MeetingAction, Row};
use super::action::Action;
use super::keys::Layer;
use super::keys::everywhere::LETTERS;
use super::page::cursor::{Editing, RowCursor};
use super::page::keys::{ROWS, layers_of};
use super::page::row::Control;
use super::screen::{Destination, Response, Screen, Size};
use crate::domain::agenda;
use crate::domain::history::DeedKind;
use crate::domain::hour::{ClockReading, HourState};
use crate::domain::ids::{MeetingId, PersonId};
use crate::domain::meeting::{Meeting, Place};
use crate::domain::texts::MeetingText;
use crate::session::Session;
use crate::session::effect::Effect;
use crate::theme::Theme;
use crate::view::meeting_view::{MeetingView, last_jump};
use crate::view::text::TextRef;
use crate::widgets::canvas::Canvas;
use crate::widgets::editor::LineMode;

/// What has the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The note of the item.
    Note,
    /// The page of the item; at closing and afterwards there is nothing else.
    Page,
    /// The list of items.
    Items,
}

/// What is opened of a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unfolded {
    /// The part of the signalling plan, counted from 0.
    pub level: Option<usize>,
    /// The agreements that are not due yet.
    pub going: bool,
    /// What client and coordinator do afterwards: not before the others have gone.
    pub alone: bool,
}

/// The state of the screen that is not in the dossier.
#[derive(Debug)]
pub struct MeetingScreen {
    pub id: MeetingId,
    pub focus: Focus,
    /// The selected row of the list of items, counted from 0.
    pub item_row: usize,
    pub unfolded: Unfolded,
    /// Whether somebody was asked if the meeting may close although something is missing.
    pub asked: bool,
    /// The first row of the note that is in sight.
    pub note_top: usize,
    /// Whether a jump of the clock was just seen.
    pub jumped: bool,
    /// The rows of the page. Made by `refocus` after everything that changes them, and read until then.
    rows: Vec<Row>,
    /// The selected row of the page.
    pub cursor: RowCursor<MeetingAction>,
}

impl MeetingScreen {
    /// The screen of a meeting, at the place where the meeting is.
    #[must_use]
    pub fn new(id: MeetingId, place: Place) -> Self {
        let mut screen = Self {
            id,
            focus: Focus::Page,
            item_row: 0,
            unfolded: Unfolded::default(),
            asked: false,
            note_top: 0,
            jumped: false,
            rows: Vec::new(),
            cursor: RowCursor::default(),
        };
        screen.arrive(place);
        screen
    }

    /// The text that has the focus.
    #[must_use]
    pub fn editing(&self) -> Option<&Editing> {
        self.cursor.editing()
    }

    /// The rows of the page.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Puts the focus where a person who arrives at a place expects it: in the note of an item.
    fn arrive(&mut self, place: Place) {
        self.focus = if matches!(place, Place::Item(_)) { Focus::Note } else { Focus::Page };
        self.cursor.go_to(usize::MAX);
        self.unfolded = Unfolded::default();
        self.asked = false;
        self.note_top = 0;
        self.item_row = agenda::row_of(place);
    }

    /// Puts the focus where the meeting is.
    fn arrive_here(&mut self, session: &Session) {
        if let Some(meeting) = session.meeting(self.id) {
            self.arrive(meeting.place);
        }
    }

    /// The person whose row is selected.
    fn person(&self) -> Option<PersonId> {
        match self.rows.get(self.cursor.row())?.control {
            Control::Press(MeetingAction::Presence(person)) => Some(person),
            _ => None,
        }
    }

    /// The text that ought to have the focus.
    fn wanted_text(
        &self,
        view: &MeetingView<'_>,
        row: Option<&Row>,
    ) -> Option<(TextRef, LineMode)> {
        if let Some(draft) = &view.meeting.draft {
            return Some((TextRef::Meeting(MeetingText::Draft(draft.at)), LineMode::One));
        }
        match (self.focus, view.meeting.place) {
            (Focus::Note, Place::Item(nr)) if !view.meeting.finished() => {
                Some((TextRef::Meeting(MeetingText::Note(nr)), LineMode::Many))
            }
            (Focus::Page, _) => match row?.control {
                Control::Field(text, lines) => Some((text, lines)),
                _ => None,
            },
            _ => None,
        }
    }
}

/// The row the focus begins on. Adding somebody is not what a page begins with: on the first page
/// Enter begins the hour, in a group without people too.
fn first_row(rows: &[Row]) -> usize {
    let begins =
        |row: &Row| row.takes_focus() && row.control != Control::Press(MeetingAction::AddPerson);
    rows.iter().position(begins).unwrap_or(0)
}

impl Screen for MeetingScreen {
    fn layers(&self, session: &Session) -> Vec<&'static Layer> {
        let Some(meeting) = session.meeting(self.id) else { return Vec::new() };
        if meeting.draft.is_some() {
            return vec![&keys::FORM];
        }
        let top = match self.focus {
            Focus::Note => vec![&keys::NOTE],
            Focus::Page => layers_of(&self.cursor),
            Focus::Items => vec![&keys::ITEMS],
        };
        let types = top.iter().any(|layer| layer.types);
        let attending = meeting.place == Place::Attendance && !meeting.finished();
        let mut layers: Vec<&'static Layer> = Vec::new();
        if attending && top.contains(&&ROWS) {
            let waiting = meeting.reading(session.now.wall).state == HourState::Waiting;
            if waiting && !self.cursor.on_button() {
                layers.push(&keys::START);
            }
            layers.push(&keys::ATTENDANCE);
        }
        layers.extend(top);
        if self.focus == Focus::Page {
            layers.push(&keys::LEAVE_TO_ITEMS);
        }
        layers.push(&keys::MEETING);
        // On the page of an item a letter is meant for the note.
        if !types && !self.types_anyway(session) {
            layers.extend([&keys::MEETING_LETTERS, &LETTERS]);
        }
        layers
    }

    fn explains(&self, session: &Session) -> &'static str {
        let words = session.words;
        let Some(meeting) = session.meeting(self.id) else { return "" };
        if meeting.draft.is_some() {
            return words.help_form();
        }
        match meeting.place {
            Place::Attendance => words.help_attendance(),
            Place::Item(_) => words.help_item(),
            Place::Closing => words.help_closing(),
            Place::AfterTalk => words.help_after_talk(),
        }
    }

    fn layers_nearby(&self, _session: &Session) -> Vec<&'static Layer> {
        vec![&keys::MEETING_LETTERS, &LETTERS]
    }

    fn why_not(&self, session: &Session, action: Action) -> Option<&'static str> {
        let meeting = session.meeting(self.id)?;
        self.why_not_in(session, meeting, action)
    }

    fn act(&mut self, session: &mut Session, size: Size, action: Action) -> Response {
        match action {
            Action::NextItem | Action::PreviousItem
                if self.page_in_closing(session, size, action == Action::NextItem) =>
            {
                Response::stay()
            }
            Action::NextItem => self.step(session, true).into(),
            Action::PreviousItem => self.step(session, false).into(),
            Action::ToAttendance => self.go(session, Place::Attendance).into(),
            Action::ToClosing => self.go(session, Place::Closing).into(),
            Action::StartHour => self.start(session).into(),
            Action::PauseOrGo => self.pause_or_go(session).into(),
            Action::TurnJump => self.toggle_jump(session).into(),
            Action::BigClock => Response::go(Destination::HourClock(self.id)),
            Action::ReadPrompts => self.read_prompts(session),
            Action::ReadPrevious => self.read_previous(session),
            Action::ToGroup => self.go_to_group(session),
            Action::Abandon => self.abandon(session),
            Action::MakeAgreement
            | Action::MakeDecision
            | Action::ChangeBudget
            | Action::AddPerson
            | Action::Arrival
            | Action::Departure
            | Action::RenamePerson => self.open_form_of(session, action).into(),
            _ => self.act_with_focus(session, size, action),
        }
    }

    fn typed(&mut self, session: &mut Session, size: Size, key: KeyEvent) -> Vec<Effect> {
        self.go_to_note(session);
        if let KeyCode::Char(_) = key.code {
            self.replace_proposal(session);
        }
        let width = self.text_width(size);
        self.cursor.edit_text(session, Some(self.id), DeedKind::Typing, |editing| {
            editing.editor.key(key, width);
        })
    }

    fn paste(&mut self, session: &mut Session, text: &str) -> Vec<Effect> {
        self.go_to_note(session);
        self.replace_proposal(session);
        self.cursor.paste_text(session, Some(self.id), text)
    }

    fn tick(&mut self, session: &mut Session, last: ClockReading) -> Vec<Effect> {
        self.let_time_pass(session, last)
    }

    fn until_tick(&self, session: &Session) -> Option<Duration> {
        let view = session.meeting_view(self.id).filter(|view| !view.meeting.finished())?;
        let running = view.reading().state == HourState::Running;
        let still_here = session.until_still_here().filter(|_| running);
        [Some(view.until_minute_ends()), still_here].into_iter().flatten().min()
    }

    fn follow(&mut self, session: &mut Session, effects: &[Effect]) -> Vec<Effect> {
        self.go_to_changed_note(session, effects)
    }

    fn refocus(&mut self, session: &Session) {
        self.rows.clear();
        let Some(view) = session.meeting_view(self.id) else { return };
        self.rows = item_page::rows(&view, self.unfolded);
        if self.focus == Focus::Note && !matches!(view.meeting.place, Place::Item(_)) {
            self.focus = Focus::Page;
        }
        self.cursor.fit_to(&self.rows, first_row(&self.rows));
        let wanted = self.wanted_text(&view, self.rows.get(self.cursor.row()));
        let stands = wanted.map(|(text, _)| text.read(view.group, Some(view.meeting)));
        self.cursor.edit(wanted, &stands.unwrap_or_default());
    }

    fn before_frame(&mut self, session: &Session, size: Size) {
        if let Some(view) = session.meeting_view(self.id) {
            self.note_top = body::note_top(self, &view, size);
        }
    }

    /// On the page of an item a letter goes to the note, so that who types on loses nothing.
    fn types_anyway(&self, session: &Session) -> bool {
        session.meeting(self.id).is_some_and(|meeting| {
            meeting.draft.is_none()
                && self.focus == Focus::Page
                && self.editing().is_none()
                && matches!(meeting.place, Place::Item(_))
        })
    }

    fn guards_against_typing(&self) -> bool {
        true
    }

    fn line_at_cursor(&self) -> Option<String> {
        self.editing().map(Editing::line_at_cursor)
    }

    fn meeting_id(&self) -> Option<MeetingId> {
        Some(self.id)
    }

    fn writes_note(&self, session: &Session) -> bool {
        self.layers(session).first() == Some(&&keys::NOTE)
    }

    fn title(&self, session: &Session) -> String {
        let Some(group) = session.group() else { return String::new() };
        let number = group.number_of_meeting(self.id);
        format!("{} · {}", group.name, session.words.meeting_number(number))
    }

    fn message(&self, session: &Session) -> Option<String> {
        let view = session.meeting_view(self.id).filter(|it| !it.meeting.finished())?;
        let jump = last_jump(view.meeting).filter(|_| self.jumped);
        Some(match jump {
            Some((_, jump)) => hour::jump(&view, jump),
            None => hour::says(&view),
        })
    }

    fn draw(&self, canvas: &mut Canvas<'_>, session: &Session, theme: Theme) {
        if let Some(view) = session.meeting_view(self.id) {
            body::draw(canvas, self, &view, theme);
        }
    }
}

impl MeetingScreen {
    /// Why an action of the meeting cannot be done now.
    fn why_not_in(
        &self,
        session: &Session,
        meeting: &Meeting,
        action: Action,
    ) -> Option<&'static str> {
        let words = session.words;
        let state = meeting.reading(session.now.wall).state;
        let running = matches!(state, HourState::Running | HourState::Paused);
        let no_previous =
            || session.open.as_ref().is_none_or(|open| open.minutes_before(self.id).is_none());
        match action {
            Action::MakeAgreement
            | Action::MakeDecision
            | Action::ChangeBudget
            | Action::ToAttendance
            | Action::ToClosing
                if meeting.finished() =>
            {
                Some(words.is_finished())
            }
            Action::ToAttendance if meeting.place == Place::Attendance => {
                Some(words.here_already())
            }
            Action::ToClosing if meeting.place == Place::Closing => Some(words.here_already()),
            Action::ChangeBudget | Action::ReadPrompts
                if !matches!(meeting.place, Place::Item(_)) =>
            {
                Some(words.no_item())
            }
            Action::StartHour if state != HourState::Waiting => Some(words.hour_runs_already()),
            Action::PauseOrGo | Action::BigClock | Action::TurnJump | Action::ChangeBudget
                if meeting.afterwards =>
            {
                Some(words.no_clock_here())
            }
            Action::StartHour if meeting.afterwards && meeting.place != Place::Attendance => {
                Some(words.no_clock_here())
            }
            Action::PauseOrGo | Action::BigClock if state == HourState::Ended => {
                Some(words.is_finished())
            }
            Action::NextItem
                if agenda::beside(meeting, true).is_none() && meeting.place != Place::Closing =>
            {
                Some(words.no_next_item())
            }
            Action::PreviousItem if agenda::beside(meeting, false).is_none() => {
                Some(words.no_previous_item())
            }
            Action::TurnJump if last_jump(meeting).is_none() => Some(words.no_jump()),
            Action::ReadPrevious if no_previous() => Some(words.no_previous()),
            Action::ToGroup if running && !meeting.finished() => Some(words.meeting_runs()),
            Action::Abandon if !session.group().is_some_and(|it| meeting.wordless(it)) => {
                Some(words.has_words())
            }
            Action::Arrival | Action::Departure | Action::RenamePerson
                if self.person().is_none() =>
            {
                Some(words.choose_person())
            }
            _ => None,
        }
    }
}
