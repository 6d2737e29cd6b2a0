//! Drawing up the minutes of a meeting from what was typed and ticked in it.

use std::borrow::Cow;

use chrono::NaiveTime;

use super::arrangements::Appointment;
use super::dates;
use super::group::Group;
use super::hour::{HourEvent, Moment};
use super::ids::PersonId;
use super::meeting::{Attendee, Item, Meeting, Presence};
use super::minutes::{
    MinutedAgreement, MinutedAnswer, MinutedGoal, MinutedItem, MinutedRoles, Minutes, Named,
};
use super::notes;

impl Minutes {
    /// The minutes to show for a meeting: as agreed if it is finished, else as
    /// [`draw_up`](Self::draw_up) makes them now. Minutes that were opened again are drawn up anew.
    #[must_use]
    pub fn current<'a>(group: &Group, meeting: &'a Meeting) -> Cow<'a, Self> {
        match meeting.minutes.as_deref().filter(|_| meeting.finished()) {
            Some(agreed) => Cow::Borrowed(agreed),
            None => Cow::Owned(Self::draw_up(group, meeting)),
        }
    }

    /// Draws up the minutes from the current state of the meeting.
    ///
    /// A meeting that was closed before keeps what the agreed minutes say of the group if there are
    /// later meetings, which may have changed the group.
    #[must_use]
    pub fn draw_up(group: &Group, meeting: &Meeting) -> Self {
        let drawn = Self::draw(group, meeting);
        let later = group.meetings.iter().any(|held| held.id > meeting.id);
        match meeting.minutes.as_deref().filter(|_| later) {
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
            ..self
        }
    }

    fn draw(group: &Group, meeting: &Meeting) -> Self {
        let today = meeting.id.date;
        let agreements = || {
            meeting
                .items
                .iter()
                .flat_map(|item| notes::agreements(&item.note, group, today))
                .map(|found| found.understood)
        };
        let earlier = group.meetings.iter().filter(|held| held.id < meeting.id).count();
        Self {
            group: group.name.clone(),
            kind: meeting.kind,
            number: earlier + 1,
            date: today,
            began: moment_of(meeting, |event| match event {
                HourEvent::Started(at) => Some(*at),
                _ => None,
            }),
            ended: ended(meeting),
            location: meeting.location.clone(),
            present: who(group, meeting, Presence::Present),
            sent_word: who(group, meeting, Presence::SentWord),
            not_present: who(group, meeting, Presence::NotPresent),
            roles: MinutedRoles {
                chair: meeting.roles.chair.map(|id| notes::short_name(group, id)),
                process_guard: meeting.roles.process_guard.map(|id| notes::short_name(group, id)),
                minute_taker: meeting.roles.minute_taker.map(|id| notes::short_name(group, id)),
            },
            items: meeting.items.iter().map(minuted_item).collect(),
            goals: goals(group, meeting),
            answers: answers(group, meeting),
            agreements: agreements()
                .map(|understood| MinutedAgreement {
                    what: understood.what,
                    who: names(group, &understood.who),
                    when: understood.when,
                    goal: understood.goal.and_then(|id| group.goal_number(id, today)),
                })
                .collect(),
            decisions: meeting.items.iter().flat_map(|item| notes::decisions(&item.note)).collect(),
            reviewed: group
                .plan
                .levels
                .iter()
                .filter(|level| level.reviewed == Some(today))
                .map(|level| level.name.clone())
                .collect(),
            frequency: group.frequency,
            topic: meeting.topic.clone(),
            skills: meeting.skills.clone(),
            next: next_meeting(meeting),
        }
    }
}

/// The next meeting as far as it can be read from what was typed; `None` without a readable date.
#[must_use]
pub fn next_meeting(meeting: &Meeting) -> Option<Appointment> {
    let date = dates::read_date(&meeting.next.date, meeting.id.date).ok()?;
    Some(Appointment {
        date,
        time: dates::read_time(&meeting.next.time),
        place: meeting.next.place.clone(),
    })
}

fn ended(meeting: &Meeting) -> Option<NaiveTime> {
    moment_of(meeting, |event| match event {
        HourEvent::Ended(at) => Some(*at),
        _ => None,
    })
}

fn moment_of(meeting: &Meeting, pick: impl Fn(&HourEvent) -> Option<Moment>) -> Option<NaiveTime> {
    meeting.hour.iter().rev().find_map(pick).map(|at| at.time())
}

fn minuted_item(item: &Item) -> MinutedItem {
    MinutedItem { kind: item.kind, discussed: item.taken_up(), note: item.note.clone() }
}

fn who(group: &Group, meeting: &Meeting, presence: Presence) -> Vec<Named> {
    meeting
        .attendance
        .iter()
        .filter(|attendee| attendee.presence == presence)
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
        from: attendee.from,
        // A time after the end of the meeting means that they stayed to the end.
        until: attendee.until.filter(|until| ended.is_none_or(|ended| *until < ended)),
    })
}

fn names(group: &Group, who: &[PersonId]) -> Vec<String> {
    who.iter().map(|id| notes::short_name(group, *id)).collect()
}

/// The goals that this meeting lists.
fn goals(group: &Group, meeting: &Meeting) -> Vec<MinutedGoal> {
    group
        .goals
        .iter()
        .filter(|goal| goal.stands_on(meeting.id.date))
        .map(|goal| MinutedGoal {
            id: goal.id,
            term: goal.term,
            number: group.goal_number(goal.id, meeting.id.date).map_or(0, |(_, number)| number),
            text: goal.text.clone(),
            state: goal.state,
            movement: goal.movement_in(meeting.id),
        })
        .collect()
}

fn answers(group: &Group, meeting: &Meeting) -> Vec<MinutedAnswer> {
    group
        .asked_in(meeting.id)
        .map(|agreement| MinutedAnswer {
            what: agreement.text.clone(),
            who: names(group, &agreement.who),
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
            let current = Minutes::current(&dossier.group, &dossier.meetings[&id]);
            (matches!(current, Cow::Borrowed(_)), current.group.clone())
        };

        let begun = closing::begin(&dossier.group, meeting);
        apply(&mut dossier, begun);
        assert_eq!(name(&dossier), (false, "Zuid".to_owned()));

        let closed = closing::close(&dossier.group, &dossier.meetings[&id], now);
        apply(&mut dossier, closed);
        dossier.group.name = "Noord".to_owned();
        assert_eq!(name(&dossier), (true, "Zuid".to_owned()));

        let reopened = closing::reopen(&dossier.group, &dossier.meetings[&id], now, "naam");
        apply(&mut dossier, reopened);
        assert_eq!(name(&dossier), (false, "Noord".to_owned()));
    }
}
