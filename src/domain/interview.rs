//! The in-depth interview with somebody who is asked (phase 2, step 2).

use std::fmt;

use serde::{Deserialize, Serialize};

use super::confidential::Confidential;
use super::day::Day;
use super::delta::{Refusal, Splice};
use super::ids::PersonId;
use super::person::PersonKind;

/// The questionnaire of an interview (appendices 6a, 6b and 6c).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Questionnaire {
    /// 6a.
    Family,
    /// 6b.
    CloseOne,
    /// 6c.
    Professional,
}

impl Questionnaire {
    /// In order.
    pub const ALL: [Self; 3] = [Self::Family, Self::CloseOne, Self::Professional];

    /// The one for a kind of person; for an expert by experience a proposal.
    #[must_use]
    pub fn proposed(kind: PersonKind) -> Self {
        match kind {
            PersonKind::Family => Self::Family,
            PersonKind::CloseOne | PersonKind::Client => Self::CloseOne,
            PersonKind::Professional | PersonKind::ExpertByExperience => Self::Professional,
        }
    }
}

/// A confidential text, by where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ConfidentialText {
    /// The answer somebody gave to a question, counted from 0.
    Answer(PersonId, Questionnaire, usize),
    /// What else the coordinator wants to remember of the interview.
    Notes(PersonId),
}

impl ConfidentialText {
    /// Whose interview it is.
    #[must_use]
    pub fn person(self) -> PersonId {
        match self {
            Self::Answer(person, ..) | Self::Notes(person) => person,
        }
    }
}

/// An answer to a question.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InterviewAnswer {
    /// Of which questionnaire.
    pub questionnaire: Questionnaire,
    /// Which question, counted from 0.
    pub question: usize,
    /// What was said.
    pub said: Confidential,
}

/// An interview, from the plan for it on.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Interview {
    /// The day it is planned for.
    pub planned: Day,
    /// The day it was held.
    pub held: Day,
    /// The questionnaire that was chosen; `None` for the one of the person's kind.
    pub questionnaire: Option<Questionnaire>,
    /// The client was there too, which is not the rule.
    pub with_client: bool,
    /// What was said, in the order of the questions; without those that were not answered.
    pub answers: Vec<InterviewAnswer>,
    /// What else the coordinator wants to remember.
    pub notes: Confidential,
}

/// Says how many answers there are, never what they say.
impl fmt::Debug for Interview {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Interview")
            .field("planned", &self.planned)
            .field("held", &self.held)
            .field("answers", &self.answers.len())
            .finish_non_exhaustive()
    }
}

impl Interview {
    /// A confidence of this interview; `None` when nothing was said.
    #[must_use]
    pub fn confidence(&self, text: ConfidentialText) -> Option<&Confidential> {
        match text {
            ConfidentialText::Notes(_) => Some(&self.notes),
            ConfidentialText::Answer(_, questionnaire, question) => {
                let at = self.place(questionnaire, question).ok()?;
                self.answers.get(at).map(|answer| &answer.said)
            }
        }
    }

    /// How many questions of a questionnaire have an answer.
    #[must_use]
    pub fn answered(&self, questionnaire: Questionnaire) -> usize {
        self.answers.iter().filter(|answer| answer.questionnaire == questionnaire).count()
    }

    /// Whether nothing is known of it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.planned.is_blank()
            && self.held.is_blank()
            && self.answers.is_empty()
            && self.notes.is_empty()
    }

    fn place(&self, questionnaire: Questionnaire, question: usize) -> Result<usize, usize> {
        self.answers.binary_search_by_key(&(questionnaire, question), |answer| {
            (answer.questionnaire, answer.question)
        })
    }

    /// Types in a confidence. An answer that becomes empty is no answer.
    pub(super) fn confide(
        &mut self,
        text: ConfidentialText,
        splice: &Splice,
    ) -> Result<(), Refusal> {
        let ConfidentialText::Answer(_, questionnaire, question) = text else {
            return splice.apply(self.notes.text_mut());
        };
        let place = self.place(questionnaire, question);
        let mut said = place
            .ok()
            .and_then(|at| self.answers.get(at))
            .map(|answer| answer.said.clone())
            .unwrap_or_default();
        splice.apply(said.text_mut())?;
        let answer = InterviewAnswer { questionnaire, question, said };
        match place {
            Ok(at) if answer.said.is_empty() => drop(self.answers.remove(at)),
            Ok(at) => {
                if let Some(slot) = self.answers.get_mut(at) {
                    *slot = answer;
                }
            }
            Err(_) if answer.said.is_empty() => {}
            Err(at) => self.answers.insert(at, answer),
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(at: usize, removed: &str, inserted: &str) -> Splice {
        Splice { at, removed: removed.into(), inserted: inserted.into() }
    }

    #[test]
    fn an_answer_comes_and_goes_with_its_words() {
        let mut interview = Interview::default();
        let text = ConfidentialText::Answer(PersonId(3), Questionnaire::Family, 2);
        interview.confide(text, &typed(0, "", "vroeger")).unwrap();
        assert_eq!(interview.answered(Questionnaire::Family), 1);
        let said = interview.confidence(text).map(Confidential::for_coordinator);
        assert_eq!(said, Some("vroeger"));
        interview.confide(text, &typed(0, "vroeger", "")).unwrap();
        assert_eq!(interview, Interview::default());
        assert_eq!(interview.confide(text, &typed(0, "x", "")), Err(Refusal::Stale));
    }

    #[test]
    fn nothing_of_it_is_said_by_accident() {
        let mut interview = Interview::default();
        interview.confide(ConfidentialText::Notes(PersonId(1)), &typed(0, "", "geheim")).unwrap();
        assert!(!format!("{interview:?}").contains("geheim"));
        assert!(!format!("{:?}", typed(0, "", "geheim")).contains("geheim"));
    }
}
