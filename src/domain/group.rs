//! A group: what the client and the coordinator know of it between meetings.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::agreement::Agreement;
use super::arrangements::{Channel, Explanation, Planned, Preparation, RoleWords};
use super::bin::{Binned, Thing};
use super::day::Day;
use super::delta::Refusal;
use super::frequency::Frequency;
use super::goal::{Goal, Term};
use super::ids::{AgreementId, GoalId, MeetingId, PersonId};
use super::lines;
use super::person::{Person, PersonKind, Roles};
use super::phase::StepRecord;
use super::plan::SignallingPlan;
use super::reorientation::{Condition, Receiver};
use super::sociogram::{Relation, Strength};
use super::structure::{ItemKind, MeetingKind};

/// When and where a meeting will be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Appointment {
    /// The day.
    pub date: NaiveDate,
    /// The time of day, once it is known.
    pub time: Option<NaiveTime>,
    /// Where.
    pub place: String,
}

/// Who is there next time, decided by the client after a meeting (phase 5, step 1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Composition {
    /// After which meeting it was decided.
    pub after: MeetingId,
    /// Who is there.
    pub people: Vec<PersonId>,
}

/// What the group remembers of a meeting without opening its file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeldMeeting {
    /// Which meeting; also the name of its file.
    pub id: MeetingId,
    /// Its structure.
    pub kind: MeetingKind,
    /// Whether its minutes are agreed.
    pub finished: bool,
    /// Whether the responsible clinician was there, for part of it or all.
    pub clinician: bool,
    /// The items the group spoke about.
    #[serde(default)]
    pub discussed: Vec<ItemKind>,
    /// How many minutes of the clock it took; `None` when there was no clock.
    #[serde(default)]
    pub lasted: Option<u16>,
}

impl HeldMeeting {
    /// A meeting that has just begun.
    #[must_use]
    pub fn begun(id: MeetingId, kind: MeetingKind) -> Self {
        Self { id, kind, finished: false, clinician: false, discussed: Vec::new(), lasted: None }
    }
}

/// The dossier of one group, without its meetings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// The name the client chose.
    pub name: String,
    /// The day the group was made in kring.
    pub started: NaiveDate,
    /// The day the work began, when it was another.
    #[serde(default)]
    pub begun: Day,
    /// The explanation of the method (phase 1, step 1).
    #[serde(default)]
    pub explanation: Explanation,
    /// The lines of the sociogram (phase 1, step 2).
    #[serde(default)]
    pub relations: Vec<Relation>,
    /// A day in the week of the first meeting (phase 1, step 6).
    #[serde(default)]
    pub first_week: Day,
    /// Members, and people the client wants to ask.
    pub people: Vec<Person>,
    /// Who does what.
    pub roles: Roles,
    /// Recovery goals, past ones too.
    pub goals: Vec<Goal>,
    /// Work agreements, past ones too.
    pub agreements: Vec<Agreement>,
    /// The signalling plan.
    pub plan: SignallingPlan,
    /// What the chairs do, and what else is spoken about (phase 3, step 3).
    #[serde(default)]
    pub preparation: Preparation,
    /// How often the group meets.
    pub frequency: Frequency,
    /// Where the group usually meets (phase 3, step 5).
    pub place: String,
    /// The ways in which the group keeps in touch (phase 3, step 7).
    #[serde(default)]
    pub channels: Vec<Channel>,
    /// What was agreed about that.
    #[serde(with = "lines")]
    pub communication: String,
    /// When client and coordinator look back on the first meeting (phase 4, step 4).
    #[serde(default)]
    pub evaluation: Day,
    /// Whether it is time for phase 6.
    #[serde(default)]
    pub reorientation: Vec<Condition>,
    /// Who is responsible for treatment from now on (phase 6, step 1).
    #[serde(with = "lines")]
    pub responsibility: String,
    /// To whom care is handed over (phase 6, step 2).
    #[serde(default)]
    pub receivers: Vec<Receiver>,
    /// How care is handed over.
    #[serde(with = "lines")]
    pub handover: String,
    /// The next meeting, as it was typed.
    #[serde(default)]
    pub next: Planned,
    /// The day of a meeting that was held without a computer and is to be written down.
    #[serde(default)]
    pub held_on: Day,
    /// Who is there next time, once it is decided.
    pub composition: Option<Composition>,
    /// Steps that are no longer untouched.
    pub steps: Vec<StepRecord>,
    /// The meetings so far, oldest first, one that is under way too.
    pub meetings: Vec<HeldMeeting>,
    /// What the group calls the coordinator and the clinician.
    #[serde(default)]
    pub role_words: RoleWords,
    /// What was deleted.
    #[serde(default)]
    pub bin: Vec<Binned>,
}

impl Group {
    /// A group with a name and a start date, and nothing else.
    #[must_use]
    pub fn new(name: &str, started: NaiveDate) -> Self {
        Self {
            name: name.to_owned(),
            started,
            begun: Day::default(),
            explanation: Explanation::default(),
            relations: Vec::new(),
            first_week: Day::default(),
            people: Vec::new(),
            roles: Roles::default(),
            goals: Vec::new(),
            agreements: Vec::new(),
            plan: SignallingPlan::default(),
            preparation: Preparation::default(),
            frequency: Frequency::default(),
            place: String::new(),
            channels: Vec::new(),
            communication: String::new(),
            evaluation: Day::default(),
            reorientation: Vec::new(),
            responsibility: String::new(),
            receivers: Vec::new(),
            handover: String::new(),
            next: Planned::default(),
            held_on: Day::default(),
            composition: None,
            steps: Vec::new(),
            meetings: Vec::new(),
            role_words: RoleWords::default(),
            bin: Vec::new(),
        }
    }

    /// The day the work began; the deadlines of phases 1 to 3 count from it.
    #[must_use]
    pub fn start_day(&self) -> NaiveDate {
        self.begun.gone().unwrap_or(self.started)
    }

    /// The person with an id; somebody in the bin too, so that old agreements keep their names.
    #[must_use]
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        let binned = self.bin.iter().filter_map(|binned| match &binned.thing {
            Thing::Person(person) => Some(&**person),
            _ => None,
        });
        self.people.iter().chain(binned).find(|person| person.id == id)
    }

    /// The person the group is for.
    #[must_use]
    pub fn client(&self) -> Option<&Person> {
        self.people.iter().find(|person| person.kind == PersonKind::Client)
    }

    /// How strong the line between two people is.
    #[must_use]
    pub fn strength(&self, one: PersonId, other: PersonId) -> Option<Strength> {
        let relation = self.relations.iter().find(|relation| relation.joins(one, other));
        relation.map(|relation| relation.strength)
    }

    /// The next meeting, when its day can be read.
    #[must_use]
    pub fn appointment(&self) -> Option<Appointment> {
        self.next.appointment()
    }

    /// The members: those who join.
    pub fn members(&self) -> impl Iterator<Item = &Person> {
        self.people.iter().filter(|person| person.joins())
    }

    /// The goal with an id.
    #[must_use]
    pub fn goal(&self, id: GoalId) -> Option<&Goal> {
        self.goals.iter().find(|goal| goal.id == id)
    }

    /// The goals of a term that the group works on now, in order.
    pub fn open_goals(&self, term: Term) -> impl Iterator<Item = &Goal> {
        self.goals.iter().filter(move |goal| goal.term == term && goal.state.open())
    }

    /// The goals of a term on the pages of a meeting of a day, in order; their place is their
    /// number there.
    pub fn goals_on(&self, term: Term, day: NaiveDate) -> impl Iterator<Item = &Goal> {
        self.goals.iter().filter(move |goal| goal.term == term && goal.stands_on(day))
    }

    /// A goal's number in a meeting of a day, from 1.
    #[must_use]
    pub fn goal_number(&self, id: GoalId, day: NaiveDate) -> Option<(Term, usize)> {
        let goal = self.goal(id)?;
        let place = self.goals_on(goal.term, day).position(|other| other.id == id)?;
        Some((goal.term, place + 1))
    }

    /// Whether one more goal of a term fits.
    ///
    /// # Errors
    /// [`Refusal::TooManyShort`] or [`Refusal::TooManyLong`] (phase 1, step 3).
    pub fn room_for(&self, term: Term) -> Result<(), Refusal> {
        if self.open_goals(term).count() < term.most() {
            return Ok(());
        }
        Err(match term {
            Term::Short => Refusal::TooManyShort,
            Term::Long => Refusal::TooManyLong,
        })
    }

    /// The agreement with an id.
    #[must_use]
    pub fn agreement(&self, id: AgreementId) -> Option<&Agreement> {
        self.agreements.iter().find(|agreement| agreement.id == id)
    }

    /// The agreements a meeting asks about: "how did it go?".
    pub fn asked_in(&self, meeting: MeetingId) -> impl Iterator<Item = &Agreement> {
        self.agreements.iter().filter(move |agreement| agreement.asked_in(meeting))
    }

    /// Who is expected at the next meeting: what the client decided, else the members.
    #[must_use]
    pub fn expected(&self) -> Vec<PersonId> {
        let members = || self.members().map(|person| person.id);
        match &self.composition {
            Some(composition) => members().filter(|id| composition.people.contains(id)).collect(),
            None => members().collect(),
        }
    }

    /// The last meeting whose minutes are agreed, before `than` when given.
    #[must_use]
    pub fn last_finished(&self, than: Option<MeetingId>) -> Option<&HeldMeeting> {
        self.meetings
            .iter()
            .filter(|held| held.finished && than.is_none_or(|than| held.id < than))
            .max_by_key(|held| held.id)
    }

    /// The meeting that was begun and not finished, if there is one.
    #[must_use]
    pub fn unfinished(&self) -> Option<&HeldMeeting> {
        self.meetings.iter().rev().find(|held| !held.finished)
    }

    /// An id for a meeting that begins on `date`.
    #[must_use]
    pub fn meeting_id(&self, date: NaiveDate) -> MeetingId {
        let taken = |nth| self.meetings.iter().any(|held| held.id == MeetingId { date, nth });
        let nth = (1..u8::MAX).find(|nth| !taken(*nth)).unwrap_or(u8::MAX);
        MeetingId { date, nth }
    }

    /// An id that no person has or had, as far as the group knows.
    #[must_use]
    pub fn free_person(&self) -> PersonId {
        let binned = self.bin.iter().filter_map(|binned| match &binned.thing {
            Thing::Person(person) => Some(person.id.0),
            Thing::GonePerson(id) => Some(id.0),
            _ => None,
        });
        let taken = self.people.iter().map(|person| person.id.0).chain(binned);
        PersonId(taken.max().unwrap_or(0) + 1)
    }

    /// An id that no goal has.
    #[must_use]
    pub fn free_goal(&self) -> GoalId {
        let binned = self.bin.iter().filter_map(|binned| match &binned.thing {
            Thing::Goal(goal) => Some(goal.id.0),
            Thing::GoneGoal(id) => Some(id.0),
            _ => None,
        });
        let taken = self.goals.iter().map(|goal| goal.id.0).chain(binned);
        GoalId(taken.max().unwrap_or(0) + 1)
    }

    /// An id that no agreement has.
    #[must_use]
    pub fn free_agreement(&self) -> AgreementId {
        AgreementId(self.agreements.iter().map(|agreement| agreement.id.0).max().unwrap_or(0) + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_meeting_of_a_day_gets_an_id_of_its_own() {
        let day = NaiveDate::from_ymd_opt(2026, 2, 12).unwrap();
        let mut group = Group::new("De Vuurtoren", day);
        assert_eq!(group.meeting_id(day).to_string(), "2026-02-12");
        group.meetings.push(HeldMeeting::begun(MeetingId::first(day), MeetingKind::FollowUp));
        assert_eq!(group.meeting_id(day).to_string(), "2026-02-12-2");
    }
}
