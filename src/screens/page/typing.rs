//! Typing in the text of a page that has the focus, and recording what came of it.

use super::cursor::{Editing, RowCursor};
use super::row::RowAction;
use crate::deeds::{Deed, text};
use crate::domain::history::DeedKind;
use crate::domain::ids::MeetingId;
use crate::session::Session;
use crate::session::effect::Effect;

impl<A: RowAction> RowCursor<A> {
    /// Lets `work` change the text that has the focus, and records the difference as a deed. `meeting`
    /// is the meeting on the screen; a text of the group itself has none.
    pub fn edit_text(
        &mut self,
        session: &mut Session,
        meeting: Option<MeetingId>,
        deed: DeedKind,
        work: impl FnOnce(&mut Editing),
    ) -> Vec<Effect> {
        let Some(editing) = self.editing_mut() else { return Vec::new() };
        work(editing);
        let typed = editing.editor.text();
        let typed = match meeting {
            None => session
                .group_view()
                .map(|view| Deed::new(deed, text::change(&view, editing.text, &typed))),
            Some(id) => session.meeting_view(id).map(|view| {
                let typed = Deed::new(deed, text::change_in(&view, editing.text, &typed));
                session.discussing(id, typed)
            }),
        };
        typed.map_or_else(Vec::new, |deed| session.record_deed(deed))
    }

    /// Pastes into the text that has the focus. Says so when something of it was left out.
    pub fn paste_text(
        &mut self,
        session: &mut Session,
        meeting: Option<MeetingId>,
        pasted: &str,
    ) -> Vec<Effect> {
        let mut left_out = false;
        let effects = self.edit_text(session, meeting, DeedKind::Pasting, |editing| {
            left_out = editing.editor.paste(pasted);
        });
        if left_out {
            session.say(session.words.paste_cleaned());
        }
        effects
    }
}
