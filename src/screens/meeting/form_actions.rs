//! Forms: opening one, going through its questions, finishing it or leaving it for later.

use super::MeetingScreen;
use crate::deeds::form;
use crate::domain::form::Form;
use crate::domain::history::DeedKind;
use crate::screens::action::Action;
use crate::session::Session;
use crate::session::effect::Effect;
use crate::view::form::note_for;

impl MeetingScreen {
    /// Opens the form of an action.
    pub(super) fn open_form_of(&mut self, session: &mut Session, action: Action) -> Vec<Effect> {
        let item = session.meeting_view(self.id).map_or(0, |view| note_for(&view));
        let of_person = self.person();
        let form = match action {
            Action::MakeAgreement => Some(Form::Agreement { item, line: None }),
            Action::MakeDecision => Some(Form::Decision { item }),
            Action::ChangeBudget => Some(Form::Budget { item }),
            Action::AddPerson => Some(Form::NewPerson),
            Action::Arrival => of_person.map(Form::Arrival),
            Action::Departure => of_person.map(Form::Departure),
            Action::RenamePerson => of_person.map(Form::PersonName),
            _ => None,
        };
        form.map_or_else(Vec::new, |form| self.open_form(session, form))
    }

    /// Opens a form; one that is open already stays for later.
    pub(super) fn open_form(&mut self, session: &mut Session, form: Form) -> Vec<Effect> {
        let mut effects = self.set_form_aside(session);
        let changes = session.meeting_view(self.id).map(|view| form::open(&view, form));
        effects.extend(session.record_along(changes.unwrap_or_default()));
        effects
    }

    pub(super) fn act_in_form(&mut self, session: &mut Session, action: Action) -> Vec<Effect> {
        let Some(view) = session.meeting_view(self.id) else { return Vec::new() };
        let Some(draft) = &view.meeting.draft else { return Vec::new() };
        let last = draft.answers.len().saturating_sub(1);
        match action {
            Action::Complete if form::nearest_name(&view, draft).is_some() => {
                self.take_nearest_name(session)
            }
            Action::NextQuestion | Action::Down | Action::Complete if draft.at < last => {
                match form::check(&view, draft) {
                    Ok(()) => {
                        let changes = form::turn(&view, draft.at + 1);
                        session.record_along(changes)
                    }
                    Err(sentence) => {
                        session.say(sentence);
                        Vec::new()
                    }
                }
            }
            Action::PreviousQuestion if draft.at > 0 => {
                let changes = form::turn(&view, draft.at - 1);
                session.record_along(changes)
            }
            Action::NextQuestion => match form::finish(&view, draft) {
                Ok(finished) => {
                    let form = draft.form;
                    self.finish_form(session, form, finished)
                }
                Err(sentence) => {
                    session.say(sentence);
                    Vec::new()
                }
            },
            Action::Back => self.set_form_aside(session),
            _ => Vec::new(),
        }
    }

    /// Puts the name of a member in place of one that is like it.
    fn take_nearest_name(&mut self, session: &mut Session) -> Vec<Effect> {
        let view = session.meeting_view(self.id);
        let named = view.and_then(|view| form::nearest_name(&view, view.meeting.draft.as_ref()?));
        let Some(named) = named else { return Vec::new() };
        self.cursor.edit_text(session, Some(self.id), DeedKind::Typing, |editing| {
            editing.editor.set(&named, named.len());
        })
    }

    fn finish_form(
        &mut self,
        session: &mut Session,
        form: Form,
        finished: form::Finished,
    ) -> Vec<Effect> {
        let reopens = form == Form::Reopening;
        let mut effects = if reopens {
            session.record_along(finished.deed.changes)
        } else {
            session.record_deed(session.discussing(self.id, finished.deed))
        };
        effects.extend(session.record_along(finished.closed));
        if reopens {
            self.arrive_here(session);
            session.say(session.words.how_to_finish_changing());
        }
        effects
    }

    /// Closes the open form, if there is one; what was typed in it stays for later.
    pub(super) fn set_form_aside(&mut self, session: &mut Session) -> Vec<Effect> {
        let changes = session.meeting_view(self.id).map(|view| form::set_aside(&view));
        let changes = changes.unwrap_or_default();
        let kept = changes.len() > 1;
        let effects = session.record_along(changes);
        if kept {
            session.say(session.words.set_aside());
        }
        effects
    }
}
