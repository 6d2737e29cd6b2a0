//! When a group usually meets, and the days that are proposed for its next meeting.

use chrono::{Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Timelike, Weekday};

use super::dates::{DateProblem, holiday, nearest_weekday};
use super::day::{Asked, Day};
use super::group::Group;
use super::held::HeldMeeting;
use super::when::When;

/// How many of the latest meetings say what is usual.
const LATEST: usize = 5;
/// How many days of a period are offered.
const MOST_MEANT: usize = 5;
/// The weeks around the proposed day that are offered too.
const WEEKS_AROUND: [i64; 4] = [-1, 0, 1, 2];

impl Group {
    fn latest_held(&self) -> impl Iterator<Item = &HeldMeeting> {
        let held = self.meetings_in_order().into_iter().rev();
        held.filter(|meeting| meeting.was_held()).take(LATEST)
    }

    /// The weekday of most of the latest meetings, the one of `today` included; of two as usual the later.
    fn usual_weekday(&self, today: NaiveDate) -> Weekday {
        let before = self.latest_held().map(|meeting| meeting.day().weekday());
        let days = std::iter::once(today.weekday()).chain(before);
        most_of(days.collect()).unwrap_or(today.weekday())
    }

    /// The time at which most of the latest meetings began, to the quarter of an hour; `None` if no meeting
    /// says so.
    #[must_use]
    pub fn usual_time(&self) -> Option<NaiveTime> {
        let times = self.latest_held().filter_map(|meeting| to_quarter(meeting.start?));
        most_of(times.collect())
    }

    /// The days proposed for the meeting after one on `today`: as often as the group meets, on the weekday on
    /// which it usually does, and the weeks around that; none on a public holiday. What was typed may leave
    /// open which day it means: the days that it may be come first.
    #[must_use]
    pub fn proposed_days(&self, today: NaiveDate, typed: &Day) -> Vec<NaiveDate> {
        let after = self.frequency.after(today);
        let weekday = self.usual_weekday(today);
        let usual = nearest_weekday(weekday, after).unwrap_or(after);
        let around = WEEKS_AROUND
            .into_iter()
            .filter_map(|weeks| usual.checked_add_signed(TimeDelta::weeks(weeks)))
            .filter_map(working_day);
        let mut days: Vec<NaiveDate> = Vec::new();
        for day in meant_by(typed, weekday).into_iter().chain(around) {
            if day > today && !days.contains(&day) {
                days.push(day);
            }
        }
        days
    }
}

/// The days that may be meant by what was typed for the next meeting, where that is not one day: both
/// readings of a date that is not certain; the usual weekday in a period; the working day after a public
/// holiday and the same day a week later.
fn meant_by(typed: &Day, weekday: Weekday) -> Vec<NaiveDate> {
    let days = match typed.read(Asked::Coming) {
        Ok(day) if holiday(day).is_some() => {
            let week = day.checked_add_days(Days::new(7)).and_then(working_day);
            vec![day.succ_opt().and_then(next_working_day), week]
        }
        Err(DateProblem::WhichDay(first, last)) => {
            let days = first.iter_days().take_while(|day| *day <= last);
            days.filter(|day| day.weekday() == weekday).take(MOST_MEANT).map(working_day).collect()
        }
        Err(DateProblem::Doubt(doubt)) => doubt.readings.iter().map(When::date).collect(),
        Ok(_) | Err(DateProblem::Empty | DateProblem::NotUnderstood) => Vec::new(),
    };
    days.into_iter().flatten().collect()
}

/// What occurs most; of two that occur as often the first.
fn most_of<T: Copy + PartialEq>(values: Vec<T>) -> Option<T> {
    let count = |value: &T| values.iter().filter(|other| *other == value).count();
    // The last of the largest counts, so from the end.
    values.iter().rev().max_by_key(|value| count(value)).copied()
}

fn to_quarter(time: NaiveTime) -> Option<NaiveTime> {
    let quarters = (time.num_seconds_from_midnight() + 450) / 900;
    NaiveTime::from_num_seconds_from_midnight_opt(quarters * 900, 0)
}

/// The day, or the next working day where it is a public holiday.
fn working_day(day: NaiveDate) -> Option<NaiveDate> {
    if holiday(day).is_some() { next_working_day(day) } else { Some(day) }
}

fn next_working_day(day: NaiveDate) -> Option<NaiveDate> {
    let works = |day: &NaiveDate| {
        !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && holiday(*day).is_none()
    };
    day.iter_days().take(14).find(works)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::frequency::Frequency;
    use crate::domain::held::Course;
    use crate::domain::ids::MeetingId;
    use crate::domain::structure::MeetingKind;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn group(held: &[(&str, &str)]) -> Group {
        let mut group = Group::new("Zuid", day("2026-01-01"));
        group.meetings = held
            .iter()
            .map(|(date, start)| HeldMeeting {
                finished: true,
                course: Course::Begun,
                start: start.parse().ok(),
                ..HeldMeeting::prepared(MeetingId::first(day(date)), MeetingKind::FollowUp)
            })
            .collect();
        group
    }

    #[test]
    fn the_usual_day_and_hour_are_proposed() {
        let thursdays = [("2026-02-12", "14:02:00"), ("2026-05-14", "13:55:00")];
        let mut group = group(&thursdays);
        // This once the group meets on a Monday.
        let monday = day("2026-08-17");
        group.frequency = Frequency::Months(3);
        let proposed = group.proposed_days(monday, &Day::default());
        assert_eq!(proposed[1], day("2026-11-19"));
        assert!(proposed.iter().all(|day| day.weekday() == Weekday::Thu), "{proposed:?}");
        assert_eq!(group.usual_time(), NaiveTime::from_hms_opt(14, 0, 0));
        assert_eq!(Group::new("Zuid", monday).usual_time(), None);
    }

    #[test]
    fn a_holiday_is_not_proposed() {
        let mut group = group(&[]);
        group.frequency = Frequency::Weeks(4);
        // Four weeks later is Easter Monday.
        let monday = day("2027-03-01");
        let days = ["2027-03-22", "2027-03-30", "2027-04-05", "2027-04-12"].map(day);
        assert_eq!(group.proposed_days(monday, &Day::default()), days);
    }

    #[test]
    fn the_days_that_may_be_meant_come_first() {
        let group = group(&[]);
        let monday = day("2027-03-01");
        for (typed, days) in [
            ("2e paasdag", ["2027-03-30", "2027-04-05"]),
            ("maandag 7 april", ["2027-04-07", "2027-04-05"]),
            ("31 april", ["2027-04-30", "2027-05-01"]),
            ("eind april of mei", ["2027-05-24", "2027-05-31"]),
            ("april", ["2027-04-05", "2027-04-12"]),
            ("week 13", ["2027-03-30", "2027-05-24"]),
        ] {
            let proposed = group.proposed_days(monday, &Day::new(typed, monday));
            assert_eq!(proposed[..2], days.map(day), "{typed}");
        }
    }

    /// Whatever the calendar, nothing proposed is today, past, or a holiday.
    #[test]
    fn what_is_proposed_is_a_day_to_come() {
        for frequency in Frequency::CHOICES {
            let mut group = group(&[]);
            group.frequency = frequency;
            for today in day("2026-01-01").iter_days().take(800) {
                for proposed in group.proposed_days(today, &Day::default()) {
                    assert!(proposed > today && holiday(proposed).is_none(), "{today} {proposed}");
                }
            }
        }
    }
}
