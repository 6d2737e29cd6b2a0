//! A group: everything known between meetings.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::agreement::Agreement;
use super::arrangements::{Appointment, Channel, Explanation, Planned, Preparation, RoleWords};
use super::bin::{Binned, Thing};
use super::day::Day;
use super::delta::Refusal;
use super::frequency::Frequency;
use super::goal::{Goal, Term};
use super::held::HeldMeeting;
use super::ids::{AgreementId, GoalId, MeetingId, PersonId};
use super::lines;
use super::person::{Person, PersonKind, Roles};
use super::phase::StepRecord;
use super::plan::SignallingPlan;
use super::reorientation::{Condition, Future, Receiver};
use super::sociogram::{Relation, Strength};

/// Who is expected at the next meeting, decided by the client after each one (phase 5, step 1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Composition {
    /// The meeting after which it was decided.
    pub after: MeetingId,
    pub people: Vec<PersonId>,
}

/// The data of one group, without its meetings. It is one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// The name the client chose.
    pub name: String,
    /// The day the group was created in kring.
    pub started: NaiveDate,
    /// The day the work with the group began, if different from `started`.
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
    /// Members, nominees and other people in the client's life.
    pub people: Vec<Person>,
    pub roles: Roles,
    /// Open and past recovery goals.
    pub goals: Vec<Goal>,
    /// Open and past work agreements.
    pub agreements: Vec<Agreement>,
    pub plan: SignallingPlan,
    /// The tasks of the chairs and further points for the agenda (phase 3, step 3).
    #[serde(default)]
    pub preparation: Preparation,
    /// How often the group meets (phase 3, step 6).
    pub frequency: Frequency,
    /// What was proposed without the client; how often the group meets stays as it is until they choose.
    #[serde(default)]
    pub frequency_proposal: Option<Frequency>,
    /// Whether the client chose that; until then it is a proposal. Version 1 did not tell.
    #[serde(default)]
    pub frequency_chosen: Option<bool>,
    /// Where the group usually meets (phase 3, step 5).
    pub place: String,
    /// How the group communicates (phase 3, step 7).
    #[serde(default)]
    pub channels: Vec<Channel>,
    /// What was agreed about communication.
    #[serde(with = "lines")]
    pub communication: String,
    /// When client and coordinator evaluate the first meeting (phase 4, step 4).
    #[serde(default)]
    pub evaluation: Day,
    /// The conditions for phase 6 that hold, and whether care is scaled down.
    #[serde(default)]
    pub reorientation: Vec<Condition>,
    /// Who is responsible for treatment from now on (phase 6, step 1).
    #[serde(with = "lines")]
    pub responsibility: String,
    #[serde(default)]
    pub receivers: Vec<Receiver>,
    #[serde(with = "lines")]
    pub handover: String,
    #[serde(default)]
    pub future: Future,
    #[serde(default)]
    pub next: Planned,
    /// The day of a meeting that was held without a computer and is still to be written down.
    #[serde(default)]
    pub held_on: Day,
    /// Who is expected at the next meeting, if decided.
    pub composition: Option<Composition>,
    /// The steps that somebody has set a state for; the others have no record.
    pub steps: Vec<StepRecord>,
    /// All meetings, including one that is prepared or under way; see
    /// [`meetings_in_order`](Self::meetings_in_order).
    pub meetings: Vec<HeldMeeting>,
    /// Whether the group agreed that the coordinator reminds the others of their agreements.
    #[serde(default)]
    pub coordinator_reminds: bool,
    #[serde(default)]
    pub role_words: RoleWords,
    #[serde(default)]
    pub bin: Vec<Binned>,
}

impl Group {
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
            frequency_proposal: None,
            frequency_chosen: Some(false),
            place: String::new(),
            channels: Vec::new(),
            communication: String::new(),
            evaluation: Day::default(),
            reorientation: Vec::new(),
            responsibility: String::new(),
            receivers: Vec::new(),
            handover: String::new(),
            future: Future::default(),
            next: Planned::default(),
            held_on: Day::default(),
            composition: None,
            steps: Vec::new(),
            meetings: Vec::new(),
            coordinator_reminds: false,
            role_words: RoleWords::default(),
            bin: Vec::new(),
        }
    }

    /// The day the work began, from which the deadlines of phases 1 to 3 count.
    #[must_use]
    pub fn start_day(&self) -> NaiveDate {
        self.begun.gone().unwrap_or(self.started)
    }

    /// The person with an id, in the bin too, so that old agreements keep their names.
    #[must_use]
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        let binned = self.bin.iter().filter_map(|binned| match &binned.thing {
            Thing::Person(person) => Some(&**person),
            _ => None,
        });
        self.people.iter().chain(binned).find(|person| person.id == id)
    }

    #[must_use]
    pub fn client(&self) -> Option<&Person> {
        self.people.iter().find(|person| person.kind == PersonKind::Client)
    }

    /// The strength of the line between two people in the sociogram, if there is one.
    #[must_use]
    pub fn strength(&self, one: PersonId, other: PersonId) -> Option<Strength> {
        let relation = self.relations.iter().find(|relation| relation.joins(one, other));
        relation.map(|relation| relation.strength)
    }

    /// The next meeting, if its day can be read.
    #[must_use]
    pub fn appointment(&self) -> Option<Appointment> {
        self.next.appointment()
    }

    pub fn members(&self) -> impl Iterator<Item = &Person> {
        self.people.iter().filter(|person| person.joins())
    }

    #[must_use]
    pub fn goal(&self, id: GoalId) -> Option<&Goal> {
        self.goals.iter().find(|goal| goal.id == id)
    }

    /// The open goals of a term, in order.
    pub fn open_goals(&self, term: Term) -> impl Iterator<Item = &Goal> {
        self.goals.iter().filter(move |goal| goal.term == term && goal.state.open())
    }

    /// The goals of a term that a meeting on `day` lists, in order. Their position is their number
    /// in that meeting.
    pub fn goals_on(&self, term: Term, day: NaiveDate) -> impl Iterator<Item = &Goal> {
        self.goals.iter().filter(move |goal| goal.term == term && goal.stands_on(day))
    }

    /// The term of a goal and its number in a meeting on `day`, from 1.
    #[must_use]
    pub fn goal_number(&self, id: GoalId, day: NaiveDate) -> Option<(Term, usize)> {
        let goal = self.goal(id)?;
        let place = self.goals_on(goal.term, day).position(|other| other.id == id)?;
        Some((goal.term, place + 1))
    }

    /// Checks that one more goal of a term may be open.
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

    #[must_use]
    pub fn agreement(&self, id: AgreementId) -> Option<&Agreement> {
        self.agreements.iter().find(|agreement| agreement.id == id)
    }

    /// Whether the coordinator is told of an agreement that is due: their own, and those of others when
    /// the group agreed that they remind.
    #[must_use]
    pub fn is_reminded_of(&self, agreement: &Agreement) -> bool {
        let own = self.roles.coordinator.is_some_and(|id| agreement.who.contains(&id));
        own || self.coordinator_reminds
    }

    /// The agreements of earlier meetings that are open at `meeting`.
    fn open_at(&self, meeting: MeetingId) -> impl Iterator<Item = &Agreement> {
        let is_before = move |one| self.is_before(one, meeting);
        self.agreements.iter().filter(move |agreement| agreement.asked_after(is_before))
    }

    /// The agreements that `meeting`, on a day, asks about, "how did it go?": those that are due, and
    /// those that it answered.
    pub fn asked_in(&self, meeting: MeetingId, day: NaiveDate) -> impl Iterator<Item = &Agreement> {
        self.open_at(meeting)
            .filter(move |one| one.due_on(day) || one.outcome_in(meeting).is_some())
    }

    /// The agreements of earlier meetings that are open at `meeting`, on a day, and not due yet.
    pub fn not_due_at(
        &self,
        meeting: MeetingId,
        day: NaiveDate,
    ) -> impl Iterator<Item = &Agreement> {
        self.open_at(meeting).filter(move |one| !one.due_on(day))
    }

    /// Who is expected at the next meeting: the members that the client chose, else all members.
    #[must_use]
    pub fn expected(&self) -> Vec<PersonId> {
        let members = || self.members().map(|person| person.id);
        match &self.composition {
            Some(composition) => members().filter(|id| composition.people.contains(id)).collect(),
            None => members().collect(),
        }
    }

    /// An id that no person has or had, also in the bin.
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

    /// An id that no goal has or had, also in the bin.
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

    #[must_use]
    pub fn free_agreement(&self) -> AgreementId {
        AgreementId(self.agreements.iter().map(|agreement| agreement.id.0).max().unwrap_or(0) + 1)
    }
}
