//! A question before something that others notice. The safe answer comes first.

use crate::app::model::Model;
use crate::store::open::Permission;
use crate::theme::Theme;
use crate::widgets::canvas::Canvas;
use crate::words::Words;

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Whether to write although another computer may have the group.
    TakeOver,
    /// Which version of a file that was changed meanwhile stays.
    Settle,
}

/// A question, and the answer at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// What is asked.
    pub asked: Asked,
    /// The answer at hand, counted from 0.
    pub row: usize,
}

impl Question {
    /// What can be answered, the safe answer first.
    #[must_use]
    pub fn answers(&self, words: Words) -> Vec<&'static str> {
        match self.asked {
            Asked::TakeOver => vec![words.take_over_no(), words.take_over_yes()],
            Asked::Settle => {
                vec![words.settle_later(), words.settle_ours(), words.settle_theirs()]
            }
        }
    }

    fn title(&self, words: Words) -> &'static str {
        match self.asked {
            Asked::TakeOver => words.take_over_title(),
            Asked::Settle => words.settle_title(),
        }
    }

    /// What it is about, in whole sentences.
    fn means(&self, model: &Model) -> String {
        let (words, Some(open)) = (model.words, &model.open) else { return String::new() };
        match (self.asked, &open.permission) {
            (Asked::TakeOver, Permission::Perhaps(owner)) => {
                format!("{} {}", words.maybe_open_at(owner), words.take_over_means())
            }
            (Asked::TakeOver, _) => words.take_over_means().to_owned(),
            (Asked::Settle, _) => {
                let stuck = &open.versions.stuck;
                let names: Vec<String> = stuck.iter().map(|it| it.name.clone()).collect();
                let beside: Vec<String> = stuck.iter().map(|it| it.beside.clone()).collect();
                words.settle_means(&names, &beside)
            }
        }
    }
}

/// Draws the question over the body.
pub fn draw(canvas: &mut Canvas<'_>, question: &Question, model: &Model, theme: Theme) {
    canvas.clear();
    canvas.hide_cursor();
    let width = canvas.width().min(76);
    canvas.put(0, 0, question.title(model.words), theme.strong());
    let y = canvas.put_wrapped(0, 2, width, &question.means(model), theme.plain()) + 1;
    for (nr, (y, answer)) in (y..).zip(question.answers(model.words)).enumerate() {
        canvas.put(1, y, answer, theme.plain());
        if nr == question.row {
            canvas.style(0, y, width, theme.at_hand());
        }
    }
}
