//! Why an action cannot be done now. Dispatch, the bar, help and the menu all ask here.

use super::action::Action;
use super::model::{Model, OpenGroup, Over, Safety, Screen};
use super::versions;
use crate::domain::hour::HourState;
use crate::domain::meeting::{Meeting, Place};
use crate::screens::dossier::list::Item;
use crate::screens::meeting::{items, moves};
use crate::store::open::Permission;

/// The sentence why an action cannot be done now; `None` when it can.
#[must_use]
pub fn why_not(model: &Model, action: Action) -> Option<&'static str> {
    let words = model.words;
    match action {
        Action::Undo if history(model).is_none_or(|(last, _)| !last) => Some(words.no_undo()),
        Action::Redo if history(model).is_none_or(|(_, next)| !next) => Some(words.no_redo()),
        Action::Accept => {
            let doubt = model.open.as_ref().map(|open| &open.permission);
            (!matches!(doubt, Some(Permission::Doubt(_)))).then(|| words.nothing_to_accept())
        }
        Action::KeepElsewhere if !is_homeless(model) => Some(words.nothing_to_move()),
        Action::TakeOver | Action::Settle | Action::PutAway => versions::why_not(model, action),
        Action::Appendix if !has_appendix(model) => Some(words.no_appendix()),
        Action::Delete if !on_thing(model) => Some(words.nothing_to_delete()),
        Action::Nominate | Action::Nearer | Action::Further | Action::DrawLine
            if !on_somebody(model) =>
        {
            Some(words.choose_person())
        }
        _ => model.meeting().and_then(|meeting| in_meeting(model, meeting, action)),
    }
}

/// Whether the folder of the open group does not keep what is typed.
fn is_homeless(model: &Model) -> bool {
    let read_only = |open: &OpenGroup| open.permission == Permission::ReadOnly;
    let unsaved = matches!(model.safety, Safety::Unsaved | Safety::Elsewhere(_));
    model.open.as_ref().is_some_and(|open| unsaved || read_only(open))
}

fn history(model: &Model) -> Option<(bool, bool)> {
    let history = &model.open.as_ref()?.dossier.history;
    Some((history.last().is_some(), history.undone().is_some()))
}

fn in_meeting(model: &Model, meeting: &Meeting, action: Action) -> Option<&'static str> {
    let words = model.words;
    let state = meeting.reading(model.now.wall).state;
    match action {
        Action::MakeAgreement | Action::MakeDecision | Action::ChangeBudget
            if meeting.finished() =>
        {
            Some(words.is_finished())
        }
        Action::ToAttendance | Action::ToClosing if meeting.finished() => Some(words.is_finished()),
        Action::ToAttendance if meeting.place == Place::Attendance => Some(words.here_already()),
        Action::ToClosing if meeting.place == Place::Closing => Some(words.here_already()),
        Action::ChangeBudget if !matches!(meeting.place, Place::Item(_)) => Some(words.no_item()),
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
        Action::NextItem if items::beside(meeting, true).is_none() => Some(words.no_next_item()),
        Action::PreviousItem if items::beside(meeting, false).is_none() => {
            Some(words.no_previous_item())
        }
        Action::TurnJump if moves::last_jump(meeting).is_none() => Some(words.no_jump()),
        Action::ReadPrevious if no_previous(model) => Some(words.no_previous()),
        Action::ToGroup if running(state) && !meeting.finished() => Some(words.meeting_runs()),
        Action::Abandon if !model.group().is_some_and(|it| meeting.wordless(it)) => {
            Some(words.has_words())
        }
        Action::Arrival | Action::Departure | Action::RenamePerson if !on_person(model) => {
            Some(words.choose_person())
        }
        _ => None,
    }
}

/// What is at hand in the list of a dossier.
fn at_hand(model: &Model) -> Option<Item> {
    match &model.screen {
        Screen::Dossier(screen) => screen.item,
        _ => None,
    }
}

fn on_somebody(model: &Model) -> bool {
    matches!(at_hand(model), Some(Item::Person(_)))
}

fn on_thing(model: &Model) -> bool {
    matches!(at_hand(model), Some(Item::Person(_) | Item::Goal(_) | Item::Level(_)))
}

fn has_appendix(model: &Model) -> bool {
    let Some(Item::Step(step)) = at_hand(model) else { return false };
    model.content.appendices_of(step).next().is_some()
}

fn running(state: HourState) -> bool {
    matches!(state, HourState::Running | HourState::Paused)
}

fn no_previous(model: &Model) -> bool {
    matches!(&model.screen, Screen::Meeting(screen) if screen.previous.is_none())
}

fn on_person(model: &Model) -> bool {
    super::meeting::person_at_hand(model).is_some() && !matches!(model.over, Some(Over::Reader(_)))
}
