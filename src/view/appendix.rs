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
    let heading = view.words.appendix_title(&number, title);
    Some(view.in_own_words(&format!("{heading}\n\n{text}")))
}

#[cfg(test)]
mod tests {
    use crate::content::Content;
    use crate::language::Language;
    use crate::words::Words;

    #[test]
    fn the_scale_of_a_goal_is_the_same_on_the_screen_and_on_paper() {
        for language in [Language::Dutch, Language::English] {
            let content = Content::new(language);
            let (_, text) = content.appendix("10").unwrap();
            for (step, number) in Words(language).attainment_steps().into_iter().zip(-3..) {
                let written = match number {
                    1.. => format!("{step} (+{number}): "),
                    _ => format!("{step} ({number}): "),
                };
                assert!(text.contains(&written), "{written}\n{text}");
            }
        }
    }
}
