//! A group in one of its meetings, at a moment: the hour, who is there, what is planned next.

use std::ops::Deref;
use std::time::Duration;

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use super::group_view::GroupView;
use crate::domain::arrangements::Appointment;
use crate::domain::attendance::Attendee;
use crate::domain::closing::checked_in_by_the_clock;
use crate::domain::dates::DateProblem;
use crate::domain::day::Asked;
use crate::domain::drafting::planned_in;
use crate::domain::hour::{HOUR, HourEvent, HourState, Moment, Reading};
use crate::domain::ids::PersonId;
use crate::domain::meeting::{Forecast, Meeting, Place};
use crate::domain::minutes::Minutes;
use crate::domain::person::MeetingRole;
use crate::domain::structure::ItemKind;

/// A meeting at a moment. Derefs to the group on the day of the meeting.
#[derive(Clone, Copy)]
pub struct MeetingView<'a> {
    /// The group on the day of the meeting.
    pub group_view: GroupView<'a>,
    pub meeting: &'a Meeting,
    /// The minutes of the meeting before this one, once they were read.
    pub previous: Option<&'a Minutes>,
    pub now: Moment,
}

impl<'a> Deref for MeetingView<'a> {
    type Target = GroupView<'a>;

    fn deref(&self) -> &GroupView<'a> {
        &self.group_view
    }
}

impl MeetingView<'_> {
    /// The hour, now.
    #[must_use]
    pub fn reading(&self) -> Reading {
        self.meeting.reading(self.now)
    }

    /// How long until something that is shown of the time in whole minutes changes: the time of day, or
    /// in a running hour what has passed of it or of the item at hand.
    #[must_use]
    pub fn until_minute_ends(&self) -> Duration {
        let time_of_day = self.now.time() - NaiveTime::MIN;
        let reading = self.reading();
        let running = (reading.state == HourState::Running).then(|| {
            let here = match self.meeting.place {
                Place::Item(nr) => reading.spent_on(nr),
                _ => TimeDelta::zero(),
            };
            [reading.elapsed, here]
        });
        let times = [time_of_day].into_iter().chain(running.into_iter().flatten());
        let left = times.map(|it| MINUTE - TimeDelta::milliseconds(it.num_milliseconds() % 60_000));
        left.min().and_then(|it| it.to_std().ok()).unwrap_or_default()
    }

    /// The day from which the words of a day are read that is typed now: today, and the day of the
    /// meeting when it is written down afterwards.
    #[must_use]
    pub fn typed_on(&self) -> NaiveDate {
        if self.meeting.afterwards { self.today() } else { self.now.date_naive() }
    }

    /// What is still to come, now.
    #[must_use]
    pub fn forecast(&self) -> Forecast {
        Forecast::of(self.meeting, &self.reading())
    }

    /// Whether an item, by its index from 0, was discussed, as far as can be told now.
    #[must_use]
    pub fn discussed(&self, nr: usize) -> bool {
        self.meeting.discussed(nr) || checked_in_by_the_clock(self.meeting, &self.reading(), nr)
    }

    /// Those who are there.
    pub fn present(&self) -> impl Iterator<Item = PersonId> {
        self.meeting
            .attendance
            .iter()
            .filter(|attendee| self.meeting.was_there(attendee))
            .map(|attendee| attendee.person)
    }

    /// Who is there now, without those who left. Of another day everybody who was there.
    pub fn there_now(&self) -> impl Iterator<Item = PersonId> {
        let today = self.meeting.day() == Some(self.now.date_naive());
        let now = self.now.time();
        let attendance = self.meeting.attendance.iter();
        let there = attendance.filter(|one| self.meeting.was_there(one));
        there
            .filter(move |one| !today || one.until.is_none_or(|until| until > now))
            .map(|one| one.person)
    }

    /// Whether the client is there. In a group that does not say who the client is, they are taken to be.
    #[must_use]
    pub fn client_is_there(&self) -> bool {
        self.group.roles.client.is_none_or(|id| self.meeting.present(id))
    }

    /// Who has a role in this meeting.
    #[must_use]
    pub fn holder(&self, role: MeetingRole) -> Option<PersonId> {
        match role {
            MeetingRole::Chair => self.meeting.roles.chair,
            MeetingRole::ProcessGuard => self.meeting.roles.process_guard,
            MeetingRole::MinuteTaker => self.meeting.roles.minute_taker,
        }
    }

    /// A sentence for each of client and coordinator who is not there.
    pub fn missing(&self) -> impl Iterator<Item = &'static str> {
        let roles = self.group.roles;
        let client = (roles.client, self.words.without_client());
        let coordinator = (roles.coordinator, self.words.without_coordinator());
        [client, coordinator].into_iter().filter_map(|(person, sentence)| {
            let person = person?;
            let comes = self.meeting.attendee(person).is_some_and(Attendee::comes);
            (!comes).then_some(sentence)
        })
    }

    /// Somebody who leaves before the item that needs them is due: who, and which item.
    #[must_use]
    pub fn leaves_too_early(&self) -> Option<(PersonId, ItemKind)> {
        let clinician = self.group.roles.clinician?;
        let until = self.meeting.attendee(clinician)?.until?;
        // Said in the last ten minutes, when something can still be done about it.
        let soon = until - self.now.time() <= TimeDelta::minutes(10);
        let reading = self.reading();
        let mut due = self.now;
        for (nr, item) in self.meeting.items.iter().enumerate() {
            if self.discussed(nr) {
                continue;
            }
            let needed = matches!(
                item.kind,
                ItemKind::SignallingPlan | ItemKind::PlanAndGoals | ItemKind::Composition
            );
            if needed && soon && due.time() >= until && self.now.time() < until {
                return Some((clinician, item.kind));
            }
            let left = TimeDelta::minutes(i64::from(item.minutes)) - reading.spent_on(nr);
            due += left.max(TimeDelta::zero());
        }
        None
    }

    /// The next meeting, when the group planned one after this.
    #[must_use]
    pub fn planned_already(&self) -> Option<Appointment> {
        self.group.appointment().filter(|next| next.date > self.today())
    }

    /// Whether a time of today has passed.
    fn has_passed(&self, date: NaiveDate, time: Option<NaiveTime>) -> bool {
        let now = self.now.naive_local();
        date == now.date() && time.is_some_and(|time| time < now.time())
    }

    /// What was understood of the next date that was typed, in words.
    #[must_use]
    pub fn next_understood(&self) -> String {
        let words = self.words;
        let planned = planned_in(self.meeting);
        match planned.day.read(Asked::Coming) {
            Ok(date) if date < self.today() => words.date_is_past(date),
            Ok(date) if self.has_passed(date, planned.time()) => words.time_is_past(date),
            Ok(date) => {
                let time = planned.time().filter(|_| planned.time_in_day);
                let at = time.map(|time| format!(", {}", words.said_time(time)));
                let at = at.unwrap_or_default();
                let distance = words.distance(date, self.today());
                let holiday = words.on_holiday(date);
                format!("{}{at} · {distance}{holiday}", words.long_date(date))
            }
            Err(problem) => match self.planned_already() {
                // A meeting that is written down afterwards finds the next one planned.
                Some(planned) if problem == DateProblem::Empty => {
                    words.next_planned(Some(&planned), self.now.date_naive())
                }
                _ => words.date_problem(&problem),
            },
        }
    }
}

const MINUTE: TimeDelta = TimeDelta::minutes(1);

/// Whole minutes left of the hour: the minute that has begun still counts; below zero, the minutes
/// over.
#[must_use]
pub fn whole_minutes_left(reading: &Reading) -> i64 {
    HOUR.num_minutes() - reading.elapsed.num_minutes()
}

/// The last jump of the clock forward, and its place among the events of the hour.
#[must_use]
pub fn last_jump(meeting: &Meeting) -> Option<(usize, HourEvent)> {
    let mut events = meeting.hour.iter().copied().enumerate().rev();
    events.find(|(_, event)| matches!(event, HourEvent::Jumped { from, to, .. } if to > from))
}
