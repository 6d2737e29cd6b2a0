//! Typing in a text of the dossier.

use crate::domain::change::{Change, GroupChange, MeetingChange};
use crate::domain::delta::{Splice, Swap};
use crate::domain::meeting::Meeting;
use crate::view::group_view::GroupView;
use crate::view::text::TextRef;

/// The changes that make a text another one; none when it is that text already. A text that names a
/// day also remembers that it was typed today.
#[must_use]
pub fn change(
    view: &GroupView<'_>,
    meeting: Option<&Meeting>,
    text: TextRef,
    to: &str,
) -> Vec<Change> {
    let Some(splice) = Splice::between(&text.read(view.group, meeting), to) else {
        return Vec::new();
    };
    match (text, meeting) {
        (TextRef::Group(text), _) => {
            let typed_on = view.group.day(text).map(|day| day.on);
            let today = view.today();
            let turned = typed_on
                .filter(|on| *on != today)
                .map(|from| Change::Group(GroupChange::TypedOn(text, Swap { from, to: today })));
            let typed = Change::Group(GroupChange::Text(text, splice));
            turned.into_iter().chain([typed]).collect()
        }
        (TextRef::Confidence(text), _) => {
            vec![Change::Group(GroupChange::Confide(text, splice))]
        }
        (TextRef::Meeting(text), Some(meeting)) => {
            vec![Change::Meeting(meeting.id, MeetingChange::Text(text, splice))]
        }
        (TextRef::Meeting(_), None) => Vec::new(),
    }
}
