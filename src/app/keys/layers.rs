//! Which layers of keys are in force on the screen as it is.

use super::Layer;
use crate::app::model::{Model, Over, Screen};
use crate::domain::hour::HourState;
use crate::domain::meeting::Place;
use crate::screens::dossier;
use crate::screens::dossier::section::Section;
use crate::screens::erase::Erase;
use crate::screens::meeting::Focus;
use crate::screens::page::at_hand::AtHand;
use crate::screens::page::row::Pressing;
use crate::store::open::Permission;

/// The layers that are in force, the top one first.
#[must_use]
pub fn layers(model: &Model) -> Vec<Layer> {
    if model.lock.is_some() {
        return vec![Layer::Locked];
    }
    if model.hidden {
        return vec![Layer::Hidden];
    }
    let over = match &model.over {
        Some(Over::Finder(_)) => Layer::Finder,
        Some(Over::Reader(_)) => Layer::Reader,
        Some(Over::Clock) => Layer::Clock,
        Some(Over::Erase(Erase::Asking(_))) => Layer::EraseWords,
        Some(Over::Place(_)) => Layer::Place,
        Some(Over::Erase(Erase::Sure(..)) | Over::Question(_)) => Layer::Erase,
        None => return layers_below(model),
    };
    vec![over, Layer::Global]
}

/// The layers whose actions the menu and help offer: those of the screen, and the letters that
/// work one Esc away.
#[must_use]
pub fn layers_offered(model: &Model) -> Vec<Layer> {
    let mut layers = layers_below(model);
    let letters = [Layer::MeetingLetters, Layer::Letters];
    if matches!(model.screen, Screen::Meeting(_)) && !layers.contains(&Layer::MeetingLetters) {
        let history = layers.iter().position(|layer| *layer == Layer::History);
        layers.splice(history.unwrap_or(0)..history.unwrap_or(0), letters);
    }
    if let Screen::Dossier(screen) = &model.screen {
        for layer in dossier_layers(screen.section, None) {
            if !layers.contains(&layer) {
                layers.push(layer);
            }
        }
    }
    layers
}

/// The layers of the screen itself, whatever lies over it.
#[must_use]
pub fn layers_below(model: &Model) -> Vec<Layer> {
    let mut layers = match &model.screen {
        Screen::Home(home) if home.typing() => vec![Layer::HomeField],
        Screen::Home(home) if home.week => vec![Layer::Week, Layer::Letters],
        Screen::Home(_) => vec![Layer::Home, Layer::Letters],
        Screen::Overview(_) => vec![Layer::Overview, Layer::Sections, Layer::Letters],
        Screen::Dossier(screen) => {
            let page = (screen.focus == dossier::Focus::Page).then_some(&screen.at_hand);
            let mut layers = dossier_layers(screen.section, page);
            if screen.line_from.is_some() {
                layers.retain(|layer| *layer != Layer::Sociogram);
                layers.insert(0, Layer::Line);
            }
            layers
        }
        Screen::Meeting(_) => meeting_layers(model),
    };
    // Behind the top one, which says whether characters are typed.
    let top = layers.len().min(1);
    layers.splice(top..top, version_layers(model));
    layers.extend([Layer::History, Layer::Global]);
    layers
}

/// What there is to do only when somebody else was at the group too.
fn version_layers(model: &Model) -> Vec<Layer> {
    let Some(open) = &model.open else { return Vec::new() };
    let perhaps = matches!(open.permission, Permission::Perhaps(_));
    let beside = perhaps || !open.versions.seconds.is_empty();
    let here = matches!(model.screen, Screen::Overview(_));
    let mut layers = Vec::new();
    layers.extend((here && beside).then_some(Layer::Beside));
    layers.extend((!open.versions.stuck.is_empty()).then_some(Layer::Stuck));
    layers
}

/// The layers of a page on which this row is at hand.
fn page_layers<P: Pressing>(at_hand: &AtHand<P>) -> Vec<Layer> {
    if at_hand.types_lines() {
        vec![Layer::Lines]
    } else if at_hand.editing().is_some() {
        vec![Layer::Field]
    } else if at_hand.on_button() {
        vec![Layer::Button, Layer::Rows]
    } else {
        vec![Layer::Rows]
    }
}

/// The layers of a dossier; of its list when no page has the focus.
fn dossier_layers(section: Section, page: Option<&AtHand<dossier::row::Press>>) -> Vec<Layer> {
    let mut layers: Vec<Layer> = match page {
        Some(at_hand) => page_layers(at_hand).into_iter().chain([Layer::LeaveToList]).collect(),
        None => list_layer(section).into_iter().chain([Layer::List]).collect(),
    };
    layers.push(Layer::Dossier);
    // On a page a letter may be meant for the field beside the row at hand: it does nothing.
    if page.is_none() {
        layers.extend([Layer::Sections, Layer::Letters]);
    }
    layers
}

fn list_layer(section: Section) -> Option<Layer> {
    match section {
        Section::Phase(_) => Some(Layer::Steps),
        Section::People => Some(Layer::People),
        Section::Sociogram => Some(Layer::Sociogram),
        Section::Goals => Some(Layer::Goals),
        Section::Plan => Some(Layer::Plan),
        Section::Interviews | Section::Bin => None,
    }
}

fn meeting_layers(model: &Model) -> Vec<Layer> {
    let (Screen::Meeting(screen), Some(meeting)) = (&model.screen, model.meeting()) else {
        return Vec::new();
    };
    if meeting.draft.is_some() {
        return vec![Layer::Form];
    }
    let attending = meeting.place == Place::Attendance && !meeting.finished();
    let top = match screen.focus {
        Focus::Note => vec![Layer::Note],
        Focus::Matter => page_layers(&screen.at_hand),
        Focus::Items => vec![Layer::Items],
    };
    let types = top.iter().any(|layer| layer.types());
    let mut layers = Vec::new();
    if attending && top.contains(&Layer::Rows) {
        let waiting = meeting.reading(model.now.wall).state == HourState::Waiting;
        if waiting && !screen.at_hand.on_button() {
            layers.push(Layer::Start);
        }
        layers.push(Layer::Attendance);
    }
    layers.extend(top);
    if screen.focus == Focus::Matter {
        layers.push(Layer::LeaveToItems);
    }
    layers.push(Layer::Meeting);
    // In the matter of an item a letter is meant for the note.
    if !types && !writes_on(model) {
        layers.extend([Layer::MeetingLetters, Layer::Letters]);
    }
    layers
}

/// Whether a letter goes to the note although a row of the matter beside it has the focus.
pub(super) fn writes_on(model: &Model) -> bool {
    let (Screen::Meeting(screen), Some(meeting)) = (&model.screen, model.meeting()) else {
        return false;
    };
    model.over.is_none()
        && meeting.draft.is_none()
        && screen.focus == Focus::Matter
        && screen.editing().is_none()
        && matches!(meeting.place, Place::Item(_))
}
