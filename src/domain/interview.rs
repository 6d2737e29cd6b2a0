//! The in-depth interview with a nominee (phase 2, step 2).

use std::fmt;

use serde::{Deserialize, Serialize};
use strum::VariantArray;

use super::confidential::Confidential;
use super::day::Day;
use super::delta::{Refusal, Splice};
use super::ids::PersonId;

/// The questionnaire of an interview (appendices 6a, 6b and 6c).
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, VariantArray,
)]
pub enum Questionnaire {
    /// Appendix 6a.
    Family,
    /// Appendix 6b.
    CloseOne,
    /// Appendix 6c.
    Professional,
}

impl Questionnaire {
    /// In the order of the appendices.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;
}

/// Identifies a confidential text of an interview.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ConfidentialText {
    /// The answer to a question of a questionnaire, by index from 0.
    Answer(PersonId, Questionnaire, usize),
    /// Further notes of the coordinator.
    Notes(PersonId),
}

impl ConfidentialText {
    /// The person who was interviewed.
    #[must_use]
    pub fn person(self) -> PersonId {
        match self {
            Self::Answer(person, ..) | Self::Notes(person) => person,
        }
    }
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InterviewAnswer {
    pub questionnaire: Questionnaire,
    /// The index of the question, from 0.
    pub question: usize,
    pub said: Confidential,
}

/// An interview, planned or held.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Interview {
    /// The day it is planned for.
    pub planned: Day,
    /// The day it was held.
    pub held: Day,
    /// The questionnaire that was chosen; `None` for the one proposed for the kind of person.
    pub questionnaire: Option<Questionnaire>,
    /// Whether the client was there too. As a rule they are not, so that the nominee can speak
    /// freely.
    pub with_client: bool,
    /// The answers, sorted by questionnaire and question. Questions without an answer are left out.
    pub answers: Vec<InterviewAnswer>,
    /// Further notes of the coordinator.
    pub notes: Confidential,
}

/// Prints the number of answers, never their text.
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
    /// A confidential text of this interview; `None` for a question without an answer.
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

    /// Whether nothing was planned, held or written down.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        let Self { planned, held, questionnaire: _, with_client: _, answers, notes } = self;
        planned.is_blank() && held.is_blank() && answers.is_empty() && notes.is_empty()
    }

    /// Whether anything of what was said is written down.
    #[must_use]
    pub fn says_something(&self) -> bool {
        !self.answers.is_empty() || !self.notes.is_empty()
    }

    fn place(&self, questionnaire: Questionnaire, question: usize) -> Result<usize, usize> {
        self.answers.binary_search_by_key(&(questionnaire, question), |answer| {
            (answer.questionnaire, answer.question)
        })
    }

    /// Applies an edit to a confidential text. An answer that becomes empty is removed.
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
        assert!(interview.says_something());
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
