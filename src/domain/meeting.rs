//! One meeting: who is there, the items with their notes, the hour, and where the group is.

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

use super::group::Group;
use super::hour::{HourEvent, Moment, Reading};
use super::ids::{MeetingId, PersonId};
use super::lines;
use super::minutes::Minutes;
use super::person::Roles;
use super::structure::{ItemKind, MeetingKind, Need, Structure};

/// Whether somebody is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Presence {
    /// There, for part of the meeting or all of it.
    Present,
    /// Not there, and said so beforehand.
    SentWord,
    /// Not there.
    NotPresent,
}

impl Presence {
    /// In the order in which a person steps through them.
    pub const ALL: [Self; 3] = [Self::Present, Self::SentWord, Self::NotPresent];
}

/// Somebody who was expected at the meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attendee {
    /// Who.
    pub person: PersonId,
    /// There or not.
    pub presence: Presence,
    /// Came later, at this time.
    pub from: Option<NaiveTime>,
    /// Left earlier, at this time.
    pub until: Option<NaiveTime>,
    /// Said how they are, in the check-in.
    pub spoke: bool,
}

/// Where in the meeting the group is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Place {
    /// Who is there, and who does what.
    Attendance,
    /// An item, counted from 0.
    Item(usize),
    /// Closing together.
    Closing,
    /// Afterwards, client and coordinator alone.
    AfterTalk,
}

/// An item of this meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// What it is about.
    pub kind: ItemKind,
    /// Whether it has to be there.
    pub need: Need,
    /// Its minutes of the hour.
    pub minutes: u16,
    /// Spoken about: the group was here and went on.
    pub discussed: bool,
    /// The note, as it was typed.
    #[serde(with = "lines")]
    pub note: String,
}

impl Item {
    /// Whether the group spoke about it: it was here and went on, or something was written.
    #[must_use]
    pub fn taken_up(&self) -> bool {
        self.discussed || !self.note.trim().is_empty()
    }
}

/// A form that is open: what was typed in it so far, so that a crash keeps that too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// What is asked.
    pub form: Form,
    /// The answers so far, one a question.
    pub answers: Vec<String>,
    /// The question at hand, counted from 0.
    pub at: usize,
}

/// The forms of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// An agreement for an item's note: what, who, when, which goal. `line` when one is mended.
    Agreement {
        /// The item in whose note it stands.
        item: usize,
        /// The line of the note that is mended, counted from 0.
        line: Option<usize>,
    },
    /// A decision for an item's note.
    Decision {
        /// The item in whose note it stands.
        item: usize,
    },
    /// When somebody came.
    Arrival(PersonId),
    /// When somebody left.
    Departure(PersonId),
    /// Somebody who is there and is not in the group yet.
    NewPerson,
    /// Another name for somebody.
    PersonName(PersonId),
    /// A new short-term goal.
    NewShortGoal,
    /// A new long-term goal.
    NewLongGoal,
    /// The minutes an item gets.
    Budget {
        /// The item.
        item: usize,
    },
    /// Why agreed minutes are opened again.
    Reopening,
}

/// What is said about the next meeting, as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NextWords {
    /// The day, in words or digits.
    pub date: String,
    /// The time.
    pub time: String,
    /// The place.
    pub place: String,
}

/// What was settled afterwards, by client and coordinator.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AfterTalk {
    /// The client has read the minutes.
    pub read_by_client: bool,
}

/// Agreed minutes that were opened again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reopening {
    /// When.
    pub at: Moment,
    /// Why, in the person's words.
    pub reason: String,
}

/// Whether the minutes are agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    /// Being held, or opened again.
    Underway,
    /// Minutes agreed.
    Finished(Moment),
}

/// One meeting, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// The day it began.
    pub id: MeetingId,
    /// Which structure it follows.
    pub kind: MeetingKind,
    /// Being held, or agreed.
    pub stage: Stage,
    /// Where the group is in it.
    pub place: Place,
    /// Where the group meets this time.
    pub location: String,
    /// Who was expected.
    pub attendance: Vec<Attendee>,
    /// Who does what, this time.
    pub roles: Roles,
    /// Held without a computer and written down afterwards: there is no clock.
    #[serde(default)]
    pub afterwards: bool,
    /// What happened to the hour.
    pub hour: Vec<HourEvent>,
    /// The items, in the order of the structure.
    pub items: Vec<Item>,
    /// Whether the client is content that the signalling plan is shown.
    pub plan_shown: bool,
    /// The theme.
    pub topic: String,
    /// What the members practise or want to learn.
    #[serde(with = "lines")]
    pub skills: String,
    /// The next meeting, as it was typed.
    pub next: NextWords,
    /// An open form.
    pub draft: Option<Draft>,
    /// Forms that were left before they were done; they open again as they were.
    pub set_aside: Vec<Draft>,
    /// What was settled afterwards.
    pub after: AfterTalk,
    /// Each time the agreed minutes were opened again.
    pub reopened: Vec<Reopening>,
    /// The minutes as they were last agreed.
    pub minutes: Option<Box<Minutes>>,
}

/// The place of a new meeting, and what is known already of the one after it.
fn filled_in(group: &Group) -> (String, NextWords) {
    let planned = group.appointment();
    let time = planned.as_ref().and_then(|planned| planned.time);
    let time = time.map(|time| time.format("%H.%M").to_string()).unwrap_or_default();
    let location = planned.map_or_else(|| group.place.clone(), |planned| planned.place);
    (location, NextWords { date: String::new(), time, place: group.place.clone() })
}

impl Meeting {
    /// A new meeting of a group, with everything filled from last time.
    #[must_use]
    pub fn prepare(group: &Group, id: MeetingId, structure: &Structure) -> Self {
        let attend = |person| Attendee {
            person,
            presence: Presence::Present,
            from: None,
            until: None,
            spoke: false,
        };
        let (location, next) = filled_in(group);
        Self {
            id,
            kind: structure.kind,
            stage: Stage::Underway,
            place: Place::Attendance,
            location,
            attendance: group.expected().into_iter().map(attend).collect(),
            roles: group.roles,
            afterwards: false,
            hour: Vec::new(),
            items: structure
                .items
                .iter()
                .map(|item| Item {
                    kind: item.kind,
                    need: item.need,
                    minutes: item.minutes,
                    discussed: false,
                    note: String::new(),
                })
                .collect(),
            plan_shown: false,
            topic: String::new(),
            skills: String::new(),
            next,
            draft: None,
            set_aside: Vec::new(),
            after: AfterTalk::default(),
            reopened: Vec::new(),
            minutes: None,
        }
    }

    /// Whether the minutes are agreed.
    #[must_use]
    pub fn finished(&self) -> bool {
        matches!(self.stage, Stage::Finished(_))
    }

    /// The hour at a moment.
    #[must_use]
    pub fn reading(&self, now: Moment) -> Reading {
        Reading::of(&self.hour, now)
    }

    /// Whether nothing has happened in this meeting yet.
    #[must_use]
    pub fn untouched(&self, group: &Group) -> bool {
        self.place == Place::Attendance
            && self.wordless(group)
            && !self.hour.iter().any(|event| matches!(event, HourEvent::Started(_)))
    }

    /// Whether nothing was written down or spoken about yet, though the hour may have begun.
    #[must_use]
    pub fn wordless(&self, group: &Group) -> bool {
        // A place that the group knows was filled in; any other was typed.
        let known = [&group.next.place, &group.place];
        let typed = |place: &String| !place.trim().is_empty() && !known.contains(&place);
        !self.finished()
            && !typed(&self.location)
            && !typed(&self.next.place)
            && self.next.date.is_empty()
            && self.reopened.is_empty()
            && self.draft.is_none()
            && self.set_aside.is_empty()
            && self.topic.is_empty()
            && self.skills.is_empty()
            && self.items.iter().all(|item| item.note.is_empty() && !item.discussed)
    }

    /// The item with a number from 0.
    #[must_use]
    pub fn item(&self, nr: usize) -> Option<&Item> {
        self.items.get(nr)
    }

    /// The number of the first item of a kind.
    #[must_use]
    pub fn number_of(&self, kind: ItemKind) -> Option<usize> {
        self.items.iter().position(|item| item.kind == kind)
    }

    /// What somebody's attendance is.
    #[must_use]
    pub fn attendee(&self, person: PersonId) -> Option<&Attendee> {
        self.attendance.iter().find(|attendee| attendee.person == person)
    }

    /// Whether somebody is there, for part of the meeting or all of it.
    #[must_use]
    pub fn present(&self, person: PersonId) -> bool {
        self.attendee(person).is_some_and(|one| one.presence == Presence::Present)
    }
}

/// What is still to come, in minutes of the hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// What the item at hand has left of its minutes; 0 when it is over them.
    pub this_item: i64,
    /// What the items ask together that the group has not been at, or only glanced at.
    pub to_come: i64,
    /// The minute of the hour at which the meeting would end.
    pub ends_at: i64,
}

impl Forecast {
    /// The forecast for a meeting that is at `place` of its items.
    #[must_use]
    pub fn of(meeting: &Meeting, reading: &Reading) -> Self {
        let here = match meeting.place {
            Place::Item(nr) => Some(nr),
            _ => None,
        };
        let left = |nr: usize, item: &Item| {
            (i64::from(item.minutes) - reading.spent_on(nr).num_minutes()).max(0)
        };
        let numbered = || meeting.items.iter().enumerate();
        let this_item =
            numbered().filter(|(nr, _)| Some(*nr) == here).map(|(nr, item)| left(nr, item)).sum();
        let to_come = numbered()
            .filter(|(nr, item)| Some(*nr) != here && !item.discussed)
            .map(|(nr, item)| left(nr, item))
            .sum();
        let ends_at = reading.elapsed.num_minutes() + this_item + to_come;
        Self { this_item, to_come, ends_at }
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::domain::day::Day;

    #[test]
    fn a_meeting_in_which_only_a_place_was_typed_is_not_without_words() {
        let today = NaiveDate::from_ymd_opt(2026, 2, 12).unwrap();
        let mut group = Group::new("Zuid", today);
        group.place = "De Kade".to_owned();
        let structure = Structure { kind: MeetingKind::FollowUp, items: Vec::new() };
        let prepared = Meeting::prepare(&group, MeetingId::first(today), &structure);
        assert!(prepared.untouched(&group));
        // Another appointment of the group writes nothing in a meeting that was prepared before.
        group.next.day = Day::new("12 mei", today);
        group.next.place = "Het atelier".to_owned();
        assert!(prepared.untouched(&group));
        let at_karin = Meeting { location: "bij Karin thuis".to_owned(), ..prepared.clone() };
        assert!(!at_karin.untouched(&group));
        let mut dated = prepared;
        dated.next.date = "12 mei".to_owned();
        assert!(!dated.untouched(&group));
    }
}
