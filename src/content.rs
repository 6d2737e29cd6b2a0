//! The texts of `data/` in both languages, compiled into the program.

use std::sync::OnceLock;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::domain::interview::Questionnaire;
use crate::domain::phase::{Phase, Step};
use crate::domain::plan::Level;
use crate::domain::structure::{ItemKind, MeetingKind, Structure};
use crate::language::Language;
use crate::ron_text::{self, UnknownFields};

/// A file of `data/` cannot be parsed. This is always a defect of kring itself.
#[derive(Debug, thiserror::Error)]
#[error("{file}: {error}")]
pub struct ContentError {
    file: &'static str,
    error: ron::error::SpannedError,
}

/// The texts of an item of a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemText {
    pub kind: ItemKind,
    /// Its name in a narrow list, at most 16 characters.
    pub short: String,
    pub title: String,
    /// A sentence with which the chair can open it.
    pub say: String,
    /// Short questions, shown beside the note.
    pub prompts: Vec<String>,
}

/// The texts of a kind of meeting.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeetingText {
    pub kind: MeetingKind,
    pub name: String,
    /// Its purpose, in one sentence.
    pub about: String,
}

/// The texts of a step.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepText {
    pub step: Step,
    pub title: String,
    /// What has to be done.
    pub ask: String,
    /// The reason for the step.
    pub why: String,
    /// The numbers of its appendices, separated by commas.
    pub appendix: Option<String>,
}

/// The texts of a phase.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhaseText {
    pub phase: Phase,
    pub name: String,
    /// The months it takes, as a guideline.
    pub when: String,
    /// Its purpose.
    pub about: String,
    pub steps: Vec<StepText>,
}

/// A topic for a theme meeting (appendix 9).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ThemeText {
    pub title: String,
    /// A question to open the discussion.
    pub question: String,
}

/// An appendix, to read or to print.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AppendixText {
    /// Its number in the method: "5", "6a".
    pub number: String,
    pub title: String,
    /// Its lines. `# ` begins a heading, `- ` a list item.
    pub text: Vec<String>,
}

/// The questions of an in-depth interview (appendices 6a, 6b and 6c).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionnaireText {
    pub kind: Questionnaire,
    /// Its number in the method: "5", "6a".
    pub number: String,
    pub title: String,
    /// The introduction.
    pub intro: String,
    pub questions: Vec<String>,
}

/// The proposed tasks of the chairs (phase 3, step 3).
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaskTexts {
    /// Tasks of the formal chair, one per line.
    pub chair: Vec<String>,
    /// Tasks of the informal chair, one per line.
    pub process_guard: Vec<String>,
}

/// All texts of one language, and the structures of meetings. Each file is parsed when its texts are
/// first asked for: the start of a meeting needs few of them.
#[derive(Clone, Debug)]
pub struct Content {
    structures: DataFile<Vec<Structure>>,
    items: DataFile<Vec<ItemText>>,
    meetings: DataFile<Vec<MeetingText>>,
    phases: DataFile<Vec<PhaseText>>,
    themes: DataFile<Vec<ThemeText>>,
    levels: DataFile<Vec<String>>,
    appendices: DataFile<Vec<AppendixText>>,
    questionnaires: DataFile<Vec<QuestionnaireText>>,
    tasks: DataFile<TaskTexts>,
}

/// A file of `data/`, by its name and its text.
#[derive(Clone, Debug)]
struct DataFile<T> {
    source: (&'static str, &'static str),
    parsed: OnceLock<T>,
}

impl<T: DeserializeOwned + Default> DataFile<T> {
    fn new(source: (&'static str, &'static str)) -> Self {
        Self { source, parsed: OnceLock::new() }
    }

    /// Its texts; none if it cannot be parsed, which `every_file_can_be_parsed` rules out.
    fn get(&self) -> &T {
        self.parsed.get_or_init(|| parse(self.source).unwrap_or_default())
    }
}

/// The name and the text of a file of `data/` in a language.
macro_rules! data_file {
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
pub(crate) use data_file;

impl Content {
    /// The texts of a language.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let structures = ("data/structures.ron", include_str!("../data/structures.ron"));
        Self {
            structures: DataFile::new(structures),
            items: DataFile::new(data_file!(language, "items.ron")),
            meetings: DataFile::new(data_file!(language, "meetings.ron")),
            phases: DataFile::new(data_file!(language, "phases.ron")),
            themes: DataFile::new(data_file!(language, "themes.ron")),
            levels: DataFile::new(data_file!(language, "levels.ron")),
            appendices: DataFile::new(data_file!(language, "appendices.ron")),
            questionnaires: DataFile::new(data_file!(language, "questionnaires.ron")),
            tasks: DataFile::new(data_file!(language, "tasks.ron")),
        }
    }

    #[must_use]
    pub fn structure(&self, kind: MeetingKind) -> Structure {
        let found = self.structures.get().iter().find(|structure| structure.kind == kind);
        found.cloned().unwrap_or(Structure { kind, items: Vec::new() })
    }

    #[must_use]
    pub fn item(&self, kind: ItemKind) -> Option<&ItemText> {
        self.items.get().iter().find(|item| item.kind == kind)
    }

    /// The heading of an item; empty if it has no texts.
    #[must_use]
    pub fn title(&self, kind: ItemKind) -> &str {
        self.item(kind).map_or("", |item| &item.title)
    }

    /// The texts of a kind of meeting.
    #[must_use]
    pub fn meeting(&self, kind: MeetingKind) -> Option<&MeetingText> {
        self.meetings.get().iter().find(|meeting| meeting.kind == kind)
    }

    /// The name of a kind of meeting; empty if it has no texts.
    #[must_use]
    pub fn meeting_name(&self, kind: MeetingKind) -> &str {
        self.meeting(kind).map_or("", |meeting| &meeting.name)
    }

    /// The texts of a phase.
    #[must_use]
    pub fn phase(&self, phase: Phase) -> Option<&PhaseText> {
        self.phases.get().iter().find(|text| text.phase == phase)
    }

    /// The texts of a step.
    #[must_use]
    pub fn step(&self, step: Step) -> Option<&StepText> {
        self.phase(step.phase())?.steps.iter().find(|text| text.step == step)
    }

    /// The title of a step; empty if it has no texts.
    #[must_use]
    pub fn step_title(&self, step: Step) -> &str {
        self.step(step).map_or("", |text| &text.title)
    }

    /// The texts of a questionnaire.
    #[must_use]
    pub fn questionnaire(&self, kind: Questionnaire) -> Option<&QuestionnaireText> {
        self.questionnaires.get().iter().find(|text| text.kind == kind)
    }

    /// The numbers of the appendices of a step.
    pub fn appendices_of(&self, step: Step) -> impl Iterator<Item = &str> {
        let named = self.step(step).and_then(|text| text.appendix.as_deref()).unwrap_or("");
        named.split(',').map(str::trim).filter(|number| !number.is_empty())
    }

    /// The title and the text of an appendix, by its number.
    #[must_use]
    pub fn appendix(&self, number: &str) -> Option<(&str, String)> {
        if let Some(text) = self.questionnaires.get().iter().find(|text| text.number == number) {
            let questions = (1..).zip(&text.questions).map(|(nr, it)| format!("{nr}. {it}"));
            let lines: Vec<String> =
                [text.intro.clone(), String::new()].into_iter().chain(questions).collect();
            return Some((&text.title, lines.join("\n")));
        }
        let text = self.appendices.get().iter().find(|text| text.number == number)?;
        let lines = text.text.iter().map(|line| line.strip_prefix("# ").unwrap_or(line));
        Some((&text.title, lines.collect::<Vec<_>>().join("\n")))
    }

    /// The proposed tasks of the chairs.
    #[must_use]
    pub fn tasks(&self) -> &TaskTexts {
        self.tasks.get()
    }

    #[must_use]
    pub fn themes(&self) -> &[ThemeText] {
        self.themes.get()
    }

    /// Empty levels for the signalling plan of a group that has none yet.
    pub fn fresh_levels(&self) -> impl Iterator<Item = Level> {
        self.levels.get().iter().map(|name| Level {
            name: name.clone(),
            signs: String::new(),
            i_do: String::new(),
            others_do: String::new(),
            call: String::new(),
            reviewed: None,
        })
    }
}

pub(crate) fn parse<T: DeserializeOwned>(
    (file, text): (&'static str, &str),
) -> Result<T, ContentError> {
    ron_text::read(text, UnknownFields::Refused).map_err(|error| ContentError { file, error })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LANGUAGES: [Language; 2] = [Language::Dutch, Language::English];

    #[test]
    fn every_file_can_be_parsed() {
        fn check<T: DeserializeOwned + Default>(file: &DataFile<T>) {
            parse::<T>(file.source).unwrap();
        }
        for language in LANGUAGES {
            // All of them, by the compiler.
            let Content {
                structures,
                items,
                meetings,
                phases,
                themes,
                levels,
                appendices,
                questionnaires,
                tasks,
            } = Content::new(language);
            check(&structures);
            check(&items);
            check(&meetings);
            check(&phases);
            check(&themes);
            check(&levels);
            check(&appendices);
            check(&questionnaires);
            check(&tasks);
        }
    }

    #[test]
    fn every_kind_has_its_words_in_both_languages() {
        for language in LANGUAGES {
            let content = Content::new(language);
            let items: Vec<ItemKind> = content.items.get().iter().map(|item| item.kind).collect();
            assert_eq!(items, ItemKind::ALL);
            let meetings: Vec<MeetingKind> =
                content.meetings.get().iter().map(|meeting| meeting.kind).collect();
            assert_eq!(meetings, MeetingKind::ALL);
            let phases: Vec<Phase> = content.phases.get().iter().map(|text| text.phase).collect();
            assert_eq!(phases, Phase::ALL);
            let steps: Vec<Step> = content
                .phases
                .get()
                .iter()
                .flat_map(|text| text.steps.iter().map(|step| step.step))
                .collect();
            assert_eq!(steps, Step::ALL);
            for item in content.items.get() {
                assert!(item.short.chars().count() <= 16, "{}", item.short);
                assert!((2..=5).contains(&item.prompts.len()), "{}", item.title);
                let texts = [&item.short, &item.title, &item.say];
                assert!(texts.iter().all(|text| !text.trim().is_empty()));
            }
            assert!(content.themes.get().len() >= 10);
            assert_eq!(content.levels.get().len(), 4);
        }
    }

    /// All appendices that the sources name.
    const NUMBERS: [&str; 12] = ["1", "2", "3", "4", "5", "6a", "6b", "6c", "7", "8", "9", "10"];

    #[test]
    fn every_appendix_is_there_and_every_step_that_names_one_has_it() {
        for language in LANGUAGES {
            let content = Content::new(language);
            for number in NUMBERS {
                let (title, text) = content.appendix(number).unwrap();
                assert!(!title.is_empty() && text.lines().count() >= 10, "{number}");
            }
            let named: Vec<&str> =
                Step::ALL.iter().copied().flat_map(|step| content.appendices_of(step)).collect();
            assert_eq!(named, ["1", "2", "10", "3", "4", "5", "6a", "6b", "6c", "7", "8", "9"]);
            for kind in Questionnaire::ALL.iter().copied() {
                let questions = &content.questionnaire(kind).unwrap().questions;
                assert!((8..=12).contains(&questions.len()));
            }
        }
    }

    #[test]
    fn the_structures_fill_the_hour_and_no_more() {
        let content = Content::new(Language::Dutch);
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
