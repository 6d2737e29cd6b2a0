//! How far the minutes of a meeting are: a draft, fine with the client, agreed by the group; and that
//! they went to the group.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::VariantArray;

/// How the client came to find the minutes good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, VariantArray)]
pub enum ReadHow {
    Alone,
    Together,
    /// Somebody read them aloud.
    Aloud,
    /// The client does not need to read them.
    NotNeeded,
}

impl ReadHow {
    /// In the order in which the screens cycle through them.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;
}

/// Whether the client wants the minutes to go to the group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, VariantArray)]
pub enum MayGo {
    Yes,
    /// Something has to be taken out first.
    FirstTakeOut,
    NotYet,
}

impl MayGo {
    /// In the order in which the screens cycle through them.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;
}

/// How far minutes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MinutesState {
    /// The client has not found them good yet, or the meeting is still open.
    Concept,
    /// The client finds them good.
    Seen,
    /// The group agreed them.
    Set,
}

/// What was said about the minutes of a meeting. A meeting of version 1 has none of it: its minutes were
/// agreed when it closed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Approval {
    /// How the client came to find them good.
    pub seen: Option<ReadHow>,
    /// The day on which they were agreed.
    pub set: Option<NaiveDate>,
    pub may_go: Option<MayGo>,
    /// The day on which they went to the group.
    pub sent: Option<NaiveDate>,
    /// The last day on which they were changed after they went to the group or were agreed.
    pub adapted: Option<NaiveDate>,
    /// The days on which something was taken out of them at a request after they were agreed.
    pub taken_out: Vec<NaiveDate>,
}

impl Approval {
    #[must_use]
    pub fn state(&self) -> MinutesState {
        match (self.set, self.seen) {
            (Some(_), _) => MinutesState::Set,
            (None, Some(_)) => MinutesState::Seen,
            (None, None) => MinutesState::Concept,
        }
    }

    /// What holds after the words of the minutes were changed on a day: the client has not seen these, and
    /// whoever has the earlier ones is told.
    #[must_use]
    pub fn after_change(&self, on: NaiveDate) -> Self {
        let known = self.sent.is_some() || self.set.is_some();
        Self {
            seen: None,
            may_go: None,
            adapted: if known { Some(on) } else { self.adapted },
            ..self.clone()
        }
    }

    /// What holds after something was taken out for good on a day. The client who wants that finds the
    /// rest as good as before; of minutes that were agreed, the fact stays.
    #[must_use]
    pub fn after_taking_out(&self, on: NaiveDate) -> Self {
        let mut after = Self { seen: self.seen, may_go: self.may_go, ..self.after_change(on) };
        let known = after.taken_out.last() == Some(&on);
        after.taken_out.extend(self.set.map(|_| on).filter(|_| !known));
        after
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 2, day).unwrap()
    }

    #[test]
    fn words_that_changed_are_not_the_words_that_were_seen() {
        let seen = Approval { seen: Some(ReadHow::Together), ..Approval::default() };
        let changed = seen.after_change(day(9));
        assert_eq!((changed.state(), changed.adapted), (MinutesState::Concept, None));
        let may = Approval { may_go: Some(MayGo::Yes), ..seen.clone() }.after_change(day(9));
        assert_eq!(may.may_go, None, "the yes was for the words before");
        let sent = Approval { sent: Some(day(8)), ..seen.clone() }.after_change(day(9));
        assert_eq!((sent.state(), sent.adapted), (MinutesState::Concept, Some(day(9))));
        let agreed = Approval { set: Some(day(8)), ..seen }.after_change(day(9));
        assert_eq!((agreed.state(), agreed.adapted), (MinutesState::Set, Some(day(9))));
    }

    #[test]
    fn what_is_taken_out_is_told_of_agreed_minutes_only() {
        let seen = Approval { seen: Some(ReadHow::Aloud), ..Approval::default() };
        let taken = seen.after_taking_out(day(9));
        assert_eq!((taken.state(), &taken.taken_out[..]), (MinutesState::Seen, &[][..]));
        let agreed = Approval { set: Some(day(8)), ..seen }.after_taking_out(day(9));
        assert_eq!((agreed.state(), &agreed.taken_out[..]), (MinutesState::Set, &[day(9)][..]));
    }
}
