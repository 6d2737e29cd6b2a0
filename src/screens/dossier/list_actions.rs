//! What keys do in the list of a dossier.

use super::{DossierScreen, Focus, list};
use crate::deeds::{bin, people, sociogram, steps};
use crate::domain::onlookers::Privacy;
use crate::screens::action::Action;
use crate::screens::item::SectionItem;
use crate::screens::screen::{Destination, Response};
use crate::session::Session;
use crate::session::effect::Effect;
use crate::view::appendix::{self, Appendix};

impl DossierScreen {
    pub(super) fn act_in_list(&mut self, session: &mut Session, action: Action) -> Response {
        match action {
            Action::Up => self.step(session, -1).into(),
            Action::Down => self.step(session, 1).into(),
            Action::Top => self.step(session, isize::MIN).into(),
            Action::Bottom => self.step(session, isize::MAX).into(),
            Action::Back if self.line_from.take().is_some() => Response::stay(),
            Action::Back => Response::after(vec![Effect::Save], Destination::Overview),
            _ => Response::stay(),
        }
    }

    /// Goes up or down in the list.
    pub(super) fn step(&mut self, session: &mut Session, rows: isize) -> Vec<Effect> {
        let effects = self.leave_item(session);
        // Where something went, the next has come to its place already.
        let rows = if effects.is_empty() { rows } else { rows - rows.signum().max(0) };
        if let Some(view) = session.group_view() {
            let entries = list::entries(&view, self.section);
            let last = entries.len().saturating_sub(1);
            let place = self.place.saturating_add_signed(rows).min(last);
            self.go_to(&entries, place);
        }
        effects
    }

    /// What was begun by mistake, and is still blank, goes when it is left.
    pub(super) fn leave_item(&mut self, session: &mut Session) -> Vec<Effect> {
        let item = self.item.and_then(SectionItem::deletable);
        let (Some(item), Some(view)) = (item, session.group_view()) else { return Vec::new() };
        let mut changes = bin::tidy(&view, item);
        let trace = bin::trace(&view, item);
        if changes.is_empty() || !session.may_write() {
            return Vec::new();
        }
        if session.last_step_undone_by(&changes) {
            let effects = session.undo();
            session.notice = None;
            return effects;
        }
        changes.extend(trace);
        session.record_deed(bin::tidied(changes))
    }

    /// To the page beside the list; what stands for something new is made at once.
    pub(super) fn go_to_page(&mut self, session: &mut Session) -> Response {
        use crate::domain::section::Section;
        let Some(item) = self.item else { return Response::stay() };
        let has_client = session.group().is_some_and(|group| group.client().is_some());
        match item {
            SectionItem::Person(_) if self.section == Section::Sociogram => {
                return Response::go(Destination::Section(Section::People, Some(item)));
            }
            SectionItem::NewPerson if has_client => return self.add(session).into(),
            SectionItem::NewGoal(_) | SectionItem::NewLevel => return self.add(session).into(),
            _ => self.focus = Focus::Page,
        }
        Response::stay()
    }

    pub(super) fn nth(&mut self, session: &Session, place: usize) -> Response {
        if let Some(view) = session.group_view() {
            self.go_to(&list::entries(&view, self.section), place);
        }
        Response::stay()
    }

    /// The step that is selected is done, or open again.
    pub(super) fn tick(&mut self, session: &mut Session) -> Vec<Effect> {
        let (Some(SectionItem::Step(step)), Some(view)) = (self.item, session.group_view()) else {
            return Vec::new();
        };
        let deed = steps::tick(&view, &session.who, step);
        session.record_deed(deed)
    }

    pub(super) fn has_appendix(&self, session: &Session) -> bool {
        let Some(SectionItem::Step(step)) = self.item else { return false };
        session.content.appendices_of(step).next().is_some()
    }

    /// Reads the first appendix of the step that is selected.
    pub(super) fn read_appendix(&self, session: &Session) -> Response {
        match self.item {
            Some(SectionItem::Step(step)) => read(session, Appendix::OfStep(step, 0)),
            _ => Response::stay(),
        }
    }

    pub(super) fn delete(&mut self, session: &mut Session) -> Vec<Effect> {
        let item = self.item.and_then(SectionItem::deletable);
        let (Some(item), Some(view)) = (item, session.group_view()) else { return Vec::new() };
        let deed = bin::delete(&view, item);
        let effects = session.record_deed(deed);
        if !effects.is_empty() {
            session.say(session.words.in_bin_now());
        }
        effects
    }

    /// Does something with the person who is selected.
    pub(super) fn with_person(&mut self, session: &mut Session, action: Action) -> Vec<Effect> {
        let (Some(id), Some(view)) = (self.person(), session.group_view()) else {
            return Vec::new();
        };
        let deed = match action {
            Action::Nominate => people::nominate(&view, id),
            Action::Nearer => people::move_ring(&view, id, false),
            Action::Further => people::move_ring(&view, id, true),
            _ => return self.draw_line(session),
        };
        session.record_deed(deed)
    }

    /// Begins a line of the sociogram at the person who is selected, or ends it there.
    fn draw_line(&mut self, session: &mut Session) -> Vec<Effect> {
        let (Some(id), Some(view)) = (self.person(), session.group_view()) else {
            return Vec::new();
        };
        let Some(from) = self.line_from else {
            self.line_from = Some(id);
            return Vec::new();
        };
        if from == id {
            session.say(session.words.line_needs_another());
            return Vec::new();
        }
        self.line_from = None;
        let deed = sociogram::turn_line(&view, from, id);
        session.record_deed(deed)
    }
}

/// Opens an appendix.
pub(super) fn read(session: &Session, which: Appendix) -> Response {
    let text = session.group_view().and_then(|view| appendix::text(&view, which));
    text.map(|text| Response::go(Destination::Reader(text, Privacy::Group))).unwrap_or_default()
}
