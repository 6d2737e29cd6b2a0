//! What every screen does, and what follows from a key on it.

use std::time::Duration;

use chrono::NaiveDate;
use crossterm::event::KeyEvent;

use super::action::Action;
use super::item::SectionItem;
use super::keys::Layer;
use crate::domain::hour::ClockReading;
use crate::domain::ids::MeetingId;
use crate::domain::onlookers::Privacy;
use crate::domain::section::Section;
use crate::domain::structure::MeetingKind;
use crate::session::Session;
use crate::session::effect::Effect;
use crate::session::erasing::Doomed;
use crate::theme::Theme;
use crate::widgets::canvas::Canvas;

/// The cells of the body of the window: its width and its height.
pub type Size = (u16, u16);

/// A screen, or something that lies over one. Its state is its own; what is open is the session's.
pub trait Screen {
    /// The layers of keys in force, the top one first. The top one says whether characters are
    /// typed.
    fn layers(&self, session: &Session) -> Vec<&'static Layer>;

    /// What the screen is for and how one goes through it, in a few sentences.
    fn explains(&self, _session: &Session) -> &'static str {
        ""
    }

    /// Layers that the menu and help offer besides: of keys that work one Esc away.
    fn layers_nearby(&self, _session: &Session) -> Vec<&'static Layer> {
        Vec::new()
    }

    /// Why an action cannot be done now, as the rest of a sentence; `None` when it can.
    fn why_not(&self, _session: &Session, _action: Action) -> Option<&'static str> {
        None
    }

    /// Does an action. `size` is that of the body.
    fn act(&mut self, session: &mut Session, size: Size, action: Action) -> Response;

    /// Types a key that no layer binds.
    fn typed(&mut self, _session: &mut Session, _size: Size, _key: KeyEvent) -> Vec<Effect> {
        Vec::new()
    }

    /// Pastes a text.
    fn paste(&mut self, _session: &mut Session, _text: &str) -> Vec<Effect> {
        Vec::new()
    }

    /// What was begun by mistake is taken back when the screen is left.
    fn leave(&mut self, _session: &mut Session) -> Vec<Effect> {
        Vec::new()
    }

    /// Makes what is selected and the text that is typed in fit what the session holds now. Called
    /// after every message but a tick within a minute, which changes nothing of that.
    fn refocus(&mut self, _session: &Session) {}

    /// Remembers what is in sight, before a frame is drawn.
    fn before_frame(&mut self, _session: &Session, _size: Size) {}

    /// Time went on since `last`; the session has read the clocks.
    fn tick(&mut self, _session: &mut Session, _last: ClockReading) -> Vec<Effect> {
        Vec::new()
    }

    /// How long until time alone changes what is shown, or until [`Self::tick`] has something to do;
    /// `None` for never.
    fn until_tick(&self, _session: &Session) -> Option<Duration> {
        None
    }

    /// Goes to where these effects of undo or redo changed something, so that it is seen.
    fn follow(&mut self, _session: &mut Session, _effects: &[Effect]) -> Vec<Effect> {
        Vec::new()
    }

    /// Whether a character is typed although a row has the focus and no layer types.
    fn types_anyway(&self, _session: &Session) -> bool {
        false
    }

    /// Whether typing where nothing is typed is told and does nothing, instead of pressing keys.
    fn guards_against_typing(&self) -> bool {
        false
    }

    /// The line at the cursor of the text that has the focus.
    fn line_at_cursor(&self) -> Option<String> {
        None
    }

    /// Whether the note of an item has the focus: the bar then shows the signs of a line.
    fn writes_note(&self, _session: &Session) -> bool {
        false
    }

    /// The meeting that is on the screen.
    fn meeting_id(&self) -> Option<MeetingId> {
        None
    }

    /// Before whom what is on the screen may be shown.
    fn privacy(&self, _session: &Session) -> Privacy {
        Privacy::Group
    }

    /// What stands at the left of the title.
    fn title(&self, _session: &Session) -> String {
        String::new()
    }

    /// What the screen itself says in the message row, when it has something to say.
    fn message(&self, _session: &Session) -> Option<String> {
        None
    }

    /// Draws the body.
    fn draw(&self, canvas: &mut Canvas<'_>, session: &Session, theme: Theme);
}

impl Destination {
    /// Before whom what one finds there may be shown.
    #[must_use]
    pub fn privacy(&self, session: &Session) -> Privacy {
        match self {
            Self::Home => session.privacy_of_list(),
            Self::Section(section, _) => Privacy::of_section(*section),
            Self::Reader(_, privacy) => *privacy,
            _ => Privacy::Group,
        }
    }
}

/// What follows from an action besides what it did to the screen and the session.
#[derive(Debug, Default)]
pub struct Response {
    /// What has to be done outside, in this order.
    pub effects: Vec<Effect>,
    /// What happens on the screen after that.
    pub next: Option<Next>,
    /// Whether what lies over a screen goes.
    pub closes: bool,
}

/// What happens on the screen after an action.
#[derive(Debug)]
pub enum Next {
    Go(Destination),
    /// Does another action, on the screen below.
    Do(Action),
}

/// Where one can go.
#[derive(Debug)]
pub enum Destination {
    Home,
    Overview,
    /// A list of the dossier, and something in it.
    Section(Section, Option<SectionItem>),
    /// The meeting that is not finished, where it was.
    OpenMeeting(MeetingId),
    /// The meeting that is not finished, else a new one of the kind that is expected.
    NextMeeting,
    /// A new meeting.
    BeginMeeting(MeetingKind),
    /// A meeting that was held on a day without a computer, to be written down.
    WriteDown(MeetingKind, NaiveDate),
    /// Something that lies over the screen.
    Help,
    Menu,
    /// A text to read at full height, and before whom it may be shown.
    Reader(String, Privacy),
    /// The question who looks along, before something on the screen is shown.
    WhoLooks(Privacy),
    /// The clock of a meeting in digits for the room.
    HourClock(MeetingId),
    /// The question which words are erased for good.
    EraseWhich,
    /// The question whether something is erased for good.
    EraseSure(Doomed),
    AskTakeOver,
    AskVersion,
    /// The question in which folder the group is kept.
    AskFolder,
}

impl Response {
    /// Nothing more.
    #[must_use]
    pub fn stay() -> Self {
        Self::default()
    }

    /// What lies over the screen goes.
    #[must_use]
    pub fn close() -> Self {
        Self { closes: true, ..Self::default() }
    }

    #[must_use]
    pub fn go(to: Destination) -> Self {
        Self { next: Some(Next::Go(to)), ..Self::default() }
    }

    /// Some effects, and then to somewhere else.
    #[must_use]
    pub fn after(effects: Vec<Effect>, to: Destination) -> Self {
        Self { effects, ..Self::go(to) }
    }
}

impl From<Vec<Effect>> for Response {
    fn from(effects: Vec<Effect>) -> Self {
        Self { effects, ..Self::default() }
    }
}

impl From<Effect> for Response {
    fn from(effect: Effect) -> Self {
        vec![effect].into()
    }
}
