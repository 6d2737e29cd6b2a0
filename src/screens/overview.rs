//! One group: what it works on, its meetings, and where to begin.

use chrono::NaiveDate;

use crate::app::model::Model;
use crate::domain::goal::Term;
use crate::domain::group::Group;
use crate::domain::ids::MeetingId;
use crate::domain::late::Late;
use crate::domain::notes;
use crate::domain::person::Role;
use crate::domain::phase::Step;
use crate::domain::structure::MeetingKind;
use crate::screens::circle::Circle;
use crate::screens::dossier::section::Section;
use crate::store::open::Permission;
use crate::theme::Theme;
use crate::widgets::canvas::Canvas;
use crate::widgets::wrap;

/// What a row of the group leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    /// The meeting that is not finished.
    GoOn(MeetingId),
    /// The step to take next.
    Step(Step),
    /// A new meeting.
    Begin(MeetingKind),
    /// A list of the dossier.
    Section(Section),
    /// Who changed what.
    Log,
    /// A meeting that was held.
    Look(MeetingId),
    /// A second version of a file, counted from 0.
    Second(usize),
}

/// The state of the group's screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Overview {
    /// The row at hand among those that lead somewhere, counted from 0.
    pub row: usize,
}

/// What the screen leads to, in order.
#[must_use]
pub fn leads(group: &Group, today: NaiveDate) -> Vec<Lead> {
    let begin: Vec<Lead> = if let Some(held) = group.unfinished() {
        vec![Lead::GoOn(held.id)]
    } else {
        let step = next_step(group, today).map(Lead::Step);
        step.into_iter().chain(kinds(group).into_iter().map(Lead::Begin)).collect()
    };
    let sections = Section::ALL.into_iter().map(Lead::Section).chain([Lead::Log]);
    let held = group.meetings.iter().rev().filter(|held| held.finished);
    begin.into_iter().chain(sections).chain(held.map(|held| Lead::Look(held.id))).collect()
}

/// What the screen leads to now: second versions of files come after where to begin.
#[must_use]
pub fn rows(model: &Model) -> Vec<Lead> {
    let Some(group) = model.group() else { return Vec::new() };
    let mut rows = leads(group, model.today());
    let begun = rows.iter().take_while(|lead| !matches!(lead, Lead::Section(_))).count();
    let seconds = model.open.as_ref().map_or(0, |open| open.versions.seconds.len());
    rows.splice(begun..begun, (0..seconds).map(Lead::Second));
    rows
}

/// The step to begin with: until the day of the first meeting there is one to take.
fn next_step(group: &Group, today: NaiveDate) -> Option<Step> {
    let meets_today = group.appointment().is_some_and(|next| next.date == today);
    let met = group.meetings.iter().any(|held| held.finished);
    group.next_step().filter(|_| !meets_today && !met)
}

/// The kinds of meeting, the one that is expected first.
fn kinds(group: &Group) -> Vec<MeetingKind> {
    let mut kinds = MeetingKind::ALL.to_vec();
    let first = expected(group);
    kinds.sort_by_key(|kind| *kind != first);
    kinds
}

/// The kind of meeting that is expected next.
#[must_use]
pub fn expected(group: &Group) -> MeetingKind {
    if group.meetings.is_empty() { MeetingKind::Start } else { MeetingKind::FollowUp }
}

/// A line of the screen, and what it leads to.
struct Line {
    text: String,
    strong: bool,
    lead: Option<Lead>,
}

/// How many things that are late are shown; the rest is counted.
const SHOWN_LATE: usize = 3;

fn lines(group: &Group, model: &Model) -> Vec<Line> {
    let words = model.words;
    let read = |text: String| Line { text, strong: false, lead: None };
    let heading = |text: &str| Line { text: text.to_owned(), strong: true, lead: None };
    let lead =
        |lead: Lead| Line { text: lead_text(lead, group, model), strong: false, lead: Some(lead) };
    let phase = words.phase_of_group(group.phase(), phase_name(group, model));
    let steps = words.steps_of(group.steps_done(), Step::ALL.len());
    let mut lines = vec![read(format!("{phase} · {steps}"))];
    lines.push(read(words.next_planned(group.appointment().as_ref(), model.today())));
    lines.extend(late(group, model));
    let leads = rows(model);
    let (first, leads): (Vec<Lead>, Vec<Lead>) =
        leads.into_iter().partition(|lead| matches!(lead, Lead::Step(_)));
    lines.extend(first.into_iter().map(lead));
    lines.push(read(String::new()));
    let (begin, rest): (Vec<Lead>, Vec<Lead>) =
        leads.into_iter().partition(|lead| matches!(lead, Lead::GoOn(_) | Lead::Begin(_)));
    lines.push(heading(words.meetings()));
    lines.extend(begin.into_iter().map(lead));
    let (seconds, rest): (Vec<Lead>, Vec<Lead>) =
        rest.into_iter().partition(|lead| matches!(lead, Lead::Second(_)));
    lines.extend(seconds.into_iter().map(lead));
    lines.push(read(String::new()));
    let (dossier, held): (Vec<Lead>, Vec<Lead>) =
        rest.into_iter().partition(|lead| matches!(lead, Lead::Section(_) | Lead::Log));
    lines.push(heading(words.the_dossier()));
    lines.extend(dossier.into_iter().map(lead));
    lines.push(read(String::new()));
    lines.push(heading(words.goals()));
    for term in [Term::Short, Term::Long] {
        for (goal, nr) in group.open_goals(term).zip(1..) {
            let label = words.goal_label(term, nr);
            lines.push(read(format!("{label}  {}", words.or_wordless(&goal.text))));
        }
    }
    let open = group.agreements.iter().filter(|one| one.open()).count();
    lines.push(read(words.open_agreements(open)));
    lines.push(read(words.members_are(&names(group, model))));
    if !held.is_empty() {
        lines.push(read(String::new()));
        lines.push(heading(words.held_so_far()));
        lines.extend(held.into_iter().map(lead));
    }
    lines
}

fn step_text(circle: &Circle<'_>, step: Step) -> String {
    let title = circle.in_own_words(circle.content.step_title(step));
    format!("{}: {title}", circle.words.next_step())
}

/// What is late, and else the step to take next.
fn late(group: &Group, model: &Model) -> Vec<Line> {
    let words = model.words;
    let circle = model.circle_of(group, model.today());
    let line = |text: String, strong| Line { text, strong, lead: None };
    let late = group.late(model.today());
    if late.is_empty() {
        // Where the step leads somewhere, it stands among what leads somewhere.
        let step = group.next_step().filter(|_| next_step(group, model.today()).is_none());
        return step.map(|step| line(step_text(&circle, step), false)).into_iter().collect();
    }
    let mut lines = vec![line(words.what_is_late().to_owned(), true)];
    lines.extend(
        late.iter()
            .take(SHOWN_LATE)
            .map(|late| line(format!("- {}", late_text(&circle, *late)), false)),
    );
    let more = late.len().saturating_sub(SHOWN_LATE);
    if more > 0 {
        lines.push(line(format!("  {}", words.and_more(more)), false));
    }
    lines
}

/// Something that is late, in a sentence.
#[must_use]
pub fn late_text(circle: &Circle<'_>, late: Late) -> String {
    let what = match late {
        Late::Step(step) => circle.in_own_words(circle.content.step_title(step)),
        Late::Clinician(_) => circle.role(Role::Clinician),
        Late::Agreement(id) => {
            let agreement = circle.group.agreement(id);
            agreement.map(|agreement| agreement.text.clone()).unwrap_or_default()
        }
        Late::NoNextDay | Late::Composition(_) | Late::Evaluation(_) => String::new(),
    };
    circle.words.late(late, &what, circle.today())
}

fn phase_name<'a>(group: &Group, model: &'a Model) -> &'a str {
    model.content.phase(group.phase()).map_or("", |phase| &phase.name)
}

fn names(group: &Group, model: &Model) -> Vec<String> {
    let nameless = |person| model.words.nameless(group.person(person)).to_owned();
    let named = group.members().map(|person| match notes::short_name(group, person.id) {
        name if name.is_empty() => nameless(person.id),
        name => name,
    });
    named.collect()
}

fn lead_text(lead: Lead, group: &Group, model: &Model) -> String {
    let words = model.words;
    let kind_of = |id: MeetingId| {
        let held = group.meetings.iter().find(|held| held.id == id);
        held.map_or("", |held| model.content.meeting_name(held.kind))
    };
    match lead {
        Lead::GoOn(id) => words.go_on_with(kind_of(id), id.date),
        Lead::Step(step) => step_text(&model.circle_of(group, model.today()), step),
        Lead::Section(section) => section_text(section, group, model),
        Lead::Log => words.the_log().to_owned(),
        Lead::Begin(kind) => words.begin_meeting(model.content.meeting_name(kind)),
        Lead::Second(nr) => {
            let second = model.open.as_ref().and_then(|open| open.versions.seconds.get(nr));
            second.map(|second| words.second_version(second)).unwrap_or_default()
        }
        Lead::Look(id) => format!("{}  {}", words.dated(id.date), kind_of(id)),
    }
}

/// A list of the dossier, with the key that goes there and how far it is.
fn section_text(section: Section, group: &Group, model: &Model) -> String {
    let words = model.words;
    let key = section.digit().map_or(String::new(), |digit| format!("{digit} "));
    match section {
        Section::Phase(phase) => {
            let name = model.content.phase(phase).map_or("", |text| &text.name);
            let (done, all) = group.steps_of(phase);
            format!("{key}{name} · {}", words.steps_of(done, all))
        }
        Section::Bin if group.bin.iter().any(|it| it.thing.can_return()) => {
            let count = group.bin.iter().filter(|it| it.thing.can_return()).count();
            format!("{key}{} ({count})", words.section_title(section))
        }
        section => format!("{key}{}", words.section_title(section)),
    }
}

/// Draws the group.
pub fn draw(canvas: &mut Canvas<'_>, overview: &Overview, model: &Model, theme: Theme) {
    let Some(group) = model.group() else { return };
    let mut y = 0;
    let banner = match model.open.as_ref().map(|open| &open.permission) {
        Some(Permission::Doubt(doubts)) => Some(model.words.doubtful(doubts)),
        Some(Permission::Newer(version)) => Some(model.words.from_newer(*version)),
        _ => None,
    };
    if let Some(text) = banner {
        y = canvas.put_wrapped(0, y, canvas.width(), &text, theme.alarm()) + 1;
    }
    let width = canvas.width().min(90);
    let leads = rows(model);
    let rows: Vec<(String, bool, Option<Lead>)> = lines(group, model)
        .into_iter()
        .flat_map(|line| {
            let spans = wrap::rows(&line.text, width.saturating_sub(2)).into_iter();
            let texts: Vec<_> = spans
                .map(|row| {
                    (
                        line.text.get(row.start..row.end).unwrap_or("").to_owned(),
                        line.strong,
                        line.lead,
                    )
                })
                .collect();
            texts
        })
        .collect();
    let chosen = leads.get(overview.row).copied();
    let at = rows.iter().rposition(|(_, _, lead)| lead.is_some() && *lead == chosen).unwrap_or(0);
    let height = usize::from(canvas.height().saturating_sub(y));
    let top = (at + 1).saturating_sub(height);
    for (y, (text, strong, lead)) in (y..).zip(rows.iter().skip(top).take(height)) {
        canvas.put(1, y, text, if *strong { theme.strong() } else { theme.plain() });
        if lead.is_some() && *lead == chosen {
            canvas.style(0, y, width, theme.at_hand());
        }
    }
    if rows.len() > top + height {
        canvas.put(
            canvas.width().saturating_sub(1),
            canvas.height().saturating_sub(1),
            "»",
            theme.accent(),
        );
    }
}
