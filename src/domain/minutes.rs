//! The minutes: what a meeting leaves behind, drawn up from its notes and then kept as it was
//! agreed, whatever happens to the group later.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::agreement::Outcome;
use super::dates::{self, When};
use super::frequency::Frequency;
use super::goal::{GoalState, Movement, Term};
use super::group::{Appointment, Group};
use super::hour::{HourEvent, Moment};
use super::ids::{GoalId, PersonId};
use super::lines;
use super::meeting::{Attendee, Item, Meeting, Presence};
use super::notes;
use super::person::PersonKind;
use super::structure::{ItemKind, MeetingKind};

/// Somebody, as the minutes name them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// The name; may be empty for the client.
    pub name: String,
    /// What the person is to the client, in the client's words.
    pub relation: String,
    /// Family, close one, professional …
    pub kind: PersonKind,
    /// Came later, at this time.
    pub from: Option<NaiveTime>,
    /// Left earlier, at this time.
    pub until: Option<NaiveTime>,
}

/// An item, as it was minuted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MinutedItem {
    /// What it is about.
    pub kind: ItemKind,
    /// Whether the group spoke about it.
    pub discussed: bool,
    /// The note, as it was typed.
    #[serde(with = "lines")]
    pub note: String,
}

/// A goal, as it stood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MinutedGoal {
    /// Which goal.
    pub id: GoalId,
    /// Short or long.
    pub term: Term,
    /// Its number in this meeting, among the goals of its term.
    pub number: usize,
    /// Its words.
    pub text: String,
    /// Where it stood.
    pub state: GoalState,
    /// What was said of it in this meeting.
    pub movement: Option<Movement>,
}

/// An earlier agreement that was asked about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MinutedAnswer {
    /// What was to be done.
    pub what: String,
    /// By whom.
    pub who: Vec<String>,
    /// By when, or how often.
    pub when: Option<When>,
    /// How it went; `None` when nobody said.
    pub outcome: Option<Outcome>,
}

/// An agreement that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MinutedAgreement {
    /// What will be done.
    pub what: String,
    /// By whom.
    pub who: Vec<String>,
    /// By when, or how often.
    pub when: Option<When>,
    /// The goal it helps, as it was numbered.
    pub goal: Option<(Term, usize)>,
}

/// Who did what, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MinutedRoles {
    /// The formal chair.
    pub chair: Option<String>,
    /// The informal chair.
    pub process_guard: Option<String>,
    /// The minute taker.
    pub minute_taker: Option<String>,
}

/// The minutes of one meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Minutes {
    /// The group's name, as it was.
    pub group: String,
    /// Which structure was followed.
    pub kind: MeetingKind,
    /// Which meeting of the group it was, from 1.
    pub number: usize,
    /// The day.
    pub date: NaiveDate,
    /// When the hour began.
    pub began: Option<NaiveTime>,
    /// When the meeting was closed.
    pub ended: Option<NaiveTime>,
    /// Where.
    pub location: String,
    /// Who was there.
    pub present: Vec<Named>,
    /// Who sent word.
    pub sent_word: Vec<Named>,
    /// Who was not there.
    pub not_present: Vec<Named>,
    /// Who did what.
    pub roles: MinutedRoles,
    /// The items, in order.
    pub items: Vec<MinutedItem>,
    /// The goals, as they stood.
    pub goals: Vec<MinutedGoal>,
    /// What came of earlier agreements.
    pub answers: Vec<MinutedAnswer>,
    /// The agreements that were made.
    pub agreements: Vec<MinutedAgreement>,
    /// The decisions.
    pub decisions: Vec<String>,
    /// The parts of the signalling plan that were gone through.
    pub reviewed: Vec<String>,
    /// How often the group meets, as it was left.
    pub frequency: Frequency,
    /// The theme, when there was one.
    pub topic: String,
    /// What the members practise.
    #[serde(with = "lines")]
    pub skills: String,
    /// The next meeting.
    pub next: Option<Appointment>,
}

impl Minutes {
    /// The minutes of a meeting as they stand now. What the group was is kept as it was agreed
    /// before, once a later meeting may have changed it.
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

/// The next meeting, as far as what was typed can be read. `None` without a date.
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
        // Who meant to leave after the end was there to the end.
        until: attendee.until.filter(|until| ended.is_none_or(|ended| *until < ended)),
    })
}

fn names(group: &Group, who: &[PersonId]) -> Vec<String> {
    who.iter().map(|id| notes::short_name(group, *id)).collect()
}

/// The goals on the pages of this meeting.
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
