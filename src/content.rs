//! The texts of `data/`, both languages, built into the program.

pub mod practice;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::domain::interview::Questionnaire;
use crate::domain::phase::{Phase, Step};
use crate::domain::plan::Level;
use crate::domain::structure::{ItemKind, MeetingKind, Structure};
use crate::words::Language;

/// A file of `data/` that does not read. Only a defect of kring itself makes one.
#[derive(Debug, thiserror::Error)]
#[error("{file}: {error}")]
pub struct ContentError {
    file: &'static str,
    error: ron::error::SpannedError,
}

/// The words of an item of a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemText {
    /// Which item.
    pub kind: ItemKind,
    /// Its name in a narrow list, at most 16 characters.
    pub short: String,
    /// Its heading.
    pub title: String,
    /// What the chair could say to open it.
    pub say: String,
    /// Short questions beside the note.
    pub prompts: Vec<String>,
}

/// The words of a kind of meeting.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeetingText {
    /// Which kind.
    pub kind: MeetingKind,
    /// Its name.
    pub name: String,
    /// What it is for, in a sentence.
    pub about: String,
}

/// The words of a step.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepText {
    /// Which step.
    pub step: Step,
    /// What it is called.
    pub title: String,
    /// What it asks.
    pub ask: String,
    /// Why.
    pub why: String,
    /// The appendices that belong to it.
    pub appendix: Option<String>,
}

/// The words of a phase.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhaseText {
    /// Which phase.
    pub phase: Phase,
    /// What it is called.
    pub name: String,
    /// When it is, as a guideline.
    pub when: String,
    /// What it is for.
    pub about: String,
    /// Its steps, in order.
    pub steps: Vec<StepText>,
}

/// A topic for a theme meeting.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ThemeText {
    /// The topic.
    pub title: String,
    /// A question to begin with.
    pub question: String,
}

/// An appendix, to read or to print.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AppendixText {
    /// Its number, as the method counts them.
    pub number: String,
    /// What it is called.
    pub title: String,
    /// Its lines: `# ` begins a heading, `- ` a point.
    pub text: Vec<String>,
}

/// The questions of an in-depth interview (appendices 6a, 6b and 6c).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionnaireText {
    /// For whom.
    pub kind: Questionnaire,
    /// Its number, as the method counts them.
    pub number: String,
    /// What it is called.
    pub title: String,
    /// What the interview is for.
    pub intro: String,
    /// The questions.
    pub questions: Vec<String>,
}

/// What the chairs do, as a proposal (phase 3, step 3).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaskTexts {
    /// The formal chair.
    pub chair: Vec<String>,
    /// The informal chair.
    pub process_guard: Vec<String>,
}

/// Everything of one language, and the structures, which have none.
#[derive(Clone, Debug)]
pub struct Content {
    structures: Vec<Structure>,
    items: Vec<ItemText>,
    meetings: Vec<MeetingText>,
    phases: Vec<PhaseText>,
    themes: Vec<ThemeText>,
    levels: Vec<String>,
    appendices: Vec<AppendixText>,
    questionnaires: Vec<QuestionnaireText>,
    tasks: TaskTexts,
}

/// A file of `data/` in the language asked for.
macro_rules! file {
    ($language:expr, $name:literal) => {
        match $language {
            Language::Dutch => (
                concat!("data/nl/", $name),
                include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/nl/", $name)),
            ),
            Language::English => (
                concat!("data/en/", $name),
                include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/en/", $name)),
            ),
        }
    };
}
use file;

impl Content {
    /// The texts of a language.
    ///
    /// # Errors
    /// The file that does not read.
    pub fn load(language: Language) -> Result<Self, ContentError> {
        Ok(Self {
            structures: parse(("data/structures.ron", include_str!("../data/structures.ron")))?,
            items: parse(file!(language, "items.ron"))?,
            meetings: parse(file!(language, "meetings.ron"))?,
            phases: parse(file!(language, "phases.ron"))?,
            themes: parse(file!(language, "themes.ron"))?,
            levels: parse(file!(language, "levels.ron"))?,
            appendices: parse(file!(language, "appendices.ron"))?,
            questionnaires: parse(file!(language, "questionnaires.ron"))?,
            tasks: parse(file!(language, "tasks.ron"))?,
        })
    }

    /// The structure of a kind of meeting.
    #[must_use]
    pub fn structure(&self, kind: MeetingKind) -> Structure {
        let found = self.structures.iter().find(|structure| structure.kind == kind);
        found.cloned().unwrap_or(Structure { kind, items: Vec::new() })
    }

    /// The words of an item.
    #[must_use]
    pub fn item(&self, kind: ItemKind) -> Option<&ItemText> {
        self.items.iter().find(|item| item.kind == kind)
    }

    /// The heading of an item.
    #[must_use]
    pub fn title(&self, kind: ItemKind) -> &str {
        self.item(kind).map_or("", |item| &item.title)
    }

    /// The words of a kind of meeting.
    #[must_use]
    pub fn meeting(&self, kind: MeetingKind) -> Option<&MeetingText> {
        self.meetings.iter().find(|meeting| meeting.kind == kind)
    }

    /// The name of a kind of meeting.
    #[must_use]
    pub fn meeting_name(&self, kind: MeetingKind) -> &str {
        self.meeting(kind).map_or("", |meeting| &meeting.name)
    }

    /// The words of a phase.
    #[must_use]
    pub fn phase(&self, phase: Phase) -> Option<&PhaseText> {
        self.phases.iter().find(|text| text.phase == phase)
    }

    /// The words of a step.
    #[must_use]
    pub fn step(&self, step: Step) -> Option<&StepText> {
        self.phase(step.phase())?.steps.iter().find(|text| text.step == step)
    }

    /// What a step is called.
    #[must_use]
    pub fn step_title(&self, step: Step) -> &str {
        self.step(step).map_or("", |text| &text.title)
    }

    /// The questions of an interview.
    #[must_use]
    pub fn questionnaire(&self, kind: Questionnaire) -> Option<&QuestionnaireText> {
        self.questionnaires.iter().find(|text| text.kind == kind)
    }

    /// The numbers of the appendices that a step names.
    pub fn appendices_of(&self, step: Step) -> impl Iterator<Item = &str> {
        let named = self.step(step).and_then(|text| text.appendix.as_deref()).unwrap_or("");
        named.split(',').map(str::trim).filter(|number| !number.is_empty())
    }

    /// An appendix by its number: what it is called, and its text.
    #[must_use]
    pub fn appendix(&self, number: &str) -> Option<(&str, String)> {
        if let Some(text) = self.questionnaires.iter().find(|text| text.number == number) {
            let questions = (1..).zip(&text.questions).map(|(nr, it)| format!("{nr}. {it}"));
            let lines: Vec<String> =
                [text.intro.clone(), String::new()].into_iter().chain(questions).collect();
            return Some((&text.title, lines.join("\n")));
        }
        let text = self.appendices.iter().find(|text| text.number == number)?;
        let lines = text.text.iter().map(|line| line.strip_prefix("# ").unwrap_or(line));
        Some((&text.title, lines.collect::<Vec<_>>().join("\n")))
    }

    /// What the chairs do, as a proposal.
    #[must_use]
    pub fn tasks(&self) -> &TaskTexts {
        &self.tasks
    }

    /// The topics for a theme meeting.
    #[must_use]
    pub fn themes(&self) -> &[ThemeText] {
        &self.themes
    }

    /// A signalling plan's parts for a group that has none yet.
    pub fn fresh_levels(&self) -> impl Iterator<Item = Level> {
        self.levels.iter().map(|name| Level {
            name: name.clone(),
            signs: String::new(),
            i_do: String::new(),
            others_do: String::new(),
            call: String::new(),
            reviewed: None,
        })
    }
}

fn parse<T: DeserializeOwned>((file, text): (&'static str, &str)) -> Result<T, ContentError> {
    ron::from_str(text).map_err(|error| ContentError { file, error })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LANGUAGES: [Language; 2] = [Language::Dutch, Language::English];

    #[test]
    fn every_kind_has_its_words_in_both_languages() {
        for language in LANGUAGES {
            let content = Content::load(language).unwrap();
            let items: Vec<ItemKind> = content.items.iter().map(|item| item.kind).collect();
            assert_eq!(items, ItemKind::ALL);
            let meetings: Vec<MeetingKind> =
                content.meetings.iter().map(|meeting| meeting.kind).collect();
            assert_eq!(meetings, MeetingKind::ALL);
            let phases: Vec<Phase> = content.phases.iter().map(|text| text.phase).collect();
            assert_eq!(phases, Phase::ALL);
            let steps: Vec<Step> = content
                .phases
                .iter()
                .flat_map(|text| text.steps.iter().map(|step| step.step))
                .collect();
            assert_eq!(steps, Step::ALL);
            for item in &content.items {
                assert!(item.short.chars().count() <= 16, "{}", item.short);
                assert!((2..=5).contains(&item.prompts.len()), "{}", item.title);
                let texts = [&item.short, &item.title, &item.say];
                assert!(texts.iter().all(|text| !text.trim().is_empty()));
            }
            assert!(content.themes.len() >= 10);
            assert_eq!(content.levels.len(), 4);
        }
    }

    /// Every appendix that the sources name, and no others.
    const NUMBERS: [&str; 12] = ["1", "2", "3", "4", "5", "6a", "6b", "6c", "7", "8", "9", "10"];

    #[test]
    fn every_appendix_is_there_and_every_step_that_names_one_has_it() {
        for language in LANGUAGES {
            let content = Content::load(language).unwrap();
            for number in NUMBERS {
                let (title, text) = content.appendix(number).unwrap();
                assert!(!title.is_empty() && text.lines().count() >= 10, "{number}");
            }
            let named: Vec<&str> =
                Step::ALL.into_iter().flat_map(|step| content.appendices_of(step)).collect();
            assert_eq!(named, ["1", "2", "10", "3", "4", "5", "6a", "6b", "6c", "7", "8", "9"]);
            for kind in Questionnaire::ALL {
                let questions = &content.questionnaire(kind).unwrap().questions;
                assert!((8..=12).contains(&questions.len()));
            }
        }
    }

    #[test]
    fn the_structures_fill_the_hour_and_no_more() {
        let content = Content::load(Language::Dutch).unwrap();
        let budget = |kind| -> Vec<u16> {
            content.structure(kind).items.iter().map(|item| item.minutes).collect()
        };
        assert_eq!(budget(MeetingKind::FollowUp), [8, 6, 25, 8, 3, 5, 5]);
        assert_eq!(budget(MeetingKind::Theme), [8, 6, 10, 5, 3, 23, 5]);
        for kind in [MeetingKind::Start, MeetingKind::Theme, MeetingKind::FollowUp] {
            assert_eq!(budget(kind).iter().sum::<u16>(), 60, "{kind:?}");
        }
        assert_eq!(budget(MeetingKind::Handover), [5, 15, 15, 15, 10]);
    }
}
