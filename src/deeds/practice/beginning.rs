//! The practice group before its first meeting: its people, who were asked and interviewed, and the steps
//! of phases 1 to 4, on days on which the coordinator works.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::file::Practice;
use crate::domain::arrangements::Channel;
use crate::domain::day::Day;
use crate::domain::group::Group;
use crate::domain::person::{Person, Standing};
use crate::domain::phase::{Step, StepRecord, StepState};
use crate::words::Words;

/// A day some weeks before today. It is a working day of the coordinator, Monday to Thursday, the nearest
/// to the same day of the week; no weeks before today is today itself.
pub(super) fn weeks_before(today: NaiveDate, weeks: u64) -> NaiveDate {
    let day = today.checked_sub_days(Days::new(weeks * 7)).unwrap_or(today);
    let moved = match day.weekday() {
        _ if weeks == 0 => Some(day),
        Weekday::Fri => day.pred_opt(),
        Weekday::Sat => day.checked_sub_days(Days::new(2)),
        Weekday::Sun => day.succ_opt(),
        _ => Some(day),
    };
    moved.unwrap_or(day)
}

/// In which week after the beginning each of the steps of phases 1 to 4 was done, in order.
const STEP_WEEKS: [u64; 19] = [0, 1, 2, 2, 3, 3, 4, 9, 10, 10, 11, 11, 11, 12, 12, 13, 13, 13, 13];
/// In which week they were asked to join, and in which the first was interviewed; the others follow week by
/// week.
const ASKED_WEEK: u64 = 4;
const INTERVIEW_WEEK: u64 = 5;

/// The group as it was before its first meeting.
pub(super) fn group(practice: &Practice, words: Words, today: NaiveDate) -> Group {
    let started = weeks_before(today, practice.started_weeks_ago);
    let mut group = Group::new(&practice.name, started);
    group.place.clone_from(&practice.place);
    (group.frequency, group.frequency_chosen) = (practice.frequency, Some(true));
    group.communication = practice.communication.join("\n");
    group.people.clone_from(&practice.people);
    group.relations.clone_from(&practice.relations);
    group.explanation.to.clone_from(&practice.explained_to);
    let after = |weeks: u64| {
        let date = started.checked_add_days(Days::new(weeks * 7)).unwrap_or(started);
        Day::new(words.long_date(date), date)
    };
    group.explanation.on = after(0);
    group.first_week = after(13);
    group.channels = vec![Channel::Mail, Channel::Telephone, Channel::GroupApp];
    // Who is still to be asked has not been interviewed either.
    let asked =
        |person: &&mut Person| person.approach.is_some() && person.standing != Standing::ToAsk;
    let mut week = INTERVIEW_WEEK;
    for person in group.people.iter_mut().filter(asked) {
        person.asked = after(ASKED_WEEK);
        if person.standing == Standing::Joins {
            person.interview.planned = after(week);
            person.interview.held = after(week);
            week += 1;
        }
    }
    group.roles = practice.roles;
    group.plan = practice.plan.clone();
    let by = coordinator(&group);
    group.steps = Step::ALL
        .iter()
        .zip(STEP_WEEKS)
        .map(|(step, week)| StepRecord {
            step: *step,
            state: StepState::Done,
            date: after(week),
            by: by.clone(),
        })
        .collect();
    group
}

/// The first name of the coordinator.
pub(super) fn coordinator(group: &Group) -> String {
    let coordinator = group.roles.coordinator.and_then(|id| group.person(id));
    coordinator.map(|person| person.first_name().to_owned()).unwrap_or_default()
}
