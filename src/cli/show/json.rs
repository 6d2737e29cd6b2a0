//! `kring show --json`: a group for scripts. Fields are added, never renamed, and nothing of an interview
//! is among them.

use chrono::{NaiveDate, NaiveTime};
use serde::Serialize;

use crate::domain::agreement::{Agreement, Closed, Outcome};
use crate::domain::approval::MinutesState;
use crate::domain::dossier::Dossier;
use crate::domain::goal::GoalState;
use crate::domain::held::{Course, HeldMeeting};
use crate::domain::ids::{GoalId, MeetingId, PersonId};
use crate::domain::meeting::Meeting;
use crate::domain::notes::without_mentions;
use crate::domain::person::PersonKind;
use crate::domain::phase::Step;
use crate::domain::rereading::{self, FoundAgreement};
use crate::domain::structure::MeetingKind;
use crate::domain::when::{Due, How, PartOfDay, Until, When};
use crate::sanitize;
use crate::view::agreement;
use crate::view::group_view::GroupView;

/// A group.
#[derive(Debug, Serialize)]
pub(super) struct GroupJson {
    name: String,
    slug: String,
    phase: u8,
    steps_done: usize,
    steps: usize,
    next_meeting: Option<NextJson>,
    people: Vec<PersonJson>,
    goals: Vec<GoalJson>,
    agreements: Vec<AgreementJson>,
    meetings: Vec<MeetingJson>,
}

#[derive(Debug, Serialize)]
struct NextJson {
    date: NaiveDate,
    time: Option<String>,
    place: Option<String>,
}

#[derive(Debug, Serialize)]
struct PersonJson {
    name: String,
    kind: &'static str,
    core: bool,
}

#[derive(Debug, Serialize)]
struct GoalJson {
    id: u32,
    /// "Kort 1"; null for a goal that has no number any more.
    label: Option<String>,
    text: String,
    state: &'static str,
}

#[derive(Debug, Serialize)]
struct AgreementJson {
    id: u32,
    /// As on paper.
    text: String,
    /// Whole names; everybody is "everybody".
    who: Vec<String>,
    goal: Option<String>,
    by: Option<NaiveDate>,
    how: Option<&'static str>,
    from: Option<NaiveDate>,
    until_next: bool,
    /// A rule of RFC 5545.
    every: Option<String>,
    times: Option<u16>,
    time: Option<String>,
    part_of_day: Option<&'static str>,
    /// What somebody still has to say.
    doubt: Option<String>,
    state: &'static str,
    /// The last one.
    answer: Option<&'static str>,
    meeting: String,
    /// Whether its meeting is still open.
    draft: bool,
}

#[derive(Debug, Serialize)]
struct MeetingJson {
    id: String,
    /// Null while it is prepared.
    date: Option<NaiveDate>,
    kind: &'static str,
    minutes: &'static str,
    sent: Option<NaiveDate>,
    /// The items by number.
    discussed: Vec<usize>,
    course: &'static str,
}

impl GroupJson {
    /// A group with the meetings that are loaded, the open one among them.
    pub(super) fn of(view: &GroupView<'_>, dossier: &Dossier, slug: &str) -> Self {
        let group = view.group;
        let next = group.appointment().map(|next| NextJson {
            date: next.date,
            time: next.time.map(clock),
            place: said(&next.place),
        });
        Self {
            name: plain(&group.name),
            slug: slug.to_owned(),
            phase: group.phase().number(),
            steps_done: group.steps_done(),
            steps: Step::ALL.len(),
            next_meeting: next,
            people: people(view),
            goals: goals(view),
            agreements: agreements(view, dossier),
            meetings: meetings(view, dossier),
        }
    }
}

fn people(view: &GroupView<'_>) -> Vec<PersonJson> {
    let members = view.group.members();
    let person = |id| PersonJson {
        name: whole_name(view, id),
        kind: view.group.person(id).map_or("", |person| match person.kind {
            PersonKind::Client => "client",
            PersonKind::Family => "family",
            PersonKind::CloseOne => "close_one",
            PersonKind::Professional => "professional",
            PersonKind::ExpertByExperience => "expert_by_experience",
        }),
        core: view.group.person(id).is_some_and(|person| person.core),
    };
    members.map(|member| person(member.id)).collect()
}

fn goals(view: &GroupView<'_>) -> Vec<GoalJson> {
    let goals = view.group.goals.iter();
    goals
        .map(|goal| GoalJson {
            id: goal.id.0,
            label: label(view, goal.id),
            text: plain(&goal.text),
            state: match goal.state {
                GoalState::New => "new",
                GoalState::Underway => "going",
                GoalState::Reached => "reached",
                GoalState::LetGo => "ended",
            },
        })
        .collect()
}

/// The recorded agreements, and those in the notes of a meeting that is open.
fn agreements(view: &GroupView<'_>, dossier: &Dossier) -> Vec<AgreementJson> {
    let open: Vec<&Meeting> = dossier.meetings.values().filter(|one| !one.finished()).collect();
    let drafted: Vec<(MeetingId, FoundAgreement)> = open
        .iter()
        .flat_map(|meeting| {
            let day = meeting.day().unwrap_or(view.day);
            let items = meeting.items.iter();
            let found = items.flat_map(move |item| rereading::agreements(item, view.group, day));
            found.map(|found| (meeting.id, found))
        })
        .collect();
    let is_draft = |one: &&Agreement| open.iter().any(|meeting| meeting.id == one.made);
    let recorded = view.group.agreements.iter();
    let kept = recorded.clone().filter(|one| !is_draft(one)).map(|one| agreement(view, one, false));
    // An agreement of minutes that were opened again keeps what later meetings answered.
    let drafts = drafted.iter().map(|(meeting, found)| {
        let was = found.id.and_then(|id| view.group.agreement(id));
        let answers = was.map(|one| one.answers.clone()).unwrap_or_default();
        let id = found.id.unwrap_or_else(|| view.group.free_agreement());
        agreement(view, &found.understood.as_agreement(id, *meeting, answers), true)
    });
    kept.chain(drafts).collect()
}

fn agreement(view: &GroupView<'_>, one: &Agreement, draft: bool) -> AgreementJson {
    let when = WhenJson::of(one.when.as_ref());
    let who = if one.everybody {
        vec!["everybody".to_owned()]
    } else {
        one.who.iter().map(|id| whole_name(view, *id)).collect()
    };
    AgreementJson {
        id: one.id.0,
        text: plain(&without_mentions(&one.text)),
        who,
        goal: one.goal.and_then(|id| label(view, id)),
        by: when.by,
        how: when.how,
        from: when.from,
        until_next: when.until_next,
        every: when.every,
        times: when.times,
        time: when.time,
        part_of_day: when.part_of_day,
        doubt: agreement::open_question(view, one),
        state: match one.outcome() {
            _ if matches!(one.closed, Some(Closed::Ended(_))) => "ended",
            _ if matches!(one.closed, Some(Closed::Dropped(_))) => "dropped",
            Some(Outcome::Dropped) => "dropped",
            Some(outcome) if outcome.closes() => "ended",
            _ => "open",
        },
        answer: one.outcome().and_then(|outcome| match outcome {
            Outcome::Done | Outcome::WentWell | Outcome::Ended => Some("went_well"),
            Outcome::Running => Some("still_going"),
            Outcome::NotYet => Some("not_yet"),
            Outcome::Dropped => None,
        }),
        meeting: one.made.to_string(),
        draft,
    }
}

/// When an agreement is to be done.
#[derive(Default)]
struct WhenJson {
    by: Option<NaiveDate>,
    how: Option<&'static str>,
    from: Option<NaiveDate>,
    until_next: bool,
    every: Option<String>,
    times: Option<u16>,
    time: Option<String>,
    part_of_day: Option<&'static str>,
}

impl WhenJson {
    fn of(when: Option<&When>) -> Self {
        match when {
            None => Self::default(),
            Some(When::Day(Due { date, how, time, part })) => Self {
                by: Some(*date),
                how: Some(match how {
                    How::On => "on",
                    How::By => "by",
                    How::Before => "before",
                }),
                time: time.map(clock),
                part_of_day: part.map(part_of_day),
                ..Self::default()
            },
            Some(When::From(day)) => Self { from: Some(*day), ..Self::default() },
            Some(When::Next) => Self { until_next: true, ..Self::default() },
            Some(When::Recurs(rhythm)) => Self {
                from: rhythm.from,
                until_next: rhythm.until == Some(Until::Next),
                every: Some(rhythm.rule()),
                times: rhythm.times,
                time: rhythm.time.map(clock),
                part_of_day: rhythm.part.map(part_of_day),
                ..Self::default()
            },
        }
    }
}

fn part_of_day(part: PartOfDay) -> &'static str {
    match part {
        PartOfDay::Morning => "morning",
        PartOfDay::Afternoon => "afternoon",
        PartOfDay::Evening => "evening",
        PartOfDay::Night => "night",
    }
}

fn meetings(view: &GroupView<'_>, dossier: &Dossier) -> Vec<MeetingJson> {
    let meeting = |held: &HeldMeeting| MeetingJson {
        id: held.id.to_string(),
        date: (held.course != Course::Prepared).then(|| held.day()),
        kind: match held.kind {
            MeetingKind::Start => "start",
            MeetingKind::FollowUp => "follow_up",
            MeetingKind::Theme => "theme",
            MeetingKind::Handover => "handover",
        },
        minutes: match held.minutes_state() {
            MinutesState::Concept => "concept",
            MinutesState::Seen => "seen",
            MinutesState::Set => "set",
        },
        sent: held.approval.as_ref().and_then(|approval| approval.sent),
        discussed: discussed(view, dossier, held),
        course: match held.course {
            Course::Prepared => "prepared",
            Course::Begun if held.finished => "held",
            Course::Begun => "open",
            Course::Cancelled => "cancelled",
        },
    };
    view.group.meetings_in_order().into_iter().map(meeting).collect()
}

/// The items that were discussed, by number: of an open meeting as they are now.
fn discussed(view: &GroupView<'_>, dossier: &Dossier, held: &HeldMeeting) -> Vec<usize> {
    if let Some(meeting) = dossier.meetings.get(&held.id).filter(|one| !one.finished()) {
        let items = 0..meeting.items.len();
        return items.filter(|nr| meeting.discussed(*nr)).map(|nr| nr + 1).collect();
    }
    let structure = view.content.structure(held.kind);
    let items = (1..).zip(&structure.items);
    items.filter(|(_, item)| held.discussed.contains(&item.kind)).map(|(nr, _)| nr).collect()
}

/// "Kort 1", for a goal that has a number now.
fn label(view: &GroupView<'_>, id: GoalId) -> Option<String> {
    let (term, number) = view.group.goal_number(id, view.day)?;
    Some(view.words.goal_label(term, number))
}

fn whole_name(view: &GroupView<'_>, id: PersonId) -> String {
    match view.group.person(id).map(|person| person.name.trim()) {
        Some("") | None => view.name(id),
        Some(name) => plain(name),
    }
}

fn clock(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

fn said(text: &str) -> Option<String> {
    Some(plain(text.trim())).filter(|text| !text.is_empty())
}

fn plain(text: &str) -> String {
    sanitize::line(text).into_owned()
}
