//! A question before something that others notice. The safe answer comes first.

use crossterm::event::KeyCode::{BackTab, Down, Enter, Esc, Left, Right, Tab, Up};

use super::action::Action;
use super::keys::{Layer, bind, key, layers};
use super::screen::{Destination, Next, Response, Screen, Size};
use crate::session::Session;
use crate::session::effect::{Effect, Keep};
use crate::store::opened::Permission;
use crate::theme::Theme;
use crate::widgets::canvas::Canvas;
use crate::words::Words;

layers! {
    /// A question with answers to choose from.
    QUESTION [
        bind(&[key(Enter)], Action::Press, Words::key_do, 1),
        bind(&[key(Up), key(Left), key(BackTab)], Action::Up, Words::key_up, 0),
        bind(&[key(Down), key(Right), key(Tab)], Action::Down, Words::key_down, 2),
        bind(&[key(Esc)], Action::Back, Words::key_back, 3),
    ];
}

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Whether to write although another computer may have the group.
    TakeOver,
    /// Which version of a file that was changed meanwhile stays.
    Version,
    /// Whether to open the next meeting, which is planned on another day.
    OtherDay,
}

/// What follows from an answer.
enum Follows {
    Nothing,
    Do(Effect),
    /// The next meeting opens.
    Meet,
}

/// A question, and the selected answer, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    pub subject: Subject,
    pub row: usize,
}

impl Question {
    #[must_use]
    pub fn new(subject: Subject) -> Self {
        Self { subject, row: 0 }
    }

    /// What can be answered, and what follows. The first is what Enter does at once: what changes
    /// nothing, and where somebody asked to meet, to meet.
    fn answers(&self, words: Words) -> Vec<(&'static str, Follows)> {
        use Follows::{Do, Meet, Nothing};
        match self.subject {
            Subject::TakeOver => {
                vec![(words.take_over_no(), Nothing), (words.take_over_yes(), Do(Effect::TakeOver))]
            }
            Subject::Version => vec![
                (words.version_later(), Nothing),
                (words.version_ours(), Do(Effect::KeepVersion(Keep::Ours))),
                (words.version_theirs(), Do(Effect::KeepVersion(Keep::Theirs))),
            ],
            Subject::OtherDay => {
                vec![(words.meet_now_yes(), Meet), (words.meet_now_no(), Nothing)]
            }
        }
    }

    fn title(&self, words: Words) -> &'static str {
        match self.subject {
            Subject::TakeOver => words.take_over_title(),
            Subject::Version => words.version_title(),
            Subject::OtherDay => words.meet_now_title(),
        }
    }

    /// What it is about, in whole sentences.
    fn means(&self, session: &Session) -> String {
        let (words, Some(open)) = (session.words, &session.open) else { return String::new() };
        match (self.subject, &open.permission) {
            (Subject::TakeOver, Permission::MaybeTaken(owner)) => {
                format!("{} {}", words.maybe_open_at(owner), words.take_over_means())
            }
            (Subject::TakeOver, _) => words.take_over_means().to_owned(),
            (Subject::OtherDay, _) => {
                let next = open.dossier.group.appointment();
                next.map(|next| words.planned_on_other_day(next.date, session.today()))
                    .unwrap_or_default()
            }
            (Subject::Version, _) => {
                let changed = &open.versions.changed;
                let names: Vec<String> = changed.iter().map(|it| it.name.clone()).collect();
                let beside: Vec<String> = changed.iter().map(|it| it.beside.clone()).collect();
                words.version_means(&names, &beside)
            }
        }
    }
}

impl Screen for Question {
    fn layers(&self, _session: &Session) -> Vec<&'static Layer> {
        vec![&QUESTION]
    }

    fn act(&mut self, session: &mut Session, _size: Size, action: Action) -> Response {
        let answers = self.answers(session.words);
        match action {
            Action::Up => self.row = self.row.saturating_sub(1),
            Action::Down => self.row = (self.row + 1).min(answers.len().saturating_sub(1)),
            Action::Press => {
                let chosen = answers.into_iter().nth(self.row).map(|(_, follows)| follows);
                return match chosen {
                    Some(Follows::Do(effect)) => {
                        Response { effects: vec![effect], ..Response::close() }
                    }
                    Some(Follows::Meet) => Response {
                        next: Some(Next::Go(Destination::NextMeeting)),
                        ..Response::close()
                    },
                    Some(Follows::Nothing) | None => Response::close(),
                };
            }
            _ => return Response::close(),
        }
        Response::stay()
    }

    fn draw(&self, canvas: &mut Canvas<'_>, session: &Session, theme: Theme) {
        canvas.clear();
        canvas.hide_cursor();
        let width = canvas.width().min(76);
        canvas.put(0, 0, self.title(session.words), theme.strong());
        let y = canvas.put_wrapped(0, 2, width, &self.means(session), theme.plain()) + 1;
        for (nr, (y, (answer, _))) in (y..).zip(self.answers(session.words)).enumerate() {
            canvas.put(1, y, answer, theme.plain());
            if nr == self.row {
                canvas.style(0, y, width, theme.selected());
            }
        }
    }
}
