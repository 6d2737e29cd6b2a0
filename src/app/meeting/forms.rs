//! Forms: opening one, going through its questions, finishing it or leaving it for later.

use super::arrive_here;
use super::rows::person_at_hand;
use crate::app::action::Action;
use crate::app::message::Effect;
use crate::app::model::Model;
use crate::domain::change::Change;
use crate::domain::history::Deed;
use crate::domain::ids::PersonId;
use crate::domain::meeting::Form;
use crate::screens::meeting::{form, room};

pub(super) fn open_form(model: &mut Model, form: impl FnOnce(usize) -> Form) -> Vec<Effect> {
    // One that is open already stays for later.
    let mut effects = set_aside(model);
    let changes = room(model).map(|room| form::open(&room, form(form::note_for(&room))));
    effects.extend(model.along(changes.unwrap_or_default()));
    effects
}

pub(super) fn at_person(model: &mut Model, form: impl FnOnce(PersonId) -> Form) -> Vec<Effect> {
    let Some(person) = person_at_hand(model) else { return Vec::new() };
    open_form(model, |_| form(person))
}

pub(super) fn in_form(model: &mut Model, action: Action) -> Vec<Effect> {
    let Some(room) = room(model) else { return Vec::new() };
    let Some(draft) = room.meeting.draft.clone() else { return Vec::new() };
    let last = draft.answers.len().saturating_sub(1);
    match action {
        Action::NextQuestion | Action::Down | Action::Complete if draft.at < last => {
            match form::check(&room, &draft) {
                Ok(()) => {
                    let changes = form::turn(&room, draft.at + 1);
                    model.along(changes)
                }
                Err(sentence) => {
                    model.notice = Some(sentence);
                    Vec::new()
                }
            }
        }
        Action::PreviousQuestion if draft.at > 0 => {
            let changes = form::turn(&room, draft.at - 1);
            model.along(changes)
        }
        Action::NextQuestion => match form::finish(&room, &draft) {
            Ok((deed, changes)) => finish_form(model, draft.form, deed, changes),
            Err(sentence) => {
                model.notice = Some(sentence);
                Vec::new()
            }
        },
        Action::Back => set_aside(model),
        _ => Vec::new(),
    }
}

fn finish_form(model: &mut Model, form: Form, deed: Deed, changes: Vec<Change>) -> Vec<Effect> {
    // The form closes in an entry of its own, the last: undoing what it led to must not open it
    // again, and a crash between the two loses nothing.
    let (closed, made): (Vec<Change>, Vec<Change>) =
        changes.into_iter().partition(Change::turns_form);
    let mut effects =
        if form == Form::Reopening { model.along(made) } else { model.deed(deed, made) };
    effects.extend(model.along(closed));
    if form == Form::Reopening {
        arrive_here(model);
    }
    effects
}

/// Closes the open form, if there is one; what was typed in it stays for later.
pub(super) fn set_aside(model: &mut Model) -> Vec<Effect> {
    let changes = room(model).map(|room| form::set_aside(&room)).unwrap_or_default();
    let kept = changes.len() > 1;
    let effects = model.along(changes);
    if kept {
        model.notice = Some(model.words.set_aside().to_owned());
    }
    effects
}
