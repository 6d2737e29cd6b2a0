//! A text of a dossier that somebody can type in, wherever it is kept.

use crate::domain::confidential::Confidential;
use crate::domain::group::Group;
use crate::domain::interview::ConfidentialText;
use crate::domain::meeting::Meeting;
use crate::domain::texts::{GroupText, MeetingText};

/// Which text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TextRef {
    Group(GroupText),
    /// Of an interview: for the coordinator alone.
    Confidence(ConfidentialText),
    /// Of the meeting on the screen.
    Meeting(MeetingText),
}

impl TextRef {
    /// The text as it stands; empty for one of a meeting where there is none.
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
}
