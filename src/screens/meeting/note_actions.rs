//! Typing in the text that has the focus, and completing a name, a goal or a date.

use crossterm::event::KeyCode;

use super::{MeetingScreen, body};
use crate::deeds::form;
use crate::domain::dates;
use crate::domain::history::DeedKind;
use crate::domain::ids::MeetingId;
use crate::domain::notes::{self, Candidate};
use crate::domain::person::Person;
use crate::screens::screen::{Screen, Size};
use crate::session::Session;
use crate::session::effect::Effect;

impl MeetingScreen {
    /// What is typed beside a note is meant for it.
    pub(super) fn go_to_note(&mut self, session: &Session) {
        if self.editing().is_none() {
            self.arrive_here(session);
            self.refocus(session);
        }
    }

    /// What is typed or pasted first replaces what a form proposed for a time or a number.
    pub(super) fn replace_proposal(&mut self, session: &Session) {
        let proposed = session.meeting_view(self.id).is_some_and(|view| form::is_proposal(&view));
        if let Some(editing) = self.cursor.editing_mut().filter(|_| proposed) {
            editing.editor.set("", 0);
        }
    }

    pub(super) fn text_width(&self, size: Size) -> u16 {
        body::text_width(self, size.0)
    }

    /// Tab in a note: completes an `@…`, else goes to the page of the item.
    pub(super) fn complete_or_to_page(&mut self, session: &mut Session) -> Vec<Effect> {
        let Some(typed) = self.mention() else {
            self.go_to_page(session, false);
            return Vec::new();
        };
        if let Some(question) = which_of(session, self.id, &typed) {
            session.say(question);
            return Vec::new();
        }
        match self.completion(session, &typed) {
            Some(whole) => {
                self.cursor.edit_text(session, Some(self.id), DeedKind::Typing, |editing| {
                    for _ in typed.chars() {
                        editing.editor.key(KeyCode::Backspace.into(), u16::MAX);
                    }
                    editing.editor.paste(&whole);
                })
            }
            // Who is naming somebody wants to stay.
            None if !typed.is_empty() => {
                session.say(session.words.unknown_mention(&typed));
                Vec::new()
            }
            None => {
                self.go_to_page(session, false);
                Vec::new()
            }
        }
    }

    /// The unfinished mention before the cursor.
    fn mention(&self) -> Option<String> {
        let editing = self.editing()?;
        let text = editing.editor.text();
        notes::unfinished_mention(text.get(..editing.editor.cursor())?).map(str::to_owned)
    }

    /// What an unfinished mention becomes.
    fn completion(&self, session: &Session, typed: &str) -> Option<String> {
        let view = session.meeting_view(self.id)?;
        let found = notes::candidates(typed, view.group, view.today()).into_iter().next();
        let whole = match found {
            Some(Candidate::Person(id)) => view.name(id),
            Some(Candidate::Goal(id)) => view.goal_label(id),
            None => {
                let (_, when) = dates::leading(typed, view.today())?;
                view.words.long_when(&when)
            }
        };
        Some(format!("{whole} "))
    }
}

/// The question whom a mention means, when it fits several people with the same first name.
fn which_of(session: &Session, id: MeetingId, typed: &str) -> Option<String> {
    let view = session.meeting_view(id)?;
    let found = notes::candidates(typed, view.group, view.today()).into_iter();
    let people: Vec<&Person> = found
        .filter_map(|one| match one {
            Candidate::Person(id) => view.group.person(id),
            Candidate::Goal(_) => None,
        })
        .collect();
    let first = people.first()?.first_name();
    let share = people.len() > 1 && people.iter().all(|person| person.first_name() == first);
    let names: Vec<&str> = people.iter().map(|person| person.name.trim()).collect();
    share.then(|| view.words.which_of(&names))
}
