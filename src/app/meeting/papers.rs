//! The minutes: reading them, saving them as a file, agreeing them.

use super::{arrive_here, screen};
use crate::app::message::Effect;
use crate::app::model::{Model, Over};
use crate::domain::change::Change;
use crate::domain::closing;
use crate::domain::minutes::Minutes;
use crate::export;
use crate::screens::meeting::room::Room;
use crate::screens::meeting::{closing as closing_page, room};
use crate::screens::reader::Reader;

/// Opens minutes at full height: those of the meeting before, or this meeting's own.
pub(super) fn read_minutes(model: &mut Model, previous: bool) {
    let Some(room) = room(model) else { return };
    let text = if previous {
        room.previous.map(|minutes| paper(&room, minutes, false))
    } else {
        Some(own_paper(&room))
    };
    model.over = text.map(|text| Over::Reader(Reader::new(text)));
}

pub(super) fn save_minutes(model: &mut Model) -> Vec<Effect> {
    let Some(room) = room(model) else { return Vec::new() };
    vec![Effect::Export { name: room.words.minutes_file(room.meeting.id), text: own_paper(&room) }]
}

/// This meeting's minutes as a text: as they were agreed, else as they stand.
fn own_paper(room: &Room<'_>) -> String {
    match room.meeting.minutes.as_deref().filter(|_| room.meeting.finished()) {
        Some(agreed) => paper(room, agreed, true),
        None => paper(room, &Minutes::draw_up(room.group, room.meeting), true),
    }
}

fn paper(room: &Room<'_>, minutes: &Minutes, own: bool) -> String {
    let concept = own && !room.meeting.finished();
    let reopened = if own { room.meeting.reopened.as_slice() } else { &[] };
    let format = export::Format::Text;
    export::minutes::minutes(minutes, room.content, room.words, format, concept, reopened)
}

/// Agrees the minutes; asks once when something is missing.
pub(super) fn finish(model: &mut Model) -> Vec<Effect> {
    let missing = room(model).map(|room| closing_page::missing(&room)).unwrap_or_default();
    if let Some(screen) = screen(model)
        && !missing.is_empty()
        && !std::mem::replace(&mut screen.asked, true)
    {
        model.notice = Some(model.words.still_missing(&missing));
        return Vec::new();
    }
    let changes: Vec<Change> = room(model)
        .map(|room| closing::close(room.group, room.meeting, room.now))
        .unwrap_or_default();
    let effects = model.along(changes);
    if !effects.is_empty() {
        model.notice = Some(model.words.minutes_agreed().to_owned());
        arrive_here(model);
    }
    effects.into_iter().chain([Effect::Save]).collect()
}
