//! Something new in a list: it is there at once, its first text ready to type in.

use super::DossierScreen;
use crate::deeds::people::NewPerson;
use crate::deeds::{Deed, goals, people, plan};
use crate::domain::goal::Term;
use crate::domain::person::{PersonKind, Standing};
use crate::domain::section::Section;
use crate::domain::texts::GroupText;
use crate::screens::item::SectionItem;
use crate::screens::page::row::Control;
use crate::screens::screen::Screen;
use crate::session::Session;
use crate::session::effect::Effect;
use crate::view::group_view::GroupView;
use crate::view::text::TextRef;

impl DossierScreen {
    /// Adds something to the list.
    pub(super) fn add(&mut self, session: &mut Session) -> Vec<Effect> {
        match self.section {
            Section::Sociogram => {
                let known = NewPerson {
                    standing: Standing::Known,
                    ..NewPerson::unnamed(PersonKind::CloseOne)
                };
                self.add_person(session, &known)
            }
            Section::Goals => {
                let goal = |id| session.group().and_then(|group| group.goal(id));
                let term = match self.item {
                    Some(SectionItem::NewGoal(term)) => term,
                    Some(SectionItem::Goal(id)) => goal(id).map_or(Term::Short, |goal| goal.term),
                    _ => Term::Short,
                };
                self.add_goal(session, term)
            }
            Section::Plan => self.add_level(session),
            _ => self.add_person(session, &NewPerson::unnamed(PersonKind::CloseOne)),
        }
    }

    pub(super) fn add_person(&mut self, session: &mut Session, new: &NewPerson<'_>) -> Vec<Effect> {
        self.add_with(session, |view| {
            let (id, deed) = people::add(view, new)?;
            Ok((deed, Section::People, SectionItem::Person(id), GroupText::PersonName(id)))
        })
    }

    pub(super) fn add_goal(&mut self, session: &mut Session, term: Term) -> Vec<Effect> {
        self.add_with(session, |view| {
            let (id, deed) = goals::add(view, term, "", None);
            Ok((deed, Section::Goals, SectionItem::Goal(id), GroupText::Goal(id)))
        })
    }

    pub(super) fn add_level(&mut self, session: &mut Session) -> Vec<Effect> {
        self.add_with(session, |view| {
            let (nr, deed) = plan::add_level(view);
            Ok((deed, Section::Plan, SectionItem::Level(nr), GroupText::LevelName(nr)))
        })
    }

    /// Adds something and goes to it, the cursor in one of its texts.
    fn add_with(
        &mut self,
        session: &mut Session,
        add: impl FnOnce(&GroupView<'_>) -> Result<(Deed, Section, SectionItem, GroupText), String>,
    ) -> Vec<Effect> {
        let mut effects = self.leave_item(session);
        let Some(added) = session.group_view().map(|view| add(&view)) else { return effects };
        let (deed, section, item, text) = match added {
            Ok(added) => added,
            Err(sentence) => {
                session.say(sentence);
                return effects;
            }
        };
        let made = session.record_deed(deed);
        if !made.is_empty() {
            effects.extend(made);
            *self = Self::new(section, Some(item));
            self.refocus(session);
            self.go_to_text(session, TextRef::Group(text));
        }
        effects
    }

    fn go_to_text(&mut self, session: &Session, text: TextRef) {
        let Some(view) = session.group_view() else { return };
        let mut controls = self.rows(&view).into_iter().map(|row| row.control);
        let field = controls.find(|it| matches!(it, Control::Field(other, _) if *other == text));
        if let Some(field) = field {
            self.cursor.go_to_control(field);
        }
    }
}
