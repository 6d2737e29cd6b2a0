//! Why an action cannot be done now. Dispatch, the bar, help and the menu all ask here.

use super::Front;
use crate::screens::action::Action;
use crate::session::Session;
use crate::session::open_group::OpenGroup;
use crate::session::safety::Safety;
use crate::store::opened::Permission;

impl Front {
    /// Why an action cannot be done now, as the rest of a sentence; `None` when it can. Below an
    /// overlay the screen answers too: the menu offers what can be done there.
    #[must_use]
    pub fn why_not(&self, session: &Session, action: Action) -> Option<&'static str> {
        let words = session.words;
        let open = session.open.as_ref();
        let permission = open.map(|open| &open.permission);
        let (can_undo, can_redo) = session.can_undo_and_redo();
        match action {
            Action::Undo if !can_undo => Some(words.no_undo()),
            Action::Redo if !can_redo => Some(words.no_redo()),
            Action::Accept if !matches!(permission, Some(Permission::Doubt(_))) => {
                Some(words.nothing_to_accept())
            }
            Action::KeepElsewhere if !is_unsaved_in_folder(session) => {
                Some(words.nothing_to_move())
            }
            Action::TakeOver => match permission {
                Some(Permission::MaybeTaken(_)) => None,
                Some(Permission::Taken(_)) => Some(words.is_open_there()),
                _ => Some(words.nothing_to_take_over()),
            },
            Action::ChooseVersion if open.is_none_or(|open| open.versions.changed.is_empty()) => {
                Some(words.no_versions())
            }
            _ => self.base.screen().why_not(session, action),
        }
    }
}

/// Whether the folder of the open group does not keep what is typed.
fn is_unsaved_in_folder(session: &Session) -> bool {
    let read_only = |open: &OpenGroup| open.permission == Permission::ReadOnly;
    let unsaved = matches!(session.safety.safety, Safety::Unsaved | Safety::Elsewhere(_));
    session.open.as_ref().is_some_and(|open| unsaved || read_only(open))
}
