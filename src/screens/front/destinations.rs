//! Going from one screen to another.

use super::{Base, Front, Overlay};
use crate::domain::held::Course;
use crate::domain::ids::MeetingId;
use crate::screens::dossier::DossierScreen;
use crate::screens::erase::{EraseSure, EraseWhich};
use crate::screens::finder::{Finder, Purpose};
use crate::screens::folder_prompt::FolderPrompt;
use crate::screens::home::Home;
use crate::screens::hour_clock::HourClock;
use crate::screens::meeting::MeetingScreen;
use crate::screens::overview::{self, Overview};
use crate::screens::question::{Question, Subject};
use crate::screens::reader::Reader;
use crate::screens::screen::Destination;
use crate::screens::who_looks::WhoLooks;
use crate::session::Session;
use crate::session::effect::Effect;

impl Front {
    /// Goes somewhere. The screen that is left tidies up first.
    pub fn go(&mut self, session: &mut Session, to: Destination) -> Vec<Effect> {
        let privacy = to.privacy(session);
        if !session.onlookers.may_see(privacy) {
            return self.lay_over(WhoLooks::before(privacy, Some(to)));
        }
        match to {
            Destination::Home => {
                let mut effects = vec![Effect::Close, Effect::ListGroups];
                effects.extend(self.go_to(session, Home::default().into()));
                effects
            }
            Destination::Overview => self.go_to(session, Overview::default().into()),
            Destination::Section(section, item) => {
                let mut effects = self.go_to(session, DossierScreen::new(section, item).into());
                effects.push(Effect::Save);
                effects
            }
            Destination::OpenMeeting(id) => {
                self.open_meeting(session, |session| MeetingScreen::open(session, id))
            }
            Destination::NextMeeting => self.go_to_next_meeting(session),
            Destination::BeginMeeting(kind) => {
                self.open_meeting(session, |session| MeetingScreen::begin(session, kind))
            }
            Destination::WriteDown(kind, day) => {
                self.open_meeting(session, |session| MeetingScreen::write_down(session, kind, day))
            }
            Destination::Help => self.find(session, Purpose::Help),
            Destination::Menu => self.find(session, Purpose::Menu),
            Destination::Reader(text, privacy) => self.lay_over(Reader::new(text, privacy)),
            Destination::WhoLooks(privacy) => self.lay_over(WhoLooks::before(privacy, None)),
            Destination::HourClock(id) => self.lay_over(HourClock { id }),
            Destination::EraseWhich => {
                self.lay_over(EraseWhich::new(self.meeting(session), session.today()))
            }
            Destination::EraseSure(doomed) => self.lay_over(EraseSure::new(doomed)),
            Destination::AskTakeOver => self.lay_over(Question::new(Subject::TakeOver)),
            Destination::AskVersion => self.lay_over(Question::new(Subject::Version)),
            Destination::AskFolder => self.lay_over(FolderPrompt::default()),
        }
    }

    /// Asks who looks along when what is on the screen is not for everybody who may be there.
    pub fn guard(&mut self, session: &Session) {
        if self.is_hidden() {
            return;
        }
        let over = self.overlay.as_ref().map(Overlay::screen);
        let privacy = over.unwrap_or(self.base.screen()).privacy(session);
        if !session.onlookers.may_see(privacy) {
            let below = self.base.screen().privacy(session);
            self.overlay = Some(if session.onlookers.may_see(below) {
                WhoLooks::before(privacy, None).into()
            } else {
                WhoLooks::over(below).into()
            });
        }
    }

    /// Shows a meeting that was held and is loaded.
    pub fn look_at_meeting(&mut self, session: &mut Session, id: MeetingId) -> Vec<Effect> {
        self.open_meeting(session, |session| MeetingScreen::look(session, id))
    }

    /// Goes to the next meeting. Where that is planned on another day, it is asked first.
    pub fn meet(&mut self, session: &mut Session) -> Vec<Effect> {
        if plans_another_day(session) {
            return self.lay_over(Question::new(Subject::OtherDay));
        }
        self.go_to_next_meeting(session)
    }

    /// Goes to the meeting that is not finished, else begins the one that is expected.
    fn go_to_next_meeting(&mut self, session: &mut Session) -> Vec<Effect> {
        let Some(group) = session.group() else { return Vec::new() };
        let to = match group.unfinished() {
            Some(held) => Destination::OpenMeeting(held.id),
            None => Destination::BeginMeeting(overview::expected(group)),
        };
        self.go(session, to)
    }

    fn go_to(&mut self, session: &mut Session, base: Base) -> Vec<Effect> {
        let effects = self.base.screen_mut().leave(session);
        self.base = base;
        effects
    }

    fn open_meeting(
        &mut self,
        session: &mut Session,
        open: impl FnOnce(&mut Session) -> (Option<MeetingScreen>, Vec<Effect>),
    ) -> Vec<Effect> {
        let mut effects = self.base.screen_mut().leave(session);
        let (screen, opening) = open(session);
        effects.extend(opening);
        if let Some(screen) = screen {
            self.base = screen.into();
        }
        effects
    }

    fn find(&mut self, session: &Session, purpose: Purpose) -> Vec<Effect> {
        let offers = self.offers(session);
        let over = self.overlay.as_ref().map(|over| over.screen().explains(session));
        let explains = over.filter(|text| !text.is_empty());
        let explains = explains.unwrap_or_else(|| self.base.screen().explains(session));
        self.lay_over(Finder::new(purpose, offers, explains))
    }

    fn lay_over(&mut self, overlay: impl Into<Overlay>) -> Vec<Effect> {
        self.overlay = Some(overlay.into());
        Vec::new()
    }
}

/// Whether the next meeting did not begin, and is planned on another day than today.
fn plans_another_day(session: &Session) -> bool {
    let Some(group) = session.group() else { return false };
    let begun = group.unfinished().is_some_and(|held| held.course == Course::Begun);
    let planned = group.appointment().map(|next| next.date);
    !begun && planned.is_some_and(|day| day != session.today())
}
