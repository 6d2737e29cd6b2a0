//! The meetings of a group in the order in which they were held.

use chrono::NaiveDate;

use super::group::Group;
use super::held::{Course, HeldMeeting, Order};
use super::ids::MeetingId;

impl Group {
    #[must_use]
    pub fn held_meeting(&self, id: MeetingId) -> Option<&HeldMeeting> {
        self.meetings.iter().find(|held| held.id == id)
    }

    /// Where a meeting stands in the order of all. One that the group does not know counts by its id.
    #[must_use]
    pub fn order_of(&self, id: MeetingId) -> Order {
        self.held_meeting(id).map_or((false, id.date, None, id), HeldMeeting::order)
    }

    /// Whether a meeting was held before another.
    #[must_use]
    pub fn is_before(&self, one: MeetingId, other: MeetingId) -> bool {
        self.order_of(one) < self.order_of(other)
    }

    /// Whether no meeting of the group is later than this one.
    #[must_use]
    pub fn is_latest(&self, id: MeetingId) -> bool {
        !self.meetings.iter().any(|held| self.is_before(id, held.id))
    }

    /// The number of a meeting in the group, from 1. One that did not go on has none.
    #[must_use]
    pub fn number_of_meeting(&self, id: MeetingId) -> usize {
        let went_on = self.meetings.iter().filter(|held| held.course != Course::Cancelled);
        went_on.filter(|held| self.is_before(held.id, id)).count() + 1
    }

    /// The day of a meeting; of one that the group does not know, the day in its id.
    #[must_use]
    pub fn day_of(&self, id: MeetingId) -> NaiveDate {
        self.held_meeting(id).map_or(id.date, HeldMeeting::day)
    }

    /// All meetings, oldest first.
    #[must_use]
    pub fn meetings_in_order(&self) -> Vec<&HeldMeeting> {
        let mut meetings: Vec<&HeldMeeting> = self.meetings.iter().collect();
        meetings.sort_by_key(|held| held.order());
        meetings
    }

    /// The latest meeting that was held and closed, before the meeting `than` if given.
    #[must_use]
    pub fn last_finished(&self, than: Option<MeetingId>) -> Option<&HeldMeeting> {
        self.meetings
            .iter()
            .filter(|held| held.was_held() && than.is_none_or(|than| self.is_before(held.id, than)))
            .max_by_key(|held| held.order())
    }

    /// The latest meeting that is not closed.
    #[must_use]
    pub fn unfinished(&self) -> Option<&HeldMeeting> {
        self.meetings.iter().filter(|held| !held.finished).max_by_key(|held| held.order())
    }

    /// A free id for a meeting that is first opened on `date`.
    #[must_use]
    pub fn meeting_id(&self, date: NaiveDate) -> MeetingId {
        let taken = |nth| self.meetings.iter().any(|held| held.id == MeetingId { date, nth });
        let nth = (1..u8::MAX).find(|nth| !taken(*nth)).unwrap_or(u8::MAX);
        MeetingId { date, nth }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::structure::MeetingKind;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 2, day).unwrap()
    }

    #[test]
    fn a_second_meeting_of_a_day_gets_an_id_of_its_own() {
        let mut group = Group::new("De Vuurtoren", day(12));
        assert_eq!(group.meeting_id(day(12)).to_string(), "2026-02-12");
        let first = HeldMeeting::prepared(MeetingId::first(day(12)), MeetingKind::FollowUp);
        group.meetings.push(first);
        assert_eq!(group.meeting_id(day(12)).to_string(), "2026-02-12-2");
    }

    #[test]
    fn meetings_are_in_the_order_in_which_they_were_held() {
        let mut group = Group::new("De Vuurtoren", day(1));
        let mut add = |id: u32, held_on: Option<u32>, finished: bool| {
            let id = MeetingId::first(day(id));
            let prepared = HeldMeeting::prepared(id, MeetingKind::FollowUp);
            let day = held_on.map(day);
            let course = if day.is_none() { Course::Prepared } else { Course::Begun };
            group.meetings.push(HeldMeeting { finished, course, day, ..prepared });
            id
        };
        let prepared_early = add(2, Some(20), true);
        let written_down = add(12, Some(11), true);
        let to_come = add(9, None, false);
        let ids: Vec<MeetingId> = group.meetings_in_order().iter().map(|held| held.id).collect();
        assert_eq!(ids, [written_down, prepared_early, to_come]);
        assert_eq!(group.last_finished(None).unwrap().id, prepared_early);
        assert_eq!(group.last_finished(Some(prepared_early)).unwrap().id, written_down);
        assert_eq!(group.number_of_meeting(to_come), 3);
        assert!(group.is_latest(to_come) && !group.is_latest(prepared_early));
    }
}
