//! The editable texts of a dossier: how a change names them, and access to them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::day::Day;
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
    /// Whether it names a day. The day on which it was typed is then stored with it.
    #[must_use]
    pub fn is_day(self) -> bool {
        matches!(
            self,
            Self::Begun
                | Self::ExplainedOn
                | Self::FirstWeek
                | Self::NextDay
                | Self::HeldOn
                | Self::Evaluation
                | Self::StepDay(_)
                | Self::GoalDue(_)
                | Self::AskedOn(_)
                | Self::InterviewPlanned(_)
                | Self::InterviewHeld(_)
        )
    }

    /// Whether it names a day in the past, rather than in the future.
    #[must_use]
    pub fn looks_back(self) -> bool {
        matches!(
            self,
            Self::Begun
                | Self::ExplainedOn
                | Self::HeldOn
                | Self::StepDay(_)
                | Self::AskedOn(_)
                | Self::InterviewHeld(_)
        )
    }
}

/// Defines access to a text or a day of a group, by `&` and by `&mut`, from one list.
macro_rules! places {
    ($day_name:ident, $text_name:ident, $iter:ident, $get:ident, $($mut:tt)?) => {
        fn $day_name(group: & $($mut)? Group, text: GroupText) -> Option<& $($mut)? Day> {
            match text {
                GroupText::Begun => Some(& $($mut)? group.begun),
                GroupText::ExplainedOn => Some(& $($mut)? group.explanation.on),
                GroupText::FirstWeek => Some(& $($mut)? group.first_week),
                GroupText::NextDay => Some(& $($mut)? group.next.day),
                GroupText::HeldOn => Some(& $($mut)? group.held_on),
                GroupText::Evaluation => Some(& $($mut)? group.evaluation),
                GroupText::StepDay(step) => {
                    let mut records = group.steps.$iter();
                    records.find(|record| record.step == step).map(|it| & $($mut)? it.date)
                }
                GroupText::GoalDue(id) => {
                    let mut goals = group.goals.$iter();
                    goals.find(|goal| goal.id == id).map(|goal| & $($mut)? goal.due)
                }
                GroupText::AskedOn(id)
                | GroupText::InterviewPlanned(id)
                | GroupText::InterviewHeld(id) => {
                    let person = group.people.$iter().find(|person| person.id == id)?;
                    Some(match text {
                        GroupText::AskedOn(_) => & $($mut)? person.asked,
                        GroupText::InterviewPlanned(_) => & $($mut)? person.interview.planned,
                        _ => & $($mut)? person.interview.held,
                    })
                }
                _ => None,
            }
        }

        fn $text_name(group: & $($mut)? Group, text: GroupText) -> Option<& $($mut)? String> {
            if text.is_day() {
                return $day_name(group, text).map(|day| & $($mut)? day.typed);
            }
            match text {
                GroupText::Name => Some(& $($mut)? group.name),
                GroupText::ExplainedTo => Some(& $($mut)? group.explanation.to),
                GroupText::ChairTasks => Some(& $($mut)? group.preparation.chair),
                GroupText::GuardTasks => Some(& $($mut)? group.preparation.process_guard),
                GroupText::Agenda => Some(& $($mut)? group.preparation.agenda),
                GroupText::NextTime => Some(& $($mut)? group.next.time),
                GroupText::NextPlace => Some(& $($mut)? group.next.place),
                GroupText::CoordinatorWord => Some(& $($mut)? group.role_words.coordinator),
                GroupText::ClinicianWord => Some(& $($mut)? group.role_words.clinician),
                GroupText::Place => Some(& $($mut)? group.place),
                GroupText::Communication => Some(& $($mut)? group.communication),
                GroupText::Responsibility => Some(& $($mut)? group.responsibility),
                GroupText::Handover => Some(& $($mut)? group.handover),
                GroupText::Relapse => Some(& $($mut)? group.plan.relapse),
                GroupText::StepReason(step) | GroupText::StepBy(step) => {
                    let record = group.steps.$iter().find(|record| record.step == step)?;
                    match (text, & $($mut)? record.state) {
                        (GroupText::StepBy(_), _) => Some(& $($mut)? record.by),
                        (_, StepState::NotNeeded(reason)) => Some(reason),
                        _ => None,
                    }
                }
                GroupText::Goal(id) | GroupText::Attainment(id, _) => {
                    let goal = group.goals.$iter().find(|goal| goal.id == id)?;
                    match text {
                        GroupText::Attainment(_, nr) => goal.attainment.steps.$get(nr),
                        _ => Some(& $($mut)? goal.text),
                    }
                }
                GroupText::PersonName(id)
                | GroupText::Relation(id)
                | GroupText::Contact(id)
                | GroupText::ApproachWords(id) => {
                    let person = group.people.$iter().find(|person| person.id == id)?;
                    Some(match text {
                        GroupText::PersonName(_) => & $($mut)? person.name,
                        GroupText::Relation(_) => & $($mut)? person.relation,
                        GroupText::Contact(_) => & $($mut)? person.contact,
                        _ => & $($mut)? person.approach_words,
                    })
                }
                GroupText::LevelName(nr)
                | GroupText::LevelSigns(nr)
                | GroupText::LevelIDo(nr)
                | GroupText::LevelOthersDo(nr)
                | GroupText::LevelCall(nr) => {
                    let level = group.plan.levels.$get(nr)?;
                    Some(match text {
                        GroupText::LevelName(_) => & $($mut)? level.name,
                        GroupText::LevelSigns(_) => & $($mut)? level.signs,
                        GroupText::LevelIDo(_) => & $($mut)? level.i_do,
                        GroupText::LevelOthersDo(_) => & $($mut)? level.others_do,
                        _ => & $($mut)? level.call,
                    })
                }
                _ => None,
            }
        }
    };
}

places!(day_ref, text_ref, iter, get,);
places!(day_mut, text_mut, iter_mut, get_mut, mut);

impl Group {
    /// A text of the group; `None` if the thing it belongs to does not exist.
    #[must_use]
    pub fn text(&self, text: GroupText) -> Option<&String> {
        text_ref(self, text)
    }

    /// A day of the group; `None` for a text that is not a day or does not exist.
    #[must_use]
    pub fn day(&self, text: GroupText) -> Option<&Day> {
        day_ref(self, text)
    }

    /// The date that a day of the group names; `None` if it cannot be read.
    #[must_use]
    pub fn date(&self, text: GroupText) -> Option<NaiveDate> {
        self.day(text)?.read(text.looks_back()).ok()
    }

    pub(super) fn text_mut(&mut self, text: GroupText) -> Option<&mut String> {
        text_mut(self, text)
    }

    pub(super) fn day_mut(&mut self, text: GroupText) -> Option<&mut Day> {
        day_mut(self, text)
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
