//! In-depth interviews (phase 2, step 2): which questions, and whether the client was there.

use super::people::edit;
use super::{Deed, cycle};
use crate::domain::history::DeedKind;
use crate::domain::ids::PersonId;
use crate::domain::interview::Questionnaire;
use crate::view::group_view::GroupView;

/// The next questionnaire, or the one before.
#[must_use]
pub fn turn_questionnaire(view: &GroupView<'_>, id: PersonId, forward: bool) -> Deed {
    let changes = edit(view, id, |person| {
        let next = cycle(Questionnaire::ALL, person.questionnaire(), forward);
        person.interview.questionnaire = Some(next);
    });
    Deed::new(DeedKind::Interview, changes)
}

/// Whether the client was there.
#[must_use]
pub fn toggle_with_client(view: &GroupView<'_>, id: PersonId) -> Deed {
    let changes = edit(view, id, |person| {
        person.interview.with_client = !person.interview.with_client;
    });
    Deed::new(DeedKind::Interview, changes)
}
