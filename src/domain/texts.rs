//! The editable texts of a dossier: how a change names them, and access to them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::day::{Asked, Day};
use super::group::Group;
use super::ids::{GoalId, PersonId};
use super::meeting::Meeting;
use super::phase::{Step, StepState};

/// An editable text of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum GroupText {
    /// The name the client chose.
    Name,
    /// The day the work began.
    Begun,
    ExplainedTo,
    /// The day on which the method was explained.
    ExplainedOn,
    /// A day in the week of the first meeting.
    FirstWeek,
    /// The tasks of the formal chair.
    ChairTasks,
    /// The tasks of the informal chair.
    GuardTasks,
    /// Further points for the agenda of the first meeting.
    Agenda,
    NextDay,
    /// The time of the next meeting.
    NextTime,
    /// The place of the next meeting.
    NextPlace,
    /// The day of a meeting that was held without a computer.
    HeldOn,
    /// When client and coordinator evaluate the first meeting.
    Evaluation,
    /// What the group calls the coordinator.
    CoordinatorWord,
    /// What the group calls the clinician.
    ClinicianWord,
    /// Why a step is not needed.
    StepReason(Step),
    /// Since when a step is in its state.
    StepDay(Step),
    /// Who did a step.
    StepBy(Step),
    /// Where the group usually meets.
    Place,
    /// How the group communicates.
    Communication,
    /// Who is responsible for treatment.
    Responsibility,
    /// How care is handed over.
    Handover,
    /// The steps at a relapse.
    Relapse,
    /// What the group does by itself after the handover.
    ByItself,
    /// Who keeps the group going after the handover.
    Keeper,
    /// The text of a goal.
    Goal(GoalId),
    /// The day by which the client hopes to reach a goal.
    GoalDue(GoalId),
    /// A description of what reaching a goal looks like, by index from 0.
    Attainment(GoalId, usize),
    PersonName(PersonId),
    /// What somebody is to the client.
    Relation(PersonId),
    Contact(PersonId),
    /// How somebody is approached, in free text.
    ApproachWords(PersonId),
    /// The day on which somebody was asked.
    AskedOn(PersonId),
    /// The day an interview is planned for.
    InterviewPlanned(PersonId),
    /// The day an interview was held.
    InterviewHeld(PersonId),
    /// The name of a level of the signalling plan, by index from 0.
    LevelName(usize),
    /// The signs of a level, by index from 0.
    LevelSigns(usize),
    /// What the client does at a level, by index from 0.
    LevelIDo(usize),
    /// What others do at a level, by index from 0.
    LevelOthersDo(usize),
    /// Whom to call at a level, by index from 0.
    LevelCall(usize),
}

/// An editable text of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum MeetingText {
    /// The note of an item, by index from 0.
    Note(usize),
    /// Where the meeting takes place.
    Location,
    Topic,
    Skills,
    /// The day of the next meeting.
    NextDate,
    /// The time of the next meeting.
    NextTime,
    /// The place of the next meeting.
    NextPlace,
    /// An answer in the open form, by index from 0.
    Draft(usize),
}

impl GroupText {
    /// Which day this place asks for.
    #[must_use]
    pub fn asked(self) -> Asked {
        match self {
            Self::Begun
            | Self::ExplainedOn
            | Self::HeldOn
            | Self::StepDay(_)
            | Self::AskedOn(_)
            | Self::InterviewHeld(_) => Asked::Gone,
            // Any day says in which week.
            Self::GoalDue(_) | Self::FirstWeek => Asked::Until,
            _ => Asked::Coming,
        }
    }
}

/// Defines access to every text and day of a group, by `&` and by `&mut`, from one list. The list is
/// matched whole: a new text does not compile without its place.
macro_rules! places {
    ($place:ident, $name:ident, $iter:ident, $get:ident, $($mut:tt)?) => {
        enum $place<'a> {
            Text(&'a $($mut)? String),
            Day(&'a $($mut)? Day),
        }

        impl<'a> $place<'a> {
            fn text(self) -> &'a $($mut)? String {
                match self {
                    Self::Text(text) => text,
                    Self::Day(day) => & $($mut)? day.typed,
                }
            }

            fn day(self) -> Option<&'a $($mut)? Day> {
                match self {
                    Self::Text(_) => None,
                    Self::Day(day) => Some(day),
                }
            }
        }

        fn $name(group: & $($mut)? Group, text: GroupText) -> Option<$place<'_>> {
            use $place::{Day, Text};
            Some(match text {
                GroupText::Name => Text(& $($mut)? group.name),
                GroupText::Begun => Day(& $($mut)? group.begun),
                GroupText::ExplainedTo => Text(& $($mut)? group.explanation.to),
                GroupText::ExplainedOn => Day(& $($mut)? group.explanation.on),
                GroupText::FirstWeek => Day(& $($mut)? group.first_week),
                GroupText::ChairTasks => Text(& $($mut)? group.preparation.chair),
                GroupText::GuardTasks => Text(& $($mut)? group.preparation.process_guard),
                GroupText::Agenda => Text(& $($mut)? group.preparation.agenda),
                GroupText::NextDay => Day(& $($mut)? group.next.day),
                GroupText::NextTime => Text(& $($mut)? group.next.time),
                GroupText::NextPlace => Text(& $($mut)? group.next.place),
                GroupText::HeldOn => Day(& $($mut)? group.held_on),
                GroupText::Evaluation => Day(& $($mut)? group.evaluation),
                GroupText::CoordinatorWord => Text(& $($mut)? group.role_words.coordinator),
                GroupText::ClinicianWord => Text(& $($mut)? group.role_words.clinician),
                GroupText::Place => Text(& $($mut)? group.place),
                GroupText::Communication => Text(& $($mut)? group.communication),
                GroupText::Responsibility => Text(& $($mut)? group.responsibility),
                GroupText::Handover => Text(& $($mut)? group.handover),
                GroupText::ByItself => Text(& $($mut)? group.future.by_itself),
                GroupText::Keeper => Text(& $($mut)? group.future.keeper),
                GroupText::Relapse => Text(& $($mut)? group.plan.relapse),
                GroupText::StepReason(step)
                | GroupText::StepDay(step)
                | GroupText::StepBy(step) => {
                    let record = group.steps.$iter().find(|record| record.step == step)?;
                    match (text, & $($mut)? record.state) {
                        (GroupText::StepDay(_), _) => Day(& $($mut)? record.date),
                        (GroupText::StepBy(_), _) => Text(& $($mut)? record.by),
                        (_, StepState::NotNeeded(reason)) => Text(reason),
                        _ => return None,
                    }
                }
                GroupText::Goal(id) | GroupText::GoalDue(id) | GroupText::Attainment(id, _) => {
                    let goal = group.goals.$iter().find(|goal| goal.id == id)?;
                    match text {
                        GroupText::GoalDue(_) => Day(& $($mut)? goal.due),
                        GroupText::Attainment(_, nr) => Text(goal.attainment.steps.$get(nr)?),
                        _ => Text(& $($mut)? goal.text),
                    }
                }
                GroupText::PersonName(id)
                | GroupText::Relation(id)
                | GroupText::Contact(id)
                | GroupText::ApproachWords(id)
                | GroupText::AskedOn(id)
                | GroupText::InterviewPlanned(id)
                | GroupText::InterviewHeld(id) => {
                    let person = group.people.$iter().find(|person| person.id == id)?;
                    match text {
                        GroupText::Relation(_) => Text(& $($mut)? person.relation),
                        GroupText::Contact(_) => Text(& $($mut)? person.contact),
                        GroupText::ApproachWords(_) => Text(& $($mut)? person.approach_words),
                        GroupText::AskedOn(_) => Day(& $($mut)? person.asked),
                        GroupText::InterviewPlanned(_) => Day(& $($mut)? person.interview.planned),
                        GroupText::InterviewHeld(_) => Day(& $($mut)? person.interview.held),
                        _ => Text(& $($mut)? person.name),
                    }
                }
                GroupText::LevelName(nr)
                | GroupText::LevelSigns(nr)
                | GroupText::LevelIDo(nr)
                | GroupText::LevelOthersDo(nr)
                | GroupText::LevelCall(nr) => {
                    let level = group.plan.levels.$get(nr)?;
                    Text(match text {
                        GroupText::LevelSigns(_) => & $($mut)? level.signs,
                        GroupText::LevelIDo(_) => & $($mut)? level.i_do,
                        GroupText::LevelOthersDo(_) => & $($mut)? level.others_do,
                        GroupText::LevelCall(_) => & $($mut)? level.call,
                        _ => & $($mut)? level.name,
                    })
                }
            })
        }
    };
}

places!(TextRef, text_ref, iter, get,);
places!(TextMut, text_mut, iter_mut, get_mut, mut);

impl Group {
    /// A text of the group; `None` if the thing it belongs to does not exist.
    #[must_use]
    pub fn text(&self, text: GroupText) -> Option<&String> {
        text_ref(self, text).map(TextRef::text)
    }

    /// A day of the group; `None` for a text that is not a day or does not exist.
    #[must_use]
    pub fn day(&self, text: GroupText) -> Option<&Day> {
        text_ref(self, text)?.day()
    }

    /// The date that a day of the group names; `None` if it cannot be read.
    #[must_use]
    pub fn date(&self, text: GroupText) -> Option<NaiveDate> {
        self.day(text)?.read(text.asked()).ok()
    }

    pub(super) fn text_mut(&mut self, text: GroupText) -> Option<&mut String> {
        text_mut(self, text).map(TextMut::text)
    }

    pub(super) fn day_mut(&mut self, text: GroupText) -> Option<&mut Day> {
        text_mut(self, text)?.day()
    }
}

impl Meeting {
    /// A text of the meeting; `None` if the item or the form does not exist.
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
            MeetingText::Draft(nr) => {
                self.draft.as_mut().and_then(|draft| draft.answers.get_mut(nr))
            }
        }
    }
}
