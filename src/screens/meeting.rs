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
mod page;
pub mod press;
mod questions;
pub mod room;
pub mod row;
mod sidebar;
pub mod view;

use crate::app::model::Model;
use crate::domain::change::{Change, GroupChange, MeetingChange};
use crate::domain::delta::Splice;
use crate::domain::group::Group;
use crate::domain::ids::MeetingId;
use crate::domain::meeting::{Meeting, Place};
use crate::domain::minutes::Minutes;
use crate::domain::texts::{GroupText, MeetingText};
use crate::widgets::editor::{Editor, Lines};
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

/// A text of the dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TextRef {
    /// Of the group.
    Group(GroupText),
    /// Of the meeting on the screen.
    Meeting(MeetingText),
}

impl TextRef {
    /// The text, as it stands.
    #[must_use]
    pub fn read(self, group: &Group, meeting: &Meeting) -> String {
        match self {
            Self::Group(text) => group.text(text),
            Self::Meeting(text) => meeting.text(text),
        }
        .cloned()
        .unwrap_or_default()
    }

    /// The change that makes it another text; `None` when it is that text already.
    #[must_use]
    pub fn change(self, group: &Group, meeting: &Meeting, to: &str) -> Option<Change> {
        let splice = Splice::between(&self.read(group, meeting), to)?;
        Some(match self {
            Self::Group(text) => Change::Group(GroupChange::Text(text, splice)),
            Self::Meeting(text) => Change::Meeting(meeting.id, MeetingChange::Text(text, splice)),
        })
    }
}

/// A text that has the focus.
#[derive(Clone, Debug)]
pub struct Editing {
    /// Which text.
    pub text: TextRef,
    /// The text and the place in it.
    pub editor: Editor,
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
    /// The row of the matter, counted from 0; one that cannot have the focus stands for the first
    /// that can.
    row: usize,
    /// What can be done with that row: the focus stays with it when rows come and go.
    held: Option<Act>,
    editing: Option<Editing>,
    on_button: bool,
}

impl MeetingScreen {
    /// The screen of a meeting, at the place where the meeting is.
    #[must_use]
    pub fn new(id: MeetingId, place: Place) -> Self {
        let mut screen = Self {
            id,
            focus: Focus::Matter,
            row: 0,
            item_row: 0,
            open: Open::default(),
            asked: false,
            note_top: 0,
            jumped: false,
            previous: None,
            held: None,
            editing: None,
            on_button: false,
        };
        screen.arrive(place);
        screen
    }

    /// The text that has the focus.
    #[must_use]
    pub fn editing(&self) -> Option<&Editing> {
        self.editing.as_ref()
    }

    /// The text that has the focus, to type in.
    pub fn editing_mut(&mut self) -> Option<&mut Editing> {
        self.editing.as_mut()
    }

    /// Whether a text of many lines is being typed, so that Enter makes a new one.
    #[must_use]
    pub fn types_lines(&self) -> bool {
        self.editing.as_ref().is_some_and(|editing| editing.editor.lines() == Lines::Many)
    }

    /// Whether the row at hand is a button, which Enter presses.
    #[must_use]
    pub fn on_button(&self) -> bool {
        self.on_button
    }

    /// The row of the matter that is at hand, counted from 0.
    #[must_use]
    pub fn row(&self) -> usize {
        self.row
    }

    /// Goes to a row of the matter.
    pub fn go_to_row(&mut self, row: usize) {
        self.row = row;
        self.held = None;
    }

    /// Puts the focus where a person who arrives at a place expects it: in the note of an item.
    pub fn arrive(&mut self, place: Place) {
        self.focus = if matches!(place, Place::Item(_)) { Focus::Note } else { Focus::Matter };
        self.go_to_row(usize::MAX);
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
        if let Some(held) = self.held
            && let Some(row) = rows.iter().position(|row| row.act == held)
        {
            self.row = row;
        }
        if !rows.get(self.row).is_some_and(Row::takes_focus) {
            self.row = first_row(&rows);
        }
        let row = rows.get(self.row);
        self.held = row.map(|row| row.act).filter(|act| *act != Act::Read);
        self.on_button = row.is_some_and(Row::is_button);
        let wanted = self.wanted_text(room, row);
        let Some((text, lines)) = wanted else {
            self.editing = None;
            return;
        };
        let stands = text.read(room.group, room.meeting);
        match self.editing.as_mut().filter(|editing| editing.text == text) {
            Some(editing) if editing.editor.text() == stands => {}
            Some(editing) => {
                let changed = Splice::between(&editing.editor.text(), &stands);
                let cursor = changed.map_or(stands.len(), |it| it.at + it.inserted.len());
                editing.editor.set(&stands, cursor);
            }
            None => self.editing = Some(Editing { text, editor: Editor::new(&stands, lines) }),
        }
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
    Some(Room {
        words: model.words,
        content: &model.content,
        group: model.group()?,
        meeting: model.meeting()?,
        previous: screen.previous.as_deref(),
        now: model.now.wall,
    })
}
