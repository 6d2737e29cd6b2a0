//! A text of a dossier that can have the focus, wherever it is kept.

use crate::domain::change::{Change, GroupChange, MeetingChange};
use crate::domain::confidential::Confidential;
use crate::domain::delta::{Splice, Swap};
use crate::domain::group::Group;
use crate::domain::interview::ConfidentialText;
use crate::domain::meeting::Meeting;
use crate::domain::texts::{GroupText, MeetingText};
use crate::screens::circle::Circle;

/// A text of the dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TextRef {
    /// Of the group.
    Group(GroupText),
    /// Of an interview: for the coordinator alone.
    Confidence(ConfidentialText),
    /// Of the meeting on the screen.
    Meeting(MeetingText),
}

impl TextRef {
    /// The text, as it stands; empty for one of a meeting where there is none.
    #[must_use]
    pub fn read(self, group: &Group, meeting: Option<&Meeting>) -> String {
        match self {
            Self::Group(text) => group.text(text).cloned(),
            Self::Meeting(text) => meeting.and_then(|meeting| meeting.text(text)).cloned(),
            Self::Confidence(text) => group
                .person(text.person())
                .and_then(|person| person.interview.confidence(text))
                .map(Confidential::for_coordinator)
                .map(str::to_owned),
        }
        .unwrap_or_default()
    }

    /// The changes that make it another text; none when it is that text already.
    #[must_use]
    pub fn change(self, circle: &Circle<'_>, meeting: Option<&Meeting>, to: &str) -> Vec<Change> {
        let Some(splice) = Splice::between(&self.read(circle.group, meeting), to) else {
            return Vec::new();
        };
        match (self, meeting) {
            (Self::Group(text), _) => {
                let typed_on = circle.group.day(text).map(|day| day.on);
                let today = circle.today();
                let turned = typed_on.filter(|on| *on != today).map(|from| {
                    Change::Group(GroupChange::TypedOn(text, Swap { from, to: today }))
                });
                let typed = Change::Group(GroupChange::Text(text, splice));
                turned.into_iter().chain([typed]).collect()
            }
            (Self::Confidence(text), _) => {
                vec![Change::Group(GroupChange::Confide(text, splice))]
            }
            (Self::Meeting(text), Some(meeting)) => {
                vec![Change::Meeting(meeting.id, MeetingChange::Text(text, splice))]
            }
            (Self::Meeting(_), None) => Vec::new(),
        }
    }
}
