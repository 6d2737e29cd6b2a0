//! What a row does when it is pressed: the change it makes, forward or back.

use super::room::Room;
use super::row::Press;
use super::{TextRef, attendance};
use crate::domain::agreement::Outcome;
use crate::domain::change::{Change, GroupChange, MeetingChange};
use crate::domain::delta::{ListChange, Swap};
use crate::domain::goal::{GoalState, Movement};
use crate::domain::group::Composition;
use crate::domain::history::Deed;
use crate::domain::ids::{AgreementId, GoalId, PersonId};
use crate::domain::meeting::{AfterTalk, Attendee, Presence};
use crate::domain::person::MeetingRole;
use crate::domain::plan::Level;
use crate::domain::texts::MeetingText;

/// The change that pressing a row makes; `None` when pressing it does something else.
#[must_use]
pub fn change(room: &Room<'_>, press: Press, forward: bool) -> Option<(Deed, Vec<Change>)> {
    Some(match press {
        Press::Presence(person) => (Deed::Attendance, presence(room, person, forward)),
        Press::Role(role) => (Deed::Roles, assign(room, role, forward)),
        Press::Spoke(person) => (Deed::CheckIn, spoke(room, person)),
        Press::Answer(id) => (Deed::Answer, answer(room, id, forward)),
        Press::GoalState(id) => (Deed::GoalState, goal_state(room, id, forward)),
        Press::Movement(id) => (Deed::Progress, movement(room, id, forward)),
        Press::ShowPlan => {
            let shown = room.meeting.plan_shown;
            (
                Deed::PlanShown,
                vec![meeting(room, MeetingChange::PlanShown(Swap::of(&shown, !shown)))],
            )
        }
        Press::Reviewed(nr) => (Deed::Reviewed, reviewed(room, nr)),
        Press::FreshPlan => (Deed::Reviewed, fresh_plan(room)),
        Press::Frequency(to) => {
            let swap = Swap::of(&room.group.frequency, to);
            let changed = swap.from != swap.to;
            let change = changed.then_some(Change::Group(GroupChange::Frequency(swap)));
            (Deed::Frequency, change.into_iter().collect())
        }
        Press::Topic(nr) => (Deed::Topic, topic(room, nr)),
        Press::Propose(date) => {
            let text = room.words.long_date(date);
            (Deed::NextDate, set_text(room, MeetingText::NextDate, &text))
        }
        Press::SameGroup => {
            (Deed::Composition, compose(room, room.group.members().map(|it| it.id).collect()))
        }
        Press::Expect(person) => (Deed::Composition, expect(room, person)),
        Press::ReadByClient => (Deed::AfterTalk, read_by_client(room)),
        _ => return None,
    })
}

fn meeting(room: &Room<'_>, change: MeetingChange) -> Change {
    Change::Meeting(room.meeting.id, change)
}

/// The value after the one at hand, or before it, round and round.
fn cycle<T: Copy + PartialEq>(values: &[T], at: T, forward: bool) -> T {
    let place = values.iter().position(|value| *value == at).unwrap_or(0);
    let step = if forward { 1 } else { values.len() - 1 };
    values.get((place + step) % values.len()).copied().unwrap_or(at)
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

fn goal_state(room: &Room<'_>, id: GoalId, forward: bool) -> Vec<Change> {
    let Some(goal) = room.group.goal(id) else { return Vec::new() };
    let state = cycle(&GoalState::ALL, goal.state, forward);
    let swap = Swap::of(goal, goal.in_state(state, room.today()));
    vec![Change::Group(GroupChange::Goal(swap))]
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

fn reviewed(room: &Room<'_>, nr: usize) -> Vec<Change> {
    let Some(level) = room.group.plan.levels.get(nr) else { return Vec::new() };
    let today = Some(room.today());
    let reviewed = if level.reviewed == today { None } else { today };
    let swap = Swap::of(level, Level { reviewed, ..level.clone() });
    vec![Change::Group(GroupChange::Level(nr, swap))]
}

fn fresh_plan(room: &Room<'_>) -> Vec<Change> {
    let there = room.group.plan.levels.len();
    let shown = MeetingChange::PlanShown(Swap { from: room.meeting.plan_shown, to: true });
    let levels = room.content.fresh_levels().enumerate().map(|(nr, item)| {
        Change::Group(GroupChange::Levels(ListChange::Insert { at: there + nr, item }))
    });
    levels.chain([meeting(room, shown)]).collect()
}

fn topic(room: &Room<'_>, nr: usize) -> Vec<Change> {
    let title = room.content.themes().get(nr).map_or("", |theme| theme.title.as_str());
    set_text(room, MeetingText::Topic, if room.meeting.topic == title { "" } else { title })
}

fn set_text(room: &Room<'_>, text: MeetingText, to: &str) -> Vec<Change> {
    TextRef::Meeting(text).change(room.group, room.meeting, to).into_iter().collect()
}

fn compose(room: &Room<'_>, people: Vec<PersonId>) -> Vec<Change> {
    let to = Some(Composition { after: room.meeting.id, people });
    vec![Change::Group(GroupChange::Composition(Swap::of(&room.group.composition, to)))]
}

fn expect(room: &Room<'_>, person: PersonId) -> Vec<Change> {
    let mut people = room.group.expected();
    if let Some(at) = people.iter().position(|id| *id == person) {
        people.remove(at);
    } else {
        people.push(person);
    }
    compose(room, people)
}

fn read_by_client(room: &Room<'_>) -> Vec<Change> {
    let after = &room.meeting.after;
    let to = AfterTalk { read_by_client: !after.read_by_client, ..after.clone() };
    vec![meeting(room, MeetingChange::After(Swap::of(after, to)))]
}
