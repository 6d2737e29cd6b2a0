//! One group: what it works on, its meetings, and where to begin.

use chrono::NaiveDate;
use crossterm::event::KeyCode::{Down, End, Enter, Esc, Home, Up};

use super::action::Action;
use super::dossier;
use super::item::SectionItem;
use super::keys::everywhere::LETTERS;
use super::keys::{Layer, SPACE, bind, key, layers, letter};
use super::screen::{Destination, Response, Screen, Size};
use crate::domain::approval::MinutesState;
use crate::domain::group::Group;
use crate::domain::held::{Course, HeldMeeting};
use crate::domain::ids::MeetingId;
use crate::domain::onlookers::Privacy;
use crate::domain::phase::Step;
use crate::domain::section::Section;
use crate::domain::structure::MeetingKind;
use crate::session::Session;
use crate::session::effect::{Effect, Then};
use crate::store::opened::Permission;
use crate::store::second::Second;
use crate::theme::Theme;
use crate::view::attention;
use crate::view::group_view::GroupView;
use crate::view::logbook;
use crate::view::summary::GroupSummary;
use crate::widgets::canvas::Canvas;
use crate::widgets::list::Scroll;
use crate::widgets::wrap::{self, READING_WIDTH};
use crate::words::Words;

layers! {
    /// One group.
    OVERVIEW [
        bind(&[key(Enter), SPACE], Action::Press, Words::key_open, 1),
        bind(&[key(Up)], Action::Up, Words::key_up, 0),
        bind(&[key(Down)], Action::Down, Words::key_down, 0),
        bind(&[key(Home)], Action::Top, Words::key_top, 0),
        bind(&[key(End)], Action::Bottom, Words::key_bottom, 0),
        bind(&[letter('a')], Action::Accept, Words::key_accept, 4),
        bind(&[key(Esc)], Action::Back, Words::key_to_groups, 2),
    ];
    /// A group that another computer may have, or of whose files there are second versions.
    OTHER_VERSIONS [
        bind(&[letter('o')], Action::TakeOver, Words::key_take_over, 4),
        bind(&[letter('w')], Action::PutAway, Words::key_put_away, 5),
    ];
}

/// What a row of the group leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// The meeting that is not finished.
    GoOn(MeetingId),
    /// The step to take next.
    Step(Step),
    /// A new meeting.
    Begin(MeetingKind),
    Section(Section),
    Log,
    /// A meeting that was held.
    Look(MeetingId),
    /// A second version of a file, counted from 0.
    Second(usize),
}

/// The state of the group's screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Overview {
    /// The selected row among those that lead somewhere, counted from 0.
    pub row: usize,
}

/// What the screen leads to, in order; `seconds` second versions come after where to begin.
#[must_use]
fn links_of(group: &Group, today: NaiveDate, seconds: usize) -> Vec<Link> {
    let begin: Vec<Link> = if let Some(held) = group.unfinished() {
        vec![Link::GoOn(held.id)]
    } else {
        let step = next_step(group, today).map(Link::Step);
        step.into_iter().chain(kinds(group).into_iter().map(Link::Begin)).collect()
    };
    let seconds = (0..seconds).map(Link::Second);
    let sections = Section::ALL.into_iter().map(Link::Section).chain([Link::Log]);
    let held = group.meetings_in_order().into_iter().rev().filter(|held| held.finished);
    let held = held.map(|held| Link::Look(held.id));
    begin.into_iter().chain(seconds).chain(sections).chain(held).collect()
}

/// The step to begin with: until the day of the first meeting there is one to take.
fn next_step(group: &Group, today: NaiveDate) -> Option<Step> {
    let meets_today = group.appointment().is_some_and(|next| next.date == today);
    let met = group.meetings.iter().any(HeldMeeting::was_held);
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
    // The first meeting is still to come when it did not go on.
    let none = group.meetings.iter().all(|held| held.course == Course::Cancelled);
    if none { MeetingKind::Start } else { MeetingKind::FollowUp }
}

impl Overview {
    /// What the screen leads to now.
    #[must_use]
    pub fn links(session: &Session) -> Vec<Link> {
        let Some(open) = &session.open else { return Vec::new() };
        links_of(&open.dossier.group, session.today(), open.versions.seconds.len())
    }

    fn press(self, session: &Session) -> Response {
        match Self::links(session).get(self.row) {
            Some(Link::GoOn(id)) => Response::go(Destination::OpenMeeting(*id)),
            Some(Link::Begin(kind)) => Response::go(Destination::BeginMeeting(*kind)),
            Some(Link::Look(id)) => Effect::ReadMeeting(*id, Then::Show).into(),
            Some(Link::Section(section)) => Response::go(Destination::Section(*section, None)),
            Some(Link::Step(step)) => {
                let section = Section::Phase(step.phase());
                Response::go(Destination::Section(section, Some(SectionItem::Step(*step))))
            }
            Some(Link::Second(_)) => {
                let second = self.selected_second(session).cloned();
                second.map(|second| Effect::ReadSecond(second).into()).unwrap_or_default()
            }
            Some(Link::Log) => read_log(session),
            None => Response::stay(),
        }
    }

    /// The second version that is selected.
    fn selected_second(self, session: &Session) -> Option<&Second> {
        match Self::links(session).get(self.row)? {
            Link::Second(nr) => session.open.as_ref()?.versions.seconds.get(*nr),
            _ => None,
        }
    }

    /// Moves the selected second version into the backups.
    fn put_away(self, session: &mut Session) -> Vec<Effect> {
        if !session.may_write() {
            session.say_why_only_reading();
            return Vec::new();
        }
        self.selected_second(session).cloned().map(Effect::PutAway).into_iter().collect()
    }
}

/// Whether there is something to do because somebody else was at the group too.
fn has_other_versions(session: &Session) -> bool {
    session.open.as_ref().is_some_and(|open| {
        matches!(open.permission, Permission::MaybeTaken(_)) || !open.versions.seconds.is_empty()
    })
}

/// Opens the log.
#[must_use]
pub fn read_log(session: &Session) -> Response {
    let log = session.open.as_ref().map(|open| &open.dossier.log);
    let text = log.zip(session.group_view()).map(|(log, view)| logbook::text(&view, log));
    text.map(|text| Response::go(Destination::Reader(text, Privacy::WithClient)))
        .unwrap_or_default()
}

impl Screen for Overview {
    fn explains(&self, session: &Session) -> &'static str {
        session.words.help_overview()
    }

    fn layers(&self, session: &Session) -> Vec<&'static Layer> {
        let mut layers: Vec<&'static Layer> = vec![&OVERVIEW];
        if has_other_versions(session) {
            layers.push(&OTHER_VERSIONS);
        }
        layers.extend([&dossier::keys::SECTIONS, &LETTERS]);
        layers
    }

    fn why_not(&self, session: &Session, action: Action) -> Option<&'static str> {
        let none = self.selected_second(session).is_none();
        (action == Action::PutAway && none).then(|| session.words.choose_second())
    }

    fn act(&mut self, session: &mut Session, _size: Size, action: Action) -> Response {
        let last = Self::links(session).len().saturating_sub(1);
        match action {
            Action::Up => self.row = self.row.saturating_sub(1),
            Action::Down => self.row = (self.row + 1).min(last),
            Action::Top => self.row = 0,
            Action::Bottom => self.row = last,
            Action::Accept => return Effect::Accept.into(),
            Action::PutAway => return self.put_away(session).into(),
            // What is nowhere but on the screen is worth a second press.
            Action::Back if session.warns_before_leaving() => {}
            Action::Back => return Response::go(Destination::Home),
            Action::Press => return self.press(session),
            _ => {}
        }
        Response::stay()
    }

    fn refocus(&mut self, session: &Session) {
        self.row = self.row.min(Self::links(session).len().saturating_sub(1));
    }

    fn title(&self, session: &Session) -> String {
        session.group().map(|group| group.name.clone()).unwrap_or_default()
    }

    fn draw(&self, canvas: &mut Canvas<'_>, session: &Session, theme: Theme) {
        let Some(view) = session.group_view() else { return };
        let top = banner(canvas, session, theme);
        let (width, height) = (canvas.width(), canvas.height().saturating_sub(top));
        let mut body = canvas.part(0, top, width, height);
        let width = width.min(READING_WIDTH);
        let rows = wrapped(lines(&view, session), width.saturating_sub(2));
        let chosen = Self::links(session).get(self.row).copied();
        let is_chosen = |row: &Line| row.link.is_some() && row.link == chosen;
        let at = rows.iter().rposition(is_chosen).unwrap_or(0);
        let scroll = Scroll::to(at, rows.len(), height);
        for (y, row) in (0u16..).zip(&rows[scroll.in_sight()]) {
            body.put(1, y, &row.text, if row.strong { theme.strong() } else { theme.plain() });
            if is_chosen(row) {
                body.style(0, y, width, theme.selected());
            }
        }
        scroll.mark_below(&mut body, theme.accent());
    }
}

/// Says above all that files of the group need a decision. Returns the row below it.
fn banner(canvas: &mut Canvas<'_>, session: &Session, theme: Theme) -> u16 {
    let text = match session.open.as_ref().map(|open| &open.permission) {
        Some(Permission::Doubt(doubts)) => session.words.doubtful(doubts),
        Some(Permission::Newer(version)) => session.words.from_newer(*version),
        _ => return 0,
    };
    canvas.put_wrapped(0, 0, canvas.width(), &text, theme.alarm()) + 1
}

/// A line of the screen, and what it leads to.
struct Line {
    text: String,
    strong: bool,
    link: Option<Link>,
}

impl Line {
    fn read(text: impl Into<String>) -> Self {
        Self { text: text.into(), strong: false, link: None }
    }

    fn heading(text: &str) -> Self {
        Self { strong: true, ..Self::read(text) }
    }

    fn link(link: Link, view: &GroupView<'_>, session: &Session) -> Self {
        Self { link: Some(link), ..Self::read(link_text(link, view, session)) }
    }
}

/// The lines, each wrapped to `width` cells.
fn wrapped(lines: Vec<Line>, width: u16) -> Vec<Line> {
    lines
        .into_iter()
        .flat_map(|line| {
            let rows = wrap::rows(&line.text, width).into_iter();
            let part = |row: wrap::WrappedRow| Line {
                text: line.text.get(row.start..row.end).unwrap_or("").to_owned(),
                ..line
            };
            rows.map(part).collect::<Vec<_>>()
        })
        .collect()
}

/// How many things that are late are shown; the rest is counted.
const SHOWN_LATE: usize = 3;

fn lines(view: &GroupView<'_>, session: &Session) -> Vec<Line> {
    let (words, group) = (view.words, view.group);
    let summary = GroupSummary::of(view);
    let all = Overview::links(session);
    let of = |wanted: fn(&Link) -> bool| {
        let chosen = all.iter().copied().filter(wanted);
        chosen.map(|link| Line::link(link, view, session)).collect::<Vec<_>>()
    };
    let phase = words.phase_of_group(summary.phase, view.phase_name());
    let steps = words.steps_of(summary.steps_done, Step::ALL.len());
    let mut lines = vec![Line::read(format!("{phase} · {steps}"))];
    lines.push(Line::read(words.next_planned(group.appointment().as_ref(), view.today())));
    lines.extend(late(view, &summary));
    lines.extend(of(|link| matches!(link, Link::Step(_))));
    lines.extend([Line::read(""), Line::heading(words.meetings())]);
    lines.extend(of(|link| matches!(link, Link::GoOn(_) | Link::Begin(_))));
    lines.extend(of(|link| matches!(link, Link::Second(_))));
    lines.extend([Line::read(""), Line::heading(words.the_dossier())]);
    lines.extend(of(|link| matches!(link, Link::Section(_) | Link::Log)));
    lines.extend([Line::read(""), Line::heading(words.goals())]);
    let goals = view.open_goals().into_iter();
    lines.extend(goals.map(|(label, text)| Line::read(format!("{label}  {text}"))));
    lines.push(Line::read(words.open_agreements(summary.open_agreements)));
    let members: Vec<String> = group.members().map(|person| view.name(person.id)).collect();
    lines.push(Line::read(words.members_are(&members)));
    let held = of(|link| matches!(link, Link::Look(_)));
    if !held.is_empty() {
        lines.extend([Line::read(""), Line::heading(words.held_so_far())]);
        lines.extend(held);
    }
    lines
}

fn step_text(view: &GroupView<'_>, step: Step) -> String {
    let title = view.in_own_words(view.content.step_title(step));
    format!("{}: {title}", view.words.next_step())
}

/// What is late, and else the step to take next.
fn late(view: &GroupView<'_>, summary: &GroupSummary) -> Vec<Line> {
    let words = view.words;
    if summary.late.is_empty() {
        // Where the step leads somewhere, it stands among what leads somewhere.
        let step = view.group.next_step();
        let step = step.filter(|_| next_step(view.group, view.today()).is_none());
        return step.map(|step| Line::read(step_text(view, step))).into_iter().collect();
    }
    let mut lines = vec![Line::heading(words.what_is_late())];
    let shown = summary.late.iter().take(SHOWN_LATE);
    lines.extend(shown.map(|late| Line::read(format!("- {}", attention::late(view, *late)))));
    let more = summary.late.len().saturating_sub(SHOWN_LATE);
    if more > 0 {
        lines.push(Line::read(format!("  {}", words.and_more(more))));
    }
    lines
}

fn link_text(link: Link, view: &GroupView<'_>, session: &Session) -> String {
    let words = view.words;
    match link {
        Link::GoOn(id) => words.go_on_with(view.kind_of_meeting(id), view.group.day_of(id)),
        Link::Step(step) => step_text(view, step),
        Link::Section(section) => section_text(section, view),
        Link::Log => words.the_log().to_owned(),
        Link::Begin(kind) => words.begin_meeting(view.content.meeting_name(kind)),
        Link::Second(nr) => {
            let second = session.open.as_ref().and_then(|open| open.versions.seconds.get(nr));
            second.map(|second| words.second_version(second)).unwrap_or_default()
        }
        Link::Look(id) => {
            let text =
                format!("{}  {}", words.dated(view.group.day_of(id)), view.kind_of_meeting(id));
            match view.group.held_meeting(id).map(|held| held.course) {
                Some(Course::Cancelled) => format!("{text}, {}", words.cancelled()),
                Some(_) => match view.group.held_meeting(id).map(HeldMeeting::minutes_state) {
                    Some(state) if state != MinutesState::Set => {
                        format!("{text}, {}", words.minutes_state(state, &view.client()))
                    }
                    _ => text,
                },
                None => text,
            }
        }
    }
}

/// A list of the dossier, with the key that goes there and how far it is.
fn section_text(section: Section, view: &GroupView<'_>) -> String {
    let words = view.words;
    let key = section.digit().map_or(String::new(), |digit| format!("{digit} "));
    match section {
        Section::Phase(phase) => {
            let name = view.content.phase(phase).map_or("", |text| &text.name);
            let (done, all) = view.group.steps_of(phase);
            format!("{key}{name} · {}", words.steps_of(done, all))
        }
        Section::Bin if view.group.bin.iter().any(|it| it.thing.can_return()) => {
            let count = view.group.bin.iter().filter(|it| it.thing.can_return()).count();
            format!("{key}{} ({count})", words.section_title(section))
        }
        section => format!("{key}{}", words.section_title(section)),
    }
}
