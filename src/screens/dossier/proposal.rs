//! Days that kring proposes, to choose with a key.

use chrono::NaiveDate;

use super::action::{DossierAction, Row};
use crate::domain::phase::Step;
use crate::domain::texts::GroupText;
use crate::view::group_view::GroupView;

/// A day that is proposed for a text; it stays when it is chosen, and says so.
#[must_use]
pub(super) fn row(view: &GroupView<'_>, label: String, text: GroupText, day: NaiveDate) -> Row {
    let chosen = view.group.day(text).is_some_and(|it| it.coming() == Some(day));
    let value = if chosen { view.words.chosen() } else { "" };
    Row::press(label, value, DossierAction::Propose(text, day))
}

/// Three months from the start, as a proposal (phase 1, step 6; phase 3, step 1); a day that has
/// passed is none.
#[must_use]
pub(super) fn three_months(view: &GroupView<'_>, text: GroupText) -> Option<Row> {
    let guideline = view.group.guideline(Step::HoldStartMeeting);
    let day = guideline.filter(|day| *day >= view.today())?;
    let label = view.words.three_months_from_start(&view.words.long_date(day));
    Some(row(view, label, text, day))
}
