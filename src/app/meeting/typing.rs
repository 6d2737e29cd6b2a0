//! Typing: what a key or a paste makes of the text that has the focus.

use crossterm::event::{KeyCode, KeyEvent};

use super::arrive_here;
use super::rows::to_matter;
use crate::app::message::Effect;
use crate::app::model::{Model, Screen};
use crate::app::update::refocus;
use crate::domain::dates;
use crate::domain::history::Deed;
use crate::domain::notes::{self, Candidate};
use crate::screens::body;
use crate::screens::meeting::{form, room, view};
use crate::screens::page::at_hand::Editing;

/// A key that is typed into the text that has the focus.
pub fn typed(model: &mut Model, key: KeyEvent) -> Vec<Effect> {
    to_note(model);
    replace_proposal(model, key);
    let width = text_width(model);
    edit(model, Deed::Typing, |editing| {
        editing.editor.key(key, width);
    })
}

/// A paste into the text that has the focus.
pub fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    to_note(model);
    let mut left_out = false;
    let effects = edit(model, Deed::Pasting, |editing| left_out = editing.editor.paste(text));
    if left_out {
        model.notice = Some(model.words.paste_cleaned().to_owned());
    }
    effects
}

/// What is typed beside a note is meant for it.
fn to_note(model: &mut Model) {
    let Screen::Meeting(screen) = &model.screen else { return };
    if screen.editing().is_none() {
        arrive_here(model);
        refocus(model);
    }
}

/// The first letter replaces what a form proposed for a time or a number.
fn replace_proposal(model: &mut Model, key: KeyEvent) {
    let proposed = room(model).is_some_and(|room| form::is_proposal(&room));
    let KeyCode::Char(_) = key.code else { return };
    if let Screen::Meeting(screen) = &mut model.screen
        && let Some(editing) = screen.at_hand.editing_mut().filter(|_| proposed)
    {
        editing.editor.set("", 0);
    }
}

pub(super) fn text_width(model: &Model) -> u16 {
    let Screen::Meeting(screen) = &model.screen else { return 0 };
    let (width, _) = body(model.size);
    room(model).map_or(0, |room| view::text_width(screen, &room, width))
}

/// Lets the editor work, and makes of it the change that it made.
pub(super) fn edit(model: &mut Model, deed: Deed, work: impl FnOnce(&mut Editing)) -> Vec<Effect> {
    let Screen::Meeting(screen) = &mut model.screen else { return Vec::new() };
    let Some(editing) = screen.at_hand.editing_mut() else { return Vec::new() };
    work(editing);
    let (text, typed) = (editing.text, editing.editor.text());
    let changes = room(model).map(|room| text.change(&room, Some(room.meeting), &typed));
    model.deed(deed, changes.unwrap_or_default())
}

/// Tab in a note: completes an `@…`, else goes to the matter.
pub(super) fn complete_or_matter(model: &mut Model) -> Vec<Effect> {
    match completion(model) {
        Some((typed, whole)) => edit(model, Deed::Typing, |editing| {
            for _ in typed.chars() {
                editing.editor.key(KeyCode::Backspace.into(), u16::MAX);
            }
            editing.editor.paste(&whole);
        }),
        None => match unknown_mention(model) {
            // Somebody who is naming somebody wants to stay.
            Some(typed) => {
                model.notice = Some(model.words.unknown_mention(&typed));
                Vec::new()
            }
            None => to_matter(model, false),
        },
    }
}

fn unknown_mention(model: &Model) -> Option<String> {
    let Screen::Meeting(screen) = &model.screen else { return None };
    let editing = screen.editing()?;
    let text = editing.editor.text();
    let typed = notes::unfinished_mention(text.get(..editing.editor.cursor())?)?;
    (!typed.is_empty()).then(|| typed.to_owned())
}

/// What the unfinished mention before the cursor becomes.
fn completion(model: &Model) -> Option<(String, String)> {
    let Screen::Meeting(screen) = &model.screen else { return None };
    let editing: &Editing = screen.editing()?;
    let text = editing.editor.text();
    let typed = notes::unfinished_mention(text.get(..editing.editor.cursor())?)?.to_owned();
    let room = room(model)?;
    let found = notes::candidates(&typed, room.group, room.today()).into_iter().next();
    let whole = match found {
        Some(Candidate::Person(id)) => room.name(id),
        Some(Candidate::Goal(id)) => room.goal_label(id),
        None => {
            let (_, when) = dates::leading(&typed, room.today())?;
            room.words.long_when(&when)
        }
    };
    Some((typed, format!("{whole} ")))
}
