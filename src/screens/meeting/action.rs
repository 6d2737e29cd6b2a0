//! What pressing a row of a meeting does.

use chrono::NaiveDate;

use crate::deeds::{
    Deed, agreements, approval, arrangements, attendance, composition, discussed, goals, meeting,
    plan, roles,
};
use crate::domain::frequency::Frequency;
use crate::domain::goal::Term;
use crate::domain::ids::{AgreementId, GoalId, MeetingId, PersonId};
use crate::domain::person::{MeetingRole, Role};
use crate::domain::reorientation::Receiver;
use crate::screens::page::row::{self, RowAction};
use crate::view::meeting_view::MeetingView;

/// A row of a meeting.
pub type Row = row::Row<MeetingAction>;

/// What pressing a row does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeetingAction {
    Presence(PersonId),
    Role(MeetingRole),
    AddPerson,
    /// Begin the hour, or go on.
    Start,
    /// Somebody said how they are.
    Spoke(PersonId),
    /// How an agreement went.
    Answer(AgreementId),
    /// Unfold the agreements that are not due yet, or fold them.
    StillGoing,
    GoalState(GoalId),
    /// How a goal went since last time.
    Movement(GoalId),
    NewGoal(Term),
    ReadPrevious,
    /// Whether the signalling plan may be shown.
    ShowPlan,
    /// Unfold a part of the plan, counted from 0, or fold it.
    Level(usize),
    /// A part was gone through today.
    Reviewed(usize),
    /// The parts a new plan can begin with.
    FreshPlan,
    Frequency(Frequency),
    /// A topic, counted from 0.
    Topic(usize),
    /// Take a day that is proposed for the next meeting.
    Propose(NaiveDate),
    MakeAgreement,
    /// Go on with a form that was left half-way, counted from 0.
    Resume(usize),
    /// Mend an agreement: the item and the line of its note, counted from 0.
    Mend(usize, usize),
    /// The day of the meeting, and when it began.
    Day,
    /// The items that got time and nothing else were discussed.
    Discussed,
    /// The meeting did not go on.
    DidNotGoOn,
    /// Agree the minutes.
    Finish,
    ReadMinutes,
    SaveMinutes,
    /// Open the agreed minutes again.
    Reopen,
    Erase,
    /// Whether the group goes on after the handover.
    GoesOn,
    /// Somebody takes over care, or not.
    Receiver(Receiver),
    /// The same people next time.
    SameGroup,
    /// Whether somebody is there next time.
    Expect(PersonId),
    /// Who has a role in the group, from the next meeting on.
    NextRole(Role),
    /// How the client came to find the minutes good.
    Seen,
    /// Whether the minutes may go to the group.
    MayGo,
    /// The minutes went to the group.
    Sent,
    /// The group agrees the minutes of this meeting.
    Set,
    /// The group agrees the minutes of the meeting before this one.
    SetPrevious(MeetingId),
    /// Whether somebody came who was expected later.
    Came(PersonId),
    /// The minutes as they were before they were opened again, counted from 0.
    AsItWas(usize),
    /// Client and coordinator are alone now.
    Alone,
    ToGroup,
}

impl RowAction for MeetingAction {
    fn is_button(self) -> bool {
        matches!(
            self,
            Self::AddPerson
                | Self::Start
                | Self::NewGoal(_)
                | Self::ReadPrevious
                | Self::MakeAgreement
                | Self::Resume(_)
                | Self::Day
                | Self::DidNotGoOn
                | Self::Finish
                | Self::ReadMinutes
                | Self::AsItWas(_)
                | Self::Set
                | Self::SetPrevious(_)
                | Self::SaveMinutes
                | Self::Reopen
                | Self::Erase
                | Self::Alone
                | Self::ToGroup
        )
    }
}

/// The deed that pressing a row is, forward or back; `None` when it leads somewhere else.
#[must_use]
pub fn deed(view: &MeetingView<'_>, action: MeetingAction, forward: bool) -> Option<Deed> {
    use MeetingAction as A;
    Some(match action {
        A::Presence(person) => attendance::turn_presence(view, person, forward),
        A::Role(role) => roles::turn_meeting_role(view, role, forward),
        A::Spoke(person) => attendance::toggle_spoke(view, person),
        A::Answer(id) => agreements::turn_answer(view, id, forward),
        A::GoalState(id) => goals::turn_state(view, id, forward),
        A::Movement(id) => goals::turn_movement(view, id, forward),
        A::ShowPlan => plan::toggle_shown(view),
        A::Reviewed(nr) => plan::toggle_reviewed(view, nr),
        A::FreshPlan => plan::begin_in_meeting(view),
        A::Frequency(to) => arrangements::set_frequency(view, to, view.client_is_there()),
        A::Topic(nr) => meeting::toggle_topic(view, nr),
        A::Propose(day) => meeting::take_next_day(view, day),
        A::Discussed => discussed::say_discussed(view),
        A::GoesOn => arrangements::turn_goes_on(view, forward),
        A::Receiver(receiver) => arrangements::toggle_receiver(view, receiver),
        A::SameGroup => composition::same_group(view),
        A::Expect(person) => composition::toggle_expected(view, person),
        A::NextRole(role) => roles::turn_holder(view, role, forward),
        A::Seen => approval::turn_seen(view, view.meeting.id, forward),
        A::MayGo => approval::turn_may_go(view, view.meeting.id, forward),
        A::Sent => approval::toggle_sent(view, view.meeting.id, view.now.date_naive()),
        A::Set => approval::set(view, view.meeting.id, view.now.date_naive()),
        A::SetPrevious(id) => approval::set(view, id, view.typed_on()),
        A::Came(person) => attendance::turn_came(view, person),
        A::AddPerson
        | A::Start
        | A::NewGoal(_)
        | A::ReadPrevious
        | A::Level(_)
        | A::StillGoing
        | A::MakeAgreement
        | A::Mend(..)
        | A::Resume(_)
        | A::Day
        | A::DidNotGoOn
        | A::Finish
        | A::ReadMinutes
        | A::AsItWas(_)
        | A::SaveMinutes
        | A::Reopen
        | A::Erase
        | A::Alone
        | A::ToGroup => return None,
    })
}
