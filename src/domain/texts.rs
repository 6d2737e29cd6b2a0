//! The texts of a dossier that are typed in: their names, and where they stand.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::day::Day;
use super::group::Group;
use super::ids::{GoalId, PersonId};
use super::meeting::Meeting;
use super::phase::{Step, StepState};

/// A text of a group that is typed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum GroupText {
    /// The name the client chose.
    Name,
    /// The day the work began.
    Begun,
    /// To whom the method was explained.
    ExplainedTo,
    /// The day on which it was.
    ExplainedOn,
    /// A day in the week of the first meeting.
    FirstWeek,
    /// What the formal chair does.
    ChairTasks,
    /// What the informal chair does.
    GuardTasks,
    /// What else is spoken about in the first meeting.
    Agenda,
    /// The day of the next meeting.
    NextDay,
    /// Its time.
    NextTime,
    /// Its place.
    NextPlace,
    /// The day of a meeting that was held without a computer.
    HeldOn,
    /// When client and coordinator look back on the first meeting.
    Evaluation,
    /// What the group calls the coordinator.
    CoordinatorWord,
    /// What the group calls the clinician.
    ClinicianWord,
    /// Why a step is not needed.
    StepReason(Step),
    /// Since when a step is as it is.
    StepDay(Step),
    /// Who did a step.
    StepBy(Step),
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
    /// When the client hopes to be there.
    GoalDue(GoalId),
    /// A step of what reaching it looks like, by number from 0.
    Attainment(GoalId, usize),
    /// Somebody's name.
    PersonName(PersonId),
    /// What somebody is to the client.
    Relation(PersonId),
    /// How to reach somebody.
    Contact(PersonId),
    /// How somebody is approached, in words.
    ApproachWords(PersonId),
    /// The day on which somebody was asked.
    AskedOn(PersonId),
    /// The day an interview is planned for.
    InterviewPlanned(PersonId),
    /// The day an interview was held.
    InterviewHeld(PersonId),
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
    /// An answer of the open form, by number from 0.
    Draft(usize),
}

impl GroupText {
    /// Whether it names a day, so that it counts on which day it was typed.
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

    /// Whether the day it names is of something that was, rather than of something to come.
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

/// Both ways to reach a place in a group, `&` and `&mut`, from one list.
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
    /// A text of the group.
    #[must_use]
    pub fn text(&self, text: GroupText) -> Option<&String> {
        text_ref(self, text)
    }

    /// A day of the group.
    #[must_use]
    pub fn day(&self, text: GroupText) -> Option<&Day> {
        day_ref(self, text)
    }

    /// The date that a day of the group names; `None` when it cannot be read.
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
