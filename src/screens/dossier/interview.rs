//! The page of an in-depth interview: planned, held, and what was said, for the coordinator alone
//! (phase 2, step 2).

use super::row::{Paper, Press, Row};
use crate::domain::ids::PersonId;
use crate::domain::interview::ConfidentialText;
use crate::domain::texts::GroupText;
use crate::screens::circle::Circle;
use crate::screens::page::day::{self, Tense};
use crate::screens::page::text::TextRef;
use crate::widgets::editor::Lines;

/// The rows of the page.
#[must_use]
pub fn rows(circle: &Circle<'_>, id: PersonId) -> Vec<Row> {
    let words = circle.words;
    let Some(person) = circle.group.people.iter().find(|person| person.id == id) else {
        return Vec::new();
    };
    let kind = person.questionnaire();
    let mut rows = vec![Row::read(circle.in_own_words(words.interview_is_confidential())).strong()];
    rows.push(Row::gap());
    let planned = GroupText::InterviewPlanned(id);
    rows.extend(day::rows(circle, words.planned_for(), planned, Tense::Any));
    rows.extend(day::rows(circle, words.held_on(), GroupText::InterviewHeld(id), Tense::Gone));
    let with_client = words.yes_no(person.interview.with_client);
    let asked = words.client_was_there(&circle.client());
    rows.push(Row::press(asked, with_client, Press::WithClient(id)));
    let title = circle.content.questionnaire(kind).map_or("", |text| &text.title);
    rows.push(Row::press(words.questions_label(), title, Press::Questionnaire(id)));
    rows.push(Row::press(words.read_questions(), "", Press::Read(Paper::Questionnaire(kind))));
    rows.push(Row::gap());
    let questions = circle.content.questionnaire(kind).map_or(&[][..], |text| &text.questions);
    for (nr, question) in questions.iter().enumerate() {
        let text = TextRef::Confidence(ConfidentialText::Answer(id, kind, nr));
        rows.push(Row::field(format!("{}. {question}", nr + 1), text, Lines::Many));
    }
    let notes = TextRef::Confidence(ConfidentialText::Notes(id));
    rows.push(Row::field(words.what_else(), notes, Lines::Many));
    rows
}
