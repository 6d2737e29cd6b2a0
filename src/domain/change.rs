//! The changes to a dossier. Every mutation is a value of this module.
//!
//! A change carries the value that it replaces. So its inverse needs no lookup, undo and the
//! journal are lists of changes, and a change that was made for other data is refused.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::agreement::Agreement;
use super::arrangements::{Channel, Planned};
use super::bin::Binned;
use super::delta::{ListChange, Refusal, Splice, Swap};
use super::frequency::Frequency;
use super::goal::{Goal, Term};
use super::group::{Composition, Group, HeldMeeting};
use super::hour::HourEvent;
use super::ids::MeetingId;
use super::interview::ConfidentialText;
use super::meeting::{AfterTalk, Attendee, Draft, Meeting, Place, Reopening, Stage};
use super::minutes::Minutes;
use super::person::{Person, Roles};
use super::phase::StepRecord;
use super::plan::Level;
use super::reorientation::{Condition, Receiver};
use super::sociogram::Relation;
use super::texts::{GroupText, MeetingText};

#[expect(clippy::large_enum_variant, reason = "a change lives for one entry, and most are typing")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    Group(GroupChange),
    Meeting(MeetingId, MeetingChange),
    /// Adds a meeting.
    Begin(Box<Meeting>),
    /// Removes a meeting in which nothing happened.
    Discard(Box<Meeting>),
}

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
    /// How the group communicates.
    Channels(Swap<Vec<Channel>>),
    /// The conditions for phase 6 that hold.
    Reorientation(Swap<Vec<Condition>>),
    /// To whom care is handed over.
    Receivers(Swap<Vec<Receiver>>),
    Next(Swap<Planned>),
    /// Who is expected at the next meeting.
    Composition(Swap<Option<Composition>>),
    /// Adds or removes the record of a step.
    Steps(ListChange<StepRecord>),
    /// Replaces the record of a step.
    Step(Swap<StepRecord>),
    /// Adds or removes the summary of a meeting.
    Meetings(ListChange<HeldMeeting>),
    /// Replaces the summary of a meeting.
    MeetingHeld(Swap<HeldMeeting>),
    /// Adds an item to the bin or takes it out.
    Bin(ListChange<Binned>),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MeetingChange {
    /// An edit in a text.
    Text(MeetingText, Splice),
    /// Adds or removes an attendee.
    Attendees(ListChange<Attendee>),
    /// Replaces an attendee, by person.
    Attendance(Swap<Attendee>),
    /// The roles in this meeting.
    Roles(Swap<Roles>),
    /// Moves to another place in the meeting.
    Place(Swap<Place>),
    /// Adds or removes an event of the hour.
    Hour(ListChange<HourEvent>),
    /// Whether an item, by its index from 0, was discussed.
    Discussed(usize, Swap<bool>),
    /// The minutes planned for an item, by its index from 0.
    Budget(usize, Swap<u16>),
    /// Whether the signalling plan may be shown.
    PlanShown(Swap<bool>),
    /// Opens a form, goes to another question of it, or closes it.
    Draft(Swap<Option<Draft>>),
    /// Sets an unfinished form aside, or takes it up again.
    SetAside(ListChange<Draft>),
    /// Whether the minutes are agreed.
    Stage(Swap<Stage>),
    Minutes(Swap<Option<Box<Minutes>>>),
    /// Adds or removes a reopening of the minutes.
    Reopened(ListChange<Reopening>),
    /// What client and coordinator settled after the meeting.
    After(Swap<AfterTalk>),
}

impl Change {
    /// The change that reverts this one.
    #[must_use]
    pub fn inverse(&self) -> Self {
        match self {
            Self::Group(change) => Self::Group(change.inverse()),
            Self::Meeting(id, change) => Self::Meeting(*id, change.inverse()),
            Self::Begin(meeting) => Self::Discard(meeting.clone()),
            Self::Discard(meeting) => Self::Begin(meeting.clone()),
        }
    }

    /// The meeting this change belongs to; `None` for the group.
    #[must_use]
    pub fn meeting(&self) -> Option<MeetingId> {
        match self {
            Self::Group(_) => None,
            Self::Meeting(id, _) => Some(*id),
            Self::Begin(meeting) | Self::Discard(meeting) => Some(meeting.id),
        }
    }

    /// This change and `next` as one, if `next` continues typing in the same text.
    #[must_use]
    pub fn joined(&self, next: &Self) -> Option<Self> {
        match (self, next) {
            (
                Self::Meeting(id, MeetingChange::Text(text, first)),
                Self::Meeting(other, MeetingChange::Text(same, second)),
            ) if id == other && text == same => first
                .joined(second)
                .map(|splice| Self::Meeting(*id, MeetingChange::Text(*text, splice))),
            (
                Self::Group(GroupChange::Text(text, first)),
                Self::Group(GroupChange::Text(same, second)),
            ) if text == same => {
                first.joined(second).map(|splice| Self::Group(GroupChange::Text(*text, splice)))
            }
            (
                Self::Group(GroupChange::Confide(text, first)),
                Self::Group(GroupChange::Confide(same, second)),
            ) if text == same => {
                first.joined(second).map(|splice| Self::Group(GroupChange::Confide(*text, splice)))
            }
            _ => None,
        }
    }

    /// Whether this change opens a form, goes to another question of it, or closes it.
    #[must_use]
    pub fn turns_form(&self) -> bool {
        matches!(self, Self::Meeting(_, MeetingChange::Draft(_)))
    }

    /// Whether this change is typing in a form. What was typed is gone when the form closes.
    #[must_use]
    pub fn types_in_form(&self) -> bool {
        matches!(self, Self::Meeting(_, MeetingChange::Text(MeetingText::Draft(_), _)))
    }

    /// Whether the earlier change `done` can no longer be undone after this one.
    ///
    /// For changes without an undo step of their own
    /// ([`EntryKind::Along`](super::history::EntryKind::Along)): discarding a meeting, and the next
    /// meeting and the agreements as closing a meeting sets them.
    #[must_use]
    pub fn overtakes(&self, done: &Self) -> bool {
        use GroupChange::{Agreement, Agreements, Next, Text, TypedOn};
        match (self, done) {
            (Self::Discard(meeting), Self::Meeting(id, _)) => *id == meeting.id,
            (Self::Discard(meeting), Self::Begin(begun)) => begun.id == meeting.id,
            (Self::Group(Next(_)), Self::Group(Next(_))) => true,
            (Self::Group(Next(_)), Self::Group(Text(text, _) | TypedOn(text, _))) => {
                matches!(text, GroupText::NextDay | GroupText::NextTime | GroupText::NextPlace)
            }
            (
                Self::Group(
                    Agreement(Swap { to, .. }) | Agreements(ListChange::Remove { item: to, .. }),
                ),
                Self::Group(Agreement(done)),
            ) => to.id == done.to.id,
            _ => false,
        }
    }

    /// Whether this change only moves to another place in a meeting.
    #[must_use]
    pub fn is_place(&self) -> bool {
        matches!(self, Self::Meeting(_, MeetingChange::Place(_)))
    }

    /// The note in which this change types: its meeting, and the index of its item from 0.
    #[must_use]
    pub fn note(&self) -> Option<(MeetingId, usize)> {
        match self {
            Self::Meeting(id, MeetingChange::Text(MeetingText::Note(nr), _)) => Some((*id, *nr)),
            _ => None,
        }
    }

    /// The edit, if this change is typing.
    #[must_use]
    pub fn splice(&self) -> Option<&Splice> {
        match self {
            Self::Meeting(_, MeetingChange::Text(_, splice))
            | Self::Group(GroupChange::Text(_, splice) | GroupChange::Confide(_, splice)) => {
                Some(splice)
            }
            _ => None,
        }
    }
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
            Self::Next(swap) => Self::Next(swap.inverse()),
            Self::Composition(swap) => Self::Composition(swap.inverse()),
            Self::Steps(change) => Self::Steps(change.inverse()),
            Self::Step(swap) => Self::Step(swap.inverse()),
            Self::Meetings(change) => Self::Meetings(change.inverse()),
            Self::MeetingHeld(swap) => Self::MeetingHeld(swap.inverse()),
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
            Self::Next(swap) => swap.apply(&mut group.next),
            Self::Composition(swap) => swap.apply(&mut group.composition),
            Self::Steps(change) => apply_unique(change, &mut group.steps, |record| record.step),
            Self::Step(swap) => replace_by_key(swap, &mut group.steps, |record| record.step),
            Self::Meetings(change) => apply_unique(change, &mut group.meetings, |held| held.id),
            Self::MeetingHeld(swap) => replace_by_key(swap, &mut group.meetings, |held| held.id),
        }
    }
}

/// Adds an item to a list in which keys are unique, or removes one.
fn apply_unique<T: Clone + PartialEq, K: PartialEq>(
    change: &ListChange<T>,
    list: &mut Vec<T>,
    key: impl Fn(&T) -> K,
) -> Result<(), Refusal> {
    if let ListChange::Insert { item, .. } = change
        && list.iter().any(|other| key(other) == key(item))
    {
        return Err(Refusal::Taken);
    }
    change.apply(list)
}

/// Replaces the item with the key of `swap.from`. The key itself may not change.
fn replace_by_key<T: Clone + PartialEq, K: PartialEq>(
    swap: &Swap<T>,
    list: &mut [T],
    key: impl Fn(&T) -> K,
) -> Result<(), Refusal> {
    if key(&swap.from) != key(&swap.to) {
        return Err(Refusal::Stale);
    }
    let slot = list.iter_mut().find(|item| key(item) == key(&swap.from));
    swap.apply(slot.ok_or(Refusal::Missing)?)
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

impl MeetingChange {
    /// The change that reverts this one.
    #[must_use]
    pub fn inverse(&self) -> Self {
        match self {
            Self::Text(text, splice) => Self::Text(*text, splice.inverse()),
            Self::Attendees(change) => Self::Attendees(change.inverse()),
            Self::Attendance(swap) => Self::Attendance(swap.inverse()),
            Self::Roles(swap) => Self::Roles(swap.inverse()),
            Self::Place(swap) => Self::Place(swap.inverse()),
            Self::Hour(change) => Self::Hour(change.inverse()),
            Self::Discussed(nr, swap) => Self::Discussed(*nr, swap.inverse()),
            Self::Budget(nr, swap) => Self::Budget(*nr, swap.inverse()),
            Self::PlanShown(swap) => Self::PlanShown(swap.inverse()),
            Self::Draft(swap) => Self::Draft(swap.inverse()),
            Self::SetAside(change) => Self::SetAside(change.inverse()),
            Self::Stage(swap) => Self::Stage(swap.inverse()),
            Self::Minutes(swap) => Self::Minutes(swap.inverse()),
            Self::Reopened(change) => Self::Reopened(change.inverse()),
            Self::After(swap) => Self::After(swap.inverse()),
        }
    }

    /// Whether the change is allowed once the minutes are agreed: it changes nothing that they say.
    fn allowed_when_finished(&self) -> bool {
        matches!(
            self,
            Self::Place(_)
                | Self::Draft(_)
                | Self::SetAside(_)
                | Self::Stage(_)
                | Self::Reopened(_)
                | Self::After(_)
                | Self::Text(MeetingText::Draft(_), _)
        )
    }

    /// # Errors
    /// Why the change does not fit. The meeting is then unchanged.
    pub fn apply(&self, meeting: &mut Meeting) -> Result<(), Refusal> {
        if meeting.finished() && !self.allowed_when_finished() {
            return Err(Refusal::Finished);
        }
        match self {
            Self::Text(text, splice) => {
                splice.apply(meeting.text_mut(*text).ok_or(Refusal::Missing)?)
            }
            Self::Attendees(change) => {
                apply_unique(change, &mut meeting.attendance, |one| one.person)
            }
            Self::Attendance(swap) => {
                replace_by_key(swap, &mut meeting.attendance, |one| one.person)
            }
            Self::Roles(swap) => swap.apply(&mut meeting.roles),
            Self::Place(swap) => swap.apply(&mut meeting.place),
            Self::Hour(change) => change.apply(&mut meeting.hour),
            Self::Discussed(nr, swap) => {
                swap.apply(&mut meeting.items.get_mut(*nr).ok_or(Refusal::Missing)?.discussed)
            }
            Self::Budget(nr, swap) => {
                swap.apply(&mut meeting.items.get_mut(*nr).ok_or(Refusal::Missing)?.minutes)
            }
            Self::PlanShown(swap) => swap.apply(&mut meeting.plan_shown),
            Self::Draft(swap) => swap.apply(&mut meeting.draft),
            Self::SetAside(change) => change.apply(&mut meeting.set_aside),
            Self::Stage(swap) => swap.apply(&mut meeting.stage),
            Self::Minutes(swap) => swap.apply(&mut meeting.minutes),
            Self::Reopened(change) => change.apply(&mut meeting.reopened),
            Self::After(swap) => swap.apply(&mut meeting.after),
        }
    }
}
