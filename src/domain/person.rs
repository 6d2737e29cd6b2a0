//! The people of a group, and what they do in it.

use serde::{Deserialize, Serialize};

use super::day::Day;
use super::ids::PersonId;
use super::interview::{Interview, Questionnaire};
use super::lines;
use super::sociogram::Closeness;

/// Where somebody stands towards the client. Decides the questionnaire of the in-depth interview
/// (phase 2, step 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PersonKind {
    /// The person the group is for.
    Client,
    /// Family.
    Family,
    /// A close one who is not family.
    CloseOne,
    /// A professional, inside or outside mental-health care.
    Professional,
    /// An expert by experience, of the family too.
    ExpertByExperience,
}

impl PersonKind {
    /// In the order in which a person chooses.
    pub const ALL: [Self; 5] =
        [Self::Family, Self::CloseOne, Self::Professional, Self::ExpertByExperience, Self::Client];
}

/// How far the asking has come (phase 1, step 4; phase 2, step 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    /// In the client's life; nobody thought of asking yet (phase 1, step 2).
    Known,
    /// The client wants to ask this person.
    ToAsk,
    /// Asked; no answer yet.
    Asked,
    /// A member of the group.
    Joins,
    /// Asked, and does not join.
    DoesNotJoin,
}

impl Standing {
    /// In the order in which a person steps through them.
    pub const ALL: [Self; 5] =
        [Self::Known, Self::ToAsk, Self::Asked, Self::Joins, Self::DoesNotJoin];
}

/// How somebody is approached (phase 2, step 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Approach {
    /// The client asks.
    Client,
    /// The coordinator writes a letter (appendix 5).
    Letter,
    /// The coordinator calls.
    Telephone,
    /// Client and coordinator together.
    Together,
    /// Each does a part.
    Divided,
    /// Another way, in words.
    Other,
}

impl Approach {
    /// In the order of the source.
    pub const ALL: [Self; 6] =
        [Self::Client, Self::Letter, Self::Telephone, Self::Together, Self::Divided, Self::Other];
}

/// One person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Fixed for life.
    pub id: PersonId,
    /// As the client says it. May be empty for the client: the group has a name of its own.
    pub name: String,
    /// What the person is to the client, in the client's words: "zus", "buurman", "psychiater".
    pub relation: String,
    /// Family, close one, professional …
    pub kind: PersonKind,
    /// Asked, joins, does not join.
    pub standing: Standing,
    /// Part of the fixed core that the method advises (phase 3, step 1).
    pub core: bool,
    /// How to reach the person: telephone, mail.
    #[serde(default, with = "lines")]
    pub contact: String,
    /// How the person is approached.
    #[serde(default)]
    pub approach: Option<Approach>,
    /// The other way, or who does which part, in words.
    #[serde(default, with = "lines")]
    pub approach_words: String,
    /// The day on which it was done.
    #[serde(default)]
    pub asked: Day,
    /// The ring in the sociogram; `None` outside of it.
    #[serde(default)]
    pub closeness: Option<Closeness>,
    /// The in-depth interview.
    #[serde(default)]
    pub interview: Interview,
}

impl Person {
    /// Somebody of whom nothing else is known.
    #[must_use]
    pub fn new(id: PersonId, name: &str, kind: PersonKind, standing: Standing) -> Self {
        Self {
            id,
            name: name.to_owned(),
            relation: String::new(),
            kind,
            standing,
            core: false,
            contact: String::new(),
            approach: None,
            approach_words: String::new(),
            asked: Day::default(),
            closeness: None,
            interview: Interview::default(),
        }
    }

    /// Whether nothing was written down of this person: a row that was begun by mistake.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        let texts = [&self.name, &self.relation, &self.contact, &self.approach_words];
        texts.iter().all(|text| text.trim().is_empty())
            && self.asked.is_blank()
            && self.interview.is_blank()
            && self.closeness.is_none()
            && self.kind != PersonKind::Client
    }

    /// The questionnaire of the interview: the one chosen, else the one of the kind.
    #[must_use]
    pub fn questionnaire(&self) -> Questionnaire {
        self.interview.questionnaire.unwrap_or(Questionnaire::proposed(self.kind))
    }

    /// Whether the client wants this person in the group, or has them there: somebody who is
    /// approached and interviewed (phase 2).
    #[must_use]
    pub fn nominated(&self) -> bool {
        self.kind != PersonKind::Client
            && matches!(self.standing, Standing::ToAsk | Standing::Asked | Standing::Joins)
    }

    /// Whether this person is a member of the group now.
    #[must_use]
    pub fn joins(&self) -> bool {
        self.standing == Standing::Joins
    }

    /// The first word of the name that is no title or initial.
    #[must_use]
    pub fn first_name(&self) -> &str {
        let mut words = self.name.split_whitespace();
        let first = words.clone().next().unwrap_or("");
        // "Dr. Demir" and "J. Bakker" are called by what follows.
        words.find(|word| !word.ends_with('.')).unwrap_or(first)
    }
}

/// Who does what, for the group and as the default for its next meeting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Roles {
    /// Always present; directs the group.
    pub client: Option<PersonId>,
    /// Always present; supports, and takes over when the client asks.
    pub coordinator: Option<PersonId>,
    /// Present at least once a year; part of the meeting is enough.
    pub clinician: Option<PersonId>,
    /// The formal chair; the client decides who (phase 3, step 3).
    pub chair: Option<PersonId>,
    /// The informal chair, who guards time and process.
    pub process_guard: Option<PersonId>,
    /// Takes the minutes (phase 3, step 4).
    pub minute_taker: Option<PersonId>,
}

/// A role in the group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Supports, and takes over when the client asks.
    Coordinator,
    /// Responsible for treatment.
    Clinician,
    /// The formal chair.
    Chair,
    /// The informal chair.
    ProcessGuard,
    /// The minute taker.
    MinuteTaker,
}

impl Role {
    /// In the order in which they stand. Who the client is says the kind of a person.
    pub const ALL: [Self; 5] =
        [Self::Coordinator, Self::Clinician, Self::Chair, Self::ProcessGuard, Self::MinuteTaker];
}

impl Roles {
    /// Who has a role.
    #[must_use]
    pub fn holder(&self, role: Role) -> Option<PersonId> {
        match role {
            Role::Coordinator => self.coordinator,
            Role::Clinician => self.clinician,
            Role::Chair => self.chair,
            Role::ProcessGuard => self.process_guard,
            Role::MinuteTaker => self.minute_taker,
        }
    }

    /// The same, with somebody else in a role, or nobody.
    #[must_use]
    pub fn with(self, role: Role, person: Option<PersonId>) -> Self {
        let mut roles = self;
        match role {
            Role::Coordinator => roles.coordinator = person,
            Role::Clinician => roles.clinician = person,
            Role::Chair => roles.chair = person,
            Role::ProcessGuard => roles.process_guard = person,
            Role::MinuteTaker => roles.minute_taker = person,
        }
        roles
    }

    /// The same, without somebody.
    #[must_use]
    pub fn without(self, person: PersonId) -> Self {
        let keep = |holder: Option<PersonId>| holder.filter(|id| *id != person);
        Self {
            client: keep(self.client),
            coordinator: keep(self.coordinator),
            clinician: keep(self.clinician),
            chair: keep(self.chair),
            process_guard: keep(self.process_guard),
            minute_taker: keep(self.minute_taker),
        }
    }
}

/// A role of one meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeetingRole {
    /// The formal chair.
    Chair,
    /// The informal chair.
    ProcessGuard,
    /// The minute taker.
    MinuteTaker,
}

impl MeetingRole {
    /// In the order in which they stand.
    pub const ALL: [Self; 3] = [Self::Chair, Self::ProcessGuard, Self::MinuteTaker];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn somebody_is_called_by_a_name_and_not_by_a_title() {
        let called = |name: &str| {
            let person = Person::new(PersonId(1), name, PersonKind::CloseOne, Standing::Joins);
            person.first_name().to_owned()
        };
        assert_eq!(called("Sanne Haddad"), "Sanne");
        assert_eq!(called("Dr. Ayla Demir"), "Ayla");
        assert_eq!(called("J. Bakker"), "Bakker");
        assert_eq!(called("J.J."), "J.J.");
        assert_eq!(called(" "), "");
    }
}
