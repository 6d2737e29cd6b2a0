//! What a row of a dossier does when it is pressed: the change it makes, forward or back.

use super::removal;
use super::row::Press;
use crate::domain::change::{Change, GroupChange};
use crate::domain::day::Day;
use crate::domain::delta::{ListChange, Swap};
use crate::domain::goal::{Dimension, Goal, Term};
use crate::domain::history::Deed;
use crate::domain::ids::{GoalId, PersonId};
use crate::domain::interview::Questionnaire;
use crate::domain::person::{Approach, Person, PersonKind, Role, Roles, Standing};
use crate::domain::phase::{Step, StepRecord, StepState};
use crate::domain::plan::Level;
use crate::domain::sociogram::Closeness;
use crate::domain::texts::GroupText;
use crate::screens::circle::Circle;
use crate::screens::deeds::{self, cycle};
use crate::screens::page::text::TextRef;

/// The change that pressing a row makes; `None` when pressing it does something else.
#[must_use]
pub fn change(
    circle: &Circle<'_>,
    who: &str,
    press: Press,
    forward: bool,
) -> Option<(Deed, Vec<Change>)> {
    Some(match press {
        Press::StepState(step) => (Deed::Step, turn_step(circle, who, step, forward)),
        Press::Propose(text, day) => {
            let words = circle.words.long_date(day);
            (Deed::ProposedDay, TextRef::Group(text).change(circle, None, &words))
        }
        Press::ProposeTasks(role) => (Deed::ProposedText, propose_tasks(circle, role)),
        Press::Role(role) => (Deed::Roles, next_holder(circle, role, forward)),
        Press::RoleWord(role, nr) => (Deed::Roles, role_word(circle, role, nr)),
        Press::HasRole(person, role) => (Deed::Roles, turn_role(circle, person, role)),
        Press::GoalState(id) => (Deed::GoalState, deeds::goal_state(circle, id, forward)),
        Press::FreshPlan => (Deed::Level, deeds::fresh_plan(circle)),
        Press::Reviewed(nr) => (Deed::Reviewed, deeds::reviewed(circle, nr)),
        Press::Frequency(to) => (Deed::Frequency, deeds::frequency(circle, to)),
        Press::SameGroup => (Deed::Composition, deeds::same_group(circle)),
        Press::Expect(person) => (Deed::Composition, deeds::expect(circle, person)),
        Press::Channel(channel) => {
            let channels = turned(&circle.group.channels, channel);
            let swap = Swap::of(&circle.group.channels, channels);
            (Deed::Channel, vec![Change::Group(GroupChange::Channels(swap))])
        }
        Press::Receiver(receiver) => {
            let receivers = turned(&circle.group.receivers, receiver);
            let swap = Swap::of(&circle.group.receivers, receivers);
            (Deed::Receiver, vec![Change::Group(GroupChange::Receivers(swap))])
        }
        Press::Condition(condition) => {
            let said = turned(&circle.group.reorientation, condition);
            let swap = Swap::of(&circle.group.reorientation, said);
            (Deed::Reorientation, vec![Change::Group(GroupChange::Reorientation(swap))])
        }
        Press::Restore(nr) => (Deed::Restored, removal::restore(circle, nr)),
        _ => return of_person(circle, press, forward).or_else(|| of_goal(circle, press)),
    })
}

/// Changes to somebody.
fn of_person(circle: &Circle<'_>, press: Press, forward: bool) -> Option<(Deed, Vec<Change>)> {
    Some(match press {
        Press::Kind(id) => (Deed::Kind, turn_kind(circle, id, forward)),
        Press::Standing(id) => (Deed::Standing, turn_standing(circle, id, forward)),
        Press::Core(id) => {
            (Deed::Core, with_person(circle, id, |person| person.core = !person.core))
        }
        Press::Ring(id) => {
            let mut rings: Vec<Option<Closeness>> = vec![None];
            rings.extend(Closeness::ALL.map(Some));
            (
                Deed::Ring,
                with_person(circle, id, |person| {
                    person.closeness = cycle(&rings, person.closeness, forward);
                }),
            )
        }
        Press::Approach(id) => {
            let mut ways: Vec<Option<Approach>> = vec![None];
            ways.extend(Approach::ALL.map(Some));
            (
                Deed::Approach,
                with_person(circle, id, |person| {
                    person.approach = cycle(&ways, person.approach, forward);
                }),
            )
        }
        Press::Questionnaire(id) => (
            Deed::Interview,
            with_person(circle, id, |person| {
                let next = cycle(&Questionnaire::ALL, person.questionnaire(), forward);
                person.interview.questionnaire = Some(next);
            }),
        ),
        Press::WithClient(id) => (
            Deed::Interview,
            with_person(circle, id, |person| {
                person.interview.with_client = !person.interview.with_client;
            }),
        ),
        _ => return None,
    })
}

/// Changes to a goal.
fn of_goal(circle: &Circle<'_>, press: Press) -> Option<(Deed, Vec<Change>)> {
    let answers = [None, Some(true), Some(false)];
    Some(match press {
        Press::Dimension(id, dimension) => (
            Deed::Dimension,
            with_goal(circle, id, |goal| {
                goal.dimensions = turned(&goal.dimensions, dimension);
                goal.dimensions.sort_by_key(|one| Dimension::ALL.iter().position(|it| it == one));
            }),
        ),
        Press::Feasible(id) => (
            Deed::Feasible,
            with_goal(circle, id, |goal| {
                goal.feasible = cycle(&answers, goal.feasible, true);
            }),
        ),
        Press::Realistic(id) => (
            Deed::Feasible,
            with_goal(circle, id, |goal| {
                goal.realistic = cycle(&answers, goal.realistic, true);
            }),
        ),
        Press::Attain(id) => (
            Deed::Attainment,
            with_goal(circle, id, |goal| {
                goal.attainment.wanted = !goal.attainment.wanted;
            }),
        ),
        Press::AttainedAt(id, nr) => (
            Deed::Attainment,
            with_goal(circle, id, |goal| {
                goal.attainment.at = (goal.attainment.at != Some(nr)).then_some(nr);
            }),
        ),
        _ => return None,
    })
}

/// A list with something in it or not, the other way round.
fn turned<T: Copy + PartialEq>(list: &[T], item: T) -> Vec<T> {
    let mut to = list.to_vec();
    match to.iter().position(|one| *one == item) {
        Some(at) => drop(to.remove(at)),
        None => to.push(item),
    }
    to
}

pub(super) fn with_person(
    circle: &Circle<'_>,
    id: PersonId,
    edit: impl FnOnce(&mut Person),
) -> Vec<Change> {
    let Some(from) = circle.group.people.iter().find(|person| person.id == id) else {
        return Vec::new();
    };
    let mut to = from.clone();
    edit(&mut to);
    vec![Change::Group(GroupChange::Person(Swap::of(from, to)))]
}

fn with_goal(circle: &Circle<'_>, id: GoalId, edit: impl FnOnce(&mut Goal)) -> Vec<Change> {
    let Some(from) = circle.group.goals.iter().find(|goal| goal.id == id) else {
        return Vec::new();
    };
    let mut to = from.clone();
    edit(&mut to);
    vec![Change::Group(GroupChange::Goal(Swap::of(from, to)))]
}

/// A step in another state, since today.
fn set_step(circle: &Circle<'_>, who: &str, step: Step, to: Option<StepState>) -> Vec<Change> {
    let steps = &circle.group.steps;
    let at = steps.iter().position(|record| record.step == step);
    let from = at.and_then(|at| steps.get(at));
    let today = circle.today();
    let date = Day::new(circle.words.long_date(today), today);
    let by = who.to_owned();
    let change = match (from, to) {
        (Some(from), Some(state)) => {
            // A day that somebody typed stays, and so does who they wrote beside it.
            let own = from.date.typed != circle.words.long_date(from.date.on);
            let (date, by) = if own { (from.date.clone(), from.by.clone()) } else { (date, by) };
            Some(GroupChange::Step(Swap::of(from, StepRecord { step, state, date, by })))
        }
        (Some(from), None) => {
            at.map(|at| GroupChange::Steps(ListChange::Remove { at, item: from.clone() }))
        }
        (None, Some(state)) => {
            let item = StepRecord { step, state, date, by };
            Some(GroupChange::Steps(ListChange::push(steps, item)))
        }
        (None, None) => None,
    };
    change.map(Change::Group).into_iter().collect()
}

fn turn_step(circle: &Circle<'_>, who: &str, step: Step, forward: bool) -> Vec<Change> {
    let states = [0, 1, 2, 3];
    let at = match circle.group.step(step).map(|record| &record.state) {
        None => 0,
        Some(StepState::Busy) => 1,
        Some(StepState::Done) => 2,
        Some(StepState::NotNeeded(_)) => 3,
    };
    let to = match cycle(&states, at, forward) {
        1 => Some(StepState::Busy),
        2 => Some(StepState::Done),
        3 => Some(StepState::NotNeeded(String::new())),
        _ => None,
    };
    set_step(circle, who, step, to)
}

/// A step is done, or open again. One that is not needed for a reason stays so: the reason is words.
#[must_use]
pub fn tick(circle: &Circle<'_>, who: &str, step: Step) -> Vec<Change> {
    if circle.group.step(step).is_some_and(|record| record.state.has_reason()) {
        return Vec::new();
    }
    let done = circle.group.step(step).is_some_and(|record| record.state == StepState::Done);
    set_step(circle, who, step, (!done).then_some(StepState::Done))
}

fn propose_tasks(circle: &Circle<'_>, role: Role) -> Vec<Change> {
    let tasks = circle.content.tasks();
    let (text, lines) = match role {
        Role::Chair => (GroupText::ChairTasks, &tasks.chair),
        _ => (GroupText::GuardTasks, &tasks.process_guard),
    };
    TextRef::Group(text).change(circle, None, &lines.join("\n"))
}

fn role_word(circle: &Circle<'_>, role: Role, nr: usize) -> Vec<Change> {
    let text = match role {
        Role::Coordinator => GroupText::CoordinatorWord,
        _ => GroupText::ClinicianWord,
    };
    let word = circle.words.role_proposals(role).get(nr).copied().unwrap_or("");
    TextRef::Group(text).change(circle, None, word)
}

fn give(circle: &Circle<'_>, roles: Roles) -> Change {
    Change::Group(GroupChange::Roles(Swap::of(&circle.group.roles, roles)))
}

/// The next member in a role, or nobody. A professional coordinates and is responsible.
fn next_holder(circle: &Circle<'_>, role: Role, forward: bool) -> Vec<Change> {
    let professional = matches!(role, Role::Coordinator | Role::Clinician);
    let fits = |person: &&Person| !professional || person.kind == PersonKind::Professional;
    let mut people: Vec<Option<PersonId>> = vec![None];
    people.extend(circle.group.members().filter(fits).map(|person| Some(person.id)));
    let holder = circle.group.roles.holder(role);
    let next = cycle(&people, holder, forward);
    if next == holder {
        Vec::new()
    } else {
        vec![give(circle, circle.group.roles.with(role, next))]
    }
}

fn turn_role(circle: &Circle<'_>, person: PersonId, role: Role) -> Vec<Change> {
    let roles = circle.group.roles;
    let to = (roles.holder(role) != Some(person)).then_some(person);
    vec![give(circle, roles.with(role, to))]
}

/// Another kind. Who the client is has a button of its own: nobody becomes it on the way to
/// another kind.
fn turn_kind(circle: &Circle<'_>, id: PersonId, forward: bool) -> Vec<Change> {
    let Some(from) = circle.group.person(id).map(|person| person.kind) else {
        return Vec::new();
    };
    let kinds: Vec<PersonKind> = PersonKind::ALL
        .into_iter()
        .filter(|kind| *kind != PersonKind::Client || from == PersonKind::Client)
        .collect();
    let to = cycle(&kinds, from, forward);
    let mut changes = with_person(circle, id, |person| person.kind = to);
    changes.extend(client_is(circle, None, id).filter(|_| to != from));
    changes
}

/// Who the client is follows the kind of a person.
pub(super) fn client_is(
    circle: &Circle<'_>,
    client: Option<PersonId>,
    about: PersonId,
) -> Option<Change> {
    let roles = circle.group.roles;
    let was = roles.client == Some(about);
    let client = if client.is_some() || was { client } else { roles.client };
    (client != roles.client).then(|| give(circle, Roles { client, ..roles }))
}

/// How far the asking has come. Who does not join any more has no role either.
fn turn_standing(circle: &Circle<'_>, id: PersonId, forward: bool) -> Vec<Change> {
    let Some(person) = circle.group.person(id) else { return Vec::new() };
    set_standing(circle, id, cycle(&Standing::ALL, person.standing, forward))
}

pub(super) fn set_standing(circle: &Circle<'_>, id: PersonId, to: Standing) -> Vec<Change> {
    let today = circle.today();
    let mut changes = with_person(circle, id, |person| {
        person.standing = to;
        // Who is asked now was asked today, unless somebody says otherwise.
        if to == Standing::Asked && person.asked.is_blank() {
            person.asked = Day::new(circle.words.long_date(today), today);
        }
    });
    if to == Standing::DoesNotJoin {
        changes.extend(without_roles(circle, id));
    }
    if to == Standing::Joins {
        changes.extend(joins_next_time(circle, id));
    }
    changes
}

/// Who joins after the client decided who is there next time is there too, unless the client says
/// otherwise.
pub(super) fn joins_next_time(circle: &Circle<'_>, id: PersonId) -> Option<Change> {
    let from = circle.group.composition.as_ref()?;
    if from.people.contains(&id) {
        return None;
    }
    let mut to = from.clone();
    to.people.push(id);
    let swap = Swap::of(&circle.group.composition, Some(to));
    Some(Change::Group(GroupChange::Composition(swap)))
}

pub(super) fn without_roles(circle: &Circle<'_>, id: PersonId) -> Option<Change> {
    let roles = circle.group.roles.without(id);
    (roles != circle.group.roles).then(|| give(circle, roles))
}

/// Somebody new, and their id.
#[must_use]
pub fn new_person(circle: &Circle<'_>, kind: PersonKind, known: bool) -> (PersonId, Vec<Change>) {
    let id = circle.group.free_person();
    let standing = match kind {
        PersonKind::Client => Standing::Joins,
        _ if known => Standing::Known,
        _ => Standing::ToAsk,
    };
    let mut person = Person::new(id, "", kind, standing);
    person.core = kind == PersonKind::Client;
    let added = GroupChange::People(ListChange::push(&circle.group.people, person));
    let mut changes = vec![Change::Group(added)];
    if kind == PersonKind::Client {
        changes.extend(client_is(circle, Some(id), id));
    }
    (id, changes)
}

/// A new goal (phase 1, step 3: the limits are the group's).
#[must_use]
pub fn new_goal(circle: &Circle<'_>, id: GoalId, term: Term) -> Vec<Change> {
    // A goal belongs to the meetings after the last one, also to one that is written down later.
    let last = circle.group.last_finished(None).and_then(|held| held.id.date.succ_opt());
    let since = last.unwrap_or(circle.group.start_day()).min(circle.today());
    let goal = Goal::new(id, term, "", since);
    vec![Change::Group(GroupChange::Goals(ListChange::push(&circle.group.goals, goal)))]
}

/// A new part of the signalling plan.
#[must_use]
pub fn new_level(circle: &Circle<'_>) -> Vec<Change> {
    let item = Level::default();
    vec![Change::Group(GroupChange::Levels(ListChange::push(&circle.group.plan.levels, item)))]
}
