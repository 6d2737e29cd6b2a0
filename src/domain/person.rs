//! The people of a group and their roles.

use serde::{Deserialize, Serialize};
use strum::VariantArray;

use super::day::Day;
use super::ids::PersonId;
use super::interview::{Interview, Questionnaire};
use super::lines;
use super::sociogram::Closeness;

/// What somebody is to the client. Decides the questionnaire of the in-depth interview (phase 2,
/// step 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, VariantArray)]
pub enum PersonKind {
    Family,
    CloseOne,
    /// A professional, inside or outside mental-health care.
    Professional,
    /// An expert by experience, of the family too.
    ExpertByExperience,
    /// The person the group is for.
    Client,
}

impl PersonKind {
    /// In the order in which the screens offer and number them.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;

    /// The questionnaire that is proposed for a person of this kind. The source has none for an
    /// expert by experience, for whom this is kring's proposal.
    #[must_use]
    pub fn questionnaire(self) -> Questionnaire {
        match self {
            Self::Family => Questionnaire::Family,
            Self::CloseOne | Self::Client => Questionnaire::CloseOne,
            Self::Professional | Self::ExpertByExperience => Questionnaire::Professional,
        }
    }
}

/// Whether somebody has been asked to join (phase 1, step 4; phase 2, step 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, VariantArray)]
pub enum Standing {
    /// In the client's life, but not nominated (phase 1, step 2).
    Known,
    /// Nominated, not asked yet.
    ToAsk,
    Asked,
    Joins,
    DoesNotJoin,
}

impl Standing {
    /// In the order in which the screens cycle through them.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;
}

/// How a nominee is approached (phase 2, step 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, VariantArray)]
pub enum Approach {
    Client,
    /// The coordinator writes a letter (appendix 5).
    Letter,
    /// The coordinator calls.
    Telephone,
    Together,
    /// Client and coordinator each do a part.
    Divided,
    /// Another way, described in [`Person::approach_words`].
    Other,
}

impl Approach {
    /// In the order of the source.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Assigned once, never changed.
    pub id: PersonId,
    /// The name the client uses. May be empty for the client, because the group has its own name.
    pub name: String,
    /// What the person is to the client, in the client's words: "zus", "buurman", "psychiater".
    pub relation: String,
    pub kind: PersonKind,
    pub standing: Standing,
    /// Part of the fixed core that the method advises (phase 3, step 1).
    pub core: bool,
    /// Telephone number, mail address and the like.
    #[serde(default, with = "lines")]
    pub contact: String,
    #[serde(default)]
    pub approach: Option<Approach>,
    /// The other way, or who does which part, in free text.
    #[serde(default, with = "lines")]
    pub approach_words: String,
    /// The day on which the person was asked.
    #[serde(default)]
    pub asked: Day,
    /// The ring in the sociogram; `None` for somebody who is not in it.
    #[serde(default)]
    pub closeness: Option<Closeness>,
    #[serde(default)]
    pub interview: Interview,
}

impl Person {
    /// A person of whom nothing else is known.
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

    /// Whether nothing was filled in, as after adding a person by mistake.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        // Matched whole: a new field has to be thought of here.
        let Self {
            id: _,
            name,
            relation,
            kind,
            standing: _,
            core: _,
            contact,
            approach: _,
            approach_words,
            asked,
            closeness,
            interview,
        } = self;
        [name, relation, contact, approach_words].iter().all(|text| text.trim().is_empty())
            && asked.is_blank()
            && interview.is_blank()
            && closeness.is_none()
            && *kind != PersonKind::Client
    }

    /// The questionnaire of the interview: the one chosen, else the one proposed for the kind.
    #[must_use]
    pub fn questionnaire(&self) -> Questionnaire {
        self.interview.questionnaire.unwrap_or(self.kind.questionnaire())
    }

    /// Whether the client wants this person in the group or has them in it. Nominees are approached
    /// and interviewed (phase 2).
    #[must_use]
    pub fn nominated(&self) -> bool {
        self.kind != PersonKind::Client
            && matches!(self.standing, Standing::ToAsk | Standing::Asked | Standing::Joins)
    }

    #[must_use]
    pub fn joins(&self) -> bool {
        self.standing == Standing::Joins
    }

    /// The first word of the name that is not a title or an initial.
    #[must_use]
    pub fn first_name(&self) -> &str {
        let mut words = self.name.split_whitespace();
        let first = words.clone().next().unwrap_or("");
        // "Dr. Demir" is "Demir", and "J. Bakker" is "Bakker".
        words.find(|word| !word.ends_with('.')).unwrap_or(first)
    }
}

/// Who has which role, in a group (the default for its next meeting) or in a meeting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Roles {
    pub client: Option<PersonId>,
    /// Always present; supports, and takes tasks over when the client asks.
    pub coordinator: Option<PersonId>,
    /// Present at least once a year; part of the meeting is enough.
    pub clinician: Option<PersonId>,
    /// The formal chair; the client decides who (phase 3, step 3).
    pub chair: Option<PersonId>,
    /// The informal chair, who guards time and process.
    pub process_guard: Option<PersonId>,
    /// The minute taker (phase 3, step 4).
    pub minute_taker: Option<PersonId>,
}

/// A role in the group, other than the client's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
pub enum Role {
    /// The care coordinator.
    Coordinator,
    /// The responsible clinician.
    Clinician,
    /// The formal chair.
    Chair,
    /// The informal chair.
    ProcessGuard,
    MinuteTaker,
}

impl Role {
    /// In the order in which the screens list them.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;
}

impl Roles {
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

    /// A copy with `person` in a role, or nobody.
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

    /// A copy without `person` in any role.
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

/// A role that may differ from meeting to meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
pub enum MeetingRole {
    /// The formal chair.
    Chair,
    /// The informal chair.
    ProcessGuard,
    MinuteTaker,
}

impl MeetingRole {
    /// In the order in which the screens list them.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;
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
