//! Changes that do not fit the dossier they are made on, whatever it holds.

use chrono::NaiveDate;
use kring::domain::attendance::Attendee;
use kring::domain::change::{Change, GroupChange, MeetingChange};
use kring::domain::delta::{ListChange, Splice, Swap};
use kring::domain::dossier::Dossier;
use kring::domain::frequency::Frequency;
use kring::domain::group::Group;
use kring::domain::ids::{AgreementId, GoalId, MeetingId, PersonId};
use kring::domain::meeting::{Meeting, Place};
use kring::domain::person::Roles;
use kring::domain::texts::{GroupText, MeetingText};

/// The changes that a dossier must refuse.
pub(crate) fn changes(dossier: &Dossier) -> Vec<Change> {
    let mut wrong: Vec<Change> = in_group(&dossier.group).into_iter().map(Change::Group).collect();
    for meeting in dossier.meetings.values() {
        let changes = in_meeting(meeting).into_iter();
        wrong.extend(changes.map(|change| Change::Meeting(meeting.id, change)));
        wrong.push(Change::Begin(Box::new(meeting.clone())));
        wrong.push(Change::Discard(Box::new(otherwise(meeting))));
    }
    let nowhere = MeetingId::first(NaiveDate::from_ymd_opt(1900, 1, 1).unwrap());
    wrong.push(Change::Meeting(nowhere, MeetingChange::PlanShown(Swap { from: false, to: true })));
    wrong
}

fn otherwise(meeting: &Meeting) -> Meeting {
    Meeting { plan_shown: !meeting.plan_shown, ..meeting.clone() }
}

fn typed(at: usize, removed: &str) -> Splice {
    Splice { at, removed: removed.to_owned(), inserted: "x".to_owned() }
}

fn in_group(group: &Group) -> Vec<GroupChange> {
    let name = |splice| GroupChange::Text(GroupText::Name, splice);
    let mut wrong = vec![
        name(typed(group.name.len() + 1, "")),
        name(typed(usize::MAX, "a")),
        name(typed(0, "this is not what the group is called")),
        GroupChange::Text(GroupText::LevelName(usize::MAX), typed(0, "")),
        GroupChange::Text(GroupText::Goal(GoalId(u32::MAX)), typed(0, "")),
        GroupChange::Text(GroupText::Relation(PersonId(u32::MAX)), typed(0, "")),
        GroupChange::Frequency(Swap { from: Frequency::Weeks(999), to: Frequency::Months(3) }),
        GroupChange::Roles(Swap { from: strange_roles(), to: Roles::default() }),
    ];
    // Inside a character of more than one byte.
    let inside = group.name.char_indices().find(|(_, c)| c.len_utf8() > 1).map(|(at, _)| at + 1);
    wrong.extend(inside.map(|at| name(typed(at, ""))));
    wrong.extend(with_goals(group));
    wrong.extend(with_people(group));
    wrong.extend(with_agreements(group));
    wrong
}

fn strange_roles() -> Roles {
    Roles { client: Some(PersonId(u32::MAX)), ..Roles::default() }
}

fn with_goals(group: &Group) -> Vec<GroupChange> {
    let Some(goal) = group.goals.first() else { return Vec::new() };
    let mut other = goal.clone();
    other.text.push('x');
    let mut renamed = goal.clone();
    renamed.id = GoalId(u32::MAX);
    vec![
        GroupChange::Goals(ListChange::Insert { at: 0, item: goal.clone() }),
        GroupChange::Goals(ListChange::Insert { at: usize::MAX, item: renamed.clone() }),
        GroupChange::Goals(ListChange::Remove { at: 0, item: other.clone() }),
        GroupChange::Goals(ListChange::Remove { at: usize::MAX, item: goal.clone() }),
        GroupChange::Goal(Swap { from: other.clone(), to: goal.clone() }),
        GroupChange::Goal(Swap { from: goal.clone(), to: renamed }),
    ]
}

fn with_people(group: &Group) -> Vec<GroupChange> {
    let Some(person) = group.people.last() else { return Vec::new() };
    let mut other = person.clone();
    other.relation.push('x');
    let mut renamed = person.clone();
    renamed.id = PersonId(u32::MAX);
    vec![
        GroupChange::People(ListChange::Insert { at: 0, item: person.clone() }),
        GroupChange::People(ListChange::Remove { at: usize::MAX, item: person.clone() }),
        GroupChange::Person(Swap { from: other.clone(), to: person.clone() }),
        GroupChange::Person(Swap { from: person.clone(), to: renamed }),
    ]
}

fn with_agreements(group: &Group) -> Vec<GroupChange> {
    let Some(agreement) = group.agreements.first() else { return Vec::new() };
    let mut renamed = agreement.clone();
    renamed.id = AgreementId(u32::MAX);
    vec![
        GroupChange::Agreements(ListChange::Insert { at: 0, item: agreement.clone() }),
        GroupChange::Agreements(ListChange::Remove { at: 0, item: renamed.clone() }),
        GroupChange::Agreement(Swap { from: agreement.clone(), to: renamed }),
    ]
}

/// Changes that would put a step, a meeting or an attendee twice in its list.
pub(crate) fn twice(dossier: &Dossier) -> Vec<Change> {
    let group = &dossier.group;
    let step = group.steps.first().cloned();
    let held = group.meetings.first().cloned();
    let steps = step.map(|item| GroupChange::Steps(ListChange::Insert { at: 0, item }));
    let meetings = held.map(|item| GroupChange::Meetings(ListChange::Insert { at: 0, item }));
    let attendees = dossier.meetings.values().filter_map(|meeting| {
        let item = meeting.attendance.first()?.clone();
        let again = MeetingChange::Attendees(ListChange::Insert { at: 0, item });
        Some(Change::Meeting(meeting.id, again))
    });
    steps.into_iter().chain(meetings).map(Change::Group).chain(attendees).collect()
}

fn in_meeting(meeting: &Meeting) -> Vec<MeetingChange> {
    let note = |nr, splice| MeetingChange::Text(MeetingText::Note(nr), splice);
    let mut wrong = vec![
        note(usize::MAX, typed(0, "")),
        note(0, typed(usize::MAX, "")),
        note(0, typed(0, "this stands in no note")),
        MeetingChange::Text(MeetingText::Draft(usize::MAX), typed(0, "")),
        MeetingChange::Discussed(usize::MAX, Swap { from: false, to: true }),
        MeetingChange::Place(Swap { from: Place::Item(usize::MAX), to: Place::Closing }),
        MeetingChange::Roles(Swap { from: strange_roles(), to: Roles::default() }),
    ];
    if let Some(attendee) = meeting.attendance.first() {
        let stranger = Attendee { person: PersonId(u32::MAX), ..attendee.clone() };
        wrong.extend([
            MeetingChange::Attendees(ListChange::Remove { at: usize::MAX, item: attendee.clone() }),
            MeetingChange::Attendance(Swap { from: attendee.clone(), to: stranger.clone() }),
            MeetingChange::Attendance(Swap { from: stranger.clone(), to: stranger }),
        ]);
    }
    if meeting.finished() {
        let shown = meeting.plan_shown;
        wrong.extend([
            note(0, typed(0, "")),
            MeetingChange::PlanShown(Swap { from: shown, to: !shown }),
            MeetingChange::Minutes(Swap { from: meeting.minutes.clone(), to: None }),
        ]);
    }
    wrong
}
