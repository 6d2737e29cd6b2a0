//! What pressing a row of a dossier does.

use chrono::NaiveDate;

use crate::deeds::{
    Deed, agreements, arrangements, bin, composition, goals, interview, people, plan, roles, steps,
};
use crate::domain::agreement::Closed;
use crate::domain::arrangements::Channel;
use crate::domain::frequency::Frequency;
use crate::domain::goal::{Dimension, Term};
use crate::domain::ids::{AgreementId, GoalId, MeetingId, PersonId};
use crate::domain::person::{PersonKind, Role};
use crate::domain::phase::Step;
use crate::domain::reorientation::{Condition, Receiver};
use crate::domain::section::Section;
use crate::domain::structure::MeetingKind;
use crate::domain::texts::GroupText;
use crate::screens::page::row::{self, RowAction};
use crate::view::agreement::Which;
use crate::view::appendix::Appendix;
use crate::view::group_view::GroupView;

/// A row of a dossier.
pub type Row = row::Row<DossierAction>;

/// What a page shows when it is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foldable {
    /// What can be done with an agreement.
    Agreement(AgreementId),
    /// What somebody said in an in-depth interview.
    Answers(PersonId),
}

/// What pressing a row does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DossierAction {
    /// Open, begun, done, not needed.
    StepState(Step),
    Go(Section),
    ShowPerson(PersonId),
    ShowInterview(PersonId),
    Read(Appendix),
    /// Asks who looks along, before the form of a step is shown.
    AskWhoLooks(Step),
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
    Kind(PersonId),
    Standing(PersonId),
    Core(PersonId),
    Ring(PersonId),
    Approach(PersonId),
    /// Which questions are asked.
    Questionnaire(PersonId),
    /// Whether the client is there.
    WithClient(PersonId),
    GoalState(GoalId),
    Dimension(GoalId, Dimension),
    Feasible(GoalId),
    Realistic(GoalId),
    /// Whether the client wants to say what reaching a goal looks like.
    Attain(GoalId),
    /// Where a goal is on the way there, counted from 0.
    AttainedAt(GoalId, usize),
    /// The parts a new plan can begin with.
    FreshPlan,
    /// A part, counted from 0, was gone through today.
    Reviewed(usize),
    Frequency(Frequency),
    Channel(Channel),
    Receiver(Receiver),
    Condition(Condition),
    /// The same people next time.
    SameGroup,
    /// Show something, or hide it.
    Unfold(Foldable),
    /// The agreements that fit a choice.
    ShowAgreements(Which),
    /// Move the day of an agreement, by so many days.
    Later(AgreementId, u8),
    /// An agreement is done.
    End(AgreementId),
    /// An agreement is no longer needed.
    Drop(AgreementId),
    /// Whether the coordinator reminds others of their agreements.
    Reminds,
    /// Whether the group goes on after the handover.
    GoesOn,
    /// Whether somebody is there next time.
    Expect(PersonId),
    NewPerson(PersonKind),
    NewGoal(Term),
    NewLevel,
    Begin(MeetingKind),
    GoOn(MeetingId),
    Look(MeetingId),
    /// Write down a meeting that was held without a computer.
    WriteDown(MeetingKind),
    /// Take something back from the bin, counted from 0.
    Restore(usize),
    EraseBinned(usize),
}

impl RowAction for DossierAction {
    fn is_button(self) -> bool {
        matches!(
            self,
            Self::Go(_)
                | Self::ShowPerson(_)
                | Self::ShowInterview(_)
                | Self::Read(_)
                | Self::AskWhoLooks(_)
                | Self::NewPerson(_)
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
                | Self::ShowAgreements(_)
        )
    }
}

/// The deed that pressing a row is, forward or back; `None` when it leads somewhere else. `who`
/// works with kring.
#[must_use]
pub fn deed(view: &GroupView<'_>, who: &str, action: DossierAction, forward: bool) -> Option<Deed> {
    use DossierAction as A;
    Some(match action {
        A::StepState(step) => steps::turn_state(view, who, step, forward),
        A::Propose(text, day) => arrangements::take_day(view, text, day),
        A::ProposeTasks(role) => arrangements::take_tasks(view, role),
        A::Role(role) => roles::turn_holder(view, role, forward),
        A::RoleWord(role, nr) => roles::take_word(view, role, nr),
        A::HasRole(person, role) => roles::toggle_role(view, person, role),
        A::Kind(id) => people::turn_kind(view, id, forward),
        A::Standing(id) => people::turn_standing(view, id, forward),
        A::Core(id) => people::toggle_core(view, id),
        A::Ring(id) => people::turn_ring(view, id, forward),
        A::Approach(id) => people::turn_approach(view, id, forward),
        A::Questionnaire(id) => interview::turn_questionnaire(view, id, forward),
        A::WithClient(id) => interview::toggle_with_client(view, id),
        A::GoalState(id) => goals::turn_state(view, id, forward),
        A::Dimension(id, dimension) => goals::toggle_dimension(view, id, dimension),
        A::Feasible(id) => goals::turn_feasible(view, id),
        A::Realistic(id) => goals::turn_realistic(view, id),
        A::Attain(id) => goals::toggle_attainment(view, id),
        A::AttainedAt(id, nr) => goals::toggle_attained_at(view, id, nr),
        A::FreshPlan => plan::begin(view),
        A::Reviewed(nr) => plan::toggle_reviewed(view, nr),
        A::Frequency(to) => arrangements::set_frequency(view, to, true),
        A::Channel(channel) => arrangements::toggle_channel(view, channel),
        A::Receiver(receiver) => arrangements::toggle_receiver(view, receiver),
        A::Condition(condition) => arrangements::toggle_condition(view, condition),
        A::GoesOn => arrangements::turn_goes_on(view, forward),
        A::Later(id, days) => agreements::move_day(view, id, days)?,
        A::End(id) => agreements::close(view, id, Closed::Ended(view.today())),
        A::Drop(id) => agreements::close(view, id, Closed::Dropped(view.today())),
        A::Reminds => arrangements::toggle_reminds(view),
        A::SameGroup => composition::same_group(view),
        A::Expect(person) => composition::toggle_expected(view, person),
        A::Restore(nr) => bin::restore(view, nr),
        A::Go(_)
        | A::ShowPerson(_)
        | A::ShowInterview(_)
        | A::Read(_)
        | A::AskWhoLooks(_)
        | A::NewPerson(_)
        | A::NewGoal(_)
        | A::NewLevel
        | A::Begin(_)
        | A::GoOn(_)
        | A::Look(_)
        | A::WriteDown(_)
        | A::Unfold(_)
        | A::ShowAgreements(_)
        | A::EraseBinned(_) => return None,
    })
}
