//! The meeting: where the focus is, what is being typed, and how the screen is divided.

pub mod after_talk;
mod answer;
pub mod attendance;
pub mod closing;
pub mod form;
pub mod hour;
pub mod items;
pub mod matter;
pub mod moves;
pub mod note;
pub mod press;
mod questions;
pub mod room;
pub mod row;
mod sidebar;
pub mod view;

use crate::app::model::Model;
use crate::domain::ids::MeetingId;
use crate::domain::meeting::Place;
use crate::domain::minutes::Minutes;
use crate::domain::texts::MeetingText;
use crate::screens::page::at_hand::{AtHand, Editing};
use crate::screens::page::text::TextRef;
use crate::widgets::editor::Lines;
use room::Room;
use row::{Act, Press, Row};

/// What has the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The note of the item.
    Note,
    /// The matter beside the note; at closing and afterwards, the whole page.
    Matter,
    /// The list of items.
    Items,
}

/// What is opened of a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Open {
    /// The part of the signalling plan.
    pub level: Option<usize>,
    /// What client and coordinator do afterwards: not before the others have gone.
    pub alone: bool,
}

/// The state of the screen that is not in the dossier.
#[derive(Debug)]
pub struct MeetingScreen {
    /// Which meeting.
    pub id: MeetingId,
    /// What has the keys.
    pub focus: Focus,
    /// The row of the list of items, counted from 0.
    pub item_row: usize,
    /// What is opened of the page.
    pub open: Open,
    /// Whether somebody was asked if the meeting may close although something is missing.
    pub asked: bool,
    /// The first row of the note that is in sight.
    pub note_top: usize,
    /// Whether a jump of the clock was just seen.
    pub jumped: bool,
    /// The minutes of the meeting before this one, once read.
    pub previous: Option<Box<Minutes>>,
    /// The row of the matter at hand.
    pub at_hand: AtHand<Press>,
}

impl MeetingScreen {
    /// The screen of a meeting, at the place where the meeting is.
    #[must_use]
    pub fn new(id: MeetingId, place: Place) -> Self {
        let mut screen = Self {
            id,
            focus: Focus::Matter,
            item_row: 0,
            open: Open::default(),
            asked: false,
            note_top: 0,
            jumped: false,
            previous: None,
            at_hand: AtHand::default(),
        };
        screen.arrive(place);
        screen
    }

    /// The text that has the focus.
    #[must_use]
    pub fn editing(&self) -> Option<&Editing> {
        self.at_hand.editing()
    }

    /// Puts the focus where a person who arrives at a place expects it: in the note of an item.
    pub fn arrive(&mut self, place: Place) {
        self.focus = if matches!(place, Place::Item(_)) { Focus::Note } else { Focus::Matter };
        self.at_hand.go_to(usize::MAX);
        self.open = Open::default();
        self.asked = false;
        self.note_top = 0;
        self.item_row = items::row_of(place);
    }

    /// Makes focus and editor fit what the dossier holds now. Called after every message.
    pub fn refocus(&mut self, room: &Room<'_>) {
        let rows = matter::rows(room, self.open);
        if self.focus == Focus::Note && !matches!(room.meeting.place, Place::Item(_)) {
            self.focus = Focus::Matter;
        }
        self.at_hand.settle(&rows, first_row(&rows));
        let wanted = self.wanted_text(room, rows.get(self.at_hand.row()));
        let stands = wanted.map(|(text, _)| text.read(room.group, Some(room.meeting)));
        self.at_hand.edit(wanted, &stands.unwrap_or_default());
    }

    /// The text that ought to have the focus.
    fn wanted_text(&self, room: &Room<'_>, row: Option<&Row>) -> Option<(TextRef, Lines)> {
        if let Some(draft) = &room.meeting.draft {
            return Some((TextRef::Meeting(MeetingText::Draft(draft.at)), Lines::One));
        }
        match (self.focus, room.meeting.place) {
            (Focus::Note, Place::Item(nr)) if !room.meeting.finished() => {
                Some((TextRef::Meeting(MeetingText::Note(nr)), Lines::Many))
            }
            (Focus::Matter, _) => match row?.act {
                Act::Field(text, lines) => Some((text, lines)),
                _ => None,
            },
            _ => None,
        }
    }
}

/// The row the focus begins on. Adding somebody is not what a page begins with: on the first page
/// Enter begins the hour, in a group without people too.
fn first_row(rows: &[Row]) -> usize {
    let begins = |row: &Row| row.takes_focus() && row.act != Act::Press(Press::AddPerson);
    rows.iter().position(begins).unwrap_or(0)
}

/// What the rows of the screen are made from.
#[must_use]
pub fn room(model: &Model) -> Option<Room<'_>> {
    let crate::app::model::Screen::Meeting(screen) = &model.screen else { return None };
    let meeting = model.meeting()?;
    Some(Room {
        circle: model.circle_on(meeting.id.date)?,
        meeting,
        previous: screen.previous.as_deref(),
        now: model.now.wall,
    })
}
