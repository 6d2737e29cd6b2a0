//! The question who looks along, before something is shown that is not for everybody.

use crossterm::event::KeyCode::{BackTab, Down, Enter, Esc, Left, Right, Tab, Up};

use super::action::Action;
use super::keys::{Layer, bind, key, layers, letter};
use super::screen::{Destination, Next, Response, Screen, Size};
use crate::domain::onlookers::{Audience, Privacy};
use crate::session::Session;
use crate::theme::Theme;
use crate::widgets::canvas::Canvas;
use crate::words::Words;

layers! {
    /// Who looks along.
    WHO_LOOKS [
        bind(&[key(Enter)], Action::Press, Words::key_do, 1),
        bind(&[key(Up), key(Left), key(BackTab)], Action::Up, Words::key_up, 0),
        bind(&[key(Down), key(Right), key(Tab)], Action::Down, Words::key_down, 2),
        bind(&[letter('1')], Action::Nth(1), Words::key_alone, 3),
        bind(&[letter('2')], Action::Nth(2), Words::key_with_client, 0),
        bind(&[letter('3')], Action::Nth(3), Words::key_with_group, 0),
        bind(&[key(Esc)], Action::Back, Words::key_back, 4),
    ];
}

/// The answers from the one that shows most; above them stands that nothing is opened.
const ANSWERS: [Audience; 3] = [Audience::Alone, Audience::WithClient, Audience::Group];

/// What is behind the question.
#[derive(Debug)]
enum Behind {
    /// Somebody wants to go there, from a screen that may be seen.
    Wanted(Option<Destination>),
    /// The screen below may not be seen.
    Reserved,
}

/// The question, and the selected row, counted from 0.
#[derive(Debug)]
pub struct WhoLooks {
    what: Privacy,
    behind: Behind,
    row: usize,
}

impl WhoLooks {
    /// Before somebody goes somewhere.
    #[must_use]
    pub fn before(what: Privacy, wanted: Option<Destination>) -> Self {
        Self { what, behind: Behind::Wanted(wanted), row: 0 }
    }

    /// Over a screen that may not be seen.
    #[must_use]
    pub fn over(what: Privacy) -> Self {
        Self { what, behind: Behind::Reserved, row: 0 }
    }

    /// The rows: not to open it, and the three answers.
    fn rows(&self, session: &Session) -> Vec<String> {
        let words = session.words;
        let client = client(session);
        let answers = ANSWERS.iter().zip(1..).map(|(audience, nr)| {
            let asks = *audience == Audience::Group && self.what.asks_client();
            format!("{nr} {}", words.audience(*audience, &client, asks))
        });
        std::iter::once(words.do_not_open().to_owned()).chain(answers).collect()
    }

    /// What follows from an answer; `None` is that nothing is opened.
    fn answer(&mut self, session: &mut Session, audience: Option<Audience>) -> Response {
        if let Some(audience) = audience {
            session.onlookers.answer(audience, self.what);
        }
        let seen = audience.is_some() && session.onlookers.may_see(self.what);
        let behind = std::mem::replace(&mut self.behind, Behind::Wanted(None));
        let next = match behind {
            Behind::Wanted(wanted) if seen => wanted.map(Next::Go),
            Behind::Reserved if !seen => Some(away(session)),
            _ => None,
        };
        if !seen {
            session.say(session.words.stays_shut());
        }
        Response { next, ..Response::close() }
    }
}

/// Where one goes from a screen that may not be seen.
fn away(session: &Session) -> Next {
    match session.open {
        Some(_) => Next::Go(Destination::Overview),
        None => Next::Do(Action::Hide),
    }
}

/// The name of the client of the open group.
fn client(session: &Session) -> String {
    let client = session.words.the_client().to_owned();
    session.group_view().map_or(client, |view| view.client())
}

impl Screen for WhoLooks {
    fn explains(&self, session: &Session) -> &'static str {
        session.words.help_who_looks()
    }

    fn layers(&self, _session: &Session) -> Vec<&'static Layer> {
        vec![&WHO_LOOKS]
    }

    fn act(&mut self, session: &mut Session, _size: Size, action: Action) -> Response {
        let chosen = match action {
            Action::Up => {
                self.row = self.row.saturating_sub(1);
                return Response::stay();
            }
            Action::Down => {
                self.row = (self.row + 1).min(ANSWERS.len());
                return Response::stay();
            }
            Action::Nth(nr) => usize::from(nr),
            Action::Press => self.row,
            _ => 0,
        };
        let audience = chosen.checked_sub(1).and_then(|nr| ANSWERS.get(nr)).copied();
        self.answer(session, audience)
    }

    fn draw(&self, canvas: &mut Canvas<'_>, session: &Session, theme: Theme) {
        canvas.clear();
        canvas.hide_cursor();
        let width = canvas.width().min(76);
        canvas.put(0, 0, session.words.who_looks_along(), theme.strong());
        let means = session.words.is_meant_for(self.what, &client(session));
        let y = canvas.put_wrapped(0, 2, width, &means, theme.plain()) + 1;
        for (nr, (y, answer)) in (y..).zip(self.rows(session)).enumerate() {
            canvas.put(1, y, &answer, theme.plain());
            if nr == self.row {
                canvas.style(0, y, width, theme.selected());
            }
        }
    }
}
