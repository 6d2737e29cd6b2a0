//! What is on the screen: one screen, perhaps something over it, perhaps nothing to be seen at all.
//! The only place that names every screen.

mod availability;
mod destinations;
mod meaning;

use std::time::Duration;

use super::action::Action;
use super::dossier::{self, DossierScreen};
use super::erase::{self, EraseSure, EraseWhich};
use super::finder::{self, Finder};
use super::folder_prompt::{self, FolderPrompt};
use super::home::{self, Home};
use super::hour_clock::{self, HourClock};
use super::keys::{Layer, everywhere};
use super::lock::{self, Hidden, Lock};
use super::meeting::{self, MeetingScreen};
use super::overview::{self, Overview};
use super::question::{self, Question};
use super::reader::{self, Reader};
use super::screen::{Screen, Size};
use super::who_looks::{self, WhoLooks};
use super::{page, settings};
use crate::domain::ids::MeetingId;
use crate::domain::meeting::Meeting;
use crate::session::Session;

/// Below this many cells a window is too small to show a screen.
pub const SMALLEST: Size = (60, 20);
/// Rows above the body: the title and the hour.
pub const HEAD: u16 = 2;
/// Rows below the body: the message, and two of keys.
pub const FOOT: u16 = 3;

/// An enum of screens that gives each of them as the trait.
macro_rules! one_of {
    ($(#[$doc:meta])* $name:ident { $($(#[$about:meta])* $screen:ident,)* }) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub enum $name {
            $($(#[$about])* $screen(Box<$screen>),)*
        }

        impl $name {
            #[must_use]
            pub fn screen(&self) -> &dyn Screen {
                match self { $(Self::$screen(screen) => screen.as_ref(),)* }
            }

            #[must_use]
            pub fn screen_mut(&mut self) -> &mut dyn Screen {
                match self { $(Self::$screen(screen) => screen.as_mut(),)* }
            }
        }

        $(
            impl From<$screen> for $name {
                fn from(screen: $screen) -> Self {
                    Self::$screen(Box::new(screen))
                }
            }
        )*
    };
}

one_of! {
    /// The screen below everything else.
    Base { Home, Overview, DossierScreen, MeetingScreen, }
}

one_of! {
    /// What lies over the screen.
    Overlay {
        Finder, Reader, HourClock, EraseWhich, EraseSure, FolderPrompt, Question, WhoLooks,
    }
}

one_of! {
    /// What covers all of it, so that nothing of anybody is seen.
    Cover { Hidden, Lock, }
}

/// Every layer of keys, so that rules can be proved for every key there is.
pub fn all_layers() -> impl Iterator<Item = &'static Layer> {
    let files: [&[&Layer]; 15] = [
        dossier::keys::LAYERS,
        erase::LAYERS,
        everywhere::LAYERS,
        finder::LAYERS,
        folder_prompt::LAYERS,
        home::LAYERS,
        hour_clock::LAYERS,
        lock::LAYERS,
        meeting::keys::LAYERS,
        overview::LAYERS,
        page::keys::LAYERS,
        question::LAYERS,
        reader::LAYERS,
        settings::LAYERS,
        who_looks::LAYERS,
    ];
    files.into_iter().flatten().copied()
}

/// What is on the screen.
#[derive(Debug)]
pub struct Front {
    pub base: Base,
    pub overlay: Option<Overlay>,
    pub cover: Option<Cover>,
    /// The window, in cells.
    pub size: Size,
}

/// What a key means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    Do(Action),
    /// It is typed.
    Type,
    Nothing,
}

impl Front {
    /// Home, in a window.
    #[must_use]
    pub fn new(size: Size) -> Self {
        Self { base: Home::default().into(), overlay: None, cover: None, size }
    }

    /// The cells of the body.
    #[must_use]
    pub fn body(&self) -> Size {
        (self.size.0.saturating_sub(2), self.size.1.saturating_sub(HEAD + FOOT))
    }

    /// What lies on top.
    #[must_use]
    pub fn top(&self) -> &dyn Screen {
        match (&self.cover, &self.overlay) {
            (Some(cover), _) => cover.screen(),
            (None, Some(overlay)) => overlay.screen(),
            (None, None) => self.base.screen(),
        }
    }

    /// What lies on top, to change it.
    pub fn top_mut(&mut self) -> &mut dyn Screen {
        match (&mut self.cover, &mut self.overlay) {
            (Some(cover), _) => cover.screen_mut(),
            (None, Some(overlay)) => overlay.screen_mut(),
            (None, None) => self.base.screen_mut(),
        }
    }

    /// Whether nothing of anybody is seen.
    #[must_use]
    pub fn is_hidden(&self) -> bool {
        self.cover.is_some()
    }

    /// Hides the screen; one that asks for the passphrase goes on asking.
    pub fn hide(&mut self) {
        self.cover.get_or_insert(Hidden.into());
    }

    /// Hides the screen until the passphrase is given; one that asks for it goes on asking.
    pub fn lock(&mut self) {
        if !matches!(self.cover, Some(Cover::Lock(_))) {
            self.cover = Some(Lock::default().into());
        }
    }

    /// The meeting whose screen is shown.
    #[must_use]
    pub fn meeting_id(&self) -> Option<MeetingId> {
        self.base.screen().meeting_id()
    }

    /// The meeting whose screen is shown, when it is loaded.
    #[must_use]
    pub fn meeting<'a>(&self, session: &'a Session) -> Option<&'a Meeting> {
        session.meeting(self.meeting_id()?)
    }

    /// How long until time alone changes what is shown, or has something to do; `None` for never.
    #[must_use]
    pub fn until_tick(&self, session: &Session) -> Option<Duration> {
        let over = self.overlay.as_ref().and_then(|over| over.screen().until_tick(session));
        [self.base.screen().until_tick(session), over].into_iter().flatten().min()
    }

    /// Makes everything fit what the session holds now.
    pub fn refocus(&mut self, session: &Session) {
        self.base.screen_mut().refocus(session);
        if let Some(Overlay::Finder(finder)) = &mut self.overlay {
            finder.all = Vec::new();
            let offers = self.offers(session);
            if let Some(Overlay::Finder(finder)) = &mut self.overlay {
                finder.all = offers;
            }
        }
    }

    /// Remembers what is in sight, before a frame is drawn.
    pub fn before_frame(&mut self, session: &Session) {
        let body = self.body();
        self.base.screen_mut().before_frame(session, body);
    }
}
