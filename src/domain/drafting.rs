//! Drawing up the minutes of a meeting from what was typed and ticked in it.

use std::borrow::Cow;

use chrono::{NaiveDate, NaiveTime};

use super::arrangements::{Appointment, Planned};
use super::attendance::{Attendee, Presence};
use super::day::Day;
use super::goal::GoalState;
use super::group::Group;
use super::hour::HourEvent;
use super::ids::PersonId;
use super::meeting::Meeting;
use super::minutes::{
    MinutedAgreement, MinutedAnswer, MinutedGoal, MinutedHandover, MinutedItem, MinutedRoles,
    Minutes, Named,
};
use super::structure::{ItemKind, MeetingKind};
use super::{naming, notes, rereading};

impl Minutes {
    /// The minutes to show for a meeting: as agreed if it is finished, else as
    /// [`draw_up`](Self::draw_up) makes them now. Minutes that were opened again are drawn up anew.
    #[must_use]
    pub fn current<'a>(group: &Group, meeting: &'a Meeting, today: NaiveDate) -> Cow<'a, Self> {
        match meeting.minutes.as_deref().filter(|_| meeting.finished()) {
            Some(agreed) => Cow::Borrowed(agreed),
            None => Cow::Owned(Self::draw_up(group, meeting, today)),
        }
    }

    /// Draws up the minutes from the current state of the meeting. One that is prepared gets `today` as
    /// its day.
    ///
    /// A meeting that was closed before keeps what the agreed minutes say of the group if there are
    /// later meetings, which may have changed the group.
    #[must_use]
    pub fn draw_up(group: &Group, meeting: &Meeting, today: NaiveDate) -> Self {
        let drawn = Self::draw(group, meeting, meeting.day().unwrap_or(today));
        let is_latest = group.is_latest(meeting.id);
        match meeting.minutes.as_deref().filter(|_| !is_latest) {
            Some(agreed) => drawn.with_group_as_in(agreed),
            None => drawn,
        }
    }

    fn with_group_as_in(self, agreed: &Self) -> Self {
        let said = |id| self.goals.iter().find(|goal| goal.id == id).map(|goal| goal.movement);
        let goals = agreed.goals.iter().map(|goal| MinutedGoal {
            movement: said(goal.id).unwrap_or(goal.movement),
            ..goal.clone()
        });
        Self {
            goals: goals.collect(),
            group: agreed.group.clone(),
            reviewed: agreed.reviewed.clone(),
            frequency: agreed.frequency,
            frequency_proposal: agreed.frequency_proposal,
            frequency_chosen: agreed.frequency_chosen,
            ..self
        }
    }

    fn draw(group: &Group, meeting: &Meeting, day: NaiveDate) -> Self {
        let agreements = || {
            meeting
                .items
                .iter()
                .flat_map(|item| rereading::agreements(item, group, day))
                .map(|found| found.understood)
        };
        Self {
            group: group.name.clone(),
            kind: meeting.kind,
            number: group.number_of_meeting(meeting.id),
            date: day,
            began: meeting.began(),
            ended: ended(meeting),
            location: meeting.location.clone(),
            present: who(group, meeting, |one| meeting.was_there(one)),
            expected: who(group, meeting, Attendee::is_expected),
            sent_word: who(group, meeting, |one| one.presence == Presence::SentWord),
            not_present: who(group, meeting, |one| {
                one.stayed_away() || (one.is_there() && meeting.left_before_it(one))
            }),
            roles: MinutedRoles {
                chair: role(group, meeting, meeting.roles.chair),
                process_guard: role(group, meeting, meeting.roles.process_guard),
                minute_taker: role(group, meeting, meeting.roles.minute_taker),
            },
            items: minuted_items(meeting),
            goals: goals(group, meeting, day),
            answers: answers(group, meeting, day),
            agreements: agreements()
                .map(|understood| MinutedAgreement {
                    who: names(group, &understood.who),
                    everybody: understood.everybody,
                    either: whole_names(group, understood.undecided()),
                    unsettled: understood.open_when(),
                    what: understood.what,
                    when: understood.when,
                    goal: understood.goal.and_then(|id| group.goal_number(id, day)),
                })
                .collect(),
            decisions: meeting.items.iter().flat_map(|item| notes::decisions(&item.note)).collect(),
            reviewed: group
                .plan
                .levels
                .iter()
                .filter(|level| level.reviewed == Some(day))
                .map(|level| level.name.clone())
                .collect(),
            frequency: group.frequency,
            frequency_proposal: group.frequency_proposal,
            frequency_chosen: group.frequency_is_chosen(),
            topic: meeting.topic.clone(),
            skills: meeting.skills.clone(),
            next: next_meeting(meeting),
            handover: (meeting.kind == MeetingKind::Handover).then(|| MinutedHandover {
                responsibility: group.responsibility.clone(),
                receivers: group.receivers.clone(),
                care: group.handover.clone(),
                // What to do at a relapse is part of the plan, which the client shows or not.
                relapse: if meeting.plan_shown {
                    group.plan.relapse.clone()
                } else {
                    String::new()
                },
                future: group.future.clone(),
            }),
        }
    }
}

/// The next meeting as far as it can be read from what was typed; `None` without a readable date, and with
/// one before this meeting.
#[must_use]
pub fn next_meeting(meeting: &Meeting) -> Option<Appointment> {
    let day = meeting.day().unwrap_or(meeting.id.date);
    planned_in(meeting).appointment().filter(|next| next.date >= day)
}

/// The next meeting as it was typed.
#[must_use]
pub fn planned_in(meeting: &Meeting) -> Planned {
    let next = &meeting.next;
    Planned {
        day: Day::new(next.date.clone(), next.on.unwrap_or(meeting.id.date)),
        time: next.time.clone(),
        time_in_day: next.time_in_day,
        place: next.place.clone(),
    }
}

fn ended(meeting: &Meeting) -> Option<NaiveTime> {
    meeting.hour.iter().rev().find_map(|event| match event {
        HourEvent::Ended(at) => Some(at.time()),
        _ => None,
    })
}

fn minuted_items(meeting: &Meeting) -> Vec<MinutedItem> {
    let items = meeting.items.iter().enumerate();
    items
        .map(|(nr, item)| MinutedItem {
            kind: item.kind,
            discussed: meeting.discussed(nr),
            note: item.note.clone(),
        })
        .collect()
}

fn who(group: &Group, meeting: &Meeting, fits: impl Fn(&Attendee) -> bool) -> Vec<Named> {
    meeting
        .attendance
        .iter()
        .filter(|attendee| fits(attendee))
        .filter_map(|attendee| named(group, meeting, attendee))
        .collect()
}

fn named(group: &Group, meeting: &Meeting, attendee: &Attendee) -> Option<Named> {
    let person = group.person(attendee.person)?;
    let ended = ended(meeting);
    Some(Named {
        name: person.name.clone(),
        relation: person.relation.clone(),
        kind: person.kind,
        // Who came before it began was there from the beginning.
        from: if attendee.is_expected() {
            attendee.from
        } else {
            attendee.came_at().filter(|from| meeting.began().is_none_or(|began| *from > began))
        },
        // A time after the end of the meeting means that they stayed to the end.
        until: attendee.until.filter(|until| ended.is_none_or(|ended| *until < ended)),
        leaving: attendee.leaving,
    })
}

/// Who had a role; nobody who was not there.
fn role(group: &Group, meeting: &Meeting, holder: Option<PersonId>) -> Option<String> {
    holder.filter(|id| meeting.present(*id)).map(|id| naming::short_name(group, id))
}

fn whole_names(group: &Group, people: &[PersonId]) -> Vec<String> {
    people.iter().filter_map(|id| group.person(*id)).map(|one| one.name.trim().to_owned()).collect()
}

fn names(group: &Group, who: &[PersonId]) -> Vec<String> {
    who.iter().map(|id| naming::short_name(group, *id)).collect()
}

/// The goals that this meeting lists.
fn goals(group: &Group, meeting: &Meeting, day: NaiveDate) -> Vec<MinutedGoal> {
    group
        .goals
        .iter()
        .filter(|goal| goal.stands_on(day))
        .map(|goal| MinutedGoal {
            id: goal.id,
            term: goal.term,
            number: group.goal_number(goal.id, day).map_or(0, |(_, number)| number),
            text: goal.text.clone(),
            // What was reached or let go later was still worked on.
            state: match goal.ended {
                Some(ended) if ended > day => GoalState::Underway,
                _ => goal.state,
            },
            movement: goal.movement_in(meeting.id),
        })
        .collect()
}

/// How earlier agreements went. One that was not answered is named where the meeting asks about them at
/// all: a handover does not.
fn answers(group: &Group, meeting: &Meeting, day: NaiveDate) -> Vec<MinutedAnswer> {
    let asks = meeting.items.iter().any(|item| item.kind == ItemKind::PreviousMinutes);
    group
        .asked_in(meeting.id, day)
        .filter(|agreement| asks || agreement.outcome_in(meeting.id).is_some())
        .map(|agreement| MinutedAnswer {
            what: agreement.text.clone(),
            who: names(group, &agreement.who),
            everybody: agreement.everybody,
            when: agreement.when.clone(),
            outcome: agreement.outcome_in(meeting.id),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::closing;
    use crate::domain::dossier::Dossier;
    use crate::domain::hour::Moment;
    use crate::domain::ids::MeetingId;
    use crate::domain::structure::{MeetingKind, Structure};

    #[test]
    fn agreed_minutes_stay_current_until_they_are_opened_again() {
        let now: Moment = "2026-02-12T14:00:00+01:00".parse().unwrap();
        let mut dossier = Dossier::new(Group::new("Zuid", now.date_naive()));
        let structure = Structure { kind: MeetingKind::FollowUp, items: Vec::new() };
        let id = MeetingId::first(now.date_naive());
        let meeting = Meeting::prepare(&dossier.group, id, &structure);
        let apply = |dossier: &mut Dossier, changes: Vec<_>| {
            changes.iter().try_for_each(|change| dossier.apply(change)).unwrap();
        };
        let name = |dossier: &Dossier| {
            let current =
                Minutes::current(&dossier.group, &dossier.meetings[&id], now.date_naive());
            (matches!(current, Cow::Borrowed(_)), current.group.clone())
        };

        let begun = closing::begin(&dossier.group, meeting);
        apply(&mut dossier, begun);
        assert_eq!(name(&dossier), (false, "Zuid".to_owned()));

        let closed = closing::close(&dossier.group, &dossier.meetings[&id], now);
        apply(&mut dossier, closed);
        dossier.group.name = "Noord".to_owned();
        assert_eq!(name(&dossier), (true, "Zuid".to_owned()));

        let reopened = closing::reopen(&dossier.group, &dossier.meetings[&id], now, Some("naam"));
        apply(&mut dossier, reopened);
        assert_eq!(name(&dossier), (false, "Noord".to_owned()));
    }
}
