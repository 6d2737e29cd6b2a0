//! The texts of a dossier that are typed in: their names, and where they stand.

use serde::{Deserialize, Serialize};

use super::group::Group;
use super::ids::{GoalId, PersonId};
use super::meeting::Meeting;

/// A text of a group that is typed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum GroupText {
    /// The name the client chose.
    Name,
    /// Where the group usually meets.
    Place,
    /// How the group keeps in touch.
    Communication,
    /// Who is responsible for treatment.
    Responsibility,
    /// To whom care is handed over.
    Handover,
    /// The steps at a relapse.
    Relapse,
    /// A goal's words.
    Goal(GoalId),
    /// What somebody is to the client.
    Relation(PersonId),
    /// A part of the signalling plan, by number from 0: its name.
    LevelName(usize),
    /// Its signs.
    LevelSigns(usize),
    /// What I do.
    LevelIDo(usize),
    /// What others do.
    LevelOthersDo(usize),
    /// Whom to call.
    LevelCall(usize),
}

/// A text of a meeting that is typed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum MeetingText {
    /// The note of an item, by number from 0.
    Note(usize),
    /// Where the group meets this time.
    Location,
    /// The theme.
    Topic,
    /// What the members practise.
    Skills,
    /// The next date, in words.
    NextDate,
    /// The next time.
    NextTime,
    /// The next place.
    NextPlace,
    /// When client and coordinator evaluate.
    Evaluation,
    /// An answer of the open form, by number from 0.
    Draft(usize),
}

impl Group {
    /// A text of the group.
    #[must_use]
    pub fn text(&self, text: GroupText) -> Option<&String> {
        let level = |nr: usize| self.plan.levels.get(nr);
        match text {
            GroupText::Name => Some(&self.name),
            GroupText::Place => Some(&self.place),
            GroupText::Communication => Some(&self.communication),
            GroupText::Responsibility => Some(&self.responsibility),
            GroupText::Handover => Some(&self.handover),
            GroupText::Relapse => Some(&self.plan.relapse),
            GroupText::Goal(id) => self.goal(id).map(|goal| &goal.text),
            GroupText::Relation(id) => self.person(id).map(|person| &person.relation),
            GroupText::LevelName(nr) => level(nr).map(|level| &level.name),
            GroupText::LevelSigns(nr) => level(nr).map(|level| &level.signs),
            GroupText::LevelIDo(nr) => level(nr).map(|level| &level.i_do),
            GroupText::LevelOthersDo(nr) => level(nr).map(|level| &level.others_do),
            GroupText::LevelCall(nr) => level(nr).map(|level| &level.call),
        }
    }

    pub(super) fn text_mut(&mut self, text: GroupText) -> Option<&mut String> {
        let levels = &mut self.plan.levels;
        match text {
            GroupText::Name => Some(&mut self.name),
            GroupText::Place => Some(&mut self.place),
            GroupText::Communication => Some(&mut self.communication),
            GroupText::Responsibility => Some(&mut self.responsibility),
            GroupText::Handover => Some(&mut self.handover),
            GroupText::Relapse => Some(&mut self.plan.relapse),
            GroupText::Goal(id) => {
                self.goals.iter_mut().find(|goal| goal.id == id).map(|goal| &mut goal.text)
            }
            GroupText::Relation(id) => {
                self.people.iter_mut().find(|one| one.id == id).map(|one| &mut one.relation)
            }
            GroupText::LevelName(nr) => levels.get_mut(nr).map(|level| &mut level.name),
            GroupText::LevelSigns(nr) => levels.get_mut(nr).map(|level| &mut level.signs),
            GroupText::LevelIDo(nr) => levels.get_mut(nr).map(|level| &mut level.i_do),
            GroupText::LevelOthersDo(nr) => levels.get_mut(nr).map(|level| &mut level.others_do),
            GroupText::LevelCall(nr) => levels.get_mut(nr).map(|level| &mut level.call),
        }
    }
}

impl Meeting {
    /// A text of the meeting.
    #[must_use]
    pub fn text(&self, text: MeetingText) -> Option<&String> {
        match text {
            MeetingText::Note(nr) => self.items.get(nr).map(|item| &item.note),
            MeetingText::Location => Some(&self.location),
            MeetingText::Topic => Some(&self.topic),
            MeetingText::Skills => Some(&self.skills),
            MeetingText::NextDate => Some(&self.next.date),
            MeetingText::NextTime => Some(&self.next.time),
            MeetingText::NextPlace => Some(&self.next.place),
            MeetingText::Evaluation => Some(&self.after.evaluation),
            MeetingText::Draft(nr) => self.draft.as_ref().and_then(|draft| draft.answers.get(nr)),
        }
    }

    pub(super) fn text_mut(&mut self, text: MeetingText) -> Option<&mut String> {
        match text {
            MeetingText::Note(nr) => self.items.get_mut(nr).map(|item| &mut item.note),
            MeetingText::Location => Some(&mut self.location),
            MeetingText::Topic => Some(&mut self.topic),
            MeetingText::Skills => Some(&mut self.skills),
            MeetingText::NextDate => Some(&mut self.next.date),
            MeetingText::NextTime => Some(&mut self.next.time),
            MeetingText::NextPlace => Some(&mut self.next.place),
            MeetingText::Evaluation => Some(&mut self.after.evaluation),
            MeetingText::Draft(nr) => {
                self.draft.as_mut().and_then(|draft| draft.answers.get_mut(nr))
            }
        }
    }
}
