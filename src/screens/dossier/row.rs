//! What pressing a row of a dossier can do.

use chrono::NaiveDate;

use super::section::Section;
use crate::domain::arrangements::Channel;
use crate::domain::frequency::Frequency;
use crate::domain::goal::{Dimension, Term};
use crate::domain::ids::{GoalId, MeetingId, PersonId};
use crate::domain::interview::Questionnaire;
use crate::domain::person::Role;
use crate::domain::phase::Step;
use crate::domain::reorientation::{Condition, Receiver};
use crate::domain::structure::MeetingKind;
use crate::domain::texts::GroupText;
use crate::screens::page::row::{self, Pressing};

/// A row of a dossier.
pub type Row = row::Row<Press>;
/// What can be done with a row of a dossier.
pub type Act = row::Act<Press>;

/// A paper that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// An appendix of a step, by its place among those the step names, counted from 0.
    OfStep(Step, usize),
    /// The questions of an interview.
    Questionnaire(Questionnaire),
}

/// What pressing a row does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    /// Open, busy, done, not needed.
    StepState(Step),
    /// Go to another list.
    Go(Section),
    /// Go to somebody.
    ShowPerson(PersonId),
    /// Go to somebody's interview.
    ShowInterview(PersonId),
    /// Read a paper.
    Read(Paper),
    /// Take a day that is proposed.
    Propose(GroupText, NaiveDate),
    /// Take the tasks that are proposed for a chair.
    ProposeTasks(Role),
    /// Who has a role.
    Role(Role),
    /// Take a word for a role, by its place among the proposals.
    RoleWord(Role, usize),
    /// Whether somebody has a role.
    HasRole(PersonId, Role),
    /// What somebody is to the client, by kind.
    Kind(PersonId),
    /// How far the asking has come.
    Standing(PersonId),
    /// Part of the fixed core, or not.
    Core(PersonId),
    /// How close somebody stands.
    Ring(PersonId),
    /// How somebody is approached.
    Approach(PersonId),
    /// Which questions are asked.
    Questionnaire(PersonId),
    /// Whether the client is there.
    WithClient(PersonId),
    /// Where a goal stands.
    GoalState(GoalId),
    /// Whether a goal has to do with something.
    Dimension(GoalId, Dimension),
    /// Whether a goal is feasible.
    Feasible(GoalId),
    /// Whether a goal is realistic.
    Realistic(GoalId),
    /// Whether the client wants to say what reaching a goal looks like.
    Attain(GoalId),
    /// Where a goal is on the way there.
    AttainedAt(GoalId, usize),
    /// The parts a new plan can begin with.
    FreshPlan,
    /// A part was gone through today.
    Reviewed(usize),
    /// How often the group meets.
    Frequency(Frequency),
    /// A way to keep in touch.
    Channel(Channel),
    /// Somebody who takes over.
    Receiver(Receiver),
    /// Whether it is time to look at the group anew.
    Condition(Condition),
    /// The same people next time.
    SameGroup,
    /// Whether somebody is there next time.
    Expect(PersonId),
    /// Somebody new.
    NewPerson,
    /// The client.
    NewClient,
    /// A new goal.
    NewGoal(Term),
    /// A new part of the plan.
    NewLevel,
    /// Begin a meeting.
    Begin(MeetingKind),
    /// Go on with a meeting.
    GoOn(MeetingId),
    /// Look at a meeting that was held.
    Look(MeetingId),
    /// Write down a meeting that was held without a computer.
    WriteDown(MeetingKind),
    /// Take something back from the bin.
    Restore(usize),
    /// Erase something in the bin for good.
    EraseBinned(usize),
}

impl Pressing for Press {
    fn is_button(self) -> bool {
        matches!(
            self,
            Self::Go(_)
                | Self::ShowPerson(_)
                | Self::ShowInterview(_)
                | Self::Read(_)
                | Self::NewPerson
                | Self::NewClient
                | Self::NewGoal(_)
                | Self::NewLevel
                | Self::Begin(_)
                | Self::GoOn(_)
                | Self::Look(_)
                | Self::WriteDown(_)
                | Self::Restore(_)
                | Self::EraseBinned(_)
                | Self::Propose(..)
                | Self::ProposeTasks(_)
                | Self::RoleWord(..)
                | Self::FreshPlan
                | Self::SameGroup
        )
    }
}
