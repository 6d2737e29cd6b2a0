//! What pressing a row of a meeting can do.

use chrono::NaiveDate;

use crate::domain::frequency::Frequency;
use crate::domain::goal::Term;
use crate::domain::ids::{AgreementId, GoalId, PersonId};
use crate::domain::person::MeetingRole;
use crate::screens::page::row::{self, Pressing};

/// A row of a meeting.
pub type Row = row::Row<Press>;
/// What can be done with a row of a meeting.
pub type Act = row::Act<Press>;

/// What pressing a row does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    /// There, sent word, not there.
    Presence(PersonId),
    /// Who does this.
    Role(MeetingRole),
    /// Add somebody who is there.
    AddPerson,
    /// Begin the hour, or go on.
    Start,
    /// Somebody said how they are.
    Spoke(PersonId),
    /// How an agreement went.
    Answer(AgreementId),
    /// Where a goal stands.
    GoalState(GoalId),
    /// How far a goal has come.
    Movement(GoalId),
    /// A new goal.
    NewGoal(Term),
    /// Read the minutes of the meeting before.
    ReadPrevious,
    /// Whether the signalling plan may be shown.
    ShowPlan,
    /// Open or close a part of the plan.
    Level(usize),
    /// A part was gone through.
    Reviewed(usize),
    /// The parts a new plan can begin with.
    FreshPlan,
    /// How often the group meets.
    Frequency(Frequency),
    /// A topic.
    Topic(usize),
    /// A proposed date.
    Propose(NaiveDate),
    /// Make an agreement.
    MakeAgreement,
    /// Mend an agreement: the item and the line of its note.
    Mend(usize, usize),
    /// Agree the minutes.
    Finish,
    /// Read this meeting's minutes.
    ReadMinutes,
    /// Save this meeting's minutes as a file.
    SaveMinutes,
    /// Open the agreed minutes again.
    Reopen,
    /// Erase something for good.
    Erase,
    /// The same people next time.
    SameGroup,
    /// Whether somebody is there next time.
    Expect(PersonId),
    /// The client has read the minutes.
    ReadByClient,
    /// The two are alone now.
    Alone,
    /// Go to the group.
    ToGroup,
}

impl Pressing for Press {
    fn is_button(self) -> bool {
        matches!(
            self,
            Self::AddPerson
                | Self::Start
                | Self::NewGoal(_)
                | Self::ReadPrevious
                | Self::MakeAgreement
                | Self::Finish
                | Self::ReadMinutes
                | Self::SaveMinutes
                | Self::Reopen
                | Self::Erase
                | Self::Alone
                | Self::ToGroup
        )
    }
}
