//! What a row does when it is pressed: the change it makes, forward or back.

use super::attendance;
use super::room::Room;
use super::row::Press;
use crate::domain::agreement::Outcome;
use crate::domain::change::{Change, GroupChange, MeetingChange};
use crate::domain::delta::Swap;
use crate::domain::goal::{GoalState, Movement};
use crate::domain::history::Deed;
use crate::domain::ids::{AgreementId, GoalId, PersonId};
use crate::domain::meeting::{AfterTalk, Attendee, Presence};
use crate::domain::person::MeetingRole;
use crate::domain::texts::MeetingText;
use crate::screens::deeds::{self, cycle};
use crate::screens::page::text::TextRef;

/// The change that pressing a row makes; `None` when pressing it does something else.
#[must_use]
pub fn change(room: &Room<'_>, press: Press, forward: bool) -> Option<(Deed, Vec<Change>)> {
    Some(match press {
        Press::Presence(person) => (Deed::Attendance, presence(room, person, forward)),
        Press::Role(role) => (Deed::Roles, assign(room, role, forward)),
        Press::Spoke(person) => (Deed::CheckIn, spoke(room, person)),
        Press::Answer(id) => (Deed::Answer, answer(room, id, forward)),
        Press::GoalState(id) => (Deed::GoalState, deeds::goal_state(room, id, forward)),
        Press::Movement(id) => (Deed::Progress, movement(room, id, forward)),
        Press::ShowPlan => {
            let shown = room.meeting.plan_shown;
            (
                Deed::PlanShown,
                vec![meeting(room, MeetingChange::PlanShown(Swap::of(&shown, !shown)))],
            )
        }
        Press::Reviewed(nr) => (Deed::Reviewed, deeds::reviewed(room, nr)),
        Press::FreshPlan => (Deed::Reviewed, fresh_plan(room)),
        Press::Frequency(to) => (Deed::Frequency, deeds::frequency(room, to)),
        Press::Topic(nr) => (Deed::Topic, topic(room, nr)),
        Press::Propose(date) => {
            let text = room.words.long_date(date);
            (Deed::NextDate, set_text(room, MeetingText::NextDate, &text))
        }
        Press::SameGroup => (Deed::Composition, deeds::same_group(room)),
        Press::Expect(person) => (Deed::Composition, deeds::expect(room, person)),
        Press::ReadByClient => (Deed::AfterTalk, read_by_client(room)),
        _ => return None,
    })
}

fn meeting(room: &Room<'_>, change: MeetingChange) -> Change {
    Change::Meeting(room.meeting.id, change)
}

fn attend(room: &Room<'_>, person: PersonId, edit: impl Fn(&mut Attendee)) -> Vec<Change> {
    let Some(from) = room.meeting.attendee(person) else { return Vec::new() };
    let mut to = from.clone();
    edit(&mut to);
    vec![meeting(room, MeetingChange::Attendance(Swap::of(from, to)))]
}

fn presence(room: &Room<'_>, person: PersonId, forward: bool) -> Vec<Change> {
    attend(room, person, |attendee| {
        attendee.presence = cycle(&Presence::ALL, attendee.presence, forward);
    })
}

fn spoke(room: &Room<'_>, person: PersonId) -> Vec<Change> {
    attend(room, person, |attendee| attendee.spoke = !attendee.spoke)
}

fn assign(room: &Room<'_>, role: MeetingRole, forward: bool) -> Vec<Change> {
    let people: Vec<Option<PersonId>> =
        std::iter::once(None).chain(room.present().map(Some)).collect();
    let next = cycle(&people, attendance::holder(room, role), forward);
    let mut roles = room.meeting.roles;
    match role {
        MeetingRole::Chair => roles.chair = next,
        MeetingRole::ProcessGuard => roles.process_guard = next,
        MeetingRole::MinuteTaker => roles.minute_taker = next,
    }
    vec![meeting(room, MeetingChange::Roles(Swap::of(&room.meeting.roles, roles)))]
}

fn answer(room: &Room<'_>, id: AgreementId, forward: bool) -> Vec<Change> {
    let Some(agreement) = room.group.agreement(id) else { return Vec::new() };
    let mut outcomes: Vec<Option<Outcome>> = vec![None];
    outcomes.extend(Outcome::ALL.map(Some));
    let next = cycle(&outcomes, agreement.outcome_in(room.meeting.id), forward);
    let swap = Swap::of(agreement, agreement.answered(room.meeting.id, next));
    vec![Change::Group(GroupChange::Agreement(swap))]
}

fn movement(room: &Room<'_>, id: GoalId, forward: bool) -> Vec<Change> {
    let Some(goal) = room.group.goal(id) else { return Vec::new() };
    let mut movements: Vec<Option<Movement>> = vec![None];
    movements.extend(Movement::ALL.map(Some));
    let next = cycle(&movements, goal.movement_in(room.meeting.id), forward);
    let mut to = goal.with_movement(room.meeting.id, next);
    if to.state == GoalState::New && next.is_some() {
        to.state = GoalState::Underway;
    }
    vec![Change::Group(GroupChange::Goal(Swap::of(goal, to)))]
}

/// A new plan is made in the meeting, so it may be seen there.
fn fresh_plan(room: &Room<'_>) -> Vec<Change> {
    let shown = MeetingChange::PlanShown(Swap { from: room.meeting.plan_shown, to: true });
    deeds::fresh_plan(room).into_iter().chain([meeting(room, shown)]).collect()
}

fn topic(room: &Room<'_>, nr: usize) -> Vec<Change> {
    let title = room.content.themes().get(nr).map_or("", |theme| theme.title.as_str());
    set_text(room, MeetingText::Topic, if room.meeting.topic == title { "" } else { title })
}

fn set_text(room: &Room<'_>, text: MeetingText, to: &str) -> Vec<Change> {
    TextRef::Meeting(text).change(room, Some(room.meeting), to)
}

fn read_by_client(room: &Room<'_>) -> Vec<Change> {
    let after = &room.meeting.after;
    let to = AfterTalk { read_by_client: !after.read_by_client };
    vec![meeting(room, MeetingChange::After(Swap::of(after, to)))]
}
