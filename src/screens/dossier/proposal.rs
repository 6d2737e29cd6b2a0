//! Days that kring proposes, to choose with a key.

use chrono::NaiveDate;

use super::row::{Press, Row};
use crate::domain::phase::Step;
use crate::domain::texts::GroupText;
use crate::screens::circle::Circle;

/// A day that is proposed for a text; it stays when it is chosen, and says so.
#[must_use]
pub fn row(circle: &Circle<'_>, label: String, text: GroupText, day: NaiveDate) -> Row {
    let chosen = circle.group.day(text).is_some_and(|it| it.coming() == Some(day));
    let value = if chosen { circle.words.chosen() } else { "" };
    Row::press(label, value, Press::Propose(text, day))
}

/// Three months from the start, as a proposal (phase 1, step 6; phase 3, step 1); a day that has
/// passed is none.
#[must_use]
pub fn three_months(circle: &Circle<'_>, text: GroupText) -> Option<Row> {
    let guideline = circle.group.guideline(Step::HoldStartMeeting);
    let day = guideline.filter(|day| *day >= circle.today())?;
    let label = circle.words.three_months_from_start(&circle.words.long_date(day));
    Some(row(circle, label, text, day))
}
