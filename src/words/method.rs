//! The words of the method: what its states, people and roles are called.

use super::{Words, messages};
use crate::domain::agreement::Outcome;
use crate::domain::goal::{Dimension, GoalState, Movement, Term};
use crate::domain::meeting::Presence;
use crate::domain::person::{PersonKind, Role};
use crate::domain::structure::Need;

messages! {
    /// The role of the person the group is for.
    client => "cliënt", "client";
    /// The role of who supports the client and takes over when asked.
    coordinator => "regieondersteuner", "care coordinator";
    /// The role of who is responsible for treatment.
    clinician => "zorgverantwoordelijke", "responsible clinician";
    /// The formal chair.
    chair => "voorzitter", "chair";
    /// The informal chair.
    process_guard => "procesbewaker", "process guard";
    /// Who takes the minutes.
    minute_taker => "notulist", "minute taker";
}

impl Words {
    /// A role, where the group has no word of its own.
    #[must_use]
    pub fn role_name(self, role: Role) -> &'static str {
        match role {
            Role::Coordinator => self.coordinator(),
            Role::Clinician => self.clinician(),
            Role::Chair => self.chair(),
            Role::ProcessGuard => self.process_guard(),
            Role::MinuteTaker => self.minute_taker(),
        }
    }

    /// Whether somebody is there.
    #[must_use]
    pub fn presence(self, presence: Presence) -> &'static str {
        match presence {
            Presence::Present => self.pick("aanwezig", "present"),
            Presence::SentWord => self.pick("afgemeld", "sent word"),
            Presence::NotPresent => self.pick("niet aanwezig", "not present"),
        }
    }

    /// What came of an agreement; new when nobody asked yet.
    #[must_use]
    pub fn outcome(self, outcome: Option<Outcome>) -> &'static str {
        match outcome {
            None => self.pick("nieuw", "new"),
            Some(Outcome::Done) => self.pick("gelukt", "done"),
            Some(Outcome::Running) => self.pick("loopt nog", "still going"),
            Some(Outcome::NotYet) => self.pick("nog niet gelukt", "not yet"),
            Some(Outcome::Dropped) => self.pick("niet meer nodig", "no longer needed"),
        }
    }

    /// Where a goal stands.
    #[must_use]
    pub fn goal_state(self, state: GoalState) -> &'static str {
        match state {
            GoalState::New => self.pick("nieuw", "new"),
            GoalState::Underway => self.pick("onderweg", "under way"),
            GoalState::Reached => self.pick("bereikt", "reached"),
            GoalState::LetGo => self.pick("losgelaten", "let go"),
        }
    }

    /// What the client says of a goal.
    #[must_use]
    pub fn movement(self, movement: Movement) -> &'static str {
        match movement {
            Movement::Closer => self.pick("een stap vooruit", "a step forward"),
            Movement::Same => self.pick("gelijk gebleven", "stayed the same"),
            Movement::Further => self.pick("een stap terug", "a step back"),
        }
    }

    /// How far away a goal is.
    #[must_use]
    pub fn term(self, term: Term) -> &'static str {
        match term {
            Term::Short => self.pick("korte termijn", "short term"),
            Term::Long => self.pick("lange termijn", "long term"),
        }
    }

    /// A goal by its number: "Kort 1", "Lang 2". Number 0, a goal that ended, has its term alone.
    #[must_use]
    pub fn goal_label(self, term: Term, number: usize) -> String {
        let name = match term {
            Term::Short => self.pick("Kort", "Short"),
            Term::Long => self.pick("Lang", "Long"),
        };
        if number == 0 { name.to_owned() } else { format!("{name} {number}") }
    }

    /// Whether an item has to be there; nothing to say when it always has.
    #[must_use]
    pub fn need(self, need: Need) -> Option<&'static str> {
        match need {
            Need::Always => None,
            Need::IfNeeded => Some(self.pick("als het nodig is", "if needed")),
            Need::Optional => Some(self.pick("mag", "optional")),
        }
    }

    /// Where somebody stands towards the client.
    #[must_use]
    pub fn person_kind(self, kind: PersonKind) -> &'static str {
        match kind {
            PersonKind::Client => self.client(),
            PersonKind::Family => self.pick("familie", "family"),
            PersonKind::CloseOne => self.pick("naaste", "close one"),
            PersonKind::Professional => "professional",
            PersonKind::ExpertByExperience => {
                self.pick("ervaringsdeskundige", "expert by experience")
            }
        }
    }

    /// What a goal has to do with.
    #[must_use]
    pub fn dimension(self, dimension: Dimension) -> &'static str {
        match dimension {
            Dimension::Personal => self.pick("persoonlijk herstel", "personal recovery"),
            Dimension::Societal => self.pick("maatschappelijk herstel", "societal recovery"),
            Dimension::Health => self.pick("herstel van gezondheid", "recovery of health"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn no_two_states_share_a_word() {
        for words in [Words(Language::Dutch), Words(Language::English)] {
            let mut outcomes = Outcome::ALL.map(Some).to_vec();
            outcomes.push(None);
            distinct(outcomes.into_iter().map(|one| words.outcome(one)));
            distinct(GoalState::ALL.into_iter().map(|one| words.goal_state(one)));
            distinct(Movement::ALL.into_iter().map(|one| words.movement(one)));
            distinct(Presence::ALL.into_iter().map(|one| words.presence(one)));
            distinct(PersonKind::ALL.into_iter().map(|one| words.person_kind(one)));
        }
    }

    fn distinct(said: impl Iterator<Item = &'static str>) {
        let mut said: Vec<&str> = said.collect();
        let all = said.len();
        said.sort_unstable();
        said.dedup();
        assert_eq!(said.len(), all, "{said:?}");
    }

    #[test]
    fn a_goal_is_called_by_its_number() {
        assert_eq!(Words(Language::Dutch).goal_label(Term::Long, 2), "Lang 2");
        assert_eq!(Words(Language::English).goal_label(Term::Short, 1), "Short 1");
        assert_eq!(Words(Language::Dutch).goal_label(Term::Short, 0), "Kort");
    }
}
