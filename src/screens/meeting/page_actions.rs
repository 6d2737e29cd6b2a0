//! The rows of the page of an item: going through them, and what pressing one does.

use super::action::{self, MeetingAction, Row};
use super::{Focus, MeetingScreen};
use crate::deeds::{approval, composition};
use crate::domain::attendance::Attendee;
use crate::domain::form::Form;
use crate::domain::goal::Term;
use crate::domain::meeting::Place;
use crate::domain::person::MeetingRole;
use crate::screens::action::Action;
use crate::screens::page::cursor::{KeyResult, next_row};
use crate::screens::page::row::Control;
use crate::screens::screen::{Next, Response, Size};
use crate::session::Session;
use crate::view::meeting_view::MeetingView;

impl MeetingScreen {
    pub(super) fn act_on_page(
        &mut self,
        session: &mut Session,
        size: Size,
        action: Action,
    ) -> Response {
        let (rows, width) = (self.rows.clone(), self.text_width(size));
        match self.cursor.act(&rows, width, action) {
            KeyResult::Press(forward) => self.press(session, &rows, size, forward),
            KeyResult::Past(forward) => self.past_rows(session, &rows, forward),
            KeyResult::Done => Response::stay(),
        }
    }

    /// From the end of the page Tab goes back to the note; where there is none, round again.
    fn past_rows(&mut self, session: &Session, rows: &[Row], forward: bool) -> Response {
        let place = session.meeting(self.id).map(|meeting| meeting.place);
        if matches!(place, Some(Place::Item(_))) {
            self.focus = Focus::Note;
        } else {
            self.cursor.begin_again(rows, forward);
        }
        Response::stay()
    }

    /// To the page of the item: to its last row, or to where something is chosen already.
    pub(super) fn go_to_page(&mut self, session: &Session, at_end: bool) -> Response {
        let rows = self.rows();
        let row = if at_end {
            next_row(rows, rows.len(), false)
        } else {
            let chosen = |row: &Row| row.takes_focus() && row.value == session.words.chosen();
            rows.iter().position(chosen).or_else(|| rows.iter().position(Row::takes_focus))
        };
        if let Some(row) = row {
            self.focus = Focus::Page;
            self.cursor.go_to(row);
        }
        Response::stay()
    }

    fn press(
        &mut self,
        session: &mut Session,
        rows: &[Row],
        size: Size,
        forward: bool,
    ) -> Response {
        let Some(row) = rows.get(self.cursor.row()) else { return Response::stay() };
        let Control::Press(pressed) = row.control else {
            let on = if forward { Action::Forward } else { Action::Backward };
            return self.act_on_page(session, size, on);
        };
        let question = session.meeting_view(self.id).and_then(|view| question(&view, pressed));
        if question.is_some_and(|question| session.asks_first(question)) {
            return Response::stay();
        }
        let view = session.meeting_view(self.id);
        match view.and_then(|view| action::deed(&view, pressed, forward)) {
            Some(deed) => {
                let effects = session.record_deed(session.discussing(self.id, deed));
                self.ask_who_takes_role(session, pressed);
                let sets = matches!(pressed, MeetingAction::Set | MeetingAction::SetPrevious(_));
                if sets && !effects.is_empty() {
                    session.say(session.words.minutes_are_set());
                }
                effects.into()
            }
            None if forward => self.press_button(session, pressed),
            None => Response::stay(),
        }
    }

    /// Somebody who has a role in this meeting sends word: who takes it over?
    fn ask_who_takes_role(&self, session: &mut Session, pressed: MeetingAction) {
        let MeetingAction::Presence(person) = pressed else { return };
        let Some(view) = session.meeting_view(self.id) else { return };
        let comes = view.meeting.attendee(person).is_some_and(Attendee::comes);
        let mut roles = MeetingRole::ALL.iter().copied();
        let role = roles.find(|role| view.holder(*role) == Some(person)).filter(|_| !comes);
        let question =
            role.map(|role| view.words.who_takes_role(&view.name(person), view.words.role(role)));
        if let Some(question) = question {
            session.say(question);
        }
    }

    fn press_button(&mut self, session: &mut Session, pressed: MeetingAction) -> Response {
        match pressed {
            MeetingAction::Start if self.is_waiting(session) => self.start(session).into(),
            MeetingAction::Start => self.step(session, true).into(),
            MeetingAction::AddPerson => self.open_form(session, Form::NewPerson).into(),
            MeetingAction::MakeAgreement => {
                self.open_form_of(session, Action::MakeAgreement).into()
            }
            MeetingAction::Mend(item, line) => {
                self.open_form(session, Form::Agreement { item, line: Some(line) }).into()
            }
            MeetingAction::Resume(nr) => {
                let form = session.meeting(self.id).and_then(|it| it.set_aside.get(nr));
                match form.map(|draft| draft.form) {
                    Some(form) => self.open_form(session, form).into(),
                    None => Response::stay(),
                }
            }
            MeetingAction::NewGoal(Term::Short) => {
                self.open_form(session, Form::NewShortGoal).into()
            }
            MeetingAction::NewGoal(Term::Long) => self.open_form(session, Form::NewLongGoal).into(),
            MeetingAction::Reopen => self.reopen(session).into(),
            MeetingAction::AsItWas(nr) => self.read_as_it_was(session, nr),
            MeetingAction::Level(nr) => {
                self.unfolded.level = (self.unfolded.level != Some(nr)).then_some(nr);
                Response::stay()
            }
            MeetingAction::StillGoing => {
                self.unfolded.going = !self.unfolded.going;
                Response::stay()
            }
            MeetingAction::ReadPrevious => does(Action::ReadPrevious),
            MeetingAction::ReadMinutes => self.read_minutes(session),
            MeetingAction::SaveMinutes => self.save_minutes(session).into(),
            MeetingAction::Erase => does(Action::Erase),
            MeetingAction::Day => self.open_form(session, Form::MeetingDay).into(),
            MeetingAction::DidNotGoOn => self.record_that_it_did_not_go_on(session),
            MeetingAction::Finish => self.finish(session).into(),
            MeetingAction::Alone => {
                self.unfolded.alone = true;
                self.cursor.go_to(usize::MAX);
                Response::stay()
            }
            MeetingAction::ToGroup => self.go_to_group(session),
            _ => Response::stay(),
        }
    }
}

/// What to ask before a row does what it says.
fn question(view: &MeetingView<'_>, pressed: MeetingAction) -> Option<String> {
    match pressed {
        MeetingAction::Expect(person) => composition::asks_before_leaving_out(view, person),
        MeetingAction::Set => approval::asks_before_setting(view, view.meeting.id, false),
        MeetingAction::Sent => {
            approval::asks_before_sent(view, view.meeting.id, view.now.date_naive())
        }
        MeetingAction::SetPrevious(id) => approval::asks_before_setting(view, id, true),
        _ => None,
    }
}

/// What a key does as well.
fn does(action: Action) -> Response {
    Response { next: Some(Next::Do(action)), ..Response::default() }
}
