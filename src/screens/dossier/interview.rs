//! The page of an in-depth interview: planned, held, and what was said, for the coordinator alone
//! (phase 2, step 2).

use super::action::{DossierAction, Foldable, Row};
use crate::domain::ids::PersonId;
use crate::domain::interview::{ConfidentialText, Questionnaire};
use crate::domain::texts::GroupText;
use crate::screens::page::day::{self, Tense};
use crate::view::appendix::Appendix;
use crate::view::group_view::GroupView;
use crate::view::text::TextRef;
use crate::widgets::editor::LineMode;

/// The rows of the page; `unfolded` may be what was said.
#[must_use]
pub(super) fn rows(view: &GroupView<'_>, id: PersonId, unfolded: Option<Foldable>) -> Vec<Row> {
    let words = view.words;
    let Some(person) = view.group.people.iter().find(|person| person.id == id) else {
        return Vec::new();
    };
    let kind = person.questionnaire();
    let mut rows = vec![Row::read(view.in_own_words(words.interview_is_confidential())).strong()];
    rows.push(Row::gap());
    let planned = GroupText::InterviewPlanned(id);
    rows.extend(day::rows(view, words.planned_for(), planned, Tense::Any));
    rows.extend(day::rows(view, words.held_on(), GroupText::InterviewHeld(id), Tense::Gone));
    let with_client = words.yes_no(person.interview.with_client);
    let asked = words.client_was_there(&view.client());
    rows.push(Row::press(asked, with_client, DossierAction::WithClient(id)));
    let title = view.content.questionnaire(kind).map_or("", |text| &text.title);
    rows.push(Row::press(words.questions_label(), title, DossierAction::Questionnaire(id)));
    rows.push(Row::press(
        words.read_questions(),
        "",
        DossierAction::Read(Appendix::Questionnaire(kind)),
    ));
    rows.push(Row::gap());
    let shown = unfolded == Some(Foldable::Answers(id));
    let value = words.answers_shown(shown, person.interview.says_something());
    let press = DossierAction::Unfold(Foldable::Answers(id));
    rows.push(Row::press(words.the_answers(), value, press));
    if shown {
        rows.extend(answers(view, id, kind));
    }
    rows
}

/// What somebody said, question by question.
fn answers(view: &GroupView<'_>, id: PersonId, kind: Questionnaire) -> Vec<Row> {
    let mut rows = Vec::new();
    let questions = view.content.questionnaire(kind).map_or(&[][..], |text| &text.questions);
    for (nr, question) in questions.iter().enumerate() {
        let text = TextRef::Confidence(ConfidentialText::Answer(id, kind, nr));
        rows.push(Row::field(format!("{}. {question}", nr + 1), text, LineMode::Many));
    }
    let notes = TextRef::Confidence(ConfidentialText::Notes(id));
    rows.push(Row::field(view.words.what_else(), notes, LineMode::Many));
    rows
}
