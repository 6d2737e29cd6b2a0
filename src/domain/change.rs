//! The one door: every change to a dossier is a value of this module.
//!
//! A change carries what it replaces. So its inverse needs no looking up, undo and the journal
//! are lists of changes, and a change made on something else than it was meant for is refused.

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

/// A change to a dossier.
#[expect(clippy::large_enum_variant, reason = "a change lives for one entry, and most are typing")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// To the group itself.
    Group(GroupChange),
    /// To one of its meetings.
    Meeting(MeetingId, MeetingChange),
    /// A meeting comes to be.
    Begin(Box<Meeting>),
    /// A meeting in which nothing happened goes.
    Discard(Box<Meeting>),
}

/// A change to a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum GroupChange {
    /// Typing.
    Text(GroupText, Splice),
    /// Another day on which a day was typed.
    TypedOn(GroupText, Swap<NaiveDate>),
    /// Typing in a confidence.
    Confide(ConfidentialText, Splice),
    /// Somebody comes or goes.
    People(ListChange<Person>),
    /// Something about somebody.
    Person(Swap<Person>),
    /// A line of the sociogram comes or goes.
    Relations(ListChange<Relation>),
    /// A line is stronger or looser.
    Relation(Swap<Relation>),
    /// Who does what.
    Roles(Swap<Roles>),
    /// A goal comes or goes.
    Goals(ListChange<Goal>),
    /// Something about a goal.
    Goal(Swap<Goal>),
    /// An agreement comes or goes.
    Agreements(ListChange<Agreement>),
    /// Something about an agreement.
    Agreement(Swap<Agreement>),
    /// A part of the signalling plan comes or goes.
    Levels(ListChange<Level>),
    /// Something about a part, by number from 0.
    Level(usize, Swap<Level>),
    /// How often the group meets.
    Frequency(Swap<Frequency>),
    /// The ways in which the group keeps in touch.
    Channels(Swap<Vec<Channel>>),
    /// Whether it is time for phase 6.
    Reorientation(Swap<Vec<Condition>>),
    /// To whom care is handed over.
    Receivers(Swap<Vec<Receiver>>),
    /// The next meeting.
    Next(Swap<Planned>),
    /// Who is there next time.
    Composition(Swap<Option<Composition>>),
    /// A step is touched for the first time, or untouched again.
    Steps(ListChange<StepRecord>),
    /// Something about a step.
    Step(Swap<StepRecord>),
    /// A meeting is remembered, or forgotten.
    Meetings(ListChange<HeldMeeting>),
    /// What is remembered of a meeting.
    MeetingHeld(Swap<HeldMeeting>),
    /// Something goes to the bin, or comes back.
    Bin(ListChange<Binned>),
}

/// A change to a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MeetingChange {
    /// Typing.
    Text(MeetingText, Splice),
    /// Somebody is expected, or no longer.
    Attendees(ListChange<Attendee>),
    /// Something about somebody's attendance.
    Attendance(Swap<Attendee>),
    /// Who does what, this time.
    Roles(Swap<Roles>),
    /// The group goes to another place in the meeting.
    Place(Swap<Place>),
    /// Something happens to the hour.
    Hour(ListChange<HourEvent>),
    /// An item was spoken about, or not.
    Discussed(usize, Swap<bool>),
    /// The minutes an item gets.
    Budget(usize, Swap<u16>),
    /// Whether the signalling plan may be shown.
    PlanShown(Swap<bool>),
    /// A form opens, moves on or closes.
    Draft(Swap<Option<Draft>>),
    /// A form is left before it is done, or taken up again.
    SetAside(ListChange<Draft>),
    /// The minutes are agreed, or opened again.
    Stage(Swap<Stage>),
    /// The agreed minutes.
    Minutes(Swap<Option<Box<Minutes>>>),
    /// The minutes were opened again.
    Reopened(ListChange<Reopening>),
    /// What was settled afterwards.
    After(Swap<AfterTalk>),
}

impl Change {
    /// The same, the other way round.
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

    /// This change and the next as one, when both are typing that goes on.
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

    /// Whether this change opens, moves or closes a form.
    #[must_use]
    pub fn turns_form(&self) -> bool {
        matches!(self, Self::Meeting(_, MeetingChange::Draft(_)))
    }

    /// Whether this change is typing in a form, which goes when the form closes.
    #[must_use]
    pub fn types_in_form(&self) -> bool {
        matches!(self, Self::Meeting(_, MeetingChange::Text(MeetingText::Draft(_), _)))
    }

    /// Whether this change, which goes along, makes one that was done before unfit to be undone: a
    /// meeting that is let go, the next meeting and the agreements as a meeting settles them.
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

    /// Whether this change goes to another place in a meeting.
    #[must_use]
    pub fn is_place(&self) -> bool {
        matches!(self, Self::Meeting(_, MeetingChange::Place(_)))
    }

    /// The note this change types in: its meeting, and its item's number from 0.
    #[must_use]
    pub fn note(&self) -> Option<(MeetingId, usize)> {
        match self {
            Self::Meeting(id, MeetingChange::Text(MeetingText::Note(nr), _)) => Some((*id, *nr)),
            _ => None,
        }
    }

    /// What is typed or deleted, when this change is typing.
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
    /// The same, the other way round.
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
    /// The reason why the group stays as it was.
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
                apply_once(change, &mut group.relations, |line| (line.one, line.other))
            }
            Self::Relation(swap) => {
                apply_where(swap, &mut group.relations, |line| (line.one, line.other))
            }
            Self::Channels(swap) => swap.apply(&mut group.channels),
            Self::Reorientation(swap) => swap.apply(&mut group.reorientation),
            Self::Receivers(swap) => swap.apply(&mut group.receivers),
            Self::Bin(change) => change.apply(&mut group.bin),
            Self::People(change) => apply_once(change, &mut group.people, |person| person.id),
            Self::Person(swap) => apply_where(swap, &mut group.people, |person| person.id),
            Self::Roles(swap) => swap.apply(&mut group.roles),
            Self::Goals(change) => {
                if let ListChange::Insert { item, .. } = change {
                    accept_goal(group, None, item)?;
                }
                change.apply(&mut group.goals)
            }
            Self::Goal(swap) => {
                accept_goal(group, Some(&swap.from), &swap.to)?;
                apply_where(swap, &mut group.goals, |goal| goal.id)
            }
            Self::Agreements(change) => apply_once(change, &mut group.agreements, |one| one.id),
            Self::Agreement(swap) => apply_where(swap, &mut group.agreements, |one| one.id),
            Self::Levels(change) => change.apply(&mut group.plan.levels),
            Self::Level(nr, swap) => {
                swap.apply(group.plan.levels.get_mut(*nr).ok_or(Refusal::Missing)?)
            }
            Self::Frequency(swap) => swap.apply(&mut group.frequency),
            Self::Next(swap) => swap.apply(&mut group.next),
            Self::Composition(swap) => swap.apply(&mut group.composition),
            Self::Steps(change) => apply_once(change, &mut group.steps, |record| record.step),
            Self::Step(swap) => apply_where(swap, &mut group.steps, |record| record.step),
            Self::Meetings(change) => apply_once(change, &mut group.meetings, |held| held.id),
            Self::MeetingHeld(swap) => apply_where(swap, &mut group.meetings, |held| held.id),
        }
    }
}

/// Puts an item into a list in which no two have the same key, or takes one out.
fn apply_once<T: Clone + PartialEq, K: PartialEq>(
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

/// Swaps the one item of a list that has the key of what is replaced.
fn apply_where<T: Clone + PartialEq, K: PartialEq>(
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

/// Whether a goal may stand in the group, in place of another or as a new one
/// (phase 1, step 3: the limits).
fn accept_goal(group: &Group, from: Option<&Goal>, to: &Goal) -> Result<(), Refusal> {
    if from.is_none() && group.goals.iter().any(|goal| goal.id == to.id) {
        return Err(Refusal::Taken);
    }
    let counted = |term: Term, goal: &Goal| goal.state.open() && goal.term == term;
    let counted_before = from.is_some_and(|from| counted(to.term, from));
    if counted(to.term, to) && !counted_before { group.room_for(to.term) } else { Ok(()) }
}

impl MeetingChange {
    /// The same, the other way round.
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

    /// Whether agreed minutes stay as they were agreed when this change is made.
    fn leaves_minutes_alone(&self) -> bool {
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
    /// The reason why the meeting stays as it was.
    pub fn apply(&self, meeting: &mut Meeting) -> Result<(), Refusal> {
        if meeting.finished() && !self.leaves_minutes_alone() {
            return Err(Refusal::Finished);
        }
        match self {
            Self::Text(text, splice) => {
                splice.apply(meeting.text_mut(*text).ok_or(Refusal::Missing)?)
            }
            Self::Attendees(change) => {
                apply_once(change, &mut meeting.attendance, |one| one.person)
            }
            Self::Attendance(swap) => apply_where(swap, &mut meeting.attendance, |one| one.person),
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
