//! What happens in a meeting: typing, moving, pressing rows, the hour.

use crossterm::event::KeyEvent;

use super::keys::Action;
use super::message::{Effect, Then};
use super::model::{Model, Over, Permission, Screen};
use crate::domain::change::Change;
use crate::domain::closing;
use crate::domain::history::Deed;
use crate::domain::hour::{HourState, Instant, jump_between, jump_over_restart};
use crate::domain::ids::{MeetingId, PersonId};
use crate::domain::meeting::{Form, Meeting, Place};
use crate::domain::minutes::Minutes;
use crate::domain::notes::{self, Candidate};
use crate::domain::structure::MeetingKind;
use crate::export;
use crate::screens::finder::{Finder, Purpose};
use crate::screens::meeting::row::{Act, Press, Row};
use crate::screens::meeting::{
    Editing, Focus, MeetingScreen, TextRef, form, items, matter, moves, press, room, view,
};
use crate::screens::overview::{self, Overview};
use crate::screens::reader::Reader;

/// Goes into the group's meeting: the one that is not finished, else a new one.
pub fn meet(model: &mut Model) -> Vec<Effect> {
    let Some(group) = model.group() else { return Vec::new() };
    match group.unfinished().map(|held| held.id) {
        Some(id) => open(model, id),
        None => {
            let kind = overview::expected(group);
            begin(model, kind)
        }
    }
}

/// Opens a meeting that is not finished, where it was. One in which nothing happened, on another
/// day, makes way for a new one.
pub fn open(model: &mut Model, id: MeetingId) -> Vec<Effect> {
    let Some(meeting) = model.meeting_with(id) else {
        return vec![Effect::ReadMeeting(id, Then::Meet)];
    };
    let writes = model.open.as_ref().is_some_and(|open| open.permission == Permission::Write);
    if meeting.untouched() && id.date != model.today() && writes {
        let kind = meeting.kind;
        let discarded = model.group().map(|group| closing::discard(group, meeting));
        let mut effects = model.along(discarded.unwrap_or_default());
        effects.extend(begin(model, kind));
        return effects;
    }
    let place = meeting.place;
    model.screen = Screen::Meeting(Box::new(MeetingScreen::new(id, place)));
    let mut effects = note_absence(model);
    effects.extend(read_previous(model));
    effects
}

/// Begins a meeting of a kind, with everything filled from last time.
pub fn begin(model: &mut Model, kind: MeetingKind) -> Vec<Effect> {
    let today = model.today();
    let structure = model.content.structure(kind);
    let Some(group) = model.group() else { return Vec::new() };
    let id = group.meeting_id(today);
    let meeting = Meeting::prepare(group, id, &structure);
    let begun = closing::begin(group, meeting);
    let mut effects = model.along(begun);
    if model.meeting_with(id).is_some() {
        model.screen = Screen::Meeting(Box::new(MeetingScreen::new(id, Place::Attendance)));
        effects.extend(read_previous(model));
    }
    effects
}

/// A meeting was read from its file.
pub fn loaded(model: &mut Model, meeting: Meeting, then: Then) -> Vec<Effect> {
    let (id, place) = (meeting.id, meeting.place);
    if then == Then::Keep {
        if let Screen::Meeting(screen) = &mut model.screen {
            screen.previous = meeting.minutes;
        }
        return Vec::new();
    }
    if let Some(open) = &mut model.open {
        open.dossier.meetings.entry(id).or_insert(meeting);
    }
    if then == Then::Meet {
        return open(model, id);
    }
    model.screen = Screen::Meeting(Box::new(MeetingScreen::new(id, place)));
    Vec::new()
}

/// Asks for the minutes of the meeting before this one.
fn read_previous(model: &mut Model) -> Vec<Effect> {
    let before = room(model).and_then(|room| matter::meeting_before(&room));
    let Some(id) = before else { return Vec::new() };
    let at_hand = model.meeting_with(id).and_then(|meeting| meeting.minutes.clone());
    match (at_hand, &mut model.screen) {
        (Some(minutes), Screen::Meeting(screen)) => {
            screen.previous = Some(minutes);
            Vec::new()
        }
        _ => vec![Effect::ReadMeeting(id, Then::Keep)],
    }
}

/// The hour went on while kring was not running: it counts, it is said, and it can be taken off.
fn note_absence(model: &mut Model) -> Vec<Effect> {
    let now = model.now.wall;
    let last = model.open.as_ref().and_then(|open| open.last_moment);
    let Some(room) = room(model) else { return Vec::new() };
    let Some(jump) = last
        .filter(|_| room.reading().state == HourState::Running)
        .and_then(|last| jump_over_restart(last, now))
    else {
        return Vec::new();
    };
    let changes = moves::jump(room.meeting, jump);
    say_jump(model);
    model.along(changes)
}

fn say_jump(model: &mut Model) {
    if let Screen::Meeting(screen) = &mut model.screen {
        screen.jumped = true;
    }
}

/// Time went on.
pub fn tick(model: &mut Model, now: Instant) -> Vec<Effect> {
    let last = std::mem::replace(&mut model.now, now);
    let Some(room) = room(model) else { return Vec::new() };
    if room.reading().state != HourState::Running {
        return Vec::new();
    }
    let Some(jump) = jump_between(last, now) else { return Vec::new() };
    let changes = moves::jump(room.meeting, jump);
    say_jump(model);
    model.along(changes)
}

/// A key that is typed into the text that has the focus.
pub fn typed(model: &mut Model, key: KeyEvent) -> Vec<Effect> {
    let width = text_width(model);
    edit(model, Deed::Typing, |editing| {
        editing.editor.key(key, width);
    })
}

/// A paste into the text that has the focus.
pub fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    let mut left_out = false;
    let effects = edit(model, Deed::Pasting, |editing| left_out = editing.editor.paste(text));
    if left_out {
        model.notice = Some(model.words.paste_cleaned().to_owned());
    }
    effects
}

fn text_width(model: &Model) -> u16 {
    let Screen::Meeting(screen) = &model.screen else { return 0 };
    let (width, _) = crate::screens::body(model.size);
    room(model).map_or(0, |room| view::text_width(screen, &room, width))
}

/// Lets the editor work, and makes of it the change that it made.
fn edit(model: &mut Model, deed: Deed, work: impl FnOnce(&mut Editing)) -> Vec<Effect> {
    let Screen::Meeting(screen) = &mut model.screen else { return Vec::new() };
    let Some(editing) = screen.editing_mut() else { return Vec::new() };
    work(editing);
    let (text, typed) = (editing.text, editing.editor.text());
    let change = room(model).and_then(|room| text.change(room.group, room.meeting, &typed));
    model.deed(deed, change.into_iter().collect())
}

/// Does an action of the meeting.
pub fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    match action {
        Action::NextItem => step(model, true),
        Action::PreviousItem => step(model, false),
        Action::ToAttendance => go(model, Place::Attendance),
        Action::ToClosing => go(model, Place::Closing),
        Action::StartHour => start(model),
        Action::PauseOrGo => pause_or_go(model),
        Action::TurnJump => {
            let changes = room(model).map(|room| moves::turn_jump(&room)).unwrap_or_default();
            say_jump(model);
            model.deed(Deed::Jump, changes)
        }
        Action::BigClock => {
            model.over = Some(Over::Clock);
            Vec::new()
        }
        Action::ReadPrevious => {
            read_minutes(model, true);
            Vec::new()
        }
        Action::ToGroup => to_group(model),
        Action::MakeAgreement => open_form(model, |item| Form::Agreement { item, line: None }),
        Action::MakeDecision => open_form(model, |item| Form::Decision { item }),
        Action::ChangeBudget => open_form(model, |item| Form::Budget { item }),
        Action::AddPerson => open_form(model, |_| Form::NewPerson),
        Action::Arrival => at_person(model, Form::Arrival),
        Action::Departure => at_person(model, Form::Departure),
        _ => act_with_focus(model, action),
    }
}

/// Actions that depend on where the focus is.
fn act_with_focus(model: &mut Model, action: Action) -> Vec<Effect> {
    if model.meeting().is_some_and(|meeting| meeting.draft.is_some()) {
        return in_form(model, action);
    }
    let Screen::Meeting(screen) = &model.screen else { return Vec::new() };
    match (screen.focus, action) {
        (_, Action::ToItems | Action::Back) => to_items(model),
        (Focus::Note, Action::Complete) => complete_or_matter(model),
        (Focus::Note, Action::Backward) => to_matter(model, true),
        (Focus::Items, _) => in_items(model, action),
        (Focus::Matter, _) => in_matter(model, action),
        (Focus::Note, _) => Vec::new(),
    }
}

fn screen(model: &mut Model) -> Option<&mut MeetingScreen> {
    match &mut model.screen {
        Screen::Meeting(screen) => Some(screen),
        _ => None,
    }
}

fn step(model: &mut Model, forward: bool) -> Vec<Effect> {
    let to = model.meeting().and_then(|meeting| items::beside(meeting, forward));
    to.map_or_else(Vec::new, |place| go(model, place))
}

fn go(model: &mut Model, to: Place) -> Vec<Effect> {
    let changes = room(model).map(|room| moves::go(&room, to)).unwrap_or_default();
    let effects = model.along(changes);
    if let Some(screen) = screen(model) {
        screen.jumped = false;
        screen.arrive(to);
    }
    effects.into_iter().chain([Effect::Save]).collect()
}

fn start(model: &mut Model) -> Vec<Effect> {
    let changes = room(model).map(|room| moves::start(&room)).unwrap_or_default();
    let effects = model.along(changes);
    arrive_here(model);
    effects
}

/// Puts the focus where the meeting is.
fn arrive_here(model: &mut Model) {
    let place = model.meeting().map(|meeting| meeting.place);
    if let (Some(place), Some(screen)) = (place, screen(model)) {
        screen.arrive(place);
    }
}

fn pause_or_go(model: &mut Model) -> Vec<Effect> {
    let waiting = room(model).is_some_and(|room| room.reading().state == HourState::Waiting);
    if waiting {
        return start(model);
    }
    let changes = room(model).map(|room| moves::pause_or_go(&room)).unwrap_or_default();
    model.along(changes)
}

fn read_minutes(model: &mut Model, previous: bool) {
    let Some(room) = room(model) else { return };
    let minutes = if previous {
        room.previous.cloned()
    } else {
        let agreed = room.meeting.minutes.as_deref().cloned();
        Some(agreed.unwrap_or_else(|| Minutes::draw_up(room.group, room.meeting)))
    };
    let reopened = if previous { &[][..] } else { &room.meeting.reopened };
    let concept = !previous && !room.meeting.finished();
    let text = minutes.map(|minutes| {
        let format = export::Format::Text;
        export::minutes::minutes(&minutes, &model.content, model.words, format, concept, reopened)
    });
    model.over = text.map(|text| Over::Reader(Reader::new(text)));
}

fn save_minutes(model: &mut Model) -> Vec<Effect> {
    let Some(room) = room(model) else { return Vec::new() };
    let minutes = room.meeting.minutes.as_deref().cloned();
    let minutes = minutes.unwrap_or_else(|| Minutes::draw_up(room.group, room.meeting));
    let format = export::Format::Text;
    let concept = !room.meeting.finished();
    let reopened = &room.meeting.reopened;
    let text =
        export::minutes::minutes(&minutes, &model.content, model.words, format, concept, reopened);
    vec![Effect::Export { name: model.words.minutes_file(room.meeting.id), text }]
}

fn to_group(model: &mut Model) -> Vec<Effect> {
    let discarded = room(model)
        .filter(|room| room.meeting.untouched() && !room.meeting.finished())
        .map(|room| closing::discard(room.group, room.meeting));
    model.screen = Screen::Overview(Overview::default());
    let effects = model.along(discarded.unwrap_or_default());
    effects.into_iter().chain([Effect::Save]).collect()
}

fn to_items(model: &mut Model) -> Vec<Effect> {
    let here = room(model).map(|room| {
        let place = room.meeting.place;
        items::places(room.meeting).iter().position(|it| *it == place).unwrap_or(0)
    });
    let focus = screen(model).map(|screen| {
        let was = screen.focus;
        screen.focus = Focus::Items;
        screen.item_row = here.unwrap_or(0);
        was
    });
    if focus == Some(Focus::Items) {
        model.over = Some(Over::Finder(Finder::new(Purpose::Menu)));
    }
    Vec::new()
}

fn in_items(model: &mut Model, action: Action) -> Vec<Effect> {
    let places = model.meeting().map(items::places).unwrap_or_default();
    let last = places.len().saturating_sub(1);
    let Some(screen) = screen(model) else { return Vec::new() };
    let row = screen.item_row.min(last);
    match action {
        Action::Up => screen.item_row = row.saturating_sub(1),
        Action::Down => screen.item_row = (row + 1).min(last),
        Action::ToNote => arrive_here(model),
        Action::Press => {
            return places.get(row).copied().map_or_else(Vec::new, |place| go(model, place));
        }
        _ => {}
    }
    Vec::new()
}

/// The rows of the page that is shown.
fn rows(model: &Model) -> Vec<Row> {
    let Screen::Meeting(screen) = &model.screen else { return Vec::new() };
    room(model).map(|room| matter::rows(&room, screen.level)).unwrap_or_default()
}

fn row_at_hand(model: &Model) -> Option<Row> {
    let Screen::Meeting(screen) = &model.screen else { return None };
    rows(model).get(screen.row).cloned()
}

/// The person whose row is at hand.
#[must_use]
pub fn person_at_hand(model: &Model) -> Option<PersonId> {
    match row_at_hand(model)?.act {
        Act::Press(Press::Presence(person)) => Some(person),
        _ => None,
    }
}

fn in_matter(model: &mut Model, action: Action) -> Vec<Effect> {
    match action {
        Action::Up => up_or_down(model, false),
        Action::Down => up_or_down(model, true),
        Action::Forward => leave_row(model, true),
        Action::Backward => leave_row(model, false),
        Action::Press | Action::NextValue => press_row(model, true),
        Action::PreviousValue => press_row(model, false),
        _ => Vec::new(),
    }
}

/// Goes a line up or down in a text, or at its edge to the next row.
fn up_or_down(model: &mut Model, down: bool) -> Vec<Effect> {
    let width = text_width(model);
    let code = if down { crossterm::event::KeyCode::Down } else { crossterm::event::KeyCode::Up };
    if let Some(editing) = screen(model).and_then(MeetingScreen::editing_mut)
        && editing.editor.key(code.into(), width)
    {
        return Vec::new();
    }
    let rows = rows(model);
    if let Some(screen) = screen(model)
        && let Some(row) = next_row(&rows, screen.row, down)
    {
        screen.row = row;
    }
    Vec::new()
}

fn next_row(rows: &[Row], at: usize, forward: bool) -> Option<usize> {
    let takes = |row: &usize| rows.get(*row).is_some_and(Row::takes_focus);
    if forward { (at + 1..rows.len()).find(takes) } else { (0..at).rev().find(takes) }
}

/// Tab goes on through the matter, and from its end back to the note.
fn leave_row(model: &mut Model, forward: bool) -> Vec<Effect> {
    let rows = rows(model);
    let at_item = matches!(model.meeting().map(|meeting| meeting.place), Some(Place::Item(_)));
    let Some(screen) = screen(model) else { return Vec::new() };
    match next_row(&rows, screen.row, forward) {
        Some(row) => screen.row = row,
        None if at_item => screen.focus = Focus::Note,
        None => screen.row = if forward { 0 } else { rows.len() },
    }
    Vec::new()
}

fn to_matter(model: &mut Model, at_end: bool) -> Vec<Effect> {
    let rows = rows(model);
    let row = if at_end {
        next_row(&rows, rows.len(), false)
    } else {
        rows.iter().position(Row::takes_focus)
    };
    if let (Some(row), Some(screen)) = (row, screen(model)) {
        screen.focus = Focus::Matter;
        screen.row = row;
    }
    Vec::new()
}

/// Tab in a note: completes an `@…`, else goes to the matter.
fn complete_or_matter(model: &mut Model) -> Vec<Effect> {
    match completion(model) {
        Some((typed, whole)) => edit(model, Deed::Typing, |editing| {
            for _ in typed.chars() {
                editing.editor.key(crossterm::event::KeyCode::Backspace.into(), u16::MAX);
            }
            editing.editor.paste(&whole);
        }),
        None => to_matter(model, false),
    }
}

/// What the unfinished mention before the cursor becomes.
fn completion(model: &Model) -> Option<(String, String)> {
    let Screen::Meeting(screen) = &model.screen else { return None };
    let editing: &Editing = screen.editing()?;
    let text = editing.editor.text();
    let typed = notes::unfinished_mention(text.get(..editing.editor.cursor())?)?.to_owned();
    let room = room(model)?;
    let found = notes::candidates(&typed, room.group).into_iter().next();
    let whole = match found {
        Some(Candidate::Person(id)) => room.name(id),
        Some(Candidate::Goal(id)) => matter::goal_label(&room, id),
        None => {
            let (_, when) = crate::domain::dates::leading(&typed, room.today())?;
            room.words.long_when(&when)
        }
    };
    Some((typed, format!("{whole} ")))
}

fn press_row(model: &mut Model, forward: bool) -> Vec<Effect> {
    let Some(row) = row_at_hand(model) else { return Vec::new() };
    let Act::Press(press) = row.act else { return leave_row(model, forward) };
    let made = room(model).and_then(|room| press::change(&room, press, forward));
    match made {
        Some((deed, changes)) => model.deed(deed, changes),
        None if forward => press_button(model, press),
        None => Vec::new(),
    }
}

fn press_button(model: &mut Model, press: Press) -> Vec<Effect> {
    match press {
        Press::Start => {
            let waiting =
                room(model).is_some_and(|room| room.reading().state == HourState::Waiting);
            if waiting { start(model) } else { step(model, true) }
        }
        Press::AddPerson => open_form(model, |_| Form::NewPerson),
        Press::MakeAgreement => open_form(model, |item| Form::Agreement { item, line: None }),
        Press::Mend(item, line) => open_form(model, |_| Form::Agreement { item, line: Some(line) }),
        Press::NewGoal(term) => open_form(model, |_| match term {
            crate::domain::goal::Term::Short => Form::NewShortGoal,
            crate::domain::goal::Term::Long => Form::NewLongGoal,
        }),
        Press::GoalWords(goal) => open_form(model, |_| Form::GoalWords(goal)),
        Press::Reopen => open_form(model, |_| Form::Reopening),
        Press::Level(nr) => {
            if let Some(screen) = screen(model) {
                screen.level = (screen.level != Some(nr)).then_some(nr);
            }
            Vec::new()
        }
        Press::ToItem(nr) => go(model, Place::Item(nr)),
        Press::ReadPrevious => act(model, Action::ReadPrevious),
        Press::ReadMinutes => {
            read_minutes(model, false);
            Vec::new()
        }
        Press::SaveMinutes => save_minutes(model),
        Press::Finish => finish(model),
        Press::ToGroup => to_group(model),
        _ => Vec::new(),
    }
}

fn finish(model: &mut Model) -> Vec<Effect> {
    let changes: Vec<Change> = room(model)
        .map(|room| closing::close(room.group, room.meeting, room.now))
        .unwrap_or_default();
    let effects = model.along(changes);
    if !effects.is_empty() {
        model.notice = Some(model.words.minutes_agreed().to_owned());
        arrive_here(model);
    }
    effects.into_iter().chain([Effect::Save]).collect()
}

fn open_form(model: &mut Model, form: impl FnOnce(usize) -> Form) -> Vec<Effect> {
    let changes = room(model).map(|room| form::open(&room, form(form::note_for(&room))));
    model.along(changes.unwrap_or_default())
}

fn at_person(model: &mut Model, form: impl FnOnce(PersonId) -> Form) -> Vec<Effect> {
    let Some(person) = person_at_hand(model) else { return Vec::new() };
    open_form(model, |_| form(person))
}

fn in_form(model: &mut Model, action: Action) -> Vec<Effect> {
    let Some(room) = room(model) else { return Vec::new() };
    let Some(draft) = room.meeting.draft.clone() else { return Vec::new() };
    let last = draft.answers.len().saturating_sub(1);
    match action {
        Action::NextQuestion if draft.at < last => {
            let changes = form::turn(&room, draft.at + 1);
            model.along(changes)
        }
        Action::Down | Action::Complete if draft.at < last => {
            let changes = form::turn(&room, draft.at + 1);
            model.along(changes)
        }
        Action::PreviousQuestion if draft.at > 0 => {
            let changes = form::turn(&room, draft.at - 1);
            model.along(changes)
        }
        Action::NextQuestion => match form::finish(&room, &draft) {
            Ok((deed, changes)) => finish_form(model, draft.form, deed, changes),
            Err(sentence) => {
                model.notice = Some(sentence);
                Vec::new()
            }
        },
        Action::Back => {
            let changes = form::set_aside(&room);
            let kept = changes.len() > 1;
            let effects = model.along(changes);
            if kept {
                model.notice = Some(model.words.set_aside().to_owned());
            }
            effects
        }
        _ => Vec::new(),
    }
}

fn finish_form(model: &mut Model, form: Form, deed: Deed, changes: Vec<Change>) -> Vec<Effect> {
    // The form closes in an entry of its own, the last: undoing what it led to must not open it
    // again, and a crash between the two loses nothing.
    let (closed, made): (Vec<Change>, Vec<Change>) =
        changes.into_iter().partition(Change::turns_form);
    let mut effects =
        if form == Form::Reopening { model.along(made) } else { model.deed(deed, made) };
    effects.extend(model.along(closed));
    if form == Form::Reopening {
        arrive_here(model);
    }
    effects
}

/// The text that has the focus, for tests.
#[must_use]
pub fn text_at_hand(model: &Model) -> Option<TextRef> {
    match &model.screen {
        Screen::Meeting(screen) => screen.editing().map(|editing| editing.text),
        _ => None,
    }
}
