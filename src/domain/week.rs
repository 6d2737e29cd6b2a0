//! The coordinator's week in one group: whom to ask, interview and remind, and what to prepare.

use chrono::{Days, NaiveDate};

use super::group::Group;
use super::ids::{AgreementId, GoalId, MeetingId, PersonId};
use super::late::Late;
use super::person::{Person, Standing};
use super::phase::Step;

/// How many days ahead tasks are listed.
const WEEK_DAYS: u64 = 7;
/// How many days before a meeting its preparation is listed.
const PREPARATION_DAYS: u64 = 14;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Ask somebody whether they join.
    Ask(PersonId),
    PlanInterview(PersonId),
    Interview(PersonId),
    /// Remind somebody of an agreement.
    Remind(AgreementId),
    Prepare,
    /// Ask the responsible clinician for the next meeting: at the one after it, a year would have passed.
    InviteClinician,
    /// Ask about a short-term goal that has no day, or is older than three months.
    AskAboutGoal(GoalId),
    PlanMeeting,
    Finish(MeetingId),
    /// Have the client decide on the composition of the next meeting.
    Compose,
    /// Ask whether the group goes on after the handover.
    AskGoesOn,
    /// Evaluate the first meeting, or make the appointment for it.
    Evaluate,
}

/// Something to do, and by when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// `None` if it has no day of its own.
    pub on: Option<NaiveDate>,
    pub task: Task,
}

impl Group {
    /// What there is to do in the week from `today` on, by day. Tasks without a day come last.
    #[must_use]
    pub fn week(&self, today: NaiveDate) -> Vec<Due> {
        let mut week: Vec<Due> =
            self.people.iter().filter_map(|person| self.person_task(person, today)).collect();
        week.extend(self.meeting_tasks(today));
        week.extend(self.reminders(today));
        week.sort_by_key(|due| (due.on.is_none(), due.on));
        week
    }

    /// Phase 2: nominees are asked and interviewed.
    fn person_task(&self, person: &Person, today: NaiveDate) -> Option<Due> {
        let id = person.id;
        if !person.nominated() || self.roles.coordinator == Some(id) {
            return None;
        }
        if person.standing == Standing::ToAsk {
            return Some(Due { on: None, task: Task::Ask(id) });
        }
        if person.interview.held.done_by(today).is_some() {
            return None;
        }
        if let Some(planned) = person.interview.planned.coming() {
            let near = planned <= ahead(today, WEEK_DAYS);
            return near.then_some(Due { on: Some(planned), task: Task::Interview(id) });
        }
        let wanted = !self.step_done(Step::HoldInterviews) || person.standing == Standing::Asked;
        wanted.then_some(Due { on: None, task: Task::PlanInterview(id) })
    }

    fn meeting_tasks(&self, today: NaiveDate) -> Vec<Due> {
        let mut week = Vec::new();
        if let Some(held) = self.unfinished() {
            week.push(Due { on: Some(held.day()), task: Task::Finish(held.id) });
        } else if let Some(next) = self.appointment()
            && (today..=ahead(today, PREPARATION_DAYS)).contains(&next.date)
        {
            week.push(Due { on: Some(next.date), task: Task::Prepare });
            let asks = self.clinician_is_due_at_next().is_some() && self.roles.clinician.is_some();
            week.extend(asks.then_some(Due { on: Some(next.date), task: Task::InviteClinician }));
            let goals = self.goals_to_ask_about(today);
            week.extend(goals.map(|id| Due { on: Some(next.date), task: Task::AskAboutGoal(id) }));
        }
        let undated = |there: bool, task| there.then_some(Due { on: None, task });
        let no_day = self.late(today).contains(&Late::NoNextDay);
        week.extend(undated(no_day, Task::PlanMeeting));
        week.extend(undated(self.evaluation_missing().is_some(), Task::Evaluate));
        week.extend(undated(self.composition_missing().is_some(), Task::Compose));
        week.extend(undated(self.going_on_unsaid().is_some(), Task::AskGoesOn));
        let evaluation = self.evaluation.coming();
        let near = evaluation.filter(|day| (today..=ahead(today, WEEK_DAYS)).contains(day));
        week.extend(near.map(|day| Due { on: Some(day), task: Task::Evaluate }));
        week
    }

    /// The open agreements that are due within the week, or overdue.
    fn reminders(&self, today: NaiveDate) -> impl Iterator<Item = Due> {
        let open = self.agreements.iter().filter(|one| one.open() && self.is_reminded_of(one));
        // Overdue agreements are included.
        open.filter_map(move |agreement| {
            let day = agreement.day().filter(|day| *day <= ahead(today, WEEK_DAYS))?;
            Some(Due { on: Some(day), task: Task::Remind(agreement.id) })
        })
    }
}

fn ahead(today: NaiveDate, days: u64) -> NaiveDate {
    today.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::Day;
    use crate::domain::person::PersonKind;

    #[test]
    fn a_person_is_asked_then_interviewed_then_left_in_peace() {
        let today = NaiveDate::from_ymd_opt(2026, 2, 12).unwrap();
        let mut group = Group::new("Zuid", today);
        let piet = PersonId(1);
        group.people.push(Person::new(piet, "Piet", PersonKind::CloseOne, Standing::Known));
        let tasks =
            |group: &Group| group.week(today).into_iter().map(|it| it.task).collect::<Vec<_>>();
        assert_eq!(tasks(&group), []);
        group.people[0].standing = Standing::ToAsk;
        assert_eq!(tasks(&group), [Task::Ask(piet)]);
        group.people[0].standing = Standing::Asked;
        assert_eq!(tasks(&group), [Task::PlanInterview(piet)]);
        group.people[0].interview.planned = Day::new("over 3 weken", today);
        assert_eq!(tasks(&group), []);
        group.people[0].interview.planned = Day::new("morgen", today);
        assert_eq!(tasks(&group), [Task::Interview(piet)]);
        group.people[0].interview.held = Day::new("vandaag", today);
        assert_eq!(tasks(&group), []);
    }
}
