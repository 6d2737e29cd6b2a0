//! The changes to the group itself.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::agreement::Agreement;
use crate::domain::approval::Approval;
use crate::domain::arrangements::{Channel, Planned};
use crate::domain::bin::Binned;
use crate::domain::delta::{ListChange, Refusal, Splice, Swap, apply_unique, replace_by_key};
use crate::domain::frequency::Frequency;
use crate::domain::goal::{Goal, Term};
use crate::domain::group::{Composition, Group};
use crate::domain::held::HeldMeeting;
use crate::domain::ids::MeetingId;
use crate::domain::interview::ConfidentialText;
use crate::domain::person::{Person, Roles};
use crate::domain::phase::StepRecord;
use crate::domain::plan::Level;
use crate::domain::reorientation::{Condition, Receiver};
use crate::domain::sociogram::Relation;
use crate::domain::texts::GroupText;

/// A change to the group itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum GroupChange {
    /// An edit in a text.
    Text(GroupText, Splice),
    /// Sets the day on which a date was typed, from which its words are read.
    TypedOn(GroupText, Swap<NaiveDate>),
    /// An edit in a confidential text.
    Confide(ConfidentialText, Splice),
    /// Adds or removes a person.
    People(ListChange<Person>),
    /// Replaces a person, by id.
    Person(Swap<Person>),
    /// Adds or removes a line of the sociogram.
    Relations(ListChange<Relation>),
    /// Replaces a line of the sociogram, by its two people.
    Relation(Swap<Relation>),
    Roles(Swap<Roles>),
    /// Adds or removes a goal, within the limits of phase 1, step 3.
    Goals(ListChange<Goal>),
    /// Replaces a goal, by id, within the limits of phase 1, step 3.
    Goal(Swap<Goal>),
    /// Adds or removes an agreement.
    Agreements(ListChange<Agreement>),
    /// Replaces an agreement, by id.
    Agreement(Swap<Agreement>),
    /// Adds or removes a level of the signalling plan.
    Levels(ListChange<Level>),
    /// Replaces a level, by its index from 0.
    Level(usize, Swap<Level>),
    /// How often the group meets.
    Frequency(Swap<Frequency>),
    /// How often was proposed without the client.
    FrequencyProposal(Swap<Option<Frequency>>),
    /// Whether the client chose how often.
    FrequencyChosen(Swap<Option<bool>>),
    /// How the group communicates.
    Channels(Swap<Vec<Channel>>),
    /// The conditions for phase 6 that hold.
    Reorientation(Swap<Vec<Condition>>),
    /// To whom care is handed over.
    Receivers(Swap<Vec<Receiver>>),
    /// Whether the group goes on after the handover.
    GoesOn(Swap<Option<bool>>),
    /// Whether the coordinator reminds the others of their agreements.
    CoordinatorReminds(Swap<bool>),
    Next(Swap<Planned>),
    /// Whether the time of the next meeting stands after its day.
    TimeInDay(Swap<bool>),
    /// Who is expected at the next meeting.
    Composition(Swap<Option<Composition>>),
    /// Adds or removes the record of a step.
    Steps(ListChange<StepRecord>),
    /// Replaces the record of a step.
    Step(Swap<StepRecord>),
    /// Adds or removes the summary of a meeting.
    Meetings(ListChange<HeldMeeting>),
    /// Replaces the summary of a meeting.
    MeetingHeld(Box<Swap<HeldMeeting>>),
    /// What was said about the minutes of a meeting.
    Approval(MeetingId, Swap<Option<Approval>>),
    /// Adds an item to the bin or takes it out.
    Bin(ListChange<Binned>),
}

impl GroupChange {
    /// The change that reverts this one.
    #[must_use]
    pub fn inverse(&self) -> Self {
        match self {
            Self::Text(text, splice) => Self::Text(*text, splice.inverse()),
            Self::TypedOn(text, swap) => Self::TypedOn(*text, swap.inverse()),
            Self::Confide(text, splice) => Self::Confide(*text, splice.inverse()),
            Self::Relations(change) => Self::Relations(change.inverse()),
            Self::Relation(swap) => Self::Relation(swap.inverse()),
            Self::Channels(swap) => Self::Channels(swap.inverse()),
            Self::Reorientation(swap) => Self::Reorientation(swap.inverse()),
            Self::Receivers(swap) => Self::Receivers(swap.inverse()),
            Self::Bin(change) => Self::Bin(change.inverse()),
            Self::People(change) => Self::People(change.inverse()),
            Self::Person(swap) => Self::Person(swap.inverse()),
            Self::Roles(swap) => Self::Roles(swap.inverse()),
            Self::Goals(change) => Self::Goals(change.inverse()),
            Self::Goal(swap) => Self::Goal(swap.inverse()),
            Self::Agreements(change) => Self::Agreements(change.inverse()),
            Self::Agreement(swap) => Self::Agreement(swap.inverse()),
            Self::Levels(change) => Self::Levels(change.inverse()),
            Self::Level(nr, swap) => Self::Level(*nr, swap.inverse()),
            Self::Frequency(swap) => Self::Frequency(swap.inverse()),
            Self::FrequencyChosen(swap) => Self::FrequencyChosen(swap.inverse()),
            Self::GoesOn(swap) => Self::GoesOn(swap.inverse()),
            Self::Approval(id, swap) => Self::Approval(*id, swap.inverse()),
            Self::CoordinatorReminds(swap) => Self::CoordinatorReminds(swap.inverse()),
            Self::FrequencyProposal(swap) => Self::FrequencyProposal(swap.inverse()),
            Self::Next(swap) => Self::Next(swap.inverse()),
            Self::TimeInDay(swap) => Self::TimeInDay(swap.inverse()),
            Self::Composition(swap) => Self::Composition(swap.inverse()),
            Self::Steps(change) => Self::Steps(change.inverse()),
            Self::Step(swap) => Self::Step(swap.inverse()),
            Self::Meetings(change) => Self::Meetings(change.inverse()),
            Self::MeetingHeld(swap) => Self::MeetingHeld(Box::new(swap.inverse())),
        }
    }

    /// # Errors
    /// Why the change does not fit. The group is then unchanged.
    pub fn apply(&self, group: &mut Group) -> Result<(), Refusal> {
        match self {
            Self::Text(text, splice) => {
                splice.apply(group.text_mut(*text).ok_or(Refusal::Missing)?)
            }
            Self::TypedOn(text, swap) => {
                swap.apply(&mut group.day_mut(*text).ok_or(Refusal::Missing)?.on)
            }
            Self::Confide(text, splice) => {
                let person = group.people.iter_mut().find(|person| person.id == text.person());
                person.ok_or(Refusal::Missing)?.interview.confide(*text, splice)
            }
            Self::Relations(change) => {
                apply_unique(change, &mut group.relations, |line| (line.one, line.other))
            }
            Self::Relation(swap) => {
                replace_by_key(swap, &mut group.relations, |line| (line.one, line.other))
            }
            Self::Channels(swap) => swap.apply(&mut group.channels),
            Self::Reorientation(swap) => swap.apply(&mut group.reorientation),
            Self::Receivers(swap) => swap.apply(&mut group.receivers),
            Self::Bin(change) => change.apply(&mut group.bin),
            Self::People(change) => apply_unique(change, &mut group.people, |person| person.id),
            Self::Person(swap) => replace_by_key(swap, &mut group.people, |person| person.id),
            Self::Roles(swap) => swap.apply(&mut group.roles),
            Self::Goals(change) => {
                if let ListChange::Insert { item, .. } = change {
                    check_goal_limit(group, None, item)?;
                }
                change.apply(&mut group.goals)
            }
            Self::Goal(swap) => {
                check_goal_limit(group, Some(&swap.from), &swap.to)?;
                replace_by_key(swap, &mut group.goals, |goal| goal.id)
            }
            Self::Agreements(change) => apply_unique(change, &mut group.agreements, |one| one.id),
            Self::Agreement(swap) => replace_by_key(swap, &mut group.agreements, |one| one.id),
            Self::Levels(change) => change.apply(&mut group.plan.levels),
            Self::Level(nr, swap) => {
                swap.apply(group.plan.levels.get_mut(*nr).ok_or(Refusal::Missing)?)
            }
            Self::Frequency(swap) => swap.apply(&mut group.frequency),
            Self::FrequencyChosen(swap) => swap.apply(&mut group.frequency_chosen),
            Self::TimeInDay(swap) => swap.apply(&mut group.next.time_in_day),
            Self::GoesOn(swap) => swap.apply(&mut group.future.goes_on),
            Self::Approval(id, swap) => {
                let held = group.meetings.iter_mut().find(|held| held.id == *id);
                swap.apply(&mut held.ok_or(Refusal::Missing)?.approval)
            }
            Self::CoordinatorReminds(swap) => swap.apply(&mut group.coordinator_reminds),
            Self::FrequencyProposal(swap) => swap.apply(&mut group.frequency_proposal),
            Self::Next(swap) => swap.apply(&mut group.next),
            Self::Composition(swap) => swap.apply(&mut group.composition),
            Self::Steps(change) => apply_unique(change, &mut group.steps, |record| record.step),
            Self::Step(swap) => replace_by_key(swap, &mut group.steps, |record| record.step),
            Self::Meetings(change) => apply_unique(change, &mut group.meetings, |held| held.id),
            Self::MeetingHeld(swap) => replace_by_key(swap, &mut group.meetings, |held| held.id),
        }
    }
}

/// Checks the limits of open goals (phase 1, step 3). `from` is the goal that is replaced; `None`
/// for a new one.
fn check_goal_limit(group: &Group, from: Option<&Goal>, to: &Goal) -> Result<(), Refusal> {
    if from.is_none() && group.goals.iter().any(|goal| goal.id == to.id) {
        return Err(Refusal::Taken);
    }
    let counted = |term: Term, goal: &Goal| goal.state.open() && goal.term == term;
    let counted_before = from.is_some_and(|from| counted(to.term, from));
    if counted(to.term, to) && !counted_before { group.room_for(to.term) } else { Ok(()) }
}
