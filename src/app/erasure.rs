//! Erasing for good: asking first, then taking a text out of everything that holds it.

use super::message::Effect;
use super::model::{Model, Over, Screen};
use crate::domain::bin::Thing;
use crate::domain::erasure::Texts;
use crate::screens::erase::{Doomed, Erase};
use crate::screens::page::at_hand::Editing;
use crate::store::sweep::Sweep;

/// The fewest characters that can be taken out everywhere: fewer would take pieces out of words
/// that have nothing to do with it.
const SHORTEST: usize = 4;

/// Asks whether the line at the cursor is erased for good.
pub fn ask(model: &mut Model) {
    let editing = match &model.screen {
        Screen::Meeting(screen) => screen.editing(),
        Screen::Dossier(screen) => screen.editing(),
        Screen::Home(_) | Screen::Overview(_) => None,
    };
    let line = editing.map(line_at_cursor).unwrap_or_default();
    let words = model.words;
    if line.is_empty() {
        model.notice = Some(words.nothing_to_erase().to_owned());
    } else if line.chars().count() < SHORTEST {
        model.notice = Some(words.too_short_to_erase().to_owned());
    } else if !model.may_write() {
        model.refuse_to_write();
    } else {
        model.over = Some(Over::Erase(Erase { doomed: Doomed::Passage(line), yes: false }));
    }
}

fn line_at_cursor(editing: &Editing) -> String {
    let text = editing.editor.text();
    let before = text.get(..editing.editor.cursor()).unwrap_or("");
    let nr = before.matches('\n').count();
    text.split('\n').nth(nr).unwrap_or("").trim().to_owned()
}

/// Asks whether something in the bin is erased for good.
pub fn ask_about_binned(model: &mut Model, nr: usize) {
    if !model.may_write() {
        model.refuse_to_write();
        return;
    }
    let binned = model.group().and_then(|group| group.bin.get(nr));
    let name = binned.map(|binned| match &binned.thing {
        Thing::Person(person) => person.name.clone(),
        Thing::Goal(goal) => goal.text.clone(),
        Thing::Level(level) => level.name.clone(),
    });
    if let Some(name) = name {
        let name = model.words.or_nameless(&name).to_owned();
        model.over = Some(Over::Erase(Erase { doomed: Doomed::Binned(nr, name), yes: false }));
    }
}

/// Erases it. It is not a change like others: what carries what it replaces could bring it back.
pub fn erase(model: &mut Model, doomed: Doomed) -> Vec<Effect> {
    let (at, who) = (model.now.wall, model.who.clone());
    if let (Doomed::Passage(passage), Screen::Meeting(screen)) = (&doomed, &mut model.screen)
        && let Some(previous) = &mut screen.previous
    {
        previous.erase(passage);
    }
    let Some(open) = model.open.as_mut() else { return Vec::new() };
    let sweep = match doomed {
        Doomed::Passage(passage) => {
            open.dossier.erase(&passage);
            Sweep { passages: vec![passage], generations: false }
        }
        Doomed::Binned(nr, _) => {
            if nr < open.dossier.group.bin.len() {
                open.dossier.group.bin.remove(nr);
            }
            open.dossier.history.forget();
            Sweep { passages: Vec::new(), generations: true }
        }
    };
    open.dossier.log.erased(at, &who);
    vec![Effect::Erase(sweep)]
}
