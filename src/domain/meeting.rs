//! One meeting: attendance, items with their notes, the hour, and where the group is in it.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::attendance::Attendee;
use super::form::Draft;
use super::group::Group;
use super::hour::{HourEvent, Moment, Reading};
use super::ids::{MeetingId, PersonId};
use super::lines;
use super::minutes::Minutes;
use super::person::Roles;
use super::reading::LineReading;
use super::structure::{ItemKind, MeetingKind, Need, Structure};

/// Where in the meeting the group is. The address is [`Meeting::location`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Place {
    /// Before the items: attendance and roles.
    Attendance,
    /// An item, by index from 0.
    Item(usize),
    /// After the items: agreeing the minutes together.
    Closing,
    /// After closing: client and coordinator only.
    AfterTalk,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    pub kind: ItemKind,
    pub need: Need,
    /// The minutes planned for it.
    pub minutes: u16,
    /// Whether something of it was answered, changed or ticked, or somebody said that it was discussed.
    /// See [`Meeting::discussed`].
    pub discussed: bool,
    /// The note as typed; see [`notes`](super::notes) for its signs.
    #[serde(with = "lines")]
    pub note: String,
    /// What the agreements in the note mean, in their order. Version 1 kept none.
    #[serde(default)]
    pub readings: Vec<LineReading>,
}

/// The next meeting as agreed in this one, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NextWords {
    pub date: String,
    /// The day on which the date was typed, from which its words are read; `None` for the day in the
    /// meeting's id, as in version 1.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    pub time: String,
    /// Whether a time after the day was typed later than `time`, and counts.
    #[serde(default)]
    pub time_in_day: bool,
    pub place: String,
}

/// What client and coordinator settled after the meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AfterTalk {
    pub read_by_client: bool,
}

/// A reopening of agreed minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reopening {
    pub at: Moment,
    /// As typed by the person who reopened them.
    pub reason: String,
    /// The minutes as they were agreed before. Version 1 kept none.
    #[serde(default)]
    pub was: Option<Box<Minutes>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    /// The meeting is being held, or its minutes were reopened.
    Underway,
    /// The minutes were agreed, at this moment.
    Finished(Moment),
}

/// One meeting. It is one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    pub id: MeetingId,
    pub kind: MeetingKind,
    pub stage: Stage,
    pub place: Place,
    /// The address or room of this meeting.
    pub location: String,
    /// Everybody who was expected, and who came besides.
    pub attendance: Vec<Attendee>,
    /// The roles in this meeting.
    pub roles: Roles,
    /// Whether it was held without a computer and written down afterwards. It then has no clock.
    #[serde(default)]
    pub afterwards: bool,
    /// The day, when somebody gave it: of a meeting that was written down afterwards, or where the
    /// clock of the computer was wrong.
    #[serde(default)]
    pub day: Option<NaiveDate>,
    /// When a meeting without a clock began, as far as somebody gave it.
    #[serde(default)]
    pub start: Option<NaiveTime>,
    /// Whether it did not go on.
    #[serde(default)]
    pub cancelled: bool,
    /// The events of the clock, oldest first.
    pub hour: Vec<HourEvent>,
    pub items: Vec<Item>,
    /// Whether the client agrees that the signalling plan is shown.
    pub plan_shown: bool,
    pub topic: String,
    #[serde(with = "lines")]
    pub skills: String,
    pub next: NextWords,
    pub draft: Option<Draft>,
    /// Unfinished forms that were left; they open again as they were.
    pub set_aside: Vec<Draft>,
    pub after: AfterTalk,
    /// Every reopening of the agreed minutes, oldest first.
    pub reopened: Vec<Reopening>,
    /// The minutes as last agreed, also while they are reopened.
    pub minutes: Option<Box<Minutes>>,
}

/// The location of a new meeting, and proposals for the time and place of the one after it.
fn proposed_places(group: &Group) -> (String, NextWords) {
    let planned = group.appointment();
    let time = planned.as_ref().and_then(|planned| planned.time).or_else(|| group.usual_time());
    let time = time.map(|time| time.format("%H.%M").to_string()).unwrap_or_default();
    let location = planned.map_or_else(|| group.place.clone(), |planned| planned.place);
    (location, NextWords { time, place: group.place.clone(), ..NextWords::default() })
}

impl Meeting {
    /// A new meeting, filled in from the group: who is expected, roles, place, and the items of
    /// `structure`.
    #[must_use]
    pub fn prepare(group: &Group, id: MeetingId, structure: &Structure) -> Self {
        let (location, next) = proposed_places(group);
        Self {
            id,
            kind: structure.kind,
            stage: Stage::Underway,
            place: Place::Attendance,
            location,
            attendance: group.expected().into_iter().map(Attendee::new).collect(),
            roles: group.roles,
            afterwards: false,
            day: None,
            start: None,
            cancelled: false,
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
                    readings: Vec::new(),
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

    #[must_use]
    pub fn finished(&self) -> bool {
        matches!(self.stage, Stage::Finished(_))
    }

    /// The day of the meeting: the one that was given, else the one on which its hour began; `None`
    /// while it is prepared. Version 1 kept the day of a meeting without a clock in its id only.
    #[must_use]
    pub fn day(&self) -> Option<NaiveDate> {
        let without_clock = (self.afterwards || self.finished()).then_some(self.id.date);
        self.day.or_else(|| self.started().map(|at| at.date_naive())).or(without_clock)
    }

    /// When the hour began.
    #[must_use]
    pub fn started(&self) -> Option<Moment> {
        self.hour.iter().find_map(|event| match event {
            HourEvent::Started(at) => Some(*at),
            _ => None,
        })
    }

    /// The time at which the meeting began, by the clock or as it was given.
    #[must_use]
    pub fn began(&self) -> Option<NaiveTime> {
        self.started().map(|at| at.time()).or(self.start)
    }

    #[must_use]
    pub fn reading(&self, now: Moment) -> Reading {
        Reading::of(&self.hour, now)
    }

    /// Whether nothing has happened in this meeting yet, and nothing was prepared for it. `planned` is
    /// its structure.
    #[must_use]
    pub fn untouched(&self, group: &Group, planned: &Structure) -> bool {
        let expected = |one: &Attendee| *one == Attendee::new(one.person);
        let budgets = self.items.iter().map(|item| item.minutes);
        self.place == Place::Attendance
            && self.wordless(group)
            && self.started().is_none()
            && self.roles == group.roles
            && self.attendance.iter().all(expected)
            && budgets.eq(planned.items.iter().map(|item| item.minutes))
    }

    /// Whether nothing was written down or discussed. The hour may have begun.
    #[must_use]
    pub fn wordless(&self, group: &Group) -> bool {
        // A place of the group was filled in by `prepare`; any other place was typed.
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
            && self.attendance.iter().all(|one| !one.spoke)
    }

    /// The item with an index from 0.
    #[must_use]
    pub fn item(&self, nr: usize) -> Option<&Item> {
        self.items.get(nr)
    }

    /// The index of the first item of a kind, from 0.
    #[must_use]
    pub fn number_of(&self, kind: ItemKind) -> Option<usize> {
        self.items.iter().position(|item| item.kind == kind)
    }

    /// Whether an item, by its index from 0, was discussed: something of it was written, answered,
    /// changed or ticked, or somebody said so. Time alone says nothing, except for the check-in when the
    /// meeting closes ([`closing`](super::closing)).
    #[must_use]
    pub fn discussed(&self, nr: usize) -> bool {
        let Some(item) = self.items.get(nr) else { return false };
        let written = |text: &String| !text.trim().is_empty();
        let shown = match item.kind {
            ItemKind::CheckIn | ItemKind::Welcome => self.attendance.iter().any(|one| one.spoke),
            ItemKind::NextDate | ItemKind::AgreementsAndNextDate => written(&self.next.date),
            ItemKind::Theme => written(&self.topic) || written(&self.skills),
            _ => false,
        };
        item.discussed || shown || written(&item.note)
    }

    /// Whether an item, by its index from 0, comes after the place where the meeting is.
    #[must_use]
    pub fn is_to_come(&self, nr: usize) -> bool {
        match self.place {
            Place::Attendance => true,
            Place::Item(here) => nr > here,
            Place::Closing | Place::AfterTalk => false,
        }
    }

    /// Whether an item, by its index from 0, belongs to every such meeting and was not discussed.
    #[must_use]
    pub fn is_left_out(&self, nr: usize) -> bool {
        self.items.get(nr).is_some_and(|item| item.need == Need::Always) && !self.discussed(nr)
    }

    #[must_use]
    pub fn attendee(&self, person: PersonId) -> Option<&Attendee> {
        self.attendance.iter().find(|attendee| attendee.person == person)
    }

    /// Whether somebody is present, for part of the meeting at least.
    #[must_use]
    pub fn present(&self, person: PersonId) -> bool {
        self.attendee(person).is_some_and(|attendee| self.was_there(attendee))
    }

    /// Whether somebody said that they are there, and they did not leave before the meeting began.
    #[must_use]
    pub fn was_there(&self, attendee: &Attendee) -> bool {
        attendee.is_there() && !self.left_before_it(attendee)
    }

    /// Whether they left at a time at which the meeting had not begun.
    #[must_use]
    pub fn left_before_it(&self, attendee: &Attendee) -> bool {
        self.began().zip(attendee.until).is_some_and(|(began, until)| until <= began)
    }
}

/// How the remaining time is planned. In minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// What the current item has left of its planned minutes; 0 if it is over.
    pub this_item: i64,
    /// What the items after it have left together.
    pub to_come: i64,
}

impl Forecast {
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
            .filter(|(nr, _)| meeting.is_to_come(*nr))
            .map(|(nr, item)| left(nr, item))
            .sum();
        Self { this_item, to_come }
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
        assert!(prepared.untouched(&group, &structure));
        // Another appointment of the group does not change a meeting that was prepared before.
        group.next.day = Day::new("12 mei", today);
        group.next.place = "Het atelier".to_owned();
        assert!(prepared.untouched(&group, &structure));
        let at_karin = Meeting { location: "bij Karin thuis".to_owned(), ..prepared.clone() };
        assert!(!at_karin.untouched(&group, &structure));
        let mut dated = prepared;
        dated.next.date = "12 mei".to_owned();
        assert!(!dated.untouched(&group, &structure));
    }
}
