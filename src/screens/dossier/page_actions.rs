//! What keys do on the page beside the list: going through its rows, pressing one, typing in one.

use super::action::{self, DossierAction, Row};
use super::list_actions::read;
use super::{DossierScreen, Focus, body};
use crate::deeds::people::NewPerson;
use crate::deeds::{Deed, composition, text};
use crate::domain::history::DeedKind;
use crate::domain::onlookers::Privacy;
use crate::domain::section::Section;
use crate::domain::structure::MeetingKind;
use crate::domain::texts::GroupText;
use crate::screens::action::Action;
use crate::screens::item::SectionItem;
use crate::screens::page::cursor::KeyResult;
use crate::screens::page::row::Control;
use crate::screens::screen::{Destination, Response, Size};
use crate::session::Session;
use crate::session::effect::{Effect, Then};
use crate::view::text::TextRef;

impl DossierScreen {
    pub(super) fn act_on_page(
        &mut self,
        session: &mut Session,
        size: Size,
        action: Action,
    ) -> Response {
        if action == Action::Back {
            return self.go_to_list(session).into();
        }
        let width = self.text_width(session, size);
        let rows = session.group_view().map(|view| self.rows(&view)).unwrap_or_default();
        match self.cursor.act(&rows, width, action) {
            KeyResult::Press(forward) => self.press(session, &rows, size, forward),
            // From the end Tab goes round: a step too far must not lead to the list, where letters
            // do things.
            KeyResult::Past(forward) => {
                self.cursor.begin_again(&rows, forward);
                Response::stay()
            }
            KeyResult::Done => Response::stay(),
        }
    }

    pub(super) fn go_to_list(&mut self, session: &mut Session) -> Vec<Effect> {
        let effects = self.leave_item(session);
        self.focus = Focus::List;
        self.unfolded = None;
        effects.into_iter().chain([Effect::Save]).collect()
    }

    fn press(
        &mut self,
        session: &mut Session,
        rows: &[Row],
        size: Size,
        forward: bool,
    ) -> Response {
        let control = rows.get(self.cursor.row()).map(|row| row.control);
        let Some(Control::Press(pressed)) = control else {
            let on = if forward { Action::Forward } else { Action::Backward };
            return self.act_on_page(session, size, on);
        };
        if let DossierAction::Expect(person) = pressed
            && let Some(view) = session.group_view()
            && let Some(question) = composition::asks_before_leaving_out(&view, person)
            && session.asks_first(question)
        {
            return Response::stay();
        }
        let view = session.group_view();
        match view.and_then(|view| action::deed(&view, &session.who, pressed, forward)) {
            Some(deed) => {
                let restores = deed.kind == DeedKind::Restored;
                let effects = session.record_deed(deed);
                if restores && !effects.is_empty() {
                    session.say(session.words.is_back());
                }
                effects.into()
            }
            None if forward => self.press_button(session, pressed),
            None => Response::stay(),
        }
    }

    fn press_button(&mut self, session: &mut Session, pressed: DossierAction) -> Response {
        let to = |section, item| Response::go(Destination::Section(section, item));
        match pressed {
            DossierAction::Go(section) => to(section, None),
            DossierAction::ShowPerson(id) => to(Section::People, Some(SectionItem::Person(id))),
            DossierAction::ShowInterview(id) => {
                to(Section::Interviews, Some(SectionItem::Person(id)))
            }
            DossierAction::ShowAgreements(which) => {
                to(Section::Agreements, Some(SectionItem::Agreements(which)))
            }
            DossierAction::Unfold(what) => {
                self.unfolded = (self.unfolded != Some(what)).then_some(what);
                Response::stay()
            }
            DossierAction::Read(appendix) => read(session, appendix),
            DossierAction::AskWhoLooks(step) => {
                Response::go(Destination::WhoLooks(Privacy::of_step(step)))
            }
            DossierAction::NewPerson(kind) => {
                self.add_person(session, &NewPerson::unnamed(kind)).into()
            }
            DossierAction::NewGoal(term) => self.add_goal(session, term).into(),
            DossierAction::NewLevel => self.add_level(session).into(),
            DossierAction::Begin(kind) => Response::go(Destination::BeginMeeting(kind)),
            DossierAction::GoOn(id) => Response::go(Destination::OpenMeeting(id)),
            DossierAction::Look(id) => Effect::ReadMeeting(id, Then::Show).into(),
            DossierAction::WriteDown(kind) => write_down(session, kind),
            DossierAction::EraseBinned(nr) => ask_about_binned(session, nr),
            _ => Response::stay(),
        }
    }

    pub(super) fn text_width(&self, session: &Session, size: Size) -> u16 {
        session.group_view().map_or(0, |view| body::text_width(self, &view, size.0))
    }
}

/// Writes down a meeting that was held without a computer, on a day that can be right.
fn write_down(session: &mut Session, kind: MeetingKind) -> Response {
    let Some(view) = session.group_view() else { return Response::stay() };
    let Some(day) = view.group.held_on.done_by(view.today()) else { return Response::stay() };
    let start = view.group.start_day();
    if day < start {
        session.say(session.words.before_start(day, start));
        return Response::stay();
    }
    let held_on = TextRef::Group(GroupText::HeldOn);
    let cleared = Deed::new(DeedKind::Typing, text::change(&view, held_on, ""));
    Response::after(session.record_deed(cleared), Destination::WriteDown(kind, day))
}

/// Asks whether something in the bin is erased for good.
fn ask_about_binned(session: &mut Session, nr: usize) -> Response {
    if !session.may_write() {
        session.say_why_only_reading();
        return Response::stay();
    }
    let doomed = session.binned(nr);
    doomed.map(|doomed| Response::go(Destination::EraseSure(doomed))).unwrap_or_default()
}
