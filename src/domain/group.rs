//! A group: what the client and the coordinator know of it between meetings.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::agreement::Agreement;
use super::delta::Refusal;
use super::frequency::Frequency;
use super::goal::{Goal, Term};
use super::ids::{AgreementId, GoalId, MeetingId, PersonId};
use super::lines;
use super::person::{Person, Roles};
use super::phase::StepRecord;
use super::plan::SignallingPlan;
use super::structure::MeetingKind;

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
}

/// The dossier of one group, without its meetings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// The name the client chose.
    pub name: String,
    /// The day the work began; the deadlines of phases 1 to 3 count from it.
    pub started: NaiveDate,
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
    /// How often the group meets.
    pub frequency: Frequency,
    /// Where the group usually meets (phase 3, step 5).
    pub place: String,
    /// How the group keeps in touch (phase 3, step 7).
    #[serde(with = "lines")]
    pub communication: String,
    /// Who is responsible for treatment from now on (phase 6, step 1).
    #[serde(with = "lines")]
    pub responsibility: String,
    /// To whom care is handed over, and how (phase 6, step 2).
    #[serde(with = "lines")]
    pub handover: String,
    /// The next meeting, when it is planned.
    pub next: Option<Appointment>,
    /// Who is there next time, once it is decided.
    pub composition: Option<Composition>,
    /// Steps that are no longer untouched.
    pub steps: Vec<StepRecord>,
    /// The meetings so far, oldest first, one that is under way too.
    pub meetings: Vec<HeldMeeting>,
}

impl Group {
    /// A group with a name and a start date, and nothing else.
    #[must_use]
    pub fn new(name: &str, started: NaiveDate) -> Self {
        Self {
            name: name.to_owned(),
            started,
            people: Vec::new(),
            roles: Roles::default(),
            goals: Vec::new(),
            agreements: Vec::new(),
            plan: SignallingPlan::default(),
            frequency: Frequency::default(),
            place: String::new(),
            communication: String::new(),
            responsibility: String::new(),
            handover: String::new(),
            next: None,
            composition: None,
            steps: Vec::new(),
            meetings: Vec::new(),
        }
    }

    /// The person with an id.
    #[must_use]
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.people.iter().find(|person| person.id == id)
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
        PersonId(self.people.iter().map(|person| person.id.0).max().unwrap_or(0) + 1)
    }

    /// An id that no goal has.
    #[must_use]
    pub fn free_goal(&self) -> GoalId {
        GoalId(self.goals.iter().map(|goal| goal.id.0).max().unwrap_or(0) + 1)
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
        group.meetings.push(HeldMeeting {
            id: MeetingId::first(day),
            kind: MeetingKind::FollowUp,
            finished: true,
            clinician: false,
        });
        assert_eq!(group.meeting_id(day).to_string(), "2026-02-12-2");
    }
}
