//! What is drawn: the frame that every screen shares, and the screens in it.

pub mod big_clock;
pub mod choices;
pub mod circle;
pub mod deeds;
pub mod dossier;
pub mod erase;
pub mod finder;
pub mod footer;
pub mod home;
pub mod lock;
pub mod meeting;
pub mod overview;
pub mod page;
pub mod place;
pub mod question;
pub mod reader;
pub mod second;
pub mod week;

use ratatui::Frame;
use ratatui::layout::Position;

use crate::app::model::{Model, Over, Safety, Screen};
use crate::domain::hour::{HOUR, HourEvent, HourState};
use crate::screens::dossier::section::Section;
use crate::screens::meeting::{hour, moves, room};
use crate::store::open::Permission;
use crate::theme::Theme;
use crate::widgets::canvas::Canvas;
use crate::widgets::{glyphs, wrap};

/// Below this many cells a screen is too small to show.
pub const SMALLEST: (u16, u16) = (60, 20);
/// Rows above the body.
const HEAD: u16 = 2;
/// Rows below the body: the message, and two of keys.
const FOOT: u16 = 3;

/// The cells of the body of a window.
#[must_use]
pub fn body(size: (u16, u16)) -> (u16, u16) {
    (size.0.saturating_sub(2), size.1.saturating_sub(HEAD + FOOT))
}

/// Draws the model.
pub fn view(model: &Model, theme: Theme, frame: &mut Frame<'_>) {
    let mut cursor: Option<Position> = None;
    let area = frame.area();
    let mut canvas = Canvas::new(frame.buffer_mut(), area, &mut cursor);
    draw(model, theme, &mut canvas);
    if let Some(position) = cursor {
        frame.set_cursor_position(position);
    }
}

fn draw(model: &Model, theme: Theme, canvas: &mut Canvas<'_>) {
    if model.hidden {
        hidden(model, theme, canvas);
    } else if canvas.width() < SMALLEST.0 || canvas.height() < SMALLEST.1 {
        too_small(model, theme, canvas);
    } else if let Some(Over::Clock) = model.over {
        big_clock::draw(model, theme, canvas);
    } else {
        whole(model, theme, canvas);
    }
}

fn whole(model: &Model, theme: Theme, canvas: &mut Canvas<'_>) {
    let (width, height) = (canvas.width(), canvas.height());
    title(model, theme, &mut canvas.part(1, 0, width - 2, 1));
    bar(model, theme, &mut canvas.part(1, 1, width - 2, 1));
    let message = message(model);
    let (body_width, body_height) = body((width, height));
    // A message that needs more rows than its own takes them from the body.
    let rows = wrap::rows(&message, body_width).len();
    let said = u16::try_from(rows).unwrap_or(1).clamp(1, 4);
    let mut inside = canvas.part(1, HEAD, body_width, body_height - (said - 1));
    match &model.screen {
        Screen::Home(home) if home.week => week::draw(&mut inside, home, model, theme),
        Screen::Home(home) => home::draw(&mut inside, home, model, theme),
        Screen::Overview(overview) => overview::draw(&mut inside, overview, model, theme),
        Screen::Dossier(screen) => {
            if let Some(circle) = model.circle() {
                dossier::view::draw(&mut inside, screen, &circle, theme);
            }
        }
        Screen::Meeting(screen) => {
            if let Some(room) = room(model) {
                meeting::view::draw(&mut inside, screen, &room, theme);
            }
        }
    }
    match &model.over {
        Some(Over::Reader(reader)) => reader::draw(&mut inside, reader, theme),
        Some(Over::Finder(finder)) => finder::draw(&mut inside, finder, model, theme),
        Some(Over::Place(place)) => place::draw(&mut inside, place, model, theme),
        Some(Over::Erase(erase)) => erase::draw(&mut inside, erase, model, theme),
        Some(Over::Question(question)) => {
            question::draw(&mut inside, question, model, theme);
        }
        Some(Over::Clock) | None => {}
    }
    let mut below = canvas.part(1, height - FOOT - (said - 1), body_width, said);
    below.put_wrapped(0, 0, body_width, &message, theme.accent());
    footer::draw(&mut canvas.part(1, height - 2, width - 2, 2), model, theme);
}

/// Nothing of anybody: only that the screen is hidden, and how it comes back.
fn hidden(model: &Model, theme: Theme, canvas: &mut Canvas<'_>) {
    if let Some(asked) = &model.lock {
        return lock::draw(canvas, asked, model, theme);
    }
    canvas.put(1, 0, "kring", theme.quiet());
    alarm(model, theme, canvas);
    canvas.put_wrapped(1, 2, canvas.width().saturating_sub(2), model.words.hidden(), theme.plain());
}

/// That something is not saved stands on every screen, and once somebody wants to leave, what that
/// means.
pub(crate) fn alarm(model: &Model, theme: Theme, canvas: &mut Canvas<'_>) {
    if model.safety != Safety::Unsaved {
        return;
    }
    canvas.put_right(0, model.words.unsaved_alarm(), theme.alarm());
    if model.alarm.is_some_and(|alarm| alarm.warned) {
        let (below, width) = (canvas.height().saturating_sub(3), canvas.width().saturating_sub(2));
        canvas.put_wrapped(1, below, width, model.words.leaving_loses(), theme.accent());
    }
}

fn too_small(model: &Model, theme: Theme, canvas: &mut Canvas<'_>) {
    let below = canvas.put_wrapped(0, 0, canvas.width(), model.words.too_small(), theme.plain());
    let safety = safety(model);
    canvas.put_wrapped(0, below, canvas.width(), &safety, theme.quiet());
}

fn title(model: &Model, theme: Theme, canvas: &mut Canvas<'_>) {
    let words = model.words;
    let safe = safety(model);
    let alarm = model.safety == Safety::Unsaved;
    let left = match &model.screen {
        Screen::Home(home) if home.week => words.my_week().to_owned(),
        Screen::Home(_) => words.groups().to_owned(),
        Screen::Dossier(screen) => dossier_title(model, screen.section),
        Screen::Overview(_) => model.group().map(|group| group.name.clone()).unwrap_or_default(),
        Screen::Meeting(screen) => meeting_title(model, screen.id),
    };
    let middle = remaining(model);
    let right = canvas.width().saturating_sub(glyphs::width(&safe) + 2);
    let hour = glyphs::width(&middle);
    // In the middle; where the name is long, as far to the right as it goes.
    let centre = canvas.width().saturating_sub(hour) / 2;
    let at = centre.max(glyphs::width(&left) + 2).min(right.saturating_sub(hour));
    let room = if middle.is_empty() { right } else { at.saturating_sub(2) };
    canvas.put_in(0, 0, room, &left, theme.strong());
    canvas.put_in(at, 0, right.saturating_sub(at), &middle, theme.strong());
    canvas.put_right(0, &safe, if alarm { theme.alarm() } else { theme.quiet() });
}

/// The group, and which list of its dossier is shown.
fn dossier_title(model: &Model, section: Section) -> String {
    let Some(group) = model.group() else { return String::new() };
    let words = model.words;
    let list = match section {
        Section::Phase(phase) => {
            let name = model.content.phase(phase).map_or("", |text| &text.name);
            words.phase_of_group(phase, name)
        }
        section => words.section_title(section).to_owned(),
    };
    format!("{} · {list}", group.name)
}

fn meeting_title(model: &Model, id: crate::domain::ids::MeetingId) -> String {
    let Some(group) = model.group() else { return String::new() };
    let number = group.meetings.iter().filter(|held| held.id < id).count() + 1;
    format!("{} · {}", group.name, model.words.meeting_number(number))
}

/// What is left of the hour, in words.
fn remaining(model: &Model) -> String {
    let Some(meeting) = model.meeting() else { return String::new() };
    let reading = meeting.reading(model.now.wall);
    let words = model.words;
    match reading.state {
        HourState::Waiting if meeting.afterwards => words.written_afterwards().to_owned(),
        HourState::Waiting => words.hour_waits().to_owned(),
        HourState::Running => words.remaining(whole_minutes_left(&reading)),
        HourState::Paused => words.paused(whole_minutes_left(&reading)),
        HourState::Ended if meeting.finished() => words.finished().to_owned(),
        HourState::Ended => words.reopened_title().to_owned(),
    }
}

/// Whole minutes left: the minute that has begun still counts; below zero, the minutes over.
#[must_use]
pub fn whole_minutes_left(reading: &crate::domain::hour::Reading) -> i64 {
    HOUR.num_minutes() - reading.elapsed.num_minutes()
}

fn safety(model: &Model) -> String {
    let words = model.words;
    match (model.open.as_ref().map(|open| &open.permission), model.safety) {
        (Some(permission), _) if *permission != Permission::Write => words.read_only().to_owned(),
        (_, Safety::Unsaved) => words.unsaved_alarm().to_owned(),
        (_, Safety::Elsewhere(at)) => words.saved_elsewhere_at(at.time()),
        (_, Safety::Saved(at)) => words.saved_at(at.time()),
        (_, Safety::Untouched) => String::new(),
    }
}

/// The hour as a bar, and when it will end.
fn bar(model: &Model, theme: Theme, canvas: &mut Canvas<'_>) {
    let room = room(model).filter(|it| !it.meeting.finished() && !it.meeting.afterwards);
    let Some(room) = room else {
        canvas.rule(0, "─", theme.quiet());
        return;
    };
    let reading = room.reading();
    let elapsed = reading.elapsed.num_minutes();
    let ends = room.now + chrono::TimeDelta::minutes(room.forecast().ends_at - elapsed);
    let said = match reading.state {
        HourState::Running => model.words.forecast(elapsed, ends.time()),
        HourState::Waiting | HourState::Paused | HourState::Ended => model.words.so_far(elapsed),
    };
    let width = canvas.width().saturating_sub(glyphs::width(&said) + 2);
    let done = (i64::from(width) * elapsed.clamp(0, 60) / 60).clamp(0, i64::from(width));
    let done = u16::try_from(done).unwrap_or(width);
    canvas.part(0, 0, width, 1).rule(0, "░", theme.quiet());
    canvas.part(0, 0, done, 1).rule(0, "═", theme.accent());
    canvas.put_right(0, &said, theme.quiet());
}

/// The message row: what was just said, else what the hour has to say.
fn message(model: &Model) -> String {
    let standing = standing(model);
    if let Some(notice) = &model.notice {
        return joined(&[notice, &standing]);
    }
    let words = model.words;
    if let Some(permission) = model.open.as_ref().map(|open| &open.permission)
        && *permission != Permission::Write
    {
        return words.only_reading(permission);
    }
    if model.is_alarming() {
        return words.kept_nowhere().to_owned();
    }
    if let Some(place) = &model.refuge {
        return words.kept_elsewhere(place);
    }
    joined(&[&standing, &of_the_hour(model)])
}

fn joined(said: &[&str]) -> String {
    let said = said.iter().filter(|it| !it.is_empty()).copied();
    said.collect::<Vec<_>>().join("\n")
}

/// What stays on the screen as long as it is so: files that others changed.
fn standing(model: &Model) -> String {
    let (words, Some(open)) = (model.words, &model.open) else { return String::new() };
    let versions = &open.versions;
    if let Some(other) = &versions.other {
        return words.also_open_at(other);
    }
    let names: Vec<String> = versions.stuck.iter().map(|it| it.name.clone()).collect();
    if names.is_empty() { String::new() } else { words.changed_meanwhile(&names) }
}

fn of_the_hour(model: &Model) -> String {
    let words = model.words;
    let Some(room) = room(model).filter(|room| !room.meeting.finished()) else {
        return String::new();
    };
    if let Screen::Meeting(screen) = &model.screen
        && screen.jumped
        && let Some((_, HourEvent::Jumped { from, to, counted })) = moves::last_jump(room.meeting)
    {
        return words.jumped((to - from).num_minutes(), counted);
    }
    hour::says(&room)
}
