//! Typing in the text that has the focus, and completing a name, a goal or a date.

use crossterm::event::KeyCode;

use super::{MeetingScreen, body};
use crate::deeds::{Deed, agreements, form};
use crate::domain::completion::{self, Candidate};
use crate::domain::dates;
use crate::domain::history::DeedKind;
use crate::domain::ids::MeetingId;
use crate::domain::meeting::Place;
use crate::domain::person::Person;
use crate::domain::rereading::of_line;
use crate::screens::page::cursor::Editing;
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

    /// Tab in a note: completes an `@…`, else goes on to the next reading of a line that has several,
    /// else to the page of the item.
    pub(super) fn complete_or_to_page(&mut self, session: &mut Session) -> Vec<Effect> {
        let Some(typed) = self.mention() else {
            return self.next_reading_or_to_page(session);
        };
        match which_of(session, self.id, &typed) {
            Some((_, first)) if !same_name(&typed, &first) => {
                return self.replace_mention(session, &typed, &first);
            }
            Some(_) if self.next_reading(session).is_some() => {
                return self.next_reading_or_to_page(session);
            }
            Some((question, _)) => {
                session.say(question);
                return Vec::new();
            }
            None => {}
        }
        match self.completion(session, &typed) {
            Some(whole) => self.replace_mention(session, &typed, &whole),
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

    fn replace_mention(&mut self, session: &mut Session, typed: &str, whole: &str) -> Vec<Effect> {
        self.cursor.edit_text(session, Some(self.id), DeedKind::Typing, |editing| {
            for _ in typed.chars() {
                editing.editor.key(KeyCode::Backspace.into(), u16::MAX);
            }
            editing.editor.paste(whole);
        })
    }

    /// The next reading of the line at hand. After the last nobody is chosen again, and Tab goes on to
    /// the page, so that who only passes leaves the question open.
    fn next_reading_or_to_page(&mut self, session: &mut Session) -> Vec<Effect> {
        let Some(deed) = self.next_reading(session) else {
            self.go_to_page(session, false);
            return Vec::new();
        };
        let effects = session.record_deed(deed);
        if self.line_is_undecided(session) {
            self.go_to_page(session, false);
        }
        effects
    }

    fn next_reading(&self, session: &Session) -> Option<Deed> {
        let view = session.meeting_view(self.id)?;
        let Place::Item(nr) = view.meeting.place else { return None };
        agreements::next_reading(&view, nr, self.editing()?.line())
    }

    fn line_is_undecided(&self, session: &Session) -> bool {
        let Some(view) = session.meeting_view(self.id) else { return false };
        let Place::Item(nr) = view.meeting.place else { return false };
        let line = self.editing().map(Editing::line);
        let read = view.meeting.item(nr).zip(line).and_then(|(item, line)| of_line(item, line));
        read.is_some_and(|(_, read)| read.understood.nothing_is_chosen())
    }

    /// The unfinished mention before the cursor.
    fn mention(&self) -> Option<String> {
        let editing = self.editing()?;
        let text = editing.editor.text();
        completion::unfinished_mention(text.get(..editing.editor.cursor())?).map(str::to_owned)
    }

    /// What an unfinished mention becomes.
    fn completion(&self, session: &Session, typed: &str) -> Option<String> {
        let view = session.meeting_view(self.id)?;
        let found = completion::candidates(typed, view.group, view.today()).into_iter().next();
        let whole = match found {
            Some(Candidate::Person(id)) => view.name(id),
            Some(Candidate::Goal(id)) => view.goal_label(id),
            Some(Candidate::Everybody) => view.words.everybody().to_owned(),
            None => {
                let (_, when) = dates::leading(typed, view.today())?;
                view.words.long_when(&when)
            }
        };
        Some(format!("{whole} "))
    }
}

/// Whether two names differ in capitals only.
fn same_name(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// The question whom a mention means, when it fits several people with the same first name, and that
/// name.
fn which_of(session: &Session, id: MeetingId, typed: &str) -> Option<(String, String)> {
    let view = session.meeting_view(id)?;
    let found = completion::candidates(typed, view.group, view.today()).into_iter();
    let people: Vec<&Person> = found
        .filter_map(|one| match one {
            Candidate::Person(id) => view.group.person(id),
            Candidate::Goal(_) | Candidate::Everybody => None,
        })
        .collect();
    let first = people.first()?.first_name();
    let share = people.len() > 1 && people.iter().all(|person| person.first_name() == first);
    let names: Vec<&str> = people.iter().map(|person| person.name.trim()).collect();
    share.then(|| (view.words.which_of(&names), first.to_owned()))
}
