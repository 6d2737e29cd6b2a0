//! Erasing for good: asking first, then taking a text out of everything that holds it.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::action::Action;
use super::message::Effect;
use super::model::{Model, Over, Screen};
use crate::domain::bin::Thing;
use crate::domain::erasure::{Passage, Texts};
use crate::screens::erase::{Doomed, Erase};
use crate::screens::page::at_hand::Editing;
use crate::store::sweep::Sweep;

/// The fewest characters that can be taken out everywhere: fewer would take pieces out of words
/// that have nothing to do with it.
const SHORTEST: usize = 4;

/// Asks whether the line at the cursor is erased for good; without a cursor, which words.
pub fn ask(model: &mut Model) {
    if !model.may_write() {
        model.refuse_to_write();
        return;
    }
    let editing = match &model.screen {
        Screen::Meeting(screen) => screen.editing(),
        Screen::Dossier(screen) => screen.editing(),
        Screen::Home(_) | Screen::Overview(_) => None,
    };
    match editing.map(line_at_cursor) {
        Some(line) => ask_about(model, &line),
        None => model.over = Some(Over::Erase(Erase::Asking(String::new()))),
    }
}

fn ask_about(model: &mut Model, line: &str) {
    let words = model.words;
    if line.is_empty() {
        model.notice = Some(words.nothing_to_erase().to_owned());
    } else if let Some(group) = model.group() {
        let today = model.meeting().map_or(model.today(), |meeting| meeting.id.date);
        let passage = Passage::of_line(line, group, today);
        if passage.shortest() < SHORTEST {
            model.notice = Some(words.too_short_to_erase().to_owned());
            return;
        }
        model.over = Some(Over::Erase(Erase::Sure(Doomed::Passage(passage), false)));
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
    if let Some(name) = binned.map(|binned| binned.thing.name()) {
        let name = model.words.or_nameless(name).to_owned();
        model.over = Some(Over::Erase(Erase::Sure(Doomed::Binned(nr, name), false)));
    }
}

/// Types into the question which words.
pub fn typed(erase: &mut Erase, key: KeyEvent) {
    let Erase::Asking(words) = erase else { return };
    // Ctrl and Alt together are AltGr, which makes text.
    let [ctrl, alt] =
        [KeyModifiers::CONTROL, KeyModifiers::ALT].map(|it| key.modifiers.contains(it));
    match key.code {
        KeyCode::Char(letter) if ctrl == alt => words.push(letter),
        KeyCode::Backspace => drop(words.pop()),
        _ => {}
    }
}

/// Pastes into the question which words.
pub fn paste(erase: &mut Erase, text: &str) {
    if let Erase::Asking(words) = erase {
        words.extend(text.lines().next().unwrap_or("").chars().filter(|c| !c.is_control()));
    }
}

/// Does what a key says in the question.
pub fn answer(model: &mut Model, erase: Erase, action: Action) -> Vec<Effect> {
    match (erase, action) {
        (Erase::Asking(words), Action::Press) => ask_about(model, words.trim()),
        (Erase::Sure(doomed, yes), Action::Up | Action::Down) => {
            model.over = Some(Over::Erase(Erase::Sure(doomed, !yes)));
        }
        (Erase::Sure(doomed, true), Action::Press) => return erase_for_good(model, doomed),
        _ => {}
    }
    Vec::new()
}

/// Erases it. It is not a change like others: what carries what it replaces could bring it back.
fn erase_for_good(model: &mut Model, doomed: Doomed) -> Vec<Effect> {
    let (at, who) = (model.now.wall, model.who.clone());
    if let (Doomed::Passage(passage), Screen::Meeting(screen)) = (&doomed, &mut model.screen)
        && let Some(previous) = &mut screen.previous
    {
        previous.erase(passage);
    }
    let Some(open) = model.open.as_mut() else { return Vec::new() };
    let sweep = match doomed {
        Doomed::Passage(passage) => {
            let times = open.dossier.erase(&passage);
            Sweep { passages: vec![passage], copies: false, times }
        }
        Doomed::Binned(nr, _) => {
            let bin = &mut open.dossier.group.bin;
            // What has an id leaves it behind, so that nobody else gets it.
            let gone = bin.get(nr).and_then(|binned| match &binned.thing {
                Thing::Person(person) => Some(Thing::GonePerson(person.id)),
                Thing::Goal(goal) => Some(Thing::GoneGoal(goal.id)),
                _ => None,
            });
            match (gone, bin.get_mut(nr)) {
                (Some(gone), Some(binned)) => binned.thing = gone,
                (None, Some(_)) => drop(bin.remove(nr)),
                _ => {}
            }
            open.dossier.history.forget();
            Sweep { passages: Vec::new(), copies: true, times: 1 }
        }
    };
    open.dossier.log.erased(at, &who);
    vec![Effect::Erase(sweep)]
}
