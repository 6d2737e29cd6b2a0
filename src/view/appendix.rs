//! The appendices of the method, filled with the group's own words for its roles.

use super::group_view::GroupView;
use crate::domain::interview::Questionnaire;
use crate::domain::phase::Step;

/// An appendix that can be read from a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Appendix {
    /// One that a step names, by its place among those of the step, counted from 0.
    OfStep(Step, usize),
    /// The questions of an interview.
    Questionnaire(Questionnaire),
}

/// Its title and its text; `None` when there is none.
#[must_use]
pub fn text(view: &GroupView<'_>, appendix: Appendix) -> Option<String> {
    let content = view.content;
    let number = match appendix {
        Appendix::OfStep(step, nr) => content.appendices_of(step).nth(nr)?.to_owned(),
        Appendix::Questionnaire(kind) => content.questionnaire(kind)?.number.clone(),
    };
    let (title, text) = content.appendix(&number)?;
    Some(view.in_own_words(&format!("{title}\n\n{text}")))
}
